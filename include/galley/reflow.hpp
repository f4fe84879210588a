// galley: the pipeline: torn text in, paragraphs out.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_REFLOW_HPP
#define GALLEY_REFLOW_HPP

#include <galley/config.hpp>
#include <galley/dehyphenate.hpp>
#include <galley/detail/aside.hpp>
#include <galley/detail/break_rules.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_pass.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/detail/line_writer.hpp>
#include <galley/detail/reflow_types.hpp>
#include <galley/detail/word_reader.hpp>
#include <galley/lexicon.hpp>
#include <galley/rejoin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Lines to pieces: describes each line, decides its break when enough is known of what follows, writes it.
/// The text of the lines stays with the caller, who says where it is.
template <class Lexicon>
class reflow_engine {
public:
    /// `learning`: the lexicon takes in the words as they pass; else it has read them already.
    constexpr reflow_engine(const reflow_options& options, Lexicon& lexicon, bool learning) noexcept
        : options_(options), lexicon_(lexicon), learning_(learning), rejoiner_(options),
          budget_((options.window_bytes < 512 ? 512 : options.window_bytes) / 2),
          reader_(budget_ / 2 < longest_line ? budget_ / 2 : longest_line, line_space::layout,
                  options.mail_quotes ? quote_marks::before : quote_marks::part) {}

    /// Takes the lines that are complete in `text`; an unread byte of it stands `source` bytes later in the input.
    template <class Sink, class Observe>
    constexpr void read(std::string_view text, std::size_t source, bool final, Sink& sink, Observe& observe) {
        raw_line line;
        while (reader_.next(text, final, line)) {
            if (is_left_out(source + line.begin, source + line.end)) {
                pass_over(line.blanks);
                ++result_.left_out;
                left_part_ = line.cut;
                continue;
            }
            if (left_part_) line.continues = false;
            left_part_ = false;
            line_facts facts = read_facts(content(text, line));
            if (options_.inline_articles && may_hold_article(facts)) take_articles(facts, text, source, line, sink, observe);
            take(facts, text, source, line, sink, observe);
        }
        if (!final) return;
        drop_copy();
        while (!rejoiner_.lines().empty()) write_line(text, sink, observe);
    }

    constexpr line_reader& reader() noexcept { return reader_; }
    constexpr line_window& lines() noexcept { return rejoiner_.lines(); }
    constexpr const reflow_result& result() const noexcept { return result_; }

private:
    static constexpr std::size_t longest_line = 0xFFF0;  ///< bytes; line_facts::size has sixteen bits

    /// A dateline inside a line stands behind a stop, a bracket or white space.
    static constexpr bool may_hold_article(const line_facts& facts) noexcept {
        return (facts.traits & trait_dateline) != 0 && (facts.stops != 0 || facts.spaces != 0 || (facts.traits & (trait_brackets | trait_edits)) != 0);
    }

    /// A line's last character, be it a mark, is a hyphen. Most need not be decoded for that; a soft hyphen ends in the byte 0xAD.
    static constexpr bool ends_in_hyphen(const line_facts& facts, std::string_view content) noexcept {
        if (facts.last_byte < 0x80) return facts.last_byte == '-';
        if (facts.last != edge::dash && facts.last != edge::other && facts.last_byte != 0xAD) return false;
        return (facts.traits & trait_words) != 0 && detail::is_kind(detail::last_of(content), detail::kind::any_hyphen);
    }

    constexpr line_facts read_facts(std::string_view content) const noexcept {
        line_facts facts = facts_of(content, rejoiner_.page().has_stray_spaces());
        if (!options_.solid_spaces) facts.stray_marks = 0;  // so that no page has them
        return facts;
    }

    static constexpr std::string_view content(std::string_view text, const raw_line& line) noexcept {
        return slice(text.data() + line.begin, text.data() + line.end);
    }

    static constexpr std::string_view content(std::string_view text, const line_facts& line) noexcept {
        return {text.data() + line.store, line.size};
    }

    /// Takes what stands before the articles that begin inside a line; `facts` and `line` become those of what is left.
    template <class Sink, class Observe>
    constexpr void take_articles(line_facts& facts, std::string_view text, std::size_t source, raw_line& line, Sink& sink, Observe& observe) {
        bool opens_article = false;
        for (;;) {
            const std::size_t split = inline_article(content(text, line));
            if (split == not_found) return;
            raw_line front = line;
            front.end = line.begin + trim_end(head(content(text, line), split)).size();
            front.cut = false;
            facts = read_facts(content(text, front));
            facts.opens_article = opens_article;
            take(facts, text, source, front, sink, observe);
            line.begin += split;
            line.blanks = 0;
            line.indent = 0;
            line.quote_size = 0;
            line.continues = false;
            line.new_page = false;
            opens_article = true;
            facts = read_facts(content(text, line));
            facts.opens_article = true;
        }
    }

    /// Notes that a line with so many empty lines before it is not taken.
    constexpr void pass_over(std::uint8_t blanks) noexcept {
        if (blanks > passed_blanks_) passed_blanks_ = blanks;
    }

    /// Takes the last line out of the window again, if it is the one copy of the line before it.
    constexpr void drop_copy() noexcept {
        const line_window& lines = rejoiner_.lines();
        if (lines.empty() || !lines.last().copy || lines.lines_ahead() < 1) return;
        pass_over(lines.last().blanks);
        held_ -= lines.last().size;
        rejoiner_.drop_last();
        ++result_.doubled;
    }

    constexpr bool is_left_out(std::size_t begin, std::size_t end) noexcept {
        while (next_left_out_ < options_.left_out_count && options_.left_out[next_left_out_].end < end) ++next_left_out_;
        return next_left_out_ < options_.left_out_count && options_.left_out[next_left_out_].begin <= begin;
    }

    /// Whether running heads may be moved out of sentences that blank lines tear.
    constexpr bool heals_sentences() const noexcept {
        const bool looks = options_.layout == page_layout::automatic || options_.layout == page_layout::newspaper;
        return looks && options_.running_heads && options_.column_breaks;
    }

    /// How many of the last lines, one or two, stand inside a sentence that `next` goes on with: a page's foot, the next one's head.
    constexpr unsigned heads_before(const line_facts& next) const noexcept {
        const line_window& lines = rejoiner_.lines();
        const line_facts* behind = &next;
        for (unsigned count = 1; count <= 2 && lines.lines_ahead() >= static_cast<int>(count); ++count) {
            const line_facts& head = lines.line(lines.end() - count);
            if (!is_running_head(head, *behind)) return 0;
            if (interrupts_sentence({lines, lines.end() - count - 1}, next)) return count;
            behind = &head;
        }
        return 0;
    }

    /// Takes those lines out of the window.
    constexpr bool set_apart(std::string_view text, const line_facts& next) noexcept {
        const line_window& lines = rejoiner_.lines();
        const unsigned count = heads_before(next);
        std::size_t bytes = 0;
        for (unsigned i = 1; i <= count; ++i) bytes += lines.line(lines.end() - i).size;
        if (count == 0 || !aside_.has_room(count, bytes)) return false;
        for (unsigned i = count; i > 0; --i) aside_.put(content(text, lines.line(lines.end() - i)), lines.line(lines.end() - i).source);
        for (unsigned i = 0; i < count; ++i) rejoiner_.drop_last();
        held_ -= bytes;
        result_.set_apart += count;
        return true;
    }

    /// A line that says again what the line before it said waits for the next one: of three that are the same, all stay.
    constexpr void settle_copy(std::string_view text, line_facts& facts) noexcept {
        if (!is_second_copy(text, facts)) {
            thrice_ = false;
            if (goes_on_as_verse(facts)) rejoiner_.lines().last().copy = false;
            return drop_copy();
        }
        line_facts& last = rejoiner_.lines().last();
        facts.copy = !last.copy && !thrice_;
        thrice_ = thrice_ || last.copy;
        last.copy = false;
    }

    /// What stands below is no text under a headline but another short line without a mark: verse that says a line twice, cells.
    constexpr bool goes_on_as_verse(const line_facts& facts) const noexcept {
        const line_facts& last = rejoiner_.lines().last();
        return facts.blanks == 0 && facts.shape == 0 && facts.marks + facts.stops == 0 && facts.width * 4 <= last.width * 5;
    }

    /// The line says again what the line before it said: a headline printed twice. Not in what repeats by nature: running
    /// text, lists.
    constexpr bool is_second_copy(std::string_view text, const line_facts& facts) const noexcept {
        const line_facts& last = rejoiner_.lines().last();
        if (last.size != facts.size || last.width != facts.width || facts.width > 40 * 4 || facts.indent != last.indent || facts.quotes != last.quotes) return false;
        if (facts.ideographs + facts.hanguls < 4 || facts.cut || facts.continues || facts.opens_article) return false;
        if ((facts.shape & (list_shape_bits | article_shape_bits)) != 0 || ends_in_mark(facts)) return false;
        return content(text, last) == content(text, facts);
    }

    template <class Sink, class Observe>
    constexpr void take(line_facts facts, std::string_view text, std::size_t source, const raw_line& line, Sink& sink, Observe& observe) {
        facts.source = source + line.begin;
        facts.store = line.begin;
        facts.blanks = line.blanks;
        facts.indent = line.indent;
        facts.continues = line.continues;
        facts.cut = line.cut;
        facts.new_page = line.new_page;
        facts.quotes = line.quotes;
        facts.quote_size = line.quote_size;
        if (options_.doubled_text && !rejoiner_.lines().empty()) settle_copy(text, facts);
        if (facts.blanks < passed_blanks_) facts.blanks = passed_blanks_;
        passed_blanks_ = 0;
        if (heals_sentences() && set_apart(text, facts)) facts.blanks = 0;
        rejoiner_.push(facts);
        held_ += facts.size;
        result_.lines += !line.continues;
        while (rejoiner_.lines().lines_ahead() >= line_window::wait || (held_ > budget_ && rejoiner_.lines().lines_ahead() >= 1)) {
            write_line(text, sink, observe);
        }
    }

    /// Decides the break behind the current line, writes the line and what takes the break's place.
    template <class Sink, class Observe>
    constexpr void write_line(std::string_view text, Sink& sink, Observe& observe) {
        const line_facts a = rejoiner_.lines()[0];
        std::string_view line = content(text, a);
        held_ -= a.size;
        learn(line, a);
        if (rejoiner_.lines().lines_ahead() == 0) {
            write_content(line, a, sink);
            end_paragraph("\n", a.source + a.size, 0, sink);
            rejoiner_.lines().advance();
            return;
        }
        if (rejoiner_.lines()[1].continues) return write_part(line, a, sink);
        const std::string_view next = content(text, rejoiner_.lines()[1]);
        const bool may_be_hyphenated = options_.hyphens && ends_in_hyphen(a, line) && !rejoiner_.runs_on_in_option(line, next);
        break_report report = rejoiner_.decide(line, next, lexicon_, observe_evidence(observe));
        std::size_t skipped = 0;
        if (may_be_hyphenated && report.decision.action != break_action::paragraph) {
            skipped = mend_hyphen(line, next, report.decision);
        }
        report.source = a.source + a.size;
        report.source_size = rejoiner_.lines()[0].source - report.source;
        observe(report);
        write_content(line, a, sink);
        skip_ = skipped;
        write_break(report, rejoiner_.lines()[0].blanks, sink);
    }

    /// A part of a line that was too long for the window: no break stands behind it.
    template <class Sink>
    constexpr void write_part(std::string_view line, const line_facts& facts, Sink& sink) {
        rejoiner_.pass_part();
        write_content(line, facts, sink);
        const line_facts& next = rejoiner_.lines()[0];
        const std::size_t end = facts.source + facts.size;
        if (next.indent != 0) sink(piece{" ", piece_kind::space, end, next.source - end});
    }

    /// Takes a hyphen off the line's end where layout put it there, and settles the joint. Returns the bytes that the next
    /// line is to lose, because it repeats the hyphen.
    constexpr std::size_t mend_hyphen(std::string_view& line, std::string_view next, break_decision& decision) noexcept {
        const hyphen_decision hyphen = decide_next_hyphen(line, next, lexicon_, statistics_);
        if (!hyphen) return 0;
        decision.action = hyphen.action == hyphen_action::keep_space ? break_action::space : break_action::join;
        if (hyphen.action != hyphen_action::drop) return hyphen.repeated_size;
        line = head(line, line.size() - hyphen.hyphen_size);
        ++result_.hyphens;
        return hyphen.repeated_size;
    }

    constexpr void learn(std::string_view line, const line_facts& facts) noexcept {
        const bool cut = facts.cut;
        rejoiner_.read(line);
        if ((facts.traits & trait_words) != 0) {
            statistics_.read(line);
            if (!cut) statistics_.read("\n");
        }
        if (!learning_) return;
        hangul_words::read_line(line, lexicon_);
        words_.push(line, lexicon_);
        if (!cut) words_.push("\n", lexicon_);
    }

    /// Bytes of the quotation marks that will be written before a line; 0 also where they are too far from it to be counted.
    constexpr std::size_t marks_size(const line_facts& line) const noexcept {
        return line.quotes == quotes_ || line.quotes == 0 || line.quote_size == 255 ? 0 : line.quote_size;
    }

    /// The marks of a quotation, where it begins and at its paragraphs.
    template <class Sink>
    constexpr void write_quotes(const line_facts& facts, Sink& sink) {
        constexpr std::string_view marks = ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> ";
        const std::size_t size = marks_size(facts);
        if (facts.quotes == quotes_) return;
        quotes_ = facts.quotes;
        if (quotes_ == 0) return;
        sink(piece{tail(marks, marks.size() - 1 - facts.quotes), piece_kind::replacement, facts.source - size, size});
    }

    template <class Sink>
    constexpr void write_content(std::string_view line, const line_facts& facts, Sink& sink) {
        write_quotes(facts, sink);
        const std::string_view rest = tail(line, skip_);
        const std::size_t source = facts.source + skip_;
        skip_ = 0;
        layout_spaces closed;
        closed.in_solid_text = rejoiner_.page().has_stray_spaces();
        closed.beside_digits = options_.digit_spacing && (rejoiner_.page().spacing.closes_digits() || (closed.in_solid_text && facts.marks != 0));
        closed.around_cells = options_.solid_spaces && facts.spaces >= 3 && facts.ideographs >= 3 && is_stretched(rest);
        if (!is_written_as_it_is(facts, options_, closed)) line_writer<Sink>(rest, source, options_, closed, sink).write((facts.traits & trait_doubled) != 0);
        else if (!rest.empty()) sink(piece{rest, piece_kind::text, source, rest.size()});
    }

    template <class Sink>
    constexpr void write_break(const break_report& report, int blanks, Sink& sink) {
        if (report.decision.action == break_action::paragraph) {
            quotes_ = 0;
            end_paragraph("\n\n", report.source, report.source_size - marks_size(rejoiner_.lines()[0]), sink);
            return;
        }
        result_.healed += blanks != 0;
        if (report.decision.action == break_action::join) {
            ++result_.joins;
        } else {
            ++result_.spaces;
            sink(piece{" ", piece_kind::space, report.source, report.source_size - marks_size(rejoiner_.lines()[0])});
        }
    }

    /// Ends the paragraph, and writes what was set apart from it as blocks of their own.
    template <class Sink>
    constexpr void end_paragraph(std::string_view mark, std::size_t source, std::size_t source_size, Sink& sink) {
        ++result_.paragraphs;
        aside_.take_before(source, [&](std::string_view line, std::size_t line_source) {
            ++result_.paragraphs;
            sink(piece{"\n\n", piece_kind::paragraph, source, source_size});
            line_writer<Sink>(line, line_source, options_, layout_spaces(), sink).write();
            source = line_source + line.size();
            source_size = 0;
        });
        sink(piece{mark, piece_kind::paragraph, source, source_size});
    }

    reflow_options options_;
    Lexicon& lexicon_;
    bool learning_;
    rejoiner rejoiner_;
    std::size_t budget_;     ///< bytes of content that may wait for their decision
    std::size_t held_ = 0;
    std::size_t skip_ = 0;   ///< bytes of the next line that are not written
    std::uint8_t quotes_ = 0;         ///< marks of the quotation that the open paragraph stands in
    std::uint8_t passed_blanks_ = 0;  ///< empty lines before a line that was not taken
    bool left_part_ = false;  ///< the first part of a long line was left out
    bool thrice_ = false;     ///< the last lines are all the same, and are three or more
    std::size_t next_left_out_ = 0;   ///< the first of the spans to leave out that a coming line may lie in
    line_reader reader_;
    aside aside_;
    hyphen_statistics statistics_;
    word_reader<Lexicon> words_;
    reflow_result result_;
};

}  // namespace detail::page

/// Repairs a whole text. `sink(piece)` gets the output piece by piece; slices point into `text`, but for the few
/// lines that were set apart. Any bytes are legal:
/// ill-formed UTF-8 comes out as U+FFFD. `observe(break_report)`, if given, is told of each break. Linear in the input; 6 KB of
/// stack on small 32-bit machines, 10 KB on 64-bit ones.
template <class Sink, class Observe = detail::page::observe_nothing>
constexpr reflow_result reflow(std::string_view text, Sink&& sink, const reflow_options& options = {}, Observe&& observe = {}) {
    no_lexicon none;
    detail::page::reflow_engine<no_lexicon> engine(options, none, false);
    engine.read(text, 0, true, sink, observe);
    return engine.result();
}

/// The same with the words of the text in a lexicon, which reads all of it first (and may know other words already).
template <class Lexicon, class Sink, class Observe = detail::page::observe_nothing>
constexpr reflow_result reflow_with(Lexicon& lexicon, std::string_view text, Sink&& sink, const reflow_options& options = {},
                                    Observe&& observe = {}) {
    read_words(text, lexicon);
    detail::page::read_hangul_words(text, lexicon);
    detail::page::reflow_engine<Lexicon> engine(options, lexicon, false);
    engine.read(text, 0, true, sink, observe);
    return engine.result();
}

/// The same for a text that arrives in chunks, cut anywhere, in a fixed window. Without a lexicon the output is byte for byte
/// that of `reflow` with `window_bytes` of the same size; a lexicon knows the words that came before. A decision waits for
/// twelve lines, or for as many as half the window holds; a line longer than a quarter of the window is taken in parts.
template <std::size_t WindowBytes, class Lexicon = no_lexicon>
class reflower {
    static_assert(WindowBytes >= 512, "the window must hold a few lines");

public:
    constexpr explicit reflower(const reflow_options& options = {}) noexcept : engine_(sized(options), lexicon_, true) {}
    reflower(const reflower&) = delete;
    reflower& operator=(const reflower&) = delete;

    /// Takes a chunk; writes what can be decided. Slices point into the window and are valid during the call.
    template <class Sink>
    constexpr void push(std::string_view chunk, Sink&& sink) {
        detail::page::observe_nothing nothing;
        while (!chunk.empty()) {
            if (used_ == WindowBytes) compact();
            const std::string_view part = detail::page::head(chunk, WindowBytes - used_);
            for (std::size_t i = 0; i < part.size(); ++i) window_[used_ + i] = part[i];
            used_ += part.size();
            chunk = detail::page::tail(chunk, part.size());
            engine_.read({window_, used_}, source_, false, sink, nothing);
        }
    }

    /// The words that the text has shown so far.
    constexpr Lexicon& lexicon() noexcept { return lexicon_; }

    /// The text is over. Writes the rest; afterwards the object is used up.
    template <class Sink>
    constexpr reflow_result finish(Sink&& sink) {
        detail::page::observe_nothing nothing;
        engine_.read({window_, used_}, source_, true, sink, nothing);
        return engine_.result();
    }

private:
    static constexpr reflow_options sized(reflow_options options) noexcept {
        options.window_bytes = WindowBytes;
        return options;
    }

    /// Moves what is still needed to the front: the lines that wait, and what was not read yet. They fill three quarters at
    /// most, so a byte is moved a few times only.
    constexpr void compact() noexcept {
        std::size_t at = 0;
        const auto move_down = [&](std::size_t from, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i) window_[at + i] = window_[from + i];
            at += size;
        };
        detail::page::line_window& lines = engine_.lines();
        for (int i = 0; i <= lines.lines_ahead(); ++i) {
            const std::size_t from = lines[i].store;
            lines[i].store = at;
            move_down(from, lines[i].size);
        }
        const std::size_t unread = engine_.reader().position();
        const std::size_t moved = unread - at;
        move_down(unread, used_ - unread);
        engine_.reader().rebase(moved);
        source_ += moved;
        used_ = at;
    }

    Lexicon lexicon_{};
    detail::page::reflow_engine<Lexicon> engine_;
    char window_[WindowBytes] = {};
    std::size_t used_ = 0;
    std::size_t source_ = 0;  ///< what the place of an unread byte in the window lacks to its offset in the input
};

GALLEY_NAMESPACE_END

#endif // GALLEY_REFLOW_HPP
