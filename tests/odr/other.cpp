#include "unit.hpp"

odr::seen probe(const galley::token&) { return GALLEY_TESTS_ODR_SEEN; }

odr::seen see_other() { return probe({{}, galley::token_kind::other}); }
