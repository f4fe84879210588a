#include "unit.hpp"

#include <cstdio>

namespace {

int failures = 0;

void check(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "odr: %s\n", what);
    ++failures;
}

}  // namespace

int main() {
    const odr::seen first = see_first(), second = see_second(), other = see_other();
    check(first.variable == second.variable, "one configuration, but two copies of a variable");
    check(first.function == second.function, "one configuration, but two copies of a function");
    check(first.variable != other.variable, "two configurations share a variable");
    check(first.function != other.function, "two configurations share a function");
    check(first.tokens == 5 && second.tokens == 5 && other.tokens == 5, "a wrong count of tokens");
    return failures == 0 ? 0 : 1;
}
