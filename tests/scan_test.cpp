// The block operation for lines finds what a walk over the bytes finds.
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
        if (last - from < 13) break;
    }
}

constexpr std::string_view two_lines = "共建，\n一条a";
static_assert(detail::find_line_break(two_lines.data(), two_lines.data() + two_lines.size()) == two_lines.data() + 9);
static_assert(detail::find_line_break(two_lines.data() + 10, two_lines.data() + two_lines.size()) == two_lines.data() + two_lines.size());

}  // namespace

TEST_CASE("line breaks: each of them at each offset of a block, whole and cut off") {
    const Guarded page;
    for (const char* end : {"\n", "\v", "\f", "\r", "\r\n", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80", "\xE2", "\xC2", "\xE2\x80\xAA", "\xC2\x84"}) {
        for (std::size_t shift = 0; shift < 140; ++shift) {
            for (const char* around : {"x", "中"}) {
                std::string text;
                while (text.size() < shift) text += around;
                check_scan(page.at_end(text + end));
                check_scan(page.at_end(text + end + around + around));
            }
        }
    }
    check_scan("");
}

TEST_CASE("line breaks: samples and random bytes") {
    const Guarded page;
    for (const std::string& sample : sample_texts()) check_scan(page.at_end(sample + "\r\n" + sample));
    Random random;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        while (text.size() < 200) text += random.piece(static_cast<unsigned>(round) % 4);
        check_scan(page.at_end(text));
    }
}

#if GALLEY_BLOCKS

namespace {

struct found_bits {
    std::uint64_t breaks = 0, feeds = 0, signs = 0, torn = 0;
};

/// One byte after the other, by what the bits are to say.
found_bits by_bytes(const unsigned char* text) {
    const auto ends_line = [](unsigned byte) { return byte == '\n' || byte == '\v' || byte == '\f' || byte == '\r'; };
    found_bits found;
    for (unsigned n = 0; n < 64; ++n) {
        const std::uint64_t bit = std::uint64_t{1} << n;
        const std::string three(text + n, text + n + 3);
        const bool next_line = three.substr(0, 2) == "\xC2\x85", separator = three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9";
        if (ends_line(text[n]) || next_line || separator) found.breaks |= bit;
        if (text[n] == '\n') found.feeds |= bit;
        if (text[n] == '-' || text[n] == 0xE2) found.signs |= bit;
        const bool may_end_hyphen = text[n] >= 0x80 || text[n] == '-' || text[n] == '=' || text[n] == ' ' || text[n] == '\t';
        if (may_end_hyphen && ends_line(text[n + 1])) found.torn |= bit;
    }
    return found;
}

}  // namespace

TEST_CASE("line breaks: the blocks of each kernel against a look at each byte") {
    constexpr std::string_view bytes("a~ \t\x08\n\v\f\r\x0E-=,.\x80\x84\x85\x86\xA7\xA8\xA9\xAA\xC2\xC3\xE2\xE3\xFF", 27);
    Random random;
    std::uint64_t broken = 0, torn = 0;
    unsigned kernels = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        while (text.size() < detail::block_reach) {
            if (random.below(6) == 0) text += random.below(2) == 0 ? "\xE2\x80\xA8" : "\xC2\x85";
            else text += bytes[random.below(static_cast<unsigned>(bytes.size()))];
        }
        text.resize(detail::block_reach);
        const unsigned char* const block = detail::octets(text.data());
        const found_bits expected = by_bytes(block);
        kernels = 0;
        with_each_kernel([&](auto kernel, const char* name) {
            CAPTURE(name);
            ++kernels;
            REQUIRE(kernel.line_breaks(block) == expected.breaks);
            REQUIRE(kernel.marks(block).feeds == expected.feeds);
            REQUIRE(kernel.marks(block).signs == expected.signs);
            REQUIRE(kernel.torn_ends(block) == expected.torn);
        });
        broken |= expected.breaks;
        torn |= expected.torn;
    }
    CHECK(kernels >= 1);
    CHECK((broken & torn) == ~std::uint64_t{0});
}

#endif
