// galley: the few characters around a numeral, and the words found among them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_WINDOW_HPP
#define GALLEY_DETAIL_NUMBER_WINDOW_HPP

#include <galley/detail/number_lexicon.hpp>
#include <galley/detail/number_numeral.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// In 16 bits; characters beyond them count as Han or as nothing in particular.
constexpr char16_t narrowed(char32_t c) noexcept { return static_cast<char16_t>(c < 0x10000 ? c : is_han(c) ? 0x3400 : 0xFFFD); }

/// The characters behind a place; blanks and up to two line breaks in a row are looked through, since layout puts them anywhere.
/// They are decoded when first asked for: most questions stop at the first character.
class window_after {
public:
    static constexpr std::size_t capacity = 8;

    constexpr window_after(const char* at, const char* end) noexcept : at_(at), end_(end) {}

    /// The character, 0 behind the last.
    constexpr char32_t operator[](std::size_t i) noexcept {
        return i < count_ ? characters_[i] : fetch(i);
    }
    /// Behind the character of that index.
    constexpr const char* end_of(std::size_t i) noexcept { return (*this)[i] != 0 || i < count_ ? at_ + ends_[i] : end_; }
    /// Where the first character stands.
    constexpr const char* begin() const noexcept { return skip_gap(at_, end_); }
    /// What stands at the place itself, a blank perhaps; 0 at the end.
    constexpr char32_t touching() const noexcept { return step_at(at_, end_).c; }

    /// Whether a letter or digit touches the end of that many characters.
    constexpr bool letter_behind(std::size_t length) noexcept {
        const char32_t c = step_at(end_of(length - 1), end_).c;
        return is_alphabetic(c) || decimal_digit(c) >= 0;
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
    constexpr std::size_t match_any(const char16_t* list) noexcept {
        const char32_t first = (*this)[0];
        if (first == 0) return 0;
        for (const char16_t* word = list; *word != 0;) {
            const std::size_t length = *word == first ? match(word) : 0;
            if (length != 0) return length;
            while (*word != u'|') ++word;
            ++word;
        }
        return 0;
    }

private:
    constexpr char32_t fetch(std::size_t i) noexcept {
        if (i >= capacity) return 0;
        while (count_ <= i) decode_one();
        return characters_[i];
    }

    constexpr void decode_one() noexcept {
        const char* const from = at_ + (count_ == 0 ? 0 : ends_[count_ - 1]);
        if (from == end_) {
            ends_[count_++] = static_cast<std::uint16_t>(end_ - at_);
            return;
        }
        const step s = step_at(skip_gap(from, end_), end_);
        const bool stops = is_line_break(s.c) || is_blank(s.c) || (count_ != 0 && characters_[count_ - 1] == 0);
        characters_[count_] = stops ? char16_t{0} : narrowed(folded(s.c));
        ends_[count_] = static_cast<std::uint16_t>(s.next - at_);
        ++count_;
    }

    const char* at_;
    const char* end_;
    char16_t characters_[capacity] = {};
    std::uint16_t ends_[capacity] = {};
    std::uint8_t count_ = 0;
};

/// The characters before a place, the nearest first; decoded when asked for, as above.
class window_before {
public:
    static constexpr std::size_t capacity = 4;

    constexpr window_before(const char* text, const char* at) noexcept : text_(text), at_(at) {
        touching_ = char_before(text, at);
    }

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

enum class unit_class : std::uint8_t { none, loose, firm };

/// What counts or measures, and how many characters of the window it takes.
struct unit_match {
    std::size_t length = 0;
    unit_class type = unit_class::none;
};

/// The longest word of a sorted list that stands here, words with one first character being in the order of falling length.
/// `whole`: no letter may follow.
template <std::size_t Size>
constexpr std::size_t find_word(window_after& after, const char16_t* list, const word_index<Size>& index, bool whole = false) noexcept {
    const char32_t c = after[0];
    for (std::size_t i = index.find(list, c); i != Size && list[index.starts[i]] == c; ++i) {
        const std::size_t length = after.match(list + index.starts[i]);
        if (length == 0 || (whole && after.letter_behind(length))) continue;
        // A blank ends a word of Korean: 30대 회계사.
        if (!is_hangul(c) || after.end_of(length - 1) == after.begin() + 3 * length) return length;
    }
    return 0;
}

/// The unit behind a number, the longest that fits. One sign such as ㎡, ℃ or 元; a word; a Latin symbol.
constexpr unit_match find_unit(window_after& after) noexcept {
    const char32_t c = after[0];
    if (c == 0) return {};
    if (c < 0x80 || c == 0xB0 || c == 0x3BC) {
        if (c == U'$') return {after.touching() == c ? std::size_t{1} : 0, after.touching() == c ? unit_class::firm : unit_class::none};
        const std::size_t latin = is_alphabetic(c) || c == 0xB0 ? find_word(after, latin_units, latin_unit_index, true) : 0;
        return {latin, latin != 0 ? unit_class::firm : unit_class::none};
    }
    if ((c >= 0x3380 && c <= 0x33DF) || (c >= 0x20A0 && c <= 0x20BF) || c == 0x2103 || c == 0x2109 || c == 0xFFE5) return {1, unit_class::firm};
#if GALLEY_NUMBER_CJK
    const std::size_t length = find_word(after, long_units, long_unit_index);
    if (length != 0) return {length, unit_class::firm};
    if (contains_sorted(firm_units, c)) return {1, unit_class::firm};
    if (contains_sorted(loose_units, c)) return {1, unit_class::loose};
#endif
#if GALLEY_NUMBER_HANGUL
    const std::size_t korean = is_hangul(c) ? find_word(after, korean_units, korean_unit_index) : 0;
    if (korean != 0) return {korean, unit_class::firm};
#endif
    return {};
}

#if GALLEY_NUMBER_CJK
constexpr const idiom_group* find_idiom_group(char32_t c) noexcept {
    for (const idiom_group& group : idiom_groups) {
        if (group.numeral == c) return &group;
    }
    return nullptr;
}

/// Whether a pattern of that many characters, such as 进-步, lies over the numeral; `covered` is how many of them follow it.
constexpr bool idiom_fits(const char16_t* word, std::size_t size, window_before& before, window_after& after, std::size_t& covered) noexcept {
    std::size_t lead = 0;
    while (word[lead] != u'-') ++lead;
    for (std::size_t i = 0; i < lead; ++i) {
        if (before[lead - 1 - i] != word[i]) return false;
    }
    covered = size - lead - 1;
    for (std::size_t i = 0; i < covered; ++i) {
        if (after[i] != word[lead + 1 + i]) return false;
    }
    return true;
}

/// The longest idiom over the numeral's first character, as the number of characters that it takes behind it, or -1.
/// `after` begins behind that first character.
constexpr int find_idiom(char32_t numeral, window_before& before, window_after& after) noexcept {
    const idiom_group* const group = find_idiom_group(numeral);
    if (group == nullptr) return -1;
    const char32_t left = before[0];
    const char32_t right = after[0];
    if (left < first_symbol && right < first_symbol) return -1;
    int longest = -1;
    if (right != 0 && contains(group->after, right)) longest = 1;
    else if (left != 0 && contains(group->before, left) && before.touching() == left) longest = 0;
    for (const char16_t* word = group->words; *word != 0;) {
        const std::size_t size = static_cast<std::size_t>(*word - u'0');
        ++word;
        std::size_t covered = 0;
        const bool may_fit = *word == u'-' ? word[1] == right : word[1] != u'-' || *word == left;
        if (may_fit && idiom_fits(word, size, before, after, covered) && static_cast<int>(covered) > longest) longest = static_cast<int>(covered);
        word += size;
    }
    return longest;
}
#endif

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_WINDOW_HPP
