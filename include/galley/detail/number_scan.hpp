// galley: from a place in a text to one found number: sign, value, unit, range, evidence.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_SCAN_HPP
#define GALLEY_DETAIL_NUMBER_SCAN_HPP

#include <galley/detail/number_candidate.hpp>
#include <galley/detail/number_chain.hpp>
#include <galley/detail/number_convert.hpp>
#include <galley/detail/number_evidence.hpp>
#include <galley/detail/number_plain.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

constexpr std::string_view slice(const char* begin, const char* end) noexcept {
    return begin == nullptr || end == nullptr ? std::string_view{} : std::string_view(begin, static_cast<std::size_t>(end - begin));
}

GALLEY_DETAIL_APART constexpr void write_number(number& out, const decimal& value, std::uint64_t denominator, bool negative, number_kind kind) noexcept {
    out.mantissa = value.mantissa;
    out.denominator = denominator;
    out.exponent10 = static_cast<std::int16_t>(value.exponent);
    out.kind = kind;
    out.negative = negative;
    out.overflow = value.overflow;
    out.indefinite = false;
}

inline constexpr char_set sign_ends = u"负負\u2212\uFF0D-下하스スs";  ///< the last characters of what means "minus"
inline constexpr char_set ordinal_marks = u"番번snrt등位等";  ///< the first characters of what makes an ordinal behind a number
inline constexpr char_set range_marks = u"~\uFF5E\u301C\u223C\u2013\u2014\uFF0D至到";  ///< between the ends, besides the hyphen and から
inline constexpr char_set many_marks = u"多余餘来來여";

/// Behind digits between Latin letters, as in PI3K, unless weak evidence is asked for; else null.
constexpr const char* skip_name(const scan_context& context, const char* at) noexcept {
    if (!is_ascii_letter(char_before(context.text, at)) || context.options.minimum == strength::weak) return nullptr;
    const char* const begin = at;
    while (at != context.end && *at >= '0' && *at <= '9') ++at;
    return at != begin && at != context.end && is_ascii_letter(octet(*at)) ? at : nullptr;
}

#if GALLEY_BLOCKS
/// Whether a character neither joins a number nor says anything about it; 0 stands for either end of the text.
constexpr bool is_neutral(char32_t c) noexcept {
    constexpr std::uint64_t joins = std::uint64_t{1} << '-' | std::uint64_t{1} << '/' | std::uint64_t{1} << '.' | std::uint64_t{1} << '%' |
                                    std::uint64_t{1} << '$' | std::uint64_t{1} << '#' | std::uint64_t{1} << '\'';
    if (c < 64) return (joins >> c & 1) == 0;
    if (c >= 0x80) return c == U'、' || c == U'。' || c == replacement_character;
    return !is_ascii_letter(c) && c != U'~' && c != U'@' && c != U'_';
}

/// Whether a comma before this place may join groups of digits.
constexpr bool may_group(const char* at, const char* text_end) noexcept {
    const char* const begin = at;
    while (at != text_end && at - begin < 4 && octet_digit(*at) < 10) ++at;
    return at - begin == 2 || at - begin == 3 || (at != text_end && at == begin && is_line_break(octet(*at)));
}

/// Digits with the same mark on both sides and digits beyond: 1-2-3, 1/2/3.
constexpr bool is_inner_part(const scan_context& context, const char* begin, const char* at) noexcept {
    const bool left = begin - context.text > 1 && (begin[-1] == '-' || begin[-1] == '/') && octet_digit(begin[-2]) < 10;
    return left && context.end - at > 1 && *at == begin[-1] && octet_digit(at[1]) < 10;
}

/// 7~3, 1 - 1, 三到一: a plain number behind the mark that is too small for a range, so that no second reading is spent on it.
constexpr bool runs_down(std::uint64_t low, const char* at, const char* end) noexcept {
    std::uint64_t value = 0;
    const char* const begin = at;
    for (; at != end && at - begin < 8 && octet_digit(*at) < 10; ++at) value = value * 10 + octet_digit(*at);
    if (at == begin) {
        const step s = step_at(at, end);
        const numeral_symbol symbol = find_symbol(s.c);
        if (!symbol.is(numeral_class::digit) || symbol.flags() != 0) return false;
        value = symbol.value();
        at = s.next;
    }
    char32_t c = char_at(at, end);
    if (c == U' ') c = char_at(skip_gap(at, end), end);
    if (c < 0x80) return value <= low && c > U' ' && c != U'.' && c != U',' && !is_ascii_letter(c) && decimal_digit(c) < 0;
    return value <= low && range_marks.has(c);
}

/// Digits among neutral characters, as columns of figures have them, and one Han digit there need none of what follows. Null
/// when there is more to them.
constexpr const char* read_plain(const scan_context& context, const char* at, found_number& found) noexcept {
    if (context.options.space_grouping) return nullptr;
    const char* const begin = at;
    const bool is_literal = octet_digit(*at) < 10;
    std::uint64_t value = 0;
    if (is_literal) {
        for (; at != context.end && at - begin < 18 && octet_digit(*at) < 10; ++at) value = value * 10 + octet_digit(*at);
    } else {
        const step s = step_at(at, context.end);
        const numeral_symbol symbol = find_symbol(s.c);
        if (!symbol.is(numeral_class::digit) || symbol.flags() != 0 || symbol.value() == 0) return nullptr;
        value = symbol.value();
        at = s.next;
    }
    const char32_t next = char_at(at, context.end);
    if (decimal_digit(next) >= 0 || next == U':' || char_before(context.text, begin) == U':') return nullptr;
    if (is_literal && at - begin < 8 && is_line_break(next)) return nullptr;  // 2⏎030年
    number_kind kind = *begin == '0' && at - begin > 1 ? number_kind::digits : number_kind::cardinal;
    if (is_literal && is_inner_part(context, begin, at)) {
        kind = kind_in_chain(context, begin);
    } else {
        const bool range = next == U'~';
        if (range ? !is_literal || !runs_down(value, at + 1, context.end) : !is_neutral(next)) return nullptr;
        window_before before(context.text, begin);
        if ((before.touching() != U'~' || !is_literal) && (!is_neutral(before.touching()) || !is_neutral(before.first()))) return nullptr;
        window_after after(at, context.end);
        const bool grouped = next == U',' && at - begin < 4 && may_group(at + 1, context.end);
        if (grouped || (!range && !is_neutral(after.first()))) return nullptr;
        if (!is_literal && (decimal_digit(before.first()) >= 0 || decimal_digit(after.first()) >= 0)) return nullptr;  // 三⏎3 reads on
        if (decimal_digit(after.first()) > 0 && slash_follows(after.begin(), context.end)) return nullptr;
    }
    found = {};
    found.text = slice(begin, at);
    write_number(found.value, {value, 0, false}, 1, false, kind);
    found.upper = found.value;
    found.evidence = is_literal ? strength::strong : strength::medium;
    return at;
}
#endif

/// What the upper end of a range needs to know of the lower one, but its value.
struct range_start {
    bool has_scale = false;
    bool is_symbol = false;  ///< one Han or Hangul character
    bool is_free = false;    ///< nothing before it reads on
    std::uint8_t unit_length = 0;
    char32_t mark = 0;
    const char* mark_end = nullptr;  ///< null when no range can begin
};

/// Finds out about the numeral at one place.
class examiner : evidence {
public:
    constexpr examiner(const scan_context& scanned, const char* at) noexcept : evidence(scanned, at) {}

    /// `at` is where a numeral may begin; `floor` where the last number found ends, behind which no sign reaches. Returns where
    /// to go on, or null when no numeral stands there.
    constexpr const char* examine(const char* at, const char* floor, found_number& found, range_start& start) noexcept {
        if (!read(at)) return nullptr;
        r.ordinal = find_ordinal(floor);
        choose_pair();
        find_unit_behind();
        if (r.unit.type != unit_class::none) extend_behind_unit();
        r.follows_number = floor == at && at != context.text;
        strength level = judge(*this);
        read_sign(floor);
        if (level == strength::weak && (r.negative || follows_plus())) {
            level = strength::medium;
            idiom_end = nullptr;
        }
        if (r.ordinal) r.kind = number_kind::ordinal;
        const bool may_extend = idiom_end == nullptr && !r.ordinal && (level != strength::weak || is_short_numeral()) && connector() != 0;
        found.evidence = level;
        if (may_extend || level >= context.options.minimum) fill(found);
        if (may_extend) begin_range(start);
        // An idiom may end inside the number that it is asked to be given as: 一块9.
        const bool behind_idiom = idiom_end != nullptr && (level < context.options.minimum || idiom_end > r.end);
        return behind_idiom ? idiom_end : r.end;
    }

    /// 20~100, 一千到两千万, 2023年—2025年: both ends with the same unit, the lower one first. Reads the upper end, which begins at
    /// `begin`; whether it can be one.
    constexpr bool read_upper(const char* begin, const found_number& found, const range_start& low) noexcept {
        const char* at = begin;
        const bool negative = found.value.negative && low.mark != U'-' && read_minus(begin, text_end, at);
        if (!read(at)) return false;
        r.negative = negative;
        r.begin = begin;
        if (r.n.is_pair || !may_be_end() || !is_range_pair(found.value.kind, low.mark)) return false;
        return found.value.kind != number_kind::percent || r.kind == number_kind::percent;
    }

    /// Makes a range of the number found and the upper end that was read. `low_end` is behind the lower one without its unit.
    /// Returns where to go on.
    GALLEY_DETAIL_APART constexpr const char* extend_range(found_number& found, const range_start& low, const char* low_end) noexcept {
        const bool is_negative = found.value.negative;
        decimal lower = to_decimal(found.value);
        const bool shares = r.n.has_scale && !low.has_scale && compare(lower, r.n.value.mantissa, r.n.value.exponent - r.n.scale_exponent) < 0;
        if (shares) scale(lower, shared_exponent(lower));
        const int order = compare(lower, r.n.value);
        if (r.negative ? order <= 0 : order >= 0 && !is_negative) return low_end;
        find_unit_behind();
        if (low.unit_length != 0 && !same_unit(low_end, low.unit_length)) return low_end;
        if (low.is_symbol && judge(*this) == strength::weak) {
            if (!low.is_free || reads_on_right() || low.unit_length != 0) return low_end;
        }
        const char* const text = found.text.data();
        const approximation qualified = found.approx;
        fill(found);
        write_number(found.value, lower, 1, is_negative, found.upper.kind);
        const bool marked = (next() == U'未' && right(1) == U'満') || (next() == U'ま' && right(1) == U'で');
        found.text = slice(text, marked ? r.after.end_of(1) : r.end);
        found.torn = has_line_break(text, r.end);
        found.is_range = true;
        found.shared_scale = shares;
        if (qualified != approximation::exact) found.approx = qualified;
        if (found.evidence == strength::weak) found.evidence = strength::medium;
        return text + found.text.size();
    }

    /// The value alone, of a string that is a number: no evidence is weighed, no range or unit looked for. Returns its end or null.
    constexpr const char* parse(const char* at, number& value) noexcept {
        if (!read(at)) return nullptr;
        if (find_ordinal(context.text)) r.kind = number_kind::ordinal;
        read_sign(context.text);
        if (names_something()) r.kind = number_kind::digits;
        if (r.n.is_pair) return nullptr;
        write_number(value, r.n.value, r.denominator, r.negative, r.kind);
        return r.end;
    }

private:
    /// 第三, だい三, 三番目, 3번째, 3rd; the words behind become part of the text.
    GALLEY_DETAIL_APART constexpr bool find_ordinal([[maybe_unused]] const char* floor) noexcept {
        if (r.kind != number_kind::cardinal) return false;
#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL
        if (last() == U'第' && before.begin_of(0) >= floor) return true;
        if (before.ends_with(U'だ', U'い') && before.touching() == U'い' && before.begin_of(1) >= floor) {
            r.begin = before.begin_of(1);
            return true;
        }
#endif
#if GALLEY_NUMBER_HANGUL
        if (before.touching() == U'제' && before.begin_of(0) >= floor && r.n.starts_with_literal &&
            !is_word_character(char_before(context.text, before.begin_of(0)))) return true;
#endif
        const std::size_t length = ordinal_behind();
        if (length == 0) return false;
        r.set_end(r.after.end_of(length - 1), text_end);
        return true;
    }

    /// How many of the characters behind the numeral make an ordinal of it.
    constexpr std::size_t ordinal_behind() noexcept {
        window_after& after = r.after;
        if (!ordinal_marks.has(next())) return 0;
        const bool touches = after.begin() == r.end;
#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL
        if (next() == U'등') return r.n.is_hangul() && r.n.value.mantissa != 0 && touches && !contains(u"석급", after[1]);
        if (contains(u"位等", next())) {
            if (next() == U'等' && (after[1] == U'分' || r.n.symbols != 1 || !touches)) return 0;
            return context.language_near(r.begin) == number_language::japanese;
        }
#endif
        const std::size_t length = after.match_any(u"番目|번째|st|nd|rd|th|");
        const bool latin = is_ascii_letter(next());
        return latin && (!r.n.is_literal() || !touches || after.letter_behind(length)) ? 0 : length;
    }

    /// 十五六岁 and 两三个 are pairs, 十四五规划 is not.
    GALLEY_DETAIL_APART constexpr void choose_pair() noexcept {
        const numeral& n = r.n;
        if (!reads_numerals || n.pair_end == nullptr || n.is_pair || r.end > n.pair_end || r.kind != number_kind::cardinal) return;
        window_after after(n.pair_end, text_end);
        if (find_unit(after).type == unit_class::none && !is_many_mark(after.first())) return;
        r.n.is_pair = true;
        r.n.is_string = r.n.symbols == 2 && n.pair_end == n.end;
        r.n.value = n.upper;
        r.n.value.mantissa -= n.pair_step;
        r.set_end(n.pair_end, text_end);
    }

    GALLEY_DETAIL_APART constexpr void find_unit_behind() noexcept {
        r.unit = {};
        if (r.kind == number_kind::percent || r.kind == number_kind::permille) return;
        if (takes_many()) {
            window_after behind(r.after.end_of(0), text_end);
            r.unit = find_unit(behind);
        } else {
            r.unit = find_unit(r.after);
        }
    }

    /// What stands behind a unit and belongs to the value: 一米八 is 1.8 m, 两年半 2.5 years, 一个半小时 1.5 hours.
    constexpr void extend_behind_unit() noexcept {
#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL
        if (r.kind != number_kind::cardinal || r.n.has_scale || r.n.several || r.n.is_pair || r.n.has_fraction || r.n.value.exponent < 0) return;
        window_after& after = r.after;
        const char32_t next = after[r.unit.length];
        const char32_t measure = after.first();
        if (next == U'半' || next == U'반') extend_by_half();
        else if (r.unit.length == 1 && contains(u"米块塊秒", measure)) extend_by_tenths();
#endif
    }

#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL
    constexpr void extend_by_half() noexcept {
        window_after& after = r.after;
        const char* const behind = after.end_of(r.unit.length);
        window_after rest(behind, text_end);
        if (after.first() == U'个' || after.first() == U'個') {
            if (r.unit.length != 1 || rest.match_any(u"月|小时|小時|世纪|世紀|钟头|鐘頭|百分点|") == 0) return;
        } else {
            if (!contains(u"块塊年天岁歲斤里亩畝倍度時时月間周週년달일시", after[r.unit.length - 1])) return;
            // 一年半载 is a set phrase; 半数, 半夜 and their like are words.
            if (contains(u"数數年天夜个個路山导導岛島场場载載径徑决決成价價月日世生边邊票截信空球", rest.touching())) return;
        }
        add_digit(5);
        take_inner_unit(behind);
    }

    /// One digit behind the unit, or two; two figures behind 秒.
    constexpr void extend_by_tenths() noexcept {
        if (r.after.begin() != r.end || compare(r.n.value, 1000) >= 0) return;
        const char* at = r.after.end_of(0);
        const bool figures = is_digit_at(at, text_end);
        std::uint8_t digits[2] = {};
        std::size_t count = 0;
        step s = step_at(at, text_end);
        for (; count < 3; ++count) {
            const numeral_symbol symbol = find_symbol(s.c);
            const int digit = figures ? decimal_digit(s.c) : symbol.is(numeral_class::digit) && symbol.flags() == 0 ? symbol.value() : -1;
            if (digit < 0) break;
            if (count < 2) digits[count] = static_cast<std::uint8_t>(digit);
            at = s.next;
            s = step_at(at, text_end);
        }
        if (count == 0 || count == 3 || (count == 1 && digits[0] == 0) || (next() == U'秒' && (count != 2 || !figures))) return;
        // What goes on behind the digits is a number of its own: 三米五人.
        window_after rest(at, text_end);
        if (s.c == U'%' || s.c == U'.' || is_alphabetic(s.c) || !find_symbol(s.c).is(numeral_class::none) || find_unit(rest).type != unit_class::none) return;
        add_digit(digits[0]);
        if (count == 2) add_digit(digits[1]);
        take_inner_unit(at);
    }

    constexpr void add_digit(std::uint8_t digit) noexcept {
        add_to(r.n.value, digit, r.n.has_fraction ? -2 : -1);
        r.n.has_fraction = true;
        r.n.upper = r.n.value;
    }

    constexpr void take_inner_unit(const char* end) noexcept {
        const bool general = next() == U'个' || next() == U'個';
        if (!general) r.inner_unit = slice(r.after.begin(), r.after.end_of(r.unit.length - 1));
        r.set_end(end, text_end);
        r.unit = general ? find_unit(r.after) : unit_match{0, unit_class::firm};
        if (general && r.unit.length == 0) r.unit.type = unit_class::firm;
    }
#endif

    constexpr bool takes_many() noexcept {
        const bool amount = r.n.has_literal || r.n.has_unit || r.n.bare;
        return reads_numerals && amount && many_marks.has(next());
    }

    /// 007: a name more than a quantity.
    constexpr bool names_something() noexcept {
        return r.kind == number_kind::cardinal && r.n.digits.leading_zero && !r.n.has_unit;
    }

    /// 一到两米: a numeral that only the other end of its range supports.
    constexpr bool is_short_numeral() noexcept { return r.n.symbols == 1 && !r.n.has_literal && !r.n.is_hangul(); }

    GALLEY_DETAIL_APART constexpr void read_sign(const char* floor) noexcept {
        const char32_t c0 = last();
        if (!sign_ends.has(c0) || before.begin_of(0) < floor || r.kind == number_kind::digits) return;
        const char32_t c = before.touching();
        const char32_t beyond = c0 == 0x2212 ? char_before(context.text, before.begin_of(0)) : left(1);
        const bool joined = is_alphabetic(beyond) || decimal_digit(beyond) >= 0;
        std::size_t length = 0;
        if (c0 == U'负' || c0 == U'負') length = contains(u"正减減担擔胜勝抱自", left(1)) ? 0 : 1;  // 减负41元
        else if (c0 == 0x2212 || c0 == 0xFF0D) length = c == c0 ? !joined : before.begin_of(0) == context.text;
        else if (c0 == U'-') length = minus_fits(floor) ? 1 : 0;
        else if (!reads_numerals && !GALLEY_NUMBER_WORDS) return;
        else if (c0 == U'下' || c0 == U'하') length = left(1) == U'点' ? 3 : 2;
        else length = c0 == U's' ? 5 : 4;  // of the words that read_minus knows
        if (length == 0) return;
        const char* begin = before.begin_of(length < 4 ? length - 1 : 3);
        if (length == 5 && begin != nullptr && begin != context.text) --begin;
        if (begin == nullptr || begin < floor) return;
        const char* next = nullptr;
        if (!read_minus(begin, text_end, next) || next != r.begin) return;
        r.negative = !r.negative;
        r.begin = begin;
    }

    /// +一, プラス一, 플러스 일: no word has a sign before it.
    constexpr bool follows_plus() noexcept {
        if (!reads_numerals || r.n.has_literal) return false;
        return before.touching() == U'+' || before.touching() == 0xFF0B || (before.ends_with(U'ラ', U'ス') && left(2) == U'プ') || (before.ends_with(U'러', U'스') && left(2) == U'플');
    }

    /// A hyphen is a minus where nothing stands before it that it could join.
    constexpr bool minus_fits(const char* floor) noexcept {
        const bool close = before.touching() == U'-';
        const char32_t left = char_before(context.text, before.begin_of(0));
        const bool at_start = before.begin_of(0) == context.text;
        if (!close) return at_start;
        if (at_start || is_blank(left) || is_line_break(left)) return true;
        if (is_kana(left)) return true;
        if (is_word_character(left)) {
            if (is_alphabetic(left) || decimal_digit(left) >= 0 || before.begin_of(0) == floor) return false;
            // 气温-6℃, 气温-6～3℃, 增速-5%: a measure that can be negative.
            return r.kind == number_kind::percent || contains(u"℃°度～~〜", next()) || contains(u"至为為到", left);
        }
        return left != U'-' && left != U'/' && left != U')' && left != U'.';
    }

    constexpr number_kind kind_by_chain() const noexcept {
        return r.n.is_literal() && r.end == r.n.end ? kind_in_chain(context, r.n.begin) : number_kind::cardinal;
    }

    constexpr number_kind kind_of() noexcept {
        if (r.ordinal) return number_kind::ordinal;
        if (r.kind == number_kind::cardinal || r.n.digits.dotted) {
            const number_kind kind = kind_by_chain();
            if (kind != number_kind::cardinal) return kind;
        }
        if (r.kind != number_kind::cardinal) return r.kind;
        if (r.unit.length == 0) return names_something() ? number_kind::digits : number_kind::cardinal;
        std::uint64_t value = 0;
        if (!reads_numerals || r.n.has_scale || r.n.has_fraction || r.n.many || !to_integer(r.n.value, value)) return number_kind::cardinal;
        if (r.after.match_any(u"年代|년대|") == 2 && r.unit.length == 2) return number_kind::decade;
        if (r.unit.length != 1) return number_kind::cardinal;
        const char32_t c = next();
        const bool four = (r.n.has_literal && r.n.digits.integer_digits == 4) || (r.n.is_string && r.n.symbols == 4);
        if (contains(u"年년", c)) return four || (r.n.is_string && !r.n.is_pair) ? number_kind::year : number_kind::cardinal;
        const std::uint32_t count = value < 10000 ? static_cast<std::uint32_t>(value) : 0;
        if (count == 0) return number_kind::cardinal;
        if (count <= 12 && contains(u"月월", c)) return number_kind::month;
        if (count <= 31 && contains(u"日일", c)) return number_kind::day;
        // the 1990s
        return c == U's' && (four || count < 100) && r.after.begin() == r.end && divide_by_ten(value) ? number_kind::decade : number_kind::cardinal;
    }

    GALLEY_DETAIL_APART constexpr void fill(found_number& f) noexcept {
        const number_kind kind = kind_of();
        f.text = slice(r.begin, r.end);
        write_number(f.value, r.n.value, r.denominator, r.negative, kind);
        write_number(f.upper, r.n.is_pair ? r.n.upper : r.n.value, r.denominator, r.negative, kind);
        f.scale = slice(r.scale_begin, r.scale_end);
        f.is_range = r.n.is_pair;
        f.shared_scale = false;
        f.torn = has_line_break(r.begin, r.end);
        const bool many = takes_many();
        f.unit = kind == number_kind::decade && r.n.is_literal() && next() == U's' ? std::string_view{} : unit_text(many);
        f.approx = approximation_of(many);
    }

    constexpr approximation approximation_of([[maybe_unused]] bool many) noexcept {
        approximation found = approximation::exact;
#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL
        found = find_prefix(*this);
        if (found != approximation::exact) return found;
        if (r.n.bare && last() == U'上') return approximation::at_least;
        if (many || r.n.many) return approximation::more;
        found = find_suffix(*this);
        if (found == approximation::exact && r.n.several) return approximation::several;
#endif
#if GALLEY_NUMBER_WORDS
        if (found == approximation::exact && r.n.starts_with_literal) found = find_english_prefix(context.text, r.begin);
#endif
        return found;
    }

    constexpr std::string_view unit_text(bool many) noexcept {
        if (!r.inner_unit.empty()) return r.inner_unit;
        if (r.unit.length != 0) {
            if (!many) return slice(r.after.begin(), r.after.end_of(r.unit.length - 1));
            window_after after(r.after.end_of(0), text_end);
            return slice(after.begin(), after.end_of(r.unit.length - 1));
        }
        return is_currency(before.touching()) && before.begin_of(0) != nullptr && !r.negative ? slice(before.begin_of(0), r.begin) : std::string_view{};
    }

    static constexpr bool has_line_break(const char* at, const char* end) noexcept {
        for (; at != end; ++at) {
            if (*at == '\n' || *at == '\r') return true;
        }
        return false;
    }

    GALLEY_DETAIL_APART constexpr void begin_range(range_start& start) noexcept {
        const char* const behind = r.after.end_of(r.unit.length + connector() - 1);
        start.mark = right(r.unit.length);
        if (r.n.is_pair || !may_be_end() || is_chained(start.mark)) return;
#if GALLEY_BLOCKS
        std::uint64_t value = 0;
        const bool plain = r.n.symbols == 1 && !r.n.has_fraction && !r.n.has_scale && !r.negative;
        if (plain && to_integer(r.n.value, value) && runs_down(value, skip_gap(behind, text_end), text_end)) return;
#endif
        start.unit_length = r.unit.length;
        start.has_scale = r.n.has_scale;
        start.is_symbol = r.n.symbols == 1 && !r.n.has_literal;
        start.is_free = !reads_on_left();
        start.mark_end = behind;
    }

    constexpr bool may_be_end() noexcept {
        return r.denominator == 1 && r.kind != number_kind::digits && !r.n.digits.dotted && !(r.n.has_literal && r.n.digits.leading_zero);
    }

    /// 一千到两千万 shares 万; 一到两千万, one digit to one digit, shares 千万.
    constexpr std::int32_t shared_exponent(const decimal& lower) noexcept {
        decimal top = r.n.value;
        strip(top);
        const bool digits = lower.exponent == 0 && lower.mantissa < 10 && top.mantissa < 10 && top.mantissa > lower.mantissa;
        return digits ? top.exponent : r.n.scale_exponent;
    }

    /// Length of the mark between the ends of a range, behind the unit of the lower one.
    constexpr std::size_t connector() noexcept {
        const char32_t c = right(r.unit.length);
        if (range_marks.has(c)) return 1;
        if (c == U'-') {  // 12.5 -3.1% are two columns
            const char* const at = r.after.end_of(r.unit.length) - 1;
            return is_blank(octet(at[-1])) && at + 1 != text_end && !is_blank(octet(at[1])) ? 0 : 1;
        }
        if (reads_numerals && c == U'か' && right(r.unit.length + 1) == U'ら' && r.kind == number_kind::cardinal) return 2;
        return 0;
    }

    /// Whether what stands before the lower end makes it a part of a time, a date or a telephone number.
    constexpr bool is_chained(char32_t mark) noexcept {
        const char32_t left = char_before(context.text, r.begin);
        if (((left == U':' || left == 0xFF1A) && (mark == U'-' || decimal_digit(this->left(1)) >= 0)) || (mark == U'-' && kind_by_chain() != number_kind::cardinal)) return true;
        return mark == U'-' && (!r.n.has_literal || left == U'-' || left == U'/' || left == U'.' || is_alphabetic(left));
    }

    constexpr bool is_range_pair(number_kind low, char32_t mark) noexcept {
        if (low == number_kind::fraction || r.kind == number_kind::fraction) return false;
        const step right = step_at(r.end, text_end);
        if (right.c == U':') return false;
        return mark != U'-' || (r.n.has_literal && right.c != U'-' && right.c != U'/' && !(right.c == U'.' && is_word_character(char_at(right.next, text_end))));
    }

    constexpr bool same_unit(const char* low_end, std::size_t length) noexcept {
        if (length != r.unit.length) return false;
        window_after low(low_end, text_end);
        for (std::size_t i = 0; i < length; ++i) {
            if (low[i] != right(i)) return false;
        }
        return true;
    }
};

/// The number or range of numbers at a place, as `examiner::examine`; the commonest forms are seen before one is made.
GALLEY_NOINLINE constexpr const char* examine_at(const scan_context& context, const char* at, const char* floor, found_number& found) noexcept {
    const char* const name_end = skip_name(context, at);
    if (name_end != nullptr) {
        found.evidence = strength::weak;
        return name_end;
    }
#if GALLEY_BLOCKS
    const char* const plain_end = read_plain(context, at, found);
    if (plain_end != nullptr) return plain_end;
#endif
    // One end behind the other, so that both readings are not on the stack at once.
    range_start start;
    const char* resume = nullptr;
    {
        examiner low(context, at);
        resume = low.examine(at, floor, found, start);
    }
    if (start.mark_end == nullptr) return resume;
    const char* const begin = skip_gap(start.mark_end, context.end);
    examiner high(context, begin);
    return high.read_upper(begin, found, start) ? high.extend_range(found, start, resume) : resume;
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_SCAN_HPP
