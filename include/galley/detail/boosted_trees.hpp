// galley: a sum of small decision trees over signed bytes.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BOOSTED_TREES_HPP
#define GALLEY_DETAIL_BOOSTED_TREES_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// What trees ask about: a signed byte for each name, 0 where none was set. Kept with 128 added, so that an unsigned comparison
/// will do: its borrow is the step to the next level, and no machine has to turn a condition into a number.
template <int Count>
class tree_evidence {
public:
    constexpr tree_evidence() noexcept {
        for (std::uint8_t& value : values_) value = 128;
    }

    /// A value beyond what a signed byte holds becomes its bound.
    constexpr void set(int name, int value) noexcept {
        unsigned turned = static_cast<unsigned>(value) + 128;
        if (turned > 255) turned = value < 0 ? 0 : 255;  // hardly ever
        values_[name] = static_cast<std::uint8_t>(turned);
    }
    constexpr void set(int name, std::uint8_t value) noexcept { put(name, value < 127 ? value : 127); }
    /// The same for a value that needs no bound.
    constexpr void put(int name, int value) noexcept { values_[name] = static_cast<std::uint8_t>(value + 128); }
    constexpr int operator[](int name) const noexcept { return values_[name] - 128; }

    constexpr const std::uint8_t* data() const noexcept { return values_; }

private:
    std::uint8_t values_[static_cast<std::size_t>(Count)] = {};
};

/// Brings trees into the form that they are asked in. As fitted, every tree is complete: 2^Depth - 1 nodes {evidence, threshold},
/// level by level, then 2^Depth leaves; evidence above the threshold goes right. To be asked, 128 is added to the thresholds,
/// as to the evidence, and each level is turned round.
template <int Depth>
constexpr void turn_trees(const std::int8_t* from, std::size_t size, std::uint8_t* to) noexcept {
    constexpr std::size_t leaves = std::size_t{1} << Depth;
    while (size != 0) {
        for (std::size_t width = 1; width < leaves; width *= 2) {
            for (std::size_t node = 0; node < width; ++node) {
                to[2 * (width - 1 - node)] = static_cast<std::uint8_t>(from[2 * node]);
                to[2 * (width - 1 - node) + 1] = static_cast<std::uint8_t>(from[2 * node + 1] + 128);
            }
            from += 2 * width;
            to += 2 * width;
            size -= 2 * width;
        }
        for (std::size_t leaf = 0; leaf < leaves; ++leaf) to[leaves - 1 - leaf] = static_cast<std::uint8_t>(from[leaf]);
        from += leaves;
        to += leaves;
        size -= leaves;
    }
}

/// The bytes of trees in that form.
template <int Depth, std::size_t Size>
struct turned_trees {
    std::uint8_t bytes[Size] = {};

    constexpr explicit turned_trees(const std::int8_t (&trees)[Size]) noexcept { turn_trees<Depth>(trees, Size, bytes); }
};

/// Gradient-boosted trees (Friedman 2001), fitted offline, turned round. No branch depends on what is asked, so nothing is mispredicted.
template <int Depth>
struct boosted_trees {
    const std::uint8_t* bytes;
    std::size_t size;
    int bias;

    static constexpr unsigned nodes = (1U << Depth) - 1;
    static constexpr std::size_t tree_bytes = 2 * nodes + nodes + 1;

    /// The sum of the leaves, in 64ths of a logit.
    constexpr int score(const std::uint8_t* evidence) const noexcept { return bias + sum_of(bytes, bytes + size, evidence); }

    constexpr std::size_t count() const noexcept { return size / tree_bytes; }

    /// Adds the sum to `score`, tree after tree, but stops where those that are left, `behind` more than these, would have to
    /// take back a quarter each on the average to change the sign: one sum in a thousand would. Looks at it now and then.
    constexpr int refined(int score, std::size_t behind, const std::uint8_t* evidence) const noexcept {
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

    static constexpr int sum_of(const std::uint8_t* tree, const std::uint8_t* last, const std::uint8_t* evidence) noexcept {
        constexpr std::size_t two = 2 * tree_bytes, four = 4 * tree_bytes;
        int sum = 0;
        for (; GALLEY_BLOCKS && static_cast<std::size_t>(last - tree) >= four; tree += four) {  // they wait for nothing of each other
            sum += leaf_of(tree, evidence) + leaf_of(tree + tree_bytes, evidence);
            sum += leaf_of(tree + two, evidence) + leaf_of(tree + two + tree_bytes, evidence);
        }
        for (; tree != last; tree += tree_bytes) sum += leaf_of(tree, evidence);
        return sum;
    }

    static constexpr int leaf_of(const std::uint8_t* tree, const std::uint8_t* evidence) noexcept {
        return static_cast<std::int8_t>(tree[std::ptrdiff_t{3 * nodes} + descend<Depth>(tree, evidence)]);
    }

    /// The place that is reached on a level, counted from its end: 0 or less. By recursion, so that compilers unroll it.
    template <int Level>
    static constexpr std::ptrdiff_t descend(const std::uint8_t* tree, const std::uint8_t* evidence) noexcept {
        if constexpr (Level == 0) {
            return 0;
        } else {
            constexpr std::ptrdiff_t last = (std::ptrdiff_t{4} << (Level - 1)) - 4;
            const std::ptrdiff_t at = 2 * descend<Level - 1>(tree, evidence);
            return at - (tree[last + at + 1] < evidence[tree[last + at]] ? 1 : 0);
        }
    }
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BOOSTED_TREES_HPP
