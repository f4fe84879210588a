// Prints the evidence on every line-end hyphen of the texts on standard input, for fit_dehyphenate.py.
//
//   dump_hyphen_evidence none | words | callback | exact | filter BYTES | stream BYTES | ahead BYTES
//
// Input: for each text its size (4 bytes, little endian) and its bytes. Output, a line each: number of the text, offset of the
// hyphen, reason, row of the weights, score, and the evidence. SPDX-License-Identifier: BSL-1.0
#include <galley/dehyphenate.hpp>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unordered_set>
#include <vector>

namespace {

std::vector<std::string> read_texts() {
    std::vector<std::string> texts;
    unsigned char size[4];
    while (std::fread(size, 1, 4, stdin) == 4) {
        std::string text(size[0] | size[1] << 8 | size[2] << 16 | static_cast<unsigned>(size[3]) << 24, '\0');
        if (std::fread(text.data(), 1, text.size(), stdin) != text.size()) break;
        texts.push_back(std::move(text));
    }
    return texts;
}

const std::int8_t* first_row(galley::lexicon_kind kind) {
    using namespace galley::detail;
    switch (kind) {
        case galley::lexicon_kind::none: return hyphen_weights_none[0];
        case galley::lexicon_kind::filter: return hyphen_weights_filter[0];
        case galley::lexicon_kind::exact: return hyphen_weights_exact[0];
        default: return hyphen_weights_callback[0];
    }
}

template <class Lexicon>
void dump(std::size_t number, const std::string& text, Lexicon& lexicon, bool one_pass, std::size_t lookahead = 0) {
    using namespace galley;
    one_pass_options options;
    options.lookahead = lookahead;
    detail::hyphen_pass<Lexicon> pass(text, lexicon, options);
    const auto print = [&](const hyphen_finding& found, const detail::hyphen_case& c, bool counted) {
        const auto row = (detail::weights_for(lexicon, pass.statistics()) - first_row(Lexicon::kind)) / static_cast<std::ptrdiff_t>(detail::feature_count);
        std::printf("%zu %zu %d %d %d", number, found.hyphen, static_cast<int>(found.decision.reason), static_cast<int>(row), found.decision.score);
        detail::hyphen_evidence e;
        if (found.decision.reason == hyphen_reason::weight) detail::weigh(c, lexicon, pass.statistics(), pass.statistics().language(), counted, e);
        for (const std::int8_t v : e.value) std::printf(" %d", v);
        std::printf(" %d\n", static_cast<int>(found.decision.action));
    };
    if (one_pass) pass.run(options, print);
    else pass.run(hyphen_options(), print);
}

/// The words and compounds of the text, as a dictionary would answer.
struct dictionary {
    std::unordered_set<galley::word_key>* keys;
    bool operator()(std::string_view word) const {
        const std::size_t hyphen = word.find('-');
        if (hyphen == std::string_view::npos) return keys->count(galley::key_of_word(word)) != 0;
        return keys->count(galley::detail::compound_key(galley::detail::hash_text(word.substr(0, hyphen)), galley::detail::hash_text(word.substr(hyphen + 1)))) != 0;
    }
};

struct collector {
    std::unordered_set<galley::word_key> keys;
    static bool holds(galley::word_class c) { return c == galley::word_class::word || c == galley::word_class::compound; }
    void insert(galley::word_class, galley::word_key key) { keys.insert(key); }
};

/// All words of the text: what a lexicon of questions would answer if all were asked.
struct all_words {
    static constexpr galley::lexicon_kind kind = galley::lexicon_kind::exact;
    std::unordered_set<std::uint64_t> keys;
    static std::uint64_t place_of(galley::word_class c, galley::word_key key) noexcept { return static_cast<std::uint64_t>(c) << 32 | key; }
    static bool holds(galley::word_class) noexcept { return true; }
    void insert(galley::word_class c, galley::word_key key) noexcept { keys.insert(place_of(c, key)); }
    bool contains(galley::word_class c, galley::word_key key) const noexcept { return keys.count(place_of(c, key)) != 0; }
    static unsigned false_positives() noexcept { return 0; }
};

template <std::size_t Bytes>
void dump_filter(std::size_t number, const std::string& text, bool one_pass, std::size_t lookahead) {
    static galley::bloom_lexicon<Bytes> lexicon;
    lexicon.clear();
    dump(number, text, lexicon, one_pass, lookahead);
}

void dump_text(std::size_t number, const std::string& text, const std::string& kind, long bytes) {
    if (kind == "none" || kind == "none-stream") {
        galley::no_lexicon lexicon;
        dump(number, text, lexicon, kind == "none-stream");
    } else if (kind == "callback") {
        collector words;
        galley::read_words(text, words);
        galley::callback_lexicon<dictionary> lexicon(dictionary{&words.keys});
        dump(number, text, lexicon, false);
    } else if (kind == "exact") {
        all_words lexicon;
        dump(number, text, lexicon, false);
    } else {
        const bool one_pass = kind != "filter";
        const std::size_t ahead = kind == "ahead" ? 4096 : 0;
        switch (bytes) {
            case 1024: return dump_filter<1024>(number, text, one_pass, ahead);
            case 2048: return dump_filter<2048>(number, text, one_pass, ahead);
            case 4096: return dump_filter<4096>(number, text, one_pass, ahead);
            case 8192: return dump_filter<8192>(number, text, one_pass, ahead);
            case 16384: return dump_filter<16384>(number, text, one_pass, ahead);
            case 65536: return dump_filter<65536>(number, text, one_pass, ahead);
            default: std::exit(2);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::vector<std::string> texts = read_texts();
    for (std::size_t i = 0; i < texts.size(); ++i) dump_text(i, texts[i], argv[1], argc > 2 ? std::atol(argv[2]) : 0);
    return 0;
}
