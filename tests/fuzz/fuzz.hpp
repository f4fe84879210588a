// What the fuzz targets share. Each target defines `examine`, which aborts where a promise is broken, and `budget`.
//
// The first bytes of an input are its dice: they choose options and cuts. The rest is the text.
#ifndef GALLEY_TESTS_FUZZ_HPP
#define GALLEY_TESTS_FUZZ_HPP

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#define FUZZ_REQUIRE(...) ((__VA_ARGS__) ? void() : ::fuzz::fail(#__VA_ARGS__, __FILE__, __LINE__))

namespace fuzz {

/// The line of the kept corpus that is replayed, from 1.
inline std::size_t corpus_line = 0;

[[noreturn]] inline void fail(const char* promise, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: broken: %s\n", file, line, promise);
    if (corpus_line != 0) std::fprintf(stderr, "by line %zu of the corpus\n", corpus_line);
    std::abort();
}

/// Basic blocks that this program has run so far: an exact measure of work, the same in every run of one build.
extern "C" std::uint64_t fuzz_work;

/// Basic blocks that an input may cost: so many at all, and so many for each byte of text.
struct work_budget {
    std::uint64_t fixed, each_byte;
};
extern const work_budget budget;

/// Choices. A space is the first of each, so that a text behind spaces runs with the defaults.
class dice {
public:
    explicit dice(std::string_view bytes) : bytes_(bytes) {}

    unsigned below(unsigned bound) { return next() % bound; }
    bool yes() { return below(2) != 0; }
    /// The text behind the choices that were made.
    std::string_view rest() const { return bytes_.substr(at_ < bytes_.size() ? at_ : bytes_.size()); }
    /// Cuts `text` into chunks of up to so many bytes, and calls `take` with each; the cuts are drawn from the text itself.
    template <class Take>
    void cut(std::string_view text, Take take) {
        const unsigned most = 1U + below(64) * below(4);
        for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
            size = 1U + (static_cast<unsigned char>(text[at]) + at) % most;
            take(text.substr(at, size));
        }
    }

private:
    unsigned next() { return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) ^ 0x20U : 0U; }

    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// The target. The text's allocation ends where it ends.
void examine(dice choices);

}  // namespace fuzz

#endif // GALLEY_TESTS_FUZZ_HPP
