// How many random inputs a differential test tries: few in the suite, as many as GALLEY_TEST_SEQUENCES says in long runs.
#ifndef GALLEY_TESTS_ORACLE_SEQUENCES_HPP
#define GALLEY_TESTS_ORACLE_SEQUENCES_HPP

#include <cstdlib>

namespace oracle {

inline unsigned long long sequences(unsigned long long usual) {
    const char* const wish = std::getenv("GALLEY_TEST_SEQUENCES");
    return wish == nullptr ? usual : std::strtoull(wish, nullptr, 10);
}

}  // namespace oracle

#endif // GALLEY_TESTS_ORACLE_SEQUENCES_HPP
