// What a page shows of its habits: open brackets, tallies, and the spaces where Han meets other characters.
#include <galley/detail/page_state.hpp>

#include "table.hpp"

#include <string>
#include <vector>

namespace {

using namespace galley::detail::page;

// ---- Brackets

struct bracket_row {
    std::string_view text;
    int depth;
};

constexpr int depth_behind(const bracket_row& row) {
    bracket_stack stack;
    stack.read(row.text);
    return stack.depth();
}

constexpr bracket_row brackets[] = {
    {"", 0},
    {"水渠（新修的", 1},
    {"水渠（新修的）", 0},
    {"(a [b {c", 3},
    {"(a [b {c}]", 1},
    {"“‘水", 2},
    {"“‘水’”", 0},
    {"《〈「『【", 5},
    {"《〈「『【】』」〉》", 0},
    {"〔（", 1},                 // U+3014 is none of them
    {")]}”’）》】", 0},          // what never opened cannot close
    {"（水）)", 0},
    {"(水）", 1},                // of another kind
    {"（a [b）", 0},             // closes what was forgotten inside it
    {"（a [b）]", 0},
    {"((((((((", 8},
    {"((((((((((((", 8},         // no more are remembered
    {"(((((((((((())))", 4},
    {"\xE4\xBC", 0},             // a part of an ideograph at the end
    {"（\xE4\xBC", 1},
    {"\xFF（\xFF", 1},
};

TEST_CASE("bracket stack: how many are open behind a text") { CHECK_ROWS(brackets, depth_behind, &bracket_row::depth); }

/// Any brackets, beside a plain list that never forgets.
TEST_CASE("bracket stack: random brackets against a list") {
    static constexpr char32_t openers[] = {U'(', U'[', U'{', 0x201C, 0x2018, 0xFF08, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010};
    static constexpr char32_t closers[] = {U')', U']', U'}', 0x201D, 0x2019, 0xFF09, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011};
    samples::random random(3);
    int deepest = 0;
    for (int round = 0; round < 300; ++round) {
        bracket_stack stack;
        std::vector<char32_t> open;
        for (int step = 0; step < 60; ++step) {
            const std::size_t kind = random.below(std::size(openers));
            const bool opens = random.below(5) < 2 + static_cast<std::size_t>(round % 2) && open.size() < 8;
            char bytes[4];
            stack.read(std::string(bytes, galley::utf8_encode(opens ? openers[kind] : closers[kind], bytes)) + "水");
            if (opens) {
                open.push_back(closers[kind]);
            } else {
                for (std::size_t i = open.size(); i-- != 0;) {
                    if (open[i] != closers[kind]) continue;
                    open.resize(i);
                    break;
                }
            }
            REQUIRE(stack.depth() == static_cast<int>(open.size()));
            deepest = stack.depth() > deepest ? stack.depth() : deepest;
        }
        stack.clear();
        REQUIRE(stack.depth() == 0);
    }
    CHECK(deepest == 8);
}

// ---- Tallies

TEST_CASE("tally: counts and percents and halves when it grows large") {
    tally t;
    CHECK(t.percent(1, -1) == -1);
    t.count(true, 16);
    CHECK(t.percent(1, -1) == 100);
    CHECK(t.percent(2, -1) == -1);
    t.count(false, 16);
    t.count(false, 16);
    CHECK(t.total() == 3);
    CHECK(t.percent(3, -1) == 33);
    for (int i = 0; i < 12; ++i) t.count(true, 16);
    CHECK(t.yes == 13);
    CHECK(t.no == 2);
    t.count(true, 16);  // the sixteenth
    CHECK(t.yes == 7);
    CHECK(t.no == 1);
    for (int i = 0; i < 100000; ++i) t.count(false, 512);
    CHECK(t.total() < 512);
    CHECK(t.yes == 0);
}

// ---- Spacing

struct joint_row {
    std::string_view text;
    joint at;
    int yes, no;
};

constexpr bool counts_alone(const joint_row& row) {
    spacing_habits habits;
    habits.read(row.text);
    const tally all = habits.all();
    if (row.at == joint::none) return all.total() == 0;
    const tally one = habits.recent(row.at);
    if (one.yes != row.yes || one.no != row.no) return false;
    if (row.at >= joint::ascii_opener_behind) return all.total() == 0;
    return all.yes == row.yes && all.no == row.no;
}


constexpr joint_row joints[] = {
    {"使用PPT", joint::letter_behind, 0, 1},
    {"使用 PPT", joint::letter_behind, 1, 0},
    {"使用\u3000PPT", joint::letter_behind, 1, 0},
    {"使用\u200BPPT", joint::letter_behind, 1, 0},
    {"PPT制作", joint::letter_before, 0, 1},
    {"é 制作", joint::letter_before, 1, 0},
    {"增加5", joint::digit_behind, 0, 1},
    {"5 月", joint::digit_before, 1, 0},
    {"かな（", joint::opener_behind, 0, 1},
    {"）水", joint::closer_before, 0, 1},
    {"”　水", joint::closer_before, 1, 0},
    {"表示,各方", joint::ascii_mark_before, 0, 1},
    {"表示, 各方", joint::ascii_mark_before, 1, 0},
    {"水(a", joint::ascii_opener_behind, 0, 1},
    {"水 (a", joint::ascii_opener_behind, 1, 0},
    {"a) 水", joint::ascii_closer_before, 1, 0},
    {"水，a", joint::none, 0, 0},
    {"水,a", joint::none, 0, 0},
    {"水渠", joint::none, 0, 0},
    {"水 渠", joint::none, 0, 0},
    {"a 5", joint::none, 0, 0},
    {"한5", joint::none, 0, 0},
    {"水", joint::none, 0, 0},
    {"", joint::none, 0, 0},
    {" 水", joint::none, 0, 0},
    {"水\xE4\xB8", joint::none, 0, 0},
};

static_assert(counts_alone(joints[0]) && counts_alone(joints[1]) && counts_alone(joints[11]));

TEST_CASE("spacing habits: each kind of joint with and without a space") {
    for (const joint_row& row : joints) {
        CAPTURE(row.text);
        const samples::exact_copy alone(row.text);
        CHECK(counts_alone({alone.view(), row.at, row.yes, row.no}));
    }
    CHECK(spacing_habits().recent(joint::none).total() == 0);
    for (const char32_t mark : U",.:;!?") {
        if (mark != 0) CHECK(joint_of(joint_side_of(mark), joint_side_of(U'水')) == joint::ascii_mark_before);
    }
    spacing_habits habits;
    habits.read("表示,各方");
    CHECK_FALSE(habits.half_width(U',', U'水').is_clear());
    habits.read("表示,各方");
    CHECK(habits.half_width(U',', U'水').is_clear());
    habits.read("表示, 各方");
    CHECK_FALSE(habits.half_width(U'.', U'水').is_clear());
    CHECK(habits.half_width(U'a', U'水').total() == 0);
}

/// Han, spaces, letters, digits and brackets at random, and each neighbour pair by itself.
TEST_CASE("spacing habits: random lines against pairs of characters") {
    static constexpr std::string_view parts[] = {"水", "か", "a", "Z", "é", "7", "（", "”", "，", "한", " ", "\u3000", ",", "(", ")"};
    samples::random random(11);
    unsigned counted = 0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string_view> line;
        std::string text;
        for (std::size_t size = random.below(9); size != 0; --size) text += line.emplace_back(parts[random.below(std::size(parts))]);
        constexpr int kinds = static_cast<int>(joint::none);
        unsigned yes[kinds + 1] = {}, no[kinds + 1] = {};
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            std::size_t next = i + 1;
            while (next < line.size() && (line[next] == " " || line[next] == "\u3000")) ++next;
            if (next == line.size()) continue;
            const joint at = joint_of(joint_side_of(first_of(line[i])), joint_side_of(first_of(line[next])));
            ++(next == i + 1 ? no : yes)[static_cast<int>(at)];
        }
        spacing_habits habits;
        habits.read(text);
        for (int at = 0; at < kinds; ++at) {
            REQUIRE(habits.recent(static_cast<joint>(at)).yes == yes[at]);
            REQUIRE(habits.recent(static_cast<joint>(at)).no == no[at]);
            counted += yes[at] + no[at];
        }
        REQUIRE(habits.letters().total() == static_cast<int>(yes[0] + no[0] + yes[1] + no[1]));
        REQUIRE(habits.digits().total() == static_cast<int>(yes[2] + no[2] + yes[3] + no[3]));
    }
    CHECK(counted > 500);
}

constexpr spacing_habits after(std::string_view line, int times) {
    spacing_habits habits;
    for (int i = 0; i < times; ++i) habits.read(line);
    return habits;
}

TEST_CASE("spacing habits: the recent past counts most") {
    constexpr spacing_habits closed = after("水a", 40);
    static_assert(closed.recent(joint::letter_behind).yes == 0 && closed.recent(joint::letter_behind).total() < 16);
    static_assert(closed.letters().no == 40);
    spacing_habits turned = closed;
    for (int i = 0; i < 14; ++i) turned.read("水 a");
    CHECK(turned.recent(joint::letter_behind).percent(1, -1) > 50);
    CHECK(turned.letters().percent(1, -1) < 50);
}

TEST_CASE("spacing habits: digits are closed up where some stand solid") {
    static_assert(!after("6 月", 3).closes_digits());
    spacing_habits habits = after("6 月", 3);
    CHECK_FALSE(habits.closes_digits());   // always with a space: the writer's own
    habits.read("6月");
    CHECK(habits.closes_digits());         // one of four stands solid
    CHECK_FALSE(after("6月", 3).closes_digits());  // too few
    CHECK(after("6月", 4).closes_digits());
    spacing_habits eighth = after("6 月", 7);
    eighth.read("6月");
    CHECK(eighth.closes_digits());         // one of eight
    spacing_habits ninth = after("6 月", 8);
    ninth.read("6月");
    CHECK_FALSE(ninth.closes_digits());
}

}  // namespace
