// galley: line-end hyphens that need no weighing.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_RULES_HPP
#define GALLEY_DETAIL_HYPHEN_RULES_HPP

#include <galley/config.hpp>
#include <galley/detail/hyphen_evidence.hpp>
#include <galley/detail/hyphen_lists.hpp>
#include <galley/detail/hyphen_parts.hpp>
#include <galley/detail/hyphen_statistics.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// What becomes of a line-end hyphen and the line break behind it.
enum class hyphen_action : std::uint8_t {
    drop,        ///< both go: `exam-⏎ple`
    keep,        ///< the break goes: `well-⏎known`
    keep_space,  ///< the hyphen stays and the break is a space: `Vor- und⏎Nachteile`, an open dash
};

/// Which rule decided.
enum class hyphen_reason : std::uint8_t {
    none,           ///< there is no line-end hyphen
    dash,           ///< a dash, or a hyphen that stands alone
    soft_hyphen,    ///< U+00AD, or the sign that some extractors put in its place
    no_break_hyphen,///< U+2011
    repeated,       ///< the next line repeats the hyphen (Polish, Portuguese)
    address,        ///< part of a URL or an e-mail address
    number,         ///< digits or symbols beside it
    suspended,      ///< a word shared with the next compound
    single_letter,  ///< e-mail, X-ray
    reduplication,  ///< the same word twice; in Finnish, the same vowel
    capital,        ///< Jean-Paul, anti-American, UN-Resolution, MS-DOS
    known_word,     ///< the text has the word whole, and neither it nor its halves with a hyphen
    words,          ///< none of these: the evidence was weighed, and the words that the text has left no doubt
    weight,         ///< none of these: all the evidence was weighed
};

namespace detail {

struct hyphen_verdict {
    hyphen_action action = hyphen_action::keep_space;
    hyphen_reason reason = hyphen_reason::weight;
};

/// `@`, `://` or `www` in the token.
GALLEY_NOINLINE constexpr bool is_address(const hyphen_side& token, side which) noexcept {
    std::size_t same = 0;
    for (std::size_t i = 0; i < token.token; ++i) {
        const char16_t c = token.codes[i];
        const std::size_t slash = which == side::left ? i - 1 : i + 1;
        same = c == u'w' ? same + 1 : 0;
        if (c == u'@' || same == 3 || (c == u':' && token.at(slash) == u'/')) return true;
    }
    return false;
}

/// The word is a conjunction: of this language, or, the language being unknown, of two letters or more in any.
GALLEY_INLINE constexpr bool is_conjunction(word_hash word, std::size_t letters, language l) noexcept {
    const language_set languages = lists_with(word) & (set_of(language::unknown) - 1U);
    if (l == language::unknown) return languages != 0 && letters >= 2;
    return (languages & set_of(l)) != 0;
}

constexpr hyphen_verdict judge_dash(const hyphen_parts& parts, const hyphen_statistics& statistics) noexcept {
    using action = hyphen_action;
    const char16_t before = parts.left.near_hyphen();
    const bool range = parts.left.is(parts.left.first, kind::digit) && parts.right.is(0, kind::digit);
    const bool closed = before != 0 && (range || parts.doubled || !statistics.dashes_are_spaced());
    return {closed ? action::keep : action::keep_space, hyphen_reason::dash};
}

/// A side without letters.
GALLEY_INLINE constexpr hyphen_verdict judge_symbols(const hyphen_parts& parts, language l) noexcept {
    using action = hyphen_action;
    const folded_joint& joint = parts.joint;
    if (joint.right() != 0) {
        const bool suspends = is_conjunction(joint.right_hash(), joint.right(), l) && !parts.right.is(parts.right.letters, kind::hyphen);
        return {suspends ? action::keep_space : action::keep, suspends ? hyphen_reason::suspended : hyphen_reason::number};
    }
    const char16_t c = parts.right.at(0);
    const bool apart = joint.left != 0 && (c == 0 || is_one_of(c, "([{") || parts.right.is(0, kind::any_hyphen));
    return {apart ? action::keep_space : action::keep, hyphen_reason::number};
}

constexpr bool is_suspended(const hyphen_parts& parts, bool joined, const hyphen_statistics& statistics, language l) noexcept {
    const char16_t behind = parts.right.beyond_letters();
    if (behind != 0 && behind != u'/') return false;
    if (joined && parts.joint.size > 3) return false;
    const word_hash b = parts.joint.right_hash();
    return statistics.follows_suspension(b) || is_conjunction(b, parts.joint.right(), l);
}

GALLEY_NOINLINE constexpr bool is_reduplication(const folded_joint& joint) noexcept {
    const std::size_t right = joint.right();
    if (joint.left < 4 || right < 4 || right > joint.left) return false;
    for (std::size_t i = 1; i <= right; ++i) {
        if (joint.letters[joint.left - i] != joint.letters[joint.size - i]) return false;
    }
    return true;
}

/// The same vowel on both sides in Finnish: it makes one long one, and parts of compounds are held apart by a hyphen. Not in Dutch,
/// which leaves out the trema where a word is broken: onge-evenaard.
constexpr bool is_vowel_twice(const folded_joint& joint, language l) noexcept {
    const char16_t before = joint.letters[joint.left - 1];
    return l == language::finnish && joint.left >= 3 && before == joint.letters[joint.left] && is_vowel(before);
}

/// The fragment before the hyphen is Mc or Mac.
constexpr bool is_mac(const folded_joint& joint) noexcept {
    const char16_t* const letters = joint.letters;
    return (joint.left == 2 || (joint.left == 3 && letters[1] == u'a')) && letters[0] == u'm' && letters[joint.left - 1] == u'c';
}

/// The half behind the hyphen begins as a name or a noun does, in mid-word: no layout breaks a word before a capital, but in lines
/// of capitals, and behind Mc and Mac.
GALLEY_INLINE constexpr bool is_capital_part(const hyphen_parts& parts) noexcept {
    if (parts.right.run(0, kind::capital) == 0 || is_mac(parts.joint)) return false;
    return !parts.left.is(parts.left.first, kind::capital) || (parts.right.letters > 1 && !parts.right.is(1, kind::capital));
}

/// Initials before capitals, MS-DOS, in a line that has small letters too: two to four letters without a vowel, which
/// are no syllable.
constexpr bool is_initials(const hyphen_parts& parts) noexcept {
    const folded_joint& joint = parts.joint;
    return !parts.shouting && parts.left.is_acronym() && parts.right.is_acronym() && joint.left <= 4 && !has_vowel(joint, 0, joint.left);
}

/// Capitals before small letters, UID-nummer, CLI-tool: hardly any word has its break there.
constexpr bool is_abbreviation(const hyphen_parts& parts) noexcept {
    return !parts.shouting && parts.left.is_acronym() && !parts.right.is(parts.right.first, kind::capital);
}

/// The first rule that fits; `hyphen_reason::weight` where none does.
constexpr hyphen_verdict judge_by_rule(const hyphen_parts& parts, bool joined, const hyphen_statistics& statistics, language l) noexcept {
    using action = hyphen_action;
    using reason = hyphen_reason;
    const hyphen_side& left = parts.left;
    if (parts.hyphen == 0) return {action::keep_space, reason::none};
    if (left.near_hyphen() == 0 && !parts.repeated) return {action::keep_space, reason::dash};
    if (left.is(0, kind::dash) || parts.doubled) return judge_dash(parts, statistics);
    if (left.is(0, kind::soft_hyphen) && left.letters != 0) return {action::drop, reason::soft_hyphen};
    if (parts.hyphen == 0x2011) return {action::keep, reason::no_break_hyphen};
    if (parts.repeated && left.letters != 0) return {action::keep, reason::repeated};
    // U+2010 in an address is the layout's; its own hyphens are ASCII.
    if (is_address(left, side::left) || is_address(parts.right, side::right)) return {parts.hyphen == 0x2010 && parts.is_joint() ? action::drop : action::keep, reason::address};
    if (!parts.is_joint()) return judge_symbols(parts, l);
    if (is_suspended(parts, joined, statistics, l)) return {action::keep_space, reason::suspended};
    if (joined) return {};
    if ((is_capital_part(parts) && !statistics.has_camels()) || is_initials(parts) || is_abbreviation(parts)) return {action::keep, reason::capital};
    const char16_t before = left.beyond_letters();
    if (parts.joint.left == 1 && before != u'/' && before != u'\'' && before != 0x2019) return {action::keep, reason::single_letter};
    if (is_reduplication(parts.joint) || is_vowel_twice(parts.joint, l)) return {action::keep, reason::reduplication};
    return {};
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_RULES_HPP
