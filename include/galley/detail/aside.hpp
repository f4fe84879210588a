// galley: lines that wait until a paragraph is over.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_ASIDE_HPP
#define GALLEY_DETAIL_ASIDE_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Copies of a few short lines, in the order of the input: the window may have lost them when they are written.
class aside {
public:
    constexpr bool has_room(std::size_t lines, std::size_t bytes) const noexcept { return lines <= most - count_ && bytes <= capacity - used_; }
    /// There is room.
    constexpr void put(std::string_view line, std::size_t source) noexcept {
        lines_[count_++] = {static_cast<std::uint8_t>(line.size()), source};
        for (const char c : line) text_[used_++] = c;
    }

    /// `write(std::string_view, std::size_t source)` for each that stood before `limit` in the input; they are then forgotten.
    template <class Write>
    constexpr void take_before(std::size_t limit, Write&& write) {
        std::size_t taken = 0, freed = 0;
        for (; taken < count_ && lines_[taken].source < limit; ++taken) {
            write(std::string_view(text_ + freed, lines_[taken].size), lines_[taken].source);
            freed += lines_[taken].size;
        }
        if (taken == 0) return;
        for (std::size_t i = taken; i < count_; ++i) lines_[i - taken] = lines_[i];
        for (std::size_t i = freed; i < used_; ++i) text_[i - freed] = text_[i];
        count_ -= taken;
        used_ -= freed;
    }

private:
    struct waiting {
        std::uint8_t size;
        std::size_t source;
    };
    static constexpr std::size_t capacity = 160, most = 3;

    char text_[capacity] = {};
    waiting lines_[most] = {};
    std::size_t count_ = 0;
    std::size_t used_ = 0;
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_ASIDE_HPP
