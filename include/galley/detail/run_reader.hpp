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
                          lone = special + 4, dot = lone + 16, carriage_return = dot + 1, end_of_text = dot + 2;

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

/// An ideograph from U+4000 to U+9FFF. The hexagrams among them, which are none, have the second octet B7.
GALLEY_INLINE constexpr bool is_common_han(const char* at) noexcept {
    const unsigned lead = octet(at[0]) - 0xE5U;
    if (lead > 4 && (lead != ~0U || octet(at[1]) == 0xB7)) return false;
    return ((octet(at[1]) - 0x80U) | (octet(at[2]) - 0x80U)) < 0x40;
}
GALLEY_INLINE constexpr const char* skip_han(const char* at, const char* safe) noexcept {
    do {
        if (!is_common_han(at)) break;
        at += 3;
        if (!is_common_han(at)) break;
        at += 3;
    } while (at < safe);
    return at;
}

/// Behind letters of kana: U+3041 to U+3096, U+30A1 to U+30FA, U+30FC.
GALLEY_NOINLINE constexpr const char* skip_kana(const char* at, const char* safe) noexcept {
    for (; at < safe && octet(at[0]) == 0xE3; at += 3) {
        const unsigned third = octet(at[2]) - 0x80U, place = (octet(at[1]) - 0x81U) << 6 | third;
        if (third >= 0x40 || (place - 0x01 >= 0x56 && place - 0x61 >= 0x5A && place != 0xBC)) break;
    }
    return at;
}

/// Behind the Hangul syllables, up to U+D77F.
GALLEY_NOINLINE constexpr const char* skip_hangul(const char* at, const char* safe) noexcept {
    for (; at < safe; at += 3) {
        const unsigned lead = octet(at[0]) - 0xEAU, second = octet(at[1]) - 0x80U, third = octet(at[2]) - 0x80U;
        if (lead > 3 || (second | third) >= 0x40 || (lead == 0 && second < 0x30) || (lead == 3 && second >= 0x1E)) break;
    }
    return at;
}

/// Reads the tokens of a text one after another. How the one behind begins is known before a token is handed out.
class run_reader {
public:
    constexpr run_reader(const char* first, const char* last) noexcept
        : at_(first), behind_(first), safe_(last - first > 8 ? last - 8 : first), last_(last) {}

    /// Calls `sink(token)` for each until it returns false. The only loop that compilers shall take for one is that of the tokens:
    /// what it keeps then gets the few registers that small processors can reckon with.
    template <class Sink>
    GALLEY_INLINE constexpr void each(Sink&& sink) {
        if (at_ == last_) return;
        const char* first = at_;
        found_ = first_octet.of[octet(*at_)];
        behind_ = at_ + 1;
        if (found_ >= special) {
            read_slowly();
            if (found_ == mark_class) found_ = static_cast<unsigned>(token_kind::other);
        }
        unsigned run = found_;
        at_ = behind_;
        for (;;) {
            if (GALLEY_SELDOM(at_ >= safe_)) {
                if (first == last_) return;
                if (skip_near_end(run)) continue;
            } else {
                if (skip(run)) continue;
                behind_ = at_ + 1;
            }
            if (GALLEY_SELDOM(found_ >= special && goes_on(run))) continue;
            if (!sink(token{{first, static_cast<std::size_t>(at_ - first)}, static_cast<token_kind>(run)})) return;
            first = at_;
            run = found_;
            at_ = behind_;
        }
    }

private:
    /// Goes on behind ASCII of the run. True where there may be more of it, behind four characters.
    GALLEY_INLINE constexpr bool skip(unsigned run) noexcept {
        const char* const at = at_;
        if ((found_ = first_octet.of[octet(at[0])]) != run) return false;
        at_ = at + 1;
        if ((found_ = first_octet.of[octet(at[1])]) != run) return false;
        at_ = at + 2;
        if ((found_ = first_octet.of[octet(at[2])]) != run) return false;
        at_ = at + 3;
        if ((found_ = first_octet.of[octet(at[3])]) != run) return false;
        at_ = at + 4;
        return true;
    }
    /// The same, behind one character, where the text is about to end.
    GALLEY_INLINE constexpr bool skip_near_end(unsigned run) noexcept {
        found_ = end_of_text;
        behind_ = at_;
        if (at_ == last_) return false;
        found_ = first_octet.of[octet(*at_)];
        if (found_ >= special && found_ < no_ascii) found_ = no_ascii;
        ++behind_;
        if (found_ != run) return false;
        at_ = behind_;
        return true;
    }

    /// Whether the special character at `at_` belongs to the run; then `at_` is behind it.
    GALLEY_INLINE constexpr bool goes_on(unsigned run) noexcept {
        if (found_ <= no_ascii) {
            read_beyond_ascii();
            if (found_ == run) {
                if (lone_kinds.of[found_]) return false;
            } else {
                if (!GALLEY_SELDOM(found_ == mark_class)) return false;
                if (lone_kinds.of[run]) {
                    found_ = static_cast<unsigned>(token_kind::other);
                    return false;
                }
            }
        } else if (found_ < dot) {
            found_ -= lone;
            return false;
        } else if (found_ == dot) {
            found_ = static_cast<unsigned>(token_kind::punctuation);
            if (run != static_cast<unsigned>(token_kind::digits) || !joins_digits(at_, last_)) return false;
        } else if (found_ == carriage_return) {
            found_ = static_cast<unsigned>(token_kind::line_break);
            if (behind_ != last_ && *behind_ == '\n') ++behind_;
            return false;
        } else {
            return false;
        }
        at_ = behind_;
        return true;
    }

    /// Reads the character at `at_`, and perhaps more of its class.
    GALLEY_INLINE constexpr void read_beyond_ascii() noexcept {
        if (found_ == han_lead) {
            behind_ = skip_han(at_, safe_);
            if (!GALLEY_SELDOM(behind_ == at_)) {
                found_ = static_cast<unsigned>(token_kind::han);
                return;
            }
            found_ = three_octets;
        }
        if (found_ == two_octets) {
            const unsigned second = octet(at_[1]) - 0x80U;
            if (second < 0x40) {
                found_ = class_of_row(octet(at_[0]) - 0xC0U, second);
                behind_ = at_ + 2;
                return;
            }
        } else if (found_ == three_octets) {
            const unsigned second = octet(at_[1]) - 0x80U, third = octet(at_[2]) - 0x80U;
            if ((second | third) < 0x40) {
                found_ = class_of_row((octet(at_[0]) - 0xE0U) << 6 | second, third);
                behind_ = at_ + 3;
                if (found_ <= static_cast<unsigned>(token_kind::hangul)) skip_syllables();
                return;
            }
        }
        read_slowly();
    }

    /// What is found is set where it is known anyway, so that it need not be kept over the call.
    GALLEY_INLINE constexpr void skip_syllables() noexcept {
        if (found_ == static_cast<unsigned>(token_kind::kana)) {
            behind_ = skip_kana(behind_, safe_);
            found_ = static_cast<unsigned>(token_kind::kana);
        } else if (found_ == static_cast<unsigned>(token_kind::hangul)) {
            behind_ = skip_hangul(behind_, safe_);
            found_ = static_cast<unsigned>(token_kind::hangul);
        }
    }

    GALLEY_INLINE constexpr void read_slowly() noexcept {
        const unsigned character = read_character(at_, last_);
        found_ = character & 15U;
        behind_ = at_ + (character >> 4);
    }

    const char* at_;      ///< the octet that is looked at
    const char* behind_;  ///< behind the character there, or behind more of its class
    const char* safe_;    ///< before here, nine bytes can be read: six, from wherever skip() stops
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
