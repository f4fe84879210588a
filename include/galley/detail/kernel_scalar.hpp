// galley: the kernels in plain C++, in words of 64 bits.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNEL_SCALAR_HPP
#define GALLEY_DETAIL_KERNEL_SCALAR_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>
#include <galley/detail/scalar_walk.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_BLOCKS
GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace scalar {

// ---- validation: a finite automaton whose transitions are shifts ----------------------------------------------------

/// A state is how far to shift a byte's row; the row holds, in six bits, the state to go to. States: between characters,
/// ill-formed, one to three continuation bytes to come, and the second byte of E0, ED, F0 and F4.
enum state : unsigned {
    between = 0,
    ill = 6,
    one = 12,
    two = 18,
    three = 24,
    after_e0 = 30,
    after_ed = 36,
    after_f0 = 42,
    after_f4 = 48
};

struct rows { std::uint64_t of[256]; };

constexpr unsigned next_state(unsigned from, unsigned byte) noexcept {
    const bool continues = byte >= 0x80 && byte <= 0xBF;
    switch (from) {
        case between:
            if (byte < 0x80) return between;
            if (byte < 0xC2 || byte > 0xF4) return ill;
            if (byte < 0xE0) return one;
            if (byte < 0xF0) return byte == 0xE0 ? after_e0 : byte == 0xED ? after_ed : two;
            return byte == 0xF0 ? after_f0 : byte == 0xF4 ? after_f4 : three;
        case one: return continues ? between : ill;
        case two: return continues ? one : ill;
        case three: return continues ? two : ill;
        case after_e0: return continues && byte >= 0xA0 ? one : ill;
        case after_ed: return continues && byte <= 0x9F ? one : ill;
        case after_f0: return continues && byte >= 0x90 ? two : ill;
        case after_f4: return continues && byte <= 0x8F ? two : ill;
        default: return ill;
    }
}

constexpr rows make_rows() noexcept {
    rows table{};
    for (unsigned byte = 0; byte < 256; ++byte)
        for (unsigned from = between; from <= after_f4; from += 6) table.of[byte] |= std::uint64_t{next_state(from, byte)} << from;
    return table;
}
inline constexpr rows transitions = make_rows();

GALLEY_INLINE std::uint64_t step(std::uint64_t state, unsigned char byte) noexcept {
    return transitions.of[byte] >> (state & 63U);
}

inline bool valid_single(const unsigned char* text, std::size_t size) noexcept {
    std::uint64_t state = between;
    for (std::size_t at = 0; at < size; ++at) state = step(state, text[at]);
    return (state & 63U) == between;
}

/// How often eight bytes are ASCII in all of three texts, up to `most`: fewer than four are left to others. Where in 32 bytes they
/// end is reckoned without a branch, since nobody could foretell it.
GALLEY_INLINE std::size_t ascii_rounds(const unsigned char* a, const unsigned char* b, const unsigned char* c, std::size_t most) noexcept {
    std::size_t n = 0;
    for (; most - n >= 4; n += 4, a += 32, b += 32, c += 32) {
        const std::uint64_t to_1 = (load(a) | load(b) | load(c)) & tops;
        const std::uint64_t to_2 = to_1 | ((load(a + 8) | load(b + 8) | load(c + 8)) & tops);
        const std::uint64_t to_3 = to_2 | ((load(a + 16) | load(b + 16) | load(c + 16)) & tops);
        const std::uint64_t to_4 = to_3 | ((load(a + 24) | load(b + 24) | load(c + 24)) & tops);
        if (to_4 != 0) return n + (to_1 == 0 ? 1U : 0U) + (to_2 == 0 ? 1U : 0U) + (to_3 == 0 ? 1U : 0U);
    }
    return n;
}

/// Three parts side by side, since one automaton alone waits for its own last step.
inline bool valid(const unsigned char* text, std::size_t size) noexcept {
    const std::size_t third = size / 3 & ~std::size_t{7};
    if (third < 16) return valid_single(text, size);
    const std::size_t second_part = whole_characters(text, third), third_part = whole_characters(text, 2 * third);
    const unsigned char *a = text, *b = text + second_part, *c = text + third_part;
    std::size_t rounds = (second_part < third_part - second_part ? second_part : third_part - second_part) / 8;
    std::uint64_t sa = between, sb = between, sc = between;
    for (; rounds != 0; --rounds, a += 8, b += 8, c += 8) {
        if ((((sa | sb | sc) & 63U) | ((load(a) | load(b) | load(c)) & tops)) == 0) {
            const std::size_t ascii = 1 + ascii_rounds(a + 8, b + 8, c + 8, rounds - 1);
            a += 8 * ascii, b += 8 * ascii, c += 8 * ascii;
            rounds -= ascii;
            if (rounds == 0) break;
        }
        for (unsigned k = 0; k < 8; ++k) {
            sa = step(sa, a[k]);
            sb = step(sb, b[k]);
            sc = step(sc, c[k]);
        }
    }
    for (; a != text + second_part; ++a) sa = step(sa, *a);
    for (; b != text + third_part; ++b) sb = step(sb, *b);
    for (; c != text + size; ++c) sc = step(sc, *c);
    return ((sa | sb | sc) & 63U) == between;
}

// ---- counting and transcoding ---------------------------------------------------------------------------------------

inline std::size_t count_leads(const unsigned char* text, std::size_t size) noexcept {
    std::size_t count = 0, at = 0;
    while (size - at >= 8) {
        std::size_t rounds = (size - at) / 8;
        rounds = rounds < 255 ? rounds : 255;
        std::uint64_t sums = 0;
        for (std::size_t n = 0; n < rounds; ++n, at += 8) {
            const std::uint64_t word = load(text + at);
            sums += (~word >> 7 | word >> 6) & ones;
        }
        const std::uint64_t pairs = (sums & 0x00FF00FF00FF00FF) + (sums >> 8 & 0x00FF00FF00FF00FF);
        count += static_cast<std::size_t>(pairs * 0x0001000100010001 >> 48);
    }
    for (; at < size; ++at) count += (text[at] & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

inline char32_t* to_utf32(const unsigned char* text, std::size_t size, char32_t* out) noexcept {
    const unsigned char* const end = text + size;
    const auto put = [&out](char32_t code_point) { *out++ = code_point; };
    while (end - text >= 8) {
        if ((load(text) & tops) == 0) {
            for (unsigned k = 0; k < 8; ++k) *out++ = text[k];
            text += 8;
            continue;
        }
        text = each_of_three_bytes(text, end, put);
        for (unsigned k = 0; k < 8 && text != end; ++k) {
            *out++ = decode_sequence(text);
            if (text != end && *text >= 0x80) break;
        }
    }
    while (text != end) *out++ = decode_sequence(text);
    return out;
}

// ---- runs -----------------------------------------------------------------------------------------------------------

/// What a character does to the run before it.
enum step_bits : std::uint8_t { starts_run = 1, look_closer = 2 };

struct step_table { std::uint8_t of[16][16]; };
constexpr step_table make_steps() noexcept {
    constexpr unsigned digits = static_cast<unsigned>(token_kind::digits), mark = mark_class;
    constexpr unsigned punctuation = static_cast<unsigned>(token_kind::punctuation);
    constexpr unsigned line_break = static_cast<unsigned>(token_kind::line_break);
    step_table table{};
    for (unsigned before = 0; before < 16; ++before) {
        for (unsigned now = 0; now < 16; ++now) {
            const bool closer =
                now == mark || (before == digits && now == punctuation) || (before == line_break && now == line_break);
            const bool starts = before != now || ends_alone(now);
            table.of[before][now] = closer ? look_closer : starts ? starts_run : 0;
        }
    }
    return table;
}
inline constexpr step_table steps = make_steps();

struct ascii_table { std::uint8_t of[128]; };
constexpr ascii_table make_ascii_classes() noexcept {
    ascii_table table{};
    for (unsigned byte = 0; byte < 128; ++byte) table.of[byte] = class_of(byte);
    return table;
}
inline constexpr ascii_table ascii_classes = make_ascii_classes();

/// Where the runs of a window are collected: in registers, so that one character does not wait for another's store.
struct run_writer {
    const unsigned char* text;
    std::size_t readable;
    char before_text;
    unsigned kind;
    std::uint16_t* out;

    run_writer(const unsigned char* from, std::size_t size, const run_state& state, std::uint16_t* to) noexcept
        : text(from), readable(size), before_text(state.before), kind(state.kind), out(to) {}

    /// Eight characters of ASCII.
    GALLEY_INLINE void add_ascii(const unsigned char* bytes, std::size_t at) noexcept {
        add(at, ascii_classes.of[bytes[0]]);
        add(at + 1, ascii_classes.of[bytes[1]]);
        add(at + 2, ascii_classes.of[bytes[2]]);
        add(at + 3, ascii_classes.of[bytes[3]]);
        add(at + 4, ascii_classes.of[bytes[4]]);
        add(at + 5, ascii_classes.of[bytes[5]]);
        add(at + 6, ascii_classes.of[bytes[6]]);
        add(at + 7, ascii_classes.of[bytes[7]]);
    }

    GALLEY_INLINE void add(std::size_t at, unsigned now) noexcept {
        const std::uint8_t what = steps.of[kind][now];
        if (what == look_closer) {
            const unsigned found = special_kind(text, readable, before_text, at, kind, now);
            if (found == no_start) return;
            *out++ = static_cast<std::uint16_t>(at << 4 | found);
            kind = found;
            return;
        }
        *out = static_cast<std::uint16_t>(at << 4 | now);
        out += what;
        kind = now;
    }

    std::size_t finish(std::size_t size, const std::uint16_t* first, run_state& end) const noexcept {
        end = {static_cast<std::uint8_t>(kind), static_cast<char>(text[size - 1])};
        return static_cast<std::size_t>(out - first);
    }

private:
    static constexpr unsigned no_start = 16;

    /// Marks; what follows digits; a line break behind a line break: the kind of the run that starts, if one does.
    static unsigned special_kind(const unsigned char* text, std::size_t readable, char before_text, std::size_t at, unsigned kind,
                                 unsigned now) noexcept {
        if (now == mark_class) return ends_alone(kind) ? static_cast<unsigned>(token_kind::other) : no_start;
        const char before = at == 0 ? before_text : static_cast<char>(text[at - 1]);
        if (now == static_cast<unsigned>(token_kind::line_break)) return before == '\r' && text[at] == '\n' ? no_start : now;
        const char after = at + 1 < readable ? static_cast<char>(text[at + 1]) : '\0';
        const bool joins = (text[at] == '.' || text[at] == ',') && is_ascii_digit(before) && is_ascii_digit(after);
        return joins ? no_start : now;
    }
};

/// Rows of 64 code points of the BMP; behind them, once more, those of characters of one and two bytes, and one for what is
/// no lead. Rows of three bytes that are overlong or surrogates are ill-formed too.
inline constexpr std::size_t short_rows = 1024, ill_row = short_rows + 32;
inline constexpr std::uint8_t ill_formed = 12;
constexpr bool is_ill_row(std::size_t row) noexcept { return row < 0x20 || (row >= 0x360 && row < 0x380) || row == ill_row; }

/// Classes of the BMP, a byte each: what the packed tables hold, in a form that asks for fewer steps.
struct class_table {
    static constexpr std::size_t blocks = 2 * sizeof class_blocks / 64;
    std::uint8_t block[ill_row + 1];
    std::uint8_t class_of[(blocks + 1) * 64];
};
constexpr class_table make_class_table() noexcept {
    class_table table{};
    for (std::size_t row = 0; row <= ill_row; ++row) {
        table.block[row] = is_ill_row(row) ? static_cast<std::uint8_t>(class_table::blocks) : class_index[row % short_rows];
    }
    for (std::size_t n = 0; n < class_table::blocks * 64; ++n) table.class_of[n] = nibble(class_blocks, n);
    for (std::size_t n = 0; n < 64; ++n) table.class_of[class_table::blocks * 64 + n] = ill_formed;
    return table;
}
static_assert(class_table::blocks < 256, "a block's number is a byte");
inline constexpr class_table bmp_classes = make_class_table();

GALLEY_INLINE unsigned class_in_row(std::size_t row, unsigned place) noexcept {
    return bmp_classes.class_of[bmp_classes.block[row] * std::size_t{64} + place];
}

/// By the first byte: where the rows of its characters begin, what of the second byte counts, which byte is the last.
struct lead_table { std::uint16_t first_row[256]; std::uint8_t second_mask[256], last[256]; };
constexpr lead_table make_leads() noexcept {
    lead_table table{};
    for (unsigned lead = 0; lead < 256; ++lead) {
        const unsigned last = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        const std::size_t row = lead < 0x80   ? short_rows + (lead >> 6)
                                : last == 1   ? short_rows + (lead & 31U)
                                : last == 2   ? (lead & 15U) << 6
                                              : ill_row;
        table.first_row[lead] = static_cast<std::uint16_t>(row);
        table.second_mask[lead] = last == 2 ? 0x3F : 0;
        table.last[lead] = static_cast<std::uint8_t>(last);
    }
    return table;
}
inline constexpr lead_table leads = make_leads();

/// Class of a character whose continuation bytes are there, or that it is ill-formed.
GALLEY_INLINE unsigned class_at(const unsigned char* at, std::size_t lead, std::size_t last) noexcept {
    if (lead >= 0xF0) {
        const unsigned plane = (at[0] & 7U) << 2 | (at[1] >> 4 & 3U);
        return last == 3 && plane - 1 < 16 ? class_of_sequence(at) : unsigned{ill_formed};
    }
    return class_in_row(leads.first_row[lead] + std::size_t(at[1] & leads.second_mask[lead]), at[last] & 0x3FU);
}

/// Starts and kinds of the runs of a window, and `valid`: whether it is well-formed.
inline std::size_t window_starts(const unsigned char* text, std::size_t size, std::size_t readable, run_state& state,
                                 std::uint16_t* out, bool& valid) noexcept {
    run_writer writer(text, readable, state, out);
    unsigned flags = 0;
    const auto ascii = [&](const unsigned char* bytes, std::size_t at) {
        writer.add_ascii(bytes, at);
    };
    const auto character = [&](const unsigned char* bytes, std::size_t at) -> std::size_t {
        const std::size_t lead = bytes[0], last = leads.last[lead];
        const unsigned found = class_at(bytes, lead, last);
        flags |= found + (16 - ill_formed);
        writer.add(at, found);
        return last + 1;
    };
    valid = walk(text, size, readable, ascii, character) && (flags & 16U) == 0;
    return writer.finish(size, out, state);
}

inline std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes) noexcept {
    std::uint16_t found[block_bytes + emit_slack];
    std::uint64_t rest = 0, starts = 0;
    for (unsigned n = 0; n < 8; ++n) rest |= leads_of(load_little(text + 8 * n)) << (8 * n);
    run_writer writer(text, block_reach, state, found);
    for (; rest != 0; rest &= rest - 1) {
        const unsigned at = trailing_zeros(rest);
        writer.add(at, class_at(text + at, text[at], leads.last[text[at]]));
    }
    const std::size_t count = writer.finish(block_bytes, found, state);
    for (std::size_t n = 0; n < count; ++n) {
        starts |= std::uint64_t{1} << (found[n] >> 4);
        classes[found[n] >> 4] = static_cast<std::uint8_t>(found[n] & 15U);
    }
    return starts;
}

}  // namespace scalar

/// For every processor.
struct scalar_kernel {
    static bool valid(const unsigned char* text, std::size_t size, bool = false) noexcept { return scalar::valid(text, size); }
    static std::size_t count_leads(const unsigned char* text, std::size_t size) noexcept { return scalar::count_leads(text, size); }
    static char32_t* to_utf32(const unsigned char* text, std::size_t size, std::size_t, char32_t* out) noexcept {
        return scalar::to_utf32(text, size, out);
    }
    static std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes) noexcept {
        return scalar::block_starts(text, state, classes);
    }
    /// Line breaks that begin in a block: LF to CR, NEL, LS, PS.
    static std::uint64_t line_breaks(const unsigned char* text) noexcept {
        std::uint64_t found = 0;
        for (unsigned n = 0; n < block_bytes; ++n) {
            const bool ascii = text[n] >= '\n' && text[n] <= '\r';
            const bool other = (text[n] == 0xC2 && text[n + 1] == 0x85) ||
                               (text[n] == 0xE2 && text[n + 1] == 0x80 && (text[n + 2] | 1U) == 0xA9);
            found |= std::uint64_t{ascii || other ? 1U : 0U} << n;
        }
        return found;
    }
    static block_marks marks(const unsigned char* text) noexcept {
        block_marks found{0, 0, 0};
        for (unsigned n = 0; n < block_bytes; ++n) {
            found.feeds |= std::uint64_t{text[n] == '\n' ? 1U : 0U} << n;
            found.lines += text[n] == '\n' ? 1U : 0U;
            found.signs |= std::uint64_t{text[n] == '-' || text[n] == 0xE2 ? 1U : 0U} << n;
        }
        return found;
    }
    /// Where a byte that may end a hyphen or stand behind one (not ASCII, `-`, `=`, a blank) stands before LF to CR.
    static std::uint64_t torn_ends(const unsigned char* text) noexcept {
        std::uint64_t found = 0;
        for (unsigned n = 0; n < block_bytes; ++n) {
            const bool torn = text[n] >= 0x80 || text[n] == '-' || text[n] == '=' || text[n] == ' ' || text[n] == '\t';
            found |= std::uint64_t{torn && text[n + 1] >= '\n' && text[n + 1] <= '\r' ? 1U : 0U} << n;
        }
        return found;
    }
    /// The same of several blocks: a call for each would cost more than the block.
    static void read(const unsigned char* text, std::size_t blocks, block_marks* out) noexcept {
        for (std::size_t i = 0; i < blocks; ++i) out[i] = marks(text + i * block_bytes);
    }
    static void read(const unsigned char* text, std::size_t blocks, std::uint64_t* torn) noexcept {
        for (std::size_t i = 0; i < blocks; ++i) torn[i] = torn_ends(text + i * block_bytes);
    }
};

}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_BLOCKS

#endif // GALLEY_DETAIL_KERNEL_SCALAR_HPP
