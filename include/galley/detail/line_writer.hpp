// galley: a line's content to pieces, with the repairs inside the line.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_WRITER_HPP
#define GALLEY_DETAIL_LINE_WRITER_HPP

#include <galley/config.hpp>
#include <galley/detail/han_forms.hpp>
#include <galley/detail/line_edits.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/reflow_types.hpp>
#include <galley/detail/solid_spaces.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Whether a whole line is letter-spaced: no ASCII letter or digit, at least five cells of which four fifths hold one or
/// two characters and half hold one, at least four ideographs: “ 微 改 造 ”撬 动“ 大 民 生 ”.
constexpr bool is_letter_spaced_line(std::string_view line) noexcept {
    const char* at = line.data();
    const char* const last = at + line.size();
    unsigned cells = 0, short_cells = 0, single = 0, ideographs = 0, size = 0;
    while (at != last) {
        const char32_t c = utf8_next(at, last).code_point;
        if (cell_of(c) == cell_kind::ideograph) {
            const token_kind kind = kind_of(c);
            if (kind == token_kind::hangul) return false;
            ideographs += kind != token_kind::punctuation;
            ++size;
        } else if (!is_blank(c)) {
            return false;
        }
        if (size != 0 && (is_blank(c) || at == last)) {
            ++cells;
            short_cells += size <= 2;
            single += size == 1;
            size = 0;
        }
    }
    return cells >= 5 && short_cells * 5 >= cells * 4 && single * 2 >= cells && ideographs >= 4;
}

/// The full-width form of a half-width mark, or U+0000.
constexpr char32_t full_width_of(char mark) noexcept {
    switch (mark) {
        case ',': return 0xFF0C;
        case '.': return 0x3002;
        case ';': return 0xFF1B;
        case ':': return 0xFF1A;
        case '!': return 0xFF01;
        case '?': return 0xFF1F;
        case '(': return 0xFF08;
        case ')': return 0xFF09;
        default: return U'\0';
    }
}

/// Whether nothing in a line is to be repaired, by its facts: the cheap end of most lines.
constexpr bool is_written_as_it_is(const line_facts& facts, const reflow_options& options, layout_spaces closed) noexcept {
    if ((facts.traits & trait_edits) != 0) return false;
    if (options.doubled_text && (facts.traits & trait_doubled) != 0) return false;
    if (options.letter_spacing && facts.spaces >= 4) return false;
    if (facts.spaces != 0) {
        if (closed.in_solid_text || closed.around_cells) return false;
        if (closed.beside_digits && facts.digits != 0) return false;
    }
    return !options.wide_punctuation || facts.others == 0;
}

/// Writes one line to a sink.
template <class Sink>
class line_writer {
public:
    constexpr line_writer(std::string_view line, std::size_t source, const reflow_options& options, layout_spaces closed, Sink& sink) noexcept
        : first_(line.data()), last_(line.data() + line.size()), kept_(first_), source_(source), options_(options),
          closed_(closed), sink_(sink) {}

    /// `may_be_doubled`: each of the line's characters may stand in it an even number of times.
    constexpr void write(bool may_be_doubled = true) {
        const std::string_view line = slice(first_, last_);
        if (options_.doubled_text && may_be_doubled) {
            if (const doubled_line doubled{line}) {
                doubled.for_each_kept([&](std::size_t offset, std::size_t size) {
                    line_writer part(head(tail(line, offset), size), source_ + offset, options_, closed_, sink_);
                    part.write_plain();
                });
                return;
            }
        }
        write_plain();
    }

private:
    constexpr void write_plain() {
        const bool all_spaced = options_.letter_spacing && is_letter_spaced_line(slice(first_, last_));
        const char* at = first_;
        bool fresh = true;  // at the line's beginning or behind white space
        while (at != last_) {
            if (fresh && options_.letter_spacing && !all_spaced) at = close_letter_spacing(at);
            if (at == last_) break;
            const unsigned char byte = static_cast<unsigned char>(*at);
            fresh = false;
            if (byte >= 0xE4 && byte <= 0xEC && last_ - at >= 3 && is_continuation(octet(at[1])) && is_continuation(octet(at[2]))) at += 3;
            else if (byte > 0x20 && byte < 0x80) at = write_ascii(at);
            else at = write_special(at, all_spaced, fresh);
        }
        flush(last_);
    }

    constexpr const char* write_ascii(const char* at) {
        if (!options_.wide_punctuation) return at + 1;
        const char32_t wide = full_width_of(*at);
        if (wide == U'\0' || !between_ideographs(at)) return at + 1;
        flush(at);
        replace(at, at + 1, wide);
        return at + 1;
    }

    /// A Han or kana character before; the same, a full-width mark or the line's end behind.
    constexpr bool between_ideographs(const char* at) const noexcept {
        const bool opens = *at == '(';
        const char32_t before = at == first_ ? U'\0' : utf8_decode_before(first_, at).code_point;
        const char32_t after = first_of(slice(at + 1, last_));
        const auto cjk = [](char32_t c) {
            const token_kind kind = kind_of(c);
            return kind == token_kind::han || kind == token_kind::kana || (kind == token_kind::punctuation && quarter_ems(c) == 4);
        };
        if (opens) return cjk(after);
        return cjk(before) && (after == U'\0' || cjk(after) || (*at == ')' && after != U'\0'));
    }

    /// White space, ligatures, and what is ill-formed.
    constexpr const char* write_special(const char* at, bool all_spaced, bool& fresh) {
        const char* next = at;
        const decoded character = utf8_next(next, last_);
        if (!character.valid) {
            flush(at);
            replace(at, next, replacement_character);
            return next;
        }
        if (is_blank(character.code_point)) {
            fresh = true;
            return write_blanks(at, all_spaced);
        }
        if (options_.han_forms) {
            if (const char32_t plain = unified_han(character.code_point)) {
                flush(at);
                replace(at, next, plain);
                return next;
            }
        }
        const std::string_view opened = options_.white_space ? open_ligature(character.code_point) : std::string_view();
        if (opened.empty()) return next;
        flush(at);
        sink_(piece{opened, piece_kind::replacement, offset(at), character.size});
        kept_ = next;
        return next;
    }

    constexpr const char* write_blanks(const char* at, bool all_spaced) {
        const char* next = at;
        bool any_width = false;
        while (next != last_) {
            const char* behind = next;
            const decoded character = utf8_next(behind, last_);
            if (!character.valid || !is_blank(character.code_point)) break;
            any_width = any_width || quarter_ems(character.code_point) != 0;
            next = behind;
        }
        const bool plain = next - at == 1 && *at == ' ';
        const bool drop = (options_.white_space && !any_width) || all_spaced || (plain && is_layout_space(at, next));
        if (!drop && (plain || !options_.white_space)) return next;
        flush(at);
        if (!drop) sink_(piece{" ", piece_kind::space, offset(at), static_cast<std::size_t>(next - at)});
        kept_ = next;
        return next;
    }

    constexpr bool is_layout_space(const char* at, const char* next) const noexcept {
        const std::string_view a = slice(first_, at), b = slice(next, last_);
        return !a.empty() && !b.empty() && ((options_.solid_spaces && is_beside_mark(a, b)) || closed_.hold(a, b));
    }

    /// Leaves out the spaces of a letter-spaced run that begins here.
    constexpr const char* close_letter_spacing(const char* at) {
        const std::size_t size = letter_spaced_size(slice(at, last_), 5);
        const char* const end = at + size;
        while (at != end) {
            if (*at == ' ') {
                flush(at);
                kept_ = ++at;
            } else {
                utf8_next(at, end);
            }
        }
        return at;
    }

    constexpr void flush(const char* at) {
        if (at != kept_) sink_(piece{slice(kept_, at), piece_kind::text, offset(kept_), static_cast<std::size_t>(at - kept_)});
        kept_ = at;
    }

    constexpr void replace(const char* at, const char* next, char32_t c) {
        char bytes[4] = {};
        const char* const end = utf8_encode(c, bytes);
        sink_(piece{slice(bytes, end), piece_kind::replacement, offset(at), static_cast<std::size_t>(next - at)});
        kept_ = next;
    }

    constexpr std::size_t offset(const char* at) const noexcept { return source_ + static_cast<std::size_t>(at - first_); }

    const char* first_;
    const char* last_;
    const char* kept_;  ///< written up to here
    std::size_t source_;
    const reflow_options& options_;
    layout_spaces closed_;
    Sink& sink_;
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_WRITER_HPP
