// galley: vectors of sixteen bytes in SSE4.2.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNEL_SSE42_HPP
#define GALLEY_DETAIL_KERNEL_SSE42_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_KERNEL_SSE42
#include <immintrin.h>

#define GALLEY_V128 GALLEY_TARGET("sse4.2,popcnt")

GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace v128 {

using bytes = __m128i;

GALLEY_V128 GALLEY_INLINE bytes load(const void* at) noexcept { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }
GALLEY_V128 GALLEY_INLINE void store(void* at, bytes v) noexcept { _mm_storeu_si128(static_cast<__m128i*>(at), v); }
GALLEY_V128 GALLEY_INLINE bytes byte(unsigned value) noexcept { return _mm_set1_epi8(static_cast<char>(value)); }
GALLEY_V128 GALLEY_INLINE bytes both(bytes a, bytes b) noexcept { return _mm_and_si128(a, b); }
GALLEY_V128 GALLEY_INLINE bytes either(bytes a, bytes b) noexcept { return _mm_or_si128(a, b); }
GALLEY_V128 GALLEY_INLINE bytes differ(bytes a, bytes b) noexcept { return _mm_xor_si128(a, b); }
/// b where a is not set
GALLEY_V128 GALLEY_INLINE bytes without(bytes a, bytes b) noexcept { return _mm_andnot_si128(a, b); }
GALLEY_V128 GALLEY_INLINE bytes equal(bytes a, bytes b) noexcept { return _mm_cmpeq_epi8(a, b); }
/// a > b, as signed bytes
GALLEY_V128 GALLEY_INLINE bytes above(bytes a, bytes b) noexcept { return _mm_cmpgt_epi8(a, b); }
GALLEY_V128 GALLEY_INLINE bytes add(bytes a, bytes b) noexcept { return _mm_add_epi8(a, b); }
GALLEY_V128 GALLEY_INLINE bytes subtract(bytes a, bytes b) noexcept { return _mm_sub_epi8(a, b); }
/// a - b, but not below 0
GALLEY_V128 GALLEY_INLINE bytes subtract_to_zero(bytes a, bytes b) noexcept { return _mm_subs_epu8(a, b); }
GALLEY_V128 GALLEY_INLINE bytes low(bytes v) noexcept { return both(v, byte(0x0F)); }
GALLEY_V128 GALLEY_INLINE bytes high(bytes v) noexcept { return low(_mm_srli_epi16(v, 4)); }
/// bits 2 to 5
GALLEY_V128 GALLEY_INLINE bytes middle(bytes v) noexcept { return low(_mm_srli_epi16(v, 2)); }
GALLEY_V128 GALLEY_INLINE bytes low_to_high(bytes v) noexcept { return both(_mm_slli_epi16(v, 4), byte(0xF0)); }
/// at: 0 to 15
GALLEY_V128 GALLEY_INLINE bytes look(const nibble_table& in, bytes at) noexcept { return _mm_shuffle_epi8(load(in.at), at); }
/// by the low nibble of ASCII; 0 for other bytes
GALLEY_V128 GALLEY_INLINE bytes look_ascii(const nibble_table& in, bytes at) noexcept { return _mm_shuffle_epi8(load(in.at), at); }
/// any top bit
GALLEY_V128 GALLEY_INLINE bool any(bytes v) noexcept { return _mm_movemask_epi8(v) != 0; }
GALLEY_V128 GALLEY_INLINE bool zero(bytes v) noexcept { return _mm_testz_si128(v, v) != 0; }
/// to the top bit
template <int Bit>
GALLEY_V128 GALLEY_INLINE bytes raise(bytes v) noexcept { return _mm_slli_epi16(v, 7 - Bit); }
/// top bits of a block
GALLEY_V128 GALLEY_INLINE std::uint64_t mask(bytes a, bytes b, bytes c, bytes d) noexcept {
    const unsigned ab = static_cast<unsigned>(_mm_movemask_epi8(a)) | static_cast<unsigned>(_mm_movemask_epi8(b)) << 16;
    const unsigned cd = static_cast<unsigned>(_mm_movemask_epi8(c)) | static_cast<unsigned>(_mm_movemask_epi8(d)) << 16;
    return ab | std::uint64_t{cd} << 32;
}
GALLEY_V128 GALLEY_INLINE std::size_t sum(bytes v) noexcept {
    const __m128i halves = _mm_sad_epu8(v, _mm_setzero_si128());
    return static_cast<std::size_t>(_mm_cvtsi128_si32(halves)) + static_cast<std::size_t>(_mm_extract_epi16(halves, 4));
}

/// Sixteen bytes to sixteen code points.
GALLEY_V128 GALLEY_INLINE void widen(bytes v, char32_t* out) noexcept {
    store(out, _mm_cvtepu8_epi32(v));
    store(out + 4, _mm_cvtepu8_epi32(_mm_srli_si128(v, 4)));
    store(out + 8, _mm_cvtepu8_epi32(_mm_srli_si128(v, 8)));
    store(out + 12, _mm_cvtepu8_epi32(_mm_srli_si128(v, 12)));
}

/// Four three-byte characters to four code points.
GALLEY_V128 GALLEY_INLINE void decode_three_bytes(bytes v, char32_t* out) noexcept {
    const __m128i payload = both(_mm_shuffle_epi8(v, load(three_byte_order.at)), _mm_set1_epi32(0x000F3F3F));
    const __m128i pairs = _mm_maddubs_epi16(payload, _mm_set1_epi32(0x00014001));
    store(out, _mm_madd_epi16(pairs, _mm_set1_epi32(0x10000001)));
}

/// Writes the entries, (base + n) << 4 | class, of the places in `starts`, and returns behind the last; up to
/// `emit_slack` more are written.
GALLEY_V128 GALLEY_INLINE std::uint16_t* emit(std::uint64_t starts, const std::uint8_t* classes, std::size_t base,
                                              std::uint16_t* out) noexcept {
    const auto* const orders = reinterpret_cast<const unsigned char*>(compress_words.order);
    __m128i places = _mm_add_epi16(_mm_set1_epi16(static_cast<short>(base << 4)),
                                   _mm_setr_epi16(0, 16, 32, 48, 64, 80, 96, 112));
    for (unsigned group = 0; group < 8; ++group) {
        const std::uint64_t order = (group == 0 ? starts << 4 : starts >> (8 * group - 4)) & 0xFF0U;  // 16 bytes for each
        const __m128i kinds = _mm_cvtepu8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(classes + 8 * group)));
        store(out, _mm_shuffle_epi8(_mm_or_si128(kinds, places), load(orders + order)));
        out += static_cast<unsigned>(_mm_popcnt_u32(static_cast<unsigned>(order)));
        places = _mm_add_epi16(places, _mm_set1_epi16(128));
    }
    return out;
}

}  // namespace v128
}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_KERNEL_SSE42

#endif // GALLEY_DETAIL_KERNEL_SSE42_HPP
