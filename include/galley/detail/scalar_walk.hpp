// galley: the characters of a text in plain C++ without a branch on their length: masks of their first bytes, in words of 64
// bits, and tables by the first byte. Whether the text is well-formed shows by the way.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SCALAR_WALK_HPP
#define GALLEY_DETAIL_SCALAR_WALK_HPP

#include <galley/config.hpp>
#include <galley/detail/block.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_BLOCKS
GALLEY_NAMESPACE_BEGIN
namespace detail {
namespace scalar {

inline constexpr std::uint64_t ones = 0x0101010101010101;
inline constexpr std::uint64_t tops = 0x8080808080808080;

/// Eight bytes, whatever their order.
GALLEY_INLINE std::uint64_t load(const unsigned char* at) noexcept {
    std::uint64_t word;
    __builtin_memcpy(&word, at, sizeof word);
    return word;
}

/// Eight bytes, the first one lowest.
GALLEY_INLINE std::uint64_t load_little(const unsigned char* at) noexcept {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return __builtin_bswap64(load(at));
#else
    return load(at);
#endif
}

/// A bit for each of eight bytes that is no continuation byte.
GALLEY_INLINE std::uint64_t leads_of(std::uint64_t word) noexcept {
    return ((~word >> 7 | word >> 6) & ones) * 0x0102040810204080 >> 56;
}

/// Two neighbouring characters of three bytes, in eight bytes that can be read. False when they are something else.
GALLEY_INLINE bool two_of_three_bytes(const unsigned char* at, char32_t (&pair)[2]) noexcept {
    const std::uint64_t x = load_little(at);
    if ((x & 0xC0C0F0C0C0F0U) != 0x8080E08080E0U) return false;
    const std::uint64_t both = (x & 0xF00000FU) << 12 | (x & 0x3F00003F00U) >> 2 | (x & 0x3F00003F0000U) >> 16;
    pair[0] = static_cast<char32_t>(both & 0xFFFFU);
    pair[1] = static_cast<char32_t>(both >> 24);
    constexpr std::uint32_t overlong_or_surrogate = 1U << 0 | 1U << 27;  // by the top five bits
    if ((overlong_or_surrogate >> (pair[0] >> 11) & 1U) != 0) return false;  // two tests of a bit, which is what processors have
    return (overlong_or_surrogate >> (pair[1] >> 11) & 1U) == 0;
}

/// Goes through a text in blocks. `ascii(bytes, offset)` gets eight bytes of ASCII, `character(bytes, offset)` a lead in a block
/// of which `block_reach` bytes can be read; it returns how long the character must be. Returns whether all characters were as
/// long as the distance to the next.
template <class Word, class Character>
GALLEY_INLINE bool walk(const unsigned char* text, std::size_t size, std::size_t readable, Word&& ascii, Character&& character) {
    std::size_t expected = 0;  ///< where the next character must begin, from the block on
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < size; at += block_bytes) {
        unsigned char edge[block_reach];
        const bool inside = readable - at >= block_reach;
        const unsigned char* const block = inside ? text + at : copy_edge(text + at, readable - at, edge);
        const std::size_t left = size - at < block_bytes ? size - at : block_bytes;
        unsigned other_words = 0;
        for (unsigned n = 0; n < block_bytes; n += 8) other_words += (load(block + n) & tops) != 0 ? 1U : 0U;
        std::uint64_t leads = 0;
        if (other_words != 0)
            for (unsigned n = 0; n < block_bytes; n += 8) leads |= leads_of(load_little(block + n)) << n;
        const auto each_of = [&](std::uint64_t rest) {
            for (; rest != 0; rest &= rest - 1) {
                const unsigned place = trailing_zeros(rest);
                wrong |= expected ^ place;
                expected = place + character(block + place, at + place);
            }
        };
        if (other_words > 3) {
            each_of(leads & low_bits(left));
        } else if (left < block_bytes) {
            each_of((other_words == 0 ? ~std::uint64_t{0} : leads) & low_bits(left));
        } else {
            for (unsigned n = 0; n < block_bytes; n += 8) {
                if ((load(block + n) & tops) != 0) {
                    each_of(leads & std::uint64_t{0xFF} << n);
                    continue;
                }
                wrong |= expected ^ n;
                ascii(block + n, at + n);
                expected = n + 8;
            }
        }
        wrong |= expected < left ? 1U : 0U;
        expected -= left;
    }
    return (wrong | expected) == 0;
}

}  // namespace scalar
}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_BLOCKS

#endif // GALLEY_DETAIL_SCALAR_WALK_HPP
