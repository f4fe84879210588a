// galley: what stands between two characters that a line break parted, when nothing else is known.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SEGMENT_BREAK_HPP
#define GALLEY_DETAIL_SEGMENT_BREAK_HPP

#include <galley/config.hpp>
#include <galley/unicode.hpp>

#include <cstddef>
#include <cstdint>
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

constexpr std::size_t leading_digits(std::string_view text) noexcept {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
    return count;
}

/// A number torn behind its separator: 1,|234 or 3.|14.
constexpr bool runs_on_in_digits(std::string_view a, std::string_view b) noexcept {
    if (a.size() < 2 || a[a.size() - 2] < '0' || a[a.size() - 2] > '9') return false;
    const char mark = a[a.size() - 1];
    const std::size_t digits = leading_digits(b);
    return mark == ',' ? digits == 3 : mark == '.' && digits != 0;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SEGMENT_BREAK_HPP
