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

/// i.i.d. before a small letter: the last word has a point inside, and is no address.
constexpr bool ends_in_dotted_word(std::string_view content) noexcept {
    std::size_t points = 0, letters = 0, all = 0;
    for (std::size_t at = content.size(); at > 0 && content[at - 1] != ' ' && content[at - 1] != '('; --at) {
        if (content[at - 1] == '.') ++points, letters = 0;
        else if (octet(content[at - 1]) < 'A' || octet(content[at - 1]) >= 0x80 || ++letters > 2) return false;
        else ++all;
    }
    return points >= 2 && all >= points;
}

/// The stop is that of a word that is always cut short, or of one before small letters.
constexpr bool runs_on_behind_short_word(const line_facts& a, const line_facts& b, std::string_view content) noexcept {
    if (a.last_byte != '.' || b.blanks != 0 || b.indent > a.indent || b.shape != 0 || b.first == edge::bullet) return false;
    if (shortened.at_end(content) != 0) return true;
    return b.first == edge::lower && a.width > 8 * 4 && (titles.at_end(content) != 0 || counted.at_end(content) != 0 || ends_in_dotted_word(content));
}

/// An article, a preposition or a conjunction ends a line of words that is not short, and a capital begins the next one.
constexpr bool runs_on_behind_particle(const lines_around& lines, std::string_view content) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (a.last != edge::lower || b.first != edge::upper || b.blanks != 0 || a.indent != b.indent || !has_no_east_asian(a) || b.shape != 0) return false;
    return a.width * 3 >= lines.longest() * 2 && particles.at_end(content) != 0;
}

/// An address of the net that was cut behind a point: its rest holds a point or a slash, or ends a line or a word with a name of the
/// net. `a` and `b` are the contents.
constexpr bool runs_on_in_address(std::string_view a, std::string_view b) noexcept {
    if (!ends_with(a, ".") || b.empty() || b[0] < 'a' || b[0] > 'z') return false;
    std::size_t begin = a.size(), size = 0;
    while (begin > 0 && octet(a[begin - 1]) > ' ' && octet(a[begin - 1]) < 0x80) --begin;
    const std::string_view front = tail(a, begin);
    if (!contains(front, "://") && !contains(front, "www.")) return false;
    bool inner = false;
    while (size < b.size() && octet(b[size]) > ' ' && octet(b[size]) < 0x80) {
        inner = inner || b[size] == '/' || (b[size] == '.' && size + 1 < b.size() && octet(b[size + 1]) > ' ');
        ++size;
    }
    return inner || top_names.at_start(b) != 0;
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

/// A single capital or ideograph on a line, such as drop caps leave: none that is a word, a number or a heading by itself.
constexpr bool is_initial(const line_facts& line) noexcept {
    if (line.size == 1) return line.first == edge::upper && line.first_byte != 'A' && line.first_byte != 'I' && line.first_byte != 'O';
    if (line.size != 3 || line.first != edge::ideograph || line.first_char < 0x3400) return false;
    switch (line.first_char) {
        case U'一': case U'二': case U'三': case U'四': case U'五': case U'六': case U'七': case U'八': case U'九': case U'十':
        case U'上': case U'中': case U'下': case U'甲': case U'乙': case U'丙': case U'丁': case U'前': case U'後': case U'后': case U'序':
        case U'跋': case U'注': case U'註': case U'图': case U'圖': case U'表': case U'目': case U'答': case U'问': case U'問': return false;
        default: return true;
    }
}

/// Line `at` is a drop cap: the two lines or three behind it are as wide as each other, and narrower than the two below them.
constexpr bool is_drop_cap(const lines_around& lines, int at) noexcept {
    if (!is_initial(lines[at]) || !lines.has(at + 4)) return false;
    const line_facts& b = lines[at + 1];
    if (b.width <= 5 * 4 || b.shape != 0 || (b.first != edge::ideograph && b.first != edge::lower && b.first != edge::upper)) return false;
    if (lines.has(at - 1)) {
        const line_facts& before = lines[at - 1];
        if (before.peeled == edge::other || before.peeled == edge::comma || before.peeled == edge::dash || before.peeled == edge::opener) return false;
        if (b.first == edge::ideograph && (b.spaces > 2 || before.spaces > 2 || has(before, shape_byline))) return false;  // a name's last character
    }
    const auto is_beside = [&](int line) { return lines[line].shape == 0 && lines[line].width - b.width <= 5 && b.width - lines[line].width <= 5; };
    const auto is_below = [&](int line) { return lines.has(line) && lines[line].width - b.width >= 6 && lines[line].width - b.width <= 6 * 4; };
    const int below = at + 3 + is_beside(at + 3);
    return is_beside(at + 2) && is_below(below) && is_below(below + 1);
}

/// Text that is set in columns from top to bottom comes with a line for each character: nearly all lines around have one, of East Asia.
constexpr bool stands_upright(const lines_around& lines) noexcept {
    constexpr int one = 4;
    if (lines[0].width > one || lines[1].width > one || lines[1].blanks != 0 || lines[1].first == edge::bullet) return false;
    int narrow = 0, ideographs = 0, figures = 0, all = 0;
    for (const line_facts& line : lines) {
        ++all;
        narrow += line.width <= one;
        ideographs += line.width <= one && line.ideographs != 0;
        figures += line.digits != 0;
    }
    if (lines[0].digits + lines[1].digits > 2 || figures * 2 >= all) return false;  // cells of a table, a calendar
    return all >= 8 && narrow * 4 >= all * 3 && ideographs * 2 >= all;
}

/// A character was cut off what follows, and nothing stands between.
constexpr bool runs_on_by_itself(const lines_around& lines) noexcept { return is_drop_cap(lines, 0) || stands_upright(lines); }

/// 本报记者 甲 通讯员|乙: the names go on. `content` is that of `a`.
constexpr bool runs_on_in_byline(const line_facts& a, const line_facts& b, std::string_view content) noexcept {
    if (!has(a, shape_byline) || b.first != edge::ideograph || b.width > 8 * 4 || b.shape != 0) return false;
    const std::size_t role = reporter_words.at_end(content);
    return role != 0 && role < content.size() && content[content.size() - role - 1] == ' ';
}

/// 1: a space stands between a caption's sentence and the name of who took the picture. -1: none behind a dateline's bracket.
constexpr int sure_joint(const line_facts& a, const line_facts& b) noexcept {
    if (b.first != edge::ideograph) return 0;
    if (a.last == edge::closer && a.last_byte >= 0x80 && has(a, shape_dateline)) return -1;
    return ends_sentence(a) && has(b, shape_credit) && b.width <= 14 * 4 && b.marks == 0 ? 1 : 0;
}

/// Lines of words, a mark before the break and a capital or an opening mark behind it.
constexpr bool parts_clauses(const line_facts& a, const line_facts& b) noexcept {
    if (!has_no_east_asian(a) || !has_no_east_asian(b) || (b.first != edge::upper && b.first != edge::opener)) return false;
    return ends_in_mark(a) && a.marks == 0;
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

/// Whether blank lines stand between nearly all lines, so that one says nothing.
constexpr bool is_double_spaced(const lines_around& lines) noexcept {
    int breaks = 0, with_blank = 0;
    for (int i = lines.first() + 1; i <= lines.last(); ++i) {
        ++breaks;
        with_blank += lines[i].blanks != 0;
    }
    return breaks >= 6 && with_blank * 100 >= breaks * 85;
}

/// A sentence ends with a full line of words, and another one begins, where blank lines part the paragraphs: two of the breaks around
/// have one, none has stood inside a sentence, and all lines have the same indent. Columns of newspapers are narrower.
constexpr bool runs_on_between_blanks(const lines_around& lines, const page_state& page) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    if (b.blanks != 0 || a.indent != b.indent || !ends_sentence(a) || !has_no_east_asian(a) || !has_no_east_asian(b) || a.columns + b.columns != 0) return false;
    const int longest = lines.longest();
    if ((b.shape & (list_shape_bits | shape_markup | shape_heading)) != 0 || longest < 2 * mail_width || a.width * 10 < longest * 9 || b.width * 10 < longest * 6) return false;
    int blank = 0;
    for (int i = lines.first() + 1; i <= lines.last(); ++i) {
        blank += lines[i].blanks != 0;
        if (lines[i].indent != a.indent) return false;
    }
    return blank >= 2 && page.blank_mid_sentence.yes == 0 && !is_double_spaced(lines);
}

/// A page number, a dated head, or a short line at the edge of a page: what stands above and below the text of pages.
constexpr bool is_running_head(const line_facts& head, const line_facts& next) noexcept {
    if (head.width > 40 * 4 || head.quotes != 0) return false;
    if (has(head, shape_folio | shape_date)) return true;
    return (head.new_page || next.new_page) && (head.shape & ~(shape_label | shape_capitals)) == 0 && !ends_in_mark(head);
}

/// Blank lines or ends of pages stand on both sides of a head. A page number of up to three digits needs none in wide columns, or
/// with words or dashes around it.
constexpr bool is_apart(const lines_around& lines, const line_facts& head, const line_facts& next) noexcept {
    if ((head.blanks != 0 || head.new_page) && (next.blanks != 0 || next.new_page)) return true;
    if (!has(head, shape_folio) || head.digits > 3 || head.first_byte == '0' || head.last_byte == '.') return false;
    return lines.longest() >= (head.size == head.digits ? 24 : 16) * 4;
}

/// Whether a running head stands apart between two halves of a sentence: `a` and `b` are running text, and `a` is as
/// wide as another line and the longest around. `lines` are those around the break between `a` and the head; another head may follow it.
constexpr bool interrupts_sentence(const lines_around& lines, const line_facts& b) noexcept {
    const line_facts& a = lines[0];
    const line_facts& head = lines[1];
    if (head.width * 4 > lines.longest() * 3 || a.quotes != 0 || b.quotes != 0) return false;
    if (!is_apart(lines, head, b)) return false;
    const auto in_sentence = [](edge e) { return e == edge::ideograph || e == edge::hangul || e == edge::lower || e == edge::comma; };
    if (!in_sentence(a.peeled) || (!in_sentence(b.first) && b.first != edge::opener) || a.shape != 0 || (b.shape & ~shape_unit) != 0) return false;
    int alike = 0;
    for (int i = lines.first(); i < 0; ++i) alike += lines[i].width - a.width >= -8 && lines[i].width - a.width <= 8;
    return alike != 0 && a.width >= 8 * 4 && a.width + 8 >= lines.longest() && a.width + 16 >= b.width && b.indent <= a.indent + 1;
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
