// Peers that find word boundaries (UAX #29), the nearest that they have: ICU with and without dictionaries, libunibreak,
// and a loop over utf8proc's categories.
// SPDX-License-Identifier: BSL-1.0
#include "speed.hpp"

#include <memory>

#if GALLEY_BENCH_ICU
#include <unicode/brkiter.h>
#include <unicode/rbbi.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#endif
#if GALLEY_BENCH_UNIBREAK
extern "C" {
#include <wordbreak.h>
}
#endif
#if GALLEY_BENCH_UTF8PROC
#include <utf8proc.h>
#endif

namespace bench {
namespace {

#if GALLEY_BENCH_ICU

/// Conversion to UTF-16, which its boundaries need, is inside the time.
outcome words(icu::BreakIterator& boundaries, std::string_view text) {
    const icu::UnicodeString wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    boundaries.setText(wide);
    token_digest digest;
    boundaries.first();
    for (std::int32_t at = boundaries.next(); at != icu::BreakIterator::DONE; at = boundaries.next())
        digest.add(static_cast<std::uint64_t>(at), static_cast<unsigned>(boundaries.getRuleStatus()));
    return digest.found;
}

outcome icu_with_dictionary(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    static const std::unique_ptr<icu::BreakIterator> boundaries(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    return boundaries ? words(*boundaries, text) : outcome{};
}

/// The same rules, but Han, kana and Thai letters are not looked up: the set that says so has another name.
outcome icu_without_dictionary(std::string_view text) {
    static const std::unique_ptr<icu::BreakIterator> boundaries = [] {
        UErrorCode error = U_ZERO_ERROR;
        const std::unique_ptr<icu::BreakIterator> root(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
        auto* rules = dynamic_cast<icu::RuleBasedBreakIterator*>(root.get());
        icu::UnicodeString source = rules != nullptr ? rules->getRules() : icu::UnicodeString();
        source.findAndReplace(UNICODE_STRING_SIMPLE("$dictionary "), UNICODE_STRING_SIMPLE("$looked_up "));
        source.findAndReplace(UNICODE_STRING_SIMPLE("$dictionary="), UNICODE_STRING_SIMPLE("$looked_up="));
        UParseError where;
        std::unique_ptr<icu::BreakIterator> plain(new icu::RuleBasedBreakIterator(source, where, error));
        return U_SUCCESS(error) ? std::move(plain) : nullptr;
    }();
    return boundaries ? words(*boundaries, text) : outcome{};
}

/// The runs of equal general category, by its macros and properties.
outcome icu_properties(std::string_view text) {
    token_digest digest;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const std::int64_t size = static_cast<std::int64_t>(text.size());
    int before = -1;
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t start = at;
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, at, size, c);
        const int kind = u_charType(c);
        if (kind != before && before >= 0) digest.add(static_cast<std::uint64_t>(start), static_cast<unsigned>(before));
        before = kind;
    }
    return digest.found;
}

#endif

#if GALLEY_BENCH_UNIBREAK
outcome unibreak_words(std::string_view text) {
    static thread_local std::vector<char> breaks;
    if (breaks.size() < text.size()) breaks.resize(text.size());
    init_wordbreak();
    set_wordbreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "", breaks.data());
    token_digest digest;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (breaks[at] == WORDBREAK_BREAK) digest.add(at + 1, 0);
    return digest.found;
}
#endif

#if GALLEY_BENCH_UTF8PROC
outcome utf8proc_categories(std::string_view text) {
    token_digest digest;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    int before = -1;
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t c;
        const utf8proc_ssize_t size = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
        const int kind = size > 0 ? utf8proc_category(c) : 31;
        if (kind != before && before >= 0) digest.add(at, static_cast<unsigned>(before));
        before = kind;
        at += size > 0 ? static_cast<std::size_t>(size) : 1;
    }
    return digest.found;
}
#endif

}  // namespace

void add_word_break_peers(field& to) {
    (void)to;
#if GALLEY_BENCH_ICU
    to.push_back({"tokenize", "ICU word break", icu_with_dictionary, agreement::none});
    to.push_back({"reflow", "ICU word break", icu_with_dictionary, agreement::none});
    to.push_back({"tokenize", "ICU word break, no dictionary", icu_without_dictionary, agreement::none});
    to.push_back({"tokenize", "ICU categories", icu_properties, agreement::none});
#endif
#if GALLEY_BENCH_UNIBREAK
    to.push_back({"tokenize", "libunibreak", unibreak_words, agreement::none});
#endif
#if GALLEY_BENCH_UTF8PROC
    to.push_back({"tokenize", "utf8proc categories", utf8proc_categories, agreement::none});
#endif
}

}  // namespace bench
