// galley: everything that is measured about a line break, as small integers for the fitted model.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BREAK_EVIDENCE_HPP
#define GALLEY_DETAIL_BREAK_EVIDENCE_HPP

#include <galley/config.hpp>
#include <galley/detail/break_rules.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/measure.hpp>
#include <galley/detail/page_state.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// The pieces of evidence. Lines: z before a, a before the break, b behind it, c behind b. Widths and differences in
/// quarter ems, clipped to a signed byte; shares in percent. "column": the densest cluster of the window's widths; "tight":
/// the same with squeezed marks; "past" and "coming": of the lines up to a, and from b on.
enum evidence : std::uint8_t {
    ev_a_width, ev_b_width, ev_c_width,            // halved, so that 63 em fit
    ev_column, ev_column_share, ev_tight_share, ev_past_share, ev_coming_share,
    ev_a_column, ev_b_column, ev_c_column, ev_z_column,        // width less column
    ev_a_tight, ev_b_tight, ev_c_tight, ev_z_tight,
    ev_a_past, ev_b_coming, ev_a_longest, ev_b_longest,
    ev_b_less_a, ev_c_less_b,
    ev_room, ev_room_past, ev_room_longest,        // what is left on a's line, less b's first piece
    ev_a_piece, ev_b_piece,
    ev_a_indent, ev_b_indent, ev_c_indent, ev_b_indent_change, ev_c_indent_change, ev_a_indent_over, ev_b_indent_over,
    ev_a_blanks, ev_b_blanks, ev_c_blanks, ev_blank_share, ev_usual_blanks, ev_blanks_over,
    ev_blank_trust, ev_kept_indent,
    ev_a_first, ev_a_last, ev_a_peeled, ev_b_first, ev_b_last, ev_b_peeled, ev_c_first, ev_z_peeled,
    ev_a_opening, ev_b_opening, ev_c_opening, ev_a_article, ev_b_article, ev_c_article,
    ev_openings,                                   // lines of the window with an opening
    ev_since_opening,
    ev_a_ideographs, ev_b_ideographs, ev_a_letters, ev_b_letters, ev_hanguls, // share of a line's characters
    ev_a_digits, ev_b_digits, ev_a_others, ev_b_others,
    ev_a_spaces, ev_b_spaces, ev_a_gaps, ev_b_gaps,
    ev_a_stops, ev_b_stops, ev_stops_around,
    ev_a_marks, ev_b_marks,
    ev_lines_in_paragraph, ev_paragraph_first,     // width of its first line less column
    ev_open_brackets,
    ev_short_before, ev_short_behind,              // lines in a row under three quarters of the column
    ev_same_first,
    ev_a_first_byte, ev_b_first_byte, ev_a_last_byte, ev_c_last, ev_c_peeled, ev_y_column, ev_d_column, ev_d_first,
    ev_paragraph_share, ev_stop_trust, ev_indent_trust, ev_a_size, ev_page_column, ev_b_page_column,
    ev_set_share, ev_a_set, ev_b_set, ev_z_set, ev_room_set, ev_room_set_longest,   // the same with proportional widths
    ev_rules, ev_rule_slack, ev_rule_measure,
    ev_hints,                                      // the first model's scores of the breaks around, from three before
    evidence_count = ev_hints + 7
};

static_assert(evidence_count <= 128, "a tree's node has seven bits for the evidence that it asks");

struct break_evidence {
    std::int8_t values[evidence_count] = {};

    constexpr void set(int name, int value) noexcept {
        values[name] = static_cast<std::int8_t>(value < -128 ? -128 : value > 127 ? 127 : value);
    }
};

/// 0 none, else the kind of list item or section that a line opens.
constexpr int opening_of(const line_facts& line) noexcept {
    if (has(line, shape_item)) return 1;
    if (has(line, shape_number_item)) return 2;
    if (has(line, shape_section)) return 3;
    if (has(line, shape_dash)) return 4;
    if (has(line, shape_quote)) return 5;
    return has(line, shape_markup) ? 6 : 0;
}

/// 0 none, else what newspaper furniture a line is.
constexpr int article_of(const line_facts& line) noexcept {
    if (has(line, shape_byline)) return 1;
    if (has(line, shape_credit)) return 2;
    if (has(line, shape_jump_to)) return 3;
    if (has(line, shape_jump_from)) return 4;
    if (has(line, shape_editor)) return 5;
    if (has(line, shape_dateline | shape_open_dateline)) return 6;
    if (has(line, shape_folio)) return 7;
    if (has(line, shape_leader)) return 8;
    return has(line, shape_label) ? 9 : 0;
}

/// The widths of the window, in the two ways of counting, and what clusters there are.
struct width_survey {
    width_list raw, tight, set;
    width_list past, coming;
    int openings = 0;
    int blanks = 0;
    int breaks = 0;
    int stops = 0;
    int least_indent = 255;
    width_list blank_counts;
};

constexpr width_survey survey(const lines_around& lines) noexcept {
    width_survey s;
    for (int i = -line_window::back; i <= line_window::ahead; ++i) {
        if (!lines.has(i)) continue;
        const line_facts& line = lines[i];
        s.raw.add(line.width);
        s.tight.add(squeezed(line));
        s.set.add(line.set_width);
        (i <= 0 ? s.past : s.coming).add(line.width);
        s.openings += opening_of(line) != 0;
        s.stops += ends_sentence(line);
        if (line.indent < s.least_indent) s.least_indent = line.indent;
        if (!lines.has(i - 1)) continue;
        ++s.breaks;
        s.blanks += line.blanks != 0;
        s.blank_counts.add(line.blanks);
    }
    return s;
}

constexpr int percent(int part, int whole) noexcept { return whole == 0 ? 0 : part * 100 / whole; }
constexpr int middle_of(const width_list& widths, cluster c) noexcept {
    return c.count == 0 ? 0 : widths.values[c.first + c.count / 2];
}

/// Lines in a row from `at` in the direction `step` that are narrower than three quarters of the column.
constexpr int short_run(const lines_around& lines, int at, int step, int column) noexcept {
    int count = 0;
    for (; lines.has(at) && lines[at].width * 4 < column * 3; at += step) ++count;
    return count;
}

constexpr void gather_widths(break_evidence& e, const break_view& v, const width_survey& s) noexcept {
    const lines_around& lines = v.lines;
    const cluster c = densest(s.raw), t = densest(s.tight), p = densest(s.past), n = densest(s.coming);
    const int column = middle_of(s.raw, c), tight = middle_of(s.tight, t), past = middle_of(s.past, p), coming = middle_of(s.coming, n);
    const int longest = s.raw.values[s.raw.count - 1];
    const auto width = [&](int at) { return lines.has(at) ? static_cast<int>(lines[at].width) : 0; };
    const auto narrow = [&](int at) { return lines.has(at) ? squeezed(lines[at]) : 0; };
    e.set(ev_a_width, v.a.width / 2);
    e.set(ev_b_width, v.b.width / 2);
    e.set(ev_c_width, width(2) / 2);
    e.set(ev_column, column / 2);
    e.set(ev_column_share, percent(c.count, s.raw.count));
    e.set(ev_tight_share, percent(t.count, s.tight.count));
    e.set(ev_past_share, percent(p.count, s.past.count));
    e.set(ev_coming_share, percent(n.count, s.coming.count));
    e.set(ev_a_column, v.a.width - column);
    e.set(ev_b_column, v.b.width - column);
    e.set(ev_y_column, width(-2) - column);
    e.set(ev_d_column, width(3) - column);
    e.set(ev_page_column, v.a.width - v.page.column);
    e.set(ev_b_page_column, v.b.width - v.page.column);
    e.set(ev_a_size, v.a.size / 4);
    e.set(ev_c_column, width(2) - column);
    e.set(ev_z_column, width(-1) - column);
    e.set(ev_a_tight, squeezed(v.a) - tight);
    e.set(ev_b_tight, squeezed(v.b) - tight);
    e.set(ev_c_tight, narrow(2) - tight);
    e.set(ev_z_tight, narrow(-1) - tight);
    e.set(ev_a_past, v.a.width - past);
    e.set(ev_b_coming, v.b.width - coming);
    e.set(ev_a_longest, v.a.width - longest);
    e.set(ev_b_longest, v.b.width - longest);
    e.set(ev_b_less_a, v.b.width - v.a.width);
    e.set(ev_c_less_b, width(2) - v.b.width);
    e.set(ev_room, column - v.a.width - v.b.first_piece);
    e.set(ev_room_past, past - v.a.width - v.b.first_piece);
    e.set(ev_room_longest, longest - v.a.width - v.b.first_piece);
    e.set(ev_a_piece, v.a.first_piece);
    e.set(ev_b_piece, v.b.first_piece);
    const cluster q = densest(s.set);
    const int set = middle_of(s.set, q);
    e.set(ev_set_share, percent(q.count, s.set.count));
    e.set(ev_a_set, v.a.set_width - set);
    e.set(ev_b_set, v.b.set_width - set);
    e.set(ev_z_set, (lines.has(-1) ? lines[-1].set_width : 0) - set);
    e.set(ev_room_set, set - v.a.set_width - v.b.set_piece);
    e.set(ev_room_set_longest, s.set.values[s.set.count - 1] - v.a.set_width - v.b.set_piece);
    e.set(ev_short_before, short_run(lines, 0, -1, column));
    e.set(ev_short_behind, short_run(lines, 1, 1, column));
    const int first = 1 - v.page.lines_in_paragraph;
    e.set(ev_paragraph_first, lines.has(first) && first <= 0 ? lines[first].width - column : 0);
}

constexpr void gather_layout(break_evidence& e, const break_view& v, const width_survey& s) noexcept {
    const line_facts none;
    const line_facts& c = v.lines.has(2) ? v.lines[2] : none;
    e.set(ev_a_indent, v.a.indent);
    e.set(ev_b_indent, v.b.indent);
    e.set(ev_c_indent, c.indent);
    e.set(ev_b_indent_change, v.b.indent - v.a.indent);
    e.set(ev_c_indent_change, c.indent - v.b.indent);
    e.set(ev_a_indent_over, v.a.indent - s.least_indent);
    e.set(ev_b_indent_over, v.b.indent - s.least_indent);
    e.set(ev_a_blanks, v.a.blanks);
    e.set(ev_b_blanks, v.b.blanks);
    e.set(ev_c_blanks, c.blanks);
    const int usual = s.breaks == 0 ? 0 : s.blank_counts.values[s.blank_counts.count / 2];
    e.set(ev_blank_share, percent(s.blanks, s.breaks));
    e.set(ev_usual_blanks, usual);
    e.set(ev_blanks_over, v.b.blanks - usual);
    e.set(ev_blank_trust, v.page.blank_mid_sentence.percent(4, -1));
    e.set(ev_kept_indent, v.page.kept_indent.percent(3, -1));
    e.set(ev_openings, s.openings);
    e.set(ev_stops_around, percent(s.stops, s.raw.count));
    int since = 0;
    while (since < line_window::back && v.lines.has(-since) && opening_of(v.lines[-since]) == 0) ++since;
    e.set(ev_since_opening, v.lines.has(-since) ? since : line_window::back + 1);
    e.set(ev_paragraph_share, v.page.paragraphs.percent(4, -1));
    e.set(ev_stop_trust, v.page.stop_ends.percent(4, -1));
    e.set(ev_indent_trust, v.page.indent_starts.percent(2, -1));
    e.set(ev_lines_in_paragraph, v.page.lines_in_paragraph);
    e.set(ev_open_brackets, v.page.brackets.depth());
}

constexpr void gather_text(break_evidence& e, const break_view& v) noexcept {
    const line_facts none;
    const line_facts& c = v.lines.has(2) ? v.lines[2] : none;
    const auto number = [](edge at) { return static_cast<int>(at); };
    e.set(ev_a_first, number(v.a.first));
    e.set(ev_a_last, number(v.a.last));
    e.set(ev_a_peeled, number(v.a.peeled));
    e.set(ev_b_first, number(v.b.first));
    e.set(ev_b_last, number(v.b.last));
    e.set(ev_b_peeled, number(v.b.peeled));
    e.set(ev_c_first, number(c.first));
    e.set(ev_z_peeled, v.lines.has(-1) ? number(v.lines[-1].peeled) : 0);
    e.set(ev_a_opening, opening_of(v.a));
    e.set(ev_b_opening, opening_of(v.b));
    e.set(ev_c_opening, opening_of(c));
    e.set(ev_a_article, article_of(v.a));
    e.set(ev_b_article, article_of(v.b));
    e.set(ev_c_article, article_of(c));
    const auto characters = [](const line_facts& line) {
        return line.ideographs + line.hanguls + line.letters + line.digits + line.others + line.marks;
    };
    const int in_a = characters(v.a), in_b = characters(v.b);
    e.set(ev_a_ideographs, percent(v.a.ideographs, in_a));
    e.set(ev_b_ideographs, percent(v.b.ideographs, in_b));
    e.set(ev_a_letters, percent(v.a.letters, in_a));
    e.set(ev_b_letters, percent(v.b.letters, in_b));
    e.set(ev_hanguls, percent(v.a.hanguls + v.b.hanguls, in_a + in_b));
    e.set(ev_a_digits, percent(v.a.digits, in_a));
    e.set(ev_b_digits, percent(v.b.digits, in_b));
    e.set(ev_a_others, percent(v.a.others, in_a));
    e.set(ev_b_others, percent(v.b.others, in_b));
    e.set(ev_a_spaces, percent(v.a.spaces, in_a));
    e.set(ev_b_spaces, percent(v.b.spaces, in_b));
    e.set(ev_a_gaps, v.a.gaps);
    e.set(ev_b_gaps, v.b.gaps);
    e.set(ev_a_stops, v.a.stops);
    e.set(ev_b_stops, v.b.stops);
    e.set(ev_a_marks, v.a.marks);
    e.set(ev_b_marks, v.b.marks);
    const auto byte = [](std::uint8_t b) { return b < 0x80 ? static_cast<int>(b) : 127; };
    e.set(ev_a_first_byte, byte(v.a.first_byte));
    e.set(ev_b_first_byte, byte(v.b.first_byte));
    e.set(ev_a_last_byte, byte(v.a.last_byte));
    e.set(ev_c_last, number(c.last));
    e.set(ev_c_peeled, number(c.peeled));
    e.set(ev_d_first, v.lines.has(3) ? number(v.lines[3].first) : 0);
    e.set(ev_same_first, v.a.first_char == v.b.first_char);
}

/// All the evidence about one break, from the window's facts.
constexpr break_evidence gather(const break_view& v) noexcept {
    break_evidence e;
    const width_survey s = survey(v.lines);
    gather_widths(e, v, s);
    gather_layout(e, v, s);
    gather_text(e, v);
    const verdict sure = certain(v);
    const int rules = sure == verdict::open ? score_break(v) : sure == verdict::join ? -100 : 100;
    e.set(ev_rules, rules);
    e.set(ev_rule_slack, v.before.width == 0 ? 0 : slack_of(v.before, v.a));
    e.set(ev_rule_measure, v.before.width / 2);
    return e;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BREAK_EVIDENCE_HPP
