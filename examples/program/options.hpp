// galley, the command-line program: its options, and what it says of them.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_EXAMPLES_PROGRAM_OPTIONS_HPP
#define GALLEY_EXAMPLES_PROGRAM_OPTIONS_HPP

#include "files.hpp"

#include <galley/galley.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace program {

constexpr char help_text[] = R"(usage: galley VERB [OPTION]... [FILE]...

Repairs text that page layout has torn. No FILE, or -, is standard input.

verbs
  reflow        paragraphs: each on one line, a blank line between
  join          the context-free rule alone: every line break becomes nothing or a space; blank lines stay
  dehyphenate   line-end hyphens alone; other line breaks stay
  numbers       the numbers of a text, torn ones too
  tokens        runs of one kind
  validate      silent when well-formed, else FILE:offset of the first ill-formed byte
  lexicon build a saved lexicon of the words of all FILEs; its size is told on standard error

every verb
  -o, --output FILE     write there, whole or not at all; -, the default, is standard output
  --strict              ill-formed UTF-8 is an error
  --help, --version

reflow
  --map                 JSON Lines, a paragraph a line, with the spans of the source that it was made of
  --explain             each break with its decision and score, as JSON Lines on standard error
  --layout NAME         auto, newspaper, blank-separated, hard-wrapped, indented or line-per-paragraph
  --window BYTES        how far a decision looks ahead, from 512 (4096)
  --wide-punctuation    half-width marks among Han become full width
  --han-forms           radicals and compatibility ideographs become the ideographs they stand for
  --report-repeats      passages that stand twice, both places, as JSON Lines on standard error
  --drop-repeats        the lines of their second copies are left out
  --keep-NAME           switch a repair off: column-breaks, double-spacing, lost-indents, hanging-quotes, headlines,
                        bylines, lists, blocks, doubled-text, letter-spacing, solid-spaces, digit-spacing, torn-numbers,
                        inline-articles, running-heads, mail-quotes, hyphens, white-space

dehyphenate, lexicon build
  --lexicon-bytes N     memory for the words of the text, from 64 (4096; for lexicon build 65536)

dehyphenate
  --one-pass            read the text once: the words that came before decide
  --lookahead BYTES     with --one-pass: and those of so much text that follows (4096)
  --no-lexicon          decide by rules and shapes only; not with --lexicon or --lexicon-bytes
  --lexicon FILE        the words of a saved lexicon as well; not with --lexicon-bytes
  --double-hyphens      = at a line's end is a hyphen
  --explain             each hyphen with its decision, as JSON Lines on standard error

numbers
  --csv                 comma-separated values with a heading, in place of JSON Lines
  --lang zh|ja|ko       how to read what the languages read differently; default: from the text
  --all                 weak evidence too: idioms, names
  --strong              strong evidence alone; not with --all
  --indian              12,34,567 is one number
  --spaces              1 234 567 is one number
  --symbols             circled and superscript digits
  --roman               Roman numerals: Ⅳ, XIV
  --words               English number words: twenty-three, two hundred and six
  --native              native Japanese and Korean words: ひとつ, 하나
  --zhao-million        兆 is a million, not 10^12

An option with a value may be given twice only with the same value.

JSON Lines: an object a line; offsets are bytes of the input. Of several FILEs, each row begins with its "file".
  tokens                start, end, kind
  numbers               start, end, text, value (a string; null when indefinite or too large), kind, strength (weak,
                        medium, strong), and where there is one: to (a range's other end), scale, unit (without a line
                        break inside), approx (about, more, less, at_least, at_most, several), torn, overflow
  reflow --map          text, source: [[start,end],...]
  reflow --explain      offset, action (join, space, paragraph), score (above 0: a paragraph; 0 and certain: no model
                        was asked), before, after, and what weighed most: names of evidence with their share of the score
  --report-repeats      first: [start,end], second
  dehyphenate --explain offset, left, right, action (drop, keep, keep_space), reason (weight: all the evidence; words: what words
                        the text has left no doubt; known_word: it has this one whole; else the rule: dash, soft_hyphen,
                        no_break_hyphen, repeated, address, number, suspended, single_letter, reduplication, capital),
                        score (of weight: keep above 0)

exit status: 0; 1 the input is not what was asked; 2 usage, or a file cannot be read or written
)";

// ---- What was asked for

// An option as it was given: its value, and the verbs that know it (* is all of them).
struct given_option {
    std::string name, value;
    std::string_view verbs;
};

struct arguments {
    std::string_view verb;
    std::vector<given_option> given;
    std::vector<std::string> files;
    std::string output;
    bool strict = false;
    bool map = false;
    bool explain = false;
    bool report_repeats = false;
    bool drop_repeats = false;
    bool csv = false;
    bool no_lexicon = false;
    std::size_t lexicon_bytes = 0;   // 0: the verb's own
    std::string lexicon_file;
    galley::reflow_options reflow;
    bool one_pass = false;
    galley::one_pass_options hyphens;
    galley::number_options numbers;

    arguments() { hyphens.lookahead = 4096; }

    const given_option* find(std::string_view name) const {
        for (const given_option& option : given) {
            if (option.name == name) return &option;
        }
        return nullptr;
    }
};

inline bool take_size(const std::string& text, std::size_t least, std::size_t& size) {
    char* end = nullptr;
    const unsigned long long value = std::strtoull(text.c_str(), &end, 10);
    size = static_cast<std::size_t>(value);
    return !text.empty() && text[0] >= '0' && text[0] <= '9' && *end == '\0' && value >= least && value <= (1ULL << 30);
}

inline bool take_layout(std::string_view name, galley::page_layout& layout) {
    constexpr std::string_view names[] = {"auto", "newspaper", "blank-separated", "hard-wrapped", "indented", "line-per-paragraph"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        if (name != names[i]) continue;
        layout = static_cast<galley::page_layout>(i);
        return true;
    }
    return false;
}

inline bool take_language(std::string_view name, galley::number_language& language) {
    if (name == "zh") language = galley::number_language::chinese;
    else if (name == "ja") language = galley::number_language::japanese;
    else if (name == "ko") language = galley::number_language::korean;
    else return false;
    return true;
}

// ---- Options

// A repair of reflow that can be switched off by --keep-NAME.
struct repair {
    std::string_view name;
    bool galley::reflow_options::*field;
};

inline const repair repairs[] = {
    {"column-breaks", &galley::reflow_options::column_breaks},     {"double-spacing", &galley::reflow_options::double_spacing},
    {"lost-indents", &galley::reflow_options::lost_indents},       {"hanging-quotes", &galley::reflow_options::hanging_quotes},
    {"headlines", &galley::reflow_options::headlines},             {"bylines", &galley::reflow_options::bylines},
    {"lists", &galley::reflow_options::lists},                     {"blocks", &galley::reflow_options::blocks},
    {"doubled-text", &galley::reflow_options::doubled_text},       {"letter-spacing", &galley::reflow_options::letter_spacing},
    {"solid-spaces", &galley::reflow_options::solid_spaces},       {"digit-spacing", &galley::reflow_options::digit_spacing},
    {"torn-numbers", &galley::reflow_options::torn_numbers},       {"inline-articles", &galley::reflow_options::inline_articles},
    {"running-heads", &galley::reflow_options::running_heads},     {"mail-quotes", &galley::reflow_options::mail_quotes},
    {"hyphens", &galley::reflow_options::hyphens},                 {"white-space", &galley::reflow_options::white_space},
};

constexpr std::string_view keep = "--keep-";

inline bool take_keep(std::string_view name, galley::reflow_options& options) {
    for (const repair& r : repairs) {
        if (name != r.name) continue;
        options.*r.field = false;
        return true;
    }
    return false;
}

// An option without a value.
struct flag {
    std::string_view name, verbs;
    void (*set)(arguments&);
};

inline const flag flags[] = {
    {"--strict", "*", [](arguments& a) { a.strict = true; }},
    {"--map", "reflow", [](arguments& a) { a.map = true; }},
    {"--explain", "reflow dehyphenate", [](arguments& a) { a.explain = true; }},
    {"--wide-punctuation", "reflow", [](arguments& a) { a.reflow.wide_punctuation = true; }},
    {"--han-forms", "reflow", [](arguments& a) { a.reflow.han_forms = true; }},
    {"--report-repeats", "reflow", [](arguments& a) { a.report_repeats = true; }},
    {"--drop-repeats", "reflow", [](arguments& a) { a.drop_repeats = true; }},
    {"--one-pass", "dehyphenate", [](arguments& a) { a.one_pass = true; }},
    {"--no-lexicon", "dehyphenate", [](arguments& a) { a.no_lexicon = true; }},
    {"--double-hyphens", "dehyphenate", [](arguments& a) { a.hyphens.double_hyphens = true; }},
    {"--csv", "numbers", [](arguments& a) { a.csv = true; }},
    {"--all", "numbers", [](arguments& a) { a.numbers.minimum = galley::strength::weak; }},
    {"--strong", "numbers", [](arguments& a) { a.numbers.minimum = galley::strength::strong; }},
    {"--indian", "numbers", [](arguments& a) { a.numbers.indian_grouping = true; }},
    {"--spaces", "numbers", [](arguments& a) { a.numbers.space_grouping = true; }},
    {"--symbols", "numbers", [](arguments& a) { a.numbers.symbols = true; }},
    {"--roman", "numbers", [](arguments& a) { a.numbers.roman = true; }},
    {"--words", "numbers", [](arguments& a) { a.numbers.english_words = true; }},
    {"--native", "numbers", [](arguments& a) { a.numbers.native_words = true; }},
    {"--zhao-million", "numbers", [](arguments& a) { a.numbers.zhao_is_million = true; }},
};

// An option with one; `hint` tells which values are right.
struct setting {
    std::string_view name, verbs, hint;
    bool (*take)(const std::string&, arguments&);
};

inline const setting settings[] = {
    {"--output", "*", "a file name", [](const std::string& value, arguments& a) { return !(a.output = value).empty(); }},
    {"--layout", "reflow", "auto, newspaper, blank-separated, hard-wrapped, indented or line-per-paragraph",
     [](const std::string& value, arguments& a) { return take_layout(value, a.reflow.layout); }},
    {"--window", "reflow", "a number from 512", [](const std::string& value, arguments& a) { return take_size(value, 512, a.reflow.window_bytes); }},
    {"--lexicon", "dehyphenate", "a file name", [](const std::string& value, arguments& a) { return !(a.lexicon_file = value).empty(); }},
    {"--lexicon-bytes", "dehyphenate lexicon", "a number from 64", [](const std::string& value, arguments& a) { return take_size(value, 64, a.lexicon_bytes); }},
    {"--lookahead", "dehyphenate", "a number", [](const std::string& value, arguments& a) { return take_size(value, 0, a.hyphens.lookahead); }},
    {"--lang", "numbers", "zh, ja or ko", [](const std::string& value, arguments& a) { return take_language(value, a.numbers.language); }},
};

// Options that say two things at once, and those that say nothing without another one.
struct option_pair {
    std::string_view name, other;
};

constexpr option_pair excluded[] = {{"--all", "--strong"}, {"--no-lexicon", "--lexicon"}, {"--no-lexicon", "--lexicon-bytes"}, {"--lexicon", "--lexicon-bytes"}};
constexpr option_pair needed[] = {{"--lookahead", "--one-pass"}};

template <class Row, std::size_t N>
const Row* find_option(const Row (&rows)[N], std::string_view name) {
    for (const Row& row : rows) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

// The functions below return 0, else the exit status.

inline int take_setting(const setting& wanted, const std::string& value, arguments& a) {
    const std::string name(wanted.name);
    if (!wanted.take(value, a)) return complain(name, "'" + value + "' is not " + std::string(wanted.hint));
    const given_option* const before = a.find(name);
    if (before != nullptr && before->value != value) return complain(name, "was given twice, as '" + before->value + "' and as '" + value + "'");
    a.given.push_back({name, value, wanted.verbs});
    return 0;
}

// The verb may come later: the options are noted for it.
inline int take_option(const std::string& argument, const char* next, bool& took_next, arguments& a) {
    const std::size_t equals = argument.find('=');
    std::string name = argument.substr(0, equals);
    if (name == "-o") name = "--output";
    if (const flag* const found = find_option(flags, name)) {
        if (equals != std::string::npos) return complain(name, "takes no value");
        found->set(a);
        a.given.push_back({name, {}, found->verbs});
    } else if (const setting* const wanted = find_option(settings, name)) {
        if (equals == std::string::npos && next == nullptr) return complain(name, "needs a value: " + std::string(wanted->hint));
        took_next = equals == std::string::npos;
        return take_setting(*wanted, took_next ? next : argument.substr(equals + 1), a);
    } else if (name.compare(0, keep.size(), keep) == 0) {
        if (!take_keep(argument.substr(keep.size()), a.reflow)) return complain("'" + argument + "'", "names no repair; see galley --help");
        a.given.push_back({name, {}, "reflow"});
    } else {
        return complain("'" + argument + "'", "no such option; see galley --help");
    }
    return 0;
}

// `done` when the answer was printed already.
inline int read_arguments(int argc, char** argv, arguments& a, bool& done) {
    bool options_over = false;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (options_over || argument == "-" || argument.empty() || argument[0] != '-') {
            if (a.verb.empty()) a.verb = argv[i];
            else a.files.push_back(argument);
        } else if (argument == "--") {
            options_over = true;
        } else if (argument == "--help" || argument == "-h" || argument == "--version") {
            done = true;
            const bool written = std::fputs(argument == "--version" ? "galley " GALLEY_VERSION_STRING "\n" : help_text, stdout) >= 0;
            return written && std::fflush(stdout) == 0 ? 0 : complain("standard output", std::strerror(errno));
        } else {
            bool took_next = false;
            const int status = take_option(argument, i + 1 < argc ? argv[i + 1] : nullptr, took_next, a);
            if (status != 0) return status;
            i += took_next;
        }
    }
    return 0;
}

inline bool is_verb(std::string_view verb) {
    for (const std::string_view name : {"reflow", "join", "dehyphenate", "numbers", "tokens", "validate", "lexicon"}) {
        if (verb == name) return true;
    }
    return false;
}

// Whether what was asked goes together, and what was left unsaid.
inline int settle(arguments& a) {
    if (a.verb.empty()) return complain("no verb", "one of reflow, join, dehyphenate, numbers, tokens, validate, lexicon; see galley --help");
    if (!is_verb(a.verb)) return complain("'" + std::string(a.verb) + "'", "no such verb; see galley --help");
    for (const given_option& option : a.given) {
        if (option.verbs != "*" && option.verbs.find(a.verb) == std::string_view::npos) return complain(option.name, "is no option of " + std::string(a.verb));
    }
    for (const option_pair& pair : excluded) {
        if (a.find(pair.name) != nullptr && a.find(pair.other) != nullptr) return complain(pair.name, "cannot go with " + std::string(pair.other));
    }
    for (const option_pair& pair : needed) {
        if (a.find(pair.name) != nullptr && a.find(pair.other) == nullptr) return complain(pair.name, "says nothing without " + std::string(pair.other));
    }
    if (a.verb == "lexicon") {
        if (a.files.empty() || a.files[0] != "build") return complain("lexicon", "usage: galley lexicon build [OPTION]... [FILE]...");
        a.files.erase(a.files.begin());
    }
    if (a.files.empty()) a.files.emplace_back("-");
    if (a.output == "-") a.output.clear();
    return 0;
}

}  // namespace program

#endif // GALLEY_EXAMPLES_PROGRAM_OPTIONS_HPP
