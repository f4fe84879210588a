// galley: the lines that a decision may look at.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_WINDOW_HPP
#define GALLEY_DETAIL_LINE_WINDOW_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>

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

    constexpr void push(const line_facts& facts) noexcept {
        line(end_) = facts;
        if (++end_ - base_ == 2 * capacity) base_ += capacity;
    }
    /// Makes the line behind the break the one before the next break.
    constexpr void advance() noexcept { ++current_; }

    /// Lines are counted from the first of the text.
    constexpr std::uint32_t current() const noexcept { return current_; }
    constexpr std::uint32_t end() const noexcept { return end_; }
    constexpr bool empty() const noexcept { return end_ == current_; }
    /// The line that was pushed last.
    constexpr const line_facts& last() const noexcept { return line(end_ - 1); }
    constexpr line_facts& last() noexcept { return line(end_ - 1); }
    constexpr void drop_last() noexcept { --end_; }
    /// Lines there behind the current one.
    constexpr int lines_ahead() const noexcept { return static_cast<int>(end_ - current_) - 1; }

    /// Whether a line is not forgotten yet.
    constexpr bool holds(std::uint32_t index) const noexcept { return end_ - index <= capacity; }

    constexpr const line_facts& line(std::uint32_t index) const noexcept { return ring_[slot(index)]; }
    constexpr line_facts& line(std::uint32_t index) noexcept { return ring_[slot(index)]; }
    /// Counted from the current line.
    constexpr const line_facts& operator[](int at) const noexcept { return line(current_ + static_cast<std::uint32_t>(at)); }
    constexpr line_facts& operator[](int at) noexcept { return line(current_ + static_cast<std::uint32_t>(at)); }

    /// Lines in a row, fewer than the ring holds: a loop over them asks for the ring's end alone.
    class iterator {
    public:
        constexpr iterator(const line_window& window, std::uint32_t index) noexcept : line_(&window.line(index)), ring_(window.ring_) {}
        constexpr const line_facts& operator*() const noexcept { return *line_; }
        constexpr iterator& operator++() noexcept {
            if (++line_ == ring_ + capacity) line_ = ring_;
            return *this;
        }
        constexpr bool operator!=(const iterator& other) const noexcept { return line_ != other.line_; }

    private:
        const line_facts* line_;
        const line_facts* ring_;
    };

private:
    static constexpr std::uint32_t capacity = GALLEY_BLOCKS ? 32 : 24;  ///< a power of two is faster, and takes more memory
    static_assert(back + 1 + wait + 1 <= static_cast<int>(capacity), "the ring holds all that decisions look at");

    constexpr std::uint32_t slot(std::uint32_t index) const noexcept {
        if ((capacity & (capacity - 1)) == 0) return index % capacity;
        const std::uint32_t offset = index - base_;
        return offset < capacity ? offset : offset - capacity;
    }

    line_facts ring_[capacity] = {};
    std::uint32_t current_ = 0;
    std::uint32_t end_ = 0;
    std::uint32_t base_ = 0;  ///< a line that stands at the ring's beginning; the lines held are this one to less than two rounds on
};

/// The lines around one break: 0 stands before it, 1 behind it.
class lines_around {
public:
    constexpr lines_around(const line_window& window, std::uint32_t before) noexcept
        : window_(&window), before_(before),
          first_(before < line_window::back ? -static_cast<int>(before) : -line_window::back),
          last_(window.end() - before > line_window::ahead ? line_window::ahead : static_cast<int>(window.end() - before) - 1) {}

    /// The outermost lines there are, at most `back` before and `ahead` behind.
    constexpr int first() const noexcept { return first_; }
    constexpr int last() const noexcept { return last_; }
    constexpr bool has(int at) const noexcept { return at >= first_ && at <= last_; }
    constexpr const line_facts& operator[](int at) const noexcept { return window_->line(index(at)); }

    constexpr const line_window& window() const noexcept { return *window_; }
    /// Counted from the first line of the text.
    constexpr std::uint32_t index(int at) const noexcept { return before_ + static_cast<std::uint32_t>(at); }

    /// All of them in order, from the first.
    constexpr line_window::iterator begin() const noexcept { return {*window_, index(first_)}; }
    constexpr line_window::iterator end() const noexcept { return {*window_, index(last_ + 1)}; }

    /// Width of the longest.
    constexpr int longest() const noexcept {
        int longest = 0;
        for (const line_facts& line : *this) longest = line.width > longest ? line.width : longest;
        return longest;
    }

private:
    const line_window* window_;
    std::uint32_t before_;
    int first_;
    int last_;
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_WINDOW_HPP
