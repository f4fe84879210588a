// galley: the evidence about one line break: what is measured, apart from the model that weighs it.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BREAK_EVIDENCE_HPP
#define GALLEY_DETAIL_BREAK_EVIDENCE_HPP

#include <galley/config.hpp>
#include <galley/detail/boosted_trees.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_shapes.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/page_state.hpp>
#include <galley/detail/width_clusters.hpp>

#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// The pieces of evidence. Lines: y, z before a, a before the break, b behind it, c and d behind b. Widths and differences
/// in quarter ems, clipped to a signed byte; shares in percent. Three groups, each dearer than the one before: what the
/// six lines show, what the window's widths show, what the page has shown so far.
enum evidence : std::uint8_t {
    // The lines
    ev_a_width, ev_b_width, ev_c_width,                        // halved, so that 63 em fit
    ev_b_less_a, ev_c_less_b, ev_z_less_a, ev_y_less_a, ev_d_less_a,
    ev_b_less_a_tight, ev_c_less_a_tight, ev_z_less_a_tight,   // with squeezed marks
    ev_a_longest, ev_b_longest,                                // width less the window's longest
    ev_like_a, ev_like_b,                                      // share of the window's lines that are as wide
    ev_a_piece, ev_b_piece, ev_room_longest,                   // what is left on a's line, less b's first piece
    ev_a_indent, ev_b_indent, ev_c_indent, ev_b_indent_change, ev_c_indent_change,
    ev_a_blanks, ev_b_blanks, ev_c_blanks,
    ev_a_first, ev_a_last, ev_a_peeled, ev_b_first, ev_b_last, ev_b_peeled, ev_c_first, ev_c_last, ev_c_peeled, ev_d_first,
    ev_z_peeled, ev_y_peeled,
    ev_a_opening, ev_b_opening, ev_c_opening, ev_a_article, ev_b_article, ev_c_article, ev_z_article,
    ev_a_ideographs, ev_b_ideographs, ev_a_letters, ev_b_letters, ev_hanguls,   // share of a line's characters
    ev_a_digits, ev_b_digits, ev_a_others, ev_b_others, ev_a_spaces, ev_b_spaces,
    ev_a_gaps, ev_b_gaps, ev_a_stops, ev_b_stops, ev_a_marks, ev_b_marks,
    ev_a_first_byte, ev_b_first_byte, ev_a_last_byte, ev_a_size, ev_same_first,
    ev_first_count,
    // The window
    ev_column = ev_first_count,                                // the densest cluster of widths, halved
    ev_column_share, ev_tight_share, ev_past_share, ev_coming_share,
    ev_a_column, ev_b_column, ev_c_column, ev_z_column, ev_y_column, ev_d_column,   // width less column
    ev_a_tight, ev_b_tight, ev_c_tight, ev_z_tight,
    ev_a_past, ev_b_coming,                                    // less the column of the lines up to a, from b on
    ev_room, ev_room_past,
    ev_set_share, ev_a_set, ev_b_set, ev_z_set, ev_room_set,   // the same with proportional widths
    ev_edge_share, ev_a_edge, ev_b_edge, ev_room_edge,         // and with where the lines end
    ev_a_indent_over, ev_b_indent_over,                        // more than the least of the window
    ev_blank_share, ev_usual_blanks, ev_blanks_over,
    ev_openings, ev_since_opening,                             // lines of the window with an opening
    ev_stops_around, ev_marked_ends,
    ev_short_before, ev_short_behind,                          // lines in a row under three quarters of the column
    // The page
    ev_page_column, ev_b_page_column,
    ev_blank_trust, ev_kept_indent, ev_paragraph_share, ev_stop_trust, ev_indent_trust,
    ev_lines_in_paragraph, ev_paragraph_first,                 // width of its first line less column
    ev_open_brackets,
    ev_hints,                                                  // the first model's scores of the breaks around, from three before
    evidence_count = ev_hints + 2 * line_window::hints + 1
};

static_assert(evidence_count <= 128, "a tree's node names its evidence in seven bits");

using break_evidence = tree_evidence<evidence_count>;

inline constexpr std::uint32_t opening_shape_bits = list_shape_bits | shape_quote | shape_markup | shape_heading;

/// 0 none, else the kind of list item or section that a line opens.
constexpr int opening_of(const line_facts& line) noexcept {
    if (!has(line, opening_shape_bits)) return 0;
    if (has(line, shape_item)) return 1;
    if (has(line, shape_number_item)) return 2;
    if (has(line, shape_section)) return 3;
    if (has(line, shape_dash)) return 4;
    if (has(line, shape_quote)) return 5;
    return has(line, shape_markup) ? 6 : 7;
}

/// 0 none, else what newspaper furniture a line is.
constexpr int article_of(const line_facts& line) noexcept {
    if (line.shape == 0) return 0;
    if (has(line, shape_jump_alone)) return 4;
    if (has(line, shape_byline)) return 1;
    if (has(line, shape_credit)) return 2;
    if (has(line, shape_jump_to)) return 3;
    if (has(line, shape_jump_from)) return 5;
    if (has(line, shape_editor)) return 6;
    if (has(line, shape_dateline | shape_open_dateline)) return 7;
    if (has(line, shape_caption)) return 8;
    if (has(line, shape_contact)) return 9;
    if (has(line, shape_folio)) return 10;
    if (has(line, shape_date)) return 11;
    if (has(line, shape_leader)) return 12;
    if (has(line, shape_enclosed)) return 13;
    if (has(line, shape_dots)) return 14;
    if (has(line, shape_digit_mark)) return 15;
    if (has(line, shape_unit)) return 16;
    if (has(line, shape_label)) return 17;
    return has(line, shape_capitals) ? 18 : 0;
}

constexpr int number_of(edge at) noexcept { return static_cast<int>(at); }
constexpr int byte_of(std::uint8_t byte) noexcept { return byte < 0x80 ? byte : 127; }

/// The widths of the six lines at the break, 0 where there is no line, and of four with squeezed marks. Read at once: evidence
/// is bytes, which might be a part of the lines for all that compilers know.
struct widths_at_break {
    int y, z, a, b, c, d;
    int tight_z, tight_a, tight_b, tight_c;

    constexpr explicit widths_at_break(const lines_around& lines) noexcept
        : y(width(lines, -2)), z(width(lines, -1)), a(lines[0].width), b(lines[1].width), c(width(lines, 2)), d(width(lines, 3)),
          tight_z(z - marks(lines, -1)), tight_a(squeezed(lines[0])), tight_b(squeezed(lines[1])), tight_c(c - marks(lines, 2)) {}

private:
    static constexpr int width(const lines_around& lines, int at) noexcept { return lines.has(at) ? lines[at].width : 0; }
    static constexpr int marks(const lines_around& lines, int at) noexcept { return lines.has(at) ? 2 * lines[at].marks : 0; }
};

constexpr void gather_line_widths(break_evidence& e, const lines_around& lines) noexcept {
    const widths_at_break width(lines);
    const int a_piece = lines[0].first_piece, b_piece = lines[1].first_piece;
    unsigned longest_line = 0, like_a = 0, like_b = 0;  // in one loop, for it is asked about every break; from ¾ em less to an em more
    const unsigned least_a = static_cast<unsigned>(width.a - 3), least_b = static_cast<unsigned>(width.b - 3);
    for (const line_facts& line : lines) {
        const unsigned w = line.width;
        longest_line = w > longest_line ? w : longest_line;
        like_a += w - least_a <= 7;
        like_b += w - least_b <= 7;
    }
    const int longest = static_cast<int>(longest_line);
    const int count = lines.last() - lines.first() + 1;
    e.set(ev_a_width, width.a / 2);
    e.set(ev_b_width, width.b / 2);
    e.set(ev_c_width, width.c / 2);
    e.set(ev_b_less_a, width.b - width.a);
    e.set(ev_c_less_b, width.c - width.b);
    e.set(ev_z_less_a, width.z - width.a);
    e.set(ev_y_less_a, width.y - width.a);
    e.set(ev_d_less_a, width.d - width.a);
    e.set(ev_b_less_a_tight, width.tight_b - width.tight_a);
    e.set(ev_c_less_a_tight, width.tight_c - width.tight_a);
    e.set(ev_z_less_a_tight, width.tight_z - width.tight_a);
    e.set(ev_a_longest, width.a - longest);
    e.set(ev_b_longest, width.b - longest);
    e.put(ev_like_a, static_cast<int>(like_a) * 100 / count);
    e.put(ev_like_b, static_cast<int>(like_b) * 100 / count);
    e.set(ev_a_piece, a_piece);
    e.set(ev_b_piece, b_piece);
    e.set(ev_room_longest, longest - width.a - b_piece);
}

constexpr void gather_line_layout(break_evidence& e, const line_facts& a, const line_facts& b, const line_facts& c) noexcept {
    e.set(ev_a_indent, a.indent);
    e.set(ev_b_indent, b.indent);
    e.set(ev_c_indent, c.indent);
    e.set(ev_b_indent_change, b.indent - a.indent);
    e.set(ev_c_indent_change, c.indent - b.indent);
    e.set(ev_a_blanks, a.blanks);
    e.set(ev_b_blanks, b.blanks);
    e.set(ev_c_blanks, c.blanks);
    e.put(ev_a_opening, opening_of(a));
    e.put(ev_b_opening, opening_of(b));
    e.put(ev_c_opening, opening_of(c));
    e.put(ev_a_article, article_of(a));
    e.put(ev_b_article, article_of(b));
    e.put(ev_c_article, article_of(c));
}

constexpr void gather_line_ends(break_evidence& e, const lines_around& lines, const line_facts& c) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    e.put(ev_a_first, number_of(a.first));
    e.put(ev_a_last, number_of(a.last));
    e.put(ev_a_peeled, number_of(a.peeled));
    e.put(ev_b_first, number_of(b.first));
    e.put(ev_b_last, number_of(b.last));
    e.put(ev_b_peeled, number_of(b.peeled));
    e.put(ev_c_first, number_of(c.first));
    e.put(ev_c_last, number_of(c.last));
    e.put(ev_c_peeled, number_of(c.peeled));
    e.put(ev_d_first, lines.has(3) ? number_of(lines[3].first) : 0);
    e.put(ev_z_peeled, lines.has(-1) ? number_of(lines[-1].peeled) : 0);
    e.put(ev_y_peeled, lines.has(-2) ? number_of(lines[-2].peeled) : 0);
    e.put(ev_z_article, lines.has(-1) ? article_of(lines[-1]) : 0);
    e.put(ev_a_first_byte, byte_of(a.first_byte));
    e.put(ev_b_first_byte, byte_of(b.first_byte));
    e.put(ev_a_last_byte, byte_of(a.last_byte));
    e.put(ev_same_first, a.first_char == b.first_char);
}

constexpr void gather_line_text(break_evidence& e, const line_facts& a, const line_facts& b) noexcept {
    e.put(ev_a_ideographs, a.share(a.ideographs));
    e.put(ev_b_ideographs, b.share(b.ideographs));
    e.put(ev_a_letters, a.share(a.letters));
    e.put(ev_b_letters, b.share(b.letters));
    e.put(ev_hanguls, (a.share(a.hanguls) + b.share(b.hanguls)) / 2);
    e.put(ev_a_digits, a.share(a.digits));
    e.put(ev_b_digits, b.share(b.digits));
    e.put(ev_a_others, a.share(a.others));
    e.put(ev_b_others, b.share(b.others));
    e.set(ev_a_spaces, a.share(a.spaces));
    e.set(ev_b_spaces, b.share(b.spaces));
    e.set(ev_a_gaps, a.gaps);
    e.set(ev_b_gaps, b.gaps);
    e.set(ev_a_stops, a.stops);
    e.set(ev_b_stops, b.stops);
    e.set(ev_a_marks, a.marks);
    e.set(ev_b_marks, b.marks);
    e.set(ev_a_size, a.size / 4);
}

/// What the lines next to the break show. Cheap: asked about every break.
constexpr void gather_lines(break_evidence& e, const lines_around& lines) noexcept {
    const line_facts none;
    const line_facts& c = lines.has(2) ? lines[2] : none;
    gather_line_widths(e, lines);
    gather_line_layout(e, lines[0], lines[1], c);
    gather_line_ends(e, lines, c);
    gather_line_text(e, lines[0], lines[1]);
}

constexpr int percent(int part, int whole) noexcept { return whole == 0 ? 0 : part * 100 / whole; }

/// Lines in a row from `at` in the direction `step` that are narrower than three quarters of the column.
constexpr int short_run(const lines_around& lines, int at, int step, int column) noexcept {
    int count = 0;
    for (; lines.has(at) && lines[at].width * 4 < column * 3; at += step) ++count;
    return count;
}

/// What proportional widths show, and where lines end.
constexpr void gather_edges(break_evidence& e, const lines_around& lines, cluster set, cluster edge) noexcept {
    const line_facts& a = lines[0];
    const line_facts& b = lines[1];
    e.put(ev_set_share, set.share);
    e.set(ev_a_set, a.set_width - set.middle);
    e.set(ev_b_set, b.set_width - set.middle);
    e.set(ev_z_set, (lines.has(-1) ? lines[-1].set_width : 0) - set.middle);
    e.set(ev_room_set, set.middle - a.set_width - b.set_piece);
    e.put(ev_edge_share, edge.share);
    e.set(ev_a_edge, end_of(a) - edge.middle);
    e.set(ev_b_edge, end_of(b) - edge.middle);
    e.set(ev_room_edge, edge.middle - end_of(a) - b.first_piece);
}

/// What the widths of the window show.
constexpr void gather_columns(break_evidence& e, const lines_around& lines, const columns& found) noexcept {
    const widths_at_break width(lines);
    const int column = found.raw.middle, tight_column = found.tight.middle, b_piece = lines[1].first_piece;
    e.set(ev_column, column / 2);
    e.put(ev_column_share, found.raw.share);
    e.put(ev_tight_share, found.tight.share);
    e.put(ev_past_share, found.past.share);
    e.put(ev_coming_share, found.coming.share);
    e.set(ev_a_column, width.a - column);
    e.set(ev_b_column, width.b - column);
    e.set(ev_c_column, width.c - column);
    e.set(ev_z_column, width.z - column);
    e.set(ev_y_column, width.y - column);
    e.set(ev_d_column, width.d - column);
    e.set(ev_a_tight, width.tight_a - tight_column);
    e.set(ev_b_tight, width.tight_b - tight_column);
    e.set(ev_c_tight, width.tight_c - tight_column);
    e.set(ev_z_tight, width.tight_z - tight_column);
    e.set(ev_a_past, width.a - found.past.middle);
    e.set(ev_b_coming, width.b - found.coming.middle);
    e.set(ev_room, column - width.a - b_piece);
    e.set(ev_room_past, found.past.middle - width.a - b_piece);
    gather_edges(e, lines, found.set, found.edge);
    e.put(ev_short_before, short_run(lines, 0, -1, column));
    e.put(ev_short_behind, short_run(lines, 1, 1, column));
}

/// How many empty lines stand before a line of the window, but for the first, at the median.
constexpr int median_of_blanks(const lines_around& lines) noexcept {
    sorted_numbers counts;
    for (int i = lines.first() + 1; i <= lines.last(); ++i) counts.add(lines[i].blanks);
    return counts.median();
}

/// What the window's lines show in common.
constexpr void gather_window(break_evidence& e, const lines_around& lines) noexcept {
    int openings = 0, stops = 0, marked = 0, blanks = 0, least_indent = 255;
    for (const line_facts& line : lines) {
        openings += has(line, opening_shape_bits);
        stops += ends_sentence(line);
        marked += ends_in_mark(line);
        blanks += line.blanks != 0;
        least_indent = line.indent < least_indent ? line.indent : least_indent;
    }
    blanks -= lines[lines.first()].blanks != 0;  // they are before the window
    const int all = lines.last() - lines.first() + 1;
    const int usual = blanks * 2 < all - 1 ? 0 : median_of_blanks(lines);
    int since = 0;
    while (since < line_window::back && lines.has(-since) && !has(lines[-since], opening_shape_bits)) ++since;
    e.put(ev_openings, openings);
    e.put(ev_stops_around, percent(stops, all));
    e.put(ev_marked_ends, percent(marked, all));
    e.set(ev_a_indent_over, lines[0].indent - least_indent);
    e.set(ev_b_indent_over, lines[1].indent - least_indent);
    e.put(ev_blank_share, percent(blanks, all - 1));
    e.set(ev_usual_blanks, usual);
    e.set(ev_blanks_over, lines[1].blanks - usual);
    e.put(ev_since_opening, lines.has(-since) ? since : line_window::back + 1);
}

/// What the page has shown up to here.
constexpr void gather_page(break_evidence& e, const lines_around& lines, const page_state& page, int column) noexcept {
    e.set(ev_page_column, lines[0].width - page.column);
    e.set(ev_b_page_column, lines[1].width - page.column);
    e.put(ev_blank_trust, page.blank_mid_sentence.percent(4, -1));
    e.put(ev_kept_indent, page.kept_indent.percent(3, -1));
    e.put(ev_paragraph_share, page.paragraphs.percent(4, -1));
    e.put(ev_stop_trust, page.stop_ends.percent(4, -1));
    e.put(ev_indent_trust, page.indent_starts.percent(2, -1));
    e.set(ev_lines_in_paragraph, page.lines_in_paragraph);
    const int first = 1 - page.lines_in_paragraph;
    e.set(ev_paragraph_first, lines.has(first) && first <= 0 ? lines[first].width - column : 0);
    e.put(ev_open_brackets, page.brackets.depth());
}

/// What the lines around show beyond those next to the break, and the page.
constexpr void gather_rest(break_evidence& e, const lines_around& lines, const columns& found, const page_state& page) noexcept {
    gather_columns(e, lines, found);
    gather_window(e, lines);
    gather_page(e, lines, page, found.raw.middle);
}

/// All of it but the hints.
constexpr break_evidence gather(const lines_around& lines, const columns& found, const page_state& page) noexcept {
    break_evidence e;
    gather_lines(e, lines);
    gather_rest(e, lines, found, page);
    return e;
}

/// What the lines next to the last breaks showed, for a second look: the first model looks some breaks ahead of the second one.
/// Machines with little memory gather it again.
template <bool Keeps = GALLEY_BLOCKS != 0>
class first_looks {
public:
    /// What was kept of the break, unless lines have come into its window since, else new.
    constexpr break_evidence look(const lines_around& lines) const noexcept {
        const kept_look& kept = kept_[lines.index(0) % count];
        if (kept.end == lines.index(lines.last()) + 1 && kept.before == lines.index(0)) return kept.evidence;
        break_evidence evidence;
        gather_lines(evidence, lines);
        return evidence;
    }
    constexpr void keep(const lines_around& lines, const break_evidence& evidence) noexcept {
        kept_[lines.index(0) % count] = {evidence, lines.index(0), lines.index(lines.last()) + 1};
    }
    constexpr void forget() noexcept {
        for (kept_look& kept : kept_) kept.end = 0;
    }

private:
    static constexpr std::uint32_t count = line_window::hints + 1;
    struct kept_look {
        break_evidence evidence{};
        std::uint32_t before = 0;
        std::uint32_t end = 0;  ///< of the lines that were seen; 0: there is none
    };
    kept_look kept_[count] = {};
};

template <>
class first_looks<false> {
public:
    constexpr break_evidence look(const lines_around& lines) const noexcept {
        break_evidence evidence;
        gather_lines(evidence, lines);
        return evidence;
    }
    constexpr void keep(const lines_around&, const break_evidence&) noexcept {}
    constexpr void forget() noexcept {}
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BREAK_EVIDENCE_HPP
