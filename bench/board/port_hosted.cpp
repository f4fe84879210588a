// The port of a machine with an operating system; a tick is a nanosecond, or nothing in an emulator.
// SPDX-License-Identifier: BSL-1.0
#include "port.hpp"

#include <cstdio>
#include <ctime>

void board_put(char c) { std::putchar(c); }

std::uint32_t board_ticks() {
#if defined(GALLEY_BOARD_COUNTED)
    return 0;
#else
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::uint32_t>(now.tv_sec) * 1000000000U + static_cast<std::uint32_t>(now.tv_nsec);
#endif
}

int main() { board_bench(); }
