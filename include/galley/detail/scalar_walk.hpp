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
GALLEY_INLINE std::uint64_t load(const void* at) noexcept {
    std::uint64_t word;
    __builtin_memcpy(&word, at, sizeof word);
    return word;
}

/// Eight bytes, the first one lowest.
GALLEY_INLINE std::uint64_t load_little(const void* at) noexcept {
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

/// Whether a code point of three bytes is overlong or a surrogate: a test of a bit, which is what processors have.
GALLEY_INLINE bool ill_of_three_bytes(char32_t code_point) noexcept {
    constexpr std::uint32_t ill = 1U << 0 | 1U << 27;  // by the top five bits
    return (ill >> (code_point >> 11) & 1U) != 0;
}

/// Calls `sink(char32_t)` for the characters of three bytes that follow each other, two out of eight bytes that can be read;
/// returns where the next one begins. The second is looked at by itself, so that one that is left over is read from here as well.
template <class Octet, class Sink>
GALLEY_INLINE const Octet* each_of_three_bytes(const Octet* at, const Octet* last, Sink& sink) {
    while (last - at >= 8) {
        const std::uint64_t x = load_little(at);
        if ((x & 0xC0C0F0U) != 0x8080E0U) break;
        const std::uint64_t both = (x & 0xF00000FU) << 12 | (x & 0x3F00003F00U) >> 2 | (x & 0x3F00003F0000U) >> 16;
        const char32_t first = static_cast<char32_t>(both & 0xFFFFU);
        if (ill_of_three_bytes(first)) break;
        sink(first);
        at += 3;
        const char32_t second = static_cast<char32_t>(both >> 24);
        if ((x & 0xC0C0F0000000U) != 0x8080E0000000U || ill_of_three_bytes(second)) break;
        sink(second);
        at += 3;
    }
    return at;
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
