// What dehyphenate promises, whatever the text, the lexicon and the options.
#ifndef GALLEY_TESTS_HYPHEN_PROMISES_HPP
#define GALLEY_TESTS_HYPHEN_PROMISES_HPP

#include <galley/dehyphenate.hpp>
#include <galley/utf8.hpp>

#include <string>

namespace promises {

inline bool is_white(char32_t c) { return c == U' ' || c == U'\t' || (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

inline bool is_hyphen(char32_t c) {
    constexpr std::u32string_view hyphens = U"-=\u00AC\u00AD\u058A\u1400\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D";
    return hyphens.find(c) != hyphens.npos;
}

/// `out` is `text` without white space and some hyphens; nothing is doubled, changed or moved but white space.
inline bool only_hyphens_are_gone(std::string_view text, std::string_view out) {
    const auto before = galley::code_points(text), after = galley::code_points(out);
    auto at = before.begin();
    const auto pass_to = [&](char32_t c) {
        while (at != before.end() && *at != c && (is_white(*at) || is_hyphen(*at))) ++at;
        return at != before.end() && *at == c;
    };
    for (const char32_t c : after) {
        if (is_white(c)) continue;
        if (!pass_to(c)) return false;
        ++at;
    }
    while (at != before.end() && (is_white(*at) || is_hyphen(*at))) ++at;
    return at == before.end();
}

/// Reads the text as the options say.
template <class Lexicon, class Sink, class Observe>
std::size_t dehyphenate_by(std::string_view text, Lexicon& lexicon, Sink sink, const galley::hyphen_options& options, Observe observe) {
    return galley::dehyphenate(text, lexicon, sink, options, observe);
}
template <class Lexicon, class Sink, class Observe>
std::size_t dehyphenate_by(std::string_view text, Lexicon& lexicon, Sink sink, const galley::one_pass_options& options, Observe observe) {
    return galley::dehyphenate_once(text, lexicon, sink, options, observe);
}

/// What is broken, or null: slices of the text in order, findings where they say, nothing gone but hyphens.
template <class Lexicon, class Options>
const char* broken_in(std::string_view text, Lexicon& lexicon, const Options& options) {
    std::string out;
    const char* broken = nullptr;
    const auto require = [&](bool holds, const char* promise) {
        if (!holds && broken == nullptr) broken = promise;
    };
    std::size_t findings = 0, place = 0;
    const std::size_t count = dehyphenate_by(text, lexicon, [&](std::string_view slice) {
        require(slice.data() >= text.data() && slice.data() + slice.size() <= text.data() + text.size(), "output is slices of the text");
        out += slice;
    }, options, [&](const galley::hyphen_finding& found) {
        require(found.hyphen >= place && found.decision && found.decision.hyphen_size != 0, "findings are in order");
        require(found.hyphen + found.decision.hyphen_size <= found.line_break && found.line_break < found.next, "a hyphen, a break, a word");
        require(found.next + found.decision.repeated_size <= text.size(), "a finding lies in the text");
        place = found.line_break;
        ++findings;
    });
    require(count == findings, "as many as were told");
    require(only_hyphens_are_gone(text, out), "only hyphens are gone");
    require(count != 0 || out == text, "a text without hyphens stays");
    return broken;
}

}  // namespace promises

#endif // GALLEY_TESTS_HYPHEN_PROMISES_HPP
