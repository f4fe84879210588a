// Line-end hyphens, without a lexicon.
#include "../components.hpp"

#include <galley/dehyphenate.hpp>

std::uint32_t board_dehyphenate(const char* text, std::size_t size) {
    std::uint32_t sum = 0;
    galley::dehyphenate({text, size}, [&sum](std::string_view slice) { sum += static_cast<std::uint32_t>(slice.size()); });
    return sum;
}
