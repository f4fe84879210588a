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

/// Calls `ask(question, word_class, word_key)` for each question that fits the fragments.
template <class Ask>
constexpr void ask_questions(const folded_joint& joint, Ask&& ask) noexcept {
    const std::size_t left = joint.left;
    const std::size_t size = joint.size;
    const word_hash a = joint.hash(0, left);
    const word_hash b = joint.hash(left, size);
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
    const word_hash a = joint.hash(0, joint.left);
    const word_hash b = joint.hash(joint.left, joint.size);
    if (statistics.has_compound(compound_key(a, b))) answers.set(question::compound);
    if (statistics.has_compound(key_of(word_class::first_part, a))) answers.set(question::first_part);
    if (statistics.has_compound(key_of(word_class::last_part, b))) answers.set(question::last_part);
}

template <class Lexicon>
constexpr hyphen_answers answers_of(const folded_joint& joint, const Lexicon& lexicon, const hyphen_statistics& statistics) noexcept {
    hyphen_answers answers;
    if (joint.left == 0 || joint.right() == 0) return answers;
    if constexpr (Lexicon::kind == lexicon_kind::none) {
        ask_statistics(joint, statistics, answers);
    } else if constexpr (Lexicon::kind == lexicon_kind::callback) {
        ask_in_words(joint, lexicon, answers);
    } else {
        ask_questions(joint, [&](question q, word_class c, word_key key) {
            if (!lexicon.holds(c)) return;
            const bool yes = lexicon.contains(c, key);
            if (yes) answers.set(q);
            if (c != word_class::gram) return;
            ++answers.grams;
            if (yes) ++answers.known_grams;
        });
    }
    return answers;
}

/// The evidence, in the order of the weights.
enum class feature : std::uint8_t {
    bias,
    english, german, scandinavian_dutch, romance, slavic, other_language,
    capital_right, acronym_left, capitals, name_left, camel_left, scripts_differ,
    one_left, two_left, three_left, one_right, two_right, three_right, four_right,
    hyphen_before, hyphen_before_capital, hyphen_before_compounding, slash_before, symbol_before,
    hyphen_behind, symbol_behind,
    prefix, loose_prefix, romance_prefix, suffix, clitic,
    no_vowel_left, no_vowel_right, german_plain, text_size, left_length, right_length, frequent_left, frequent_right,
    rate_lower, rate_capital, sparse, compound, first_part, last_part,
    wrapped_plain, wrapped_hyphenated, compounding_words, left_word_length,
    joined, joined_capital, left_word, right_word, both_words, name_is_word, participle,
    grams_none, grams_few, grams_most, grams_all,
    camel_right, name_front, name_back, same_letter, vowel_vowel, vowel_consonant, consonant_vowel,
    beginning, ending, last_compounding, loose_english, hyphen_before_unknown, romance_pair,
    count
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(feature::count);

struct hyphen_evidence {
    std::int8_t value[feature_count] = {};  ///< in eighths: 8 is yes
    constexpr void set(feature f, bool yes = true) noexcept {
        if (yes) value[static_cast<std::size_t>(f)] = 8;  // a branch is shorter than a bool
    }
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

/// b begins with a capital that means something.
constexpr bool has_capital(const hyphen_parts& parts) noexcept { return is_capital(first_of(parts.b)) && !parts.shouting; }

/// A capital after the first letter, and small ones besides: LibreOffice, XPath.
constexpr bool is_camel(std::string_view word) noexcept {
    std::size_t index = 0;
    std::size_t inner = 0;
    std::size_t lower_case = 0;
    for (const char32_t c : code_points(word)) {
        if (!is_capital(c)) ++lower_case;
        else if (index != 0) ++inner;
        ++index;
    }
    return inner != 0 && lower_case != 0;
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

/// Letters, case, and what stands beside the fragments.
constexpr void shape_evidence(const hyphen_parts& parts, const folded_joint& joint, language l, hyphen_evidence& e) noexcept {
    const bool capital = has_capital(parts);
    const bool acronym = is_acronym(parts.a) && !parts.shouting;
    // In a language that does not give a capital to every noun.
    const bool name = is_capital(first_of(parts.a)) && !parts.shouting && !acronym && l != language::german;
    const bool hyphen_before = is_inner_hyphen(parts.before_a);
    const bool plain = !capital && !acronym && !hyphen_before;
    const std::size_t left = joint.left;
    const std::size_t right = joint.right();
    e.set(feature::capital_right, capital);
    e.set(feature::acronym_left, acronym);
    e.set(feature::capitals, parts.shouting || (acronym && is_acronym(parts.b)));
    e.set(feature::name_left, name && !capital);
    e.set(feature::camel_left, !parts.shouting && is_camel(parts.a));
    e.set(feature::scripts_differ, scripts_differ(joint.letters[left - 1], joint.letters[left]));
    e.set(feature::one_left, left == 1);
    e.set(feature::two_left, plain && left == 2);
    e.set(feature::three_left, plain && left == 3);
    e.set(feature::one_right, right == 1);
    e.set(feature::two_right, plain && right == 2);
    e.set(feature::three_right, plain && right == 3);
    e.set(feature::four_right, plain && right == 4);
    e.set(feature::hyphen_before, hyphen_before);
    e.set(feature::hyphen_before_capital, hyphen_before && capital);
    e.set(feature::hyphen_before_compounding, hyphen_before && !capital && is_compounding(l));
    e.set(feature::slash_before, parts.before_a == U'/');
    e.set(feature::symbol_before, is_one_of(parts.before_a, "_.=#&:\\") || is_digit(parts.before_a));
    e.set(feature::hyphen_behind, is_inner_hyphen(parts.after_b));
    e.set(feature::symbol_behind, is_one_of(parts.after_b, "_/(") || is_digit(parts.after_b));
    e.set(feature::no_vowel_left, left >= 2 && !has_vowel(joint, 0, left));
    e.set(feature::no_vowel_right, right >= 2 && !has_vowel(joint, left, joint.size));
    e.set(feature::german_plain, plain && l == language::german);
    const bool vowel_before = is_vowel(joint.letters[left - 1]);
    const bool vowel_behind = is_vowel(joint.letters[left]);
    e.set(feature::vowel_vowel, vowel_before && vowel_behind);
    e.set(feature::vowel_consonant, vowel_before && !vowel_behind);
    e.set(feature::consonant_vowel, !vowel_before && vowel_behind);
    e.set(feature::same_letter, joint.letters[left - 1] == joint.letters[left]);
    e.set(feature::camel_right, !parts.shouting && is_camel(parts.b));
    e.number(feature::left_length, length_of(left));
    e.number(feature::right_length, length_of(right));
}

constexpr void list_evidence(const folded_joint& joint, hyphen_evidence& e) noexcept {
    const word_hash a = joint.hash(0, joint.left);
    const word_hash b = joint.hash(joint.left, joint.size);
    const std::uint32_t left = parts_of_compounds.lists_of(a);
    const std::uint32_t right = parts_of_compounds.lists_of(b);
    const auto in = [](std::uint32_t lists, part_list l) { return ((lists >> static_cast<unsigned>(l)) & 1U) != 0; };
    e.set(feature::prefix, in(left, part_list::prefix));
    e.set(feature::loose_prefix, in(left, part_list::loose_prefix));
    e.set(feature::romance_prefix, in(left, part_list::romance_prefix));
    e.set(feature::suffix, in(right, part_list::suffix));
    e.set(feature::clitic, in(right, part_list::clitic));
    e.set(feature::romance_pair, in(left, part_list::romance_prefix) && in(right, part_list::clitic));
    e.set(feature::frequent_left, frequent.lists_of(a) != 0);
    e.set(feature::frequent_right, frequent.lists_of(b) != 0);
}

constexpr void lexicon_evidence(const hyphen_answers& yes, bool capital, bool compounding, hyphen_evidence& e) noexcept {
    const bool both = yes[question::left_word] && yes[question::right_word];
    const bool joined = yes[question::joined];
    e.set(feature::joined, joined);
    e.set(feature::joined_capital, joined && capital);
    e.set(feature::left_word, yes[question::left_word]);
    e.set(feature::right_word, yes[question::right_word]);
    e.set(feature::both_words, both);
    e.set(feature::compounding_words, both && compounding);
    if (yes.grams == 0) return;
    const unsigned twice = 2U * yes.known_grams;
    e.set(feature::grams_none, yes.known_grams == 0);
    e.set(feature::grams_few, yes.known_grams != 0 && twice < yes.grams);
    e.set(feature::grams_most, twice >= yes.grams && yes.known_grams != yes.grams);
    e.set(feature::grams_all, yes.known_grams == yes.grams);
}

/// What this hyphen says on whether the text was wrapped without hyphenation: natural logarithm of the odds, in eighths,
/// as counted in such texts and in others.
constexpr int plainness_share(const hyphen_answers& yes, char32_t hyphen) noexcept {
    if (is_soft_hyphen(hyphen)) return -32;
    if (yes[question::joined]) return yes[question::compound] ? 0 : -34;
    if (yes[question::compound]) return 23;
    if (yes[question::left_word] && yes[question::right_word]) return 21;
    return yes[question::left_word] || yes[question::right_word] ? 13 : -4;
}

constexpr hyphen_evidence evidence_of(const hyphen_parts& parts, const folded_joint& joint, const hyphen_answers& yes, bool has_lexicon,
                                      const hyphen_statistics& statistics, language l, bool counted) noexcept {
    hyphen_evidence e;
    const bool capital = has_capital(parts);
    e.set(feature::bias);
    if (l != language::unknown) e.set(language_groups[static_cast<std::size_t>(l)]);
    shape_evidence(parts, joint, l, e);
    list_evidence(joint, e);
    e.number(feature::text_size, statistics.text_size());
    e.number(capital ? feature::rate_capital : feature::rate_lower, statistics.rate_prior(capital));
    e.number(feature::sparse, statistics.sparseness());
    e.set(feature::compound, yes[question::compound]);
    e.set(feature::first_part, yes[question::first_part]);
    e.set(feature::last_part, yes[question::last_part]);
    e.set(feature::last_compounding, yes[question::last_part] && is_compounding(l));
    e.set(feature::loose_english, e.has(feature::loose_prefix) && (l == language::english || l == language::unknown));
    if (!has_lexicon) {
        const int trust = statistics.trust_in_compounds();
        for (const feature f : {feature::compound, feature::first_part, feature::last_part, feature::last_compounding}) {
            if (e.has(f)) e.number(f, trust);
        }
        return e;
    }
    e.set(feature::hyphen_before_unknown, e.has(feature::hyphen_before) && !yes[question::left_word] && !yes[question::right_word]);
    e.set(feature::beginning, yes[question::beginning]);
    e.set(feature::ending, yes[question::ending]);
    e.set(feature::name_front, yes[question::name_front]);
    e.set(feature::name_back, yes[question::name_back]);
    lexicon_evidence(yes, capital, is_compounding(l), e);
    if (yes[question::left_word]) e.number(feature::left_word_length, length_of(joint.left));
    e.set(feature::name_is_word, yes[question::left_word] && e.has(feature::name_left));
    e.set(feature::participle, yes[question::left_word] && l == language::english && joint.left >= 3 && is_participle(joint));
    const int wrapped = statistics.plainness(counted && !capital ? plainness_share(yes, parts.hyphen) : 0);
    e.number(wrapped > 0 ? feature::wrapped_plain : feature::wrapped_hyphenated, wrapped);
    return e;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_EVIDENCE_HPP
