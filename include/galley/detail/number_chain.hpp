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

/// What digits name that a mark joins to other digits: a telephone number, a time of day, a date; cardinal when they name
/// nothing: 3:2, 5-8, 10/7.
GALLEY_DETAIL_APART constexpr number_kind kind_in_chain(const scan_context& context, const char* begin) noexcept {
    constexpr int most = 3;  // longer chains are addresses and the like
    constexpr std::ptrdiff_t shortest_telephone = 6;
    char32_t mark = 0;
    const auto joins = [&](char32_t c) { return mark != 0 ? c == mark : contains(u"-:/.\u00B7\uFF1A", c); };
    const char* first = begin;
    int before = 0;
    for (; before < most; ++before) {
        const step s = step_back(context.text, first);
        const char* at = s.next;
        while (at != context.text && s.next - at < 20 && octet_digit(at[-1]) < 10) --at;
        if (at == s.next || !joins(s.c)) break;
        mark = s.c;
        first = at;
    }
    const char* const first_end = skip_digits(first, context.end);
    bool zero = false;
    int parts = before == most ? most : 0;
    const char* part = first;
    const char* part_end = first_end;
    std::ptrdiff_t digits = 0;
    while (true) {
        zero = zero || (*part == '0' && part_end - part > 1);
        digits += part_end - part;
        if (++parts > most) break;
        const step s = step_at(part_end, context.end);
        const char* const at = skip_digits(s.next, context.end);
        if (at == s.next || !joins(s.c)) break;
        mark = s.c;
        part = s.next;
        part_end = at;
    }
    if (parts == 1) return number_kind::cardinal;
    if (parts <= most && (mark == U':' || mark == 0xFF1A)) {
        const bool minutes = first_end - first <= 2 && part_end - part == 2 && *part < '6';
        return minutes && (zero || parts == 3) ? number_kind::digits : number_kind::cardinal;  // without a nought 1:15 may be a ratio
    }
    if (parts == 2) {
        if (mark == 0xB7) return number_kind::digits;
        const step left = step_back(context.text, first);
        const step right = step_at(part_end, context.end);
        if (left.c == U'.' || (right.c == U'.' && is_digit_at(right.next, context.end))) return number_kind::cardinal;  // 3.05-4.05
        const bool area = (left.c == U' ' ? char_before(context.text, left.next) : left.c) == U')';
        const bool is_long = digits >= shortest_telephone;
        return mark == U'-' && ((is_long && (zero || area)) || is_alphabetic(left.c)) ? number_kind::digits : number_kind::cardinal;
    }
    if (parts != 3 || first_end - first != 4 || part_end - part > 2) return number_kind::digits;
    return before == 0 ? number_kind::year : before == 1 ? number_kind::month : number_kind::day;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_CHAIN_HPP
