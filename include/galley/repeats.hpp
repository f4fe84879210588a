// galley: passages that a page holds twice.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_REPEATS_HPP
#define GALLEY_REPEATS_HPP

#include <galley/config.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// Where something stands in a text, in bytes.
struct text_span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// A passage that stands in a text twice, word for word; white space and line breaks may differ.
struct repeated_passage {
    text_span first;
    text_span second;  ///< behind the first, not overlapping
};

namespace detail {

/// The characters of a text that are no white space, one by one.
class ink_reader {
public:
    constexpr ink_reader(std::string_view text, std::size_t at) noexcept : first_(text.data()), at_(first_ + at), last_(first_ + text.size()) {}

    /// The next one; U+0000 at the end. An ill-formed part counts as U+FFFD.
    constexpr char32_t next() noexcept {
        while (at_ != last_) {
            before_ = at_;
            const char32_t c = utf8_next(at_, last_).code_point;
            if (!is_gap(c)) return c;
        }
        before_ = last_;
        return U'\0';
    }
    /// The one before; U+0000 at the text's beginning.
    constexpr char32_t previous() noexcept {
        while (at_ != first_) {
            const decoded character = utf8_decode_before(first_, at_);
            at_ -= character.size;
            if (!is_gap(character.code_point)) return character.code_point;
        }
        return U'\0';
    }
    constexpr std::size_t position() const noexcept { return static_cast<std::size_t>(at_ - first_); }
    /// Where the character begins that `next` gave.
    constexpr std::size_t begin() const noexcept { return static_cast<std::size_t>(before_ - first_); }

private:
    static constexpr bool is_gap(char32_t c) noexcept { return c <= U' ' || (c >= 0x80 && (page::is_blank(c) || kind_of(c) == token_kind::line_break)); }

    const char* first_;
    const char* at_;
    const char* last_;
    const char* before_ = first_;
};

inline constexpr std::uint32_t passage_base = 0x01000193;

constexpr std::uint32_t power(std::uint32_t value, unsigned exponent) noexcept {
    std::uint32_t result = 1;
    for (unsigned i = 0; i < exponent; ++i) result *= value;
    return result;
}

/// A rolling hash over the last `size` characters (Karp and Rabin 1987).
class rolling_window {
public:
    static constexpr unsigned size = 16;

    constexpr void clear() noexcept { *this = {}; }
    constexpr void push(char32_t c, std::size_t begin) noexcept {
        const unsigned place = count_ % size;
        hash_ = hash_ * base + c - (count_ >= size ? characters_[place] * top : 0);
        characters_[place] = c;
        begins_[place] = begin;
        ++count_;
    }
    constexpr bool is_full() const noexcept { return count_ >= size; }
    constexpr std::uint32_t hash() const noexcept { return (hash_ ^ hash_ >> 15) * 0x85EBCA6BU; }
    /// Where the first character of the window begins.
    constexpr std::size_t begin() const noexcept { return begins_[count_ % size]; }

private:
    static constexpr std::uint32_t base = passage_base;
    static constexpr std::uint32_t top = power(base, size);

    std::uint32_t hash_ = 0;
    unsigned count_ = 0;
    char32_t characters_[size] = {};
    std::size_t begins_[size] = {};
};

/// How far two equal places can be followed in both directions.
class passage_match {
public:
    constexpr passage_match(std::string_view text, std::size_t first, std::size_t second, std::size_t floor) noexcept
        : found_{{first, first}, {second, second}} {
        extend_forward(text);
        extend_backward(text, floor);
    }
    constexpr std::size_t characters() const noexcept { return characters_; }
    constexpr const repeated_passage& found() const noexcept { return found_; }

private:
    constexpr void extend_forward(std::string_view text) noexcept {
        ink_reader a(text, found_.first.begin), b(text, found_.second.begin);
        for (;;) {
            const char32_t c = a.next();
            if (c == U'\0' || c != b.next() || a.position() > found_.second.begin) return;
            ++characters_;
            found_.first.end = a.position();
            found_.second.end = b.position();
        }
    }
    constexpr void extend_backward(std::string_view text, std::size_t floor) noexcept {
        ink_reader a(text, found_.first.begin), b(text, found_.second.begin);
        for (;;) {
            const char32_t c = a.previous();
            if (c == U'\0' || c != b.previous() || b.position() < floor || b.position() < found_.first.end) return;
            ++characters_;
            found_.first.begin = a.position();
            found_.second.begin = b.position();
        }
    }

    repeated_passage found_;
    std::size_t characters_ = 0;
};

}  // namespace detail

/// Finds the passages of at least `least` characters that stand in a text a second time (a column that was read twice).
/// `sink(repeated_passage)` is told of each, in the order of the second ones, which do not overlap. `table` is memory for
/// `slots` places, any number of them, whatever it holds: one in four of the text's characters is remembered, the later
/// instead of the earlier where two share a slot, so that with as many slots as the text has characters next to nothing is lost. A
/// passage of 40 characters is missed once in a thousand times, one of 60 once in a million. Of a
/// text beyond 4 GiB only that much is remembered. Linear. Returns how many it found.
template <class Sink>
constexpr std::size_t find_repeats(std::string_view text, std::uint32_t* table, std::size_t slots, Sink&& sink, std::size_t least = 60) {
    if (slots == 0) return 0;
    for (std::size_t i = 0; i < slots; ++i) table[i] = 0;
    std::size_t count = 0, floor = 0;
    std::size_t short_distance = 0, short_end = 0;  // of the last match that was too short: its places need no second look
    detail::ink_reader reader(text, 0);
    detail::rolling_window window;
    while (const char32_t c = reader.next()) {
        window.push(c, reader.begin());
        if (!window.is_full() || window.hash() % 4 != 0) continue;
        std::uint32_t& slot = table[window.hash() / 4 % slots];
        const std::size_t here = window.begin();
        if (slot != 0 && slot - 1U < here && !(here - (slot - 1U) == short_distance && here < short_end)) {
            const detail::passage_match match(text, slot - 1U, here, floor);
            if (match.characters() >= least) {
                sink(match.found());
                ++count;
                floor = match.found().second.end;
                reader = detail::ink_reader(text, floor);
                window.clear();
                continue;
            }
            short_distance = match.found().second.begin - match.found().first.begin;
            short_end = match.found().second.end;
        }
        if (here < 0xFFFFFFFFU) slot = static_cast<std::uint32_t>(here + 1);
    }
    return count;
}

GALLEY_NAMESPACE_END

#endif // GALLEY_REPEATS_HPP
