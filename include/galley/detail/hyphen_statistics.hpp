// galley: what a document's lines say about its hyphens.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_STATISTICS_HPP
#define GALLEY_DETAIL_HYPHEN_STATISTICS_HPP

#include <galley/config.hpp>
#include <galley/detail/hyphen_lists.hpp>
#include <galley/detail/hyphen_parts.hpp>
#include <galley/detail/hyphen_scan.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail {

/// How many of the words of each language a text has.
struct language_votes {
    std::uint16_t count[language_count] = {};
    std::uint16_t camels = 0;
    std::uint16_t capitals = 0;

    constexpr void add(std::string_view text) noexcept {
        word_hash hash = 0;
        const char* at = text.data();
        const char* const last = at + text.size();
        unsigned before = 0;
        unsigned now = 0;
        while (at != last) {
            const char32_t c = octet(*at) < 0x80 ? octet(*at++) : utf8_next(at, last).code_point;
            const unsigned two = before;
            before = now;
            now = c < 0x80 || is_letter(c) ? kinds_of(c) : 0;
            if ((now & kind::letter) == 0) {
                if (hash != 0 && frequent_sieve.has(hash)) add(frequent.lists_of(hash));
                hash = 0;
                continue;
            }
            hash = hash_step(hash, fold_case(c));
            if ((now & kind::capital) == 0) continue;
            if (before == kind::letter) ++camels;
            if ((before & kind::hyphen) != 0 && (two & kind::letter) != 0) ++capitals;
        }
    }

    constexpr void add(language_set languages) noexcept {
        for (std::size_t l = 0; languages != 0; ++l, languages >>= 1) {
            count[l] = static_cast<std::uint16_t>(count[l] + (languages & 1U));
        }
    }

    constexpr std::size_t best() const noexcept {
        std::size_t most = 0;
        for (std::size_t l = 1; l < language_count; ++l) {
            if (count[l] > count[most]) most = l;
        }
        return most;
    }
};

}  // namespace detail

/// What a document (or its beginning, in a stream) says about its hyphens: which compounds stand inside lines, how often
/// lines end in a hyphen, how dashes are set, which language it is. Fixed size, about 640 bytes; a stream keeps one from
/// its first byte on.
class hyphen_statistics {
public:
    /// Counts the hyphens and lines of a piece of text: a line with its break, some lines, or all of it. Linear, about as
    /// fast as a search for three bytes.
    constexpr void read(std::string_view text) noexcept {
        const auto feeds = [&](std::size_t count, std::size_t last) {
            lines_ += static_cast<std::uint32_t>(count);
            line_bytes_ = bytes_ + last;
        };
        detail::for_each_mark(text, feeds, [&](std::size_t at) { text[at] == 0x2D ? note_inner_hyphen(text, at, at + 1) : note_dash(text, at); });
        bytes_ = bytes_ + text.size() < bytes_ ? ~std::size_t{0} : bytes_ + text.size();
        if (sampled_ < sample_bytes) {
            const std::size_t room = static_cast<std::size_t>(sample_bytes - sampled_);
            sample(detail::slice(text, 0, text.size() < room ? text.size() : room));
        }
    }

    /// Counts one line-end hyphen. `before` ends at the line break, `after` begins behind it.
    constexpr void note_line_end(std::string_view before, std::string_view after) noexcept {
        detail::hyphen_parts parts;
        detail::split_hyphen(before, after, false, parts);
        note_line_end(parts, before, after);
    }

    /// The same, taken apart already.
    constexpr void note_line_end(const detail::hyphen_parts& parts, std::string_view before, std::string_view after) noexcept {
        if (!parts.is_joint() || !parts.left.is(0, detail::kind::hyphen)) return;
        count(parts.right.is(parts.right.first, detail::kind::capital) ? capital_ends_ : lower_ends_);
        if (sampled_ < sample_bytes || sampled_ >= most_sampled) return;
        sample(detail::slice(before, before.size() > sample_around ? before.size() - sample_around : 0, before.size()));
        sample(detail::slice(after, 0, after.size() < sample_around ? after.size() : sample_around));
    }

    /// Adds the witness of one line-end hyphen to the question whether the text was wrapped without hyphenation; in eighths.
    constexpr void note_plainness(int share) noexcept {
        if (witnesses_ >= most_witnesses) return;
        ++witnesses_;
        plainness_ = static_cast<std::int16_t>(plainness_ + share);
    }

    /// How likely a line-end hyphen belongs to its word, from the rate of compounds inside lines: natural logarithm of the
    /// odds, in eighths, -32 to 16.
    constexpr int rate_prior(bool capital) const noexcept {
        const std::uint32_t mean = lines_ == 0 ? 60U : quotient(static_cast<std::uint32_t>(line_bytes_), lines_);
        const std::uint32_t expected = quotient((capital ? capital_inside_ : lower_inside_) * 384U, mean < 20 ? 20U : mean);
        const std::uint32_t seen = (capital ? capital_ends_ : lower_ends_) * 64U;
        const std::uint32_t surplus = seen > expected ? seen - expected : 0;
        const int log = (logarithm(expected + 19U) - logarithm(surplus + 38U)) * 11 / 32;  // ln 2 / 2
        return log < -32 ? -32 : log > 16 ? 16 : log;
    }

    /// How few lines end in a hyphen before a small letter, which in a text that was hyphenated many do: binary logarithm of
    /// the lines for each, in sixteenths, 0 (one in 256 or more) to 32.
    constexpr int sparseness() const noexcept {
        const int log = logarithm(lines_ + 8U) - logarithm(lower_ends_ + 1U) - 128;
        return log < 0 ? 0 : log > 32 ? 32 : log;
    }

    /// Whether the text was wrapped without hyphenation, without the witness of this hyphen: in eighths, -32 (no) to 32.
    constexpr int plainness(int own_share) const noexcept {
        const int value = plainness_ - own_share - 20;
        return value < -32 ? -32 : value > 32 ? 32 : value;
    }

    /// Words with a capital inside are more frequent than compounds with one behind the hyphen.
    constexpr bool has_camels() const noexcept { return votes_.camels > votes_.capitals; }

    /// Dashes with a blank on both sides are at least as frequent as those without.
    constexpr bool dashes_are_spaced() const noexcept { return spaced_dashes_ >= closed_dashes_; }

    /// Whether the document has this word (of up to six letters) after a suspended hyphen; it remembers the last eight.
    constexpr bool follows_suspension(detail::word_hash word) const noexcept {
        for (const detail::word_hash w : suspended_) {
            if (w == word && w != 0) return true;
        }
        return false;
    }

    /// Whether the document has a compound, or a first or last part of one, with this key inside a line. It may take one
    /// for known that is not: of a hundred compounds' keys, about one in a hundred others.
    constexpr bool has_compound(word_key key) const noexcept {
        for (const std::uint32_t bit : {key % (8U * compound_bytes), (key >> 16) % (8U * compound_bytes)}) {
            if (((compounds_[bit >> 3] >> (bit & 7U)) & 1U) == 0) return false;
        }
        return true;
    }

    /// How much a yes of `has_compound` is worth: 8 where few bits are set, 0 where all are.
    constexpr int trust_in_compounds() const noexcept { return 8 - static_cast<int>(compound_bits_ / compound_bytes); }

    /// The language of most of the frequent words that were seen.
    constexpr detail::language language() const noexcept {
        const std::size_t best = votes_.best();
        return votes_.count[best] < 2 ? detail::language::unknown : static_cast<detail::language>(best);
    }

    /// How much text that is: binary logarithm of its bytes, -8 (64) to 8 (4 MB).
    constexpr int text_size() const noexcept {
        int log = -14;
        for (std::size_t rest = bytes_; rest > 1; rest >>= 1) ++log;
        return log < -8 ? -8 : log > 8 ? 8 : log;
    }

    /// Bytes read.
    constexpr std::size_t bytes() const noexcept { return bytes_; }

private:
    static constexpr std::uint16_t sample_bytes = 2048;   ///< of the beginning
    static constexpr std::uint16_t most_sampled = 16384;  ///< the rest around hyphens
    static constexpr std::size_t sample_around = 96;
    static constexpr std::uint8_t most_witnesses = 48;
    static constexpr std::size_t longest_conjunction = 6;  ///< letters
    static constexpr std::size_t most_suspended = 8;
    static constexpr std::uint32_t compound_bytes = 512;

    GALLEY_NOINLINE constexpr void sample(std::string_view text) noexcept {
        votes_.add(text);
        sampled_ = static_cast<std::uint16_t>(sampled_ + text.size());
    }

    /// ASCII, but no letter.
    static constexpr bool is_plain_sign(char c) noexcept { return detail::octet(c) < 0x80 && !detail::is_ascii_letter(detail::octet(c)); }

    /// A hyphen inside a line, from `first` to `last`: what it joins is a compound. A part that a line end has torn is none.
    constexpr void note_inner_hyphen(std::string_view text, std::size_t first, std::size_t last) noexcept {
        using namespace detail;
        if (first == 0 || last == text.size() || is_plain_sign(text[first - 1]) || (text[last] != ' ' && is_plain_sign(text[last]))) return;
        hyphen_parts parts;
        parts.left.enough = 1;
        parts.right.enough = 2;
        read_side(slice(text, 0, first), side::left, parts.left);
        parts.left.cut(0);
        if (parts.left.letters == 0 || parts.left.apart != 0) return;
        read_side(slice(text, last, text.size()), side::right, parts.right);
        parts.right.cut(0);
        fold_joint(parts);
        const word_hash a = parts.joint.left_hash();
        const word_hash b = parts.joint.right_hash();
        if (parts.right.apart == kind::gap) {
            add_compound(key_of(word_class::first_part, a));
            return note_suspended(parts.right, b);
        }
        if (parts.right.letters == 0 || parts.right.apart != 0) return;
        count(parts.right.is(0, kind::capital) ? capital_inside_ : lower_inside_);
        const std::size_t behind = parts.right.letters;
        if (parts.right.at(behind) == u'-' && (behind + 1 == parts.right.size || parts.right.is(behind + 1, kind::line_break))) return;
        add_compound(compound_key(a, b));
        add_compound(key_of(word_class::first_part, a));
        add_compound(key_of(word_class::last_part, b));
    }

    constexpr void add_compound(word_key key) noexcept {
        for (const std::uint32_t bit : {key % (8U * compound_bytes), (key >> 16) % (8U * compound_bytes)}) {
            std::uint8_t& byte = compounds_[bit >> 3];
            compound_bits_ = static_cast<std::uint16_t>(compound_bits_ + ((~unsigned{byte} >> (bit & 7U)) & 1U));
            byte = static_cast<std::uint8_t>(byte | 1U << (bit & 7U));
        }
    }

    /// A short word after a word, a hyphen and a blank.
    constexpr void note_suspended(const detail::hyphen_side& word, detail::word_hash hash) noexcept {
        if (word.letters == 0 || word.letters > longest_conjunction || word.letters == word.size || follows_suspension(hash)) return;
        suspended_[next_suspended_] = hash;
        next_suspended_ = static_cast<std::uint8_t>((next_suspended_ + 1U) % most_suspended);
    }

    GALLEY_INLINE constexpr void note_dash(std::string_view text, std::size_t at) noexcept {
        using namespace detail;
        // U+2010 to U+2015 and U+2212 end in such an octet.
        if (text.size() - at < 3 || (octet(text[at + 1]) & 0xF7U) != 0x80U || octet(text[at + 2]) - 0x90U >= 6) return;
        const unsigned kinds = kinds_of_sign(first_of(slice(text, at, text.size())));
        if ((kinds & kind::hyphen) != 0) note_inner_hyphen(text, at, at + 3);
        if ((kinds & kind::dash) == 0) return;
        const unsigned before = kinds_of(last_of(slice(text, 0, at)));
        const unsigned both = before & kinds_of(first_of(slice(text, at + 3, text.size())));
        if ((both & kind::gap) != 0) count(spaced_dashes_);
        if ((both & kind::letter) != 0) count(closed_dashes_);
    }

    static constexpr void count(std::uint32_t& counter) noexcept {
        if (counter < 0xFFFFF) ++counter;
    }

    /// By shifts and differences: where there is no instruction for it, the library's function is several times as long.
    static constexpr std::uint32_t quotient(std::uint32_t dividend, std::uint32_t divisor) noexcept {
        if (GALLEY_BLOCKS) return dividend / divisor;
        std::uint32_t result = 0;
        std::uint32_t rest = 0;
        for (unsigned bit = 32; bit-- != 0;) {
            rest = rest << 1 | (dividend >> bit & 1U);
            result <<= 1;
            if (rest >= divisor) rest -= divisor, ++result;
        }
        return result;
    }

    /// Binary logarithm of a positive number, in sixteenths.
    static constexpr int logarithm(std::uint32_t value) noexcept {
        int log = 0;
        while (value >= 32) value = (value + 1) / 2, log += 16;
        constexpr std::uint8_t sixteenths[] = {0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15};
        while (value < 16) value *= 2, log -= 16;
        return log + 64 + sixteenths[value - 16];
    }

    std::uint8_t witnesses_ = 0;
    std::uint8_t next_suspended_ = 0;
    std::int16_t plainness_ = 0;
    std::uint16_t sampled_ = 0;
    std::uint16_t compound_bits_ = 0;
    std::uint32_t lower_inside_ = 0;
    std::uint32_t capital_inside_ = 0;
    std::uint32_t lower_ends_ = 0;
    std::uint32_t capital_ends_ = 0;
    std::uint32_t spaced_dashes_ = 0;
    std::uint32_t closed_dashes_ = 0;
    std::uint32_t lines_ = 0;
    std::size_t line_bytes_ = 0;
    std::size_t bytes_ = 0;
    detail::language_votes votes_;
    detail::word_hash suspended_[most_suspended] = {};
    std::uint8_t compounds_[compound_bytes] = {};
};

GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_STATISTICS_HPP
