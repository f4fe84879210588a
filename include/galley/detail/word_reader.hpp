// galley: reads running text and tells a lexicon what words it has.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_WORD_READER_HPP
#define GALLEY_DETAIL_WORD_READER_HPP

#include <galley/config.hpp>
#include <galley/detail/word_key.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

constexpr bool is_blank(char32_t c) noexcept { return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000; }
constexpr bool is_break(char32_t c) noexcept { return (c - 0x0AU) < 4U; }

/// Hyphens that can stand inside a word. Soft hyphens are none: a word goes on through them.
constexpr bool is_inner_hyphen(char32_t c) noexcept {
    return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x58A || c == 0x1400 || c == 0xFE63 || c == 0xFF0D;
}
constexpr bool is_soft_hyphen(char32_t c) noexcept { return c == 0xAD || c == 0xAC; }

/// Feeds `Lexicon` with every word of a text that comes in chunks cut anywhere, but for the two fragments beside a
/// line-end hyphen. Linear; about 40 bytes of state.
template <class Lexicon>
class word_reader {
public:
    constexpr void push(std::string_view chunk, Lexicon& lexicon) noexcept {
        const char* at = chunk.data();
        const char* const end = at + chunk.size();
        while (at != end) {
            const std::uint8_t byte = octet(*at);
            if (held_ != 0) {
                hold(*at++, lexicon);
            } else if (is_ascii_letter(byte)) {
                at = ascii_letters(at, end, lexicon);
            } else if (byte < 0x80) {
                ascii_sign(byte, lexicon);
                ++at;
            } else if (end - at < 1 + rule_of_lead(byte).tail) {
                hold(*at++, lexicon);
            } else {
                character(utf8_next(at, end).code_point, lexicon);
            }
        }
    }

    /// The text is over.
    constexpr void finish(Lexicon& lexicon) noexcept {
        release(lexicon);
        other(U'\n', lexicon);
        *this = word_reader();
    }

private:
    /// The letters of a word so far: hash, last four, number.
    struct letters {
        word_hash hash = 0;
        std::uint32_t gram = 0;
        std::size_t count = 0;
        constexpr void add(char32_t letter) noexcept {
            hash = hash_step(hash, letter);
            gram = gram_step(gram, letter);
            ++count;
        }
    };

    enum class state : std::uint8_t {
        apart,      ///< after white space or punctuation
        inside,     ///< in a word
        hyphen,     ///< directly after a word and its hyphen
        hanging,    ///< after a word, its hyphen and blanks
        soft,       ///< directly after a word and a soft hyphen
        line_end,   ///< after a line-end hyphen: the next word is a fragment
        fragment,   ///< in that fragment
    };

    /// Bytes of a character that the end of a chunk cuts.
    constexpr void hold(char byte, Lexicon& lexicon) noexcept {
        bytes_[held_++] = byte;
        const char* at = bytes_;
        const std::size_t size = held_;
        const decoded c = utf8_next(at, bytes_ + size);
        const std::uint8_t whole = static_cast<std::uint8_t>(1 + rule_of_lead(octet(bytes_[0])).tail);
        if (c.size == size && size < whole && !c.valid) return;  // may still be finished
        held_ = 0;
        character(c.code_point, lexicon);
        if (c.size < size) {
            const char last = byte;
            push(std::string_view(&last, 1), lexicon);
        }
    }

    constexpr void release(Lexicon& lexicon) noexcept {
        if (held_ != 0) character(replacement_character, lexicon);
        held_ = 0;
    }

    constexpr void character(char32_t c, Lexicon& lexicon) noexcept {
        if (is_letter(c)) fold_letters(c, [&](char32_t folded) { letter(folded, lexicon, true); });
        else if (is_hangul(c)) letter(c, lexicon, false);
        else other(c, lexicon);
    }

    constexpr void enter_word(Lexicon& lexicon) noexcept {
        if (state_ != state::inside && state_ != state::fragment) begin_word(lexicon);
    }

    constexpr void letter(char32_t folded, Lexicon& lexicon, bool alphabetic) noexcept {
        enter_word(lexicon);
        word_.add(folded);
        if (!alphabetic) hangul_ = true;
        else if (word_.count >= 4) add_gram(word_, lexicon);
    }

    /// A run of letters, most of any Latin text, with what changes held in registers.
    constexpr const char* ascii_letters(const char* at, const char* end, Lexicon& lexicon) noexcept {
        enter_word(lexicon);
        letters word = word_;
        do {
            word.add(octet(*at) | 0x20U);
            if (word.count >= 4) add_gram(word, lexicon);
            ++at;
        } while (at != end && is_ascii_letter(octet(*at)));
        word_ = word;
        return at;
    }

    static constexpr void add_gram(const letters& word, Lexicon& lexicon) noexcept {
        if (lexicon.holds(word_class::gram)) lexicon.insert(word_class::gram, gram_key(word.gram));
    }

    constexpr void begin_word(Lexicon& lexicon) noexcept {
        switch (state_) {
            case state::hyphen: keep_word(lexicon, true); break;
            case state::hanging: keep_word(lexicon, true); break;
            case state::soft: state_ = state::inside; return;
            default: break;
        }
        if (state_ != state::hyphen) left_ = 0;
        state_ = state_ == state::line_end ? state::fragment : state::inside;
        word_ = letters();
        hangul_ = false;
    }

    /// What most of them come to, at once.
    constexpr void ascii_sign(std::uint8_t byte, Lexicon& lexicon) noexcept {
        if (state_ == state::apart) return;
        if (state_ != state::inside || byte == '-') return other(byte, lexicon);
        keep_word(lexicon, false);
        state_ = state::apart;
        left_ = 0;
    }

    /// Anything but a letter.
    constexpr void other(char32_t c, Lexicon& lexicon) noexcept {
        const bool in_word = state_ == state::inside || state_ == state::fragment;
        if (in_word && is_soft_hyphen(c)) {
            soft_in_fragment_ = state_ == state::fragment;
            state_ = state::soft;
            return;
        }
        if (in_word && is_inner_hyphen(c)) {
            if (state_ == state::fragment) word_.count = 0;  // what stands beside it is known, it is not
            state_ = state::hyphen;
            return;
        }
        if (is_blank(c) && (state_ == state::hyphen || state_ == state::hanging || state_ == state::line_end)) {
            if (state_ == state::hyphen) state_ = state::hanging;
            return;
        }
        if (is_break(c)) {
            if (state_ == state::hyphen || state_ == state::hanging || state_ == state::soft) {
                state_ = state::line_end;
                return;
            }
            if (state_ == state::line_end) return;  // CR LF, form feed
        }
        if (state_ == state::inside || (state_ == state::soft && !soft_in_fragment_)) keep_word(lexicon, false);
        if (state_ == state::hyphen && word_.count != 0) keep_word(lexicon, true);
        state_ = state::apart;
        left_ = 0;
    }

    /// The word before the current character is complete. `first`: a hyphen follows it.
    constexpr void keep_word(Lexicon& lexicon, bool first) noexcept {
        if (word_.count == 0) {
            left_ = 0;
            return;
        }
        const bool compound = left_ != 0;
        if (word_.count >= 2 || hangul_) add(lexicon, word_class::word, word_.hash);
        if (compound) {
            if (lexicon.holds(word_class::compound)) lexicon.insert(word_class::compound, compound_key(left_, word_.hash));
            add(lexicon, word_class::last_part, word_.hash);
        }
        if (first) add(lexicon, word_class::first_part, word_.hash);
        left_ = first ? word_.hash : 0;
    }

    static constexpr void add(Lexicon& lexicon, word_class c, word_hash hash) noexcept {
        if (lexicon.holds(c)) lexicon.insert(c, key_of(c, hash));
    }

    letters word_;
    word_hash left_ = 0;  ///< the part before the last hyphen; 0: none
    state state_ = state::apart;
    bool hangul_ = false;
    bool soft_in_fragment_ = false;
    std::uint8_t held_ = 0;
    char bytes_[4] = {};
};

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_WORD_READER_HPP
