// Every property of a character in one number, by the tables of the translation unit that includes this.
#ifndef GALLEY_TESTS_LITE_PROPERTIES_HPP
#define GALLEY_TESTS_LITE_PROPERTIES_HPP

#include <galley/tokenizer.hpp>
#include <galley/unicode.hpp>

namespace {

unsigned properties(char32_t c) {
    using galley::width_of, galley::kind_of;
    return static_cast<unsigned>(kind_of(c)) | static_cast<unsigned>(width_of(c)) << 4 | unsigned{galley::quarter_ems(c)} << 6 |
           (galley::is_mark(c) ? 1U << 9 : 0) | (galley::is_opener(c) ? 1U << 10 : 0) | (galley::is_closer(c) ? 1U << 11 : 0) |
           (galley::is_sentence_end(c) ? 1U << 12 : 0) | (galley::is_no_start(c) ? 1U << 13 : 0) | (galley::is_emoji(c) ? 1U << 14 : 0);
}

/// The runs of a text, mixed into a number.
unsigned long runs(std::string_view text) {
    unsigned long sum = 0;
    galley::tokenize(text, [&sum](galley::token t) { sum = sum * 31 + t.text.size() * 16 + static_cast<unsigned long>(t.kind); });
    return sum;
}

}  // namespace

unsigned lite_properties(char32_t c);
unsigned long lite_runs(std::string_view text);

#endif // GALLEY_TESTS_LITE_PROPERTIES_HPP
