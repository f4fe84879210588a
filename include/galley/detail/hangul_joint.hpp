// galley: whether a line of Hangul broke inside a word or between two.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HANGUL_JOINT_HPP
#define GALLEY_DETAIL_HANGUL_JOINT_HPP

#include <galley/config.hpp>
#include <galley/detail/boosted_trees.hpp>
#include <galley/detail/joint_model.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/detail/line_window.hpp>
#include <galley/detail/page_state.hpp>
#include <galley/detail/text.hpp>
#include <galley/lexicon.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// The syllables at a text's end, and at its beginning. All of them have three bytes.
constexpr std::string_view last_syllables(std::string_view text) noexcept {
    std::size_t size = 0;
    while (size + 3 <= text.size() && is_syllable(utf8_decode(text.data() + (text.size() - size - 3), text.data() + text.size()).code_point)) size += 3;
    return tail(text, text.size() - size);
}
constexpr std::string_view first_syllables(std::string_view text) noexcept {
    std::size_t size = 0;
    while (size < text.size() && is_syllable(utf8_decode(text.data() + size, text.data() + text.size()).code_point)) size += 3;
    return head(text, size);
}

/// Words of the document's own, apart from the other words of the lexicon. Words at a line's edge may be fragments, so the
/// first and the last of a line are not taken.
class hangul_words {
public:
    template <class Lexicon>
    static constexpr void read_line(std::string_view line, Lexicon& lexicon) noexcept {
        bool first = true;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < line.size(); ++at) {
            if (line[at] != ' ') continue;
            if (!first) insert(first_syllables(slice(line.data() + begin, line.data() + at)), lexicon);
            first = false;
            begin = at + 1;
        }
    }

    template <class Lexicon>
    static constexpr void insert(std::string_view word, Lexicon& lexicon) noexcept {
        if (word.size() >= 6) lexicon.insert(word_class::word, key_of(word, {}));
    }

    /// 1 when it is known, 0 when not.
    template <class Lexicon>
    static constexpr int knows(std::string_view word, std::string_view rest, const Lexicon& lexicon) noexcept {
        return lexicon.contains(word_class::word, key_of(word, rest)) ? 1 : 0;
    }

private:
    /// A mark that no other key has stands first.
    static constexpr word_key key_of(std::string_view word, std::string_view rest) noexcept {
        char bytes[49] = {'\x01'};
        std::size_t size = 1;
        for (const std::string_view part : {word, rest}) {
            for (std::size_t i = 0; i < part.size() && size < sizeof bytes; ++i) bytes[size++] = part[i];
        }
        return key_of_word({bytes, size});
    }
};

/// Tells a lexicon the Hangul words inside the lines of a whole text.
template <class Lexicon>
constexpr void read_hangul_words(std::string_view text, Lexicon& lexicon) noexcept {
    line_reader reader(static_cast<std::size_t>(-1));
    raw_line line;
    while (reader.next(text, true, line)) hangul_words::read_line(slice(text.data() + line.begin, text.data() + line.end), lexicon);
}

/// The syllables at a break, counted from 1; 0 where a word has but one.
struct word_edges {
    std::uint16_t before_last, last, first, second;
};

constexpr std::uint16_t syllable_number(std::string_view syllables, std::size_t at) noexcept {
    if (at + 3 > syllables.size()) return 0;
    return static_cast<std::uint16_t>(utf8_decode(syllables.data() + at, syllables.data() + syllables.size()).code_point - 0xAC00 + 1);
}

/// `left` and `right` are what last_syllables and first_syllables found.
constexpr word_edges edges_of(std::string_view left, std::string_view right) noexcept {
    const std::size_t end = left.size();
    return {end < 6 ? std::uint16_t{0} : syllable_number(left, end - 6), end < 3 ? std::uint16_t{0} : syllable_number(left, end - 3),
            syllable_number(right, 0), syllable_number(right, 3)};
}

/// What a feature says for a space, from -7 to 7; 0 where it is not in the table, which knows features by 16 bits of their hash.
constexpr int edge_weight(std::uint32_t feature) noexcept {
    std::uint32_t hash = feature * 0x9E3779B1U;
    hash ^= hash >> 15;
    hash *= 0x85EBCA77U;
    const unsigned entry = edge_weights[hash >> (32 - edge_weight_bits)];
    const int weight = static_cast<int>(entry & 15U);
    return entry >> 4 != (hash >> (28 - edge_weight_bits) & 15U) ? 0 : weight < 8 ? weight : weight - 16;
}

/// By the last syllable and the last two; by the first and the first two.
constexpr int left_edge_weight(const word_edges& e) noexcept {
    return edge_weight(e.last) + edge_weight(std::uint32_t{e.last} | std::uint32_t{e.before_last} << 14 | 1U << 28);
}
constexpr int right_edge_weight(const word_edges& e) noexcept {
    return edge_weight(std::uint32_t{e.first} | 2U << 28) + edge_weight(std::uint32_t{e.first} | std::uint32_t{e.second} << 14 | 3U << 28);
}

/// What is measured about a break between two syllables.
enum hangul_evidence_name : std::uint8_t {
    hv_left, hv_right,          // how much words that end so, that begin so, speak for a space
    hv_edges,                   // both
    hv_left_length, hv_right_length,  // syllables of the halves
    hv_full,                    // percent of the lines around within an em and a quarter of the longest
    hv_left_on_line,            // width of the line less the longest
    hv_room,                    // what the second half would have had
    hv_joined_known, hv_left_known, hv_right_known,  // to the document; -1: not asked
    hv_spaces,                  // per hundred syllables of the line
    hv_torn,                    // percent of the page's last breaks that seem to stand inside a word; -1: none yet
    hangul_evidence_count
};

using hangul_evidence = tree_evidence<hangul_evidence_count>;

template <class Lexicon>
constexpr hangul_evidence gather_hangul(const lines_around& lines, const page_state& page, std::string_view a, std::string_view b, const Lexicon& lexicon) noexcept {
    hangul_evidence e;
    const std::string_view left = last_syllables(a), right = first_syllables(b);
    const word_edges edges = edges_of(left, right);
    e.set(hv_left, left_edge_weight(edges));
    e.set(hv_right, right_edge_weight(edges));
    e.set(hv_edges, e[hv_left] + e[hv_right]);
    e.set(hv_left_length, static_cast<int>(left.size() / 3));
    e.set(hv_right_length, static_cast<int>(right.size() / 3));
    int longest = 0, count = 0, full = 0;
    for (int i = lines.first(); i <= lines.last(); ++i) {
        if (lines[i].hanguls != 0 && lines[i].width > longest && lines[i].width <= lines[0].width + 8) longest = lines[i].width;
    }
    for (int i = lines.first(); i <= lines.last(); ++i) {
        if (lines[i].hanguls == 0 || lines[i].width * 3 < longest * 2) continue;
        ++count;
        full += lines[i].width + 5 >= longest;
    }
    e.set(hv_full, count == 0 ? 0 : full * 100 / count);
    e.set(hv_left_on_line, lines[0].width - longest);
    e.set(hv_room, longest - lines[0].width - static_cast<int>(right.size() / 3 * 4));
    const bool asked = Lexicon::kind != lexicon_kind::none;
    e.set(hv_joined_known, asked ? hangul_words::knows(left, right, lexicon) : -1);
    e.set(hv_left_known, asked ? hangul_words::knows(left, {}, lexicon) : -1);
    e.set(hv_right_known, asked ? hangul_words::knows(right, {}, lexicon) : -1);
    e.set(hv_spaces, lines[0].hanguls == 0 ? 0 : lines[0].spaces * 100 / lines[0].hanguls);
    e.set(hv_torn, page.torn_words.percent(1, -1));
    return e;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HANGUL_JOINT_HPP
