// galley: the vocabulary of reflow: options, pieces, the account of what was done.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_REFLOW_TYPES_HPP
#define GALLEY_DETAIL_REFLOW_TYPES_HPP

#include <galley/config.hpp>
#include <galley/rejoin.hpp>
#include <galley/repeats.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

GALLEY_NAMESPACE_BEGIN

/// The repairs, each with its switch; those of the breaks are in rejoin_options. On request: off unless asked for.
struct reflow_options : rejoin_options {
    bool doubled_text = true;     ///< text printed twice is read once
    bool letter_spacing = true;   ///< letter-spaced text is closed up
    /// In text that is set solid, Han and kana and their marks, the spaces go that justification or recognition has put there.
    bool solid_spaces = true;
    bool digit_spacing = true;    ///< spaces between Han and digits go where the page sets them now and then only
    bool wide_punctuation = false;///< on request: half-width marks among Han become full width
    bool han_forms = false;       ///< on request: radicals and compatibility ideographs become the ideographs they stand for
    bool inline_articles = true;  ///< an article that starts inside a line opens a block
    bool hyphens = true;          ///< line-end hyphens are dropped or kept as they mean
    bool running_heads = true;    ///< a page number, a dated head, a short line beside a form feed: inside a sentence it is set apart, behind the paragraph
    bool mail_quotes = true;      ///< the > marks of quoting mail are read as a margin: once before a paragraph, not before its lines
    bool white_space = true;      ///< white space is normalised, zero-width characters go, ligatures are opened
    const text_span* left_out = nullptr;  ///< on request: lines that lie in one of these spans of the input are not written;
    std::size_t left_out_count = 0;       ///< in order, not overlapping, kept by the caller; see `find_repeats`
    std::size_t window_bytes = 4096;  ///< text that a decision may look ahead over, 512 or more; see `reflower`
};

/// What a piece of output is.
enum class piece_kind : std::uint8_t {
    text,         ///< a slice of the input, unchanged
    replacement,  ///< stands for a slice of the input
    space,        ///< one space for white space or a line break of the input
    paragraph,    ///< the end of a paragraph: "\n\n", and "\n" behind the last
};

/// A piece of output. The texts of all pieces, one behind the other, are the output.
struct piece {
    std::string_view text;   ///< valid during the call
    piece_kind kind;
    std::size_t source;      ///< offset of what it stands for in the input, in bytes
    std::size_t source_size; ///< bytes of the input; 0 when it stands for none
};

/// What was done.
struct reflow_result {
    std::size_t lines = 0;       ///< that were not blank
    std::size_t paragraphs = 0;
    std::size_t joins = 0;       ///< breaks that became nothing
    std::size_t spaces = 0;      ///< breaks that became a space
    std::size_t hyphens = 0;     ///< line-end hyphens that were dropped
    std::size_t healed = 0;      ///< blank lines that stood inside a paragraph
    std::size_t doubled = 0;     ///< lines left out because they said again what the line before said
    std::size_t set_apart = 0;   ///< running heads and page numbers moved behind their paragraph
    std::size_t left_out = 0;    ///< lines left out because they lie in `reflow_options::left_out`
};

namespace detail::page {

/// In place of an observer.
struct observe_nothing {
    constexpr void operator()(const break_report&) const noexcept {}
};

/// Whether evidence is worth collecting for it.
template <class Observe>
constexpr bool observe_evidence(const Observe&) noexcept {
    return !std::is_same_v<Observe, observe_nothing> && !std::is_same_v<Observe, const observe_nothing>;
}

}  // namespace detail::page

GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_REFLOW_TYPES_HPP
