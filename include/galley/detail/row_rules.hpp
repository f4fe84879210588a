// galley: lines that are rows by what their text says: fields with a name, records of a data file, items with letters that count.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_ROW_RULES_HPP
#define GALLEY_DETAIL_ROW_RULES_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_shapes.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/line_words.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

// ---- Fields: 成立时间：2008年9月, Subject: minutes, port = 8080

/// What a field's name may hold, a letter or an ideograph besides.
constexpr bool is_name_character(char32_t c) noexcept {
    switch (kind_of(c)) {
        case token_kind::han: case token_kind::kana: case token_kind::hangul: case token_kind::word: case token_kind::digits: return true;
        default: return c == U' ' || c == U'_' || c == U'-' || c == 0xFF08 || c == 0xFF09 || c == 0x3000;
    }
}

/// A name of two to ten ems, and a colon or = behind it that begins no :// and no ::, and is no part of a time. The = is that of
/// files: words have none. Words that go on from another line begin with no capital.
constexpr bool is_field(const line_facts& line, std::string_view content) noexcept {
    if (line.others + line.marks == 0 || line.first == edge::opener) return false;
    const bool file = has_no_east_asian(line) && line.spaces <= 4;
    if (has_no_east_asian(line) && !file && line.first == edge::lower) return false;
    const char* at = content.data();
    const char* const last = at + content.size();
    unsigned width = 0, words = 0;
    char32_t before = U'\0';
    while (at != last && width <= 10 * 4) {
        if (const char* const behind = skip_han(at, last); behind != at) {
            width += 4 * static_cast<unsigned>((behind - at) / 3);
            at = behind;
            before = U'\0';
            continue;
        }
        const char32_t c = utf8_next(at, last).code_point;
        if (c == 0xFF1A) return width >= 2 * 4;
        if (c == U':' || c == U'=') {
            const char32_t next = at == last ? U' ' : first_of(slice(at, last));
            const bool digit = before >= U'0' && before <= U'9';
            if (c == U'=') return file && width >= 2 * 2 && next != U'=';
            return width >= 2 * 2 && !digit && (next == U' ' || next >= 0x80);
        }
        if (!is_name_character(c) || (c == U' ' && ++words > 3)) return false;
        width += quarter_ems(c);
        before = c;
    }
    return false;
}

/// Line 0 is a full one of a narrow column, five of which are: it may begin as a field by chance.
constexpr bool is_full_in_column(const lines_around& lines) noexcept {
    const int longest = lines.longest();
    if (longest >= 24 * 4 || lines[0].width + 4 < longest) return false;
    int full = 0;
    for (const line_facts& line : lines) full += line.width + 4 >= longest;
    return full >= 5;
}

/// Two fields, one below the other.
constexpr bool are_fields(const lines_around& lines, std::string_view a, std::string_view b) noexcept {
    if (lines[0].indent != lines[1].indent || lines[0].peeled == edge::comma || !is_field(lines[1], b)) return false;
    if (!has_no_east_asian(lines[0]) && is_full_in_column(lines)) return false;
    return is_field(lines[0], a) || (a[0] == '[' && a[a.size() - 1] == ']');  // [server]
}

// ---- Records: 1,张三,2019-03-01

/// Commas of ASCII that part short fields, not one of them behind or before a space; 0 where another mark of a sentence stands.
constexpr unsigned record_commas(std::string_view content, bool& figures) noexcept {
    constexpr unsigned longest_field = 24;
    unsigned commas = 0, size = 0;
    bool number = true;
    for (const char32_t c : code_points(content)) {
        if (c == U',') {
            figures = figures || (number && size != 0);
            ++commas;
            size = 0;
            number = true;
            continue;
        }
        const bool digit = c >= U'0' && c <= U'9';
        if ((size == 0 && c == U' ') || ++size > longest_field || c == 0xFF0C || c == 0x3002 || c == 0x3001) return 0;
        number = number && (digit || c == U'-' || c == U'.' || c == U'/' || c == U':');
    }
    figures = figures || (number && size != 0);
    return size == 0 ? 0 : commas;
}

/// Two lines of as many fields, three or more, and figures in the second one.
constexpr bool are_records(const lines_around& lines, std::string_view a, std::string_view b) noexcept {
    if (lines[0].others < 2 || lines[1].others < 2 || lines[1].blanks != 0 || lines[1].digits == 0) return false;
    bool figures = false, any = false;
    const unsigned commas = record_commas(b, figures);
    return commas >= 2 && figures && record_commas(a, any) == commas;
}

// ---- Prices: 비빔밥 9,000원

/// A name and a figure at the line's end, or the unit `last_byte` is of.
constexpr bool is_priced(const line_facts& line, const line_facts& like) noexcept {
    if (line.digits == 0 || line.spaces == 0 || line.marks + line.stops != 0 || line.width > 20 * 4 || line.shape != 0) return false;
    return line.last == like.last && (line.last == edge::digit || line.last_byte == like.last_byte) && line.first == like.first;
}

/// Two of three such lines below each other, which a name begins and a figure or a currency ends.
constexpr bool are_priced(const lines_around& lines, std::string_view a) noexcept {
    const line_facts& line = lines[0];
    const bool named = line.first == edge::ideograph || line.first == edge::hangul || line.first == edge::upper;
    if (!named || lines[1].blanks != 0 || !is_priced(line, line) || !is_priced(lines[1], line)) return false;
    if (line.last != edge::digit && currencies.at_end(a) == 0) return false;
    return (lines.has(-1) && line.blanks == 0 && is_priced(lines[-1], line)) || (lines.has(2) && lines[2].blanks == 0 && is_priced(lines[2], line));
}

// ---- Items with letters: A. B. C., 甲、乙、, 가. 나.

inline constexpr std::u16string_view counting_letters[] = {
    u"ABCDEFGHIJKLMNOPQRSTUVWXYZ", u"abcdefghijklmnopqrstuvwxyz", u"甲乙丙丁戊己庚辛壬癸", u"가나다라마바사아자차카타파하", u"アイウエオカキクケコ", u"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊ"};

/// Whether the second letter counts one on from the first.
constexpr bool count_on(char32_t first, char32_t second) noexcept {
    for (const std::u16string_view letters : counting_letters) {
        for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
            if (letters[i] == first) return letters[i + 1] == second;
        }
    }
    return false;
}

/// The mark behind the letter that such an item begins with, U+0000 where there is none: A. needs a space behind it.
constexpr char32_t letter_mark(std::string_view content) noexcept {
    const std::string_view rest = tail(content, utf8_size(first_of(content)));
    const char32_t mark = first_of(rest);
    if (mark == 0x3001 || mark == 0xFF0E || mark == 0xFF09) return mark;
    const std::string_view behind = tail(rest, 1);
    return (mark == U'.' || mark == U')') && !behind.empty() && (behind[0] == ' ' || octet(behind[0]) >= 0x80) ? mark : U'\0';
}

/// An item behind the one before it, or the first one before the second.
constexpr bool is_next_letter(const lines_around& lines, std::string_view a, std::string_view b) noexcept {
    const char32_t letter = lines[1].first_char;
    const char32_t mark = b.size() < 3 || lines[0].indent != lines[1].indent ? U'\0' : letter_mark(b);
    if (mark == U'\0') return false;
    if (count_on(lines[0].first_char, letter)) return letter_mark(a) == mark;
    const bool first = letter == U'A' || letter == U'a' || letter == U'甲' || letter == U'가' || letter == U'ア' || letter == U'ㄱ';
    return first && lines.has(2) && lines[2].indent == lines[1].indent && count_on(letter, lines[2].first_char);
}

/// Whether a row ends here. `a` and `b` are the contents.
constexpr bool are_rows_by_text(const lines_around& lines, std::string_view a, std::string_view b) noexcept {
    return are_fields(lines, a, b) || are_records(lines, a, b) || are_priced(lines, a) || is_next_letter(lines, a, b);
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_ROW_RULES_HPP
