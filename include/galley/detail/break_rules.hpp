// galley: the breaks that the switches of the repairs are about.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BREAK_RULES_HPP
#define GALLEY_DETAIL_BREAK_RULES_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_shapes.hpp>
#include <galley/detail/line_words.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/page_state.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// A number at the end of a line, its scale or unit on the next.
constexpr bool runs_into_unit(const line_facts& a, const line_facts& b) noexcept {
    return a.last == edge::digit && has(b, shape_unit) && a.ideographs + a.hanguls != 0;
}

/// A number torn behind its point, colon or slash, on a line that holds more than a list number.
constexpr bool runs_on_behind_mark(const line_facts& a, const line_facts& b) noexcept {
    return has(a, shape_digit_mark) && b.first == edge::digit && a.width > 24 && b.indent == 0 && (b.shape & list_shape_bits) == 0;
}

/// Half ems before the text of a list item, behind its marker: where its wrapped lines begin, if they hang. `marker` is how many
/// quarter ems a character of the marker has that is no ASCII: East Asian founts set circled digits and bullets a full em wide.
constexpr int text_column(const line_facts& item, std::string_view content, int marker) noexcept {
    const std::size_t number = number_item_size(content);
    const char* at = content.data();
    const char* const marker_end = at + (number != 0 ? number : utf8_decode(at, at + content.size()).size);
    const char* const last = at + content.size();
    int quarters = 0;
    while (at != last) {
        const bool inside = at < marker_end;
        const char32_t c = utf8_next(at, last).code_point;
        if (!inside && !is_blank(c)) break;
        quarters += inside && c >= 0x80 ? marker : quarter_ems(c);
    }
    return item.indent + quarters / 2;
}

/// The second line of a list item, indented as the text of its first. `content` is that of `a`.
constexpr bool wraps_item(const line_facts& a, const line_facts& b, std::string_view content) noexcept {
    if (!has(a, shape_item | shape_number_item) || b.blanks != 0 || b.indent <= a.indent) return false;
    if (has(b, list_shape_bits | article_shape_bits | shape_quote | shape_markup) || b.first == edge::dash || has(a, article_shape_bits)) return false;
    return b.indent == text_column(a, content, 2) || b.indent == text_column(a, content, 4);
}

/// A word broken at its hyphen: no paragraph ends so.
constexpr bool runs_on_behind_hyphen(const line_facts& a, const line_facts& b) noexcept {
    return a.last_byte == '-' && b.first == edge::lower && a.letters != 0 && a.size > 2;
}

/// The stop of a full line is that of Mr. before a name, or of No. before a number. `content` is that of `a`.
constexpr bool runs_on_behind_abbreviation(const lines_around& lines, std::string_view content) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.last_byte != '.' || b.blanks != 0 || b.indent > a.indent || has(b, list_shape_bits)) return false;
    const std::size_t size = b.first == edge::upper ? titles.at_end(content) : b.first == edge::digit ? counted.at_end(content) : 0;
    if (size == 0) return false;
    if (a.width + b.first_piece + 2 * 4 <= lines.longest()) return false;
    const std::string_view before = head(content, content.size() - size);
    return ends_with(before, " ") || ends_with(before, "(") || ends_with(before, "\"");
}

/// The least width of lines in mail, in quarter ems: 32 columns. Newspaper columns are narrower.
inline constexpr int mail_width = 32 * 2;

/// Words that go on in small letters on the next line of the same indent, behind a line that is about as long as others; hardly
/// any figures or signs, which lists and the output of programs have.
constexpr bool runs_on_in_words(const lines_around& lines) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if ((a.last != edge::lower && a.last != edge::comma) || b.first != edge::lower || b.blanks != 0 || a.indent != b.indent) return false;
    if (!has_no_east_asian(a) || !has_no_east_asian(b) || a.shape != 0 || b.shape != 0 || a.columns + b.columns != 0) return false;
    const auto is_plain = [](const line_facts& line) { return (line.others + line.digits) * 8 < line.letters; };
    return is_plain(a) && is_plain(b) && a.width * 5 >= lines.longest() * 4 && lines.longest() >= mail_width;
}

/// A page number, a dated head, or a short line at the edge of a page: what stands above and below the text of pages.
constexpr bool is_running_head(const line_facts& head, const line_facts& next) noexcept {
    if (head.width > 40 * 4 || head.quotes != 0) return false;
    if (has(head, shape_folio | shape_date)) return true;
    return (head.new_page || next.new_page) && (head.shape & ~(shape_label | shape_capitals)) == 0 && !ends_in_mark(head);
}

/// Whether a running head is set off on both sides, between two halves of a sentence: `a` and `b` are running text, and `a` is as
/// wide as another line and the longest around. `lines` are those around the break between `a` and the head; another head may follow it.
constexpr bool interrupts_sentence(const lines_around& lines, const line_facts& b) noexcept {
    const line_facts& a = lines[0];
    const line_facts& head = lines[1];
    if (head.width * 4 > lines.longest() * 3 || a.quotes != 0 || b.quotes != 0) return false;
    if ((head.blanks == 0 && !head.new_page) || (b.blanks == 0 && !b.new_page)) return false;
    const auto in_sentence = [](edge e) { return e == edge::ideograph || e == edge::hangul || e == edge::lower || e == edge::comma; };
    if (!in_sentence(a.peeled) || (!in_sentence(b.first) && b.first != edge::opener) || a.shape != 0 || (b.shape & ~shape_unit) != 0) return false;
    int alike = 0;
    for (int i = lines.first(); i < 0; ++i) alike += lines[i].width - a.width >= -8 && lines[i].width - a.width <= 8;
    return alike != 0 && a.width >= 8 * 4 && a.width + 8 >= lines.longest() && a.width + 16 >= b.width && b.indent <= a.indent + 1;
}

/// Whether blank lines stand between nearly all lines, so that one says nothing.
constexpr bool is_double_spaced(const lines_around& lines) noexcept {
    int breaks = 0, with_blank = 0;
    for (int i = lines.first() + 1; i <= lines.last(); ++i) {
        ++breaks;
        with_blank += lines[i].blanks != 0;
    }
    return breaks >= 6 && with_blank * 100 >= breaks * 85;
}

/// Letters and mail: a blank line between lines of words parts paragraphs behind a full stop, or behind a line that is much
/// shorter than the text around, as long as the page has shown no blank line inside a sentence.
constexpr bool parts_latin_paragraphs(const lines_around& lines, const page_state& page) noexcept {
    const auto words_only = [](const line_facts& line) { return has_no_east_asian(line) && line.letters != 0; };
    if (!words_only(lines[0]) || !words_only(lines[1]) || page.brackets.depth() != 0 || page.blank_mid_sentence.yes != 0) return false;
    return ends_sentence(lines[0]) || lines[0].width * 3 < lines.longest() * 2;
}

/// The line behind the break is about two ems short of the longest around: its indent may have been lost.
constexpr bool looks_short_by_an_indent(const lines_around& lines) noexcept {
    const int missing = lines.longest() - lines[1].width;
    return missing >= 4 && missing <= 13;
}

/// Two or three short lines without stops between blanks: one headline.
constexpr bool are_headline_lines(const lines_around& lines, const page_state& page) noexcept {
    if (lines[1].blanks != 0 || page.lines_in_paragraph > 2 || !page.starts_after_blank || !lines.has(2)) return false;
    const auto plain = [](const line_facts& line) { return !ends_sentence(line) && line.marks <= 2 && line.width <= 24 * 4; };
    const line_facts& c = lines[2];
    return plain(lines[0]) && plain(lines[1]) && (c.blanks != 0 || has(c, shape_byline | shape_dateline | shape_item)) && !is_double_spaced(lines);
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BREAK_RULES_HPP
