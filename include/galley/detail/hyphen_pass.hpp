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
#include <string_view>

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
    if (end == from || !is_line_end_hyphen(last_of(text_before(text, end)), double_hyphens)) return {0, line_break, next};
    while (next != text.size() && (text[next] == ' ' || text[next] == '\t')) ++next;
    const bool has_text = next != text.size() && !is_break_byte(text[next]);
    return {has_text ? end : 0, line_break, next};
}

/// Calls `use(hyphen_place)` for each line-end hyphen from `from` on with text on the next line, until it returns false.
template <class Use>
constexpr void for_each_hyphen(std::string_view text, std::size_t from, bool double_hyphens, Use use) noexcept {
    for_each_torn_end(text, from, [&](std::size_t line_break) {
        const hyphen_place place = hyphen_at(text, from, line_break, double_hyphens);
        return place.hyphen_end == 0 || use(place);
    });
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

/// All decisions of one text, in the order of the text.
template <class Lexicon>
class hyphen_pass {
public:
    constexpr hyphen_pass(std::string_view text, Lexicon& lexicon, const hyphen_options& options) noexcept
        : text_(text), lexicon_(lexicon), options_(options) {}

    /// `use(hyphen_finding, hyphen_case, bool counted)` for each line-end hyphen. Returns how many there were.
    template <class Use>
    constexpr std::size_t run(Use use) {
        if constexpr (Lexicon::kind == lexicon_kind::exact) return run_batches(use);
        else if (options_.one_pass) return run_once(use);
        else return run_twice(use);
    }

    constexpr const hyphen_statistics& statistics() const noexcept { return statistics_; }

private:
    template <class Use>
    constexpr void for_each(std::size_t from, Use use) const {
        for_each_hyphen(text_, from, options_.double_hyphens, use);
    }

    constexpr void open(const hyphen_place& place, hyphen_case& c) const noexcept {
        open_case(text_before(text_, place.hyphen_end), text_behind(text_, place.next), lexicon_, statistics_, options_, c);
    }

    constexpr void read_statistics() noexcept {
        statistics_.read(text_);
        for_each(0, [&](const hyphen_place& place) {
            if (found_++ == 0) first_ = place.hyphen_end - (place.hyphen_end < longest_hyphen ? place.hyphen_end : longest_hyphen);
            statistics_.note_line_end(text_before(text_, place.hyphen_end), text_behind(text_, place.next));
            return true;
        });
    }

    template <class Use>
    constexpr void decide(const hyphen_place& place, bool counted, Use& use) {
        hyphen_case c;
        open(place, c);
        decide(place, c, counted, use);
    }

    template <class Use>
    constexpr void decide(const hyphen_place& place, const hyphen_case& c, bool counted, Use& use) {
        const hyphen_decision decision = judge(c, lexicon_, statistics_, options_, counted);
        ++count_;
        use(hyphen_finding{place.hyphen_end - decision.hyphen_size, place.line_break, place.next, decision}, c, counted);
    }

    /// Reads all of the text, then decides.
    template <class Use>
    constexpr std::size_t run_twice(Use& use) {
        read_statistics();
        if constexpr (Lexicon::kind == lexicon_kind::filter) read_words(text_, lexicon_);
        if (found_ == 0) return 0;
        if constexpr (Lexicon::kind != lexicon_kind::none) note_all(0);
        for_each(first_, [&](const hyphen_place& place) {
            decide(place, count_ < most_counted, use);
            return count_ != found_;
        });
        return count_;
    }

    /// How far to read before the line that ends at `next` is decided on: not into a line.
    constexpr std::size_t horizon(std::size_t next, std::size_t read) const noexcept {
        if (options_.lookahead == 0) return next;
        if (next + options_.lookahead <= read) return read;
        if (text_.size() - next <= options_.lookahead) return text_.size();
        std::size_t end = text_.size();
        for_each_break(text_, next + options_.lookahead, [&](std::size_t line_break) {
            end = behind_break(text_, line_break);
            return false;
        });
        return end;
    }

    /// Reads up to each line's end and as far behind it as the options say, then decides on that line.
    template <class Use>
    constexpr std::size_t run_once(Use& use) {
        word_reader<Lexicon, usual_told_words> reader;
        std::size_t read = 0;
        for_each(0, [&](const hyphen_place& place) {
            const std::size_t end = horizon(place.next, read);
            const std::string_view chunk = slice(text_, read, end);
            read = end;
            statistics_.read(chunk);
            if constexpr (Lexicon::kind == lexicon_kind::filter) reader.push(chunk, lexicon_);
            statistics_.note_line_end(text_before(text_, place.hyphen_end), text_behind(text_, place.next));
            hyphen_case c;
            open(place, c);
            decide(place, c, false, use);
            note_plainness(c, statistics_);
            return true;
        });
        return count_;
    }

    /// Fills the lexicon with questions, reads the text for the answers, decides; until all are decided.
    template <class Use>
    constexpr std::size_t run_batches(Use& use) {
        read_statistics();
        if (found_ == 0) return 0;
        std::size_t from = first_;
        std::size_t credit = free_reading;
        while (from < text_.size()) {
            lexicon_.clear();
            std::size_t first = text_.size();
            std::size_t last = text_.size();
            bool full = false;
            for_each(from, [&](const hyphen_place& place) {
                full = !lexicon_.has_room(most_questions);
                if (full) return false;
                if (first == text_.size()) first = place.hyphen_end;
                last = place.next;
                record(place);
                return true;
            });
            if (first == text_.size()) break;
            const std::size_t end = full ? last : text_.size();
            credit += reading_rate * (end - from);
            scan(first, last, credit);
            if (!noted_) note_all(end);
            noted_ = true;
            decide_range(from, end, use);
            from = end;
        }
        return count_;
    }

    constexpr void record(const hyphen_place& place) noexcept {
        hyphen_parts parts;
        split_hyphen(text_before(text_, place.hyphen_end), text_behind(text_, place.next), options_.double_hyphens, parts);
        if (!parts.is_joint()) return;
        find_name(parts);
        ask_questions(parts.joint, [&](question, word_class c, word_key key) { lexicon_.record(c, key); });
    }

    /// Reads all of the text if the credit allows, else as much of it around the batch as it does.
    constexpr void scan(std::size_t first, std::size_t last, std::size_t& credit) noexcept {
        std::size_t begin = 0;
        std::size_t end = text_.size();
        if (text_.size() > credit) {
            const std::size_t covered = last - first;
            const std::size_t margin = credit > covered ? (credit - covered) / 2 : 0;
            begin = first > margin ? first - margin : 0;
            end = text_.size() - last > margin ? last + margin : text_.size();
        }
        credit -= credit > end - begin ? end - begin : credit;
        read_words(slice(text_, begin, end), lexicon_);
    }

    template <class Use>
    constexpr void decide_range(std::size_t from, std::size_t end, Use& use) {
        for_each(from, [&](const hyphen_place& place) {
            if (place.next > end) return false;
            decide(place, index_ < counted_, use);
            ++index_;
            return true;
        });
    }

    /// Lets the first hyphens bear witness before any is decided.
    constexpr void note_all(std::size_t end) noexcept {
        for_each(first_, [&](const hyphen_place& place) {
            if (counted_ == most_counted || (end != 0 && place.next > end)) return false;
            hyphen_case c;
            open(place, c);
            note_plainness(c, statistics_);
            ++counted_;
            return true;
        });
    }

    static constexpr std::size_t most_counted = 48;
    static constexpr std::size_t longest_hyphen = 8;  ///< bytes of a hyphen, with room
    static constexpr std::size_t reading_rate = 8;
    static constexpr std::size_t free_reading = std::size_t{1} << 22;

    std::string_view text_;
    Lexicon& lexicon_;
    hyphen_options options_;
    std::size_t first_ = 0;  ///< no line-end hyphen stands before it
    std::size_t found_ = 0;
    std::size_t count_ = 0;
    std::size_t index_ = 0;
    std::size_t counted_ = 0;
    bool noted_ = false;
    hyphen_statistics statistics_;  // the largest last
};

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_PASS_HPP
