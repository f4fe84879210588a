// Hyphens at line ends: galley, which decides about each, beside what finds them and drops them all.
// SPDX-License-Identifier: BSL-1.0
#include "speed.hpp"

#include <galley/dehyphenate.hpp>
#include <galley/lexicon.hpp>

#include <cstring>
#include <memory>

#if GALLEY_BENCH_PCRE2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif

namespace bench {
namespace {

/// Every piece of the result is seen, and where it ends.
struct piece_digest {
    outcome found;
    void add(std::size_t size) {
        found.size += size;
        found.digest += found.size;
    }
};

outcome by_galley(std::string_view text) {
    piece_digest digest;
    galley::dehyphenate(text, [&digest](std::string_view piece) { digest.add(piece.size()); });
    return digest.found;
}

template <class Lexicon>
outcome by_galley_with(std::string_view text) {
    piece_digest digest;
    const auto words = std::make_unique<Lexicon>();
    galley::dehyphenate(text, *words, [&digest](std::string_view piece) { digest.add(piece.size()); });
    return digest.found;
}

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Each line feed by memchr: drops it, with the hyphen before it, between two letters of ASCII.
outcome by_memchr(std::string_view text) {
    piece_digest digest;
    const char* const last = text.data() + text.size();
    const char* piece = text.data();
    for (const char* at = text.data(); at != last; ++at) {
        at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(last - at)));
        if (at == nullptr) break;
        if (at - piece < 2 || at[-1] != '-' || !is_letter(at[-2]) || at + 1 == last || !is_letter(at[1])) continue;
        digest.add(static_cast<std::size_t>(at - 1 - piece));
        piece = at + 1;
    }
    digest.add(static_cast<std::size_t>(last - piece));
    return digest.found;
}

#if GALLEY_BENCH_PCRE2
/// The same by an expression.
outcome by_pcre2(std::string_view text) {
    int error = 0;
    PCRE2_SIZE where = 0;
    const std::unique_ptr<pcre2_code, void (*)(pcre2_code*)> code(
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>("(?<=[A-Za-z])-\n(?=[A-Za-z])"), PCRE2_ZERO_TERMINATED, 0, &error, &where, nullptr), pcre2_code_free);
    if (!code || pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE) != 0) return {};
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> match(
        pcre2_match_data_create_from_pattern(code.get(), nullptr), pcre2_match_data_free);
    const PCRE2_SIZE* const ends = pcre2_get_ovector_pointer(match.get());
    const auto* const bytes = reinterpret_cast<PCRE2_SPTR>(text.data());
    piece_digest digest;
    std::size_t piece = 0;
    while (pcre2_jit_match(code.get(), bytes, text.size(), piece, 0, match.get(), nullptr) > 0) {
        digest.add(ends[0] - piece);
        piece = ends[1];
    }
    digest.add(text.size() - piece);
    return digest.found;
}
#endif

}  // namespace

std::string hyphenated(std::string_view text) {
    std::string lines;
    std::size_t column = 0, word = 0;
    for (std::size_t at = 0; at < text.size(); ++at, ++column) {
        if (column >= 60 && (text[at] == ' ' || text[at] == '\n')) {
            lines += '\n';
            column = word = 0;
            continue;
        }
        const bool long_word = word >= 5 && at + 4 < text.size() && is_letter(text[at]) && is_letter(text[at + 1]) && is_letter(text[at + 2]) && is_letter(text[at + 3]);
        if (column >= 60 && long_word) {
            lines += "-\n";
            column = 0;
        }
        lines += text[at] == '\n' ? ' ' : text[at];
        word = is_letter(text[at]) ? word + 1 : 0;
    }
    return lines;
}

void add_hyphens(field& to) {
    to.push_back({"dehyphenate", "galley", by_galley, agreement::none});
    to.push_back({"dehyphenate", "galley, Bloom filter", by_galley_with<galley::bloom_lexicon<65536>>, agreement::none});
    to.push_back({"dehyphenate", "galley, 4 KB of questions", by_galley_with<galley::rescan_lexicon<4096>>, agreement::none});
    to.push_back({"dehyphenate", "galley, 64 KB of questions", by_galley_with<galley::rescan_lexicon<65536>>, agreement::none});
    to.push_back({"dehyphenate", "memchr, drops all", by_memchr, agreement::none});
#if GALLEY_BENCH_PCRE2
    to.push_back({"dehyphenate", "PCRE2 JIT, drops all", by_pcre2, agreement::none});
#endif
}

}  // namespace bench
