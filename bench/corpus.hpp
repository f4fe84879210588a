// Texts to time with: a megabyte each, generated, without a repeated passage, the same in every run.
#ifndef GALLEY_BENCH_CORPUS_HPP
#define GALLEY_BENCH_CORPUS_HPP

#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

namespace bench {

/// splitmix64.
class random {
public:
    explicit random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(next() % bound); }

private:
    std::uint64_t state_;
};

/// A script as the generator sees it: where its letters are, how long its words, what stands between them.
struct script {
    const char* name;
    char32_t first, last;
    std::uint32_t shortest_word, longest_word;
    bool spaced;
    char32_t comma, stop;
};

inline constexpr script scripts[] = {
    {"english", U'a', U'z', 1, 10, true, U',', U'.'},
    {"russian", 0x430, 0x44F, 1, 12, true, U',', U'.'},
    {"chinese", 0x4E00, 0x9FA5, 5, 18, false, 0xFF0C, 0x3002},
    {"japanese", 0x3041, 0x3093, 4, 14, false, 0x3001, 0x3002},
    {"korean", 0xAC00, 0xD7A3, 1, 5, true, U',', U'.'},
    {"emoji", 0x1F600, 0x1F64F, 1, 3, true, U'!', U'?'},
};
inline constexpr std::size_t script_count = std::size(scripts);

/// Lines of words with marks and numbers between; letters are not equally frequent.
inline std::string make_text(const script& s, std::size_t bytes) {
    random dice(s.first);
    std::string out;
    const auto put = [&out](char32_t c) { galley::utf8_encode(c, std::back_inserter(out)); };
    const std::uint32_t letters = static_cast<std::uint32_t>(s.last - s.first) + 1;
    std::size_t line_start = 0;
    while (out.size() < bytes) {
        const std::uint32_t length = s.shortest_word + dice.below(s.longest_word - s.shortest_word + 1);
        const bool number = dice.below(16) == 0;
        for (std::uint32_t i = 0; i < length; ++i) {
            put(number ? U'0' + dice.below(10) : s.first + dice.below(1 + dice.below(letters)));
        }
        const std::uint32_t mark = dice.below(s.spaced ? 20 : 4);
        if (mark == 0) put(s.stop);
        else if (mark == 1) put(s.comma);
        if (out.size() - line_start > 72) {
            put(U'\n');
            line_start = out.size();
        } else if (s.spaced) {
            put(U' ');
        }
    }
    return out;
}

inline const std::string& text_of(std::size_t script) {
    static const auto texts = [] {
        static std::string made[script_count];
        for (std::size_t i = 0; i < script_count; ++i) made[i] = make_text(scripts[i], std::size_t{1} << 20);
        return made;
    }();
    return texts[script];
}

}  // namespace bench

#endif // GALLEY_BENCH_CORPUS_HPP
