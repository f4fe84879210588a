// galley: the kernel for vectors of sixteen bytes, whichever instruction set gives them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNEL_128_HPP
#define GALLEY_DETAIL_KERNEL_128_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>
#include <galley/detail/kernel_neon.hpp>
#include <galley/detail/kernel_sse42.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_KERNEL_SSE42 || GALLEY_KERNEL_NEON
GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace v128 {

/// All ones where First <= byte <= Last.
template <unsigned First, unsigned Last>
GALLEY_V128 GALLEY_INLINE bytes within(bytes v) noexcept {
    return above(add(v, byte((0x7F - Last) & 0xFFU)), byte((0x7F - Last + First - 1) & 0xFFU));
}

// ---- classes ------------------------------------------------------------------------------------------------------

/// Kinds of ASCII bytes; 0 for others.
GALLEY_V128 GALLEY_INLINE bytes ascii_classes(bytes v) noexcept {
    const bytes row = look(ascii_row_bit, high(v));
    const bytes bit0 = equal(both(look_ascii(ascii_planes[0], v), row), row);
    const bytes bit1 = equal(both(look_ascii(ascii_planes[1], v), row), row);
    const bytes bit2 = equal(both(look_ascii(ascii_planes[2], v), row), row);
    return look(ascii_kind_table, either(either(both(bit0, byte(1)), both(bit1, byte(2))), both(bit2, byte(4))));
}

struct classified {
    bytes classes;  ///< of leads; 0 elsewhere
    bytes leads;    ///< all ones at leads
    bytes unknown;  ///< all ones at leads whose class is not known yet
};

/// Classes of the characters that begin in sixteen bytes of well-formed text.
GALLEY_V128 GALLEY_INLINE classified classify(const unsigned char* text) noexcept {
    const bytes v0 = load(text), v1 = load(text + 1), v2 = load(text + 2);
    const bytes low1 = low(v1), low2 = low(v2), high2 = high(v2);
    const bytes three = equal(both(v0, byte(0xF0)), byte(0xE0));

    // The high byte of a three-byte character's code point.
    const bytes row = both(three, either(low_to_high(v0), middle(v1)));
    const bytes han = without(equal(row, byte(0x4D)), within<0x34, 0x9F>(row));
    const bytes hangul = within<0xAC, 0xD6>(row);

    const bytes second = both(look(wide_second_high, high(v1)), look(wide_second_low, low1));
    const bytes third = both(look(wide_third_high, high2), look(wide_third_low, low2));
    const bytes wide = both(both(second, third), both(three, look(wide_lead, low(v0))));
    const bytes no_punctuation = equal(both(wide, byte(0x7F)), byte(0));
    const bytes exception = both(both(look(kana_second_low, low1), look(kana_third_high, high2)), look(kana_third_low, low2));
    const bytes kana = both(both(above(byte(0), wide), no_punctuation), equal(exception, byte(0)));

    const bytes times_or_divide = equal(both(v1, byte(0xDF)), byte(0x97));
    const bytes latin = without(times_or_divide, within<0xC3, 0xCA>(v0));
    const bytes word = either(latin, equal(both(v0, byte(0xFE)), byte(0xD0)));

    const bytes ascii_or_mark = either(ascii_classes(v0), without(no_punctuation, byte(5)));
    const bytes letters = either(either(both(hangul, byte(2)), both(word, byte(3))), both(kana, byte(1)));
    const bytes classes = either(ascii_or_mark, letters);
    const bytes leads = above(v0, byte(0xBF));
    return {classes, leads, both(leads, without(han, equal(classes, byte(0))))};
}

GALLEY_V128 GALLEY_INLINE void load_block(const std::uint8_t* from, bytes (&v)[4]) noexcept {
    for (std::size_t n = 0; n < 4; ++n) v[n] = load(from + 16 * n);
}
GALLEY_V128 GALLEY_INLINE void store_block(const bytes (&v)[4], std::uint8_t* to) noexcept {
    for (std::size_t n = 0; n < 4; ++n) store(to + 16 * n, v[n]);
}
GALLEY_V128 GALLEY_INLINE std::uint64_t mask_of(const bytes (&v)[4]) noexcept { return mask(v[0], v[1], v[2], v[3]); }
GALLEY_V128 GALLEY_INLINE std::uint64_t where(const bytes (&v)[4], char value) noexcept {
    const bytes wanted = byte(static_cast<unsigned char>(value));
    return mask(equal(v[0], wanted), equal(v[1], wanted), equal(v[2], wanted), equal(v[3], wanted));
}
template <int Bit>
GALLEY_V128 GALLEY_INLINE std::uint64_t plane(const bytes (&v)[4]) noexcept {
    return mask(raise<Bit>(v[0]), raise<Bit>(v[1]), raise<Bit>(v[2]), raise<Bit>(v[3]));
}

/// Classes of the characters that begin in the block; returns the leads.
GALLEY_V128 GALLEY_INLINE std::uint64_t block_classes(const unsigned char* text, bool ascii, std::uint8_t* classes,
                                                      bytes (&kinds)[4]) noexcept {
    if (ascii) {
        for (std::size_t n = 0; n < 4; ++n) kinds[n] = ascii_classes(load(text + 16 * n));
        store_block(kinds, classes);
        return ~std::uint64_t{0};
    }
    bytes leads[4], unknown[4];
    for (std::size_t n = 0; n < 4; ++n) {
        const classified found = classify(text + 16 * n);
        kinds[n] = found.classes;
        leads[n] = found.leads;
        unknown[n] = found.unknown;
    }
    store_block(kinds, classes);
    if (const std::uint64_t rest = mask_of(unknown)) {
        look_up(rest, text, classes);
        load_block(classes, kinds);
    }
    return mask_of(leads);
}

/// Where runs begin in the block at `text`, of which `block_reach` bytes can be read; classes at those places.
GALLEY_V128 GALLEY_INLINE std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes) noexcept {
    bytes v[4], kinds[4];
    load_block(text, v);
    block_masks block;
    block.ascii = ~mask_of(v);
    block.leads = block_classes(text, ~block.ascii == 0, classes, kinds);
    block.dots = where(v, '.') | where(v, ',');
    block.p0 = plane<0>(kinds);
    block.p1 = plane<1>(kinds);
    block.p2 = plane<2>(kinds);
    block.p3 = plane<3>(kinds);
    if ((block.p3 & block.p1) != 0) {
        const std::uint64_t orphans = settle_marks(block, state.kind);
        set_class(orphans, static_cast<std::uint8_t>(token_kind::other), classes);
    }
    std::uint64_t starts = run_starts(block, state, static_cast<char>(text[block_bytes]));
    const std::uint64_t returns = where(v, '\r');
    if (returns != 0 || state.before == '\r') starts &= ~after_returns(returns, where(v, '\n'), state.before);
    state.before = static_cast<char>(text[block_bytes - 1]);
    return starts;
}

// ---- scanning -----------------------------------------------------------------------------------------------------

/// Line breaks that begin in sixteen bytes: LF to CR, NEL, LS, PS.
GALLEY_V128 GALLEY_INLINE bytes line_breaks(const unsigned char* text) noexcept {
    const bytes v0 = load(text), v1 = load(text + 1), v2 = load(text + 2);
    const bytes next_line = both(equal(v0, byte(0xC2)), equal(v1, byte(0x85)));
    const bytes separator = both(equal(v0, byte(0xE2)), both(equal(v1, byte(0x80)), equal(either(v2, byte(1)), byte(0xA9))));
    return either(within<'\n', '\r'>(v0), either(next_line, separator));
}

GALLEY_V128 GALLEY_INLINE bytes feeds(const unsigned char* text) noexcept { return equal(load(text), byte('\n')); }

GALLEY_V128 GALLEY_INLINE bytes signs(const unsigned char* text) noexcept {
    return either(equal(load(text), byte('-')), equal(load(text), byte(0xE2)));
}

GALLEY_V128 GALLEY_INLINE bytes torn_ends(const unsigned char* text) noexcept {
    const bytes v0 = load(text);
    const bytes blank = either(equal(v0, byte(' ')), equal(v0, byte('\t')));
    const bytes hyphen = either(within<0x80, 0xFF>(v0), either(equal(v0, byte('-')), equal(v0, byte('='))));
    return both(within<'\n', '\r'>(load(text + 1)), either(blank, hyphen));
}

// ---- UTF-8 --------------------------------------------------------------------------------------------------------

/// Not zero where the pairs of bytes that end in these sixteen bytes cannot be.
GALLEY_V128 GALLEY_INLINE bytes pair_errors(const unsigned char* text) noexcept {
    const bytes back1 = load(text - 1), back2 = load(text - 2), back3 = load(text - 3);
    const bytes first = both(look(pair_first_high, high(back1)), look(pair_first_low, low(back1)));
    const bytes wrong = both(first, look(pair_second_high, high(load(text))));
    const bytes third = subtract_to_zero(back2, byte(0xE0 - 0x80));
    const bytes fourth = subtract_to_zero(back3, byte(0xF0 - 0x80));
    return differ(wrong, both(either(third, fourth), byte(0x80)));
}

GALLEY_V128 GALLEY_INLINE bytes block_errors(const unsigned char* text) noexcept {
    const bytes all = either(either(load(text), load(text + 16)), either(load(text + 32), load(text + 48)));
    if (!any(either(all, load(text - 3)))) return byte(0);
    return either(either(pair_errors(text), pair_errors(text + 16)), either(pair_errors(text + 32), pair_errors(text + 48)));
}

/// The characters that begin at `leads`; four of three bytes are read with four bytes more.
GALLEY_V128 GALLEY_INLINE char32_t* decode_leads(std::uint64_t leads, const unsigned char* text, char32_t* out) noexcept {
    constexpr std::uint64_t three_bytes_each = 0x1249;  // and a lead behind the fourth
    while (leads != 0) {
        const unsigned at = trailing_zeros(leads);
        if ((leads >> at & 0x1FFF) == three_bytes_each) {
            decode_three_bytes(load(text + at), out);
            out += 4;
            leads &= ~(std::uint64_t{0xFFF} << at);
            continue;
        }
        const unsigned char* sequence = text + at;
        *out++ = decode_sequence(sequence);
        leads &= leads - 1;
    }
    return out;
}

}  // namespace v128

/// For vectors of sixteen bytes: SSE4.2 or NEON.
struct kernel_128 {
    /// Whether all of `text` is well-formed. `goes_on`: three bytes before it can be read, and end a character.
    GALLEY_V128 static bool valid(const unsigned char* text, std::size_t size, bool goes_on = false) noexcept {
        v128::bytes errors = v128::byte(0);
        std::size_t at = 0;
        if (!goes_on) {
            unsigned char edge[3 + block_bytes] = {};
            __builtin_memcpy(edge + 3, text, size < block_bytes ? size : block_bytes);
            errors = v128::block_errors(edge + 3);
            at = block_bytes;
        }
        for (; at + block_bytes <= size; at += block_bytes) errors = v128::either(errors, v128::block_errors(text + at));
        if (at <= size) {
            unsigned char last[3 + block_bytes] = {};  // a character that is cut short ends in a zero
            __builtin_memcpy(last, text + at - 3, size - at + 3);
            errors = v128::either(errors, v128::block_errors(last + 3));
        }
        return v128::zero(errors);
    }

    /// Bytes that are no continuation bytes.
    GALLEY_V128 static std::size_t count_leads(const unsigned char* text, std::size_t size) noexcept {
        std::size_t count = 0, at = 0;
        while (size - at >= 32) {
            std::size_t rounds = (size - at) / 32;
            rounds = rounds < 127 ? rounds : 127;  // 2 * 127 < 256
            v128::bytes sums = v128::byte(0);
            for (std::size_t n = 0; n < rounds; ++n, at += 32) {
                const v128::bytes first = v128::above(v128::load(text + at), v128::byte(0xBF));
                const v128::bytes second = v128::above(v128::load(text + at + 16), v128::byte(0xBF));
                sums = v128::subtract(sums, v128::add(first, second));
            }
            count += v128::sum(sums);
        }
        for (; at < size; ++at) count += (text[at] & 0xC0U) != 0x80U ? 1U : 0U;
        return count;
    }

    /// Well-formed UTF-8 to UTF-32; `readable`: bytes, `size` of them or more. Up to `emit_slack` more than its code points are
    /// written.
    GALLEY_V128 static char32_t* to_utf32(const unsigned char* text, std::size_t size, std::size_t readable, char32_t* out) noexcept {
        std::size_t at = 0;
        for (; at + block_bytes <= size && at + decode_reach <= readable; at += block_bytes) {
            const v128::bytes a = v128::load(text + at), b = v128::load(text + at + 16);
            const v128::bytes c = v128::load(text + at + 32), d = v128::load(text + at + 48);
            if (!v128::any(v128::either(v128::either(a, b), v128::either(c, d)))) {
                for (std::size_t n = 0; n < block_bytes; n += 16, out += 16) v128::widen(v128::load(text + at + n), out);
                continue;
            }
            const v128::bytes tail = v128::byte(0xBF);
            const std::uint64_t leads =
                v128::mask(v128::above(a, tail), v128::above(b, tail), v128::above(c, tail), v128::above(d, tail));
            out = v128::decode_leads(leads, text + at, out);
        }
        return decode_tail(text + at, text + size, out);
    }

    /// Starts and kinds of the runs that begin in a window of well-formed text, as emit() writes them. Returns how many.
    GALLEY_V128 static std::size_t window_starts(const unsigned char* text, std::size_t size, std::size_t readable,
                                                 run_state& state, std::uint16_t* out) noexcept {
        const std::uint16_t* const first = out;
        const std::uint8_t kind_before = state.kind;
        std::uint8_t classes[block_bytes];
        for (std::size_t at = 0; at < size; at += block_bytes) {
            unsigned char edge[block_reach];
            const bool inside = readable - at >= block_reach;
            const unsigned char* const block = inside ? text + at : copy_edge(text + at, readable - at, edge);
            const std::uint64_t starts = v128::block_starts(block, state, classes) & low_bits(size - at);
            out = v128::emit(starts, classes, at, out);
        }
        finish_window(text, size, first, out, kind_before, state);
        return static_cast<std::size_t>(out - first);
    }

    /// Starts of the runs that begin in one block, and the classes there.
    GALLEY_V128 static std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes) noexcept {
        return v128::block_starts(text, state, classes);
    }
    GALLEY_V128 static std::uint64_t line_breaks(const unsigned char* text) noexcept {
        using v128::line_breaks;
        return v128::mask(line_breaks(text), line_breaks(text + 16), line_breaks(text + 32), line_breaks(text + 48));
    }
    GALLEY_V128 static block_marks marks(const unsigned char* text) noexcept {
        using v128::feeds;
        using v128::signs;
        const std::uint64_t found = v128::mask(feeds(text), feeds(text + 16), feeds(text + 32), feeds(text + 48));
        return {found, v128::mask(signs(text), signs(text + 16), signs(text + 32), signs(text + 48)), population(found)};
    }
    /// Where a byte that may end a hyphen or stand behind one (not ASCII, `-`, `=`, a blank) stands before LF to CR.
    GALLEY_V128 static std::uint64_t torn_ends(const unsigned char* text) noexcept {
        using v128::torn_ends;
        return v128::mask(torn_ends(text), torn_ends(text + 16), torn_ends(text + 32), torn_ends(text + 48));
    }
    /// The same of several blocks: a call for each would cost more than the block.
    GALLEY_V128 static void read(const unsigned char* text, std::size_t blocks, block_marks* out) noexcept {
        for (std::size_t i = 0; i < blocks; ++i) out[i] = marks(text + i * block_bytes);
    }
    GALLEY_V128 static void read(const unsigned char* text, std::size_t blocks, std::uint64_t* torn) noexcept {
        for (std::size_t i = 0; i < blocks; ++i) torn[i] = torn_ends(text + i * block_bytes);
    }
};

}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_KERNEL_SSE42 || GALLEY_KERNEL_NEON

#endif // GALLEY_DETAIL_KERNEL_128_HPP
