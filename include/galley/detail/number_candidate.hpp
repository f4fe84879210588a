// galley: where in a text a numeral may begin.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_CANDIDATE_HPP
#define GALLEY_DETAIL_NUMBER_CANDIDATE_HPP

#include <galley/detail/number_evidence.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// Behind the address that begins with this "://": its digits number nothing.
constexpr const char* skip_address(const char* at, const char* end) noexcept {
    while (at != end && octet(*at) > 0x20 && octet(*at) < 0x7F && *at != '"' && *at != '<' && *at != '>') ++at;
    return at;
}

/// Whether Latin letters may begin a number.
constexpr bool reads_letters([[maybe_unused]] const number_options& options) noexcept {
#if GALLEY_NUMBER_WORDS
    return options.english_words || options.roman;
#else
    return false;
#endif
}

constexpr bool is_native_word([[maybe_unused]] const char* text, [[maybe_unused]] const char* at, [[maybe_unused]] const char* end,
                              [[maybe_unused]] const number_options& options) noexcept {
#if GALLEY_NUMBER_WORDS
    if (!options.native_words) return false;
    decimal value;
    word_number word{value};
    read_native(word, text, at, end);
    return word.end != nullptr;
#else
    return false;
#endif
}

/// Whether a point that a digit follows may begin a numeral: nothing stands before it that it could join.
constexpr bool may_begin_with_point(const char* text, const char* at) noexcept {
    const char32_t before = char_before(text, at);
    return !is_word_character(before) && before != U'.' && before != 0xFF0E;
}

/// Whether a numeral may begin with this character outside ASCII, which stands at `at`.
constexpr bool is_candidate(const char* text, const char* at, const char* end, step s, const number_options& options) noexcept {
    if (s.c == 0xFF0E) return is_digit_at(s.next, end) && may_begin_with_point(text, at);
    return find_symbol(s.c).type() != numeral_class::none || decimal_digit(s.c) >= 0 || vulgar_fraction(s.c) != 0 || symbol_value(s.c, options) >= 0 ||
           skip_first(s, end) != nullptr || is_native_word(text, at, end, options);
}

/// The next place where a numeral may begin, or `end`. The loop sees every byte of a text, so it decides most with one test.
constexpr const char* find_candidate(const char* text, const char* at, const char* end, const number_options& options) noexcept {
    const bool letters = reads_letters(options);
    const bool words = GALLEY_NUMBER_WORDS != 0 && options.native_words;
    while (at != end) {
        const std::uint8_t lead = octet(*at);
        if (lead < 0x80) {
            if (lead > ':' || lead < '.') {
                if (letters && is_ascii_letter(lead) && (at == text || !is_alphabetic(char_before(text, at)))) return at;
                ++at;
                continue;
            }
            if (lead - unsigned{'0'} < 10) return at;
            if (lead == '.' && end - at > 1 && octet(at[1]) - unsigned{'0'} < 10 && may_begin_with_point(text, at)) return at;
            at = lead == ':' && end - at > 2 && at[1] == '/' && at[2] == '/' ? skip_address(at, end) : at + 1;
            continue;
        }
        if (lead >= 0xE2 && lead <= 0xEF && lead != 0xED && end - at >= 3 && is_continuation(octet(at[1])) && is_continuation(octet(at[2]))) {
            const char32_t c = (char32_t{lead} & 0xFU) << 12 | (char32_t{octet(at[1])} & 0x3FU) << 6 | (char32_t{octet(at[2])} & 0x3FU);
            // Quotes and dashes; of the rest, all but numerals, digits and, between 0x3200 and 0x3300, circled numbers.
            if (c < 0x2070 || (c >= 0x3000 && !words && !is_symbol(c) && (c < 0x3200 || (c >= 0x3300 && c != 0xFF0E && decimal_digit(c) < 0)))) {
                at += 3;
                continue;
            }
        }
        const step s = step_at(at, end);
        if (is_candidate(text, at, end, s, options)) return at;
        at = s.next;
    }
    return end;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_CANDIDATE_HPP
