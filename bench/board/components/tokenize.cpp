// Runs of one kind.
#include "../components.hpp"

#include <galley/tokenizer.hpp>

std::uint32_t board_tokenize(const char* text, std::size_t size) {
    std::uint32_t sum = 0;
    galley::tokenize({text, size}, [&sum](galley::token t) {
        sum = sum * 31 + static_cast<std::uint32_t>(t.text.size()) * 16 + static_cast<std::uint32_t>(t.kind);
    });
    return sum;
}
