// galley: spaces in text that is set solid: Han, kana and the wide marks among them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SOLID_SPACES_HPP
#define GALLEY_DETAIL_SOLID_SPACES_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

enum class solid_kind : std::uint8_t { none, character, mark, opener };

constexpr solid_kind solid_kind_of(char32_t c) noexcept {
    if (c < 0x2010) return solid_kind::none;
    if (c >= 0x4E00 && c <= 0x9FFF) return solid_kind::character;
    const token_kind kind = kind_of(c);
    if (kind == token_kind::han || kind == token_kind::kana) return solid_kind::character;
    if (kind != token_kind::punctuation || quarter_ems(c) != 4) return solid_kind::none;
    return is_opener(c) ? solid_kind::opener : solid_kind::mark;
}

/// A character that stands alone beside a space: nothing of its kind is on its other side.
constexpr bool is_cell(char32_t c, char32_t beyond) noexcept {
    return solid_kind_of(c) == solid_kind::character && solid_kind_of(beyond) != solid_kind::character;
}

/// The two characters on each side of a space; U+0000 beyond the line's ends.
struct space_company {
    char32_t before_last = U'\0', before = U'\0', after = U'\0', after_next = U'\0';

    constexpr space_company(std::string_view a, std::string_view b) noexcept : before(last_of(a)), after(first_of(b)) {
        before_last = last_of(head(a, a.size() - utf8_size(before, a.size())));
        after_next = first_of(tail(b, utf8_size(after, b.size())));
    }

    constexpr bool is_solid() const noexcept {
        return solid_kind_of(before) != solid_kind::none && solid_kind_of(after) != solid_kind::none;
    }
    constexpr bool is_beside_cell() const noexcept { return is_solid() && (is_cell(before, before_last) || is_cell(after, after_next)); }

private:
    static constexpr std::size_t utf8_size(char32_t c, std::size_t most) noexcept {
        const std::size_t size = c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
        return size < most ? size : most;
    }
};

/// Justification has stretched a line of running text: 开 始 し ま す, 费 用 率 为. It has commas, stops or hiragana, and three
/// spaces beside characters that stand alone; or four, which are three of five places where it would be solid.
constexpr bool is_stretched(std::string_view line) noexcept {
    unsigned spaced = 0, closed = 0, beside_cells = 0;
    bool running = false;
    char32_t before = U'\0';
    const char* at = line.data();
    const char* const last = at + line.size();
    while (at != last) {
        const char* const first = at;
        const char32_t c = utf8_next(at, last).code_point;
        if (c == U' ') {
            const space_company company(slice(line.data(), first), slice(at, last));
            spaced += company.is_solid();
            beside_cells += company.is_beside_cell();
        }
        closed += solid_kind_of(before) != solid_kind::none && solid_kind_of(c) != solid_kind::none;
        running = running || is_inner_mark(c) || c == 0x3002 || (c >= 0x3041 && c <= 0x3096);
        before = c;
    }
    return (running && beside_cells >= 3) || (spaced >= 4 && beside_cells >= 4 && spaced * 2 >= closed * 3);
}

/// A single space between `a` and `b` stands behind a mark inside a sentence, or before one that closes.
constexpr bool is_beside_mark(std::string_view a, std::string_view b) noexcept {
    const char32_t after = first_of(b);
    return is_inner_mark(last_of(a)) || is_closing_mark(after, common_mark_bits[after]);
}

/// Which single spaces in a line are no writer's, as far as the page and the line tell.
struct layout_spaces {
    bool beside_digits = false;  ///< between Han and digits: layout's habit on this page
    bool in_solid_text = false;  ///< all: recognition has set them on this page
    bool around_cells = false;   ///< beside characters that stand alone: justification has stretched this line

    /// Whether the one between `a` and `b`, which are not empty, is among them.
    constexpr bool hold(std::string_view a, std::string_view b) const noexcept {
        if (!beside_digits && !in_solid_text && !around_cells) return false;
        const space_company company(a, b);
        const char32_t before = company.before, after = company.after;
        const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
        const auto solid = [](char32_t c) { return solid_kind_of(c) != solid_kind::none; };
        const auto character = [](char32_t c) { return solid_kind_of(c) == solid_kind::character; };
        if (around_cells && company.is_beside_cell()) return true;
        if (beside_digits && ((digit(before) && character(after)) || (character(before) && digit(after)))) return true;
        if (!in_solid_text) return false;
        return company.is_solid() || (solid(before) && digit(after)) || ((digit(before) || before == U'%') && solid(after));
    }
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SOLID_SPACES_HPP
