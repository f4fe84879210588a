// Numbers: found in order inside the text, printed exactly, and what is printed reads back as the same value.
#include "fuzz.hpp"

#include <galley/number.hpp>
#include <galley/utf8.hpp>

#include <charconv>
#include <cstring>
#include <string>

namespace {

/// Without factors of ten in the mantissa, so that equal values have equal fields.
galley::number reduced(galley::number n) {
    if (n.mantissa == 0) n.exponent10 = 0, n.denominator = 1;
    while (n.mantissa != 0 && n.mantissa % 10 == 0 && n.exponent10 < 30000) n.mantissa /= 10, ++n.exponent10;
    return n;
}

bool same_value(const galley::number& a, const galley::number& b) {
    const galley::number x = reduced(a), y = reduced(b);
    return x.mantissa == y.mantissa && x.exponent10 == y.exponent10 && x.denominator == y.denominator &&
           (x.negative == y.negative || x.mantissa == 0);
}

std::uint64_t bits_of(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

void check_integer(const galley::number& value, std::string_view printed) {
    const auto whole = galley::to_int64(value);
    std::int64_t expected = 0;
    const auto read = std::from_chars(printed.data(), printed.data() + printed.size(), expected);
    const bool is_integer = read.ptr == printed.data() + printed.size();
    if (whole) FUZZ_REQUIRE(is_integer && read.ec == std::errc() && whole.value == expected);
    else if (whole.error == galley::errc::overflow) FUZZ_REQUIRE(!is_integer || read.ec == std::errc::result_out_of_range);
    else FUZZ_REQUIRE(!is_integer);
}

void check_double(const galley::number& value, std::string_view printed) {
    double expected = 0;
    const auto read = std::from_chars(printed.data(), printed.data() + printed.size(), expected);
    if (read.ec != std::errc() || read.ptr != printed.data() + printed.size()) return;  // a fraction, or out of range
    const auto real = galley::to_double(value);
    FUZZ_REQUIRE(real && (bits_of(real.value) == bits_of(expected) || value.mantissa == 0));
}

void check_value(const galley::number& value) {
    char buffer[galley::decimal_string_size];
    const auto printed = galley::to_decimal_string(value, buffer, buffer + sizeof buffer);
    FUZZ_REQUIRE(bool(printed) == !(value.overflow || value.indefinite));
    if (!printed) return;
    FUZZ_REQUIRE(value.denominator != 0);
    const std::string text(printed.value);  // parsed where a byte too many is seen
    const auto again = galley::parse_number(text);
    FUZZ_REQUIRE(again && again.size == text.size() && same_value(again.value, value));
    if (value.denominator == 1) check_integer(value, text), check_double(value, text);
    char small_buffer[8];
    const auto cut = galley::to_decimal_string(value, small_buffer, small_buffer + sizeof small_buffer);
    FUZZ_REQUIRE(text.size() <= sizeof small_buffer ? cut && cut.value == text : cut.error == galley::errc::overflow);
}

bool is_inside(std::string_view part, std::string_view text) {
    return part.data() == nullptr || (part.data() >= text.data() && part.data() + part.size() <= text.data() + text.size());
}

galley::number_options options_of(fuzz::dice& choices) {
    galley::number_options options;
    options.language = static_cast<galley::number_language>(choices.below(4));
    constexpr galley::strength strengths[] = {galley::strength::medium, galley::strength::weak, galley::strength::strong};
    options.minimum = strengths[choices.below(3)];
    const unsigned bits = choices.below(256);
    options.indian_grouping = (bits & 1) != 0;
    options.space_grouping = (bits & 2) != 0;
    options.symbols = (bits & 4) != 0;
    options.roman = (bits & 8) != 0;
    options.native_words = (bits & 16) != 0;
    options.zhao_is_million = (bits & 32) != 0;
    options.english_words = (bits & 64) != 0;
    return options;
}

}  // namespace

const fuzz::work_budget fuzz::budget{100000, 40000};

void fuzz::examine(dice choices) {
    const galley::number_options options = options_of(choices);
    const std::string_view text = choices.rest();
    const char* end = text.data();
    for (const galley::found_number& n : galley::numbers(text, options)) {
        FUZZ_REQUIRE(!n.text.empty() && n.text.data() >= end && is_inside(n.text, text));
        FUZZ_REQUIRE(galley::utf8_valid_prefix(n.text) == n.text.size());
        FUZZ_REQUIRE(is_inside(n.unit, text) && is_inside(n.scale, n.text) && n.evidence >= options.minimum);
        end = n.text.data() + n.text.size();
        check_value(n.value);
        if (n.is_range) check_value(n.upper);
        else FUZZ_REQUIRE(same_value(n.upper, n.value) || n.value.overflow || n.value.indefinite);
    }
    const auto one = galley::parse_number(text, options);
    FUZZ_REQUIRE(one.size <= text.size());
    if (one) check_value(one.value);
}
