// galley: decimal to double, correctly rounded, without a table of powers.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_DOUBLE_HPP
#define GALLEY_DETAIL_NUMBER_DOUBLE_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

constexpr double double_from_bits(std::uint64_t bits) noexcept {
    static_assert(sizeof(double) == 8, "IEEE 754 binary64");
    return __builtin_bit_cast(double, bits);
}

inline constexpr std::uint64_t double_infinity = 0x7FF0000000000000U;

/// The bits of the double nearest to top * 2^exponent, ties to even. The leading bit of `top` is set; `rest` says that the
/// exact value is a little larger.
constexpr std::uint64_t round_to_double(std::uint64_t top, std::int32_t exponent, bool rest) noexcept {
    std::int32_t biased = exponent + 63 + 1023;
    if (biased >= 2047) return double_infinity;
    std::uint32_t drop = 11;
    if (biased <= 0) {  // subnormal: fewer bits
        drop += static_cast<std::uint32_t>(1 - biased);
        biased = 0;
        if (drop > 64) return 0;
    }
    const std::uint64_t kept = drop == 64 ? 0 : top >> drop;
    const std::uint64_t half = std::uint64_t{1} << (drop - 1);
    const std::uint64_t dropped = drop == 64 ? top : top & ((half << 1) - 1);
    const bool up = dropped > half || (dropped == half && (rest || (kept & 1) != 0));
    // The leading bit adds one to the exponent field, and so does a carry out of the fraction.
    const std::uint64_t field = biased == 0 ? 0 : static_cast<std::uint64_t>(biased - 1) << 52;
    return field + kept + (up ? 1 : 0);
}

/// A natural number of fixed capacity, least significant word first.
struct big_natural {
    static constexpr std::size_t capacity = 31;  // 64 bits, 342 powers of five, a word to spare
    std::uint32_t words[capacity] = {};
    std::size_t size = 0;

    constexpr void multiply(std::uint32_t factor) noexcept {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size; ++i) {
            carry += std::uint64_t{words[i]} * factor;
            words[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) words[size++] = static_cast<std::uint32_t>(carry);
    }

    /// True when the division left a remainder.
    constexpr bool divide(std::uint32_t divisor) noexcept {
        std::uint64_t remainder = 0;
        for (std::size_t i = size; i-- != 0;) {
            remainder = (remainder << 32) | words[i];
            words[i] = static_cast<std::uint32_t>(remainder / divisor);
            remainder %= divisor;
        }
        while (size != 0 && words[size - 1] == 0) --size;
        return remainder != 0;
    }

    /// The bits of the nearest double to this * 2^exponent.
    constexpr std::uint64_t rounded(std::int32_t exponent, bool rest) const noexcept {
        const auto word = [this](std::size_t below) { return below < size ? std::uint64_t{words[size - 1 - below]} : 0; };
        std::uint64_t top = (word(0) << 32) | word(1);
        exponent += 32 * (static_cast<std::int32_t>(size) - 2);
        std::uint64_t next = word(2);
        while ((top >> 63) == 0) {
            top = (top << 1) | (next >> 31);
            next = (next << 1) & 0xFFFFFFFFU;
            --exponent;
        }
        rest = rest || next != 0;
        for (std::size_t below = 3; below < size && !rest; ++below) rest = word(below) != 0;
        return round_to_double(top, exponent, rest);
    }
};

inline constexpr std::uint32_t five_to_the_13th = 1220703125U;

constexpr std::uint32_t power_of_five(std::uint32_t exponent) noexcept {
    std::uint32_t result = 1;
    for (; exponent != 0; --exponent) result *= 5;
    return result;
}

/// The bits of the double nearest to mantissa * 10^exponent, which must not be 0.
constexpr std::uint64_t nearest_double_bits(std::uint64_t mantissa, std::int32_t exponent) noexcept {
    if (exponent > 308) return double_infinity;
    if (exponent < -342) return 0;
    big_natural value;
    // Words of zeros below leave room for the quotient's bits: one power of five takes 2.33 bits or less.
    const std::size_t room = exponent < 0 ? static_cast<std::size_t>(-exponent) * 7 / 96 + 3 : 0;
    value.words[room] = static_cast<std::uint32_t>(mantissa);
    value.words[room + 1] = static_cast<std::uint32_t>(mantissa >> 32);
    value.size = room + (value.words[room + 1] != 0 ? 2 : 1);
    bool rest = false;
    std::uint32_t fives = static_cast<std::uint32_t>(exponent < 0 ? -exponent : exponent);
    while (fives != 0) {
        const std::uint32_t step = fives < 13 ? fives : 13;
        const std::uint32_t power = step == 13 ? five_to_the_13th : power_of_five(step);
        if (exponent < 0) rest = value.divide(power) || rest;
        else value.multiply(power);
        fives -= step;
    }
    return value.rounded(exponent - 32 * static_cast<std::int32_t>(room), rest);
}

#if GALLEY_NUMBER_HARDWARE_DOUBLE
/// Powers of ten that a double holds exactly.
inline constexpr double exact_powers_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

__extension__ typedef unsigned __int128 wide_natural;

/// Powers of five for the quick way: 5^(27k), k from -13 to 11, their leading 128 bits rounded down, and 5^0 to 5^26 with the
/// leading bit set.
struct power_table {
    static constexpr std::int32_t step = 27;
    static constexpr std::int32_t lowest = -13;
    static constexpr std::size_t size = 25;
    std::uint64_t high[size] = {};
    std::uint64_t low[size] = {};
    std::uint64_t units[step] = {};
};

/// The leading 128 bits of a natural number.
constexpr void leading_bits(const big_natural& value, std::uint64_t& high, std::uint64_t& low) noexcept {
    const auto word = [&](std::size_t below) { return below < value.size ? std::uint64_t{value.words[value.size - 1 - below]} : 0; };
    high = (word(0) << 32) | word(1);
    low = (word(2) << 32) | word(3);
    std::uint64_t next = word(4) << 32;
    while ((high >> 63) == 0) {
        high = (high << 1) | (low >> 63);
        low = (low << 1) | (next >> 63);
        next <<= 1;
    }
}

constexpr power_table make_power_table() noexcept {
    power_table table;
    for (std::size_t i = 0; i < power_table::size; ++i) {
        const std::int32_t fives = (static_cast<std::int32_t>(i) + power_table::lowest) * power_table::step;
        big_natural value;
        // A quotient of 128 bits and more stays of 2^960 behind 5^351, which has 816.
        value.words[fives < 0 ? big_natural::capacity - 1 : 0] = 1;
        value.size = fives < 0 ? big_natural::capacity : 1;
        for (std::int32_t left = fives < 0 ? -fives : fives; left != 0;) {
            const std::int32_t now = left < 13 ? left : 13;
            if (fives < 0) value.divide(power_of_five(static_cast<std::uint32_t>(now)));
            else value.multiply(power_of_five(static_cast<std::uint32_t>(now)));
            left -= now;
        }
        leading_bits(value, table.high[i], table.low[i]);
    }
    std::uint64_t power = 1;
    for (std::uint64_t& unit : table.units) {
        unit = power;
        while ((unit >> 63) == 0) unit <<= 1;
        power *= 5;
    }
    return table;
}

inline constexpr power_table powers_of_five = make_power_table();

/// The bits of the nearest double, or of no number at all where the 128 bits of the power do not settle the rounding: then
/// the exact way does (after Lemire, Number parsing at a gigabyte per second, 2021, with a table of 0.6 KB in place of 10).
/// `exponent` is from -342 to 308.
constexpr std::uint64_t quick_double_bits(std::uint64_t mantissa, std::int32_t exponent, bool& settled) noexcept {
    const std::int32_t shift = __builtin_clzll(mantissa);
    mantissa <<= shift;
    const std::uint32_t above = static_cast<std::uint32_t>(exponent - power_table::lowest * power_table::step);
    const std::size_t row = above / power_table::step;
    const std::uint64_t unit = powers_of_five.units[above % power_table::step];
    // Each product is rounded down, so the true power is less than 4 units of its last bit above `high` and `low`.
    wide_natural product = wide_natural{powers_of_five.high[row]} * unit + ((wide_natural{powers_of_five.low[row]} * unit) >> 64);
    if ((product >> 127) == 0) product <<= 1;
    wide_natural value = wide_natural{static_cast<std::uint64_t>(product >> 64)} * mantissa +
                         ((wide_natural{static_cast<std::uint64_t>(product)} * mantissa) >> 64);
    std::int32_t power = ((exponent * 152170) >> 16) + exponent + 1 - shift;
    if ((value >> 127) == 0) {
        value <<= 1;
        --power;
    }
    const std::uint64_t low = static_cast<std::uint64_t>(value);
    const bool exact = exponent >= 0 && exponent < power_table::step;
    settled = exact || (low != 0 && low < ~std::uint64_t{16});
    return round_to_double(static_cast<std::uint64_t>(value >> 64), power, low != 0);
}
#endif

/// The bits of the double nearest to mantissa * 10^exponent, ties to even; of infinity above the largest.
constexpr std::uint64_t double_bits(std::uint64_t mantissa, std::int32_t exponent) noexcept {
    if (mantissa == 0) return 0;
#if GALLEY_NUMBER_HARDWARE_DOUBLE
    // Both operands are exact, so the one operation rounds once (Clinger 1990, fast path).
    if (mantissa <= (std::uint64_t{1} << 53) && exponent >= -22 && exponent <= 22) {
        const double exact = static_cast<double>(mantissa);
        return __builtin_bit_cast(std::uint64_t, exponent < 0 ? exact / exact_powers_of_ten[-exponent] : exact * exact_powers_of_ten[exponent]);
    }
    if (exponent <= 308 && exponent >= -342) {
        bool settled = false;
        const std::uint64_t bits = quick_double_bits(mantissa, exponent, settled);
        if (settled) return bits;
    }
#endif
    return nearest_double_bits(mantissa, exponent);
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_DOUBLE_HPP
