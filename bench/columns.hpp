// A text as newspapers set it.
#ifndef GALLEY_BENCH_COLUMNS_HPP
#define GALLEY_BENCH_COLUMNS_HPP

#include <galley/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

/// What must not begin a line: it hangs beyond the edge.
inline bool hangs(char32_t c) {
    return std::u32string_view(U"，。、；：！？）》」』】”’,.;:!?)").find(c) != std::u32string_view::npos;
}

/// The lines of `text` run on in paragraphs of some two hundred bytes and are broken anew: columns of 18 ems that break words, two
/// ems before the first line of a paragraph. Characters of three bytes and more are an em wide, others half an em.
inline std::string in_columns(std::string_view text) {
    constexpr std::size_t measure = 36, indent = 4, paragraph = 200;
    std::string lines = "\u3000\u3000";
    std::size_t width = indent, size = 0;
    for (const char *at = text.data(), *const last = at + text.size(); at != last;) {
        const char* const begin = at;
        const char32_t c = galley::utf8_next(at, last).code_point;
        const std::size_t bytes = static_cast<std::size_t>(at - begin), own = bytes >= 3 ? 2 : 1;
        if (c == U'\n') {
            if (size < paragraph) continue;
            lines += "\n\u3000\u3000";
            width = indent;
            size = 0;
            continue;
        }
        if (width + own > measure && !hangs(c)) {
            lines += '\n';
            width = 0;
        }
        lines.append(begin, bytes);
        width += own;
        size += bytes;
    }
    return lines;
}

}  // namespace bench

#endif // GALLEY_BENCH_COLUMNS_HPP
