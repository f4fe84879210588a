// Repeats: each passage stands twice, character by character but for white space; second ones are in order and do not overlap.
#include "fuzz.hpp"

#include <galley/repeats.hpp>

#include <vector>

namespace {

/// The characters that are no white space.
std::u32string ink(std::string_view text) {
    std::u32string out;
    for (const char32_t c : galley::code_points(text)) {
        const galley::token_kind kind = galley::kind_of(c);
        const bool gap = c <= U' ' || kind == galley::token_kind::space || kind == galley::token_kind::line_break || c == 0x200B || c == 0x200E ||
                         c == 0x200F || c == 0x2060 || c == 0xFEFF;
        if (!gap) out += c;
    }
    return out;
}

}  // namespace

const fuzz::work_budget fuzz::budget{20000, 8000};

void fuzz::examine(dice choices) {
    const std::size_t least = 16U + choices.below(32), slots = choices.below(4) == 0 ? 512 : choices.below(64);
    const std::string_view text = choices.rest();
    std::vector<std::uint32_t> table(slots, 7);
    std::size_t end = 0, found = 0;
    const std::size_t count = galley::find_repeats(text, table.data(), slots, [&](const galley::repeated_passage& p) {
        FUZZ_REQUIRE(p.first.begin < p.first.end && p.first.end <= p.second.begin && p.second.begin < p.second.end && p.second.end <= text.size());
        FUZZ_REQUIRE(p.second.begin >= end);
        end = p.second.end;
        const std::u32string once = ink(text.substr(p.first.begin, p.first.end - p.first.begin));
        FUZZ_REQUIRE(once == ink(text.substr(p.second.begin, p.second.end - p.second.begin)));
        FUZZ_REQUIRE(once.size() >= least);
        ++found;
    }, least);
    FUZZ_REQUIRE(count == found && (slots != 0 || count == 0));
}
