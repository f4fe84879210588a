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

/// Written out in full: compilers then make one load of it.
constexpr std::uint64_t load_8(const char* at) noexcept {
    return std::uint64_t{octet(at[0])} | std::uint64_t{octet(at[1])} << 8 | std::uint64_t{octet(at[2])} << 16 | std::uint64_t{octet(at[3])} << 24 |
           std::uint64_t{octet(at[4])} << 32 | std::uint64_t{octet(at[5])} << 40 | std::uint64_t{octet(at[6])} << 48 | std::uint64_t{octet(at[7])} << 56;
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

/// Index of the lowest byte that is not zero.
constexpr unsigned lowest_byte(std::uint64_t bits) noexcept {
#if defined(__GNUC__) || defined(__clang__)
    return static_cast<unsigned>(__builtin_ctzll(bits)) / 8U;
#else
    unsigned at = 0;
    while ((bits & 0xFFU) == 0) bits >>= 8, ++at;
    return at;
#endif
}

/// Calls `use(offset)` for every byte from `at` on whose bit is in `find(word)`, or, one by one, that `is(byte)`;
/// until it returns false. `find` may be wrong above its first hit.
template <class Find, class Is, class Use>
constexpr void for_each_byte(std::string_view text, std::size_t at, Find find, Is is, Use use) noexcept {
    if constexpr (sizeof(void*) >= 8) {
        for (; text.size() - at >= 8; at += 8) {
            for (std::uint64_t found = find(load_8(text.data() + at)); found != 0; found &= found - 1) {
                const std::size_t hit = at + lowest_byte(found);
                if (is(text[hit]) && !use(hit)) return;
            }
        }
    }
    for (; at != text.size(); ++at) {
        if (is(text[at]) && !use(at)) return;
    }
}

/// Calls `use(offset)` for every line break from `at` on, until it returns false.
template <class Use>
constexpr void for_each_break(std::string_view text, std::size_t at, Use use) noexcept {
    for_each_byte(text, at, [](std::uint64_t word) { return break_bytes(word); }, [](char c) { return is_break_byte(c); }, use);
}

/// Calls `use(offset)` for every line break, hyphen-minus and byte 0xE2.
template <class Use>
constexpr void for_each_mark(std::string_view text, Use use) noexcept {
    const auto find = [](std::uint64_t word) {
        return break_bytes(word) | zero_bytes(word ^ (every_byte * 0x2D)) | zero_bytes(word ^ (every_byte * 0xE2));
    };
    for_each_byte(text, 0, find, [](char c) { return is_mark_byte(c); }, [&](std::size_t at) { return use(at), true; });
}

constexpr std::size_t behind_break(std::string_view text, std::size_t at) noexcept {
    if (text[at] == '\r' && at + 1 != text.size() && text[at + 1] == '\n') ++at;
    ++at;
    if (at < text.size() && text[at] == '\f') ++at;
    return at;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_SCAN_HPP
