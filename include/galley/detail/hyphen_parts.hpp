// galley: takes the text on both sides of a line-end hyphen apart.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_PARTS_HPP
#define GALLEY_DETAIL_HYPHEN_PARTS_HPP

#include <galley/config.hpp>
#include <galley/detail/slice.hpp>
#include <galley/detail/word_key.hpp>
#include <galley/detail/word_reader.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

constexpr bool is_digit(char32_t c) noexcept { return (c - U'0') < 10U || (c - 0x660U) < 10U || (c - 0x6F0U) < 10U || (c - 0xFF10U) < 10U; }
constexpr bool is_dash(char32_t c) noexcept { return c == 0x2212 || (c >= 0x2012 && c <= 0x2015); }
constexpr bool is_hyphen(char32_t c) noexcept { return is_inner_hyphen(c) || is_soft_hyphen(c) || is_dash(c); }
constexpr bool is_one_of(char32_t c, const char* signs) noexcept {
    while (*signs != 0 && c != static_cast<char32_t>(*signs)) ++signs;
    return *signs != 0;
}
constexpr bool is_apostrophe(char32_t c) noexcept { return c == U'\'' || c == 0x2019; }

constexpr bool is_white(char32_t c) noexcept { return is_word_gap(c) || is_break(c); }

/// The letters of both fragments, folded: a, then b.
struct folded_joint {
    static constexpr std::size_t most = 40;  ///< letters of a side; the nearest to the joint are kept

    // Bytes first: in small machines' code what stands near the beginning of an object is reached at less cost.
    std::uint8_t left = 0;   ///< letters of a
    std::uint8_t size = 0;   ///< letters of both
    std::uint8_t front = 0;  ///< where the last part of a begins, by capitals inside it
    std::uint8_t back = 0;   ///< where the first part of b ends
    bool name = false;       ///< b begins with a capital and a ends with a small letter: may be a word made of words
    char16_t letters[2 * most] = {};

    constexpr std::size_t right() const noexcept { return static_cast<std::size_t>(size) - left; }
    constexpr word_hash hash(std::size_t first, std::size_t last) const noexcept {
        word_hash hash = 0;
        for (std::size_t i = first; i < last; ++i) hash = hash_step(hash, letters[i]);
        return hash;
    }
    /// The four letters from `first` on.
    constexpr std::uint32_t gram(std::size_t first) const noexcept {
        std::uint32_t gram = 0;
        for (std::size_t i = first; i < first + 4; ++i) gram = gram_step(gram, letters[i]);
        return gram;
    }
};

/// What stands around a line-end hyphen. Views are into the caller's text.
struct hyphen_parts {
    std::uint8_t hyphen_size = 0;  ///< bytes
    bool doubled = false;          ///< `--`, an ASCII dash
    bool shouting = false;         ///< the line is all capitals: they say nothing
    bool repeated = false;         ///< the next line begins with a hyphen and a letter
    std::string_view left_token;   ///< from white space up to the hyphen, without it
    std::string_view right_token;  ///< from the next line's first character to white space
    std::string_view a;            ///< the letters that end `left_token`
    std::string_view b;            ///< the letters that begin `right_token`, behind a repeated hyphen
    char32_t hyphen = 0;           ///< 0: there is no line-end hyphen
    char32_t before_a = 0;         ///< the character before `a` in its token, 0: none
    char32_t before_hyphen = 0;
    char32_t after_b = 0;          ///< the character behind `b` in its token, 0: none
    char32_t first_right = 0;      ///< first character of `right_token`, 0: none
};

/// Without the white space at the end, line breaks too.
constexpr std::string_view trim_white_end(std::string_view text) noexcept {
    while (!text.empty()) {
        const decoded c = utf8_decode_before(text.data(), text.data() + text.size());
        if (!is_white(c.code_point)) break;
        text.remove_suffix(c.size);
    }
    return text;
}

constexpr std::string_view trim_white_begin(std::string_view text) noexcept {
    while (!text.empty()) {
        const decoded c = utf8_decode(text.data(), text.data() + text.size());
        if (!is_white(c.code_point)) break;
        text.remove_prefix(c.size);
    }
    return text;
}

/// The last bytes of `text`, as many as the predicate takes.
template <class Takes>
constexpr std::string_view last_while(std::string_view text, Takes takes) noexcept {
    std::size_t first = text.size();
    while (first != 0) {
        const std::uint8_t byte = octet(text[first - 1]);
        const decoded c = byte < 0x80 ? decoded{byte, 1, true} : utf8_decode_before(text.data(), text.data() + first);
        if (!takes(c.code_point)) break;
        first -= c.size;
    }
    return slice(text, first, text.size());
}

template <class Takes>
constexpr std::string_view first_while(std::string_view text, Takes takes) noexcept {
    std::size_t last = 0;
    while (last != text.size()) {
        const std::uint8_t byte = octet(text[last]);
        const decoded c = byte < 0x80 ? decoded{byte, 1, true} : utf8_decode(text.data() + last, text.data() + text.size());
        if (!takes(c.code_point)) break;
        last += c.size;
    }
    return slice(text, 0, last);
}

/// Last character, be it a mark; U+0000 when there is none.
constexpr char32_t last_character(std::string_view text) noexcept {
    return text.empty() ? U'\0' : utf8_decode_before(text.data(), text.data() + text.size()).code_point;
}
/// Bytes that a decision looks at on either side.
inline constexpr std::size_t hyphen_context = 96;

constexpr bool is_line_end_hyphen(char32_t c, bool double_hyphens) noexcept { return is_hyphen(c) || (double_hyphens && c == U'='); }

constexpr void split_left(std::string_view before, hyphen_parts& parts) noexcept {
    const auto solid = [](char32_t c) { return !is_white(c); };
    parts.left_token = last_while(before, solid);
    if (last_character(parts.left_token) == U'-' && parts.hyphen == U'-') {
        parts.doubled = true;
        parts.left_token = slice(parts.left_token, 0, parts.left_token.size() - 1);
    }
    parts.before_hyphen = last_character(parts.left_token);
    parts.a = last_while(parts.left_token, is_letter);
    parts.before_a = last_character(slice(parts.left_token, 0, parts.left_token.size() - parts.a.size()));
}

constexpr void split_right(std::string_view after, hyphen_parts& parts) noexcept {
    const auto solid = [](char32_t c) { return !is_white(c); };
    parts.right_token = first_while(after, solid);
    parts.first_right = first_of(parts.right_token);
    std::string_view rest = parts.right_token;
    if (is_inner_hyphen(parts.first_right)) {
        rest.remove_prefix(utf8_size(parts.first_right));
        parts.repeated = is_letter(first_of(rest));
        if (!parts.repeated) rest = parts.right_token;
    }
    parts.b = first_while(rest, is_letter);
    parts.after_b = first_of(slice(rest, parts.b.size(), rest.size()));
}

/// A dozen letters or more, none of them small.
constexpr bool is_shouting(std::string_view line) noexcept {
    std::size_t letters = 0;
    for (const char32_t c : code_points(line)) {
        if (!is_letter(c)) continue;
        if (!is_capital(c)) return false;
        ++letters;
    }
    return letters >= 12;
}

/// Two letters or more, all of them capitals.
constexpr bool is_acronym(std::string_view word) noexcept {
    std::size_t letters = 0;
    for (const char32_t c : code_points(word)) {
        if (!is_capital(c)) return false;
        ++letters;
    }
    return letters >= 2;
}

/// The words before `before` and behind `after` on the lines there, one of them all capitals.
constexpr bool stands_among_capitals(std::string_view before, std::string_view after) noexcept {
    const auto blank = [](char32_t c) { return is_word_gap(c); };
    before = slice(before, 0, before.size() - last_while(before, blank).size());
    after = slice(after, first_while(after, blank).size(), after.size());
    return is_acronym(last_while(before, is_letter)) || is_acronym(first_while(after, is_letter));
}

/// The last line of `text`.
constexpr std::string_view last_line(std::string_view text) noexcept {
    std::size_t first = text.size();
    while (first != 0 && !is_break(octet(text[first - 1]))) --first;
    return slice(text, first, text.size());
}

/// `before`: text up to the line break, `after`: text behind it. `double_hyphens`: `=` is a hyphen too.
constexpr hyphen_parts split_hyphen(std::string_view before, std::string_view after, bool double_hyphens) noexcept {
    hyphen_parts parts;
    before = trim_white_end(before);
    after = trim_white_begin(after);
    if (before.size() > hyphen_context) before.remove_prefix(before.size() - hyphen_context);
    if (after.size() > hyphen_context) after = slice(after, 0, hyphen_context);
    const decoded last = utf8_decode_before(before.data(), before.data() + before.size());
    if (before.empty() || !is_line_end_hyphen(last.code_point, double_hyphens)) return parts;
    parts.hyphen = last.code_point;
    parts.hyphen_size = last.size;
    before.remove_suffix(last.size);
    parts.shouting = is_shouting(last_line(before));
    split_left(before, parts);
    split_right(after, parts);
    if (!parts.shouting && is_acronym(parts.a) && is_acronym(parts.b)) {
        parts.shouting = stands_among_capitals(slice(before, 0, before.size() - parts.left_token.size()),
                                               slice(after, parts.right_token.size(), after.size()));
    }
    return parts;
}

constexpr void append_letters(std::string_view text, folded_joint& joint, std::size_t room) noexcept {
    for (const char32_t c : code_points(text)) {
        fold_letters(c, [&](char32_t letter) {
            if (room != 0) joint.letters[joint.size++] = static_cast<char16_t>(letter), --room;
        });
    }
}

/// A capital behind a small letter (or behind what is not ASCII): between two words of a name like this.
constexpr bool is_name_joint(char before, char behind) noexcept { return octet(before) >= 'a' && octet(behind) - unsigned{'A'} < 26U; }

constexpr folded_joint fold_joint(const hyphen_parts& parts) noexcept {
    folded_joint joint;
    const std::size_t letters = utf8_count(parts.a);
    std::string_view a = parts.a;
    for (std::size_t i = folded_joint::most; i < letters; ++i) a.remove_prefix(utf8_decode(a.data(), a.data() + a.size()).size);
    append_letters(a, joint, folded_joint::most);
    joint.left = joint.size;
    append_letters(parts.b, joint, folded_joint::most);
    return joint;
}

/// Finds the parts of a name that may go through the joint.
constexpr void find_name(const hyphen_parts& parts, folded_joint& joint) noexcept {
    const std::string_view a = parts.a;
    joint.back = joint.size;
    joint.name = !a.empty() && !parts.b.empty() && is_name_joint(a.back(), parts.b[0]);
    if (!joint.name) return;
    // Bytes are letters up to there: what is not ASCII ends the search.
    for (std::size_t i = a.size(); --i != 0 && a.size() - i < joint.left && octet(a[i]) < 0x80;) {
        if (!is_name_joint(a[i - 1], a[i])) continue;
        joint.front = static_cast<std::uint8_t>(joint.left - (a.size() - i));
        break;
    }
    for (std::size_t i = 1; i < parts.b.size() && i < folded_joint::most && octet(parts.b[i]) < 0x80; ++i) {
        if (!is_name_joint(parts.b[i - 1], parts.b[i])) continue;
        joint.back = static_cast<std::uint8_t>(joint.left + i);
        break;
    }
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_PARTS_HPP
