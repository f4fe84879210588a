// galley: what a piece of evidence is called when a decision is explained.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_EVIDENCE_NAMES_HPP
#define GALLEY_DETAIL_EVIDENCE_NAMES_HPP

#include <galley/config.hpp>
#include <galley/detail/break_evidence.hpp>

#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// In the order of `evidence`; the hints follow.
inline constexpr std::string_view evidence_names[] = {
    "a_width", "b_width", "c_width", "b_less_a", "c_less_b", "z_less_a", "y_less_a", "d_less_a", "b_less_a_tight",
    "c_less_a_tight", "z_less_a_tight", "a_longest", "b_longest", "like_a", "like_b", "a_piece", "b_piece",
    "room_longest", "a_indent", "b_indent", "c_indent", "b_indent_change", "c_indent_change", "a_blanks",
    "b_blanks", "c_blanks", "a_first", "a_last", "a_peeled", "b_first", "b_last", "b_peeled", "c_first", "c_last",
    "c_peeled", "d_first", "z_peeled", "y_peeled", "a_opening", "b_opening", "c_opening", "a_article", "b_article",
    "c_article", "z_article", "a_ideographs", "b_ideographs", "a_letters", "b_letters", "hanguls", "a_digits",
    "b_digits", "a_others", "b_others", "a_spaces", "b_spaces", "a_gaps", "b_gaps", "a_stops", "b_stops", "a_marks",
    "b_marks", "a_first_byte", "b_first_byte", "a_last_byte", "a_size", "same_first", "column", "column_share",
    "tight_share", "past_share", "coming_share", "a_column", "b_column", "c_column", "z_column", "y_column",
    "d_column", "a_tight", "b_tight", "c_tight", "z_tight", "a_past", "b_coming", "room", "room_past", "set_share",
    "a_set", "b_set", "z_set", "room_set", "edge_share", "a_edge", "b_edge", "room_edge", "a_indent_over", "b_indent_over",
    "blank_share", "usual_blanks",
    "blanks_over", "openings", "since_opening", "stops_around", "marked_ends", "short_before", "short_behind",
    "page_column", "b_page_column", "blank_trust", "kept_indent", "paragraph_share", "stop_trust", "indent_trust",
    "lines_in_paragraph", "paragraph_first", "open_brackets",
};
static_assert(sizeof evidence_names / sizeof evidence_names[0] == ev_hints, "a name for each piece of evidence");

constexpr std::string_view name_of_evidence(int at) noexcept {
    constexpr std::string_view hints[] = {"break_3_before", "break_2_before", "break_before", "first_look", "break_behind", "break_2_behind", "break_3_behind"};
    return at < ev_hints ? evidence_names[at] : hints[at - ev_hints];
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_EVIDENCE_NAMES_HPP
