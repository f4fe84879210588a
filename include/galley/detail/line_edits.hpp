// galley: repairs inside one line: text read twice, letter-spacing, white space, ligatures.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_EDITS_HPP
#define GALLEY_DETAIL_LINE_EDITS_HPP

#include <galley/config.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// A line that is a chain of passages, each printed twice (fake bold, shadows): 筑牢筑牢, ““甲乙丙甲乙丙””.
/// Built by trying each beginning with the shortest passage first.
class doubled_line {
public:
    /// Holds the copies to leave out when the whole of `line` is such a chain with at least four different ideographs
    /// and one passage of three characters or more. At most 96 characters and 255 bytes; longer lines are never doubled.
    constexpr explicit doubled_line(std::string_view line) noexcept {
        if (line.size() <= 255 && split(line) && may_be_doubled(line) && chain(line) && has_substance(line)) doubled_ = true;
    }
    constexpr explicit operator bool() const noexcept { return doubled_; }

    /// Calls `keep(offset, size)` for the first copy of each passage.
    template <class Keep>
    constexpr void for_each_kept(Keep&& keep) const {
        for (unsigned at = 0; at < count_; at += 2U * period_[at]) {
            keep(static_cast<std::size_t>(start_[at]), static_cast<std::size_t>(start_[at + period_[at]] - start_[at]));
        }
    }

private:
    static constexpr unsigned most = 96, longest_period = 24;

    constexpr bool split(std::string_view line) noexcept {
        const char* at = line.data();
        const char* const last = at + line.size();
        while (at != last) {
            if (count_ == most) return false;
            start_[count_++] = static_cast<std::uint8_t>(at - line.data());
            utf8_next(at, last);
        }
        start_[count_] = static_cast<std::uint8_t>(line.size());
        return count_ >= 8 && count_ % 2 == 0;
    }

    constexpr bool repeats(std::string_view line, unsigned at, unsigned period) const noexcept {
        const std::size_t size = static_cast<std::size_t>(start_[at + period] - start_[at]);
        return start_[at + 2 * period] - start_[at + period] == static_cast<int>(size) &&
               same(line.data() + start_[at], line.data() + start_[at + period], size);
    }

    /// Cheap, and false for nearly every line.
    constexpr bool may_be_doubled(std::string_view line) const noexcept {
        for (unsigned period = 1; period <= longest_period && 2 * period <= count_; ++period) {
            if (repeats(line, 0, period)) return true;
        }
        return false;
    }

    /// From the end backwards: period_[i] is the shortest passage that begins a chain at i, 0 when none does.
    constexpr bool chain(std::string_view line) noexcept {
        for (unsigned at = count_; at-- > 0;) {
            for (unsigned period = 1; period <= longest_period && at + 2 * period <= count_; ++period) {
                const unsigned next = at + 2 * period;
                if ((next != count_ && period_[next] == 0) || !repeats(line, at, period)) continue;
                period_[at] = static_cast<std::uint8_t>(period);
                break;
            }
        }
        return period_[0] != 0;
    }

    /// Doubled words occur in honest text (高高兴兴); this asks for more than that.
    constexpr bool has_substance(std::string_view line) const noexcept {
        char32_t seen[4] = {};
        unsigned different = 0, longest = 0;
        for (unsigned at = 0; at < count_; at += 2U * period_[at]) {
            longest = period_[at] > longest ? period_[at] : longest;
            for (unsigned i = at; i < at + period_[at] && different < 4; ++i) {
                const char32_t c = first_of(tail(line, start_[i]));
                const token_kind kind = kind_of(c);
                bool fresh = kind == token_kind::han || kind == token_kind::kana || kind == token_kind::hangul;
                for (unsigned k = 0; k < different; ++k) fresh = fresh && seen[k] != c;
                if (fresh) seen[different++] = c;
            }
        }
        return different >= 4 && longest >= 3;
    }

    std::uint8_t start_[most + 1] = {};
    std::uint8_t period_[most + 1] = {};
    unsigned count_ = 0;
    bool doubled_ = false;
};

/// What a character is to letter-spacing: a cell that stands alone between spaces, or not.
enum class cell_kind : std::uint8_t { none, ideograph, letter };

constexpr cell_kind cell_of(char32_t c) noexcept {
    switch (kind_of(c)) {
        case token_kind::han: case token_kind::kana: case token_kind::hangul: return cell_kind::ideograph;
        case token_kind::word: return cell_kind::letter;
        case token_kind::punctuation: return width_of(c) != width_class::narrow || quarter_ems(c) == 4 ? cell_kind::ideograph : cell_kind::none;
        default: return cell_kind::none;
    }
}

/// End of the letter-spaced run that begins at `text`: cells of one ideograph (or, in a run of letters, one letter) with
/// one space between; 0 when fewer than `least` cells stand in a row.
constexpr std::size_t letter_spaced_size(std::string_view text, unsigned least) noexcept {
    const char* const first = text.data();
    const char* const last = first + text.size();
    const char* at = first;
    const char* end = first;
    unsigned cells = 0;
    cell_kind kind = cell_kind::none;
    while (at != last) {
        const char* next = at;
        const cell_kind found = cell_of(utf8_next(next, last).code_point);
        if (found == cell_kind::none || (kind != cell_kind::none && found != kind)) break;
        const bool alone = next == last || *next == ' ';
        if (!alone) break;
        kind = found;
        ++cells;
        end = next;
        if (next == last || next + 1 == last || next[1] == ' ') break;
        at = next + 1;
    }
    return cells >= least ? static_cast<std::size_t>(end - first) : 0;
}

/// What a ligature of the Latin presentation forms stands for; empty for all else.
constexpr std::string_view open_ligature(char32_t c) noexcept {
    switch (c) {
        case 0xFB00: return "ff";
        case 0xFB01: return "fi";
        case 0xFB02: return "fl";
        case 0xFB03: return "ffi";
        case 0xFB04: return "ffl";
        case 0xFB05: case 0xFB06: return "st";
        default: return {};
    }
}

inline constexpr word_list article_precedents("。|）|”|！");
inline constexpr word_list article_sequels("（|(|\xE3\x80\x80|记者|記者|通讯员");

inline constexpr word_list article_heads("本报讯|本報訊|本网讯");

/// An article that begins inside a line: offset of its dateline behind a stop or a space, or `not_found`.
constexpr std::size_t inline_article(std::string_view line) noexcept {
    for (std::size_t at = find_text(line, "本", 1); at != not_found; at = find_text(line, "本", at + 3)) {
        const std::size_t head_size = article_heads.at_start(tail(line, at));
        if (head_size == 0) continue;
        const std::string_view before = page::head(line, at);
        const std::string_view behind = tail(line, at + head_size);
        const bool parted = article_precedents.at_end(before) != 0 || before[at - 1] == ' ' || ends_with(before, "\xE3\x80\x80");
        if (parted && (article_sequels.at_start(behind) != 0 || starts_with(behind, " "))) return at;
    }
    return not_found;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_EDITS_HPP
