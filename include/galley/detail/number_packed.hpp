// galley: the words of number_lexicon.hpp, packed by the compiler into the tables that are searched.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_PACKED_HPP
#define GALLEY_DETAIL_NUMBER_PACKED_HPP

#include <galley/detail/number_lexicon.hpp>
#include <galley/detail/number_symbols.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// A word is a row of cells, one for each character; the last one has this bit set.
inline constexpr std::uint16_t last_cell = 0x8000;

/// The cell of a character, in 15 bits: Han, Hangul, kana, ASCII and the four signs that units have; the rest are all alike.
constexpr std::uint16_t cell_of(char32_t c) noexcept {
    if (c >= 0x4E00 && c < 0xA000) return static_cast<std::uint16_t>(c - 0x4E00);
    if (c >= 0xAC00 && c < 0xD7A4) return static_cast<std::uint16_t>(c - 0xAC00 + 0x5200);
    if (c >= 0x3000 && c < 0x3100) return static_cast<std::uint16_t>(c - 0x3000 + 0x7E00);
    if (c < 0x80) return static_cast<std::uint16_t>(c + 0x7F00);
    return c == 0xB0 || c == 0xB2 || c == 0xB3 || c == 0x3BC ? static_cast<std::uint16_t>(0x7F80 | (c & 0x3F)) : std::uint16_t{0x7DFF};
}

constexpr std::size_t packed_size(const std::uint16_t* word) noexcept {
    std::size_t size = 1;
    while ((word[size - 1] & last_cell) == 0) ++size;
    return size;
}

/// Behind the word.
constexpr const std::uint16_t* skip_packed(const std::uint16_t* word) noexcept {
    while ((*word++ & last_cell) == 0) {}
    return word;
}

/// The first of the words in order whose first cell is not below that one.
constexpr const std::uint16_t* find_packed(const std::uint16_t* first, const std::uint16_t* last, unsigned cell) noexcept {
    const std::uint16_t* const begin = first;
    while (first != last) {
        const std::uint16_t* word = first + (last - first) / 2;
        while (word != begin && (word[-1] & last_cell) == 0) --word;  // `first` begins a word, so never beyond it
        if ((*word & ~unsigned{last_cell}) < cell) first = skip_packed(word);
        else last = word;
    }
    return first;
}

enum class unit_class : std::uint8_t { none, loose, firm };

/// A list of words that end in '|', or of characters that are words by themselves.
struct unit_list {
    const char16_t* words;
    bool single;
    unit_class type;
};

// In the order in which they are tried where their first character is the same; the loose ones, apart from the others, come first.
inline constexpr unit_list unit_lists[] = {
#if GALLEY_NUMBER_CJK
    {loose_units, true, unit_class::loose},
#endif
    {latin_units, false, unit_class::firm},
#if GALLEY_NUMBER_CJK
    {long_units, false, unit_class::firm},
#endif
#if GALLEY_NUMBER_HANGUL
    {korean_units, false, unit_class::firm},
#endif
#if GALLEY_NUMBER_CJK
    {firm_units, true, unit_class::firm},
#endif
};

/// Shows the cells of every unit, in order: `see(first character of the word, cell, class)`.
template <class See>
constexpr void each_unit_cell(See&& see) noexcept {
    for (const unit_list& list : unit_lists) {
        char16_t first = 0;
        for (const char16_t* at = list.words; *at != 0; ++at) {
            if (!list.single && *at == u'|') {
                first = 0;
                continue;
            }
            if (list.single || first == 0) first = *at;
            const bool ends = list.single || at[1] == u'|';
            see(first, static_cast<std::uint16_t>(cell_of(*at) | (ends ? last_cell : 0)), list.type);
        }
    }
}

struct cell_counter {
    std::size_t count = 0;
    constexpr void operator()(char16_t, std::uint16_t, unit_class) noexcept { ++count; }
};

constexpr std::size_t count_unit_cells() noexcept {
    cell_counter counter;
    each_unit_cell(counter);
    return counter.count;
}

/// Units by a hash of their first character; those with the same one keep their order, the longest first.
struct packed_units {
    static constexpr unsigned bucket_bits = GALLEY_BLOCKS ? 9 : 6;
    static constexpr std::size_t buckets = std::size_t{1} << bucket_bits;
    std::uint16_t cells[count_unit_cells()] = {};
    std::uint16_t starts[buckets + 1] = {};
    std::uint8_t loose[buckets] = {};  ///< how many of a bucket's cells are loose units

    static constexpr std::size_t bucket_of(std::uint16_t cell) noexcept { return static_cast<std::uint32_t>(cell * 0x9E3779B1U) >> (32 - bucket_bits); }
};

struct bucket_filler {
    packed_units& out;
    std::uint16_t filled[packed_units::buckets] = {};
    bool stores = false;  ///< the first time cells are counted alone

    constexpr void operator()(char16_t first, std::uint16_t cell, unit_class type) noexcept {
        const std::size_t bucket = packed_units::bucket_of(cell_of(first));
        if (stores) out.cells[out.starts[bucket] + filled[bucket]] = cell;
        else if (type == unit_class::loose) ++out.loose[bucket];
        ++filled[bucket];
    }
};

constexpr packed_units pack_units() noexcept {
    packed_units out;
    bucket_filler filler{out};
    each_unit_cell(filler);
    for (std::size_t i = 0; i < packed_units::buckets; ++i) {
        out.starts[i + 1] = static_cast<std::uint16_t>(out.starts[i] + filler.filled[i]);
        filler.filled[i] = 0;
    }
    filler.stores = true;
    each_unit_cell(filler);
    return out;
}

inline constexpr packed_units unit_table = pack_units();

/// The units of a first character's bucket: `word` is the next of the firm ones.
struct unit_bucket {
    const std::uint16_t* word;
    const std::uint16_t* last;
    bool loose = false;  ///< the character by itself is a loose unit

    constexpr explicit unit_bucket(std::uint16_t first) noexcept : word(nullptr), last(nullptr) {
        const std::size_t bucket = packed_units::bucket_of(first);
        word = unit_table.cells + unit_table.starts[bucket];
        last = unit_table.cells + unit_table.starts[bucket + 1];
        for (unsigned count = unit_table.loose[bucket]; count != 0; --count, ++word) loose = loose || *word == (first | last_cell);
    }
};

#if GALLEY_NUMBER_CJK
inline constexpr std::size_t idiom_group_count = sizeof(idiom_groups) / sizeof(idiom_groups[0]);
/// An idiom has at most so many characters before its numeral.
inline constexpr std::size_t idiom_leads = 4;

/// Reads one word of a group after the other, whichever of its lists it stands in: the characters without the numeral, and how
/// many of them come before it.
struct idiom_source {
    const idiom_group& group;
    std::size_t list = 0;
    std::size_t at = 0;
    char16_t text[8] = {};
    std::size_t size = 0;
    std::size_t lead = 0;

    constexpr bool next() noexcept {
        const char16_t* const lists[] = {group.after, group.before, group.words};
        while (list < 3 && lists[list][at] == 0) {
            ++list;
            at = 0;
        }
        if (list == 3) return false;
        const char16_t* const from = lists[list] + at;
        size = 0;
        lead = list == 1 ? 1 : 0;
        if (list < 2) {
            text[size++] = from[0];
            ++at;
            return true;
        }
        const std::size_t length = static_cast<std::size_t>(from[0] - u'0');
        for (std::size_t i = 1; i <= length; ++i) {
            if (from[i] == u'-') lead = i - 1;
            else text[size++] = from[i];
        }
        at += length + 1;
        return true;
    }
};

constexpr std::size_t count_idiom_cells() noexcept {
    std::size_t count = 0;
    for (const idiom_group& group : idiom_groups) {
        for (idiom_source source{group}; source.next();) count += source.size;
    }
    return count;
}

#if GALLEY_BLOCKS
constexpr std::uint32_t neighbour_key(std::size_t row, std::uint32_t cell) noexcept { return static_cast<std::uint32_t>(row) * 149 + cell; }
#endif

/// Idioms by their numeral and by how many characters come before it, those in the order of their first cells.
struct packed_idioms {
    std::uint16_t cells[count_idiom_cells()] = {};
    std::uint16_t starts[idiom_group_count * idiom_leads + 1] = {};
#if GALLEY_BLOCKS
    /// What stands next to the numeral, before it where anything does, by `neighbour_key`.
    bit_filter<256> neighbours;
#endif
    char16_t numerals[idiom_group_count] = {};
};

/// Puts a word where its first cell belongs in a sorted row of words.
constexpr void insert_packed(std::uint16_t* first, std::uint16_t* last, const char16_t* text, std::size_t size) noexcept {
    const std::uint16_t key = cell_of(text[0]);
    std::uint16_t* at = first;
    while (at != last && (*at & ~unsigned{last_cell}) <= key) at += packed_size(at);
    for (std::uint16_t* move = last; move != at; --move) move[static_cast<std::ptrdiff_t>(size) - 1] = move[-1];
    for (std::size_t i = 0; i < size; ++i) at[i] = static_cast<std::uint16_t>(cell_of(text[i]) | (i + 1 == size ? last_cell : 0));
}

constexpr packed_idioms pack_idioms() noexcept {
    packed_idioms out;
    std::size_t end = 0;
    for (std::size_t g = 0; g < idiom_group_count; ++g) {
        out.numerals[g] = idiom_groups[g].numeral;
        for (std::size_t lead = 0; lead < idiom_leads; ++lead) {
            const std::size_t begin = end;
            for (idiom_source source{idiom_groups[g]}; source.next();) {
                if (source.lead != lead) continue;
                insert_packed(out.cells + begin, out.cells + end, source.text, source.size);
#if GALLEY_BLOCKS
                out.neighbours.add(neighbour_key(g * idiom_leads + lead, cell_of(source.text[lead == 0 ? 0 : lead - 1])));
#endif
                end += source.size;
            }
            out.starts[g * idiom_leads + lead + 1] = static_cast<std::uint16_t>(end);
        }
    }
    return out;
}

inline constexpr packed_idioms idiom_table = pack_idioms();
#endif

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_PACKED_HPP
