// galley: what a page has shown of its habits, counted as it goes by.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_PAGE_STATE_HPP
#define GALLEY_DETAIL_PAGE_STATE_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/text.hpp>
#include <galley/utf8.hpp>

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
        while ((at = skip_han(at, last)) != last) {
            const unsigned lead = octet(*at);
            if (lead < 0x80) take(octet(*at++));
            else if (lead >= 0xE2 && lead <= 0xEF && last - at >= 3 && !may_be_bracket(lead, octet(at[1]))) at += 3;
            else take(utf8_next(at, last).code_point);
        }
    }
    constexpr void clear() noexcept { depth_ = 0; }
    constexpr int depth() const noexcept { return depth_; }

private:
    /// The quotes stand in U+2000 to U+203F, the brackets of East Asia in U+3000 to U+303F and U+FF00 to U+FF3F.
    static constexpr bool may_be_bracket(unsigned lead, unsigned second) noexcept {
        return lead == 0xE2 || lead == 0xE3 ? second == 0x80 : lead == 0xEF && second == 0xBC;
    }

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

    constexpr void count(bool value, int most = 512) noexcept { count(value, !value, most); }
    constexpr void count(unsigned as_yes, unsigned as_no, int most) noexcept {
        yes = static_cast<std::uint16_t>(yes + as_yes);
        no = static_cast<std::uint16_t>(no + as_no);
        if (yes + no < most) return;
        yes = static_cast<std::uint16_t>(yes / 2);
        no = static_cast<std::uint16_t>(no / 2);
    }
    constexpr int total() const noexcept { return yes + no; }
    /// Two at least, and all or nearly all the same.
    constexpr bool is_clear() const noexcept { return total() >= 2 && (yes * 8 <= total() || no * 8 <= total()); }
    /// Percent of yes, or `without` when fewer than `least` were counted.
    constexpr int percent(int least, int without) const noexcept {
        return total() < least ? without : yes * 100 / total();
    }
};

/// What meets Han or kana at a joint, and on which side: `letter_behind` is an ideograph and then a letter. Half-width marks and
/// brackets have habits of their own: 表示,各方 or 表示, 各方.
enum class joint : std::uint8_t {
    letter_behind, letter_before, digit_behind, digit_before, opener_behind, closer_before, ascii_opener_behind, ascii_closer_before,
    ascii_mark_before, none
};

enum class joint_side : std::uint8_t { none, ideograph, letter, digit, opener, closer, ascii_opener, ascii_closer, ascii_mark };

constexpr joint_side ascii_joint_side(char32_t c) noexcept {
    if (c >= U'0' && c <= U'9') return joint_side::digit;
    const char32_t letter = c | 0x20U;
    if (letter >= U'a' && letter <= U'z') return joint_side::letter;
    switch (c) {
        case U'(': return joint_side::ascii_opener;
        case U')': return joint_side::ascii_closer;
        case U',': case U'.': case U':': case U';': case U'!': case U'?': return joint_side::ascii_mark;
        default: return joint_side::none;
    }
}

constexpr joint_side joint_side_of(char32_t c) noexcept {
    if (c < 0x80) return ascii_joint_side(c);
    if (const unsigned bits = common_mark_bits[c]; (bits & mark_bit) != 0) {
        return (bits & opener_bit) != 0 ? joint_side::opener : (bits & closer_bit) != 0 ? joint_side::closer : joint_side::none;
    }
    const token_kind kind = kind_of(c);
    if (kind == token_kind::han || kind == token_kind::kana) return joint_side::ideograph;
    if (kind == token_kind::word) return joint_side::letter;
    return is_opener(c) ? joint_side::opener : is_closer(c) ? joint_side::closer : joint_side::none;
}

constexpr joint joint_of(joint_side before, joint_side after) noexcept {
    if (before == joint_side::ideograph) {
        if (after == joint_side::letter) return joint::letter_behind;
        if (after == joint_side::digit) return joint::digit_behind;
        if (after == joint_side::opener) return joint::opener_behind;
        if (after == joint_side::ascii_opener) return joint::ascii_opener_behind;
    }
    if (after == joint_side::ideograph) {
        if (before == joint_side::letter) return joint::letter_before;
        if (before == joint_side::digit) return joint::digit_before;
        if (before == joint_side::closer) return joint::closer_before;
        if (before == joint_side::ascii_closer) return joint::ascii_closer_before;
        if (before == joint_side::ascii_mark) return joint::ascii_mark_before;
    }
    return joint::none;
}

/// Whether the page puts spaces at such joints, the recent lines before all.
class spacing_habits {
public:
    /// Counts the joints inside one line.
    constexpr void read(std::string_view text) noexcept {
        const char* at = text.data();
        const char* const last = at + text.size();
        joint_side before = joint_side::none;
        bool space = false;
        while (at != last) {
            joint_side side = joint_side::ideograph;
            const char* const behind = skip_han(at, last);
            if (behind != at) {
                at = behind;
            } else {
                const char32_t c = utf8_next(at, last).code_point;
                if (is_blank(c)) {
                    space = true;
                    continue;
                }
                side = joint_side_of(c);
            }
            const joint found = joint_of(before, side);
            if (found != joint::none) count(found, space);
            before = side;
            space = false;
        }
    }

    /// Such joints lately, with a space (yes) and without; `none` for those that no space can follow.
    constexpr tally recent(joint at) const noexcept { return at == joint::none ? tally{} : recent_[static_cast<int>(at)]; }
    /// The same for a half-width mark or bracket at the joint, and Han or kana.
    constexpr tally half_width(char32_t before, char32_t after) const noexcept {
        const joint at = joint_of(joint_side_of(before), joint_side_of(after));
        return at < joint::ascii_opener_behind ? tally{} : recent(at);
    }
    constexpr tally letters() const noexcept { return letters_; }
    constexpr tally digits() const noexcept { return digits_; }
    /// All of the recent ones but those of half-width marks.
    constexpr tally all() const noexcept {
        tally sum;
        for (int at = 0; at < static_cast<int>(joint::ascii_opener_behind); ++at) {
            sum.yes = static_cast<std::uint16_t>(sum.yes + recent_[at].yes);
            sum.no = static_cast<std::uint16_t>(sum.no + recent_[at].no);
        }
        return sum;
    }

    /// The page sets Han and digits apart now and then only: so layout did it, and not the writer.
    constexpr bool closes_digits() const noexcept { return digits_.total() >= 4 && digits_.no * 8 >= digits_.total(); }

private:
    constexpr void count(joint at, bool space) noexcept {
        tally& recent = recent_[static_cast<int>(at)];
        recent.count(space, 16);
        if (at == joint::digit_behind || at == joint::digit_before) digits_.count(space, 64);
        if (at == joint::letter_behind || at == joint::letter_before) letters_.count(space, 64);
    }

    tally recent_[static_cast<int>(joint::none)];
    tally letters_;
    tally digits_;
};

/// The least and the greatest indent that the lines have shown, in half ems.
class indent_range {
public:
    constexpr void note(int indent) noexcept {
        if (indent < least_) least_ = static_cast<std::uint8_t>(indent);
        if (indent > most_) most_ = static_cast<std::uint8_t>(indent);
    }
    /// An em or more from the margin. Where all lines stand alike, the margin is the page's edge.
    constexpr bool opens_paragraph(int indent) const noexcept { return indent - (least_ == most_ ? 0 : least_) >= 2; }

private:
    std::uint8_t least_ = 255;
    std::uint8_t most_ = 0;
};

/// Counters of a page's habits, and the state of the paragraph that is open.
struct page_state {
    tally blank_mid_sentence;    ///< of the blanks: how many stood inside a paragraph
    tally kept_indent;           ///< of the paragraphs' first lines: how many kept their indent
    spacing_habits spacing;      ///< where Han and kana meet other characters: with a space or without
    tally paragraphs;            ///< of all breaks: how many ended a paragraph
    tally stop_ends;             ///< of the lines that end in a stop: how many ended a paragraph
    tally indent_starts;         ///< of the lines that are indented more than the one before: how many opened one
    tally stray_marks;           ///< of the wide marks lately: how many commas and stops stand behind a space
    tally torn_words;            ///< of the breaks between Hangul lately: how many seem to stand inside a word
    indent_range indents;
    std::uint32_t signature_end = 0;  ///< the line behind the last dashes of a signature, counted from the first of the text
    int column = 0;              ///< the usual width of a full line, a slow average
    bracket_stack brackets;
    int lines_in_paragraph = 0;  ///< up to and with line 0
    bool starts_after_blank = true;

    constexpr void read_marks(const line_facts& line) noexcept {
        stray_marks.count(line.stray_marks, line.marks < line.stray_marks ? 0U : line.marks - 0U - line.stray_marks, 64);
    }
    /// Recognition has set spaces where text is solid, before commas and stops, too: one mark of eight, and four at least.
    constexpr bool has_stray_spaces() const noexcept { return stray_marks.yes >= 4 && stray_marks.yes * 8 >= stray_marks.total(); }
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_PAGE_STATE_HPP
