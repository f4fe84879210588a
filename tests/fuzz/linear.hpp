// What reads a text from end to end, and what a text costs it: for the tests that cost is linear whatever the text.
#ifndef GALLEY_TESTS_FUZZ_LINEAR_HPP
#define GALLEY_TESTS_FUZZ_LINEAR_HPP

#include "fuzz.hpp"

#include <string>
#include <string_view>

namespace fuzz {

struct operation {
    const char* name;
    void (*run)(std::string_view text);
};

/// Everything that reads a text from end to end.
extern const operation operations[];
extern const std::size_t operation_count;

inline std::uint64_t cost_of(const operation& what, std::string_view text) {
    const std::uint64_t before = fuzz_work;
    what.run(text);
    return fuzz_work - before;
}

/// `part` again and again, as often as whole ones fit in `size` bytes, at least once.
inline std::string filled(std::string_view part, std::size_t size) {
    std::string text;
    text.reserve(size + part.size());
    do text += part;
    while (text.size() + part.size() <= size);
    return text;
}

/// Whether twice the text costs at most an eighth more than twice; little sums are let pass.
inline bool is_linear(std::uint64_t once, std::uint64_t twice) { return twice <= 2 * once + once / 4 + 2000; }

}  // namespace fuzz

#endif // GALLEY_TESTS_FUZZ_LINEAR_HPP
