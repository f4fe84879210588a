// galley: what a hyphen at a line's end means.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DEHYPHENATE_HPP
#define GALLEY_DEHYPHENATE_HPP

#include <galley/config.hpp>
#include <galley/detail/hyphen_judge.hpp>
#include <galley/detail/hyphen_pass.hpp>
#include <galley/detail/hyphen_statistics.hpp>
#include <galley/lexicon.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// Decides on the hyphen that ends `before`. `before`: text up to the line break, `after`: text behind it; white space at
/// the joint does not matter, 64 characters on either side are looked at, more do no harm. A decision whose reason is `none`
/// (it tests false) means that there is no line-end hyphen. Constant time, but for white space at the joint.
///
/// `statistics` have read the same text as the lexicon: all of it, or what came before. Neither is changed.
template <class Lexicon>
constexpr hyphen_decision decide_hyphen(std::string_view before, std::string_view after, const Lexicon& lexicon,
                                        const hyphen_statistics& statistics, const hyphen_options& options = {}) noexcept {
    detail::hyphen_case c;
    detail::split_hyphen(before, after, options.double_hyphens, c.parts);
    detail::ask_all(c, lexicon, statistics);
    return detail::judge(c, lexicon, statistics, options, false);
}

/// Decides on a hyphen of a stream and learns from it: counts it, then decides, then lets it bear on those that follow.
template <class Lexicon>
GALLEY_NOINLINE constexpr hyphen_decision decide_next_hyphen(std::string_view before, std::string_view after, const Lexicon& lexicon,
                                             hyphen_statistics& statistics, const hyphen_options& options = {}) noexcept {
    detail::hyphen_case c;
    detail::split_hyphen(before, after, options.double_hyphens, c.parts);
    statistics.note_line_end(c.parts, before, after);
    detail::ask_all(c, lexicon, statistics);
    const hyphen_decision decision = detail::judge(c, lexicon, statistics, options, false);
    detail::note_plainness(c, statistics);
    return decision;
}

namespace detail {

template <class Lexicon, class Sink, class Options, class Observe>
constexpr std::size_t dehyphenate_by(std::string_view text, Lexicon& lexicon, Sink& sink, const Options& options, Observe& observe) {
    hyphen_writer<Sink> writer(text, sink);
    hyphen_pass<Lexicon> pass(text, lexicon, options);
    const std::size_t count = pass.run(options, [&](const hyphen_finding& finding, const hyphen_case&, bool) {
        writer.write(finding);
        observe(finding);
    });
    writer.finish();
    return count;
}

}  // namespace detail

/// Takes the hyphens that layout put there out of a whole text. `sink(std::string_view)` gets slices of `text` that together
/// are the result; the word behind a hyphen that is dropped or kept moves up to the line before, every other line break stays.
/// Returns the number of hyphens it decided on. `observe(hyphen_finding)`, if given, is told of each.
///
/// The lexicon decides how often the text is read: `no_lexicon` and `callback_lexicon` twice, as fast as a search; a
/// `bloom_lexicon` twice, and what it held before counts as well; a `rescan_lexicon` once more for each time its buffer is full:
/// for whole words, which is quick, at most about eight times in a long text, and for parts of words about once; it takes 1 KB of
/// stack more, 3 KB with room for 13,000 questions. Linear.
template <class Lexicon, class Sink, class Observe = detail::observe_nothing>
constexpr std::size_t dehyphenate(std::string_view text, Lexicon& lexicon, Sink&& sink, const hyphen_options& options = {},
                                  Observe&& observe = {}) {
    return detail::dehyphenate_by(text, lexicon, sink, options, observe);
}

/// The same, but the text is read once, as a stream would have to; a `rescan_lexicon` reads it as often as ever.
template <class Lexicon, class Sink, class Observe = detail::observe_nothing>
constexpr std::size_t dehyphenate_once(std::string_view text, Lexicon& lexicon, Sink&& sink, const one_pass_options& options = {},
                                       Observe&& observe = {}) {
    return detail::dehyphenate_by(text, lexicon, sink, options, observe);
}

/// The same without a lexicon.
template <class Sink>
constexpr std::size_t dehyphenate(std::string_view text, Sink&& sink, const hyphen_options& options = {}) {
    no_lexicon none;
    return dehyphenate(text, none, sink, options);
}

GALLEY_NAMESPACE_END

#endif // GALLEY_DEHYPHENATE_HPP
