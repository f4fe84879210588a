// Numbers: galley against std::from_chars, fast_float and strtod, on numbers one a line. Each finds out where its number ends.
// SPDX-License-Identifier: BSL-1.0
#include "speed.hpp"

#include <galley/number.hpp>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

#if GALLEY_BENCH_FAST_FLOAT
#include <fast_float/fast_float.h>
#endif

namespace bench {
namespace {

/// All bits of all values, in their order.
struct value_digest {
    outcome found;
    void add(double value) {
        std::uint64_t bits;
        std::memcpy(&bits, &value, sizeof bits);
        ++found.size;
        found.digest = found.digest * 31 + bits;
    }
};

/// `parse(at, last, value)` returns where the number ends.
template <class Parse>
outcome each_line(std::string_view text, Parse&& parse) {
    value_digest digest;
    const char* const last = text.data() + text.size();
    for (const char* at = text.data(); at < last; ++at) {
        double value = 0;
        at = parse(at, last, value);
        digest.add(value);
    }
    return digest.found;
}

outcome by_galley(std::string_view text) {
    return each_line(text, [](const char* at, const char* last, double& value) {
        const char* const end = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(last - at)));
        const galley::result<galley::number> parsed = galley::parse_number({at, static_cast<std::size_t>(end - at)});
        value = galley::to_double(parsed.value).value;
        return at + parsed.size;
    });
}

outcome by_from_chars(std::string_view text) {
    return each_line(text, [](const char* at, const char* last, double& value) { return std::from_chars(at, last, value).ptr; });
}

/// The locale is "C"; a line feed ends the number.
outcome by_strtod(std::string_view text) {
    return each_line(text, [](const char* at, const char*, double& value) {
        char* end = nullptr;
        value = std::strtod(at, &end);
        return const_cast<const char*>(end);
    });
}

#if GALLEY_BENCH_FAST_FLOAT
outcome by_fast_float(std::string_view text) {
    return each_line(text, [](const char* at, const char* last, double& value) { return fast_float::from_chars(at, last, value).ptr; });
}
#endif

}  // namespace

std::string number_text(const std::string& kind, std::size_t bytes) {
    std::mt19937_64 dice(7);
    std::string out;
    char line[40];
    while (out.size() + sizeof line < bytes) {
        const std::uint64_t n = dice();
        int size = 0;
        if (kind == "prices") size = std::snprintf(line, sizeof line, "%.2f\n", static_cast<double>(n % 10000000) / 100);
        else if (kind == "integers") size = std::snprintf(line, sizeof line, "%llu\n", static_cast<unsigned long long>(n % (n % 3 == 0 ? 1000U : 10000000U)));
        else if (kind == "measures") size = std::snprintf(line, sizeof line, "%.*f\n", static_cast<int>(n % 6), static_cast<double>(n >> 40) / 97);
        else if (kind == "long") size = std::snprintf(line, sizeof line, "%.16f\n", static_cast<double>(n >> 11) / 9007199254740992.0);
        else break;
        out.append(line, static_cast<std::size_t>(size));
    }
    return out;
}

void add_numbers(field& to) {
    to.push_back({"parse", "galley", by_galley});
    to.push_back({"parse", "std::from_chars", by_from_chars});
    to.push_back({"parse", "strtod", by_strtod});
#if GALLEY_BENCH_FAST_FLOAT
    to.push_back({"parse", "fast_float", by_fast_float});
#endif
}

}  // namespace bench
