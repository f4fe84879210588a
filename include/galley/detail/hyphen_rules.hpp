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
    reduplication,  ///< the same word twice
    capital,        ///< Jean-Paul, anti-American, UN-Resolution
    weight,         ///< none of these: the evidence was weighed
};

namespace detail {

struct hyphen_verdict {
    hyphen_action action = hyphen_action::keep_space;
    hyphen_reason reason = hyphen_reason::weight;
};

constexpr bool is_address(std::string_view token) noexcept {
    return contains(token, "@") || contains(token, "://") || contains(token, "www.");
}

constexpr bool is_name_sign(char32_t c) noexcept { return is_one_of(c, "._:~#&?=+%@/") || is_digit(c); }

/// The word is a conjunction: of this language, or, the language being unknown, of two letters or more in any.
constexpr bool is_conjunction(word_hash word, std::size_t letters, language l) noexcept {
    const language_set languages = conjunctions.lists_of(word);
    if (l == language::unknown) return languages != 0 && letters >= 2;
    return (languages & set_of(l)) != 0;
}

constexpr hyphen_verdict judge_dash(const hyphen_parts& parts, const hyphen_statistics& statistics) noexcept {
    using action = hyphen_action;
    const bool range = is_digit(parts.before_hyphen) && is_digit(parts.first_right);
    const bool closed = parts.before_hyphen != 0 && (range || parts.doubled || !statistics.dashes_are_spaced());
    return {closed ? action::keep : action::keep_space, hyphen_reason::dash};
}

/// A side without letters.
constexpr hyphen_verdict judge_symbols(const hyphen_parts& parts, const folded_joint& joint, language l) noexcept {
    using action = hyphen_action;
    if (joint.right() != 0) {
        const bool suspends = is_conjunction(joint.hash(joint.left, joint.size), joint.right(), l) && !is_inner_hyphen(parts.after_b);
        return {suspends ? action::keep_space : action::keep, suspends ? hyphen_reason::suspended : hyphen_reason::number};
    }
    if (is_name_sign(parts.first_right) || joint.left == 0) return {action::keep, hyphen_reason::number};
    const char32_t c = parts.first_right;
    const bool apart = c == 0 || is_one_of(c, "([{") || is_hyphen(c);
    return {apart ? action::keep_space : action::keep, hyphen_reason::number};
}

constexpr bool is_suspended(const hyphen_parts& parts, const folded_joint& joint, const hyphen_answers& yes,
                            const hyphen_statistics& statistics, language l) noexcept {
    if (parts.after_b != 0 && parts.after_b != U'/') return false;
    if (yes[question::joined] && joint.size > 3) return false;
    const word_hash b = joint.hash(joint.left, joint.size);
    return statistics.follows_suspension(b) || is_conjunction(b, joint.right(), l);
}

constexpr bool is_reduplication(const folded_joint& joint) noexcept {
    const std::size_t right = joint.right();
    if (joint.left < 4 || right < 4 || right > joint.left) return false;
    for (std::size_t i = 1; i <= right; ++i) {
        if (joint.letters[joint.left - i] != joint.letters[joint.size - i]) return false;
    }
    return true;
}

/// The half behind the hyphen begins as a name or a noun does, in mid-word: no layout breaks a word before a capital, but in lines
/// of capitals, and behind Mc and Mac.
constexpr bool is_capital_part(const hyphen_parts& parts) noexcept {
    if (!is_capital(parts.first_right) || parts.a == "Mc" || parts.a == "Mac") return false;
    const char32_t second = first_of(slice(parts.b, utf8_size(parts.first_right), parts.b.size()));
    return is_letter(parts.before_hyphen) && (!is_capital(parts.before_hyphen) || (is_letter(second) && !is_capital(second)));
}

/// The first rule that fits; `hyphen_reason::weight` where none does.
constexpr hyphen_verdict judge_by_rule(const hyphen_parts& parts, const folded_joint& joint, const hyphen_answers& yes,
                                       const hyphen_statistics& statistics, language l) noexcept {
    using action = hyphen_action;
    using reason = hyphen_reason;
    if (parts.hyphen == 0) return {action::keep_space, reason::none};
    if (parts.before_hyphen == 0 && !parts.repeated) return {action::keep_space, reason::dash};
    if (is_dash(parts.hyphen) || parts.doubled) return judge_dash(parts, statistics);
    if (is_soft_hyphen(parts.hyphen) && is_letter(parts.before_hyphen)) return {action::drop, reason::soft_hyphen};
    if (parts.hyphen == 0x2011) return {action::keep, reason::no_break_hyphen};
    if (parts.repeated && joint.left != 0) return {action::keep, reason::repeated};
    if (is_address(parts.left_token) || is_address(parts.right_token)) return {action::keep, reason::address};
    if (joint.left == 0 || joint.right() == 0) return judge_symbols(parts, joint, l);
    if (is_suspended(parts, joint, yes, statistics, l)) return {action::keep_space, reason::suspended};
    if (yes[question::joined]) return {};
    if (is_capital_part(parts) && !statistics.has_camels()) return {action::keep, reason::capital};
    const bool alone = parts.before_a != U'/' && !is_apostrophe(parts.before_a);
    if (joint.left == 1 && alone) return {action::keep, reason::single_letter};
    if (is_reduplication(joint)) return {action::keep, reason::reduplication};
    return {};
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_RULES_HPP
