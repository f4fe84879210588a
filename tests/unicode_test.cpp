#include <galley/unicode.hpp>

#include "table.hpp"

#include <string>

#include <galley/tokenizer.hpp>  // name_of

namespace {

struct row {
    char32_t code_point;
    std::string_view properties;  // kind or "mark", width, quarter ems, flags
};

constexpr row rows[] = {
    {U'a', "word narrow 2"},
    {U'0', "digits narrow 2"},
    {U' ', "space narrow 2"},
    {U'\t', "space narrow 2"},
    {U'\n', "line_break narrow 2"},
    {U'\r', "line_break narrow 2"},
    {U'\f', "line_break narrow 2"},
    {0x85, "line_break narrow 2"},
    {0x2028, "line_break narrow 2"},
    {0x2029, "line_break narrow 2"},
    {0x00, "other narrow 2"},
    {0x1B, "other narrow 2"},
    {U'.', "punctuation narrow 2 sentence_end no_start"},
    {U'!', "punctuation narrow 2 sentence_end no_start"},
    {U'(', "punctuation narrow 2 opener"},
    {U')', "punctuation narrow 2 closer no_start"},
    {U'+', "symbol narrow 2"},
    {0xA0, "space narrow 2"},
    {0xAD, "mark narrow 0"},
    {0xB7, "punctuation narrow 4 no_start"},
    {0xBD, "symbol narrow 2"},
    {0xE9, "word narrow 2"},
    {0x301, "mark narrow 0"},
    {0x0661, "digits narrow 2"},
    {0x1100, "hangul wide 4"},
    {0x200B, "other narrow 0"},
    {0x200D, "mark narrow 0"},
    {0x2010, "punctuation narrow 2"},
    {0x2014, "punctuation narrow 4"},
    {0x2018, "punctuation narrow 4 opener"},
    {0x2019, "punctuation narrow 4 closer no_start"},
    {0x201C, "punctuation narrow 4 opener"},
    {0x201D, "punctuation narrow 4 closer no_start"},
    {0x20AC, "symbol narrow 2"},
    {0x2160, "word narrow 2"},
    {0x2460, "symbol narrow 2"},
    {0x2F42, "han wide 4"},  // Kangxi radical
    {0x3000, "space full 4"},
    {0x3001, "punctuation wide 4 no_start"},
    {0x3002, "punctuation wide 4 sentence_end no_start"},
    {0x3005, "han wide 4 no_start"},
    {0x3007, "han wide 4"},
    {0x300C, "punctuation wide 4 opener"},
    {0x300D, "punctuation wide 4 closer no_start"},
    {0x3042, "kana wide 4"},
    {0x30FC, "kana wide 4"},
    {0x3400, "han wide 4"},
    {0x4E2D, "han wide 4"},
    {0x9FFF, "han wide 4"},
    {0xAC00, "hangul wide 4"},
    {0xD7A3, "hangul wide 4"},
    {0xD800, "other narrow 2"},
    {0xE000, "other narrow 2"},
    {0xF900, "han wide 4"},
    {0xFEFF, "mark narrow 0"},
    {0xFF01, "punctuation full 4 sentence_end no_start"},
    {0xFF0C, "punctuation full 4 no_start"},
    {0xFF11, "digits full 4"},
    {0xFF21, "word full 4"},
    {0xFF71, "kana half 2"},
    {0xFFFD, "symbol narrow 2"},
    {0xFFFF, "other narrow 2"},
    {0x1D7CE, "digits narrow 2"},
    {0x1F600, "symbol wide 4"},
    {0x20000, "han wide 4"},
    {0xE0001, "mark narrow 0"},
    {0x10FFFF, "other narrow 2"},
    {0x110000, "other narrow 2"},
    {0xFFFFFFFF, "other narrow 2"},
};

constexpr std::string_view width_names[] = {"narrow", "half", "wide", "full"};

constexpr table::note properties(const row& r) {
    const char32_t c = r.code_point;
    table::note out;
    out << (galley::is_mark(c) ? "mark" : galley::name_of(galley::kind_of(c))) << " "
        << width_names[static_cast<std::size_t>(galley::width_of(c))] << " " << std::size_t{galley::quarter_ems(c)};
    if (galley::is_opener(c)) out << " opener";
    if (galley::is_closer(c)) out << " closer";
    if (galley::is_sentence_end(c)) out << " sentence_end";
    if (galley::is_no_start(c)) out << " no_start";
    return out;
}

struct emoji_row {
    char32_t code_point;
    bool expected;
};

constexpr emoji_row emoji_rows[] = {
    {0x1F600, true}, {0x2600, true}, {0x27A1, true}, {0x2B50, true}, {0x231A, true}, {0x2C00, false}, {U'a', false}, {U'+', false}, {0x4E2D, false}, {0x20AC, false},
    {0x2329, false}, {0x2768, false},  // brackets among them
};

constexpr bool is_emoji(const emoji_row& r) { return galley::is_emoji(r.code_point); }

constexpr bool is_version(std::string_view text) {
    std::size_t dots = 0;
    for (const char c : text) {
        if (c == '.') ++dots;
        else if (c < '0' || c > '9') return false;
    }
    return dots == 2;
}

}  // namespace

TEST_CASE("unicode: properties, rows") {
    CHECK_ROWS(rows, properties, &row::properties);
    CHECK_ROWS(emoji_rows, is_emoji, &emoji_row::expected);
}

TEST_CASE("unicode: a code point has one kind and it is never invalid") {
    std::size_t wrong = 0;
    for (char32_t c = 0; c < 0x110100; ++c) {
        const galley::token_kind kind = galley::kind_of(c);
        if (kind >= galley::token_kind::invalid) ++wrong;
        if (galley::is_mark(c) && kind != galley::token_kind::other) ++wrong;
        if (galley::is_opener(c) && galley::is_closer(c)) ++wrong;
        if (galley::quarter_ems(c) > 4) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("unicode: the version is three numbers") {
    static_assert(is_version(galley::unicode_version()));
    CHECK(is_version(galley::unicode_version()));
}
