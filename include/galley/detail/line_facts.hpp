// galley: what one line of torn text is, in a few bytes: the rest of the pipeline asks this and not the text.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_FACTS_HPP
#define GALLEY_DETAIL_LINE_FACTS_HPP

#include <galley/config.hpp>
#include <galley/detail/line_shapes.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// What a line begins or ends with. For an end, closing quotes and brackets are peeled off first.
enum class edge : std::uint8_t {
    none,
    stop,         ///< 。 ！ ？ ! ? …
    period,       ///< one `.`
    semicolon,
    colon,
    comma,        ///< ， 、 ,
    dash,         ///< — – - and their like
    opener,
    closer,
    ideograph,    ///< Han or kana
    hangul,
    upper,        ///< a letter that is no lower-case ASCII
    lower,        ///< a to z
    digit,
    bullet,
    other,
};

/// A line without the white space around it. Widths are in quarter ems; counts stop at 255.
struct line_facts {
    std::size_t source = 0;        ///< offset of the content in the whole input
    std::size_t store = 0;         ///< offset of the content in the window's text
    std::uint16_t size = 0;        ///< bytes
    std::uint16_t width = 0;       ///< as set, all characters in full
    std::uint16_t set_width = 0;   ///< as a proportional fount sets it
    std::uint16_t first_char = 0;  ///< low bits of the first code point
    std::uint32_t shape = 0;       ///< line_shape bits
    std::uint8_t marks = 0;        ///< full-width marks that may be set at half their width
    std::uint8_t blanks = 0;       ///< empty lines before it
    std::uint8_t indent = 0;       ///< half ems of white space before it
    std::uint8_t first_piece = 0;  ///< width of what cannot be parted from the line's beginning
    std::uint8_t set_piece = 0;    ///< the same as a proportional fount sets it
    std::uint8_t spaces = 0;       ///< single spaces inside
    std::uint8_t gaps = 0;         ///< wider spaces inside
    std::uint8_t ideographs = 0;   ///< Han and kana
    std::uint8_t hanguls = 0;
    std::uint8_t letters = 0;      ///< of other scripts
    std::uint8_t digits = 0;
    std::uint8_t others = 0;       ///< ASCII marks and all symbols
    std::uint8_t stops = 0;        ///< sentence ends inside and at the end
    std::uint8_t first_byte = 0;
    std::uint8_t last_byte = 0;
    std::int8_t hint = 0;          ///< the first model's score of the break before it
    edge first = edge::none;
    edge last = edge::none;
    edge peeled = edge::none;      ///< like `last`, behind closing quotes and brackets
    bool continues = false;        ///< part of a line too long for the window: no break stands before it
    bool cut = false;              ///< the line goes on in the next facts
    bool opens_article = false;    ///< an article that began inside the line before
};

constexpr edge edge_of(char32_t c) noexcept {
    if (c >= U'a' && c <= U'z') return edge::lower;
    if (c >= U'A' && c <= U'Z') return edge::upper;
    if (c >= U'0' && c <= U'9') return edge::digit;
    if (c >= 0x4E00 && c <= 0x9FFF) return edge::ideograph;
    switch (c) {
        case U'\0': return edge::none;
        case 0x3002: case 0xFF01: case 0xFF1F: case U'!': case U'?': case 0x2026: case 0xFF61: return edge::stop;
        case U'.': case 0xFF0E: return edge::period;
        case U';': case 0xFF1B: return edge::semicolon;
        case U':': case 0xFF1A: return edge::colon;
        case U',': case 0xFF0C: case 0x3001: case 0xFF64: return edge::comma;
        case U'-': case 0x2010: case 0x2013: case 0x2014: case 0x2015: case 0x2500: case 0xFF0D: return edge::dash;
        default: break;
    }
    if (is_bullet(c)) return edge::bullet;
    if (is_opener(c)) return edge::opener;
    if (is_closer(c) || c == U'"' || c == U'\'') return edge::closer;
    switch (kind_of(c)) {
        case token_kind::han: case token_kind::kana: return edge::ideograph;
        case token_kind::hangul: return edge::hangul;
        case token_kind::word: return edge::upper;
        case token_kind::digits: return edge::digit;
        default: return edge::other;
    }
}

/// Marks that type-setters squeeze to half an em.
constexpr bool is_compressible(char32_t c) noexcept {
    switch (c) {
        case 0x2018: case 0x2019: case 0x201C: case 0x201D: case 0x3001: case 0x3002: case 0xFF01: case 0xFF08: case 0xFF09:
        case 0xFF0C: case 0xFF1A: case 0xFF1B: case 0xFF1F: return true;
        default: return c >= 0x3008 && c <= 0x3011;
    }
}

/// The last character behind which only closing quotes and brackets follow.
constexpr char32_t peeled_last_of(std::string_view text) noexcept {
    const char* const first = text.data();
    const char* at = first + text.size();
    char32_t found = U'\0';
    while (at != first) {
        const decoded character = utf8_decode_before(first, at);
        at -= character.size;
        if (is_mark(character.code_point) || is_blank(character.code_point)) continue;
        found = character.code_point;
        if (!is_closer(found) && found != U'"' && found != U'\'') break;
    }
    return found;
}

/// Advance of an ASCII character in 32nds of an em, as book founts have it on the average.
constexpr unsigned set_advance(char32_t c) noexcept {
    if (c >= U'a' && c <= U'z') {
        switch (c) {
            case U'i': case U'j': case U'l': case U't': case U'f': return 9;
            case U'r': case U's': return 12;
            case U'm': return 25;
            case U'w': return 23;
            default: return 16;
        }
    }
    if (c >= U'A' && c <= U'Z') return c == U'I' ? 10 : c == U'M' || c == U'W' ? 28 : 21;
    if (c >= U'0' && c <= U'9') return 16;
    switch (c) {
        case U' ': case U'.': case U',': case U':': case U';': case U'\'': case U'!': case U'|': return 8;
        case U'-': case U'(': case U')': case U'[': case U']': case U'/': return 10;
        case U'@': case U'%': return 27;
        default: return 16;
    }
}

/// Both widths of a stretch of text.
struct advance {
    unsigned quarters = 0;       ///< every narrow character half an em
    unsigned set = 0;            ///< 32nds of an em, ASCII as founts have it

    constexpr void add(char32_t c) noexcept {
        const unsigned width = quarter_ems(c);
        quarters += width;
        set += c < 0x80 ? set_advance(c) : width * 8;
    }
    constexpr unsigned set_quarters() const noexcept { return (set + 4) / 8; }
};

/// Width of the piece that would have had to fit on the line before: openers, one ideograph or one word, and the marks
/// that may not begin a line.
constexpr advance first_piece(std::string_view text) noexcept {
    const char* at = text.data();
    const char* const last = at + text.size();
    advance width;
    bool word = false;
    bool core = false;
    while (at != last) {
        const char32_t c = utf8_next(at, last).code_point;
        if (is_mark(c)) continue;
        const token_kind kind = kind_of(c);
        const bool wide = kind == token_kind::han || kind == token_kind::kana || kind == token_kind::hangul;
        const bool joins_word = kind == token_kind::word || kind == token_kind::digits;
        if (is_blank(c)) break;
        if (core && !is_no_start(c) && !(word && joins_word)) break;
        core = core || wide || joins_word || !is_opener(c);
        word = joins_word;
        width.add(c);
    }
    return width;
}

/// Counts one character of a line into its facts.
constexpr void count_character(line_facts& facts, char32_t c) noexcept {
    if (c >= 0x4E00 && c <= 0x9FFF) {
        add_saturated(facts.ideographs, 1);
        return;
    }
    if (is_compressible(c)) add_saturated(facts.marks, 1);
    switch (kind_of(c)) {
        case token_kind::han: case token_kind::kana: add_saturated(facts.ideographs, 1); break;
        case token_kind::hangul: add_saturated(facts.hanguls, 1); break;
        case token_kind::word: add_saturated(facts.letters, 1); break;
        case token_kind::digits: add_saturated(facts.digits, 1); break;
        case token_kind::punctuation:
            if (c > 0x7F ? is_sentence_end(c) : c == U'!' || c == U'?') add_saturated(facts.stops, 1);
            if (c < 0x80) add_saturated(facts.others, 1);
            break;
        default: add_saturated(facts.others, 1); break;
    }
}

/// Facts of a line's content, which has no white space around it and is not empty. Linear; reads the text twice at most.
constexpr line_facts facts_of(std::string_view content) noexcept {
    line_facts facts;
    facts.size = static_cast<std::uint16_t>(content.size());
    const char* at = content.data();
    const char* const last = at + content.size();
    advance width;
    unsigned space = 0;
    while (at != last) {
        const char32_t c = utf8_next(at, last).code_point;
        width.add(c);
        if (is_blank(c)) {
            ++space;
            continue;
        }
        if (space != 0) {
            add_saturated(space == 1 ? facts.spaces : facts.gaps, 1);
            space = 0;
        }
        count_character(facts, c);
    }
    const auto octet_of = [](unsigned value) { return static_cast<std::uint8_t>(value < 255 ? value : 255); };
    const auto medium = [](unsigned value) { return static_cast<std::uint16_t>(value < 0xFFFF ? value : 0xFFFF); };
    facts.width = medium(width.quarters);
    facts.set_width = medium(width.set_quarters());
    const advance piece = first_piece(head(content, 96));
    facts.first_piece = octet_of(piece.quarters);
    facts.set_piece = octet_of(piece.set_quarters());
    facts.first = edge_of(first_of(content));
    facts.last = edge_of(last_of(content));
    facts.peeled = edge_of(peeled_last_of(content));
    facts.first_char = static_cast<std::uint16_t>(first_of(content) & 0xFFFFU);
    facts.first_byte = octet(content[0]);
    facts.last_byte = octet(content[content.size() - 1]);
    facts.shape = shape_of(content, facts.width);
    return facts;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_FACTS_HPP
