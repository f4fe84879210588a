// galley: what a line break means.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_REJOIN_HPP
#define GALLEY_REJOIN_HPP

#include <galley/config.hpp>
#include <galley/detail/block_rules.hpp>
#include <galley/detail/break_evidence.hpp>
#include <galley/detail/break_rules.hpp>
#include <galley/detail/evidence_names.hpp>
#include <galley/detail/hangul_joint.hpp>
#include <galley/detail/joint_model.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/mixed_joint.hpp>
#include <galley/detail/page_state.hpp>
#include <galley/detail/rejoin_model.hpp>
#include <galley/detail/segment_break.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// What takes the place of a line break.
enum class break_action : std::uint8_t {
    join,       ///< nothing
    space,      ///< one space
    paragraph,  ///< a paragraph ends
};

/// The segment break transformation of CSS Text 4 for two characters, `join` or `space`, context-free: East Asian text
/// is set solid, words are parted. `before` is the last character that is no combining mark. Constant time.
constexpr break_action segment_break(char32_t before, char32_t after) noexcept {
    return detail::page::parts_words(before, after) ? break_action::space : break_action::join;
}

/// How the lines of a text stand for its paragraphs.
enum class page_layout : std::uint8_t {
    automatic,           ///< found out from the text
    newspaper,           ///< narrow columns; decided as `automatic` does, which was fitted on them
    blank_separated,     ///< a blank line ends a paragraph, and nothing else does
    hard_wrapped,        ///< mail and manuals: so do quotations, list items and what `blocks` names
    indented,            ///< books: a line that is indented by an em or more opens a paragraph, and nothing else does
    line_per_paragraph,  ///< every line is a paragraph
};

/// The repairs that concern breaks, each with its switch.
struct rejoin_options {
    page_layout layout = page_layout::automatic;
    bool column_breaks = true;    ///< blank lines inside a sentence are healed; off: a blank line ends a paragraph
    bool double_spacing = true;   ///< blank lines behind every line are seen for what they are
    bool lost_indents = true;     ///< a first line that is two ems short opens a paragraph
    bool hanging_quotes = true;   ///< a line that opens with a quote is joined across a blank line
    bool headlines = true;        ///< the lines of one headline are joined
    bool bylines = true;          ///< bylines, datelines and jump lines are blocks or open one
    bool lists = true;            ///< items are blocks, their own wrap is joined
    /// Rows of tables, lines of code and of verse, formulas of letters, drawn lines, times of subtitles, lines set off from the
    /// margin, first lines that keep their indent, and speech that is answered are blocks.
    bool blocks = true;
    bool torn_numbers = true;     ///< a number and its scale or unit are joined across a blank line
};

/// Joins the lines of a text by the segment break transformation alone: `sink(std::string_view)` gets slices of `text`, " " where
/// a break becomes a space, and "\n\n" where blank lines part paragraphs; "\n" ends the output. Spaces and tabs beside breaks go.
/// Ill-formed UTF-8 stays as it is. Linear.
template <class Sink>
constexpr void join_lines(std::string_view text, Sink&& sink) {
    detail::page::line_reader reader(static_cast<std::size_t>(-1), detail::page::line_space::plain);
    detail::page::raw_line line;
    std::string_view before;
    while (reader.next(text, true, line)) {
        const std::string_view content{text.data() + line.begin, line.end - line.begin};
        if (!before.empty()) {
            const char32_t last = detail::page::last_of(before), first = detail::page::first_of(content);
            if (line.blanks != 0) sink(std::string_view("\n\n"));
            else if (segment_break(last, first) == break_action::space) sink(std::string_view(" "));
        }
        sink(content);
        before = content;
    }
    if (!before.empty()) sink(std::string_view("\n"));
}

/// What decided a break.
enum class break_reason : std::uint8_t { certain, score };

/// A decision, and how clear it was: the sum of the evidence in 64ths of a logit, above 0 for a paragraph; 0 when certain.
struct break_decision {
    break_action action = break_action::paragraph;
    break_reason reason = break_reason::certain;
    int score = 0;
};

/// One piece of the model's evidence, and what it did to the score: the score would be less by so much were it 0.
struct named_evidence {
    std::string_view name;
    int value = 0;
    int weight = 0;
};

/// A break, what was decided, and (where it is observed) the evidence that weighed most.
struct break_report {
    break_decision decision;
    std::size_t source = 0;       ///< offset of the break in the input: behind the last character before it
    std::size_t source_size = 0;  ///< bytes up to the next character
    std::array<named_evidence, 5> evidence{};
};

namespace detail::page {

/// Decides the breaks of a text in order, from up to nine lines before and twelve behind each.
/// No text is kept: the two lines at the break are given again with the question.
class rejoiner {
public:
    using line = line_facts;

    constexpr explicit rejoiner(const rejoin_options& options = {}) noexcept : options_(options) {}

    /// Adds the next line to the window.
    constexpr void push(const line& facts) noexcept {
        lines_.push(facts);
        page_.indents.note(facts.indent);
        page_.read_marks(facts);
        if (is_signature_mark(facts)) page_.signature_end = lines_.end();
    }
    /// Takes back the line that was pushed last; there is one before it.
    constexpr void drop_last() noexcept {
        lines_.drop_last();
        columns_.forget();
        looks_.forget();
        if (hinted_ + 1 >= lines_.end()) hinted_ = lines_.end() - 1;
    }
    constexpr const line_window& lines() const noexcept { return lines_; }
    constexpr line_window& lines() noexcept { return lines_; }
    constexpr const page_state& page() const noexcept { return page_; }

    /// Takes note of the current line's text. Comes once for each line, before its break is decided.
    constexpr void read(std::string_view content) noexcept {
        const unsigned traits = lines_[0].traits;
        if ((traits & trait_brackets) != 0) page_.brackets.read(content);
        if ((traits & trait_joints) != 0) page_.spacing.read(content);
    }

    /// Decides the break behind the current line and moves on to the next. `a` and `b` are the contents of its two lines;
    /// the lexicon may know Korean words. `explain`: the report also holds the evidence that weighed most, at a hundred times the cost.
    template <class Lexicon>
    constexpr break_report decide(std::string_view a, std::string_view b, const Lexicon& lexicon, bool explain = false) noexcept {
        prepare();
        break_report report;
        report.decision = weigh(a, b);
        if (explain && report.decision.reason == break_reason::score) report.evidence = weightiest(full_evidence());
        if (report.decision.action != break_action::paragraph) report.decision.action = joint_action(a, b, lexicon);
        move_on(report.decision);
        return report;
    }

    /// An option of a command was cut behind its dashes, among East Asian text, where a dash parts no clauses.
    constexpr bool runs_on_in_option(std::string_view a, std::string_view b) const noexcept {
        if (lines_[0].last_byte != '-' || lines_[0].ideographs + lines_[1].ideographs == 0) return false;
        return is_cut_option(a, b);
    }

    /// The next line is a part of this one: there is nothing to decide.
    constexpr void pass_part() noexcept {
        prepare();
        lines_.advance();
    }

    // ---- For fitting the model: what it sees, and moving on with a decision that is known.

    constexpr break_evidence evidence(std::string_view a) noexcept {
        read(a);
        prepare();
        return gather_here();
    }
    constexpr bool leaves_joint_open(std::string_view a, std::string_view b) const noexcept {
        return !runs_on(a, b) && is_open_joint(last_of(a), first_of(b));
    }
    constexpr joint_evidence evidence_of_joint(std::string_view a, std::string_view b) const noexcept {
        return gather_joint({lines_, lines_.current()}, page_, a, b);
    }
    constexpr void follow(bool paragraph) noexcept {
        move_on({paragraph ? break_action::paragraph : break_action::join, break_reason::certain, 0});
    }

private:
    constexpr void prepare() noexcept {
        if (page_.lines_in_paragraph == 0) page_.lines_in_paragraph = 1;
        while (hinted_ + 1 < lines_.end() && hinted_ <= lines_.current() + line_window::hints) {
            const lines_around lines(lines_, hinted_);
            break_evidence evidence;
            gather_lines(evidence, lines);
            looks_.keep(lines, evidence);
            lines_.line(hinted_ + 1).hint = hint_of(first_model.score(evidence.data()));
            ++hinted_;
        }
    }

    /// Eighths of a logit.
    constexpr static std::int8_t hint_of(int score) noexcept {
        const int eighths = score / 8;
        return static_cast<std::int8_t>(eighths < -126 ? -126 : eighths > 126 ? 126 : eighths);
    }

    constexpr break_decision weigh(std::string_view a, std::string_view next) noexcept {
        constexpr break_decision paragraph{break_action::paragraph, break_reason::certain, 0}, join{break_action::join, break_reason::certain, 0};
        const line& b = lines_[1];
        if (b.opens_article || options_.layout == page_layout::line_per_paragraph) return paragraph;
        const lines_around lines(lines_, lines_.current());
        if (options_.layout == page_layout::blank_separated) return b.blanks != 0 ? paragraph : join;
        if (options_.layout == page_layout::indented) return page_.indents.opens_paragraph(b.indent) ? paragraph : join;
        if (parts_quotation(lines)) return paragraph;
        if ((lines_[0].last_byte == 0xAD && ends_with(a, "\u00AD")) || (options_.lists && wraps_item(lines_[0], b, a))) return join;
        if ((options_.lists && is_next_item(lines)) || (options_.bylines && opens_with_dateline(lines))) return paragraph;
        if (options_.blocks && (are_blocks_apart(lines, page_) || are_blocks_by_text(lines, page_, a, next))) return paragraph;
        if (options_.layout == page_layout::hard_wrapped) return parts_hard_wrapped(lines, options_.lists, next) ? paragraph : join;
        if (runs_on_in_words(lines) || (options_.lists && wraps_cell(lines)) || runs_on_behind_abbreviation(lines, a)) return join;
        if (runs_on_behind_short_word(lines_[0], b, a) || runs_on_behind_particle(lines, a) || runs_on_between_blanks(lines, page_)) return join;
        if (b.blanks == 0 && runs_on_in_address(a, next)) return join;
        if (runs_on_by_itself(lines) || runs_on_in_byline(lines[0], b, a)) return join;
        const int score = score_break();
        const break_decision decision{score > 0 ? break_action::paragraph : break_action::join, break_reason::score, score};
        return with_switches(decision, lines);
    }

    /// The first model's word where it is sure, else the second one's; in 64ths of a logit.
    constexpr int score_break() noexcept {
        const int first = hint_at(0);
        return is_sure(first) ? 8 * first : score_of(full_evidence());
    }
    /// The second model's trees, most of which refine.
    static constexpr int score_of(const break_evidence& evidence) noexcept {
        const int score = second_model.refined(0, third_model.count(), evidence.data());
#if GALLEY_MODEL_LITE
        return score;
#else
        return third_model.refined(score, 0, evidence.data());
#endif
    }
    /// All of them, so that what one piece of evidence does can be told.
    static constexpr int whole_score_of(const break_evidence& evidence) noexcept {
        return second_model.score(evidence.data()) + (GALLEY_MODEL_LITE ? 0 : third_model.score(evidence.data()));
    }
    static constexpr bool is_sure(int hint) noexcept { return hint <= -sure_hint || hint >= sure_hint; }

    /// A repair that is switched off leaves the break as the page has it.
    constexpr break_decision with_switches(break_decision decision, const lines_around& lines) const noexcept {
        const line& a = lines[0];
        const line& b = lines[1];
        const bool joins = decision.action == break_action::join, blank = b.blanks != 0;
        const break_decision paragraph{break_action::paragraph, break_reason::certain, 0}, join{break_action::join, break_reason::certain, 0};
        if (blank && page_.lines_in_paragraph >= 2 && runs_into_unit(a, b)) {
            if (options_.torn_numbers) return join;
            if (joins) return paragraph;
        }
        if (!blank && options_.torn_numbers && runs_on_behind_mark(a, b)) return join;
        if ((!blank || options_.column_breaks) && runs_on_behind_hyphen(a, b)) return join;
        if (joins && blank) {
            const bool double_spaced = is_double_spaced(lines);
            if (!(double_spaced ? options_.double_spacing : options_.column_breaks)) return paragraph;
            if (b.first == edge::opener && !options_.hanging_quotes) return paragraph;
            if (!double_spaced && parts_latin_paragraphs(lines, page_)) return paragraph;
        }
        if (joins && !options_.headlines && are_headline_lines(lines, page_)) return paragraph;
        if (joins || blank) return decision;
        const std::uint32_t plain = (options_.lists ? 0 : list_shape_bits) | (options_.bylines ? 0 : article_shape_bits);
        if (plain != 0 && (has(a, plain) || has(b, plain)) && !ends_sentence(a)) return join;
        if (!options_.lost_indents && b.indent <= a.indent && b.shape == 0 && looks_short_by_an_indent(lines)) return join;
        return decision;
    }

    constexpr break_evidence gather_here() noexcept {
        const lines_around lines(lines_, lines_.current());
        break_evidence evidence = looks_.look(lines);
        gather_rest(evidence, lines, columns_.find(lines), page_);
        return evidence;
    }

    /// What the second model sees: all evidence, and the first one's scores around.
    constexpr break_evidence full_evidence() noexcept {
        break_evidence evidence = gather_here();
        for (int i = -line_window::hints; i <= line_window::hints; ++i) evidence.set(ev_hints + line_window::hints + i, hint_at(i));
        return evidence;
    }

    constexpr static std::array<named_evidence, 5> weightiest(break_evidence evidence) noexcept {
        std::array<named_evidence, 5> found{};
        const int score = whole_score_of(evidence);
        const auto size = [](int weight) { return weight < 0 ? -weight : weight; };
        for (int i = 0; i < evidence_count; ++i) {
            const int value = evidence[i];
            evidence.set(i, 0);
            const named_evidence candidate{name_of_evidence(i), value, score - whole_score_of(evidence)};
            evidence.set(i, value);
            std::size_t place = found.size();
            while (place > 0 && size(candidate.weight) > size(found[place - 1].weight)) --place;
            for (std::size_t k = found.size() - 1; k > place && place < found.size(); --k) found[k] = found[k - 1];
            if (place < found.size()) found[place] = candidate;
        }
        return found;
    }

    /// The first model's score of the break `at` breaks from the current one; beyond the text's ends 127.
    constexpr int hint_at(int at) const noexcept {
        const std::int64_t behind = static_cast<std::int64_t>(lines_.current()) + at + 1;
        if (behind < 1 || behind >= static_cast<std::int64_t>(lines_.end())) return 127;
        return lines_.line(static_cast<std::uint32_t>(behind)).hint;
    }

    /// `join` or `space` inside a paragraph: the models' word where the text leaves it open, else the pair rule.
    template <class Lexicon>
    constexpr break_action joint_action(std::string_view a, std::string_view b, const Lexicon& lexicon) noexcept {
        const line& x = lines_[0];
        const line& y = lines_[1];
        if (x.last == edge::ideograph && y.first == edge::ideograph && name_at(a, b) == 0) return break_action::join;
        if (runs_on(a, b)) return break_action::join;
        const char32_t before = last_of(a), after = first_of(b);
        const auto space_if = [](bool yes) { return yes ? break_action::space : break_action::join; };
        const lines_around lines(lines_, lines_.current());
        if (runs_on_by_itself(lines)) return break_action::join;
        if (page_.has_stray_spaces() && is_number_joint(x.last, y.first)) return break_action::join;
        if (const int sure = sure_joint(x, y)) return space_if(sure > 0);
        if (const tally habit = page_.spacing.half_width(before, after); habit.is_clear()) return space_if(habit.yes > habit.no);
        if (parts_clauses(x, y)) return break_action::space;
        if (is_syllable(before) && is_syllable(after)) return space_if(parts_hangul(gather_hangul(lines, page_, a, b, lexicon)));
        if (!is_open_joint(before, after)) return space_if(parts_words(before, after));
        return space_if(joint_model.score(gather_joint(lines, page_, a, b).data()) > 0);
    }

    static constexpr bool is_number_joint(edge before, edge after) noexcept {
        return (before == edge::digit && after == edge::ideograph) || (before == edge::ideograph && after == edge::digit);
    }

    /// Also takes note of whether the break seems to stand inside a word.
    constexpr bool parts_hangul(const hangul_evidence& e) noexcept {
        const int edges = e[hv_edges];
        if (edges != 0) page_.torn_words.count(edges < 0, 16);
        return hangul_model.score(e.data()) > 0;
    }

    /// A word, a number or a name was cut. Ideographs are set solid, so a column that holds them cuts inside a number too.
    constexpr bool runs_on(std::string_view a, std::string_view b) const noexcept {
        if (runs_on_in_digits(a, b) || runs_on_in_name(a, b) || runs_on_in_address(a, b)) return true;
        if (runs_on_in_option(a, b)) return true;
        const bool solid = lines_[0].ideographs != 0 && lines_[1].ideographs != 0;
        return solid && lines_[0].last == edge::digit && lines_[1].first == edge::digit;
    }

    constexpr void move_on(const break_decision& decision) noexcept {
        learn(decision);
        lines_.advance();
    }

    constexpr void learn(const break_decision& decision) noexcept {
        const bool paragraph = decision.action == break_action::paragraph;
        const line& b = lines_[1];
        const line& a = lines_[0];
        page_.paragraphs.count(paragraph);
        if (ends_sentence(a)) page_.stop_ends.count(paragraph);
        if (b.indent > a.indent) page_.indent_starts.count(paragraph);
        if (!paragraph && a.width < 70 * 4) page_.column = page_.column == 0 ? a.width : (page_.column * 7 + a.width + 4) / 8;
        if (b.blanks != 0) page_.blank_mid_sentence.count(!paragraph);
        if (!paragraph) {
            if (page_.lines_in_paragraph < 1000) ++page_.lines_in_paragraph;
            return;
        }
        page_.kept_indent.count(b.indent >= 2);
        page_.brackets.clear();
        page_.lines_in_paragraph = 1;
        page_.starts_after_blank = b.blanks != 0;
    }

    rejoin_options options_;
    std::uint32_t hinted_ = 0;  ///< the first break without a hint
    line_window lines_;
    first_looks<> looks_;
    column_finder columns_;
    page_state page_;
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_REJOIN_HPP
