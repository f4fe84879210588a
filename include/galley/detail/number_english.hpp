// galley: English number words: twenty-three, two hundred and five thousand.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_ENGLISH_HPP
#define GALLEY_DETAIL_NUMBER_ENGLISH_HPP

#include <galley/detail/number_native.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// Phrases before a number, each ending in '|', and what they make of the value.
struct english_mark {
    const char* phrases;
    approximation meaning;
};

inline constexpr english_mark english_marks[] = {
    {"about|around|roughly|approximately|", approximation::about},
    {"over|more than|above|", approximation::more},
    {"nearly|almost|under|less than|fewer than|", approximation::less},
    {"at least|", approximation::at_least},
    {"up to|at most|", approximation::at_most},
};

/// The word at the head of a list whose words end in '|', or an empty view.
constexpr std::string_view first_word(const char* list) noexcept {
    std::size_t size = 0;
    while (list[size] != 0 && list[size] != '|') ++size;
    return {list, size};
}

/// Whether the phrase ends at `at`, blanks and line breaks of the text standing for its blanks.
constexpr bool ends_with_phrase(const char* text, const char* at, std::string_view phrase) noexcept {
    for (std::size_t i = phrase.size(); i != 0; --i) {
        const char c = phrase[i - 1];
        if (at == text) return false;
        --at;
        if (c == ' ' ? *at != ' ' && *at != '\n' : (*at | 0x20) != c) return false;
    }
    return at == text || !is_ascii_letter(octet(at[-1]));
}

/// About, over, nearly and their like before a number and its currency sign.
constexpr approximation find_english_prefix(const char* text, const char* at) noexcept {
    const step before = step_back(text, at);
    if (is_currency(before.c)) at = before.next;
    if (at - text < 3 || (at[-1] != ' ' && at[-1] != '\n')) return approximation::exact;
    --at;
    if (!contains(u"tdyrneo", octet(at[-1]) | 0x20U)) return approximation::exact;  // the phrases' last letters
    for (const english_mark& mark : english_marks) {
        std::string_view phrase = first_word(mark.phrases);
        for (; !phrase.empty(); phrase = first_word(phrase.data() + phrase.size() + 1)) {
            if (ends_with_phrase(text, at, phrase)) return mark.meaning;
        }
    }
    return approximation::exact;
}

/// Behind the characters that stand here in any case, or null.
constexpr const char* match_english(const char* at, const char* end, std::string_view word) noexcept {
    for (const char c : word) {
        if (at == end || (*at | 0x20) != c) return nullptr;
        ++at;
    }
    return at;
}

/// The index of the word of a list that stands here, no letter behind it, or -1. `plural`: whether it may end in s, then whether it does.
constexpr int find_english(const char* list, const char* at, const char* end, const char*& next, bool& plural) noexcept {
    const bool may_be_plural = plural;
    int index = 0;
    for (std::string_view word = first_word(list); !word.empty(); word = first_word(word.data() + word.size() + 1), ++index) {
        next = match_english(at, end, word);
        if (next == nullptr) continue;
        plural = may_be_plural && next != end && (*next | 0x20) == 's';
        if (plural) ++next;
        if (next == end || !is_ascii_letter(octet(*next))) return index;
    }
    return -1;
}

struct english_word {
    const char* end = nullptr;  ///< null when there is none
    std::uint8_t value = 0;     ///< below a hundred
    std::uint8_t exponent = 0;  ///< of hundred, thousand and so on; 0 for the others
};

/// 0 to 20, then the tens.
inline constexpr char english_numbers[] =
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|";
inline constexpr char english_scales[] = "hundred|thousand|million|billion|trillion|";
inline constexpr std::uint8_t english_exponents[] = {2, 3, 6, 9, 12};

/// The number word that stands here.
constexpr english_word read_english_word(const char* at, const char* end) noexcept {
    english_word out;
    bool plural = false;
    int index = find_english(english_numbers, at, end, out.end, plural);
    if (index >= 0) {
        out.value = static_cast<std::uint8_t>(index <= 20 ? index : (index - 18) * 10);
        return out;
    }
    index = find_english(english_scales, at, end, out.end, plural);
    if (index >= 0) out.exponent = english_exponents[index];
    else out.end = nullptr;
    return out;
}

/// Behind the hyphen, or the blank and perhaps "and", between two number words.
constexpr const char* skip_english_joint(const char* at, const char* end, bool may_say_and) noexcept {
    if (at == end || (*at != ' ' && *at != '-' && *at != '\n')) return at;
    ++at;
    const char* const behind = may_say_and ? match_english(at, end, "and ") : nullptr;
    return behind != nullptr ? behind : at;
}

/// Words for a place in an order, 1 to 10, which are also parts of a whole: two thirds. Then those that are parts alone.
inline constexpr char english_parts[] = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half|quarter|hundredth|halve|";
inline constexpr std::uint8_t english_divisors[] = {2, 4, 100, 2};

/// What makes a number of words a fraction or an ordinal: two thirds, one half, twenty-third. Not "two second", "one first".
constexpr void read_part(word_number& out, bool tens, const char* at, const char* end) noexcept {
    const char* next = nullptr;
    bool plural = true;
    const int part = at == out.end ? 0 : find_english(english_parts, at, end, next, plural) + 1;
    std::uint64_t whole = 0;
    if (part == 0 || !to_integer(out.value, whole)) return;
    if (part > 2 && plural == (whole != 1) && whole != 0) {
        out.denominator = static_cast<std::uint16_t>(part > 10 ? english_divisors[part - 11] : part);
        out.kind = number_kind::fraction;
    } else if (!plural && tens && part < 10) {
        add_to(out.value, static_cast<std::uint64_t>(part), 0);
        out.kind = number_kind::ordinal;
    } else {
        return;
    }
    out.end = next;
}

/// Reads number words from a place where a word begins; `end` stays null when there are none, or only the pronoun "one".
/// "a hundred" is not read: its article is no number word. Linear.
constexpr void read_english(word_number& out, const char* at, const char* end) noexcept {
    decimal total;
    std::uint32_t section = 0;  // below a thousand
    std::uint32_t last = 100;   // the word before was below this
    std::uint8_t scale = 100;
    bool one = false;
    const char* behind = at;  // the joint behind the last word
    for (std::size_t words = 0;; ++words) {
        const english_word word = read_english_word(at, end);
        if (word.end == nullptr) break;
        if (word.exponent == 0) {
            // Behind twenty a digit may follow, behind hundred anything; behind a digit nothing.
            if (last == 0 || (last < 100 && (last != 20 || word.value >= 10 || word.value == 0))) break;
            section += word.value;
            last = word.value >= 20 ? 20 : 0;
        } else if (word.exponent == 2) {
            if (section == 0 || section > 99) break;
            section *= 100;
            last = 100;
        } else {
            if (section == 0 || word.exponent >= scale) break;
            add_to(total, section, word.exponent);
            scale = word.exponent;
            section = 0;
            last = 100;
        }
        one = words == 0 && word.value == 1;
        out.value.set(total.mantissa, total.exponent);
        add_to(out.value, section, 0);
        out.end = word.end;
        behind = at = skip_english_joint(word.end, end, word.exponent != 0);
        if (at == word.end) break;
    }
    if (out.end != nullptr) read_part(out, last != 0, behind, end);
    if (one && out.kind == number_kind::cardinal) out.end = nullptr;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_ENGLISH_HPP
