// What a program without an operating system needs of its start-up file: a line of text out, an exit status.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_TESTS_BOARD_HPP
#define GALLEY_TESTS_BOARD_HPP

namespace board {

/// Writes zero-terminated text.
void print(const char* text);

/// Ends the program.
[[noreturn]] void leave(int status);

}  // namespace board

/// The program; its result is the exit status.
extern "C" int board_main();

#endif // GALLEY_TESTS_BOARD_HPP
