// The pipeline as a stream, in the smallest window that holds twelve lines of 16 ems.
#include "../components.hpp"

#include <galley/reflow.hpp>

std::uint32_t board_reflow(const char* text, std::size_t size) {
    std::uint32_t sum = 0;
    const auto sink = [&sum](const galley::piece& p) {
        for (const char c : p.text) sum = sum * 31 + static_cast<unsigned char>(c);
    };
    galley::reflower<board_window> flow;
    constexpr std::size_t chunk = 64;
    for (std::size_t at = 0; at < size; at += chunk) flow.push({text + at, size - at < chunk ? size - at : chunk}, sink);
    flow.finish(sink);
    return sum;
}

std::uint32_t board_reflow_state() { return sizeof(galley::reflower<board_window>); }
