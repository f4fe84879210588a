// Peers that tokenize by the same classes: PCRE2 with its compiler, RE2, and a lexer that re2c generates.
// SPDX-License-Identifier: BSL-1.0
#include "speed.hpp"

#include <galley/unicode.hpp>

#include <cstdio>
#include <memory>

#if GALLEY_BENCH_PCRE2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif
#if GALLEY_BENCH_RE2
#include <re2/re2.h>
#endif
#if GALLEY_BENCH_RE2C
namespace bench {
/// The token at `at`: returns its kind, and where it ends. `last` points at a zero byte.
unsigned re2c_next(const char*& at, const char* last);
}
#endif

namespace bench {
namespace {

/// The runs in the syntax that both regular expression libraries read, an alternative a kind, by Unicode properties.
/// `script` is what PCRE2 wants before a script's name lest it take Script_Extensions.
[[maybe_unused]] std::string properties(const std::string& script) {
    const std::string mark = "\\p{M}\\p{Cf}";
    const auto run = [&](const std::string& members) { return "([" + members + "][" + members + mark + "]*)"; };
    const auto of = [&](const char* name) { return "\\p{" + script + name + "}"; };
    const std::string han = of("Han") + "\\x{3006}";
    const std::string kana = of("Hiragana") + of("Katakana") + "\\x{30FC}\\x{FF70}";
    return run(han) + "|" + run(kana) + "|" + run(of("Hangul")) + "|" +
           "((?:[A-Za-z\\x{AA}-\\x{BA}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}" + of("Greek") + of("Cyrillic") +
           of("Arabic") + of("Hebrew") + "][" + mark + "]*)+)|" + "([0-9]+(?:[.,][0-9]+)*)|" + run("\\p{Nd}") + "|(\\p{P})|" +
           run("\\p{S}\\p{No}") + "|" + run("\\t\\p{Zs}") + "|(\\r\\n|[\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}])|([^\\x00])";
}

#if GALLEY_BENCH_PCRE2
struct pcre2_machine {
    pcre2_code* code = nullptr;
    pcre2_match_data* match = nullptr;

    pcre2_machine() {
        const std::string pattern = properties("sc:");
        int error = 0;
        PCRE2_SIZE where = 0;
        code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), PCRE2_UTF | PCRE2_ANCHORED, &error,
                             &where, nullptr);
        if (code == nullptr) {
            std::fprintf(stderr, "speed: PCRE2 does not take the pattern, error %d at %zu\n", error,
                         static_cast<std::size_t>(where));
            return;
        }
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
        match = pcre2_match_data_create_from_pattern(code, nullptr);
    }
    ~pcre2_machine() {
        pcre2_match_data_free(match);
        pcre2_code_free(code);
    }
    pcre2_machine(const pcre2_machine&) = delete;
    pcre2_machine& operator=(const pcre2_machine&) = delete;
};

outcome by_pcre2(std::string_view text) {
    static const pcre2_machine machine;
    if (machine.code == nullptr) return {};
    token_digest digest;
    const auto* bytes = reinterpret_cast<PCRE2_SPTR>(text.data());
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(machine.match);
    for (std::size_t at = 0; at < text.size();) {
        const int groups = pcre2_jit_match(machine.code, bytes, text.size(), at, PCRE2_NO_UTF_CHECK, machine.match, nullptr);
        at = groups > 0 ? ends[1] : at + 1;
        digest.add(at, static_cast<unsigned>(groups));
    }
    return digest.found;
}
#endif

#if GALLEY_BENCH_RE2
outcome by_re2(std::string_view text) {
    static const RE2 machine("(?:" + properties("") + ")");
    token_digest digest;
    re2::StringPiece rest(text.data(), text.size()), found;
    while (!rest.empty()) {
        const bool matched = machine.Match(rest, 0, rest.size(), RE2::ANCHOR_START, &found, 1);
        const std::size_t size = matched && !found.empty() ? found.size() : 1;
        rest.remove_prefix(size);
        digest.add(text.size() - rest.size(), 0);
    }
    return digest.found;
}
#endif

#if GALLEY_BENCH_RE2C
outcome by_re2c(std::string_view text) {
    token_digest digest;
    const char* const last = text.data() + text.size();
    for (const char* at = text.data(); at != last;) {
        const unsigned kind = re2c_next(at, last);
        digest.add(static_cast<std::uint64_t>(at - text.data()), kind);
    }
    return digest.found;
}
#endif

}  // namespace

void add_tokenizer_peers(field& to) {
    (void)to;
#if GALLEY_BENCH_RE2C
    to.push_back({"tokenize", "re2c", by_re2c});
#endif
#if GALLEY_BENCH_PCRE2
    to.push_back({"tokenize", "PCRE2 JIT", by_pcre2, agreement::nearly});
#endif
#if GALLEY_BENCH_RE2
    to.push_back({"tokenize", "RE2", by_re2, agreement::nearly});
#endif
}

}  // namespace bench
