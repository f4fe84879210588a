// galley: whether a line of Hangul broke inside a word or between two.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HANGUL_JOINT_HPP
#define GALLEY_DETAIL_HANGUL_JOINT_HPP

#include <galley/config.hpp>
#include <galley/detail/boosted_trees.hpp>
#include <galley/detail/joint_model.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/detail/line_window.hpp>
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

/// What is measured about a break between two syllables.
enum hangul_evidence_name : std::uint8_t {
    hv_left, hv_right,          // how often a word ends with such a syllable, begins with such a one
    hv_left_length, hv_right_length,  // syllables of the halves
    hv_full,                    // percent of the lines around within an em and a quarter of the longest
    hv_left_on_line,            // width of the line less the longest
    hv_room,                    // what the second half would have had
    hv_joined_known, hv_left_known, hv_right_known,  // to the document; -1: not asked
    hv_spaces,                  // per hundred syllables of the line
    hangul_evidence_count
};

using hangul_evidence = tree_evidence<hangul_evidence_count>;

constexpr int syllable_score(const syllable_weight* table, std::size_t count, char32_t c) noexcept {
    std::size_t low = 0, high = count;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (table[middle].syllable < c) low = middle + 1;
        else high = middle;
    }
    return low < count && table[low].syllable == c ? table[low].weight : 0;
}

template <class Lexicon>
constexpr hangul_evidence gather_hangul(const lines_around& lines, std::string_view a, std::string_view b, const Lexicon& lexicon) noexcept {
    hangul_evidence e;
    const std::string_view left = last_syllables(a), right = first_syllables(b);
    e.set(hv_left, syllable_score(word_ends, sizeof word_ends / sizeof word_ends[0], last_of(a)));
    e.set(hv_right, syllable_score(word_begins, sizeof word_begins / sizeof word_begins[0], first_of(b)));
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
    return e;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HANGUL_JOINT_HPP
