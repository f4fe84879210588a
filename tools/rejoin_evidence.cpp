// Prints the evidence about each line break of labelled texts, for fit_rejoin.py.
// Input: records "<text bytes> <labels>\n<labels, one letter a break>\n<text>". Output for each break, in order:
// the evidence, signed bytes; hints are zeros, for the script fits what makes them. The page's state follows the labels, and where a label is '?' the blank lines.
#include <galley/detail/break_evidence.hpp>
#include <galley/detail/line_pass.hpp>
#include <galley/detail/line_reader.hpp>
#include <galley/rejoin.hpp>

#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

namespace {

struct page_lines {
    std::vector<std::string_view> texts;
    std::vector<galley::detail::page::line_facts> facts;
};

page_lines read_lines(std::string_view text) {
    page_lines page;
    galley::detail::page::line_reader reader(text.size() + 1);
    galley::detail::page::raw_line line;
    while (reader.next(text, true, line)) {
        const std::string_view content = text.substr(line.begin, line.end - line.begin);
        galley::detail::page::line_facts facts = galley::detail::page::facts_of(content);
        facts.blanks = line.blanks;
        facts.indent = line.indent;
        page.texts.push_back(content);
        page.facts.push_back(facts);
    }
    return page;
}

void print_evidence(std::string_view text, const std::string& labels) {
    const page_lines page = read_lines(text);
    galley::detail::page::rejoiner rejoiner;
    std::size_t pushed = 0;
    for (std::size_t i = 0; i + 1 < page.texts.size() && i < labels.size(); ++i) {
        while (pushed < page.facts.size() && pushed <= i + galley::detail::page::line_window::wait) rejoiner.push(page.facts[pushed++]);
        const auto evidence = rejoiner.evidence(page.texts[i]);
        for (int i = 0; i < galley::detail::page::evidence_count; ++i) std::putchar(static_cast<unsigned char>(evidence[i]));
        const bool undecided = rejoiner.lines()[1].blanks != 0;
        rejoiner.follow(labels[i] == 'P' || (labels[i] == '?' && undecided));
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
        print_evidence(text, labels);
    }
}
