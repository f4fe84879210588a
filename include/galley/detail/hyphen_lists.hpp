// galley: the few words of each language that line-end hyphens hang on.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_LISTS_HPP
#define GALLEY_DETAIL_HYPHEN_LISTS_HPP

#include <galley/config.hpp>
#include <galley/detail/word_key.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

enum class language : std::uint8_t { english, german, french, spanish, italian, dutch, polish, russian, portuguese, catalan, swedish, danish, czech, hungarian, indonesian, romanian, vietnamese, finnish, unknown };
inline constexpr std::size_t language_count = 18;
using language_set = std::uint32_t;
constexpr language_set set_of(language l) noexcept { return language_set{1} << static_cast<unsigned>(l); }

constexpr std::size_t words_in(std::string_view list) noexcept {
    std::size_t count = list.empty() ? 0 : 1;
    for (const char c : list) count += c == ' ' ? 1 : 0;
    return count;
}

/// What a list keeps of a word: one in a thousand words that are not in it seems to be.
using short_hash = std::uint16_t;
constexpr short_hash shorten(word_hash word) noexcept { return static_cast<short_hash>(key_of(word_class::word, word) >> 16); }
/// Four bits more, where a mistake would weigh.
constexpr unsigned rest_of(word_hash word) noexcept { return key_of(word_class::word, word) >> 8 & 15U; }

template <class Use>
constexpr void for_each_word(std::string_view list, Use use) noexcept {
    std::size_t first = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
        if (i != list.size() && list[i] != ' ') continue;
        if (i != first) use(hash_text(std::string_view(list.data() + first, i - first)));
        first = i + 1;
    }
}

/// The lists that have the word, a bit for each. `rests`: the other bits of each word, two words a byte, or null.
constexpr std::uint32_t find_lists(word_hash word, const short_hash* words, const std::uint8_t* rests, const std::uint8_t* counts, std::size_t lists) noexcept {
    const short_hash head = shorten(word);
    const unsigned rest = rest_of(word);
    std::uint32_t found = 0;
    std::size_t at = 0;
    for (std::size_t l = 0; l < lists; ++l) {
        for (const std::size_t end = at + counts[l]; at < end; ++at) {
            if (words[at] == head && (rests == nullptr || (static_cast<unsigned>(rests[at / 2]) >> at % 2 * 4 & 15U) == rest)) found |= std::uint32_t{1} << l;
        }
    }
    return found;
}

/// Hashes of lists of words, the words themselves stay out of the image. Lists may share words.
template <std::size_t Lists, std::size_t Count>
struct word_lists {
    short_hash words[Count];
    std::uint8_t counts[Lists];  ///< words of each list
    constexpr std::uint32_t lists_of(word_hash word) const noexcept { return find_lists(word, words, nullptr, counts, Lists); }
};

/// The same with 20 bits of each word: hardly one of the fragments of a book is taken for one.
template <std::size_t Lists, std::size_t Count>
struct sure_word_lists {
    word_lists<Lists, Count> heads;
    std::uint8_t rests[(Count + 1) / 2];
    constexpr std::uint32_t lists_of(word_hash word) const noexcept { return find_lists(word, heads.words, rests, heads.counts, Lists); }
};

template <std::size_t Lists>
constexpr std::size_t words_in(const std::string_view (&lists)[Lists]) noexcept {
    std::size_t count = 0;
    for (const std::string_view list : lists) count += words_in(list);
    return count;
}

template <std::size_t Count, std::size_t Lists>
constexpr word_lists<Lists, Count> hash_lists(const std::string_view (&lists)[Lists]) noexcept {
    word_lists<Lists, Count> hashed{};
    std::size_t at = 0;
    for (std::size_t l = 0; l < Lists; ++l) {
        for_each_word(lists[l], [&](word_hash word) { hashed.words[at++] = shorten(word); });
        hashed.counts[l] = static_cast<std::uint8_t>(words_in(lists[l]));
    }
    return hashed;
}

template <std::size_t Count, std::size_t Lists>
constexpr sure_word_lists<Lists, Count> hash_sure_lists(const std::string_view (&lists)[Lists]) noexcept {
    sure_word_lists<Lists, Count> hashed{hash_lists<Count>(lists), {}};
    std::size_t at = 0;
    for (const std::string_view list : lists) {
        for_each_word(list, [&](word_hash word) {
            hashed.rests[at / 2] = static_cast<std::uint8_t>(hashed.rests[at / 2] | rest_of(word) << at % 2 * 4);
            ++at;
        });
    }
    return hashed;
}

/// A bit for each word of some lists: most others are turned away by it.
template <std::size_t Bytes>
struct word_sieve {
    std::uint8_t bits[Bytes];
    constexpr bool has(word_hash word) const noexcept { return ((bits[shorten(word) >> 3 & (Bytes - 1)] >> (shorten(word) & 7U)) & 1) != 0; }
    template <std::size_t Count>
    constexpr void add(const short_hash (&words)[Count]) noexcept {
        for (const short_hash word : words) {
            std::uint8_t& byte = bits[word >> 3 & (Bytes - 1)];
            byte = static_cast<std::uint8_t>(byte | 1U << (word & 7U));
        }
    }
};

// In the order of `language`.
inline constexpr std::string_view frequent_words[language_count] = {
    "the and of to is in that for", "der die und das den mit ist ein eine", "le la les des et est une dans pour",
    "el los las que en se por una del", "il di che la le per un una della", "de het een en van is dat op te",
    "w i na z jest do si\xC4\x99 nie", "\xD0\xB8 \xD0\xB2 \xD0\xBD\xD0\xB0 \xD0\xBD\xD0\xB5 \xD1\x87\xD1\x82\xD0\xBE \xD1\x81 \xD0\xB4\xD0\xBB\xD1\x8F",
    "o de que e do da em para uma", "el els les i de amb per una", "och att det som \xC3\xA4r en p\xC3\xA5 av", "og at det er en til p\xC3\xA5 af",
    "a se na je v \xC5\xBE" "e to s", "a az \xC3\xA9s hogy egy nem", "yang dan di untuk dengan", "\xC8\x99i de la \xC3\xAEn care pe cu",
    "v\xC3\xA0 l\xC3\xA0 c\xE1\xBB\xA7" "a c\xC3\xB3 kh\xC3\xB4ng", "ja on ei se ett\xC3\xA4"};

inline constexpr auto frequent = hash_lists<words_in(frequent_words)>(frequent_words);

/// Parts of compounds: each list tells something else.
enum class part_list : std::uint8_t {
    prefix,          ///< first parts that take a hyphen nearly always
    loose_prefix,    ///< often
    romance_prefix,  ///< in French and its neighbours
    suffix,          ///< last parts that come after a hyphen
    clitic,          ///< French pronouns and the like
    count
};

/// The conjunctions of each language, in the order of `language`, then the parts of compounds.
inline constexpr std::string_view listed_words[language_count + static_cast<std::size_t>(part_list::count)] = {
    "and or to nor versus", "und oder bzw beziehungsweise sowie als wie noch bis", "et ou", "y o e u", "e o ed od",
    "en of noch tot", "i lub oraz albo ani", "\xD0\xB8 \xD0\xB8\xD0\xBB\xD0\xB8", "e ou", "i o", "och eller samt", "og eller",
    "a nebo \xC4\x8Di", "\xC3\xA9s vagy illetve", "dan atau", "\xC8\x99i sau", "v\xC3\xA0", "ja tai",
    "all half non pseudo quasi self vice well two three twenty thirty forty fifty sixty seventy eighty ninety "
    "franco anglo vingt trente quarante soixante quatre norte zuid \xD1\x8D\xD0\xBA\xD1\x81 \xD0\xB2\xD0\xB8\xD1\x86\xD0\xB5 "
    "\xD0\xBA\xD0\xBE\xD0\xB5 \xD0\xBF\xD1\x80\xD0\xB5\xD1\x81\xD1\x81 \xD0\xBB\xD0\xBE\xD1\x80\xD0\xB4 \xD1\x87\xD0\xBB\xD0\xB5\xD0\xBD "
    "\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBC\xD1\x8C\xD0\xB5\xD1\x80 \xD0\xB1\xD0\xB8\xD0\xB7\xD0\xBD\xD0\xB5\xD1\x81 \xD0\xB2\xD0\xB5\xD0\xB1 "
    "\xD0\xB8\xD0\xBD\xD1\x82\xD0\xB5\xD1\x80\xD0\xBD\xD0\xB5\xD1\x82 \xD1\x81\xD0\xBE\xD1\x86\xD0\xB8\xD0\xB0\xD0\xBB "
    "\xD1\x82\xD1\x91\xD0\xBC\xD0\xBD\xD0\xBE \xD1\x82\xD0\xB5\xD0\xBC\xD0\xBD\xD0\xBE \xD1\x81\xD0\xB2\xD0\xB5\xD1\x82\xD0\xBB\xD0\xBE "
    "\xD0\xBA\xD1\x80\xD0\xB0\xD1\x81\xD0\xBD\xD0\xBE \xD1\x81\xD0\xB8\xD0\xBD\xD0\xB5 \xD1\x81\xD0\xB5\xD0\xB2\xD0\xB5\xD1\x80\xD0\xBE "
    "\xD1\x8E\xD0\xB6\xD0\xBD\xD0\xBE \xD1\x8E\xD0\xB3\xD0\xBE \xD0\xB2\xD0\xBE\xD1\x81\xD1\x82\xD0\xBE\xD1\x87\xD0\xBD\xD0\xBE "
    "\xD0\xB7\xD0\xB0\xD0\xBF\xD0\xB0\xD0\xB4\xD0\xBD\xD0\xBE \xD0\xBD\xD0\xB0\xD1\x83\xD1\x87\xD0\xBD\xD0\xBE",
    "anti auto high low multi semi super ultra cross single double one six real read write full long short left right top open user time "
    "point built drop first second third large small hard soft fine old new down big mid neo mini wide sea hand home "
    "peer gold free good joint red",
    "arri\xC3\xA8re avant sous demi mi au par vis celui celle ceux c est dit peut presse double l\xC3\xA0 haut bas entre contre grand "
    "chef mot en ci sud nord beau belle petit tout toute porte bon saint apr\xC3\xA8s deux trois cent poids garde soi",
    "based free level like related specific style time size type wide only friendly aware sensitive oriented driven defined end line in "
    "out up down off on by to and of the known called made bit byte bits digit letter dimensional click balanced dependent independent "
    "compatible language user page year old day term scale eyed haired legged handed minded headed hearted shaped sized coloured looking "
    "going making speaking owned led run bound rich class speed quality income century reviewed ridden worn lined seeking lasting state "
    "hour month mile inch dollar war law laws european semitic basiert basierte basierten basierter \xD1\x82\xD0\xBE "
    "\xD0\xBB\xD0\xB8\xD0\xB1\xD0\xBE \xD0\xBD\xD0\xB8\xD0\xB1\xD1\x83\xD0\xB4\xD1\x8C \xD1\x82\xD0\xB0\xD0\xBA\xD0\xB8 "
    "\xD1\x81\xD0\xB2\xD0\xBE\xD0\xB5\xD0\xBC\xD1\x83 \xD0\xBC\xD0\xBE\xD0\xB5\xD0\xBC\xD1\x83 "
    "\xD0\xBF\xD1\x80\xD0\xB5\xD0\xB6\xD0\xBD\xD0\xB5\xD0\xBC\xD1\x83 \xD0\xB4\xD1\x80\xD1\x83\xD0\xB3\xD0\xBE\xD0\xBC\xD1\x83 "
    "\xD1\x80\xD0\xB0\xD0\xB7\xD0\xBD\xD0\xBE\xD0\xBC\xD1\x83 \xD0\xBD\xD0\xBE\xD0\xB2\xD0\xBE\xD0\xBC\xD1\x83 "
    "\xD0\xB2\xD0\xB8\xD0\xB4\xD0\xB8\xD0\xBC\xD0\xBE\xD0\xBC\xD1\x83 "
    "\xD0\xBD\xD0\xB0\xD1\x81\xD1\x82\xD0\xBE\xD1\x8F\xD1\x89\xD0\xB5\xD0\xBC\xD1\x83",
    "ci l\xC3\xA0 m\xC3\xAAme m\xC3\xAAmes je tu il elle on nous vous ils elles ce le la les lui leur moi toi y en t dessus dessous dire "
    "se me te lo los lhe nos"};
inline constexpr auto listed_hashes = hash_sure_lists<words_in(listed_words)>(listed_words);

// Where memory is no matter, sieves that hardly any other word passes.
using frequent_word_sieve = word_sieve<GALLEY_BLOCKS ? 512 : 64>;
using listed_word_sieve = word_sieve<GALLEY_BLOCKS ? 1024 : 128>;

constexpr frequent_word_sieve sieve_of_frequent() noexcept {
    frequent_word_sieve sieve{};
    sieve.add(frequent.words);
    return sieve;
}
constexpr listed_word_sieve sieve_of_listed() noexcept {
    listed_word_sieve sieve{};
    sieve.add(listed_hashes.heads.words);
    return sieve;
}
inline constexpr frequent_word_sieve frequent_sieve = sieve_of_frequent();
inline constexpr listed_word_sieve listed_sieve = sieve_of_listed();

/// The lists that have the word: a bit for each language where it is a conjunction, then one for each `part_list`.
GALLEY_NOINLINE constexpr std::uint32_t lists_with(word_hash word) noexcept { return listed_sieve.has(word) ? listed_hashes.lists_of(word) : 0; }

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_LISTS_HPP
