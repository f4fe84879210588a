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
    first_part,     ///< a is the first part of a compound
    beginning,      ///< a begins a longer word
    name_front,     ///< a, from its last inner capital on, stands before a capital inside a word
    right_word,     ///< b is a word
    last_part,      ///< b is the last part of a compound
    ending,         ///< b ends a longer word
    gram,           ///< the first of three: four letters across the joint
};
inline constexpr std::size_t most_questions = static_cast<std::size_t>(question::gram) + 3;

constexpr std::uint32_t question_bit(question q) noexcept { return std::uint32_t{1} << static_cast<unsigned>(q); }
inline constexpr std::uint32_t compound_questions = question_bit(question::compound) | question_bit(question::first_part) | question_bit(question::last_part);
inline constexpr std::uint32_t known_word_questions = compound_questions | question_bit(question::joined);
inline constexpr std::uint32_t side_word_questions = compound_questions | question_bit(question::left_word) | question_bit(question::right_word);
inline constexpr std::uint32_t whole_word_questions = known_word_questions | side_word_questions;
inline constexpr std::uint32_t all_questions = (std::uint32_t{1} << most_questions) - 1;
/// The classes of words that all questions, and those about whole words, are about.
inline constexpr word_classes all_word_classes = 0xFFFFU;
inline constexpr word_classes whole_word_classes = static_cast<word_classes>(class_bit(word_class::word) | class_bit(word_class::compound) |
                                                                             class_bit(word_class::first_part) | class_bit(word_class::last_part));

/// The answers, one bit each, and which of the three grams there are.
struct hyphen_answers {
    std::uint32_t yes = 0;
    std::uint8_t grams = 0;
    std::uint8_t known_grams = 0;
    constexpr bool operator[](question q) const noexcept { return ((yes >> static_cast<unsigned>(q)) & 1U) != 0; }
    /// The text has the word whole, and neither it nor its halves as a compound.
    constexpr bool is_known_word() const noexcept { return (yes & known_word_questions) == question_bit(question::joined); }
    constexpr void set(question q) noexcept { yes |= question_bit(q); }
};

/// One line-end hyphen, taken apart and asked about.
struct hyphen_case {
    hyphen_answers answers;
    hyphen_parts parts;
};

/// The class of words that each question is about.
inline constexpr word_class question_classes[most_questions] = {
    word_class::word, word_class::compound, word_class::word, word_class::first_part, word_class::beginning, word_class::name_front,
    word_class::word, word_class::last_part, word_class::ending, word_class::gram, word_class::gram, word_class::gram};

/// The questions that fit two fragments.
struct hyphen_questions {
    std::uint32_t asked = 0;  ///< a bit each
    word_key keys[most_questions] = {};

    GALLEY_NOINLINE constexpr explicit hyphen_questions(const hyphen_parts& parts) noexcept {
        const folded_joint& joint = parts.joint;
        const std::size_t left = joint.left;
        const std::size_t size = joint.size;
        const word_hash a = joint.left_hash();
        const word_hash b = joint.right_hash();
        hash(question::joined, joint.hash(0, size));
        put(question::compound, compound_key(a, b));
        hash(question::left_word, a);
        hash(question::first_part, a);
        hash(question::right_word, b);
        hash(question::last_part, b);
        for (std::size_t i = 1; i <= 3; ++i) {
            if (i <= left && left - i + 4 <= size) put(static_cast<question>(static_cast<std::size_t>(question::gram) + i - 1), gram_key(joint.gram(left - i)));
        }
        if (left >= least_part) put(question::beginning, part_key(word_class::beginning, a));
        if (size - left >= least_part) put(question::ending, part_key(word_class::ending, b));
        if (!is_name_joint(parts.left.near_hyphen(), parts.right.near_hyphen())) return;
        hash(question::name_front, joint.hash(left - name_letters(parts.left, left), left));
    }

    /// Calls `use(question, word_class, word_key)` for each.
    template <class Use>
    constexpr void for_each(Use use) const noexcept {
        for (std::size_t q = 0; q < most_questions; ++q) {
            if ((asked >> q & 1U) != 0) use(static_cast<question>(q), question_classes[q], keys[q]);
        }
    }

private:
    constexpr void put(question q, word_key key) noexcept {
        asked |= question_bit(q);
        keys[static_cast<std::size_t>(q)] = key;
    }
    GALLEY_NOINLINE constexpr void hash(question q, word_hash word) noexcept { put(q, key_of(question_classes[static_cast<std::size_t>(q)], word)); }
};

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
        hyphen_questions(c.parts).for_each([&](question q, word_class w, word_key key) {
            if (!lexicon.holds(w)) return;
            const bool yes = lexicon.contains(w, key);
            if (yes) c.answers.set(q);
            if (w != word_class::gram) return;
            ++c.answers.grams;
            if (yes) ++c.answers.known_grams;
        });
    }
}

/// What either side says, in the order of the weights: all of it for the left one, then for the right one, then `feature`.
enum class side_feature : std::uint8_t {
    one, two, three, four,          // letters of the fragment
    capital, acronym, camel, no_vowel,
    hyphen, slash, symbol,          // stands beyond it
    listed, listed_second, listed_third,  // as a part of compounds, in the order of `part_list`
    word, part, affix, name,        // in the order of `question`; names end on the left side
    length,
    count
};
/// What both together say, and the text.
enum class feature : std::uint8_t {
    english, german, scandinavian_dutch, romance, slavic, other_language,
    joined, compound,
    grams_none, grams_few, grams_most, grams_all,
    vowel_vowel, vowel_consonant, consonant_vowel,
    bias, same_letter, scripts_differ, capitals, german_plain, hyphen_before_capital, hyphen_before_compounding, loose_english, romance_pair, slavic_pair,
    joined_capital, both_words, compounding_words, hyphen_before_unknown, name_is_word, participle,
    last_compounding, left_word_length,
    text_size, rate_lower, rate_capital, sparse, wrapped_plain, wrapped_hyphenated,
    count
};
inline constexpr std::size_t side_feature_count = static_cast<std::size_t>(side_feature::count);
inline constexpr std::size_t feature_count = 2 * side_feature_count + static_cast<std::size_t>(feature::count);

constexpr std::size_t place_of(feature f) noexcept { return 2 * side_feature_count + static_cast<std::size_t>(f); }
constexpr std::size_t place_of(side which, side_feature f) noexcept {
    return (which == side::left ? 0 : side_feature_count) + static_cast<std::size_t>(f);
}

/// A set of features, a bit each.
using feature_set = std::uint32_t;
template <class Feature>
constexpr feature_set when(bool yes, Feature f) noexcept { return feature_set{yes} << static_cast<unsigned>(f); }

struct hyphen_evidence {
    std::int8_t value[feature_count] = {};  ///< in eighths: 8 is yes
    /// The features of a set, the first of which stands at `place`.
    GALLEY_NOINLINE constexpr void put(std::size_t place, feature_set features, int worth) noexcept {
        for (; features != 0; features >>= 1, ++place) {
            if ((features & 1U) != 0) value[place] = static_cast<std::int8_t>(worth);
        }
    }
    constexpr bool has(side which, side_feature f) const noexcept { return value[place_of(which, f)] != 0; }
    constexpr void number(feature f, int eighths) noexcept { value[place_of(f)] = static_cast<std::int8_t>(eighths); }
};

/// Latin and Cyrillic; with accents, and in scripts that are not known, nearly all are.
GALLEY_NOINLINE constexpr bool is_vowel(char16_t c) noexcept {
    constexpr std::uint32_t latin = 0x1104111U;        // a e i o u y, from a on
    constexpr std::uint32_t cyrillic = 0xE8084121U;    // a e i o u yery e yu ya, from U+0430 on
    if (c < 0x80) return (latin >> (c - u'a') & 1U) != 0;
    if (c - 0x430U < 32U) return (cyrillic >> (c - 0x430U) & 1U) != 0;
    return c < 0x400 || c >= 0x530 || c == 0x451 || c == 0x456;
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
constexpr bool scripts_differ(char16_t a, char16_t b) noexcept {
    return (a < 0x250) != (b < 0x250) && (a >= 0x370 || b >= 0x370) && (a < 0x1E00 && b < 0x1E00);
}

/// What may be two Slavic adjectives: the first ends in -no, -sko, -wo and the like.
constexpr bool is_slavic_pair(const folded_joint& joint) noexcept {
    constexpr std::uint32_t latin = 0x2402C04U;      // c k l n w z, from a on
    constexpr std::uint32_t cyrillic = 0x3802C04U;   // the same and sh, shch, from U+0430 on
    if (joint.left < 4 || joint.right() < 5) return false;
    const char16_t last = joint.letters[joint.left - 1];
    const char16_t before = joint.letters[joint.left - 2];
    if (last == u'o') return before == 0x142 || (before < 0x80 && (latin >> (before - u'a') & 1U) != 0);
    return last == 0x43E && before - 0x430U < 32U && (cyrillic >> (before - 0x430U) & 1U) != 0;
}

/// Ends in -ed or -ing behind three letters or more.
constexpr bool is_participle(const folded_joint& joint) noexcept {
    if (joint.right() < 5) return false;
    const char16_t* const end = joint.letters + joint.size;
    return (end[-2] == u'e' && end[-1] == u'd') || (end[-3] == u'i' && end[-2] == u'n' && end[-1] == u'g');
}

/// In eighths; four letters are nothing.
GALLEY_NOINLINE constexpr int length_of(std::size_t letters) noexcept { return (letters < 14 ? static_cast<int>(letters) : 14) - 4; }

/// What stands beyond the letters of a fragment.
constexpr feature_set sign_beyond(const hyphen_side& from, side which) noexcept {
    const char16_t c = from.beyond_letters();
    if (c == u'/') return when(true, side_feature::slash);
    const unsigned kinds = c == 0 ? 0U : from.kinds[from.first + from.letters];
    if ((kinds & kind::hyphen) != 0) return when(true, side_feature::hyphen);
    return when((kinds & kind::digit) != 0 || is_one_of(c, which == side::left ? "_.=#&:\\" : "_("), side_feature::symbol);
}

/// What one side says; a capital says nothing where all nouns have one.
GALLEY_NOINLINE constexpr feature_set side_evidence(const hyphen_parts& parts, side which, bool nouns_have_capitals) noexcept {
    const hyphen_side& from = which == side::left ? parts.left : parts.right;
    const std::size_t first = which == side::left ? 0U : parts.joint.left;
    const std::size_t last = which == side::left ? parts.joint.left : parts.joint.size;
    const std::size_t initial = which == side::left ? from.letters - 1U : 0U;
    const word_hash word = parts.joint.hash(first, last);
    feature_set set = sign_beyond(from, which);
    if (last - first <= 4) set |= feature_set{1} << (last - first - 1);
    if (!parts.shouting) {
        const bool capital = from.is(from.first + initial, kind::capital);
        set |= when(capital && !from.is_acronym() && !nouns_have_capitals, side_feature::capital);
        set |= when(from.is_acronym(), side_feature::acronym);
        set |= when(from.capitals < from.letters && from.capitals > (capital ? 1 : 0), side_feature::camel);
    }
    set |= when(!has_vowel(parts.joint, first, last), side_feature::no_vowel);
    const std::uint32_t named = lists_with(word) >> language_count;
    return set | (which == side::left ? named & 7U : named >> static_cast<unsigned>(part_list::suffix)) << static_cast<unsigned>(side_feature::listed);
}

constexpr bool has(feature_set set, side_feature f) noexcept { return (set >> static_cast<unsigned>(f) & 1U) != 0; }

/// The letters on both sides of the joint.
constexpr feature_set joint_evidence(const hyphen_parts& parts) noexcept {
    const char16_t before = parts.joint.letters[parts.joint.left - 1];
    const char16_t behind = parts.joint.letters[parts.joint.left];
    const unsigned consonants = (is_vowel(before) ? 0U : 2U) + (is_vowel(behind) ? 0U : 1U);
    return (consonants < 3 ? when(true, feature::vowel_vowel) << consonants : 0) | when(before == behind, feature::same_letter) |
           when(scripts_differ(before, behind), feature::scripts_differ);
}

constexpr feature_set gram_evidence(const hyphen_answers& yes) noexcept {
    if (yes.grams == 0) return 0;
    const unsigned known = yes.known_grams;
    return when(true, feature::grams_none) << (known == 0 ? 0 : known == yes.grams ? 3 : 2 * known < yes.grams ? 1 : 2);
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

/// The evidence of the fragments and the text. `worth`: of a lexicon's yes, in eighths.
GALLEY_NOINLINE constexpr void weigh_shapes(const hyphen_case& c, const hyphen_statistics& statistics, language l, int worth, hyphen_evidence& e) noexcept {
    const hyphen_parts& parts = c.parts;
    const bool capital = parts.has_capital();
    const bool compounding = is_compounding(l);
    const feature_set left = side_evidence(parts, side::left, l == language::german);
    const feature_set right = side_evidence(parts, side::right, false);
    const bool hyphen_before = has(left, side_feature::hyphen);
    const bool plain = !capital && !hyphen_before && !has(left, side_feature::acronym);
    feature_set both = when(true, feature::bias) | joint_evidence(parts);
    if (l != language::unknown) both |= when(true, language_groups[static_cast<std::size_t>(l)]);
    both |= when(parts.shouting || (parts.left.is_acronym() && parts.right.is_acronym()), feature::capitals);
    both |= when(plain && l == language::german, feature::german_plain);
    both |= when(hyphen_before && capital, feature::hyphen_before_capital);
    both |= when(hyphen_before && !capital && compounding, feature::hyphen_before_compounding);
    both |= when(has(left, side_feature::listed_second) && (l == language::english || l == language::unknown), feature::loose_english);
    both |= when(has(left, side_feature::listed_third) && has(right, side_feature::listed_second), feature::romance_pair);
    both |= when(l != language::unknown && language_groups[static_cast<std::size_t>(l)] == feature::slavic && is_slavic_pair(parts.joint), feature::slavic_pair);
    e.put(0, left, 8);
    e.put(side_feature_count, right, 8);
    e.put(place_of(feature::english), both, 8);
    const std::uint32_t yes = c.answers.yes;
    e.put(place_of(feature::joined), yes & 3U, worth);
    e.put(place_of(side::left, side_feature::word), yes >> static_cast<unsigned>(question::left_word) & 15U, worth);
    e.put(place_of(side::right, side_feature::word), yes >> static_cast<unsigned>(question::right_word) & 7U, worth);
    if (compounding && c.answers[question::last_part]) e.number(feature::last_compounding, worth);
    e.value[place_of(side::left, side_feature::length)] = static_cast<std::int8_t>(length_of(parts.joint.left));
    e.value[place_of(side::right, side_feature::length)] = static_cast<std::int8_t>(length_of(parts.joint.right()));
    e.number(feature::text_size, statistics.text_size());
    e.number(capital ? feature::rate_capital : feature::rate_lower, statistics.rate_prior(capital));
    e.number(feature::sparse, statistics.sparseness());
}

/// And of a lexicon's answers taken together.
GALLEY_NOINLINE constexpr void weigh_answers(const hyphen_case& c, const hyphen_statistics& statistics, language l, bool counted, hyphen_evidence& e) noexcept {
    const hyphen_parts& parts = c.parts;
    const hyphen_answers& yes = c.answers;
    const bool capital = parts.has_capital();
    const bool left_word = yes[question::left_word];
    const bool right_word = yes[question::right_word];
    feature_set both = gram_evidence(yes) | when(yes[question::joined] && capital, feature::joined_capital);
    both |= when(left_word && right_word, feature::both_words);
    both |= when(left_word && right_word && is_compounding(l), feature::compounding_words);
    both |= when(e.has(side::left, side_feature::hyphen) && !left_word && !right_word, feature::hyphen_before_unknown);
    both |= when(left_word && e.has(side::left, side_feature::capital), feature::name_is_word);
    both |= when(left_word && l == language::english && parts.joint.left >= 3 && is_participle(parts.joint), feature::participle);
    e.put(place_of(feature::english), both, 8);
    if (left_word) e.number(feature::left_word_length, length_of(parts.joint.left));
    const int wrapped = statistics.plainness(counted && !capital ? plainness_share(yes, parts.hyphen) : 0);
    e.number(wrapped > 0 ? feature::wrapped_plain : feature::wrapped_hyphenated, wrapped);
}

template <class Lexicon>
constexpr void weigh(const hyphen_case& c, const Lexicon&, const hyphen_statistics& statistics, language l, bool counted, hyphen_evidence& e) noexcept {
    constexpr bool has_lexicon = Lexicon::kind != lexicon_kind::none;
    weigh_shapes(c, statistics, l, has_lexicon ? 8 : statistics.trust_in_compounds(), e);
    if constexpr (has_lexicon) weigh_answers(c, statistics, l, counted, e);
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_EVIDENCE_HPP
