// The slow reference of reflow's mechanical part as the oracle, on random pages.
#include "../reflow_reference.hpp"

#include "pages.hpp"
#include "samples.hpp"
#include "sequences.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

constexpr std::string_view line_ends[] = {"\n", "\n", "\n", "\n\n", "\r\n", "\r", "\f", "\v", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
constexpr std::string_view blanks[] = {"", "", "", " ", "  ", "\t", "\xE3\x80\x80", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", " \xE2\x81\xA0 "};
constexpr std::string_view odd[] = {"", "", "", "\xEF\xAC\x83", "\xFF", "\xE4\xB8", "\xF0\x9F\x98\x80", "-", "\xC2\xAD", "word"};

template <std::size_t N>
std::string_view any(const std::string_view (&of)[N], samples::random& random) {
    return of[random.below(N)];
}

std::string random_page(samples::random& random) {
    std::string page;
    for (std::size_t lines = random.below(30); lines != 0; --lines) {
        const std::string_view from = any(pages::all, random);
        page += any(blanks, random);
        page += from.substr(random.below(from.size()), random.below(random.below(20) == 0 ? 400 : 90));
        page += any(blanks, random);
        page += any(odd, random);
        page += any(blanks, random);
        page += any(line_ends, random);
    }
    return page;
}

/// Empty when the output is what the reference writes for the same decisions.
std::string difference(const std::string& page, const galley::reflow_options& options) {
    std::string out, wrong;
    std::vector<galley::break_report> breaks;
    const auto result = galley::reflow(page, [&](const galley::piece& p) { out += p.text; }, options,
                                       [&](const galley::break_report& report) { breaks.push_back(report); });
    const std::string expected = reference::reflowed(page, breaks, options.white_space, wrong);
    if (!wrong.empty()) return wrong;
    if (out != expected) return "another output";
    if (result.lines != (out.empty() ? 0 : breaks.size() + 1) || result.joins + result.spaces + result.paragraphs != result.lines) return "another account";
    return {};
}

}  // namespace

TEST_CASE("reference: random pages come out as their reported breaks say") {
    const unsigned long long rounds = oracle::sequences(400);
    samples::random random(rounds);
    unsigned long long wrong = 0;
    std::string why, where;
    for (unsigned long long round = 0; round < rounds; ++round) {
        galley::reflow_options options = reference::mechanical({});
        options.layout = static_cast<galley::page_layout>(random.below(4));
        options.white_space = random.below(4) != 0;
        options.window_bytes = random.below(2) == 0 ? 4096 : 65536;
        const std::string page = random_page(random);
        const std::string found = difference(page, options);
        if (found.empty()) continue;
        if (wrong++ == 0) why = found, where = page;
    }
    CAPTURE(why);
    CAPTURE(where);
    CHECK(rounds != 0);
    CHECK(wrong == 0);
}
