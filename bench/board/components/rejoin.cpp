// Line breaks by the context-free rule.
#include "../components.hpp"

#include <galley/rejoin.hpp>

std::uint32_t board_rejoin(const char* text, std::size_t size) {
    std::uint32_t sum = 0;
    galley::join_lines({text, size}, [&sum](std::string_view slice) { sum += static_cast<std::uint32_t>(slice.size()); });
    return sum;
}
