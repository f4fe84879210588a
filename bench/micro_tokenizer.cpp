// Tokens by sink and by range. No peer cuts text in the same way; ICU's word breaks stand beside for scale, unchecked.
#include "micro.hpp"

#include <galley/tokenizer.hpp>

#if GALLEY_BENCH_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#endif

namespace {

std::uint64_t by_sink(std::string_view text) {
    std::uint64_t sum = 0;
    galley::tokenize(text, [&sum](galley::token t) { sum += t.text.size() * 16 + static_cast<unsigned>(t.kind) + 1; });
    return sum;
}

std::uint64_t by_range(std::string_view text) {
    std::uint64_t sum = 0;
    for (const galley::token t : galley::tokens(text)) sum += t.text.size() * 16 + static_cast<unsigned>(t.kind) + 1;
    return sum;
}

#if GALLEY_BENCH_ICU
std::uint64_t icu_words(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText* const octets = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    UBreakIterator* const breaks = ubrk_open(UBRK_WORD, "en", nullptr, 0, &status);
    ubrk_setUText(breaks, octets, &status);
    std::uint64_t words = 0;
    if (U_SUCCESS(status)) {
        while (ubrk_next(breaks) != UBRK_DONE) ++words;
    }
    ubrk_close(breaks);
    utext_close(octets);
    return words;
}
constexpr bench::contender beside[] = {{"icu_words", icu_words}};
#endif

constexpr bench::contender tokenize[] = {{"sink", by_sink}, {"range", by_range}};

}  // namespace

int main(int argument_count, char** arguments) {
    if (!bench::agree("tokenize", tokenize)) return 1;
    bench::add("tokenize", tokenize);
#if GALLEY_BENCH_ICU
    bench::add("tokenize", beside);
#endif
    return bench::run(argument_count, arguments);
}
