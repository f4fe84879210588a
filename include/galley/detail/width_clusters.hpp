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
        const int at = place_of(old);
        if (width > old) place_up(at, width);
        else place_down(at, width);
    }
    constexpr void clear() noexcept { count_ = 0; }

    constexpr int count() const noexcept { return count_; }
    constexpr int median() const noexcept { return count_ == 0 ? 0 : values_[count_ / 2]; }
    constexpr const std::uint16_t* begin() const noexcept { return values_; }
    constexpr const std::uint16_t* end() const noexcept { return values_ + count_; }

    /// The densest cluster of widths: as many as lie within 1¾ em; the widest of equals.
    constexpr cluster densest() const noexcept {
        constexpr int spread = 7;
        int low = 0, first = 0;  // from low on, a stretch as long as the longest cluster so far
        for (int last = 0; last < count_; ++last) {
            if (values_[last] - values_[low] > spread) ++low;
            if (values_[last] - values_[low] <= spread) first = low;
        }
        const int most = count_ - low;
        if (most == 0) return {};
        return {values_[first + most / 2], most * 100 / count_};
    }

private:
    /// It is there.
    constexpr int place_of(std::uint16_t width) const noexcept {
        int at = 0;
        while (at + 1 < count_ && values_[at] != width) ++at;
        return at;
    }
    constexpr void place_down(int at, std::uint16_t width) noexcept {
        for (; at > 0 && values_[at - 1] > width; --at) values_[at] = values_[at - 1];
        values_[at] = width;
    }
    constexpr void place_up(int at, std::uint16_t width) noexcept {
        for (; at + 1 < count_ && values_[at + 1] < width; ++at) values_[at] = values_[at + 1];
        values_[at] = width;
    }

    std::uint16_t values_[line_window::back + 1 + line_window::ahead] = {};
    std::uint8_t count_ = 0;
};

/// One width of the lines of a window's part, which moves towards the text's end.
class moving_widths {
public:
    /// `first` and `end` count lines from the first of the text.
    template <class WidthOf>
    constexpr void follow(const line_window& window, std::uint32_t first, std::uint32_t end, WidthOf width_of) noexcept {
        if (!window.holds(first_) || first > behind()) restart(first);
        const auto width = [&](std::uint32_t index) { return static_cast<std::uint16_t>(width_of(window.line(index))); };
        for (; first_ < first && behind() < end; ++first_) widths_.replace(width(first_), width(behind()));
        for (; first_ < first; ++first_) widths_.remove(width(first_));
        while (behind() < end) widths_.add(width(behind()));
    }
    constexpr void restart(std::uint32_t first) noexcept {
        widths_.clear();
        first_ = first;
    }
    constexpr const sorted_numbers& widths() const noexcept { return widths_; }

private:
    constexpr std::uint32_t behind() const noexcept { return first_ + static_cast<std::uint32_t>(widths_.count()); }

    sorted_numbers widths_;
    std::uint32_t first_ = 0;
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

/// Finds the columns break after break. What two windows share is sorted once.
class column_finder {
public:
    constexpr columns find(const lines_around& lines) noexcept {
        const line_window& window = lines.window();
        const std::uint32_t first = lines.index(lines.first()), behind = lines.index(1), end = lines.index(lines.last()) + 1;
        past_.follow(window, first, behind, width_of);
        coming_.follow(window, behind, end, width_of);
        tight_.follow(window, first, end, squeezed);
        set_.follow(window, first, end, [](const line_facts& line) { return line.set_width; });
        edge_.follow(window, first, end, [](const line_facts& line) { return end_of(line) < 0xFFFF ? end_of(line) : 0xFFFF; });
        const auto densest = [](const moving_widths& lines_of) { return lines_of.widths().densest(); };
        return {merged().densest(), densest(tight_), densest(past_), densest(coming_), densest(set_), densest(edge_)};
    }
    /// A line that may have been seen is taken back.
    constexpr void forget() noexcept {
        for (moving_widths* const lines_of : {&past_, &coming_, &tight_, &set_, &edge_}) lines_of->restart(0);
    }

private:
    static constexpr std::uint16_t width_of(const line_facts& line) noexcept { return line.width; }

    constexpr sorted_numbers merged() const noexcept {
        sorted_numbers all;
        const std::uint16_t* coming = coming_.widths().begin();
        const std::uint16_t* const last = coming_.widths().end();
        for (const std::uint16_t width : past_.widths()) {
            while (coming != last && *coming < width) all.add(*coming++);
            all.add(width);
        }
        while (coming != last) all.add(*coming++);
        return all;
    }

    moving_widths past_, coming_, tight_, set_, edge_;
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_WIDTH_CLUSTERS_HPP
