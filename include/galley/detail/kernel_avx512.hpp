// galley: the kernel in AVX-512BW. What is no faster in it is the AVX2 kernel's.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNEL_AVX512_HPP
#define GALLEY_DETAIL_KERNEL_AVX512_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>
#include <galley/detail/kernel_avx2.hpp>
#include <galley/detail/kernel_sse42.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_KERNEL_AVX512
#include <immintrin.h>

#define GALLEY_AVX512 GALLEY_TARGET("avx512f,avx512bw,avx512vl,avx512dq,avx2,bmi,bmi2,lzcnt,popcnt")

GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace avx512 {

using bytes = __m512i;

/// For masked forms where the plain ones make GCC warn of its own headers.
inline constexpr __mmask16 all = 0xFFFF;

GALLEY_AVX512 GALLEY_INLINE bytes load(const void* at) noexcept { return _mm512_loadu_si512(at); }
GALLEY_AVX512 GALLEY_INLINE bytes byte(unsigned value) noexcept { return _mm512_set1_epi8(static_cast<char>(value)); }
GALLEY_AVX512 GALLEY_INLINE bytes both(bytes a, bytes b) noexcept { return _mm512_and_si512(a, b); }
GALLEY_AVX512 GALLEY_INLINE bytes low(bytes v) noexcept { return both(v, byte(0x0F)); }
GALLEY_AVX512 GALLEY_INLINE bytes high(bytes v) noexcept { return low(_mm512_srli_epi16(v, 4)); }
GALLEY_AVX512 GALLEY_INLINE bytes look(const nibble_table& in, bytes at) noexcept {
    const __m128i quarter = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in.at));
    return _mm512_shuffle_epi8(_mm512_maskz_broadcast_i32x4(all, quarter), at);
}
GALLEY_AVX512 GALLEY_INLINE std::uint64_t equal(bytes a, unsigned value) noexcept { return _mm512_cmpeq_epi8_mask(a, byte(value)); }
GALLEY_AVX512 GALLEY_INLINE std::uint64_t within(bytes v, unsigned first, unsigned last) noexcept {
    return _mm512_cmple_epu8_mask(_mm512_sub_epi8(v, byte(first)), byte(last - first));
}

/// What the path of ASCII needs in all 64 places, from memory: compilers would build it anew each time in the one unit that
/// also shuffles.
struct literal_table {
    alignas(64) std::uint8_t low_nibble[64];
    alignas(64) std::uint8_t row_bit[64];
    alignas(64) std::uint8_t plane[4][64];
    alignas(64) std::uint8_t one[64], two[64], four[64], five[64], eight[64], dot[64], carriage_return[64];
    alignas(64) std::uint8_t place_low[64], place_high[64];
};
constexpr literal_table make_literals() noexcept {
    literal_table table{};
    for (std::size_t n = 0; n < 64; ++n) {
        table.low_nibble[n] = 0x0F;
        table.row_bit[n] = ascii_row_bit.at[n % 16];
        for (std::size_t plane = 0; plane < 4; ++plane) table.plane[plane][n] = ascii_kind_planes[plane].at[n % 16];
        table.one[n] = 1, table.two[n] = 2, table.four[n] = 4, table.five[n] = 5, table.eight[n] = 8;
        table.dot[n] = '.', table.carriage_return[n] = '\r';
        table.place_low[n] = static_cast<std::uint8_t>(n % 16 << 4);
        table.place_high[n] = static_cast<std::uint8_t>(n / 16);
    }
    return table;
}
inline constexpr literal_table literals = make_literals();
struct literal_pool {
    const literal_table* table = &literals;
    GALLEY_AVX512 GALLEY_INLINE literal_pool() noexcept { __asm__("" : "+r"(table)); }
    GALLEY_AVX512 GALLEY_INLINE static void forget() noexcept { __asm__ volatile("" : : : "memory"); }
};
GALLEY_AVX512 GALLEY_INLINE bytes get(const std::uint8_t (&literal)[64]) noexcept { return _mm512_load_si512(literal); }

// ---- classes ------------------------------------------------------------------------------------------------------

GALLEY_AVX512 GALLEY_INLINE bytes kinds_of(__mmask64 p0, __mmask64 p1, __mmask64 p2, __mmask64 p3, const literal_table& k) noexcept {
    bytes kinds = _mm512_maskz_mov_epi8(p0, get(k.one));
    kinds = _mm512_mask_add_epi8(kinds, p1, kinds, get(k.two));
    kinds = _mm512_mask_add_epi8(kinds, p2, kinds, get(k.four));
    return _mm512_mask_add_epi8(kinds, p3, kinds, get(k.eight));
}

/// Adds kana, Hangul, Latin and Cyrillic letters; returns the leads whose class is still not known.
GALLEY_AVX512 inline std::uint64_t classify_further(bytes v0, bytes v1, bytes v2, std::uint64_t kana, std::uint64_t unknown,
                                                    block_masks& block) noexcept {
    const bytes exception =
        _mm512_ternarylogic_epi64(look(kana_second_low, low(v1)), look(kana_third_high, high(v2)), look(kana_third_low, low(v2)), 0x80);
    kana &= _mm512_testn_epi8_mask(exception, exception);
    // The high byte of a three-byte character's code point: bits of the first where 0xF0 is set, else of the second.
    const bytes row = _mm512_ternarylogic_epi64(byte(0xF0), _mm512_slli_epi16(v0, 4), _mm512_srli_epi16(v1, 2), 0xCA);
    const std::uint64_t three = equal(both(v0, byte(0xF0)), 0xE0);
    const std::uint64_t hangul = three & within(row, 0xAC, 0xD6);
    const std::uint64_t extension = three & within(row, 0x34, 0x3F);  // A of the CJK ideographs
    const std::uint64_t times_or_divide = equal(both(v1, byte(0xDF)), 0x97);
    const std::uint64_t word = (within(v0, 0xC3, 0xCA) & ~times_or_divide) | equal(both(v0, byte(0xFE)), 0xD0);
    block.p0 |= (word | kana) & unknown;
    block.p1 |= (word | hangul) & unknown;
    return unknown & ~(hangul | kana | word | extension);
}

/// Adds the classes of the characters of two to four bytes; returns the leads whose class is not known.
GALLEY_AVX512 GALLEY_INLINE std::uint64_t classify(bytes v0, const unsigned char* text, block_masks& block) noexcept {
    const bytes v1 = load(text + 1), v2 = load(text + 2);
    // 70 to 7F for E0 to EF, a set top bit for all else, which finds nothing.
    const bytes lead = _mm512_adds_epu8(_mm512_xor_si512(v0, byte(0xE0)), byte(0x70));
    const bytes second = both(look(wide_second_high, high(v1)), look(wide_second_low, low(v1)));
    const bytes third = both(look(wide_third_high, high(v2)), look(wide_third_low, low(v2)));
    const bytes wide = _mm512_ternarylogic_epi64(second, third, look(wide_lead, lead), 0x80);
    const std::uint64_t punctuation = _mm512_test_epi8_mask(wide, byte(0x7F));
    const std::uint64_t hexagram = _mm512_mask_cmpeq_epi8_mask(equal(v0, 0xE4), v1, byte(0xB7));
    block.p0 |= punctuation;
    block.p2 |= punctuation;
    const std::uint64_t unknown = block.leads & ~block.ascii & ~punctuation & (~within(v0, 0xE4, 0xE9) | hexagram);
    if (unknown == 0) return 0;
    return classify_further(v0, v1, v2, _mm512_movepi8_mask(wide), unknown, block);
}

/// Gives the characters that the kernel does not know their classes from the tables.
GALLEY_AVX512 inline void look_up(std::uint64_t unknown, const unsigned char* text, block_masks& block) noexcept {
    for (; unknown != 0; unknown &= unknown - 1) {
        const unsigned at = trailing_zeros(unknown);
        const std::uint64_t found = class_of_sequence(text + at);
        block.p0 |= (found & 1U) << at;
        block.p1 |= (found >> 1 & 1U) << at;
        block.p2 |= (found >> 2 & 1U) << at;
        block.p3 |= (found >> 3) << at;
    }
}

/// Where runs begin in a block of ASCII of these kinds, which are at `classes` too.
GALLEY_AVX512 GALLEY_INLINE std::uint64_t ascii_starts(bytes kinds, std::uint64_t dots, run_state& state, char after,
                                                       const std::uint8_t* classes, const literal_table& k) noexcept {
    const bytes before = _mm512_alignr_epi8(kinds, _mm512_maskz_alignr_epi32(all, kinds, byte(state.kind), 12), 15);
    __mmask64 same = _mm512_cmpneq_epi8_mask(kinds, get(k.five));
    same = _mm512_mask_cmpneq_epi8_mask(same, kinds, get(k.eight));
    same = _mm512_mask_cmpeq_epi8_mask(same, kinds, before);
    const std::uint64_t digits = _mm512_cmpeq_epi8_mask(kinds, get(k.four));
    constexpr std::uint64_t ends = std::uint64_t{1} << 63 | 1U;
    std::uint64_t join = dots & digits << 1 & digits >> 1;
    if ((dots & ends) != 0) join = joining_dots(dots, digits, state.before, after);
    state.kind = static_cast<std::uint8_t>(classes[block_bytes - 1] - (join >> 63));  // punctuation 5 becomes digits 4
    return ~same & ~(join | join << 1);
}

/// Where runs begin in the block at `text`, of which `block_reach` bytes can be read; classes at those places.
GALLEY_AVX512 GALLEY_INLINE std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes,
                                                       const literal_table& k) noexcept {
    const bytes v0 = load(text);
    const char after = static_cast<char>(text[block_bytes]);
    const bytes row = _mm512_shuffle_epi8(get(k.row_bit), both(_mm512_srli_epi16(v0, 4), get(k.low_nibble)));
    const __mmask64 p0 = _mm512_test_epi8_mask(_mm512_shuffle_epi8(get(k.plane[0]), v0), row);
    const __mmask64 p1 = _mm512_test_epi8_mask(_mm512_shuffle_epi8(get(k.plane[1]), v0), row);
    const __mmask64 p2 = _mm512_test_epi8_mask(_mm512_shuffle_epi8(get(k.plane[2]), v0), row);
    const __mmask64 p3 = _mm512_test_epi8_mask(_mm512_shuffle_epi8(get(k.plane[3]), v0), row);
    block_masks block;
    block.p0 = p0, block.p1 = p1, block.p2 = p2, block.p3 = p3;
    block.dots = _mm512_cmpeq_epi8_mask(_mm512_or_si512(v0, get(k.two)), get(k.dot));
    const __mmask64 beyond = _mm512_movepi8_mask(v0);
    std::uint64_t starts;
    if (beyond == 0) {
        const bytes kinds = kinds_of(p0, p1, p2, p3, k);
        _mm512_store_si512(classes, kinds);
        __asm__("" : "+m"(*reinterpret_cast<unsigned char(*)[block_bytes]>(classes)));  // its last byte by way of memory
        starts = ascii_starts(kinds, block.dots, state, after, classes, k);
    } else {
        block.ascii = ~beyond;
        block.leads = _mm512_cmpgt_epi8_mask(v0, byte(0xBF));
        const std::uint64_t unknown = classify(v0, text, block);
        if (unknown != 0) look_up(unknown, text, block);
        if ((block.p3 & block.p1) != 0) settle_marks(block, state.kind);
        _mm512_store_si512(classes, kinds_of(block.p0, block.p1, block.p2, block.p3, k));
        starts = block.leads == 0 ? 0 : avx2::lead_starts(block, state, after, classes);
    }
    const std::uint64_t returns = _mm512_cmpeq_epi8_mask(v0, get(k.carriage_return));
    if (returns != 0 || state.before == '\r') starts &= ~after_returns(returns, equal(v0, '\n'), state.before);
    state.before = static_cast<char>(text[block_bytes - 1]);
    return starts;
}

/// As v128::emit. `base_high`: the block's place in sixteens, in all bytes.
GALLEY_AVX512 GALLEY_INLINE std::uint16_t* emit(std::uint64_t starts, const std::uint8_t* classes, bytes base_high, std::uint16_t* out,
                                                const literal_table& k) noexcept {
    const auto* const orders = reinterpret_cast<const unsigned char*>(compress_words.order);
    const bytes low_bytes = _mm512_or_si512(load(classes), get(k.place_low));
    const bytes high_bytes = _mm512_add_epi8(base_high, get(k.place_high));
    alignas(64) std::uint16_t entries[2][32];  // of each sixteen the first eight, the last eight
    _mm512_store_si512(entries[0], _mm512_unpacklo_epi8(low_bytes, high_bytes));
    _mm512_store_si512(entries[1], _mm512_unpackhi_epi8(low_bytes, high_bytes));
    std::uint8_t chosen[8];  // by way of memory, which saves the shifts
    __builtin_memcpy(chosen, &starts, sizeof chosen);
    __asm__("" : "+m"(chosen), "+m"(entries));
    for (unsigned eight = 0; eight < 8; ++eight) {
        const std::size_t these = chosen[eight];
        v128::store(out, _mm_shuffle_epi8(v128::load(entries[eight % 2] + 8 * (eight / 2)), v128::load(orders + 16 * these)));
        out += static_cast<unsigned>(_mm_popcnt_u32(static_cast<unsigned>(these)));
    }
    return out;
}

// ---- UTF-32 -------------------------------------------------------------------------------------------------------

/// The code points of the characters that would begin at each of sixteen bytes, as decode_each of AVX2. Twenty bytes are read.
GALLEY_AVX512 GALLEY_INLINE bytes decode_each(const unsigned char* text) noexcept {
    const __m512i doubles = _mm512_setr_epi32(0, 1, 0, 0, 1, 2, 0, 0, 2, 3, 0, 0, 3, 4, 0, 0);
    const bytes each = _mm512_maskz_permutexvar_epi32(all, doubles, _mm512_maskz_loadu_epi32(0x1F, text));
    const bytes words = _mm512_shuffle_epi8(each, _mm512_maskz_broadcast_i32x4(all, v128::load(words_at_places.at)));
    const bytes nibbles = high(words);
    const bytes payload = both(both(words, _mm512_set1_epi32(static_cast<int>(0xFF3F3F3F))), look(payload_of_byte, nibbles));
    const bytes sum = _mm512_madd_epi16(_mm512_maddubs_epi16(payload, _mm512_set1_epi16(0x4001)), _mm512_set1_epi32(0x10000001));
    const bytes less = look(shift_of_lead, _mm512_maskz_srli_epi32(all, nibbles, 24));
    return _mm512_maskz_srlv_epi32(all, sum, _mm512_sub_epi32(_mm512_set1_epi32(18), less));
}

/// Well-formed UTF-8 to UTF-32, as the AVX2 kernel does it.
GALLEY_AVX512 inline char32_t* to_utf32(const unsigned char* text, std::size_t size, std::size_t readable, char32_t* out) noexcept {
    std::size_t at = 0;
    for (; at + block_bytes <= size && at + decode_reach <= readable; at += block_bytes) {
        const bytes v = load(text + at);
        if (_mm512_movepi8_mask(v) == 0) {
            for (std::size_t n = 0; n < block_bytes; n += 16, out += 16)
                _mm512_storeu_si512(out, _mm512_maskz_cvtepu8_epi32(all, v128::load(text + at + n)));
            continue;
        }
        const std::uint64_t leads = _mm512_cmpgt_epi8_mask(v, byte(0xBF));
        for (std::size_t n = 0; n < block_bytes; n += 16) {
            const auto chosen = static_cast<__mmask16>(leads >> n & 0xFFFF);
            _mm512_storeu_si512(out, _mm512_maskz_compress_epi32(chosen, decode_each(text + at + n)));
            out += static_cast<unsigned>(_mm_popcnt_u32(chosen));
        }
    }
    return decode_tail(text + at, text + size, out);
}

}  // namespace avx512

/// For processors with AVX-512 F, BW, VL and DQ, and BMI2.
struct avx512_kernel : avx2_kernel {
    GALLEY_AVX512 static std::size_t window_starts(const unsigned char* text, std::size_t size, std::size_t readable,
                                                   run_state& state, std::uint16_t* out) noexcept {
        const std::uint16_t* const first = out;
        const avx512::literal_pool k;
        run_state now = state;  // in registers
        alignas(64) std::uint8_t classes[block_bytes];
        avx512::bytes base_high = _mm512_setzero_si512();
        for (std::size_t at = 0; at < size; at += block_bytes) {
            unsigned char edge[block_reach];
            const bool inside = readable - at >= block_reach;
            const unsigned char* const block = inside ? text + at : copy_edge(text + at, readable - at, edge);
            const std::uint64_t starts = avx512::block_starts(block, now, classes, *k.table) & low_bits(size - at);
            k.forget();
            out = avx512::emit(starts, classes, base_high, out, *k.table);
            base_high = _mm512_add_epi8(base_high, avx512::get(k.table->four));
        }
        finish_window(text, size, first, out, state.kind, state);
        return static_cast<std::size_t>(out - first);
    }
    GALLEY_AVX512 static std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes) noexcept {
        alignas(64) std::uint8_t all_classes[block_bytes];
        const std::uint64_t starts = avx512::block_starts(text, state, all_classes, *avx512::literal_pool{}.table);
        __builtin_memcpy(classes, all_classes, block_bytes);
        return starts;
    }
    static char32_t* to_utf32(const unsigned char* text, std::size_t size, std::size_t readable, char32_t* out) noexcept {
        return avx512::to_utf32(text, size, readable, out);
    }
};

}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_KERNEL_AVX512

#endif // GALLEY_DETAIL_KERNEL_AVX512_HPP
