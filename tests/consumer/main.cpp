// A user's program: the same for every way of getting at the library.
#include <galley/galley.hpp>

#include <cstdio>

int main() {
    std::size_t words = 0;
    for (const galley::token t : galley::tokens("two words")) words += t.kind == galley::token_kind::word ? 1U : 0U;
    std::printf("galley %s: %zu words\n", GALLEY_VERSION_STRING, words);
    return words == 2 ? 0 : 1;
}
