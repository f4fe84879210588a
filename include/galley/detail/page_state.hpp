// galley: what a page has shown of its habits, counted as it goes by.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_PAGE_STATE_HPP
#define GALLEY_DETAIL_PAGE_STATE_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/text.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// The brackets and quotes that are open, innermost last; at most eight are remembered.
class bracket_stack {
public:
    constexpr void read(std::string_view text) noexcept {
        const char* at = text.data();
        const char* const last = at + text.size();
        while (at != last) {
            const unsigned char byte = static_cast<unsigned char>(*at);
            if (byte >= 0xE4 && byte <= 0xEE && last - at >= 3) at += 3;  // ideographs and Hangul: no brackets there
            else take(utf8_next(at, last).code_point);
        }
    }
    constexpr void clear() noexcept { depth_ = 0; }
    constexpr int depth() const noexcept { return depth_; }

private:
    constexpr void take(char32_t c) noexcept {
        const char32_t closing = closing_of(c);
        if (closing != 0) {
            if (depth_ < capacity) open_[depth_++] = static_cast<char16_t>(closing);
            return;
        }
        for (int i = depth_; i > 0; --i) {
            if (open_[i - 1] != c) continue;
            depth_ = i - 1;
            return;
        }
    }

    static constexpr char32_t closing_of(char32_t c) noexcept {
        switch (c) {
            case U'(': return U')';
            case U'[': return U']';
            case U'{': return U'}';
            case 0x201C: return 0x201D;
            case 0x2018: return 0x2019;
            case 0xFF08: return 0xFF09;
            default: return c >= 0x3008 && c <= 0x3010 && c % 2 == 0 ? c + 1 : U'\0';
        }
    }

    static constexpr int capacity = 8;
    char16_t open_[capacity] = {};
    int depth_ = 0;
};

/// Halves both counts when they grow large, so that the recent past counts most.
struct tally {
    std::uint16_t yes = 0;
    std::uint16_t no = 0;

    constexpr void count(bool value) noexcept {
        ++(value ? yes : no);
        if (yes + no < 512) return;
        yes = static_cast<std::uint16_t>(yes / 2);
        no = static_cast<std::uint16_t>(no / 2);
    }
    constexpr int total() const noexcept { return yes + no; }
    /// Percent of yes, or `without` when fewer than `least` were counted.
    constexpr int percent(int least, int without) const noexcept {
        return total() < least ? without : yes * 100 / total();
    }
};

/// Counters of a page's habits, and the state of the paragraph that is open.
struct page_state {
    tally blank_after_line;      ///< breaks with a blank line, and without
    tally blank_mid_sentence;    ///< of the blanks: how many stood inside a paragraph
    tally kept_indent;           ///< of the paragraphs' first lines: how many kept their indent
    tally lost_indent;           ///< of the paragraphs' first lines behind a stop: how many look two ems short
    tally spaced_latin;          ///< Han or kana beside a letter: with a space, and without
    tally spaced_digit;          ///< Han or kana beside a digit: likewise
    tally paragraphs;            ///< of all breaks: how many ended a paragraph
    tally stop_ends;             ///< of the lines that end in a stop: how many ended a paragraph
    tally indent_starts;         ///< of the lines that are indented more than the one before: how many opened one
    int column = 0;              ///< the usual width of a full line, a slow average
    bracket_stack brackets;
    int lines_in_paragraph = 0;  ///< up to and with line 0
    bool starts_after_blank = true;

    /// The page sets Han and digits apart now and then only: so layout did it, and not the writer.
    constexpr bool closes_digits() const noexcept { return spaced_digit.total() >= 4 && spaced_digit.no * 8 >= spaced_digit.total(); }

    /// Counts the joints inside one line. Called once for each line.
    constexpr void learn_spacing(std::string_view text) noexcept {
        const char* at = text.data();
        const char* const last = at + text.size();
        char32_t before = U'\0';
        bool space = false;
        while (at != last) {
            const unsigned char byte = static_cast<unsigned char>(*at);
            if (before == ideograph && byte >= 0xE4 && byte <= 0xE9 && last - at >= 3) {
                at += 3;
                space = false;
                continue;
            }
            const char32_t c = side(utf8_next(at, last).code_point);
            if (c == U' ') {
                space = true;
                continue;
            }
            const bool mixed = (before == ideograph && (c == letter || c == digit)) || (c == ideograph && (before == letter || before == digit));
            if (mixed) (before == digit || c == digit ? spaced_digit : spaced_latin).count(space);
            before = c;
            space = false;
        }
    }

private:
    static constexpr char32_t ideograph = U'\x4E00', letter = U'a', digit = U'0', none = U'\0';

    static constexpr char32_t side(char32_t c) noexcept {
        if (c >= U'0' && c <= U'9') return digit;
        if (c < 0x80) return c == U' ' ? U' ' : (c | 0x20) >= U'a' && (c | 0x20) <= U'z' ? letter : none;
        const token_kind kind = kind_of(c);
        return kind == token_kind::han || kind == token_kind::kana ? ideograph : none;
    }
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_PAGE_STATE_HPP
