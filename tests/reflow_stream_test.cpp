// The pipeline's promises for any text: streaming equals whole, nothing is lost, pieces map to the input, cost is linear.
#include <galley/reflow.hpp>

#include "pages.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

namespace {

using galley::piece;
using galley::piece_kind;
using galley::reflow_options;

std::string whole(std::string_view text, const reflow_options& options = {}) {
    std::string out;
    galley::reflow(text, [&](const piece& p) { out += p.text; }, options);
    return out;
}

template <std::size_t Window>
std::string streamed(std::string_view text, std::size_t chunk, const reflow_options& options = {}) {
    const auto flow = std::make_unique<galley::reflower<Window>>(options);
    std::string out;
    const auto sink = [&](const piece& p) { out += p.text; };
    for (std::size_t at = 0; at < text.size(); at += chunk) {
        const samples::exact_copy part(text.substr(at, chunk));
        flow->push(part.view(), sink);
    }
    flow->finish(sink);
    return out;
}

/// Lines from several pages in random order, with blank lines, indents and damage thrown in.
std::string random_page(std::mt19937& random, std::size_t lines) {
    std::string page;
    for (std::size_t i = 0; i < lines; ++i) {
        const std::string_view from = pages::all[random() % std::size(pages::all)];
        const std::size_t begin = random() % from.size();
        page += std::string(random() % 4 == 0 ? random() % 9 : 0, " \t\n\r"[random() % 4]);
        page += from.substr(begin, random() % 90);
        constexpr std::string_view ends[] = {"\n", "\n", "\n", "\n", "\r\n", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", ""};
        page += ends[random() % std::size(ends)];
    }
    return page;
}

template <std::size_t Window>
void check_streaming(std::string_view text) {
    reflow_options options;
    options.window_bytes = Window;
    const std::string expected = whole(text, options);
    for (const std::size_t chunk : {1U, 2U, 3U, 7U, 64U, 4096U}) {
        CAPTURE(chunk);
        REQUIRE(streamed<Window>(text, chunk) == expected);
    }
}

TEST_CASE("reflower: any cut of the input gives the output of the whole") {
    for (const std::string_view page : pages::all) {
        check_streaming<512>(page);
        check_streaming<4096>(page);
    }
    std::mt19937 random(7);
    samples::share share;
    for (int i = 0; i < 60; ++i) {
        if (!share.takes_next()) continue;
        const std::string page = random_page(random, 40);
        check_streaming<512>(page);
        check_streaming<1024>(page);
    }
}

TEST_CASE("reflower: every line end at the edge of the longest line") {
    constexpr std::size_t longest = 512 / 4;
    for (const std::string_view end : {"\n", "\r\n", "\r", "\f", "\v", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
        for (std::size_t size = longest - 4; size <= longest + 4; ++size) {
            for (const std::string_view last : {"b", " b", "中"}) {
                CAPTURE(size);
                const std::string line = std::string(size - last.size(), 'a').append(last);
                check_streaming<512>(line + std::string(end) + "next line" + std::string(end) + std::string(end) + line);
            }
        }
    }
}

TEST_CASE("reflower: lines far longer than the window") {
    for (const std::string_view part : {std::string_view("中"), std::string_view("word "), std::string_view(" "), std::string_view("\xFF"), std::string_view("a"), std::string_view("\xE3\x80\x80")}) {
        const std::string text = samples::repeat(part, 3000) + "\n" + samples::repeat(part, 700) + "end";
        check_streaming<512>(text);
    }
}

/// The characters that are not white space, marks without width left out, ligatures opened, hyphens left out.
std::u32string solid(std::string_view text) {
    std::u32string out;
    for (const char32_t c : galley::code_points(text)) {
        const std::string_view ligature = galley::detail::page::open_ligature(c);
        const bool line_end = galley::kind_of(c) == galley::token_kind::line_break;
        const bool hyphen = c == U'-' || c == 0xAD || c == 0x2010 || c == 0x2011;
        for (const char l : ligature) out += static_cast<unsigned char>(l);
        if (ligature.empty() && !hyphen && !line_end && !galley::detail::page::is_blank(c)) out += c;
    }
    return out;
}

/// A quotation's lines lose their marks where they are joined.
std::u32string without_quotes(std::u32string text) {
    text.erase(std::remove(text.begin(), text.end(), U'>'), text.end());
    return text;
}

/// The marks of a quotation, as many as stand in the slice that they are given for.
bool is_quote_marks(std::string_view text, std::string_view source) {
    const auto marks = static_cast<std::size_t>(std::count(source.begin(), source.end(), '>'));
    return marks != 0 && text == std::string(marks, '>') + ' ';
}

TEST_CASE("reflow: nothing is lost but what the repairs say") {
    reflow_options options;
    options.doubled_text = false;
    std::mt19937 random(11);
    const auto sorted = [](std::u32string text) {
        std::sort(text.begin(), text.end());
        return text;
    };
    samples::share share;
    for (int i = 0; i < 300; ++i) {
        if (!share.takes_next()) continue;
        const std::string page = random_page(random, 30);
        options.running_heads = options.mail_quotes = false;
        REQUIRE(solid(whole(page, options)) == solid(page));
        options.mail_quotes = true;
        REQUIRE(without_quotes(solid(whole(page, options))) == without_quotes(solid(page)));
        options.running_heads = true;  // what is set apart comes later than it stands
        REQUIRE(without_quotes(sorted(solid(whole(page, options)))) == without_quotes(sorted(solid(page))));
    }
}

TEST_CASE("reflow: text pieces are slices of the input in order and everything else is a documented insertion") {
    std::mt19937 random(13);
    reflow_options options;
    options.running_heads = false;  // what is set apart comes later than it stands
    samples::share share;
    for (int i = 0; i < 200; ++i) {
        if (!share.takes_next()) continue;
        const std::string page = random_page(random, 30);
        std::size_t end = 0;
        galley::reflow(page, [&](const piece& p) {
            REQUIRE(p.source >= end);
            end = p.source + p.source_size;
            REQUIRE(end <= page.size());
            if (p.kind == piece_kind::text) REQUIRE(p.text.data() == page.data() + p.source);
            if (p.kind == piece_kind::space) REQUIRE(p.text == " ");
            if (p.kind == piece_kind::paragraph) REQUIRE((p.text == "\n\n" || p.text == "\n"));
            if (p.kind == piece_kind::replacement) REQUIRE((p.text == "\uFFFD" || is_quote_marks(p.text, std::string_view(page).substr(p.source, p.source_size)) || !galley::detail::page::open_ligature(*galley::code_points(std::string_view(page).substr(p.source)).begin()).empty()));
        }, options);
    }
}

/// Pieces and breaks are what the work is done for; each byte of the input may cause a few at most.
TEST_CASE("reflow: hostile inputs end, with work in proportion to their size") {
    const std::string_view parts[] = {"\n", "\n\n", "a\n", "（\n", "“", "-\n", "1,\n", "中", " ", " a", "中 ", "\r", "\f", "\xE2\x80", "本报讯 ", "…\n", "中国中国\n"};
    for (const std::string_view part : parts) {
        CAPTURE(part);
        std::size_t pieces = 0, breaks = 0;
        const std::string text = samples::repeat(part, 4000);
        const auto result = galley::reflow(text, [&](const piece&) { ++pieces; });
        breaks = result.joins + result.spaces + result.paragraphs;
        CHECK(pieces <= 3 * text.size() + 1);
        CHECK(breaks <= result.lines + 1);
        CHECK(result.lines <= text.size() + 1);
    }
}

}  // namespace
