// galley, the command-line program: repairs torn text. The standard library and galley's single header are all it needs; its
// parts stand in program/, beside it.
//   c++ -std=c++17 -O2 -Isingle_include examples/galley.cpp -o galley
// SPDX-License-Identifier: BSL-1.0
#include "program/files.hpp"
#include "program/options.hpp"
#include "program/rows.hpp"

#include <galley/galley.hpp>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace program;

// ---- reflow, join

// The second copies of what stands twice.
std::vector<galley::text_span> find_second_copies(const input& from, const arguments& a) {
    std::vector<std::uint32_t> table(from.text.size() / 4 + 1024);
    std::vector<galley::text_span> copies;
    galley::find_repeats(from.text, table.data(), table.size(), [&](const galley::repeated_passage& found) {
        copies.push_back(found.second);
        if (a.report_repeats) std::fputs(repeat_row(from, found).c_str(), stderr);
    });
    return copies;
}

void run_reflow(const input& from, const arguments& a, output& out) {
    progress bar(from.text.size());
    paragraph_row row(from);
    const auto sink = [&](const galley::piece& p) {
        if (a.map) out.write(row.take(p));
        else out.write(p.text);
        bar.at(p.source);
    };
    const auto lexicon = std::make_unique<galley::bloom_lexicon<65536>>();
    std::vector<galley::text_span> copies;
    if (a.report_repeats || a.drop_repeats) copies = find_second_copies(from, a);
    galley::reflow_options options = a.reflow;
    if (a.drop_repeats) {
        options.left_out = copies.data();
        options.left_out_count = copies.size();
    }
    const auto explain = [&](const galley::break_report& report) { std::fputs(break_row(from, report).c_str(), stderr); };
    if (a.explain) galley::reflow_with(*lexicon, from.text, sink, options, explain);
    else galley::reflow_with(*lexicon, from.text, sink, options);
}

// ---- dehyphenate, lexicon

template <class Lexicon>
void dehyphenate_with(const input& from, Lexicon& lexicon, const arguments& a, output& out) {
    const auto write = [&](std::string_view slice) { out.write(slice); };
    const auto explain = [&](const galley::hyphen_finding& found) {
        if (a.explain) std::fputs(hyphen_row(from, found).c_str(), stderr);
    };
    if (a.one_pass) galley::dehyphenate_once(from.text, lexicon, write, a.hyphens, explain);
    else galley::dehyphenate(from.text, lexicon, write, a.hyphens, explain);
}

// The size of the questions' buffer is part of its type: the greatest that fits.
template <std::size_t Bytes>
void rescan(const input& from, const arguments& a, output& out) {
    if constexpr (Bytes > 1024) {
        if (a.lexicon_bytes != 0 && a.lexicon_bytes < Bytes) return rescan<Bytes / 4>(from, a, out);
    }
    const auto lexicon = std::make_unique<galley::rescan_lexicon<Bytes>>();
    dehyphenate_with(from, *lexicon, a, out);
}

// A saved filter takes the place of the text's own.
bool load_lexicon(const std::string& name, std::vector<std::uint8_t>& storage) {
    std::string saved;
    if (!read_file(name, saved)) return false;
    storage.assign(galley::bloom_lexicon_view::saved_bytes(saved), 0);
    galley::bloom_lexicon_view filter(storage.data(), storage.size());
    if (!storage.empty() && filter.load(saved) == galley::errc::ok) return true;
    complain(name, "is no lexicon");
    return false;
}

bool run_dehyphenate(const input& from, const arguments& a, output& out) {
    if (a.no_lexicon) {
        galley::no_lexicon none;
        dehyphenate_with(from, none, a, out);
    } else if (a.one_pass || !a.lexicon_file.empty()) {
        std::vector<std::uint8_t> storage(a.lexicon_bytes != 0 ? a.lexicon_bytes : 4096, 0);
        if (!a.lexicon_file.empty() && !load_lexicon(a.lexicon_file, storage)) return false;
        galley::bloom_lexicon_view filter(storage.data(), storage.size());
        dehyphenate_with(from, filter, a, out);
    } else if (a.lexicon_bytes == 0) {
        rescan<4096>(from, a, out);
    } else {
        rescan<262144>(from, a, out);
    }
    return true;
}

int save_lexicon(const galley::bloom_lexicon_view& filter, output& out) {
    std::string saved(filter.saved_size(), '\0');
    filter.save(saved.begin());
    out.write(saved);
    std::fprintf(stderr, "galley: %u keys in %zu bytes, about %u of 1000 unknown words seem known\n", static_cast<unsigned>(filter.size()),
                 filter.bytes(), filter.false_positives());
    return out.close() ? 0 : exit_usage;
}

// ---- numbers, tokens

void run_numbers(const input& from, const arguments& a, output& out) {
    progress bar(from.text.size());
    for (const galley::found_number& n : galley::numbers(from.text, a.numbers)) {
        out.write(a.csv ? number_record(from, n) : number_row(from, n));
        bar.at(static_cast<std::size_t>(n.text.data() - from.text.data()));
    }
}

void run_tokens(const input& from, output& out) {
    std::size_t start = 0;
    galley::tokenize(from.text, [&](galley::token t) {
        out.write(token_row(from, start, t));
        start += t.text.size();
    });
}

// ---- All of them

// 0, or the exit status where ill-formed text may not be. Such text is told of.
int check_encoding(const input& from, const arguments& a) {
    const std::size_t good = galley::utf8_valid_prefix(from.text);
    if (good == from.text.size()) return 0;
    const bool rewrites = a.verb == "reflow" || a.verb == "numbers", reads = a.verb == "lexicon";
    const std::string_view fate = a.strict || reads ? "" : rewrites ? ", written as U+FFFD" : ", left as it is";
    complain(from.name, std::string("ill-formed UTF-8 at byte ").append(std::to_string(good)).append(fate));
    return a.strict ? exit_input : 0;
}

int validate(const input& from, output& out) {
    const std::size_t good = galley::utf8_valid_prefix(from.text);
    if (good == from.text.size()) return 0;
    out.write(std::string(from.name).append(1, ':').append(std::to_string(good)).append(1, '\n'));
    return exit_input;
}

// The exit status for one file's text.
int run_verb(const input& from, const arguments& a, galley::bloom_lexicon_view& words, output& out) {
    if (a.verb == "validate") return validate(from, out);
    if (const int status = check_encoding(from, a)) return status;
    if (a.verb == "lexicon") galley::read_words(from.text, words);
    else if (a.verb == "reflow") run_reflow(from, a, out);
    else if (a.verb == "join") galley::join_lines(from.text, [&](std::string_view slice) { out.write(slice); });
    else if (a.verb == "numbers") run_numbers(from, a, out);
    else if (a.verb == "tokens") run_tokens(from, out);
    else if (!run_dehyphenate(from, a, out)) return exit_usage;
    return 0;
}

int run(arguments& a) {
    if (const int status = settle(a)) return status;
    output out;
    if (!out.open(a.output)) return exit_usage;
    std::vector<std::uint8_t> storage(a.verb != "lexicon" ? 64 : a.lexicon_bytes != 0 ? a.lexicon_bytes : 65536, 0);
    galley::bloom_lexicon_view words(storage.data(), storage.size());
    const bool several = a.files.size() > 1;
    if (a.csv) out.write(std::string(several ? "file," : "").append(csv_heading));
    int status = 0;
    for (const std::string& name : a.files) {
        std::string text;
        if (!read_file(name, text)) {
            status = exit_usage;
            continue;
        }
        if (&name != &a.files[0]) out.part_files(a.verb == "reflow" && !a.map ? "\n" : "");
        const int result = run_verb({name, text, several}, a, words, out);
        if (result > status) status = result;
    }
    const bool all_or_nothing = a.verb == "lexicon" || (a.verb != "validate" && !a.output.empty());
    if (status != 0 && all_or_nothing) return status;  // nothing appears under that name
    if (a.verb == "lexicon") return save_lexicon(words, out);
    return out.close() ? status : exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error like any other
#endif
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow
#endif
    arguments a;
    bool done = false;
    try {
        const int status = read_arguments(argc, argv, a, done);
        return status != 0 || done ? status : run(a);
    } catch (const std::bad_alloc&) {
        return complain(a.verb, "not enough memory");
    }
}
