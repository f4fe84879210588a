// Start-up under an operating system.
// SPDX-License-Identifier: BSL-1.0
#include "board.hpp"

#include <cstdio>
#include <cstdlib>

namespace board {
void print(const char* text) { std::fputs(text, stdout); }
void leave(int status) { std::exit(status); }
}  // namespace board

int main() { return board_main(); }
