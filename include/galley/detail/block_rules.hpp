// galley: lines that are blocks whatever their widths say: rows of tables, code, verse, letters, speech, first lines with an indent.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BLOCK_RULES_HPP
#define GALLEY_DETAIL_BLOCK_RULES_HPP

#include <galley/config.hpp>
#include <galley/detail/break_rules.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_shapes.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/page_state.hpp>
#include <galley/detail/row_rules.hpp>
#include <galley/detail/text.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

constexpr bool starts_capital(const line_facts& line) noexcept { return line.first_byte >= 'A' && line.first_byte <= 'Z'; }

/// Two rows of a table: as many cells, three or more, of which the second stand in line; or a third such row beside them, for
/// numbers are set flush right. Rows of two cells are three in line.
constexpr bool are_rows(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.columns == 0 || a.columns != b.columns || b.blanks != 0) return false;
    const bool in_line = a.cell == b.cell && (a.columns > 1 || a.indent == b.indent);
    if (a.columns == 1 && !in_line) return false;
    const auto alike = [&](int at) {
        return lines.has(at) && lines[at].columns == a.columns && (a.columns > 1 || (lines[at].cell == a.cell && lines[at].indent == a.indent));
    };
    return (in_line && a.columns > 1) || (alike(-1) && a.blanks == 0) || (alike(2) && lines[2].blanks == 0);
}

/// Rows whose cells are two spaces apart: three together that have as many, and figures in them; in two of them, where none begins
/// with a small letter. Justified text has such gaps too, but more words than gaps.
constexpr bool are_spaced_rows(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.gaps < 2 || a.gaps != b.gaps || b.blanks != 0) return false;
    const auto is_row = [&](const line_facts& line) {
        return line.gaps == a.gaps && line.spaces <= line.gaps && !ends_in_mark(line);
    };
    if (a.last == edge::dash || !is_row(a) || !is_row(b)) return false;
    const bool before = lines.has(-1) && a.blanks == 0 && is_row(lines[-1]), behind = lines.has(2) && lines[2].blanks == 0 && is_row(lines[2]);
    if (!before && !behind) return false;
    const line_facts& third = lines[before ? -1 : 2];
    const int with_figures = (a.digits != 0) + (b.digits != 0) + (third.digits != 0);
    return with_figures == 3 || (with_figures == 2 && a.first != edge::lower && b.first != edge::lower && third.first != edge::lower);
}

/// A line drawn across the page or under a title: marks alone, three or more, from one mark to the same.
constexpr bool is_drawn(const line_facts& line) noexcept {
    if (line.letters + line.digits + line.ideographs + line.hanguls != 0 || line.width < 3 * 2) return false;
    switch (line.first_byte) {
        case '-': case '=': case '_': case '*': case '~': case '#': case '+': return line.last_byte == line.first_byte;
        default: return line.first == edge::dash && line.last == edge::dash && line.width >= 3 * 4;
    }
}

/// When a subtitle comes and goes: 00:00:04,100 --> 00:00:06,000.
constexpr bool is_timing(const line_facts& line) noexcept {
    if (line.first != edge::digit || line.last != edge::digit || line.letters + line.ideographs + line.hanguls != 0) return false;
    return line.digits >= 12 && line.digits <= 20 && line.others >= 7 && line.spaces == 2;
}

/// The dashes above a signature.
constexpr bool is_signature_mark(const line_facts& line) noexcept {
    return line.size == 2 && line.first_byte == '-' && line.last_byte == '-' && line.indent == 0;
}

/// A signature's dashes stand behind the break, or before it with short lines alone in between. Narrow columns have none.
constexpr bool parts_signature(const lines_around& lines, const page_state& page) noexcept {
    if (page.signature_end <= lines.index(lines.first())) return false;
    int mark = 1;
    for (; !is_signature_mark(lines[mark]); --mark) {
        if (!lines.has(mark - 1) || (mark < 1 && lines[mark].blanks != 0)) return false;
    }
    const int longest = lines.longest();
    if (longest < mail_width) return false;
    for (int i = mark + 1; i <= 0; ++i) {
        if (lines[i].width * 3 > 2 * longest && lines[i].width * 3 > 4 * mail_width) return false;
    }
    return true;
}

/// The least indent of the lines around.
constexpr int margin_of(const lines_around& lines) noexcept {
    int least = lines[0].indent;
    for (const line_facts& line : lines) least = line.indent < least ? line.indent : least;
    return least;
}

/// The farthest end of the lines around.
constexpr int right_edge(const lines_around& lines) noexcept {
    int farthest = 0;
    for (const line_facts& line : lines) farthest = end_of(line) > farthest ? end_of(line) : farthest;
    return farthest;
}

/// The next line's first piece, and two ems more, would have stood behind the line.
constexpr bool has_room(const line_facts& line, const line_facts& next, int edge) noexcept {
    return end_of(line) + next.first_piece + 2 * 4 <= edge;
}

/// Line 0 begins about where the one before it ends, in mid-sentence or far from the margin: an extractor took one visual line for two.
constexpr bool is_torn_off(const lines_around& lines, int margin) noexcept {
    if (!lines.has(-1) || (ends_sentence(lines[-1]) && lines[-1].indent - margin < 8)) return false;
    const int gap = 2 * lines[0].indent - end_of(lines[-1]);
    return gap >= -6 * 4 && gap <= 4 * 4;
}

/// A short line of its own so far, in the middle of the measure or at its right end, and the next line begins four ems or more to
/// the left of it: a heading, a signature.
constexpr bool parts_set_off(const lines_around& lines, const page_state& page) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.indent - b.indent < 8 || page.lines_in_paragraph > 1) return false;
    const int margin = margin_of(lines), right = right_edge(lines);
    if (2 * a.width > right || is_torn_off(lines, margin)) return false;
    const int before = 2 * (a.indent - margin), behind = right - end_of(a);
    return has_room(a, b, right) || (before - behind <= 8 && behind - before <= 8) || before > behind + a.width;
}

/// The text of a row's second cell goes on below it: an option and what it does. The row is full and ends no sentence.
constexpr bool wraps_cell(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.columns != 1 || b.columns != 0 || b.blanks != 0 || b.shape != 0 || b.indent != a.indent + a.cell) return false;
    return !ends_sentence(a) && !has_room(a, b, right_edge(lines));
}

/// A row whose second cell begins where the line before it does: that line hung below the cell of the row before.
constexpr bool opens_row(const line_facts& a, const line_facts& b) noexcept {
    return a.columns == 0 && b.columns == 1 && a.indent == b.indent + b.cell;
}

/// First lines keep their indent, in half ems from the margin: those around are full or end in a stop before another one, and
/// b is one of them. What hangs below list items is no such indent: it ends short.
constexpr bool opens_with_indent(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (b.indent < 2 || a.indent > b.indent) return false;
    const int margin = margin_of(lines), right = right_edge(lines);
    if (b.indent - margin < 2 || b.indent - margin > 12 || (a.indent != margin && a.indent != b.indent)) return false;
    if (b.first == edge::lower || (!ends_sentence(a) && a.peeled != edge::colon && !has_room(a, b, right))) return false;
    int first_lines = 0;
    for (int i = lines.first(); i < lines.last(); ++i) {
        const line_facts& line = lines[i];
        const line_facts& next = lines[i + 1];
        if (line.indent == b.indent && next.indent == margin) {
            if (has_room(line, next, right)) return false;
            ++first_lines;
        }
        if (line.indent == margin && next.indent == b.indent && !ends_in_mark(line) && !has_room(line, next, right)) return false;
    }
    if (first_lines < 2) return false;
    return a.indent == margin || ends_sentence(a) || has_room(a, b, right);
}

/// A closing brace and what belongs to it: }  };  })
constexpr bool is_closing_brace(const line_facts& line) noexcept { return line.first_byte == '}' && line.size <= 3; }

/// The end of a line of code: an open brace; a brace that stands alone; in lines that are indented by two ems or more, a
/// semicolon, a brace, or a backslash before a line that is indented more.
constexpr bool parts_code(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.last_byte == '{' || is_closing_brace(a) || is_closing_brace(b) || (b.size == 1 && b.first_byte == '{')) return true;
    if (a.last_byte == '\\') return b.indent > a.indent;
    if (a.last_byte != ';' && a.last_byte != '}') return false;
    const int margin = margin_of(lines);
    return a.indent - margin >= 4 && b.indent - margin >= 4;
}

/// Verse of words: every line begins with a capital and has small letters, and most end in a mark or had room for the next one's first word.
constexpr bool is_verse(const lines_around& lines) noexcept {
    int first = 0, last = 1;
    while (lines.has(first - 1) && lines[first].blanks == 0) --first;
    while (lines.has(last + 1) && lines[last + 1].blanks == 0) ++last;
    int longest = 0, ended = 0;
    for (int i = first; i <= last; ++i) {
        if (!starts_capital(lines[i]) || !has_no_east_asian(lines[i]) || lines[i].columns != 0 || (lines[i].traits & trait_capitals) != 0) return false;
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
    if (ends_in_mark(a) && is_in_regular_verse(lines, 0)) return ends_sentence(a) || a.peeled == edge::semicolon;
    if (a.marks != 0) return false;
    return is_in_regular_verse(lines, 1) || (lines[1].ideographs <= 4 && lines[1].marks == 0 && lines.has(2) && is_in_regular_verse(lines, 2));
}

/// The opening or the closing words of a letter: a short line up to a comma, behind a blank line. Both lines begin with capitals.
constexpr bool is_letter_formula(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    return a.peeled == edge::comma && (a.blanks != 0 || !lines.has(-1)) && a.width * 2 < lines.longest();
}

/// A dateline in brackets, [한빛일보 … 기자], behind a stop, a blank line or a line that it would have had room on.
constexpr bool opens_with_dateline(const lines_around& lines) noexcept {
    const line_facts& b = lines[1];
    if (!has(b, shape_dateline) || b.first != edge::opener) return false;
    return b.blanks != 0 || ends_sentence(lines[0]) || has_room(lines[0], b, right_edge(lines));
}

/// A list item, a heading or another line that mark-up sets off.
constexpr bool opens_block(const line_facts& line) noexcept { return has(line, shape_item | shape_number_item | shape_section | shape_markup); }

/// (a), (iv): the number of an item, or an aside.
constexpr bool is_lettered(std::string_view content) noexcept {
    return content[0] == '(' && letter_number_size(tail(content, 1)) != 0;
}

/// Where all lines are wrapped: a blank line, or one that opens a block. An aside in brackets is no item in mid-sentence. `next`
/// is the content of the line behind the break.
constexpr bool parts_hard_wrapped(const lines_around& lines, bool lists, std::string_view next) noexcept {
    if (lines[1].blanks != 0) return true;
    return lists && opens_block(lines[1]) && (ends_in_mark(lines[0]) || !is_lettered(next));
}

/// A list item behind another one with the same bullet and indent, not far before.
constexpr bool is_next_item(const lines_around& lines) noexcept {
    const line_facts& b = lines[1];
    if (!has(b, shape_item)) return false;
    for (int i = 0; lines.has(i); --i) {
        if (has(lines[i], shape_item) && lines[i].first_char == b.first_char && lines[i].indent == b.indent) return true;
    }
    return false;
}

/// A quotation begins, ends or changes its depth. A number alone behind one mark, on one line, is greater than something.
constexpr bool parts_quotation(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.quotes == b.quotes) return false;
    const auto compares = [](const line_facts& line, const line_facts& next) {
        return line.quotes == 1 && line.first == edge::digit && line.blanks == 0 && next.quotes == 0 && next.blanks == 0;
    };
    if (a.quotes == 0) return !lines.has(2) || !compares(b, lines[2]);
    return !lines.has(-1) || lines[-1].quotes != 0 || !compares(a, b);
}

/// A quotation mark that opens speech.
constexpr bool opens_speech(const line_facts& line) noexcept {
    return line.first_char == 0x300C || line.first_char == 0x300E || line.first_char == 0x201C;
}

/// A particle, a form of the copula or a suffix that goes on from a Japanese quotation.
constexpr bool goes_on_from_quotation(const line_facts& line) noexcept {
    switch (line.first_char) {
        case U'と': case U'っ': case U'て': case U'で': case U'な': case U'か': case U'に': case U'を': case U'は': case U'が': case U'も':
        case U'の': case U'へ': case U'や': case U'だ': case U'さ': case U'ら': case U'よ': case U'ま': case U'し': case U'じ': case U'く':
        case U'み': case U'ぐ': case U'風': case U'式': case U'的': case U'化': case U'系': return true;
        default: return line.first != edge::ideograph;
    }
}

inline constexpr char32_t behind_hiragana = 0x30A0, behind_kana = 0x3100;

/// Hiragana, or katakana too.
constexpr bool has_kana(std::string_view text, char32_t behind) noexcept {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        if (octet(text[at]) != 0xE3) continue;
        const char32_t c = 0x3000U | (octet(text[at + 1]) & 0x3FU) << 6 | (octet(text[at + 2]) & 0x3FU);
        if (c >= 0x3040 && c < behind) return true;
    }
    return false;
}

/// Ideographs without a mark, in a line that is short by itself.
constexpr bool may_be_free_verse(const line_facts& line) noexcept {
    return line.ideographs >= 2 && line.width <= 20 * 4 && line.width == 4 * line.ideographs + 2 * line.spaces && line.shape == 0;
}

/// Chinese verse in lines of any length: seven or more together, or five below the poet's name; nearly all had room for more, and
/// what stands around them is wider by two ems or no wider. Headlines have fewer lines. `a` and `b` are the contents.
constexpr bool is_free_verse(const lines_around& lines, std::string_view a, std::string_view b) noexcept {
    const line_facts& before = lines[0];
    if (before.marks != 0 || before.width > 20 * 4 || !may_be_free_verse(lines[1])) return false;
    int first = may_be_free_verse(before) ? 0 : 1, last = 1;
    if (first == 1 && !has(before, shape_byline | shape_item)) return false;
    while (first != 1 && lines.has(first - 1) && may_be_free_verse(lines[first - 1])) --first;
    while (lines.has(last + 1) && may_be_free_verse(lines[last + 1])) ++last;
    if (last - first < (first == 1 ? 4 : 6)) return false;
    int longest = 0, roomy = 0;
    for (int i = first; i <= last; ++i) longest = lines[i].width > longest ? lines[i].width : longest;
    for (int i = first; i < last; ++i) roomy += lines[i].width + lines[i + 1].first_piece <= longest;
    const int widest = lines.longest();
    if (roomy * 4 < (last - first) * 3 || (widest > longest + 2 && widest < longest + 2 * 4)) return false;
    return !has_kana(a, behind_kana) && !has_kana(b, behind_kana);
}

/// A narrow column's full line may be a name in quotation marks; what is short, or long, is speech.
constexpr bool is_no_name(const line_facts& line, int longest) noexcept { return line.width >= 16 * 4 || line.width + 2 * 4 <= longest; }

/// The last line of the open paragraph that opens with speech, at its beginning or behind a stop; 1 when there is none.
constexpr int speech_line(const lines_around& lines, const page_state& page) noexcept {
    for (int at = 0; lines.has(at) && at > -page.lines_in_paragraph; --at) {
        if (!opens_speech(lines[at])) continue;
        if (at == 1 - page.lines_in_paragraph || (lines.has(at - 1) && ends_sentence(lines[at - 1]))) return at;
    }
    return 1;
}

/// Where the quotation mark stands that the one at the end of `text` answers; `not_found`: before the text, or it ends in none.
constexpr std::size_t opening_of_end(std::string_view text) noexcept {
    const char32_t last = last_of(text);
    int depth = 0;
    for (std::size_t at = text.size(); at >= 3; --at) {
        const char32_t c = first_of(slice(text, at - 3, at));
        if (c == last) ++depth;
        else if (c + 1 == last && --depth == 0) return at - 3;
    }
    return not_found;
}

/// A quotation mark that closes speech.
constexpr bool closes_speech(std::string_view text) noexcept {
    const char32_t last = last_of(text);
    return last == 0x300D || last == 0x300F || last == 0x201D;
}

/// A quotation that began with a line is closed: another one answers, or, in Japanese, nothing goes on from it. In Japanese a
/// line that is one quotation is a paragraph behind a stop, too. `a` and `b` are the contents.
constexpr bool parts_speech(const lines_around& lines, const page_state& page, std::string_view a, std::string_view b) noexcept {
    if (opens_speech(lines[1]) && closes_speech(b) && ends_sentence(lines[0]) && opening_of_end(b) == 0) {
        const bool alone = !lines.has(2) || opens_speech(lines[2]) || !goes_on_from_quotation(lines[2]);
        if (alone && is_no_name(lines[1], lines.longest()) && has_kana(b, behind_hiragana)) return true;
    }
    if (lines[0].last != edge::closer || page.brackets.depth() != 0 || !closes_speech(a)) return false;
    const int first = speech_line(lines, page);
    if (first > 0 || opening_of_end(a) != (first == 0 ? 0 : not_found)) return false;
    if (opens_speech(lines[1])) return lines[1].first_char == lines[first].first_char;
    return !goes_on_from_quotation(lines[1]) && (first < 0 || is_no_name(lines[0], lines.longest())) && has_kana(a, behind_hiragana);
}

/// Three numbers or more and nothing else: with another such line the rows of a table whose cells are one space apart.
constexpr bool is_row_of_numbers(const line_facts& line) noexcept {
    if (line.letters + line.ideographs + line.hanguls != 0 || line.digits < 3) return false;
    return line.spaces + line.gaps >= 2 && line.first == edge::digit && (line.last == edge::digit || line.last_byte == '%');
}

/// Rows of numbers, or what heads two of them: as many words as they have cells.
constexpr bool are_rows_of_numbers(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (!is_row_of_numbers(b)) return false;
    return is_row_of_numbers(a) || (a.spaces + a.gaps == b.spaces + b.gaps && !ends_in_mark(a) && lines.has(2) && is_row_of_numbers(lines[2]));
}

/// Line `at` is a writer's name in brackets, alone between the headline and the text: （社会部 甲）.
constexpr bool is_bracketed_byline(const lines_around& lines, int at) noexcept {
    const line_facts& line = lines[at];
    if (!has(line, shape_enclosed) || has(line, article_shape_bits) || line.width > 14 * 4 || line.spaces + line.gaps != 1 || line.digits + line.letters + line.stops != 0) return false;
    return lines.has(at - 1) && lines.has(at + 1) && !ends_in_mark(lines[at - 1]) && lines[at + 1].first == edge::ideograph;
}

/// Words that all begin with capitals, but for short ones in between: A Building With a Past, Who Will Pay?
constexpr bool is_title_case(std::string_view content) noexcept {
    int capitals = 0;
    bool last_is_capital = false;
    std::size_t letters = 0;
    for (std::size_t at = 0; at <= content.size(); ++at) {
        const char c = at < content.size() ? content[at] : ' ';
        const char small_letter = static_cast<char>(c | 0x20);
        if (small_letter >= 'a' && small_letter <= 'z') {
            if (letters == 0) last_is_capital = c != small_letter;
            ++letters;
        } else if (c == ' ') {
            if (letters == 0 || (!last_is_capital && (letters > 4 || capitals == 0))) return false;
            capitals += last_is_capital;
            letters = 0;
        } else if (c != '\'' && c != '-' && c != '?' && octet(c) < 0x80) {
            return false;
        }
    }
    return capitals >= 2 && last_is_capital;
}

/// Line `at` had room for the next one's first word and two ems, as the three lines before and behind it are long.
constexpr bool is_short_here(const lines_around& lines, int at) noexcept {
    int edge = 0;
    for (int i = at - 3; i <= at + 3; ++i) edge = lines.has(i) && i != at && end_of(lines[i]) > edge ? end_of(lines[i]) : edge;
    return has_room(lines[at], lines[at + 1], edge);
}

/// A subhead in title case, behind a line that ends a sentence: it begins or ends here. `a` and `b` are the contents.
constexpr bool parts_title(const lines_around& lines, const page_state& page, std::string_view a, std::string_view b) noexcept {
    if (!starts_capital(lines[1]) || !has_no_east_asian(lines[1]) || lines[1].shape != 0) return false;
    if (ends_sentence(lines[0])) {
        if (!lines.has(2) || !starts_capital(lines[2]) || lines[1].peeled == edge::period || starts_with(b, "Photo ")) return false;
        return is_short_here(lines, 1) && is_title_case(b);
    }
    if (page.lines_in_paragraph != 1 || !starts_capital(lines[0]) || !lines.has(-1) || !ends_sentence(lines[-1])) return false;
    return is_short_here(lines, 0) && is_title_case(a) && !is_title_case(b);
}

/// A closing quotation mark alone, which was cut off a line that ended a sentence with room behind it.
constexpr bool parts_behind_closer(const lines_around& lines) noexcept {
    if (lines[0].size != 3 || lines[0].first_char != 0x201D || !lines.has(-1) || !ends_sentence(lines[-1])) return false;
    if (lines[1].first == edge::closer || (lines[1].first >= edge::stop && lines[1].first <= edge::dash)) return false;
    return lines[-1].width + lines[0].width + lines[1].first_piece + 2 * 4 <= lines.longest();
}

/// Whether the words of the lines end a block here. `a` and `b` are the contents.
constexpr bool are_blocks_by_text(const lines_around& lines, const page_state& page, std::string_view a, std::string_view b) noexcept {
    return is_free_verse(lines, a, b) || parts_title(lines, page, a, b) || parts_speech(lines, page, a, b) || are_rows_by_text(lines, a, b);
}

/// East Asian text as most lines are of it: no row, no mark, no single character, nothing in brackets.
constexpr bool is_plain(const line_facts& line) noexcept {
    return line.ideographs >= 4 && line.columns == 0 && line.gaps < 2 && !has(line, shape_enclosed);
}

/// Whether a block ends here whatever the lines' widths say.
constexpr bool are_blocks_apart(const lines_around& lines, const page_state& page) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (parts_set_off(lines, page) || opens_with_indent(lines) || parts_signature(lines, page)) return true;
    if (a.ideographs != 0 && parts_verse(lines)) return true;
    if (is_plain(a) && is_plain(b)) return false;
    if (are_rows(lines) || are_spaced_rows(lines) || is_drawn(a) || is_drawn(b) || is_timing(a) || is_timing(b) || opens_row(a, b)) return true;
    if (is_drop_cap(lines, 1) || parts_behind_closer(lines) || are_rows_of_numbers(lines)) return true;
    if (is_bracketed_byline(lines, 0) || is_bracketed_byline(lines, 1)) return true;
    if (!has_no_east_asian(a)) return false;
    if (parts_code(lines)) return true;
    if (!starts_capital(a) || !starts_capital(b) || lines.longest() < mail_width) return false;
    return is_letter_formula(lines) || (b.blanks == 0 && is_verse(lines));
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BLOCK_RULES_HPP
