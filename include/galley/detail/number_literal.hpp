// galley: numbers written with the digits 0 to 9, ASCII or full-width.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_LITERAL_HPP
#define GALLEY_DETAIL_NUMBER_LITERAL_HPP

#include <galley/detail/number_decimal.hpp>
#include <galley/detail/number_symbols.hpp>
#include <galley/detail/number_vocabulary.hpp>
#include <galley/utf8.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

struct literal {
    decimal value;
    const char* end = nullptr;
    std::uint32_t integer_digits = 0;
    bool has_fraction = false;
    bool has_exponent = false;
    bool grouped = false;
    bool leading_zero = false;  ///< 007, 0991: a name more than a quantity
    bool dotted = false;        ///< one part of 1.2.3
    bool torn = false;
};

/// The character at a place and the place behind it.
struct step {
    char32_t c = 0;
    const char* next = nullptr;
};

constexpr step step_at(const char* at, const char* end) noexcept {
    if (at == end) return {0, at};
    const std::uint8_t lead = octet(*at);
    if (lead < 0x80) return {lead, at + 1};
    // Most of Han, kana and Hangul: three bytes, of which the lead restricts nothing.
    if (lead >= 0xE1 && lead <= 0xEC && end - at >= 3 && is_continuation(octet(at[1])) && is_continuation(octet(at[2]))) {
        return {(lead & 0xFU) << 12 | (octet(at[1]) & 0x3FU) << 6 | (octet(at[2]) & 0x3FU), at + 3};
    }
    const decoded d = utf8_decode(at, end);
    return {d.valid ? d.code_point : replacement_character, at + d.size};
}

/// The digit at a place, or -1.
constexpr int digit_at(const char* at, const char* end, const char*& next) noexcept {
    if (at == end) return -1;
    const std::uint8_t lead = octet(*at);
    if (lead >= '0' && lead <= '9') {
        next = at + 1;
        return lead - '0';
    }
    if (lead != 0xEF) return -1;
    const step s = step_at(at, end);
    next = s.next;
    return decimal_digit(s.c);
}

constexpr bool is_digit_at(const char* at, const char* end) noexcept {
    const char* next = at;
    return digit_at(at, end, next) >= 0;
}

/// A separator of groups of digits; thin and no-break spaces are made for it.
constexpr bool is_group_separator(char32_t c, const number_options& options) noexcept {
    return c == U',' || c == 0xFF0C || c == U'\'' || c == 0x2019 || c == 0xA0 || c == 0x202F || c == 0x2009 || (c == U' ' && options.space_grouping);
}

class literal_reader {
public:
    constexpr literal_reader(const char* at, const char* end, const number_options& options) noexcept
        : at_(at), end_(end), options_(options) {}

    /// `at` is a digit, or a point before one. `whole_only`: a part of a dotted run, which has no fraction of its own.
    constexpr literal read(bool whole_only) noexcept {
        read_integer();
        const char* const integer_end = at_;
        const decimal integer = digits_.value();
        if (!whole_only && read_fraction()) {
            const step point = step_at(at_, end_);
            if (is_point(point.c) && is_digit_at(point.next, end_) && out_.integer_digits != 0) {
                at_ = integer_end;
                out_.value = integer;
                out_.dotted = true;
                out_.has_fraction = false;
                out_.end = at_;
                return out_;
            }
        }
        out_.value = digits_.value();
        out_.dotted = whole_only;
        read_exponent();
        out_.end = at_;
        return out_;
    }

private:
    static constexpr bool is_point(char32_t c) noexcept { return c == U'.' || c == 0xFF0E; }

    constexpr std::uint32_t read_run(const char* from, bool is_fraction, bool keep) noexcept {
        std::uint32_t count = 0;
        const char* next = from;
        for (int digit = digit_at(from, end_, next); digit >= 0; digit = digit_at(from, end_, next)) {
            if (keep) digits_.push(static_cast<std::uint8_t>(digit), is_fraction);
            from = next;
            ++count;
            if (!keep && count > 3) break;
        }
        if (keep) at_ = from;
        return count;
    }

    constexpr void read_integer() noexcept {
        const char* next = at_;
        const int first = digit_at(at_, end_, next);
        out_.integer_digits = read_run(at_, false, true);
        out_.leading_zero = first == 0 && out_.integer_digits > 1;
        if (out_.integer_digits == 0 || out_.integer_digits > 3 || first == 0) return;
        const step separator = step_at(at_, end_);
        if (!is_group_separator(separator.c, options_)) return;
        if (options_.indian_grouping && separator.c == U',' && read_indian_groups()) return;
        while (true) {
            const step s = step_at(at_, end_);
            if (s.c != separator.c || at_ == end_) return;
            const char* from = s.next;
            const step gap = step_at(from, end_);
            // A line that ends in a comma and goes on with three digits: the measure tore the number.
            if (s.c == U',' && is_line_break(gap.c)) from = gap.c == U'\r' && gap.next != end_ && *gap.next == '\n' ? gap.next + 1 : gap.next;
            if (read_run(from, false, false) != 3) return;
            out_.torn = out_.torn || from != s.next;
            out_.grouped = true;
            out_.integer_digits += read_run(from, false, true);
        }
    }

    /// 12,34,567: groups of two, the last of three. Nothing is taken unless all of it fits.
    constexpr bool read_indian_groups() noexcept {
        const char* at = at_;
        std::uint32_t groups = 0;
        while (at != end_ && *at == ',') {
            const std::uint32_t count = ascii_digits(at + 1);
            if (count == 3 && groups != 0) {
                for (const char* from = at_; from != at + 4; ++from) {
                    if (*from != ',') digits_.push(static_cast<std::uint8_t>(*from - '0'), false);
                }
                out_.integer_digits += 2 * groups + 3;
                out_.grouped = true;
                at_ = at + 4;
                return true;
            }
            if (count != 2) return false;
            ++groups;
            at += 3;
        }
        return false;
    }

    /// How many, up to 4.
    constexpr std::uint32_t ascii_digits(const char* at) const noexcept {
        std::uint32_t count = 0;
        while (count < 4 && at != end_ && *at >= '0' && *at <= '9') {
            ++at;
            ++count;
        }
        return count;
    }

    constexpr bool read_fraction() noexcept {
        const step point = step_at(at_, end_);
        if (!is_point(point.c) || at_ == end_ || !is_digit_at(point.next, end_)) return false;
        read_run(point.next, true, true);
        out_.has_fraction = true;
        return true;
    }

    constexpr void read_exponent() noexcept {
        if (at_ == end_ || (*at_ != 'e' && *at_ != 'E')) return;
        const char* at = at_ + 1;
        const bool negative = at != end_ && *at == '-';
        if (at != end_ && (*at == '-' || *at == '+')) ++at;
        if (at == end_ || *at < '0' || *at > '9') return;
        std::int32_t exponent = 0;
        for (; at != end_ && *at >= '0' && *at <= '9'; ++at) {
            if (exponent < decimal_exponent_limit) exponent = exponent * 10 + (*at - '0');
        }
        if (is_alphabetic(step_at(at, end_).c)) return;
        out_.value = scaled(out_.value, negative ? -exponent : exponent);
        out_.has_exponent = true;
        at_ = at;
    }

    const char* at_;
    const char* end_;
    const number_options& options_;
    digit_collector digits_;
    literal out_;
};

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_LITERAL_HPP
