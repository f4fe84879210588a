#include <galley/utf8.hpp>

#include "samples.hpp"
#include "sequences.hpp"
#include "short_texts.hpp"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <memory>
#include <string>
#include <vector>

namespace {

inline constexpr std::size_t longest = 12;

/// One bit pattern for a character: code point, size, whether well-formed.
struct characters {
    char32_t code_point[longest];
    std::size_t size[longest];
    std::size_t count = 0;
    std::size_t valid_prefix = 0;
};

// ICU's macro converts without a cast.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
characters by_icu(std::string_view text) {
    characters out{};
    const auto* const octets = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    bool valid = true;
    for (std::int32_t at = 0; at < length; ++out.count) {
        const std::int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(octets, at, length, c);
        valid = valid && c >= 0;
        out.code_point[out.count] = c < 0 ? 0xFFFD : static_cast<char32_t>(c);
        out.size[out.count] = static_cast<std::size_t>(at - from);
        if (valid) out.valid_prefix = static_cast<std::size_t>(at);
    }
    return out;
}
#pragma GCC diagnostic pop

bool same_as_icu(std::string_view text) {
    const characters icu = by_icu(text);
    if (galley::utf8_valid_prefix(text) != icu.valid_prefix || galley::utf8_count(text) != icu.count) return false;
    const char* at = text.data();
    const char* const last = at + text.size();
    for (std::size_t i = 0; i < icu.count; ++i) {
        const galley::decoded c = galley::utf8_next(at, last);
        if (c.code_point != icu.code_point[i] || c.size != icu.size[i]) return false;
    }
    return at == last;
}

using converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

converter open_utf8() {
    UErrorCode status = U_ZERO_ERROR;
    converter made(ucnv_open("UTF-8", &status), &ucnv_close);
    REQUIRE(U_SUCCESS(status));
    return made;
}

std::u16string converted_by_icu(UConverter* utf8, const std::string& text) {
    std::u16string out(text.size() + 1, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length = ucnv_toUChars(utf8, out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                                              static_cast<std::int32_t>(text.size()), &status);
    REQUIRE(U_SUCCESS(status));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::u16string converted_by_galley(std::string_view text) {
    std::u16string out;
    for (const char32_t c : galley::code_points(text)) {
        if (c < 0x10000) {
            out += static_cast<char16_t>(c);
        } else {
            out += static_cast<char16_t>(0xD7C0 + (c >> 10));
            out += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
        }
    }
    return out;
}

}  // namespace

TEST_CASE("icu: every short text validates and decodes alike") {
    std::size_t texts = 0, wrong = 0;
    oracle::for_every_short_text([&](std::string_view text) {
        ++texts;
        if (!same_as_icu(text)) ++wrong;
    });
    CHECK(texts == oracle::short_text_count);
    CHECK(wrong == 0);
}

// The converter is other code than the macros. It sees the same texts, each with a line end behind it, in batches.
TEST_CASE("icu: its converter replaces every short text alike") {
    const converter utf8 = open_utf8();
    std::string batch;
    std::size_t texts = 0, wrong = 0;
    const auto compare = [&] {
        if (converted_by_icu(utf8.get(), batch) != converted_by_galley(batch)) ++wrong;
        batch.clear();
    };
    oracle::for_every_short_text([&](std::string_view text) {
        ++texts;
        batch += text;
        batch += '\n';
        if (batch.size() > 60000) compare();
    });
    compare();
    CHECK(texts == oracle::short_text_count);
    CHECK(wrong == 0);
}

TEST_CASE("icu: random texts convert alike") {
    const converter utf8 = open_utf8();
    samples::random random;
    std::size_t wrong = 0;
    for (int round = 0; round < 5000; ++round) {
        const std::string text = round % 2 == 0 ? random.bytes(300) : random.characters(300);
        if (converted_by_icu(utf8.get(), text) != converted_by_galley(text)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("icu: random sequences of border bytes validate and decode alike") {
    const unsigned long long rounds = oracle::sequences(1000000);
    samples::random random(rounds);
    unsigned long long wrong = 0;
    for (unsigned long long round = 0; round < rounds; ++round) {
        char text[longest];
        const std::size_t size = 1 + random.below(longest);
        for (std::size_t i = 0; i < size; ++i) text[i] = samples::border_bytes[random.below(samples::border_bytes.size())];
        if (!same_as_icu({text, size})) ++wrong;
    }
    CHECK(rounds != 0);
    CHECK(wrong == 0);
}
