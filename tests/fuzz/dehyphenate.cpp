// Dehyphenation: slices of the input in order, nothing gone but line-end hyphens, each finding where it says, with every kind
// of lexicon.
#include "fuzz.hpp"

#include <galley/dehyphenate.hpp>
#include <galley/utf8.hpp>

#include <memory>
#include <string>
#include <vector>

namespace {

bool is_white(char32_t c) { return c == U' ' || c == U'\t' || (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// `out` is `text` without white space and some hyphens; nothing is doubled or moved but white space.
bool only_hyphens_are_gone(std::string_view text, std::string_view out) {
    const auto before = galley::code_points(text), after = galley::code_points(out);
    auto at = before.begin();
    for (auto c = after.begin(); c != after.end(); ++c) {
        if (is_white(*c)) continue;
        for (; at != before.end() && (is_white(*at) || *at != *c); ++at) {
            const bool hyphen = *at == U'-' || *at == U'=' || *at == 0xAD || *at == 0x2010 || *at == 0x2011 || *at == 0x2012 ||
                                *at == 0x2013 || *at == 0x2014 || *at == 0x2015 || *at == 0x2E17 || *at == 0x30FB;
            if (!hyphen && !is_white(*at)) return false;
        }
        if (at == before.end()) return false;
        ++at;
    }
    for (; at != before.end(); ++at) {
        if (!is_white(*at) && *at != U'-' && *at != U'=' && *at != 0xAD && *at != 0x2010 && *at != 0x2011) return false;
    }
    return true;
}

template <class Lexicon>
std::string repaired(std::string_view text, Lexicon& lexicon, const galley::hyphen_options& options) {
    std::string out;
    const char* const end = text.data() + text.size();
    std::size_t findings = 0, place = 0;
    const std::size_t count = galley::dehyphenate(text, lexicon, [&](std::string_view slice) {
        FUZZ_REQUIRE(slice.data() >= text.data() && slice.data() + slice.size() <= end);
        out += slice;
    }, options, [&](const galley::hyphen_finding& found) {
        FUZZ_REQUIRE(found.hyphen >= place && found.decision && found.decision.hyphen_size != 0);
        FUZZ_REQUIRE(found.hyphen + found.decision.hyphen_size <= found.line_break && found.line_break < found.next);
        FUZZ_REQUIRE(found.next + found.decision.repeated_size <= text.size());
        place = found.line_break;
        ++findings;
    });
    FUZZ_REQUIRE(count == findings);
    FUZZ_REQUIRE(only_hyphens_are_gone(text, out));
    if (count == 0) FUZZ_REQUIRE(out == text);
    return out;
}

}  // namespace

const fuzz::work_budget fuzz::budget{400000, 20000};

void fuzz::examine(dice choices) {
    galley::hyphen_options options;
    options.bias = static_cast<std::int16_t>(static_cast<int>(choices.below(256)) - (choices.yes() ? 128 : 0));
    options.double_hyphens = choices.yes();
    const unsigned ahead = choices.below(16);
    const std::string_view text = choices.rest();

    galley::no_lexicon none;
    repaired(text, none, options);
    galley::rescan_lexicon<256> few;  // the text again and again
    repaired(text, few, options);
    const auto many = std::make_unique<galley::rescan_lexicon<65536>>();
    repaired(text, *many, options);
    galley::bloom_lexicon<1024> filter;
    repaired(text, filter, options);
    options.one_pass = true;
    options.lookahead = ahead * ahead;
    galley::bloom_lexicon<64> tiny;
    repaired(text, tiny, options);
    const auto is_long = [](std::string_view word) { return word.size() > 6; };
    galley::callback_lexicon<decltype(is_long)> callback(is_long);
    repaired(text, callback, options);
}
