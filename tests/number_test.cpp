// Parsing one number, and what it can be turned into. Every table runs at run time and in a static_assert.
// SPDX-License-Identifier: BSL-1.0
#include <galley/number.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace std::string_view_literals;

namespace {

using galley::errc;
using galley::number_kind;
using galley::number_language;
using galley::number_options;

struct parse_row {
    std::string_view text;
    std::string_view value;
    number_kind kind = number_kind::cardinal;
    number_language language = number_language::automatic;
};

constexpr bool passes(const parse_row& row) {
    number_options options;
    options.language = row.language;
    const auto parsed = galley::parse_number(row.text, options);
    char buffer[galley::decimal_string_size] = {};
    const auto text = galley::to_decimal_string(parsed.value, buffer, buffer + sizeof buffer);
    return parsed && parsed.size == row.text.size() && text && text.value == row.value && parsed.value.kind == row.kind;
}

template <std::size_t Size>
constexpr bool all_pass(const parse_row (&rows)[Size]) {
    for (const parse_row& row : rows) {
        if (!passes(row)) return false;
    }
    return true;
}

template <std::size_t Size>
void check_all(const parse_row (&rows)[Size]) {
    for (const parse_row& row : rows) {
        CAPTURE(row.text);
        CHECK(passes(row));
    }
}

constexpr parse_row literals[] = {
    {"0", "0"}, {"-7", "-7"}, {"+7", "7"}, {"3.50", "3.5"}, {".25", "0.25"}, {"1,234,567", "1234567"}, {"1'234", "1234"}, {"1.234,5", "1234.5"}, {"1,23,45,678", "12345678"},
    {"18446744073709551615", "18446744073709551615"}, {"100000000000000000000", "100000000000000000000"}, {"2e3", "2000"},
    {"1.5E-3", "0.0015"}, {"\xEF\xBC\x91\xEF\xBC\x92", "12"}, {"7.5%", "7.5", number_kind::percent}, {"1,\n234", "1234"},
};
static_assert(all_pass(literals));

// The smallest build reads digits, signs and percent signs alone.
#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL || GALLEY_NUMBER_WORDS
constexpr parse_row signs[] = {
    {"\xE2\x88\x92" "5", "-5"}, {"$20", "20"}, {"12k", "12000"}, {"3/8", "3/8", number_kind::fraction}, {"2 1/4", "9/4", number_kind::fraction},
    {"\xC2\xBD", "1/2", number_kind::fraction}, {"21st", "21", number_kind::ordinal},
};
static_assert(all_pass(signs));
#endif

#if GALLEY_NUMBER_WORDS
constexpr parse_row scale_words[] = {{"1.5 million", "1500000"}, {"3 thousand", "3000"}};
static_assert(all_pass(scale_words));
#endif

#if GALLEY_NUMBER_CJK
constexpr parse_row numerals[] = {
    {"七", "7"}, {"十", "10"}, {"十三", "13"}, {"四十二", "42"}, {"一百零五", "105"}, {"两千六", "2600"}, {"两千零六", "2006"},
    {"三万五", "35000"}, {"一百二十三万四千五百六十七", "1234567"}, {"二〇三一", "2031"}, {"廿八", "28"}, {"卅", "30"},
    {"壹仟贰佰叁拾肆", "1234"}, {"一万五千亿", "1500000000000"}, {"三万亿", "3000000000000"}, {"百万", "1000000"}, {"八百五十万", "8500000"},
    {"12.5亿", "1250000000"}, {"3億5千万", "350000000"}, {"43.36\n\n亿", "4336000000"}, {"十多万", "100000"},
    {"负十一", "-11"}, {"零下五", "-5"}, {"三点一四", "3.14"}, {"一点五亿", "150000000"}, {"九万四", "94000"}, {"13万2", "132000"},
    {"一千〇五十", "1050"}, {"两百一十万", "2100000"}, {"九京", "90000000000000000"}, {"8千3萬", "83000000"}, {"百二萬", "1200000"},
};
static_assert(all_pass(numerals));

constexpr parse_row forms[] = {
    {"三分之一", "1/3", number_kind::fraction}, {"百分之四十", "40", number_kind::percent}, {"千分之二", "2", number_kind::permille},
    {"二又三分之一", "7/3", number_kind::fraction}, {"四成", "40", number_kind::percent}, {"七成五", "75", number_kind::percent}, {"八折", "80", number_kind::percent},
    {"八五折", "85", number_kind::percent}, {"3割", "30", number_kind::percent}, {"5个百分点", "5", number_kind::percent},
    {"百分百", "100", number_kind::percent}, {"3割1分", "31", number_kind::percent}, {"3割引き", "70", number_kind::percent},
    {"2割5分引き", "75", number_kind::percent}, {"1また4/3", "7/3", number_kind::fraction},
    {"第三", "3", number_kind::ordinal}, {"五番目", "5", number_kind::ordinal}, {"五分の三", "3/5", number_kind::fraction},
    {"50パーセント", "50", number_kind::percent}, {"负三分之二", "-2/3", number_kind::fraction},
};
static_assert(all_pass(forms));

constexpr parse_row readings[] = {
    {"九万四", "94000", number_kind::cardinal, number_language::chinese}, {"九万四", "90004", number_kind::cardinal, number_language::japanese},
    {"二千八", "2800", number_kind::cardinal, number_language::chinese}, {"二千八", "2008", number_kind::cardinal, number_language::japanese},
    {"千三百", "1300"}, {"二千百", "2100"}, {"マイナス二十", "-20"}, {"第三万四", "30004", number_kind::ordinal}, {"十一兆一", "11000000000001"},
    {"三百二亿", "32000000000"}, {"三百二億", "30200000000", number_kind::cardinal, number_language::japanese}, {"一千零五十亿零三", "105000000003"},
};
static_assert(all_pass(readings));
#endif

#if GALLEY_NUMBER_HANGUL
constexpr parse_row korean[] = {
    {"삼백오십", "350"}, {"이천이십육", "2026"}, {"1만 2천", "12000"}, {"만천", "11000"}, {"영점오", "0.5"}, {"일점오억", "150000000"},
    {"마이너스 삼", "-3"}, {"사분의 삼", "3/4", number_kind::fraction}, {"20퍼센트", "20", number_kind::percent}, {"3번째", "3", number_kind::ordinal},
};
static_assert(all_pass(korean));
#endif

struct error_row {
    std::string_view text;
    errc error;
    std::size_t size;
};

constexpr error_row errors[] = {
    {"", errc::empty, 0}, {"  \n", errc::empty, 0}, {"word", errc::invalid, 0}, {"-", errc::invalid, 0}, {"12 apples", errc::trailing_text, 2},
    {"18446744073709551617", errc::overflow, 20}, {"0.92345678901234567891", errc::overflow, 22}, {"\xFF\xFE", errc::invalid, 0},
    {"5\x80", errc::trailing_text, 1}, {"1.2.3", errc::trailing_text, 1},
};

constexpr bool passes(const error_row& row) {
    const auto parsed = galley::parse_number(row.text);
    return parsed.error == row.error && parsed.size == row.size;
}

constexpr bool all_errors_pass() {
    for (const error_row& row : errors) {
        if (!passes(row)) return false;
    }
    return true;
}
static_assert(all_errors_pass());

constexpr galley::number make(std::uint64_t mantissa, int exponent, bool negative = false, std::uint64_t denominator = 1) {
    galley::number value;
    value.mantissa = mantissa;
    value.exponent10 = static_cast<std::int16_t>(exponent);
    value.negative = negative;
    value.denominator = denominator;
    return value;
}

}  // namespace

TEST_CASE("one number is parsed exactly") {
    check_all(literals);
#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL || GALLEY_NUMBER_WORDS
    check_all(signs);
#endif
#if GALLEY_NUMBER_WORDS
    check_all(scale_words);
#endif
#if GALLEY_NUMBER_CJK
    check_all(numerals);
    check_all(forms);
    check_all(readings);
#endif
#if GALLEY_NUMBER_HANGUL
    check_all(korean);
#endif
}

TEST_CASE("what is no number says why") {
    for (const error_row& row : errors) {
        CAPTURE(row.text);
        CHECK(passes(row));
    }
}

TEST_CASE("Indian grouping and grouping by spaces are options") {
    number_options options;
    options.indian_grouping = true;
    CHECK(galley::parse_number("12,34,567.5", options).value.mantissa == 12345675);
    CHECK(galley::parse_number("12,34,567").size == 2);
    options = {};
    options.space_grouping = true;
    CHECK(galley::parse_number("1 234 567", options).value.mantissa == 1234567);
    CHECK(galley::parse_number("1\xC2\xA0" "234").value.mantissa == 1234);
}

TEST_CASE("to_int64 checks range and fraction") {
    static_assert(galley::to_int64(make(5, 3)).value == 5000);
    static_assert(galley::to_int64(make(1500, -2)).value == 15);
    static_assert(galley::to_int64(make(std::uint64_t{1} << 63, 0, true)).value == INT64_MIN);
    static_assert(galley::to_int64(make(std::uint64_t{1} << 63, 0)).error == errc::overflow);
    static_assert(galley::to_int64(make(15, -1)).error == errc::invalid);
    static_assert(galley::to_int64(make(12, 0, false, 4)).value == 3);
    static_assert(galley::to_int64(make(1, 0, false, 3)).error == errc::invalid);
    CHECK(galley::to_int64(make(1, 30)).error == errc::overflow);
    CHECK(galley::to_int64(make(12, 0, false, 4)).value == 3);
    CHECK(galley::to_int64(make(1, 1, true, 3)).error == errc::invalid);
    CHECK(galley::to_int64(make(1, 60, false, 3)).error == errc::invalid);
    galley::number none;
    none.indefinite = true;
    CHECK(galley::to_int64(none).error == errc::invalid);
    CHECK(galley::to_double(none).error == errc::invalid);
    none.overflow = true;
    CHECK(galley::to_int64(none).error == errc::overflow);
    CHECK(galley::to_double(none).error == errc::overflow);
}

TEST_CASE("to_double of fractions and of what is out of range") {
    CHECK(galley::to_double(make(1, 0, false, 4)).value == 0.25);
    CHECK(galley::to_double(make(5, -1, true, 2)).value == -0.25);
    CHECK(galley::to_double(make(0, 0, false, 7)).value == 0);
    CHECK(galley::to_double(make(1, 60, false, 3)).error == errc::overflow);
    CHECK(galley::to_double(make(1, -60, false, 3)).error == errc::overflow);
    CHECK(galley::to_double(make(1, 0, false, 0)).error == errc::overflow);
    CHECK(galley::to_double(make(2, 308)).error == errc::overflow);
    CHECK(galley::to_double(make(1, -400)).value == 0);
}

// What sums of sections come to, where the parts do not fit as they are written.
TEST_CASE("sums of decimals are exact or say that they are not") {
    using namespace galley::detail::numeral;
    struct row {
        decimal a, b, sum;
    };
    constexpr std::uint64_t top = ~std::uint64_t{0};
    const row rows[] = {{{1, 0, false}, {1, 0, false}, {2, 0, false}},
                        {{0, 0, false}, {7, 3, false}, {7, 3, false}},
                        {{7, 3, false}, {0, 9, false}, {7, 3, false}},
                        {{1, 40, false}, {1, 0, false}, {0, 0, true}},
                        {{1, 0, false}, {1, 40, false}, {0, 0, true}},
                        {{1000000, 20, false}, {1, 22, false}, {10001, 22, false}},
                        {{top, 0, false}, {1, 0, false}, {0, 0, true}},
                        {{top - 6, 1, false}, {top - 6, 1, false}, {0, 0, true}},
                        {{top - 5, 1, false}, {top - 5, 1, false}, {(top - 5) / 10 * 2, 2, false}},
                        {{10000000000000000000U, 0, false}, {10000000000000000000U, 0, false}, {2, 19, false}},
                        {{1, 0, true}, {1, 0, false}, {2, 0, true}},
                        {{1, 0, false}, {1, 0, true}, {2, 0, true}}};
    for (const row& r : rows) {
        decimal sum = r.a;
        add_to(sum, r.b);
        CHECK(sum.overflow == r.sum.overflow);
        if (!r.sum.overflow || r.sum.mantissa != 0) CHECK(compare(sum, r.sum) == 0);
    }
    decimal large{7, 31000, false};
    scale(large, 2000);
    CHECK(large.overflow);
    std::uint64_t whole = 0;
    CHECK_FALSE(to_integer(large, whole));
    CHECK_FALSE(to_integer({15, -1, false}, whole));
    CHECK_FALSE(to_integer({1, 20, false}, whole));
    CHECK(to_integer({150, -1, false}, whole));
    CHECK(whole == 15);
    CHECK(compare({1, 30, false}, 1, 0) == 1);
    CHECK(compare({1, 0, false}, 1, 30) == -1);
    CHECK(compare({0, 0, false}, 1) == -1);
}

TEST_CASE("an exponent out of any range is an overflow") {
    CHECK(galley::parse_number("1e40000").error == errc::overflow);
    CHECK(galley::parse_number("1e-40000").error == errc::overflow);
    CHECK(galley::parse_number("1" + std::string(40000, '0')).error == errc::overflow);
    CHECK(galley::parse_number("0." + std::string(40000, '0') + "1").error == errc::overflow);
    CHECK(galley::to_double(galley::parse_number("1e400").value).error == errc::overflow);
}

TEST_CASE("numbers are an input range") {
    const auto range = galley::numbers("7, 8");
    auto at = range.begin();
    CHECK(at->text == "7");
    at++;
    CHECK((*at).text == "8");
    CHECK(++at == range.end());
}

TEST_CASE("to_decimal_string writes the exact value") {
    struct row {
        galley::number value;
        std::string_view text;
    };
    const row rows[] = {{make(0, 0), "0"}, {make(25, -2, true), "-0.25"}, {make(43360, 5), "4336000000"}, {make(1, 0, false, 3), "1/3"},
                        {make(5, -3), "0.005"}, {make(123, -1), "12.3"}, {make(7, 400), "7e400"}, {make(7, -400), "7e-400"},
                        {make(7, 40), "70000000000000000000000000000000000000000"}, {make(7, 41), "7e41"}, {make(1, 0, false, 30003), "1/30003"},
                        {make(1, 50, true, 18446744073709551615U), "-1e50/18446744073709551615"}, {make(125, -2, false, 70000), "1.25/70000"}};
    for (const row& r : rows) {
        char buffer[galley::decimal_string_size];
        CHECK(galley::to_decimal_string(r.value, buffer, buffer + sizeof buffer).value == r.text);
        const auto again = galley::parse_number(r.text);
        CHECK(again);
        CHECK(again.size == r.text.size());
        CHECK(galley::to_decimal_string(again.value, buffer, buffer + sizeof buffer).value == r.text);
    }
    for (const std::string_view text : {"1/30003x"sv, "1/"sv, "1/0"sv, "1/30003/2"sv, "1.2.3/70000"sv, "1/18446744073709551616"sv}) CHECK_FALSE(galley::parse_number(text));
    char small[3];
    CHECK(galley::to_decimal_string(make(1234, 0), small, small + sizeof small).error == errc::overflow);
}

TEST_CASE("a scale on the following line keeps its value") {
    const auto parsed = galley::parse_number("7.5\r\n\r\n万"sv.substr(0));
#if GALLEY_NUMBER_CJK
    CHECK(parsed.value.mantissa == 75);
    CHECK(parsed.value.exponent10 == 3);
#else
    CHECK(parsed.error == errc::trailing_text);
#endif
}
