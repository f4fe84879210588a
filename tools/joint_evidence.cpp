// Prints the evidence about each joint of two lines inside a paragraph, for fit_joints.py.
// Input as for rejoin_evidence.cpp. Output for each break whose label is J or S, a line: "H <label>", the last syllables but
// one and the first two (0: none), and the evidence between two Hangul syllables without and with the document's words, what the
// table of word edges says left out (the first three and the last);
// "M <label>" and the evidence of a mixed joint; nothing for the others. A text ends with "-".
#include <galley/detail/hangul_joint.hpp>
#include <galley/detail/line_pass.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/rejoin.hpp>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace galley::detail::page;

struct torn_page {
    std::vector<std::string_view> texts;
    std::vector<line_facts> facts;
    galley::bloom_lexicon<65536> words;

    explicit torn_page(std::string_view text) {
        line_reader reader(text.size() + 1);
        raw_line line;
        while (reader.next(text, true, line)) {
            texts.push_back(text.substr(line.begin, line.end - line.begin));
            facts.push_back(facts_of(texts.back()));
            facts.back().blanks = line.blanks;
            facts.back().indent = line.indent;
            hangul_words::read_line(texts.back(), words);
        }
    }
};

template <int Count>
void print_values(const galley::detail::page::tree_evidence<Count>& evidence, int from, int to = Count) {
    for (int i = from; i < to; ++i) std::printf(" %d", evidence[i]);
}

void print_joint(const rejoiner& rejoiner, const torn_page& page, std::size_t i, char label) {
    const char32_t a = last_of(page.texts[i]), b = first_of(page.texts[i + 1]);
    if (is_syllable(a) && is_syllable(b)) {
        const lines_around around(rejoiner.lines(), rejoiner.lines().current());
        const word_edges edges = edges_of(last_syllables(page.texts[i]), first_syllables(page.texts[i + 1]));
        std::printf("H %c %u %u %u %u", label, unsigned{edges.before_last}, unsigned{edges.last}, unsigned{edges.first}, unsigned{edges.second});
        print_values(gather_hangul(around, rejoiner.page(), page.texts[i], page.texts[i + 1], galley::no_lexicon()), hv_edges + 1, hv_torn);
        print_values(gather_hangul(around, rejoiner.page(), page.texts[i], page.texts[i + 1], page.words), hv_edges + 1, hv_torn);
    } else if (rejoiner.leaves_joint_open(page.texts[i], page.texts[i + 1])) {
        std::printf("M %c", label);
        print_values(rejoiner.evidence_of_joint(page.texts[i], page.texts[i + 1]), 0);
    } else {
        return;
    }
    std::printf("\n");
}

void print_joints(std::string_view text, const std::string& labels) {
    const auto page = std::make_unique<torn_page>(text);
    rejoiner rejoiner;
    std::size_t pushed = 0;
    for (std::size_t i = 0; i + 1 < page->texts.size() && i < labels.size(); ++i) {
        while (pushed < page->facts.size() && pushed <= i + line_window::wait) rejoiner.push(page->facts[pushed++]);
        rejoiner.evidence(page->texts[i]);
        if (labels[i] == 'J' || labels[i] == 'S') print_joint(rejoiner, *page, i, labels[i]);
        rejoiner.follow(labels[i] == 'P' || (labels[i] == '?' && rejoiner.lines()[1].blanks != 0));
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
        print_joints(text, labels);
        std::printf("-\n");
    }
}
