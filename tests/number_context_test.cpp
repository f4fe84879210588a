// Every character beside every form of numeral, and the characters that made a difference beside each other: whatever the rules
// make of them, what number.hpp promises holds.
// SPDX-License-Identifier: BSL-1.0
#include <galley/number.hpp>

#include "number_promises.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

constexpr std::string_view forms[] = {"@三",   "三@",     "@三@",  "@3@",     "3 @",     "@3.5@", "@二十三@人", "三@人",  "3@万",  "三@五", "十@",   "@삼@",
                                      "삼십@", "@XIV@",   "几@个", "@1,234@", "3~5@",    "@一",   "一@",        "@百@",   "两@",   "2〇@",  "@1/2@", "第@三@",
                                      "三@分之一", "五万@二", "@twenty@", "1@5", "約@三万@", "-@3", "ひと@",     "스물@", "1.5@", "3月@日", "三、@、五", "二十@、"};

constexpr bool is_worth_a_try(char32_t c) {
    return (c >= 0x20 && c < 0x250) || (c >= 0x370 && c < 0x450) || (c >= 0x2000 && c < 0x2800) || (c >= 0x3000 && c < 0x3400) ||
           (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xFF00 && c < 0xFFF0) || c == U'\n' || c == U'\r';
}

std::string encoded(char32_t c) {
    char octets[4];
    return std::string(octets, galley::utf8_encode(c, octets));
}

std::string filled(std::string_view form, const std::vector<std::string>& with, samples::random& random) {
    std::string text;
    for (const char c : form) {
        if (c != '@') text += c;
        else text += with[random.below(with.size())];
    }
    return text;
}

galley::number_options options_of(unsigned bits) {
    galley::number_options options;
    options.minimum = galley::strength::weak;
    options.language = static_cast<galley::number_language>(bits & 3U);
    options.indian_grouping = (bits & 4U) != 0;
    options.space_grouping = (bits & 8U) != 0;
    options.symbols = options.roman = options.native_words = options.english_words = (bits & 16U) != 0;
    options.zhao_is_million = (bits & 32U) != 0;
    return options;
}

/// What was found, but for the character beside it. Broken promises are counted.
std::string found_in(const std::string& text, const galley::number_options& options, std::string& broken) {
    std::string found;
    const char* const why = promises::broken_in(text, options, [&](const galley::found_number& n) {
        for (const std::size_t part : {n.text.size(), n.unit.size(), static_cast<std::size_t>(n.approx), static_cast<std::size_t>(n.evidence),
                                       static_cast<std::size_t>(n.value.kind), static_cast<std::size_t>(n.value.mantissa)}) {
            found += std::to_string(part) + ' ';
        }
    });
    if (why != nullptr && broken.empty()) broken = text + ": " + why;
    return found;
}

/// A character of the same block that no rule speaks of.
char32_t plain_like(char32_t c) { return c < 0x250 ? U'§' : c < 0x3000 ? U'\u2603' : c < 0x3400 ? U'\u3020' : c < 0xA000 ? U'靐' : c < 0xD7A4 ? U'뷁' : U'\uFFE8'; }

}  // namespace

TEST_CASE("every character beside every form of numeral keeps the promises") {
    samples::random random;
    std::string broken;
    std::vector<std::string> telling;  // characters that make a difference
    const galley::number_options options = options_of(16);
    const auto found_with = [&](char32_t c) {
        std::vector<std::string> found;
        for (const std::string_view form : forms) found.push_back(found_in(filled(form, {encoded(c)}, random), options, broken));
        return found;
    };
    char32_t plain = 0;
    std::vector<std::string> found_with_plain;
    samples::share share;
    for (char32_t c = 0; c < 0x10000; ++c) {
        if (!is_worth_a_try(c) || !share.takes_next()) continue;
        if (plain_like(c) != plain) plain = plain_like(c), found_with_plain = found_with(plain);
        if (found_with(c) != found_with_plain) telling.push_back(encoded(c));
    }
    REQUIRE(broken == "");
    REQUIRE(telling.size() > 200 / samples::share::one_of);

    for (unsigned round = 0; round < 100000; ++round) {
        if (!share.takes_next()) continue;
        const std::string_view form = forms[random.below(std::size(forms))];
        std::string text = filled(form, telling, random);
        if (random.below(2) == 0) text = telling[random.below(telling.size())] + text;
        if (random.below(2) == 0) text += telling[random.below(telling.size())];
        found_in(text, options_of(static_cast<unsigned>(random.below(64))), broken);
    }
    CHECK(broken == "");
}
