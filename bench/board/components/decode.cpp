// Characters out of UTF-8.
#include "../components.hpp"

#include <galley/utf8.hpp>

std::uint32_t board_decode(const char* text, std::size_t size) {
    std::uint32_t sum = 0;
    for (const char32_t c : galley::code_points({text, size})) sum += c;
    return sum;
}
