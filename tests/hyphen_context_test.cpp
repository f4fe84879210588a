// Hyphens at line ends in every language, between fragments of every shape, with every sign beside them: whatever is decided, what
// dehyphenate promises holds.
// SPDX-License-Identifier: BSL-1.0
#include <galley/dehyphenate.hpp>

#include "hyphen_promises.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

constexpr std::string_view shapes[] = {"exam", "Exam", "EXAM", "camelCase", "x", "12", "e\xCC\x81t\xC3\xA9", "\xD0\xBC\xD0\xB8\xD1\x80", "well", "\xEF\xAC\x81sh", "A1", "anti",
                                       "walked", "running", "based", "\xD9\xA3", "\xDB\xB3", "\xEF\xBC\x93", "www.x", "a@b", "http://x", "\xEA\xB0\x80\xEB\x82\x98"};
constexpr std::string_view signs[] = {"", "", "", "'", "\xE2\x80\x99", "/", "_", ".", "=", "#", "&", ":", "\\", "(", "[", "{", "-", "5", ",", "\xE2\x80\x9C", "\xE2\x80\x93", "?"};
constexpr std::string_view hyphens[] = {"-", "-", "-", "\xE2\x80\x90", "\xC2\xAD", "\xE2\x80\x91", "\xE2\x80\x93", "--", "=", "\xC2\xAC"};
constexpr std::string_view breaks[] = {"\n", "\n", "\r\n", " \n", "\n\t", "\r", "\n\f", "\n\n", "\n- ", "\n-"};

template <std::size_t N>
std::string_view any(const std::string_view (&of)[N], samples::random& random) {
    return of[random.below(N)];
}

std::string random_joint(samples::random& random) {
    std::string text(any(signs, random));
    text += any(shapes, random);
    for (const std::string_view part : {any(hyphens, random), any(breaks, random), any(shapes, random), any(signs, random)}) text += part;
    return text += random.below(3) == 0 ? "\n" : " ";
}

/// Enough of a language for the statistics to know it, and what else a page has.
std::string random_page(std::size_t language, samples::random& random) {
    const std::string words(galley::detail::frequent_words[language]);
    const bool shouts = random.below(8) == 0;
    std::string page = samples::repeat(words + (random.below(2) == 0 ? "\n" : " "), random.below(40));
    for (std::size_t joints = 1 + random.below(80); joints != 0; --joints) {
        if (shouts) page += "THE LINE IS ALL CAPITALS ";
        if (random.below(4) == 0) page += words + ' ';
        page += random_joint(random);
    }
    return page;
}

}  // namespace

TEST_CASE("hyphens of every shape in every language keep the promises") {
    samples::random random;
    const char* broken = nullptr;
    std::string where;
    const auto check = [&](const std::string& page, auto& lexicon, const auto& options) {
        const char* const found = promises::broken_in(page, lexicon, options);
        if (found != nullptr && broken == nullptr) broken = found, where = page;
    };
    samples::share share;
    for (unsigned round = 0; round < 40 * galley::detail::language_count; ++round) {
        if (!share.takes_next()) continue;
        const std::string page = random_page(round % galley::detail::language_count, random);
        galley::hyphen_options options;
        options.double_hyphens = random.below(4) == 0;
        options.bias = static_cast<std::int16_t>(random.below(5) == 0 ? static_cast<int>(random.below(10000)) - 5000 : 0);
        galley::no_lexicon none;
        check(page, none, options);
        galley::rescan_lexicon<4096> questions;
        check(page, questions, options);
        galley::bloom_lexicon<64> tiny;
        galley::bloom_lexicon<8192> filter;
        check(page, tiny, options);
        check(page, filter, options);
        galley::one_pass_options once;
        static_cast<galley::hyphen_options&>(once) = options;
        once.lookahead = random.below(300);
        check(page, filter, once);
        const auto is_short = [](std::string_view word) { return word.size() < 8; };
        galley::callback_lexicon<decltype(is_short)> callback(is_short);
        check(page, callback, once);
    }
    CAPTURE(where);
    CHECK((broken == nullptr ? "" : broken) == std::string());
}
