// galley: block operations for what reads lines.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SCAN_HPP
#define GALLEY_DETAIL_SCAN_HPP

#include <galley/config.hpp>
#include <galley/detail/kernels.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>

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

/// The first line break from `at` on, or `last`. Linear.
constexpr const char* find_line_break(const char* at, const char* last) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && last - at >= 16)
        return find_by_blocks(at, last, [](auto kernel, const unsigned char* block) { return kernel.line_breaks(block); });
#endif
    while (at != last && !line_break_at(at, last)) ++at;
    return at;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SCAN_HPP
