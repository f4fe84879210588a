// The densest cluster of widths, against a plain look at every stretch; columns that follow a window against fresh ones.
#include <galley/detail/width_clusters.hpp>

#include "table.hpp"
#include "windows.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace {

using galley::detail::page::cluster;
using galley::detail::page::column_finder;
using galley::detail::page::columns;
using galley::detail::page::line_facts;
using galley::detail::page::line_window;
using galley::detail::page::lines_around;
using galley::detail::page::sorted_numbers;

constexpr sorted_numbers list_of(std::initializer_list<std::uint16_t> widths) {
    sorted_numbers list;
    for (const std::uint16_t width : widths) list.add(width);
    return list;
}

constexpr bool is(const cluster& found, int middle, int share) { return found.middle == middle && found.share == share; }

static_assert(is(list_of({}).densest(), 0, 0));
static_assert(is(list_of({64}).densest(), 64, 100));
static_assert(is(list_of({64, 60, 64, 20}).densest(), 64, 75));
static_assert(is(list_of({10, 100}).densest(), 100, 50), "the widest of equals");
static_assert(is(list_of({10, 10, 10, 100, 100}).densest(), 10, 60));
static_assert(is(list_of({60, 63, 67}).densest(), 63, 100), "within seven");
static_assert(is(list_of({60, 63, 68}).densest(), 68, 66), "eight apart are too far, and the wider two are as many");
static_assert(list_of({}).median() == 0 && list_of({9, 1, 5}).median() == 5 && list_of({9, 1}).median() == 9);

/// Every width as the least one; the last of the best ones in order of size, and the median of what lies there.
cluster by_looking(std::vector<int> widths) {
    std::sort(widths.begin(), widths.end());
    std::vector<int> best;
    for (const int least : widths) {
        std::vector<int> inside;
        for (const int width : widths) {
            if (width >= least && width <= least + 7) inside.push_back(width);
        }
        if (inside.size() >= best.size()) best = inside;
    }
    if (best.empty()) return {};
    return {best[best.size() / 2], static_cast<int>(best.size() * 100 / widths.size())};
}

TEST_CASE("width clusters: the list is sorted whatever comes and goes") {
    samples::random random(3);
    for (int round = 0; round < 500; ++round) {
        sorted_numbers list;
        std::vector<std::uint16_t> plain;
        for (int step = 0; step < 60; ++step) {
            const auto width = static_cast<std::uint16_t>(random.below(30));
            const std::size_t at = plain.empty() ? 0 : random.below(plain.size());
            if (plain.empty() || (plain.size() < 19 && random.below(3) == 0)) {
                list.add(width);
                plain.push_back(width);
            } else if (random.below(2) == 0) {
                list.replace(plain[at], width);
                plain[at] = width;
            } else {
                list.remove(plain[at]);
                plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(at));
            }
            std::vector<std::uint16_t> sorted = plain;
            std::sort(sorted.begin(), sorted.end());
            REQUIRE(std::vector<std::uint16_t>(list.begin(), list.end()) == sorted);
            REQUIRE(list.count() == static_cast<int>(sorted.size()));
        }
    }
}

TEST_CASE("width clusters: random widths against a plain look at each") {
    samples::random random(7);
    for (int round = 0; round < 4000; ++round) {
        const std::size_t count = random.below(19 + 1), spread = 1 + random.below(60);
        sorted_numbers list;
        std::vector<int> widths;
        for (std::size_t i = 0; i < count; ++i) {
            widths.push_back(static_cast<int>(20 + random.below(spread)));
            list.add(static_cast<std::uint16_t>(widths.back()));
        }
        const cluster found = list.densest(), expected = by_looking(widths);
        REQUIRE(found.middle == expected.middle);
        REQUIRE(found.share == expected.share);
    }
}

template <class WidthOf>
cluster by_looking_at(const lines_around& lines, int first, int last, WidthOf&& width_of) {
    std::vector<int> widths;
    for (int i = first; i <= last; ++i) widths.push_back(width_of(lines[i]));
    return by_looking(widths);
}

void check_columns(column_finder& finder, const lines_around& lines) {
    const columns found = finder.find(lines);
    const auto same = [](const cluster& a, const cluster& b) { return a.middle == b.middle && a.share == b.share; };
    const auto width = [](const line_facts& line) { return int{line.width}; };
    REQUIRE(same(found.raw, by_looking_at(lines, lines.first(), lines.last(), width)));
    REQUIRE(same(found.past, by_looking_at(lines, lines.first(), 0, width)));
    REQUIRE(same(found.coming, by_looking_at(lines, 1, lines.last(), width)));
    REQUIRE(same(found.tight, by_looking_at(lines, lines.first(), lines.last(), [](const line_facts& line) { return line.width - 2 * line.marks; })));
    REQUIRE(same(found.set, by_looking_at(lines, lines.first(), lines.last(), [](const line_facts& line) { return int{line.set_width}; })));
    REQUIRE(same(found.edge, by_looking_at(lines, lines.first(), lines.last(), [](const line_facts& line) { return line.width + 2 * line.indent; })));
}

// Breaks are asked about now and then, with few lines behind them or many; lines are taken back.
TEST_CASE("width clusters: columns that follow a window") {
    samples::random random(11);
    for (int round = 0; round < 60; ++round) {
        line_window window;
        column_finder finder;
        const std::size_t ask = 1 + random.below(3), most_ahead = 1 + random.below(12);
        for (int step = 0; step < 150; ++step) {
            if (window.empty() || (window.lines_ahead() < static_cast<int>(most_ahead) && random.below(4) != 0)) {
                line_facts line;
                line.width = static_cast<std::uint16_t>(40 + random.below(12));
                line.set_width = static_cast<std::uint16_t>(line.width + random.below(6));
                line.marks = static_cast<std::uint8_t>(random.below(4));
                line.indent = static_cast<std::uint8_t>(random.below(5));
                window.push(line);
            } else if (window.lines_ahead() >= 1) {
                if (random.below(ask) == 0) check_columns(finder, {window, window.current()});
                if (random.below(8) == 0) {
                    window.drop_last();
                    finder.forget();
                } else {
                    window.advance();
                }
            }
        }
    }
}

}  // namespace
