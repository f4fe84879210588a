// galley: rules first, then the sum of the weighted evidence.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_JUDGE_HPP
#define GALLEY_DETAIL_HYPHEN_JUDGE_HPP

#include <galley/config.hpp>
#include <galley/detail/hyphen_evidence.hpp>
#include <galley/detail/hyphen_parts.hpp>
#include <galley/detail/hyphen_rules.hpp>
#include <galley/detail/hyphen_statistics.hpp>
#include <galley/detail/hyphen_weights.hpp>
#include <galley/lexicon.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// What is to be done with one line-end hyphen, and why.
struct hyphen_decision {
    hyphen_action action = hyphen_action::keep_space;
    hyphen_reason reason = hyphen_reason::none;
    std::int16_t score = 0;        ///< sixteenths of the natural logarithm of the odds that the hyphen belongs; above 0: keep
    std::uint8_t hyphen_size = 0;  ///< bytes of the hyphen at the line's end, 0: there is none
    std::uint8_t repeated_size = 0;///< bytes of the hyphen that the next line repeats: they go as well

    constexpr explicit operator bool() const noexcept { return reason != hyphen_reason::none; }
};

/// What may be asked of the decision.
struct hyphen_options {
    /// Added to every score, in sixteenths: above 0 more hyphens are kept, below 0 more are dropped.
    std::int16_t bias = 0;
    /// `=` at a line's end is a hyphen too, as in old German prints.
    bool double_hyphens = false;
};

/// For a text that is read only once: the lexicon knows what came before, and no more.
struct one_pass_options : hyphen_options {
    /// How many bytes behind a line's end are read before it is decided on, to the end of the line there. A stream would have
    /// to hold back as much.
    std::size_t lookahead = 0;
};

namespace detail {

/// Which row of a filter's weights goes with so many false answers: few, many.
constexpr std::size_t grade_of_answers(unsigned false_positives) noexcept { return false_positives < 40 ? 0 : 1; }

/// And of an exact one's with so much text: a passage, more.
constexpr std::size_t grade_of_text(std::size_t bytes) noexcept { return bytes < 3000 ? 0 : 1; }

template <class Lexicon>
constexpr const std::int8_t* weights_for(const Lexicon& lexicon, const hyphen_statistics& statistics) noexcept {
    if constexpr (Lexicon::kind == lexicon_kind::none) return hyphen_weights_none[0];
    else if constexpr (Lexicon::kind == lexicon_kind::callback) return hyphen_weights_callback[0];
    else if constexpr (Lexicon::kind == lexicon_kind::exact) return hyphen_weights_exact[grade_of_text(statistics.bytes())];
    else return hyphen_weights_filter[lexicon.holds(word_class::gram) ? grade_of_answers(lexicon.false_positives()) : 2];
}

/// In eighths.
constexpr int sum_of(const hyphen_evidence& evidence, const std::int8_t* weights) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < feature_count; ++i) sum += weights[i] * evidence.value[i];
    return sum;
}

/// Bytes of a character.
constexpr std::uint8_t size_of(char16_t c) noexcept { return c < 0x80 ? 1 : c < 0x800 ? 2 : 3; }

/// What the rules say.
constexpr hyphen_decision decide_by_rule(const hyphen_case& c, const hyphen_statistics& statistics, language l) noexcept {
    const hyphen_verdict verdict = judge_by_rule(c.parts, c.answers[question::joined], statistics, l);
    hyphen_decision decision{verdict.action, verdict.reason, 0, 0, 0};
    if (c.parts.hyphen != 0) decision.hyphen_size = size_of(c.parts.hyphen);
    if (c.parts.repeated && verdict.action == hyphen_action::keep) decision.repeated_size = size_of(c.parts.right.codes[0]);
    return decision;
}

/// `counted`: this hyphen has already told the statistics what it says on plainness.
template <class Lexicon>
constexpr hyphen_decision judge(const hyphen_case& c, const Lexicon& lexicon, const hyphen_statistics& statistics, const hyphen_options& options,
                                bool counted) noexcept {
    const language l = statistics.language();
    hyphen_decision decision = decide_by_rule(c, statistics, l);
    if (decision.reason != hyphen_reason::weight) return decision;
    if constexpr (Lexicon::kind == lexicon_kind::exact) {
        if (c.answers.is_known_word()) {
            decision.action = hyphen_action::drop;
            decision.reason = hyphen_reason::known_word;
            return decision;
        }
    }
    hyphen_evidence evidence;
    weigh(c, lexicon, statistics, l, counted, evidence);
    const int score = sum_of(evidence, weights_for(lexicon, statistics)) / 8 + options.bias;
    decision.score = static_cast<std::int16_t>(score < -4096 ? -4096 : score > 4096 ? 4096 : score);
    // A double hyphen is the printer's sign and never part of a word.
    decision.action = score > 0 && c.parts.hyphen != U'=' ? hyphen_action::keep : hyphen_action::drop;
    return decision;
}

/// What the words of a text leave of a decision before the parts of its words are known.
enum class prospect : std::uint8_t { open, known_word, drop, keep };

/// How far the answers about parts of words may lower and raise a sum.
struct score_swing {
    int down = 0;
    int up = 0;
    constexpr void add(int least, int most) noexcept {
        down += least < 0 ? least : 0;
        up += most > 0 ? most : 0;
    }
};

GALLEY_NOINLINE constexpr score_swing swing_of(const hyphen_parts& parts, const std::int8_t* weights) noexcept {
    score_swing swing;
    const auto one = [&](bool asked, std::size_t place) {
        if (asked) swing.add(8 * weights[place], 8 * weights[place]);
    };
    one(parts.joint.left >= least_part, place_of(side::left, side_feature::affix));
    one(parts.joint.right() >= least_part, place_of(side::right, side_feature::affix));
    one(is_name_joint(parts.left.near_hyphen(), parts.right.near_hyphen()), place_of(side::left, side_feature::name));
    int least = 0;
    int most = 0;
    for (std::size_t i = place_of(feature::grams_none); i <= place_of(feature::grams_all); ++i) {
        if (weights[i] < least) least = weights[i];
        if (weights[i] > most) most = weights[i];
    }
    swing.add(8 * least, 8 * most);
    return swing;
}

/// `sides`: the words beside the hyphen have been asked about, and not only the one that it tears.
template <class Lexicon>
constexpr prospect foresee(const hyphen_case& c, const Lexicon& lexicon, const hyphen_statistics& statistics, const hyphen_options& options, bool counted,
                           bool sides) noexcept {
    if (!sides && !c.answers.is_known_word()) return prospect::open;
    const language l = statistics.language();
    if (decide_by_rule(c, statistics, l).reason != hyphen_reason::weight) return prospect::open;
    if (c.answers.is_known_word()) return prospect::known_word;
    const std::int8_t* const weights = weights_for(lexicon, statistics);
    hyphen_evidence evidence;
    weigh(c, lexicon, statistics, l, counted, evidence);
    const int sum = sum_of(evidence, weights);
    const score_swing swing = swing_of(c.parts, weights);
    if ((sum + swing.up) / 8 + options.bias <= 0) return prospect::drop;
    return (sum + swing.down) / 8 + options.bias > 0 && c.parts.hyphen != U'=' ? prospect::keep : prospect::open;
}

constexpr hyphen_decision decide_foreseen(prospect p, char32_t hyphen) noexcept {
    hyphen_decision decision;
    decision.action = p == prospect::keep ? hyphen_action::keep : hyphen_action::drop;
    decision.reason = p == prospect::known_word ? hyphen_reason::known_word : hyphen_reason::words;
    decision.hyphen_size = size_of(static_cast<char16_t>(hyphen));
    return decision;
}

/// Tells the statistics what this hyphen says on plainness, if it is one between two words.
constexpr void note_plainness(const hyphen_case& c, hyphen_statistics& statistics) noexcept {
    if (!c.parts.is_joint() || c.parts.left.is(0, kind::dash) || c.parts.has_capital()) return;
    statistics.note_plainness(plainness_share(c.answers, c.parts.hyphen));
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_JUDGE_HPP
