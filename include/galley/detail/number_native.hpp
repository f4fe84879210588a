// galley: numbers that are words of a language, not digits or characters for them: XIV, ひとつ, 스물다섯.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_NATIVE_HPP
#define GALLEY_DETAIL_NUMBER_NATIVE_HPP

#include <galley/detail/number_literal.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

struct word_number {
    decimal value;
    const char* end = nullptr;
    std::uint16_t denominator = 1;
    number_kind kind = number_kind::cardinal;
};

/// What a capital of a Roman numeral is worth, 0 when it is none.
constexpr std::uint32_t roman_letter(char c) noexcept {
    switch (c) {
        case 'I': return 1;
        case 'V': return 5;
        case 'X': return 10;
        case 'L': return 50;
        case 'C': return 100;
        case 'D': return 500;
        case 'M': return 1000;
        default: return 0;
    }
}

inline constexpr std::uint16_t roman_places[] = {1000, 100, 10, 1};

/// A Roman numeral in ASCII capitals, two or more of them (one alone is a pronoun or an initial), up to 3999. Each place
/// is written in the one proper way, which few words in capitals happen to be (MIX is 1009).
constexpr word_number read_roman(const char* at, const char* end) noexcept {
    word_number out;
    std::uint32_t value = 0;
    const char* const begin = at;
    for (const std::uint32_t unit : roman_places) {
        const auto here = [&](std::uint32_t worth) { return at != end && roman_letter(*at) == worth; };
        const auto pair = [&](std::uint32_t second) { return unit < 1000 && here(unit) && end - at > 1 && roman_letter(at[1]) == second; };
        if (pair(unit * 10) || pair(unit * 5)) {
            value += roman_letter(at[1]) - unit;
            at += 2;
            continue;
        }
        if (unit < 1000 && here(unit * 5)) {
            value += unit * 5;
            ++at;
        }
        for (int count = 0; count < 3 && here(unit); ++count, ++at) value += unit;
    }
    if (at - begin < 2 || is_alphabetic(char_at(at, end)) || is_digit_at(at, end)) return out;
    out.value.mantissa = value;
    out.end = at;
    return out;
}

/// A native word for a number: the text in UTF-16, then what it is worth.
struct native_word {
    char16_t text[5];
    std::uint8_t value;
};

// Japanese ones count things by themselves; Korean ones also have a form before a counter (한, 두, 세, 네, 스무).
inline constexpr native_word native_words[] = {
#if GALLEY_NUMBER_CJK
    {u"ゼロ", 0},   {u"ひとつ", 1}, {u"ふたつ", 2}, {u"みっつ", 3}, {u"よっつ", 4}, {u"いつつ", 5}, {u"むっつ", 6},
    {u"ななつ", 7}, {u"やっつ", 8}, {u"ここのつ", 9}, {u"ひとり", 1}, {u"ふたり", 2},
#endif
#if GALLEY_NUMBER_HANGUL
    {u"하나", 1}, {u"다섯", 5}, {u"여섯", 6}, {u"일곱", 7}, {u"여덟", 8}, {u"아홉", 9}, {u"한", 1}, {u"둘", 2}, {u"두", 2}, {u"셋", 3}, {u"세", 3},
    {u"넷", 4}, {u"네", 4}, {u"열", 10}, {u"스물", 20}, {u"스무", 20}, {u"서른", 30}, {u"마흔", 40}, {u"쉰", 50}, {u"예순", 60}, {u"일흔", 70},
    {u"여든", 80}, {u"아흔", 90},
#endif
    {u"", 0},
};

/// The word that stands here, or null.
constexpr const native_word* find_native(const char* at, const char* end, const char*& next) noexcept {
    const step first = step_at(at, end);
    for (const native_word& word : native_words) {
        if (word.text[0] != first.c || first.c == 0) continue;
        next = first.next;
        std::size_t i = 1;
        for (; word.text[i] != 0; ++i) {
            const step s = step_at(next, end);
            if (s.c != word.text[i]) break;
            next = s.next;
        }
        if (word.text[i] == 0) return &word;
    }
    return nullptr;
}

/// ひとつ; 스물다섯. A word of one syllable is a number only where it is a word by itself (한 명), or has tens before it.
constexpr word_number read_native(const char* text, const char* at, const char* end) noexcept {
    word_number out;
    const char32_t first = char_at(at, end);
    if (!is_kana(first) && !is_hangul(first)) return out;
    const char32_t left = char_before(text, at);
    const char* next = at;
    const native_word* word = find_native(at, end, next);
    if (word == nullptr || (is_hangul(first) ? is_hangul(left) : is_kana(left) && !contains(u"がをはにのもとで", left))) return out;
    bool is_short = word->text[1] == 0;
    std::uint32_t value = word->value;
    if (value >= 10) {
        const char* behind = next;
        const native_word* const ones = find_native(next, end, behind);
        if (ones != nullptr && ones->value > 0 && ones->value < 10) {
            value += ones->value;
            next = behind;
            is_short = false;
        }
    }
    if (is_short && is_hangul(char_at(next, end))) return out;
    out.value.mantissa = value;
    out.end = next;
    return out;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_NATIVE_HPP
