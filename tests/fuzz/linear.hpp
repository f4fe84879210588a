// What reads a text from end to end, and what a text costs it: for the tests that cost is linear whatever the text.
#ifndef GALLEY_TESTS_FUZZ_LINEAR_HPP
#define GALLEY_TESTS_FUZZ_LINEAR_HPP

#include "fuzz.hpp"

#include <galley/galley.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace fuzz {

struct operation {
    const char* name;
    void (*run)(std::string_view text);
};

inline void ignore(std::string_view) noexcept {}

/// What nobody uses, a compiler leaves out.
inline volatile std::size_t used;

inline const operation operations[] = {
    {"validate", [](std::string_view text) { used = galley::utf8_valid_prefix(text); }},
    {"count", [](std::string_view text) { used = galley::utf8_count(text); }},
    {"decode", [](std::string_view text) { galley::for_each_code_point(text, [](char32_t c) { used = c; }); }},
    {"tokenize", [](std::string_view text) { galley::tokenize(text, [](galley::token t) { used = t.text.size(); }); }},
    {"tokens", [](std::string_view text) { for (const galley::token t : galley::tokens(text)) used = t.text.size(); }},
    {"parse_number", [](std::string_view text) { used = galley::parse_number(text).size; }},
    {"numbers", [](std::string_view text) { for (const galley::found_number& n : galley::numbers(text)) used = n.text.size(); }},
    {"numbers, all", [](std::string_view text) {
         galley::number_options all;
         all.minimum = galley::strength::weak;
         all.indian_grouping = all.space_grouping = all.symbols = all.roman = all.native_words = all.english_words = true;
         for (const galley::found_number& n : galley::numbers(text, all)) used = n.text.size();
     }},
    {"read_words", [](std::string_view text) {
         galley::bloom_lexicon<1024> words;
         galley::read_words(text, words);
     }},
    {"dehyphenate", [](std::string_view text) { galley::dehyphenate(text, ignore); }},
    {"dehyphenate, questions", [](std::string_view text) {
         const auto questions = std::make_unique<galley::rescan_lexicon<1024>>();
         galley::dehyphenate(text, *questions, ignore);
     }},
    {"dehyphenate, one pass", [](std::string_view text) {
         galley::bloom_lexicon<1024> words;
         galley::one_pass_options options;
         options.lookahead = 200;
         galley::dehyphenate_once(text, words, ignore, options);
     }},
    {"join_lines", [](std::string_view text) { galley::join_lines(text, ignore); }},
    {"find_repeats", [](std::string_view text) {
         std::uint32_t table[1024];
         galley::find_repeats(text, table, 1024, [](const galley::repeated_passage&) {});
     }},
    {"reflow", [](std::string_view text) { galley::reflow(text, [](const galley::piece&) {}); }},
    {"reflow_with", [](std::string_view text) {
         galley::bloom_lexicon<1024> words;
         galley::reflow_with(words, text, [](const galley::piece&) {});
     }},
    {"reflower", [](std::string_view text) {
         const auto flow = std::make_unique<galley::reflower<4096>>();
         const auto sink = [](const galley::piece&) {};
         for (std::size_t at = 0; at < text.size(); at += 97) flow->push(text.substr(at, 97), sink);
         flow->finish(sink);
     }},
};

inline std::uint64_t cost_of(const operation& what, std::string_view text) {
    const std::uint64_t before = fuzz_work;
    what.run(text);
    return fuzz_work - before;
}

/// `part` again and again, as often as whole ones fit in `size` bytes, at least once.
inline std::string filled(std::string_view part, std::size_t size) {
    std::string text;
    text.reserve(size + part.size());
    do text += part;
    while (text.size() + part.size() <= size);
    return text;
}

/// Whether twice the text costs at most an eighth more than twice; little sums are let pass.
inline bool is_linear(std::uint64_t once, std::uint64_t twice) { return twice <= 2 * once + once / 4 + 2000; }

}  // namespace fuzz

#endif // GALLEY_TESTS_FUZZ_LINEAR_HPP
