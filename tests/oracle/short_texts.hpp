// Every text of one to three bytes, and every text of four that its first three do not decide: the same list for each oracle.
#ifndef GALLEY_TESTS_ORACLE_SHORT_TEXTS_HPP
#define GALLEY_TESTS_ORACLE_SHORT_TEXTS_HPP

#include <cstddef>
#include <string_view>

namespace oracle {

/// 256 + 256^2 + 256^3, and with four bytes 256 open prefixes (F0: 48 seconds, F1-F3: 64 each, F4: 16) of 64 thirds each.
inline constexpr std::size_t short_text_count = 256U + 65536U + 16777216U + (48U + 3 * 64U + 16U) * 64U * 256U;

template <class Check>
void for_every_byte_behind(char* text, std::size_t size, Check& check) {
    for (unsigned last = 0; last < 256; ++last) {
        text[size] = static_cast<char>(last);
        check(std::string_view(text, size + 1));
    }
}

inline bool is_open(unsigned lead, unsigned second, unsigned third) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return lead >= 0xF0 && lead <= 0xF4 && second >= low && second <= high && third >= 0x80 && third <= 0xBF;
}

template <class Check>
void for_every_short_text(Check check) {
    char text[4]{};
    for_every_byte_behind(text, 0, check);
    for (unsigned a = 0; a < 256; ++a) {
        text[0] = static_cast<char>(a);
        for_every_byte_behind(text, 1, check);
        for (unsigned b = 0; b < 256; ++b) {
            text[1] = static_cast<char>(b);
            for_every_byte_behind(text, 2, check);
            for (unsigned c = 0; c < 256; ++c) {
                if (!is_open(a, b, c)) continue;
                text[2] = static_cast<char>(c);
                for_every_byte_behind(text, 3, check);
            }
        }
    }
}

}  // namespace oracle

#endif // GALLEY_TESTS_ORACLE_SHORT_TEXTS_HPP
