// galley: UTF-8 in both directions, over any octet iterator.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_UTF8_HPP
#define GALLEY_UTF8_HPP

#include <galley/config.hpp>
#include <galley/detail/utf8_decode.hpp>
#include <galley/detail/utf8_text.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <type_traits>

GALLEY_NAMESPACE_BEGIN

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
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= detail::kernel_minimum) return detail::valid_prefix_by_chunks(text);
#endif
    return detail::valid_prefix_by_character(text.data(), text.data() + text.size());
}

/// Number of code points, each maximal subpart of ill-formed input counting as one (as U+FFFD would). Linear.
constexpr std::size_t utf8_count(std::string_view text) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= detail::kernel_minimum) return detail::count_by_chunks(text);
#endif
    return detail::count_by_character(text.data(), text.data() + text.size());
}

/// Number of code points of text that is known to be well-formed, at the speed of reading it. Of other text, the number
/// of octets that are no continuation bytes.
constexpr std::size_t utf8_count_valid(std::string_view text) noexcept {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= detail::kernel_minimum)
        return detail::with_kernel([&](auto kernel) { return kernel.count_leads(detail::octets(text.data()), text.size()); });
#endif
    return detail::count_leads_by_word(text.data(), text.data() + text.size());
}

/// Writes the code points of `text`, at most `capacity`; ill-formed parts as U+FFFD. Stops between characters when the
/// room is used up: `read` is short of the text then. `utf8_count` tells the room that all of it takes. Linear.
constexpr transcoded utf8_to_utf32(std::string_view text, char32_t* out, std::size_t capacity) noexcept {
    transcoded done{0, 0};
#if GALLEY_DISPATCH || GALLEY_KERNEL_SSE42 || GALLEY_KERNEL_NEON
    if (!GALLEY_CONSTANT_EVALUATED()) done = detail::to_utf32_by_chunks(text, out, capacity);
#elif GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && capacity >= text.size()) return detail::to_utf32_by_words(text, out);
    if (!GALLEY_CONSTANT_EVALUATED()) done = detail::to_utf32_by_chunks(text, out, capacity);
#endif
    const std::string_view rest(text.data() + done.read, text.size() - done.read);
    const transcoded last = detail::to_utf32_by_character(rest, out + done.written, capacity - done.written);
    return {done.read + last.read, done.written + last.written};
}

/// Calls `sink(char32_t)` for each code point, ill-formed parts as U+FFFD: the fastest way to look at all of them.
/// With GALLEY_BLOCKS it decodes up to 1024 ahead, in 4 KB of stack. Linear.
template <class Sink>
GALLEY_INLINE constexpr void for_each_code_point(std::string_view text, Sink&& sink) {
#if GALLEY_DISPATCH || GALLEY_KERNEL_SSE42 || GALLEY_KERNEL_NEON
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= 2 * detail::block_bytes)
        return detail::each_code_point_by_chunks(text, sink);
#elif GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED()) return detail::each_code_point_by_words(text, sink);
#endif
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) sink(utf8_next(at, last).code_point);
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

/// Writes code points as UTF-8, as many as fit in `capacity` octets whole. What is no scalar value becomes U+FFFD. Linear.
constexpr transcoded utf8_encode(std::u32string_view text, char* out, std::size_t capacity) noexcept {
    std::size_t read = 0, written = 0;
    for (; read != text.size(); ++read) {
        const char32_t code_point = text[read];
        if (code_point < 0x80 && written != capacity) {
            out[written++] = static_cast<char>(code_point);
            continue;
        }
        if (capacity - written < utf8_size(code_point)) break;
        written = static_cast<std::size_t>(utf8_encode(code_point, out + written) - out);
    }
    return {read, written};
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
        constexpr iterator(It at, It first, End last) noexcept : at_(at), next_(at), first_(first), last_(last) {
            character_ = utf8_next(next_, last_);
        }

        constexpr char32_t operator*() const noexcept { return character_.code_point; }
        /// The character with its size and validity.
        constexpr decoded character() const noexcept { return character_; }
        /// Where the character begins.
        constexpr It base() const noexcept { return at_; }

        constexpr iterator& operator++() noexcept {
            at_ = next_;
            character_ = utf8_next(next_, last_);
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            iterator before = *this;
            ++*this;
            return before;
        }
        constexpr iterator& operator--() noexcept {
            next_ = at_;
            character_ = utf8_decode_before(first_, at_);
            for (std::uint8_t size = character_.size; size != 0; --size) --at_;
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
        It next_{};
        It first_{};
        End last_{};
        decoded character_{replacement_character, 0, false};
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
