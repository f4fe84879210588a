// galley: UTF-8 in both directions, over any octet iterator.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_UTF8_HPP
#define GALLEY_UTF8_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
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

}  // namespace detail

/// Decodes one character at `first` and moves `first` behind it. Reads no byte twice, so single-pass iterators will do.
/// An empty range gives size 0.
template <class It, class End>
constexpr decoded utf8_next(It& first, End last) noexcept {
    if (first == last) return {replacement_character, 0, false};
    const std::uint8_t lead = detail::octet(*first);
    ++first;
    if (lead < 0x80) return {lead, 1, true};
    const detail::lead_rule rule = detail::rule_of_lead(lead);
    if (rule.tail == 0) return {replacement_character, 1, false};

    char32_t code_point = lead & (0x3FU >> rule.tail);
    std::uint8_t low = rule.second_min;
    std::uint8_t high = rule.second_max;
    for (std::uint8_t read = 1; read <= rule.tail; ++read) {
        if (first == last) return {replacement_character, read, false};
        const std::uint8_t byte = detail::octet(*first);
        if (byte < low || byte > high) return {replacement_character, read, false};
        code_point = (code_point << 6) | (byte & 0x3FU);
        low = 0x80;
        high = 0xBF;
        ++first;
    }
    return {code_point, static_cast<std::uint8_t>(rule.tail + 1), true};
}

/// Decodes the character at `first`; `last` may be a sentinel. Constant time; reads nothing at or behind `last`.
template <class It, class End>
constexpr decoded utf8_decode(It first, End last) noexcept {
    return utf8_next(first, last);
}

/// Decodes the character that ends at `last`, no further back than `first`. Agrees with decoding forward from any
/// boundary. An empty range gives size 0. At most four bytes are read.
template <class It>
constexpr decoded utf8_decode_before(It first, It last) noexcept {
    if (first == last) return {replacement_character, 0, false};
    It lead = last;
    for (std::uint8_t size = 1; size <= 4; ++size) {
        --lead;
        if (!detail::is_continuation(detail::octet(*lead))) {
            const decoded character = utf8_decode(lead, last);
            if (character.size == size) return character;
            break;
        }
        if (lead == first) break;
    }
    return {replacement_character, 1, false};
}

/// Length in bytes of the longest well-formed prefix: `text.size()` when all of it is well-formed. Linear.
constexpr std::size_t utf8_valid_prefix(std::string_view text) noexcept {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const char* at = begin;
    while (at != end) {
        const char* next = at;
        if (!utf8_next(next, end).valid) break;
        at = next;
    }
    return static_cast<std::size_t>(at - begin);
}

/// Number of code points, each maximal subpart of ill-formed input counting as one (as U+FFFD would). Linear.
constexpr std::size_t utf8_count(std::string_view text) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    std::size_t count = 0;
    for (; at != end; ++count) utf8_next(at, end);
    return count;
}

/// Whether UTF-8 can express it: not a surrogate, not above U+10FFFF.
constexpr bool is_scalar_value(char32_t code_point) noexcept {
    return code_point < 0xD800 || (code_point > 0xDFFF && code_point <= 0x10FFFF);
}

/// Bytes that `utf8_encode` writes for it, 1 to 4 (3 for what is no scalar value).
constexpr std::uint8_t utf8_size(char32_t code_point) noexcept {
    if (!is_scalar_value(code_point)) return 3;
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

namespace detail {

/// What an output iterator takes: its value type, or char where it has none (a back_inserter).
template <class It>
using octet_of = std::conditional_t<std::is_void_v<typename std::iterator_traits<It>::value_type>, char,
                                    typename std::iterator_traits<It>::value_type>;

}  // namespace detail

/// Writes one to four octets and returns the iterator behind them. What is no scalar value is written as U+FFFD.
template <class It>
constexpr It utf8_encode(char32_t code_point, It out) noexcept {
    if (!is_scalar_value(code_point)) code_point = replacement_character;
    const auto put = [&out](char32_t bits) {
        *out = static_cast<detail::octet_of<It>>(static_cast<unsigned char>(bits));
        ++out;
    };
    const std::uint8_t size = utf8_size(code_point);
    if (size == 1) {
        put(code_point);
        return out;
    }
    unsigned shift = 6U * (size - 1U);
    put(((0xF00U >> size) & 0xFFU) | (code_point >> shift));
    while (shift != 0) {
        shift -= 6;
        put(0x80U | ((code_point >> shift) & 0x3FU));
    }
    return out;
}

/// The code points of a range of octets, ill-formed parts as U+FFFD. Bidirectional where `It` is, else forward.
template <class It, class End = It>
class code_point_view {
public:
    class iterator {
        using base_category = typename std::iterator_traits<It>::iterator_category;

    public:
        using value_type = char32_t;
        using difference_type = std::ptrdiff_t;
        using reference = char32_t;
        using pointer = void;
        using iterator_category =
            std::conditional_t<std::is_base_of_v<std::bidirectional_iterator_tag, base_category> && std::is_same_v<It, End>,
                               std::bidirectional_iterator_tag, std::forward_iterator_tag>;

        constexpr iterator() = default;
        constexpr iterator(It at, It first, End last) noexcept : at_(at), first_(first), last_(last) {}

        constexpr char32_t operator*() const noexcept { return utf8_decode(at_, last_).code_point; }
        /// The character with its size and validity.
        constexpr decoded character() const noexcept { return utf8_decode(at_, last_); }
        /// Where the character begins.
        constexpr It base() const noexcept { return at_; }

        constexpr iterator& operator++() noexcept {
            utf8_next(at_, last_);
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            iterator before = *this;
            ++*this;
            return before;
        }
        constexpr iterator& operator--() noexcept {
            for (std::uint8_t size = utf8_decode_before(first_, at_).size; size != 0; --size) --at_;
            return *this;
        }
        constexpr iterator operator--(int) noexcept {
            iterator before = *this;
            --*this;
            return before;
        }

        friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.at_ == b.at_; }
        friend constexpr bool operator!=(const iterator& a, const iterator& b) noexcept { return !(a == b); }
        /// At the end: also where the end is a sentinel of another type.
        constexpr bool done() const noexcept { return at_ == last_; }

    private:
        It at_{};
        It first_{};
        End last_{};
    };

    /// The end of a view whose octets end in a sentinel.
    struct sentinel {
        friend constexpr bool operator==(const iterator& at, sentinel) noexcept { return at.done(); }
        friend constexpr bool operator!=(const iterator& at, sentinel) noexcept { return !at.done(); }
        friend constexpr bool operator==(sentinel, const iterator& at) noexcept { return at.done(); }
        friend constexpr bool operator!=(sentinel, const iterator& at) noexcept { return !at.done(); }
    };

    constexpr code_point_view(It first, End last) noexcept : first_(first), last_(last) {}

    constexpr iterator begin() const noexcept { return {first_, first_, last_}; }
    constexpr auto end() const noexcept {
        if constexpr (std::is_same_v<It, End>) return iterator{last_, first_, last_};
        else return sentinel{};
    }
    constexpr bool empty() const noexcept { return first_ == last_; }

private:
    It first_;
    End last_;
};

/// `for (char32_t c : code_points(text))`.
constexpr auto code_points(std::string_view text) noexcept {
    return code_point_view<const char*>(text.data(), text.data() + text.size());
}

/// Decodes text that arrives in pieces, cut anywhere. `sink(decoded)` gets the same characters as for the whole text.
class utf8_stream_decoder {
public:
    /// Decodes what is complete; keeps up to three bytes of a sequence that the next chunk may finish.
    template <class Sink>
    constexpr void push(std::string_view chunk, Sink&& sink) {
        for (const char byte : chunk) {
            while (!accept(detail::octet(byte), sink)) {}
        }
    }

    /// The text is over: an unfinished sequence is ill-formed. Afterwards the decoder is as new.
    template <class Sink>
    constexpr void finish(Sink&& sink) {
        if (read_ != 0) sink(decoded{replacement_character, read_, false});
        read_ = 0;
    }

    /// Bytes held back, 0 to 3.
    constexpr std::size_t pending() const noexcept { return read_; }

private:
    /// False when the byte ended an ill-formed sequence and must be looked at again.
    template <class Sink>
    constexpr bool accept(std::uint8_t byte, Sink& sink) {
        if (read_ == 0) {
            rule_ = detail::rule_of_lead(byte);
            if (rule_.tail == 0) {
                sink(byte < 0x80 ? decoded{byte, 1, true} : decoded{replacement_character, 1, false});
            } else {
                bits_ = byte & (0x3FU >> rule_.tail);
                read_ = 1;
            }
            return true;
        }
        const std::uint8_t low = read_ == 1 ? rule_.second_min : std::uint8_t{0x80};
        const std::uint8_t high = read_ == 1 ? rule_.second_max : std::uint8_t{0xBF};
        const bool fits = byte >= low && byte <= high;
        if (fits) {
            bits_ = (bits_ << 6) | (byte & 0x3FU);
            ++read_;
            if (read_ <= rule_.tail) return true;
        }
        sink(decoded{fits ? bits_ : replacement_character, read_, fits});
        read_ = 0;
        return fits;
    }

    char32_t bits_ = 0;
    detail::lead_rule rule_{};
    std::uint8_t read_ = 0;
};

GALLEY_NAMESPACE_END

#endif // GALLEY_UTF8_HPP
