// The block operations for lines and widths find what a walk over the characters finds.
// SPDX-License-Identifier: BSL-1.0
#include "kernels_fixture.hpp"

#include <galley/detail/scan.hpp>

#include <doctest/doctest.h>

using namespace galley;
using namespace kernels_fixture;

namespace {

void check_scan(std::string_view text) {
    const char* const last = text.data() + text.size();
    for (const char* from = text.data(); from <= last; from += 13) {
        const char* expected = from;
        while (expected != last && !detail::line_break_at(expected, last)) ++expected;
        REQUIRE(detail::find_line_break(from, last) == expected);
        const std::size_t pair = text.find("-\n", static_cast<std::size_t>(from - text.data()));
        REQUIRE(detail::find_pair(from, last, '-', '\n') == (pair == text.npos ? last : text.data() + pair));
        if (last - from < 13) break;
    }
    std::size_t width = 0;
    for (const char32_t c : code_points(text)) width += quarter_ems(c);
    REQUIRE(detail::text_quarter_ems(text) == width);
}

/// By the public properties alone.
detail::line_span span_of(const char* at, const char* last) {
    detail::line_span sum;
    while (at != last && !detail::line_break_at(at, last)) {
        const decoded character = utf8_next(at, last);
        const char32_t c = character.code_point;
        const bool han = character.valid && c >= 0x3400 && c <= 0x9FFF && !(c >= 0x4D00 && c <= 0x4DFF);
        const std::u32string_view marks = U"“”‘’–—…、。〃〈〉《》「」『』！＂＃％＆＇（）＊，－．／：；？";
        ++sum.characters;
        sum.quarter_ems += quarter_ems(c);
        if (han) ++sum.ideographs;
        else if (marks.find(c) == marks.npos) sum.plain = false;
    }
    sum.end = at;
    return sum;
}

bool operator==(const detail::line_span& a, const detail::line_span& b) {
    return a.end == b.end && a.characters == b.characters && a.quarter_ems == b.quarter_ems && a.ideographs == b.ideographs &&
           a.plain == b.plain;
}

/// Every line of the text, and the lines that begin at any byte of it.
void check_lines(std::string_view text) {
    const char* const last = text.data() + text.size();
    for (const char* from = text.data(); from <= last; ++from) {
        const bool same = detail::scan_line(from, last) == span_of(from, last);
        REQUIRE(same);
    }
}

#if GALLEY_BLOCKS

/// What the kernels say of a block: all the same, and nothing that the properties deny.
void check_line_masks(std::string_view text) {
    std::string padded(text);
    padded.append(detail::block_reach, '\0');
    for (std::size_t at = 0; at < text.size(); at += 61) {
        const detail::line_masks expected = detail::scalar_kernel::line(detail::octets(padded.data() + at));
        with_each_kernel([&](auto kernel, const char* name) {
            CAPTURE(name);
            const detail::line_masks found = kernel.line(detail::octets(padded.data() + at));
            REQUIRE(std::memcmp(&found, &expected, sizeof found) == 0);
        });
    }
}

#endif

}  // namespace

TEST_CASE("lines: samples at each offset and all that is ill-formed") {
    const Guarded page;
    for (const std::string& sample : samples()) {
        for (std::size_t shift = 0; shift < 70; ++shift) {
            const std::string text = std::string(shift, 'x') + sample + "\r\n" + sample + "中" + sample + "\xE2\x80\xA9";
            check_lines(page.at_end(text));
        }
    }
    for (const std::string& wrong : ill_formed()) {
        for (std::size_t shift = 0; shift < 9; ++shift) {
            for (const char* around : {"a", "中", "é", "😀", "，"}) {
                std::string text(shift, 'x');
                for (int n = 0; n < 40; ++n) text += n == 20 ? wrong : around;
                check_lines(page.at_end(text));
                check_lines(page.at_end(text + wrong));
            }
        }
    }
    check_lines("");
    std::string plain;
    for (int n = 0; n < 90; ++n) plain += n % 7 == 6 ? "，" : "共";
    const detail::line_span line = detail::scan_line(plain.data(), plain.data() + plain.size());
    CHECK(line.plain);
    CHECK(line.quarter_ems == 360);
    CHECK(line.ideographs == 78);
}

TEST_CASE("lines: each code point") {
    std::string text;
    for (char32_t c = 0; c < 0x110000; ++c) {
        char octets[4];
        if (!is_scalar_value(c)) continue;
        text.append(octets, utf8_encode(c, octets));
        text += c % 3 == 0 ? "中" : "";
        if (text.size() < 300 && c != 0x10FFFF) continue;
        const char* const last = text.data() + text.size();
        for (const char* at = text.data(); at != last;) {
            const detail::line_span found = detail::scan_line(at, last);
            REQUIRE(found == span_of(at, last));
            at = found.end == last ? last : found.end + 1;
        }
#if GALLEY_BLOCKS
        check_line_masks(text);
#endif
        text.clear();
    }
}

#if GALLEY_BLOCKS

TEST_CASE("lines: kernels agree on random bytes") {
    Random random;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        while (text.size() < 200) text += random.piece(static_cast<unsigned>(round) % 4);
        check_line_masks(text);
        check_lines(text);
    }
}

#endif

namespace {

constexpr std::string_view two_lines = "共建，\n一条a";
constexpr detail::line_span first_line = detail::scan_line(two_lines.data(), two_lines.data() + two_lines.size());
static_assert(first_line.characters == 3 && first_line.quarter_ems == 12 && first_line.ideographs == 2 && first_line.plain);
static_assert(first_line.end == two_lines.data() + 9);
static_assert(!detail::scan_line(two_lines.data() + 10, two_lines.data() + two_lines.size()).plain);

}  // namespace

TEST_CASE("line breaks, pairs and widths: samples at each offset") {
    const Guarded page;
    for (const std::string& sample : samples()) {
        for (std::size_t shift = 0; shift < 70; ++shift) {
            const std::string text = std::string(shift, 'x') + sample + "exam-\nple" + sample + "\xC2\x85-\xE2\x80\xA8-";
            check_scan(page.at_end(text));
        }
    }
    check_scan(page.at_end("----------------------"));
    check_scan(page.at_end(std::string(70, 'x') + "\xE2\x80"));
    check_scan("");
}

TEST_CASE("widths: each code point") {
    std::string text;
    for (char32_t c = 0; c < 0x110000; ++c) {
        char octets[4];
        if (is_scalar_value(c)) text.append(octets, utf8_encode(c, octets));
        if (text.size() < 3000 && c != 0x10FFFF) continue;
        std::size_t width = 0;
        for (const char32_t each : code_points(text)) width += quarter_ems(each);
        REQUIRE(detail::text_quarter_ems(text) == width);
        text.clear();
    }
}

#if GALLEY_BLOCKS
TEST_CASE("line feeds, hyphens and torn ends: each kernel") {
    Random random;
    for (int round = 0; round < 500; ++round) {
        unsigned char block[detail::block_reach] = {};
        for (unsigned char& c : block) c = static_cast<unsigned char>(std::string_view("-= \t\n\r\fx\xE2\x80\x09")[random.below(11)]);
        block[random.below(64)] = static_cast<unsigned char>(random.below(256));
        detail::block_marks marks{0, 0};
        std::uint64_t torn = 0;
        for (unsigned n = 0; n < 64; ++n) {
            const std::uint64_t bit = std::uint64_t{1} << n;
            const char c = static_cast<char>(block[n]);
            if (c == '\n') marks.feeds |= bit;
            if (c == '-' || c == '\xE2') marks.signs |= bit;
            const bool tears = block[n] >= 0x80 || std::string_view("-= \t").find(c) != std::string_view::npos;
            if (tears && block[n + 1] >= '\n' && block[n + 1] <= '\r') torn |= bit;
        }
        with_each_kernel([&](auto kernel, const char* name) {
            CAPTURE(name);
            REQUIRE(kernel.marks(block).feeds == marks.feeds);
            REQUIRE(kernel.marks(block).signs == marks.signs);
            REQUIRE(kernel.torn_ends(block) == torn);
        });
    }
}
#endif

TEST_CASE("random bytes") {
    Random random;
    for (int round = 0; round < 500; ++round) {
        std::string text;
        const std::size_t size = random.below(400);
        while (text.size() < size) text += random.piece(static_cast<unsigned>(round) % 4) + (random.below(9) == 0 ? "-\n" : "");
        check_scan(text);
    }
}
