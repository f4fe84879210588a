// galley: a numeral with what changes its value: a sign, a denominator, a percent sign, a Latin or English scale.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_VALUE_HPP
#define GALLEY_DETAIL_NUMBER_VALUE_HPP

#include <galley/detail/number_english.hpp>
#include <galley/detail/number_native.hpp>
#include <galley/detail/number_window.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

struct value_reading {
    number_kind kind = number_kind::cardinal;
    bool negative = false;
    bool ordinal = false;
    bool follows_number = false;  ///< the number or unit found before ends exactly where this begins
    unit_match unit;       ///< behind the numeral, its scale and percent sign
    bool is_sign = false;  ///< a vulgar fraction, a circled digit, English words: no numeral in the sense of `n`
    numeral n;
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* scale_begin = nullptr;
    const char* scale_end = nullptr;
    std::uint64_t denominator = 1;
    std::string_view inner_unit;  ///< of 一米八 the 米
    window_after after{nullptr, nullptr};  ///< behind `end`, kept so that it is decoded once

    constexpr explicit operator bool() const noexcept { return end != nullptr; }

    constexpr void set_end(const char* at, const char* text_end) noexcept {
        end = at;
        after.move_to(at, text_end);
    }
};

inline constexpr std::uint16_t vulgar_fractions[] = {0x0107, 0x0109, 0x010A, 0x0103, 0x0203, 0x0105, 0x0205, 0x0305,
                                                     0x0405, 0x0106, 0x0506, 0x0108, 0x0308, 0x0508, 0x0708};

/// ½ and its like: numerator and denominator in one byte each; 0 when the character is none.
constexpr std::uint16_t vulgar_fraction(char32_t c) noexcept {
    if (c == 0xBC) return 0x0104;
    if (c == 0xBD) return 0x0102;
    if (c == 0xBE) return 0x0304;
    if (c < 0x2150 || c > 0x215E) return 0;
    return vulgar_fractions[c - 0x2150];
}

/// Numbers of one character that follow each other.
struct symbol_run {
    std::uint16_t first;
    std::uint8_t count;
    std::uint8_t value;  ///< of the first
};

/// Circled, parenthesized and superscript digits.
inline constexpr symbol_run symbol_runs[] = {{0xB2, 2, 2},       {0xB9, 1, 1},       {0x2070, 1, 0},     {0x2074, 6, 4},     {0x2460, 20, 1},
                                             {0x2474, 20, 1},    {0x2776, 10, 1},    {0x3220, 10, 1},    {0x3280, 10, 1}};
/// Twice sixteen Roman numerals from U+2160; from the thirteenth on 50, 100, 500, 1000.
inline constexpr std::uint16_t large_roman[] = {50, 100, 500, 1000};

/// The value of a number of one character; -1 when it is none that was asked for.
constexpr int symbol_value(char32_t c, const number_options& options) noexcept {
    if (options.roman && c - 0x2160 < 32) {
        const std::uint32_t index = (c - 0x2160U) & 15U;
        return static_cast<int>(index < 12 ? index + 1 : large_roman[index - 12]);
    }
    if (!options.symbols) return -1;
    for (const symbol_run& run : symbol_runs) {
        if (c - run.first < run.count) return static_cast<int>(c - run.first + run.value);
    }
    return -1;
}

/// Whether words that mean "minus" stand here; gives the place behind them, blanks included.
constexpr bool read_minus(const char* at, const char* end, const char*& next) noexcept {
    const step first = step_at(at, end);
    const char* behind = first.next;
    if (!contains(u"负負-\u2212\uFF0D", first.c)) {
        if (!(reads_numerals || GALLEY_NUMBER_WORDS) || !contains(u"零氷マ마영m", first.c)) return false;
        window_after after(at, end);
        const std::size_t length = after.match_any(u"零下|氷点下|マイナス|마이너스|마이나스|영하|minus|");
        if (length == 0) return false;
        behind = after.end_of(length - 1);
    }
    next = skip_gap(behind, end);
    return true;
}

/// Whether up to four digits stand here, and a slash.
constexpr bool slash_follows(const char* at, const char* end) noexcept {
    const char* next = at;
    for (int count = 0; count < 4 && digit_at(at, end, next) >= 0; ++count) at = next;
    const char32_t c = char_at(at, end);
    return c == U'/' || c == 0xFF0F;
}

/// Behind 最初, the first, where の makes an attribute of it (alone it is "at first"), or null. `s` is its first character.
constexpr const char* skip_first([[maybe_unused]] step s, [[maybe_unused]] const char* end) noexcept {
#if GALLEY_NUMBER_CJK
    if (s.c != U'最') return nullptr;
    const step second = step_at(s.next, end);
    return second.c == U'初' && char_at(second.next, end) == U'の' ? second.next : nullptr;
#else
    return nullptr;
#endif
}

/// What makes a percentage of the number before it, and the first characters of that.
inline constexpr char16_t percent_words[] =
    u"%|％|percent|"
#if GALLEY_NUMBER_WORDS
    u"point|"
#endif
#if GALLEY_NUMBER_CJK
    u"个百分点|個百分點|個百分点|百分点|パーセント|ポイント|"
#endif
#if GALLEY_NUMBER_HANGUL
    u"퍼센트|프로|"
#endif
    ;
inline constexpr char_set percent_signs = u"%％‰p成折割个個百パポ퍼프";

inline constexpr char_set literal_tails = u"多余餘あ点點점・";  ///< what a numeral may go on with behind a literal, but symbols

/// Reads a value. What it has read stands first in it, for the reason that is given with `numeral`.
struct value_reader {
    value_reading r;
    const scan_context& context;
    const char* const text_end;

    explicit constexpr value_reader(const scan_context& scanned) noexcept : context(scanned), text_end(scanned.end) {}

    /// Reads at a digit, a numeral character or a sign of one character. No sign before it is looked for.
    constexpr bool read(const char* at) noexcept {
        r.begin = at;
        if (at == text_end) return false;
        if (octet(*at) - unsigned{'0'} >= 10 && (read_symbol() || read_words())) {
            r.n.upper = r.n.value;
            r.set_end(r.end, text_end);
            return true;
        }
        if (!read_numeral(at, follows_dotted_part(at))) return false;
        if (r.n.digits.dotted) r.kind = number_kind::digits;
        read_tail();
        return true;
    }

#if GALLEY_BLOCKS
    /// Whether a literal that ends here is all of a numeral: no scale, 多 or spoken point can follow.
    constexpr bool ends_literal(const char* at) const noexcept {
        if (!reads_numerals || at == text_end) return true;
        at = skip_gap(at, text_end);
        if (at == text_end || octet(*at) < 0x80) return true;
        const char32_t c = folded(char_at(at, text_end));
        return c < first_symbol || (find_symbol(c).is(numeral_class::none) && !literal_tails.has(c));
    }

    /// Most numerals are one literal: the short way to it.
    constexpr bool read_literal(const char* at, bool whole_only) noexcept {
        if (at == text_end || octet(*at) - unsigned{'0'} >= 10) return false;
        const literal l = literal_reader(context.text, at, text_end, context.options).read(whole_only);
        if (!ends_literal(l.end)) return false;
        r.n.begin = at;
        r.n.end = l.end;
        r.n.value = r.n.upper = l.value;
        r.n.digits = l.form;
        r.n.symbols = 1;
        r.n.starts_with_literal = r.n.has_literal = true;
        r.n.has_fraction = l.form.has_fraction;
        r.n.torn = l.form.torn;
        r.set_end(l.end, text_end);
        return true;
    }

#endif

    constexpr bool read_numeral(const char* at, bool whole_only) noexcept {
#if GALLEY_BLOCKS
        if (read_literal(at, whole_only)) return true;
#endif
        if (!numeral_reader(context, at, r.n).read(whole_only)) return false;
        r.set_end(r.n.end, text_end);
        r.scale_begin = r.n.scale_begin;
        r.scale_end = r.n.scale_begin != nullptr ? r.n.end : nullptr;
        return true;
    }

    /// Another numeral in the place of the first.
    constexpr bool read_again(const char* at) noexcept {
        r.n = {};
        r.scale_begin = r.scale_end = nullptr;
        return read_numeral(at, false);
    }

    /// The first numeral again where the second did not fit: cheaper than to keep both for every number. Returns false.
    constexpr bool restore() noexcept {
        r.n = {};
        r.kind = number_kind::cardinal;
        r.denominator = 1;
        r.negative = false;
        r.scale_begin = r.scale_end = nullptr;
        read_numeral(r.begin, follows_dotted_part(r.begin));
        return false;
    }

    /// What may follow, by its first character.
    constexpr void read_tail() noexcept {
        const char32_t c = r.after.first();
        switch (c) {
            case 0: return;
            case U'分':
            case U'분':
                if (reads_numerals) read_denominator();
                return;
            case U'/':
            case 0xFF0F: read_slash(); return;
            case U'又':
            case U'ま': read_mixed(); return;
            default: break;
        }
        if (decimal_digit(c) > 0 && read_mixed()) return;
        if (vulgar_fraction(c) != 0 && r.after.begin() == r.end && read_vulgar_part(vulgar_fraction(c))) return;
        if (is_ascii_letter(c)) read_latin_scale();
        read_percent();
    }

    constexpr bool follows_dotted_part(const char* at) const noexcept {
        if (at - context.text < 2 || at[-1] != '.') return false;
        return decimal_digit(char_before(context.text, at - 1)) >= 0;
    }

    GALLEY_DETAIL_APART constexpr bool read_symbol() noexcept {
        const step s = step_at(r.begin, text_end);
        const numeral_class type = reads_numerals ? find_symbol(s.c).type() : numeral_class::none;
        if (type == numeral_class::half) return read_half(s);
        if (type != numeral_class::none) return false;
        if (const char* const end = skip_first(s, text_end); end != nullptr) {
            r.n.value.set(1);
            r.kind = number_kind::ordinal;
            r.is_sign = true;
            r.end = end;
            return true;
        }
        const std::uint16_t fraction = vulgar_fraction(s.c);
        const int value = fraction != 0 ? fraction >> 8 : symbol_value(s.c, context.options);
        if (value < 0) return false;
        r.n.value.set(static_cast<std::uint64_t>(value));
        if (fraction != 0) {
            r.denominator = fraction & 0xFF;
            r.kind = number_kind::fraction;
        }
        r.is_sign = true;
        r.end = s.next;
        return true;
    }

    /// Numbers that are words: English ones, Roman numerals, ひとつ, 하나; each an option.
    GALLEY_DETAIL_APART constexpr bool read_words() noexcept {
#if GALLEY_NUMBER_WORDS
        word_number words{r.n.value};
        if (context.options.roman) read_roman(words, r.begin, text_end);
        if (words.end == nullptr && context.options.english_words) read_english(words, r.begin, text_end);
        if (words.end == nullptr && context.options.native_words) read_native(words, context.text, r.begin, text_end);
        if (words.end == nullptr) return false;
        r.denominator = words.denominator;
        r.kind = words.kind;
        r.is_sign = true;
        r.end = words.end;
        return true;
#else
        return false;
#endif
    }

    /// 半年, 半个月, 반을: half is a number before some units, and part of a word elsewhere.
    constexpr bool read_half(step s) noexcept {
        window_before before(context.text, r.begin);
        window_after after(s.next, text_end);
        if (is_hangul(s.c)) {
            const bool object = after.touching() == U'을' || (after.touching() == U'이' && char_at(after.end_of(0), text_end) == U' ');
            if (is_hangul(before.touching()) || !(object || after.touching() == 0)) return false;
        } else {
            constexpr const char16_t* units = u"年|个月|個月|小时|小時|个小时|個小時|天|个世纪|個世紀|世纪|公里|斤|米|月|";
            const bool part = contains(u"一大多过過夜对對各参個个点點天月日東东西南北前后後", before.first());
            const std::size_t length = part ? 0 : after.match_any(units);
            if (length == 0 || contains(u"刊板报報形", after[length])) return false;  // 半月刊, 半年报
        }
        r.n.value.set(1);
        r.denominator = 2;
        r.kind = number_kind::fraction;
        r.is_sign = true;
        r.end = s.next;
        return true;
    }

    /// A分之B: percent when A is 百 itself, permille when it is 千; 百分の一 is a fraction.
    constexpr bool read_denominator() noexcept {
        window_after& after = r.after;
        if (!reads_numerals || (after.first() != U'分' && after.first() != U'분')) return false;
        const bool chinese = after.match(u"分之") != 0;
        const bool whole = after[1] == U'百' && r.n.bare && r.n.symbols == 1;  // 百分百
        if (!chinese && !whole && after.match_any(u"分の|분의|") == 0) return false;
        std::uint64_t denominator = 0;
        if (!to_integer(r.n.value, denominator) || denominator == 0) return false;
        const char* const at = skip_gap(after.end_of(whole ? 0 : 1), text_end);
        const char* next = at;
        const bool negative = read_minus(at, text_end, next);
        const bool hundred = r.n.symbols == 1 && r.n.bare && (chinese || whole);
        if (!read_again(next) || r.n.several) return restore();
        r.kind = hundred && denominator == 100 ? number_kind::percent
                 : hundred && denominator == 1000 ? number_kind::permille : number_kind::fraction;
        r.denominator = r.kind == number_kind::fraction ? denominator : 1;
        r.negative = negative;
        r.scale_begin = r.scale_end = nullptr;
        read_latin_scale();
        return true;
    }

    static constexpr bool is_short_integer(const literal_form& l) noexcept {
        return l.integer_digits != 0 && l.integer_digits <= 4 && !l.has_fraction && !l.has_exponent && !l.grouped && !l.leading_zero && !l.dotted;
    }

    /// 3/4, 52.5/100, where no other slash, point or hyphen makes it a date or a path.
    GALLEY_DETAIL_APART constexpr bool read_slash() noexcept {
        const literal_form& top = r.n.digits;
        if (!r.n.is_literal() || top.integer_digits == 0 || top.has_exponent || top.leading_zero || top.dotted || top.integer_digits > (top.grouped ? 6 : 4)) return false;
        const step slash = step_at(r.end, text_end);
        if ((slash.c != U'/' && slash.c != 0xFF0F) || !is_digit_at(slash.next, text_end)) return false;
        window_before before(context.text, r.n.begin);
        if (before.touching() == U'/' || before.touching() == U'.' || is_alphabetic(before.touching())) return false;
        if (before.touching() == U'-' && (is_alphabetic(before[1]) || decimal_digit(before[1]) >= 0)) return false;
        literal_reader reader(nullptr, slash.next, text_end, context.options);
        const literal& bottom = reader.read(true);
        std::uint64_t denominator = 0;
        if (!is_short_integer_part(bottom.form) || ((top.grouped || top.has_fraction) && (bottom.form.integer_digits < 2 || is_digit_at(bottom.end, text_end))) || !to_integer(bottom.value, denominator) || denominator == 0) return false;
        const step behind = step_at(bottom.end, text_end);
        if (behind.c == U'/' || is_alphabetic(behind.c) || ((behind.c == U'.' || behind.c == U'-') && is_digit_at(behind.next, text_end))) return false;
        r.denominator = denominator;
        r.kind = number_kind::fraction;
        r.set_end(bottom.end, text_end);
        return true;
    }

    static constexpr bool is_short_integer_part(const literal_form& l) noexcept {
        return l.integer_digits != 0 && l.integer_digits <= 4 && !l.has_exponent && !l.grouped && !l.leading_zero;
    }

    /// Whether 分 or a slash stands near behind, so that no second reading is spent on most words that begin with 又 or ま.
    constexpr bool is_parted(std::size_t from) noexcept {
        for (std::size_t i = from + 1; i < window_after::capacity; ++i) {
            const char32_t c = r.after[i];
            if (c == 0 || c == U'分' || c == U'/' || c == 0xFF0F) return c != 0;
        }
        return false;
    }

    /// 2 1/4, 二又三分之一, 11また14分の1.
    GALLEY_DETAIL_APART constexpr bool read_mixed() noexcept {
        window_after& after = r.after;
        const std::size_t joiner = reads_numerals && !is_ascii_letter(after.first()) ? after.match_any(u"又|また|") : 0;
        const bool digits = r.n.is_literal() && is_short_integer(r.n.digits);
        if (joiner == 0 && !(digits && after.touching() == U' ' && decimal_digit(after.first()) > 0)) return false;
        bool broke = false;
        const char* const at = joiner == 0 ? after.begin() : skip_gap(after.end_of(joiner - 1), text_end, broke);
        if (broke || (joiner == 0 ? !slash_follows(at, text_end) : !is_parted(joiner))) return false;
        std::uint64_t whole = 0;
        std::uint64_t top = 0;
        if (!to_integer(r.n.value, whole) || whole > 0xFFFFFFFFU) return false;
        if (!read_again(at) || !(read_slash() || (joiner != 0 && read_denominator()))) return restore();
        if (r.kind != number_kind::fraction || !to_integer(r.n.value, top) || r.denominator > 0x7FFFFFFFU || top > 0x7FFFFFFFU) return restore();
        if (top >= r.denominator && joiner == 0) return restore();
        r.n.value.set(whole * r.denominator + top);
        r.n.upper = r.n.value;
        return true;
    }

    /// 1½
    constexpr bool read_vulgar_part(std::uint16_t fraction) noexcept {
        std::uint64_t whole = 0;
        if (!r.n.is_literal() || !is_short_integer(r.n.digits) || !to_integer(r.n.value, whole)) return false;
        r.denominator = fraction & 0xFF;
        r.n.value.set(whole * r.denominator + (fraction >> 8));
        r.n.upper = r.n.value;
        r.kind = number_kind::fraction;
        r.set_end(r.after.end_of(0), text_end);
        return true;
    }

    constexpr void apply_scale(std::int32_t exponent, const char* begin, const char* end) noexcept {
        scale(r.n.value, exponent);
        scale(r.n.upper, exponent);
        r.n.has_scale = true;
        r.n.has_unit = true;
        r.n.scale_exponent = static_cast<std::uint8_t>(exponent);
        r.scale_begin = begin;
        r.scale_end = end;
        r.set_end(end, text_end);
    }

    /// 3k, 1.2M, 0.5G, and English words: 1.5 million.
    constexpr void read_latin_scale() noexcept {
        if (!r.n.is_literal() || r.n.digits.dotted || r.n.digits.has_exponent) return;
        window_after& after = r.after;
        const char32_t left = char_before(context.text, r.begin);
        if (!is_ascii_letter(after.first()) || is_alphabetic(left)) return;
        const bool money = is_currency(left);
        char32_t letter = after.first();
        const bool two = after[1] == U'n' && contains(u"bmt", letter);  // 3.5bn, 20mn, 1tn
        if (two || (letter == U'm' && money)) letter -= 0x20;  // £20m
        std::int32_t exponent = 0;
        if (letter == U'k' || letter == U'K') exponent = 3;
        else if (letter == U'M') exponent = 6;
        else if (letter == U'G' || letter == U'B') exponent = 9;
        else if (letter == U'T') exponent = 12;
        const std::size_t length = two ? 2 : 1;
        const bool close = exponent <= 6 || after.begin() == r.end;
        // 5G and 4K name a standard, a size of screen.
        const bool names = r.n.digits.integer_digits == 1 && !r.n.digits.has_fraction && !two && !money && (exponent == 9 || letter == U'K');
        if (exponent != 0 && close && !names && !after.letter_behind(length) && after[length] != U'/') {
            apply_scale(exponent, after.begin(), after.end_of(length - 1));
            return;
        }
#if GALLEY_NUMBER_WORDS
        read_scale_word(after);
#endif
    }

#if GALLEY_NUMBER_WORDS
    /// Behind the word that stands here, over a hyphen at a line's end inside it (mil-⏎lion), or null.
    constexpr const char* match_torn(const char* at, std::string_view word) const noexcept {
        for (const char c : word) {
            if (text_end - at > 2 && at[0] == '-' && (at[1] == '\n' || (at[1] == '\r' && at[2] == '\n'))) at = skip_gap(at + 1, text_end);
            if (at == text_end || *at != c) return nullptr;
            ++at;
        }
        return at;
    }

    GALLEY_DETAIL_APART constexpr void read_scale_word(window_after& after) noexcept {
        const std::uint8_t* exponent = english_exponents;
        for (std::string_view word = first_word(english_scales); !word.empty(); word = first_word(word.data() + word.size() + 1), ++exponent) {
            const char* const end = match_torn(after.begin(), word);
            if (end == nullptr) continue;
            char32_t behind = char_at(end, text_end);
            if (behind == U's') behind = char_at(end + 1, text_end);
            if (!is_alphabetic(behind)) apply_scale(*exponent, after.begin(), end);
            return;
        }
    }

    /// 1 point 25
    GALLEY_DETAIL_APART constexpr void read_spoken_point() noexcept {
        window_after& after = r.after;
        const literal_form& whole = r.n.digits;
        const char* const at = after.end_of(4);
        if (!r.n.is_literal() || whole.has_fraction || whole.dotted || whole.has_exponent || after.touching() != U' ') return;
        if (at == text_end || *at != ' ' || !is_digit_at(at + 1, text_end)) return;
        literal_reader reader(nullptr, at + 1, text_end, context.options);
        const literal& part = reader.read(true);
        if (part.form.grouped || part.form.has_exponent || part.form.integer_digits > 18) return;
        add_to(r.n.value, part.value, -std::int32_t{part.form.integer_digits});
        r.n.upper = r.n.value;
        r.n.has_fraction = r.n.digits.has_fraction = true;
        r.set_end(part.end, text_end);
    }
#endif

    constexpr void take_percent(number_kind kind, const char* end) noexcept {
        r.kind = kind;
        r.set_end(end, text_end);
    }

    constexpr void read_percent() noexcept {
        window_after& after = r.after;
        const char32_t c = after.first();
        if (!percent_signs.has(c)) return;
        if (c == U'‰') return take_percent(number_kind::permille, after.end_of(0));
#if GALLEY_NUMBER_CJK
        if (contains(u"成折割", c)) return read_tenths(after);
#endif
        if (contains(u"个個百", c) && !contains(u"百分", after[1])) return;  // most of them count something
        const std::size_t length = after.match_any(percent_words);
        if (length == 0) return;
        const char* const end = after.end_of(length - 1);
        if (c == U'p') {
#if GALLEY_NUMBER_WORDS
            if (length == 5) return read_spoken_point();
#endif
            if (is_alphabetic(char_at(end, text_end))) return;
        }
        if (c == U'프' && is_hangul(after[length])) return;
        take_percent(number_kind::percent, end);
    }

#if GALLEY_NUMBER_CJK
    /// 四成 and 4割 are 40 %, 八折 is 80 % of the price, 二割引 leaves 80 %.
    constexpr void read_tenths(window_after& after) noexcept {
        const char32_t behind = char_at(after.end_of(0), text_end);  // touching: a new line is a new thought
        const char32_t sign = after.first();
        if (r.n.bare && r.n.symbols == 1 && r.n.value.exponent > 1) return;
        if (sign == U'成' && contains(u"功为為员員长長立本果绩績就熟都份语語型像交因套品年人法效名全绩群文", behind)) return;
        if (sign == U'折' && contains(u"磨腾騰叠扣算合断斷射线線返旧舊子纸回", behind)) return;
        if (sign == U'割' && contains(u"合れり", behind)) return;
        if (behind == U'不' && char_at(after.end_of(1), text_end) == U'变') return;  // 一成不变
        const bool two_digits = sign == U'折' && compare(r.n.value, 10) > 0;  // 八五折
        if (r.n.has_scale || compare(r.n.value, two_digits ? 100 : 10) > 0) return;
        decimal& value = r.n.value;
        if (!two_digits) scale(value, 1);
        std::size_t length = 1;
        const int share = sign == U'成' && behind == U'半' && !contains(u"数數年天夜个個路月日", char_at(after.end_of(1), text_end)) ? 5 : plain_digit(behind);  // 两成半
        const char32_t next = char_at(after.end_of(1), text_end);
        const bool ends = sign == U'成' ? plain_digit(next) < 0 && find_symbol(next).is(numeral_class::none) : next == U'分';
        if (sign != U'折' && share >= 0 && ends && value.exponent == 1) {  // 七成五, 3割1分
            add_to(value, static_cast<std::uint64_t>(share), 0);
            length = sign == U'成' ? 2 : 3;
        }
        if (sign == U'割' && after[length] == U'引') {  // what is taken off: the rest is the price
            const std::int32_t exponent = value.exponent < 0 ? value.exponent : 0;
            decimal whole;
            whole.set(100);
            if (lower_exponent(value, exponent) && lower_exponent(whole, exponent) && whole.mantissa >= value.mantissa) {
                value.set(whole.mantissa - value.mantissa, exponent);
                length += after[length + 1] == U'き' ? 2U : 1U;
            }
        }
        r.n.upper = value;
        take_percent(number_kind::percent, after.end_of(length - 1));
    }
#endif
};

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_VALUE_HPP
