// galley: reads running text and tells a lexicon what words it has.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_WORD_READER_HPP
#define GALLEY_DETAIL_WORD_READER_HPP

#include <galley/config.hpp>
#include <galley/detail/character_kind.hpp>
#include <galley/detail/slice.hpp>
#include <galley/detail/word_key.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

/// A word's letters: their hash, their number, and the first of them.
struct word_letters {
    static constexpr std::size_t most = 32;

    word_hash hash = 0;
    std::uint32_t count = 0;
    std::uint32_t name_joint = 0;  ///< letters before the last capital behind a small letter, 0: none
    char16_t letters[most] = {};

    constexpr void add(char32_t letter) noexcept {
        hash = hash_step(hash, letter);
        if (count < most) letters[count] = static_cast<char16_t>(letter);
        ++count;
    }
    constexpr std::size_t kept() const noexcept { return count < most ? count : most; }
};

#if GALLEY_BLOCKS && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
inline constexpr std::size_t usual_told_words = 2048;
#else
inline constexpr std::size_t usual_told_words = 0;
#endif

/// Words that were told already: most of a text are few words again and again.
template <std::size_t Count>
struct told_words {
    std::uint64_t words[Count] = {};
    /// Whether it was told; it is now.
    constexpr bool add(std::uint64_t word) noexcept {
        std::uint64_t& slot = words[(word * 0x9E3779B97F4A7C15U) >> 40 & (Count - 1)];
        const bool found = slot == word;
        slot = word;
        return found;
    }
};
template <>
struct told_words<0> {
    static constexpr bool add(std::uint64_t) noexcept { return false; }
};

/// Powers of the base of a word's hash, of its inverse, and sums of powers: what the hash of eight letters at once takes.
struct hash_powers {
    word_hash power[9] = {1};
    word_hash inverse[9] = {1};
    word_hash sum[9] = {};  ///< of the highest of eight powers, as many as the index says
    constexpr hash_powers() noexcept {
        word_hash reciprocal = hash_base;
        for (int i = 0; i < 5; ++i) reciprocal *= 2U - hash_base * reciprocal;
        for (std::size_t i = 1; i <= 8; ++i) power[i] = power[i - 1] * hash_base, inverse[i] = inverse[i - 1] * reciprocal;
        for (std::size_t i = 1; i <= 8; ++i) sum[i] = sum[i - 1] + power[8 - i];
    }
};
inline constexpr hash_powers powers_of_hash;

/// The letters that eight bytes of ASCII begin with, without their case: as many as there are, and zeros.
struct eight_letters {
    std::uint64_t letters = 0;
    unsigned count = 0;
    bool capitals = false;  ///< one of them, but for the first byte, is a capital

    eight_letters() = default;
    GALLEY_INLINE explicit eight_letters(const char* at) noexcept {
        constexpr std::uint64_t each = 0x0101010101010101U;
        std::uint64_t bytes;
        __builtin_memcpy(&bytes, at, sizeof bytes);
        const std::uint64_t folded = (bytes | each * 0x20U) & each * 0x7FU;
        const std::uint64_t other = (~(folded + each * (0x80U - 'a')) | (folded + each * (0x7FU - 'z')) | bytes) & each * 0x80U;
        count = other == 0 ? 8U : trailing_zeros(other) / 8U;
        const std::uint64_t mask = other == 0 ? ~std::uint64_t{0} : (other ^ (other - 1U)) >> 8;
        letters = folded & mask;
        capitals = (~bytes & mask & each * 0x20U) >> 8 != 0;
    }

    /// The letters' hash, behind others that have this one.
    GALLEY_INLINE word_hash hash(word_hash before) const noexcept {
        word_hash hash = powers_of_hash.sum[count];
        for (unsigned i = 0; i < 8; ++i) hash += static_cast<word_hash>(letters >> 8 * i & 0xFFU) * powers_of_hash.power[7 - i];
        return before * powers_of_hash.power[count] + hash * powers_of_hash.inverse[8 - count];
    }
};

/// Feeds `Lexicon` with every word of a text that comes in chunks cut anywhere, but for the two fragments beside a
/// line-end hyphen. Linear; about 90 bytes of state, and 8 for each of the `Told` words that it need not tell again
/// (a power of two, 0 where the lexicon may change between two chunks).
template <class Lexicon, std::size_t Told = 0>
class word_reader {
public:
    /// A text, or part of one that ends where a character does.
    constexpr void read(std::string_view text, Lexicon& lexicon) noexcept {
        const char* at = text.data();
        const char* const end = at + text.size();
        while (at != end) {
            if constexpr (Told != 0) {
                if (!GALLEY_CONSTANT_EVALUATED() && state_ == state::apart) at = plain_words(at, end, lexicon);
                if (at == end) return;
            }
            const std::uint8_t byte = octet(*at);
            if (is_ascii_letter(byte)) {
                at = ascii_letters(at, end, lexicon);
            } else if (byte < 0x80) {
                ascii_sign(byte, lexicon);
                ++at;
            } else {
                character(utf8_next(at, end).code_point, lexicon);
            }
        }
    }

    /// The text is over.
    constexpr void end_text(Lexicon& lexicon) noexcept {
        other(kind::line_break, lexicon);
        *this = word_reader();
    }

    /// Part of a text, cut anywhere.
    constexpr void push(std::string_view chunk, Lexicon& lexicon) noexcept {
        const auto one = [&](const decoded& c) { cut_character(c.code_point, lexicon); };
        for (; cut_.pending() != 0 && !chunk.empty(); chunk.remove_prefix(1)) cut_.push(slice(chunk, 0, 1), one);
        std::size_t whole = chunk.size();
        for (std::size_t back = 1; back <= 3 && back <= chunk.size(); ++back) {
            const std::uint8_t byte = octet(chunk[chunk.size() - back]);
            if (rule_of_lead(byte).tail >= back) whole = chunk.size() - back;
            if (!is_continuation(byte)) break;
        }
        read(slice(chunk, 0, whole), lexicon);
        cut_.push(slice(chunk, whole, chunk.size()), one);
    }

    /// The text that was pushed is over.
    constexpr void finish(Lexicon& lexicon) noexcept {
        cut_.finish([&](const decoded& c) { cut_character(c.code_point, lexicon); });
        end_text(lexicon);
    }

private:
    enum class state : std::uint8_t {
        apart,      ///< after white space or punctuation
        inside,     ///< in a word
        hyphen,     ///< directly after a word and its hyphen
        hanging,    ///< after a word, its hyphen and blanks
        soft,       ///< directly after a word and a soft hyphen
        line_end,   ///< after a line-end hyphen: the next word is a fragment
        fragment,   ///< in that fragment
    };

    constexpr void cut_character(char32_t c, Lexicon& lexicon) noexcept {
        const char byte = static_cast<char>(c);
        if (c < 0x80) read(std::string_view(&byte, 1), lexicon);
        else character(c, lexicon);
    }

    constexpr void character(char32_t c, Lexicon& lexicon) noexcept {
        if (is_letter(c)) {
            enter_word(lexicon);
            fold_letters(c, [this](char32_t folded) { word_.add(folded); });
            capital_ = false;
        } else if (is_hangul(c)) {
            enter_word(lexicon);
            word_.add(c);
            hangul_ = true;
        } else if (state_ != state::apart) {
            other(kinds_of_sign(c), lexicon);
        }
    }

    constexpr void enter_word(Lexicon& lexicon) noexcept {
        if (state_ != state::inside && state_ != state::fragment) begin_word(lexicon);
    }

    /// A run of letters, most of any Latin text.
    constexpr const char* ascii_letters(const char* at, const char* end, Lexicon& lexicon) noexcept {
        enter_word(lexicon);
        do {
            const bool capital = octet(*at) < 'a';
            if (capital && !capital_) note_name(lexicon);
            capital_ = capital;
            word_.add(octet(*at++) | 0x20U);
        } while (at != end && is_ascii_letter(octet(*at)));
        return at;
    }

    /// Tells of the words from `at` on that stand by themselves and are plain: no capital but the first, no hyphen behind, and, but
    /// for the letters that are common beside ASCII, fifteen letters at most. Returns where something else begins. For the state `apart`.
    const char* plain_words(const char* at, const char* end, Lexicon& lexicon) noexcept {
        const bool in_parts = has_parts(lexicon);
        while (end - at > 16) {
            const eight_letters head(at);
            eight_letters tail;
            std::uint64_t word = head.letters;
            std::size_t size = head.count;
            if (size == 8) {
                tail = eight_letters(at + 8);
                size += tail.count;
                if (size == 16 || tail.capitals || (tail.count != 0 && octet(at[8]) < 'a')) break;
                word ^= (tail.letters << 32 | tail.letters >> 32) * 0xD6E8FEB86659FD93U;
            }
            const std::uint8_t behind = octet(at[size]);
            if (behind >= 0x80) {
                const char* const next = common_word(at, end, lexicon);
                if (next == at) break;
                at = next;
                continue;
            }
            if (head.capitals || (behind == '-' && size != 0)) break;
            if (size >= 2 && !told_.add(word)) {
                const word_hash hash = size < 8 ? head.hash(0) : tail.hash(head.hash(0));
                if (in_parts) keep_parts([at](std::size_t i) { return octet(at[i]) | 0x20U; }, size, lexicon);
                add(lexicon, word_class::word, hash);
            }
            at += size + 1;
        }
        return at;
    }

    /// Tells of a word of ASCII and the letters that are common beside it, if there is one and no more. Returns what is behind
    /// it, or `at`.
    const char* common_word(const char* at, const char* end, Lexicon& lexicon) noexcept {
        const char* const first = at;
        word_letters word;
        while (end - at > 1) {
            const std::uint8_t byte = octet(*at);
            char32_t c = byte;
            if (is_ascii_letter(byte)) {
                if (byte < 'a' && word.count != 0) return first;
                c |= 0x20U;
                ++at;
            } else if (byte < 0x80) {
                break;
            } else {
                const std::uint8_t tail = octet(at[1]);
                c = static_cast<char32_t>((byte & 0x1FU) << 6 | (tail & 0x3FU));
                if ((byte & 0xE0U) != 0xC0U || (tail & 0xC0U) != 0x80U || !is_common_letter(c)) return first;
                c = fold_common(c);
                at += 2;
            }
            word.add(c);
            if (word.count == word_letters::most) return first;
        }
        if (end - at <= 1 || *at == '-') return first;
        if (word.count >= 2) {
            if (has_parts(lexicon) && !told_.add(std::uint64_t{0xFF} << 56 | word.hash)) keep_parts([&word](std::size_t i) { return word.letters[i]; }, word.count, lexicon);
            add(lexicon, word_class::word, word.hash);
        }
        return at + 1;
    }

    static constexpr bool has_parts(const Lexicon& lexicon) noexcept { return lexicon.holds(word_class::gram) || lexicon.holds(word_class::beginning); }

    /// A capital behind a small letter: a word made of words.
    constexpr void note_name(Lexicon& lexicon) noexcept {
        std::size_t first = word_.name_joint;
        const std::size_t last = word_.count;
        if (last >= word_letters::most || !lexicon.holds(word_class::name_front)) return;
        word_hash hash = 0;
        for (; first < last; ++first) hash = hash_step(hash, word_.letters[first]);
        add(lexicon, word_class::name_front, hash);
        word_.name_joint = static_cast<std::uint32_t>(last);
    }

    constexpr void begin_word(Lexicon& lexicon) noexcept {
        switch (state_) {
            case state::hyphen:
            case state::hanging: keep_word(lexicon, true); break;
            case state::soft: state_ = state::inside; return;
            default: break;
        }
        if (state_ != state::hyphen) left_ = 0;
        state_ = state_ == state::line_end ? state::fragment : state::inside;
        word_.hash = 0;
        word_.count = word_.name_joint = 0;
        hangul_ = false;
        capital_ = true;
    }

    /// What most of them come to, at once.
    constexpr void ascii_sign(std::uint8_t byte, Lexicon& lexicon) noexcept {
        if (state_ == state::apart) return;
        if (state_ != state::inside || byte == '-') return other(kinds_of_sign(byte), lexicon);
        keep_word(lexicon, false);
        state_ = state::apart;
        left_ = 0;
    }

    /// Anything but a letter.
    constexpr void other(unsigned kinds, Lexicon& lexicon) noexcept {
        const bool in_word = state_ == state::inside || state_ == state::fragment;
        if (in_word && (kinds & kind::soft_hyphen) != 0) {
            soft_in_fragment_ = state_ == state::fragment;
            state_ = state::soft;
            return;
        }
        if (in_word && (kinds & kind::hyphen) != 0) {
            if (state_ == state::fragment) word_.count = 0;  // what stands beside it is known, it is not
            state_ = state::hyphen;
            return;
        }
        const bool behind_hyphen = state_ == state::hyphen || state_ == state::hanging;
        if ((kinds & kind::gap) != 0 && (behind_hyphen || state_ == state::line_end)) {
            if (behind_hyphen) state_ = state::hanging;
            return;
        }
        if ((kinds & kind::line_break) != 0) {
            if (behind_hyphen || state_ == state::soft) state_ = state::line_end;
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
        if (has_parts(lexicon) && !hangul_ && !told_.add(std::uint64_t{0xFF} << 56 | word_.hash)) keep_parts([this](std::size_t i) { return word_.letters[i]; }, word_.kept(), lexicon);
        if (compound) {
            if (lexicon.holds(word_class::compound)) lexicon.insert(word_class::compound, compound_key(left_, word_.hash));
            add(lexicon, word_class::last_part, word_.hash);
        }
        if (first) add(lexicon, word_class::first_part, word_.hash);
        left_ = first ? word_.hash : 0;
    }

    /// What a word of letters is made of.
    template <class Letter>
    static constexpr void keep_parts(Letter letter, std::size_t size, Lexicon& lexicon) noexcept {
        const bool grams = lexicon.holds(word_class::gram);
        const bool parts = lexicon.holds(word_class::beginning);
        word_hash hash = 0;
        std::uint32_t gram = 0;
        for (std::size_t i = 0; i < size; ++i) {
            hash = hash_step(hash, letter(i));
            gram = gram_step(gram, letter(i));
            if (i < least_part - 1) continue;
            if (grams && i >= 3) lexicon.insert(word_class::gram, gram_key(gram));
            if (parts && i + 2 < size) lexicon.insert(word_class::beginning, part_key(word_class::beginning, hash));
        }
        word_hash ending = 0;
        word_hash power = 1;
        for (std::size_t i = size; parts && i > 2; power *= hash_base) {
            ending += (letter(--i) + 1U) * power;
            if (size - i >= least_part) lexicon.insert(word_class::ending, part_key(word_class::ending, ending));
        }
    }

    static constexpr void add(Lexicon& lexicon, word_class c, word_hash hash) noexcept {
        if (lexicon.holds(c)) lexicon.insert(c, key_of(c, hash));
    }

    word_letters word_;
    word_hash left_ = 0;  ///< the part before the last hyphen; 0: none
    state state_ = state::apart;
    bool hangul_ = false;
    bool capital_ = true;  ///< the last letter was one, or there is none
    bool soft_in_fragment_ = false;
    utf8_stream_decoder cut_;  ///< a character that the end of a chunk cuts
    told_words<Told> told_;
};

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_WORD_READER_HPP
