// galley: tests of dehyphenate.hpp.
// SPDX-License-Identifier: BSL-1.0
#include <galley/dehyphenate.hpp>

#include "kernels_fixture.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

using namespace galley;

namespace {

struct row {
    std::string_view text;      ///< what the document has besides
    std::string_view before;
    std::string_view after;
    hyphen_action action;
    hyphen_reason reason;
};

constexpr hyphen_decision decide(const row& r) {
    bloom_lexicon<4096> lexicon;
    hyphen_statistics statistics;
    read_words(r.text, lexicon);
    statistics.read(r.text);
    return decide_hyphen(r.before, r.after, lexicon, statistics);
}

constexpr bool passes(const row& r) {
    const hyphen_decision decision = decide(r);
    return decision.action == r.action && decision.reason == r.reason;
}

constexpr hyphen_action drop = hyphen_action::drop;
constexpr hyphen_action keep = hyphen_action::keep;
constexpr hyphen_action space = hyphen_action::keep_space;
using reason = hyphen_reason;

constexpr std::string_view english = "The printer takes the page and sets it in the forme. That is the rule for the house, and it is not to be broken. ";
constexpr std::string_view german = "Der Drucker setzt die Seite und das Blatt ist in der Presse mit dem Satz, der nicht die Regel ist. ";

// Rules: what they decide hangs on no weight.
constexpr row rules[] = {
    {"", "the end of a line", "and the next", space, reason::none},
    {"", "", "", space, reason::none},
    {"", "-", "x", space, reason::dash},
    {"", "some time ago -", "it was said", space, reason::dash},
    {"", "some time ago \xE2\x80\x93", "it was said", space, reason::dash},
    {"pages 3\xE2\x80\x93" "7", "from 1990\xE2\x80\x93", "2000 on", keep, reason::dash},
    {"", "from 1990-", "2000 on", keep, reason::number},
    {"an ox\xE2\x80\x94or a cow\xE2\x80\x94 and a mule\xE2\x80\x94so", "it came\xE2\x80\x94", "so they say", keep, reason::dash},
    {"", "it came--", "so they say", keep, reason::dash},
    {"", "it came --", "so they say", space, reason::dash},
    {"", "<https://example.org/soft\u2010", "ware/x/>", drop, reason::address},
    {"", "<https://example.org/soft-", "ware/x/>", keep, reason::address},
    {"", "a sen\xC2\xAD", "tence", drop, reason::soft_hyphen},
    {"", "a sen\xC2\xAC", "tence", drop, reason::soft_hyphen},
    {"", "a first\xE2\x80\x91", "rate page", keep, reason::no_break_hyphen},
    {"", "papier szaro-", "-zielony", keep, reason::repeated},
    {"", "write to the-", "office@example.org today", keep, reason::address},
    {"", "see https://example.org/long-", "name for more", keep, reason::address},
    {"", "encoded in UTF-", "8 or so", keep, reason::number},
    {"", "the file page-", "_1.txt", keep, reason::number},
    {"", "eine 3-", "stellige Zahl", keep, reason::number},
    {german, "die Vor-", "und Nachteile", space, reason::suspended},
    {english, "a two-", "and three-year plan", space, reason::suspended},
    {english, "a two-", "or three-year plan", space, reason::suspended},
    {"kop- ende voet, kop- ende hals,", "met kop-", "ende staart", space, reason::suspended},
    {german, "in 2-", "oder 3-facher Ausfertigung", space, reason::suspended},
    {"", "by e-", "mail", keep, reason::single_letter},
    {"", "buku-", "buku", keep, reason::reduplication},
    {"ja on ei se ett\xC3\xA4. ", "uusi piste-", "enn\xC3\xA4tys", keep, reason::reduplication},
    {"de het een en van is dat op te. ", "een onge-", "evenaard", drop, reason::weight},  // no trema at a break
    {"ja on ei se oli mutta kun niin ovat. ", "kulki linja-", "auto", keep, reason::reduplication},
    {"ja on ei se oli mutta kun niin ovat. ", "pieni ha-", "arukka", drop, reason::weight},
    {"de het een en van is dat op te. ", "is ge-", "eerd", drop, reason::weight},
    {"", "uusi piste-", "enn\xC3\xA4tys", drop, reason::weight},
    {"el los las que en se por una del. ", "un demo-", "ni o dos", drop, reason::weight},
    {"", "Jean-", "Paul", keep, reason::capital},
    {"", "Nordrhein-", "Westfalen", keep, reason::capital},
    {"", "UN-", "Resolution", keep, reason::capital},
    {"", "not like MS-", "DOS or others", keep, reason::capital},
    {"", "the next UID-", "nummer of all", keep, reason::capital},
    {"", "the old UNICEF-", "medarbejder of all", keep, reason::capital},
    {"", "WITH THE NEXT UID-", "nummer", drop, reason::weight},
    {"", "NOT LIKE ANY MS-", "DOS OF OTHERS", keep, reason::weight},
    {"", "known to the UN-", "ESCO as such", drop, reason::weight},
    {"McDonald", "Mc-", "Donald", drop, reason::weight},
    {german, "so gro\xC3\x9F-", "wie", space, reason::suspended},
    {german, "in der Werk-", "statt", drop, reason::weight},
    {"w i na z jest do nie. ", "w dolnej po\xC5\x82o-", "wie okna", drop, reason::weight},  // a conjunction of another language
    {"", "nothing behind it-", "", space, reason::number},
    {"", "\xE3\x83\x87\xE3\x83\xBC\xE3\x82\xBF\xE3\x83\xBC", "\xE3\x83\x99\xE3\x83\xBC\xE3\x82\xB9", space, reason::none},  // a long-vowel mark
};

// Weighed: the plain cases that any fit must get right.
constexpr row weighed[] = {
    {"The composition was good.", "their compo-", "sition", drop, reason::weight},
    {"The COMPOSITION was good.", "their Compo-", "sition", drop, reason::weight},
    {"The e\xEF\xAC\x83" "cient man.", "an effi-", "cient one", drop, reason::weight},
    {"A well-known and well-worn page.", "the well-", "known page", keep, reason::weight},
    {"\xD0\xBA\xD0\xBE\xD1\x80\xD1\x80\xD0\xB5\xD0\xBA\xD1\x82\xD1\x83\xD1\x80\xD0\xB0", "\xD0\xBA\xD0\xBE\xD1\x80\xD1\x80\xD0\xB5\xD0\xBA-",
     "\xD1\x82\xD1\x83\xD1\x80\xD0\xB0", drop, reason::weight},
    {english, "a self-", "evident thing", keep, reason::weight},
    {english, "a two-", "handed sword", keep, reason::weight},
    {english, "a high-", "quality page", keep, reason::weight},
    {english, "on the high-", "way there", drop, reason::weight},
    {english, "the seven-", "teen delegates", drop, reason::weight},
    {english, "the green-", "house there", drop, reason::weight},
    {english, "the tax-", "ation of it", drop, reason::weight},
    {english, "the deep-", "ening of it", drop, reason::weight},
    {"JavaScript, LibreOffice, PostScript and TypeScript.", "read by Java-", "Script", drop, reason::weight},
};

template <std::size_t Count>
constexpr bool all_pass(const row (&rows)[Count]) {
    for (const row& r : rows) {
        if (!passes(r)) return false;
    }
    return true;
}

template <std::size_t Count>
void check_all(const row (&rows)[Count]) {
    for (const row& r : rows) {
        CAPTURE(std::string(r.before));
        CAPTURE(std::string(r.after));
        const hyphen_decision decision = decide(r);
        CHECK(static_cast<int>(decision.action) == static_cast<int>(r.action));
        CHECK(static_cast<int>(decision.reason) == static_cast<int>(r.reason));
    }
}

static_assert(passes(rules[0]) && passes(rules[3]) && passes(rules[5]) && passes(rules[6]));
static_assert(passes(rules[9]) && passes(rules[11]) && passes(rules[12]) && passes(rules[13]));
static_assert(passes(rules[15]) && passes(rules[18]) && passes(rules[19]) && passes(rules[23]));
static_assert(passes(weighed[0]) && passes(weighed[3]));

template <class Lexicon>
std::string repaired(std::string_view text, Lexicon& lexicon, const hyphen_options& options = {}) {
    std::string out;
    dehyphenate(text, lexicon, [&out](std::string_view slice) { out.append(slice); }, options);
    return out;
}

template <class Lexicon>
std::string repaired_once(std::string_view text, Lexicon& lexicon, const one_pass_options& options) {
    std::string out;
    dehyphenate_once(text, lexicon, [&out](std::string_view slice) { out.append(slice); }, options);
    return out;
}

std::string repaired(std::string_view text) {
    rescan_lexicon<4096> lexicon;
    return repaired(text, lexicon);
}

std::string random_text(unsigned seed, std::size_t size, bool hyphens) {
    static const char* const parts[] = {"type", "Satz", " ", " ", "\n", "\r\n", ", ", ("\xC3\xBC" "ber"), "9", "\xE2\x80\x9C", "\xFF", "\xE2\x80", "\t", "\f", "\xE4\xB8\xAD", "-word", "-\n", "\xC2\xAD\n", "\xE2\x80\x90\n  ", "- ", "= \n", "-\n-"};
    const std::size_t count = sizeof parts / sizeof *parts - (hyphens ? 0 : 6);
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < size) text += parts[random() % count];
    return text;
}

std::string without_space(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && !(c >= '\n' && c <= '\r')) out += c;
    }
    return out;
}

/// `part` is `whole` with hyphens left out, and nothing else.
bool only_hyphens_are_gone(std::string_view whole, std::string_view part) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < whole.size();) {
        if (at < part.size() && whole[i] == part[at]) {
            ++at, ++i;
            continue;
        }
        const decoded c = utf8_decode(whole.data() + i, whole.data() + whole.size());
        if (!detail::is_line_end_hyphen(c.code_point, true)) return false;
        i += c.size;
    }
    return at == part.size();
}

}  // namespace

TEST_CASE("rules") {
    check_all(rules);
    CHECK(all_pass(rules));
}

TEST_CASE("weighed decisions") { check_all(weighed); }

TEST_CASE("the decision does not hang on more context than it reads") {
    bloom_lexicon<1024> lexicon;
    const hyphen_statistics statistics;
    const std::string before = english.data() + std::string(" a self-");
    const std::string after = "evident thing. " + std::string(english);
    const hyphen_decision far = decide_hyphen(before, after, lexicon, statistics);
    const hyphen_decision near = decide_hyphen(std::string_view(before).substr(before.size() - detail::hyphen_context), std::string_view(after).substr(0, detail::hyphen_context), lexicon, statistics);
    CHECK(far.score == near.score);
    CHECK(decide_hyphen(before + "  \r\n", "\n   " + after, lexicon, statistics).score == far.score);
}

TEST_CASE("whole texts: the word moves up, the break moves behind it") {
    CHECK(repaired("A compo-\nsitor sets type.\nThe compositor is paid.\n") == "A compositor\nsets type.\nThe compositor is paid.\n");
    CHECK(repaired("A compo-\r\n   sitor\r\nsets type. The compositor\r\n") == "A compositor\r\nsets type. The compositor\r\n");
    CHECK(repaired("compositor: A compo-\fsitor") == "compositor: A compositor");
    CHECK(repaired("from 1990-\n2000 on") == "from 1990-2000\non");
    CHECK(repaired("papier szaro-\n-zielony") == "papier szaro-zielony");
    CHECK(repaired("some time ago -\nit was said") == "some time ago -\nit was said");
    CHECK(repaired("composition: a com-\npo-\nsition is") == "composition: a composition\nis");
    CHECK(repaired("end-\n\nnew") == "end-\n\nnew");
    CHECK(repaired("end-\n") == "end-\n");
    CHECK(repaired("") == "");
}

TEST_CASE("options") {
    hyphen_options options;
    no_lexicon none;
    CHECK(repaired("ein al=\ntes Buch", none, options) == "ein al=\ntes Buch");
    options.double_hyphens = true;
    CHECK(repaired("ein al=\ntes Buch", none, options) == "ein altes\nBuch");
    options.bias = 2000;
    CHECK(repaired("ein al-\ntes Buch", none, options) == "ein al-tes\nBuch");
    options.bias = -2000;
    CHECK(repaired("a well-\nknown page", none, options) == "a wellknown\npage");
}

/// The text with something behind every hyphen, sign or dash at a line's end.
std::string with_full_lines(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] >= '\n' && text[i] <= '\r')) {
            detail::hyphen_side last;
            detail::read_side(out, detail::side::left, last);
            if (detail::is_line_end_hyphen(last.at(0), true)) out += "x";
        }
        if (i != text.size()) out += text[i];
    }
    return out;
}

TEST_CASE("a text without line-end hyphens is left as it is") {
    const auto anything = [](std::string_view word) { return word.size() % 2 == 0; };
    callback_lexicon<decltype(anything)> dictionary(anything);
    std::mt19937 random(5);
    for (unsigned seed = 0; seed < 400; ++seed) {
        std::string bytes = random_text(seed, 400, seed % 2 == 0);
        for (char& c : bytes) {
            if (seed % 5 == 0 && random() % 16 == 0) c = static_cast<char>(random());
        }
        const std::string text = with_full_lines(bytes);
        hyphen_options options;
        options.double_hyphens = seed % 3 == 0;
        options.bias = static_cast<std::int16_t>(static_cast<int>(random() % 4000) - 2000);
        no_lexicon none;
        bloom_lexicon<1024> filter;
        bloom_lexicon<4096> stream;
        rescan_lexicon<256> questions;
        CHECK(repaired(text, none, options) == text);
        CHECK(repaired(text, filter, options) == text);
        CHECK(repaired(text, questions, options) == text);
        CHECK(repaired(text, dictionary, options) == text);
        one_pass_options once;
        static_cast<hyphen_options&>(once) = options;
        once.lookahead = random() % 200;
        CHECK(repaired_once(text, stream, once) == text);
        CHECK(repaired_once(text, none, once) == text);
    }
}

/// So many hyphens for so few questions at a time that the whole text cannot be read for each batch: then the words near it count.
TEST_CASE("a small buffer of questions and a long text: every hyphen is decided by the words near it") {
    std::string text, expected;
    for (int i = 0; i < 800; ++i) {
        const std::string filling = "and the page is set in the house of the printer and read once more there,\n";
        const std::string name = {static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26), static_cast<char>('a' + i / 676)};  // other words each time
        const std::string known = "a low" + name + "-budget film, an exam" + name + "ple ";
        text += known + filling + "a low" + name + "-\nbudget film, an exam" + name + "-\nple " + filling;
        expected += known + filling + "a low" + name + "-budget\nfilm, an exam" + name + "ple\n" + filling;
    }
    rescan_lexicon<256> questions;
    CHECK(repaired(text, questions) == expected);
}

TEST_CASE("the statistics know the compounds inside lines") {
    const auto knows = [](const hyphen_statistics& statistics, std::string_view a, std::string_view b) {
        return statistics.has_compound(detail::compound_key(detail::hash_text(a), detail::hash_text(b)));
    };
    hyphen_statistics statistics;
    statistics.read("A well-known page, a first\xE2\x80\x90" "rate one, a well-\nworn one and a lead-free-\nform one.\n");
    CHECK(knows(statistics, "well", "known"));
    CHECK(knows(statistics, "first", "rate"));
    CHECK_FALSE(knows(statistics, "well", "worn"));
    CHECK_FALSE(knows(statistics, "lead", "free"));
    CHECK(statistics.has_compound(detail::key_of(word_class::first_part, detail::hash_text("WELL"))));
    CHECK_FALSE(statistics.has_compound(detail::key_of(word_class::last_part, detail::hash_text("well"))));
    CHECK(repaired("A vinegar-flask stands by the vinegar-\nflask, the vinegar-flask.") == "A vinegar-flask stands by the vinegar-flask,\nthe vinegar-flask.");
}

TEST_CASE("line ends and marks are found wherever they stand in a block") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const std::string text = random_text(seed, 60 + seed * 5, true);
        std::vector<std::size_t> expected, ends;
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (detail::is_break_byte(text[i]) && detail::may_tear(text[i - 1])) expected.push_back(i);
        }
        detail::for_each_torn_end(text, 0, [&](std::size_t at) { return ends.push_back(at), true; });
        CHECK(ends == expected);
        std::size_t feeds = 0, last_feed = 0;
        std::vector<std::size_t> signs, marks;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '-' || text[i] == '\xE2') signs.push_back(i);
            if (text[i] == '\n') ++feeds, last_feed = i;
        }
        std::size_t counted = 0, last = 0;
        detail::for_each_mark(text, [&](std::size_t count, std::size_t at) { counted += count, last = at; }, [&](std::size_t at) { marks.push_back(at); });
        CHECK(marks == signs);
        CHECK(counted == feeds);
        CHECK(last == last_feed);
    }
}

#if GALLEY_BLOCKS
TEST_CASE("each kernel reads several blocks as the scalar one does") {
    constexpr std::size_t blocks = 3;
    std::string text = random_text(9, blocks * detail::block_bytes + detail::block_reach, true);
    const unsigned char* const first = detail::octets(text.data());
    detail::block_marks expected[blocks];
    std::uint64_t torn[blocks];
    detail::scalar_kernel::read(first, blocks, expected);
    detail::scalar_kernel::read(first, blocks, torn);
    kernels_fixture::with_each_kernel([&](auto kernel, const char* name) {
        CAPTURE(std::string(name));
        detail::block_marks found[blocks];
        std::uint64_t ends[blocks];
        kernel.read(first, blocks, found);
        kernel.read(first, blocks, ends);
        for (std::size_t i = 0; i < blocks; ++i) {
            CHECK(found[i].feeds == expected[i].feeds);
            CHECK(found[i].signs == expected[i].signs);
            CHECK(found[i].lines == expected[i].lines);
            CHECK(ends[i] == torn[i]);
        }
    });
}
#endif

TEST_CASE("a text in which hardly any line ends in a hyphen was not hyphenated") {
    std::string text;
    for (unsigned i = 0; i < 1200; ++i) text += "the type is set in the forme and proofs of it are read\n";
    hyphen_statistics statistics;
    CHECK(statistics.sparseness() == 0);
    statistics.read(text);
    CHECK(statistics.sparseness() == 32);
    for (unsigned i = 0; i < 8; ++i) statistics.note_line_end("of a black-", "rimmed page");
    CHECK(statistics.sparseness() == 0);
    CHECK(repaired(text + "it has a black-\nrimmed page\n").find("black-rimmed") != std::string::npos);
}

TEST_CASE("only hyphens are ever taken out, from any bytes") {
    std::mt19937 random(3);
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::string text = random_text(seed, 300, true);
        if (seed % 3 == 0) {
            for (char& c : text) {
                if (random() % 8 == 0) c = static_cast<char>(random());
            }
        }
        no_lexicon none;
        CHECK(only_hyphens_are_gone(without_space(text), without_space(repaired(text))));
        CHECK(only_hyphens_are_gone(without_space(text), without_space(repaired(text, none))));
    }
}

TEST_CASE("questions in many batches and in one give the same answers") {
    std::string text;
    std::mt19937 random(11);
    const char* const words[] = {"composition", "forme", "galley-proof", "typesetting", "read-only", "distribution"};
    for (unsigned i = 0; i < 2000; ++i) {
        std::string word = words[random() % 6];
        if (random() % 9 == 0) word.insert(1 + random() % (word.size() - 2), "-\n");
        text += word + (random() % 8 == 0 ? "\n" : " ");
    }
    rescan_lexicon<65536> one;
    CHECK(repaired(text) == repaired(text, one));
}

TEST_CASE("a word that the text has whole and nowhere with a hyphen is settled by that") {
    const auto reason_of = [](std::string_view text) {
        rescan_lexicon<4096> questions;
        hyphen_reason found = hyphen_reason::none;
        dehyphenate(text, questions, [](std::string_view) {}, {}, [&found](const hyphen_finding& finding) { found = finding.decision.reason; });
        return static_cast<int>(found);
    };
    CHECK(reason_of("the compo-\nsition of a composition") == static_cast<int>(reason::known_word));
    CHECK(reason_of("the compo-\nsition of a galley") == static_cast<int>(reason::weight));
    CHECK(reason_of("the re-\nform of a reform, a re-form") == static_cast<int>(reason::weight));
    CHECK(reason_of("the re-\nform of a reform, a re-print") == static_cast<int>(reason::weight));
}

TEST_CASE("more hyphens than there is room for questions: the words that the text has whole settle theirs") {
    std::string text, expected;
    for (unsigned i = 0; i < 1500; ++i) {
        const std::string name = {static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26), static_cast<char>('a' + i / 676)};
        if (i % 3 == 0) text += "an exam" + name + "ple, an exam" + name + "-\nple ", expected += "an exam" + name + "ple, an exam" + name + "ple\n";
        else if (i % 3 == 1) text += "a low" + name + "-budget film, a low" + name + "-\nbudget film ", expected += "a low" + name + "-budget film, a low" + name + "-budget\nfilm ";
        else text += "a self-\nmade one ", expected += "a self-made\none ";
    }
    rescan_lexicon<4096> few;
    rescan_lexicon<65536> many;
    const std::string out = repaired(text, few);
    CHECK(out == expected);
    CHECK(out == repaired(text, many));
}

TEST_CASE("what whole words leave no doubt about is decided as if all had been asked") {
    const char* const syllables[] = {"ver", "set", "zung", "blei", "druck", "form", "satz", "un", "ab", "schrift", "kasten", "ei", "self", "non", "post"};
    std::mt19937 random(17);
    const auto word = [&] {
        std::string made;
        for (auto left = 2 + random() % 3; left != 0; --left) {
            made += syllables[random() % 15];
            if (left != 1 && random() % 12 == 0) made += '-';
        }
        return made;
    };
    std::string text;
    for (unsigned i = 0; i < 6000; ++i) {
        std::string next = word();
        if (i % 4 == 0) next.insert(1 + random() % (next.size() - 2), "-\n");
        text += next + ' ';
    }
    const auto decided = [&](auto lexicon) {
        std::vector<hyphen_decision> decisions;
        dehyphenate(text, lexicon, [](std::string_view) {}, {}, [&](const hyphen_finding& found) { decisions.push_back(found.decision); });
        return decisions;
    };
    const std::vector<hyphen_decision> all = decided(rescan_lexicon<262144>()), some = decided(rescan_lexicon<16384>()), few = decided(rescan_lexicon<4096>());
    REQUIRE(all.size() == some.size());
    REQUIRE(all.size() == few.size());
    std::size_t kept = 0, foreseen = 0, doubtful = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        REQUIRE(all[i].action == some[i].action);
        REQUIRE(all[i].action == few[i].action);
        REQUIRE(all[i].hyphen_size == few[i].hyphen_size);
        REQUIRE(all[i].reason != reason::words);
        if (few[i].reason == reason::words) {
            ++foreseen;
            if (few[i].action == keep) ++kept;
        } else if (few[i].reason == reason::weight) {
            ++doubtful;
            REQUIRE(few[i].score == all[i].score);
        }
    }
    CHECK(kept > 10);
    CHECK(foreseen > kept + 10);
    CHECK(doubtful > 10);
}

TEST_CASE("a line of capitals says nothing by them") {
    const auto reason_in = [](std::string_view before, std::string_view after) { return decide_hyphen(before, after, no_lexicon(), hyphen_statistics()); };
    CHECK(reason_in("THE PRINTER OF THE GALLEY COM-", "POSED IT").action == drop);
    CHECK(reason_in("the printer and the XML-", "DTD is set").action == keep);
}

TEST_CASE("a stream decides as one pass over the whole text does") {
    const std::string text = "A compositor and a com-\npositor, a well-known page and a well-\nknown one. The end of the com-\nposition.\n";
    bloom_lexicon<4096> whole;
    std::vector<hyphen_decision> expected;
    dehyphenate_once(text, whole, [](std::string_view) {}, {}, [&](const hyphen_finding& found) { expected.push_back(found.decision); });

    bloom_lexicon<4096> lexicon;
    lexicon_feeder<bloom_lexicon<4096>> feeder;
    hyphen_statistics statistics;
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        const std::string_view line = std::string_view(text).substr(at, end - at);
        statistics.read(line);
        feeder.push(line, lexicon);
        at = end;
        if (at == text.size()) break;
        const hyphen_decision decision = decide_next_hyphen(line, std::string_view(text).substr(at), lexicon, statistics);
        if (!decision) continue;
        REQUIRE(index < expected.size());
        CHECK(decision.action == expected[index].action);
        CHECK(decision.score == expected[index].score);
        ++index;
    }
    CHECK(index == expected.size());
}

TEST_CASE("a look ahead finds the word that stands further down") {
    const std::string text = "and a compo-\nsitor's hand\nof the compositor\n";
    one_pass_options options;
    std::vector<int> scores;
    for (const std::size_t ahead : {std::size_t{0}, std::size_t{20}, text.size()}) {
        bloom_lexicon<4096> lexicon;
        options.lookahead = ahead;
        dehyphenate_once(text, lexicon, [](std::string_view) {}, options, [&](const hyphen_finding& found) { scores.push_back(found.decision.score); });
    }
    REQUIRE(scores.size() == 3);
    CHECK(scores[1] < scores[0]);
    CHECK(scores[2] == scores[1]);
}

TEST_CASE("hostile texts take linear time") {
    const char* const parts[] = {"a-\n", "-\n", "ab-\ncd-", " ", "-", "\n", "\xC2\xAD\n", "\xFF", "a", "-\n \n"};
    for (const char* const part : parts) {
        std::string text;
        while (text.size() < (1U << 19)) text += part;
        const auto start = std::chrono::steady_clock::now();
        rescan_lexicon<1024> questions;
        const std::string out = repaired(text, questions);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        CHECK(out.size() <= text.size());
        CHECK(taken.count() < 20.0);
    }
}

TEST_CASE("boundaries of the rules") {
    const auto decided = [](std::string_view before, std::string_view after) {
        return decide_hyphen(before, after, no_lexicon(), hyphen_statistics());
    };
    CHECK(decided("a pali-", "pali of").reason == hyphen_reason::reduplication);
    CHECK(decided("a pal-", "pal of").reason != hyphen_reason::reduplication);
    CHECK(decided("a pali-", "\tpali of").reason == hyphen_reason::reduplication);
    CHECK(repaired("exam-\n\tple of") == "example\nof");
    CHECK(repaired("exam-\n\fple of") == "example\n\fof");
}

TEST_CASE("a dictionary of the caller's") {
    const auto is_word = [](std::string_view word) { return word == "composition" || word == "read-only"; };
    callback_lexicon<decltype(is_word)> lexicon(is_word);
    CHECK(repaired("the com-\nposition is read-\nonly", lexicon) == "the composition\nis read-only");
}
