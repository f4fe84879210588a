// galley: small operations on slices of text, without the standard library's throwing members.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_TEXT_HPP
#define GALLEY_DETAIL_TEXT_HPP

#include <galley/config.hpp>
#include <galley/detail/slice.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

using detail::contains, detail::find_text, detail::first_of, detail::not_found, detail::same, detail::slice;

/// The first `size` bytes, or all.
constexpr std::string_view head(std::string_view text, std::size_t size) noexcept {
    return {text.data(), size < text.size() ? size : text.size()};
}

/// All but the first `size` bytes.
constexpr std::string_view tail(std::string_view text, std::size_t size) noexcept {
    const std::size_t cut = size < text.size() ? size : text.size();
    return {text.data() + cut, text.size() - cut};
}

constexpr bool starts_with(std::string_view text, std::string_view prefix) noexcept {
    return text.size() >= prefix.size() && same(text.data(), prefix.data(), prefix.size());
}

constexpr bool ends_with(std::string_view text, std::string_view suffix) noexcept {
    return text.size() >= suffix.size() && same(text.data() + (text.size() - suffix.size()), suffix.data(), suffix.size());
}

/// What the words of a list begin and end with: bits for the bytes that differ most among ideographs, the third of the first one
/// and the last. They tell at once of most texts that no word fits.
struct word_bits {
    std::uint32_t starts = 0;
    std::uint32_t ends = 0;

    constexpr void add(std::string_view word) noexcept {
        starts |= start_bit(word);
        ends |= end_bit(word);
    }
    constexpr bool may_start(std::string_view text) const noexcept { return !text.empty() && (starts & start_bit(text)) != 0; }
    constexpr bool may_end(std::string_view text) const noexcept { return !text.empty() && (ends & end_bit(text)) != 0; }

private:
    static constexpr std::uint32_t bit_of(char byte) noexcept { return std::uint32_t{1} << (octet(byte) & 31U); }
    /// A word has three bytes or more where it begins with no ASCII.
    static constexpr std::uint32_t start_bit(std::string_view text) noexcept { return bit_of(text[octet(text[0]) < 0x80 || text.size() < 3 ? 0 : 2]); }
    static constexpr std::uint32_t end_bit(std::string_view text) noexcept { return bit_of(text[text.size() - 1]); }
};

/// Size of the first of some words that `text` starts (ends) with, else 0. Each word stands behind a byte that tells its size; a 0
/// ends them.
constexpr std::size_t word_at_start(word_bits bits, const char* words, std::string_view text) noexcept {
    if (!bits.may_start(text)) return 0;
    for (std::size_t size = 0; *words != '\0'; words += size + 1) {
        size = octet(*words);
        if (words[1] == text[0] && starts_with(text, {words + 1, size})) return size;
    }
    return 0;
}
constexpr std::size_t word_at_end(word_bits bits, const char* words, std::string_view text) noexcept {
    if (!bits.may_end(text)) return 0;
    const char last = text[text.size() - 1];
    for (std::size_t size = 0; *words != '\0'; words += size + 1) {
        size = octet(*words);
        if (words[size] == last && ends_with(text, {words + 1, size})) return size;
    }
    return 0;
}

/// A few words to look for, written with | between. Kept with the size of each before it, in place of the mark.
template <std::size_t N>
class word_list {
public:
    constexpr explicit word_list(const char (&words)[N]) noexcept {
        std::size_t size = 0;
        for (std::size_t i = 0; i < N; ++i) {
            if (words[i] != '|' && words[i] != '\0') {
                bytes_[i + 1] = words[i];
                ++size;
                continue;
            }
            bytes_[i - size] = static_cast<char>(size);
            bits_.add({words + (i - size), size});
            size = 0;
        }
    }

    /// Size of the first word of the list that `text` starts (ends) with, else 0.
    constexpr std::size_t at_start(std::string_view text) const noexcept { return word_at_start(bits_, bytes_, text); }
    constexpr std::size_t at_end(std::string_view text) const noexcept { return word_at_end(bits_, bytes_, text); }

private:
    word_bits bits_;
    char bytes_[N + 1] = {};
};

/// Behind the characters at `at` whose leads are those of Han: three bytes each, none of them a mark.
constexpr const char* skip_han(const char* at, const char* last) noexcept {
    if (last - at < 3) return at;
    const char* const end = last - 2;
    while (at < end && octet(*at) - 0xE4U <= 0xE9 - 0xE4) at += 3;
    return at;
}

/// Last character that is no mark (a variation selector or an accent says nothing about a join); U+0000 when there is none.
constexpr char32_t last_of(std::string_view text) noexcept {
    const char* const first = text.data();
    const char* at = first + text.size();
    while (at != first) {
        const decoded character = utf8_decode_before(first, at);
        at -= character.size;
        if (!is_mark(character.code_point)) return character.code_point;
    }
    return U'\0';
}

/// A Hangul syllable. All of them have three bytes.
constexpr bool is_syllable(char32_t c) noexcept { return c >= 0xAC00 && c <= 0xD7A3; }

constexpr bool is_ascii_space(char32_t c) noexcept { return c == U' ' || c == U'\t'; }

/// White space inside a line, and what layout and converters leave that is as good as none: BOM, ZWSP, directional marks.
constexpr bool is_blank(char32_t c) noexcept {
    if (c < 0x80) return is_ascii_space(c);
    if (c > 0x3000) return c == 0xFEFF;  // the ideographic space is the last one
    if (c >= 0x200B && c <= 0x200F) return c == 0x200B || c >= 0x200E;
    return c == 0x2060 || kind_of(c) == token_kind::space;
}

/// The first (last) character is plainly no white space: an ASCII mark, letter or digit, or one of U+4000 to U+EFFF, as Han and
/// Hangul are. Most lines begin and end so; of the others the text must be decoded.
constexpr bool starts_solid(std::string_view text) noexcept {
    const unsigned lead = octet(text[0]);
    return lead < 0x80 ? lead > ' ' : lead >= 0xE4 && lead < 0xEF && text.size() >= 3;
}
constexpr bool ends_solid(std::string_view text) noexcept {
    const std::size_t size = text.size();
    if (octet(text[size - 1]) < 0x80) return octet(text[size - 1]) > ' ';
    if (size < 3 || octet(text[size - 3]) < 0xE4 || octet(text[size - 3]) >= 0xEF) return false;
    return is_continuation(octet(text[size - 2])) && is_continuation(octet(text[size - 1]));
}

/// Without the white space at the end.
constexpr std::string_view trim_end(std::string_view text) noexcept {
    while (!text.empty()) {
        const decoded character = utf8_decode_before(text.data(), text.data() + text.size());
        if (!character.valid || !is_blank(character.code_point)) break;
        text = head(text, text.size() - character.size);
    }
    return text;
}

/// Adds without passing the top of the type.
template <class Small>
constexpr void add_saturated(Small& sum, unsigned more) noexcept {
    constexpr unsigned top = static_cast<Small>(~Small{});
    sum = static_cast<Small>(more < top - sum ? sum + more : top);
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_TEXT_HPP
