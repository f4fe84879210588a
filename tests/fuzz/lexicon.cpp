// Lexicons: any cut of a text teaches the same words, a filter forgets none of them, exact answers are exact, and a saved
// filter comes back as it was, or not at all.
#include "fuzz.hpp"

#include <galley/lexicon.hpp>

#include <set>
#include <string>
#include <utility>

namespace {

using galley::word_class;
using galley::word_key;
using filter = galley::bloom_lexicon<256>;

/// Everything that it is told.
struct record {
    static constexpr bool holds(word_class) noexcept { return true; }
    void insert(word_class c, word_key key) noexcept { keys.emplace(c, key); }
    std::set<std::pair<word_class, word_key>> keys;
};

template <class Lexicon>
void feed(std::string_view text, Lexicon& lexicon, fuzz::dice dice) {
    galley::lexicon_feeder<Lexicon> feeder;
    dice.cut(text, [&](std::string_view chunk) { feeder.push(chunk, lexicon); });
    feeder.finish(lexicon);
}

bool same_bytes(const filter& a, const filter& b) {
    return std::string_view(reinterpret_cast<const char*>(a.data()), a.bytes()) ==
           std::string_view(reinterpret_cast<const char*>(b.data()), b.bytes());
}

void check_questions(std::string_view text, const record& all) {
    galley::rescan_lexicon<256> questions;
    std::set<word_key> asked;
    for (const auto& [c, key] : all.keys) {
        if (key % 3 != 0 || !questions.has_room(2)) continue;
        FUZZ_REQUIRE(questions.record(c, key) && questions.record(c, key + 1));
        asked.insert(key);
    }
    for (const auto& [c, key] : all.keys) FUZZ_REQUIRE(!questions.contains(c, key));
    galley::read_words(text, questions);
    for (const auto& [c, key] : all.keys) {
        if (asked.count(key) != 0) FUZZ_REQUIRE(questions.contains(c, key));
    }
    FUZZ_REQUIRE(questions.size() <= 2 * asked.size());
}

void check_saved(const filter& made, std::string_view anything) {
    std::string saved(made.saved_size(), '\0');
    FUZZ_REQUIRE(made.save(saved.begin()) == saved.end());
    filter loaded;
    FUZZ_REQUIRE(loaded.load(saved) == galley::errc::ok && same_bytes(loaded, made) && loaded.size() == made.size());
    FUZZ_REQUIRE(loaded.fill() == made.fill() && galley::bloom_lexicon_view::saved_bytes(saved) == made.bytes());
    if (loaded.load(anything) != galley::errc::ok) FUZZ_REQUIRE(same_bytes(loaded, made));
    const std::string header = saved.substr(0, anything.size() < 16 ? 16 - anything.size() : 0) + std::string(anything);
    if (loaded.load(header) != galley::errc::ok) FUZZ_REQUIRE(same_bytes(loaded, made));
    FUZZ_REQUIRE(loaded.fill() <= 1000 && loaded.false_positives() <= 1000);
}

}  // namespace

const fuzz::work_budget fuzz::budget{100000, 3000};

void fuzz::examine(dice choices) {
    const dice cuts = choices;
    choices.below(1), choices.below(1);
    const std::string_view text = choices.rest();
    record all, piecewise;
    galley::read_words(text, all);
    feed(text, piecewise, cuts);
    FUZZ_REQUIRE(all.keys == piecewise.keys);

    filter whole, merged;
    galley::read_words(text, whole);
    for (const auto& [c, key] : all.keys) FUZZ_REQUIRE(!whole.holds(c) || whole.contains(c, key));
    feed(text.substr(0, text.size() / 2), merged, cuts);
    FUZZ_REQUIRE(merged.merge(whole) && merged.fill() >= whole.fill());
    for (const auto& [c, key] : all.keys) FUZZ_REQUIRE(!whole.holds(c) || merged.contains(c, key));
    filter again;
    again.insert_word(text);
    FUZZ_REQUIRE(again.contains_word(text) && galley::key_of_word(text) == galley::key_of_word(std::string(text)));
    check_questions(text, all);
    check_saved(whole, text);
}
