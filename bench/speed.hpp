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
