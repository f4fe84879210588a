// galley: tests of lexicon.hpp.
// SPDX-License-Identifier: BSL-1.0
#include <galley/lexicon.hpp>

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace galley;

namespace {

/// An exact lexicon of every class, for comparison.
struct set_lexicon {
    std::set<std::pair<int, word_key>> keys;
    static bool holds(word_class) { return true; }
    void insert(word_class c, word_key key) { keys.emplace(static_cast<int>(c), key); }
    bool contains(word_class c, word_key key) const { return keys.count({static_cast<int>(c), key}) != 0; }
    bool word(std::string_view text) const { return contains(word_class::word, key_of_word(text)); }
    bool part(word_class c, std::string_view text) const { return contains(c, detail::key_of(c, detail::hash_text(text))); }
    bool gram(std::u32string_view four) const {
        std::uint32_t gram = 0;
        for (const char32_t letter : four) gram = detail::gram_step(gram, letter);
        return contains(word_class::gram, detail::gram_key(gram));
    }
    bool compound(std::string_view a, std::string_view b) const {
        return contains(word_class::compound, detail::compound_key(detail::hash_text(a), detail::hash_text(b)));
    }
};

set_lexicon read(std::string_view text) {
    set_lexicon lexicon;
    read_words(text, lexicon);
    return lexicon;
}

constexpr bool holds_word(std::string_view text, std::string_view word) {
    bloom_lexicon<1024> lexicon;
    read_words(text, lexicon);
    return lexicon.contains_word(word);
}

std::string random_text(unsigned seed, std::size_t size) {
    static const char* const parts[] = {"a", "word", "Wort", "zeitgleich ", "incomprehensible", "PostScript", "setTimeOut ", "WORDS", "-", "- ", "-\n", " ", "\n", "\xC3\xA9t\xC3\xA9", "\xC2\xAD", "\xE2\x80\x90", "\xEA\xB0\x80\xEB\x82\x98", "\xEF\xAC\x81", "\xE2\x80", "\xF0\x90", "\xFF", "9", "'", "\r\n"};
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < size) text += parts[random() % (sizeof parts / sizeof *parts)];
    return text;
}

}  // namespace

#define CHECK_BOTH(...)           \
    static_assert(__VA_ARGS__);   \
    CHECK(__VA_ARGS__)

TEST_CASE("keys fold case and open ligatures") {
    CHECK_BOTH(key_of_word("\xC3\x89T\xC3\x89") == key_of_word("\xC3\xA9t\xC3\xA9"));
    CHECK_BOTH(key_of_word("\xD0\x9C\xD0\x98\xD0\xA0") == key_of_word("\xD0\xBC\xD0\xB8\xD1\x80"));
    CHECK_BOTH(key_of_word("o\xEF\xAC\x83" "ce") == key_of_word("office"));
    CHECK_BOTH(key_of_word("\u0100\u0139\u017D") == key_of_word("\u0101\u013A\u017E"));  // capitals and small letters by turns
    CHECK_BOTH(key_of_word("ab") != key_of_word("ba"));
    CHECK_BOTH(key_of_word("") != key_of_word("a"));
}

TEST_CASE("a text's words are read") {
    CHECK_BOTH(holds_word("Every galley holds a column.", "galley"));
    CHECK_BOTH(holds_word("Every galley holds a column.", "COLUMN"));
    CHECK_BOTH(!holds_word("Every galley holds a column.", "colum"));
    CHECK_BOTH(!holds_word("Every galley holds a column.", "a"));
    CHECK_BOTH(holds_word("\xEA\xB7\xB8 \xEC\x82\xAC\xEB\x9E\x8C\xEC\x9D\x80", "\xEA\xB7\xB8"));                         // 그
    CHECK_BOTH(holds_word("\xEA\xB7\xB8 \xEC\x82\xAC\xEB\x9E\x8C\xEC\x9D\x80", "\xEC\x82\xAC\xEB\x9E\x8C\xEC\x9D\x80"));  // 사람은
}

TEST_CASE("the fragments beside a line-end hyphen are no words") {
    const set_lexicon lexicon = read("the printer's de-\nvil set a well-known type- and\nlead-free page, dis\xC2\xADtributed\n");
    CHECK(lexicon.word("printer"));
    CHECK_FALSE(lexicon.word("de"));
    CHECK_FALSE(lexicon.word("vil"));
    CHECK_FALSE(lexicon.word("devil"));
    CHECK(lexicon.word("set"));
    CHECK(lexicon.compound("well", "known"));
    CHECK(lexicon.part(word_class::first_part, "well"));
    CHECK(lexicon.part(word_class::last_part, "known"));
    CHECK(lexicon.part(word_class::first_part, "type"));
    CHECK_FALSE(lexicon.part(word_class::last_part, "and"));
    CHECK(lexicon.compound("lead", "free"));
    CHECK(lexicon.word("distributed"));
    CHECK(lexicon.gram(U"prin"));
    CHECK(read("a soft\xC2\xAD\nened line").word("line"));
    CHECK_FALSE(read("a soft\xC2\xAD\nened line").word("ened"));
    CHECK_FALSE(read("in a sub-\r\nterranean hall").word("terranean"));
}

TEST_CASE("words are told with their beginnings and endings") {
    const set_lexicon lexicon = read("a zeitgleich, \xC3\xBC" "bersetzt word\n");
    const auto has = [&](word_class c, std::string_view part) { return lexicon.contains(c, detail::part_key(c, detail::hash_text(part))); };
    CHECK(has(word_class::beginning, "zei"));
    CHECK(has(word_class::beginning, "zeitglei"));
    CHECK_FALSE(has(word_class::beginning, "zeitgleic"));  // two letters must be left
    CHECK(has(word_class::ending, "ich"));
    CHECK(has(word_class::ending, "itgleich"));
    CHECK_FALSE(has(word_class::ending, "eitgleich"));
    CHECK(has(word_class::beginning, "\xC3\xBC" "ber"));
    CHECK(has(word_class::ending, "setzt"));
    CHECK_FALSE(has(word_class::beginning, "wor"));
    CHECK_FALSE(has(word_class::ending, "ze"));
}

TEST_CASE("words made of words are told by what stands before a capital") {
    const set_lexicon lexicon = read("The PostScript file, setTimeOut() and NATO.\n");
    CHECK(lexicon.part(word_class::name_front, "post"));
    CHECK(lexicon.part(word_class::name_front, "set"));
    CHECK(lexicon.part(word_class::name_front, "time"));
    CHECK_FALSE(lexicon.part(word_class::name_front, "out"));
    CHECK_FALSE(lexicon.part(word_class::name_front, "nato"));
}

TEST_CASE("questions of some classes only") {
    rescan_lexicon<256> words;
    words.clear(class_bit(word_class::word));
    CHECK(words.holds(word_class::word));
    CHECK_FALSE(words.holds(word_class::gram));
    CHECK(words.record(word_class::word, key_of_word("forme")));
    read_words("set in the forme", words);
    CHECK(words.contains(word_class::word, key_of_word("forme")));
    words.clear();
    CHECK(words.holds(word_class::gram));
    CHECK_FALSE(words.contains(word_class::word, key_of_word("forme")));
}

TEST_CASE("few questions get a wrong yes and none a wrong no") {
    std::mt19937 random(1);
    rescan_lexicon<4096> questions;
    std::vector<word_key> asked;
    while (questions.has_room(1)) {
        asked.push_back(static_cast<word_key>(random()));
        questions.record(word_class::word, asked.back());
    }
    CHECK(asked.size() >= 800);
    for (unsigned i = 0; i < 100000; ++i) questions.insert(word_class::word, static_cast<word_key>(random()));
    unsigned wrong = 0;
    for (const word_key key : asked) wrong += questions.contains(word_class::word, key) ? 1U : 0U;
    CHECK(wrong <= 1);
    for (const word_key key : asked) questions.insert(word_class::word, key);
    for (const word_key key : asked) {
        if (!questions.contains(word_class::word, key)) FAIL("a wrong no");
    }
}

TEST_CASE("any cut of the text gives the same lexicon") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const std::string text = random_text(seed, 300);
        const set_lexicon whole = read(text);
        for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
            set_lexicon lexicon;
            lexicon_feeder<set_lexicon> feeder;
            for (std::size_t at = 0; at < text.size(); at += step) feeder.push(std::string_view(text).substr(at, step), lexicon);
            feeder.finish(lexicon);
            CHECK(lexicon.keys == whole.keys);
        }
    }
}

TEST_CASE("a filter never forgets, and says how often it errs") {
    bloom_lexicon<4096> filter;
    std::mt19937 random(7);
    std::vector<word_key> keys(4000);
    for (word_key& key : keys) key = static_cast<word_key>(random());
    for (const word_key key : keys) filter.insert(word_class::word, key);
    unsigned missed = 0;
    for (const word_key key : keys) missed += filter.contains(word_class::word, key) ? 0U : 1U;
    CHECK(missed == 0);
    unsigned wrong = 0;
    for (unsigned i = 0; i < 20000; ++i) wrong += filter.contains(word_class::word, static_cast<word_key>(random())) ? 1U : 0U;
    CHECK(filter.size() <= 4000);
    CHECK(filter.size() > 3600);
    CHECK(filter.false_positives() > 30);
    CHECK(wrong / 20U < filter.false_positives() + 15U);
    CHECK(wrong / 20U + 15U > filter.false_positives());
    filter.clear();
    CHECK(filter.size() == 0);
    CHECK(filter.false_positives() == 0);
}

TEST_CASE("filters merge, save and load") {
    bloom_lexicon<256> a;
    bloom_lexicon<256> b;
    a.insert_word("composing");
    b.insert_word("stick");
    CHECK(a.merge(b));
    CHECK(a.contains_word("composing"));
    CHECK(a.contains_word("stick"));
    CHECK_FALSE(a.merge(bloom_lexicon<512>()));

    std::string saved(a.saved_size(), '\0');
    CHECK(a.save(saved.begin()) == saved.end());
    CHECK(saved.substr(0, 5) == std::string("glx\x02\x08", 5));
    bloom_lexicon<256> c;
    CHECK(c.load(saved) == errc::ok);
    CHECK(c.contains_word("stick"));
    CHECK(c.size() == a.size());
    CHECK(c.fill() == a.fill());

    CHECK(c.load("") == errc::empty);
    CHECK(c.load("glx") == errc::invalid);
    CHECK(c.load(saved.substr(1)) == errc::invalid);
    CHECK(bloom_lexicon<512>().load(saved) == errc::overflow);
    CHECK(bloom_lexicon_view::saved_bytes(saved) == 256);
    for (const char logarithm : {'\x05', '\x1D'}) {
        std::string wrong = saved.substr(0, 16) + std::string(32, '\0');
        wrong[4] = logarithm;
        CHECK(bloom_lexicon_view::saved_bytes(wrong) == 0);
    }
    bloom_lexicon_view nothing;
    std::string header(nothing.saved_size(), '\0');
    nothing.save(header.begin());
    CHECK(bloom_lexicon_view::saved_bytes(header) == 0);
    CHECK(nothing.load(saved) == errc::overflow);
    CHECK(nothing.fill() == 0);
    CHECK(c.contains_word("stick"));
}

TEST_CASE("lexicon: the share of set bits of a filter of a million bits and more") {
    std::vector<std::uint8_t> storage(std::size_t{1} << 19);
    for (std::size_t i = 0; i < storage.size(); i += 2) storage[i] = 0x0F;
    CHECK(bloom_lexicon_view(storage.data(), storage.size()).fill() == 250);
}

TEST_CASE("a filter over the caller's storage") {
    std::uint8_t storage[300] = {};
    bloom_lexicon_view view(storage, sizeof storage);
    CHECK(view.bytes() == 256);
    view.insert_word("forme");
    CHECK(view.contains_word("forme"));
    CHECK_FALSE(view.contains_word("quoin"));
    CHECK(bloom_lexicon_view(storage, 256).bytes() == 256);
    CHECK(bloom_lexicon_view(storage, 255).bytes() == 128);
    CHECK(bloom_lexicon_view(storage, 63).bytes() == 0);
    CHECK(bloom_lexicon_view(storage, sizeof storage).contains_word("forme"));
    bloom_lexicon_view nothing;
    nothing.insert_word("forme");
    CHECK_FALSE(nothing.contains_word("forme"));
    bloom_lexicon<256> other;
    CHECK(other.merge(view));
    CHECK(other.contains_word("forme"));
}

TEST_CASE("a rescan lexicon answers exactly, batch by batch") {
    rescan_lexicon<256> questions;
    const auto ask = [&](std::string_view word) { return questions.record(word_class::word, key_of_word(word)); };
    CHECK(ask("galley"));
    CHECK(ask("forme"));
    CHECK(ask("galley"));
    CHECK(questions.size() == 2);
    CHECK_FALSE(questions.contains(word_class::word, key_of_word("galley")));
    read_words("a galley of type", questions);
    CHECK(questions.contains(word_class::word, key_of_word("galley")));
    CHECK_FALSE(questions.contains(word_class::word, key_of_word("forme")));
    CHECK_FALSE(questions.contains(word_class::word, key_of_word("type")));
    unsigned recorded = 2;
    while (questions.record(word_class::word, recorded * 2654435761U)) ++recorded;
    CHECK(recorded == questions.size());
    CHECK_FALSE(questions.has_room(1));
    questions.clear();
    CHECK(questions.size() == 0);
    CHECK(questions.has_room(recorded));
}

TEST_CASE("no lexicon knows nothing") {
    no_lexicon none;
    read_words("a galley of type", none);
    CHECK_FALSE(none.holds(word_class::word));
    CHECK_FALSE(none.contains(word_class::word, key_of_word("galley")));
    CHECK(none.size() == 0);
    CHECK(none.false_positives() == 0);
}

TEST_CASE("a callback lexicon asks the caller") {
    const auto is_word = [](std::string_view word) { return word == "galley"; };
    const callback_lexicon<decltype(is_word)> lexicon(is_word);
    CHECK(lexicon.contains_word("galley"));
    CHECK_FALSE(lexicon.contains_word("galleys"));
}
