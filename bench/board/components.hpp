// What is measured: each component as one function, in a translation unit of its own. Each returns a number that depends on
// all of its output, so that targets can be compared.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_BENCH_BOARD_COMPONENTS_HPP
#define GALLEY_BENCH_BOARD_COMPONENTS_HPP

#include <cstddef>
#include <cstdint>

/// Bytes of the streaming window: twelve lines of 16 ems are 576 bytes of Chinese, and half of the window may wait.
inline constexpr std::size_t board_window = 1024;

extern "C" {
std::uint32_t board_decode(const char* text, std::size_t size);
std::uint32_t board_validate(const char* text, std::size_t size);
std::uint32_t board_count(const char* text, std::size_t size);
std::uint32_t board_tokenize(const char* text, std::size_t size);
std::uint32_t board_numbers(const char* text, std::size_t size);
std::uint32_t board_lexicon(const char* text, std::size_t size);
std::uint32_t board_dehyphenate(const char* text, std::size_t size);
std::uint32_t board_rejoin(const char* text, std::size_t size);
std::uint32_t board_reflow(const char* text, std::size_t size);
std::uint32_t board_reflow_state();  ///< bytes of the object that streams
}

#endif // GALLEY_BENCH_BOARD_COMPONENTS_HPP
