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

/// 1: smaller tables of character properties: exact for Latin, Greek, Cyrillic, Han, Bopomofo, kana, Hangul, and for the
/// punctuation, symbols, digits and marks that no script owns. Whatever other scripts own (letters, marks, digits, punctuation)
/// is `word`, of any width, and neither opens, closes nor ends anything; the hexagrams U+4DC0 to U+4DFF are `han`; what is not assigned
/// may have any property. Needs GALLEY_BLOCKS=0, which is then its default: blocks have larger tables anyway. 0: all of Unicode.
#ifndef GALLEY_UNICODE_LITE
#define GALLEY_UNICODE_LITE 0
#endif

/// 1: line breaks are decided by a quarter of the trees, 3.5 KB instead of 10.8; somewhat less often right. 0: by all.
#ifndef GALLEY_MODEL_LITE
#define GALLEY_MODEL_LITE 0
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

/// 1: long text is worked through in blocks, by SIMD where the target has it; takes up to 32 KB of stack and tables of some 20 KB.
/// 0: character by character, for the smallest images. Default: 1 on x86, on 64-bit machines and with NEON.
#ifndef GALLEY_BLOCKS
#if !GALLEY_UNICODE_LITE && defined(__GNUC__) && (defined(__x86_64__) || defined(__i386__) || defined(__LP64__) || defined(__ARM_NEON))
#define GALLEY_BLOCKS 1
#else
#define GALLEY_BLOCKS 0
#endif
#endif

#if GALLEY_BLOCKS && GALLEY_UNICODE_LITE
#error "GALLEY_UNICODE_LITE needs GALLEY_BLOCKS=0"
#endif

/// 1: the instruction set is chosen at run time (x86, hosted). 0: it is the one that the compiler was told.
#ifndef GALLEY_DISPATCH
#if GALLEY_BLOCKS && defined(__x86_64__) && defined(__STDC_HOSTED__) && __STDC_HOSTED__ == 1
#define GALLEY_DISPATCH 1
#else
#define GALLEY_DISPATCH 0
#endif
#endif

// Which kernels this translation unit compiles.
#if GALLEY_BLOCKS && (GALLEY_DISPATCH || defined(__SSE4_2__))
#define GALLEY_KERNEL_SSE42 1
#else
#define GALLEY_KERNEL_SSE42 0
#endif
#if GALLEY_BLOCKS && (GALLEY_DISPATCH || (defined(__AVX2__) && defined(__BMI2__)))
#define GALLEY_KERNEL_AVX2 1
#else
#define GALLEY_KERNEL_AVX2 0
#endif
#if GALLEY_BLOCKS && (GALLEY_DISPATCH || (defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__BMI2__)))
#define GALLEY_KERNEL_AVX512 1
#else
#define GALLEY_KERNEL_AVX512 0
#endif
#if GALLEY_BLOCKS && defined(__ARM_NEON) && (defined(__ARMEL__) || defined(__AARCH64EL__))
#define GALLEY_KERNEL_NEON 1
#else
#define GALLEY_KERNEL_NEON 0
#endif

// The target that the compiler was told, since inline functions differ by it.
#if GALLEY_KERNEL_AVX512 && !GALLEY_DISPATCH
#define GALLEY_DETAIL_TARGET 4
#elif GALLEY_KERNEL_AVX2 && !GALLEY_DISPATCH
#define GALLEY_DETAIL_TARGET 3
#elif GALLEY_KERNEL_SSE42 && !GALLEY_DISPATCH
#define GALLEY_DETAIL_TARGET 2
#elif GALLEY_KERNEL_NEON
#define GALLEY_DETAIL_TARGET 1
#else
#define GALLEY_DETAIL_TARGET 0
#endif

/// True while the compiler evaluates a constant, or may: words and kernels step aside.
#if (defined(__clang__) && __clang_major__ >= 9) || (defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 9)
#define GALLEY_CONSTANT_EVALUATED() __builtin_is_constant_evaluated()
#else
#define GALLEY_CONSTANT_EVALUATED() true
#endif

#if defined(__GNUC__)
#define GALLEY_INLINE __attribute__((always_inline)) inline
#define GALLEY_NOINLINE __attribute__((noinline))
#define GALLEY_TARGET(features) __attribute__((target(features)))
#define GALLEY_SELDOM(condition) __builtin_expect((condition), 0)
#else
#define GALLEY_INLINE inline
#define GALLEY_NOINLINE
#define GALLEY_TARGET(features)
#define GALLEY_SELDOM(condition) (condition)
#endif

#define GALLEY_DETAIL_JOIN_(a, b, c, d, e, f, g, h, i, j) a##b##c##d##e##f##g##_##h##i##j
#define GALLEY_DETAIL_JOIN(a, b, c, d, e, f, g, h, i, j) GALLEY_DETAIL_JOIN_(a, b, c, d, e, f, g, h, i, j)
#define GALLEY_ABI                                                                                       \
    GALLEY_DETAIL_JOIN(v0_, GALLEY_NUMBER_CJK, GALLEY_NUMBER_HANGUL, GALLEY_NUMBER_WORDS,                 \
                       GALLEY_UNICODE_LITE, GALLEY_MODEL_LITE, GALLEY_NUMBER_HARDWARE_DOUBLE, GALLEY_BLOCKS, GALLEY_DISPATCH, GALLEY_DETAIL_TARGET)

#define GALLEY_NAMESPACE_BEGIN \
    namespace galley {         \
    inline namespace GALLEY_ABI {
#define GALLEY_NAMESPACE_END \
    }                        \
    }

#endif // GALLEY_CONFIG_HPP
