// galley: the pipeline: torn text in, paragraphs out.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_REFLOW_HPP
#define GALLEY_REFLOW_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/detail/line_writer.hpp>
#include <galley/detail/reflow_types.hpp>
#include <galley/rejoin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Lines to pieces: describes each line, decides its break when enough is known of what follows, writes it.
/// The text of the lines stays with the caller, who says where it is.
class reflow_engine {
public:
    constexpr explicit reflow_engine(const reflow_options& options) noexcept
        : options_(options), rejoiner_(options), budget_((options.window_bytes < 512 ? 512 : options.window_bytes) / 2),
          reader_(budget_ / 2) {}

    /// Takes the lines that are complete in `text`, whose first byte is `source` bytes into the input.
    template <class Sink>
    constexpr void read(std::string_view text, std::size_t source, bool final, Sink& sink) {
        raw_line line;
        while (reader_.next(text, final, line)) {
            const std::size_t split = options_.inline_articles ? inline_article(content(text, line)) : not_found;
            if (split != not_found) {
                raw_line front = line;
                front.end = line.begin + split;
                while (front.end > front.begin && is_blank(utf8_decode_before(text.data() + front.begin, text.data() + front.end).code_point)) {
                    front.end -= utf8_decode_before(text.data() + front.begin, text.data() + front.end).size;
                }
                take(text, source, front, false, sink);
                line.begin += split;
                line.blanks = 0;
                line.indent = 0;
            }
            take(text, source, line, split != not_found, sink);
        }
        if (!final) return;
        while (!rejoiner_.lines().empty()) write_line(text, sink);
    }

    constexpr line_reader& reader() noexcept { return reader_; }
    constexpr line_window& lines() noexcept { return rejoiner_.lines(); }
    constexpr const reflow_result& result() const noexcept { return result_; }

private:
    static constexpr std::string_view content(std::string_view text, const raw_line& line) noexcept {
        return slice(text.data() + line.begin, text.data() + line.end);
    }

    static constexpr std::string_view content(std::string_view text, const line_facts& line) noexcept {
        return {text.data() + line.store, line.size};
    }

    template <class Sink>
    constexpr void take(std::string_view text, std::size_t source, const raw_line& line, bool opens_article, Sink& sink) {
        line_facts facts = facts_of(content(text, line));
        facts.source = source + line.begin;
        facts.store = line.begin;
        facts.blanks = line.blanks;
        facts.indent = line.indent;
        facts.page_break = line.page_break;
        facts.continues = line.continues;
        facts.cut = line.cut;
        facts.opens_article = opens_article;
        rejoiner_.push(facts);
        held_ += facts.size;
        ++result_.lines;
        while (rejoiner_.lines().lines_ahead() >= line_window::wait || (held_ > budget_ && rejoiner_.lines().lines_ahead() >= 1)) {
            write_line(text, sink);
        }
    }

    /// Decides the break behind line 0, writes the line and what takes the break's place.
    template <class Sink>
    constexpr void write_line(std::string_view text, Sink& sink) {
        const line_facts a = rejoiner_.lines()[0];
        const std::string_view line = content(text, a);
        const bool last = rejoiner_.lines().lines_ahead() == 0;
        held_ -= a.size;
        if (last) {
            write_content(line, a, sink);
            ++result_.paragraphs;
            sink(piece{"\n", piece_kind::paragraph, a.source + a.size, 0});
            rejoiner_.lines().advance();
            return;
        }
        const line_facts& b = rejoiner_.lines()[1];
        const break_decision decision = rejoiner_.decide(line, content(text, b));
        write_content(line, a, sink);
        write_break(decision.action, a.source + a.size, rejoiner_.lines()[0], sink);
    }

    template <class Sink>
    constexpr void write_content(std::string_view line, const line_facts& facts, Sink& sink) {
        line_writer<Sink>(line, facts.source, options_, options_.digit_spacing && rejoiner_.page().closes_digits(), sink).write();
    }

    template <class Sink>
    constexpr void write_break(break_action action, std::size_t from, const line_facts& next, Sink& sink) {
        const std::size_t size = next.source - from;
        if (action == break_action::paragraph) {
            ++result_.paragraphs;
            sink(piece{"\n\n", piece_kind::paragraph, from, size});
            return;
        }
        result_.healed += next.blanks != 0;
        ++(action == break_action::space ? result_.spaces : result_.joins);
        if (action == break_action::space) sink(piece{" ", piece_kind::space, from, size});
    }

    reflow_options options_;
    rejoiner rejoiner_;
    std::size_t budget_;      ///< bytes of content that may wait for their decision
    std::size_t held_ = 0;
    line_reader reader_;
    reflow_result result_;
};

}  // namespace detail::page

/// Repairs a whole text. `sink(piece)` gets the output piece by piece; every slice points into `text`. Any bytes are legal:
/// ill-formed UTF-8 comes out as U+FFFD. Linear in the input; about 2 KB of stack.
template <class Sink>
constexpr reflow_result reflow(std::string_view text, Sink&& sink, const reflow_options& options = {}) {
    detail::page::reflow_engine engine(options);
    engine.read(text, 0, true, sink);
    return engine.result();
}

/// The same for a text that arrives in chunks, cut anywhere, in a fixed window. The output is byte for byte that of `reflow`
/// with `window_bytes` of the same size. A decision waits for twelve lines, or for as many as half the window holds; a line
/// longer than a quarter of the window is taken in parts.
template <std::size_t WindowBytes>
class reflower {
    static_assert(WindowBytes >= 512, "the window must hold a few lines");

public:
    constexpr explicit reflower(reflow_options options = {}) noexcept : engine_(sized(options)) {}

    /// Takes a chunk; writes what can be decided. Slices point into the window and are valid during the call.
    template <class Sink>
    constexpr void push(std::string_view chunk, Sink&& sink) {
        while (!chunk.empty()) {
            if (used_ == WindowBytes) compact();
            const std::size_t room = WindowBytes - used_;
            const std::string_view part = detail::page::head(chunk, room);
            for (std::size_t i = 0; i < part.size(); ++i) window_[used_ + i] = part[i];
            used_ += part.size();
            chunk = detail::page::tail(chunk, part.size());
            engine_.read({window_, used_}, source_, false, sink);
        }
    }

    /// The text is over. Writes the rest; afterwards the object is used up.
    template <class Sink>
    constexpr reflow_result finish(Sink&& sink) {
        engine_.read({window_, used_}, source_, true, sink);
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

    detail::page::reflow_engine engine_;
    char window_[WindowBytes] = {};
    std::size_t used_ = 0;
    std::size_t source_ = 0;  ///< what the place of an unread byte in the window lacks to its offset in the input
};

GALLEY_NAMESPACE_END

#endif // GALLEY_REFLOW_HPP
