// galley: a string that is one number, whatever its form.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_WHOLE_HPP
#define GALLEY_DETAIL_NUMBER_WHOLE_HPP

#include <galley/detail/number_scan.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

constexpr const char* skip_blanks(const char* at, const char* end) noexcept {
    while (at != end) {
        const step s = step_at(at, end);
        if (!is_blank(s.c) && !is_line_break(s.c)) break;
        at = s.next;
    }
    return at;
}

/// What parse_number reads in the smallest build: a sign, digits with their separators, a percent sign.
constexpr void parse_digits(std::string_view text, const number_options& options, result<number>& out) noexcept {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const char* at = skip_blanks(begin, end);
    if (at == end) {
        out.error = errc::empty;
        return;
    }
    const bool negative = *at == '-';
    if (negative || *at == '+') ++at;
    const bool point = at != end && *at == '.';
    if (at == end || !is_digit_at(point ? at + 1 : at, end)) {
        out.error = errc::invalid;
        return;
    }
    const literal read = literal_reader(nullptr, at, end, options).read(false);
    const bool percent = read.end != end && *read.end == '%';
    const char* const stop = percent ? read.end + 1 : read.end;
    write_number(out.value, read.value, 1, negative, percent ? number_kind::percent : number_kind::cardinal);
    out.size = static_cast<std::size_t>(stop - begin);
    if (skip_blanks(stop, end) != end) {
        out.error = errc::trailing_text;
        parse_fraction(text, options, out);
    } else if (out.value.overflow) {
        out.error = errc::overflow;
    }
}

/// Behind a sign, 第 or a currency sign, where the numeral of a string that is one number begins.
constexpr const char* skip_number_prefix(const char* at, const char* end) noexcept {
    const char* next = at;
    if (read_minus(at, end, next)) return next;
    const step s = step_at(at, end);
    const bool mark = s.c == U'+' || s.c == 0xFF0B || s.c == U'第' || is_currency(s.c);
    return mark ? s.next : at;
}

/// What parse_number reads when the short way does not fit.
GALLEY_NOINLINE constexpr void parse_fully(std::string_view text, const number_options& options, result<number>& out) noexcept {
#if !GALLEY_NUMBER_CJK && !GALLEY_NUMBER_HANGUL && !GALLEY_NUMBER_WORDS
    parse_digits(text, options, out);
#else
    out = {};
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const char* const start = skip_blanks(begin, end);
    if (start == end) {
        out.error = errc::empty;
        return;
    }
    const char* const at = skip_number_prefix(start, end);
    const char* stop = nullptr;
    language_memory memory;
    const scan_context context{begin, end, options, memory};
    if (find_candidate(begin, at, end, options) == at) stop = examiner(context, at).parse(at, out.value);
    if (stop == nullptr) {
        out.error = errc::invalid;
        return;
    }
    out.size = static_cast<std::size_t>(stop - begin);
    if (skip_blanks(stop, end) != end) {
        out.error = errc::trailing_text;
        parse_fraction(text, options, out);
    } else if (out.value.overflow) {
        out.error = errc::overflow;
    }
#endif
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_WHOLE_HPP
