// galley: block operations for what reads lines: the next line break, the next pair of bytes, the width of a text.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SCAN_HPP
#define GALLEY_DETAIL_SCAN_HPP

#include <galley/config.hpp>
#include <galley/detail/kernels.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

#if GALLEY_BLOCKS

/// The first place from `at` that `mask_of(kernel, block)` marks, or `last`. A mark may need two bytes behind it, which
/// are zero at the end of the text.
template <class MaskOf>
const char* find_by_blocks(const char* at, const char* last, MaskOf&& mask_of) noexcept {
    return with_kernel([&](auto kernel) {
        for (; at != last;) {
            const std::size_t rest = static_cast<std::size_t>(last - at);
            unsigned char edge[block_reach];
            const unsigned char* const block = rest < block_reach ? copy_edge(octets(at), rest, edge) : octets(at);
            const std::uint64_t found = mask_of(kernel, block) & low_bits(rest);
            if (found != 0) return at + trailing_zeros(found);
            at += rest < block_bytes ? rest : block_bytes;
        }
        return last;
    });
}

#endif  // GALLEY_BLOCKS

/// A line break (LF, VT, FF, CR, NEL, LS, PS) begins at `at`.
constexpr bool line_break_at(const char* at, const char* last) noexcept {
    const std::uint8_t first = octet(*at);
    if (first <= 0x0D) return first >= 0x0A;
    if (first == 0xC2) return last - at > 1 && octet(at[1]) == 0x85;
    return first == 0xE2 && last - at > 2 && octet(at[1]) == 0x80 && (octet(at[2]) | 1) == 0xA9;
}

/// A line, or another stretch of text, as one pass over it tells.
struct line_span {
    const char* end = nullptr;      ///< its line break, or the end of the text
    std::size_t characters = 0;     ///< code points; a maximal subpart that is ill-formed is one
    std::size_t quarter_ems = 0;    ///< sum of `quarter_ems`, ill-formed parts as U+FFFD
    std::size_t ideographs = 0;     ///< of the blocks of CJK ideographs, as far as they have three bytes
    bool plain = true;              ///< nothing but those, and marks of a whole em that are common among them
};

/// Adds one character. Returns what is behind it.
constexpr const char* add_character(line_span& sum, const char* at, const char* last) noexcept {
    const char* next = at;
    const char32_t c = utf8_next(next, last).code_point;
    const bool han = next - at == 3 && c >= 0x3400 && c <= 0x9FFF && (c & 0xFF00U) != 0x4D00;
    ++sum.characters;
    sum.quarter_ems += quarter_ems(c);
    if (han) ++sum.ideographs;
    else if (sum.plain) sum.plain = next - at == 3 && (em_sets(octet(at[0]), octet(at[1]), octet(at[2])) & em_mark_sets) != 0;
    return next;
}

constexpr line_span span_by_character(const char* at, const char* last, bool to_line_break) noexcept {
    line_span sum;
    while (at != last && !(to_line_break && line_break_at(at, last))) at = add_character(sum, at, last);
    sum.end = at;
    return sum;
}

#if GALLEY_BLOCKS

/// A span block by block. Whether its bytes are well-formed shows by the way: every lead says where continuation bytes must
/// be, and they are compared with where they are. Text that is ill-formed is for span_by_character.
struct span_blocks {
    line_span sum;
    std::uint64_t carry = 0;  ///< continuation bytes that the next block must begin with
    bool failed = false;

    /// Adds the block at `at`, of which `size` bytes count: all before the line break or the end, which is known to be there when
    /// it is less than a block.
    GALLEY_INLINE void add(const line_masks& block, const char* at, std::size_t size, const char* last) noexcept {
        const std::uint64_t inside = low_bits(size);
        const std::uint64_t wide = block.wide & inside, latin = block.latin & inside;
        std::uint64_t expected = carry | wide << 1 | wide << 2 | latin << 1;
        carry = wide >> 63 | wide >> 62 | latin >> 63;  // bit 1 is always wide's bit 63
        const std::uint64_t known = block.ascii | block.latin | block.wide;
        for (std::uint64_t rest = block.leads & ~known & inside; rest != 0; rest &= rest - 1)
            expected |= add_unknown(at, trailing_zeros(rest), last);
        failed = failed || ((expected ^ ~block.leads) & low_bits(size + 1)) != 0;
        sum.characters += population(block.leads & inside);
        sum.quarter_ems += 4 * population(wide) + 2 * population((block.ascii | block.latin) & inside);
        sum.ideographs += population(block.han & inside);
        sum.plain = sum.plain && (block.leads & ~(block.han | block.marks) & inside) == 0;
    }

private:
    /// A character that the tables must tell; returns its continuation bytes in this block.
    std::uint64_t add_unknown(const char* at, unsigned place, const char* last) noexcept {
        const char* next = at + place;
        const decoded character = utf8_next(next, last);
        if (!character.valid) failed = true;
        sum.quarter_ems += quarter_ems(character.code_point);
        const std::uint64_t tail = low_bits(character.size) & ~std::uint64_t{1};
        if (place > 60) carry |= tail >> (64 - place);
        return tail << place;
    }
};

inline line_span span_by_blocks(const char* const first, const char* const last, bool to_line_break) noexcept {
    span_blocks blocks;
    const char* at = first;
    with_kernel([&](auto kernel) {
        while (at != last && !blocks.failed) {
            const std::size_t rest = static_cast<std::size_t>(last - at);
            unsigned char edge[block_reach];
            const line_masks block = kernel.line(rest < block_reach ? copy_edge(octets(at), rest, edge) : octets(at));
            const std::size_t room = rest < block_bytes ? rest : block_bytes;
            const std::uint64_t breaks = to_line_break ? block.breaks & low_bits(room) : 0;
            const std::size_t size = breaks != 0 ? trailing_zeros(breaks) : room;
            blocks.add(block, at, size, last);
            at += size;
            if (breaks != 0) break;
        }
    });
    if (blocks.failed || blocks.carry != 0) return span_by_character(first, last, to_line_break);
    blocks.sum.end = at;
    return blocks.sum;
}

#endif  // GALLEY_BLOCKS

/// The line at `at`, up to its line break (LF, VT, FF, CR, NEL, LS, PS) or to `last`. Any bytes. Linear. `last` should be the
/// end of all that can be read, not of the line, since a block is read at a time.
constexpr line_span scan_line(const char* at, const char* last) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && last - at >= 16) return span_by_blocks(at, last, true);
#endif
    return span_by_character(at, last, true);
}

/// The first line break from `at` on, or `last`. Linear.
constexpr const char* find_line_break(const char* at, const char* last) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && last - at >= 16)
        return find_by_blocks(at, last, [](auto kernel, const unsigned char* block) { return kernel.line_breaks(block); });
#endif
    while (at != last && !line_break_at(at, last)) ++at;
    return at;
}

/// The first place from `at` on where the byte `first` stands before the byte `second`, or `last`. Linear. Finds the
/// hyphen of "-\n", or the byte before a line's end.
constexpr const char* find_pair(const char* at, const char* last, char first, char second) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && last - at >= 16) {
        const char* const end = last - 1;  // a zero behind the text is no second byte
        const char* const found = find_by_blocks(at, last, [=](auto kernel, const unsigned char* block) {
            return kernel.pairs(block, octet(first), octet(second));
        });
        return found < end ? found : last;
    }
#endif
    for (; last - at > 1; ++at)
        if (at[0] == first && at[1] == second) return at;
    return last;
}

/// Sum of `quarter_ems` over the characters, ill-formed parts as U+FFFD. Linear.
constexpr std::size_t text_quarter_ems(std::string_view text) noexcept {
    const char* const last = text.data() + text.size();
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= 16) return span_by_blocks(text.data(), last, false).quarter_ems;
#endif
    return span_by_character(text.data(), last, false).quarter_ems;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SCAN_HPP
