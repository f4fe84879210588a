// galley: a sum of small decision trees over signed bytes.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BOOSTED_TREES_HPP
#define GALLEY_DETAIL_BOOSTED_TREES_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Evidence is a signed byte.
constexpr std::int8_t clipped(int value) noexcept {
    return static_cast<std::int8_t>(value < -128 ? -128 : value > 127 ? 127 : value);
}

/// Gradient-boosted trees (Friedman 2001), fitted offline. Every tree is complete: 2^Depth - 1 nodes {evidence, threshold},
/// level by level, then 2^Depth leaves. Evidence above the threshold goes right. No branch depends on what is asked, so
/// nothing is mispredicted.
template <int Depth>
struct boosted_trees {
    const std::int8_t* bytes;
    std::size_t size;
    int bias;

    static constexpr unsigned nodes = (1U << Depth) - 1;
    static constexpr std::size_t tree_bytes = 2 * nodes + nodes + 1;

    /// The sum of the leaves, in 64ths of a logit.
    constexpr int score(const std::int8_t* evidence) const noexcept { return bias + sum_of(bytes, bytes + size, evidence); }

    constexpr std::size_t count() const noexcept { return size / tree_bytes; }

    /// Adds the sum to `score`, tree after tree, but stops where those that are left, `behind` more than these, would have to
    /// take back a quarter each on the average to change the sign: one sum in a thousand would. Looks at it now and then.
    constexpr int refined(int score, std::size_t behind, const std::int8_t* evidence) const noexcept {
        constexpr std::size_t step = 20 * tree_bytes;
        score += bias;
        for (std::size_t at = 0; at < size && !is_clear(score, (size - at) / tree_bytes + behind); at += step) {
            score += sum_of(bytes + at, bytes + (size - at < step ? size : at + step), evidence);
        }
        return score;
    }

private:
    static constexpr bool is_clear(int score, std::size_t left) noexcept {
        const int quarters = 4 * (score < 0 ? -score : score);
        return quarters > static_cast<int>(left);
    }

    static constexpr int sum_of(const std::int8_t* tree, const std::int8_t* last, const std::int8_t* evidence) noexcept {
        int sum = 0;
        for (; tree != last; tree += tree_bytes) sum += tree[nodes + descend<Depth>(tree, evidence)];
        return sum;
    }

    /// The node that is reached on a level. By recursion, so that compilers unroll it.
    template <int Level>
    static constexpr std::size_t descend(const std::int8_t* tree, const std::int8_t* evidence) noexcept {
        if constexpr (Level == 0) {
            return 0;
        } else {
            const std::size_t node = descend<Level - 1>(tree, evidence);
            return 2 * node + 1 + (evidence[tree[2 * node]] > tree[2 * node + 1] ? 1U : 0U);
        }
    }
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BOOSTED_TREES_HPP
