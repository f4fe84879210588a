// galley: vectors of sixteen bytes in NEON, of AArch64 and of ARMv7.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNEL_NEON_HPP
#define GALLEY_DETAIL_KERNEL_NEON_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_KERNEL_NEON
#include <arm_neon.h>

#define GALLEY_V128

GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace v128 {

using bytes = uint8x16_t;

GALLEY_INLINE bytes load(const void* at) noexcept { return vld1q_u8(static_cast<const std::uint8_t*>(at)); }
GALLEY_INLINE void store(void* at, bytes v) noexcept { vst1q_u8(static_cast<std::uint8_t*>(at), v); }
GALLEY_INLINE bytes byte(unsigned value) noexcept { return vdupq_n_u8(static_cast<std::uint8_t>(value)); }
GALLEY_INLINE bytes both(bytes a, bytes b) noexcept { return vandq_u8(a, b); }
GALLEY_INLINE bytes either(bytes a, bytes b) noexcept { return vorrq_u8(a, b); }
GALLEY_INLINE bytes differ(bytes a, bytes b) noexcept { return veorq_u8(a, b); }
/// b where a is not set
GALLEY_INLINE bytes without(bytes a, bytes b) noexcept { return vbicq_u8(b, a); }
GALLEY_INLINE bytes equal(bytes a, bytes b) noexcept { return vceqq_u8(a, b); }
/// a > b, as signed bytes
GALLEY_INLINE bytes above(bytes a, bytes b) noexcept { return vcgtq_s8(vreinterpretq_s8_u8(a), vreinterpretq_s8_u8(b)); }
GALLEY_INLINE bytes add(bytes a, bytes b) noexcept { return vaddq_u8(a, b); }
GALLEY_INLINE bytes subtract(bytes a, bytes b) noexcept { return vsubq_u8(a, b); }
/// a - b, but not below 0
GALLEY_INLINE bytes subtract_to_zero(bytes a, bytes b) noexcept { return vqsubq_u8(a, b); }
GALLEY_INLINE bytes low(bytes v) noexcept { return both(v, byte(0x0F)); }
GALLEY_INLINE bytes high(bytes v) noexcept { return vshrq_n_u8(v, 4); }
/// bits 2 to 5
GALLEY_INLINE bytes middle(bytes v) noexcept { return low(vshrq_n_u8(v, 2)); }
GALLEY_INLINE bytes low_to_high(bytes v) noexcept { return vshlq_n_u8(v, 4); }

/// 0 where `at` is above 15
GALLEY_INLINE bytes permute(bytes table, bytes at) noexcept {
#if defined(__aarch64__)
    return vqtbl1q_u8(table, at);
#else
    const uint8x8x2_t halves = {{vget_low_u8(table), vget_high_u8(table)}};
    return vcombine_u8(vtbl2_u8(halves, vget_low_u8(at)), vtbl2_u8(halves, vget_high_u8(at)));
#endif
}
GALLEY_INLINE bytes look(const nibble_table& in, bytes at) noexcept { return permute(load(in.at), at); }
/// by the low nibble of ASCII; 0 for other bytes
GALLEY_INLINE bytes look_ascii(const nibble_table& in, bytes at) noexcept { return permute(load(in.at), both(at, byte(0x8F))); }

/// Sums of neighbours, a's first.
GALLEY_INLINE bytes add_pairs(bytes a, bytes b) noexcept {
#if defined(__aarch64__)
    return vpaddq_u8(a, b);
#else
    return vcombine_u8(vpadd_u8(vget_low_u8(a), vget_high_u8(a)), vpadd_u8(vget_low_u8(b), vget_high_u8(b)));
#endif
}
/// top bits of a block
GALLEY_INLINE std::uint64_t mask(bytes a, bytes b, bytes c, bytes d) noexcept {
    const bytes place = vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201));
    const auto bit = [&](bytes v) { return both(vreinterpretq_u8_s8(vshrq_n_s8(vreinterpretq_s8_u8(v), 7)), place); };
    const bytes quarters = add_pairs(add_pairs(bit(a), bit(b)), add_pairs(bit(c), bit(d)));
    return vgetq_lane_u64(vreinterpretq_u64_u8(add_pairs(quarters, quarters)), 0);
}
GALLEY_INLINE bool zero(bytes v) noexcept {
    const uint64x2_t halves = vreinterpretq_u64_u8(v);
    return (vgetq_lane_u64(halves, 0) | vgetq_lane_u64(halves, 1)) == 0;
}
/// any top bit
GALLEY_INLINE bool any(bytes v) noexcept { return !zero(both(v, byte(0x80))); }
/// to the top bit
template <int Bit>
GALLEY_INLINE bytes raise(bytes v) noexcept { return vshlq_n_u8(v, 7 - Bit); }
GALLEY_INLINE std::size_t sum(bytes v) noexcept {
    const uint64x2_t halves = vpaddlq_u32(vpaddlq_u16(vpaddlq_u8(v)));
    return static_cast<std::size_t>(vgetq_lane_u64(halves, 0) + vgetq_lane_u64(halves, 1));
}

/// Sixteen bytes to sixteen code points.
GALLEY_INLINE void widen(bytes v, char32_t* out) noexcept {
    const uint16x8_t first = vmovl_u8(vget_low_u8(v)), second = vmovl_u8(vget_high_u8(v));
    store(out, vreinterpretq_u8_u32(vmovl_u16(vget_low_u16(first))));
    store(out + 4, vreinterpretq_u8_u32(vmovl_u16(vget_high_u16(first))));
    store(out + 8, vreinterpretq_u8_u32(vmovl_u16(vget_low_u16(second))));
    store(out + 12, vreinterpretq_u8_u32(vmovl_u16(vget_high_u16(second))));
}

/// Four three-byte characters to four code points.
GALLEY_INLINE void decode_three_bytes(bytes v, char32_t* out) noexcept {
    const uint32x4_t x = vreinterpretq_u32_u8(permute(v, load(three_byte_order.at)));
    const uint32x4_t third = vandq_u32(x, vdupq_n_u32(0x3F));
    const uint32x4_t second = vandq_u32(vshrq_n_u32(x, 2), vdupq_n_u32(0xFC0));
    const uint32x4_t first = vandq_u32(vshrq_n_u32(x, 4), vdupq_n_u32(0xF000));
    store(out, vreinterpretq_u8_u32(vorrq_u32(first, vorrq_u32(second, third))));
}

/// Writes the entries, (base + n) << 4 | class, of the places in `starts`, and returns behind the last; up to
/// `emit_slack` more are written.
GALLEY_INLINE std::uint16_t* emit(std::uint64_t starts, const std::uint8_t* classes, std::size_t base,
                                  std::uint16_t* out) noexcept {
    constexpr std::uint16_t steps[8] = {0, 16, 32, 48, 64, 80, 96, 112};
    uint16x8_t places = vaddq_u16(vdupq_n_u16(static_cast<std::uint16_t>(base << 4)), vld1q_u16(steps));
    for (unsigned group = 0; group < 8; ++group) {
        const unsigned chosen = static_cast<unsigned>(starts >> (8 * group)) & 0xFFU;
        const uint16x8_t entries = vorrq_u16(vmovl_u8(vld1_u8(classes + 8 * group)), places);
        store(out, permute(vreinterpretq_u8_u16(entries), load(compress_words.order[chosen])));
        out += population(chosen);
        places = vaddq_u16(places, vdupq_n_u16(128));
    }
    return out;
}

}  // namespace v128
}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_KERNEL_NEON

#endif // GALLEY_DETAIL_KERNEL_NEON_HPP
