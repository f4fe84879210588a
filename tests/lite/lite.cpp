// Compiled with GALLEY_UNICODE_LITE=1.
#include "properties.hpp"

static_assert(GALLEY_UNICODE_LITE == 1);

unsigned lite_properties(char32_t c) { return properties(c); }
unsigned long lite_runs(std::string_view text) { return runs(text); }
