// galley: the measure of a column, from the widths of a few of its lines.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_MEASURE_HPP
#define GALLEY_DETAIL_MEASURE_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// The last lines of a text and those that follow: a ring that forgets the oldest.
class line_window {
public:
    static constexpr int back = 9;    ///< lines before the break that a decision looks at
    static constexpr int ahead = 9;   ///< lines behind it likewise
    static constexpr int hints = 3;   ///< breaks before and behind whose first score counts
    static constexpr int wait = ahead + hints;  ///< lines that must follow before a break is decided

    constexpr void push(const line_facts& line) noexcept { ring_[end_++ % capacity] = line; }
    /// Makes the line behind the break the one before the next break.
    constexpr void advance() noexcept { ++current_; }

    /// Lines are counted from the first of the text.
    constexpr std::uint32_t current() const noexcept { return current_; }
    constexpr std::uint32_t end() const noexcept { return end_; }
    constexpr bool empty() const noexcept { return end_ == current_; }
    /// Lines there behind the current one.
    constexpr int lines_ahead() const noexcept { return static_cast<int>(end_ - current_) - 1; }

    constexpr const line_facts& line(std::uint32_t index) const noexcept { return ring_[index % capacity]; }
    constexpr line_facts& line(std::uint32_t index) noexcept { return ring_[index % capacity]; }
    /// Counted from the current line.
    constexpr const line_facts& operator[](int at) const noexcept { return line(current_ + static_cast<std::uint32_t>(at)); }
    constexpr line_facts& operator[](int at) noexcept { return line(current_ + static_cast<std::uint32_t>(at)); }

private:
    static constexpr std::uint32_t capacity = 32;
    static_assert(back + 1 + wait + 1 <= static_cast<int>(capacity), "the ring holds all that decisions look at");
    line_facts ring_[capacity] = {};
    std::uint32_t current_ = 0;
    std::uint32_t end_ = 0;
};

/// The lines around one break: 0 stands before it, 1 behind it.
class lines_around {
public:
    constexpr lines_around(const line_window& window, std::uint32_t before) noexcept : window_(&window), before_(before) {}

    constexpr bool has(int at) const noexcept {
        const std::int64_t index = static_cast<std::int64_t>(before_) + at;
        return at >= -line_window::back && at <= line_window::ahead && index >= 0 && index < static_cast<std::int64_t>(window_->end());
    }
    constexpr const line_facts& operator[](int at) const noexcept { return window_->line(before_ + static_cast<std::uint32_t>(at)); }

private:
    const line_window* window_;
    std::uint32_t before_;
};

/// A column's width in quarter ems, and how its lines fill it.
struct measure {
    int width = 0;          ///< 0: none was found
    bool compressed = false;///< counted with each squeezable mark at half its width
    bool ragged = false;    ///< lines end at words: the width is that of the longest
};

/// Width of a line when its marks are squeezed.
constexpr int squeezed(const line_facts& line) noexcept { return line.width - 2 * line.marks; }
constexpr int width_in(const measure& m, const line_facts& line) noexcept {
    return m.compressed ? squeezed(line) : static_cast<int>(line.width);
}

/// Widths of some lines, sorted.
struct width_list {
    int values[24] = {};
    int count = 0;

    constexpr void add(int width) noexcept {
        int at = count++;
        for (; at > 0 && values[at - 1] > width; --at) values[at] = values[at - 1];
        values[at] = width;
    }
};

/// The densest cluster of widths: those from ¾ em below one of them to 1 em above it.
struct cluster {
    int first = 0;
    int count = 0;
};

constexpr cluster densest(const width_list& widths) noexcept {
    cluster best;
    for (int i = 0, low = 0, high = 0; i < widths.count; ++i) {
        while (widths.values[low] < widths.values[i] - 3) ++low;
        while (high < widths.count && widths.values[high] <= widths.values[i] + 4) ++high;
        if (high - low >= best.count) best = {low, high - low};
    }
    return best;
}

constexpr measure ragged_measure(const width_list& widths) noexcept {
    const int count = widths.count;
    int longest = widths.values[count - 1];
    if (count > 1 && widths.values[count - 2] + 12 < longest) longest = widths.values[count - 2];
    int full = 0;
    for (int i = 0; i < count; ++i) full += widths.values[i] >= longest - 16 && widths.values[i] <= longest;
    if (full < 3 || full * 100 < count * 34) return {};
    return {longest, false, true};
}

/// The measure of the lines from `first` to `last` of the window. Lines under 8 em say nothing; when a quarter of them
/// exceeds 60 em they are no column.
constexpr measure measure_of(const lines_around& window, int first, int last) noexcept {
    constexpr int narrowest = 8 * 4, widest = 60 * 4;
    width_list raw, squeezed_widths;
    int all = 0, beyond = 0;
    for (int i = first; i <= last; ++i) {
        if (!window.has(i) || all == 24) continue;
        ++all;
        const int width = window[i].width;
        beyond += width > widest;
        if (width < narrowest || width > widest) continue;
        raw.add(width);
        squeezed_widths.add(squeezed(window[i]));
    }
    if (raw.count < 3 || beyond * 4 >= all) return {};
    const cluster plain = densest(raw);
    const cluster tight = densest(squeezed_widths);
    const bool compressed = tight.count >= plain.count;
    const width_list& widths = compressed ? squeezed_widths : raw;
    const cluster best = compressed ? tight : plain;
    if (best.count >= 3 && best.count * 100 >= widths.count * 40) {
        const int middle = widths.values[best.first + best.count / 2];
        int longer = 0;
        for (int i = 0; i < widths.count; ++i) longer += widths.values[i] > middle + 10;
        if (longer <= (widths.count < 8 ? 1 : widths.count / 4)) return {middle, compressed, false};
    }
    return ragged_measure(raw);
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_MEASURE_HPP
