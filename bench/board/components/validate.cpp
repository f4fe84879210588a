// Is it UTF-8?
#include "../components.hpp"

#include <galley/utf8.hpp>

std::uint32_t board_validate(const char* text, std::size_t size) {
    return static_cast<std::uint32_t>(galley::utf8_valid_prefix({text, size}));
}
