// galley: what the kernels of all instruction sets share: tables, block masks, runs from masks.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_BLOCK_HPP
#define GALLEY_DETAIL_BLOCK_HPP

#include <galley/config.hpp>
#include <galley/detail/character_class.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail {

// Text is worked through in windows that stay in the first-level cache, and in blocks of 64 bytes, one bit of a mask each.

/// A window's offsets fit twelve bits, so that a run's start and kind fit sixteen.
inline constexpr std::size_t window_bytes = 4096;
inline constexpr std::size_t block_bytes = 64;
/// Bytes of a block's text that a kernel may read: the block, and the rest of a character that begins in it.
inline constexpr std::size_t block_reach = block_bytes + 4;
/// The same where characters are decoded.
inline constexpr std::size_t decode_reach = block_bytes + 16;
/// A kernel may write this many entries behind the last one.
inline constexpr std::size_t emit_slack = 16;

/// What tokenizing carries from one block to the next.
struct run_state {
    std::uint8_t kind = static_cast<std::uint8_t>(token_kind::line_break);  ///< of the last character
    char before = 0;                                                        ///< the last byte
};

// ---- tables -------------------------------------------------------------------------------------------------------

struct nibble_table { std::uint8_t at[16]; };

/// A set of byte sequences as a product of nibble sets: bit n of each mask says that nibble n is a member.
/// A kernel looks each nibble up in a table of eight such sets and ANDs what it finds: one bit a set.
struct nibble_sets { std::uint16_t nibbles[5]; };

template <std::size_t N>
constexpr nibble_table nibble_table_of(const nibble_sets (&sets)[N], std::size_t position) noexcept {
    static_assert(N <= 8, "one bit a set");
    nibble_table table{};
    for (std::size_t n = 0; n < 16; ++n)
        for (std::size_t set = 0; set < N; ++set)
            if (((sets[set].nibbles[position] >> n) & 1U) != 0) table.at[n] = static_cast<std::uint8_t>(table.at[n] | 1U << set);
    return table;
}

// What is wrong with two neighbouring bytes (Unicode table 3-7): high and low nibble of the first, high nibble of the
// second. The last set is right where a lead two or three bytes back asks for a second or third continuation.
inline constexpr nibble_sets ill_formed_pairs[] = {
    {{0xF000, 0xFFFF, 0xF0FF}},  // lead, then no continuation
    {{0x00FF, 0xFFFF, 0x0F00}},  // ASCII, then continuation
    {{0x1000, 0x0003, 0x0F00}},  // C0 C1: overlong
    {{0x4000, 0x0001, 0x0300}},  // E0 80..9F: overlong
    {{0x4000, 0x2000, 0x0C00}},  // ED A0..BF: surrogate
    {{0x8000, 0xFFF0, 0x0E00}},  // F4 90.. and above: beyond U+10FFFF
    {{0x8000, 0xFFE1, 0x0100}},  // F0 80..8F: overlong; F5.. 80..8F: beyond
    {{0x0F00, 0xFFFF, 0x0F00}},  // continuation, then continuation
};
inline constexpr nibble_table pair_first_high = nibble_table_of(ill_formed_pairs, 0);
inline constexpr nibble_table pair_first_low = nibble_table_of(ill_formed_pairs, 1);
inline constexpr nibble_table pair_second_high = nibble_table_of(ill_formed_pairs, 2);

// Common three-byte punctuation: low nibble of the lead (E), both nibbles of the second byte, of the third.
// The last set is kana, but for `kana_exceptions` and for U+30FB, which is in a set before it.
inline constexpr nibble_sets wide_punctuation[] = {
    {{1U << 3, 1U << 8, 1U << 0, 1U << 8, 0xFF0E}},             // U+3001-3003, 3008-300F
    {{1U << 3, 1U << 8, 1U << 0, 1U << 9, 0xFFF3}},             // U+3010 3011 3014-301F
    {{1U << 15, 1U << 11, 1U << 12, 1U << 8, 0xF7EE}},          // U+FF01-FF0F but FF04 FF0B
    {{1U << 15, 1U << 11, 1U << 12, 1U << 9, 0x8C00}},          // U+FF1A FF1B FF1F
    {{1U << 2, 1U << 8, 1U << 0, 1U << 9 | 1U << 10, 0x00FF}},  // U+2010-2017 2020-2027
    {{1U << 2, 1U << 8, 1U << 0, 1U << 9, 0xFF00}},             // U+2018-201F
    {{1U << 3, 1U << 8, 1U << 3, 1U << 11, 1U << 11}},          // U+30FB
    {{1U << 3, 1U << 8, 0x000E, 0x0F00, 0xFFFF}},               // U+3040-30FF
};
inline constexpr nibble_table wide_lead = nibble_table_of(wide_punctuation, 0);
inline constexpr nibble_table wide_second_high = nibble_table_of(wide_punctuation, 1);
inline constexpr nibble_table wide_second_low = nibble_table_of(wide_punctuation, 2);
inline constexpr nibble_table wide_third_high = nibble_table_of(wide_punctuation, 3);
inline constexpr nibble_table wide_third_low = nibble_table_of(wide_punctuation, 4);

// What is no kana from U+3040 to U+30FF: low nibble of the second byte, both nibbles of the third.
inline constexpr nibble_sets kana_exceptions[] = {
    {{1U << 1, 1U << 8, 1U << 0}},   // U+3040
    {{1U << 2, 1U << 9, 0x0780}},    // U+3097-309A
    {{1U << 2, 1U << 10, 1U << 0}},  // U+30A0
};
inline constexpr nibble_table kana_second_low = nibble_table_of(kana_exceptions, 0);
inline constexpr nibble_table kana_third_high = nibble_table_of(kana_exceptions, 1);
inline constexpr nibble_table kana_third_low = nibble_table_of(kana_exceptions, 2);

// ASCII has seven kinds, so three bits tell them apart: bit `plane` of 1 + the kind's place among those seven, the
// low nibble chooses the byte and the high nibble the bit.
inline constexpr std::uint8_t ascii_kinds[] = {
    0,
    static_cast<std::uint8_t>(token_kind::word),
    static_cast<std::uint8_t>(token_kind::digits),
    static_cast<std::uint8_t>(token_kind::punctuation),
    static_cast<std::uint8_t>(token_kind::symbol),
    static_cast<std::uint8_t>(token_kind::space),
    static_cast<std::uint8_t>(token_kind::line_break),
    static_cast<std::uint8_t>(token_kind::other),
};
constexpr nibble_table ascii_plane(unsigned plane) noexcept {
    nibble_table table{};
    for (char32_t c = 0; c < 0x80; ++c)
        for (unsigned code = 1; code < 8; ++code)
            if (ascii_kinds[code] == class_of(c) && ((code >> plane) & 1U) != 0)
                table.at[c & 15U] = static_cast<std::uint8_t>(table.at[c & 15U] | 1U << (c >> 4));
    return table;
}
/// Bit `plane` of the kind itself, the same way.
constexpr nibble_table ascii_kind_plane(unsigned plane) noexcept {
    nibble_table table{};
    for (char32_t c = 0; c < 0x80; ++c)
        if (((unsigned{class_of(c)} >> plane) & 1U) != 0) table.at[c & 15U] = static_cast<std::uint8_t>(table.at[c & 15U] | 1U << (c >> 4));
    return table;
}
constexpr nibble_table ascii_kind_of_code() noexcept {
    nibble_table table{};
    for (std::size_t code = 0; code < 8; ++code) table.at[code] = ascii_kinds[code];
    return table;
}
inline constexpr nibble_table ascii_planes[] = {ascii_plane(0), ascii_plane(1), ascii_plane(2)};
inline constexpr nibble_table ascii_kind_planes[] = {ascii_kind_plane(0), ascii_kind_plane(1), ascii_kind_plane(2),
                                                     ascii_kind_plane(3)};
inline constexpr nibble_table ascii_row_bit = {{1, 2, 4, 8, 16, 32, 64, 128, 1, 1, 1, 1, 1, 1, 1, 1}};
inline constexpr nibble_table ascii_kind_table = ascii_kind_of_code();

/// Byte numbers that make little-endian words of four three-byte characters; 255 gives zero.
inline constexpr nibble_table three_byte_order = {{2, 1, 0, 255, 5, 4, 3, 255, 8, 7, 6, 255, 11, 10, 9, 255}};

/// Two tables by the high nibble of a byte, for a character read as one big-endian word. What a byte holds of the code point:
inline constexpr nibble_table payload_of_byte = {
    {0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x3F, 0x3F, 0x3F, 0x3F, 0x1F, 0x1F, 0x0F, 0x07}};
/// By how many bits less than 18 the word of a lead is too far left.
inline constexpr nibble_table shift_of_lead = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6, 12, 18}};
/// Byte numbers that make big-endian words of the four bytes from each of four places on.
inline constexpr nibble_table words_at_places = {{3, 2, 1, 0, 4, 3, 2, 1, 5, 4, 3, 2, 6, 5, 4, 3}};

/// For each mask of eight: the numbers of the chosen items, in front.
struct compress_numbers_table { alignas(8) std::uint8_t number[256][8]; };
constexpr compress_numbers_table make_compress_numbers() noexcept {
    compress_numbers_table table{};
    for (unsigned mask = 0; mask < 256; ++mask)
        for (unsigned item = 0, to = 0; item < 8; ++item)
            if (((mask >> item) & 1U) != 0) table.number[mask][to++] = static_cast<std::uint8_t>(item);
    return table;
}
inline constexpr compress_numbers_table compress_numbers = make_compress_numbers();

/// For each mask of eight: the byte numbers that bring the chosen 16-bit items to the front.
struct compress_table { alignas(16) std::uint8_t order[256][16]; };
constexpr compress_table make_compress_table() noexcept {
    compress_table table{};
    for (unsigned mask = 0; mask < 256; ++mask) {
        unsigned to = 0;
        for (unsigned item = 0; item < 8; ++item) {
            if (((mask >> item) & 1U) == 0) continue;
            table.order[mask][to] = static_cast<std::uint8_t>(2 * item);
            table.order[mask][to + 1] = static_cast<std::uint8_t>(2 * item + 1);
            to += 2;
        }
    }
    return table;
}
inline constexpr compress_table compress_words = make_compress_table();

// ---- bits ---------------------------------------------------------------------------------------------------------

constexpr unsigned trailing_zeros(std::uint64_t bits) noexcept { return static_cast<unsigned>(__builtin_ctzll(bits)); }
constexpr unsigned population(std::uint64_t bits) noexcept {
#if defined(__POPCNT__) || defined(__aarch64__)
    return static_cast<unsigned>(__builtin_popcountll(bits));
#else  // without such an instruction the builtin is a call into the compiler's library
    bits -= (bits >> 1) & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + ((bits >> 2) & 0x3333333333333333U);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<unsigned>((bits * 0x0101010101010101U) >> 56);
#endif
}
/// The lowest `count` bits, 0 to 64.
constexpr std::uint64_t low_bits(std::size_t count) noexcept {
    return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

/// The first bytes of `text`, at most `size`, which is three or more, that do not cut a character. text[size] can be read.
constexpr std::size_t whole_characters(const unsigned char* text, std::size_t size) noexcept {
    for (unsigned back = 0; back < 3 && (text[size] & 0xC0U) == 0x80U; ++back) --size;
    return size;
}

// ---- runs ---------------------------------------------------------------------------------------------------------

/// A block's characters as masks; bit n is about byte n.
struct block_masks {
    std::uint64_t leads;      ///< first bytes of characters
    std::uint64_t ascii;
    std::uint64_t p0, p1, p2, p3;  ///< bits of the class, at leads
    std::uint64_t dots;       ///< '.' and ','

    /// Decimal digits of ASCII.
    GALLEY_INLINE std::uint64_t ascii_digits() const noexcept { return p2 & ~p0 & ~p1 & ascii; }
    /// Kinds that end alone (0101, 1000; well-formed text has no others). `bit0` in place of p0.
    GALLEY_INLINE std::uint64_t alone(std::uint64_t bit0) const noexcept { return (p2 & bit0 & ~p1) | (p3 & ~p1 & ~bit0); }
};

/// Line feeds; hyphen-minuses and the leads of the general punctuation (0xE2).
struct block_marks {
    std::uint64_t feeds, signs;
    unsigned lines;  ///< how many feeds
};

/// `.` and `,` between two ASCII digits. Bit 63 looks at `after`, the byte behind the block.
GALLEY_INLINE std::uint64_t joining_dots(std::uint64_t dots, std::uint64_t digits, char before, char after) noexcept {
    const std::uint64_t first = is_ascii_digit(before) ? 1U : 0U;
    const std::uint64_t last = is_ascii_digit(after) ? std::uint64_t{1} << 63 : 0U;
    return dots & (digits << 1 | first) & (digits >> 1 | last);
}

/// Each bit of `plane` moved to the next lead; `carry` enters from the block before and leaves to the one behind.
GALLEY_INLINE std::uint64_t move_to_next_lead(std::uint64_t plane, std::uint64_t leads, bool& carry) noexcept {
    unsigned long long sum = 0;
    const bool over = __builtin_add_overflow(plane << 1 | (carry ? 1U : 0U), ~leads, &sum);
    carry = (plane >> 63) != 0 || over;
    return sum & leads;
}

/// Takes marks out of the leads, but for those that stand on nothing: these become `other`, and are returned.
inline std::uint64_t settle_marks(block_masks& block, unsigned kind_before) noexcept {
    const std::uint64_t marks = block.p3 & block.p1;
    bool carry = ends_alone(kind_before);
    const std::uint64_t orphans = marks & move_to_next_lead(block.alone(block.p0), block.leads, carry);
    block.leads &= ~(marks & ~orphans);
    block.p0 &= block.leads;
    block.p1 &= block.leads & ~orphans;
    block.p2 &= block.leads;
    block.p3 &= block.leads;
    return orphans;
}

/// Where runs begin. The planes hold kinds, and no marks, any more.
GALLEY_INLINE std::uint64_t run_starts(const block_masks& block, run_state& state, char after) noexcept {
    const std::uint64_t join = joining_dots(block.dots, block.ascii_digits(), state.before, after);
    const std::uint64_t p0 = block.p0 & ~join;  // punctuation 0101 becomes digits 0100
    bool c0 = (state.kind & 1U) != 0, c1 = (state.kind & 2U) != 0, c2 = (state.kind & 4U) != 0, c3 = (state.kind & 8U) != 0;
    std::uint64_t starts = block.alone(p0);
    starts |= move_to_next_lead(p0, block.leads, c0) ^ p0;
    starts |= move_to_next_lead(block.p1, block.leads, c1) ^ block.p1;
    starts |= move_to_next_lead(block.p2, block.leads, c2) ^ block.p2;
    starts |= move_to_next_lead(block.p3, block.leads, c3) ^ block.p3;
    state.kind = static_cast<std::uint8_t>((c0 ? 1U : 0U) | (c1 ? 2U : 0U) | (c2 ? 4U : 0U) | (c3 ? 8U : 0U));
    return starts & block.leads;
}

/// LF behind CR is no start of its own.
GALLEY_INLINE std::uint64_t after_returns(std::uint64_t returns, std::uint64_t line_feeds, char before) noexcept {
    return line_feeds & (returns << 1 | (before == '\r' ? 1U : 0U));
}

/// Class of a well-formed character that is not ASCII.
inline std::uint8_t class_of_sequence(const unsigned char* at) noexcept {
    const unsigned lead = at[0];
    if (lead < 0xF0) {
        const bool two = lead < 0xE0;
        const std::size_t row = two ? lead & 0x1FU : (lead & 0xFU) << 6 | (at[1] & 0x3FU);
        return class_of_bmp(row << 6 | (at[two ? 1 : 2] & 0x3FU));
    }
    return class_of((lead & 7U) << 18 | (at[1] & 0x3FU) << 12 | (at[2] & 0x3FU) << 6 | (at[3] & 0x3FU));
}

/// Gives the characters that a kernel does not know their classes from the tables.
inline void look_up(std::uint64_t unknown, const unsigned char* text, std::uint8_t* classes) noexcept {
    for (; unknown != 0; unknown &= unknown - 1) {
        const unsigned at = trailing_zeros(unknown);
        classes[at] = class_of_sequence(text + at);
    }
}

/// A block at the end of the readable text, followed by zeros.
GALLEY_INLINE const unsigned char* copy_edge(const unsigned char* text, std::size_t readable, unsigned char* edge) noexcept {
    __builtin_memset(edge, 0, block_reach);
    __builtin_memcpy(edge, text, readable);
    return edge;
}

/// A window may end inside a block, so the state at its end is told from the last run and the last byte.
GALLEY_INLINE void finish_window(const unsigned char* text, std::size_t size, const std::uint16_t* first,
                                 const std::uint16_t* last, std::uint8_t kind_before, run_state& state) noexcept {
    state.kind = first == last ? kind_before : static_cast<std::uint8_t>(last[-1] & 15U);
    state.before = static_cast<char>(text[size - 1]);
}

/// One well-formed character.
GALLEY_INLINE char32_t decode_sequence(const unsigned char*& at) noexcept {
    const char32_t lead = at[0];
    if (lead < 0x80) return at += 1, lead;
    if (lead < 0xE0) return at += 2, (lead & 0x1F) << 6 | (at[-1] & 0x3FU);
    if (lead < 0xF0) return at += 3, (lead & 0xF) << 12 | (at[-2] & 0x3FU) << 6 | (at[-1] & 0x3FU);
    return at += 4, (lead & 7) << 18 | (at[-3] & 0x3FU) << 12 | (at[-2] & 0x3FU) << 6 | (at[-1] & 0x3FU);
}

/// From `at`, which may be inside a character that is done already, to the end.
inline char32_t* decode_tail(const unsigned char* at, const unsigned char* end, char32_t* out) noexcept {
    while (at != end && (*at & 0xC0U) == 0x80U) ++at;
    while (at != end) *out++ = decode_sequence(at);
    return out;
}

inline void set_class(std::uint64_t which, std::uint8_t value, std::uint8_t* classes) noexcept {
    for (; which != 0; which &= which - 1) classes[trailing_zeros(which)] = value;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_BLOCK_HPP
