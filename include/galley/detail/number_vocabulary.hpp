// galley: the types that number.hpp speaks in.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_VOCABULARY_HPP
#define GALLEY_DETAIL_NUMBER_VOCABULARY_HPP

#include <galley/status.hpp>

#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// What a number counts or names.
enum class number_kind : std::uint8_t {
    cardinal,
    ordinal,   ///< 第三, 三番目, 3rd
    percent,   ///< the value is the figure before the sign: 18.06% is 18.06, 四成 is 40; of a discount what is left: 3割引き is 70
    permille,  ///< the value is the figure before the sign
    fraction,  ///< numerator and denominator, not reduced
    year,
    month,
    day,
    decade,    ///< 90年代
    digits,    ///< a string of digits that names something: a telephone number, a time of day, a part of an address, PI3K
};

/// How the text qualifies a value.
enum class approximation : std::uint8_t {
    exact,
    about,     ///< 约, 左右, およそ, about
    more,      ///< 超, 余, 多, over: above the value
    less,      ///< 近, 不到, 足らず, nearly: below the value
    at_least,  ///< 以上, 上百: the value or more
    at_most,   ///< 以下, 以内: the value or less
    several,   ///< 数十, 几万: some multiple of the value
};

/// How sure it is that these characters are a number, from what stands around them and never from a model of the text.
enum class strength : std::uint8_t {
    weak,    ///< part of a word, an idiom, a name, an identifier; or a short numeral with nothing to support it
    medium,  ///< a short numeral that a classifier, a unit, a mark or its isolation supports
    strong,  ///< digits, a compound numeral (二十三, 5亿), a digit string, an ordinal, a percentage
};

/// What settles readings in which languages differ.
enum class number_language : std::uint8_t {
    automatic,  ///< kana or Hangul within a short distance of the numeral decide, else Chinese
    chinese,    ///< 九万四 is 94000
    japanese,   ///< 九万四 is 90004
    korean,
};

/// An exact decimal or fraction: value = (negative ? -1 : 1) * mantissa * 10^exponent10 / denominator.
struct number {
    std::uint64_t mantissa = 0;
    std::uint64_t denominator = 1;
    std::int16_t exponent10 = 0;
    number_kind kind = number_kind::cardinal;
    bool negative = false;
    bool overflow = false;    ///< the text's value does not fit; the fields above do not hold it
    bool indefinite = false;  ///< no value at all: 几个
};

/// One number, or one range of numbers, in a text. Every view points into the text that was searched.
struct found_number {
    std::string_view text;   ///< the numeral with its scale, infix marks and percent sign; without 第, 约 and the unit
    number value;            ///< the value, of a range its lower end
    number upper;            ///< of a range its upper end, else equal to `value`
    std::string_view scale;  ///< 万, 亿, million: the last multiplier of the numeral, or empty
    std::string_view unit;   ///< the classifier, currency or measure behind (or before, as $) the number, or empty
    approximation approx = approximation::exact;
    strength evidence = strength::weak;
    bool is_range = false;
    bool torn = false;          ///< a line break stands inside `text`
    bool shared_scale = false;  ///< the lower end has its scale from the upper one: 一到两千万
};

/// What to look for. The defaults suit running text.
struct number_options {
    number_language language = number_language::automatic;
    strength minimum = strength::medium;  ///< weaker evidence is passed over; `weak` returns idioms as well
    bool indian_grouping = false;         ///< 12,34,567 is one number; 12,34,567.5 and 1,23,45,678 always are
    bool space_grouping = false;          ///< 1 234 567 is one number (thin and no-break spaces always group)
    bool symbols = false;                 ///< circled and superscript digits
    bool roman = false;                   ///< Roman numerals: U+2160 to U+217F, and, with GALLEY_NUMBER_WORDS, XIV
    bool native_words = false;            ///< ひとつ, 하나, 한 (명), 스물다섯; needs GALLEY_NUMBER_WORDS
    bool zhao_is_million = false;         ///< 兆 is 10^6, as in names of units in mainland China, not 10^12
    bool english_words = false;           ///< twenty-three, two thirds; needs GALLEY_NUMBER_WORDS
};

GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_VOCABULARY_HPP
