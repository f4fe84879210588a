// galley: decimal arithmetic that is exact or says that it is not.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_DECIMAL_HPP
#define GALLEY_DETAIL_NUMBER_DECIMAL_HPP

#include <galley/config.hpp>

#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// mantissa * 10^exponent. Once a step did not fit, `overflow` stays set.
struct decimal {
    std::uint64_t mantissa = 0;
    std::int32_t exponent = 0;
    bool overflow = false;

    /// Part by part: compilers assign a braced decimal byte by byte.
    constexpr void set(std::uint64_t m, std::int32_t e = 0) noexcept {
        mantissa = m;
        exponent = e;
        overflow = false;
    }
};

/// Exponents beyond this have no use and would wrap in a long chain of scales.
inline constexpr std::int32_t decimal_exponent_limit = 32000;

/// value * 10 + digit, false when that does not fit.
constexpr bool append_digit(std::uint64_t& value, std::uint8_t digit) noexcept {
    constexpr std::uint64_t limit = ~std::uint64_t{0};
    if (value > limit / 10 || (value == limit / 10 && digit > limit % 10)) return false;
    value = value * 10 + digit;
    return true;
}

/// Collects the digits of one numeral; zeros wait until a later digit needs them, so that 1 with a thousand zeros is exact.
class digit_collector {
public:
    constexpr void push(std::uint8_t digit, bool is_fraction) noexcept {
        if (mantissa_ < every_digit_fits && zeros_ == 0) {
            mantissa_ = mantissa_ * 10 + digit;
            exponent_ -= is_fraction ? 1 : 0;
        } else {
            push_slowly(digit, is_fraction);
        }
    }

    constexpr void write(decimal& out) const noexcept {
        const std::int32_t exponent = exponent_ + zeros_;
        const bool fits = exponent <= decimal_exponent_limit && exponent >= -decimal_exponent_limit;
        out.set(mantissa_, fits && mantissa_ != 0 ? exponent : 0);
        out.overflow = mantissa_ != 0 && (overflow_ || !fits);
    }

private:
    static constexpr std::uint64_t every_digit_fits = 1000000000000000000U;

    constexpr void push_slowly(std::uint8_t digit, bool is_fraction) noexcept {
        if (is_fraction) {
            if (exponent_ <= -decimal_exponent_limit) {
                overflow_ = overflow_ || digit != 0;
                return;
            }
            --exponent_;
        }
        if (digit == 0) {
            if (zeros_ <= decimal_exponent_limit) ++zeros_;
            return;
        }
        for (; zeros_ != 0 && !overflow_; --zeros_) overflow_ = !append_digit(mantissa_, 0);
        if (!overflow_) overflow_ = !append_digit(mantissa_, digit);
    }

    std::uint64_t mantissa_ = 0;
    std::int32_t exponent_ = 0;
    std::int32_t zeros_ = 0;
    bool overflow_ = false;
};

/// Divides by ten where that leaves no remainder: multiplied by the inverse of 5 modulo 2^64, multiples of 5 alone become small
/// (Granlund and Montgomery 1994). No division, which small machines have to call a routine for.
constexpr bool divide_by_ten(std::uint64_t& value) noexcept {
    const std::uint64_t fifth = value * 0xCCCCCCCCCCCCCCCDU;
    if ((value & 1) != 0 || fifth > ~std::uint64_t{0} / 5) return false;
    value = fifth / 2;
    return true;
}

/// Gives the same value the largest exponent.
constexpr void strip(decimal& value) noexcept {
    if (value.mantissa == 0) value.exponent = 0;
    else while (divide_by_ten(value.mantissa)) ++value.exponent;
}

/// Writes the value with a smaller exponent; false, and the value as it was, when the mantissa would not fit.
constexpr bool lower_exponent(decimal& value, std::int32_t exponent) noexcept {
    std::uint64_t mantissa = value.mantissa;
    for (std::int32_t left = value.exponent - exponent; left > 0; --left) {
        if (!append_digit(mantissa, 0)) return false;
    }
    value.mantissa = mantissa;
    value.exponent = exponent;
    return true;
}

/// Where a + b does not fit as the two are written: without trailing zeros the smaller exponent is the sum's, so what does
/// not fit then fits in no other form.
constexpr void add_stripped(decimal& a, decimal b) noexcept {
    strip(a);
    strip(b);
    const bool fits = a.exponent > b.exponent ? lower_exponent(a, b.exponent) : lower_exponent(b, a.exponent);
    if (!fits) {
        a.overflow = true;
        return;
    }
    if (a.mantissa > ~std::uint64_t{0} - b.mantissa) {
        if (!divide_by_ten(a.mantissa) || !divide_by_ten(b.mantissa)) {
            a.overflow = true;
            return;
        }
        ++a.exponent;
    }
    a.mantissa += b.mantissa;
}

/// a += mantissa * 10^exponent. Scalars, since a struct that was written in parts is slow to read as a whole.
constexpr void add_to(decimal& a, std::uint64_t mantissa, std::int32_t exponent) noexcept {
    if (mantissa == 0) return;
    if (a.mantissa == 0) {
        a.mantissa = mantissa;
        a.exponent = exponent;
        return;
    }
    constexpr std::uint64_t limit = ~std::uint64_t{0} / 20;
    std::uint64_t high = a.exponent > exponent ? a.mantissa : mantissa;
    const std::uint64_t low = a.exponent > exponent ? mantissa : a.mantissa;
    std::int32_t gap = a.exponent > exponent ? a.exponent - exponent : exponent - a.exponent;
    for (; gap != 0 && high < limit; --gap) high *= 10;
    if (gap != 0 || high > ~std::uint64_t{0} - low) {
        add_stripped(a, {mantissa, exponent, false});
        return;
    }
    a.mantissa = high + low;
    if (a.exponent > exponent) a.exponent = exponent;
}

/// a += b * 10^exponent.
constexpr void add_to(decimal& a, const decimal& b, std::int32_t exponent = 0) noexcept {
    if (b.overflow) a.overflow = true;
    add_to(a, b.mantissa, b.exponent + exponent);
}

/// value *= 10^exponent.
constexpr void scale(decimal& value, std::int32_t exponent) noexcept {
    if (value.mantissa == 0) return;
    value.exponent += exponent;
    if (value.exponent > decimal_exponent_limit || value.exponent < -decimal_exponent_limit) {
        value.exponent = 0;
        value.overflow = true;
    }
}

/// Negative, zero or positive as a is below, equal to or above mantissa * 10^exponent. Overflowed values compare by what they hold.
constexpr int compare(const decimal& a, std::uint64_t mantissa, std::int32_t exponent = 0) noexcept {
    std::uint64_t left = a.mantissa;
    if (left == 0 || mantissa == 0) return static_cast<int>(left != 0) - static_cast<int>(mantissa != 0);
    for (std::int32_t gap = a.exponent - exponent; gap > 0; --gap) {
        if (!append_digit(left, 0)) return 1;
    }
    for (std::int32_t gap = exponent - a.exponent; gap > 0; --gap) {
        if (!append_digit(mantissa, 0)) return -1;
    }
    return left < mantissa ? -1 : left > mantissa ? 1 : 0;
}

constexpr int compare(const decimal& a, const decimal& b) noexcept { return compare(a, b.mantissa, b.exponent); }

/// value * 10^0 as an integer, false when it has a fraction or does not fit.
constexpr bool to_integer(const decimal& value, std::uint64_t& out) noexcept {
    out = value.mantissa;
    std::int32_t exponent = out == 0 ? 0 : value.exponent;
    for (; exponent < 0; ++exponent) {
        if (!divide_by_ten(out)) return false;
    }
    for (; exponent > 0; --exponent) {
        if (!append_digit(out, 0)) return false;
    }
    return !value.overflow;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_DECIMAL_HPP
