// What number.hpp promises of each number that it finds, whatever the text.
#ifndef GALLEY_TESTS_NUMBER_PROMISES_HPP
#define GALLEY_TESTS_NUMBER_PROMISES_HPP

#include <galley/number.hpp>
#include <galley/utf8.hpp>

#include <charconv>
#include <cstring>
#include <string>

namespace promises {

/// Without factors of ten in the mantissa, so that equal values have equal fields.
inline galley::number reduced(galley::number n) {
    if (n.mantissa == 0) n.exponent10 = 0, n.denominator = 1;
    while (n.mantissa != 0 && n.mantissa % 10 == 0 && n.exponent10 < 30000) n.mantissa /= 10, ++n.exponent10;
    return n;
}

inline bool same_value(const galley::number& a, const galley::number& b) {
    const galley::number x = reduced(a), y = reduced(b);
    return x.mantissa == y.mantissa && x.exponent10 == y.exponent10 && x.denominator == y.denominator &&
           (x.negative == y.negative || x.mantissa == 0);
}

inline std::uint64_t bits_of(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

inline bool integer_is_right(const galley::number& value, const std::string& printed) {
    const auto whole = galley::to_int64(value);
    std::int64_t expected = 0;
    const auto read = std::from_chars(printed.data(), printed.data() + printed.size(), expected);
    const bool is_integer = read.ptr == printed.data() + printed.size();
    if (whole) return is_integer && read.ec == std::errc() && whole.value == expected;
    if (whole.error == galley::errc::overflow) return !is_integer || read.ec == std::errc::result_out_of_range;
    return !is_integer;
}

inline bool double_is_right(const galley::number& value, const std::string& printed) {
    double expected = 0;
    const auto read = std::from_chars(printed.data(), printed.data() + printed.size(), expected);
    if (read.ec != std::errc() || read.ptr != printed.data() + printed.size()) return true;  // out of range
    const auto real = galley::to_double(value);
    return real && (bits_of(real.value) == bits_of(expected) || value.mantissa == 0);
}

/// What is broken, or null: a value prints exactly, what is printed reads back as the same value, and the conversions agree with it.
inline const char* broken_by(const galley::number& value) {
    char buffer[galley::decimal_string_size];
    const auto printed = galley::to_decimal_string(value, buffer, buffer + sizeof buffer);
    if (bool(printed) != !(value.overflow || value.indefinite)) return "a value that has one is printed";
    if (!printed) return nullptr;
    if (value.denominator == 0) return "no denominator is 0";
    const std::string text(printed.value);
    const auto again = galley::parse_number(text);
    if (!again || again.size != text.size() || !same_value(again.value, value)) return "what is printed reads back";
    if (value.denominator == 1 && !integer_is_right(value, text)) return "to_int64 is what is printed";
    if (value.denominator == 1 && !double_is_right(value, text)) return "to_double is what is printed";
    char few[8];
    const auto cut = galley::to_decimal_string(value, few, few + sizeof few);
    const bool fits = text.size() <= sizeof few;
    return (fits ? cut && cut.value == text : cut.error == galley::errc::overflow) ? nullptr : "a short buffer is an overflow";
}

inline bool is_inside(std::string_view part, std::string_view text) {
    return part.data() == nullptr || (part.data() >= text.data() && part.data() + part.size() <= text.data() + text.size());
}

/// The same for all numbers of a text: in order, whole characters, no further than the text. `see(found_number)` is told of each.
template <class See>
const char* broken_in(std::string_view text, const galley::number_options& options, See see) {
    const char* end = text.data();
    for (const galley::found_number& n : galley::numbers(text, options)) {
        if (n.text.empty() || n.text.data() < end || !is_inside(n.text, text)) return "numbers are in order";
        if (galley::utf8_valid_prefix(n.text) != n.text.size()) return "numbers are whole characters";
        if (!is_inside(n.unit, text) || !is_inside(n.scale, n.text)) return "unit and scale are in the text";
        if (n.evidence < options.minimum) return "no number is weaker than asked for";
        if (const char* const broken = broken_by(n.value)) return broken;
        if (const char* const broken = broken_by(n.upper)) return broken;
        if (!n.is_range && !n.value.overflow && !n.value.indefinite && !same_value(n.upper, n.value)) return "without a range both ends are one";
        end = n.text.data() + n.text.size();
        see(n);
    }
    return nullptr;
}

}  // namespace promises

#endif // GALLEY_TESTS_NUMBER_PROMISES_HPP
