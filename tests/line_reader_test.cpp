// Lines of a text: every line end, any chunks, long lines in parts; against a plain reader that sees the text as code points.
#include <galley/detail/line_reader.hpp>

#include "table.hpp"
#include "utf8_reference.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace galley::detail::page;

struct found_line {
    std::string text;
    std::size_t begin;
    unsigned blanks, indent;
    bool continues, cut, new_page;

    bool operator==(const found_line& o) const {
        return text == o.text && begin == o.begin && blanks == o.blanks && indent == o.indent && continues == o.continues && cut == o.cut && new_page == o.new_page;
    }
    bool operator!=(const found_line& o) const { return !(*this == o); }
};

constexpr std::size_t endless = static_cast<std::size_t>(-1);

found_line found_in(std::string_view text, const raw_line& line, std::size_t moved = 0) {
    return {std::string(text.substr(line.begin, line.end - line.begin)), line.begin + moved, line.blanks, line.indent, line.continues, line.cut, line.new_page};
}

std::vector<found_line> lines_of(std::string_view text, std::size_t longest = endless, line_space space = line_space::layout) {
    line_reader reader(longest, space);
    raw_line line;
    std::vector<found_line> out;
    while (reader.next(text, true, line)) out.push_back(found_in(text, line));
    return out;
}

/// The text grows by chunks, stands in an allocation that ends where it ends, and is moved to its beginning now and then.
template <class NextSize>
std::vector<found_line> lines_of_chunks(std::string_view text, std::size_t longest, NextSize next_size) {
    line_reader reader(longest);
    raw_line line;
    std::vector<found_line> out;
    std::size_t moved = 0;
    for (std::size_t end = 0, chunk = 0; end < text.size(); ++chunk) {
        end += std::min<std::size_t>(next_size(), text.size() - end);
        const samples::exact_copy there(text.substr(moved, end - moved));
        while (reader.next(there.view(), false, line)) out.push_back(found_in(there.view(), line, moved));
        if (chunk % 3 != 2) continue;
        const std::size_t by = reader.position();
        reader.rebase(by);
        moved += by;
    }
    const samples::exact_copy there(text.substr(moved));
    while (reader.next(there.view(), true, line)) out.push_back(found_in(there.view(), line, moved));
    return out;
}

void check_chunks(std::string_view text, std::size_t longest, samples::random& random) {
    const std::vector<found_line> whole = lines_of(text, longest);
    REQUIRE(lines_of_chunks(text, longest, [] { return std::size_t{1}; }) == whole);
    REQUIRE(lines_of_chunks(text, longest, [] { return std::size_t{2}; }) == whole);
    REQUIRE(lines_of_chunks(text, longest, [&] { return 1 + random.below(1 + random.below(40)); }) == whole);
}

// ---- The plain reader

/// Lines by a list of code points: what ends a line, and what is white space, are named one by one.
std::vector<found_line> by_code_points(std::string_view text) {
    std::vector<found_line> out;
    found_line line{"", 0, 0, 0, false, false, false};
    unsigned blanks = 0, indent = 0;
    bool new_page = false, any_line = false;
    std::size_t content_end = 0;
    const auto finish = [&](char32_t end) {
        const bool had = !line.text.empty();
        if (had) {
            line.text.resize(content_end - line.begin);
            out.push_back(line);
            line.text.clear();
            blanks = 0;
            new_page = false;
        }
        any_line = any_line || had;
        if (end == U'\f') new_page = true;
        else if (!had && blanks < 255) ++blanks;
        indent = 0;
    };
    bool returned = false;
    for (std::size_t at = 0; at < text.size();) {
        const reference::character c = reference::decode(text.substr(at));
        const bool feed_of_pair = returned && c.code_point == U'\n';
        returned = c.valid && c.code_point == U'\r';
        const bool ends = c.valid && (c.code_point == U'\n' || c.code_point == U'\v' || c.code_point == U'\f' || c.code_point == U'\r' ||
                                      c.code_point == 0x85 || c.code_point == 0x2028 || c.code_point == 0x2029);
        if (feed_of_pair) {
        } else if (ends) {
            finish(c.code_point);
        } else if (!c.valid || !is_blank(c.code_point)) {
            if (line.text.empty()) line = {"", at, blanks, indent, false, false, new_page};
            line.text.append(text.substr(line.begin + line.text.size(), at + c.size - line.begin - line.text.size()));
            content_end = at + c.size;
        } else if (line.text.empty()) {
            const unsigned more = c.code_point == U'\t' ? 8 - indent % 8 : galley::quarter_ems(c.code_point) / 2;
            indent = std::min(indent + more, 255U);
        }
        at += c.size;
    }
    if (!line.text.empty()) {
        line.text.resize(content_end - line.begin);
        out.push_back(line);
    }
    return out;
}

// ---- Tables

constexpr std::string_view line_ends[] = {"\n", "\v", "\r", "\r\n", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\f"};

TEST_CASE("white space of layout: every code point") {
    int wrong = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const bool left_by_converters = c == 0xFEFF || c == 0x2060 || c == 0x200B || c == 0x200E || c == 0x200F;
        const bool space = c < 0x80 ? c == U' ' || c == U'\t' : galley::kind_of(c) == galley::token_kind::space;
        wrong += is_blank(c) != (space || left_by_converters);
    }
    CHECK(wrong == 0);
}

TEST_CASE("line reader: every line end ends a line and an empty line is counted") {
    for (const std::string_view end : line_ends) {
        CAPTURE(std::string(end));
        const bool page = end == "\f";
        const std::string once = "ab" + std::string(end) + "中";
        std::vector<found_line> found = lines_of(once);
        REQUIRE(found.size() == 2);
        CHECK(found[0] == found_line{"ab", 0, 0, 0, false, false, false});
        CHECK(found[1] == found_line{"中", 2 + end.size(), 0, 0, false, false, page});
        const std::string thrice = "ab" + std::string(end) + std::string(end) + " " + std::string(end) + "中";
        found = lines_of(thrice);
        REQUIRE(found.size() == 2);
        CHECK(found[1].blanks == (page ? 0 : 2));
        CHECK(found[1].indent == 0);
    }
    const std::vector<found_line> pairs = lines_of("a\r\r\n\n\rb");
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[1].blanks == 3);
}

TEST_CASE("line reader: what only looks like a line end stays in the line") {
    for (const std::string_view part : {"\xC2\x84", "\xC2", "\xE2\x80", "\xE2", "\xE2\x80\xAA", "\xE2\x81\xA8", "\x85", "\xA8"}) {
        const std::string text = "a" + std::string(part) + "b";
        CAPTURE(text);
        const std::vector<found_line> found = lines_of(text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].text == text);
        CHECK(lines_of("a" + std::string(part))[0].text == "a" + std::string(part));
    }
}

struct indent_row {
    std::string_view text;
    unsigned indent;
};

constexpr unsigned indent_of(const indent_row& row) {
    line_reader reader(endless);
    raw_line line;
    return reader.next(row.text, true, line) ? line.indent : 999U;
}

constexpr indent_row indents[] = {
    {"a", 0},          {" a", 1},           {"    a", 4},       {"\ta", 8},           {"  \ta", 8},        {"\t\ta", 16},
    {"\t a", 9},       {"\u3000a", 2},      {"\u3000\u3000中", 4}, {"\u00A0a", 1},    {"\uFEFFa", 0},      {"\u200B a", 1},
    {"  \n a", 1},     {"\n\n  a", 2},      {"  ", 999},        {"", 999},            {"\n", 999},
};

TEST_CASE("line reader: indents in half ems") {
    CHECK_ROWS(indents, indent_of, &indent_row::indent);
    CHECK(lines_of(std::string(1000, ' ') + "a")[0].indent == 255);
    CHECK(lines_of(std::string(1000, '\n') + "a")[0].blanks == 255);
}

TEST_CASE("line reader: plain mark-up knows spaces and tabs alone") {
    const std::vector<found_line> found = lines_of(" \t\u3000a\u3000 \n\uFEFF\n", endless, line_space::plain);
    REQUIRE(found.size() == 2);
    CHECK(found[0].text == "\u3000a\u3000");
    CHECK(found[1].text == "\uFEFF");
}

// ---- Any text in any chunks

TEST_CASE("line reader: short texts of line ends and blanks and parts of them") {
    samples::random random(17);
    samples::share share;
    samples::for_texts_of("a\n\r \xC2\x85\xE2\x80\xA8", 4, [&](const std::string& text) {
        if (!share.takes_next()) return;
        REQUIRE(lines_of(text) == by_code_points(text));
        REQUIRE(lines_of_chunks(text, endless, [] { return std::size_t{1}; }) == lines_of(text));
    });
    for (int round = 0; round < 3000; ++round) {
        static constexpr std::string_view parts[] = {"a", "中", " ", "\t", "\u3000", "\uFEFF", "\u200B", "\n", "\n", "\r", "\r\n", "\f", "\v", "\xC2\x85",
                                                     "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2", "\x80", "\xC2", "\xFF", "\xF0\x9F\x98", "😀"};
        std::string text;
        for (std::size_t size = random.below(30); size != 0; --size) text += parts[random.below(std::size(parts))];
        CAPTURE(text);
        REQUIRE(lines_of(text) == by_code_points(text));
        check_chunks(text, 4096, random);
    }
}

// ---- Long lines

/// The parts are the line: in order, whole characters, none longer than allowed, and only white space between them.
void check_parts(const std::string& line, std::size_t longest) {
    CAPTURE(line.substr(0, 40));
    CAPTURE(longest);
    const std::vector<found_line> parts = lines_of(line + "\nnext", longest);
    REQUIRE(parts.size() >= 2);
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const found_line& part = parts[i];
        REQUIRE(part.text.size() <= longest);
        REQUIRE(!part.text.empty());
        REQUIRE(part.begin >= at);
        REQUIRE(line.find_first_not_of(' ', at) == part.begin);
        REQUIRE(line.compare(part.begin, part.text.size(), part.text) == 0);
        REQUIRE(galley::utf8_valid_prefix(part.text) == part.text.size());
        REQUIRE(part.continues == (i != 0));
        REQUIRE(part.cut == (i + 2 < parts.size()));
        if (i != 0) REQUIRE((part.indent != 0) == (part.begin != at));  // white space at the cut is told of
        at = part.begin + part.text.size();
    }
    REQUIRE(line.find_first_not_of(' ', at) == std::string::npos);
    CHECK(parts.back() == found_line{"next", line.size() + 1, 0, 0, false, false, false});
}

TEST_CASE("line reader: a line that is too long comes in parts of whole characters") {
    for (const std::size_t longest : {16U, 17U, 18U, 19U, 64U, 100U}) {
        for (const std::string& line : {std::string(400, 'a'), samples::repeat("中", 133), samples::repeat("é", 199), samples::repeat("😀", 99), samples::repeat("ab ", 133) + "c",
                                        samples::repeat("中国 ", 57) + "x", "a" + samples::repeat("中", 133), samples::repeat("word    ", 50) + "x"}) {
            check_parts(line, longest);
        }
    }
}

TEST_CASE("line reader: a long line is cut behind a space in the last quarter of what fits") {
    const auto first_part = [](std::size_t space) {
        std::string line(40, 'a');
        line[space] = ' ';
        return lines_of(line, 16)[0].text.size();
    };
    CHECK(first_part(5) == 16);
    CHECK(first_part(11) == 16);
    CHECK(first_part(12) == 12);  // and the space is taken off
    CHECK(first_part(15) == 15);
    CHECK(first_part(16) == 16);
    CHECK(lines_of("aaaaaaaaaaaa a a a a", 16)[0].text == "aaaaaaaaaaaa a");  // the last of them
}

TEST_CASE("line reader: a line of just the longest size is whole whatever ends it") {
    for (const std::string_view end : line_ends) {
        for (const std::size_t size : {15U, 16U, 17U}) {
            const std::vector<found_line> found = lines_of(std::string(size, 'a') + std::string(end) + "b", 16);
            REQUIRE(found.size() == (size == 17 ? 3 : 2));
            CHECK(found[0].text.size() == (size == 17 ? 16 : size));
            CHECK(found[0].cut == (size == 17));
        }
    }
    CHECK(lines_of(std::string(16, 'a'), 16).size() == 1);
}

TEST_CASE("line reader: long lines in chunks are cut where the whole text cuts them") {
    samples::random random(29);
    for (int round = 0; round < 400; ++round) {
        const std::size_t longest = 16 + random.below(40);
        std::string text;
        while (text.size() < 300) {
            static constexpr std::string_view parts[] = {"a", "中", " ", "word ", "\u3000", "\n", "\r\n", "\xE2\x80\xA8", "\xC2\x85", "\xE2", "\xFF", "😀", "\xF0\x9F"};
            const std::string_view part = parts[random.below(std::size(parts))];
            for (std::size_t run = part[0] == '\n' ? 1 : 1 + random.below(20); run != 0; --run) text += part;
        }
        CAPTURE(text);
        check_chunks(text, longest, random);
    }
}

}  // namespace
