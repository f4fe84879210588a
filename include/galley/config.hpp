// galley: every configuration macro, its default, and the version.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_CONFIG_HPP
#define GALLEY_CONFIG_HPP

#define GALLEY_VERSION_MAJOR 0
#define GALLEY_VERSION_MINOR 1
#define GALLEY_VERSION_PATCH 0
#define GALLEY_VERSION_STRING "0.1.0"

// Define any of these to 0 or 1 before the first include, the same in every translation unit that shares
// galley's types with another. Translation units that differ still link: the options are part of the
// inline namespace's name, so their entities have different names.

/// 1: number.hpp reads Han numerals and their scales (一百二十, 43.36亿). 0: digits only, for the smallest images.
#ifndef GALLEY_NUMBER_CJK
#define GALLEY_NUMBER_CJK 1
#endif

/// 1: number.hpp reads Korean numerals and scales written in Hangul (삼백오십, 3만).
#ifndef GALLEY_NUMBER_HANGUL
#define GALLEY_NUMBER_HANGUL 1
#endif

/// 1: number.hpp reads English scale words (1.5 million) and has the options for number words: English, native Japanese and
/// Korean ones, Roman numerals in capitals.
#ifndef GALLEY_NUMBER_WORDS
#define GALLEY_NUMBER_WORDS 1
#endif

/// 1: double conversion may use the processor's own double multiplication and division where they round exactly once.
/// 0: integers alone, which is smaller and faster where doubles are emulated. Either gives the same bits.
#ifndef GALLEY_NUMBER_HARDWARE_DOUBLE
#if (defined(__x86_64__) && defined(__SSE2_MATH__)) || defined(__aarch64__)
#define GALLEY_NUMBER_HARDWARE_DOUBLE 1
#else
#define GALLEY_NUMBER_HARDWARE_DOUBLE 0
#endif
#endif

#define GALLEY_DETAIL_JOIN_(a, b, c, d) a##b##c##d
#define GALLEY_DETAIL_JOIN(a, b, c, d) GALLEY_DETAIL_JOIN_(a, b, c, d)
#define GALLEY_ABI GALLEY_DETAIL_JOIN(v0_, GALLEY_NUMBER_CJK, GALLEY_NUMBER_HANGUL, GALLEY_NUMBER_WORDS)

#define GALLEY_NAMESPACE_BEGIN \
    namespace galley {         \
    inline namespace GALLEY_ABI {
#define GALLEY_NAMESPACE_END \
    }                        \
    }

#endif // GALLEY_CONFIG_HPP
