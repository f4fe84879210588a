// Prints the evidence about each break between two Hangul syllables of labelled texts, for fit_hangul.py.
// Input as for rejoin_evidence.cpp. Output for each such break whose label is J or S: the label, then the evidence without
// and with the document's words, signed bytes; the first two of each are left out, and follow as the two code points.
#include <galley/detail/hangul_joint.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_reader.hpp>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace galley::detail::page;

void print_breaks(std::string_view text, const std::string& labels) {
    std::vector<std::string_view> texts;
    std::vector<line_facts> facts;
    const auto words = std::make_unique<galley::bloom_lexicon<65536>>();
    line_reader reader(text.size() + 1);
    raw_line line;
    while (reader.next(text, true, line)) {
        texts.push_back(text.substr(line.begin, line.end - line.begin));
        facts.push_back(facts_of(texts.back()));
        hangul_words::read_line(texts.back(), *words);
    }
    line_window window;
    std::size_t pushed = 0;
    for (std::size_t i = 0; i + 1 < texts.size() && i < labels.size(); ++i, window.advance()) {
        while (pushed < facts.size() && pushed <= i + line_window::wait) window.push(facts[pushed++]);
        const char32_t a = last_of(texts[i]), b = first_of(texts[i + 1]);
        if (!is_syllable(a) || !is_syllable(b) || (labels[i] != 'J' && labels[i] != 'S')) continue;
        const lines_around around(window, window.current());
        const auto without = gather_hangul(around, texts[i], texts[i + 1], galley::no_lexicon());
        const auto with = gather_hangul(around, texts[i], texts[i + 1], *words);
        std::printf("%c %u %u", labels[i], static_cast<unsigned>(a), static_cast<unsigned>(b));
        for (const auto& e : {without, with}) {
            for (int k = 2; k < hangul_evidence_count; ++k) std::printf(" %d", e.values[k]);
        }
        std::printf("\n");
    }
}

}  // namespace

int main() {
    std::size_t size = 0, count = 0;
    std::string labels;
    while (std::cin >> size >> count) {
        std::cin >> labels;
        std::cin.get();
        std::string text(size, '\0');
        std::cin.read(text.data(), static_cast<std::streamsize>(size));
        print_breaks(text, labels);
        std::printf("-\n");
    }
}
