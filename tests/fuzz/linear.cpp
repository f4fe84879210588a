// Cost is linear whatever the text: a part that is repeated to twice the length costs twice as much, by count of basic blocks.
#include "linear.hpp"

const fuzz::work_budget fuzz::budget{~std::uint64_t{0} >> 1, 0};

void fuzz::examine(dice choices) {
    const operation& what = operations[choices.below(static_cast<unsigned>(operation_count))];
    const std::string_view part = choices.rest().substr(0, 64);
    if (part.empty()) return;
    const std::string text = filled(part, 6144);  // more than a window
    const std::uint64_t once = cost_of(what, text);
    const std::uint64_t twice = cost_of(what, text + text);
    if (!is_linear(once, twice)) std::fprintf(stderr, "%s: %llu blocks, then %llu\n", what.name, static_cast<unsigned long long>(once), static_cast<unsigned long long>(twice));
    FUZZ_REQUIRE(is_linear(once, twice));
}
