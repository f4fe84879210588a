// Every kernel does what the plain code does: on each language, each code point, and each way to be ill-formed.
// SPDX-License-Identifier: BSL-1.0
#include "kernels_fixture.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

using namespace galley;
using namespace kernels_fixture;

TEST_CASE("runs: each language, at each offset in a block") {
    for (const std::string& text : sample_texts())
        for (std::size_t shift = 0; shift < 130; ++shift) check_runs(std::string(shift, 'x') + text + text + text);
}

TEST_CASE("runs: each code point, alone among letters, and behind digits and punctuation") {
    for (const std::string_view between :
         {std::string_view("a"), std::string_view("1"), std::string_view(","), std::string_view("中")}) {
        std::string text;
        samples::share share;
        for (char32_t c = 0; c < 0x110000; ++c) {
            if (is_scalar_value(c) && share.takes_next()) {
                char octets[4];
                text.append(octets, utf8_encode(c, octets));
                text += between;
            }
            if (text.size() > 50000 || c == 0x10FFFF) {
                check_runs(text);
                text.clear();
            }
        }
    }
}

TEST_CASE("UTF-8: each code point, at changing places of a block") {
    std::string text;
    std::size_t made = 0;
    samples::share share;
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (is_scalar_value(c) && share.takes_next()) {
            char octets[4];
            text.append(octets, utf8_encode(c, octets));
        }
        if (text.size() < 5000 && c != 0x10FFFF) continue;
        check_all(text + std::string(++made % 64, 'x'));
        text.clear();
    }
    CHECK(made > 800 / samples::share::one_of);
}

TEST_CASE("runs: state goes over the edges of blocks and windows") {
    const std::string marks = "e\xCC\x81", dots = "1.2,3.4", breaks = "\r\n\r\n\r\r\n", orphans = ".\xCC\x81\xCC\x81x",
                      long_run(9000, 'a');
    for (const std::string& piece :
         {marks, dots, breaks, orphans, std::string("9."), std::string("中。\xE2\x80\x8D"), long_run}) {
        for (std::size_t shift = 0; shift < 70; ++shift) {
            check_runs(std::string(shift, 'x') + piece + piece + piece);
            check_runs(std::string(detail::window_bytes - shift, ' ') + piece + piece);
        }
    }
    check_runs("");
    check_runs(std::string(20000, '\x20'));
    std::string chain = "a";
    for (int n = 0; n < 3000; ++n) chain += "\xCC\x81";
    check_runs(chain + "." + chain.substr(1));
}

TEST_CASE("ill-formed text: each way, around each edge") {
    samples::share share;
    for (const std::string& wrong : ill_formed()) {
        for (const char* around : {"a", "中", "é", "😀"}) {
            for (std::size_t shift = 0; shift < 70; ++shift) {
                if (!share.takes_next()) continue;
                std::string text(shift, 'x');
                text += around + wrong + around + wrong;
                check_all(text);
                for (int n = 0; n < 60; ++n) text += around;
                check_all(text);
            }
            std::string far(detail::window_bytes - 8, 'x');
            for (int n = 0; n < 12; ++n, far += 'y') {
                if (share.takes_next()) check_all(far + wrong + around + far);
            }
        }
    }
}

TEST_CASE("ill-formed text: each way, anywhere in long ASCII") {
    samples::share share;
    for (const std::string& wrong : ill_formed()) {
        for (std::size_t before = 60; before < 200; ++before) {
            if (share.takes_next()) check_all(std::string(before, 'x') + wrong + std::string(120, 'y'));
        }
    }
}

TEST_CASE("ill-formed text: each pair of bytes at the end of a block") {
    const std::string text(130, 'x');
    samples::share share;
    for (unsigned first = 0x80; first < 0x100; ++first) {
        for (unsigned second = 0; second < 0x100; ++second) {
            for (const std::size_t at : {std::size_t{31}, std::size_t{62}, std::size_t{63}, std::size_t{128}}) {
                if (!share.takes_next()) continue;
                std::string changed = text;
                changed[at] = static_cast<char>(first);
                changed[at + 1] = static_cast<char>(second);
                check_valid(changed);
            }
        }
    }
}

TEST_CASE("random bytes and random characters") {
    Random random;
    samples::share share;
    for (int round = 0; round < 3000; ++round) {
        if (!share.takes_next()) continue;
        std::string text;
        const std::size_t size = random.below(round % 10 == 0 ? 10000 : 300);
        const unsigned kind = random.below(4);
        while (text.size() < size) text += random.piece(kind);
        check_all(text);
    }
}

TEST_CASE("no byte before or behind the text is read") {
    const Guarded page;
    for (const std::string& sample : sample_texts()) {
        std::string text;
        while (text.size() < 200) text += sample;
        for (std::size_t size = 0; size <= 200; ++size) {
            check_all(page.at_end(std::string_view(text).substr(text.size() - size)));
            check_all(page.at_start(std::string_view(text).substr(0, size)));
        }
    }
}

TEST_CASE("counts: long runs of one kind of character") {
    for (const std::string_view part : {std::string_view("a"), std::string_view("é"), std::string_view("中"), std::string_view("😀")}) {
        std::string text;
        for (std::size_t count = 1; text.size() < 5000; ++count) {
            text += part;
            if (count % 31 != 0 && text.size() < 4090) continue;
            REQUIRE(utf8_count(text) == count);
            REQUIRE(utf8_count_valid(text) == count);
#if GALLEY_BLOCKS
            with_each_kernel([&](auto kernel, const char* name) {
                CAPTURE(name);
                REQUIRE(kernel.count_leads(detail::octets(text.data()), text.size()) == count);
            });
#endif
        }
    }
    CHECK(utf8_count_valid("a中") == 2);
}

TEST_CASE("UTF-32 stops where the room ends") {
    for (const std::string& sample : sample_texts()) {
        std::string text;
        while (text.size() < 700) text += sample;
        const std::u32string whole = by_character(text);
        for (std::size_t capacity = 0; capacity <= whole.size() + 2; ++capacity) {
            std::u32string out(capacity + 1, U'#');
            const transcoded done = utf8_to_utf32(text, out.data(), capacity);
            const std::size_t expected = capacity < whole.size() ? capacity : whole.size();
            CHECK(done.written == expected);
            CHECK(out[capacity] == U'#');
            CHECK(out.compare(0, expected, whole, 0, expected) == 0);
            CHECK(utf8_count(std::string_view(text).substr(0, done.read)) == expected);
        }
    }
}

TEST_CASE("code points to UTF-8 and back") {
    std::u32string all;
    for (char32_t c = 0; c < 0x110000; c += c < 0x3000 ? 1 : 37) all += c;
    std::string out(all.size() * 4, '\0');
    const transcoded done = utf8_encode(std::u32string_view(all), out.data(), out.size());
    CHECK(done.read == all.size());
    out.resize(done.written);
    std::size_t at = 0;
    for (const char32_t c : code_points(out)) {
        const char32_t expected = is_scalar_value(all[at]) ? all[at] : replacement_character;
        REQUIRE(c == expected);
        ++at;
    }
    CHECK(at == all.size());
    char three[3];
    const transcoded cut = utf8_encode(std::u32string_view(U"a中é"), three, 3);
    CHECK(cut.read == 1);
    CHECK(cut.written == 1);
    CHECK(utf8_encode(std::u32string_view(U"中é"), three, 3).read == 1);  // it fits exactly
}

namespace {

constexpr std::string_view text = "共3.14页，OK\r\n\xFF";

constexpr std::size_t runs_of(std::string_view what) {
    std::size_t count = 0;
    tokenize(what, [&](token) { ++count; });
    return count;
}
static_assert(runs_of(text) == 7);
static_assert(utf8_count(text) == 12);
static_assert(utf8_count_valid(text.substr(0, text.size() - 1)) == 11);
static_assert(utf8_valid_prefix(text) == text.size() - 1);

constexpr std::size_t kinds_by_range(std::string_view what) {
    std::size_t sum = 0;
    for (const token t : tokens(what)) sum = sum * 11 + static_cast<std::size_t>(t.kind);
    return sum;
}
static_assert(kinds_by_range("中a1") == 0 * 121 + 3 * 11 + 4);

constexpr transcoded to_utf32_and_back() {
    char32_t wide[16] = {};
    char narrow[32] = {};
    const transcoded there = utf8_to_utf32(text, wide, 16);
    return utf8_encode(std::u32string_view(wide, there.written), narrow, 32);
}
static_assert(to_utf32_and_back().read == 12 && to_utf32_and_back().written == text.size() + 2);

}  // namespace

TEST_CASE("an iterator made by the compiler goes on at run time") {
    static constexpr std::string_view words = "ab 12 中文";
    constexpr token_range::iterator second = ++tokens(words).begin();
    token_range::iterator at = second;
    CHECK(at->kind == token_kind::space);
    CHECK((++at)->text == "12");
    CHECK((++at)->kind == token_kind::space);
    CHECK((++at)->text == "中文");
    CHECK(++at == tokens(words).end());
}
