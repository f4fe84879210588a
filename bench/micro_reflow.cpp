// Reflow, whole and streamed, with and without a lexicon, on text that is wrapped every sixty bytes or so. No peer does this; ICU's
// line breaks over the same bytes stand beside for scale, unchecked.
#include "columns.hpp"
#include "micro.hpp"

#include <galley/reflow.hpp>

#include <memory>

#if GALLEY_BENCH_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#endif

namespace {

/// The text in columns.
const std::string& torn(std::string_view text) {
    static std::string lines;
    static const char* of = nullptr;
    if (of != text.data()) lines = bench::in_columns(text);
    of = text.data();
    return lines;
}

std::uint64_t whole(std::string_view text) {
    std::uint64_t sum = 0;
    galley::reflow(torn(text), [&sum](const galley::piece& p) { sum = sum * 31 + p.text.size(); });
    return sum;
}

std::uint64_t streamed(std::string_view text) {
    std::uint64_t sum = 0;
    const auto flow = std::make_unique<galley::reflower<4096>>();
    const auto sink = [&sum](const galley::piece& p) { sum = sum * 31 + p.text.size(); };
    flow->push(torn(text), sink);
    flow->finish(sink);
    return sum;
}

std::uint64_t with_lexicon(std::string_view text) {
    std::uint64_t sum = 0;
    const auto words = std::make_unique<galley::bloom_lexicon<65536>>();
    galley::reflow_with(*words, torn(text), [&sum](const galley::piece& p) { sum += p.text.size(); });
    return sum;
}

#if GALLEY_BENCH_ICU
std::uint64_t icu_line_breaks(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string& lines = torn(text);
    UText* const octets = utext_openUTF8(nullptr, lines.data(), static_cast<std::int64_t>(lines.size()), &status);
    UBreakIterator* const breaks = ubrk_open(UBRK_LINE, "zh", nullptr, 0, &status);
    ubrk_setUText(breaks, octets, &status);
    std::uint64_t count = 0;
    if (U_SUCCESS(status)) {
        while (ubrk_next(breaks) != UBRK_DONE) ++count;
    }
    ubrk_close(breaks);
    utext_close(octets);
    return count;
}
#endif

constexpr bench::contender reflow[] = {{"whole", whole}, {"streamed", streamed}};
constexpr bench::contender beside[] = {{"with_lexicon", with_lexicon},
#if GALLEY_BENCH_ICU
                                       {"icu_line_breaks", icu_line_breaks},
#endif
};

}  // namespace

int main(int argument_count, char** arguments) {
    if (!bench::agree("reflow", reflow)) return 1;
    bench::add("reflow", reflow);
    bench::add("reflow", beside);
    return bench::run(argument_count, arguments);
}
