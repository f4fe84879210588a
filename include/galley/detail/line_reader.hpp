// galley: bytes to lines, without the white space around them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_READER_HPP
#define GALLEY_DETAIL_LINE_READER_HPP

#include <galley/config.hpp>
#include <galley/detail/scan.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// A line's content as offsets into the text that was read, and the white space that was passed on the way to it.
struct raw_line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint8_t blanks = 0;    ///< empty lines before it, at most 255
    std::uint8_t indent = 0;    ///< half ems before the content, at most 255
    bool continues = false;     ///< goes on from the line before, which was too long for one
    bool cut = false;           ///< is itself gone on with
    bool new_page = false;      ///< a form feed stands before it
    std::uint8_t quotes = 0;    ///< the > marks of a quoting mail before the content
    std::uint8_t quote_size = 0;///< bytes from the first of them to the content, at most 255; 0 in what continues a line
};

/// What counts as white space around a line: all that layout leaves, or the space and the tab of mark-up.
enum class line_space : std::uint8_t { layout, plain };

/// Whether the marks of a quoting mail stand before a line, or are part of it.
enum class quote_marks : std::uint8_t { before, part };

/// Splits text into lines of at most `longest` bytes. The text may grow behind its end between calls, and be moved.
class line_reader {
public:
    constexpr explicit line_reader(std::size_t longest, line_space space = line_space::layout, quote_marks quotes = quote_marks::part) noexcept
        : longest_(longest), space_(space), marks_(quotes) {}

    /// Finds the next line of `text`; false when there is none, or none yet. `final`: nothing will follow.
    constexpr bool next(std::string_view text, bool final, raw_line& line) noexcept {
        if (!inside_ && !find_content(text, final)) return false;
        return find_end(text, final, line);
    }

    /// What lies before this offset is not looked at again.
    constexpr std::size_t position() const noexcept { return begin_; }
    /// The text was moved towards its beginning.
    constexpr void rebase(std::size_t by) noexcept {
        begin_ -= by;
        scanned_ -= by;
    }

private:
    static constexpr std::size_t longest_line_end = 3;  ///< bytes: LS, PS

    /// One line end, or 0: CR LF is one. `wait` is set when the next byte must be known first.
    struct ending {
        std::size_t size;
        bool wait;
    };

    constexpr static ending line_end_at(std::string_view text, std::size_t at, bool final) noexcept {
        const std::string_view rest = tail(text, at);
        switch (static_cast<unsigned char>(rest[0])) {
            case '\n': case '\v': case '\f': return {1, false};
            case '\r':
                if (rest.size() == 1) return {final ? std::size_t{1} : std::size_t{0}, !final};
                return {rest[1] == '\n' ? std::size_t{2} : std::size_t{1}, false};
            case 0xC2:
                if (rest.size() < 2) return {0, !final};
                return {starts_with(rest, "\xC2\x85") ? std::size_t{2} : std::size_t{0}, false};
            case 0xE2:
                if (rest.size() < 3) return {0, !final && starts_with("\xE2\x80", rest)};
                return {starts_with(rest, "\xE2\x80\xA8") || starts_with(rest, "\xE2\x80\xA9") ? std::size_t{3} : std::size_t{0}, false};
            default: return {0, false};
        }
    }

    /// Passes white space and line ends; true when content begins at begin_.
    constexpr bool find_content(std::string_view text, bool final) noexcept {
        while (begin_ < text.size()) {
            if (text[begin_] != '>' && starts_solid(tail(text, begin_))) return start_content();
            if (text[begin_] == '>' && marks_ == quote_marks::before && !continues_ && quote_size_ == 0) {
                const quotation found = quotation_at(tail(text, begin_), final);
                if (found.wait) return false;
                if (found.size != 0) {
                    pass_quotation(found);
                    continue;
                }
            }
            const ending end = line_end_at(text, begin_, final);
            if (end.wait) return false;
            if (end.size != 0) {
                pass_line_end(text[begin_]);
                begin_ += end.size;
                continue;
            }
            const decoded character = utf8_decode(text.data() + begin_, text.data() + text.size());
            if (!character.valid && !final && begin_ + character.size == text.size() && character.size < 4) return false;
            if (!character.valid || !is_space(character.code_point)) return start_content();
            add_saturated(indent_, character.code_point == U'\t' ? 8 - indent_ % 8U : quarter_ems(character.code_point) / 2U);
            begin_ += character.size;
            if (quote_size_ != 0) add_saturated(quote_size_, character.size);
        }
        return false;
    }

    constexpr bool start_content() noexcept {
        inside_ = true;
        scanned_ = begin_;
        return true;
    }

    /// The marks before a quoted line: each > and one space behind it.
    struct quotation {
        std::uint8_t marks;
        std::uint8_t size;   ///< bytes of the marks; 0: these do not quote
        bool wait;
    };
    static constexpr std::size_t longest_quotation = 48;

    /// Marks that stand close together are a prompt when they are more than a quotation may go deeper by. Marks alone are an
    /// empty line inside a quotation or before one, else they are the line's content.
    constexpr quotation quotation_at(std::string_view text, bool final) const noexcept {
        std::uint8_t marks = 0, close = 0, closest = 0;
        std::size_t size = 0;
        while (size < text.size() && size < longest_quotation && text[size] == '>') {
            ++marks;
            ++close;
            closest = close > closest ? close : closest;
            ++size;
            if (size == text.size() || text[size] != ' ') continue;
            close = 0;
            ++size;
        }
        if (size >= longest_quotation) return {};
        if (size == text.size() && !final) return {0, 0, true};
        if (closest > quotes_ + 2) return {};
        const quotation found{marks, static_cast<std::uint8_t>(size), false};
        if (size == text.size()) return quotes_ != 0 ? found : quotation{};
        const ending end = line_end_at(text, size, final);
        if (end.wait) return {0, 0, true};
        if (end.size == 0) return close == 0 || quotes_ != 0 || may_be_quoted(text[size]) ? found : quotation{};
        if (quotes_ != 0) return found;
        const std::string_view behind = tail(text, size + end.size);
        if (behind.empty() && !final) return {0, 0, true};
        return !behind.empty() && behind[0] == '>' ? found : quotation{};
    }

    /// Of old, and in East Asian mail, no space stands between the marks and the text.
    constexpr static bool may_be_quoted(char first) noexcept {
        const unsigned letter = octet(first) | 0x20U;
        return octet(first) >= 0x80 || first == '\t' || (letter >= 'a' && letter <= 'z');
    }

    constexpr void pass_quotation(const quotation& found) noexcept {
        line_quotes_ = found.marks;
        quote_size_ = found.size;
        begin_ += found.size;
    }

    constexpr void pass_line_end(char byte) noexcept {
        if (byte == '\f') new_page_ = true;
        else if (!ended_) add_saturated(blanks_, 1);  // a form feed leaves no line empty
        ended_ = false;
        continues_ = false;
        indent_ = 0;
        line_quotes_ = 0;
        quote_size_ = 0;
    }

    constexpr bool find_end(std::string_view text, bool final, raw_line& line) noexcept {
        const std::size_t limit = longest_ < text.size() - begin_ ? begin_ + longest_ : text.size();
        const std::size_t needed = limit + longest_line_end;  // to know whether the line ends at the limit
        const std::size_t reach = needed < text.size() ? needed : text.size();
        const char* const found = find_line_break(text.data() + scanned_, text.data() + reach);
        const std::size_t at = static_cast<std::size_t>(found - text.data());
        if (at != reach && at <= limit) {
            scanned_ = at;
            return !line_end_at(text, at, final).wait && give(text, at, line, false);
        }
        if (!final && text.size() < needed) {
            const std::size_t sure = reach < longest_line_end ? 0 : reach - longest_line_end;  // a line end may be cut behind it
            if (sure > scanned_) scanned_ = sure;
            return false;
        }
        scanned_ = limit;
        return limit == text.size() ? give(text, limit, line, false) : give(text, cut_point(text), line, true);
    }

    /// Where to cut a line that is too long: at white space in its last quarter, or else before a character.
    constexpr std::size_t cut_point(std::string_view text) const noexcept {
        const std::size_t least = begin_ + longest_ - longest_ / 4;
        for (std::size_t at = scanned_; at > least; --at) {
            if (text[at - 1] == ' ') return at;
        }
        std::size_t at = scanned_;
        while (at > least && is_continuation(octet(text[at]))) --at;
        return at > least ? at : scanned_;
    }

    constexpr bool give(std::string_view text, std::size_t end, raw_line& line, bool cut) noexcept {
        std::size_t trimmed = end;
        bool parted = false;
        while (trimmed > begin_ && !ends_solid(slice(text, begin_, trimmed))) {
            const decoded character = utf8_decode_before(text.data() + begin_, text.data() + trimmed);
            if (!character.valid || !is_space(character.code_point)) break;
            trimmed -= character.size;
            parted = parted || quarter_ems(character.code_point) != 0;
        }
        line = {begin_, trimmed, blanks_, indent_, continues_, cut, new_page_, line_quotes_, quote_size_};
        quotes_ = line_quotes_;
        quote_size_ = 0;
        begin_ = end;
        scanned_ = end;
        inside_ = false;
        new_page_ = false;
        blanks_ = 0;
        // White space that the cut took from the line's end parts the two halves.
        indent_ = cut && parted ? std::uint8_t{1} : std::uint8_t{0};
        continues_ = cut;
        ended_ = true;
        return true;
    }

    constexpr bool is_space(char32_t c) const noexcept { return space_ == line_space::layout ? is_blank(c) : is_ascii_space(c); }

    std::size_t longest_;
    line_space space_;
    quote_marks marks_;
    std::size_t begin_ = 0;    ///< of the line, or of what was not looked at yet
    std::size_t scanned_ = 0;  ///< no line end lies between begin_ and here
    bool inside_ = false;
    bool ended_ = false;       ///< a line's content was given, its line end not passed yet
    bool continues_ = false;
    bool new_page_ = false;
    std::uint8_t blanks_ = 0;
    std::uint8_t indent_ = 0;
    std::uint8_t quotes_ = 0;       ///< of the line before
    std::uint8_t line_quotes_ = 0;
    std::uint8_t quote_size_ = 0;
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_READER_HPP
