// The densest cluster of widths, against a plain look at every width.
#include <galley/detail/width_clusters.hpp>

#include "table.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace {

using galley::detail::page::cluster;
using galley::detail::page::densest_cluster;
using galley::detail::page::width_list;

constexpr width_list list_of(std::initializer_list<int> widths) {
    width_list list;
    for (const int width : widths) list.add(width);
    return list;
}

constexpr bool is(const cluster& found, int middle, int share) { return found.middle == middle && found.share == share; }

static_assert(is(densest_cluster(list_of({})), 0, 0));
static_assert(is(densest_cluster(list_of({64})), 64, 100));
static_assert(is(densest_cluster(list_of({64, 60, 64, 20})), 64, 75));
static_assert(is(densest_cluster(list_of({10, 100})), 100, 50), "the widest of equals");
static_assert(is(densest_cluster(list_of({10, 10, 10, 100, 100})), 10, 60));
static_assert(is(densest_cluster(list_of({60, 63, 67})), 63, 100), "from three below to four above");
static_assert(is(densest_cluster(list_of({58, 63, 68})), 68, 33), "five apart are too far");

/// Every width as the centre, all widths counted; the last of the best ones in order of size, and the median of what lies there.
cluster by_looking(std::vector<int> widths) {
    std::sort(widths.begin(), widths.end());
    std::vector<int> best;
    for (const int centre : widths) {
        std::vector<int> inside;
        for (const int width : widths) {
            if (width >= centre - 3 && width <= centre + 4) inside.push_back(width);
        }
        if (inside.size() >= best.size()) best = inside;
    }
    if (best.empty()) return {};
    return {best[best.size() / 2], static_cast<int>(best.size() * 100 / widths.size())};
}

TEST_CASE("width clusters: the list is sorted whatever comes") {
    const width_list list = list_of({5, 3, 9, 3, 0, 9, 7});
    CHECK(list.count == 7);
    CHECK(std::is_sorted(list.values, list.values + list.count));
}

TEST_CASE("width clusters: random widths against a plain look at each") {
    samples::random random(7);
    for (int round = 0; round < 4000; ++round) {
        const std::size_t count = random.below(19 + 1), spread = 1 + random.below(60);
        width_list list;
        std::vector<int> widths;
        for (std::size_t i = 0; i < count; ++i) {
            widths.push_back(static_cast<int>(20 + random.below(spread)));
            list.add(widths.back());
        }
        const cluster found = densest_cluster(list), expected = by_looking(widths);
        REQUIRE(found.middle == expected.middle);
        REQUIRE(found.share == expected.share);
    }
}

}  // namespace
