// The pipeline: any cut gives the whole's pieces, nothing is lost, pieces map to the input in order, and where only white
// space and breaks are at stake the output is what the reported decisions say.
#include "../reflow_reference.hpp"
#include "fuzz.hpp"

#include <galley/reflow.hpp>
#include <galley/repeats.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace {

using galley::piece;
using galley::piece_kind;
using galley::reflow_options;

/// Passages that stand twice, for the dice that leave them out.
struct repeats {
    explicit repeats(std::string_view text) {
        std::uint32_t table[256];
        galley::find_repeats(text, table, 256, [this](const galley::repeated_passage& p) { spans.push_back(p.second); }, 20);
    }
    std::vector<galley::text_span> spans;
};

/// What came out, and where each piece came from.
struct account {
    std::string out;
    std::vector<std::size_t> map;

    void take(const piece& p) {
        out += p.text;
        map.insert(map.end(), {static_cast<std::size_t>(p.kind), p.source, p.source_size});
    }
};

reflow_options options_of(fuzz::dice& choices) {
    reflow_options options;
    options.layout = static_cast<galley::page_layout>(choices.below(6));
    bool* const switches[] = {&options.column_breaks,  &options.double_spacing, &options.lost_indents,   &options.hanging_quotes, &options.headlines,
                              &options.bylines,        &options.lists,          &options.torn_numbers,   &options.doubled_text,   &options.letter_spacing,
                              &options.digit_spacing,  &options.wide_punctuation, &options.inline_articles, &options.hyphens,     &options.white_space,
                              &options.han_forms,      &options.running_heads,  &options.mail_quotes,   &options.blocks,         &options.solid_spaces};
    unsigned bits = choices.below(256) | choices.below(256) << 8 | choices.below(16) << 16;
    for (bool* const repair : switches) {
        if ((bits & 1U) != 0) *repair = !*repair;
        bits >>= 1;
    }
    return options;
}

/// The characters that reflow must not lose: no white space, no hyphens; ligatures opened.
std::u32string solid(std::string_view text) {
    std::u32string out;
    for (; !text.empty(); text.remove_prefix(reference::decode(text).size)) {
        const reference::character c = reference::decode(text);
        const bool hyphen = c.code_point == U'-' || c.code_point == 0xAD || c.code_point == 0x2010 || c.code_point == 0x2011;
        const std::string_view opened = reference::ligature(c.code_point);
        for (const char letter : opened) out += static_cast<char32_t>(letter);
        if (opened.empty() && !hyphen && reference::blank_of(c) == reference::blank::none) out += c.code_point;
    }
    return out;
}

account whole(std::string_view text, const reflow_options& options) {
    account all;
    std::size_t end = 0;
    const auto result = galley::reflow(text, [&](const piece& p) {
        FUZZ_REQUIRE((p.source >= end || options.running_heads) && p.source + p.source_size <= text.size());  // what is set apart comes later
        end = p.source + p.source_size;
        if (p.kind == piece_kind::text) FUZZ_REQUIRE(p.text == text.substr(p.source, p.source_size) && !p.text.empty());
        if (p.kind == piece_kind::text && !options.running_heads) FUZZ_REQUIRE(p.text.data() == text.data() + p.source);
        if (p.kind == piece_kind::space) FUZZ_REQUIRE(p.text == " " && p.source_size != 0);
        if (p.kind == piece_kind::paragraph) FUZZ_REQUIRE(p.text == "\n\n" || p.text == "\n");
        all.take(p);
    }, options);
    FUZZ_REQUIRE(galley::utf8_valid_prefix(all.out) == all.out.size());
    FUZZ_REQUIRE(all.out.empty() ? result.paragraphs == 0 : result.paragraphs != 0 && all.out.back() == '\n');
    if (!options.doubled_text && !options.wide_punctuation && !options.han_forms && options.left_out_count == 0) {
        std::u32string out = solid(all.out), in = solid(text);
        for (std::u32string* const side : {&out, &in}) {
            if (options.mail_quotes) side->erase(std::remove(side->begin(), side->end(), U'>'), side->end());
        }
        if (options.running_heads) {
            std::sort(out.begin(), out.end());
            std::sort(in.begin(), in.end());
        }
        FUZZ_REQUIRE(out == in);
    }
    return all;
}

template <std::size_t Window>
void check_stream(std::string_view text, reflow_options options, fuzz::dice dice) {
    options.window_bytes = Window;
    const account expected = whole(text, options);
    account found;
    const auto flow = std::make_unique<galley::reflower<Window>>(options);
    const auto sink = [&](const piece& p) { found.take(p); };
    dice.cut(text, [&](std::string_view chunk) {
        const std::string alone(chunk);
        flow->push(alone, sink);
    });
    flow->finish(sink);
    FUZZ_REQUIRE(found.out == expected.out);
    FUZZ_REQUIRE(found.map == expected.map);
}

/// Is told of breaks without the evidence, which costs a hundred times as much.
struct break_list {
    void operator()(const galley::break_report& report) { all.push_back(report); }
    std::vector<galley::break_report> all;
};

}  // namespace

template <>
constexpr bool galley::detail::page::observe_evidence<break_list>(const break_list&) noexcept {
    return false;
}

namespace {

constexpr std::size_t explained = 64;  ///< bytes of the texts for which the evidence is asked too

/// The breaks of a short text are the same with the evidence, which comes in the order of its weight.
void check_evidence(std::string_view text, const reflow_options& options, const std::vector<galley::break_report>& breaks) {
    std::size_t at = 0;
    galley::reflow(text, [](const piece&) {}, options, [&](const galley::break_report& report) {
        FUZZ_REQUIRE(at < breaks.size());
        const galley::break_report& plain = breaks[at++];
        FUZZ_REQUIRE(report.source == plain.source && report.source_size == plain.source_size && report.decision.action == plain.decision.action);
        FUZZ_REQUIRE(report.decision.score == plain.decision.score && report.decision.reason == plain.decision.reason && plain.evidence[0].name.empty());
        const auto weight = [&](std::size_t i) { return report.evidence[i].weight < 0 ? -report.evidence[i].weight : report.evidence[i].weight; };
        for (std::size_t i = 1; i < report.evidence.size(); ++i) FUZZ_REQUIRE(weight(i) <= weight(i - 1));
    });
    FUZZ_REQUIRE(at == breaks.size());
}

void check_reference(std::string_view text, const reflow_options& wished) {
    const reflow_options options = reference::mechanical(wished);
    std::string out, wrong;
    break_list told;
    const std::vector<galley::break_report>& breaks = told.all;
    const auto result = galley::reflow(text, [&](const piece& p) { out += p.text; }, options, told);
    if (text.size() <= explained) check_evidence(text, options, breaks);
    const std::string expected = reference::reflowed(text, breaks, options.white_space, wrong);
    if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
    FUZZ_REQUIRE(wrong.empty());
    FUZZ_REQUIRE(out == expected);
    FUZZ_REQUIRE(result.lines == (out.empty() ? 0 : breaks.size() + 1));
    FUZZ_REQUIRE(result.joins + result.spaces + result.paragraphs == result.lines);
}

}  // namespace

const fuzz::work_budget fuzz::budget{20000000, 20000};  // the evidence of short texts is fixed

void fuzz::examine(dice choices) {
    reflow_options options = options_of(choices);
    const dice cuts = choices;
    choices.below(1), choices.below(1);
    const unsigned more = choices.below(4);
    const bool wide = (more & 1U) != 0;
    const std::string_view text = choices.rest();
    check_reference(text, options);
    const repeats twice(text);
    if ((more & 2U) != 0) options.left_out = twice.spans.data(), options.left_out_count = twice.spans.size();
    if (wide) check_stream<1024>(text, options, cuts);
    else check_stream<512>(text, options, cuts);
    galley::bloom_lexicon<1024> lexicon;
    std::size_t end = 0;
    galley::reflow_with(lexicon, text, [&](const piece& p) {
        FUZZ_REQUIRE(p.source >= end || options.running_heads);  // what is set apart comes later
        end = p.source + p.source_size;
    }, options);
    FUZZ_REQUIRE(end <= text.size());
}
