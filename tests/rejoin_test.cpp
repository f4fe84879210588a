#include <galley/rejoin.hpp>

#include "pages.hpp"
#include "samples.hpp"
#include "table.hpp"
#include "windows.hpp"

#include <string>
#include <vector>

namespace {

using galley::break_action;

struct pair_row {
    char32_t before;
    char32_t after;
    break_action action;
};

constexpr break_action J = break_action::join, S = break_action::space;

constexpr pair_row pairs[] = {
    {U'中', U'文', J},
    {U'か', U'ナ', J},
    {U'ー', U'中', J},
    {U'々', U'中', J},
    {U'中', U'a', S},
    {U'z', U'中', S},
    {U'a', U'b', S},
    {U'，', U'a', J},
    {U'a', U'（', J},
    {U'。', U'5', J},
    // quotes, dashes and dots that are narrow by East Asian Width stand solid beside ideographs
    {U'“', U'中', J},
    {U'中', U'”', J},
    {U'—', U'中', J},
    {U'中', U'…', J},
    {U'·', U'中', J},
    {U'”', U'a', S},
    {U'—', U'a', S},
    // a column broke inside a quantity
    {U'5', U'年', J},
    {U'第', U'5', J},
    {U'5', U'a', S},
    // Hangul parts its words
    {U'한', U'글', S},
    {U'한', U'中', S},
    {U'한', U'a', S},
    {U'한', U'，', J},
    {U'（', U'한', J},
    {U'한', U'“', S},
    // emoji
    {U'😀', U'😀', S},
    {U'😀', U'中', J},
    {U'🈀', U'🉐', J},
    {U'■', U'中', S},
    {U'₩', U'２', J},
    {U'㈀', U'a', S},
    {U'㉠', U'中', S},
    {U'㈀', U'、', J},
    {U'⋯', U'中', J},
    {U'–', U'中', J},
    {U'’', U'中', J},
    {U'中', U'‘', J},
    // zero width space
    {U'\u200B', U'a', J},
    {U'a', U'\u200B', J},
    // planes above the first
    {U'𠀀', U'中', J},
    {U'𠀀', U'𪜀', J},
};

TEST_CASE("segment_break: pairs of characters") {
    CHECK_ROWS(pairs, [](const pair_row& r) { return galley::segment_break(r.before, r.after); }, &pair_row::action);
}

TEST_CASE("segment_break: is defined for every pair of kinds, and never ends a paragraph") {
    constexpr char32_t samples[] = {0, U' ', U'\n', U'a', U'5', U'中', U'か', U'한', U'，', U'“', 0x200B, 0x301, 0xFFFD, 0x1F600, 0x10FFFF, 0x110000};
    for (const char32_t a : samples) {
        for (const char32_t b : samples) CHECK(galley::segment_break(a, b) != break_action::paragraph);
    }
}

struct join_row {
    std::string_view text;
    std::string_view joined;
};

constexpr table::note joined(const join_row& row) {
    table::note out;
    galley::join_lines(row.text, [&](std::string_view slice) { out << slice; });
    return out;
}

constexpr join_row joins[] = {
    {"", ""},
    {"\n\n \n", ""},
    {"一行", "一行\n"},
    {"共建\n“一带一路”", "共建“一带一路”\n"},
    {"hard\nwrapped", "hard wrapped\n"},
    {"hard  \n  wrapped\n", "hard wrapped\n"},
    {"使用\nPPT\n制作", "使用 PPT 制作\n"},
    {"第一段\n\n第二段", "第一段\n\n第二段\n"},
    {"第一段\n \t\n\n第二段\n\n\n", "第一段\n\n第二段\n"},
    {"甲\r\n乙\r丙\xE2\x80\xA8丁", "甲乙丙丁\n"},
    {"é\u0301\n中", "é\u0301 中\n"},
    {"中\uFE0F\n国", "中\uFE0F国\n"},
    {"中\u200B \n \uAC00", "中\u200B\uAC00\n"},
    {"　\n　", "　　\n"},
    {"가나\n다라", "가나 다라\n"},
    {"\xFF\n中", "\xFF 中\n"},
    {"中\n\xE4\xB8", "中 \xE4\xB8\n"},
};

TEST_CASE("join_lines: line breaks become nothing or a space, blank lines stay") {
    static_assert(table::first_wrong(joins, joined, &join_row::joined) == std::size(joins));
    for (const join_row& row : joins) {
        const samples::exact_copy alone(row.text);
        CHECK(joined({alone.view(), row.joined}) == row.joined);
    }
}

TEST_CASE("join_lines: nothing but white space is lost") {
    std::string text, kept;
    samples::for_texts_of(std::string_view("a\n \xE4\xB8\xAD\x80", 7), 5, [&](const std::string& torn) {
        std::string out;
        galley::join_lines(torn, [&](std::string_view slice) { out += slice; });
        const auto solid = [](const std::string& s) {
            std::string rest;
            for (const char c : s) {
                if (c != ' ' && c != '\n') rest += c;
            }
            return rest;
        };
        REQUIRE(solid(out) == solid(torn));
    });
}

// ---- Words, numbers and names that a break cuts

struct cut_row {
    std::string_view before, after;
    bool digits, name;
};

constexpr cut_row cuts[] = {
    {"共1,", "234人", true, false},      {"共1,", "23人", false, false},     {"共1,", "2345人", false, false},  {"共,", "234人", false, false},
    {"共3.", "14", true, false},         {"共3.", "a", false, false},        {"3.", "1", true, false},          {".", "1", false, true},
    {"共３．", "１４", true, false},      {"共．", "１４", false, false},      {"共３．", "人", false, false},     {"", "1", false, false},
    {"见/", "usr/bin", false, true},     {"见/", " usr", false, false},      {"见 name", "/part", false, false}, {"见 a/name", "/part", false, true},
    {"见/中", "/part", false, false},    {"a/b c", "/part", false, false},   {"a", "/part", false, false},      {"见*.", "txt", false, true},
    {"见 .", "txt", false, true},        {"见.", "txt", false, true},        {"end.", "Then", false, false},    {"见*.", " txt", false, false},
    {"约+", "16", false, true},          {"约-", "16", false, true},         {"a-", "16", false, false},        {"约+", "a", false, false},
    {"约3", "℃", false, true},           {"约3", "‰", false, true},          {"约3", "%", false, true},         {"约3", "°", false, true},
    {"约3", "元", false, false},         {"约a", "%", false, false},         {"约3", "", false, false},         {"约Z/", "Z", false, true},
};

TEST_CASE("rejoiner: numbers and names that are cut at a mark") {
    using namespace galley::detail::page;
    for (const cut_row& row : cuts) {
        CAPTURE(row.before);
        CAPTURE(row.after);
        const samples::exact_copy a(row.before), b(row.after);
        CHECK(runs_on_in_digits(a.view(), b.view()) == row.digits);
        CHECK(runs_on_in_name(a.view(), b.view()) == row.name);
    }
    static_assert(runs_on_in_digits("1,", "234") && !runs_on_in_name("a", "/b"));
}

// ---- The rejoiner

namespace page = galley::detail::page;

page::rejoiner reading(std::string_view text) {
    page::rejoiner rejoiner;
    const windows::page_window lines(text);
    for (std::uint32_t i = 0; i < lines.lines().end(); ++i) rejoiner.push(lines[i]);
    return rejoiner;
}

constexpr std::string_view column = "河水绕着老城缓缓流过，两岸的石\n阶被踩得发亮。清早挑水的人走了，\n洗菜的人又来，日子就这样一天天\n过去，谁也没有觉得有什么不同。\n";

/// What fitting a model sees is what a decision is made of: the same scores, the same page.
TEST_CASE("rejoiner: the evidence for fitting is that of the decisions") {
    for (const std::string_view text : {column, pages::book_ja, pages::column_ko}) {
        const windows::page_window lines(text);
        page::rejoiner deciding = reading(text), following = reading(text);
        galley::no_lexicon none;
        for (std::uint32_t i = 0; i + 1 < lines.lines().end(); ++i) {
            const std::string_view a = lines.content(i), b = lines.content(i + 1);
            CAPTURE(a);
            const page::break_evidence evidence = following.evidence(a);
            const bool open = following.leaves_joint_open(a, b);
            const page::joint_evidence joint = following.evidence_of_joint(a, b);
            deciding.read(a);
            const galley::break_report report = deciding.decide(a, b, none, true);
            for (const galley::named_evidence& shown : report.evidence) {
                for (int name = 0; name < page::ev_hints; ++name) {
                    if (page::name_of_evidence(name) == shown.name) CHECK(evidence[name] == shown.value);
                }
            }
            CHECK(evidence[page::ev_a_width] == lines[i].width / 2);
            CHECK(open == page::is_open_joint(page::last_of(a), page::first_of(b)));
            CHECK(joint[page::jv_before] == static_cast<int>(page::joint_class_of(page::last_of(a))));
            following.follow(report.decision.action == galley::break_action::paragraph);
            CHECK(following.page().paragraphs.yes == deciding.page().paragraphs.yes);
            CHECK(following.page().paragraphs.no == deciding.page().paragraphs.no);
            CHECK(following.page().column == deciding.page().column);
            CHECK(following.page().lines_in_paragraph == deciding.page().lines_in_paragraph);
        }
    }
}

TEST_CASE("rejoiner: a cut number or name leaves no joint open") {
    page::rejoiner rejoiner = reading("水渠共1,\n234人\n");
    CHECK_FALSE(rejoiner.leaves_joint_open("水渠共1,", "234人"));
    CHECK(rejoiner.leaves_joint_open("水渠PPT", "制作"));
    CHECK_FALSE(rejoiner.leaves_joint_open("水渠，", "制作"));
}

/// What a page has learnt behind its first break, line 0 a paragraph's end or not.
page::page_state learnt(std::string_view text, bool paragraph) {
    page::rejoiner rejoiner = reading(text);
    const windows::page_window lines(text);
    rejoiner.evidence(lines.content(0));
    rejoiner.follow(paragraph);
    return rejoiner.page();
}

TEST_CASE("rejoiner: what a page learns from a break") {
    const page::page_state joined = learnt("水渠（通了\n\n  今天", false), ended = learnt("水渠（通了。\n\n  今天", true);
    CHECK(joined.brackets.depth() == 1);
    CHECK(ended.brackets.depth() == 0);
    CHECK(joined.lines_in_paragraph == 2);
    CHECK(ended.lines_in_paragraph == 1);
    CHECK(joined.blank_mid_sentence.yes == 1);
    CHECK(ended.blank_mid_sentence.no == 1);
    CHECK(joined.indent_starts.no == 1);
    CHECK(ended.indent_starts.yes == 1);
    CHECK(joined.stop_ends.total() == 0);
    CHECK(ended.stop_ends.yes == 1);
    CHECK(joined.kept_indent.total() == 0);
    CHECK(ended.kept_indent.yes == 1);
    CHECK(joined.column == 5 * 4);
    CHECK(ended.column == 0);
    CHECK(ended.starts_after_blank);
    CHECK_FALSE(learnt("水渠通了。\n今天", true).starts_after_blank);
    CHECK(learnt("水渠通了。\n 今天", true).kept_indent.no == 1);   // half an em is no indent
    CHECK(learnt("水渠通了。\n　今天", true).kept_indent.yes == 1);
    CHECK(learnt("水渠\n今天", false).blank_mid_sentence.total() == 0);
    CHECK(learnt(samples::repeat("水", 70) + "\n今天", false).column == 0);   // too wide for a column
    CHECK(learnt(samples::repeat("水", 69) + "\n今天", false).column == 69 * 4);
}

/// A line that is taken back leaves no trace: the breaks around are judged as if it had never been there.
TEST_CASE("rejoiner: a line that is taken back is forgotten") {
    const windows::page_window lines(column), other("12\n");
    galley::no_lexicon none;
    for (std::uint32_t at = 1; at <= 4; ++at) {
        page::rejoiner plain, disturbed;
        std::vector<int> expected, found;
        for (page::rejoiner* rejoiner : {&plain, &disturbed}) {
            std::vector<int>& scores = rejoiner == &plain ? expected : found;
            std::uint32_t pushed = 0, next = 0;
            for (; pushed < at; ++pushed) rejoiner->push(lines[pushed]);
            if (at > 1) {  // the hints are there already when the head comes
                rejoiner->read(lines.content(0));
                scores.push_back(rejoiner->decide(lines.content(0), lines.content(1), none).decision.score);
                next = 1;
            }
            if (rejoiner == &disturbed) {
                rejoiner->push(other[0]);
                if (at > 2) rejoiner->evidence(lines.content(next));  // and judged with the head in sight
                else rejoiner->lines();
                rejoiner->drop_last();
            } else if (at > 2) {
                rejoiner->evidence(lines.content(next));
            }
            for (; pushed < 4; ++pushed) rejoiner->push(lines[pushed]);
            for (; next + 1 < 4; ++next) {
                rejoiner->read(lines.content(next));
                scores.push_back(rejoiner->decide(lines.content(next), lines.content(next + 1), none).decision.score);
            }
        }
        CAPTURE(at);
        CHECK(found == expected);
    }
}

}  // namespace
