// What each translation unit of the program has: the library, and a function that uses it.
#ifndef GALLEY_TESTS_ODR_UNIT_HPP
#define GALLEY_TESTS_ODR_UNIT_HPP

#include <galley/galley.hpp>

#include <cstddef>

namespace odr {

/// Addresses of one inline variable and one inline function, and a result.
struct seen {
    const void* variable;
    std::size_t (*function)(std::string_view) noexcept;
    std::size_t tokens;
};

inline constexpr std::string_view text = "\xE4\xB8\xAD 1,234 \xFF";

inline std::size_t count_tokens(const galley::token_range& range) {
    std::size_t n = 0;
    for (const galley::token t : range) n += t.text.empty() ? 0U : 1U;
    return n;
}

}  // namespace odr

#define GALLEY_TESTS_ODR_SEEN \
    odr::seen { &galley::replacement_character, &galley::utf8_count, odr::count_tokens(galley::tokens(odr::text)) }

odr::seen see_first();
odr::seen see_second();
odr::seen see_other();

#endif // GALLEY_TESTS_ODR_UNIT_HPP
