// galley: what a character is to a reader of words and hyphens.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_CHARACTER_KIND_HPP
#define GALLEY_DETAIL_CHARACTER_KIND_HPP

#include <galley/config.hpp>
#include <galley/detail/fold.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail {

/// One bit each; a capital is a letter too.
namespace kind {
inline constexpr unsigned letter = 1;
inline constexpr unsigned capital = 2;
inline constexpr unsigned digit = 4;
inline constexpr unsigned gap = 8;          ///< white space between two words of a line
inline constexpr unsigned line_break = 16;  ///< LF to CR
inline constexpr unsigned hyphen = 32;      ///< may stand inside a word
inline constexpr unsigned soft_hyphen = 64; ///< stands for no letter: a word goes on through it
inline constexpr unsigned dash = 128;
inline constexpr unsigned white = gap | line_break;
inline constexpr unsigned any_hyphen = hyphen | soft_hyphen | dash;
}  // namespace kind

struct kind_range {
    std::uint16_t first;
    std::uint8_t more;  ///< characters behind the first
    std::uint8_t kinds;
};

/// What is no letter, the five of ASCII first. U+00AC is what some extractors put in the place of U+00AD.
inline constexpr kind_range kind_ranges[] = {
    {0x0020, 0, kind::gap}, {0x000A, 3, kind::line_break}, {0x002D, 0, kind::hyphen}, {0x0030, 9, kind::digit}, {0x0009, 0, kind::gap},
    {0x00A0, 0, kind::gap}, {0x00AC, 1, kind::soft_hyphen}, {0x058A, 0, kind::hyphen}, {0x0660, 9, kind::digit}, {0x06F0, 9, kind::digit},
    {0x1400, 0, kind::hyphen}, {0x2010, 1, kind::hyphen}, {0x2012, 3, kind::dash}, {0x2212, 0, kind::dash}, {0x3000, 0, kind::gap},
    {0xFE63, 0, kind::hyphen}, {0xFF0D, 0, kind::hyphen}, {0xFF10, 9, kind::digit}};

constexpr unsigned kinds_of_sign(char32_t c) noexcept {
    const std::size_t count = c < 0x80 ? 5 : sizeof kind_ranges / sizeof kind_ranges[0];
    for (std::size_t i = 0; i != count; ++i) {
        if (c - kind_ranges[i].first <= kind_ranges[i].more) return kind_ranges[i].kinds;
    }
    return 0;
}

constexpr unsigned kinds_of(char32_t c) noexcept {
    if (is_letter(c)) return is_capital(c) ? kind::letter | kind::capital : kind::letter;
    return kinds_of_sign(c);
}

constexpr bool is_kind(char32_t c, unsigned kinds) noexcept { return (kinds_of(c) & kinds) != 0; }

constexpr bool is_one_of(char32_t c, const char* signs) noexcept {
    while (*signs != 0 && c != static_cast<char32_t>(*signs)) ++signs;
    return *signs != 0;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_CHARACTER_KIND_HPP
