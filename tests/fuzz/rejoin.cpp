// The context-free rule: join_lines against a plain rewriting of it, and a result that joining again does not change.
#include "fuzz.hpp"

#include <galley/rejoin.hpp>

#include <string>

namespace {

/// Bytes of the line end at the start of `text`, 0 when there is none.
std::size_t line_end_size(std::string_view text) {
    for (const std::string_view end : {"\r\n", "\n", "\v", "\f", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
        if (text.substr(0, end.size()) == end) return end.size();
    }
    return 0;
}

char32_t last_but_marks(std::string_view line) {
    char32_t last = 0;
    for (const char32_t c : galley::code_points(line)) {
        if (!galley::is_mark(c)) last = c;
    }
    return last;
}

std::string joined_by_hand(std::string_view text) {
    std::string out;
    std::string_view before;
    bool blank = false;
    while (!text.empty()) {
        std::size_t size = 0;
        while (size < text.size() && line_end_size(text.substr(size)) == 0) ++size;
        std::string_view line = text.substr(0, size);
        const std::size_t end = size < text.size() ? line_end_size(text.substr(size)) : 0;
        const bool feeds = end != 0 && text[size] == '\f';
        text.remove_prefix(size + end);
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        if (line.empty()) {
            blank = blank || (!feeds && end != 0);  // a form feed leaves no line empty
            continue;
        }
        if (!before.empty() && blank) out += "\n\n";
        else if (!before.empty() && galley::segment_break(last_but_marks(before), *galley::code_points(line).begin()) == galley::break_action::space) out += ' ';
        out += line;
        before = line;
        blank = false;
    }
    return before.empty() ? out : out + '\n';
}

}  // namespace

const fuzz::work_budget fuzz::budget{4000, 1500};

void fuzz::examine(dice choices) {
    const std::string_view text = choices.rest();
    std::string out;
    galley::join_lines(text, [&](std::string_view slice) { out += slice; });
    FUZZ_REQUIRE(out == joined_by_hand(text));
    std::string again;
    galley::join_lines(out, [&](std::string_view slice) { again += slice; });
    FUZZ_REQUIRE(again == out);
}
