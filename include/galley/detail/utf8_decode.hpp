// galley: one character of UTF-8, from any octet iterator.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_UTF8_DECODE_HPP
#define GALLEY_DETAIL_UTF8_DECODE_HPP

#include <galley/config.hpp>

#include <cstdint>
#include <type_traits>

GALLEY_NAMESPACE_BEGIN

/// U+FFFD, what an ill-formed sequence decodes to.
inline constexpr char32_t replacement_character = 0xFFFD;

/// One decoded character. Ill-formed input gives U+FFFD, `valid == false`, and the size of the maximal subpart
/// (Unicode 3.9, "U+FFFD Substitution of Maximal Subparts"): the longest prefix of a well-formed sequence, or one byte.
struct decoded {
    char32_t code_point;
    std::uint8_t size;  ///< bytes, 1 to 4; 0 only for an empty input
    bool valid;
};

namespace detail {

/// char, unsigned char, char8_t and std::byte all mean the octet.
template <class Octet>
constexpr std::uint8_t octet(Octet value) noexcept {
    static_assert(sizeof(Octet) == 1, "UTF-8 is read from octets");
    return static_cast<std::uint8_t>(value);
}

constexpr bool is_continuation(std::uint8_t byte) noexcept { return (byte & 0xC0U) == 0x80U; }

/// What a lead byte promises (Unicode table 3-7): how many bytes follow, and what range the second one has.
struct lead_rule {
    std::uint8_t tail;
    std::uint8_t second_min;
    std::uint8_t second_max;
};

constexpr lead_rule rule_of_lead(std::uint8_t lead) noexcept {
    if (lead < 0xC2 || lead > 0xF4) return {0, 0, 0};
    const std::uint8_t tail = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return {tail, low, high};
}

/// A three-byte character at `at`, where that many bytes can be read; 0 when it is none.
constexpr char32_t three_bytes(const char* at) noexcept {
    const char32_t second = octet(at[1]) ^ 0x80U, third = octet(at[2]) ^ 0x80U;
    const char32_t code_point = (octet(at[0]) & 0xFU) << 12 | second << 6 | third;
    const bool fits = (octet(at[0]) & 0xF0U) == 0xE0U && (second | third) < 0x40;
    return fits && (code_point - 0x800U < 0xD800U - 0x800U || code_point > 0xDFFF) ? code_point : 0;
}

/// Any character, by the rule of its lead. Without a short way before it there is nothing to keep it apart from.
#if GALLEY_BLOCKS
template <class It, class End>
#else
template <class It, class End>
GALLEY_INLINE
#endif
constexpr decoded next_by_rule(It& first, End last) noexcept {
    if (first == last) return {replacement_character, 0, false};
    const std::uint8_t lead = octet(*first);
    ++first;
    if (lead < 0x80) return {lead, 1, true};
    const lead_rule rule = rule_of_lead(lead);
    if (rule.tail == 0) return {replacement_character, 1, false};

    char32_t code_point = lead & (0x3FU >> rule.tail);
    std::uint8_t low = rule.second_min;
    std::uint8_t high = rule.second_max;
    for (std::uint8_t read = 1; read <= rule.tail; ++read) {
        if (first == last) return {replacement_character, read, false};
        const std::uint8_t byte = octet(*first);
        if (byte < low || byte > high) return {replacement_character, read, false};
        code_point = (code_point << 6) | (byte & 0x3FU);
        low = 0x80;
        high = 0xBF;
        ++first;
    }
    return {code_point, static_cast<std::uint8_t>(rule.tail + 1), true};
}

}  // namespace detail

/// Decodes one character at `first` and moves `first` behind it. Reads no byte twice, so single-pass iterators will do.
/// An empty range gives size 0.
template <class It, class End>
constexpr decoded utf8_next(It& first, End last) noexcept {
    // Short enough to be part of its callers, who mostly ask for one of the three fields.
    if constexpr (GALLEY_BLOCKS && std::is_same_v<It, const char*> && std::is_same_v<End, const char*>) {
        if (first == last) return {replacement_character, 0, false};
        const std::uint8_t lead = detail::octet(*first);
        if (lead < 0x80) return ++first, decoded{lead, 1, true};
        if (last - first >= 3) {
            if (const char32_t code_point = detail::three_bytes(first)) {
                first += 3;
                return {code_point, 3, true};
            }
            if (lead >= 0xC2 && lead < 0xE0 && detail::is_continuation(detail::octet(first[1]))) {
                const char32_t code_point = (lead & 0x1FU) << 6 | (detail::octet(first[1]) & 0x3FU);
                first += 2;
                return {code_point, 2, true};
            }
        }
    }
    return detail::next_by_rule(first, last);
}

GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_UTF8_DECODE_HPP
