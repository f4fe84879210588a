// galley: the characters of a text as numerals see them: gaps of layout, symbols, the language around.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_CONTEXT_HPP
#define GALLEY_DETAIL_NUMBER_CONTEXT_HPP

#include <galley/detail/number_literal.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// Kana or Hangul near a numeral name its language: the first of them within a bounded distance. What the last search saw is
/// kept, so that a text of numerals alone is not searched anew for each of them.
class language_memory {
public:
    constexpr number_language near_to(const char* text, const char* at, const char* end) noexcept {
        const char* const from = at - text > distance ? at - distance : text;
        const char* const to = end - at > distance ? at + distance : end;
        const char* start = from;
        if (seen_from_ != nullptr && from >= seen_from_ && to >= seen_to_ && from < seen_to_) {
            if (mark_ != nullptr && mark_ >= from) return language_;
            if (mark_ == nullptr && seen_to_ - from >= 2) start = seen_to_ - 2;
        }
        seen_from_ = from;
        seen_to_ = to;
        find_mark(start, to);
        return language_;
    }

private:
    static constexpr std::ptrdiff_t distance = 96;

    constexpr void find_mark(const char* at, const char* to) noexcept {
        for (; to - at >= 3; ++at) {
            const std::uint8_t lead = octet(at[0]);
            if (lead < 0xE3 || lead > 0xED || (lead > 0xE3 && lead < 0xEA)) continue;
            const char32_t c = char_at(at, to);
            if (!is_kana(c) && !is_hangul(c)) continue;
            mark_ = at;
            language_ = is_kana(c) ? number_language::japanese : number_language::korean;
            return;
        }
        mark_ = nullptr;
        language_ = number_language::chinese;
    }

    const char* seen_from_ = nullptr;
    const char* seen_to_ = nullptr;
    const char* mark_ = nullptr;
    number_language language_ = number_language::chinese;
};

/// A text, how it is to be read, and what is known of it so far.
struct scan_context {
    const char* text;
    const char* end;
    const number_options& options;
    language_memory& memory;

    constexpr number_language language_near(const char* at) const noexcept { return memory.near_to(text, at, end); }
};

/// Where the next character stands that is no blank, over at most two line breaks and a few blanks.
constexpr const char* skip_gap(const char* at, const char* end, bool& broke) noexcept {
    if (at == end || (octet(*at) > 0x20 && octet(*at) != 0xC2 && octet(*at) != 0xE3)) return at;
    int breaks = 0;
    for (int characters = 0; characters < 12; ++characters) {
        const step s = step_at(at, end);
        if (s.c == U'\n') {
            if (++breaks > 2) return at;
            broke = true;
        } else if (!is_blank(s.c) && s.c != U'\r') {
            return at;
        }
        at = s.next;
    }
    return at;
}

constexpr const char* skip_gap(const char* at, const char* end) noexcept {
    bool broke = false;
    return skip_gap(at, end, broke);
}

/// Characters that make 千, 百 or 兆 before them a prefix of a unit: 千瓦, 百帕, 兆赫.
constexpr bool takes_prefix(std::uint8_t exponent, char32_t c) noexcept {
    if (exponent == 3) return contains(u"瓦米克焦帕卡赫伏", c);
    if (exponent == 2) return c == U'帕';
    return exponent == 12 && contains(u"瓦赫帕焦欧字比", c);
}

constexpr bool is_many_mark(char32_t c) noexcept { return contains(u"多余餘", c); }

/// A character and what it means in a numeral.
struct numeral_token {
    const char* next = nullptr;
    char32_t c = 0;
    numeral_symbol symbol;
};

/// Writes the parts one by one, here and below: a struct that is read as a whole right after its parts were written waits for them.
constexpr void read_token(numeral_token& out, const char* at, const char* end) noexcept {
    const step s = step_at(at, end);
    out.next = s.next;
    out.c = folded(s.c);
    out.symbol = s.c < first_symbol ? numeral_symbol{} : find_symbol(s.c);
}

constexpr numeral_token token_at(const char* at, const char* end) noexcept {
    numeral_token out;
    read_token(out, at, end);
    return out;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_CONTEXT_HPP
