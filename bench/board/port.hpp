// What a board supplies, and what it calls.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_BENCH_BOARD_PORT_HPP
#define GALLEY_BENCH_BOARD_PORT_HPP

#include <cstdint>

extern "C" {
/// Yours: writes a character, to a serial line for instance.
void board_put(char c);
/// Yours: a clock that counts up and may wrap: cycles, microseconds, anything. Zero where there is none.
std::uint32_t board_ticks();

/// Measures everything and prints the table: a line for each component and text.
void board_bench();
}

#endif // GALLEY_BENCH_BOARD_PORT_HPP
