// galley: the one pass over a line's text that finds its facts.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_PASS_HPP
#define GALLEY_DETAIL_LINE_PASS_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_shapes.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// What an ASCII character is to the pass, and its advance in 32nds of an em.
enum class ascii_class : std::uint8_t { other, letter, digit, stop, opener, closer, quote };

struct ascii_facts {
    std::uint8_t cells[128] = {};

    constexpr ascii_facts() noexcept {
        for (unsigned c = 0; c < 128; ++c) cells[c] = static_cast<std::uint8_t>(static_cast<unsigned>(class_at(c)) << 5 | set_advance(c));
    }

    static constexpr ascii_class class_at(unsigned c) noexcept {
        const unsigned letter = c | 0x20U;
        if (letter >= 'a' && letter <= 'z') return ascii_class::letter;
        if (c >= '0' && c <= '9') return ascii_class::digit;
        switch (c) {
            case '!': case '?': return ascii_class::stop;
            case '(': case '[': case '{': return ascii_class::opener;
            case ')': case ']': case '}': return ascii_class::closer;
            case '"': case '\'': return ascii_class::quote;
            default: return ascii_class::other;
        }
    }
};

inline constexpr ascii_facts ascii;

/// Characters that stand for others, or for nothing, which the writer may replace.
constexpr bool stands_for_others(char32_t c) noexcept {
    return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0x2E80 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAFF);
}

/// The value, or the top of the type.
template <class Small>
constexpr Small capped(unsigned value) noexcept {
    constexpr unsigned top = static_cast<Small>(~Small{});
    return static_cast<Small>(value < top ? value : top);
}

/// Reads a line's content, which has no white space around it and is not empty. Linear.
class line_pass {
public:
    constexpr explicit line_pass(std::string_view content) noexcept : at_(content.data()), last_(at_ + content.size()) {
        while (at_ != last_) {
            if (read_ideographs()) continue;
            if (octet(*at_) < 0x80) read_ascii(*at_);
            else read_other();
        }
    }

    /// `stray`: single spaces in solid text are no part of it.
    constexpr line_facts facts(std::string_view content, bool stray) const noexcept {
        line_facts facts;
        const unsigned ignored = stray ? strays_ : 0;
        facts.size = static_cast<std::uint16_t>(content.size());
        facts.width = capped<std::uint16_t>(quarters_ + 4 * ideographs_ - 2 * ignored);
        facts.set_width = capped<std::uint16_t>((set_ + 32 * ideographs_ - space_advance * ignored + 4) / 8);
        const unsigned characters = capped<std::uint8_t>(ideographs_) + 0U + capped<std::uint8_t>(hanguls_) + capped<std::uint8_t>(letters_) +
                                    capped<std::uint8_t>(digits_) + capped<std::uint8_t>(others_) + capped<std::uint8_t>(marks_);
        facts.share_unit = static_cast<std::uint16_t>(characters == 0 ? 0 : 25600 / characters);
        facts.traits = static_cast<std::uint8_t>(traits() | (ignored != 0 ? unsigned{trait_edits} : 0U));
        facts.marks = capped<std::uint8_t>(marks_);
        facts.spaces = capped<std::uint8_t>(spaces_ - ignored);
        facts.stray_marks = capped<std::uint8_t>(stray_marks_);
        facts.gaps = capped<std::uint8_t>(gaps_);
        facts.columns = capped<std::uint8_t>(columns_);
        facts.cell = capped<std::uint8_t>(cell_);
        facts.ideographs = capped<std::uint8_t>(ideographs_);
        facts.hanguls = capped<std::uint8_t>(hanguls_);
        facts.letters = capped<std::uint8_t>(letters_);
        facts.digits = capped<std::uint8_t>(digits_);
        facts.others = capped<std::uint8_t>(others_);
        facts.stops = capped<std::uint8_t>(stops_);
        const advance piece = first_piece(head(content, 96));
        facts.first_piece = capped<std::uint8_t>(piece.quarters);
        facts.set_piece = capped<std::uint8_t>(piece.set_quarters());
        describe_ends(facts, content);
        return facts;
    }

private:
    /// Han of the main block, and kana: nine of ten characters of Chinese and Japanese text. Reads as many as there are.
    constexpr bool read_ideographs() noexcept {
        if (last_ - at_ < 3) return false;
        const char* const first = at_;
        const char* const end = last_ - 2;
        const char* at = first;
        unsigned parity = 0;
        for (; at < end; at += 3) {
            const unsigned lead = octet(*at), tail = octet(at[1]) | unsigned{octet(at[2])} << 8;  // one load where bytes are in this order
            if ((tail & 0xC0C0U) != 0x8080) break;
            if (lead - 0xE5U > 4 && !is_early_ideograph(lead, tail & 0xFFU, tail >> 8)) break;
            parity ^= tail;
            if (tail == 0xAC9C) dateline_ = dateline_ || lead == 0xE6;  // 本
        }
        if (at == first) return false;
        end_space_in_solid(false);
        ideographs_ += static_cast<unsigned>(at - first) / 3;
        parity_ ^= parity;
        last_character_ = last_peeled_ = at - 3;
        at_ = at;
        return true;
    }

    /// Kana, and Han before U+5000.
    static constexpr bool is_early_ideograph(unsigned lead, unsigned second, unsigned third) noexcept {
        if (lead == 0xE4) return second >= 0xB8;
        const unsigned code = (second & 0x3FU) << 6 | (third & 0x3FU);  // of U+3000 to U+3FFF
        return lead == 0xE3 && (code - 0x041U <= 0x096 - 0x041 || code - 0x0A1U <= 0x0FA - 0x0A1 || code - 0x0FCU <= 2);
    }

    constexpr void read_ascii(char c) noexcept {
        const std::uint8_t cell = ascii.cells[octet(c)];
        parity_ ^= octet(c);
        quarters_ += 2;
        set_ += cell & 31U;
        if (c == ' ' || c == '\t') {
            edits_ = edits_ || c != ' ' || space_ != 0;
            space_ += c == ' ' ? 1 : column_gap;
            ++at_;
            return;
        }
        end_space();
        const ascii_class kind = static_cast<ascii_class>(cell >> 5);
        letters_ += kind == ascii_class::letter;
        cases_ |= kind == ascii_class::letter ? octet(c) : 0U;
        digits_ += kind == ascii_class::digit;
        if (kind != ascii_class::letter && kind != ascii_class::digit) read_ascii_mark(c, kind);
        last_character_ = at_;
        if (kind < ascii_class::closer) last_peeled_ = at_;
        ++at_;
    }

    constexpr void read_ascii_mark(char c, ascii_class kind) noexcept {
        ++others_;
        stops_ += kind == ascii_class::stop;
        hyphens_ = hyphens_ || c == '-';
        dots_ = dots_ || (c == '.' && last_character_ != nullptr && *last_character_ == '.');
        brackets_ = brackets_ || kind == ascii_class::opener || kind == ascii_class::closer;
    }

    constexpr void read_other() noexcept {
        const char* const first = at_;
        const decoded character = utf8_decode(at_, last_);
        const char32_t c = character.code_point;
        at_ += character.size;
        edits_ = edits_ || !character.valid;
        parity_ ^= c;
        if (is_syllable(c)) {
            end_space();
            ++hanguls_;
            quarters_ += 4;
            set_ += 32;
            last_character_ = last_peeled_ = first;
            return;
        }
        if (const std::uint8_t bits = common_mark_bits[c]; (bits & mark_bit) != 0) {
            count_mark(bits, c, first);
            return;
        }
        read_rare(c, first);
    }

    constexpr void count_mark(std::uint8_t bits, char32_t c, const char* first) noexcept {
        end_space_in_solid(is_clause_mark(c, bits));
        const unsigned width = (bits & wide_bit) != 0 ? 4 : 2;
        quarters_ += width;
        set_ += 8 * width;
        marks_ += (bits & squeezable_bit) != 0;
        stops_ += (bits & stop_bit) != 0;
        brackets_ = brackets_ || (bits & (opener_bit | closer_bit)) != 0;
        hyphens_ = hyphens_ || c < 0x2016;
        dots_ = dots_ || c == 0x2026;
        last_character_ = first;
        if ((bits & closer_bit) == 0) last_peeled_ = first;
    }

    constexpr void read_rare(char32_t c, const char* first) noexcept {
        const unsigned width = quarter_ems(c);
        quarters_ += width;
        set_ += 8 * width;
        if (is_blank(c)) {
            edits_ = true;
            rare_space_ = true;
            ++space_;
            return;
        }
        end_space();
        edits_ = edits_ || stands_for_others(c);
        marks_ += is_compressible(c);
        switch (kind_of(c)) {
            case token_kind::han: case token_kind::kana: ++ideographs_, quarters_ -= 4, set_ -= 32; break;
            case token_kind::hangul: ++hanguls_; break;
            case token_kind::word: ++letters_; break;
            case token_kind::digits: ++digits_; break;
            case token_kind::punctuation: stops_ += is_sentence_end(c); break;
            default: ++others_; break;
        }
        const bool closer = is_closer(c);
        brackets_ = brackets_ || closer || is_opener(c);
        hyphens_ = true;  // the soft hyphen and the dashes of other scripts are among these
        dots_ = dots_ || c == 0xB7;
        if (is_mark(c)) return;
        last_character_ = first;
        if (!closer) last_peeled_ = first;
    }

    constexpr void end_space() noexcept {
        if (space_ == 0) return;
        ++(space_ == 1 ? spaces_ : gaps_);
        if (last_character_ != nullptr && octet(*last_character_) >= 0xE3) edits_ = edits_ || is_inner_mark(first_of(slice(last_character_, last_)));
        if (space_ >= column_gap && columns_++ == 0) cell_ = (quarters_ + 4 * ideographs_) / 2;
        space_ = 0;
        rare_space_ = false;
    }

    /// The same before an ideograph or a mark; `clause`: one that no space may stand before.
    constexpr void end_space_in_solid(bool clause) noexcept {
        edits_ = edits_ || (clause && space_ != 0);
        if (space_ == 1 && !rare_space_ && last_character_ != nullptr && is_ideograph(last_character_)) {
            ++strays_;
            stray_marks_ += clause;
        }
        end_space();
    }

    /// Han of the first plane or kana, by the first two bytes.
    static constexpr bool is_ideograph(const char* at) noexcept {
        const unsigned lead = octet(*at);
        return lead - 0xE4U <= 0xE9 - 0xE4 || (lead == 0xE3 && octet(at[1]) >= 0x81 && octet(at[1]) <= 0x83);
    }

    constexpr std::uint8_t traits() const noexcept {
        unsigned traits = 0;
        if (brackets_) traits |= trait_brackets;
        if (ideographs_ != 0 && (brackets_ || letters_ + digits_ + others_ != 0)) traits |= trait_joints;
        if (edits_) traits |= trait_edits;
        if (letters_ != 0 || hyphens_) traits |= trait_words;
        if (dots_) traits |= trait_dots;
        if (parity_ == 0) traits |= trait_doubled;
        if (cases_ != 0 && (cases_ & 0x20U) == 0) traits |= trait_capitals;
        if (dateline_) traits |= trait_dateline;
        return static_cast<std::uint8_t>(traits);
    }

    constexpr void describe_ends(line_facts& facts, std::string_view content) const noexcept {
        const auto character_at = [&](const char* at) { return first_of(slice(at, last_)); };
        const char32_t first = first_of(content), last = last_character_ == nullptr ? U'\0' : character_at(last_character_);
        facts.first = edge_of(first);
        facts.last = edge_of(last);
        const bool peels = last_peeled_ != nullptr && last_peeled_ != last_character_;
        facts.peeled = peels ? edge_of(character_at(last_peeled_)) : facts.last;
        facts.first_char = static_cast<std::uint16_t>(first & 0xFFFFU);
        facts.first_byte = octet(content[0]);
        facts.last_byte = octet(content[content.size() - 1]);
        facts.shape = shape_of(content, facts, first, last);
    }

    const char* at_;
    const char* last_;
    const char* last_character_ = nullptr;  ///< that is no mark
    const char* last_peeled_ = nullptr;     ///< that is no closer either
    unsigned quarters_ = 0;                 ///< without the ideographs'
    unsigned set_ = 0;                      ///< likewise, in 32nds of an em
    unsigned ideographs_ = 0, hanguls_ = 0, letters_ = 0, digits_ = 0, others_ = 0, marks_ = 0, stops_ = 0;
    unsigned spaces_ = 0, gaps_ = 0, columns_ = 0, cell_ = 0, space_ = 0;
    unsigned strays_ = 0, stray_marks_ = 0; ///< of the single spaces, those in solid text, and before commas and stops
    bool rare_space_ = false;               ///< the open space is no plain one
    static constexpr unsigned space_advance = ascii.cells[octet(' ')] & 31U;
    static constexpr unsigned column_gap = 3;  ///< spaces that part the cells of a table
    unsigned cases_ = 0;                    ///< all ASCII letters, one or'ed with the other
    char32_t parity_ = 0;                   ///< exclusive or of all characters, of ideographs' last two bytes
    bool brackets_ = false, edits_ = false, hyphens_ = false, dots_ = false, dateline_ = false;
};

/// Facts of a line's content, which has no white space around it and is not empty. Where recognition has set `stray` spaces behind
/// Han and kana, before more of them or a mark, they do not count. Linear.
constexpr line_facts facts_of(std::string_view content, bool stray = false) noexcept { return line_pass(content).facts(content, stray); }

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_PASS_HPP
