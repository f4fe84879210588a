// galley: a number as an integer, a double, a string.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_CONVERT_HPP
#define GALLEY_DETAIL_NUMBER_CONVERT_HPP

#include <galley/detail/number_decimal.hpp>
#include <galley/detail/number_double.hpp>
#include <galley/detail/number_vocabulary.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

constexpr decimal to_decimal(const number& value) noexcept { return {value.mantissa, value.exponent10, value.overflow}; }

/// Whether nothing remains of value / divisor, which takes its place. Bit by bit in small images: seldom asked, and the routine
/// for a division of 64 bits is larger than all of this file.
constexpr bool divide_exactly(std::uint64_t& value, std::uint64_t divisor) noexcept {
#if GALLEY_BLOCKS
    const bool exact = value % divisor == 0;
    value /= divisor;
    return exact;
#else
    std::uint64_t remainder = 0;  // the quotient comes in at the low end of `value` as its bits go out at the high one
    for (int bits = 64; bits != 0; --bits) {
        const bool carry = (remainder >> 63) != 0;
        remainder = remainder << 1 | value >> 63;
        value <<= 1;
        if (carry || remainder >= divisor) {
            remainder -= divisor;
            value |= 1;
        }
    }
    return remainder == 0;
#endif
}

constexpr result<std::int64_t> convert_to_int64(const number& value) noexcept {
    result<std::int64_t> out;
    if (value.overflow) out.error = errc::overflow;
    else if (value.indefinite) out.error = errc::invalid;
    if (!out) return out;
    if (value.denominator == 1 && value.exponent10 == 0 && value.mantissa >> 63 == 0) {  // most are
        const auto magnitude = static_cast<std::int64_t>(value.mantissa);
        out.value = value.negative ? -magnitude : magnitude;
        return out;
    }
    decimal d = to_decimal(value);
    strip(d);
    std::uint64_t magnitude = 0;
    const std::uint64_t limit = (std::uint64_t{1} << 63) - (value.negative ? 0 : 1);
    const bool fits = to_integer(d, magnitude);
    if (d.exponent < 0 || (value.denominator != 1 && !(fits && divide_exactly(magnitude, value.denominator)))) {
        out.error = errc::invalid;
        return out;
    }
    if (!fits || magnitude > limit) {
        out.error = errc::overflow;
        return out;
    }
    out.value = value.negative ? static_cast<std::int64_t>(~magnitude + 1) : static_cast<std::int64_t>(magnitude);
    return out;
}

/// The bits of the double nearest to top / bottom, both above 0: long division to 64 bits and a remainder.
constexpr std::uint64_t nearest_ratio_bits(std::uint64_t top, std::uint64_t bottom) noexcept {
    std::int32_t exponent = 0;
    while ((bottom >> 63) == 0) {
        bottom <<= 1;
        ++exponent;
    }
    while ((top >> 63) == 0) {
        top <<= 1;
        --exponent;
    }
    // Both have their leading bits set, so the quotient lies between 1/2 and 2.
    std::uint64_t quotient = 0;
    std::uint64_t remainder = top;
    bool carry = false;
    if (remainder < bottom) {
        carry = (remainder >> 63) != 0;
        remainder <<= 1;
        --exponent;
    }
    for (int bit = 0; bit < 64; ++bit) {
        quotient <<= 1;
        if (carry || remainder >= bottom) {
            remainder -= bottom;
            quotient |= 1;
        }
        carry = (remainder >> 63) != 0;
        remainder <<= 1;
    }
    return round_to_double(quotient, exponent - 63, remainder != 0 || carry);
}

constexpr result<double> convert_to_double(const number& value) noexcept {
    result<double> out;
    if (value.overflow) out.error = errc::overflow;
    else if (value.indefinite) out.error = errc::invalid;
    if (!out) return out;
    const std::uint64_t sign = value.negative ? std::uint64_t{1} << 63 : 0;
    decimal top{value.mantissa, value.exponent10, false};
    decimal bottom{value.denominator, 0, false};
    std::uint64_t bits = 0;
    if (value.denominator == 1) {
        bits = double_bits(top.mantissa, top.exponent);
    } else {
        if (top.exponent < 0) {
            bottom.exponent = -top.exponent;
            top.exponent = 0;
        }
        if (!lower_exponent(top, 0) || !lower_exponent(bottom, 0) || bottom.mantissa == 0) {
            out.error = errc::overflow;
            return out;
        }
        if (top.mantissa != 0) bits = nearest_ratio_bits(top.mantissa, bottom.mantissa);
    }
    if (bits == double_infinity) out.error = errc::overflow;
    out.value = double_from_bits(bits | sign);
    return out;
}

/// Writes into a buffer and remembers when it was too short.
class text_writer {
public:
    constexpr text_writer(char* first, char* last) noexcept : first_(first), at_(first), last_(last) {}

    constexpr void put(char c) noexcept {
        if (at_ == last_) full_ = true;
        else *at_++ = c;
    }

    constexpr void put_zeros(std::int32_t count) noexcept {
        for (; count > 0; --count) put('0');
    }

    /// All digits of the value; a point after the first `whole` of them when that is less than all.
    constexpr void put_digits(std::uint64_t value, std::int32_t fraction) noexcept {
        char digits[20] = {};
        std::int32_t count = 0;
        do {
            digits[count++] = static_cast<char>('0' + value % 10);
            value /= 10;
        } while (value != 0);
        while (count != 0) {
            if (count == fraction) put('.');
            put(digits[--count]);
        }
    }

    static constexpr std::int32_t count_digits(std::uint64_t value) noexcept {
        std::int32_t count = 1;
        for (; value >= 10; value /= 10) ++count;
        return count;
    }

    constexpr result<std::string_view> finish() const noexcept {
        result<std::string_view> out;
        if (full_) out.error = errc::overflow;
        else out.value = std::string_view(first_, static_cast<std::size_t>(at_ - first_));
        out.size = out.value.size();
        return out;
    }

private:
    char* first_;
    char* at_;
    char* last_;
    bool full_ = false;
};

constexpr result<std::string_view> write_decimal(const number& value, char* first, char* last) noexcept {
    result<std::string_view> out;
    if (value.overflow) out.error = errc::overflow;
    else if (value.indefinite) out.error = errc::invalid;
    if (!out) return out;
    decimal d = to_decimal(value);
    strip(d);
    text_writer writer(first, last);
    if (value.negative && d.mantissa != 0) writer.put('-');
    const std::int32_t count = text_writer::count_digits(d.mantissa);
    if (d.exponent > 40 || d.exponent < -40) {
        writer.put_digits(d.mantissa, 0);
        writer.put('e');
        if (d.exponent < 0) writer.put('-');
        writer.put_digits(static_cast<std::uint64_t>(d.exponent < 0 ? -d.exponent : d.exponent), 0);
    } else if (-d.exponent >= count) {
        writer.put('0');
        writer.put('.');
        writer.put_zeros(-d.exponent - count);
        writer.put_digits(d.mantissa, 0);
    } else {
        writer.put_digits(d.mantissa, d.exponent < 0 ? -d.exponent : 0);
        writer.put_zeros(d.exponent);
    }
    if (value.denominator != 1) {
        writer.put('/');
        writer.put_digits(value.denominator, 0);
    }
    return writer.finish();
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_CONVERT_HPP
