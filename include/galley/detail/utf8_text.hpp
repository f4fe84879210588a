// galley: whole texts of UTF-8, chunk by chunk through a kernel or character by character.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_UTF8_TEXT_HPP
#define GALLEY_DETAIL_UTF8_TEXT_HPP

#include <galley/config.hpp>
#include <galley/detail/kernels.hpp>
#include <galley/detail/utf8_decode.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

/// How far a conversion came.
struct transcoded {
    std::size_t read;     ///< units of the input: octets from UTF-8, code points to UTF-8
    std::size_t written;  ///< units of the output
};

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
/// A chunk that follows another is validated with a look back: should the one before have been ill-formed at its end, this one
/// may be taken for ill-formed too, which only takes longer, but never the other way round, since a cut goes back to a lead.
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

constexpr transcoded to_utf32_by_character(std::string_view text, char32_t* out, std::size_t capacity) noexcept {
    const char* at = text.data();
    const char* const last = at + text.size();
    std::size_t written = 0;
    while (at != last && written != capacity) out[written++] = utf8_next(at, last).code_point;
    return {static_cast<std::size_t>(at - text.data()), written};
}

#if GALLEY_BLOCKS

/// 64 bytes of ASCII.
GALLEY_INLINE bool is_ascii_block(const char* at) noexcept {
    std::uint64_t any = 0;
    for (std::size_t n = 0; n < block_bytes; n += 8) any |= scalar::load(octets(at + n));
    return (any & scalar::tops) == 0;
}

/// For processors without vectors: eight bytes of ASCII at once, characters of three bytes by twos, all else one by one. Where much
/// has been ASCII, whole blocks of it, in a loop that compilers can make something of.
template <class Sink>
GALLEY_INLINE void each_code_point_by_words(std::string_view text, Sink& sink) {
    const char* at = text.data();
    const char* const last = at + text.size();
    unsigned ascii_words_seen = 0;
    while (last - at >= 8) {
        const std::uint64_t beyond_ascii = scalar::load_little(octets(at)) & scalar::tops;
        if (beyond_ascii == 0) {
            for (unsigned k = 0; k < 8; ++k) sink(char32_t{octet(at[k])});
            at += 8;
            if (++ascii_words_seen < 4) continue;
            ascii_words_seen = 0;
            for (; last - at >= std::ptrdiff_t{block_bytes} && is_ascii_block(at); at += block_bytes)
                for (std::size_t k = 0; k < block_bytes; ++k) sink(char32_t{octet(at[k])});
            continue;
        }
        ascii_words_seen = 0;
        const unsigned ascii = trailing_zeros(beyond_ascii) / 8;
        for (unsigned k = 0; k < ascii; ++k) sink(char32_t{octet(at[k])});
        at += ascii;
        do {
            at = scalar::each_of_three_bytes(at, last, sink);
            if (octet(*at) < 0x80) break;
            const char* next = at;
            sink(utf8_next(next, last).code_point);
            at = next;
        } while (at != last && octet(*at) >= 0x80);
    }
    while (at != last) sink(utf8_next(at, last).code_point);
}

/// The same for a room of one code point an octet.
inline transcoded to_utf32_by_words(std::string_view text, char32_t* out) noexcept {
    char32_t* end = out;
    const auto put = [&end](char32_t code_point) { *end++ = code_point; };
    each_code_point_by_words(text, put);
    return {text.size(), static_cast<std::size_t>(end - out)};
}

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

/// Decodes a chunk by the best kernel there is; null when it is ill-formed.
struct decode_ahead {
    const char32_t* operator()(const char* from, std::size_t size, std::size_t readable, bool goes_on, char32_t* out) const noexcept {
        return with_kernel([&](auto kernel) -> const char32_t* {
            return kernel.valid(octets(from), size, goes_on) ? kernel.to_utf32(octets(from), size, readable, out) : nullptr;
        });
    }
};

/// Where much is ASCII, straight from the text; else by chunks that are decoded ahead. Inline, so that what the sink counts can
/// stay in registers.
template <class Sink, class Decode = decode_ahead>
GALLEY_INLINE void each_code_point_by_chunks(std::string_view text, Sink& sink, Decode decode = {}) {
    constexpr std::size_t ahead = 1024;
    char32_t decoded_ahead[ahead + emit_slack];
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) {
        if (last - at >= std::ptrdiff_t{2 * block_bytes} && is_ascii_block(at + block_bytes)) {
            for (; last - at >= std::ptrdiff_t{block_bytes} && is_ascii_block(at); at += block_bytes)
                for (std::size_t k = 0; k < block_bytes; ++k) sink(char32_t{octet(at[k])});
            for (const char* const stop = at + block_bytes; last - at >= 16 && at < stop;) {
                if (((scalar::load(octets(at)) | scalar::load(octets(at + 8))) & scalar::tops) == 0) {
                    for (const char* const end = at + 16; at != end; ++at) sink(char32_t{octet(*at)});
                } else {
                    sink(utf8_next(at, last).code_point);
                }
            }
            continue;
        }
        const std::size_t rest = static_cast<std::size_t>(last - at);
        const char* const stop = at + (rest <= ahead ? rest : whole_characters(octets(at), ahead));
        // What is ill-formed may have been left in its midst: its rest must not be taken for the end of a character.
        const bool goes_on = at - text.data() >= 3 && !is_continuation(octet(*at));
        const char32_t* const end = decode(at, static_cast<std::size_t>(stop - at), rest, goes_on, decoded_ahead);
        if (end != nullptr) {
            for (const char32_t* c = decoded_ahead; c != end; ++c) sink(*c);
            at = stop;
        }
        while (at < stop) sink(utf8_next(at, last).code_point);
    }
}

#endif  // GALLEY_BLOCKS

}  // namespace detail

GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_UTF8_TEXT_HPP
