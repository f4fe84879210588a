// Inputs that several tests share. The generator is seeded: every run sees the same texts.
#ifndef GALLEY_TESTS_SAMPLES_HPP
#define GALLEY_TESTS_SAMPLES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace samples {

/// Both sides of every border of Unicode's table 3-7.
inline constexpr std::string_view border_bytes =
    "\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF";

/// Where a test tries inputs by the thousand, one of so many is tried: each, but under emulation (tests/board/run.sh), where it
/// takes ten times as long. A prime, so that what is tried has every remainder by the sizes of words and blocks.
#ifndef GALLEY_TEST_ONE_OF
#define GALLEY_TEST_ONE_OF 1
#endif
class share {
public:
    static constexpr unsigned one_of = GALLEY_TEST_ONE_OF;
    /// Whether the next input is tried; the first one is.
    bool takes_next() { return seen_++ % one_of == 0; }

private:
    unsigned seen_ = 0;
};

/// Calls `check` with every text of `size` bytes from `alphabet`.
template <class Check>
void for_texts_of(std::string_view alphabet, std::size_t size, Check check) {
    std::size_t texts = 1;
    for (std::size_t i = 0; i < size; ++i) texts *= alphabet.size();
    std::string text(size, '\0');
    for (std::size_t number = 0; number < texts; ++number) {
        std::size_t rest = number;
        for (char& byte : text) {
            byte = alphabet[rest % alphabet.size()];
            rest /= alphabet.size();
        }
        check(text);
    }
}

inline std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

/// A text whose allocation ends where it ends.
class exact_copy {
public:
    explicit exact_copy(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
        std::copy(text.begin(), text.end(), bytes_.get());
    }
    std::string_view view() const { return {bytes_.get(), size_}; }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_;
};

/// splitmix64.
class random {
public:
    explicit random(std::uint64_t seed = 1) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

    /// Any bytes at all.
    std::string bytes(std::size_t longest) {
        std::string out(below(longest + 1), '\0');
        for (char& byte : out) byte = static_cast<char>(below(256));
        return out;
    }

    /// Whole characters of every kind, in runs, with an ill-formed byte now and then.
    std::string characters(std::size_t most) {
        static constexpr std::string_view parts[] = {
            "a", "Z", "\xC3\xA9", "\xD0\xB6", "0", "7", ".", ",", "-", "\xC2\xAD", " ", "\t", "\xE3\x80\x80", "\xC2\xA0", "\n", "\r", "\r\n",
            "\x0C", "\xE2\x80\xA8", "\xE4\xB8\xAD", "\xE5\x9B\xBD", "\xF0\xA0\x80\x80", "\xE3\x81\x82", "\xE3\x83\xBC", "\xEA\xB0\x80",
            "\xE3\x80\x82", "\xEF\xBC\x8C", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xEF\xBC\x91", "\xCC\x81", "\xE2\x80\x8D", "\xE2\x80\x8B",
            "\xF0\x9F\x98\x80", "+", "\xE2\x82\xAC", "\x01", "\xEE\x80\x80", "\xEF\xBB\xBF", "%"};
        std::string out;
        const std::size_t wanted = below(most + 1);
        for (std::size_t made = 0; made < wanted;) {
            const std::string_view part = parts[below(sizeof parts / sizeof *parts)];
            for (std::size_t run = 1 + below(4); run != 0 && made < wanted; --run, ++made) out += part;
            if (below(64) == 0) out += static_cast<char>(0x80 + below(128));
        }
        return out;
    }

private:
    std::uint64_t state_;
};

}  // namespace samples

#endif // GALLEY_TESTS_SAMPLES_HPP
