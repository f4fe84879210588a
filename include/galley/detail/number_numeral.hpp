// galley: one numeral, from its first character to its last: 43.36亿, 一百二十三万, 3億5千万, 二〇二五, 삼백오십.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_NUMERAL_HPP
#define GALLEY_DETAIL_NUMBER_NUMERAL_HPP

#include <galley/detail/number_context.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

struct numeral {
    // Bytes stand first, here and below: Thumb's shorter instructions reach 32 of them.
    std::uint8_t symbols = 0;     ///< numeral characters, a literal counting as one; 255 for that many and more
    std::uint8_t flags = 0;       ///< of the first symbol
    std::uint8_t first_digit = 0;
    std::uint8_t scale_exponent = 0;  ///< of the scales at the end, together
    std::uint8_t pair_step = 0;   ///< what the lower end is less, of what may be a pair
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
    literal_form digits;          ///< of the first literal, when there is one
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* scale_begin = nullptr;
    const char* pair_end = nullptr;  ///< 十五六: where it ends if a classifier shows it to be a pair, not 十五 and a name
    decimal value;
    decimal upper;                ///< of a pair (三五百), or of what may be one, the upper end

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
    constexpr bool is_hangul() const noexcept { return (flags & hangul) != 0; }
    /// One run of digits and nothing else.
    constexpr bool is_literal() const noexcept { return has_literal && symbols == 1; }
};

/// One pass over the characters of a numeral, with one character of look-ahead. `total` holds the finished sections (each
/// below a scale), `section` the sum of digits times units, `current` the digit that waits for its unit.
class numeral_reader {
public:
    constexpr numeral_reader(const scan_context& context, const char* at, numeral& out) noexcept
        : context_(context), at_(at), end_(context.end), out_(out) {
        out_.begin = at;
    }

    /// False when no numeral stands here; `whole_only`: behind a point that joins it to other digits.
    constexpr bool read(bool whole_only) noexcept {
        whole_only_ = whole_only;
        seek(at_);
        out_.flags = now_.symbol.flags();
        while (take_one()) {}
        if (good_ == nullptr) return false;
        out_.end = good_;
        if (reads_numerals) finish();
        else out_.value = out_.upper = current_;
        return true;
    }

private:
    static constexpr std::uint8_t no_unit = 100;

    constexpr bool at_begin() const noexcept { return good_ == nullptr; }

    /// Goes on behind the current character, which `accept` makes part of the numeral.
    constexpr void advance() noexcept {
        at_ = now_.next;
        now_.next = ahead_.next;
        now_.c = ahead_.c;
        now_.symbol = ahead_.symbol;
        read_token(ahead_, now_.next, end_);
    }

    constexpr void seek(const char* at) noexcept {
        at_ = at;
        if (!reads_numerals) return;
        read_token(now_, at, end_);
        read_token(ahead_, now_.next, end_);
    }

    constexpr bool accept() noexcept {
        advance();
        good_ = at_;
        if (out_.symbols < 255) ++out_.symbols;
        return true;
    }

    constexpr bool take_one() noexcept { return take_near() || (reads_numerals && take_joint()); }

    /// The character behind the current one, or behind a line break there: 千⏎瓦.
    constexpr char32_t beyond() const noexcept { return is_line_break(ahead_.c) ? char_at(skip_gap(now_.next, end_), end_) : ahead_.c; }

    /// What stands here, and no gap before it.
    constexpr bool take_near() noexcept {
        if (is_digit_at(at_, end_) || (at_begin() && at_ != end_ && (*at_ == '.' || char_at(at_, end_) == 0xFF0E))) return take_zero() || take_literal();
        return reads_numerals && take_symbol();
    }

    constexpr bool take_symbol() noexcept {
        switch (now_.symbol.type()) {
            case numeral_class::digit: return take_digit();
            case numeral_class::unit: return take_unit();
            case numeral_class::tens: return take_tens();
            case numeral_class::scale: return take_scale();
            case numeral_class::few: return take_few();
            case numeral_class::half:
            case numeral_class::none: break;
        }
        return false;
    }

    /// Marks inside a numeral, and gaps.
    constexpr bool take_joint() noexcept {
        if (good_ != at_ || now_.c == 0 || ends_here_ || !now_.symbol.is(numeral_class::none)) return false;
        if (is_many_mark(now_.c)) return take_many(at_, now_.next);
        if (now_.c == U'あ') return take_many_kana();
        return take_gap();
    }

    /// Blanks and line breaks inside: before the scale of a literal (43.36 亿), before a unit that the measure tore off
    /// its digit, between the sections of Korean (1만 2천).
    constexpr bool take_gap() noexcept {
        bool broke = false;
        const char* const resume = at_;
        const char* const next = skip_gap(at_, end_, broke);
        if (next == resume) return false;
        seek(next);
        if (is_many_mark(now_.c)) return take_many(resume, now_.next);
        const bool taken = take_if(goes_on_behind(next - resume == 1, broke), resume);
        if (taken && broke) out_.torn = true;
        return taken;
    }

    /// Whether the numeral goes on here, behind a gap: one character, a line break somewhere in it.
    constexpr bool goes_on_behind(bool one, bool broke) const noexcept {
        const bool korean = (now_.symbol.flags() & hangul) != 0;
        const bool scale = now_.symbol.is(numeral_class::scale);
        if (has_current_ && current_literal_) return scale && (!broke || !korean || is_whole_syllable());
        if (!one) return false;
        if (is_digit_at(at_, end_)) return reads_sections(broke) && begins_section();
        if (!broke) return korean && reads_sections(false);
        if (korean) return scale && last_unit_ != no_unit && !has_current_ && is_whole_syllable();
        return !last_hangul_ && continues_on_next_line();
    }

    /// Whether what was read is sections that lower ones may follow behind a blank or a line break: 1만 2천, but 만 18세 is a full age.
    constexpr bool reads_sections(bool broke) const noexcept {
        if (broke) return out_.has_literal && started_;
        return (last_scale_ != 0 || out_.has_literal) && !(out_.bare && out_.symbols == 1) && (out_.is_hangul() || last_hangul_);
    }

    /// Takes what stands here if it is to be taken, or goes back. A zero alone takes nothing, as the 영 behind 조.
    constexpr bool take_if(bool goes_on, const char* resume) noexcept {
        if (goes_on && take_near() && good_ != resume) return true;
        seek(resume);
        return false;
    }

    /// 二十⏎三名: the measure may tear Han anywhere, but 三、 and 三是 begin an item.
    constexpr bool continues_on_next_line() const noexcept {
        const numeral_symbol first = now_.symbol;
        if (first.flags() != 0 || contains(u"、是.．)）", ahead_.c)) return false;
        if (first.is(numeral_class::scale)) return true;
        // 二⏎十届, but 之一⏎十月, 星期二⏎十五日 and 第二⏎十人
        if (first.is(numeral_class::unit)) return has_current_ && (first.value() > 1 || out_.symbols > 1 || (last_digit_ > 1 && !contains(u"点點月分足", ahead_.c) && !says_which()));
        return first.is(numeral_class::digit) && (has_current_ ? string_waits() : started_);
    }

    /// 周二, 第二, 高二: one digit that says which; but 第二⏎十一次 is the 21st.
    constexpr bool says_which() const noexcept {
        const char32_t c = char_before(context_.text, out_.begin);
        return c == U'第' ? !ahead_.symbol.is(numeral_class::digit) : contains(u"周週期拜曜高初老大小", c);
    }

    /// The scale that begins a line begins no word: 6천⏎만 원. 만 18세 is a full age.
    constexpr bool is_whole_syllable() const noexcept {
        if (ahead_.c == U' ') return has_current_ || now_.c != U'만' || !is_digit_at(ahead_.next, end_);
        return !is_hangul(ahead_.c) || contains(u"원명개여을이의에", ahead_.c) || (now_.c != U'조' && !ahead_.symbol.is(numeral_class::none));
    }

    /// 1조2천⏎411억, 1만 2천: digits with a scale or unit of their own. Others, as 3个月 behind 5万, are another number.
    constexpr bool begins_section() const noexcept {
        const char* at = at_;
        while (digit_at(at, end_, at) >= 0) {}
        const numeral_symbol behind = find_symbol(char_at(at, end_));
        return behind.is(numeral_class::scale) || behind.is(numeral_class::unit);
    }

    /// 二00五年, 二０二五: a zero from the keyboard among Han digits.
    constexpr bool take_zero() noexcept {
        if (!reads_numerals || !has_current_ || current_literal_ || started_ || decimal_digit(now_.c) != 0) return false;
        if (decimal_digit(ahead_.c) != 0 && !ahead_.symbol.is(numeral_class::digit) && ahead_.c != U'年') return false;
        return push_to_string(0);
    }

    constexpr bool take_literal() noexcept {
        if (has_current_) return false;
        literal_reader reader(context_.text, at_, end_, context_.options);
        const literal& l = reader.read(whole_only_ && at_begin());
        if (l.end == at_) return false;  // a point behind a point
        if (started_ && (l.form.integer_digits == 0 || compare(l.value, 1, last_multiplier_) >= 0)) return false;
        if (!out_.has_literal) out_.digits = l.form;
        out_.starts_with_literal = out_.starts_with_literal || at_begin();
        out_.has_literal = true;
        out_.has_fraction = out_.has_fraction || l.form.has_fraction;
        out_.torn = out_.torn || l.form.torn;
        current_.set(l.value.mantissa, l.value.exponent);
        current_.overflow = l.value.overflow;
        current_length_ = l.form.integer_digits;
        current_literal_ = has_current_ = true;
        seek(l.end);
        good_ = l.end;
        ++out_.symbols;
        ends_here_ = l.form.dotted || l.form.has_exponent;
        return !ends_here_;
    }

    constexpr void wait_with_digit(std::uint8_t digit) noexcept {
        current_.set(digit);
        current_length_ = 1;
        current_literal_ = false;
        has_current_ = true;
    }

    constexpr bool take_digit() noexcept {
        const numeral_symbol symbol = now_.symbol;
        if (symbol.flags() == hangul && symbol.value() == 1 && !at_begin() && ahead_.symbol.is(numeral_class::none) && is_behind(U'월')) return false;  // the day's own word in 이십일
        if (now_.c == U'이' && is_korean_ending()) return false;
        if (symbol.value() == 0 && !has_current_ && started_) {
            zero_ = true;
            advance();
            return true;
        }
        if (has_current_) return extend_string();
        if (symbol.flags() != 0 || symbol.value() == 0) {
            if (at_begin() && now_.c == U'零' && joins_measures()) return false;
            if (at_begin() && now_.c == U'영' && ahead_.symbol.is(numeral_class::unit)) return false;  // 영천
            if ((symbol.flags() & string_only) != 0 && at_begin() && !ahead_.symbol.is(numeral_class::digit)) return false;
            const bool multiplied = ahead_.symbol.is(numeral_class::scale) || (ahead_.symbol.is(numeral_class::unit) && ahead_.symbol.value() > 1);
            if ((symbol.flags() & couple) != 0 && started_ && !multiplied) return false;
        }
        if (at_begin()) out_.first_digit = symbol.value();
        wait_with_digit(symbol.value());
        last_digit_ = symbol.value();
        last_hangul_ = (symbol.flags() & hangul) != 0;
        return accept();
    }

    /// 68억이 넘는, 영이다: behind a numeral 이 is no two but the subject's particle or the copula. 삼십이 is 32.
    constexpr bool is_korean_ending() const noexcept {
        if (at_begin() || !ahead_.symbol.is(numeral_class::none) || ahead_.c == 0) return false;
        if (last_unit_ != no_unit && last_scale_ == 0) return false;  // 삼십이다 is 32
        return contains(u"다었고며라지나던에", ahead_.c) || (last_scale_ != 0 && last_unit_ == no_unit && !has_current_);
    }

    /// The numeral stands behind `c`, or behind it and a space.
    constexpr bool is_behind(char32_t c) const noexcept {
        const char* at = out_.begin;
        const char32_t before = char_before(context_.text, at);
        return (before == U' ' ? char_before(context_.text, at - 1) : before) == c;
    }

    /// 제5조 is an article of a law, not 5 × 10^12.
    constexpr bool is_article() const noexcept { return now_.c == U'조' && (now_.symbol.flags() & hangul) != 0 && is_behind(U'제'); }

    /// 两年零三个月: the zero joins two measures, it is no digit of a string.
    constexpr bool joins_measures() const noexcept {
        if (!ahead_.symbol.is(numeral_class::digit)) return false;
        const numeral_token third = token_at(ahead_.next, end_);
        return is_han(third.c) && third.c != U'点' && third.c != U'點' && third.symbol.is(numeral_class::none);
    }

    constexpr bool extend_string() noexcept {
        if (current_literal_) return false;
        const numeral_symbol symbol = now_.symbol;
        if (started_) {
            // 十五六: a pair if what follows says so.
            if (symbol.value() == last_digit_ + 1 && current_length_ == 1 && ahead_.symbol.is(numeral_class::none)) {
                out_.pair_end = now_.next;
                out_.upper.set(0);
                sum_into(out_.upper);
                add_to(out_.upper, symbol.value(), 0);
                out_.pair_step = 1;
            }
            return false;
        }
        // 一两年, 一两千: one or two; 一两 of something else is a weight.
        const bool counts = ahead_.symbol.is(numeral_class::unit) || ahead_.symbol.is(numeral_class::scale) || contains(u"年个個天次人名位句种種家条條件日月周盘盤步", ahead_.c);
        if ((symbol.flags() & couple) != 0 && (current_length_ != 1 || last_digit_ != 1 || !counts)) return false;
        return push_to_string(symbol.value());
    }

    constexpr bool push_to_string(std::uint8_t digit) noexcept {
        if (current_length_ == 1) string_.push(last_digit_, false);
        string_.push(digit, false);
        if (current_length_ < 255) ++current_length_;
        previous_digit_ = last_digit_;
        last_digit_ = digit;
        return accept();
    }

    constexpr void sum_into(decimal& sum) const noexcept {
        add_to(sum, total_);
        add_to(sum, section_);
    }

    /// Several Han digits wait, as in 二〇二五.
    constexpr bool string_waits() const noexcept { return has_current_ && current_length_ > 1 && !current_literal_; }

    /// Two digits that mean "one or the other": 两三, 七八, 三五.
    constexpr bool is_pair_of_digits() const noexcept {
        return current_length_ == 2 && string_waits() && previous_digit_ != 0 &&
               (last_digit_ == previous_digit_ + 1 || (previous_digit_ == 3 && last_digit_ == 5));
    }

    constexpr void open_pair() noexcept {
        wait_with_digit(previous_digit_);
        difference_.set(static_cast<std::uint64_t>(last_digit_ - previous_digit_));
        out_.is_pair = true;
    }

    constexpr void close_string() noexcept {
        if (string_waits()) string_.write(current_);
    }

    constexpr bool take_unit() noexcept {
        const std::uint8_t exponent = now_.symbol.value();
        if (exponent >= last_unit_ || takes_prefix(exponent, beyond())) return false;
        if (string_waits()) {
            if (!is_pair_of_digits()) return false;
            open_pair();
        }
        if (current_.mantissa == 0 && !current_literal_) has_current_ = false;  // 零十 is ten
        // 十六万五百六: Chinese has a zero before 五百.
        if (last_scale_ == 4 && last_unit_ == no_unit && exponent == 2 && !zero_) skips_place_ = true;
        if (has_current_) {
            add_to(section_, current_, exponent);
            scale(difference_, exponent);
            out_.has_unit = true;
        } else {
            if (started_) implied_one_ = true;
            else out_.bare = true;
            add_to(section_, 1, exponent);
        }
        mark_multiplier(exponent);
        last_unit_ = exponent;
        last_hangul_ = (now_.symbol.flags() & hangul) != 0;
        return accept();
    }

    constexpr bool take_tens() noexcept {
        if (has_current_ || last_unit_ <= 1) return false;
        add_to(section_, now_.symbol.value(), 1);
        out_.has_unit = true;
        mark_multiplier(1);
        last_unit_ = 1;
        return accept();
    }

    constexpr void mark_multiplier(std::uint8_t exponent) noexcept {
        if (out_.scale_begin == nullptr || has_current_) out_.scale_begin = at_;
        if (has_current_) out_.bare = false;
        has_current_ = false;
        current_.set(0);
        zero_ = false;
        last_multiplier_ = exponent;
        started_ = true;
    }

    constexpr bool take_scale() noexcept {
        const std::uint8_t exponent = exponent_of(now_);
        const bool is_rare = (now_.symbol.flags() & rare) != 0;
        if (takes_prefix(exponent, beyond()) || (is_rare && !rare_scale_fits()) || is_article()) return false;
        const bool has_amount = has_current_ || section_.mantissa != 0;
        const bool adds = has_amount && last_scale_ != 0 && exponent < last_scale_;
        const bool multiplies = has_amount ? exponent > last_scale_ : !zero_;  // 万亿, 万万
        if (!adds && !multiplies && started_) return false;
        if (is_pair_of_digits() && !japanese()) open_pair();
        close_string();
        // 8千3萬 is 8300萬 where 萬 or 亿 shows the spelling to be Chinese.
        const bool chinese_scale = now_.c == U'萬' || now_.c == U'亿';
        if (chinese_scale && last_unit_ != no_unit && tail_takes_next_place()) scale(current_, last_multiplier_ - 1);
        add_to(section_, current_);
        multiply_by(exponent, !has_amount && !started_, adds);
        if (has_amount || last_scale_ == 0) last_scale_ = exponent;
        else last_scale_ = static_cast<std::uint8_t>(last_scale_ + exponent > 90 ? 90 : last_scale_ + exponent);
        mark_multiplier(exponent);
        if (has_amount && !out_.bare) out_.has_unit = true;
        section_.set(0);
        last_unit_ = no_unit;
        out_.has_scale = true;
        out_.scale_exponent = has_amount ? exponent : static_cast<std::uint8_t>((out_.scale_exponent + exponent) & 0x7F);
        last_hangul_ = (now_.symbol.flags() & hangul) != 0;
        return accept();
    }

    constexpr std::uint8_t exponent_of(const numeral_token& t) const noexcept {
        return t.c == U'兆' && context_.options.zhao_is_million ? std::uint8_t{6} : t.symbol.value();
    }

    /// Puts the section under its scale.
    constexpr void multiply_by(std::uint8_t exponent, bool alone, bool adds) noexcept {
        if (alone) {
            total_.set(1, exponent);
            out_.bare = true;
        } else if (adds) {
            add_to(total_, section_, exponent);
        } else {
            add_to(total_, section_);
            scale(total_, exponent);
            scale(difference_, exponent);
        }
    }

    /// 京 is Beijing unless digits stand before it and an amount, or nothing more, behind.
    constexpr bool rare_scale_fits() const noexcept {
        if (!has_current_ && !started_) return false;
        return !is_han(ahead_.c) || !ahead_.symbol.is(numeral_class::none) || ahead_.c == U'元' || ahead_.c == U'円';
    }

    constexpr bool take_few() noexcept {
        const bool multiplies = ahead_.symbol.is(numeral_class::scale) || ahead_.symbol.is(numeral_class::unit);
        if (has_current_) return false;
        if (!started_ && !zero_) {
            if (!multiplies || (now_.c == U'何' && !japanese())) return false;
            wait_with_digit(1);
        } else {
            const bool lower = ahead_.symbol.is(numeral_class::unit) && ahead_.symbol.value() < last_unit_;  // 千数百
            if (multiplies && !lower && !ahead_.symbol.is(numeral_class::scale)) return false;
            if (lower) wait_with_digit(1);
            zero_ = false;
        }
        out_.several = true;
        accept();
        return multiplies;
    }

    constexpr bool take_many_kana() noexcept {
        if (ahead_.c != U'ま') return false;
        const step third = step_at(ahead_.next, end_);
        return third.c == U'り' && take_many(at_, third.next);
    }

    constexpr bool take_many(const char* resume, const char* next) noexcept {
        seek(skip_gap(next, end_));
        if (now_.c == U'り') advance();
        const bool scaled = now_.symbol.is(numeral_class::scale);
        if (scaled) {
            out_.many = true;
            out_.scale_begin = nullptr;
        }
        return take_if(scaled, resume);
    }

    /// 億 beside 万 is Japanese spelling: Chinese has 億 and 萬, or 亿 and 万.
    constexpr bool has_japanese_scales() const noexcept {
        bool high = false;
        bool low = false;
        for (const char* at = out_.begin; good_ != nullptr && at != good_;) {
            const step s = step_at(at, end_);
            high = high || s.c == U'億';
            low = low || s.c == U'万';
            at = s.next;
        }
        return high && low;
    }

    constexpr bool japanese() const noexcept {
        if (context_.options.language != number_language::automatic) return context_.options.language != number_language::chinese;
        return has_japanese_scales() || context_.language_near(out_.begin) != number_language::chinese;
    }

    /// zh 三万五 is 35000, 二百五 is 250; ja and ko add, as they do where 1 is left out before 百 or 千 (二千百), as all do in
    /// an ordinal and behind 兆, which no one shortens.
    constexpr bool tail_takes_next_place() const noexcept {
        if (!has_current_ || current_length_ != 1 || zero_ || last_multiplier_ < 2 || last_multiplier_ == 12 || last_hangul_) return false;
        if (current_.mantissa == 0 || current_.exponent != 0 || implied_one_) return false;
        const bool thousand = token_at(out_.begin, end_).symbol.value() == 3;  // without 一 it is Japanese or Korean; 百二 and 万五 are Chinese as well
        if (skips_place_ || (out_.bare && (out_.symbols > 2 || thousand)) || is_lone_two_thousand()) return false;
        return char_before(context_.text, out_.begin) != U'第' && !japanese();
    }

    /// 二千八 and nothing else: Chinese says 两千八.
    constexpr bool is_lone_two_thousand() const noexcept {
        if (context_.options.language != number_language::automatic || out_.begin != context_.text || good_ != end_) return false;
        const step first = step_at(context_.text, end_);
        return first.c == U'二' && char_at(first.next, end_) == U'千';
    }

    constexpr void finish() noexcept {
        if (has_current_) {
            close_string();
            if (tail_takes_next_place()) scale(current_, last_multiplier_ - 1);
            out_.is_string = string_waits();
            if (started_) {
                out_.bare = false;
                out_.has_unit = true;
                out_.has_scale = false;
            } else if (is_pair_of_digits()) {
                out_.pair_step = static_cast<std::uint8_t>(last_digit_ - previous_digit_);
                out_.upper.set(last_digit_);
                out_.pair_end = good_;
            }
        }
        sum_into(out_.value);
        add_to(out_.value, current_);
        if (out_.pair_end == nullptr) {
            add_to(out_.upper, out_.value);
            add_to(out_.upper, difference_);
        }
        if (!out_.has_scale) out_.scale_begin = nullptr;
        const char32_t point = good_ == at_ ? now_.c : char_at(good_, end_);
        if (is_spoken_point(point) && !out_.is_pair && !out_.has_fraction) read_spoken_fraction(point);
    }

    constexpr bool is_spoken_point(char32_t c) const noexcept {
        if (c == U'점') return !out_.bare || last_multiplier_ == 1 || char_at(step_at(good_, end_).next, end_) != U'이';  // 만점이다 is "is full marks"
        return c == U'点' || c == U'點' || (c == U'・' && (!out_.has_literal || (out_.is_literal() && !out_.digits.dotted)) && japanese());
    }

    /// 点 and the digits behind it: 三点一四. With 十 or 分 behind, or after digits 0 to 9, it is a time of day.
    constexpr void read_spoken_fraction(char32_t point) noexcept {
        seek(step_at(good_, end_).next);
        string_ = {};
        std::uint32_t count = 0;
        for (; at_ != end_; ++count) {
            int digit = decimal_digit(now_.c);
            if (digit < 0) {
                if (!now_.symbol.is(numeral_class::digit) || (now_.symbol.flags() & couple) != 0) break;
                digit = now_.symbol.value();
            }
            string_.push(static_cast<std::uint8_t>(digit), true);
            advance();
        }
        if (count == 0 || now_.symbol.is(numeral_class::unit) || now_.c == U'点' || now_.c == U'點') return;
        if (out_.has_literal && point == U'・') {  // ０・３２％, but ３・１１ is a date
            if (!contains(u"%％‰倍ポ㌽度点万億兆円ドトキメセミ人秒", now_.c)) return;
        } else if (out_.starts_with_literal && !out_.has_unit && (count == 2 || is_han(now_.c))) {
            return;  // 8点30 and 8点30分 are times of day, 21点2 is not
        }
        if (count == 1 && now_.c == U'刻') return;  // 两点一刻
        if (now_.c == U'分' && count == 1 && ahead_.c != U'之') return;
        string_.write(current_);
        add_to(out_.value, current_);
        out_.has_fraction = true;
        out_.has_scale = false;
        out_.scale_begin = nullptr;
        out_.pair_end = nullptr;
        out_.symbols = static_cast<std::uint8_t>(out_.symbols + count > 255 ? 255 : out_.symbols + count);
        read_scale_of_fraction();
        out_.end = at_;
        out_.upper = out_.value;
    }

    /// 一点五亿, 二十点一万.
    constexpr void read_scale_of_fraction() noexcept {
        for (; now_.symbol.is(numeral_class::scale) && (now_.symbol.flags() & rare) == 0; advance()) {
            const std::uint8_t exponent = exponent_of(now_);
            if (!out_.has_scale) {
                out_.scale_begin = at_;
                out_.scale_exponent = 0;
            }
            out_.scale_exponent = static_cast<std::uint8_t>(out_.scale_exponent + exponent);
            out_.has_scale = true;
            out_.has_unit = true;
            scale(out_.value, exponent);
        }
    }

    std::uint8_t current_length_ = 0;
    std::uint8_t last_unit_ = no_unit;
    std::uint8_t last_scale_ = 0;
    std::uint8_t last_multiplier_ = 0;
    std::uint8_t last_digit_ = 0;
    std::uint8_t previous_digit_ = 0;
    bool has_current_ = false;
    bool current_literal_ = false;
    bool started_ = false;
    bool zero_ = false;
    bool implied_one_ = false;
    bool skips_place_ = false;  // a section begins below thousands without a zero
    bool last_hangul_ = false;
    bool whole_only_ = false;
    bool ends_here_ = false;  // a literal that nothing multiplies
    const scan_context& context_;
    const char* at_;
    const char* end_;
    numeral& out_;
    const char* good_ = nullptr;
    numeral_token now_;
    numeral_token ahead_;
    decimal total_;
    decimal section_;
    decimal current_;
    decimal difference_;  // upper end minus lower end
    digit_collector string_;
};

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_NUMERAL_HPP
