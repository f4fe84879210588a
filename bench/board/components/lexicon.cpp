// The words of a text into a Bloom filter.
#include "../components.hpp"

#include <galley/lexicon.hpp>

std::uint32_t board_lexicon(const char* text, std::size_t size) {
    galley::bloom_lexicon<256> words;
    galley::read_words({text, size}, words);
    return words.size();
}
