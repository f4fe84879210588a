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

/// Widths by block; the tables are asked for what the kernel does not know.
inline std::size_t quarter_ems_by_blocks(std::string_view text) noexcept {
    const char* at = text.data();
    const char* const last = at + text.size();
    return with_kernel([&](auto kernel) {
        std::size_t sum = 0;
        for (; static_cast<std::size_t>(last - at) >= block_reach; at += block_bytes) {
            const block_widths found = kernel.widths(octets(at));
            sum += 2 * population(found.narrow) + 4 * population(found.wide);
            for (std::uint64_t rest = found.leads & ~found.wide & ~found.narrow; rest != 0; rest &= rest - 1) {
                const unsigned char* sequence = octets(at) + trailing_zeros(rest);
                sum += quarter_ems(decode_sequence(sequence));
            }
        }
        while (at != last && is_continuation(octet(*at))) ++at;
        while (at != last) sum += quarter_ems(utf8_next(at, last).code_point);
        return sum;
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
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= 2 * block_bytes && utf8_valid_prefix(text) == text.size())
        return quarter_ems_by_blocks(text);
#endif
    std::size_t sum = 0;
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) sum += quarter_ems(utf8_next(at, last).code_point);
    return sum;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SCAN_HPP
