// For well-formedness and decoding alone: utfcpp replaces ill-formed parts in another way than Unicode recommends.
#include <galley/utf8.hpp>

#include "short_texts.hpp"

#include <doctest/doctest.h>
#include <utf8.h>

TEST_CASE("utfcpp: every short text is well-formed alike") {
    std::size_t texts = 0, wrong = 0;
    oracle::for_every_short_text([&](std::string_view text) {
        ++texts;
        const char* const first = text.data();
        const char* const invalid = utf8::find_invalid(first, first + text.size());
        if (galley::utf8_valid_prefix(text) != static_cast<std::size_t>(invalid - first)) ++wrong;
    });
    CHECK(texts == oracle::short_text_count);
    CHECK(wrong == 0);
}

TEST_CASE("utfcpp: every scalar value has the same octets") {
    std::size_t wrong = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        char ours[4], theirs[4];
        const char* const end = utf8::append(static_cast<utf8::uint32_t>(c), theirs);
        const std::string_view expected(theirs, static_cast<std::size_t>(end - theirs));
        const std::string_view actual(ours, static_cast<std::size_t>(galley::utf8_encode(c, ours) - ours));
        const char* at = theirs;
        if (actual != expected || galley::utf8_next(at, end).code_point != c || at != end) ++wrong;
    }
    CHECK(wrong == 0);
}
