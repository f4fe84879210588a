// galley: a sum of small decision trees over signed bytes.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BOOSTED_TREES_HPP
#define GALLEY_DETAIL_BOOSTED_TREES_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Gradient-boosted trees (Friedman 2001), fitted offline, in preorder. A tree begins with its size in bytes. A node is
/// {feature, threshold, skip}; evidence not above the threshold goes to the left child, which follows the node, else to
/// the right one, which is `skip` bytes behind the node. The top bit of `feature` (of `skip`) says that the left (right)
/// child is a leaf: one signed byte.
struct boosted_trees {
    const std::uint8_t* bytes;
    std::size_t size;
    int bias;

    /// The sum of the leaves, in 64ths of a logit.
    template <class Evidence>
    constexpr int score(const Evidence& evidence) const noexcept {
        int sum = bias;
        for (std::size_t at = 0; at < size; at += bytes[at] + 1U) sum += leaf(bytes + at + 1, evidence);
        return sum;
    }

private:
    template <class Evidence>
    constexpr static int leaf(const std::uint8_t* node, const Evidence& evidence) noexcept {
        for (;;) {
            const bool right = evidence.values[node[0] & 0x7FU] > signed_byte(node[1]);
            const std::uint8_t child = right ? node[2] : node[0];
            node += right ? child & 0x7FU : 3U;
            if ((child & 0x80U) != 0) return signed_byte(*node);
        }
    }

    constexpr static int signed_byte(std::uint8_t byte) noexcept { return byte < 0x80 ? byte : byte - 0x100; }
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BOOSTED_TREES_HPP
