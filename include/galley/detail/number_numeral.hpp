// galley: one numeral, from its first character to its last: 43.36亿, 一百二十三万, 3億5千万, 二〇二五, 삼백오십.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_NUMERAL_HPP
#define GALLEY_DETAIL_NUMBER_NUMERAL_HPP

#include <galley/detail/number_literal.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

struct numeral {
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* scale_begin = nullptr;
    decimal value;
    decimal upper;                   ///< of a pair (三五百) its upper end
    const char* pair_end = nullptr;  ///< 十五六: where it ends if a classifier shows it to be a pair, not 十五 and a name
    decimal pair_lower;
    decimal pair_upper;
    literal digits;               ///< the first literal, when there is one
    std::uint32_t symbols = 0;    ///< numeral characters, a literal counting as one
    std::uint8_t flags = 0;       ///< of the first symbol
    std::uint8_t first_digit = 0;
    bool starts_with_literal = false;
    bool has_literal = false;
    bool has_unit = false;        ///< a multiplier with a digit before it
    bool is_string = false;       ///< several Han digits in a row: 二〇二五
    bool is_pair = false;
    bool bare = false;            ///< multipliers alone: 百万, 亿
    bool many = false;            ///< 多 or 余 inside: 十多万
    bool several = false;         ///< 几 or 数: 几十, 十几
    bool has_scale = false;       ///< ends in 万, 亿 or higher
    bool has_fraction = false;
    bool torn = false;
    std::uint8_t scale_exponent = 0;  ///< of the scales at the end, together

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
};

/// Kana or Hangul near a numeral name its language. The distance is bounded, so that cost stays linear.
constexpr number_language language_near(const char* text, const char* at, const char* end) noexcept {
    constexpr std::ptrdiff_t distance = 96;
    const char* from = at - text > distance ? at - distance : text;
    const char* const to = end - at > distance ? at + distance : end;
    for (; to - from >= 2; ++from) {
        const std::uint8_t lead = octet(from[0]);
        const std::uint8_t second = octet(from[1]);
        if (lead == 0xE3 && second >= 0x81 && second <= 0x83 && to - from >= 3) {
            if (is_kana(step_at(from, to).c)) return number_language::japanese;
        }
        if (lead >= 0xEA && lead <= 0xED && second >= 0x80 && to - from >= 3 && is_hangul(step_at(from, to).c)) return number_language::korean;
    }
    return number_language::chinese;
}

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

/// Characters that make 千, 百 or 兆 before them a prefix of a unit: 千瓦, 百帕, 兆赫.
constexpr bool takes_prefix(std::uint8_t exponent, char32_t c) noexcept {
    if (exponent == 3) return c == U'瓦' || c == U'米' || c == U'克' || c == U'焦' || c == U'帕' || c == U'卡' || c == U'赫' || c == U'伏';
    if (exponent == 2) return c == U'帕';
    return exponent == 12 && (c == U'瓦' || c == U'赫' || c == U'帕' || c == U'焦' || c == U'欧' || c == U'字' || c == U'比');
}

constexpr bool is_many_mark(char32_t c) noexcept { return c == U'多' || c == U'余' || c == U'餘'; }

/// One pass over the characters of a numeral. `total` holds the finished sections (each below a scale), `section` the sum of
/// digits times units, `current` the digit that waits for its unit.
class numeral_reader {
public:
    constexpr numeral_reader(const char* text, const char* at, const char* end, const number_options& options) noexcept
        : text_(text), at_(at), end_(end), options_(options) {
        out_.begin = at;
        after_month_ = is_after_month();
    }

    constexpr numeral read(bool whole_only) noexcept {
        whole_only_ = whole_only;
        while (take_one()) {}
        if (good_ == nullptr) return {};
        finish();
        return out_;
    }

private:
    static constexpr std::uint8_t no_unit = 100;

    constexpr bool started() const noexcept { return section_.mantissa != 0 || total_.mantissa != 0 || last_unit_ != no_unit || last_scale_ != 0; }

    /// Behind 월 the last 일 of 이십일 is the day's own word, not a one.
    constexpr bool is_after_month() const noexcept {
        const char* at = out_.begin;
        decoded d = utf8_decode_before(text_, at);
        if (d.code_point == U' ') d = utf8_decode_before(text_, at - 1);
        return d.code_point == U'월';
    }

    constexpr void accept(const char* next) noexcept {
        at_ = next;
        good_ = next;
        ++out_.symbols;
    }

    constexpr bool take_one() noexcept {
        if (is_digit_at(at_, end_)) return take_literal();
        if (good_ == nullptr && at_ != end_ && (*at_ == '.')) return take_literal();
        return reads_numerals && take_symbol();
    }

    constexpr bool take_symbol() noexcept {
        const step s = step_at(at_, end_);
        if (s.next == at_) return false;
        const numeral_symbol symbol = find_symbol(s.c);
        if (out_.symbols == 0 && at_ == out_.begin) out_.flags = symbol.flags;
        switch (symbol.type) {
            case numeral_class::digit: return take_digit(symbol, s.next);
            case numeral_class::unit: return take_unit(symbol.value, s.next);
            case numeral_class::tens: return take_tens(symbol.value, s.next);
            case numeral_class::scale: return take_scale(symbol, s.next);
            case numeral_class::few: return take_few(s.next);
            case numeral_class::half:
            case numeral_class::none: break;
        }
        if (good_ != at_) return false;
        if (is_many_mark(s.c) || s.c == U'あ') return take_many(s);
        if (s.c == U' ' && is_many_mark(step_at(s.next, end_).c)) return take_many(step_at(s.next, end_));
        return take_gap();
    }

    /// Blanks and line breaks inside: before the scale of a literal (43.36 亿), before a unit that the measure tore off
    /// its digit, between the sections of Korean (1만 2천).
    constexpr bool take_gap() noexcept {
        bool broke = false;
        const char* const next = skip_gap(at_, end_, broke);
        if (next == at_) return false;
        const numeral_symbol symbol = find_symbol(step_at(next, end_).c);
        const bool waits = has_current_ && (symbol.type == numeral_class::scale || (symbol.type == numeral_class::unit && symbol.value > 1));
        const bool korean = next - at_ == 1 && !broke && (out_.flags & hangul) + (last_hangul_ ? 1 : 0) != 0 && last_scale_ != 0 && !has_current_ &&
                            (is_digit_at(next, end_) || (symbol.flags & hangul) != 0);
        const bool one_break = broke && !current_literal_ && next - at_ == 1;
        const bool scale_follows = waits && (current_literal_ ? symbol.type == numeral_class::scale : one_break && out_.symbols == 1);
        if (!scale_follows && !korean) return false;
        const char* const resume = at_;
        at_ = next;
        const bool taken = take_one();
        if (!taken || good_ == resume) at_ = resume;
        else out_.torn = out_.torn || broke;
        return taken;
    }

    constexpr bool take_literal() noexcept {
        if (has_current_) return false;
        literal_reader reader(at_, end_, options_);
        const literal l = reader.read(whole_only_ && at_ == out_.begin);
        const std::uint8_t last = last_multiplier_;
        if (started() && (l.integer_digits == 0 || compare(l.value, {1, last, false}) >= 0)) return false;
        if (!out_.has_literal) out_.digits = l;
        out_.starts_with_literal = out_.starts_with_literal || at_ == out_.begin;
        out_.has_literal = true;
        out_.has_fraction = out_.has_fraction || l.has_fraction;
        out_.torn = out_.torn || l.torn;
        current_ = l.value;
        current_literal_ = true;
        current_length_ = l.integer_digits > 255 ? 255 : static_cast<std::uint8_t>(l.integer_digits);
        has_current_ = true;
        accept(l.end);
        return !l.dotted && !l.has_exponent;
    }

    constexpr bool take_digit(numeral_symbol symbol, const char* next) noexcept {
        if (after_month_ && symbol.value == 1 && good_ != nullptr && find_symbol(step_at(next, end_).c).type == numeral_class::none) return false;
        if (symbol.value == 0 && !has_current_ && started()) {
            zero_ = true;
            at_ = next;
            return true;
        }
        if (has_current_) return extend_string(symbol, next);
        // 两年零三个月: the zero joins, it is no digit of a string.
        if (good_ == nullptr && symbol.code_point == U'零') {
            const step second = step_at(next, end_);
            const bool one_digit = find_symbol(second.c).type == numeral_class::digit;
            const step third = step_at(second.next, end_);
            if (one_digit && is_han(third.c) && third.c != U'点' && third.c != U'點' && find_symbol(third.c).type == numeral_class::none) return false;
        }
        if ((symbol.flags & string_only) != 0 && good_ == nullptr && find_symbol(step_at(next, end_).c).type != numeral_class::digit) return false;
        if ((symbol.flags & couple) != 0 && started()) {
            const numeral_symbol after = find_symbol(step_at(next, end_).c);
            if (after.type != numeral_class::scale && (after.type != numeral_class::unit || after.value < 2)) return false;
        }
        current_ = {symbol.value, 0, false};
        current_literal_ = false;
        current_length_ = 1;
        has_current_ = true;
        last_hangul_ = (symbol.flags & hangul) != 0;
        if (good_ == nullptr) {
            out_.first_digit = symbol.value;
            string_.push(symbol.value, false);
        }
        last_digit_ = symbol.value;
        accept(next);
        return true;
    }

    constexpr bool extend_string(numeral_symbol symbol, const char* next) noexcept {
        if (current_literal_) return false;
        if (started()) {
            // 十五六: a pair if what follows says so.
            const bool ascends = symbol.value == last_digit_ + 1 && current_length_ == 1;
            if (ascends && find_symbol(step_at(next, end_).c).type == numeral_class::none) {
                out_.pair_end = next;
                out_.pair_lower = add(add(total_, section_), current_);
                out_.pair_upper = add(add(total_, section_), {symbol.value, 0, false});
            }
            return false;
        }
        if ((symbol.flags & couple) != 0) return false;
        string_.push(symbol.value, false);
        current_ = string_.value();
        if (current_length_ < 255) ++current_length_;
        previous_digit_ = last_digit_;
        last_digit_ = symbol.value;
        accept(next);
        return true;
    }

    /// Two digits that mean "one or the other": 两三, 七八, 三五.
    constexpr bool is_pair_of_digits() const noexcept {
        return current_length_ == 2 && !current_literal_ && previous_digit_ != 0 &&
               (last_digit_ == previous_digit_ + 1 || (previous_digit_ == 3 && last_digit_ == 5));
    }

    constexpr void open_pair() noexcept {
        current_ = {previous_digit_, 0, false};
        difference_ = {static_cast<std::uint64_t>(last_digit_ - previous_digit_), 0, false};
        out_.is_pair = true;
        current_length_ = 1;
    }

    constexpr bool take_unit(std::uint8_t exponent, const char* next) noexcept {
        if (exponent >= last_unit_) return false;
        if (takes_prefix(exponent, step_at(next, end_).c)) return false;
        if (has_current_ && current_length_ > 1 && !current_literal_) {
            if (!is_pair_of_digits()) return false;
            open_pair();
        }
        if (has_current_) {
            section_ = add(section_, scaled(current_, exponent));
            difference_ = scaled(difference_, exponent);
            out_.has_unit = true;
        } else {
            if (started()) implied_one_ = true;
            else out_.bare = true;
            section_ = add(section_, {1, exponent, false});
        }
        mark_multiplier(exponent);
        last_unit_ = exponent;
        accept(next);
        return true;
    }

    constexpr bool take_tens(std::uint8_t value, const char* next) noexcept {
        if (has_current_ || last_unit_ <= 1) return false;
        section_ = add(section_, {value, 1, false});
        out_.has_unit = true;
        mark_multiplier(1);
        last_unit_ = 1;
        accept(next);
        return true;
    }

    constexpr void mark_multiplier(std::uint8_t exponent) noexcept {
        if (out_.scale_begin == nullptr || has_current_) out_.scale_begin = at_;
        if (out_.bare && has_current_) out_.bare = false;
        has_current_ = false;
        current_ = {};
        zero_ = false;
        last_multiplier_ = exponent;
    }

    constexpr bool take_scale(numeral_symbol symbol, const char* next) noexcept {
        const std::uint8_t exponent = symbol.value;
        if (takes_prefix(exponent, step_at(next, end_).c)) return false;
        if ((symbol.flags & rare) != 0 && !rare_scale_fits(next)) return false;
        if (has_current_ && current_length_ == 2 && !current_literal_ && !japanese() && is_pair_of_digits()) open_pair();
        // 8千3萬 is 8300萬 where 萬 or 亿 shows the spelling to be Chinese.
        const bool chinese_scale = symbol.code_point == U'萬' || symbol.code_point == U'亿';
        if (chinese_scale && last_unit_ != no_unit && tail_takes_next_place()) current_ = scaled(current_, last_multiplier_ - 1);
        const bool has_amount = has_current_ || section_.mantissa != 0;
        const decimal amount = has_current_ ? add(section_, current_) : section_;
        if (!has_amount && !started()) {
            if ((symbol.flags & rare) != 0) return false;
            total_ = {1, exponent, false};
            out_.bare = true;
        } else if (!has_amount) {  // 万亿, 万万
            if (has_current_ || zero_) return false;
            total_ = scaled(total_, exponent);
            difference_ = scaled(difference_, exponent);
        } else if (last_scale_ == 0 || exponent > last_scale_) {
            total_ = scaled(add(total_, amount), exponent);
            difference_ = scaled(difference_, exponent);
        } else if (exponent < last_scale_) {
            total_ = add(total_, scaled(amount, exponent));
        } else {
            return false;
        }
        last_scale_ = has_amount || last_scale_ == 0 ? exponent : static_cast<std::uint8_t>(last_scale_ + exponent > 90 ? 90 : last_scale_ + exponent);
        mark_multiplier(exponent);
        if (has_amount && !out_.bare) out_.has_unit = true;
        section_ = {};
        last_unit_ = no_unit;
        out_.has_scale = true;
        out_.scale_exponent = has_amount ? exponent : static_cast<std::uint8_t>((out_.scale_exponent + exponent) & 0x7F);
        last_hangul_ = (symbol.flags & hangul) != 0;
        accept(next);
        return true;
    }

    /// 京 is Beijing unless digits stand before it and an amount, or nothing more, behind.
    constexpr bool rare_scale_fits(const char* next) const noexcept {
        if (!has_current_ && !started()) return false;
        const char32_t after = step_at(next, end_).c;
        return !is_han(after) || find_symbol(after).type != numeral_class::none || after == U'元' || after == U'円';
    }

    constexpr bool take_few(const char* next) noexcept {
        const numeral_symbol after = find_symbol(step_at(next, end_).c);
        const bool multiplies = after.type == numeral_class::scale || after.type == numeral_class::unit;
        if (has_current_) return false;
        if (!started() && !zero_) {
            if (!multiplies) return false;
            current_ = {1, 0, false};
            has_current_ = true;
            current_length_ = 1;
            out_.several = true;
            accept(next);
            return true;
        }
        if (multiplies && after.type != numeral_class::scale) return false;
        out_.several = true;
        zero_ = false;
        accept(next);
        return multiplies;
    }

    constexpr bool take_many(step mark) noexcept {
        const char* next = mark.next;
        if (mark.c == U'あ') {
            const step second = step_at(next, end_);
            const step third = step_at(second.next, end_);
            if (second.c != U'ま' || third.c != U'り') return false;
            next = third.next;
        } else if (step_at(next, end_).c == U'り') {
            next = step_at(next, end_).next;
        }
        if (find_symbol(step_at(next, end_).c).type != numeral_class::scale) return false;
        out_.many = true;
        out_.scale_begin = nullptr;
        const char* const resume = at_;
        at_ = next;
        const bool taken = take_one();
        if (good_ == resume) at_ = resume;
        return taken;
    }

    /// 億 beside 万 is Japanese spelling: Chinese has 億 and 萬, or 亿 and 万.
    constexpr bool has_japanese_scales() const noexcept {
        bool high = false;
        bool low = false;
        for (const char* at = out_.begin; at != good_ && at != end_;) {
            const step s = step_at(at, end_);
            high = high || s.c == U'億';
            low = low || s.c == U'万';
            at = s.next;
        }
        return high && low;
    }

    constexpr bool japanese() const noexcept {
        if (!reads_numerals) return false;
        if (options_.language != number_language::automatic) return options_.language != number_language::chinese;
        if (has_japanese_scales()) return true;
        return language_near(text_, out_.begin, end_) != number_language::chinese;
    }

    /// zh 三万五 is 35000, 二百五 is 250; ja and ko add, as they do where 1 is left out before 百 or 千 (二千百).
    constexpr bool tail_takes_next_place() const noexcept {
        if (!has_current_ || current_length_ != 1 || zero_ || last_multiplier_ < 2 || last_hangul_) return false;
        if (current_.mantissa == 0 || current_.exponent != 0) return false;
        return !implied_one_ && !(out_.bare && first_is_thousand()) && !japanese();
    }

    /// A leading 千 without 一 is Japanese or Korean usage; 百二 and 万五 are Chinese as well.
    constexpr bool first_is_thousand() const noexcept { return find_symbol(step_at(out_.begin, end_).c).value == 3; }

    constexpr void finish() noexcept {
        at_ = good_;
        out_.end = good_;
        if (has_current_) {
            if (tail_takes_next_place()) current_ = scaled(current_, last_multiplier_ - 1);
            if (current_length_ > 1 && !current_literal_) out_.is_string = true;
            if (started()) {
                out_.bare = false;
                out_.has_unit = true;
                out_.has_scale = false;
                out_.scale_begin = nullptr;
            }
            if (is_pair_of_digits() && !started()) {
                out_.pair_lower = {previous_digit_, 0, false};
                out_.pair_upper = {last_digit_, 0, false};
                out_.pair_end = good_;
            }
        }
        out_.value = add(add(total_, section_), current_);
        out_.upper = add(out_.value, difference_);
        if (!out_.has_scale) out_.scale_begin = nullptr;
        read_spoken_fraction();
    }

    /// 点 and the digits behind it: 三点一四. With 十 or 分 behind, or after digits 0 to 9, it is a time of day.
    constexpr void read_spoken_fraction() noexcept {
        if (!reads_numerals) return;
        const step point = step_at(good_, end_);
        const bool dot = point.c == U'点' || point.c == U'點' || point.c == U'점' || (point.c == U'・' && !out_.has_literal && japanese());
        if (!dot || out_.is_pair || out_.has_fraction) return;
        digit_collector fraction;
        const char* at = point.next;
        std::uint32_t count = 0;
        numeral_symbol after;
        for (; at != end_; ++count) {
            const char* next = at;
            int digit = digit_at(at, end_, next);
            if (digit < 0) {
                const step s = step_at(at, end_);
                after = find_symbol(s.c);
                if (after.type != numeral_class::digit || (after.flags & couple) != 0) break;
                digit = after.value;
                next = s.next;
            }
            fraction.push(static_cast<std::uint8_t>(digit), true);
            at = next;
        }
        const char32_t follows = step_at(at, end_).c;
        // 8点30 and 8点30分 are times of day, 21点2 is not.
        if (out_.starts_with_literal && !out_.has_unit && (count == 2 || is_han(follows))) return;
        if (at == end_) after = {};
        if (count == 0 || after.type == numeral_class::unit || follows == U'点' || follows == U'點') return;
        if (follows == U'分' && count == 1 && step_at(step_at(at, end_).next, end_).c != U'之') return;
        out_.value = add(out_.value, fraction.value());
        out_.upper = out_.value;
        out_.has_fraction = true;
        out_.has_scale = false;
        out_.scale_begin = nullptr;
        out_.pair_end = nullptr;
        out_.end = at;
        out_.symbols += count;
        read_scale_of_fraction(at, after);
    }

    /// 一点五亿, 二十点一万.
    constexpr void read_scale_of_fraction(const char* at, numeral_symbol symbol) noexcept {
        while (symbol.type == numeral_class::scale && (symbol.flags & rare) == 0) {
            if (!out_.has_scale) out_.scale_begin = at;
            out_.scale_exponent = static_cast<std::uint8_t>((out_.has_scale ? out_.scale_exponent : 0) + symbol.value);
            out_.has_scale = true;
            out_.has_unit = true;
            out_.value = scaled(out_.value, symbol.value);
            out_.upper = out_.value;
            at = step_at(at, end_).next;
            out_.end = at;
            symbol = find_symbol(step_at(at, end_).c);
        }
    }

    const char* text_;
    const char* at_;
    const char* end_;
    const number_options& options_;
    const char* good_ = nullptr;
    numeral out_;
    decimal total_;
    decimal section_;
    decimal current_;
    decimal difference_;  // upper end minus lower end
    digit_collector string_;
    std::uint8_t current_length_ = 0;
    std::uint8_t last_unit_ = no_unit;
    std::uint8_t last_scale_ = 0;
    std::uint8_t last_multiplier_ = 0;
    std::uint8_t last_digit_ = 0;
    std::uint8_t previous_digit_ = 0;
    bool has_current_ = false;
    bool current_literal_ = false;
    bool zero_ = false;
    bool implied_one_ = false;
    bool last_hangul_ = false;
    bool whole_only_ = false;
    bool after_month_ = false;
};

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_NUMERAL_HPP
