#include <galley/config.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

// Each option must be there and be 0 or 1, so that #if reads it without -Wundef and the namespace has a name.
static_assert(GALLEY_NUMBER_CJK == 0 || GALLEY_NUMBER_CJK == 1);
static_assert(GALLEY_NUMBER_HANGUL == 0 || GALLEY_NUMBER_HANGUL == 1);
static_assert(GALLEY_NUMBER_WORDS == 0 || GALLEY_NUMBER_WORDS == 1);
static_assert(GALLEY_UNICODE_LITE == 0 || GALLEY_UNICODE_LITE == 1);

#define SPELL_(x) #x
#define SPELL(x) SPELL_(x)

TEST_CASE("config: the version string is the three numbers") {
    const std::string numbers = std::to_string(GALLEY_VERSION_MAJOR) + "." + std::to_string(GALLEY_VERSION_MINOR) + "." +
                                std::to_string(GALLEY_VERSION_PATCH);
    CHECK(numbers == GALLEY_VERSION_STRING);
}

TEST_CASE("config: the inline namespace spells every option") {
    const std::string abi = SPELL(GALLEY_ABI);
    std::string options;
    for (const int option : {GALLEY_NUMBER_CJK, GALLEY_NUMBER_HANGUL, GALLEY_NUMBER_WORDS, GALLEY_UNICODE_LITE}) options += std::to_string(option);
    REQUIRE(abi.size() > options.size());
    CHECK(abi.find(options) != std::string::npos);
}
