// galley: the few characters around a numeral, and the words found among them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_WINDOW_HPP
#define GALLEY_DETAIL_NUMBER_WINDOW_HPP

#include <galley/detail/number_numeral.hpp>
#include <galley/detail/number_packed.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// In 16 bits; characters beyond them count as Han or as nothing in particular.
constexpr char16_t narrowed(char32_t c) noexcept { return static_cast<char16_t>(c < 0x10000 ? c : is_han(c) ? 0x3400 : 0xFFFD); }

/// The characters behind a place; blanks and up to two line breaks in a row are looked through, since layout puts them anywhere.
/// All but the first are decoded when asked for: most questions stop there.
class window_after {
public:
    static constexpr std::size_t capacity = 8;

    constexpr window_after(const char* at, const char* end) noexcept { move_to(at, end); }

    constexpr void move_to(const char* at, const char* end) noexcept {
        at_ = begin_ = at;
        end_ = end;
        count_ = 0;
        touching_ = char_at(at, end);
        decode_one(at);
    }

    /// What stands first, 0 at the end.
    constexpr char32_t first() const noexcept { return characters_[0]; }
    /// The character, 0 behind the last.
    constexpr char32_t operator[](std::size_t i) noexcept {
        return i < count_ ? characters_[i] : fetch(i);
    }
    /// Behind the character of that index.
    constexpr const char* end_of(std::size_t i) noexcept { return (*this)[i] != 0 || i < count_ ? at_ + ends_[i] : end_; }
    /// Where the first character stands.
    constexpr const char* begin() const noexcept { return begin_; }
    /// What stands at the place itself, a blank perhaps; 0 at the end.
    constexpr char32_t touching() const noexcept { return touching_; }

    /// Whether a blank or line break stands among that many characters.
    constexpr bool has_gap(std::size_t length) noexcept {
        const char* const end = end_of(length - 1);
        for (const char* at = begin(); at != end; ++at) {
            if (octet(*at) <= 0x20) return true;
        }
        return false;
    }

    /// Whether a letter or digit touches the end of that many characters, or a point and a letter do: 3:30 p.m.
    constexpr bool letter_behind(std::size_t length) noexcept {
        const step s = step_at(end_of(length - 1), end_);
        return is_alphabetic(s.c) || decimal_digit(s.c) >= 0 || (s.c == U'.' && is_alphabetic(char_at(s.next, end_)));
    }

    /// Length in characters of the word when it stands here, else 0. The word ends at '|' or 0.
    constexpr std::size_t match(const char16_t* word, std::size_t from = 0) noexcept {
        std::size_t length = 0;
        for (; word[length] != 0 && word[length] != u'|'; ++length) {
            if ((*this)[from + length] != word[length]) return 0;
        }
        return length;
    }

    /// The first word of a list that stands here; 0 when none does.
    constexpr std::size_t match_any(const char16_t* list, std::size_t from = 0) noexcept {
        const char32_t initial = (*this)[from];
        if (initial == 0) return 0;
        for (const char16_t* word = list; *word != 0;) {
            const std::size_t length = *word == initial ? match(word, from) : 0;
            if (length != 0) return length;
            while (*word != u'|') ++word;
            ++word;
        }
        return 0;
    }

private:
    constexpr char32_t fetch(std::size_t i) noexcept {
        if (i >= capacity) return 0;
        while (count_ <= i) decode_one(at_ + ends_[count_ - 1]);
        return characters_[i];
    }

    constexpr void decode_one(const char* from) noexcept {
        const char* const at = skip_gap(from, end_);
        if (count_ == 0) begin_ = at;
        const step s = step_at(at, end_);
        const bool stops = from == end_ || is_line_break(s.c) || is_blank(s.c) || (count_ != 0 && characters_[count_ - 1] == 0);
        characters_[count_] = stops ? char16_t{0} : narrowed(folded(s.c));
        ends_[count_] = static_cast<std::uint16_t>((from == end_ ? from : s.next) - at_);
        ++count_;
    }

    std::uint8_t count_ = 0;
    const char* at_ = nullptr;
    const char* begin_ = nullptr;
    const char* end_ = nullptr;
    char32_t touching_ = 0;
    char16_t characters_[capacity] = {};
    std::uint16_t ends_[capacity] = {};
};

/// The characters before a place, the nearest first; decoded as above.
class window_before {
public:
    static constexpr std::size_t capacity = 4;

    constexpr window_before(const char* text, const char* at) noexcept : text_(text), at_(at) {
        touching_ = char_before(text, at);
        decode_one();
    }

    /// What stands nearest.
    constexpr char32_t first() const noexcept { return characters_[0]; }

    constexpr char32_t operator[](std::size_t i) noexcept {
        return i < count_ ? characters_[i] : fetch(i);
    }
    /// Where the character of that index begins; null when there is none.
    constexpr const char* begin_of(std::size_t i) noexcept { return (*this)[i] != 0 ? at_ - begins_[i] : nullptr; }
    constexpr char32_t touching() const noexcept { return touching_; }

    /// Whether the two characters stand before the place, in this order.
    constexpr bool ends_with(char32_t last_but_one, char32_t last) noexcept { return (*this)[0] == last && (*this)[1] == last_but_one; }

private:
    constexpr char32_t fetch(std::size_t i) noexcept {
        if (i >= capacity) return 0;
        while (count_ <= i) decode_one();
        return characters_[i];
    }

    constexpr void decode_one() noexcept {
        const char* at = at_ - (count_ == 0 ? 0 : begins_[count_ - 1]);
        step s = step_back(text_, at);
        for (int gap = 0; gap < 8 && (is_blank(s.c) || is_line_break(s.c)); ++gap) {
            at = s.next;
            s = step_back(text_, at);
        }
        characters_[count_] = narrowed(folded(s.c));
        begins_[count_] = static_cast<std::uint16_t>(at_ - s.next);
        ++count_;
    }

    const char* text_;
    const char* at_;
    char32_t touching_ = 0;
    char16_t characters_[capacity] = {};
    std::uint16_t begins_[capacity] = {};
    std::uint8_t count_ = 0;
};

constexpr bool is_latin_unit(char32_t c) noexcept { return is_alphabetic(c) || c == 0xB0; }

/// What counts or measures, and how many characters of the window it takes.
struct unit_match {
    std::uint8_t length = 0;
    unit_class type = unit_class::none;
};

/// The unit in the lists that stands behind `from` characters, which count as a part of it, the longest that fits; no letter
/// may follow Latin ones.
constexpr unit_match find_listed_unit(window_after& after, std::uint8_t from) noexcept {
    const char32_t c = after[from];
    const std::uint16_t first = cell_of(c);
    unit_bucket bucket(first);
    for (; bucket.word != bucket.last; bucket.word = skip_packed(bucket.word)) {
        const std::uint16_t* word = bucket.word;
        if ((*word & ~unsigned{last_cell}) != first) continue;
        std::uint8_t length = from;
        while (++length, (*word & last_cell) == 0 && cell_of(after[length]) == (word[1] & ~unsigned{last_cell})) ++word;
        if ((*word & last_cell) == 0 || (is_latin_unit(c) && after.letter_behind(length))) continue;
        // A blank ends a word of Korean and of Latin letters: 30대 회계사, 100m in 9.58 s. A change of font tears μ from g.
        if (is_han(c) || is_kana(c) || c == 0x3BC || !after.has_gap(length)) return {length, unit_class::firm};
    }
    return bucket.loose ? unit_match{static_cast<std::uint8_t>(from + 1), unit_class::loose} : unit_match{};
}

/// What a character is as a unit by itself.
constexpr unit_class single_unit(char32_t c) noexcept {
    const std::uint16_t cell = cell_of(c);
    unit_bucket bucket(cell);
    for (; bucket.word != bucket.last; bucket.word = skip_packed(bucket.word)) {
        if (*bucket.word == (cell | last_cell)) return unit_class::firm;
    }
    return bucket.loose ? unit_class::loose : unit_class::none;
}

/// The unit behind a number, the longest that fits. One sign such as ㎡, ℃ or 元; a word; a Latin symbol.
constexpr unit_match find_unit(window_after& after) noexcept {
    const char32_t c = after.first();
    if (c == 0) return {};
    if (is_currency(c)) {
        // 5€ and 5 €, but $5 €1.5 and 5 $
        const bool fits = after.touching() == c || (c != U'$' && !after.letter_behind(1));
        return fits ? unit_match{1, unit_class::firm} : unit_match{};
    }
    if (c < 0x80 || c == 0xB0 || c == 0x3BC) {
        return is_latin_unit(c) ? find_listed_unit(after, 0) : unit_match{};
    }
    if ((c >= 0x3380 && c <= 0x33DF) || c == 0x2103 || c == 0x2109) return {1, unit_class::firm};
    unit_match unit = reads_numerals ? find_listed_unit(after, 0) : unit_match{};
    for (std::uint8_t from = 0; unit.length > from + 1 && after.match_any(unit_prefixes, from) == std::size_t{unit.length} - from;) {
        const unit_match longer = find_listed_unit(after, unit.length);
        if (longer.type != unit_class::firm) break;
        from = unit.length;
        unit = longer;
    }
    return unit;
}

#if GALLEY_NUMBER_CJK
/// 星期三, 礼拜三, 周三.
constexpr bool is_weekday(char32_t numeral, window_before& before) noexcept {
    if (!contains(u"一二三四五六", numeral) || before.touching() != before.first()) return false;
    return before.first() == U'周' || before.ends_with(U'星', U'期') || before.ends_with(U'礼', U'拜');
}

/// The longest idiom over the numeral's first character, as the number of characters that it takes behind it, or -1.
/// `after` begins behind that first character.
GALLEY_DETAIL_APART constexpr int find_idiom(char32_t numeral, window_before& before, window_after& after) noexcept {
    std::size_t group = 0;
    while (group != idiom_group_count && idiom_table.numerals[group] != numeral) ++group;
    if (group == idiom_group_count || (before.first() < first_symbol && after.first() < first_symbol)) return -1;
    int longest = is_weekday(numeral, before) ? 0 : -1;
    for (std::size_t lead = 0; lead < idiom_leads; ++lead) {
        const std::uint16_t* const starts = idiom_table.starts + group * idiom_leads + lead;
        const std::uint16_t* word = idiom_table.cells + starts[0];
        const std::uint16_t* const end = idiom_table.cells + starts[1];
        if (word == end) continue;
        const auto cell_at = [&](std::size_t i) { return cell_of(i < lead ? before[lead - 1 - i] : after[i - lead]); };
#if GALLEY_BLOCKS
        const unsigned neighbour = cell_of(lead == 0 ? after.first() : before.first());
        if (!idiom_table.neighbours.may_have(neighbour_key(group * idiom_leads + lead, neighbour))) continue;
#endif
        const std::uint16_t first = cell_at(0);
        for (word = find_packed(word, end, first); word != end && (*word & ~unsigned{last_cell}) == first; word = skip_packed(word)) {
            std::size_t size = 1;
            while ((word[size - 1] & last_cell) == 0 && cell_at(size) == (word[size] & ~unsigned{last_cell})) ++size;
            const int covered = static_cast<int>(size) - static_cast<int>(lead);
            if ((word[size - 1] & last_cell) == 0 || covered <= longest) continue;
            if (covered != 0 || lead != 1 || before.touching() == before.first()) longest = covered;
        }
    }
    return longest;
}
#endif

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_WINDOW_HPP
