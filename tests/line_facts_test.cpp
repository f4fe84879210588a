// What stands at a line's ends, and how wide its first piece is.
#include <galley/detail/line_pass.hpp>

#include "table.hpp"

namespace {

using namespace galley::detail::page;

struct edge_rows {
    edge kind;
    std::u32string_view characters;
};

constexpr edge_rows edges[] = {
    {edge::stop, U"。！？!?…｡"},
    {edge::period, U".．"},
    {edge::semicolon, U";；"},
    {edge::colon, U":："},
    {edge::comma, U",，、､"},
    {edge::dash, U"-\u2010\u2013\u2014\u2015\u2500－"},
    {edge::opener, U"([{“‘（《「『【〈"},
    {edge::closer, U")]}”’）》」』】〉\"'"},
    {edge::ideograph, U"中䶿々かナー𠀀"},
    {edge::hangul, U"한ㄱ"},
    {edge::upper, U"AZéÉжΩ"},
    {edge::lower, U"az"},
    {edge::digit, U"09５"},
    {edge::bullet, U"•‣⁃※■□▲△▶▸►▼▽◆◇○◎●◦★☆♠♣♥♦▪▫✓✔➤❖"},
    {edge::other, U"@#$%&*+/<=>\\^_`|~€→"},
};

constexpr bool all_are(const edge_rows& row) {
    for (const char32_t c : row.characters) {
        if (edge_of(c) != row.kind) return false;
    }
    return true;
}

constexpr std::size_t first_wrong_row() {
    for (std::size_t i = 0; i < std::size(edges); ++i) {
        if (!all_are(edges[i])) return i;
    }
    return std::size(edges);
}
static_assert(first_wrong_row() == std::size(edges));
static_assert(edge_of(U'\0') == edge::none);

TEST_CASE("line facts: every character that an edge is told by") {
    std::size_t bullets = 0;
    for (const edge_rows& row : edges) {
        for (const char32_t c : row.characters) {
            CAPTURE(static_cast<unsigned>(c));
            CHECK(edge_of(c) == row.kind);
        }
    }
    for (char32_t c = 0x2000; c < 0x3000; ++c) bullets += is_bullet(c);
    CHECK(bullets == edges[13].characters.size());
}

struct end_row {
    std::string_view text;
    edge first, last, peeled;
};

constexpr end_row ends[] = {
    {"水渠通了。", edge::ideograph, edge::stop, edge::stop},
    {"“水渠通了。”", edge::opener, edge::closer, edge::stop},
    {"He said (so).\"", edge::upper, edge::closer, edge::period},
    {"水渠（一）", edge::ideograph, edge::closer, edge::ideograph},
    {"””", edge::closer, edge::closer, edge::closer},
    {"e\u0301", edge::lower, edge::lower, edge::lower},                  // the accent is a part of it
    {"水\u200D", edge::ideograph, edge::ideograph, edge::ideograph},
    {"\u0301", edge::other, edge::none, edge::none},
    {"1,234", edge::digit, edge::digit, edge::digit},
    {"\xFF", edge::other, edge::other, edge::other},
};

constexpr bool has_ends(const end_row& row) {
    const line_facts facts = facts_of(row.text);
    return facts.first == row.first && facts.last == row.last && facts.peeled == row.peeled;
}

TEST_CASE("line facts: the ends of lines") {
    for (const end_row& row : ends) {
        CAPTURE(row.text);
        const samples::exact_copy alone(row.text);
        const line_facts facts = facts_of(alone.view());
        CHECK(facts.first == row.first);
        CHECK(facts.last == row.last);
        CHECK(facts.peeled == row.peeled);
    }
    static_assert(has_ends(ends[1]) && has_ends(ends[5]));
}

struct piece_row {
    std::string_view text;
    std::size_t quarters;  ///< of the first piece, what is narrow at half an em
    std::size_t set;       ///< in 32nds of an em, as founts have it
};

constexpr piece_row pieces[] = {
    {"", 0, 0},
    {"中国", 4, 32},
    {"中", 4, 32},
    {"中，国", 8, 64},             // a mark that may not begin a line goes with it
    {"中，。”国", 16, 128},
    {"“中国", 8, 64},
    {"（《中国", 12, 96},
    {"かな", 4, 32},
    {"한국", 4, 32},
    {"word next", 8, 23 + 16 + 12 + 16},
    {"word,next", 10, 23 + 16 + 12 + 16 + 8},
    {"B12中", 6, 21 + 32},
    {"3.5中", 4, 16 + 8},          // a point ends the run of digits
    {"1,234", 4, 24},
    {"中a", 4, 32},
    {"a中", 2, 16},
    {"(ab)", 8, 10 + 32 + 10},
    {"é\u0301a b", 4, 32},
    {"、中", 4, 32},
};

TEST_CASE("line facts: the piece that would have had to fit on the line before") {
    CHECK_ROWS(pieces, [](const piece_row& r) { return std::size_t{first_piece(r.text).quarters}; }, &piece_row::quarters);
    CHECK_ROWS(pieces, [](const piece_row& r) { return std::size_t{first_piece(r.text).set}; }, &piece_row::set);
}

TEST_CASE("line facts: shares are percent of all characters whatever the counts") {
    const line_facts mixed = facts_of("中中中a5b");
    CHECK(mixed.share(mixed.ideographs) == 49);  // 3 of 6, in whole 256ths
    CHECK(mixed.share(mixed.letters) == 33);
    const line_facts solid = facts_of("中中中中");
    CHECK(solid.share(solid.ideographs) == 100);
    CHECK(line_facts{}.share(7) == 0);
}

TEST_CASE("line facts: marks that setters squeeze") {
    const line_facts line = facts_of("“中”，（国）。《a》");
    CHECK(line.marks == 8);
    CHECK(squeezed(line) == line.width - 16);
    CHECK(facts_of("中·国—a").marks == 0);
}

}  // namespace
