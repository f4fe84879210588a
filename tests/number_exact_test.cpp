// Agreement with std::from_chars, and cost that stays linear. GALLEY_TEST_DECIMALS sets how many random decimals are tried.
// SPDX-License-Identifier: BSL-1.0
#include <galley/number.hpp>

#include "samples.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

namespace {

/// xorshift64*: the same numbers everywhere.
struct random_source {
    std::uint64_t state = 0x9E3779B97F4A7C15U;
    std::uint64_t next() {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return state * 0x2545F4914F6CDD1DU;
    }
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
};

std::uint64_t bits_of(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

std::uint64_t reference(const std::string& text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc::result_out_of_range) return bits_of(value);
    return bits_of(std::strtod(text.c_str(), nullptr));
}

void check_decimal(std::uint64_t mantissa, int exponent) {
    const std::string text = std::to_string(mantissa) + "e" + std::to_string(exponent);
    galley::number value;
    value.mantissa = mantissa;
    value.exponent10 = static_cast<std::int16_t>(exponent);
    const std::uint64_t expected = reference(text);
    CAPTURE(text);
    CHECK(bits_of(galley::to_double(value).value) == expected);
    if (mantissa == 0) return;
    CHECK(bits_of(galley::detail::numeral::double_from_bits(galley::detail::numeral::nearest_double_bits(mantissa, exponent))) == expected);
}

std::size_t decimals_to_try() {
    const char* const wish = std::getenv("GALLEY_TEST_DECIMALS");
    return wish == nullptr ? 300000 / samples::share::one_of : static_cast<std::size_t>(std::strtoull(wish, nullptr, 10));
}

double seconds_to_scan(const std::string& text) {
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        const std::clock_t start = std::clock();  // of this process alone: the machine may be busy
        std::size_t found = 0;
        for (const galley::found_number& n : galley::numbers(text)) {
            if (n.text.empty() || n.text.data() < text.data() || n.text.data() + n.text.size() > text.data() + text.size()) FAIL("a span outside the text");
            ++found;
        }
        const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        if (found > text.size()) FAIL("more numbers than bytes");
        if (took < best) best = took;
    }
    return best;
}

std::string repeat(const std::string& part, std::size_t size) {
    std::string out;
    while (out.size() < size) out += part;
    return out;
}

}  // namespace

static_assert(galley::to_double(galley::parse_number("0.1").value).value == 0.1);
static_assert(galley::to_double(galley::parse_number("1/3").value).value == 1.0 / 3);
static_assert(galley::to_double(galley::parse_number("1e400").value).error == galley::errc::overflow);

TEST_CASE("decimals of up to 19 digits convert as std::from_chars does") {
    random_source random;
    const std::size_t count = decimals_to_try();
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t mantissa = random.next() >> random.below(64);
        const bool usual = (i & 1) == 0;
        const int exponent = usual ? static_cast<int>(random.below(45)) - 30 : static_cast<int>(random.below(680)) - 350;
        check_decimal(mantissa, exponent);
    }
}

TEST_CASE("halfway cases, subnormals and limits convert as std::from_chars does") {
    random_source random;
    samples::share share;
    for (int i = 0; i < 20000; ++i) {
        if (!share.takes_next()) continue;
        // 54 significant bits: exactly between two doubles, and its neighbours.
        const std::uint64_t halfway = ((std::uint64_t{1} << 53) | (random.next() >> 11)) * 2 + 1;
        for (std::uint64_t near = halfway - 1; near <= halfway + 1; ++near) check_decimal(near, 0);
        check_decimal(random.next(), -324 - static_cast<int>(random.below(20)));
    }
    for (const std::uint64_t m : {1U, 2U, 3U, 5U, 7U, 9U}) {
        for (int e = -345; e <= 310; ++e) {
            if (share.takes_next()) check_decimal(m, e);
        }
    }
    check_decimal(17976931348623157U, 292);
    check_decimal(17976931348623159U, 292);
    check_decimal(22250738585072011U, -324);
    check_decimal(49406564584124654U, -340);
    check_decimal(24703282292062327U, -340);
    check_decimal(24703282292062328U, -340);
}

TEST_CASE("fractions convert to the nearest double") {
    random_source random;
    for (int i = 0; i < 20000; ++i) {
        galley::number value;
        value.mantissa = random.below(std::uint64_t{1} << 53) + 1;
        value.denominator = random.below(std::uint64_t{1} << 53) + 1;
        const double expected = static_cast<double>(value.mantissa) / static_cast<double>(value.denominator);
        CHECK(bits_of(galley::to_double(value).value) == bits_of(expected));
    }
}

TEST_CASE("more zeros than exponents change no value") {
    const std::string zeros(40000, '0');
    CHECK(galley::to_int64(galley::parse_number("1." + zeros).value).value == 1);
    CHECK(galley::to_double(galley::parse_number("1.5" + zeros).value).value == 1.5);
    CHECK(galley::parse_number("1." + zeros + "1").error == galley::errc::overflow);
    CHECK(galley::parse_number("0." + zeros + "1").error == galley::errc::overflow);
    CHECK(galley::parse_number("1" + zeros).error == galley::errc::overflow);
}

TEST_CASE("cost is linear in hostile texts") {
    const char* const parts[] = {"一", "百", "十", "万", "亿", "1", "1,", "1,111,", "一 ", "1 ", "-", "负", "多", "几", "十几", "第", "点", "一点", "分之",
                                 "三分之", "1/", "百分之", "1.", "1.1.", "0", "1-", "1~", "一至", "一百二百", "两三", "1又", "五分の", "삼", "십", "1만 ",
                                 "一千百十一兆一千百十一億一千百十一万一千百十一", "http://1", "\xE4", "1\n", "一带", "万一", "1e", "一・", "億万"};
    for (const std::string part : parts) {
        CAPTURE(part);
        // Quadratic cost would be sixteen times as much; the rest forgives a busy machine, which gets three tries.
        bool linear = false;
        for (int attempt = 0; attempt < 3 && !linear; ++attempt) {
            const double once = seconds_to_scan(repeat(part, 20000));
            const double fourfold = seconds_to_scan(repeat(part, 80000));
            linear = fourfold < 10 * once + 0.01;
        }
        CHECK(linear);
    }
}