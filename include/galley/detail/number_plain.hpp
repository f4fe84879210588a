// galley: the shortest way to the value of a string that is one plain number: 2025, -3.14, 60.07亿, 一百二十三万.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_PLAIN_HPP
#define GALLEY_DETAIL_NUMBER_PLAIN_HPP

#include <galley/detail/number_decimal.hpp>
#include <galley/detail/number_literal.hpp>
#include <galley/detail/number_symbols.hpp>
#include <galley/detail/number_vocabulary.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// 0 to 9, or more when the character is no digit.
constexpr std::uint32_t octet_digit(char c) noexcept { return static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - '0'; }

/// The symbol of a character of three bytes that are there, of class none for any other.
constexpr numeral_symbol plain_symbol_at(const char* at) noexcept {
    const std::uint8_t lead = octet(at[0]);
    if (lead < 0xE4 || lead > 0xEC || !is_continuation(octet(at[1])) || !is_continuation(octet(at[2]))) return {};
    return find_symbol((lead & 0xFU) << 12 | (octet(at[1]) & 0x3FU) << 6 | (octet(at[2]) & 0x3FU));
}

/// 10 to that power, up to 8.
constexpr std::uint32_t plain_power(std::uint8_t exponent) noexcept {
    constexpr std::uint32_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    return powers[exponent];
}

/// Sections of digits and units in falling order, each under a smaller scale than the one before, whose last digit can be read
/// in one way only. False for all else.
GALLEY_NOINLINE constexpr bool parse_compound(std::string_view text, result<number>& out) noexcept {
    if (text.size() % 3 != 0 || text.size() < 6) return false;
    std::uint64_t total = 0;
    std::uint32_t section = 0;
    std::uint32_t digit = 0;
    std::uint8_t unit = 4;   // the last of the section
    std::uint8_t scale = 9;  // the last of all
    std::uint8_t multiplier = 0;
    bool zero = false;
    for (const char* at = text.data(); at != text.data() + text.size(); at += 3) {
        const numeral_symbol symbol = plain_symbol_at(at);
        const std::uint8_t value = symbol.value();
        if ((symbol.flags() & ~unsigned{hangul}) != 0) return false;
        if (symbol.is(numeral_class::digit)) {
            if (digit != 0 || (value == 0 && multiplier == 0)) return false;
            zero = zero || value == 0;
            digit = value;
            continue;
        }
        if (symbol.is(numeral_class::unit) && value < unit) {
            const bool ten = value == 1 && at == text.data();  // 十三
            if (digit == 0 && !ten) return false;
            section += (ten ? 1 : digit) * plain_power(value);
            unit = value;
        } else if (symbol.is(numeral_class::scale) && value < scale && section + digit != 0) {
            if (digit == 0 ? zero : unit < 4 && unit > 1 && !zero) return false;  // 三百二亿
            total += std::uint64_t{section + digit} * plain_power(value);
            section = 0;
            unit = 4;
            scale = value;
        } else {
            return false;
        }
        multiplier = value;
        digit = 0;
        zero = false;
    }
    // The last digit of 三万五 is thousands in one language and ones in another.
    if (multiplier == 0 || (digit == 0 ? zero : multiplier > 1 && !zero)) return false;
    out.value.mantissa = total + section + digit;
    out.size = text.size();
    return true;
}

/// Takes the digits at a place into a value and returns the place behind them.
constexpr const char* take_plain_digits(const char* at, const char* end, std::uint64_t& value) noexcept {
    for (; at != end && octet_digit(*at) < 10; ++at) value = value * 10 + octet_digit(*at);
    return at;
}

/// [-]digits[.digits], up to 19 digits, with at most one scale behind them, or a compound numeral: what most numbers are.
/// False when the text is anything more.
constexpr bool parse_plain(std::string_view text, result<number>& out) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    if (at == end) return false;
    if (reads_numerals && octet(*at) >= 0xE4) return parse_compound(text, out);
    const bool negative = *at == '-';
    if (negative) ++at;
    if (end - at > 23) return false;
    std::uint64_t mantissa = 0;
    const char* const digits = at;
    at = take_plain_digits(at, end, mantissa);
    std::ptrdiff_t count = at - digits;
    if (count == 0) return false;
    std::ptrdiff_t decimals = 0;
    if (at != end && *at == '.') {
        const char* const fraction = ++at;
        at = take_plain_digits(at, end, mantissa);
        decimals = at - fraction;
        count += decimals;
        if (decimals == 0) return false;
    }
    if (count > 19 || (count > 1 && *digits == '0' && decimals == 0)) return false;
    std::ptrdiff_t exponent = -decimals;
    if (at != end) {
        const numeral_symbol symbol = reads_numerals && end - at == 3 ? plain_symbol_at(at) : numeral_symbol{};
        if (!symbol.is(numeral_class::scale) || symbol.value() > 8 || mantissa == 0) return false;
        exponent += symbol.value();
    }
    out.value.mantissa = mantissa;
    out.value.exponent10 = static_cast<std::int16_t>(exponent);
    out.value.negative = negative;
    out.size = text.size();
    return true;
}

/// A decimal over an integer and nothing else, as `write_decimal` writes fractions: -1/3, 1e50/30003. In running text longer
/// ones than 9999 are no fractions; a whole string can be nothing else.
constexpr bool parse_fraction(std::string_view text, const number_options& options, result<number>& out) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool negative = at != end && *at == '-';
    if (negative) ++at;
    if (!is_digit_at(at, end)) return false;
    const literal top = literal_reader(text.data(), at, end, options).read(false);
    if (top.end == end || *top.end != '/' || top.form.dotted || top.form.torn || top.value.overflow) return false;
    std::uint64_t bottom = 0;
    for (at = top.end + 1; at != end; ++at) {
        if (octet_digit(*at) > 9 || !append_digit(bottom, static_cast<std::uint8_t>(octet_digit(*at)))) return false;
    }
    if (bottom == 0) return false;
    out = {};
    out.value.mantissa = top.value.mantissa;
    out.value.exponent10 = static_cast<std::int16_t>(top.value.exponent);
    out.value.denominator = bottom;
    out.value.kind = number_kind::fraction;
    out.value.negative = negative;
    out.size = text.size();
    return true;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_PLAIN_HPP
