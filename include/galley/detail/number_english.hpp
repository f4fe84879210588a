// galley: English number words: twenty-three, two hundred and five thousand.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_ENGLISH_HPP
#define GALLEY_DETAIL_NUMBER_ENGLISH_HPP

#include <galley/detail/number_native.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// A phrase before a number, and what it makes of the value.
struct english_mark {
    std::string_view text;
    approximation meaning;
};

inline constexpr english_mark english_marks[] = {
    {"about", approximation::about},       {"around", approximation::about},   {"roughly", approximation::about},   {"approximately", approximation::about},
    {"over", approximation::more},         {"more than", approximation::more}, {"above", approximation::more},      {"nearly", approximation::less},
    {"almost", approximation::less},       {"under", approximation::less},     {"less than", approximation::less},  {"fewer than", approximation::less},
    {"at least", approximation::at_least}, {"up to", approximation::at_most},  {"at most", approximation::at_most},
};

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
    for (const english_mark& mark : english_marks) {
        if (ends_with_phrase(text, at, mark.text)) return mark.meaning;
    }
    return approximation::exact;
}

struct english_word {
    const char* text;
    std::uint8_t value;     ///< below a hundred
    std::uint8_t exponent;  ///< of hundred, thousand and so on; 0 for the others
};

inline constexpr english_word english_words[] = {
    {"zero", 0, 0},     {"one", 1, 0},      {"two", 2, 0},       {"three", 3, 0},     {"four", 4, 0},      {"five", 5, 0},     {"six", 6, 0},
    {"seven", 7, 0},    {"eight", 8, 0},    {"nine", 9, 0},      {"ten", 10, 0},      {"eleven", 11, 0},   {"twelve", 12, 0},  {"thirteen", 13, 0},
    {"fourteen", 14, 0}, {"fifteen", 15, 0}, {"sixteen", 16, 0},  {"seventeen", 17, 0}, {"eighteen", 18, 0}, {"nineteen", 19, 0}, {"twenty", 20, 0},
    {"thirty", 30, 0},  {"forty", 40, 0},   {"fifty", 50, 0},    {"sixty", 60, 0},    {"seventy", 70, 0},  {"eighty", 80, 0},  {"ninety", 90, 0},
    {"hundred", 0, 2},  {"thousand", 0, 3}, {"million", 0, 6},   {"billion", 0, 9},   {"trillion", 0, 12},
};

/// Where the word ends that stands here in any case, or null. No letter may follow it.
constexpr const char* match_english(const char* at, const char* end, const char* word) noexcept {
    for (; *word != 0; ++word, ++at) {
        if (at == end || (*at | 0x20) != *word) return nullptr;
    }
    return at != end && is_ascii_letter(static_cast<unsigned char>(*at)) ? nullptr : at;
}

constexpr const english_word* find_english(const char* at, const char* end, const char*& next) noexcept {
    for (const english_word& word : english_words) {
        next = match_english(at, end, word.text);
        if (next != nullptr) return &word;
    }
    return nullptr;
}

/// Behind the hyphen, or the blank and perhaps "and", between two number words.
constexpr const char* skip_english_joint(const char* at, const char* end, bool may_say_and) noexcept {
    if (at == end || (*at != ' ' && *at != '-' && *at != '\n')) return at;
    ++at;
    const char* const behind = may_say_and ? match_english(at, end, "and") : nullptr;
    return behind != nullptr && behind != end && *behind == ' ' ? behind + 1 : at;
}

/// Words for a place in an order, which are also parts of a whole: two thirds.
inline constexpr english_word english_ordinals[] = {
    {"first", 1, 0},   {"second", 2, 0}, {"third", 3, 0}, {"fourth", 4, 0}, {"fifth", 5, 0},    {"sixth", 6, 0},       {"seventh", 7, 0},
    {"eighth", 8, 0},  {"ninth", 9, 0},  {"tenth", 10, 0}, {"half", 2, 1},  {"quarter", 4, 1}, {"hundredth", 100, 1}, {"halve", 2, 1},
};

/// The part of a whole or place in an order that stands here; `plural`: an s ends it.
constexpr const english_word* find_part(const char* at, const char* end, const char*& next, bool& plural) noexcept {
    for (const english_word& word : english_ordinals) {
        const char* behind = at;
        for (const char* c = word.text; *c != 0 && behind != end && (*behind | 0x20) == *c; ++c) ++behind;
        if (static_cast<std::size_t>(behind - at) != std::string_view(word.text).size()) continue;
        plural = behind != end && (*behind | 0x20) == 's';
        next = plural ? behind + 1 : behind;
        if (next == end || !is_ascii_letter(octet(*next))) return &word;
    }
    return nullptr;
}

/// What makes a number of words a fraction or an ordinal: two thirds, one half, twenty-third. Not "two second", "one first".
constexpr void read_part(word_number& out, bool tens, const char* at, const char* end) noexcept {
    const char* next = nullptr;
    bool plural = false;
    const english_word* const part = at == out.end ? nullptr : find_part(at, end, next, plural);
    std::uint64_t whole = 0;
    if (part == nullptr || !to_integer(out.value, whole)) return;
    const bool divides = part->value > 2 || part->exponent != 0;
    if (divides && plural == (whole != 1) && whole != 0) {
        out.denominator = part->value;
        out.kind = number_kind::fraction;
    } else if (!plural && tens && part->exponent == 0 && part->value < 10) {
        add_to(out.value, part->value, 0);
        out.kind = number_kind::ordinal;
    } else {
        return;
    }
    out.end = next;
}

/// Reads number words from a place where a word begins; `end` stays null when there are none, or only the pronoun "one".
/// "a hundred" is not read: its article is no number word. Linear.
constexpr word_number read_english(const char* at, const char* end) noexcept {
    word_number out;
    decimal total;
    std::uint64_t section = 0;  // below a thousand
    std::uint32_t last = 100;   // the word before was below this
    std::uint8_t scale = 100;
    bool one = false;
    const char* behind = at;  // the joint behind the last word
    for (std::size_t words = 0;; ++words) {
        const char* next = nullptr;
        const english_word* const word = find_english(at, end, next);
        if (word == nullptr) break;
        if (word->exponent == 0) {
            // Behind twenty a digit may follow, behind hundred anything; behind a digit nothing.
            if (last == 0 || (last < 100 && (last != 20 || word->value >= 10 || word->value == 0))) break;
            section += word->value;
            last = word->value >= 20 ? 20 : 0;
        } else if (word->exponent == 2) {
            if (section == 0 || section > 99) break;
            section *= 100;
            last = 100;
        } else {
            if (section == 0 || word->exponent >= scale) break;
            add_to(total, section, word->exponent);
            scale = word->exponent;
            section = 0;
            last = 100;
        }
        one = words == 0 && word->value == 1;
        out.value = total;
        add_to(out.value, section, 0);
        out.end = next;
        behind = at = skip_english_joint(next, end, word->exponent != 0);
        if (at == next) break;
    }
    if (out.end != nullptr) read_part(out, last != 0, behind, end);
    if (one && out.kind == number_kind::cardinal) out.end = nullptr;
    return out;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_ENGLISH_HPP
