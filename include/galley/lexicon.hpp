// galley: what words a document has, in a buffer of fixed size.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_LEXICON_HPP
#define GALLEY_LEXICON_HPP

#include <galley/config.hpp>
#include <galley/detail/word_key.hpp>
#include <galley/detail/word_reader.hpp>
#include <galley/status.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

GALLEY_NAMESPACE_BEGIN

// A lexicon is any type that has
//
//   static constexpr lexicon_kind kind;
//   bool holds(word_class) const;              is this class of words kept at all
//   void insert(word_class, word_key);         the text has it
//   bool contains(word_class, word_key) const; was it inserted; some may say yes by mistake, none says no by mistake
//   std::uint32_t size() const;                keys held
//   unsigned false_positives() const;          how many of 1000 keys never inserted it would say yes to, about
//
// all of them noexcept. Keys come from `key_of_word` or from `read_words`. A lexicon whose kind is `callback` has
// `contains_word(std::string_view)` in place of `contains` and is never told of the text.

/// What a lexicon's answers are worth; each kind has weights of its own.
enum class lexicon_kind : std::uint8_t {
    none,      ///< knows nothing
    filter,    ///< what was inserted so far, and some more by mistake
    exact,     ///< what was inserted so far; by mistake hardly ever more
    callback,  ///< a dictionary of the caller's
};

/// No lexicon: rules and shapes alone decide. No storage.
class no_lexicon {
public:
    static constexpr lexicon_kind kind = lexicon_kind::none;
    static constexpr bool holds(word_class) noexcept { return false; }
    static constexpr void insert(word_class, word_key) noexcept {}
    static constexpr bool contains(word_class, word_key) noexcept { return false; }
    static constexpr std::uint32_t size() noexcept { return 0; }
    static constexpr unsigned false_positives() noexcept { return 0; }
};

namespace detail {

/// Nobody is told.
template <std::size_t Told>
class word_reader<no_lexicon, Told> {
public:
    constexpr void read(std::string_view, no_lexicon&) noexcept {}
    constexpr void end_text(no_lexicon&) noexcept {}
    constexpr void push(std::string_view, no_lexicon&) noexcept {}
    constexpr void finish(no_lexicon&) noexcept {}
};

}  // namespace detail

/// A dictionary of the caller's: `Contains` is called with a folded (small) word in UTF-8, compounds with U+002D between
/// their parts, and says whether it is one. Anything that converts the result to bool will do.
template <class Contains>
class callback_lexicon {
public:
    static constexpr lexicon_kind kind = lexicon_kind::callback;
    constexpr explicit callback_lexicon(Contains contains) noexcept : contains_(contains) {}
    static constexpr bool holds(word_class c) noexcept { return c == word_class::word || c == word_class::compound; }
    static constexpr void insert(word_class, word_key) noexcept {}
    constexpr bool contains_word(std::string_view word) const noexcept { return static_cast<bool>(contains_(word)); }
    static constexpr std::uint32_t size() noexcept { return 0; }
    static constexpr unsigned false_positives() noexcept { return 0; }

private:
    Contains contains_;
};

namespace detail {

/// Storage of a filter inside the object, or (0 bytes) the caller's.
template <std::size_t Bytes>
struct bloom_storage {
    static_assert(Bytes >= 64 && (Bytes & (Bytes - 1)) == 0 && Bytes <= (std::size_t{1} << 28), "a power of two, from 64 bytes to 256 MB");
    std::uint8_t bytes[Bytes] = {};
    static constexpr std::size_t size() noexcept { return Bytes; }
};

template <>
struct bloom_storage<0> {
    std::uint8_t* bytes = nullptr;
    std::size_t count = 0;
    constexpr std::size_t size() const noexcept { return count; }
};

/// What pays in a filter of that size: more classes in a small one only make it say yes to everything.
constexpr word_classes classes_for(std::size_t bytes) noexcept {
    unsigned classes = unsigned{class_bit(word_class::word)} | class_bit(word_class::compound);
    if (bytes >= 2048) classes |= unsigned{class_bit(word_class::first_part)} | class_bit(word_class::last_part);
    if (bytes >= 4096) classes |= unsigned{class_bit(word_class::gram)} | class_bit(word_class::name_front);
    return static_cast<word_classes>(classes);
}

constexpr std::size_t power_of_two_below(std::size_t bytes) noexcept {
    std::size_t power = 1;
    while (power <= bytes / 2) power *= 2;
    return power;
}

constexpr std::uint8_t bits_of(std::uint32_t value) noexcept {
    std::uint8_t count = 0;
    for (; value != 0; value &= value - 1) ++count;
    return count;
}

}  // namespace detail

/// A Bloom filter: remembers words by a few bits each, never forgets one, and takes some for known that are not.
/// `Bytes` is a power of two; the object is that and 16 bytes. `Bytes == 0`: over the caller's storage (`bloom_lexicon_view`).
/// Insertion and query take constant time. (B. H. Bloom, 1970; double hashing after Kirsch and Mitzenmacher, 2006.)
template <std::size_t Bytes>
class bloom_lexicon {
public:
    static constexpr lexicon_kind kind = lexicon_kind::filter;

    constexpr bloom_lexicon() noexcept = default;

    /// Over the caller's storage, of which the greatest power of two is used (at least 64 bytes, or nothing is kept).
    /// The storage must be zero, or hold a filter of the same size, whose figures are then counted anew.
    template <std::size_t B = Bytes, class = std::enable_if_t<B == 0>>
    constexpr bloom_lexicon(std::uint8_t* storage, std::size_t size) noexcept {
        if (size < 64) return;
        storage_.bytes = storage;
        storage_.count = detail::power_of_two_below(size);
        recount();
    }

    /// Classes that are kept: by the filter's size, or as a loaded one was made.
    constexpr bool holds(word_class c) const noexcept { return (detail::classes_for(bytes()) & class_bit(c)) != 0 && bytes() != 0; }

    constexpr void insert(word_class c, word_key key) noexcept {
        if (contains(c, key)) return;
        std::uint32_t added = 0;
        const std::uint32_t step = step_of(key);
        for (unsigned i = 0; i < hashes(); ++i, key += step) {
            const std::size_t bit = key & (bits() - 1U);
            std::uint8_t& byte = storage_.bytes[bit >> 3];
            added += ((unsigned{byte} >> (bit & 7U)) & 1U) ^ 1U;  // no branch: which bits are set is not to be predicted
            byte = static_cast<std::uint8_t>(byte | (1U << (bit & 7U)));
        }
        set_bits_ += added;
        ++size_;
    }

    constexpr bool contains(word_class, word_key key) const noexcept {
        if (bytes() == 0) return false;
        const std::uint32_t step = step_of(key);
        for (unsigned i = 0; i < hashes(); ++i, key += step) {
            const std::size_t bit = key & (bits() - 1U);
            if ((storage_.bytes[bit >> 3] & (1U << (bit & 7U))) == 0) return false;
        }
        return true;
    }

    /// A word of any script, by itself: a Korean eojeol, a name.
    constexpr void insert_word(std::string_view word) noexcept {
        if (bytes() != 0) insert(word_class::word, key_of_word(word));
    }
    constexpr bool contains_word(std::string_view word) const noexcept { return contains(word_class::word, key_of_word(word)); }

    /// Keys inserted that it did not seem to hold already.
    constexpr std::uint32_t size() const noexcept { return size_; }
    /// Bytes of the filter.
    constexpr std::size_t bytes() const noexcept { return storage_.size(); }
    /// Share of bits that are set, in thousandths.
    constexpr unsigned fill() const noexcept {
        std::uint32_t set = set_bits_;
        std::uint32_t log = logarithm(bits());
        for (; log > 20; --log) set >>= 1;
        return set * 1000U >> log;
    }
    /// Expected false positives in thousandths: the fill, to the power of the number of hashes.
    constexpr unsigned false_positives() const noexcept {
        const std::uint32_t share = fill();
        return hashes() == 2 ? share * share / 1000U : share * share / 1000U * share / 1000U;
    }

    constexpr void clear() noexcept {
        for (std::size_t i = 0; i < bytes(); ++i) storage_.bytes[i] = 0;
        set_bits_ = size_ = 0;
    }

    /// Takes in what another filter of the same size holds. False, and nothing done, where the sizes differ.
    template <std::size_t Other>
    constexpr bool merge(const bloom_lexicon<Other>& other) noexcept {
        if (other.bytes() != bytes()) return false;
        for (std::size_t i = 0; i < bytes(); ++i) storage_.bytes[i] |= other.data()[i];
        recount();
        return true;
    }

    /// The filter's bytes, the same on every machine.
    constexpr const std::uint8_t* data() const noexcept { return storage_.bytes; }

    /// Bytes that `save` writes.
    constexpr std::size_t saved_size() const noexcept { return header_size + bytes(); }

    /// Writes the filter octet by octet: "glx", version 2, the binary logarithm of its size, three zeros, its keys and its
    /// set bits (4 bytes each, little endian), then its bytes. Returns the iterator behind them.
    template <class Out>
    constexpr Out save(Out out) const noexcept {
        const auto put = [&out](std::uint32_t byte) {
            *out = static_cast<char>(static_cast<unsigned char>(byte & 0xFFU));
            ++out;
        };
        const std::uint32_t head[] = {0x67U, 0x6CU, 0x78U, version, logarithm(bytes()), 0U, 0U, 0U};
        for (const std::uint32_t byte : head) put(byte);
        for (unsigned shift = 0; shift < 32; shift += 8) put(size_ >> shift);
        for (unsigned shift = 0; shift < 32; shift += 8) put(set_bits_ >> shift);
        for (std::size_t i = 0; i < bytes(); ++i) put(storage_.bytes[i]);
        return out;
    }

    /// Replaces the filter by a saved one of the same size. `errc::empty` for no bytes, `errc::invalid` for what `save` did not
    /// write, `errc::overflow` for another size; the filter is then as it was.
    constexpr errc load(std::string_view saved) noexcept {
        if (saved.empty()) return errc::empty;
        const std::size_t size = saved_bytes(saved);
        if (size == 0) return errc::invalid;
        if (size != bytes()) return errc::overflow;
        for (std::size_t i = 0; i < size; ++i) storage_.bytes[i] = detail::octet(saved[header_size + i]);
        recount();
        size_ = word_at(saved, 8);
        return errc::ok;
    }

    /// Bytes of the filter that a saved one holds, 0 when it is none: what `bloom_lexicon_view` needs as storage.
    static constexpr std::size_t saved_bytes(std::string_view saved) noexcept {
        if (saved.size() < header_size || saved[0] != 'g' || saved[1] != 'l' || saved[2] != 'x' || detail::octet(saved[3]) != version) return 0;
        const unsigned log = detail::octet(saved[4]);
        if (log < 6 || log > 28 || saved.size() - header_size != (std::size_t{1} << log)) return 0;
        return std::size_t{1} << log;
    }

private:
    static constexpr std::size_t header_size = 16;
    static constexpr std::uint32_t version = 2;

    static constexpr std::uint32_t step_of(word_key key) noexcept { return (key >> 17) | (key << 15) | 1U; }
    static constexpr std::uint32_t logarithm(std::size_t power) noexcept {
        std::uint32_t log = 0;
        while (power > 1) power >>= 1, ++log;
        return log;
    }
    static constexpr std::uint32_t word_at(std::string_view bytes, std::size_t at) noexcept {
        std::uint32_t word = 0;
        for (std::size_t i = 4; i-- != 0;) word = (word << 8) | detail::octet(bytes[at + i]);
        return word;
    }

    constexpr std::uint32_t bits() const noexcept { return static_cast<std::uint32_t>(bytes() * 8U); }
    constexpr unsigned hashes() const noexcept { return bytes() <= 4096 ? 2 : 3; }

    constexpr void recount() noexcept {
        set_bits_ = 0;
        for (std::size_t i = 0; i < bytes(); ++i) set_bits_ += detail::bits_of(storage_.bytes[i]);
        size_ = set_bits_ / hashes();
    }

    detail::bloom_storage<Bytes> storage_;
    std::uint32_t set_bits_ = 0;
    std::uint32_t size_ = 0;
};

using bloom_lexicon_view = bloom_lexicon<0>;

/// For a text that is at hand more than once: holds the questions, not the words. First `record` what will be asked, then
/// `read_words` marks what the text has, then `contains` answers: never no by mistake, and yes by mistake hardly ever, though the
/// oftener the more words a text has: 23 bits of a key are compared, and its slot hangs on the others. When `record`
/// returns false the buffer is full: scan, use the answers, `clear`, and go on.
/// `Bytes` is a power of two, at least 256; RAM is that and 8 bytes. A query takes constant time on average.
template <std::size_t Bytes>
class rescan_lexicon {
    static_assert(Bytes >= 256 && (Bytes & (Bytes - 1)) == 0, "a power of two, from 256 bytes");

public:
    static constexpr lexicon_kind kind = lexicon_kind::exact;
    constexpr bool holds(word_class c) const noexcept { return (classes_ & class_bit(c)) != 0; }

    /// Questions that it has room for.
    static constexpr std::size_t capacity() noexcept { return slot_count / 5 * 4; }

    /// Room for that many more questions is left: at least so many `record` calls return true.
    constexpr bool has_room(std::size_t questions) const noexcept { return size_ + questions <= capacity(); }

    /// Asks whether the text has this key. False when the buffer is full.
    constexpr bool record(word_class, word_key key) noexcept {
        const std::size_t at = find(key);
        if (slots_[at] != 0) return true;
        if (size_ == capacity()) return false;
        slots_[at] = tag_of(key);
        middles_[at] = middle_of(key);
        filter_[filter_bit(key) >> 5] |= std::uint32_t{1} << (filter_bit(key) & 31U);
        ++size_;
        return true;
    }

    /// The text has it: answers the question, where it was asked.
    constexpr void insert(word_class, word_key key) noexcept {
        if ((filter_[filter_bit(key) >> 5] >> (filter_bit(key) & 31U) & 1U) != 0) answer(key);
    }

    constexpr bool contains(word_class, word_key key) const noexcept { return (slots_[find(key)] & seen_bit) != 0; }

    /// Questions held.
    constexpr std::uint32_t size() const noexcept { return size_; }
    static constexpr unsigned false_positives() noexcept { return 0; }

    /// Forgets all questions; those to come are of these classes only.
    constexpr void clear(word_classes classes = 0xFFFFU) noexcept {
        for (std::uint16_t& slot : slots_) slot = 0;
        for (std::uint32_t& word : filter_) word = 0;
        size_ = 0;
        classes_ = classes;
    }

private:
    static constexpr std::uint16_t seen_bit = 0x8000U;
    static constexpr std::uint16_t tag_mask = 0x7FFFU;
    static constexpr std::size_t filter_words = Bytes / 16;             // a quarter: most words of the text are turned away here
    static constexpr std::size_t slot_count = Bytes / 4;

    /// Looks at a key, which share as few bits as may be: the slot by the upper ones, the tag by the lower ones, and those between.
    static constexpr std::uint16_t tag_of(word_key key) noexcept { return static_cast<std::uint16_t>((key & tag_mask) == 0 ? 1U : key & tag_mask); }
    static constexpr std::uint8_t middle_of(word_key key) noexcept { return static_cast<std::uint8_t>(key >> 15 & 0xFFU); }
    static constexpr std::uint32_t filter_bit(word_key key) noexcept { return (key >> 10) & (static_cast<std::uint32_t>(filter_words) * 32U - 1U); }

    GALLEY_NOINLINE constexpr void answer(word_key key) noexcept {
        std::uint16_t& slot = slots_[find(key)];
        if (slot != 0) slot = static_cast<std::uint16_t>(slot | seen_bit);
    }

    /// Where the tag is, or the free slot where it would be. One slot in five is always free.
    constexpr std::size_t find(word_key key) const noexcept {
        const std::uint16_t tag = tag_of(key);
        auto at = static_cast<std::size_t>((std::uint64_t{key} * slot_count) >> 32);
        const std::uint8_t middle = middle_of(key);
        while (slots_[at] != 0 && ((slots_[at] & tag_mask) != tag || middles_[at] != middle)) at = at + 1 == slot_count ? 0 : at + 1;
        return at;
    }

    std::uint16_t slots_[slot_count] = {};
    std::uint8_t middles_[slot_count] = {};
    std::uint32_t filter_[filter_words] = {};
    std::uint32_t size_ = 0;
    word_classes classes_ = 0xFFFFU;
};

/// Tells a lexicon every word of a text that comes in chunks, cut anywhere, but for the two fragments beside a line-end
/// hyphen. Any cut gives the same lexicon. Linear; about 90 bytes of state.
template <class Lexicon>
using lexicon_feeder = detail::word_reader<Lexicon>;

/// Tells a lexicon every word of a whole text. Linear; 16 KB of stack where there is SIMD, else 100 bytes.
template <class Lexicon>
constexpr void read_words(std::string_view text, Lexicon& lexicon) noexcept {
    detail::word_reader<Lexicon, detail::usual_told_words> reader;
    reader.read(text, lexicon);
    reader.end_text(lexicon);
}

GALLEY_NAMESPACE_END

#endif // GALLEY_LEXICON_HPP
