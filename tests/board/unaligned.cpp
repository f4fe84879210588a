// The control of the alignment check: a Cortex-M0 faults here, and so the image must end with status 99.
// SPDX-License-Identifier: BSL-1.0
#include "board.hpp"

#include <cstdint>

extern "C" int board_main() {
    alignas(4) static constexpr char text[8] = {};
    const char* volatile place = text + 1;
    return *reinterpret_cast<const volatile std::uint32_t*>(place) == 0 ? 0 : 1;
}
