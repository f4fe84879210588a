// What newlib's start-up lacks on a Cortex-M: vectors, and a source of entropy that the suite never asks.
// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdlib>

extern "C" {
void _start();
int getentropy(void*, std::size_t) { return -1; }

#if defined(__ARM_ARCH_PROFILE) && __ARM_ARCH_PROFILE == 'M'
[[noreturn]] static void fault() { std::_Exit(99); }

struct vectors {
    const void* stack_top;
    void (*exceptions[15])();
};
__attribute__((section(".vectors"), used)) const vectors newlib_vectors = {
    reinterpret_cast<const void*>(0x20400000),
    {_start, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault},
};
#endif
}
