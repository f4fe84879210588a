// galley: finds line ends and hyphens, a block at a time where the processor can.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_SCAN_HPP
#define GALLEY_DETAIL_HYPHEN_SCAN_HPP

#include <galley/config.hpp>
#include <galley/detail/kernels.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

constexpr bool is_break_byte(char c) noexcept { return octet(c) - 0x0AU < 4U; }

#if GALLEY_BLOCKS

/// Calls `use(kernel, block, offset, mask)` for each block from `at` on; the bytes of the text are those in `mask`.
/// Until it returns false.
template <class Use>
void for_each_block(std::string_view text, std::size_t at, Use&& use) noexcept {
    with_kernel([&](auto kernel) {
        for (; at < text.size(); at += block_bytes) {
            const std::size_t rest = text.size() - at;
            unsigned char edge[block_reach];
            const unsigned char* const first = octets(text.data() + at);
            const unsigned char* const block = rest < block_reach ? copy_edge(first, rest, edge) : first;
            if (!use(kernel, block, at, low_bits(rest))) return;
        }
    });
}

/// Calls `use(what, offset)` for what the kernels read of each block from `at` on (block_marks, or a mask of torn ends), until it
/// returns false. A few blocks are read before their hits are used, more each time: the first hit may be the last that is wanted.
template <class What, class Use>
void for_each_read(std::string_view text, std::size_t at, Use&& use) noexcept {
    constexpr std::size_t most = 16;
    with_kernel([&](auto kernel) {
        What found[most];
        std::size_t wanted = 1;
        while (at < text.size()) {
            const std::size_t rest = text.size() - at;
            unsigned char edge[block_reach];
            const unsigned char* const first = octets(text.data() + at);
            const std::size_t whole = rest < block_reach ? 1 : (rest - (block_reach - block_bytes)) / block_bytes;
            const std::size_t blocks = whole < wanted ? whole : wanted;
            if (wanted < most) wanted *= 2;
            kernel.read(rest < block_reach ? copy_edge(first, rest, edge) : first, blocks, found);
            for (std::size_t i = 0; i < blocks; ++i, at += block_bytes) {
                if (!use(found[i], at)) return;
            }
        }
    });
}

#endif  // GALLEY_BLOCKS

/// Calls `use(offset)` for every line break (LF to CR) from `at` on, until it returns false. Linear.
template <class Use>
constexpr void for_each_break(std::string_view text, std::size_t at, Use use) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() - at >= 16) {
        return for_each_block(text, at, [&](auto kernel, const unsigned char* block, std::size_t offset, std::uint64_t mask) {
            for (std::uint64_t found = kernel.line_breaks(block) & mask; found != 0; found &= found - 1) {
                const std::size_t hit = offset + trailing_zeros(found);
                if (is_break_byte(text[hit]) && !use(hit)) return false;
            }
            return true;
        });
    }
#endif
    for (; at != text.size(); ++at) {
        if (is_break_byte(text[at]) && !use(at)) return;
    }
}

/// A byte that may end a line-end hyphen, or a blank behind one: not ASCII, `-`, `=`, space, tab.
constexpr bool may_tear(char c) noexcept { return octet(c) >= 0x80 || c == 0x2D || c == 0x3D || c == 0x20 || c == 0x09; }

/// Calls `use(offset)` for every line break (LF to CR) behind such a byte that stands at `at` or later, until it returns
/// false. Most lines of a text have none. Linear.
template <class Use>
constexpr void for_each_torn_end(std::string_view text, std::size_t at, Use use) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() - at >= 16) {
        return for_each_read<std::uint64_t>(text, at, [&](std::uint64_t found, std::size_t offset) {
            for (; found != 0; found &= found - 1) {
                if (!use(offset + trailing_zeros(found) + 1)) return false;
            }
            return true;
        });
    }
#endif
    for (; at + 1 < text.size(); ++at) {
        if (is_break_byte(text[at + 1]) && may_tear(text[at]) && !use(at + 1)) return;
    }
}

/// Calls `feeds(count, offset of the last)` for the line feeds of a stretch of text and `mark(offset)` for every hyphen-minus
/// and every byte 0xE2, the lead of the general punctuation. Linear.
template <class Feeds, class Mark>
constexpr void for_each_mark(std::string_view text, Feeds feeds, Mark mark) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= 16) {
        return for_each_read<block_marks>(text, 0, [&](const block_marks& marks, std::size_t offset) {
            const std::uint64_t lines = marks.feeds;
            if (lines != 0) feeds(marks.lines, offset + 63U - static_cast<unsigned>(__builtin_clzll(lines)));
            for (std::uint64_t found = marks.signs; found != 0; found &= found - 1) mark(offset + trailing_zeros(found));
            return true;
        });
    }
#endif
    for (std::size_t at = 0; at != text.size(); ++at) {
        if (text[at] == 0x0A) feeds(1U, at);
        else if (text[at] == 0x2D || octet(text[at]) == 0xE2) mark(at);
    }
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
