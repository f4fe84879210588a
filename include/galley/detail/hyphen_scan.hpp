// galley: finds line ends and hyphens, eight bytes at a time where that is cheap.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_SCAN_HPP
#define GALLEY_DETAIL_HYPHEN_SCAN_HPP

#include <galley/config.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

constexpr std::uint64_t load_8(const char* at) noexcept {
    std::uint64_t word = 0;  // compilers make one load of it
    for (unsigned i = 0; i < 8; ++i) word |= std::uint64_t{octet(at[i])} << (8 * i);
    return word;
}

inline constexpr std::uint64_t every_byte = 0x0101010101010101U;

/// The high bit of each byte that is zero. Exact below the first zero byte and at it.
constexpr std::uint64_t zero_bytes(std::uint64_t word) noexcept { return (word - every_byte) & ~word & (every_byte << 7); }

/// The high bit of each byte 0x0A to 0x0D, exact.
constexpr std::uint64_t break_bytes(std::uint64_t word) noexcept {
    const std::uint64_t low = word & (every_byte * 0x7F);
    const std::uint64_t at_least = low + every_byte * (0x80 - 0x0A);
    const std::uint64_t above = low + every_byte * (0x80 - 0x0E);
    return at_least & ~above & ~word & (every_byte << 7);
}

constexpr bool is_break_byte(char c) noexcept { return octet(c) - 0x0AU < 4U; }

/// A line break, a hyphen-minus or the lead byte of the general punctuation.
constexpr bool is_mark_byte(char c) noexcept { return is_break_byte(c) || c == '-' || octet(c) == 0xE2; }

constexpr unsigned lowest_byte(std::uint64_t bits) noexcept {
    unsigned at = 0;
    while ((bits & 0xFFU) == 0) bits >>= 8, ++at;
    return at;
}

/// Where the first line break at or behind `at` is; the size where there is none.
constexpr std::size_t find_break(std::string_view text, std::size_t at) noexcept {
    if constexpr (sizeof(void*) >= 8) {
        for (; text.size() - at >= 8; at += 8) {
            const std::uint64_t found = break_bytes(load_8(text.data() + at));
            if (found != 0) return at + lowest_byte(found);
        }
    }
    while (at != text.size() && !is_break_byte(text[at])) ++at;
    return at;
}

/// Calls `use(offset)` for every line break, hyphen-minus and byte 0xE2.
template <class Use>
constexpr void for_each_mark(std::string_view text, Use use) noexcept {
    std::size_t at = 0;
    if constexpr (sizeof(void*) >= 8) {
        for (; text.size() - at >= 8; at += 8) {
            const std::uint64_t word = load_8(text.data() + at);
            const std::uint64_t found = break_bytes(word) | zero_bytes(word ^ (every_byte * 0x2D)) | zero_bytes(word ^ (every_byte * 0xE2));
            if (found == 0) continue;
            for (std::size_t i = 0; i < 8; ++i) {
                if (is_mark_byte(text[at + i])) use(at + i);
            }
        }
    }
    for (; at != text.size(); ++at) {
        if (is_mark_byte(text[at])) use(at);
    }
}

/// A line break between two lines, and what surrounds it.
struct line_end {
    std::size_t text_end;   ///< behind the last character that is not white space
    std::size_t line_begin; ///< where the line begins
    std::size_t at;         ///< the break
    std::size_t next;       ///< behind the break: CR LF is one, and a form feed behind it goes with it
};

constexpr std::size_t behind_break(std::string_view text, std::size_t at) noexcept {
    if (text[at] == '\r' && at + 1 != text.size() && text[at + 1] == '\n') ++at;
    ++at;
    if (at < text.size() && text[at] == '\f') ++at;
    return at;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_SCAN_HPP
