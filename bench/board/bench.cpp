// The table: each component over each text.
// SPDX-License-Identifier: BSL-1.0
#include "components.hpp"
#include "port.hpp"
#include "texts.hpp"

#include <string_view>

/// Bytes below the stack pointer that are free to be painted, to see how deep a component goes; 0 where nobody knows.
#ifndef GALLEY_BOARD_PAINT
#define GALLEY_BOARD_PAINT 0
#endif

extern "C" {
// Around each measurement; a counting emulator looks for them by name.
__attribute__((noinline)) void board_mark_begin() { asm volatile("" ::: "memory"); }
__attribute__((noinline)) void board_mark_end() { asm volatile("" ::: "memory"); }
}

namespace {

struct component {
    std::string_view name;
    std::uint32_t (*run)(const char*, std::size_t);
};
constexpr component components[] = {
    {"validate", board_validate}, {"count", board_count},     {"decode", board_decode},
    {"tokenize", board_tokenize}, {"numbers", board_numbers}, {"lexicon", board_lexicon},
    {"dehyphenate", board_dehyphenate}, {"rejoin", board_rejoin}, {"reflow", board_reflow},
};

void put(std::string_view text) {
    for (const char c : text) board_put(c);
}
void put(std::uint32_t number) {
    if (number >= 10) put(number / 10);
    board_put(static_cast<char>('0' + number % 10));
}

#if GALLEY_BOARD_PAINT
volatile std::uint32_t* stack_pointer() {
    std::uintptr_t at;
#if defined(__x86_64__)
    asm volatile("mov %%rsp, %0" : "=r"(at));
#else
    asm volatile("mov %0, sp" : "=r"(at));
#endif
    return reinterpret_cast<volatile std::uint32_t*>(at & ~std::uintptr_t{7});
}
#endif

struct measured {
    std::uint32_t result, ticks, stack;
};

__attribute__((noinline)) measured measure(const component& c, std::string_view text) {
    measured m{};
#if GALLEY_BOARD_PAINT
#if defined(__x86_64__)
    constexpr std::uint32_t red_zone = 192 / 4;
#else
    constexpr std::uint32_t red_zone = 2;
#endif
    constexpr std::uint32_t colour = 0xC0105EEDU, depth = GALLEY_BOARD_PAINT / 4;
    volatile std::uint32_t* const top = stack_pointer();
    for (std::uint32_t i = red_zone; i < depth; ++i) *(top - i) = colour;
#endif
    const std::uint32_t before = board_ticks();
    board_mark_begin();
    m.result = c.run(text.data(), text.size());
    board_mark_end();
    m.ticks = board_ticks() - before;
#if GALLEY_BOARD_PAINT
    std::uint32_t lowest = depth;
    while (lowest > red_zone && *(top - (lowest - 1)) == colour) --lowest;
    m.stack = lowest > red_zone ? (lowest - 1) * 4 : 0;
#endif
    return m;
}

}  // namespace

extern "C" void board_bench() {
    put("component text bytes result ticks ticks/byte stack\n");
    for (const component& c : components) {
        for (const board_text& t : board_texts) {
            const measured m = measure(c, t.text);
            const std::uint32_t size = static_cast<std::uint32_t>(t.text.size());
            put(c.name), board_put(' '), put(t.name), board_put(' ');
            put(size), board_put(' '), put(m.result), board_put(' ');
            put(m.ticks), board_put(' '), put(m.ticks / size), board_put('.'), put(m.ticks % size * 10 / size), board_put(' ');
            put(m.stack), board_put('\n');
        }
    }
    put("state "), put(board_reflow_state()), board_put('\n');
}
