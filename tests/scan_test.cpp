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
