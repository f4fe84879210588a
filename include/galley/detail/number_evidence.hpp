// galley: how strong the evidence is that a numeral is a number, and how the words around it qualify the value.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_EVIDENCE_HPP
#define GALLEY_DETAIL_NUMBER_EVIDENCE_HPP

#include <galley/detail/number_value.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// Letters of any script, digits: what ties a numeral into a word.
constexpr bool is_word_character(char32_t c) noexcept {
    return is_han(c) || is_kana(c) || is_hangul(c) || is_alphabetic(c) || decimal_digit(c) >= 0;
}

constexpr bool is_opening_quote(char32_t c) noexcept { return contains(u"\u201C\u2018\u300C\u300E\"", c); }

constexpr bool reads_on(char32_t c) noexcept { return is_word_character(c) || c == 0xB7; }

/// A numeral and what stands around it.
struct evidence : value_reader {
    window_before before;
    const char* idiom_end = nullptr;  ///< behind the idiom that holds the numeral, if one does

    constexpr evidence(const scan_context& scanned, const char* at) noexcept : value_reader(scanned), before(scanned.text, at) {}

    /// The characters before and behind, the nearest first.
    GALLEY_DETAIL_APART constexpr char32_t left(std::size_t i) noexcept { return before[i]; }
    GALLEY_DETAIL_APART constexpr char32_t right(std::size_t i) noexcept { return r.after[i]; }

    constexpr char32_t last() const noexcept { return before.first(); }
    constexpr char32_t next() const noexcept { return r.after.first(); }

    /// Whether the word goes on at either side; a line break is looked through.
    constexpr bool reads_on_left() noexcept { return reads_on(is_line_break(before.touching()) ? last() : before.touching()); }
    constexpr bool reads_on_right() noexcept { return reads_on(is_line_break(r.after.touching()) ? next() : r.after.touching()); }
};

#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL
// Marks beside a number, the character next to it before the one beyond ('.' where that one says nothing), behind the meaning of
// those that follow: an approximation as a character.
inline constexpr char16_t marks_before[] =
    u"\1" u"约.約.약.有约有約占约占約为约為約概大そよぼほ"  // about
    u"\2" u"超.逾.破.过超过突過超于高于大于多"  // more
    u"\3" u"近.于低于小到不足不满不满未于少"  // less
    u"\4" u"少至소최"  // at_least
    u"\5" u"多至多最대최";  // at_most

// ... of which the last two stand behind a unit.
inline constexpr char16_t marks_behind[] =
    u"\1" u"左右上下前后前後程度程のほどくらぐら정도가량안팎"  // about
    u"\2" u"초과남짓出头有余あま余り多.余."  // more
    u"\3" u"未満未满近く미만가까"  // less
    u"\4" u"以上之上이상"  // at_least
    u"\5" u"以下以内之内以內이하";  // at_most

/// Marks, and a filter, since most characters are in none.
struct mark_list {
    const char16_t* marks;
    character_filter filter;

    explicit constexpr mark_list(const char16_t* list) noexcept : marks(list) {
        for (; *list != 0; ++list) {
            if (*list >= u' ') filter.add(*list++);
        }
    }

    /// What the mark of these characters means, exact when they are none. `alone`: whether the nearer one may be all of it.
    constexpr approximation find(char32_t beside, char32_t other, bool alone, bool& is_pair) const noexcept {
        approximation meaning = approximation::exact;
        for (const char16_t* mark = marks; *mark != 0; ++mark) {
            if (*mark < u' ') {
                meaning = static_cast<approximation>(*mark);
                continue;
            }
            const bool near_by = *mark == beside;
            is_pair = *++mark != u'.';
            if (near_by && (is_pair ? *mark == other : alone)) return meaning;
        }
        return approximation::exact;
    }

    constexpr bool may_have(char32_t beside) const noexcept { return beside >= 0x80 && filter.may_have(beside); }
};

inline constexpr mark_list all_marks_before(marks_before);
inline constexpr mark_list all_marks_behind(marks_behind);

/// 约, 超, 不到 before the number; 不超过 is the opposite of 超过.
constexpr approximation find_prefix(evidence& e) noexcept {
    const char32_t beside = e.last();
    if (!all_marks_before.may_have(beside)) return approximation::exact;
    bool is_pair = false;
    const approximation meaning = all_marks_before.find(beside, e.left(1), true, is_pair);
    if (meaning == approximation::exact) return meaning;
    // 近三年 is "the last three years".
    const bool is_short = e.r.n.symbols == 1 && compare(e.r.n.value, 100) < 0;
    if (beside == U'近' && is_short && e.r.unit.length != 0 && contains(u"年天日月个個周週期", e.next())) return approximation::exact;
    if (e.left(is_pair ? 2 : 1) != U'不') return meaning;
    return meaning == approximation::more ? approximation::at_most : meaning == approximation::less ? approximation::at_least : meaning;
}

/// 以上, 左右 behind the number and its unit, 多 behind a unit.
constexpr approximation find_suffix(evidence& e) noexcept {
    const char32_t beside = e.right(e.r.unit.length);
    if (!all_marks_behind.may_have(beside)) return approximation::exact;
    bool is_pair = false;
    return all_marks_behind.find(beside, e.right(e.r.unit.length + 1U), e.r.unit.length != 0, is_pair);
}
#endif

#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL
/// （亿元）, 单位：万元: what a table counts in.
constexpr bool heads_column(evidence& e) noexcept {
    return contains(u"（(：:/", e.last()) && e.r.unit.length != 0 && !is_word_character(e.right(e.r.unit.length));
}
#endif

#if GALLEY_NUMBER_HANGUL
/// Syllables that begin what may follow a Korean numeral: particles and the copula.
inline constexpr char16_t korean_particles[] = u"은는이가을를의에와과도로만까부다입여씩짜";

/// Whether a Korean word may end here: no Hangul follows, or a particle, or the next numeral of a date.
constexpr bool ends_word(evidence& e, const char* at) noexcept {
    const char32_t behind = char_at(at, e.text_end);
    return !is_hangul(behind) || contains(korean_particles, behind) || find_symbol(behind).type() != numeral_class::none;
}

constexpr bool is_everyday_word(const numeral& n) noexcept {
    const char* const end = n.begin + 3;
    const numeral_symbol first = find_symbol(char_at(n.begin, end));
    const numeral_symbol second = find_symbol(char_at(end, end + 3));
    const bool high = (first.is(numeral_class::scale) && first.value() > 8) || (second.is(numeral_class::scale) && second.value() > 8);
    const bool bare = !first.is(numeral_class::digit) && second.is(numeral_class::digit);
    return high || bare || (first.is(numeral_class::digit) && second.is(numeral_class::scale) && second.value() == 4 && (first.value() == 2 || first.value() == 5));
}

/// Hangul numerals are everyday syllables; a whole word of them, or a counter, must speak for them.
constexpr strength judge_hangul(evidence& e) noexcept {
    const numeral& n = e.r.n;
    const bool dated = e.r.follows_number || e.last() == U'월';
    if (is_hangul(e.before.touching()) && !dated) return strength::weak;
    if (n.has_fraction || n.has_literal) return strength::strong;
    const char32_t right = e.r.after.touching();
    if (right == 0 && e.before.touching() == 0) return n.symbols == 1 || n.is_string ? strength::medium : strength::strong;
    const bool touches_unit = e.r.unit.length != 0 && e.r.after.begin() == e.r.end;
    const bool unit_ends = e.r.unit.length != 0 && ends_word(e, e.r.after.end_of(e.r.unit.length - 1U));
    if (n.symbols == 1) {
        const char32_t unit = e.next();
        // 만 원, 백 명; but 조건, 경기, 백인, 만일
        if (n.bare) return unit_ends && n.value.exponent <= 8 && contains(u"명원개년달엔배", unit) && !heads_column(e) ? strength::medium : strength::weak;
        // 영이다: other digits before the copula are words (일이다, 사이다). 일 년, but 이 년 is "this" one.
        if (contains(u"이입", right)) return n.value.mantissa == 0 && e.r.after.match_any(u"이다|입니다|") != 0 ? strength::medium : strength::weak;
        if (unit == U'년' && unit_ends && n.first_digit != 2) return strength::medium;
        if (!touches_unit || !contains(u"월년층등급일번개학주인", unit)) return strength::weak;
        if (contains(u"번주", unit) && e.r.unit.length < 2) return strength::weak;
        return dated || (unit_ends && !contains(u"인일", unit)) ? strength::medium : strength::weak;
    }
    // 구조, 조사, 천사, 만일, 이만, 오만 are words of two syllables that happen to be numerals too.
    if (n.symbols == 2 && !n.several && !touches_unit && !unit_ends && is_everyday_word(n)) return strength::weak;
    if (touches_unit && right == U'장' && e.right(1) == U'자') return strength::weak;  // 백만장자
    if (n.is_string) return n.symbols > 3 ? strength::medium : strength::weak;
    const bool ends = !is_hangul(right) && !is_alphabetic(right);
    return ends || e.r.unit.length != 0 || contains(korean_particles, right) ? strength::strong : strength::weak;
}
#endif

#if GALLEY_NUMBER_CJK
inline constexpr char_set joiners = u"点點是为為到至比又零和与及跟或第余多";

/// As `single_unit`; a party is counted, but 党员 is no unit.
constexpr unit_class counted_class(char32_t c) noexcept { return contains(u"党黨", c) ? unit_class::loose : single_unit(c); }

/// N X N Y with one-character numerals: 三心二意, 千家万户, 一砖一瓦. Measures keep their meaning: 三年两次, 两室一厅.
constexpr bool is_interleaved(evidence& e) noexcept {
    const char32_t x = e.next();
    if (e.r.n.first_digit == 0 && !e.r.n.bare) return false;
    if (!is_han(x) || joiners.has(x) || find_symbol(x).type() != numeral_class::none) return false;
    const numeral_symbol second = find_symbol(e.right(1));
    const char32_t y = e.right(2);
    if (second.type() == numeral_class::none || !is_han(y) || y == U'点' || y == U'點' || find_symbol(y).type() != numeral_class::none) return false;
    if (e.r.n.bare) return second.type() != numeral_class::digit;
    const bool ones = e.r.n.first_digit == 1 && second.value() == 1 && second.type() == numeral_class::digit;
    const unit_class kind = counted_class(x);
    const unit_class other = counted_class(y);
    // 五张百元大钞, 三省一市
    const bool counts = kind == unit_class::loose && (other == unit_class::firm || (other == unit_class::loose && e.r.n.first_digit > 1));
    return ones || (kind != unit_class::firm && !counts);
}

/// Marks in front that make an amount of 百, 千, 万, 亿 alone: 上百, 超千亿.
inline constexpr char_set quantifiers = u"上近超逾约約数數几幾每成满足";
constexpr bool quantifies(char32_t before) noexcept { return quantifiers.has(before); }

/// One of several of a kind: 一线、二线, 初一、初二, a line of pipes or rails by its number.
constexpr bool is_enumerated(evidence& e) noexcept {
    const char32_t kind = e.next();
    if (!is_han(kind) || find_symbol(kind).type() != numeral_class::none) return false;
    // 工程一线启动建设: a line that is built, or leads from one place to another, is no front line.
    if (kind == U'线' && contains(u"程道路铁管网", e.last()) &&
        e.r.after.match_any(u"启动|开工|建成|投产|投运|通车|开通|贯通|西起|东起|南起|北起|起自|的源头|的起点|的终点|", 1) != 0) return true;
    const bool next = e.right(1) == U'、' && e.right(3) == kind && find_symbol(e.right(2)).type() == numeral_class::digit;
    return next || (e.last() == U'、' && e.left(1) == kind && find_symbol(e.left(2)).type() == numeral_class::digit);
}

/// 午後一時, 下午一时: elsewhere 一時 is "for a while".
constexpr bool is_hour(evidence& e) noexcept {
    if (!contains(u"時时", e.next()) || (e.last() != U'午' && e.left(1) != U'午')) return false;
    const char32_t behind = e.right(1);  // 上午一时冲动
    return e.r.n.first_digit != 1 || !is_han(behind) || find_symbol(behind).type() != numeral_class::none || contains(u"許许整左前後后起至到分", behind);
}

constexpr bool is_clause_start(char32_t c) noexcept { return c == 0 || is_line_break(c) || contains(u"。；;：:！!？?，,（(□■▶●◆", c); }

/// 百, 万, 亿 and their like without a digit.
constexpr strength judge_bare(evidence& e) noexcept {
    const numeral& n = e.r.n;
    const bool ten = n.symbols == 1 && n.value.mantissa == 1 && n.value.exponent == 1;
    const bool quoted = is_opening_quote(e.before.touching()) || e.before.touching() == 0x300A;
    if ((n.flags & financial) != 0 && n.symbols == 1) return strength::weak;
    if (heads_column(e)) return strength::weak;
    if (is_many_mark(e.next()) && !quoted) return strength::medium;
    if (n.symbols > 1 && is_kana(e.r.after.touching()) && !is_han(e.before.touching())) return strength::medium;
    if (quantifies(e.last()) && is_han(e.next()) && e.last() != U'成' && e.last() != U'足') return strength::medium;
    if (e.r.unit.type == unit_class::firm && !quoted) return n.symbols > 1 ? strength::strong : strength::medium;
    if (ten && e.r.unit.type == unit_class::loose && !quoted) return strength::medium;
    return strength::weak;
}

/// 二比一, 三比零, 四対三.
constexpr bool keeps_score(evidence& e) noexcept {
    const bool first = contains(u"比対", e.next()) && find_symbol(e.right(1)).is(numeral_class::digit);
    return first || (contains(u"比対", e.last()) && find_symbol(e.left(1)).is(numeral_class::digit));
}

constexpr bool is_numeral_before(evidence& e) noexcept {
    return decimal_digit(e.last()) >= 0 || !find_symbol(e.last()).is(numeral_class::none) || contains(u"斤半几市钱錢银銀公", e.last());
}

inline constexpr char_set never_counted = never_units;

/// 一场场 is each of them, 一部 in Japanese some.
constexpr bool means_some(evidence& e) noexcept {
    return e.next() == e.right(1) || (e.next() == U'部' && e.context.language_near(e.r.n.begin) == number_language::japanese);
}

/// One digit: 三.
constexpr strength judge_digit(evidence& e) noexcept {
    const numeral& n = e.r.n;
    const char32_t left = e.before.touching();
    const char32_t right = e.next();
    if (never_counted.has(right) && e.r.unit.length < 2) return strength::weak;  // but 一丁目
    if (n.first_digit == 1 && means_some(e)) return strength::weak;
    if ((n.flags & financial) != 0) return contains(u"元圆圓角番号號", right) ? strength::medium : strength::weak;
    // As the subject or the predicate: 三は, 答案是五。
    const bool particle = contains(u"はとがをも", right) || (right == U'で' && e.right(1) == U'は');
    if (particle && !is_han(left) && decimal_digit(left) < 0) return strength::medium;
    const bool predicate = contains(u"是为為は等", e.last());
    const bool stops = !is_han(e.r.after.touching()) || right == U'而' || right == U'却' || right == U'那';
    if (predicate && ((stops && !is_kana(right)) || (right == U'で' && contains(u"す、は", e.right(1))))) return strength::medium;
    if (n.has_unit) return is_many_mark(right) || e.r.unit.type != unit_class::none ? strength::medium : strength::weak;  // 廿, 卅
    if (n.first_digit == 0) return contains(u"度元円时時秒个個票回", right) || keeps_score(e) ? strength::medium : strength::weak;
    const bool quoted = is_opening_quote(left) || left == 0x300A;
    if (quoted && (left == 0x300A || e.r.unit.type != unit_class::firm)) return strength::weak;
    if (keeps_score(e)) return strength::medium;
    if (is_clause_start(left) && (e.r.after.begin() == e.r.end ? right == U'是' || right == U'、' : right == U'是' && is_line_break(e.r.after.touching()))) return strength::medium;
    // 一家 is a family unless something follows that is counted.
    if (n.first_digit == 1 && right == U'家' && !is_han(e.right(1))) return strength::weak;
    // 四强, 震度五強, but 强势
    if (n.first_digit != 1 && contains(u"强強弱", right) && !contains(u"势勢化大度调調制烈", e.right(1))) return strength::medium;
    if (e.r.unit.type == unit_class::firm) return strength::medium;
    if (e.r.unit.type == unit_class::loose) return n.first_digit == 1 ? strength::weak : strength::medium;
    // 两 is nothing but a number; the words that it is a part of are idioms. 二两 is a weight.
    if ((n.flags & couple) != 0 && is_han(right) && !is_numeral_before(e)) return strength::medium;
    if (right == U'中' && (e.right(1) == U'全' || e.right(1) == U'、')) return strength::medium;
    return strength::weak;
}

constexpr bool has_zero(const numeral& n) noexcept {
    for (const char* at = n.begin; at != n.end;) {
        const step s = step_at(at, n.end);
        if (find_symbol(s.c).is(numeral_class::digit) && find_symbol(s.c).value() == 0) return true;
        at = s.next;
    }
    return false;
}

constexpr bool first_is_ten(const numeral& n) noexcept { return find_symbol(char_at(n.begin, n.end)).is(numeral_class::unit); }

constexpr strength judge_han(evidence& e) noexcept {
    const numeral& n = e.r.n;
    const bool isolated = !e.reads_on_left() && !e.reads_on_right();
    if (e.before.touching() == 0xB7 || (n.symbols < 3 && e.r.after.touching() == 0xB7)) return strength::weak;
    if (e.before.touching() == 0x300A && e.r.unit.length == 0) return strength::weak;
    if (n.several) return n.symbols == 2 && n.has_scale && e.r.unit.length == 0 && !quantifies(e.last()) ? strength::medium : strength::strong;
    if (n.bare && !n.has_fraction) return isolated && (n.symbols > 1 || !n.has_scale) ? strength::medium : judge_bare(e);
    if (n.is_string) {
        // 九二一大地震, 二二八事件: days that are names.
        const bool named = n.symbols == 3 && is_han(e.r.after.touching()) && e.r.unit.type != unit_class::firm && !has_zero(n);
        if (n.symbols > 2) return named ? strength::weak : strength::strong;
        if (e.r.end == n.pair_end && e.r.n.is_pair) return e.next() == U'线' ? strength::weak : strength::medium;
        if (isolated) return is_opening_quote(e.before.touching()) ? strength::weak : strength::medium;  // “五一”
        const bool japanese = e.r.unit.type != unit_class::none && e.context.options.language != number_language::chinese &&
                              e.context.language_near(n.begin) == number_language::japanese;
        return japanese ? strength::medium : strength::weak;
    }
    // 十五五, 十三五: a five-year plan by its number.
    const bool quoted = is_opening_quote(e.before.touching());
    if (n.symbols == 2 && n.flags == 0 && !n.has_scale && n.value.exponent == 0 && e.r.unit.length == 0 && first_is_ten(n) && plain_digit(quoted ? e.next() : e.r.after.touching()) > 0) return strength::weak;
    if (n.symbols == 1 && !n.has_fraction) return isolated ? strength::medium : judge_digit(e);
    return strength::strong;
}

/// The idiom over a short numeral, unless a unit reaches further than it does: 十分 but 十分钟.
GALLEY_DETAIL_APART constexpr const char* find_covering_idiom(evidence& e) noexcept {
    const numeral& n = e.r.n;
    if (n.symbols > 4 || n.has_literal || e.r.kind != number_kind::cardinal || !e.r.inner_unit.empty()) return nullptr;
    if (n.bare && contains(u"上近超逾约約", e.last())) return nullptr;  // 上百年
    if (n.first_digit == 2 && e.next() == U'次' && contains(u"会會全", e.right(1))) return nullptr;  // 二次会议, 二次全会
    const step first = step_at(n.begin, e.text_end);
    window_after longer(first.next, e.text_end);
    window_after& rest = first.next == e.r.end ? e.r.after : longer;
    const int covered = find_idiom(first.c, e.before, rest);
    if (covered < 0) return nullptr;
    const char* const idiom_end = covered == 0 ? first.next : rest.end_of(static_cast<std::size_t>(covered) - 1);
    if (idiom_end < n.end) return nullptr;
    if (e.r.unit.length > 1 && e.r.after.end_of(e.r.unit.length - 1) > idiom_end) return nullptr;
    return idiom_end;
}
#endif

/// Whether the Han before a hyphen counts or measures nothing and is no numeral.
constexpr bool is_han_name(evidence& e) noexcept {
    const char32_t c = e.left(1);
    return !contains(u"年月日时時点點号號", c) && find_symbol(c).is(numeral_class::none) && !e.r.negative && e.next() != U'%' && e.next() != 0x2103;
}

constexpr strength judge_literal(evidence& e) noexcept {
    const char32_t left = e.before.touching();
    const char32_t right = e.r.after.touching();
    // mid-1990s, pre-2008
    if (left == U'-' && e.left(1) >= U'a' && e.left(1) <= U'z' && e.r.n.is_literal() && e.r.n.digits.integer_digits == 4) return strength::strong;
    const bool joined = (left == U'-' || left == U'_' || left == U'/' || left == U'.') && is_alphabetic(e.left(1));
    if (is_alphabetic(left) || left == U'_' || left == U'#' || left == U'@' || joined) return strength::weak;
    const numeral& n = e.r.n;
    const bool plain = n.symbols == 1 && e.r.end == n.end && e.r.kind == number_kind::cardinal;
    // 东风-41, 歼-20 are names of models.
    if (reads_numerals && left == U'-' && plain && !n.has_fraction && e.r.unit.length == 0 && is_han(e.left(1)) && !e.r.follows_number && is_han_name(e)) return strength::weak;
    if (plain && is_ascii_letter(right) && e.r.unit.length == 0) return strength::weak;
    return strength::strong;
}

constexpr strength judge(evidence& e) noexcept {
    const numeral& n = e.r.n;
    if (e.r.is_sign || e.r.kind == number_kind::percent || e.r.kind == number_kind::permille) return strength::strong;
    if (e.r.ordinal) {
        const bool at_once = n.first_digit == 1 && n.symbols == 1 && e.r.after.match(u"时间") != 0;  // 第一时间
        return at_once ? strength::weak : strength::strong;
    }
    if (n.has_literal && n.starts_with_literal) return judge_literal(e);
#if GALLEY_NUMBER_HANGUL
    if (n.is_hangul()) return e.r.kind == number_kind::fraction ? strength::strong : judge_hangul(e);
#endif
#if GALLEY_NUMBER_CJK
    if (e.r.kind == number_kind::fraction) return strength::strong;
    if (n.symbols == 1 && n.first_digit != 0 && (is_enumerated(e) || is_hour(e))) return strength::medium;
    e.idiom_end = find_covering_idiom(e);
    if (n.symbols == 1 && !n.has_fraction && is_interleaved(e) && (e.idiom_end == nullptr || e.idiom_end < e.r.after.end_of(1))) {
        e.idiom_end = e.r.after.end_of(1);  // 五花 is a word, and so is 五花八门
    }
    if (e.idiom_end != nullptr) return strength::weak;
    return judge_han(e);
#else
    return strength::weak;
#endif
}

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_EVIDENCE_HPP
