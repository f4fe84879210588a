// Validating, counting and iterating: galley, utfcpp and ICU.
#include "micro.hpp"

#include <galley/utf8.hpp>

#if GALLEY_BENCH_UTFCPP
#include <utf8.h>
#endif
#if GALLEY_BENCH_ICU
#include <unicode/utf8.h>
#endif

namespace {

std::uint64_t validate_galley(std::string_view text) { return galley::utf8_valid_prefix(text); }
std::uint64_t count_galley(std::string_view text) { return galley::utf8_count(text); }
std::uint64_t iterate_galley(std::string_view text) {
    std::uint64_t sum = 0;
    for (const char32_t c : galley::code_points(text)) sum += c;
    return sum;
}

#if GALLEY_BENCH_UTFCPP
std::uint64_t validate_utfcpp(std::string_view text) {
    return static_cast<std::uint64_t>(utf8::find_invalid(text.begin(), text.end()) - text.begin());
}
std::uint64_t count_utfcpp(std::string_view text) { return static_cast<std::uint64_t>(utf8::distance(text.begin(), text.end())); }
std::uint64_t iterate_utfcpp(std::string_view text) {
    std::uint64_t sum = 0;
    for (auto at = text.begin(); at != text.end();) sum += utf8::next(at, text.end());
    return sum;
}
#endif

#if GALLEY_BENCH_ICU
/// Calls `sink(code point, offset)` for each character; a negative code point is an ill-formed one.
template <class Sink>
void with_icu(std::string_view text, Sink sink) {
    const auto* const octets = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
        U8_NEXT(octets, at, size, c);
#pragma GCC diagnostic pop
        if (!sink(c, from)) return;
    }
}
std::uint64_t validate_icu(std::string_view text) {
    std::uint64_t prefix = text.size();
    with_icu(text, [&prefix](UChar32 c, std::int32_t at) {
        if (c < 0) prefix = static_cast<std::uint64_t>(at);
        return c >= 0;
    });
    return prefix;
}
std::uint64_t count_icu(std::string_view text) {
    std::uint64_t count = 0;
    with_icu(text, [&count](UChar32, std::int32_t) { return ++count != 0; });
    return count;
}
std::uint64_t iterate_icu(std::string_view text) {
    std::uint64_t sum = 0;
    with_icu(text, [&sum](UChar32 c, std::int32_t) {
        sum += static_cast<std::uint64_t>(c);
        return true;
    });
    return sum;
}
#endif

#if GALLEY_BENCH_UTFCPP
#define UTFCPP(task) {"utfcpp", task##_utfcpp},
#else
#define UTFCPP(task)
#endif
#if GALLEY_BENCH_ICU
#define ICU(task) {"icu", task##_icu},
#else
#define ICU(task)
#endif

constexpr bench::contender validate[] = {{"galley", validate_galley}, UTFCPP(validate) ICU(validate)};
constexpr bench::contender count[] = {{"galley", count_galley}, UTFCPP(count) ICU(count)};
constexpr bench::contender iterate[] = {{"galley", iterate_galley}, UTFCPP(iterate) ICU(iterate)};

}  // namespace

int main(int argument_count, char** arguments) {
    bool agreed = bench::agree("validate", validate);
    agreed = bench::agree("count", count) && agreed;  // all of them speak
    agreed = bench::agree("iterate", iterate) && agreed;
    if (!agreed) return 1;
    bench::add("validate", validate);
    bench::add("count", count);
    bench::add("iterate", iterate);
    return bench::run(argument_count, arguments);
}
