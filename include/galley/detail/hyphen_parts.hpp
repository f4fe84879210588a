// galley: takes the text on both sides of a hyphen apart.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_PARTS_HPP
#define GALLEY_DETAIL_HYPHEN_PARTS_HPP

#include <galley/config.hpp>
#include <galley/detail/character_kind.hpp>
#include <galley/detail/slice.hpp>
#include <galley/detail/word_key.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

enum class side : bool { left, right };

/// Characters that a decision looks at on either side.
inline constexpr std::size_t hyphen_context = 64;

/// The characters on one side of a hyphen, the nearest first: those of the token there and the white space behind it, and the
/// rest of the line as long as there is no small letter.
struct hyphen_side {
    static constexpr std::size_t most = hyphen_context;

    std::uint8_t size = 0;      ///< characters
    std::uint8_t token = 0;     ///< of them, up to white space
    std::uint8_t first = 0;     ///< of them, hyphens before the word
    std::uint8_t letters = 0;   ///< of the fragment, behind these hyphens
    std::uint8_t capitals = 0;  ///< among them
    bool is_small = false;      ///< a small letter was read, or one without case
    std::uint8_t apart = 0;     ///< kinds of white space between the hyphen and the token
    std::uint8_t enough = 0;    ///< so many characters beside letters end the reading; 0: none do
    std::uint8_t kinds[most] = {};
    char16_t codes[most] = {};

    /// A character of the token; 0: there is none.
    constexpr char16_t at(std::size_t i) const noexcept { return i < token ? codes[i] : u'\0'; }
    constexpr char16_t near_hyphen() const noexcept { return at(first); }
    GALLEY_NOINLINE constexpr char16_t beyond_letters() const noexcept { return at(std::size_t{first} + letters); }
    constexpr bool is(std::size_t i, unsigned wanted) const noexcept { return i < size && (kinds[i] & wanted) != 0; }

    /// How many characters in a row, from one on, are of these kinds.
    GALLEY_NOINLINE constexpr std::size_t run(std::size_t from, unsigned wanted) const noexcept {
        std::size_t to = from;
        while (to < size && (kinds[to] & wanted) != 0) ++to;
        return to - from;
    }
    /// Two letters or more, all of them capitals, stand from there on.
    GALLEY_NOINLINE constexpr bool is_acronym(std::size_t from) const noexcept {
        const std::size_t count = run(from, kind::letter);
        return count >= 2 && run(from, kind::capital) == count;
    }
    constexpr bool is_acronym() const noexcept { return letters >= 2 && capitals == letters; }
    constexpr bool is_acronym_beyond_token() const noexcept { return is_acronym(token + run(token, kind::gap)); }

    /// The fragment begins behind so many characters.
    constexpr void cut(std::size_t hyphens) noexcept {
        first = static_cast<std::uint8_t>(hyphens);
        letters = static_cast<std::uint8_t>(run(first, kind::letter));
        for (std::size_t i = 0; i < letters; ++i) {
            if (is(first + i, kind::capital)) ++capitals;
        }
    }
};

/// Reads the last characters of a text (left) or its first (right), white space aside.
GALLEY_NOINLINE constexpr void read_side(std::string_view text, side which, hyphen_side& out) noexcept {
    const char* first = text.data();
    const char* last = first + text.size();
    while (first != last && out.size < hyphen_side::most) {
        const std::uint8_t byte = octet(which == side::left ? last[-1] : *first);
        const decoded c = byte < 0x80 ? decoded{byte, 1, true} : which == side::left ? utf8_decode_before(first, last) : utf8_decode(first, last);
        which == side::left ? last -= c.size : first += c.size;
        const char16_t code = c.code_point < 0x10000 ? static_cast<char16_t>(c.code_point) : static_cast<char16_t>(replacement_character);
        const std::uint8_t kinds = static_cast<std::uint8_t>(kinds_of(code));
        if ((kinds & kind::white) != 0) {
            if (out.size == 0) {
                out.apart = static_cast<std::uint8_t>(out.apart | kinds);
                continue;
            }
            if (out.token == 0) out.token = out.size;
        }
        out.kinds[out.size] = kinds;
        out.codes[out.size++] = code;
        if ((kinds & (kind::letter | kind::capital)) == kind::letter) out.is_small = true;
        if (out.token != 0 && (out.is_small || (kinds & kind::line_break) != 0)) break;
        if ((kinds & kind::letter) == 0 && --out.enough == 0) break;
    }
    if (out.token == 0) out.token = out.size;
}

/// The letters of both fragments, folded: a, then b.
struct folded_joint {
    static constexpr std::size_t most = 40;  ///< letters of a side; the nearest to the joint are kept

    // Bytes first: in small machines' code what stands near the beginning of an object is reached at less cost.
    std::uint8_t left = 0;   ///< letters of a
    std::uint8_t size = 0;   ///< letters of both
    char16_t letters[2 * most] = {};

    constexpr std::size_t right() const noexcept { return static_cast<std::size_t>(size) - left; }
    constexpr word_hash hash(std::size_t first, std::size_t last) const noexcept {
        word_hash hash = 0;
        for (std::size_t i = first; i < last; ++i) hash = hash_step(hash, letters[i]);
        return hash;
    }
    constexpr word_hash left_hash() const noexcept { return hash(0, left); }
    constexpr word_hash right_hash() const noexcept { return hash(left, size); }
    /// The four letters from `first` on.
    constexpr std::uint32_t gram(std::size_t first) const noexcept {
        std::uint32_t gram = 0;
        for (std::size_t i = first; i < first + 4; ++i) gram = gram_step(gram, letters[i]);
        return gram;
    }
};

/// What stands around a hyphen.
struct hyphen_parts {
    bool doubled = false;   ///< `--`, an ASCII dash
    bool shouting = false;  ///< the line is all capitals: they say nothing
    bool repeated = false;  ///< the next line begins with a hyphen and a letter
    char16_t hyphen = 0;    ///< 0: there is no line-end hyphen
    folded_joint joint;
    hyphen_side left, right;

    /// Both halves are there.
    GALLEY_NOINLINE constexpr bool is_joint() const noexcept { return left.letters != 0 && right.letters != 0; }
    /// b begins with a capital that means something.
    constexpr bool has_capital() const noexcept { return right.is(right.first, kind::capital) && !shouting; }
};

constexpr bool is_line_end_hyphen(char32_t c, bool double_hyphens) noexcept { return is_kind(c, kind::any_hyphen) || (double_hyphens && c == U'='); }

/// Appends the letters of a fragment, the nearest to the joint.
GALLEY_NOINLINE constexpr void fold_side(const hyphen_side& from, side which, folded_joint& joint) noexcept {
    std::size_t room = folded_joint::most;
    const std::size_t count = from.letters < room ? from.letters : room;
    for (std::size_t i = 0; i < count; ++i) {
        fold_letters(from.codes[from.first + (which == side::left ? count - 1 - i : i)], [&](char32_t letter) {
            if (room != 0) joint.letters[joint.size++] = static_cast<char16_t>(letter), --room;
        });
    }
}

constexpr void fold_joint(hyphen_parts& parts) noexcept {
    fold_side(parts.left, side::left, parts.joint);
    parts.joint.left = parts.joint.size;
    fold_side(parts.right, side::right, parts.joint);
}

/// A dozen letters or more on the line, none of them small, or a capital word beside two others.
GALLEY_INLINE constexpr bool is_shouting(const hyphen_parts& parts) noexcept {
    if (!parts.left.is_small) {
        std::size_t letters = 0;
        for (std::size_t i = 0; i < parts.left.size; ++i) letters += parts.left.is(i, kind::letter) ? 1U : 0U;
        if (letters >= 12) return true;
    }
    return parts.left.is_acronym() && parts.right.is_acronym() && (parts.left.is_acronym_beyond_token() || parts.right.is_acronym_beyond_token());
}

/// `before`: text up to the line break, `after`: text behind it. `double_hyphens`: `=` is a hyphen too.
GALLEY_NOINLINE constexpr void split_hyphen(std::string_view before, std::string_view after, bool double_hyphens, hyphen_parts& parts) noexcept {
    read_side(before, side::left, parts.left);
    const char16_t hyphen = parts.left.at(0);
    if (!is_line_end_hyphen(hyphen, double_hyphens)) return;
    parts.hyphen = hyphen;
    parts.doubled = hyphen == u'-' && parts.left.at(1) == u'-';
    parts.left.cut(parts.doubled ? 2 : 1);
    read_side(after, side::right, parts.right);
    parts.repeated = parts.right.is(0, kind::hyphen) && parts.right.is(1, kind::letter);
    parts.right.cut(parts.repeated ? 1 : 0);
    parts.shouting = is_shouting(parts);
    fold_joint(parts);
}

/// A capital behind a small letter (or behind what is not ASCII): between two words of a name like this.
constexpr bool is_name_joint(char16_t before, char16_t behind) noexcept { return before >= u'a' && behind - unsigned{u'A'} < 26U; }

/// How many letters before the hyphen there are from the nearest capital behind a small letter on, or all. What is not ASCII ends the search.
constexpr std::size_t name_letters(const hyphen_side& left, std::size_t all) noexcept {
    const char16_t* const codes = left.codes + left.first;
    for (std::size_t i = 1; i < all && i < left.letters && codes[i] < 0x80; ++i) {
        if (is_name_joint(codes[i], codes[i - 1])) return i;
    }
    return all;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_PARTS_HPP
