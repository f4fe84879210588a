// Start-up of a Cortex-M image: vectors, the floating-point unit, semihosting. Any fault ends the image with status 99.
// SPDX-License-Identifier: BSL-1.0
#include "board.hpp"

#include <cstdint>

extern "C" {
extern std::uint32_t board_stack_top;
[[noreturn]] void board_reset();
[[noreturn]] void board_fault();
}

namespace {

enum semihosting_call : std::uint32_t { sys_write0 = 0x04, sys_exit_extended = 0x20 };

std::uint32_t semihosting(semihosting_call call, const void* parameter) {
    register std::uint32_t r0 asm("r0") = call;
    register const void* r1 asm("r1") = parameter;
    asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

using handler = void (*)();

}  // namespace

namespace board {

void print(const char* text) { semihosting(sys_write0, text); }

void leave(int status) {
    constexpr std::uint32_t application_exit = 0x20026;
    const std::uint32_t block[] = {application_exit, static_cast<std::uint32_t>(status)};
    for (;;) semihosting(sys_exit_extended, block);
}

}  // namespace board

extern "C" {

void board_fault() { board::leave(99); }

void board_reset() {
#if defined(__ARM_FP)
    volatile std::uint32_t& coprocessor_access = *reinterpret_cast<volatile std::uint32_t*>(0xE000ED88U);
    coprocessor_access = coprocessor_access | 0xFU << 20;
    asm volatile("dsb\n isb" ::: "memory");
#endif
    board::leave(board_main());
}

/// The stack's top and the fifteen exceptions that every Cortex-M has.
struct vectors {
    const void* stack_top;
    handler exceptions[15];
};
__attribute__((section(".vectors"), used)) const vectors board_vectors = {
    &board_stack_top,
    {board_reset, board_fault, board_fault, board_fault, board_fault, board_fault, board_fault, board_fault, board_fault, board_fault,
     board_fault, board_fault, board_fault, board_fault, board_fault},
};
}
