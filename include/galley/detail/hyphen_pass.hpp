// galley: passes over a whole text that find, decide and write out its line-end hyphens.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_PASS_HPP
#define GALLEY_DETAIL_HYPHEN_PASS_HPP

#include <galley/config.hpp>
#include <galley/detail/hyphen_judge.hpp>
#include <galley/detail/hyphen_scan.hpp>
#include <galley/detail/hyphen_statistics.hpp>
#include <galley/lexicon.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

GALLEY_NAMESPACE_BEGIN

/// One line-end hyphen of a whole text. Offsets in bytes.
struct hyphen_finding {
    std::size_t hyphen;       ///< where the hyphen is
    std::size_t line_break;   ///< where the line break behind it is
    std::size_t next;         ///< where the next line's text begins
    hyphen_decision decision;
};

namespace detail {

struct observe_nothing {
    constexpr void operator()(const hyphen_finding&) const noexcept {}
};

struct hyphen_place {
    std::size_t hyphen_end;   ///< behind the hyphen
    std::size_t line_break;
    std::size_t next;
};

/// The line-end hyphen before a line break, `hyphen_end` being 0 where there is none.
constexpr hyphen_place hyphen_at(std::string_view text, std::size_t from, std::size_t line_break, bool double_hyphens) noexcept {
    std::size_t end = line_break;
    while (end != from && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    std::size_t next = behind_break(text, line_break);
    if (end == from || !is_line_end_hyphen(last_of(slice(text, 0, end)), double_hyphens)) return {0, line_break, next};
    while (next != text.size() && (text[next] == ' ' || text[next] == '\t')) ++next;
    const bool has_text = next != text.size() && !is_break_byte(text[next]);
    return {has_text ? end : 0, line_break, next};
}

/// The first line-end hyphen from `from` on with text on the next line; its `hyphen_end` is 0 where there is none.
GALLEY_NOINLINE constexpr hyphen_place next_hyphen(std::string_view text, std::size_t from, bool double_hyphens) noexcept {
    hyphen_place place{0, 0, 0};
    for_each_torn_end(text, from, [&](std::size_t line_break) {
        place = hyphen_at(text, from, line_break, double_hyphens);
        return place.hyphen_end == 0;
    });
    return place;
}

/// Writes the text out, each decision in turn.
template <class Sink>
class hyphen_writer {
public:
    constexpr hyphen_writer(std::string_view text, Sink& sink) noexcept : text_(text), sink_(sink) {}

    constexpr void write(const hyphen_finding& found) {
        if (found.decision.action == hyphen_action::keep_space) return;
        const bool keep = found.decision.action == hyphen_action::keep;
        put(found.hyphen + (keep ? found.decision.hyphen_size : 0U));
        done_ = found.next + found.decision.repeated_size;
        pull_up(found);
    }

    constexpr void finish() { put(text_.size()); }

private:
    /// The rest of the word goes on this line, then comes the line break; where no blank follows the word, the lines are joined.
    constexpr void pull_up(const hyphen_finding& found) {
        constexpr std::size_t longest = 256;
        std::size_t end = done_;
        while (end != text_.size() && end - done_ < longest && !is_space(text_[end])) ++end;
        std::size_t next = end;
        while (next != text_.size() && text_[next] == ' ') ++next;
        if (next == end || next == text_.size() || is_space(text_[next])) return;
        put(end);
        const std::size_t behind = behind_break(text_, found.line_break);
        sink_(slice(text_, found.line_break, behind));
        done_ = next;
    }

    static constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\t' || is_break_byte(c); }

    constexpr void put(std::size_t end) {
        if (end > done_) sink_(slice(text_, done_, end));
        done_ = end;
    }

    std::string_view text_;
    Sink& sink_;
    std::size_t done_ = 0;
};

/// The lexicon is told the words of a text.
template <class Lexicon>
inline constexpr bool is_told = Lexicon::kind == lexicon_kind::filter || Lexicon::kind == lexicon_kind::exact;

/// And asked about them before it is.
template <class Lexicon, class = void>
inline constexpr bool is_asked_first = false;
template <class Lexicon>
inline constexpr bool is_asked_first<Lexicon, std::void_t<decltype(Lexicon::capacity())>> = true;

/// What is foreseen of so many hyphens, two bits each.
template <std::size_t Most>
struct prospects {
    std::uint8_t pairs[(Most + 3) / 4] = {};
    constexpr prospect operator[](std::size_t i) const noexcept { return static_cast<prospect>(pairs[i / 4] >> i % 4 * 2 & 3U); }
    /// Where it was open.
    constexpr void put(std::size_t i, prospect p) noexcept { pairs[i / 4] = static_cast<std::uint8_t>(pairs[i / 4] | static_cast<unsigned>(p) << i % 4 * 2); }
};
template <>
struct prospects<0> {
    constexpr prospect operator[](std::size_t) const noexcept { return prospect::open; }
};

/// Hyphens that are asked about together.
struct hyphen_batch {
    std::size_t first;  ///< where the first is
    std::size_t last;   ///< behind the last
    std::size_t end;    ///< number of the hyphen behind them
};

/// All decisions of one text, in the order of the text.
template <class Lexicon>
class hyphen_pass {
public:
    constexpr hyphen_pass(std::string_view text, Lexicon& lexicon, const hyphen_options& options) noexcept
        : text_(text), lexicon_(lexicon), options_(options) {}

    /// `use(hyphen_finding, hyphen_case, bool counted)` for each line-end hyphen. Returns how many there were.
    template <class Use>
    constexpr std::size_t run(const hyphen_options&, Use use) {
        if constexpr (is_asked_first<Lexicon>) return run_batches(use);
        else return run_twice(use);
    }

    /// The same in one pass, but for a lexicon that needs several.
    template <class Use>
    constexpr std::size_t run(const one_pass_options& options, Use use) {
        if constexpr (is_asked_first<Lexicon>) return run_batches(use);
        else return run_once(options.lookahead, use);
    }

    constexpr const hyphen_statistics& statistics() const noexcept { return statistics_; }

private:
    // What takes a hyphen apart is kept out of line: its 600 bytes of stack are then in use once at a time.
    constexpr hyphen_place next(std::size_t from) const noexcept { return next_hyphen(text_, from, options_.double_hyphens); }

    constexpr void split(const hyphen_place& place, hyphen_parts& parts) const noexcept {
        split_hyphen(slice(text_, 0, place.hyphen_end), slice(text_, place.next, text_.size()), options_.double_hyphens, parts);
    }

    constexpr void open(const hyphen_place& place, std::size_t index, hyphen_case& c) const noexcept {
        split(place, c.parts);
        if (foreseen(index) == prospect::known_word) c.answers.set(question::joined);
        else ask_all(c, lexicon_, statistics_);
    }

    constexpr void read_statistics() noexcept {
        statistics_.read(text_);
        for (hyphen_place place = next(0); place.hyphen_end != 0; place = next(place.next)) {
            if (found_++ == 0) first_ = place;
            statistics_.note_line_end(slice(text_, 0, place.hyphen_end), slice(text_, place.next, text_.size()));
        }
    }

    template <class Use>
    constexpr void decide(const hyphen_place& place, const hyphen_case& c, bool counted, Use& use) {
        const prospect known = foreseen(count_);
        const hyphen_decision decision = known == prospect::open ? judge(c, lexicon_, statistics_, options_, counted)
                                                                 : decide_foreseen(known, last_of(slice(text_, 0, place.hyphen_end)));
        ++count_;
        use(hyphen_finding{place.hyphen_end - decision.hyphen_size, place.line_break, place.next, decision}, c, counted);
    }

    /// Decides on so many hyphens; `place` goes behind them.
    template <class Use>
    GALLEY_NOINLINE constexpr void decide_next(std::size_t hyphens, hyphen_place& place, Use& use) {
        for (; hyphens != 0; --hyphens) {
            hyphen_case c;
            if (foreseen(count_) == prospect::open) open(place, count_, c);
            decide(place, c, count_ < counted_, use);
            if (count_ != found_) place = next(place.next);
        }
    }

    /// Lets the first of so many hyphens bear witness before any is decided.
    GALLEY_NOINLINE constexpr void note_first(std::size_t hyphens) noexcept {
        if (hyphens > most_counted) hyphens = most_counted;
        for (hyphen_place place = first_; counted_ != hyphens; place = next(place.next)) {
            hyphen_case c;
            open(place, counted_++, c);
            note_plainness(c, statistics_);
        }
    }

    /// Reads all of the text, then decides.
    template <class Use>
    constexpr std::size_t run_twice(Use& use) {
        read_statistics();
        if constexpr (is_told<Lexicon>) read_words(text_, lexicon_);
        if constexpr (Lexicon::kind != lexicon_kind::none) note_first(found_);
        decide_next(found_, first_, use);
        return count_;
    }

    /// How far to read before the line that ends at `next` is decided on: not into a line.
    constexpr std::size_t horizon(std::size_t next, std::size_t read, std::size_t lookahead) const noexcept {
        if (lookahead == 0) return next;
        if (next + lookahead <= read) return read;
        if (text_.size() - next <= lookahead) return text_.size();
        std::size_t end = text_.size();
        for_each_break(text_, next + lookahead, [&](std::size_t line_break) {
            end = behind_break(text_, line_break);
            return false;
        });
        return end;
    }

    /// Reads up to each line's end and `lookahead` behind it, then decides on that line.
    template <class Use>
    constexpr std::size_t run_once(std::size_t lookahead, Use& use) {
        word_reader<Lexicon, usual_told_words> reader;
        std::size_t read = 0;
        for (hyphen_place place = next(0); place.hyphen_end != 0; place = next(place.next)) {
            const std::size_t end = horizon(place.next, read, lookahead);
            const std::string_view chunk = slice(text_, read, end);
            read = end;
            statistics_.read(chunk);
            if constexpr (is_told<Lexicon>) reader.read(chunk, lexicon_);
            hyphen_case c;
            split(place, c.parts);
            statistics_.note_line_end(c.parts, slice(text_, 0, place.hyphen_end), slice(text_, place.next, text_.size()));
            ask_all(c, lexicon_, statistics_);
            decide(place, c, false, use);
            note_plainness(c, statistics_);
        }
        return count_;
    }

    /// Fills the lexicon with questions, reads the text for the answers, decides; until all are decided. Where not all questions
    /// have room, whole words are asked about first: the text is read for them at less cost, and they leave few hyphens in doubt.
    template <class Use>
    constexpr std::size_t run_batches(Use& use) {
        read_statistics();
        for (hyphen_place from = first_; count_ != found_;) {
            const bool fresh = count_ == settled_end_;
            if (fresh) begin_window();
            hyphen_batch batch = ask(all_questions, from, count_);
            if (fresh && batch.end != settled_end_) {
                settle(from);
                batch = ask(all_questions, from, count_);
            }
            answer(batch, 0);
            if (counted_ == 0) note_first(batch.end);
            decide_next(batch.end - count_, from, use);
        }
        return count_;
    }

    constexpr void begin_window() noexcept {
        settled_ = {};
        settled_begin_ = count_;
        settled_end_ = found_ - count_ < most_settled ? found_ : count_ + most_settled;
    }

    /// Settles those of a window's hyphens that whole words leave no doubt about. Where that takes several rounds, it is asked first
    /// which of the torn words stand whole elsewhere, as most do.
    constexpr void settle(const hyphen_place& place) noexcept {
        const bool at_once = (settled_end_ - settled_begin_) * usual_words <= Lexicon::capacity();
        if (!at_once) settle_by(known_word_questions, place);
        settle_by(at_once ? whole_word_questions : side_word_questions, place);
    }

    GALLEY_NOINLINE constexpr void settle_by(std::uint32_t questions, hyphen_place place) noexcept {
        const bool sides = questions != known_word_questions;
        for (std::size_t index = settled_begin_; index != settled_end_;) {
            const hyphen_batch batch = ask(questions, place, index);
            answer(batch, words_discount);
            if (sides && counted_ == 0) note_first(batch.end);
            for (; index != batch.end; ++index, place = next(place.next)) {
                if (foreseen(index) == prospect::open) settle_one(place, index, sides);
            }
        }
    }

    GALLEY_NOINLINE constexpr void settle_one(const hyphen_place& place, std::size_t index, bool sides) noexcept {
        hyphen_case c;
        open(place, index, c);
        settled_.put(index - settled_begin_, foresee(c, lexicon_, statistics_, options_, index < counted_, sides));
    }

    constexpr prospect foreseen(std::size_t index) const noexcept {
        return index < settled_begin_ || index >= settled_end_ ? prospect::open : settled_[index - settled_begin_];
    }

    /// Fills the lexicon with questions about the hyphens of the window from `index` on that are not settled, as long as there is room.
    constexpr hyphen_batch ask(std::uint32_t questions, hyphen_place place, std::size_t index) noexcept {
        lexicon_.clear(questions == all_questions ? all_word_classes : whole_word_classes);
        hyphen_batch batch{place.hyphen_end, place.hyphen_end, index};
        while (batch.end != settled_end_ && lexicon_.has_room(most_questions)) {
            if (foreseen(batch.end) == prospect::open) record(questions, place);
            batch.last = place.next;
            if (++batch.end != settled_end_) place = next(place.next);
        }
        return batch;
    }

    GALLEY_NOINLINE constexpr void record(std::uint32_t questions, const hyphen_place& place) noexcept {
        hyphen_parts parts;
        split(place, parts);
        if (!parts.is_joint() || (questions == all_questions && counted_ != 0 && is_ruled(parts))) return;
        // The statistics know all compounds, and some more.
        const hyphen_questions all(parts);
        std::uint32_t compounds = 0;
        for (const question q : {question::compound, question::first_part, question::last_part}) {
            if (statistics_.has_compound(all.keys[static_cast<std::size_t>(q)])) compounds |= question_bit(q);
        }
        if (compounds != 0) questions |= question_bit(question::joined);
        all.for_each([&](question q, word_class c, word_key key) {
            if ((questions & (compounds | ~compound_questions) & question_bit(q)) != 0) lexicon_.record(c, key);
        });
    }

    /// A rule decides, whatever words the text has.
    constexpr bool is_ruled(const hyphen_parts& parts) const noexcept {
        return judge_by_rule(parts, true, statistics_, statistics_.language()).reason != hyphen_reason::weight;
    }

    /// Reads the text for the answers: all of it if the credit allows, else as much around the batch as it does.
    constexpr void answer(const hyphen_batch& batch, unsigned discount) noexcept {
        if (lexicon_.size() == 0) return;
        const std::size_t first = batch.first;
        const std::size_t last = batch.last;
        const std::size_t covered = last - first;
        credit_ += reading_rate * covered >> discount;
        const std::size_t room = credit_ << discount;
        std::size_t begin = 0;
        std::size_t end = text_.size();
        if (text_.size() > room) {
            const std::size_t margin = room > covered ? (room - covered) / 2 : 0;
            begin = first > margin ? first - margin : 0;
            end = text_.size() - last > margin ? last + margin : text_.size();
        }
        const std::size_t cost = (end - begin) >> discount;
        credit_ -= credit_ > cost ? cost : credit_;
        read_words(slice(text_, begin, end), lexicon_);
    }

    static constexpr std::size_t most_counted = 48;
    static constexpr std::size_t usual_words = 3;      ///< questions of a hyphen about whole words, that no other has asked
    static constexpr std::size_t reading_rate = 1;
    static constexpr unsigned words_discount = 2;      ///< whole words are read for at a quarter of the cost, or less
    static constexpr std::size_t free_reading = std::size_t{1} << 19;

    static constexpr std::size_t settled_at_once() noexcept {
        if constexpr (is_asked_first<Lexicon>) return Lexicon::capacity() < 4096 ? 4096 : Lexicon::capacity();
        else return 0;
    }
    static constexpr std::size_t most_settled = settled_at_once();

    std::string_view text_;
    Lexicon& lexicon_;
    hyphen_options options_;
    hyphen_place first_{0, 0, 0};
    std::size_t found_ = 0;
    std::size_t count_ = 0;
    std::size_t counted_ = 0;
    std::size_t credit_ = free_reading;
    std::size_t settled_begin_ = 0;  ///< numbers of the hyphens that `settled_` is about
    std::size_t settled_end_ = 0;
    prospects<most_settled> settled_;
    hyphen_statistics statistics_;  // the largest last
};

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_PASS_HPP
