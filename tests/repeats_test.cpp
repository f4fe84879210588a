#include <galley/repeats.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using galley::repeated_passage;

std::vector<repeated_passage> repeats(std::string_view text, std::size_t least = 20, std::size_t slots = 4096) {
    std::vector<std::uint32_t> table(slots, 77);  // whatever it holds
    std::vector<repeated_passage> found;
    const std::size_t count = galley::find_repeats(text, table.data(), slots, [&](const repeated_passage& p) { found.push_back(p); }, least);
    CHECK(count == found.size());
    return found;
}

const std::string passage = "河边的老槐树下，几位老人每天下棋，孩子们放学以后围着看，一直到天色暗下来才各自回家吃晚饭。";

TEST_CASE("find_repeats: a passage that stands twice, set in other lines") {
    const std::string broken = passage.substr(0, 27) + "\n\n" + passage.substr(27, 33) + " \n" + passage.substr(60);
    const std::string text = "镇上的一天从集市开始。\n" + passage + "\n菜农们五点就来了。\n" + broken + "\n夜里很静。\n";
    const auto found = repeats(text);
    REQUIRE(found.size() == 1);
    CHECK(text.substr(found[0].first.begin, found[0].first.end - found[0].first.begin).find(passage) != std::string::npos);
    CHECK(text.substr(found[0].second.begin, found[0].second.end - found[0].second.begin).find(broken) != std::string::npos);
    CHECK(found[0].first.end <= found[0].second.begin);
}

TEST_CASE("find_repeats: nothing where nothing repeats, or too little") {
    CHECK(repeats("").empty());
    CHECK(repeats(passage).empty());
    CHECK(repeats(passage + "\n" + passage, 200).empty());
    CHECK(repeats(passage + passage, 20, 0).empty());
}

TEST_CASE("find_repeats: three copies are two repeats that do not overlap") {
    const auto found = repeats(passage + "\n一。\n" + passage + "\n二。\n" + passage + "\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].second.end <= found[1].second.begin);
}

TEST_CASE("find_repeats: one character over and over stays linear, and spans stay inside") {
    for (const char* unit : {"a", "万", "\xFF", "\n", "ab "}) {
        std::string text;
        while (text.size() < 20000) text += unit;
        std::size_t end = 0;
        for (const repeated_passage& p : repeats(text)) {
            CHECK(p.first.begin < p.first.end);
            CHECK(p.first.end <= p.second.begin);
            CHECK(p.second.begin >= end);
            end = p.second.end;
            CHECK(end <= text.size());
        }
    }
}

TEST_CASE("find_repeats: a passage ends where its copies part and not before") {
    const std::string text = "甲" + passage + "乙一二三四五丙" + passage + "丁";
    const auto found = repeats(text);
    REQUIRE(found.size() == 1);
    const std::size_t first = text.find(passage), second = text.rfind(passage);
    CHECK(found[0].first.begin == first);
    CHECK(found[0].first.end == first + passage.size());
    CHECK(found[0].second.begin == second);
    CHECK(found[0].second.end == second + passage.size());
}

TEST_CASE("find_repeats: a passage that runs into its copy ends where the copy begins") {
    for (const std::string& text : {passage + passage, passage + passage + passage.substr(0, 60), passage.substr(30) + passage + passage}) {
        const auto found = repeats(text);
        REQUIRE(found.size() >= 1);
        CHECK(found[0].first.end <= found[0].second.begin);
        CHECK(text.compare(found[0].first.begin, found[0].first.end - found[0].first.begin, text, found[0].second.begin, found[0].second.end - found[0].second.begin) == 0);
    }
}

TEST_CASE("find_repeats: what is asked for is the least that is told of") {
    const std::size_t characters = 45;  // of the passage
    REQUIRE(galley::utf8_count(passage) == characters);
    const std::string text = passage + "乙一二三四五丙" + passage + "丁";
    CHECK(repeats(text, characters).size() == 1);
    CHECK(repeats(text, characters + 1).empty());
}

TEST_CASE("find_repeats: the hash of a window is that of its sixteen characters whatever came before") {
    std::u32string text = U"河边的老槐树下，几位老人每天下棋，孩子们放学以后围着看，abcdefghijklmnop";
    galley::detail::rolling_window rolling;
    for (std::size_t i = 0; i < text.size(); ++i) {
        rolling.push(text[i], 3 * i);
        CHECK(rolling.is_full() == (i >= 15));
        if (i < 15) continue;
        galley::detail::rolling_window fresh;
        for (std::size_t k = i - 15; k <= i; ++k) fresh.push(text[k], 3 * k);
        CHECK(rolling.hash() == fresh.hash());
        CHECK(rolling.begin() == 3 * (i - 15));
        CHECK(fresh.begin() == 3 * (i - 15));
    }
    rolling.clear();
    CHECK_FALSE(rolling.is_full());
}

constexpr std::size_t repeats_in(std::string_view text) {
    std::uint32_t table[64] = {};
    return galley::find_repeats(text, table, 64, [](const repeated_passage&) {}, 32);
}
static_assert(repeats_in("the quick brown fox jumps over the lazy dog, which sleeps on; the quick brown fox jumps over the lazy dog, which sleeps on") == 1);
static_assert(repeats_in("the quick brown fox jumps over the lazy dog, which sleeps on") == 0);

}  // namespace
