// galley: lines that are blocks of their own in mail and manuals: rows of tables, code, verse, the ends of letters.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BLOCK_RULES_HPP
#define GALLEY_DETAIL_BLOCK_RULES_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_shapes.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/text.hpp>

#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Words only, as in mail and manuals of the West.
constexpr bool is_plain_latin(const line_facts& line) noexcept { return line.ideographs == 0 && line.hanguls == 0; }
constexpr bool starts_capital(const line_facts& line) noexcept { return line.first_byte >= 'A' && line.first_byte <= 'Z'; }
/// The least width of lines in mail; newspaper columns are narrower.
inline constexpr int mail_width = 32 * 2;
constexpr bool ends_in_mark(const line_facts& line) noexcept { return line.peeled >= edge::stop && line.peeled <= edge::comma; }

/// Two rows of a table: as many cells, three or more.
constexpr bool are_rows(const line_facts& a, const line_facts& b) noexcept {
    return a.columns >= 2 && a.columns == b.columns && b.blanks == 0;
}

/// A line drawn across the page or under a title: marks alone, three or more, from one mark to the same.
constexpr bool is_drawn(const line_facts& line) noexcept {
    if (line.letters + line.digits + line.ideographs + line.hanguls != 0 || line.width < 3 * 2) return false;
    switch (line.first_byte) {
        case '-': case '=': case '_': case '*': case '~': case '#': case '+': return line.last_byte == line.first_byte;
        default: return line.first == edge::dash && line.last == edge::dash && line.width >= 3 * 4;
    }
}

/// The dashes above a signature.
constexpr bool is_signature_mark(const line_facts& line) noexcept {
    return line.size == 2 && line.first_byte == '-' && line.last_byte == '-' && line.indent == 0;
}

/// Whether a signature's dashes stand before the break, with no blank line in between, or behind it.
constexpr bool parts_signature(const lines_around& lines) noexcept {
    if (is_signature_mark(lines[1])) return true;
    for (int i = 0; lines.has(i); --i) {
        if (is_signature_mark(lines[i])) return true;
        if (lines[i].blanks != 0) return false;
    }
    return false;
}

/// A line of code: it ends in a brace or a backslash, or in a semicolon and is indented, as is the next one.
constexpr bool is_code(const line_facts& line, const line_facts& next, std::string_view content) noexcept {
    if (!is_plain_latin(line) || content.empty()) return false;
    const char last = content[content.size() - 1];
    if (last == '{' || last == '}' || last == '\\') return true;
    return last == ';' && line.indent >= 4 && next.indent >= 4;
}

/// Verse of words: every line begins with a capital, and most end in a mark or had room for the next one's first word.
constexpr bool is_verse(const lines_around& lines) noexcept {
    int first = 0, last = 1;
    while (lines.has(first - 1) && lines[first].blanks == 0) --first;
    while (lines.has(last + 1) && lines[last + 1].blanks == 0) ++last;
    int longest = 0, ended = 0;
    for (int i = first; i <= last; ++i) {
        if (!starts_capital(lines[i]) || !is_plain_latin(lines[i]) || lines[i].columns != 0) return false;
        longest = lines[i].set_width > longest ? lines[i].set_width : longest;
    }
    for (int i = first; i < last; ++i) {
        ended += ends_in_mark(lines[i]) || lines[i].set_width + lines[i + 1].set_piece + longest / 16 < longest;
    }
    return last - first >= 3 && ended * 2 > last - first;
}

/// Lines of East Asian verse: as many characters each, a mark at every end.
constexpr bool are_alike_in_verse(const line_facts& a, const line_facts& b) noexcept {
    return a.ideographs == b.ideographs && a.ideographs >= 4 && a.ideographs <= 18 && a.marks == b.marks && a.width == b.width &&
           ends_in_mark(a) && ends_in_mark(b) && a.letters + b.letters + a.digits + b.digits == 0;
}

/// Whether line `at` stands in four or more such lines.
constexpr bool is_in_regular_verse(const lines_around& lines, int at) noexcept {
    int first = at, last = at;
    while (lines.has(first - 1) && are_alike_in_verse(lines[first - 1], lines[at])) --first;
    while (lines.has(last + 1) && are_alike_in_verse(lines[last + 1], lines[at])) ++last;
    return last - first >= 3;
}

/// The break stands behind a sentence of verse, before verse, or between its title and its poet's name. Half a couplet may
/// be a line that is torn.
constexpr bool parts_verse(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    if (is_in_regular_verse(lines, 0)) return ends_sentence(a) || a.peeled == edge::semicolon;
    if (a.marks != 0) return false;
    return is_in_regular_verse(lines, 1) || (lines[1].ideographs <= 4 && lines[1].marks == 0 && lines.has(2) && is_in_regular_verse(lines, 2));
}

/// The opening or the closing words of a letter: a short line up to a comma, behind a blank line.
constexpr bool is_letter_formula(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    return a.peeled == edge::comma && (a.blanks != 0 || !lines.has(-1)) && starts_capital(a) && starts_capital(lines[1]) && is_plain_latin(a) &&
           a.width * 2 < lines.longest();
}

/// A list item, a heading or another line that mark-up sets off.
constexpr bool opens_block(const line_facts& line) noexcept { return has(line, shape_item | shape_number_item | shape_section | shape_markup); }

/// The line behind the break is indented by an em or more, measured from the leftmost line around.
constexpr bool is_indented(const lines_around& lines) noexcept {
    int least = lines[1].indent;
    for (int i = lines.first(); i <= lines.last(); ++i) least = lines[i].indent < least ? lines[i].indent : least;
    return lines[1].indent - least >= 2;
}

/// Whether a block ends here whatever the lines' widths say. `content` is that of the line before the break.
constexpr bool are_blocks_apart(const lines_around& lines, std::string_view content) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (are_rows(a, b) || is_drawn(a) || is_drawn(b)) return true;
    if (a.ideographs != 0) return parts_verse(lines);
    if (is_code(a, b, content)) return true;
    if (lines.longest() < mail_width) return false;
    if (parts_signature(lines)) return true;
    if (!starts_capital(a) || !starts_capital(b)) return false;
    return is_letter_formula(lines) || (b.blanks == 0 && is_verse(lines));
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BLOCK_RULES_HPP
