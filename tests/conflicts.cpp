// Hostile macros first: names that boards' and systems' headers define. None may matter to the library's headers.

// The standard headers that the library may include, so that only the library meets the macros.
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>
#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#include <cstdio>

#include "conflicts_macros.hpp"

#include <galley/galley.hpp>

int main() {
    std::size_t tokens = 0;
    galley::tokenize("\xE4\xB8\xAD 1,234", [&tokens](galley::token) { ++tokens; });
    const bool right = tokens == 3 && galley::utf8_count("\xE4\xB8\xAD") == 1;
    if (!right) std::fputs("conflicts: the macros changed what the library does\n", stderr);
    return right ? 0 : 1;
}
