// Start-up as a WebAssembly module: the host supplies two functions.
// SPDX-License-Identifier: BSL-1.0
#include "board.hpp"

extern "C" {
__attribute__((import_module("board"), import_name("print"))) void host_print(const char* text);
__attribute__((import_module("board"), import_name("leave"))) void host_leave(int status);
}

namespace board {
void print(const char* text) { host_print(text); }
void leave(int status) {
    host_leave(status);
    __builtin_unreachable();
}
}  // namespace board
