// galley: UTF-8 in both directions, over any octet iterator.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_UTF8_HPP
#define GALLEY_UTF8_HPP

#include <galley/config.hpp>
#include <galley/detail/kernels.hpp>

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

/// A three-byte character at `at`, where that many bytes can be read; 0 when it is none.
constexpr char32_t three_bytes(const char* at) noexcept {
    const char32_t second = octet(at[1]) ^ 0x80U, third = octet(at[2]) ^ 0x80U;
    const char32_t code_point = (octet(at[0]) & 0xFU) << 12 | second << 6 | third;
    const bool fits = (octet(at[0]) & 0xF0U) == 0xE0U && (second | third) < 0x40 && code_point >= 0x800;
    return fits && (code_point & 0xF800U) != 0xD800U ? code_point : 0;
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
    if constexpr (GALLEY_BLOCKS && std::is_same_v<It, const char*> && std::is_same_v<End, const char*>) {
        if (lead >= 0xE0 && last - first >= 2) {
            if (const char32_t code_point = detail::three_bytes(first - 1)) {
                first += 2;
                return {code_point, 3, true};
            }
        } else if (lead >= 0xC2 && lead < 0xE0 && last != first && detail::is_continuation(detail::octet(*first))) {
            const char32_t code_point = (lead & 0x1FU) << 6 | (detail::octet(*first) & 0x3FU);
            ++first;
            return {code_point, 2, true};
        }
    }
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

namespace detail {

/// ASCII bytes at the start of a text, in whole words from the first aligned one; 0 where none is aligned so.
inline std::size_t ascii_words(const char* text, const char* last) noexcept {
    using word = std::uintptr_t;
    constexpr word tops = static_cast<word>(0x8080808080808080U);
    const char* at = text;
    if ((reinterpret_cast<std::uintptr_t>(at) & (sizeof(word) - 1)) != 0) return 0;
    for (; static_cast<std::size_t>(last - at) >= sizeof(word); at += sizeof(word)) {
        word bytes;
        __builtin_memcpy(&bytes, __builtin_assume_aligned(at, sizeof(word)), sizeof(word));
        if ((bytes & tops) != 0) break;
    }
    return static_cast<std::size_t>(at - text);
}

/// Behind the characters of three bytes at `at`, up to one with a lead that asks something special of the second: E0, ED.
constexpr const char* skip_three_bytes(const char* at, const char* last) noexcept {
    for (; last - at >= 3; at += 3) {
        const unsigned lead = octet(*at);
        if (lead - 0xE1U > 0xEFU - 0xE1U || lead == 0xED) break;
        if (((octet(at[1]) ^ 0x80U) | (octet(at[2]) ^ 0x80U)) >= 0x40) break;
    }
    return at;
}

constexpr std::size_t valid_prefix_by_character(const char* const begin, const char* const end) noexcept {
    const char* at = begin;
    while (at != end) {
        if (octet(*at) < 0x80) {
            ++at;
            if (!GALLEY_CONSTANT_EVALUATED()) at += ascii_words(at, end);
            continue;
        }
        const char* next = skip_three_bytes(at, end);
        if (next == at && !utf8_next(next, end).valid) break;
        at = next;
    }
    return static_cast<std::size_t>(at - begin);
}

/// Octets of aligned words, as many as are whole, that are no continuation bytes; moves `at` behind them.
inline std::size_t count_words(const char*& at, const char* last) noexcept {
    using word = std::uintptr_t;
    constexpr word all = ~word{0}, lowest = all / 0xFF, pairs = all / 0xFFFF;
    std::size_t count = 0;
    while (static_cast<std::size_t>(last - at) >= sizeof(word)) {
        std::size_t words = static_cast<std::size_t>(last - at) / sizeof(word);
        if (words > 255) words = 255;  // each octet of `sums` counts so far
        word sums = 0;
        for (; words != 0; --words, at += sizeof(word)) {
            word bytes;
            __builtin_memcpy(&bytes, __builtin_assume_aligned(at, sizeof(word)), sizeof(word));
            sums += (bytes >> 6 | ~bytes >> 7) & lowest;
        }
        const word wide = (sums & pairs * 0xFF) + (sums >> 8 & pairs * 0xFF);
        count += static_cast<std::size_t>(wide * pairs >> (sizeof(word) * 8 - 16));
    }
    return count;
}

constexpr std::size_t count_leads_by_word(const char* at, const char* const end) noexcept {
    std::size_t count = 0;
    while (at != end) {
        if (!GALLEY_CONSTANT_EVALUATED() && (reinterpret_cast<std::uintptr_t>(at) & (sizeof(std::uintptr_t) - 1)) == 0) {
            count += count_words(at, end);
            if (at == end) break;
        }
        count += is_continuation(octet(*at)) ? 0U : 1U;
        ++at;
    }
    return count;
}

constexpr std::size_t count_by_character(const char* at, const char* const end) noexcept {
    std::size_t count = 0;
    while (at != end) {
        utf8_next(at, end);
        ++count;
    }
    return count;
}

#if GALLEY_BLOCKS

/// Text shorter than this is not worth a kernel's start.
inline constexpr std::size_t kernel_minimum = 32;
/// Validated and then read again, so half of the usual first-level cache at most.
inline constexpr std::size_t chunk_bytes = 16384;

inline const unsigned char* octets(const char* text) noexcept { return reinterpret_cast<const unsigned char*>(text); }

/// Cuts `text` into chunks of whole characters: `well_formed(kernel, at, size)` or `ill_formed(at, size)` gets each, and
/// returns how much it took, which may be more than the chunk; 0 stops. Returns how much was taken in all.
template <class WellFormed, class IllFormed>
std::size_t by_chunks(std::string_view text, std::size_t chunk, WellFormed&& well_formed, IllFormed&& ill_formed) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t rest = text.size() - at;
        const char* const from = text.data() + at;
        const std::size_t size = rest <= chunk ? rest : whole_characters(octets(from), chunk);
        const bool valid = with_kernel([&](auto kernel) {
            if (!kernel.valid(octets(from), size, at >= 3)) return false;
            well_formed(kernel, from, size);
            return true;
        });
        if (valid) {
            at += size;
            continue;
        }
        const std::size_t taken = ill_formed(from, size);
        if (taken == 0) break;
        at += taken;
    }
    return at;
}

inline std::size_t valid_prefix_by_chunks(std::string_view text) noexcept {
    const auto nothing = [](auto, const char*, std::size_t) {};
    std::size_t last = 0;
    const std::size_t whole = by_chunks(text, chunk_bytes, nothing, [&](const char* at, std::size_t) {
        last = valid_prefix_by_character(at, text.data() + text.size());
        return std::size_t{0};
    });
    return whole + last;
}

inline std::size_t count_by_chunks(std::string_view text) noexcept {
    std::size_t count = 0;
    by_chunks(
        text, chunk_bytes,
        [&](auto kernel, const char* at, std::size_t size) { count += kernel.count_leads(octets(at), size); },
        [&](const char* at, std::size_t size) {
            const char* next = at;
            for (; next < at + size; ++count) utf8_next(next, text.data() + text.size());
            return static_cast<std::size_t>(next - at);
        });
    return count;
}

#endif  // GALLEY_BLOCKS

}  // namespace detail

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

/// How far a conversion came.
struct transcoded {
    std::size_t read;     ///< units of the input: octets from UTF-8, code points to UTF-8
    std::size_t written;  ///< units of the output
};

namespace detail {

constexpr transcoded to_utf32_by_character(std::string_view text, char32_t* out, std::size_t capacity) noexcept {
    const char* at = text.data();
    const char* const last = at + text.size();
    std::size_t written = 0;
    while (at != last && written != capacity) out[written++] = utf8_next(at, last).code_point;
    return {static_cast<std::size_t>(at - text.data()), written};
}

#if GALLEY_BLOCKS

inline transcoded to_utf32_by_chunks(std::string_view text, char32_t* out, std::size_t capacity) noexcept {
    transcoded done{0, 0};
    while (done.read != text.size() && capacity - done.written >= 2 * block_bytes) {
        const std::size_t room = capacity - done.written - emit_slack;  // no octet gives more than one code point
        const std::string_view rest(text.data() + done.read, text.size() - done.read);
        const std::string_view part(rest.data(), rest.size() <= room ? rest.size() : whole_characters(octets(rest.data()), room));
        char32_t* end = out + done.written;
        done.read += by_chunks(
            part, window_bytes,
            [&](auto kernel, const char* at, std::size_t size) {
                end = kernel.to_utf32(octets(at), size, static_cast<std::size_t>(text.data() + text.size() - at), end);
            },
            [&](const char* at, std::size_t size) {
                const char* next = at;
                while (next < at + size) *end++ = utf8_next(next, text.data() + text.size()).code_point;
                return static_cast<std::size_t>(next - at);
            });
        done.written = static_cast<std::size_t>(end - out);
    }
    return done;
}

/// For processors without vectors: eight bytes of ASCII at once, two characters of three bytes, all else one by one.
template <class Sink>
GALLEY_INLINE void each_code_point_by_words(std::string_view text, Sink& sink) {
    const char* at = text.data();
    const char* const last = at + text.size();
    while (last - at >= 8) {
        if ((scalar::load(octets(at)) & scalar::tops) == 0) {
            for (unsigned k = 0; k < 8; ++k) sink(char32_t{octet(at[k])});
            at += 8;
            continue;
        }
        char32_t pair[2];
        while (last - at >= 8 && scalar::two_of_three_bytes(octets(at), pair)) {
            sink(pair[0]);
            sink(pair[1]);
            at += 6;
        }
        for (unsigned k = 0; k < 8 && at != last; ++k) {
            sink(utf8_next(at, last).code_point);
            if (at != last && octet(*at) >= 0x80) break;
        }
    }
    while (at != last) sink(utf8_next(at, last).code_point);
}

/// Inline, so that what the sink counts can stay in registers.
template <class Sink>
GALLEY_INLINE void each_code_point_by_chunks(std::string_view text, Sink& sink) {
    constexpr std::size_t ahead = 1024;
    char32_t decoded_ahead[ahead + emit_slack];
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) {
        const std::size_t rest = static_cast<std::size_t>(last - at);
        const char* const stop = at + (rest <= ahead ? rest : whole_characters(octets(at), ahead));
        const char32_t* const end = with_kernel([&](auto kernel) -> const char32_t* {
            const std::size_t size = static_cast<std::size_t>(stop - at);
            if (!kernel.valid(octets(at), size, at - text.data() >= 3)) return nullptr;
            return kernel.to_utf32(octets(at), size, rest, decoded_ahead);
        });
        if (end != nullptr) {
            for (const char32_t* c = decoded_ahead; c != end; ++c) sink(*c);
            at = stop;
        }
        while (at < stop) sink(utf8_next(at, last).code_point);
    }
}

#endif  // GALLEY_BLOCKS

}  // namespace detail

/// Writes the code points of `text`, at most `capacity`; ill-formed parts as U+FFFD. Stops between characters when the
/// room is used up: `read` is short of the text then. `utf8_count` tells the room that all of it takes. Linear.
constexpr transcoded utf8_to_utf32(std::string_view text, char32_t* out, std::size_t capacity) noexcept {
    transcoded done{0, 0};
#if GALLEY_BLOCKS
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
