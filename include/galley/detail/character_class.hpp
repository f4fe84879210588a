// galley: the kinds of characters, and their look-up: what the block kernels need of Unicode.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_CHARACTER_CLASS_HPP
#define GALLEY_DETAIL_CHARACTER_CLASS_HPP

#include <galley/config.hpp>
#include <galley/detail/unicode_tables.hpp>
#include <galley/detail/unicode_tables_lite.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN

/// What a run of text is. Every code point has one kind; ill-formed bytes are `invalid`.
enum class token_kind : std::uint8_t {
    han,          ///< Script=Han, CJK radicals, all of the CJK ideograph blocks, 々 〆 〇
    kana,         ///< Hiragana and Katakana letters, ー and the sound marks
    hangul,       ///< Hangul syllables and jamo
    word,         ///< letters of every other script, letter-like numerals (General_Category L, Nl)
    digits,       ///< decimal digits of every script (Nd); `.` and `,` between two ASCII digits join them
    punctuation,  ///< General_Category P, one character a token
    symbol,       ///< General_Category S and No: +, €, ①, ½, emoji
    space,        ///< White_Space that does not end a line
    line_break,   ///< LF, VT, FF, CR, CR LF, NEL, LS or PS; one break a token
    other,        ///< control, private use, unassigned, ZWSP; a mark with nothing to stand on
    invalid,      ///< one maximal subpart of an ill-formed sequence
};

namespace detail {

/// One character of such a kind is one token.
constexpr bool ends_alone(unsigned kind) noexcept {
    constexpr unsigned alone = 1U << static_cast<unsigned>(token_kind::punctuation) |
                               1U << static_cast<unsigned>(token_kind::line_break) |
                               1U << static_cast<unsigned>(token_kind::invalid);
    return ((alone >> kind) & 1U) != 0;
}

constexpr bool is_ascii_digit(char byte) noexcept { return byte >= '0' && byte <= '9'; }

/// A token kind, or `mark_class`: a combining mark or format character, which takes the kind of what it follows.
inline constexpr std::uint8_t mark_class = 11;

constexpr std::uint8_t nibble(const std::uint8_t* packed, std::size_t at) noexcept {
    return static_cast<std::uint8_t>((unsigned{packed[at / 2]} >> (at % 2 * 4)) & 0xFU);
}

/// Index of the last entry not above `key`, or `count` when all are.
template <class T>
constexpr std::size_t last_not_above(const T* sorted, std::size_t first, std::size_t count, T key) noexcept {
    std::size_t low = first, high = count;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (sorted[middle] <= key) low = middle + 1;
        else high = middle;
    }
    return low == first ? count : low - 1;
}

template <class T, std::size_t N>
constexpr std::size_t length_of(const T (&)[N]) noexcept { return N; }

#if GALLEY_UNICODE_LITE
constexpr std::uint8_t class_of_bmp(std::size_t code_point) noexcept {
    std::size_t place = code_point;  // as if what has no blocks were not there
    if (code_point >= 0x3400) {
        if (code_point < 0xA000) return static_cast<std::uint8_t>(token_kind::han);
        if (code_point < 0xAC00) place -= 0x6C00;
        else if (code_point < 0xD800) return static_cast<std::uint8_t>(token_kind::hangul);
        else if (code_point < 0xF900) return static_cast<std::uint8_t>(token_kind::other);
        else place -= 0xB900;
    }
    return nibble(class_blocks, class_index[place >> 5] * std::size_t{32} + (place & 31U));
}
/// The same by the upper ten and the lower six bits.
constexpr std::uint8_t class_of_row(std::size_t row, std::size_t place) noexcept { return class_of_bmp(row << 6 | place); }
#else
constexpr std::uint8_t class_of_row(std::size_t row, std::size_t place) noexcept {
    return nibble(class_blocks, class_index[row] * std::size_t{64} + place);
}
constexpr std::uint8_t class_of_bmp(std::size_t code_point) noexcept { return class_of_row(code_point >> 6, code_point & 63U); }
#endif

constexpr std::uint8_t class_of(char32_t code_point) noexcept {
    if (code_point < 0x10000) return class_of_bmp(code_point);
    if (code_point > 0x10FFFF) return static_cast<std::uint8_t>(token_kind::other);
    const std::size_t plane = (code_point >> 16) - 1;
    const std::size_t at = last_not_above(astral_first, astral_plane[plane], astral_plane[plane + 1],
                                          static_cast<std::uint16_t>(code_point & 0xFFFFU));
    return nibble(astral_class, at);
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_CHARACTER_CLASS_HPP
