// fold DUMP: compares what fold.hpp says of every code point with DUMP, four bytes each, as fold.py writes it: the simple case
// folding and, in the top byte, 1 for a letter or mark, 2 for what is not assigned.
#include <galley/detail/fold.hpp>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace galley::detail;

/// The alphabets that are set with hyphens: nothing is left out here.
bool is_exact(char32_t c) {
    const bool latin = c < 0x180 || (c >= 0x1F8 && c < 0x220) || (c >= 0x1E00 && c < 0x1F00 && c != 0x1E9B);
    return latin || (c >= 0x386 && c < 0x3CF) || (c >= 0x400 && c < 0x588);
}

/// Elsewhere a capital may be left as it is, and is then its own small letter.
bool same_fold(char32_t c, char32_t expected) {
    const char32_t actual = fold_case(c);
    return actual == expected || (!is_exact(c) && actual == c);
}

/// Superscripts, signs shaped like letters and stray marks are no letters; small gaps in a script from U+0750 on are.
bool same_letter(char32_t c, unsigned expected) {
    const bool alphabet = c < 0x3000 || (c >= 0xA640 && c < 0xAC00) || (c >= 0xFB00 && c < 0xFB50) || (c >= 0xFF21 && c < 0xFF5B);
    if (is_letter(c)) return alphabet && (expected != 0 || c >= 0x750);
    const bool left_out = c >= 0x750 && !is_exact(c);
    return expected != 1 || left_out;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string dump((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (dump.size() != 4 * 0x110000) {
        std::fprintf(stderr, "fold: %s: %zu bytes, not four for each code point\n", arguments[1], dump.size());
        return 2;
    }
    unsigned wrong = 0, left = 0, gaps = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        std::uint32_t word = 0;
        for (unsigned i = 4; i-- != 0;) word = word << 8 | static_cast<unsigned char>(dump[4 * c + i]);
        const char32_t folded = word & 0xFFFFFFU;
        const unsigned kind = word >> 24;
        left += fold_case(c) != folded ? 1U : 0U;
        gaps += is_letter(c) && kind != 1 ? 1U : 0U;
        if (same_fold(c, folded) && same_letter(c, kind)) continue;
        if (++wrong <= 20) std::fprintf(stderr, "fold: U+%04lX differs\n", static_cast<unsigned long>(c));
    }
    std::printf("fold: %u of 1114112 code points differ; %u capitals are left out, %u gaps are taken for letters\n", wrong, left, gaps);
    return wrong == 0 ? 0 : 1;
}
