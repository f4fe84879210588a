// galley: the character properties that galley needs, and no others.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_UNICODE_HPP
#define GALLEY_UNICODE_HPP

#include <galley/config.hpp>
#include <galley/detail/character_class.hpp>
#include <galley/detail/unicode_tables.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// East Asian Width as far as typesetting asks: Na, N and A together, then H, W and F (UAX #11).
enum class width_class : std::uint8_t { narrow, half, wide, full };

/// Version of Unicode that the tables come from, such as "18.0.0".
constexpr std::string_view unicode_version() noexcept { return detail::unicode_version; }

namespace detail {

enum punctuation_flag : std::uint8_t { opener_flag = 1, closer_flag = 2, sentence_end_flag = 4, no_start_flag = 8 };

constexpr std::uint8_t flags_of(char32_t code_point) noexcept {
    if (code_point > 0xFFFF || (code_point >= 0x3400 && code_point <= 0x9FFF)) return 0;
    const std::uint16_t key = static_cast<std::uint16_t>(code_point);
    const std::size_t count = length_of(flag_first);
    const std::size_t at = last_not_above(flag_first, 0, count, key);
    return at != count && key - flag_first[at] <= flag_length[at] ? flag_bits[at] : std::uint8_t{0};
}

}  // namespace detail

/// The kind of a token that holds this character alone. Constant time; logarithmic in a table of ranges above U+FFFF.
constexpr token_kind kind_of(char32_t code_point) noexcept {
    const std::uint8_t found = detail::class_of(code_point);
    return found == detail::mark_class ? token_kind::other : static_cast<token_kind>(found);
}

/// Combining marks (General_Category M) and format characters (Cf) but ZWSP: no width, part of what they follow.
constexpr bool is_mark(char32_t code_point) noexcept { return detail::class_of(code_point) == detail::mark_class; }

/// East Asian Width; unassigned code points have the default of their block.
constexpr width_class width_of(char32_t code_point) noexcept {
    using namespace detail;
    if (code_point < 0x1100) return width_class::narrow;
    if (code_point >= 0x3400 && code_point <= 0xA48C) return width_class::wide;
    if (code_point < 0x10000) {
        const std::uint16_t key = static_cast<std::uint16_t>(code_point);
        const std::size_t count = length_of(width_first);
        const std::size_t at = last_not_above(width_first, 0, count, key);
        return at != count && key <= width_last[at] ? static_cast<width_class>(width_class_of_range[at]) : width_class::narrow;
    }
    const std::size_t count = length_of(wide_astral_first);
    const std::size_t at = last_not_above(wide_astral_first, 0, count, static_cast<std::uint32_t>(code_point));
    return at != count && code_point <= wide_astral_last[at] ? width_class::wide : width_class::narrow;
}

/// Opening bracket or quote: Ps or Pi. “ and ‘ open.
constexpr bool is_opener(char32_t code_point) noexcept { return (detail::flags_of(code_point) & detail::opener_flag) != 0; }
/// Closing bracket or quote: Pe or Pf.
constexpr bool is_closer(char32_t code_point) noexcept { return (detail::flags_of(code_point) & detail::closer_flag) != 0; }
/// Sentence_Terminal: `.` `!` `?` 。 ！ ？ and their like in other scripts of the BMP.
constexpr bool is_sentence_end(char32_t code_point) noexcept {
    return (detail::flags_of(code_point) & detail::sentence_end_flag) != 0;
}
/// May not begin a line (kinsoku; UAX #14 classes CL, CP, EX, IS, NS, and Pf).
constexpr bool is_no_start(char32_t code_point) noexcept { return (detail::flags_of(code_point) & detail::no_start_flag) != 0; }

/// Advance in quarter ems in East Asian text setting: 4 for wide and full width and for the quotes, dashes, ellipses
/// and middle dots that such fonts draw wide, 0 for marks and ZWSP, else 2.
constexpr std::uint8_t quarter_ems(char32_t code_point) noexcept {
    if (code_point < 0x7F) return 2;
    if (code_point >= 0x3400 && code_point <= 0x9FFF) return 4;
    switch (code_point) {
        case 0x00B7: case 0x2013: case 0x2014: case 0x2018: case 0x2019: case 0x201C: case 0x201D: case 0x2026: return 4;
        case 0x200B: return 0;
        default: break;
    }
    if (width_of(code_point) >= width_class::wide) return 4;
    return is_mark(code_point) ? 0 : 2;
}

/// Emoji and pictographs: symbols of the blocks that hold them, but for the enclosed ideographs. Two of them keep a space between.
constexpr bool is_emoji(char32_t code_point) noexcept {
    const bool block = (code_point >= 0x1F000 && code_point <= 0x1F1FF) || (code_point >= 0x1F300 && code_point <= 0x1FAFF) || (code_point >= 0x2600 && code_point <= 0x27BF) ||
                       (code_point >= 0x2B00 && code_point <= 0x2BFF) || (code_point >= 0x231A && code_point <= 0x23FF);
    return block && kind_of(code_point) == token_kind::symbol;
}

GALLEY_NAMESPACE_END

#endif // GALLEY_UNICODE_HPP
