// What the micro_*.cpp programs share: contenders by task, checked to agree on every text before any is timed.
#ifndef GALLEY_BENCH_MICRO_HPP
#define GALLEY_BENCH_MICRO_HPP

#include "corpus.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace bench {

using measure = std::uint64_t (*)(std::string_view);

struct contender {
    const char* name;
    measure run;
};

/// Whether all give the first one's result on every text; says so where not.
template <std::size_t N>
bool agree(const char* task, const contender (&contenders)[N]) {
    bool all = true;
    for (std::size_t i = 0; i < script_count; ++i) {
        const std::uint64_t expected = contenders[0].run(text_of(i));
        for (const contender& c : contenders) {
            const std::uint64_t actual = c.run(text_of(i));
            if (actual == expected) continue;
            std::fprintf(stderr, "%s: %s: %s gives %llu, %s gives %llu\n", task, scripts[i].name, contenders[0].name,
                         static_cast<unsigned long long>(expected), c.name, static_cast<unsigned long long>(actual));
            all = false;
        }
    }
    return all;
}

inline void time(benchmark::State& state, measure run, std::size_t script) {
    const std::string& text = text_of(script);
    for (auto _ : state) benchmark::DoNotOptimize(run(text));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

template <std::size_t N>
void add(const char* task, const contender (&contenders)[N]) {
    for (std::size_t i = 0; i < script_count; ++i) {
        for (const contender& c : contenders) {
            const std::string name = std::string(task) + "/" + scripts[i].name + "/" + c.name;
            benchmark::RegisterBenchmark(name.c_str(), [c, i](benchmark::State& state) { time(state, c.run, i); });
        }
    }
}

inline int run(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace bench

#endif // GALLEY_BENCH_MICRO_HPP
