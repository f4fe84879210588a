// The numbers of a text, and their values as integers.
#include "../components.hpp"

#include <galley/number.hpp>

std::uint32_t board_numbers(const char* text, std::size_t size) {
    std::uint32_t sum = 0;
    for (const galley::found_number& n : galley::numbers({text, size})) {
        sum = sum * 31 + static_cast<std::uint32_t>(galley::to_int64(n.value).value) + static_cast<std::uint32_t>(n.text.size());
    }
    return sum;
}
