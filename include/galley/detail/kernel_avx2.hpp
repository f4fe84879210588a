// galley: the kernels in AVX2 and BMI2.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNEL_AVX2_HPP
#define GALLEY_DETAIL_KERNEL_AVX2_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>
#include <galley/detail/kernel_sse42.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_KERNEL_AVX2
#include <immintrin.h>

#define GALLEY_AVX2 GALLEY_TARGET("avx2,bmi,bmi2,lzcnt,popcnt")

GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace avx2 {

GALLEY_AVX2 GALLEY_INLINE __m256i load(const void* at) noexcept { return _mm256_loadu_si256(static_cast<const __m256i*>(at)); }
GALLEY_AVX2 GALLEY_INLINE void store(void* at, __m256i v) noexcept { _mm256_storeu_si256(static_cast<__m256i*>(at), v); }
GALLEY_AVX2 GALLEY_INLINE __m256i byte(unsigned value) noexcept { return _mm256_set1_epi8(static_cast<char>(value)); }
GALLEY_AVX2 GALLEY_INLINE __m256i look(const nibble_table& in, __m256i at) noexcept {
    const __m128i half = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in.at));
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half), at);
}
GALLEY_AVX2 GALLEY_INLINE __m256i both(__m256i a, __m256i b) noexcept { return _mm256_and_si256(a, b); }
GALLEY_AVX2 GALLEY_INLINE __m256i either(__m256i a, __m256i b) noexcept { return _mm256_or_si256(a, b); }
GALLEY_AVX2 GALLEY_INLINE __m256i equal(__m256i a, __m256i b) noexcept { return _mm256_cmpeq_epi8(a, b); }
GALLEY_AVX2 GALLEY_INLINE std::uint64_t bits(__m256i low_half, __m256i high_half) noexcept {
    const std::uint64_t high_bits = static_cast<std::uint32_t>(_mm256_movemask_epi8(high_half));
    return high_bits << 32 | static_cast<std::uint32_t>(_mm256_movemask_epi8(low_half));
}

/// Bytes in all 32 places, for the long loops, which use more of them than there are registers: operands in memory cost
/// nothing there, while compilers that see the values build them anew each time.
inline constexpr std::uint8_t literal_bytes[] = {
    0x01, 0x02, 0x03, 0x04, 0x05, 0x08, 0x0D, 0x0F, 0x13, 0x2E, 0x40, 0x4D, 0x54, 0x70, 0x73, 0x77, 0x79, 0x7F,
    0x96, 0x97, 0xA9, 0xB5, 0xB7, 0xBF, 0xD0, 0xDF, 0xE0, 0xE4, 0xF0, 0xFE};
struct literal_table { alignas(32) std::uint8_t bytes[sizeof literal_bytes][32]; };
constexpr literal_table make_literals() noexcept {
    literal_table table{};
    for (std::size_t n = 0; n < sizeof literal_bytes; ++n)
        for (std::uint8_t& byte : table.bytes[n]) byte = literal_bytes[n];
    return table;
}
inline constexpr literal_table literals = make_literals();
constexpr std::size_t literal_place(unsigned value) noexcept {
    std::size_t n = 0;
    while (literal_bytes[n] != value) ++n;
    return n;
}
struct literal_pool {
    const literal_table* table = &literals;
    GALLEY_AVX2 GALLEY_INLINE literal_pool() noexcept { __asm__("" : "+r"(table)); }
    /// What was loaded is loaded again, rather than kept in a register that others need.
    GALLEY_AVX2 GALLEY_INLINE static void forget() noexcept { __asm__ volatile("" : : : "memory"); }
    template <unsigned Value>
    GALLEY_AVX2 GALLEY_INLINE __m256i get() const noexcept {
        return _mm256_load_si256(reinterpret_cast<const __m256i*>(table->bytes[literal_place(Value)]));
    }
};

GALLEY_AVX2 GALLEY_INLINE __m256i low(__m256i v, const literal_pool& k) noexcept { return both(v, k.get<0x0F>()); }
GALLEY_AVX2 GALLEY_INLINE __m256i high(__m256i v, const literal_pool& k) noexcept { return low(_mm256_srli_epi16(v, 4), k); }

/// All ones where First <= byte <= Last.
template <unsigned First, unsigned Last>
GALLEY_AVX2 GALLEY_INLINE __m256i within(__m256i v, const literal_pool& k) noexcept {
    constexpr unsigned up = (0x7F - Last) & 0xFFU, below = (0x7F - Last + First - 1) & 0xFFU;
    return _mm256_cmpgt_epi8(_mm256_add_epi8(v, k.get<up>()), k.get<below>());
}

// ---- classes ------------------------------------------------------------------------------------------------------

/// Kinds of ASCII bytes; 0 for others.
GALLEY_AVX2 GALLEY_INLINE __m256i ascii_classes(__m256i v, const literal_pool& k) noexcept {
    const __m256i row = look(ascii_row_bit, high(v, k));
    const __m256i bit0 = equal(both(look(ascii_planes[0], v), row), row);
    const __m256i bit1 = equal(both(look(ascii_planes[1], v), row), row);
    const __m256i bit2 = equal(both(look(ascii_planes[2], v), row), row);
    return look(ascii_kind_table, either(either(both(bit0, k.get<1>()), both(bit1, k.get<2>())), both(bit2, k.get<4>())));
}

/// 32 bytes of a block, the bytes behind each, and what is known of the characters that begin there.
struct classified {
    __m256i v0, v1, v2;
    __m256i wide;     ///< sets of wide_punctuation
    __m256i classes;  ///< of leads; 0 elsewhere
    __m256i leads;    ///< all ones at leads
    __m256i unknown;  ///< all ones at leads whose class is not known yet
};

/// ASCII, Han, and punctuation among them, in 32 bytes of well-formed text. All the rest is unknown.
GALLEY_AVX2 GALLEY_INLINE classified classify(__m256i v0, const unsigned char* text, const literal_pool& k) noexcept {
    const __m256i v1 = load(text + 1);
    const __m256i v2 = load(text + 2);
    const __m256i zero = _mm256_setzero_si256();
    // 70 to 7F for E0 to EF, a set top bit for all else, which finds nothing.
    const __m256i lead = _mm256_adds_epu8(_mm256_xor_si256(v0, k.get<0xE0>()), k.get<0x70>());
    const __m256i second = both(look(wide_second_high, high(v1, k)), look(wide_second_low, low(v1, k)));
    const __m256i third = both(look(wide_third_high, high(v2, k)), look(wide_third_low, low(v2, k)));
    const __m256i wide = both(both(second, third), look(wide_lead, lead));
    const __m256i no_punctuation = equal(both(wide, k.get<0x7F>()), zero);
    const __m256i hexagram = both(equal(v0, k.get<0xE4>()), equal(v1, k.get<0xB7>()));
    const __m256i han = _mm256_andnot_si256(hexagram, within<0xE4, 0xE9>(v0, k));
    const __m256i classes = either(ascii_classes(v0, k), _mm256_andnot_si256(no_punctuation, k.get<5>()));
    const __m256i leads = _mm256_cmpgt_epi8(v0, k.get<0xBF>());
    const __m256i unknown = both(leads, _mm256_andnot_si256(han, equal(classes, zero)));
    return {v0, v1, v2, wide, classes, leads, unknown};
}

/// Kana, Hangul, Latin and Cyrillic letters.
GALLEY_AVX2 GALLEY_INLINE void classify_further(classified& c, const literal_pool& k) noexcept {
    const __m256i zero = _mm256_setzero_si256();
    const __m256i third = both(look(kana_third_high, high(c.v2, k)), look(kana_third_low, low(c.v2, k)));
    const __m256i exception = both(look(kana_second_low, low(c.v1, k)), third);
    const __m256i kana = both(equal(exception, zero), _mm256_cmpgt_epi8(zero, c.wide));

    // The high byte of a three-byte character's code point.
    const __m256i three = equal(both(c.v0, k.get<0xF0>()), k.get<0xE0>());
    const __m256i row = either(both(_mm256_slli_epi16(c.v0, 4), k.get<0xF0>()), low(_mm256_srli_epi16(c.v1, 2), k));
    const __m256i hangul = both(within<0xAC, 0xD6>(row, k), three);
    const __m256i extension = both(within<0x34, 0x3F>(row, k), three);  // A of the CJK ideographs

    const __m256i times_or_divide = equal(both(c.v1, k.get<0xDF>()), k.get<0x97>());
    const __m256i latin = _mm256_andnot_si256(times_or_divide, within<0xC3, 0xCA>(c.v0, k));
    const __m256i word = either(latin, equal(both(c.v0, k.get<0xFE>()), k.get<0xD0>()));

    const __m256i letters = either(either(both(hangul, k.get<2>()), both(word, k.get<3>())), both(kana, k.get<1>()));
    c.classes = either(c.classes, both(letters, c.unknown));
    c.unknown = _mm256_andnot_si256(either(either(hangul, word), either(kana, extension)), c.unknown);
}

template <int Bit>
GALLEY_AVX2 GALLEY_INLINE std::uint64_t plane(__m256i a, __m256i b) noexcept {
    return bits(_mm256_slli_epi16(a, 7 - Bit), _mm256_slli_epi16(b, 7 - Bit));
}

// ---- runs ---------------------------------------------------------------------------------------------------------

GALLEY_AVX2 GALLEY_INLINE std::uint64_t dots(__m256i v0, __m256i v1, const literal_pool& k) noexcept {
    return bits(equal(either(v0, k.get<2>()), k.get<'.'>()), equal(either(v1, k.get<2>()), k.get<'.'>()));
}

/// Where runs begin in a block of ASCII.
GALLEY_AVX2 GALLEY_INLINE std::uint64_t ascii_starts(__m256i v0, __m256i v1, char after, run_state& state,
                                                     std::uint8_t* classes, const literal_pool& k) noexcept {
    const __m256i c0 = ascii_classes(v0, k);
    k.forget();
    const __m256i c1 = ascii_classes(v1, k);
    store(classes, c0);
    store(classes + 32, c1);
    const __m256i carried = byte(state.kind);
    const __m256i before0 = _mm256_alignr_epi8(c0, _mm256_permute2x128_si256(carried, c0, 0x21), 15);
    const __m256i before1 = _mm256_alignr_epi8(c1, _mm256_permute2x128_si256(c0, c1, 0x21), 15);
    const __m256i alone0 = either(equal(c0, k.get<5>()), equal(c0, k.get<8>()));
    const __m256i alone1 = either(equal(c1, k.get<5>()), equal(c1, k.get<8>()));
    const std::uint64_t same =
        bits(_mm256_andnot_si256(alone0, equal(c0, before0)), _mm256_andnot_si256(alone1, equal(c1, before1)));
    const std::uint64_t digits = bits(equal(c0, k.get<4>()), equal(c1, k.get<4>()));
    const std::uint64_t join = joining_dots(dots(v0, v1, k), digits, state.before, after);
    const unsigned last = static_cast<unsigned>(_mm256_extract_epi8(c1, 31));
    state.kind = static_cast<std::uint8_t>(last - static_cast<unsigned>(join >> 63));  // punctuation 5 becomes digits 4
    return ~same & ~(join | join << 1);
}

/// As run_starts, by the numbers of the leads instead of their places. Some lead there must be.
GALLEY_AVX2 GALLEY_INLINE std::uint64_t lead_starts(const block_masks& block, run_state& state, char after,
                                                    const std::uint8_t* classes) noexcept {
    const std::uint64_t join = joining_dots(block.dots, block.ascii_digits(), state.before, after);
    const std::uint64_t p0 = block.p0 & ~join;  // punctuation 0101 becomes digits 0100
    const std::uint64_t kind = state.kind;
    const auto changes = [&](std::uint64_t plane, unsigned bit) GALLEY_AVX2 {
        const std::uint64_t each = _pext_u64(plane, block.leads);
        return each ^ (each << 1 | (kind >> bit & 1U));
    };
    const std::uint64_t changed = changes(p0, 0) | changes(block.p1, 1) | changes(block.p2, 2) | changes(block.p3, 3);
    const unsigned last = 63U - static_cast<unsigned>(_lzcnt_u64(block.leads));
    state.kind = static_cast<std::uint8_t>(classes[last] - (join >> last & 1U));
    return _pdep_u64(changed, block.leads) | block.alone(p0);
}

/// Where runs begin in a block that is not all ASCII.
GALLEY_AVX2 GALLEY_INLINE std::uint64_t mixed_starts(__m256i v0, __m256i v1, const unsigned char* text, char after,
                                                     run_state& state, std::uint8_t* classes, const literal_pool& k) noexcept {
    classified a = classify(v0, text, k);
    k.forget();
    classified b = classify(v1, text + 32, k);
    if (_mm256_movemask_epi8(either(a.unknown, b.unknown)) != 0) {
        classify_further(a, k);
        classify_further(b, k);
    }
    store(classes, a.classes);
    store(classes + 32, b.classes);
    const std::uint64_t unknown = bits(a.unknown, b.unknown);
    if (unknown != 0) {
        look_up(unknown, text, classes);
        a.classes = load(classes);
        b.classes = load(classes + 32);
    }
    block_masks block;
    block.ascii = ~bits(v0, v1);
    block.leads = bits(a.leads, b.leads);
    block.dots = dots(v0, v1, k);
    block.p0 = plane<0>(a.classes, b.classes);
    block.p1 = plane<1>(a.classes, b.classes);
    block.p2 = plane<2>(a.classes, b.classes);
    block.p3 = plane<3>(a.classes, b.classes);
    if ((block.p3 & block.p1) != 0) {
        const std::uint64_t orphans = settle_marks(block, state.kind);
        set_class(orphans, static_cast<std::uint8_t>(token_kind::other), classes);
        if (block.leads == 0) return 0;
    }
    return lead_starts(block, state, after, classes);
}

/// Where runs begin in the block at `text`, of which `block_reach` bytes can be read; classes at those places.
GALLEY_AVX2 GALLEY_INLINE std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes,
                                                     const literal_pool& k) noexcept {
    const __m256i v0 = load(text);
    const __m256i v1 = load(text + 32);
    const char after = static_cast<char>(text[block_bytes]);
    const bool ascii = _mm256_movemask_epi8(either(v0, v1)) == 0;
    std::uint64_t starts = ascii ? ascii_starts(v0, v1, after, state, classes, k)
                                 : mixed_starts(v0, v1, text, after, state, classes, k);
    const __m256i return0 = equal(v0, k.get<'\r'>()), return1 = equal(v1, k.get<'\r'>());
    if (_mm256_movemask_epi8(either(return0, return1)) != 0 || state.before == '\r') {
        const std::uint64_t line_feeds = bits(equal(v0, byte('\n')), equal(v1, byte('\n')));
        starts &= ~after_returns(bits(return0, return1), line_feeds, state.before);
    }
    state.before = static_cast<char>(text[block_bytes - 1]);
    return starts;
}

/// As v128::emit.
GALLEY_AVX2 GALLEY_INLINE std::uint16_t* emit(std::uint64_t starts, const std::uint8_t* classes, std::size_t base,
                                              std::uint16_t* out) noexcept {
    const auto* const orders = reinterpret_cast<const unsigned char*>(compress_words.order);
    const __m256i first = _mm256_setr_epi16(0, 16, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240);
    __m256i places = _mm256_add_epi16(_mm256_set1_epi16(static_cast<short>(base << 4)), first);
    std::uint8_t chosen[8];  // by way of memory, which saves the shifts
    __builtin_memcpy(chosen, &starts, sizeof chosen);
    __asm__("" : "+m"(chosen));
    for (unsigned quarter = 0; quarter < 4; ++quarter) {
        const __m256i kinds = _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(classes + 16 * quarter)));
        const __m256i entries = either(kinds, places);
        const std::size_t low_eight = chosen[2 * quarter], high_eight = chosen[2 * quarter + 1];
        v128::store(out, _mm_shuffle_epi8(_mm256_castsi256_si128(entries), v128::load(orders + 16 * low_eight)));
        out += static_cast<unsigned>(_mm_popcnt_u32(static_cast<unsigned>(low_eight)));
        v128::store(out, _mm_shuffle_epi8(_mm256_extracti128_si256(entries, 1), v128::load(orders + 16 * high_eight)));
        out += static_cast<unsigned>(_mm_popcnt_u32(static_cast<unsigned>(high_eight)));
        places = _mm256_add_epi16(places, _mm256_set1_epi16(256));
    }
    return out;
}

// ---- scanning -----------------------------------------------------------------------------------------------------

/// LF to CR.
GALLEY_AVX2 GALLEY_INLINE __m256i ascii_breaks(__m256i v) noexcept {
    return _mm256_cmpgt_epi8(_mm256_add_epi8(v, byte(0x7F - '\r')), byte(0x7F - '\r' + '\n' - 1));
}

/// Not in all bits, but in the highest of each byte.
GALLEY_AVX2 GALLEY_INLINE __m256i torn_ends(const unsigned char* text) noexcept {
    const __m256i v0 = load(text);
    const __m256i blank = either(equal(v0, byte(' ')), equal(v0, byte('\t')));
    const __m256i hyphen = either(v0, either(equal(v0, byte('-')), equal(v0, byte('='))));
    return both(ascii_breaks(load(text + 1)), either(blank, hyphen));
}

/// Line breaks that begin in the block: LF to CR, NEL, LS, PS.
GALLEY_AVX2 GALLEY_INLINE __m256i line_breaks(const unsigned char* text) noexcept {
    const __m256i v0 = load(text), v1 = load(text + 1), v2 = load(text + 2);
    const __m256i ascii = ascii_breaks(v0);
    const __m256i next_line = both(equal(v0, byte(0xC2)), equal(v1, byte(0x85)));
    const __m256i separator = both(equal(v0, byte(0xE2)), both(equal(v1, byte(0x80)), equal(either(v2, byte(1)), byte(0xA9))));
    return either(ascii, either(next_line, separator));
}

// ---- UTF-8 --------------------------------------------------------------------------------------------------------

/// Not zero where the pairs of bytes that end in these 32 bytes cannot be.
GALLEY_AVX2 GALLEY_INLINE __m256i pair_errors(__m256i v, const unsigned char* text, const literal_pool& k) noexcept {
    const __m256i back1 = load(text - 1);
    const __m256i back2 = load(text - 2);
    const __m256i back3 = load(text - 3);
    const __m256i wrong =
        both(both(look(pair_first_high, high(back1, k)), look(pair_first_low, low(back1, k))), look(pair_second_high, high(v, k)));
    const __m256i third = _mm256_subs_epu8(back2, byte(0xE0 - 0x80));
    const __m256i fourth = _mm256_subs_epu8(back3, byte(0xF0 - 0x80));
    return _mm256_xor_si256(wrong, both(either(third, fourth), byte(0x80)));
}

GALLEY_AVX2 GALLEY_INLINE __m256i block_errors(const unsigned char* text, const literal_pool& k) noexcept {
    return either(pair_errors(load(text), text, k), pair_errors(load(text + 32), text + 32, k));
}

/// Asks for what is read soon: a loop that does little else than read is faster for it. Nothing is read behind the text.
GALLEY_AVX2 GALLEY_INLINE void read_ahead(const unsigned char* at) noexcept {
    _mm_prefetch(reinterpret_cast<const char*>(reinterpret_cast<std::uintptr_t>(at) + 2048), _MM_HINT_T0);
}

/// Behind the blocks of ASCII at `at`.
GALLEY_AVX2 GALLEY_INLINE std::size_t skip_ascii(const unsigned char* text, std::size_t at, std::size_t size) noexcept {
    for (; at + block_bytes <= size; at += block_bytes) {
        read_ahead(text + at);
        if (_mm256_movemask_epi8(either(load(text + at), load(text + at + 32))) != 0) break;
    }
    return at;
}

/// Whether all of `text` is well-formed. `goes_on`: three bytes before it can be read, and end a character.
/// A block of ASCII is looked at in full once, for what the block before left open; those behind it are skipped.
GALLEY_AVX2 inline bool valid(const unsigned char* text, std::size_t size, bool goes_on) noexcept {
    const literal_pool k;
    __m256i errors = _mm256_setzero_si256();
    std::size_t at = 0;
    if (!goes_on) {
        unsigned char edge[3 + block_bytes] = {};
        __builtin_memcpy(edge + 3, text, size < block_bytes ? size : block_bytes);
        errors = block_errors(edge + 3, k);
        at = block_bytes;
    }
    while (at + block_bytes <= size) {
        __m256i any;
        do {
            read_ahead(text + at);
            const __m256i v0 = load(text + at), v1 = load(text + at + 32);
            any = either(v0, v1);
            errors = either(errors, pair_errors(v0, text + at, k));
            errors = either(errors, pair_errors(v1, text + at + 32, k));
            at += block_bytes;
        } while (_mm256_movemask_epi8(any) != 0 && at + block_bytes <= size);
        if (_mm256_movemask_epi8(any) == 0) at = skip_ascii(text, at, size);
    }
    if (size >= block_bytes + 3) {
        errors = either(errors, block_errors(text + size - block_bytes, k));
        if (text[size - 1] >= 0xC0 || text[size - 2] >= 0xE0 || text[size - 3] >= 0xF0) return false;  // cut short
    } else if (at <= size) {
        unsigned char last[3 + block_bytes] = {};  // a character that is cut short ends in a zero
        __builtin_memcpy(last, text + at - 3, size - at + 3);
        errors = either(errors, block_errors(last + 3, k));
    }
    return _mm256_testz_si256(errors, errors) != 0;
}

/// Bytes that are no continuation bytes.
GALLEY_AVX2 inline std::size_t count_leads(const unsigned char* text, std::size_t size) noexcept {
    const __m256i zero = _mm256_setzero_si256();
    __m256i total = zero;
    std::size_t at = 0, count = 0;
    for (; at < size && (reinterpret_cast<std::uintptr_t>(text + at) & 31U) != 0; ++at)
        count += (text[at] & 0xC0U) != 0x80U ? 1U : 0U;
    while (size - at >= 4 * 32) {
        std::size_t rounds = (size - at) / (4 * 32);
        rounds = rounds < 63 ? rounds : 63;  // 4 * 63 < 256
        __m256i sum = zero;
        for (std::size_t n = 0; n < rounds; ++n, at += 4 * 32) {
            read_ahead(text + at);
            read_ahead(text + at + 64);
            const __m256i a = _mm256_add_epi8(_mm256_cmpgt_epi8(load(text + at), byte(0xBF)),
                                              _mm256_cmpgt_epi8(load(text + at + 32), byte(0xBF)));
            const __m256i b = _mm256_add_epi8(_mm256_cmpgt_epi8(load(text + at + 64), byte(0xBF)),
                                              _mm256_cmpgt_epi8(load(text + at + 96), byte(0xBF)));
            sum = _mm256_sub_epi8(sum, _mm256_add_epi8(a, b));
        }
        total = _mm256_add_epi64(total, _mm256_sad_epu8(sum, zero));
    }
    alignas(32) std::uint64_t sums[4];
    store(sums, total);
    count += static_cast<std::size_t>(sums[0] + sums[1] + sums[2] + sums[3]);
    for (; at < size; ++at) count += (text[at] & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

/// Eight three-byte characters.
GALLEY_AVX2 GALLEY_INLINE __m256i decode_three_bytes(const unsigned char* text) noexcept {
    const __m256i order = _mm256_broadcastsi128_si256(v128::load(three_byte_order.at));
    const __m256i v = _mm256_inserti128_si256(_mm256_castsi128_si256(v128::load(text)), v128::load(text + 12), 1);
    const __m256i payload = both(_mm256_shuffle_epi8(v, order), _mm256_set1_epi32(0x000F3F3F));
    const __m256i pairs = _mm256_maddubs_epi16(payload, _mm256_set1_epi32(0x00014001));
    return _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x10000001));
}

/// The code points of the characters that would begin at each of eight bytes; junk where none does. Bytes that are not the
/// character's are shifted out. Eleven bytes are read with five more.
GALLEY_AVX2 GALLEY_INLINE __m256i decode_each(const unsigned char* text) noexcept {
    const __m256i two = _mm256_inserti128_si256(_mm256_castsi128_si256(v128::load(text)), v128::load(text + 4), 1);
    const __m256i words = _mm256_shuffle_epi8(two, _mm256_broadcastsi128_si256(v128::load(words_at_places.at)));
    const __m256i nibbles = both(_mm256_srli_epi16(words, 4), byte(0x0F));
    const __m256i payload = both(both(words, _mm256_set1_epi32(static_cast<int>(0xFF3F3F3F))), look(payload_of_byte, nibbles));
    const __m256i sum = _mm256_madd_epi16(_mm256_maddubs_epi16(payload, _mm256_set1_epi16(0x4001)), _mm256_set1_epi32(0x10000001));
    const __m256i less = look(shift_of_lead, _mm256_srli_epi32(nibbles, 24));
    return _mm256_srlv_epi32(sum, _mm256_sub_epi32(_mm256_set1_epi32(18), less));
}

/// Writes the items of a mask of eight, and up to eight in all.
GALLEY_AVX2 GALLEY_INLINE char32_t* store_chosen(__m256i items, unsigned mask, char32_t* out) noexcept {
    const __m128i numbers = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(compress_numbers.number[mask]));
    store(out, _mm256_permutevar8x32_epi32(items, _mm256_cvtepu8_epi32(numbers)));
    return out + static_cast<unsigned>(_mm_popcnt_u32(mask));
}

/// The code points of the characters that begin in a block.
GALLEY_AVX2 GALLEY_INLINE char32_t* block_to_utf32(const unsigned char* text, char32_t* out) noexcept {
    constexpr std::uint64_t every_third = 0x9249249249249249;
    const __m256i v0 = load(text);
    const __m256i v1 = load(text + 32);
    if (_mm256_movemask_epi8(either(v0, v1)) == 0) {
        for (std::size_t n = 0; n < block_bytes; n += 8)
            store(out + n, _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(text + n))));
        return out + block_bytes;
    }
    const std::uint64_t leads = ~bits(_mm256_cmpgt_epi8(byte(0xC0), v0), _mm256_cmpgt_epi8(byte(0xC0), v1));
    const unsigned first = trailing_zeros(leads | std::uint64_t{1} << 63);
    const unsigned count = first == 0 ? 22 : 21;
    if (leads == every_third << first && (text[first + 3 * (count - 1)] & 0xF0U) == 0xE0U) {
        for (std::size_t n = 0; n < 72; n += 24) store(out + n / 3, decode_three_bytes(text + first + n));
        return out + count;
    }
    for (std::size_t n = 0; n < block_bytes; n += 8) out = store_chosen(decode_each(text + n), leads >> n & 0xFF, out);
    return out;
}

/// Well-formed UTF-8 to UTF-32; `readable`: bytes, `size` of them or more. Up to `emit_slack` more than its code points
/// are written.
GALLEY_AVX2 inline char32_t* to_utf32(const unsigned char* text, std::size_t size, std::size_t readable, char32_t* out) noexcept {
    std::size_t at = 0;
    for (; at + block_bytes <= size && at + decode_reach <= readable; at += block_bytes) out = block_to_utf32(text + at, out);
    return decode_tail(text + at, text + size, out);
}

}  // namespace avx2

/// For processors with AVX2 and BMI2.
struct avx2_kernel {
    static bool valid(const unsigned char* text, std::size_t size, bool goes_on = false) noexcept {
        return avx2::valid(text, size, goes_on);
    }
    static std::size_t count_leads(const unsigned char* text, std::size_t size) noexcept { return avx2::count_leads(text, size); }
    static char32_t* to_utf32(const unsigned char* text, std::size_t size, std::size_t readable, char32_t* out) noexcept {
        return avx2::to_utf32(text, size, readable, out);
    }
    /// Starts and kinds of the runs that begin in a window of well-formed text, as emit() writes them. Returns how many.
    GALLEY_AVX2 static std::size_t window_starts(const unsigned char* text, std::size_t size, std::size_t readable,
                                                 run_state& state, std::uint16_t* out) noexcept {
        const std::uint16_t* const first = out;
        const avx2::literal_pool k;
        run_state now = state;  // in registers
        alignas(32) std::uint8_t classes[block_bytes];
        for (std::size_t at = 0; at < size; at += block_bytes) {
            unsigned char edge[block_reach];
            const bool inside = readable - at >= block_reach;
            const unsigned char* const block = inside ? text + at : copy_edge(text + at, readable - at, edge);
            const std::uint64_t starts = avx2::block_starts(block, now, classes, k) & low_bits(size - at);
            k.forget();
            out = avx2::emit(starts, classes, at, out);
        }
        finish_window(text, size, first, out, state.kind, state);
        return static_cast<std::size_t>(out - first);
    }
    /// Starts of the runs that begin in one block, and the classes there.
    GALLEY_AVX2 static std::uint64_t block_starts(const unsigned char* text, run_state& state, std::uint8_t* classes) noexcept {
        return avx2::block_starts(text, state, classes, avx2::literal_pool{});
    }
    GALLEY_AVX2 static std::uint64_t line_breaks(const unsigned char* text) noexcept {
        return avx2::bits(avx2::line_breaks(text), avx2::line_breaks(text + 32));
    }
    GALLEY_AVX2 static block_marks marks(const unsigned char* text) noexcept {
        const __m256i low = avx2::load(text), high = avx2::load(text + 32);
        const __m256i feed = avx2::byte('\n'), hyphen = avx2::byte('-'), lead = avx2::byte(0xE2);
        const std::uint64_t feeds = avx2::bits(avx2::equal(low, feed), avx2::equal(high, feed));
        return {feeds,
                avx2::bits(avx2::either(avx2::equal(low, hyphen), avx2::equal(low, lead)),
                           avx2::either(avx2::equal(high, hyphen), avx2::equal(high, lead))),
                static_cast<unsigned>(__builtin_popcountll(feeds))};
    }
    /// Where a byte that may end a hyphen or stand behind one (not ASCII, `-`, `=`, a blank) stands before LF to CR.
    GALLEY_AVX2 static std::uint64_t torn_ends(const unsigned char* text) noexcept {
        return avx2::bits(avx2::torn_ends(text), avx2::torn_ends(text + 32));
    }
    /// The same of several blocks: a call for each would cost more than the block.
    GALLEY_AVX2 static void read(const unsigned char* text, std::size_t blocks, block_marks* out) noexcept {
        for (std::size_t i = 0; i < blocks; ++i) out[i] = marks(text + i * block_bytes);
    }
    GALLEY_AVX2 static void read(const unsigned char* text, std::size_t blocks, std::uint64_t* torn) noexcept {
        for (std::size_t i = 0; i < blocks; ++i) torn[i] = torn_ends(text + i * block_bytes);
    }
};

}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_KERNEL_AVX2

#endif // GALLEY_DETAIL_KERNEL_AVX2_HPP
