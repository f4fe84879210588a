// galley: what one line of torn text is, in a few bytes: the rest of the pipeline asks this and not the text.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_FACTS_HPP
#define GALLEY_DETAIL_LINE_FACTS_HPP

#include <galley/config.hpp>
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

/// What a line holds that later, dearer looks are for. A bit that is not set says that the look would find nothing.
enum line_trait : std::uint8_t {
    trait_brackets = 1,  ///< brackets or quotes
    trait_joints = 2,    ///< ideographs, and letters, digits, ASCII marks, openers or closers besides
    trait_edits = 4,     ///< ill-formed parts, white space but single spaces, characters that stand for others
    trait_words = 8,     ///< letters or hyphens
    trait_dots = 16,     ///< dots in a row
    trait_doubled = 32,  ///< each character may stand an even number of times
    trait_capitals = 64, ///< ASCII letters, none of them small
    trait_dateline = 128,///< 本, with which a paper's own dateline begins
};

/// A line without the white space around it. Widths are in quarter ems; counts stop at 255.
struct line_facts {
    std::size_t source = 0;        ///< offset of the content in the whole input
    std::size_t store = 0;         ///< offset of the content in the window's text
    std::uint32_t shape = 0;       ///< line_shape bits
    std::uint16_t size = 0;        ///< bytes
    std::uint16_t width = 0;       ///< as set, all characters in full
    std::uint16_t set_width = 0;   ///< as a proportional fount sets it
    std::uint16_t first_char = 0;  ///< low bits of the first code point
    std::uint16_t share_unit = 0;  ///< 25600 by the number of its characters
    std::uint8_t traits = 0;       ///< line_trait bits
    std::uint8_t marks = 0;        ///< full-width marks that may be set at half their width
    std::uint8_t blanks = 0;       ///< empty lines before it
    std::uint8_t indent = 0;       ///< half ems of white space before it
    std::uint8_t first_piece = 0;  ///< width of what cannot be parted from the line's beginning
    std::uint8_t set_piece = 0;    ///< the same as a proportional fount sets it
    std::uint8_t spaces = 0;       ///< single spaces inside; no stray ones
    std::uint8_t gaps = 0;         ///< wider spaces inside
    std::uint8_t stray_marks = 0;  ///< commas and stops of East Asia with a space between them and Han or kana
    std::uint8_t ideographs = 0;   ///< Han and kana
    std::uint8_t hanguls = 0;
    std::uint8_t letters = 0;      ///< of other scripts
    std::uint8_t digits = 0;
    std::uint8_t others = 0;       ///< ASCII marks and all symbols
    std::uint8_t stops = 0;        ///< sentence ends inside and at the end
    std::uint8_t first_byte = 0;
    std::uint8_t last_byte = 0;
    std::uint8_t quotes = 0;       ///< the > marks of a quoting mail before it
    std::uint8_t quote_size = 0;   ///< bytes from the first of them to the content, at most 255
    std::uint8_t columns = 0;      ///< cells of a table's row behind its first: parted by a tab or by three spaces or more
    std::uint8_t cell = 0;         ///< half ems before the second cell
    std::int8_t hint = 0;          ///< the first model's score of the break before it
    edge first = edge::none;
    edge last = edge::none;
    edge peeled = edge::none;      ///< like `last`, behind closing quotes and brackets
    bool continues = false;        ///< part of a line too long for the window: no break stands before it
    bool cut = false;              ///< the line goes on in the next facts
    bool new_page = false;         ///< a form feed stands before it
    bool copy = false;             ///< it says again what the line before it says
    bool opens_article = false;    ///< an article that began inside the line before

    /// Percent of the line's characters.
    constexpr int share(unsigned count) const noexcept { return static_cast<int>(count * share_unit >> 8); }
};

constexpr bool has(const line_facts& line, unsigned shapes) noexcept { return (line.shape & shapes) != 0; }
constexpr bool ends_sentence(const line_facts& line) noexcept { return line.peeled == edge::stop || line.peeled == edge::period; }
/// It ends in a stop, a comma or what is between them, behind closing quotes.
constexpr bool ends_in_mark(const line_facts& line) noexcept { return line.peeled >= edge::stop && line.peeled <= edge::comma; }
/// As in mail and manuals of the West.
constexpr bool has_no_east_asian(const line_facts& line) noexcept { return line.ideographs == 0 && line.hanguls == 0; }
/// Where a line ends, in quarter ems from the page's edge.
constexpr int end_of(const line_facts& line) noexcept { return 2 * line.indent + line.width; }
/// Width of a line when its marks are squeezed.
constexpr int squeezed(const line_facts& line) noexcept { return line.width - 2 * line.marks; }

constexpr bool is_bullet(char32_t c) noexcept {
    switch (c) {
        case 0x2022: case 0x2023: case 0x2043: case 0x203B: case 0x25A0: case 0x25A1: case 0x25B2: case 0x25B3: case 0x25B6:
        case 0x25B8: case 0x25BA: case 0x25BC: case 0x25BD: case 0x25C6: case 0x25C7: case 0x25CB: case 0x25CE: case 0x25CF: case 0x25E6:
        case 0x2605: case 0x2606: case 0x2660: case 0x2663: case 0x2665: case 0x2666: case 0x25AA: case 0x25AB: case 0x2713:
        case 0x2714: case 0x27A4: case 0x2756: return true;
        default: return false;
    }
}

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

/// What is asked of a character that is no ideograph, syllable or ASCII.
enum character_bit : std::uint8_t {
    wide_bit = 1,       ///< a full em, else half of one
    squeezable_bit = 2,
    stop_bit = 4,       ///< ends a sentence
    opener_bit = 8,
    closer_bit = 16,
    mark_bit = 32,      ///< punctuation
};

constexpr std::uint8_t character_bits(char32_t c) noexcept {
    unsigned bits = 0;
    if (quarter_ems(c) == 4) bits |= wide_bit;
    if (is_compressible(c)) bits |= squeezable_bit;
    if (is_opener(c)) bits |= opener_bit;
    if (is_closer(c)) bits |= closer_bit;
    if (kind_of(c) == token_kind::punctuation) bits |= mark_bit;
    if ((bits & mark_bit) != 0 && is_sentence_end(c)) bits |= stop_bit;
    return static_cast<std::uint8_t>(bits);
}

/// The marks of East Asian text, looked up once: U+2010 to U+2027, U+3001 to U+301F, U+FF01 to U+FF1F.
struct common_marks {
    std::uint8_t general[0x18] = {};
    std::uint8_t ideographic[0x1F] = {};
    std::uint8_t full_width[0x1F] = {};

    constexpr common_marks() noexcept {
        for (unsigned i = 0; i < sizeof general; ++i) general[i] = character_bits(0x2010 + i);
        for (unsigned i = 0; i < sizeof ideographic; ++i) ideographic[i] = character_bits(0x3001 + i);
        for (unsigned i = 0; i < sizeof full_width; ++i) full_width[i] = character_bits(0xFF01 + i);
    }

    /// 0 when it is none of them.
    constexpr std::uint8_t operator[](char32_t c) const noexcept {
        if (c - 0xFF01 < sizeof full_width && (c < 0xFF10 || c > 0xFF19)) return full_width[c - 0xFF01];
        if (c - 0x3001 < sizeof ideographic && c != 0x3004 && c != 0x3005 && c != 0x3006 && c != 0x3007) return ideographic[c - 0x3001];
        return c - 0x2010 < sizeof general ? general[c - 0x2010] : std::uint8_t{0};
    }
};

inline constexpr common_marks common_mark_bits;

/// Marks inside a sentence, whose own white half parts them from what follows.
constexpr bool is_inner_mark(char32_t c) noexcept { return c == 0xFF0C || c == 0x3001 || c == 0xFF1B; }

/// East Asian marks that nothing parts from the clause they end. `bits`: its character_bits.
constexpr bool is_clause_mark(char32_t c, unsigned bits) noexcept {
    return c >= 0x3001 && ((bits & stop_bit) != 0 || is_inner_mark(c));
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

/// Two ideographs of the main block: the first of them is a piece of its own.
constexpr bool starts_with_ideographs(std::string_view text) noexcept {
    if (text.size() < 6) return false;
    const unsigned first = octet(text[0]), second = octet(text[3]);
    return first >= 0xE5 && first <= 0xE9 && second >= 0xE5 && second <= 0xE9;
}

/// Width of the piece that would have had to fit on the line before: openers, one ideograph or one word, and the marks
/// that may not begin a line.
constexpr advance first_piece(std::string_view text) noexcept {
    if (starts_with_ideographs(text)) return {4, 32};
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

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_FACTS_HPP
