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

/// Copies of a few short lines: the window may have lost them when they are written.
class aside {
public:
    /// False when there is no room.
    constexpr bool put(std::string_view line, std::size_t source) noexcept {
        if (count_ == most || line.size() > capacity - used_) return false;
        lines_[count_++] = {static_cast<std::uint8_t>(used_), static_cast<std::uint8_t>(line.size()), source};
        for (const char c : line) text_[used_++] = c;
        return true;
    }

    /// `write(std::string_view, std::size_t source)` for each, which are then forgotten.
    template <class Write>
    constexpr void take_all(Write&& write) {
        for (std::size_t i = 0; i < count_; ++i) write(std::string_view(text_ + lines_[i].begin, lines_[i].size), lines_[i].source);
        count_ = used_ = 0;
    }

private:
    struct waiting {
        std::uint8_t begin;
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
