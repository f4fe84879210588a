// Code points of text that is known to be well-formed.
#include "../components.hpp"

#include <galley/utf8.hpp>

std::uint32_t board_count(const char* text, std::size_t size) {
    return static_cast<std::uint32_t>(galley::utf8_count_valid({text, size}));
}
