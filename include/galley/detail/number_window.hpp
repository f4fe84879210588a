// galley: the few characters around a numeral, and the words found among them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_WINDOW_HPP
#define GALLEY_DETAIL_NUMBER_WINDOW_HPP

#include <galley/detail/number_lexicon.hpp>
#include <galley/detail/number_numeral.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail {

/// The characters behind a place; blanks and up to two line breaks in a row are looked through, since layout puts them anywhere.
struct window_after {
    static constexpr std::size_t capacity = 8;
    char32_t characters[capacity] = {};
    const char* ends[capacity] = {};  ///< behind the character of the same index
    char32_t touching = 0;            ///< what stands there itself, a blank perhaps; 0 at the end
    const char* begin = nullptr;      ///< of the first character

    constexpr window_after(const char* at, const char* end) noexcept {
        touching = step_at(at, end).c;
        for (std::size_t i = 0; i < capacity; ++i) {
            bool broke = false;
            at = skip_gap(at, end, broke);
            if (i == 0) begin = at;
            const step s = step_at(at, end);
            characters[i] = s.c;
            at = s.next;
            ends[i] = at;
            if (s.c == 0 || is_line_break(s.c) || is_blank(s.c)) {
                characters[i] = 0;
                break;
            }
        }
    }

    constexpr char32_t operator[](std::size_t i) const noexcept { return i < capacity ? characters[i] : 0; }

    /// Length in characters of the word when it stands here, else 0. The word ends at '|' or 0.
    constexpr std::size_t match(const char16_t* word, std::size_t from = 0) const noexcept {
        std::size_t length = 0;
        for (; word[length] != 0 && word[length] != u'|'; ++length) {
            if ((*this)[from + length] != word[length]) return 0;
        }
        return length;
    }

    /// The first word of a list that stands here; 0 when none does.
    constexpr std::size_t match_any(const char16_t* list, std::size_t from = 0) const noexcept {
        for (const char16_t* word = list; *word != 0;) {
            const std::size_t length = *word == (*this)[from] ? match(word, from) : 0;
            if (length != 0) return length;
            while (*word != u'|') ++word;
            ++word;
        }
        return 0;
    }
};

/// The characters before a place, the nearest first.
struct window_before {
    static constexpr std::size_t capacity = 4;
    char32_t characters[capacity] = {};
    const char* begins[capacity] = {};
    char32_t touching = 0;

    constexpr window_before(const char* text, const char* at) noexcept {
        const decoded first = utf8_decode_before(text, at);
        touching = first.size == 0 ? 0 : first.code_point;
        for (std::size_t i = 0; i < capacity; ++i) {
            decoded d = utf8_decode_before(text, at);
            for (int gap = 0; gap < 8 && d.size != 0 && (is_blank(d.code_point) || is_line_break(d.code_point)); ++gap) {
                at -= d.size;
                d = utf8_decode_before(text, at);
            }
            if (d.size == 0) break;
            at -= d.size;
            characters[i] = d.code_point;
            begins[i] = at;
        }
    }

    constexpr char32_t operator[](std::size_t i) const noexcept { return i < capacity ? characters[i] : 0; }

    /// Whether the two characters stand before the place, in this order.
    constexpr bool ends_with(char32_t last_but_one, char32_t last) const noexcept {
        return characters[0] == last && characters[1] == last_but_one;
    }
};

constexpr code_point_filter first_characters(const char16_t* list) noexcept {
    code_point_filter filter;
    bool first = true;
    for (; *list != 0; ++list) {
        if (first) filter.insert(*list);
        first = *list == u'|';
    }
    return filter;
}

/// Latin units, a whole run of letters.
inline constexpr char16_t latin_units[] =
    u"km²|km2|km|kg|kWh|kW|kV|kHz|kPa|kJ|kcal|kB|KB|cm²|cm|mm|mg|ml|mL|min|m²|m³|m2|m3|ms|mol|mAh|MW|MHz|MB|MPa|Mbps|m|g|"
    u"GW|GHz|GB|Gbps|t|TB|TWh|TW|ha|hPa|h|Hz|s|L|V|W|A|nm|ns|dB|bp|μm|μg|°C|";

#if GALLEY_NUMBER_CJK
inline constexpr code_point_filter long_unit_filter = first_characters(long_units);
#endif
#if GALLEY_NUMBER_HANGUL
inline constexpr code_point_filter korean_unit_filter = first_characters(korean_units);
#endif

enum class unit_class : std::uint8_t { none, loose, firm };

/// What counts or measures, and how many characters of the window it takes.
struct unit_match {
    std::size_t length = 0;
    unit_class type = unit_class::none;
};

constexpr unit_match find_latin_unit(const window_after& after, const char16_t* list) noexcept {
    for (const char16_t* word = list; *word != 0;) {
        const std::size_t length = *word == after[0] ? after.match(word) : 0;
        if (length != 0 && !is_alphabetic(after[length])) return {length, unit_class::firm};
        while (*word != u'|') ++word;
        ++word;
    }
    return {};
}

/// The unit behind a number, the longest that fits. One sign such as ㎡, ℃ or 元; a word; a Latin symbol.
constexpr unit_match find_unit(const window_after& after) noexcept {
    const char32_t c = after[0];
    if (c == 0) return {};
    if (c < 0x80 || c == 0xB0 || c == 0x3BC) {
        if (c == U'$') return {1, unit_class::firm};
        return is_alphabetic(c) || c == 0xB0 ? find_latin_unit(after, latin_units) : unit_match{};
    }
    if ((c >= 0x3380 && c <= 0x33DF) || (c >= 0x20A0 && c <= 0x20BF) || c == 0x2103 || c == 0x2109 || c == 0xFFE5) return {1, unit_class::firm};
#if GALLEY_NUMBER_CJK
    if (long_unit_filter.may_hold(c)) {
        const std::size_t length = after.match_any(long_units);
        if (length != 0) return {length, unit_class::firm};
    }
    if (contains(firm_units, c)) return {1, unit_class::firm};
    if (contains(loose_units, c)) return {1, unit_class::loose};
#endif
#if GALLEY_NUMBER_HANGUL
    if (is_hangul(c) && korean_unit_filter.may_hold(c)) {
        const std::size_t length = after.match_any(korean_units);
        if (length != 0) return {length, unit_class::firm};
    }
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

/// Whether a pattern such as 进-步 lies over the numeral; `covered` is how many characters it takes behind the numeral's first.
constexpr bool idiom_fits(const char16_t* word, const window_before& before, const window_after& after, std::size_t& covered) noexcept {
    std::size_t lead = 0;
    while (word[lead] != u'-') ++lead;
    for (std::size_t i = 0; i < lead; ++i) {
        if (before[lead - 1 - i] != word[i]) return false;
    }
    const char16_t* const tail = word + lead + 1;
    covered = after.match(tail);
    return covered != 0 || *tail == u'|';
}

/// The longest idiom over the numeral's first character, as the number of characters that it takes behind it, or -1.
/// `after` begins behind that first character.
constexpr int find_idiom(char32_t numeral, const window_before& before, const window_after& after) noexcept {
    const idiom_group* const group = find_idiom_group(numeral);
    if (group == nullptr) return -1;
    int longest = -1;
    if (after[0] != 0 && contains(group->after, after[0])) longest = 1;
    else if (before[0] != 0 && before.touching == before[0] && contains(group->before, before[0])) longest = 0;
    for (const char16_t* word = group->words; *word != 0;) {
        std::size_t covered = 0;
        if ((*word != u'-' || word[1] == after[0]) && idiom_fits(word, before, after, covered) && static_cast<int>(covered) > longest) {
            longest = static_cast<int>(covered);
        }
        while (*word != u'|') ++word;
        ++word;
    }
    return longest;
}
#endif

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_WINDOW_HPP
