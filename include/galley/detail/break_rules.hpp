// galley: what is known about one line break, and what careful hand-made rules say of it.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BREAK_RULES_HPP
#define GALLEY_DETAIL_BREAK_RULES_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/measure.hpp>
#include <galley/detail/page_state.hpp>

#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// One break seen by the rules: the lines `a` and `b` on its sides, the measure on both, the page's habits.
struct break_view {
    lines_around lines;
    const page_state& page;
    const line_facts& a;
    const line_facts& b;
    measure before{};       ///< of the paragraph that ends with `a`
    measure behind{};       ///< of the lines from `b` on
    int blank_share = 0;    ///< percent of the window's breaks that have a blank line
    int usual_blanks = 0;   ///< median of the window's blank lines, when most breaks have one
};

constexpr bool has(const line_facts& line, unsigned shapes) noexcept { return (line.shape & shapes) != 0; }
constexpr bool ends_sentence(const line_facts& line) noexcept { return line.peeled == edge::stop || line.peeled == edge::period; }
constexpr bool is_cjk(const line_facts& line) noexcept { return line.ideographs > line.letters / 2 || line.hanguls != 0; }

/// Whether blank lines stand between all lines, so that one says nothing.
constexpr bool is_double_spaced(const break_view& v) noexcept { return v.blank_share >= 85; }
constexpr bool has_telling_blank(const break_view& v) noexcept { return v.b.blanks != 0 && !is_double_spaced(v); }

/// The line before fills a paragraph of its own: a headline, a caption, a short item.
constexpr bool is_one_line_unit(const break_view& v) noexcept {
    return v.page.lines_in_paragraph == 1;
}

/// How far a line's width lies behind the measure, in quarter ems; a mark that may have been squeezed counts a quarter em.
constexpr int slack_of(const measure& m, const line_facts& line) noexcept {
    return m.width - width_in(m, line) - (m.compressed ? line.marks : 0);
}

/// As wide as a paragraph's first line whose indent of two ems was lost.
constexpr bool looks_indented(const measure& m, const line_facts& line) noexcept {
    const int offset = width_in(m, line) - m.width;
    return m.width != 0 && !m.ragged && offset >= -13 && offset <= -5;
}

constexpr bool looks_full(const measure& m, const line_facts& line) noexcept {
    return m.width != 0 && width_in(m, line) - m.width >= -3;
}

/// A number at the end of a line of some length, its scale or unit on the next.
constexpr bool runs_into_unit(const line_facts& a, const line_facts& b) noexcept {
    return a.last == edge::digit && has(b, shape_unit) && a.ideographs + a.hanguls != 0;
}

constexpr int longest_around(const break_view& v) noexcept {
    int longest = 0;
    for (int i = -line_window::back; i <= line_window::ahead; ++i) {
        if (v.lines.has(i) && v.lines[i].width > longest) longest = v.lines[i].width;
    }
    return longest;
}

/// The line behind the break is about two ems short of the longest around.
constexpr bool looks_short_by_an_indent(const break_view& v) noexcept {
    const int missing = longest_around(v) - v.b.width;
    return missing >= 4 && missing <= 13;
}

/// Letters and mail: a blank line between lines of words parts paragraphs behind a full stop, or behind a line that is much
/// shorter than the text around, as long as the page has shown no blank line inside a sentence.
constexpr bool parts_latin_paragraphs(const break_view& v) noexcept {
    const auto words_only = [](const line_facts& line) { return line.ideographs == 0 && line.hanguls == 0 && line.letters != 0; };
    if (!words_only(v.a) || !words_only(v.b) || v.page.brackets.depth() != 0 || v.page.blank_mid_sentence.yes != 0) return false;
    return ends_sentence(v.a) || v.a.width * 3 < longest_around(v) * 2;
}

/// A number torn behind its point, colon or slash, on a line that holds more than a list number.
constexpr bool runs_on_behind_mark(const line_facts& a, const line_facts& b) noexcept {
    return has(a, shape_digit_mark) && b.first == edge::digit && a.width > 32 && b.indent == 0 && (b.shape & list_shape_bits) == 0;
}

// ---- Scores in quarters: above 0 speaks for a paragraph.

constexpr int score_blank(const break_view& v) noexcept {
    if (v.b.blanks == 0) return 0;
    if (is_double_spaced(v)) {
        if (v.b.blanks > v.usual_blanks) return 16;
        return v.before.width == 0 ? 6 : 0;
    }
    const tally& trust = v.page.blank_mid_sentence;
    if (trust.total() < 8) return 16;
    const int share = trust.percent(8, 0);
    return share <= 3 ? 26 : share <= 12 ? 18 : 14;
}

constexpr int score_end(const line_facts& a) noexcept {
    switch (a.peeled) {
        case edge::stop: return 8;
        case edge::period: return a.letters == 0 && a.ideographs == 0 ? 4 : 8;
        case edge::colon: return 4;
        case edge::ideograph: case edge::hangul: return -8;
        case edge::comma: case edge::semicolon: case edge::dash: case edge::opener: return -16;
        default: return -4;
    }
}

constexpr int score_slack(const break_view& v) noexcept {
    if (v.before.width == 0) return 0;
    int slack = slack_of(v.before, v.a);
    if (v.page.lines_in_paragraph == 1 && looks_indented(v.before, v.a)) slack -= 8;
    const bool set_solid = v.a.last == edge::ideograph || v.b.first == edge::ideograph;
    const int need = v.b.first_piece + (set_solid ? 0 : 2);
    if (slack >= need + 4 && slack >= 10) return 16;
    if (slack >= need && slack >= 5) return 10;
    return slack < need - 1 || slack < 4 ? -12 : 0;
}

constexpr int score_next_width(const break_view& v) noexcept {
    const measure& m = v.behind.width != 0 ? v.behind : v.before;
    if (m.width == 0 || m.ragged) return 0;
    int score = 0;
    if (looks_indented(m, v.b)) score = ends_sentence(v.a) || is_one_line_unit(v) ? 8 : 2;
    else if (width_in(m, v.b) - m.width >= -3) score = -8;
    const int beyond = m.width + 16 + 2 * v.b.marks;
    if (v.b.width > beyond) score += 12;
    const int before = v.before.width + 16 + 2 * v.a.marks;
    if (v.before.width != 0 && v.a.width > before) score += 20;
    return score;
}

constexpr int score_indent(const break_view& v) noexcept {
    if (v.b.indent >= v.a.indent + 2 && v.b.indent >= 2) return 20;
    return v.page.kept_indent.yes >= 2 && v.b.indent == 0 ? -12 : 0;
}

constexpr int score_one_line_unit(const break_view& v) noexcept {
    if (!is_one_line_unit(v) || ends_sentence(v.a) || v.a.marks > 2 || !has_telling_blank(v)) return 0;
    const measure& m = v.behind.width != 0 ? v.behind : v.before;
    if (m.width == 0) return 0;
    const int offset = width_in(m, v.a) - m.width;
    if (offset > 0 && !looks_full(m, v.b)) return 20;
    if (offset <= -10) return 16;
    return looks_indented(m, v.b) ? 12 : 0;
}

constexpr bool is_short_plain(const line_facts& line, const measure& m) noexcept {
    return !ends_sentence(line) && line.marks <= 2 && (m.width == 0 ? line.width <= 24 * 4 : line.width <= m.width + 8);
}

/// Two or three short lines without stops between blanks: one headline.
constexpr int score_headline_lines(const break_view& v) noexcept {
    if (v.b.blanks != 0 || v.page.lines_in_paragraph > 2 || !v.page.starts_after_blank) return 0;
    const measure& m = v.behind.width != 0 ? v.behind : v.before;
    if (!is_short_plain(v.a, m) || !is_short_plain(v.b, m) || !v.lines.has(2)) return 0;
    const line_facts& c = v.lines[2];
    const bool ends_here = c.blanks != 0 || has(c, shape_byline | shape_dateline | shape_item);
    return ends_here && !is_double_spaced(v) ? -20 : 0;
}

/// The last words of a paragraph, cut off by a blank line.
constexpr int score_tail(const break_view& v) noexcept {
    int score = 0;
    const bool full = v.before.width != 0 && slack_of(v.before, v.a) < 4;
    if (v.b.width <= 24 && v.b.peeled == edge::stop && v.a.peeled == edge::ideograph) score -= 16;
    if (!has_telling_blank(v) || !full) return score;
    if (ends_sentence(v.b) && !ends_sentence(v.a)) score -= 12;
    if (!ends_sentence(v.a)) score -= 10;
    return score;
}

constexpr int score_opening(const break_view& v) noexcept {
    const bool fresh = ends_sentence(v.a) || has_telling_blank(v);
    if (has(v.b, shape_section) && fresh) return 16;
    if (has(v.b, shape_dash) && (ends_sentence(v.a) || is_one_line_unit(v))) return 16;
    return 0;
}

constexpr int score_without_measure(const break_view& v) noexcept {
    if (v.before.width != 0 || v.behind.width != 0) return 0;
    if (is_cjk(v.a)) {
        if (v.b.blanks == 0) return v.a.width >= 25 * 4 ? -12 : ends_sentence(v.a) ? 0 : 12;
        return ends_sentence(v.a) ? 0 : 16;
    }
    return v.a.peeled == edge::comma ? 0 : v.b.blanks == 0 ? 12 : 8;
}

/// The sum of the rules, in quarters: a paragraph when above 0.
constexpr int score_break(const break_view& v) noexcept {
    const int open = v.page.brackets.depth() != 0 ? -12 : 0;
    return score_blank(v) + score_end(v.a) + score_slack(v) + score_next_width(v) + score_indent(v) + score_one_line_unit(v) +
           score_headline_lines(v) + score_tail(v) + score_opening(v) + score_without_measure(v) + open;
}

// ---- What is certain, before any score.

enum class verdict : std::uint8_t { open, join, paragraph };

constexpr bool starts_article(const break_view& v) noexcept {
    const bool fresh = ends_sentence(v.a) || v.page.brackets.depth() == 0;
    if (has(v.b, shape_item | shape_jump_from)) return true;
    if (has(v.b, shape_dateline | shape_open_dateline) && fresh && !has(v.a, shape_byline)) return ends_sentence(v.a) || v.b.blanks != 0 || is_one_line_unit(v);
    return has(v.a, shape_byline | shape_jump_to | shape_editor) || has(v.b, shape_byline | shape_editor);
}

constexpr verdict certain(const break_view& v) noexcept {
    if (has(v.a, shape_markup) || has(v.b, shape_markup)) return verdict::paragraph;
    if (runs_on_behind_mark(v.a, v.b)) return verdict::join;
    if (has(v.b, shape_jump_alone)) return verdict::paragraph;
    const bool no_start = v.b.first == edge::comma || v.b.first == edge::closer || v.b.first == edge::stop || v.b.first == edge::semicolon;
    if (no_start && v.b.indent == 0 && !has(v.b, shape_dots)) return verdict::join;
    if (v.a.last == edge::opener) return verdict::join;
    if (has(v.a, shape_open_dateline) && v.page.lines_in_paragraph == 1) return verdict::join;
    return starts_article(v) ? verdict::paragraph : verdict::open;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BREAK_RULES_HPP
