// Every component on a few fixtures of its own, without a heap, a library or writable data: what can run on any board.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_TESTS_BOARD_SELF_CHECK_HPP
#define GALLEY_TESTS_BOARD_SELF_CHECK_HPP

namespace board {

/// Prints what is wrong and a line that counts. True when nothing is.
bool self_check();

}  // namespace board

#endif // GALLEY_TESTS_BOARD_SELF_CHECK_HPP
