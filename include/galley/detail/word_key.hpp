// galley: what a lexicon stores of a word: a class and a 32-bit hash of the folded letters.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_WORD_KEY_HPP
#define GALLEY_DETAIL_WORD_KEY_HPP

#include <galley/config.hpp>
#include <galley/detail/fold.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// What is known of a string of letters. Each class is a set of its own in the same lexicon.
enum class word_class : std::uint8_t {
    word,        ///< a word of two or more letters (one, in Hangul)
    compound,    ///< two neighbour parts of a hyphenated word
    first_part,  ///< a part with a hyphen after it
    last_part,   ///< a part with a hyphen before it
    gram,        ///< four letters in a row
    beginning,   ///< three letters or more that begin a longer word
    ending,      ///< that end one
    name_front,  ///< what stands before a capital inside a word
};

/// A set of word classes, one bit each.
using word_classes = std::uint16_t;
constexpr word_classes class_bit(word_class c) noexcept { return static_cast<word_classes>(1U << static_cast<unsigned>(c)); }

/// A hash of the class and the folded letters. The same on every machine; a change of it changes the version in `save`.
using word_key = std::uint32_t;

namespace detail {

/// Polynomial over the letters, modulo 2^32: the hashes of two beginnings of a word give that of what lies between.
using word_hash = std::uint32_t;
inline constexpr word_hash hash_base = 0x9E3779B1U;

constexpr word_hash hash_step(word_hash hash, char32_t letter) noexcept { return hash * hash_base + static_cast<word_hash>(letter) + 1U; }

/// Finalizer: the upper bits of the polynomial are good, the lower ones are not.
constexpr word_key key_of(word_class c, word_hash hash) noexcept {
    std::uint32_t key = hash + (static_cast<std::uint32_t>(c) + 1U) * 0x85EBCA77U;
    key ^= key >> 15;
    key *= 0x2C1B3C6DU;
    return key ^ (key >> 16);
}

/// Four letters in a row, each pushing out the one before the last three.
constexpr std::uint32_t gram_step(std::uint32_t gram, char32_t letter) noexcept { return (gram << 8) ^ static_cast<std::uint32_t>(letter); }

constexpr word_key gram_key(std::uint32_t gram) noexcept {
    const std::uint32_t key = gram * hash_base;
    return key ^ (key >> 15);
}

/// Letters that a beginning or an ending of a word has at least; two must be left of the word.
inline constexpr std::size_t least_part = 3;

/// Of `beginning` and `ending`, of which a word has many.
constexpr word_key part_key(word_class c, word_hash hash) noexcept {
    const std::uint32_t key = hash * (c == word_class::beginning ? 0xC2B2AE3DU : 0x27D4EB2FU);
    return key ^ (key >> 15);
}

constexpr word_key compound_key(word_hash left, word_hash right) noexcept {
    return key_of(word_class::compound, ((left << 13) | (left >> 19)) * 0xC2B2AE3DU + right);
}

inline constexpr char opened_ligatures[7][4] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // from U+FB00

/// Letters that one character stands for: ligatures are opened, capitals folded. Calls `letter(char32_t)` for each.
template <class Letter>
constexpr void fold_letters(char32_t c, Letter&& letter) noexcept {
    if (c < 0xFB00 || c > 0xFB06) {
        letter(fold_case(c));
        return;
    }
    for (const char* part = opened_ligatures[c - 0xFB00]; *part != 0; ++part) letter(static_cast<char32_t>(*part));
}

constexpr word_hash hash_text(std::string_view text) noexcept {
    word_hash hash = 0;
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) {
        if (octet(*at) < 0x80) hash = hash_step(hash, fold_case(octet(*at++)));
        else fold_letters(utf8_next(at, last).code_point, [&hash](char32_t letter) { hash = hash_step(hash, letter); });
    }
    return hash;
}

}  // namespace detail

/// The key of a word as text, in any script. Linear; ill-formed parts count as U+FFFD.
constexpr word_key key_of_word(std::string_view word) noexcept { return detail::key_of(word_class::word, detail::hash_text(word)); }

GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_WORD_KEY_HPP
