// unicode DUMP: compares every code point's properties with those in DUMP, three bytes each, as generate_unicode.py writes it.
// With GALLEY_UNICODE_LITE those are compared that it promises.
#include <galley/unicode.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

constexpr unsigned mark = 11;

struct expectation {
    unsigned kind;    // a token kind, or mark
    unsigned width;
    unsigned flags;   // opener, closer, sentence end, no start, from the lowest bit up
};

unsigned actual_flags(char32_t c) {
    return (galley::is_opener(c) ? 1U : 0U) | (galley::is_closer(c) ? 2U : 0U) | (galley::is_sentence_end(c) ? 4U : 0U) |
           (galley::is_no_start(c) ? 8U : 0U);
}

unsigned expected_quarter_ems(char32_t c, const expectation& e) {
    constexpr std::u32string_view drawn_wide = U"\u00B7\u2013\u2014\u2018\u2019\u201C\u201D\u2026";
    if (drawn_wide.find(c) != drawn_wide.npos || e.width >= 2) return 4;
    return e.kind == mark || c == 0x200B ? 0 : 2;
}

bool same(char32_t c, const expectation& e) {
    const bool is_mark = e.kind == mark;
    const auto kind = is_mark ? galley::token_kind::other : static_cast<galley::token_kind>(e.kind);
    return galley::kind_of(c) == kind && galley::is_mark(c) == is_mark && static_cast<unsigned>(galley::width_of(c)) == e.width &&
           actual_flags(c) == e.flags && galley::quarter_ems(c) == expected_quarter_ems(c, e);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string dump((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (dump.size() != 3 * 0x110000) {
        std::fprintf(stderr, "unicode: %s: %zu bytes, not three for each code point\n", arguments[1], dump.size());
        return 2;
    }
    unsigned wrong = 0, compared = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        const unsigned kind = static_cast<unsigned char>(dump[3 * c]);
        const unsigned layout = static_cast<unsigned char>(dump[3 * c + 1]);
        if (GALLEY_UNICODE_LITE && dump[3 * c + 2] == 0) continue;
        ++compared;
        if (same(c, {kind, layout & 3U, layout >> 2})) continue;
        if (++wrong <= 20) std::fprintf(stderr, "unicode: U+%04lX differs\n", static_cast<unsigned long>(c));
    }
    std::printf("unicode: %u of %u code points differ\n", wrong, compared);
    return wrong == 0 && compared >= (GALLEY_UNICODE_LITE ? 120000U : 0x110000U) ? 0 : 1;
}
