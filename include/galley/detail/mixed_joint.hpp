// galley: whether a space was lost where a line broke between characters of two kinds.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_MIXED_JOINT_HPP
#define GALLEY_DETAIL_MIXED_JOINT_HPP

#include <galley/config.hpp>
#include <galley/detail/boosted_trees.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/page_state.hpp>
#include <galley/detail/segment_break.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>

#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// A side of a joint, as finely as the spaces beside it differ.
enum class joint_class : std::uint8_t {
    other, ideograph, kana, letter, digit, opener, quote_opener, closer, quote_closer, mark, stop, ascii_opener, ascii_closer, ascii_mark,
    hyphen, slash, dash, symbol, hangul
};

constexpr joint_class ascii_joint_class(char32_t c) noexcept {
    switch (c) {
        case U'(': case U'[': case U'{': return joint_class::ascii_opener;
        case U')': case U']': case U'}': return joint_class::ascii_closer;
        case U'.': case U',': case U':': case U';': case U'!': case U'?': return joint_class::ascii_mark;
        case U'-': return joint_class::hyphen;
        case U'/': case U'\\': case U'_': return joint_class::slash;
        default: break;
    }
    if (c >= U'0' && c <= U'9') return joint_class::digit;
    const char32_t letter = c | 0x20U;
    return letter >= U'a' && letter <= U'z' ? joint_class::letter : joint_class::symbol;
}

constexpr joint_class joint_class_of(char32_t c) noexcept {
    if (c < 0x80) return ascii_joint_class(c);
    if (c >= 0x4E00 && c <= 0x9FFF) return joint_class::ideograph;
    switch (c) {
        case 0x2018: case 0x201C: return joint_class::quote_opener;
        case 0x2019: case 0x201D: return joint_class::quote_closer;
        case 0x2013: case 0x2014: case 0x2015: case 0x2026: case 0xFF0D: case 0x301C: case 0xFF5E: return joint_class::dash;
        default: break;
    }
    switch (kind_of(c)) {
        case token_kind::han: return joint_class::ideograph;
        case token_kind::kana: return joint_class::kana;
        case token_kind::hangul: return joint_class::hangul;
        case token_kind::word: return joint_class::letter;
        case token_kind::digits: return joint_class::digit;
        case token_kind::symbol: return joint_class::symbol;
        case token_kind::punctuation: break;
        default: return joint_class::other;
    }
    if (is_opener(c)) return joint_class::opener;
    if (is_closer(c)) return joint_class::closer;
    return is_sentence_end(c) ? joint_class::stop : joint_class::mark;
}

/// What an ideograph beside a number says: 0 none of these.
constexpr int numeral_company(char32_t c) noexcept {
    switch (c) {
        case U'年': case U'月': case U'日': case U'时': case U'時': case U'分': case U'秒': return 1;
        case U'第': return 2;
        case U'节': case U'節': case U'章': case U'版': case U'页': case U'頁': case U'位': case U'级': case U'級': return 3;
        case U'万': case U'萬': case U'亿': case U'億': case U'元': case U'円': case U'米': case U'吨': case U'噸': case U'公': case U'千': case U'克': return 4;
        case U'个': case U'個': case U'名': case U'家': case U'次': case U'人': case U'项': case U'項': case U'户': case U'戶': case U'号': case U'號': return 5;
        case U'为': case U'為': case U'是': case U'到': case U'至': case U'达': case U'達': case U'约': case U'約': case U'的': return 6;
        default: return 0;
    }
}

/// What is measured about such a joint.
enum joint_evidence_name : std::uint8_t {
    jv_before, jv_after,                 // joint_class of the characters
    jv_rule,                             // 1: the pair rule sets a space
    jv_recent_spaced, jv_recent_closed,  // such joints lately: with a space, without
    jv_letters_spaced, jv_digits_spaced, // percent of the page's joints with letters, with digits; -1: too few
    jv_next_spaced, jv_next_closed,      // joints of these kinds on the line behind
    jv_same_spaced, jv_same_closed,      // on the line before
    jv_before_company, jv_after_company, // numeral_company of the ideographs at the joint, or beyond its number
    jv_before_run, jv_after_run,         // letters, digits and marks of the half words
    jv_behind_run,                       // joint_class of what follows the run behind
    jv_space_behind_run, jv_space_before_run,  // a space parts the run from what is beyond
    jv_name,                             // 1: a reporter's name begins, 2: a credit follows a sentence
    jv_depth,                            // open brackets
    jv_spaces_a, jv_spaces_b,            // percent of the lines' characters
    jv_letters_a, jv_letters_b, jv_digits_a, jv_digits_b, jv_ideographs_a, jv_ideographs_b,
    jv_short_of_longest, jv_room,        // width of the line less the longest around, what its successor's first piece would have had
    joint_evidence_count
};

using joint_evidence = tree_evidence<joint_evidence_count>;

/// A command's option that is cut behind its dashes, which stand behind white space or East Asian text: --|all, 用 -|v. What
/// follows one dash is a word in small letters or a single letter: 3月1日 -|3月5日 and a dash before a name are none.
constexpr bool is_cut_option(std::string_view a, std::string_view b) noexcept {
    std::size_t dashes = 0;
    while (dashes < a.size() && dashes < 3 && a[a.size() - 1 - dashes] == '-') ++dashes;
    if (dashes == 0 || dashes > 2 || b.empty()) return false;
    const char32_t before = last_of(head(a, a.size() - dashes));
    if (before != U'\0' && !is_blank(before) && before < 0x2E80) return false;
    const bool lower = b[0] >= 'a' && b[0] <= 'z', capital = b[0] >= 'A' && b[0] <= 'Z';
    return lower || (capital && (b.size() == 1 || !is_ascii_alnum(b[1])));
}

constexpr bool is_run_character(char32_t c) noexcept {
    const joint_class kind = joint_class_of(c);
    return kind == joint_class::letter || kind == joint_class::digit || kind == joint_class::hyphen || kind == joint_class::slash ||
           kind == joint_class::ascii_mark || c == U'%';
}

inline constexpr word_list name_heads = word_list("记者|記者|通讯员|通訊員|编辑|編輯|编委|委員");
inline constexpr word_list credit_heads = word_list("本报记者|本報記者|新华社记者|本刊记者|实习记者|實習記者|通讯员|通訊員|记者|記者");

/// A reporter's name begins behind the joint, or a credit that follows a sentence.
constexpr int name_at(std::string_view a, std::string_view b) noexcept {
    return name_heads.at_end(a) != 0 ? 1 : credit_heads.at_start(b) != 0 ? 2 : 0;
}

/// Whether the text has to be asked. Kana and marks stand solid.
constexpr bool is_open_joint(char32_t before, char32_t after) noexcept {
    const joint_class a = joint_class_of(before), b = joint_class_of(after);
    const auto closed = [](joint_class c) { return c == joint_class::kana || c == joint_class::mark; };
    return !(closed(a) && (closed(b) || b == joint_class::ideograph)) && !(closed(b) && a == joint_class::ideograph);
}

/// The run of letters and digits behind the joint, and what is beyond it.
constexpr void gather_run_behind(joint_evidence& e, std::string_view b) noexcept {
    const char* at = b.data();
    const char* const last = at + (b.size() < 64 ? b.size() : 64);
    int size = 0;
    char32_t beyond = U'\0';
    while (at != last) {
        beyond = utf8_next(at, last).code_point;
        if (!is_run_character(beyond)) break;
        ++size;
        beyond = U'\0';
    }
    const bool space = is_blank(beyond) && beyond != U'\0';
    if (space) beyond = first_of(slice(at, last));
    e.set(jv_after_run, size);
    e.set(jv_space_behind_run, space);
    e.set(jv_behind_run, static_cast<int>(joint_class_of(beyond)));
    e.set(jv_after_company, numeral_company(size == 0 ? first_of(b) : beyond));
}

/// The run of letters and digits before the joint.
constexpr void gather_run_before(joint_evidence& e, std::string_view a) noexcept {
    const char* const first = a.data() + (a.size() < 64 ? 0 : a.size() - 64);
    const char* at = a.data() + a.size();
    int size = 0;
    char32_t beyond = U'\0';
    while (at != first) {
        const decoded character = utf8_decode_before(first, at);
        beyond = character.code_point;
        if (!is_run_character(beyond)) break;
        at -= character.size;
        ++size;
        beyond = U'\0';
    }
    const bool space = is_blank(beyond) && beyond != U'\0';
    if (space) beyond = last_of(trim_end(slice(first, at)));
    e.set(jv_before_run, size);
    e.set(jv_space_before_run, space);
    e.set(jv_before_company, numeral_company(beyond));
}

/// The evidence of a joint, of the lines `a` and `b` on its sides.
constexpr joint_evidence gather_joint(const lines_around& lines, const page_state& page, std::string_view a, std::string_view b) noexcept {
    joint_evidence e;
    const char32_t before = last_of(a), after = first_of(b);
    const joint at = joint_of(joint_side_of(before), joint_side_of(after));
    spacing_habits same, next;
    same.read(a);
    next.read(b);
    e.set(jv_before, static_cast<int>(joint_class_of(before)));
    e.set(jv_after, static_cast<int>(joint_class_of(after)));
    e.set(jv_rule, parts_words(before, after));
    e.set(jv_recent_spaced, page.spacing.recent(at).yes);
    e.set(jv_recent_closed, page.spacing.recent(at).no);
    e.set(jv_letters_spaced, page.spacing.letters().percent(3, -1));
    e.set(jv_digits_spaced, page.spacing.digits().percent(3, -1));
    e.set(jv_same_spaced, same.all().yes);
    e.set(jv_same_closed, same.all().no);
    e.set(jv_next_spaced, next.all().yes);
    e.set(jv_next_closed, next.all().no);
    gather_run_before(e, a);
    gather_run_behind(e, b);
    e.set(jv_name, name_at(a, b));
    e.set(jv_depth, page.brackets.depth());
    e.set(jv_spaces_a, lines[0].share(lines[0].spaces + 0U + lines[0].gaps));
    e.set(jv_spaces_b, lines[1].share(lines[1].spaces + 0U + lines[1].gaps));
    e.set(jv_letters_a, lines[0].share(lines[0].letters));
    e.set(jv_letters_b, lines[1].share(lines[1].letters));
    e.set(jv_digits_a, lines[0].share(lines[0].digits));
    e.set(jv_digits_b, lines[1].share(lines[1].digits));
    e.set(jv_ideographs_a, lines[0].share(lines[0].ideographs));
    e.set(jv_ideographs_b, lines[1].share(lines[1].ideographs));
    const int longest = lines.longest();
    e.set(jv_short_of_longest, lines[0].width - longest);
    e.set(jv_room, longest - lines[0].width - lines[1].first_piece);
    return e;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_MIXED_JOINT_HPP
