// galley: spaces in text that is set solid: Han, kana and the wide marks among them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_SOLID_SPACES_HPP
#define GALLEY_DETAIL_SOLID_SPACES_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/segment_break.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
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

constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }

/// A character that stands alone beside a space: nothing of its kind is on its other side.
constexpr bool is_cell(char32_t c, char32_t beyond) noexcept {
    return solid_kind_of(c) == solid_kind::character && solid_kind_of(beyond) != solid_kind::character;
}

/// The two characters on each side of a space; U+0000 beyond the line's ends.
struct space_company {
    char32_t before_last = U'\0', before = U'\0', after = U'\0', after_next = U'\0';

    constexpr space_company(std::string_view a, std::string_view b) noexcept : before(last_of(a)), after(first_of(b)) {
        const std::size_t size = utf8_size(before);
        before_last = a.size() > size ? last_of(head(a, a.size() - size)) : U'\0';
        after_next = first_of(tail(b, utf8_size(after)));
    }

    constexpr bool is_solid() const noexcept {
        return solid_kind_of(before) != solid_kind::none && solid_kind_of(after) != solid_kind::none;
    }
    /// Han or kana behind a number; MP3, Windows 10 and the number of a section are names.
    constexpr bool is_behind_number(std::string_view a) const noexcept {
        if (!is_digit(before) || solid_kind_of(after) != solid_kind::character) return false;
        std::size_t at = a.size();
        bool parts = false;
        for (; at > 0 && (is_digit(octet(a[at - 1])) || a[at - 1] == ',' || a[at - 1] == '.' || a[at - 1] == '-'); --at) parts = parts || a[at - 1] == '.' || a[at - 1] == '-';
        if (at == 0) return !parts;
        if (a[at - 1] == ' ') return at == 1 || !is_ascii_alnum(a[at - 2]);
        return a[at - 1] != '/' && !is_ascii_alnum(a[at - 1]);
    }
    /// Han or kana before a number; 3D and 5G are names.
    constexpr bool is_before_number(std::string_view b) const noexcept {
        if (!is_digit(after) || solid_kind_of(before) != solid_kind::character) return false;
        std::size_t at = 0;
        while (at < b.size() && is_digit(octet(b[at]))) ++at;
        return at == b.size() || !is_ascii_alnum(b[at]);
    }
    constexpr bool is_beside_cell() const noexcept { return is_solid() && (is_cell(before, before_last) || is_cell(after, after_next)); }
};

/// Words beside which names stand, whose two characters may be set apart.
inline constexpr word_list name_words = word_list("记者|記者|通讯员|通訊員|编辑|編輯|责编|責編|校对|校對|版式|摄|攝|摄影|撮影|作者|作词|作曲");

constexpr bool announces_names(std::string_view line) noexcept {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (name_words.at_start(tail(line, at)) != 0) return true;
    }
    return false;
}

/// Justification has stretched a line of running text, 开 始 し ま す: it has commas, stops or hiragana, four characters stand alone
/// in a row, or three with hiragana among them, and no names are announced.
constexpr bool is_stretched(std::string_view line) noexcept {
    unsigned cells = 0, longest = 0;
    bool running = false, kana = false;
    const char* at = line.data();
    const char* const last = at + line.size();
    while (at != last) {
        const char* const first = at;
        const char32_t c = utf8_next(at, last).code_point;
        const bool hiragana = c >= 0x3041 && c <= 0x3096;
        running = running || hiragana || is_inner_mark(c) || c == 0x3002;
        if (solid_kind_of(c) != solid_kind::character) {
            const bool goes_on = c == U' ' || (solid_kind_of(c) == solid_kind::mark && at != last && *at == ' ');
            if (!goes_on) cells = 0, kana = false;
            continue;
        }
        const char32_t before = last_of(slice(line.data(), first)), after = first_of(slice(at, last));
        const bool alone = solid_kind_of(before) != solid_kind::character && solid_kind_of(after) != solid_kind::character && (before == U' ' || after == U' ');
        cells = alone ? cells + 1 : 0;
        kana = alone && (kana || hiragana);
        const unsigned weight = cells + (kana ? 1 : 0);
        longest = weight > longest ? weight : longest;
    }
    return running && longest >= 4 && !announces_names(line);
}

/// A single space between `a` and `b`, which are not empty, stands between Han or kana and a mark: behind one inside a sentence, or before one that ends a
/// clause.
constexpr bool is_beside_mark(std::string_view a, std::string_view b) noexcept {
    const space_company company(a, b);
    if (is_inner_mark(company.before)) return solid_kind_of(company.before_last) == solid_kind::character;
    if (!is_clause_mark(company.after, common_mark_bits[company.after])) return false;
    const char last = a[a.size() - 1];
    return solid_kind_of(company.before) == solid_kind::character || is_ascii_alnum(last) || last == '%';
}

/// Which single spaces in a line are no writer's, as far as the page and the line tell.
struct layout_spaces {
    bool beside_digits = false;  ///< between Han and digits: layout's habit on this page
    bool in_solid_text = false;  ///< between Han, kana and wide marks: recognition has set them on this page
    bool around_cells = false;   ///< beside characters that stand alone: justification has stretched this line

    /// Whether the one between `a` and `b`, which are not empty, is among them.
    constexpr bool hold(std::string_view a, std::string_view b) const noexcept {
        if (!beside_digits && !in_solid_text && !around_cells) return false;
        const space_company company(a, b);
        if (in_solid_text && company.is_solid()) return true;
        if (around_cells && company.is_beside_cell()) return true;
        if (!beside_digits) return false;
        const bool marked = solid_kind_of(company.before) >= solid_kind::mark || solid_kind_of(company.after) >= solid_kind::mark;
        if (in_solid_text && marked) return is_digit(company.before) || is_digit(company.after);
        return company.is_behind_number(a) || company.is_before_number(b);
    }
};

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_SOLID_SPACES_HPP
