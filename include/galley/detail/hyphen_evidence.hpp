// galley: the evidence on one line-end hyphen between two words.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_EVIDENCE_HPP
#define GALLEY_DETAIL_HYPHEN_EVIDENCE_HPP

#include <galley/config.hpp>
#include <galley/detail/hyphen_lists.hpp>
#include <galley/detail/hyphen_parts.hpp>
#include <galley/detail/hyphen_statistics.hpp>
#include <galley/detail/word_key.hpp>
#include <galley/lexicon.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

/// What a lexicon is asked about the fragments a and b.
enum class question : std::uint8_t {
    joined,         ///< ab is a word
    compound,       ///< a-b is a compound
    left_word,      ///< a is a word
    right_word,     ///< b is a word
    first_part,     ///< a is the first part of a compound
    last_part,      ///< b is the last part of one
    beginning,      ///< a begins a longer word
    ending,         ///< b ends one
    name_front,     ///< a, from its last inner capital on, stands before a capital inside a word
    name_back,      ///< b, up to its first, begins with one
    gram,           ///< the first of three: four letters across the joint
};
inline constexpr std::size_t most_questions = static_cast<std::size_t>(question::gram) + 3;

/// The answers, one bit each, and which of the three grams there are.
struct hyphen_answers {
    std::uint32_t yes = 0;
    std::uint8_t grams = 0;
    std::uint8_t known_grams = 0;
    constexpr bool operator[](question q) const noexcept { return ((yes >> static_cast<unsigned>(q)) & 1U) != 0; }
    constexpr void set(question q) noexcept { yes |= std::uint32_t{1} << static_cast<unsigned>(q); }
};

/// One line-end hyphen, taken apart and asked about.
struct hyphen_case {
    hyphen_answers answers;
    hyphen_parts parts;
};

/// Calls `ask(question, word_class, word_key)` for each question that fits the fragments.
template <class Ask>
constexpr void ask_questions(const folded_joint& joint, Ask&& ask) noexcept {
    const std::size_t left = joint.left;
    const std::size_t size = joint.size;
    const word_hash a = joint.left_hash();
    const word_hash b = joint.right_hash();
    const auto word = [&](question q, word_class c, word_hash hash) { ask(q, c, key_of(c, hash)); };

    word(question::joined, word_class::word, joint.hash(0, size));
    ask(question::compound, word_class::compound, compound_key(a, b));
    word(question::left_word, word_class::word, a);
    word(question::right_word, word_class::word, b);
    word(question::first_part, word_class::first_part, a);
    word(question::last_part, word_class::last_part, b);
    for (std::size_t i = 1; i <= 3; ++i) {
        if (i > left || left - i + 4 > size) continue;
        ask(static_cast<question>(static_cast<std::size_t>(question::gram) + i - 1), word_class::gram, gram_key(joint.gram(left - i)));
    }
    if (left >= least_part) ask(question::beginning, word_class::beginning, part_key(word_class::beginning, a));
    if (size - left >= least_part) ask(question::ending, word_class::ending, part_key(word_class::ending, b));
    if (!joint.name) return;
    word(question::name_front, word_class::name_front, joint.hash(joint.front, left));
    word(question::name_back, word_class::name_back, joint.hash(left, joint.back));
}

/// A folded word in UTF-8, for a lexicon that reads text.
struct spelled_word {
    char bytes[8 * folded_joint::most + 1] = {};
    std::size_t size = 0;
    constexpr void append(const folded_joint& joint, std::size_t first, std::size_t last) noexcept {
        for (std::size_t i = first; i < last; ++i) size = static_cast<std::size_t>(utf8_encode(joint.letters[i], bytes + size) - bytes);
    }
    constexpr std::string_view view() const noexcept { return std::string_view(bytes, size); }
};

template <class Lexicon>
constexpr void ask_in_words(const folded_joint& joint, const Lexicon& lexicon, hyphen_answers& answers) noexcept {
    const auto ask = [&](question q, std::size_t first, std::size_t last, bool hyphen) {
        spelled_word word;
        word.append(joint, first, hyphen ? joint.left : last);
        if (hyphen) {
            word.bytes[word.size++] = '-';
            word.append(joint, joint.left, last);
        }
        if (lexicon.contains_word(word.view())) answers.set(q);
    };
    ask(question::joined, 0, joint.size, false);
    ask(question::compound, 0, joint.size, true);
    if (joint.left >= 2) ask(question::left_word, 0, joint.left, false);
    if (joint.right() >= 2) ask(question::right_word, joint.left, joint.size, false);
}

/// What the statistics know of compounds.
constexpr void ask_statistics(const folded_joint& joint, const hyphen_statistics& statistics, hyphen_answers& answers) noexcept {
    const word_hash a = joint.left_hash();
    const word_hash b = joint.right_hash();
    if (statistics.has_compound(compound_key(a, b))) answers.set(question::compound);
    if (statistics.has_compound(key_of(word_class::first_part, a))) answers.set(question::first_part);
    if (statistics.has_compound(key_of(word_class::last_part, b))) answers.set(question::last_part);
}

template <class Lexicon>
constexpr void ask_all(hyphen_case& c, const Lexicon& lexicon, const hyphen_statistics& statistics) noexcept {
    if (!c.parts.is_joint()) return;
    const folded_joint& joint = c.parts.joint;
    if constexpr (Lexicon::kind == lexicon_kind::none) {
        ask_statistics(joint, statistics, c.answers);
    } else if constexpr (Lexicon::kind == lexicon_kind::callback) {
        ask_in_words(joint, lexicon, c.answers);
    } else {
        find_name(c.parts);
        ask_questions(joint, [&](question q, word_class w, word_key key) {
            if (!lexicon.holds(w)) return;
            const bool yes = lexicon.contains(w, key);
            if (yes) c.answers.set(q);
            if (w != word_class::gram) return;
            ++c.answers.grams;
            if (yes) ++c.answers.known_grams;
        });
    }
}

/// The evidence, in the order of the weights.
enum class feature : std::uint8_t {
    bias,
    english, german, scandinavian_dutch, romance, slavic, other_language,
    joined, compound, left_word, right_word, first_part, last_part, beginning, ending, name_front, name_back,  // in the order of `question`
    prefix, loose_prefix, romance_prefix, suffix, clitic,                                                     // of `part_list`
    one_left, two_left, three_left, one_right, two_right, three_right, four_right,
    grams_none, grams_few, grams_most, grams_all,
    vowel_vowel, vowel_consonant, consonant_vowel,
    capital_right, acronym_left, capitals, name_left, camel_left, camel_right, scripts_differ,
    hyphen_before, hyphen_before_capital, hyphen_before_compounding, slash_before, symbol_before,
    hyphen_behind, symbol_behind,
    no_vowel_left, no_vowel_right, german_plain, text_size, left_length, right_length, frequent_left, frequent_right,
    rate_lower, rate_capital, sparse,
    wrapped_plain, wrapped_hyphenated, compounding_words, left_word_length,
    joined_capital, both_words, name_is_word, participle, same_letter,
    last_compounding, loose_english, hyphen_before_unknown, romance_pair,
    count
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(feature::count);

struct hyphen_evidence {
    std::int8_t value[feature_count] = {};  ///< in eighths: 8 is yes
    constexpr void set(feature f, bool yes = true) noexcept {
        if (yes) value[static_cast<std::size_t>(f)] = 8;  // a branch is shorter than a bool
    }
    /// One of several in a row.
    constexpr void choose(feature f, std::size_t index) noexcept { value[static_cast<std::size_t>(f) + index] = 8; }
    constexpr bool has(feature f) const noexcept { return value[static_cast<std::size_t>(f)] != 0; }
    constexpr void number(feature f, int eighths) noexcept { value[static_cast<std::size_t>(f)] = static_cast<std::int8_t>(eighths); }
};

constexpr bool is_vowel(char16_t c) noexcept {
    if (c >= 0x80 && c < 0x400) return true;  // with accents nearly always one
    constexpr char16_t vowels[] = {u'a', u'e', u'i', u'o', u'u', u'y', 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F, 0x451, 0x456};
    for (const char16_t v : vowels) {
        if (v == c) return true;
    }
    return c >= 0x530;
}

GALLEY_NOINLINE constexpr bool has_vowel(const folded_joint& joint, std::size_t first, std::size_t last) noexcept {
    for (; first < last; ++first) {
        if (is_vowel(joint.letters[first])) return true;
    }
    return false;
}

/// The group of each language, in the order of `language`.
inline constexpr feature language_groups[language_count] = {
    feature::english, feature::german, feature::romance, feature::romance, feature::romance, feature::scandinavian_dutch,
    feature::slavic, feature::slavic, feature::romance, feature::romance, feature::scandinavian_dutch, feature::scandinavian_dutch,
    feature::slavic, feature::other_language, feature::other_language, feature::romance, feature::other_language, feature::other_language};

/// Languages that write compounds as one word.
constexpr bool is_compounding(language l) noexcept {
    constexpr language_set compounding = set_of(language::german) | set_of(language::dutch) | set_of(language::swedish) | set_of(language::danish) |
                                         set_of(language::finnish) | set_of(language::hungarian) | set_of(language::czech);
    return (compounding & set_of(l)) != 0;
}

/// One letter is of the Latin alphabet, the other of another.
constexpr bool scripts_differ(char16_t a, char16_t b) noexcept { return (a < 0x250) != (b < 0x250) && (a >= 0x370 || b >= 0x370) && (a < 0x1E00 && b < 0x1E00); }

/// Ends in -ed or -ing behind three letters or more.
constexpr bool is_participle(const folded_joint& joint) noexcept {
    if (joint.right() < 5) return false;
    const char16_t* const end = joint.letters + joint.size;
    return (end[-2] == u'e' && end[-1] == u'd') || (end[-3] == u'i' && end[-2] == u'n' && end[-1] == u'g');
}

/// In eighths; four letters are nothing.
GALLEY_NOINLINE constexpr int length_of(std::size_t letters) noexcept { return (letters < 14 ? static_cast<int>(letters) : 14) - 4; }

/// A capital after the first letter, and small ones besides: LibreOffice, XPath.
constexpr bool is_camel(const hyphen_side& from, side which) noexcept {
    const std::size_t first = which == side::left ? from.letters - 1U : 0U;
    return from.capitals < from.letters && from.capitals > (is_kind(from.codes[from.first + first], kind::capital) ? 1 : 0);
}

/// Letters, case, and what stands beside the fragments.
constexpr void shape_evidence(const hyphen_parts& parts, language l, hyphen_evidence& e) noexcept {
    const folded_joint& joint = parts.joint;
    const char16_t before = parts.left.beyond_letters();
    const char16_t behind = parts.right.beyond_letters();
    const bool capital = parts.has_capital();
    const bool acronym = parts.left.is_acronym() && !parts.shouting;
    const bool hyphen_before = is_kind(before, kind::hyphen);
    const std::size_t left = joint.left;
    const std::size_t right = joint.right();
    if (!parts.shouting) {
        // In a language that does not give a capital to every noun.
        e.set(feature::name_left, !acronym && !capital && l != language::german && is_kind(parts.left.codes[parts.left.first + parts.left.letters - 1U], kind::capital));
        e.set(feature::camel_left, is_camel(parts.left, side::left));
        e.set(feature::camel_right, is_camel(parts.right, side::right));
    }
    e.set(feature::capital_right, capital);
    e.set(feature::acronym_left, acronym);
    e.set(feature::capitals, parts.shouting || (acronym && parts.right.is_acronym()));
    e.set(feature::scripts_differ, scripts_differ(joint.letters[left - 1], joint.letters[left]));
    if (!capital && !acronym && !hyphen_before) {
        if (left <= 3) e.choose(feature::one_left, left - 1);
        if (right <= 4) e.choose(feature::one_right, right - 1);
        e.set(feature::german_plain, l == language::german);
    }
    e.set(feature::one_left, left == 1);
    e.set(feature::one_right, right == 1);
    e.set(feature::hyphen_before, hyphen_before);
    e.set(feature::hyphen_before_capital, hyphen_before && capital);
    e.set(feature::hyphen_before_compounding, hyphen_before && !capital && is_compounding(l));
    e.set(feature::slash_before, before == u'/');
    e.set(feature::symbol_before, is_one_of(before, "_.=#&:\\") || is_kind(before, kind::digit));
    e.set(feature::hyphen_behind, is_kind(behind, kind::hyphen));
    e.set(feature::symbol_behind, is_one_of(behind, "_/(") || is_kind(behind, kind::digit));
    e.set(feature::no_vowel_left, left >= 2 && !has_vowel(joint, 0, left));
    e.set(feature::no_vowel_right, right >= 2 && !has_vowel(joint, left, joint.size));
    const std::size_t consonants = (is_vowel(joint.letters[left - 1]) ? 0U : 2U) + (is_vowel(joint.letters[left]) ? 0U : 1U);
    if (consonants < 3) e.choose(feature::vowel_vowel, consonants);
    e.set(feature::same_letter, joint.letters[left - 1] == joint.letters[left]);
    e.number(feature::left_length, length_of(left));
    e.number(feature::right_length, length_of(right));
}

constexpr void list_evidence(const folded_joint& joint, hyphen_evidence& e) noexcept {
    const word_hash a = joint.left_hash();
    const word_hash b = joint.right_hash();
    constexpr std::uint32_t of_left = (1U << static_cast<unsigned>(part_list::suffix)) - 1;
    const std::uint32_t lists = (parts_of_compounds.lists_of(a) & of_left) | (parts_of_compounds.lists_of(b) & ~of_left);
    for (std::size_t l = 0; l < static_cast<std::size_t>(part_list::count); ++l) {
        if ((lists >> l & 1U) != 0) e.choose(feature::prefix, l);
    }
    e.set(feature::romance_pair, e.has(feature::romance_prefix) && e.has(feature::clitic));
    e.set(feature::frequent_left, frequent.lists_of(a) != 0);
    e.set(feature::frequent_right, frequent.lists_of(b) != 0);
}

constexpr void gram_evidence(const hyphen_answers& yes, hyphen_evidence& e) noexcept {
    if (yes.grams == 0) return;
    const unsigned known = yes.known_grams;
    e.choose(feature::grams_none, known == 0 ? 0 : known == yes.grams ? 3 : 2 * known < yes.grams ? 1 : 2);
}

/// What this hyphen says on whether the text was wrapped without hyphenation: natural logarithm of the odds, in eighths,
/// as counted in such texts and in others.
constexpr int plainness_share(const hyphen_answers& yes, char32_t hyphen) noexcept {
    if (is_kind(hyphen, kind::soft_hyphen)) return -32;
    if (yes[question::joined]) return yes[question::compound] ? 0 : -34;
    if (yes[question::compound]) return 23;
    if (yes[question::left_word] && yes[question::right_word]) return 21;
    return yes[question::left_word] || yes[question::right_word] ? 13 : -4;
}

constexpr void weigh(const hyphen_case& c, bool has_lexicon, const hyphen_statistics& statistics, language l, bool counted, hyphen_evidence& e) noexcept {
    const hyphen_parts& parts = c.parts;
    const hyphen_answers& yes = c.answers;
    const bool capital = parts.has_capital();
    e.set(feature::bias);
    if (l != language::unknown) e.set(language_groups[static_cast<std::size_t>(l)]);
    shape_evidence(parts, l, e);
    list_evidence(parts.joint, e);
    e.number(feature::text_size, statistics.text_size());
    e.number(capital ? feature::rate_capital : feature::rate_lower, statistics.rate_prior(capital));
    e.number(feature::sparse, statistics.sparseness());
    const int trust = has_lexicon ? 8 : statistics.trust_in_compounds();
    for (std::size_t q = 0; q < static_cast<std::size_t>(question::gram); ++q) {
        if (yes[static_cast<question>(q)]) e.value[static_cast<std::size_t>(feature::joined) + q] = static_cast<std::int8_t>(trust);
    }
    if (is_compounding(l)) e.number(feature::last_compounding, e.value[static_cast<std::size_t>(feature::last_part)]);
    e.set(feature::loose_english, e.has(feature::loose_prefix) && (l == language::english || l == language::unknown));
    if (!has_lexicon) return;
    gram_evidence(yes, e);
    const bool left_word = yes[question::left_word];
    const bool both = left_word && yes[question::right_word];
    e.set(feature::joined_capital, yes[question::joined] && capital);
    e.set(feature::both_words, both);
    e.set(feature::compounding_words, both && is_compounding(l));
    e.set(feature::hyphen_before_unknown, e.has(feature::hyphen_before) && !left_word && !yes[question::right_word]);
    if (left_word) {
        e.number(feature::left_word_length, length_of(parts.joint.left));
        e.set(feature::name_is_word, e.has(feature::name_left));
        e.set(feature::participle, l == language::english && parts.joint.left >= 3 && is_participle(parts.joint));
    }
    const int wrapped = statistics.plainness(counted && !capital ? plainness_share(yes, parts.hyphen) : 0);
    e.number(wrapped > 0 ? feature::wrapped_plain : feature::wrapped_hyphenated, wrapped);
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_EVIDENCE_HPP
