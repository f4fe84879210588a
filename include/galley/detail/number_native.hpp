// galley: numbers that are words of a language, not digits or characters for them: XIV, ひとつ, 스물다섯.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_NATIVE_HPP
#define GALLEY_DETAIL_NUMBER_NATIVE_HPP

#include <galley/detail/number_literal.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// A number of words; its value is written where the reader of values keeps it.
struct word_number {
    decimal& value;
    const char* end = nullptr;  ///< null when there is none
    std::uint16_t denominator = 1;
    number_kind kind = number_kind::cardinal;
};

/// A Roman numeral in ASCII capitals, two or more of them (one alone is a pronoun or an initial), up to 3999. Each place
/// is written in the one proper way, which few words in capitals happen to be (MIX is 1009).
constexpr void read_roman(word_number& out, const char* at, const char* end) noexcept {
    constexpr char letters[] = "  MDCLXVI";  // two for each place, from thousands on: ten and five times its unit; then the unit
    const char* const begin = at;
    std::uint32_t value = 0;
    const auto take = [&](char letter) {
        const bool here = at != end && *at == letter;
        if (here) ++at;
        return here;
    };
    for (const char* place = letters; *place != 'I'; place += 2) {
        const char unit = place[2];
        std::uint32_t digit = take(place[1]) ? 5 : 0;
        const std::uint32_t most = digit + 3;
        while (digit != most && take(unit)) ++digit;
        if (digit == 1) digit = take(place[0]) ? 9 : take(place[1]) ? 4 : 1;
        value = value * 10 + digit;
    }
    if (at - begin < 2 || is_alphabetic(char_at(at, end)) || is_digit_at(at, end)) return;
    out.value.set(value);
    out.end = at;
}

/// Native words for numbers, each with its value behind it, as a character below 128. Japanese ones count things by themselves;
/// Korean ones also have a form before a counter (한, 두, 세, 네, 스무).
inline constexpr char16_t native_words[] =
#if GALLEY_NUMBER_CJK
    u"ゼロ\0ひとつ\1ふたつ\2みっつ\3よっつ\4いつつ\5むっつ\6ななつ\7やっつ\10ここのつ\11ひとり\1ふたり\2"
#endif
#if GALLEY_NUMBER_HANGUL
    u"하나\1다섯\5여섯\6일곱\7여덟\10아홉\11한\1둘\2두\2셋\3세\3넷\4네\4열\12스물\24스무\24서른\36마흔\50쉰\62예순\74일흔\106여든\120아흔\132"
#endif
    u"|";

struct native_word {
    const char* end = nullptr;  ///< null when there is none
    std::uint8_t value = 0;
    bool one_character = false;
};

/// The word that stands here.
constexpr native_word find_native(const char* at, const char* end) noexcept {
    const step first = step_at(at, end);
    for (const char16_t* word = native_words; *word != u'|'; ++word) {
        const char16_t* const begin = word;
        step s = first;
        const char* next = at;
        for (; *word >= 0x80; ++word) {
            if (next == nullptr || s.c != *word) {
                next = nullptr;
            } else {
                next = s.next;
                s = step_at(next, end);
            }
        }
        if (next != nullptr) return {next, static_cast<std::uint8_t>(*word), word - begin == 1};
    }
    return {};
}

/// ひとつ; 스물다섯. A word of one syllable is a number only where it is a word by itself (한 명), or has tens before it.
constexpr void read_native(word_number& out, const char* text, const char* at, const char* end) noexcept {
    const char32_t first = char_at(at, end);
    if (!is_kana(first) && !is_hangul(first)) return;
    const char32_t left = char_before(text, at);
    if (is_hangul(first) ? is_hangul(left) : is_kana(left) && !contains(u"がをはにのもとで", left)) return;
    native_word word = find_native(at, end);
    if (word.end == nullptr) return;
    std::uint32_t value = word.value;
    if (value >= 10) {
        const native_word ones = find_native(word.end, end);
        if (ones.end != nullptr && ones.value > 0 && ones.value < 10) {
            value += ones.value;
            word = {ones.end, ones.value, false};
        }
    }
    if (word.one_character && is_hangul(char_at(word.end, end))) return;
    out.value.set(value);
    out.end = word.end;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_NATIVE_HPP
