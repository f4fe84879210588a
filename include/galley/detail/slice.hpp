// galley: slices of text, without the standard library's throwing members.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SLICE_HPP
#define GALLEY_DETAIL_SLICE_HPP

#include <galley/config.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

constexpr std::string_view slice(const char* first, const char* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
}

/// From one offset to another.
constexpr std::string_view slice(std::string_view text, std::size_t first, std::size_t last) noexcept {
    return {text.data() + first, last - first};
}

constexpr bool same(const char* a, const char* b, std::size_t size) noexcept {
    for (std::size_t i = 0; i < size; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

inline constexpr std::size_t not_found = static_cast<std::size_t>(-1);

/// Offset of the first occurrence at or behind `from`. `part` is short, so the plain search will do.
constexpr std::size_t find_text(std::string_view text, std::string_view part, std::size_t from = 0) noexcept {
    for (std::size_t at = from; at + part.size() <= text.size(); ++at) {
        if (text[at] == part[0] && same(text.data() + at, part.data(), part.size())) return at;
    }
    return not_found;
}

constexpr bool contains(std::string_view text, std::string_view part) noexcept { return find_text(text, part) != not_found; }

/// First character; U+0000 when there is none.
constexpr char32_t first_of(std::string_view text) noexcept {
    return text.empty() ? U'\0' : utf8_decode(text.data(), text.data() + text.size()).code_point;
}

/// Last character, be it a mark; U+0000 when there is none.
constexpr char32_t last_of(std::string_view text) noexcept {
    return text.empty() ? U'\0' : utf8_decode_before(text.data(), text.data() + text.size()).code_point;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SLICE_HPP
