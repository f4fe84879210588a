#include <galley/rejoin.hpp>

#include "samples.hpp"
#include "table.hpp"

#include <string>

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

}  // namespace
