// galley: digits that a mark joins to other digits: telephone numbers, times of day, dates, addresses.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_CHAIN_HPP
#define GALLEY_DETAIL_NUMBER_CHAIN_HPP

#include <galley/detail/number_context.hpp>
#include <galley/detail/number_plain.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// Behind the digits that stand here, twenty at most.
constexpr const char* skip_digits(const char* at, const char* end) noexcept {
    const char* const first = at;
    while (at != end && at - first < 20 && octet_digit(*at) < 10) ++at;
    return at;
}

/// Digits with the same mark between them, as far as they reach on both sides of one part.
struct digit_chain {
    static constexpr int most = 3;  ///< parts; longer chains are addresses and the like

    const char* first = nullptr;
    const char* first_end = nullptr;
    const char* last = nullptr;
    const char* last_end = nullptr;
    char32_t mark = 0;
    int before = 0;             ///< parts before that one
    int parts = 0;              ///< more than `most` for any longer chain
    std::ptrdiff_t digits = 0;  ///< of all parts
    bool zero = false;          ///< a part of several digits begins with one

    constexpr digit_chain(const scan_context& context, const char* begin) noexcept : first(begin) {
        for (; before < most; ++before) {
            const step s = step_back(context.text, first);
            const char* at = s.next;
            while (at != context.text && s.next - at < 20 && octet_digit(at[-1]) < 10) --at;
            if (at == s.next || !joins(s.c)) break;
            first = at;
        }
        last = first;
        last_end = first_end = skip_digits(first, context.end);
        if (before == most) parts = most;
        for (take_part(); parts <= most; take_part()) {
            const step s = step_at(last_end, context.end);
            const char* const at = skip_digits(s.next, context.end);
            if (at == s.next || !joins(s.c)) break;
            last = s.next;
            last_end = at;
        }
    }

private:
    constexpr bool joins(char32_t c) noexcept {
        if (mark == 0 && contains(u"-:/.\u00B7\uFF1A", c)) mark = c;
        return c != 0 && c == mark;
    }

    constexpr void take_part() noexcept {
        zero = zero || (*last == '0' && last_end - last > 1);
        digits += last_end - last;
        ++parts;
    }
};

/// What two parts name: 5·20, 010-6552, A12-34. Nothing: 5-8, 10/7, 3.05-4.05.
constexpr number_kind kind_of_two(const scan_context& context, const digit_chain& chain) noexcept {
    constexpr std::ptrdiff_t shortest_telephone = 6;
    if (chain.mark == 0xB7) return number_kind::digits;
    const step left = step_back(context.text, chain.first);
    const step right = step_at(chain.last_end, context.end);
    if (chain.mark != U'-' || left.c == U'.' || (right.c == U'.' && is_digit_at(right.next, context.end))) return number_kind::cardinal;
    const bool area = (left.c == U' ' ? char_before(context.text, left.next) : left.c) == U')';
    const bool telephone = chain.digits >= shortest_telephone && (chain.zero || area);
    return telephone || is_alphabetic(left.c) ? number_kind::digits : number_kind::cardinal;
}

/// What digits name that a mark joins to other digits: a telephone number, a time of day, a date; cardinal when they name
/// nothing: 3:2, 5-8, 10/7.
GALLEY_DETAIL_APART constexpr number_kind kind_in_chain(const scan_context& context, const char* begin) noexcept {
    const digit_chain chain(context, begin);
    if (chain.parts == 1) return number_kind::cardinal;
    const std::ptrdiff_t first_digits = chain.first_end - chain.first;
    const std::ptrdiff_t last_digits = chain.last_end - chain.last;
    if (chain.parts <= digit_chain::most && (chain.mark == U':' || chain.mark == 0xFF1A)) {
        const bool minutes = first_digits <= 2 && last_digits == 2 && *chain.last < '6';
        return minutes && (chain.zero || chain.parts == 3) ? number_kind::digits : number_kind::cardinal;  // without a nought 1:15 may be a ratio
    }
    if (chain.parts == 2) return kind_of_two(context, chain);
    if (chain.parts != 3 || first_digits != 4 || last_digits > 2) return number_kind::digits;
    return chain.before == 0 ? number_kind::year : chain.before == 1 ? number_kind::month : number_kind::day;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_CHAIN_HPP
