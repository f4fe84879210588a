// galley: text to runs, character by character: no state but a few registers, any machine.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_RUN_READER_HPP
#define GALLEY_DETAIL_RUN_READER_HPP

#include <galley/config.hpp>
#include <galley/detail/character_class.hpp>
#include <galley/detail/utf8_decode.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// A run of one kind: a slice of the input, never empty.
struct token {
    std::string_view text;
    token_kind kind;
};

namespace detail {

struct kind_flags { bool of[16]; };
/// Kinds that end alone. (A table, since compilers would do anything else before it is needed.)
constexpr kind_flags make_lone_kinds() noexcept {
    kind_flags table{};
    for (unsigned kind = 0; kind < 16; ++kind) table.of[kind] = ends_alone(kind);
    return table;
}
inline constexpr kind_flags lone_kinds = make_lone_kinds();

/// `.` or `,`, which `at` holds, between two ASCII digits; `at` is not where the text begins.
constexpr bool joins_digits(const char* at, const char* last) noexcept {
    return is_ascii_digit(at[-1]) && last - at > 1 && is_ascii_digit(at[1]);
}

// What a first byte does to a run: its class, which ends the run unless it is the run's own; or something that asks for more. First
// come the leads of three octets of which any two continuation bytes may be the last: those of ideographs, and the others. From
// `lone` up: a class of which one character is one token, so that no run equals it.
inline constexpr unsigned special = 16, han_lead = special, three_octets = special + 1, two_octets = special + 2, no_ascii = special + 3,
                          dot = special + 4, carriage_return = special + 5, end_of_text = special + 6, lone = 32;

constexpr unsigned first_octet_code(unsigned byte) noexcept {
    if (byte == '.' || byte == ',') return dot;
    if (byte == '\r') return carriage_return;
    if (byte < 0x80) return lone_kinds.of[class_of(byte)] ? class_of(byte) + lone : class_of(byte);
    if (byte >= 0xE4 && byte <= 0xE9) return han_lead;
    if (byte >= 0xE1 && byte <= 0xEF && byte != 0xED) return three_octets;
    return byte >= 0xC2 && byte <= 0xDF ? two_octets : no_ascii;
}
struct first_octets { std::uint8_t of[0x100]; };
constexpr first_octets make_first_octets() noexcept {
    first_octets table{};
    for (unsigned byte = 0; byte < 0x100; ++byte) table.of[byte] = static_cast<std::uint8_t>(first_octet_code(byte));
    return table;
}
inline constexpr first_octets first_octet = make_first_octets();

/// Class of the character at `at`, and from the fifth bit up its size. CR LF is one.
GALLEY_NOINLINE constexpr unsigned read_character(const char* at, const char* last) noexcept {
    const char* next = at;
    const decoded character = utf8_next(next, last);
    if (character.code_point == '\r' && next != last && *next == '\n') return static_cast<unsigned>(token_kind::line_break) | 2U << 4;
    const unsigned found = character.valid ? class_of(character.code_point) : static_cast<unsigned>(token_kind::invalid);
    return found | unsigned{character.size} << 4;
}

// Many characters of three octets are known by their octets alone. They can be read from wherever is before `safe`.

/// Behind the ideographs from U+4000 to U+9FFF. The hexagrams among them, which are none, have the second octet B7.
GALLEY_INLINE constexpr const char* skip_han(const char* at, const char* safe) noexcept {
    do {
        const unsigned lead = octet(at[0]) - 0xE5U;
        if (lead > 4 && (lead != ~0U || octet(at[1]) == 0xB7)) break;
        const unsigned second = octet(at[1]) - 0x80U, third = octet(at[2]) - 0x80U;
        if ((second | third) >= 0x40) break;
        at += 3;
    } while (at < safe);
    return at;
}

/// Behind the Hiragana, or the Hangul syllables.
GALLEY_NOINLINE constexpr const char* skip_syllables(const char* at, const char* safe, unsigned kind) noexcept {
    const bool kana = kind == static_cast<unsigned>(token_kind::kana);
    const std::uint32_t first = (0xE0U << 12) + (kana ? 0x3041 : 0xAC00), count = kana ? 0x56 : 0x2BA4;
    for (; at < safe; at += 3) {
        const unsigned second = octet(at[1]) - 0x80U, third = octet(at[2]) - 0x80U;
        if ((second | third) >= 0x40 || (unsigned{octet(at[0])} << 12 | second << 6 | third) - first >= count) break;
    }
    return at;
}

/// Reads the tokens of a text one after another. How the one behind begins is known before a token is handed out.
class run_reader {
public:
    constexpr run_reader(const char* first, const char* last) noexcept
        : at_(first), behind_(first), safe_(last - first > 7 ? last - 7 : first), last_(last) {}

    /// Calls `sink(token)` for each until it returns false. The only loop that compilers shall take for one is that of the tokens:
    /// what it keeps then gets the few registers that small processors can reckon with.
    template <class Sink>
    GALLEY_INLINE constexpr void each(Sink&& sink) {
        if (at_ == last_) return;
        const char* first = at_;
        read_character_slowly();
        unsigned run = found_ == mark_class ? static_cast<unsigned>(token_kind::other) : found_;
        at_ = behind_;
        for (;;) {
            found_ = skip(run);
            behind_ = at_ + 1;
            if (GALLEY_SELDOM(found_ >= special && goes_on(run))) continue;
            const token read{{first, static_cast<std::size_t>(at_ - first)}, static_cast<token_kind>(run)};
            if (!sink(read) || at_ == last_) return;
            first = at_;
            run = found_;
            at_ = behind_;
        }
    }

private:
    /// Whether the special character at `at_` belongs to the run; then `at_` is behind it.
    GALLEY_INLINE constexpr bool goes_on(unsigned run) noexcept {
        if (found_ <= no_ascii) {
            read_beyond_ascii();
            if (found_ != run && found_ != mark_class) return false;
            if (lone_kinds.of[run]) {
                if (found_ == mark_class) found_ = static_cast<unsigned>(token_kind::other);
                return false;
            }
        } else if (found_ >= lone) {
            found_ &= 15U;
            return false;
        } else if (found_ == dot) {
            found_ = static_cast<unsigned>(token_kind::punctuation);
            if (run != static_cast<unsigned>(token_kind::digits) || !joins_digits(at_, last_)) return false;
        } else {
            if (found_ == end_of_text) return false;
            found_ = static_cast<unsigned>(token_kind::line_break);
            if (behind_ != last_ && *behind_ == '\n') ++behind_;
            return false;
        }
        at_ = behind_;
        return true;
    }

    /// Reads the character at `at_`, and perhaps more of its class.
    GALLEY_INLINE constexpr void read_beyond_ascii() noexcept {
        if (found_ == han_lead) {
            behind_ = skip_han(at_, safe_);
            if (behind_ != at_) {
                found_ = static_cast<unsigned>(token_kind::han);
                return;
            }
        }
        if (found_ != no_ascii) {
            unsigned row = octet(at_[0]) - 0xC0U, place = octet(at_[1]) - 0x80U, all = place;
            behind_ = at_ + 2;
            if (found_ != two_octets) {
                row = (row - 0x20U) << 6 | place;
                place = octet(at_[2]) - 0x80U;
                all |= place;
                ++behind_;
            }
            if (all < 0x40) {
                found_ = class_of_row(row, place);
                if (found_ == static_cast<unsigned>(token_kind::kana) || found_ == static_cast<unsigned>(token_kind::hangul))
                    behind_ = skip_syllables(behind_, safe_, found_);
                return;
            }
        }
        read_character_slowly();
    }

    GALLEY_INLINE constexpr void read_character_slowly() noexcept {
        const unsigned character = read_character(at_, last_);
        found_ = character & 15U;
        behind_ = at_ + (character >> 4);
    }

    /// Goes on behind the ASCII of the run; returns what is there.
    GALLEY_INLINE constexpr unsigned skip(unsigned run) noexcept {
        for (; at_ < safe_; at_ += 4) {
            unsigned found = first_octet.of[octet(at_[0])];
            if (!GALLEY_SELDOM(found == run)) return found;
            found = first_octet.of[octet(at_[1])];
            if (!GALLEY_SELDOM(found == run)) { at_ += 1; return found; }
            found = first_octet.of[octet(at_[2])];
            if (!GALLEY_SELDOM(found == run)) { at_ += 2; return found; }
            found = first_octet.of[octet(at_[3])];
            if (!GALLEY_SELDOM(found == run)) { at_ += 3; return found; }
        }
        for (; at_ != last_; ++at_) {
            const unsigned found = first_octet.of[octet(*at_)];
            if (found != run) return found >= special && found < no_ascii ? no_ascii : found;
        }
        return end_of_text;
    }

    const char* at_;      ///< where the next token begins
    const char* behind_;  ///< behind what is known to belong to it
    const char* safe_;    ///< before here, eight bytes can be read: four, from wherever skip() stops
    const char* last_;
    unsigned found_ = 0;  ///< its class, or what its first byte asks for
};

/// The token at `first`, which is not `last`.
constexpr token next_token(const char* first, const char* last) noexcept {
    token found{{first, 0}, token_kind::other};
    run_reader(first, last).each([&found](token read) {
        found = read;
        return false;
    });
    return found;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_RUN_READER_HPP
