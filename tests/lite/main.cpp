// The lite tables agree with the full ones wherever config.hpp promises it: block by block of what they know, and for texts.
#include "properties.hpp"

#include <cstdio>
#include <string>

static_assert(GALLEY_UNICODE_LITE == 0);

namespace {

struct range {
    char32_t first, last;
    const char* name;
};

// Blocks without code points of other scripts. tests/oracle compares the rest, with Unicode's own data at hand.
constexpr range known[] = {
    {0x0000, 0x0377, "Latin, modifiers, marks"}, {0x038E, 0x03A1, "Greek"},   {0x03A3, 0x03E1, "Greek"},
    {0x0400, 0x052F, "Cyrillic"},     {0x1D00, 0x1DFF, "phonetic, marks"},         {0x1E00, 0x1F15, "Latin, Greek"}, {0x2000, 0x2064, "punctuation"},
    {0x2070, 0x2071, "superscripts"},            {0x20A0, 0x20C0, "currency"}, {0x2100, 0x218B, "letter-like, numbers"},
    {0x2190, 0x2429, "arrows, mathematics"},     {0x2460, 0x27FF, "enclosed, boxes, dingbats"}, {0x2900, 0x2B73, "arrows"},
    {0x2C60, 0x2C7F, "Latin"},                   {0x2E80, 0x2E99, "radicals"}, {0x3000, 0x303F, "CJK punctuation"},
    {0x3041, 0x3096, "Hiragana"},                {0x3099, 0x30FF, "Katakana"}, {0x3105, 0x312F, "Bopomofo"},
    {0x3131, 0x318E, "Hangul jamo"},             {0x3190, 0x31E3, "strokes"},  {0x3220, 0x4DBF, "enclosed, Han"},
    {0x4E00, 0x9FFF, "Han"},                     {0xA640, 0xA69F, "Cyrillic"}, {0xA700, 0xA7CA, "Latin"},
    {0xA960, 0xA97C, "Hangul jamo"},             {0xAC00, 0xD7A3, "Hangul"},   {0xE000, 0xFA6D, "private use, Han"},
    {0xFB00, 0xFB06, "ligatures"},               {0xFE00, 0xFE19, "vertical forms"}, {0xFE30, 0xFE52, "compatibility forms"},
    {0xFF01, 0xFFBE, "full and half width"},     {0x1B000, 0x1B122, "kana"},   {0x1F300, 0x1F6D7, "pictographs"},
    {0x20000, 0x2A6DF, "Han"},                   {0x30000, 0x3134A, "Han"},    {0xE0100, 0xE01EF, "variation selectors"},
};

constexpr std::string_view texts[] = {
    "Galley: 3,000.5 na\xC3\xAFve \xE2\x80\x9Cquotes\xE2\x80\x9D, \xE2\x82\xAC 5; \xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82, \xCE\xBA\xCF\x8C\xCF\x83\xCE\xBC\xCE\xB5.",
    "共建“一带一路”，43.36亿元。テキストをはめる。한국어 글. 😀\r\n",
};

}  // namespace

int main() {
    unsigned wrong = 0, compared = 0;
    for (const range& r : known) {
        for (char32_t c = r.first; c <= r.last; ++c, ++compared) {
            if (properties(c) == lite_properties(c)) continue;
            if (++wrong <= 20) std::fprintf(stderr, "lite: U+%04lX (%s) differs\n", static_cast<unsigned long>(c), r.name);
        }
    }
    for (const std::string_view part : texts) {
        std::string text;
        for (int i = 0; i < 100; ++i, ++compared) {  // long enough for the kernels
            text += part;
            wrong += runs(text) != lite_runs(text);
        }
    }
    // What is given up, as config.hpp says it.
    const bool given_up = (lite_properties(0x0661) & 15U) == static_cast<unsigned>(galley::token_kind::word) &&
                          (lite_properties(0x4DC0) & 15U) == static_cast<unsigned>(galley::token_kind::han);
    std::printf("lite: %u of %u comparisons differ\n", wrong, compared);
    return wrong == 0 && given_up ? 0 : 1;
}
