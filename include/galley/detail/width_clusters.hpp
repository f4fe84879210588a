// galley: the width that most lines around have.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_WIDTH_CLUSTERS_HPP
#define GALLEY_DETAIL_WIDTH_CLUSTERS_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_window.hpp>

#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// A cluster of widths in quarter ems: its median, and the percentage of the lines that are in it.
struct cluster {
    int middle = 0;
    int share = 0;
};

/// A number of each line of a window, sorted.
class sorted_numbers {
public:
    constexpr void add(std::uint16_t width) noexcept { place_down(count_++, width); }
    constexpr void remove(std::uint16_t width) noexcept {
        int at = place_of(width);
        for (--count_; at < count_; ++at) values_[at] = values_[at + 1];
    }
    constexpr void replace(std::uint16_t old, std::uint16_t width) noexcept {
        if (width <= old) return place_down(place_of(old), width);
        int at = count_ - 1;
        while (values_[at] > width) --at;
        for (; values_[at] != old; --at) {
            const std::uint16_t below = values_[at];
            values_[at] = width;
            width = below;
        }
        values_[at] = width;
    }

    constexpr void clear() noexcept { count_ = 0; }

    constexpr int count() const noexcept { return count_; }
    constexpr int median() const noexcept { return count_ == 0 ? 0 : values_[count_ / 2]; }
    constexpr const std::uint16_t* begin() const noexcept { return values_; }
    constexpr const std::uint16_t* end() const noexcept { return values_ + count_; }

    /// The densest cluster of widths: as many as lie within 1¾ em; the widest of equals. Begins with the size that it had when
    /// it was asked last, since few numbers come and go in between.
    constexpr cluster densest() noexcept {
        if (count_ == 0) return {};
        int size = most_ < count_ ? most_ : count_;
        int first = widest_of(size, count_ - size);
        while (first < 0) {
            --size;
            first = widest_of(size, count_ - size);
        }
        for (int larger = widest_of(size + 1, first - 1); larger >= 0; larger = widest_of(size + 1, first - 1)) {
            first = larger;
            ++size;
        }
        most_ = static_cast<std::uint8_t>(size);
        return {values_[first + size / 2], size * 100 / count_};
    }

private:
    /// Where the widest cluster of so many begins, at or before `from`; below 0: there is none.
    constexpr int widest_of(int size, int from) const noexcept {
        constexpr int spread = 7;
        while (from >= 0 && values_[from + size - 1] - values_[from] > spread) --from;
        return from;
    }

    /// It is there. Most lines are about as wide as the widest.
    constexpr int place_of(std::uint16_t width) const noexcept {
        int at = count_ - 1;
        while (at > 0 && values_[at] != width) --at;
        return at;
    }
    constexpr void place_down(int at, std::uint16_t width) noexcept {
        for (; at > 0 && values_[at - 1] > width; --at) values_[at] = values_[at - 1];
        values_[at] = width;
    }

    std::uint16_t values_[line_window::back + 1 + line_window::ahead] = {};
    std::uint8_t count_ = 0;
    std::uint8_t most_ = 1;  ///< the size of the densest cluster, the last time
};

/// The columns that the lines around a break show.
struct columns {
    cluster raw;     ///< by widths as set
    cluster tight;   ///< with squeezed marks
    cluster past;    ///< as set, of the lines up to the break
    cluster coming;  ///< likewise, behind the break
    cluster set;     ///< by proportional widths
    cluster edge;    ///< by where the lines end
};

/// Lines in a row, counted from the first of the text.
struct line_stretch {
    std::uint32_t first;
    std::uint32_t end;
};

/// Takes one number of each line, from line `first` on as yet, to a later stretch of the window; anew where they share no line.
struct column_mover {
    const line_window& window;

    template <class NumberOf>
    constexpr void operator()(sorted_numbers& numbers, std::uint32_t first, line_stretch to, NumberOf number_of) const noexcept {
        line_stretch from{first, first + static_cast<std::uint32_t>(numbers.count())};
        const auto number = [&](std::uint32_t index) { return static_cast<std::uint16_t>(number_of(window.line(index))); };
        if (!window.holds(from.first) || from.end <= to.first) {
            numbers.clear();
            from = {to.first, to.first};
        }
        while (from.first < to.first && from.first < from.end && from.end < to.end) numbers.replace(number(from.first++), number(from.end++));
        for (; from.first < to.first && from.first < from.end; ++from.first) numbers.remove(number(from.first));
        for (; from.end < to.end; ++from.end) numbers.add(number(from.end));
    }
};

/// Finds the columns break after break. What two windows share is sorted once.
class column_finder {
public:
    constexpr columns find(const lines_around& lines) noexcept {
        const line_stretch all{lines.index(lines.first()), lines.index(lines.last()) + 1};
        const std::uint32_t behind = lines.index(1), old_behind = first_ + static_cast<std::uint32_t>(past_.count());
        const column_mover move{lines.window()};
        const auto width_of = [](const line_facts& line) { return line.width; };
        move(widths_, first_, all, width_of);
        move(past_, first_, {all.first, behind}, width_of);
        move(coming_, old_behind, {behind, all.end}, width_of);
        move(tight_, first_, all, [](const line_facts& line) { return squeezed(line); });
        move(set_, first_, all, [](const line_facts& line) { return line.set_width; });
        first_ = all.first;
        const cluster raw = widths_.densest();
        if (!are_indented(lines)) return {raw, tight_.densest(), past_.densest(), coming_.densest(), set_.densest(), raw};
        move(edge_, first_edge_, all, [](const line_facts& line) { return end_of(line) < 0xFFFF ? end_of(line) : 0xFFFF; });
        first_edge_ = all.first;
        return {raw, tight_.densest(), past_.densest(), coming_.densest(), set_.densest(), edge_.densest()};
    }
    /// A line that may have been seen is taken back.
    constexpr void forget() noexcept { *this = column_finder(); }

private:
    /// Else they end where they are wide.
    static constexpr bool are_indented(const lines_around& lines) noexcept {
        for (const line_facts& line : lines) {
            if (line.indent != 0) return true;
        }
        return false;
    }

    sorted_numbers widths_, past_, coming_, tight_, set_, edge_;
    std::uint32_t first_ = 0, first_edge_ = 0;  ///< the first line whose numbers are there
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_WIDTH_CLUSTERS_HPP
