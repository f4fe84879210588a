// galley: what stands between two characters that a line break parted, when nothing else is known.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SEGMENT_BREAK_HPP
#define GALLEY_DETAIL_SEGMENT_BREAK_HPP

#include <galley/config.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// One side of a break, as the pair rule sees it.
struct break_side {
    bool zero_width_space;
    bool emoji;
    bool cjk;             ///< set solid: wide, full or half width and not Hangul
    bool hangul;
    bool wide_mark;       ///< full- or half-width punctuation, symbol or space
    bool quote_or_dash;   ///< drawn wide in East Asian fonts, narrow by East Asian Width
    bool digit;
};

constexpr bool is_hangul(char32_t c) noexcept {
    return kind_of(c) == token_kind::hangul || (c >= 0x3200 && c <= 0x321E) || (c >= 0x3260 && c <= 0x327E);
}

constexpr break_side side_of(char32_t c) noexcept {
    if (c < 0x80) return {false, false, false, false, false, false, c >= U'0' && c <= U'9'};
    const token_kind kind = kind_of(c);
    const bool not_narrow = width_of(c) != width_class::narrow;
    const bool hangul = is_hangul(c);
    const bool ideographic = kind == token_kind::han || kind == token_kind::kana;
    const bool mark = kind == token_kind::punctuation || kind == token_kind::symbol || kind == token_kind::space;
    const bool quote_or_dash = c == 0xB7 || c == 0x22EF || c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 ||
                               c == 0x201C || c == 0x201D || c == 0x2026;
    return {c == 0x200B, is_emoji(c), (not_narrow && !hangul) || ideographic, hangul, not_narrow && mark && !hangul && !is_emoji(c),
            quote_or_dash, kind == token_kind::digits && !not_narrow};
}

/// The pair rule: whether a space stands between the two.
constexpr bool parts_words(char32_t before, char32_t after) noexcept {
    const break_side a = side_of(before), b = side_of(after);
    if (a.zero_width_space || b.zero_width_space) return false;
    if (a.emoji && b.emoji) return true;
    if (a.cjk && b.cjk) return false;
    if (a.hangul || b.hangul) return !((a.hangul && b.wide_mark) || (b.hangul && a.wide_mark));
    if (a.wide_mark || b.wide_mark) return false;
    return !((a.cjk && (b.quote_or_dash || b.digit)) || (b.cjk && (a.quote_or_dash || a.digit)));
}

constexpr std::size_t leading_digits(std::string_view text) noexcept {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
    return count;
}

/// A number torn behind its separator: 1,|234 or 3.|14 or ３．|１４.
constexpr bool runs_on_in_digits(std::string_view a, std::string_view b) noexcept {
    if (ends_with(a, "．")) return kind_of(last_of(head(a, a.size() - 3))) == token_kind::digits && kind_of(first_of(b)) == token_kind::digits;
    if (a.size() < 2 || a[a.size() - 2] < '0' || a[a.size() - 2] > '9') return false;
    const char mark = a[a.size() - 1];
    const std::size_t digits = leading_digits(b);
    return mark == ',' ? digits == 3 : mark == '.' && digits != 0;
}

constexpr bool is_ascii_alnum(char c) noexcept {
    const char small_letter = static_cast<char>(c | 0x20);
    return (c >= '0' && c <= '9') || (small_letter >= 'a' && small_letter <= 'z');
}

/// The last word holds a slash: a path, an address.
constexpr bool ends_in_path(std::string_view a) noexcept {
    for (std::size_t at = a.size(); at > 0; --at) {
        const unsigned char byte = static_cast<unsigned char>(a[at - 1]);
        if (byte == '/') return true;
        if (byte <= ' ' || byte >= 0x80) return false;
    }
    return false;
}

/// A path, a file name or a signed quantity that was cut at one of its marks: /|usr, name/|part, *.|txt, +|16, 3|℃.
constexpr bool runs_on_in_name(std::string_view a, std::string_view b) noexcept {
    if (a.empty() || b.empty()) return false;
    const char mark = a[a.size() - 1], next = b[0];
    const char before = a.size() > 1 ? a[a.size() - 2] : ' ';
    const bool wide_before = static_cast<unsigned char>(before) >= 0x80;
    if (mark == '/') return is_ascii_alnum(next);
    if (next == '/' && mark != ',' && mark != ';' && ends_in_path(a)) return true;
    if (mark == '.') return (before == ' ' || before == '*' || (wide_before && side_of(last_of(head(a, a.size() - 1))).cjk)) && is_ascii_alnum(next);
    if (mark == '+' || mark == '-') return wide_before && next >= '0' && next <= '9';
    const char32_t symbol = mark >= '0' && mark <= '9' ? first_of(b) : U'\0';
    return symbol == 0x2103 || symbol == 0x2030 || symbol == U'%' || symbol == 0xB0;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SEGMENT_BREAK_HPP
