// The standard library's std::from_chars as the oracle: whole strings, through parse_number.
#include <galley/number.hpp>

#include "samples.hpp"
#include "sequences.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <cstring>
#include <string>

namespace {

/// -?digits(.digits)?, of up to nineteen digits, now and then zeros at an end.
std::string random_decimal(samples::random& random) {
    std::string digits(1 + random.below(19), '0');
    const std::size_t zeros_before = random.below(4) == 0 ? random.below(digits.size()) : 0;
    const std::size_t zeros_behind = random.below(4) == 0 ? random.below(digits.size()) : 0;
    for (std::size_t i = zeros_before; i + zeros_behind < digits.size(); ++i) digits[i] = static_cast<char>('0' + random.below(10));
    if (random.below(2) == 0 && digits.size() > 1) digits.insert(1 + random.below(digits.size() - 1), 1, '.');
    return random.below(4) == 0 ? '-' + digits : digits;
}

template <class Value>
bool read_whole(const std::string& text, Value& value) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool same_as_from_chars(const std::string& text) {
    const auto parsed = galley::parse_number(text);
    double real = 0;
    if (!parsed || parsed.size != text.size() || !read_whole(text, real)) return false;
    const double ours = galley::to_double(parsed.value).value;
    if (real != 0 && std::memcmp(&ours, &real, sizeof real) != 0) return false;
    if (real == 0 && !(ours == 0)) return false;
    std::int64_t whole = 0;
    if (!read_whole(text, whole)) return true;  // a point, or out of range
    const auto integer = galley::to_int64(parsed.value);
    return integer && integer.value == whole;
}

}  // namespace

TEST_CASE("from_chars: random decimals parse to the same integer and the same double") {
    const unsigned long long rounds = oracle::sequences(300000);
    samples::random random(rounds);
    unsigned long long wrong = 0;
    std::string first_wrong;
    for (unsigned long long round = 0; round < rounds; ++round) {
        const std::string text = random_decimal(random);
        if (same_as_from_chars(text)) continue;
        if (wrong++ == 0) first_wrong = text;
    }
    CAPTURE(first_wrong);
    CHECK(rounds != 0);
    CHECK(wrong == 0);
}
