// What the speed benchmark's files share: a contestant, and where the peers' files add theirs.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_BENCH_SPEED_HPP
#define GALLEY_BENCH_SPEED_HPP

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// What a contestant found out. `size` counts what the operation counts; `digest` covers all of it, 0 where there is none.
struct outcome {
    std::uint64_t size = 0;
    std::uint64_t digest = 0;
};

/// Whose outcome must agree with the first contestant's of the operation.
enum class agreement {
    exact,   ///< the same, or it does not run
    nearly,  ///< the same classes from other tables: sizes within one percent
    none,    ///< another segmentation: its size is printed
};

struct contestant {
    std::string operation;
    std::string name;
    std::function<outcome(std::string_view)> run;
    agreement agrees = agreement::exact;
};

using field = std::vector<contestant>;

/// Galley first: its first contestant of an operation is the reference.
void add_galley(field& to);
void add_utf8_peers(field& to);
void add_tokenizer_peers(field& to);
void add_word_break_peers(field& to);
void add_numbers(field& to);
void add_hyphens(field& to);

/// Numbers one a line, from a fixed seed: `prices`, `integers`, `measures`, `long`. Empty for another kind.
std::string number_text(const std::string& kind, std::size_t bytes);
/// The text in lines of sixty bytes or so, words that reach further divided by hyphens.
std::string hyphenated(std::string_view text);

/// UTF-32 is four times the text: pieces into one room, so that conversion is measured and not the memory behind it.
inline constexpr std::size_t piece_bytes = 32768;

/// `convert(piece, room)` returns how many code points it wrote; the digest looks at the first and the last.
template <class Convert>
outcome piecewise(std::string_view text, Convert&& convert) {
    static thread_local std::vector<char32_t> room(piece_bytes + 16);
    outcome found;
    for (std::size_t at = 0; at != text.size();) {
        std::size_t end = text.size() - at <= piece_bytes ? text.size() : at + piece_bytes;
        while (end != text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        const std::size_t written = convert(text.substr(at, end - at), room.data());
        found.size += written;
        found.digest += written == 0 ? 0 : room[0] + room[written - 1];
        at = end;
    }
    return found;
}

/// Every end and kind is looked at; cheap, and the same for all.
struct token_digest {
    outcome found;
    void add(std::uint64_t end, unsigned kind) {
        ++found.size;
        found.digest += end * 16 + kind;
    }
};

}  // namespace bench

#endif // GALLEY_BENCH_SPEED_HPP
