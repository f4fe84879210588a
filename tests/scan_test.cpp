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
    for (const std::string& sample : samples()) check_scan(page.at_end(sample + "\r\n" + sample));
    Random random;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        while (text.size() < 200) text += random.piece(static_cast<unsigned>(round) % 4);
        check_scan(page.at_end(text));
    }
}
