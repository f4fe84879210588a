// UTF-8 decoding as Unicode's table 3-7 reads, row by row: slow, plain, and nothing in common with the library's.
#ifndef GALLEY_TESTS_UTF8_REFERENCE_HPP
#define GALLEY_TESTS_UTF8_REFERENCE_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reference {

struct byte_range {
    unsigned first, last;
};

struct well_formed {
    std::size_t size;
    byte_range bytes[4];
};

inline constexpr well_formed forms[] = {
    {1, {{0x00, 0x7F}, {}, {}, {}}},
    {2, {{0xC2, 0xDF}, {0x80, 0xBF}, {}, {}}},
    {3, {{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}, {}}},
    {3, {{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}, {}}},
    {3, {{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}, {}}},
    {3, {{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}, {}}},
    {4, {{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}},
};

struct character {
    char32_t code_point;
    std::size_t size;
    bool valid;
};

/// The first character of a text that is not empty.
constexpr character decode(std::string_view text) {
    std::size_t longest = 1;
    for (const well_formed& form : forms) {
        std::size_t fit = 0;
        char32_t bits = 0;
        while (fit < form.size && fit < text.size()) {
            const unsigned byte = static_cast<unsigned char>(text[fit]);
            if (byte < form.bytes[fit].first || byte > form.bytes[fit].last) break;
            bits = fit == 0 ? byte : bits * 64 + (byte - 0x80);
            ++fit;
        }
        if (fit == form.size) {
            constexpr char32_t lead_bits[] = {0, 0, 0xC0, 0xE0, 0xF0};
            char32_t prefix = lead_bits[form.size];
            for (std::size_t i = 1; i < form.size; ++i) prefix *= 64;
            return {bits - prefix, fit, true};
        }
        if (fit > longest) longest = fit;
    }
    return {0xFFFD, longest, false};
}

constexpr std::size_t valid_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const character c = decode(text.substr(at));
        if (!c.valid) break;
        at += c.size;
    }
    return at;
}

constexpr std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (; !text.empty(); ++n) text.remove_prefix(decode(text).size);
    return n;
}

}  // namespace reference

#endif // GALLEY_TESTS_UTF8_REFERENCE_HPP
