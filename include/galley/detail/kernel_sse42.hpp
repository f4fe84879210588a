// galley: the kernels in SSE4.2 and POPCNT.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNEL_SSE42_HPP
#define GALLEY_DETAIL_KERNEL_SSE42_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_KERNEL_SSE42
#include <immintrin.h>

#define GALLEY_SSE42 GALLEY_TARGET("sse4.2,popcnt")

GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace sse42 {

GALLEY_SSE42 GALLEY_INLINE __m128i load(const void* at) noexcept { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }
GALLEY_SSE42 GALLEY_INLINE __m128i table(const nibble_table& of) noexcept { return load(of.at); }
GALLEY_SSE42 GALLEY_INLINE __m128i byte(unsigned value) noexcept { return _mm_set1_epi8(static_cast<char>(value)); }
GALLEY_SSE42 GALLEY_INLINE __m128i low(__m128i v) noexcept { return _mm_and_si128(v, byte(0x0F)); }
GALLEY_SSE42 GALLEY_INLINE __m128i high(__m128i v) noexcept { return low(_mm_srli_epi16(v, 4)); }
GALLEY_SSE42 GALLEY_INLINE __m128i look(const nibble_table& in, __m128i at) noexcept { return _mm_shuffle_epi8(table(in), at); }
GALLEY_SSE42 GALLEY_INLINE std::uint64_t top_bits(__m128i v) noexcept {
    return static_cast<std::uint16_t>(_mm_movemask_epi8(v));
}

/// Writes the chosen entries, (base + n) << 4 | class, and returns behind the last; up to `emit_slack` more are written.
GALLEY_SSE42 GALLEY_INLINE std::uint16_t* emit(std::uint64_t starts, const std::uint8_t* classes, std::size_t base,
                                               std::uint16_t* out) noexcept {
    const auto* const orders = reinterpret_cast<const unsigned char*>(compress_words.order);
    __m128i places = _mm_add_epi16(_mm_set1_epi16(static_cast<short>(base << 4)),
                                   _mm_setr_epi16(0, 16, 32, 48, 64, 80, 96, 112));
    for (unsigned group = 0; group < 8; ++group) {
        const std::uint64_t order = (group == 0 ? starts << 4 : starts >> (8 * group - 4)) & 0xFF0U;  // 16 bytes for each
        const __m128i kinds = _mm_cvtepu8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(classes + 8 * group)));
        const __m128i entries = _mm_shuffle_epi8(_mm_or_si128(kinds, places), load(orders + order));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), entries);
        out += population(order);
        places = _mm_add_epi16(places, _mm_set1_epi16(128));
    }
    return out;
}

}  // namespace sse42
}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_KERNEL_SSE42

#endif // GALLEY_DETAIL_KERNEL_SSE42_HPP
