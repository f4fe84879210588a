// Windows of lines, read from a text or made up, for the tests of what decisions look at.
#ifndef GALLEY_TESTS_WINDOWS_HPP
#define GALLEY_TESTS_WINDOWS_HPP

#include <galley/detail/line_pass.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/detail/line_window.hpp>

#include <initializer_list>
#include <string_view>
#include <vector>

namespace windows {

using namespace galley::detail::page;

/// The lines of a short text, at most what a window holds.
class page_window {
public:
    explicit page_window(std::string_view text) {
        line_reader reader(static_cast<std::size_t>(-1));
        raw_line line;
        while (reader.next(text, true, line)) {
            contents_.push_back(text.substr(line.begin, line.end - line.begin));
            line_facts facts = facts_of(contents_.back());
            facts.source = facts.store = line.begin;
            facts.blanks = line.blanks;
            facts.indent = line.indent;
            facts.new_page = line.new_page;
            window_.push(facts);
        }
    }

    const line_window& lines() const { return window_; }
    /// Around the break behind a line, counted from 0.
    lines_around behind(std::uint32_t line) const { return {window_, line}; }
    const line_facts& operator[](std::uint32_t line) const { return window_.line(line); }
    std::string_view content(std::size_t line) const { return contents_[line]; }

private:
    line_window window_;
    std::vector<std::string_view> contents_;
};

/// Lines of which nothing is known but what `set(line, index)` says.
template <class Set>
line_window made_up(int count, Set set) {
    line_window window;
    for (int i = 0; i < count; ++i) {
        line_facts line;
        set(line, i);
        window.push(line);
    }
    return window;
}

inline line_window of_widths(std::initializer_list<int> widths) {
    return made_up(static_cast<int>(widths.size()), [&](line_facts& line, int i) { line.width = static_cast<std::uint16_t>(widths.begin()[i]); });
}

}  // namespace windows

#endif // GALLEY_TESTS_WINDOWS_HPP
