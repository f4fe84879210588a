// galley: the width that most lines around have.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_WIDTH_CLUSTERS_HPP
#define GALLEY_DETAIL_WIDTH_CLUSTERS_HPP

#include <galley/config.hpp>
#include <galley/detail/line_window.hpp>


GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Some numbers, sorted.
struct width_list {
    int values[line_window::back + 1 + line_window::ahead] = {};
    int count = 0;

    constexpr void add(int width) noexcept {
        int at = count++;
        for (; at > 0 && values[at - 1] > width; --at) values[at] = values[at - 1];
        values[at] = width;
    }
};

/// A cluster of widths in quarter ems: its median, and the percentage of the lines that are in it.
struct cluster {
    int middle = 0;
    int share = 0;
};

/// The densest cluster: the widths from ¾ em below one of them to 1 em above it; the widest of equals.
constexpr cluster densest_cluster(const width_list& widths) noexcept {
    int first = 0, count = 0;
    for (int i = 0, low = 0, high = 0; i < widths.count; ++i) {
        while (widths.values[low] < widths.values[i] - 3) ++low;
        while (high < widths.count && widths.values[high] <= widths.values[i] + 4) ++high;
        if (high - low < count) continue;
        first = low;
        count = high - low;
    }
    if (count == 0) return {};
    return {widths.values[first + count / 2], count * 100 / widths.count};
}

template <class WidthOf>
constexpr cluster densest_cluster(const lines_around& lines, int first, int last, WidthOf&& width_of) noexcept {
    width_list widths;
    for (int i = first; i <= last; ++i) widths.add(width_of(lines[i]));
    return densest_cluster(widths);
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_WIDTH_CLUSTERS_HPP
