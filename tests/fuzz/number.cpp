// Numbers: found in order inside the text, printed exactly, and what is printed reads back as the same value.
#include "../number_promises.hpp"
#include "fuzz.hpp"

#include <galley/number.hpp>

namespace {

void check(const char* broken) {
    if (broken != nullptr) fuzz::fail(broken, __FILE__, __LINE__);
}

galley::number_options options_of(fuzz::dice& choices) {
    galley::number_options options;
    options.language = static_cast<galley::number_language>(choices.below(4));
    constexpr galley::strength strengths[] = {galley::strength::medium, galley::strength::weak, galley::strength::strong};
    options.minimum = strengths[choices.below(3)];
    const unsigned bits = choices.below(256);
    options.indian_grouping = (bits & 1) != 0;
    options.space_grouping = (bits & 2) != 0;
    options.symbols = (bits & 4) != 0;
    options.roman = (bits & 8) != 0;
    options.native_words = (bits & 16) != 0;
    options.zhao_is_million = (bits & 32) != 0;
    options.english_words = (bits & 64) != 0;
    return options;
}

}  // namespace

const fuzz::work_budget fuzz::budget{100000, 40000};

void fuzz::examine(dice choices) {
    const galley::number_options options = options_of(choices);
    const std::string_view text = choices.rest();
    check(promises::broken_in(text, options, [](const galley::found_number&) {}));
    const auto one = galley::parse_number(text, options);
    FUZZ_REQUIRE(one.size <= text.size());
    if (one) check(promises::broken_by(one.value));
}
