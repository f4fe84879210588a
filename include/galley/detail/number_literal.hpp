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

/// How a run of digits is written.
struct literal_form {
    std::uint8_t integer_digits = 0;  ///< 255 for that many and more
    bool has_fraction = false;
    bool has_exponent = false;
    bool grouped = false;
    bool leading_zero = false;  ///< 007, 0991: a name more than a quantity
    bool dotted = false;        ///< one part of 1.2.3
    bool torn = false;
};

struct literal {
    literal_form form;
    const char* end = nullptr;
    decimal value;
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
    if (reads_numerals && lead >= 0xE1 && lead <= 0xEC && end - at >= 3) {
        const std::uint32_t second = octet(at[1]) ^ 0x80U;  // below 0x40 in a continuation byte
        const std::uint32_t third = octet(at[2]) ^ 0x80U;
        if ((second | third) < 0x40) return {(lead & 0xFU) << 12 | second << 6 | third, at + 3};
    }
    const decoded d = utf8_decode(at, end);
    return {d.valid ? d.code_point : replacement_character, at + d.size};
}

constexpr char32_t char_at(const char* at, const char* end) noexcept { return step_at(at, end).c; }

/// The character before a place, 0 at the start of the text; `next` is where it begins.
constexpr step step_back(const char* text, const char* at) noexcept {
    if (at == text) return {0, at};
    if (octet(at[-1]) < 0x80) return {octet(at[-1]), at - 1};
#if GALLEY_BLOCKS
    if (at - text >= 3 && octet(at[-3]) >= 0xE1 && octet(at[-3]) <= 0xEC && is_continuation(octet(at[-2])) && is_continuation(octet(at[-1]))) {
        return {(octet(at[-3]) & 0xFU) << 12 | (octet(at[-2]) & 0x3FU) << 6 | (octet(at[-1]) & 0x3FU), at - 3};
    }
#endif
    const decoded d = utf8_decode_before(text, at);
    return {d.code_point, at - d.size};
}

constexpr char32_t char_before(const char* text, const char* at) noexcept { return step_back(text, at).c; }

/// The digit at a place, or -1; `next` is moved behind a digit only.
constexpr int digit_at(const char* at, const char* end, const char*& next) noexcept {
    if (at == end) return -1;
    const std::uint8_t lead = octet(*at);
    if (lead >= '0' && lead <= '9') {
        next = at + 1;
        return lead - '0';
    }
    if (lead != 0xEF || end - at < 3 || octet(at[1]) != 0xBC) return -1;  // U+FF10 to FF19
    const int digit = octet(at[2]) - 0x90;
    if (digit < 0 || digit > 9) return -1;
    next = at + 3;
    return digit;
}

constexpr bool is_digit_at(const char* at, const char* end) noexcept {
    const char* next = at;
    return digit_at(at, end, next) >= 0;
}

inline constexpr char_set group_separators = u",\uFF0C'\u2019\u00A0\u202F\u2009";

/// A separator of groups of digits; thin and no-break spaces are made for it.
constexpr bool is_group_separator(char32_t c, const number_options& options) noexcept {
    return group_separators.has(c) || (c == U' ' && options.space_grouping);
}

class literal_reader {
public:
    /// `text` is where the text begins, null when nothing before the digits counts.
    constexpr literal_reader(const char* text, const char* at, const char* end, const number_options& options) noexcept
        : text_(text), begin_(at), at_(at), end_(end), options_(options) {}

    /// `at` is a digit, or a point before one. `whole_only`: a part of a dotted run, which has no fraction of its own.
    constexpr const literal& read(bool whole_only) noexcept {
        read_integer();
        const char* const integer_end = at_;
        if (!whole_only && at_ != end_ && (*at_ == '.' || octet(*at_) == 0xEF || (reads_numerals && is_line_break(octet(*at_))))) {
            if (*at_ == '.' && read_continental()) return out_;
            digits_.write(out_.value);
            if (read_fraction() && point_at(at_) != nullptr && out_.form.integer_digits != 0) {
                out_.form.dotted = true;
                out_.form.has_fraction = false;
                out_.end = integer_end;
                return out_;
            }
        }
        digits_.write(out_.value);
        out_.form.dotted = whole_only;
        if (at_ != end_ && ((*at_ | 0x20) == 'e' || octet(*at_) == 0xEF)) read_exponent();
        out_.end = at_;
        return out_;
    }

private:
    /// Behind a point that a digit follows, or null.
    constexpr const char* point_at(const char* at) const noexcept {
        const step point = step_at(at, end_);
        return (point.c == U'.' || point.c == 0xFF0E) && is_digit_at(point.next, end_) ? point.next : nullptr;
    }

    constexpr std::uint32_t read_run(const char* from, bool is_fraction) noexcept {
        std::uint32_t count = 0;
        const char* next = from;
        for (int digit = digit_at(from, end_, next); digit >= 0; digit = digit_at(from, end_, next)) {
            digits_.push(static_cast<std::uint8_t>(digit), is_fraction);
            from = next;
            ++count;
        }
        at_ = from;
        return count;
    }

    /// How many digits stand at a place, up to 4; moves it behind them.
    constexpr std::uint32_t count_digits(const char*& at) const noexcept {
        std::uint32_t count = 0;
        while (count < 4 && digit_at(at, end_, at) >= 0) ++count;
        return count;
    }

    constexpr void add_digits(std::uint32_t count) noexcept {
        const std::uint32_t sum = out_.form.integer_digits + count;
        out_.form.integer_digits = static_cast<std::uint8_t>(sum > 255 ? 255 : sum);
    }

    constexpr void read_integer() noexcept {
        const char* next = at_;
        const int first = digit_at(at_, end_, next);
        add_digits(read_run(at_, false));
        if (const char* const rest = torn_digits_at(at_, false)) add_digits(read_run(rest, false));
        const std::uint32_t digits = out_.form.integer_digits;
        out_.form.leading_zero = first == 0 && digits > 1;
        if (digits == 0 || digits > 3 || first == 0 || at_ == end_) return;
        const step separator = step_at(at_, end_);
        if (!is_group_separator(separator.c, options_)) return;
        if (separator.c == U',' && read_indian_groups()) return;
        while (at_ != end_) {
            const step s = step_at(at_, end_);
            if (s.c != separator.c) return;
            const char* from = s.next;
            // A line that ends in a comma and goes on with three digits: the measure tore the number.
            if (s.c == U',' && from != end_ && *from == '\r') ++from;
            if (s.c == U',' && from != end_ && *from == '\n') ++from;
            const char* behind = from;
            const std::uint32_t count = count_digits(behind);
            const char* const rest = s.c == U',' && from == s.next ? rest_of_group(behind, count) : nullptr;
            if (count != 3 && rest == nullptr) return;
            out_.form.torn = out_.form.torn || from != s.next || rest != nullptr;
            out_.form.grouped = true;
            add_digits(read_run(from, false));
            if (rest != nullptr) add_digits(read_run(rest, false));
        }
    }

    /// Where a group of three goes on of which a line break tore off one digit or two: 16,25⏎0吨; or null.
    constexpr const char* rest_of_group(const char* at, std::uint32_t count) const noexcept {
        if (!reads_numerals || text_ == nullptr || count == 0 || count > 2 || at == end_ || !is_line_break(octet(*at))) return nullptr;
        const char* const from = skip_break(at, end_);
        if (from == nullptr || from - at > 2 || char_before(text_, begin_) == U'第') return nullptr;
        const char* behind = from;
        return count_digits(behind) == 3 - count && is_word(step_at(behind, end_)) && fills_measure(at, from) ? from : nullptr;
    }

    /// 12,34,567: groups of two, the last of three. Nothing is taken unless all of it fits.
    constexpr bool read_indian_groups() noexcept {
        const char* at = at_;
        for (std::uint32_t groups = 1; groups < 10 && at != end_ && *at == ','; ++groups) {
            ++at;
            const std::uint32_t count = count_digits(at);
            // Two groups of two or a fraction show the custom; one group alone may be a list.
            if (count == 3 && groups > 1 && (groups > 2 || options_.indian_grouping || point_at(at) != nullptr)) {
                for (; groups != 0; --groups) add_digits(read_run(at_ + 1, false));
                out_.form.grouped = true;
                return true;
            }
            if (count != 2) return false;
        }
        return false;
    }

    /// 1.234.567,89 as most of Europe writes it: points between groups of three, a comma before a fraction of any other length.
    /// All of it or nothing.
    constexpr bool read_continental() noexcept {
        const std::uint32_t first = out_.form.integer_digits;
        if (first == 0 || first > 3 || out_.form.grouped || out_.form.leading_zero) return false;
        const char* at = at_;
        std::uint32_t count = 3;
        while (count == 3 && at != end_ && *at == '.') count = count_digits(++at);
        if (count != 3 || at == end_ || *at != ',') return false;
        const char* behind = at + 1;
        count = count_digits(behind);
        if (count == 0 || count == 3 || (behind != end_ && (*behind == '.' || *behind == ',') && is_digit_at(behind + 1, end_))) return false;
        while (at_ != at) add_digits(read_run(at_ + 1, false));
        read_run(at + 1, true);
        out_.form.grouped = out_.form.has_fraction = true;
        digits_.write(out_.value);
        out_.end = at_;
        return true;
    }

    /// Behind one line break or two, or null.
    static constexpr const char* skip_break(const char* at, const char* end) noexcept {
        const char* behind = nullptr;
        for (int breaks = 0; breaks < 2; ++breaks) {
            if (at != end && *at == '\r') ++at;
            if (at == end || *at != '\n') break;
            behind = ++at;
        }
        return behind;
    }

    /// Behind the point of 5.2 that a line break tore before or behind it, or null: Han stands before, since no sentence of Han
    /// ends with that point, and a percent sign, a scale or Han behind.
    constexpr const char* torn_point_at(const char* at) const noexcept {
        if (!reads_numerals || text_ == nullptr || out_.form.integer_digits == 0 || out_.form.integer_digits > 3) return nullptr;
        const char* from = at;
        if (*at == '.') {
            from = skip_break(at + 1, end_);
        } else {
            from = skip_break(at, end_);
            if (from == nullptr || from == end_ || *from != '.') return nullptr;
            ++from;
        }
        if (from == nullptr || !is_digit_at(from, end_) || !is_han(char_before(text_, begin_))) return nullptr;
        const char* behind = from;
        if (count_digits(behind) > 3) return nullptr;
        const char32_t c = char_at(behind, end_);
        return c == U'%' || c == 0xFF05 || is_han(c) ? from : nullptr;
    }

    /// Where the digits of 2⏎030年 or 18.0⏎6% go on behind one line break that tore them, or null. A year of four digits and the
    /// rest of a percentage cannot be a number of their own that a new line begins with; other digits may be, and go on only
    /// where the line fills its column: 12⏎60条.
    constexpr const char* torn_digits_at(const char* at, bool is_fraction) noexcept {
        if (!reads_numerals || text_ == nullptr || at == begin_ || at == end_ || !is_line_break(octet(*at))) return nullptr;
        const char* const from = skip_break(at, end_);
        if (from == nullptr || from - at > 2 || !is_digit_at(from, end_)) return nullptr;
        const step left = step_back(text_, begin_);
        if (left.c < 0x2010 && (left.c != U' ' || !is_hangul(char_before(text_, left.next)))) return nullptr;
        const char* behind = from;
        const std::uint32_t digits = out_.form.integer_digits + count_digits(behind);
        const step c = step_at(behind, end_);
        const bool percent = is_fraction && c.c == U'%';
        const bool goes_on = *from == '0' || !contains(u"来來内內间間前后後以的", char_at(c.next, end_));  // else years may be counted
        const bool year = !is_fraction && c.c == U'年' && digits == 4 && (*begin_ == '1' || *begin_ == '2') && goes_on;
        if (!percent && !year) return is_word(c) && may_be_torn(at, behind - from, digits, c) && fills_measure(at, from) ? torn(from) : nullptr;
        for (const char* line = begin_; begin_ - line < shortest_line; --line) {  // a short line may be a heading
            if (line == text_ || is_line_break(octet(line[-1]))) return year && *from == '0' ? torn(from) : nullptr;
        }
        return torn(from);
    }
    constexpr const char* torn(const char* from) noexcept {
        out_.form.torn = true;
        return from;
    }

    /// Whether the digits before `at` and those that begin the next line can be one number: of no more than three there, no day,
    /// month, hour or year that is none, and no number of a section.
    constexpr bool may_be_torn(const char* at, std::ptrdiff_t size, std::uint32_t digits, step behind) const noexcept {
        if (size > 3 || digits > 7 || behind.c == U'.') return false;
        if (contains(u"年년", behind.c)) return digits == 4;
        if (!contains(u"月日号號时時点點월일시", behind.c)) return true;
        return digits == 2 && at[-1] <= (contains(u"月월", behind.c) ? '1' : contains(u"日号號일", behind.c) ? '3' : '2');
    }

    /// Han, a scale, a point and more digits: what digits go on with that are not the number of an item or page.
    constexpr bool is_word(step behind) const noexcept {
        return behind.c == U'%' || (behind.c >= 0x3400 && behind.c < 0xFF00) || is_digit_at(behind.next, end_);
    }

    /// Takes the characters of a line from a place on, forwards or backwards; their width in halves of an em, 99 for more.
    static constexpr int take_line(const char*& at, const char* stop) noexcept {
        const std::ptrdiff_t by = at < stop ? 1 : -1;
        int width = 0;
        for (; at != stop && width < 99; at += by) {
            const std::uint8_t next = octet(by > 0 ? at[0] : at[-1]);
            if (is_line_break(next)) break;
            width += next < 0x80 ? 1 : is_continuation(next) ? 0 : 2;
        }
        return width;
    }

    /// Whether the line that ends here is as long as the lines of its column are: as the longer one of the lines before and
    /// behind.
    constexpr bool fills_measure(const char* at, const char* from) const noexcept {
        const int width = take_line(at, text_);
        if (width < narrowest || width == 99 || begins_row(at)) return false;
        while (at != text_ && is_line_break(octet(at[-1]))) --at;
        const int before = take_line(at, text_);
        const int behind = take_line(from, end_);
        const int longest = before > behind ? before : behind;
        return longest - width <= 2 && width - longest <= 2;
    }

    /// 3月份…, 1班…, 第一章…: a row of a list. The next one begins with a number too.
    constexpr bool begins_row(const char* line) const noexcept { return is_digit_at(line, end_) || contains(u"第제", char_at(line, end_)); }

    static constexpr int narrowest = 12;  ///< a column of six em
    static constexpr std::ptrdiff_t shortest_line = 18;  ///< in bytes: six Han

    constexpr bool read_fraction() noexcept {
        const char* from = point_at(at_);
        if (from == nullptr) {
            from = torn_point_at(at_);
            out_.form.torn = out_.form.torn || from != nullptr;
        }
        if (from == nullptr) return false;
        read_run(from, true);
        if (const char* const rest = torn_digits_at(at_, true)) read_run(rest, true);
        out_.form.has_fraction = true;
        return true;
    }

    constexpr void read_exponent() noexcept {
        const step letter = step_at(at_, end_);
        if (!contains(u"eE\uFF45\uFF25", letter.c)) return;
        const step sign = step_at(letter.next, end_);
        const bool negative = contains(u"-\uFF0D", sign.c);
        const char* at = negative || contains(u"+\uFF0B", sign.c) ? sign.next : letter.next;
        if (!is_digit_at(at, end_)) return;
        std::int32_t exponent = 0;
        for (int digit = digit_at(at, end_, at); digit >= 0; digit = digit_at(at, end_, at)) {
            if (exponent < decimal_exponent_limit) exponent = exponent * 10 + digit;
        }
        if (is_alphabetic(char_at(at, end_))) return;
        scale(out_.value, negative ? -exponent : exponent);
        out_.form.has_exponent = true;
        at_ = at;
    }

    const char* text_;
    const char* begin_;
    const char* at_;
    const char* end_;
    const number_options& options_;
    literal out_;
    digit_collector digits_;
};

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_LITERAL_HPP
