// The port of an emulated Cortex-M, over the start-up file of tests/board.
// SPDX-License-Identifier: BSL-1.0
#include "port.hpp"

#include "../../tests/board/board.hpp"

void board_put(char c) {
    const char text[] = {c, '\0'};
    board::print(text);
}

std::uint32_t board_ticks() { return 0; }

extern "C" int board_main() {
    board_bench();
    return 0;
}
