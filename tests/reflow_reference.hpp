// The mechanical part of reflow, slow and plain: given what was decided on each break, what the output must be. White space,
// line ends, ligatures, ill-formed bytes; the repairs that rewrite a line (doubled text, letter-spacing, hyphens...) are off.
#ifndef GALLEY_TESTS_REFLOW_REFERENCE_HPP
#define GALLEY_TESTS_REFLOW_REFERENCE_HPP

#include "utf8_reference.hpp"

#include <galley/reflow.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reference {

enum class blank { none, no_width, width, line_end };

inline blank blank_of(const character& c) {
    if (!c.valid) return blank::none;
    for (const char32_t end : U"\n\v\f\r\u0085\u2028\u2029") {
        if (end != 0 && c.code_point == end) return blank::line_end;
    }
    for (const char32_t space : U" \t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000") {
        if (space != 0 && c.code_point == space) return blank::width;
    }
    for (const char32_t nothing : U"\u200B\u200E\u200F\u2060\uFEFF") {
        if (nothing != 0 && c.code_point == nothing) return blank::no_width;
    }
    return blank::none;
}

inline std::string_view ligature(char32_t c) {
    constexpr std::string_view parts[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? parts[c - 0xFB00] : std::string_view();
}

/// The options with every repair off that is more than mechanical.
inline galley::reflow_options mechanical(galley::reflow_options options) {
    options.running_heads = options.mail_quotes = false;
    options.doubled_text = options.letter_spacing = options.solid_spaces = options.digit_spacing = options.wide_punctuation = false;
    options.inline_articles = options.hyphens = options.han_forms = false;
    return options;
}

/// What reflow must write when it reports these breaks. Empty text and a message in `wrong` where a report is not on a break.
inline std::string reflowed(std::string_view text, const std::vector<galley::break_report>& breaks, bool white_space, std::string& wrong) {
    std::string out, gap;
    std::size_t next_break = 0, content_end = 0;
    bool width = false, line_end = false;
    for (std::size_t at = 0; at < text.size();) {
        const character c = decode(text.substr(at));
        const blank kind = blank_of(c);
        if (kind != blank::none) {
            gap += text.substr(at, c.size);
            width = width || kind == blank::width;
            line_end = line_end || kind == blank::line_end;
        } else {
            if (line_end && !out.empty()) {
                if (next_break == breaks.size()) return wrong = "a break that was not reported", std::string();
                const galley::break_report& report = breaks[next_break++];
                if (report.source != content_end || report.source_size != at - content_end) return wrong = "a report beside its break", std::string();
                out += report.decision.action == galley::break_action::paragraph ? "\n\n" : report.decision.action == galley::break_action::space ? " " : "";
            } else if (!out.empty()) {
                out += !white_space ? gap : width ? " " : "";
            }
            const std::string_view opened = white_space && c.valid ? ligature(c.code_point) : std::string_view();
            out += !c.valid ? std::string_view("\xEF\xBF\xBD") : !opened.empty() ? opened : text.substr(at, c.size);
            content_end = at + c.size;
            gap.clear();
            width = line_end = false;
        }
        at += c.size;
    }
    if (next_break != breaks.size()) wrong = "more breaks reported than there are";
    return out.empty() ? out : out + '\n';
}

}  // namespace reference

#endif // GALLEY_TESTS_REFLOW_REFERENCE_HPP
