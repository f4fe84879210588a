// Numbers: how fast one is parsed and a text is scanned, beside std::from_chars and fast_float on the same strings.
// SPDX-License-Identifier: BSL-1.0
#include <galley/number.hpp>

#include <benchmark/benchmark.h>
#include <fast_float/fast_float.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// xorshift64*: the same inputs in every run.
struct random_source {
    std::uint64_t state = 0x9E3779B97F4A7C15U;
    std::uint64_t below(std::uint64_t limit) {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (state * 0x2545F4914F6CDD1DU) % limit;
    }
};

enum class shape { two_decimals, integers, mixed, seventeen_digits };

std::vector<std::string> make_decimals(shape form) {
    random_source random;
    std::vector<std::string> out;
    for (int i = 0; i < 100000; ++i) {
        char buffer[48];
        const double value = static_cast<double>(random.below(100000000)) / 1000;
        if (form == shape::two_decimals) std::snprintf(buffer, sizeof buffer, "%.2f", value / 1000);
        else if (form == shape::seventeen_digits) std::snprintf(buffer, sizeof buffer, "%.17g", value / 7 + 1);
        else if (form == shape::integers) std::snprintf(buffer, sizeof buffer, "%.0f", value);
        else std::snprintf(buffer, sizeof buffer, "%.*f", static_cast<int>(random.below(5)), value);
        out.emplace_back(buffer);
    }
    return out;
}

double with_galley(const std::string& text) { return galley::to_double(galley::parse_number(text).value).value; }
double with_from_chars(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}
double with_fast_float(const std::string& text) {
    double value = 0;
    fast_float::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

template <double (*Parse)(const std::string&)>
void parse_decimals(benchmark::State& state) {
    const auto texts = make_decimals(static_cast<shape>(state.range(0)));
    for (const std::string& text : texts) {
        if (Parse(text) != with_from_chars(text)) std::abort();
    }
    for (auto _ : state) {
        double sum = 0;
        for (const std::string& text : texts) sum += Parse(text);
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

/// Sentences with a few numbers each, all different, so that no branch predictor can learn them.
std::string make_text() {
    random_source random;
    const char* const filler[] = {"全市各部门认真落实有关要求", "项目建设有序推进", "群众生活得到明显改善", "据有关负责人介绍", "同比增长"};
    const char* const tail[] = {"万吨", "亿元", "个", "%", "名工人", "公里", "余家"};
    std::string out;
    while (out.size() < (std::size_t{8} << 20)) {
        out += filler[random.below(5)];
        if (random.below(3) == 0) out += std::to_string(random.below(100000)) + "." + std::to_string(random.below(100)) + tail[random.below(7)];
        if (random.below(9) == 0) out += "三十五名代表";
        out += random.below(4) == 0 ? "。\n" : "，";
    }
    return out;
}

void scan_text(benchmark::State& state) {
    const std::string text = make_text();
    for (auto _ : state) {
        std::size_t found = 0;
        for (const galley::found_number& n : galley::numbers(text)) found += n.text.size();
        benchmark::DoNotOptimize(found);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

/// Texts that cost the most for each byte: nothing but numerals, each of which could be the start of something longer.
void scan_hostile(benchmark::State& state, std::string_view piece) {
    std::string text;
    while (text.size() < (std::size_t{1} << 18)) text += piece;
    for (auto _ : state) {
        std::size_t found = 0;
        for (const galley::found_number& n : galley::numbers(text)) found += n.text.size();
        benchmark::DoNotOptimize(found);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void parse_numeral(benchmark::State& state, std::string_view text) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(text);
        auto parsed = galley::parse_number(text);
        benchmark::DoNotOptimize(parsed);
    }
}

}  // namespace

BENCHMARK(parse_decimals<with_galley>)->DenseRange(0, 3);
BENCHMARK(parse_decimals<with_fast_float>)->DenseRange(0, 3);
BENCHMARK(parse_decimals<with_from_chars>)->DenseRange(0, 3);
BENCHMARK(scan_text);
BENCHMARK_CAPTURE(parse_numeral, year, "2025");
BENCHMARK_CAPTURE(parse_numeral, scaled, "60.07亿");
BENCHMARK_CAPTURE(parse_numeral, thirteen_characters, "一百二十三万四千五百六十七");
BENCHMARK_CAPTURE(scan_hostile, digits_and_tildes, "1~");
BENCHMARK_CAPTURE(scan_hostile, hundreds, "百");
BENCHMARK_CAPTURE(scan_hostile, ones_and_blanks, "一 ");
BENCHMARK_CAPTURE(scan_hostile, fractions, "分之三");
BENCHMARK_CAPTURE(scan_hostile, nested_scales, "一千百十一兆一千百十一億一千百十一万一千百十一");
BENCHMARK_CAPTURE(scan_hostile, digits, "1");
BENCHMARK_MAIN();
