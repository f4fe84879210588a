// The functions that a compiler may call by itself: all that galley asks of a freestanding environment. Compiled with
// -fno-builtin, so that their loops do not become calls of themselves.
// SPDX-License-Identifier: BSL-1.0
#include <cstddef>

extern "C" {

void* memcpy(void* to, const void* from, std::size_t size) {
    auto* const out = static_cast<unsigned char*>(to);
    const auto* const in = static_cast<const unsigned char*>(from);
    for (std::size_t i = 0; i < size; ++i) out[i] = in[i];
    return to;
}

void* memmove(void* to, const void* from, std::size_t size) {
    auto* const out = static_cast<unsigned char*>(to);
    const auto* const in = static_cast<const unsigned char*>(from);
    if (out < in) return memcpy(to, from, size);
    for (std::size_t i = size; i-- > 0;) out[i] = in[i];
    return to;
}

void* memset(void* to, int value, std::size_t size) {
    auto* const out = static_cast<unsigned char*>(to);
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<unsigned char>(value);
    return to;
}

int memcmp(const void* a, const void* b, std::size_t size) {
    const auto* const left = static_cast<const unsigned char*>(a);
    const auto* const right = static_cast<const unsigned char*>(b);
    for (std::size_t i = 0; i < size; ++i)
        if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    return 0;
}

std::size_t strlen(const char* text) {
    std::size_t size = 0;
    while (text[size] != '\0') ++size;
    return size;
}
}
