// What reads a text from end to end, compiled once for the programs that measure it.
#include "linear.hpp"

#include <galley/galley.hpp>

#include <iterator>
#include <memory>

namespace {

void ignore(std::string_view) noexcept {}

/// What nobody uses, a compiler leaves out.
volatile std::size_t used;

}  // namespace

const fuzz::operation fuzz::operations[] = {
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

const std::size_t fuzz::operation_count = std::size(operations);
