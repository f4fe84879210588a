// galley, the command-line program: repairs torn text. One file, the standard library, galley's single header.
//   c++ -std=c++17 -O2 -Isingle_include examples/galley.cpp -o galley
// SPDX-License-Identifier: BSL-1.0
#include <galley/galley.hpp>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace {

constexpr char help_text[] = R"(usage: galley VERB [OPTION]... [FILE]...

Repairs text that page layout has torn. No FILE, or -, is standard input.

verbs
  reflow        paragraphs: each on one line, a blank line between
  join          the context-free rule alone: every line break becomes nothing or a space; blank lines stay
  dehyphenate   line-end hyphens alone; other line breaks stay
  numbers       the numbers of a text, torn ones too, as JSON Lines
  tokens        runs of one kind as JSON Lines: {"start":0,"end":6,"kind":"han"}
  validate      silent when well-formed, else FILE:offset of the first ill-formed byte
  lexicon build a saved lexicon of the words of all FILEs

every verb
  -o, --output FILE     write there, whole or not at all
  --strict              ill-formed UTF-8 is an error
  --help, --version

reflow
  --map                 JSON Lines, a paragraph a line: {"text":"...","source":[[start,end],...]}
  --explain             each break with its decision and score, on standard error
  --layout NAME         auto, newspaper, blank-separated, hard-wrapped, indented or line-per-paragraph
  --window BYTES        how far a decision looks ahead, from 512 (4096)
  --wide-punctuation    half-width marks among Han become full width
  --han-forms           radicals and compatibility ideographs become the ideographs they stand for
  --report-repeats      passages that stand twice, both places, as JSON Lines on standard error
  --drop-repeats        the lines of their second copies are left out
  --keep-NAME           switch a repair off: column-breaks, double-spacing, lost-indents, hanging-quotes, headlines,
                        bylines, lists, doubled-text, letter-spacing, digit-spacing, torn-numbers, inline-articles,
                        running-heads, mail-quotes, hyphens, white-space

dehyphenate, lexicon build
  --lexicon-bytes N     memory for the words of the text, from 64 (4096; for lexicon build 65536)

dehyphenate
  --one-pass            read the text once: the words that came before decide
  --lookahead BYTES     and those of so much text that follows (4096)
  --no-lexicon          decide by rules and shapes only
  --lexicon FILE        the words of a saved lexicon as well
  --double-hyphens      = at a line's end is a hyphen
  --explain             each hyphen with its decision, as JSON Lines on standard error

numbers
  --csv                 comma-separated values with a heading
  --lang zh|ja|ko       how to read what the languages read differently; default: from the text
  --all, --strong       weak evidence too (idioms, names); strong evidence alone
  --indian, --spaces    12,34,567 and 1 234 567 are one number
  --symbols, --roman    circled and superscript digits; Roman numerals (Ⅳ, XIV)
  --words               English number words
  --native              native Japanese and Korean words: ひとつ, 하나
  --zhao-million        兆 is a million, not 10^12

exit status: 0; 1 the input is not what was asked; 2 usage, or a file cannot be read or written
)";

constexpr int exit_input = 1, exit_usage = 2;

// ---- Arguments

struct arguments {
    std::string_view verb;
    std::vector<std::pair<std::string_view, std::string_view>> used;  // options, and the verbs that know them
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
    galley::hyphen_options hyphens;
    galley::number_options numbers;

    arguments() { hyphens.lookahead = 4096; }
};

// One line, whatever bytes a name has.
int complain(std::string_view subject, std::string_view reason) {
    std::string line = "galley: ";
    line.append(subject).append(": ").append(reason);
    for (char& c : line) c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    line += '\n';
    std::fputs(line.c_str(), stderr);
    return exit_usage;
}

bool take_size(const std::string& text, std::size_t least, std::size_t& size) {
    char* end = nullptr;
    const unsigned long long value = std::strtoull(text.c_str(), &end, 10);
    size = static_cast<std::size_t>(value);
    return !text.empty() && text[0] >= '0' && text[0] <= '9' && *end == '\0' && value >= least && value <= (1ULL << 30);
}

bool take_layout(std::string_view name, galley::page_layout& layout) {
    constexpr std::string_view names[] = {"auto", "newspaper", "blank-separated", "hard-wrapped", "indented", "line-per-paragraph"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        if (name != names[i]) continue;
        layout = static_cast<galley::page_layout>(i);
        return true;
    }
    return false;
}

bool take_language(std::string_view name, galley::number_language& language) {
    if (name == "zh") language = galley::number_language::chinese;
    else if (name == "ja") language = galley::number_language::japanese;
    else if (name == "ko") language = galley::number_language::korean;
    else return false;
    return true;
}

// A repair of reflow that can be switched off by --keep-NAME.
struct repair {
    std::string_view name;
    bool galley::reflow_options::*field;
};

const repair repairs[] = {
    {"column-breaks", &galley::reflow_options::column_breaks},     {"double-spacing", &galley::reflow_options::double_spacing},
    {"lost-indents", &galley::reflow_options::lost_indents},       {"hanging-quotes", &galley::reflow_options::hanging_quotes},
    {"headlines", &galley::reflow_options::headlines},             {"bylines", &galley::reflow_options::bylines},
    {"lists", &galley::reflow_options::lists},                     {"doubled-text", &galley::reflow_options::doubled_text},
    {"letter-spacing", &galley::reflow_options::letter_spacing},   {"digit-spacing", &galley::reflow_options::digit_spacing},
    {"torn-numbers", &galley::reflow_options::torn_numbers},       {"inline-articles", &galley::reflow_options::inline_articles},
    {"running-heads", &galley::reflow_options::running_heads},     {"mail-quotes", &galley::reflow_options::mail_quotes},
    {"hyphens", &galley::reflow_options::hyphens},                 {"white-space", &galley::reflow_options::white_space},
};

bool take_keep(std::string_view name, galley::reflow_options& options) {
    for (const repair& r : repairs) {
        if (name != r.name) continue;
        options.*r.field = false;
        return true;
    }
    return false;
}

// An option, the verbs that know it (* is all of them), and what it does. `hint` tells which values are right.
struct flag {
    std::string_view name, verbs;
    void (*set)(arguments&);
};

const flag flags[] = {
    {"--strict", "*", [](arguments& a) { a.strict = true; }},
    {"--map", "reflow", [](arguments& a) { a.map = true; }},
    {"--explain", "reflow dehyphenate", [](arguments& a) { a.explain = true; }},
    {"--wide-punctuation", "reflow", [](arguments& a) { a.reflow.wide_punctuation = true; }},
    {"--han-forms", "reflow", [](arguments& a) { a.reflow.han_forms = true; }},
    {"--report-repeats", "reflow", [](arguments& a) { a.report_repeats = true; }},
    {"--drop-repeats", "reflow", [](arguments& a) { a.drop_repeats = true; }},
    {"--one-pass", "dehyphenate", [](arguments& a) { a.hyphens.one_pass = true; }},
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

struct setting {
    std::string_view name, verbs, hint;
    bool (*take)(const std::string&, arguments&);
};

const setting settings[] = {
    {"-o", "*", "a file name", [](const std::string& value, arguments& a) { return !(a.output = value).empty(); }},
    {"--output", "*", "a file name", [](const std::string& value, arguments& a) { return !(a.output = value).empty(); }},
    {"--layout", "reflow", "auto, newspaper, blank-separated, hard-wrapped, indented or line-per-paragraph",
     [](const std::string& value, arguments& a) { return take_layout(value, a.reflow.layout); }},
    {"--window", "reflow", "a number from 512", [](const std::string& value, arguments& a) { return take_size(value, 512, a.reflow.window_bytes); }},
    {"--lexicon", "dehyphenate", "a file name", [](const std::string& value, arguments& a) { return !(a.lexicon_file = value).empty(); }},
    {"--lexicon-bytes", "dehyphenate lexicon", "a number from 64", [](const std::string& value, arguments& a) { return take_size(value, 64, a.lexicon_bytes); }},
    {"--lookahead", "dehyphenate", "a number", [](const std::string& value, arguments& a) { return take_size(value, 0, a.hyphens.lookahead); }},
    {"--lang", "numbers", "zh, ja or ko", [](const std::string& value, arguments& a) { return take_language(value, a.numbers.language); }},
};

template <class Row, std::size_t N>
const Row* find_option(const Row (&rows)[N], std::string_view name) {
    for (const Row& row : rows) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

// 0, else the exit status. The verb may come later: the options are noted for it.
int take_option(const std::string& argument, const char* next, bool& took_next, arguments& a) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    if (const flag* const found = find_option(flags, argument)) {
        found->set(a);
        a.used.emplace_back(found->name, found->verbs);
    } else if (const setting* const wanted = find_option(settings, name)) {
        if (equals == std::string::npos && next == nullptr) return complain(name, "needs a value: " + std::string(wanted->hint));
        took_next = equals == std::string::npos;
        const std::string value = took_next ? next : argument.substr(equals + 1);
        if (!wanted->take(value, a)) return complain(name, "'" + value + "' is not " + std::string(wanted->hint));
        a.used.emplace_back(wanted->name, wanted->verbs);
    } else if (name.compare(0, 7, "--keep-") == 0 && take_keep(argument.substr(7), a.reflow)) {
        a.used.emplace_back("--keep-...", "reflow");
    } else {
        return complain(argument, "no such option; see galley --help");
    }
    return 0;
}

// 0 to go on, else the exit status; `done` when the answer was printed already.
int read_arguments(int argc, char** argv, arguments& a, bool& done) {
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

// ---- Files

bool read_file(const std::string& name, std::string& text) {
    std::FILE* const file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
    if (file == nullptr) return complain(name, std::strerror(errno)), false;
    char block[65536];
    errno = 0;
    for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, file)) != 0;) text.append(block, size);
    const bool failed = std::ferror(file) != 0;
    const int reason = errno;
    if (file != stdin) std::fclose(file);
    if (failed) complain(name, reason != 0 ? std::strerror(reason) : "cannot be read");
    return !failed;
}

// Standard output, or a file that appears under its name only when all is written. What is no ordinary file (a device, a
// pipe) is written to as it is; a symbolic link leads to its file.
class output {
public:
    bool open(const std::string& name) {
        name_ = name;
        if (name.empty()) return true;
        std::error_code none;
        const auto target = std::filesystem::weakly_canonical(name, none);
        if (!none) name_ = target.string();
        const bool ordinary = !std::filesystem::exists(name_, none) || std::filesystem::is_regular_file(name_, none);
        file_ = ordinary ? open_part() : std::fopen(name_.c_str(), "wb");
        return file_ != nullptr || fail();
    }

    void write(std::string_view text) {
        if (!text.empty()) last_ = text.back();
        written_ = written_ || !text.empty();
        buffer_.append(text);
        if (buffer_.size() >= 65536) flush();
    }

    // Between the outputs of two files: a line is ended, and `more` follows.
    void part_files(std::string_view more) {
        if (last_ != '\n') write("\n");
        if (written_) write(more);
    }

    bool close() {
        flush();
        if (file_ != stdout && file_ != nullptr && std::fclose(file_) != 0) good_ = false;
        else if (file_ == stdout && std::fflush(stdout) != 0) good_ = false;
        if (!good_) return fail();
        if (part_.empty()) return true;
        std::error_code none;
        const auto before = std::filesystem::status(name_, none);
        if (std::filesystem::exists(before)) std::filesystem::permissions(part_, before.permissions(), none);
        if (std::rename(part_.c_str(), name_.c_str()) != 0) return fail();
        part_.clear();
        return true;
    }

    ~output() {
        if (!part_.empty()) std::remove(part_.c_str());
    }

private:
    // A file that was not there: another run may be writing to the same name.
    std::FILE* open_part() {
        for (int i = 0; i < 1000; ++i) {
            const std::string name = name_ + ".part" + (i == 0 ? "" : std::to_string(i));
            std::FILE* const file = std::fopen(name.c_str(), "wbx");
            if (file != nullptr) part_ = name;
            if (file != nullptr || errno != EEXIST) return file;
        }
        return nullptr;
    }

    void flush() {
        if (good_ && file_ != nullptr && std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) {
            good_ = false;
            reason_ = errno;
        }
        buffer_.clear();
    }

    bool fail() {
        const int reason = reason_ != 0 ? reason_ : errno;
        complain(name_.empty() ? "standard output" : name_, std::strerror(reason));
        return false;
    }

    std::string name_, part_, buffer_;
    std::FILE* file_ = stdout;
    bool good_ = true;
    bool written_ = false;
    char last_ = '\n';
    int reason_ = 0;
};

// Says on a terminal how far long work has come.
class progress {
public:
    explicit progress(std::size_t total) : total_(total) {
#if __has_include(<unistd.h>)
        on_ = total > (std::size_t{8} << 20) && isatty(2) != 0;
#endif
    }
    void at(std::size_t done) {
        if (!on_ || done < next_) return;
        next_ = done + total_ / 100;
        std::fprintf(stderr, "\r%3u %%", static_cast<unsigned>(done / (total_ / 100)));
    }
    ~progress() {
        if (on_) std::fputs("\r     \r", stderr);
    }

private:
    std::size_t total_;
    std::size_t next_ = 0;
    bool on_ = false;
};

// ---- JSON

void append_json_string(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    out += '"';
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const begin = at;
        const galley::decoded d = galley::utf8_next(at, end);
        if (!d.valid) out += "\xEF\xBF\xBD";
        else if (d.code_point == '\n') out += "\\n";
        else if (d.code_point == '"' || d.code_point == '\\') out.append(1, '\\').append(begin, at);
        else if (d.code_point < 0x20 || d.code_point == 0x7F) out.append("\\u00").append(1, hex[d.code_point >> 4]).append(1, hex[d.code_point & 15]);
        else out.append(begin, at);
    }
    out += '"';
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
    out.append(",\"").append(name).append("\":");
    append_json_string(out, text);
}

std::string span_of(std::size_t begin, std::size_t end) { return "{\"start\":" + std::to_string(begin) + ",\"end\":" + std::to_string(end); }

// ---- reflow, join

std::string_view name_of(galley::break_action action) {
    constexpr std::string_view names[] = {"join", "space", "paragraph"};
    return names[static_cast<std::size_t>(action)];
}

// Eight characters before or behind a place.
std::string_view around(std::string_view text, std::size_t at, int behind) {
    const galley::code_point_view<const char*> characters(text.data(), text.data() + text.size());
    using iterator = galley::code_point_view<const char*>::iterator;
    iterator place(text.data() + at, text.data(), text.data() + text.size());
    const iterator end = characters.end();
    for (int i = 0; i < 8; ++i) {
        if (behind != 0 && place != end) ++place;
        if (behind == 0 && place != characters.begin()) --place;
    }
    const char* const here = text.data() + at;
    return behind != 0 ? std::string_view(here, static_cast<std::size_t>(place.base() - here))
                       : std::string_view(place.base(), static_cast<std::size_t>(here - place.base()));
}

void explain_break(std::string_view text, const galley::break_report& report) {
    std::string row = "{\"offset\":" + std::to_string(report.source) + ",\"action\":\"";
    row.append(name_of(report.decision.action)).append("\",\"score\":").append(std::to_string(report.decision.score));
    row.append(report.decision.reason == galley::break_reason::certain ? ",\"certain\":true" : "");
    append_member(row, "before", around(text, report.source, 0));
    append_member(row, "after", around(text, report.source + report.source_size, 8));
    for (const galley::named_evidence& e : report.evidence) {
        if (!e.name.empty()) row.append(",\"").append(e.name).append("\":").append(std::to_string(e.weight));
    }
    row += "}\n";
    std::fputs(row.c_str(), stderr);
}

// One paragraph of --map: its text, and the spans of the source that it was made of.
class map_writer {
public:
    explicit map_writer(output& out) : out_(out) {}

    void take(const galley::piece& p) {
        if (p.kind == galley::piece_kind::paragraph) return end();
        text_.append(p.text);
        if (p.kind == galley::piece_kind::space || p.source_size == 0) return;
        if (!spans_.empty() && spans_.back().second == p.source) spans_.back().second += p.source_size;
        else spans_.emplace_back(p.source, p.source + p.source_size);
    }

private:
    void end() {
        std::string row = "{\"text\":";
        append_json_string(row, text_);
        row += ",\"source\":[";
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            row += (i == 0 ? "[" : ",[") + std::to_string(spans_[i].first) + ',' + std::to_string(spans_[i].second) + ']';
        }
        out_.write(row + "]}\n");
        text_.clear();
        spans_.clear();
    }

    output& out_;
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> spans_;
};

// The second copies of what stands twice.
std::vector<galley::text_span> find_second_copies(std::string_view text, const arguments& a) {
    std::vector<std::uint32_t> table(text.size() / 4 + 1024);
    std::vector<galley::text_span> copies;
    galley::find_repeats(text, table.data(), table.size(), [&](const galley::repeated_passage& found) {
        copies.push_back(found.second);
        if (!a.report_repeats) return;
        std::fprintf(stderr, "{\"first\":[%zu,%zu],\"second\":[%zu,%zu]}\n", found.first.begin, found.first.end, found.second.begin, found.second.end);
    });
    return copies;
}

void run_reflow(std::string_view text, const arguments& a, output& out) {
    progress bar(text.size());
    map_writer map(out);
    const auto sink = [&](const galley::piece& p) {
        if (a.map) map.take(p);
        else out.write(p.text);
        bar.at(p.source);
    };
    const auto lexicon = std::make_unique<galley::bloom_lexicon<65536>>();
    std::vector<galley::text_span> copies;
    if (a.report_repeats || a.drop_repeats) copies = find_second_copies(text, a);
    galley::reflow_options options = a.reflow;
    if (a.drop_repeats) {
        options.left_out = copies.data();
        options.left_out_count = copies.size();
    }
    if (a.explain) galley::reflow_with(*lexicon, text, sink, options, [&](const galley::break_report& r) { explain_break(text, r); });
    else galley::reflow_with(*lexicon, text, sink, options);
}

void run_join(std::string_view text, const arguments&, output& out) {
    galley::join_lines(text, [&](std::string_view slice) { out.write(slice); });
}

// ---- dehyphenate, lexicon

void explain_hyphen(std::string_view text, const galley::hyphen_finding& found) {
    constexpr std::string_view actions[] = {"drop", "keep", "keep_space"};
    std::size_t first = found.hyphen, last = found.next;
    while (first != 0 && static_cast<unsigned char>(text[first - 1]) > ' ') --first;
    while (last != text.size() && static_cast<unsigned char>(text[last]) > ' ') ++last;
    std::string row = "{\"offset\":" + std::to_string(found.hyphen);
    append_member(row, "left", text.substr(first, found.hyphen - first));
    append_member(row, "right", text.substr(found.next, last - found.next));
    append_member(row, "action", actions[static_cast<std::size_t>(found.decision.action)]);
    row += ",\"score\":" + std::to_string(found.decision.score) + "}\n";
    std::fputs(row.c_str(), stderr);
}

template <class Lexicon>
void dehyphenate_with(std::string_view text, Lexicon& lexicon, const arguments& a, output& out) {
    galley::dehyphenate(text, lexicon, [&](std::string_view slice) { out.write(slice); }, a.hyphens, [&](const galley::hyphen_finding& found) {
        if (a.explain) explain_hyphen(text, found);
    });
}

// The size of the questions' buffer is part of its type: the greatest that fits.
template <std::size_t Bytes>
void rescan(std::string_view text, const arguments& a, output& out) {
    if constexpr (Bytes > 1024) {
        if (a.lexicon_bytes != 0 && a.lexicon_bytes < Bytes) return rescan<Bytes / 4>(text, a, out);
    }
    const auto lexicon = std::make_unique<galley::rescan_lexicon<Bytes>>();
    dehyphenate_with(text, *lexicon, a, out);
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

bool run_dehyphenate(std::string_view text, const arguments& a, output& out) {
    if (a.no_lexicon) {
        galley::no_lexicon none;
        dehyphenate_with(text, none, a, out);
    } else if (a.hyphens.one_pass || !a.lexicon_file.empty()) {
        std::vector<std::uint8_t> storage(a.lexicon_bytes != 0 ? a.lexicon_bytes : 4096, 0);
        if (!a.lexicon_file.empty() && !load_lexicon(a.lexicon_file, storage)) return false;
        galley::bloom_lexicon_view filter(storage.data(), storage.size());
        dehyphenate_with(text, filter, a, out);
    } else if (a.lexicon_bytes == 0) {
        rescan<4096>(text, a, out);
    } else {
        rescan<262144>(text, a, out);
    }
    return true;
}

int build_lexicon(const arguments& a, output& out) {
    std::vector<std::uint8_t> storage(a.lexicon_bytes != 0 ? a.lexicon_bytes : 65536, 0);
    galley::bloom_lexicon_view filter(storage.data(), storage.size());
    for (const std::string& name : a.files) {
        std::string text;
        if (!read_file(name, text)) return exit_usage;
        galley::read_words(text, filter);
    }
    std::string saved(filter.saved_size(), '\0');
    filter.save(saved.begin());
    out.write(saved);
    std::fprintf(stderr, "galley: %u keys in %zu bytes, about %u of 1000 unknown words seem known\n", static_cast<unsigned>(filter.size()),
                 filter.bytes(), filter.false_positives());
    return out.close() ? 0 : exit_usage;
}

// ---- numbers

std::string_view name_of(galley::number_kind kind) {
    constexpr std::string_view names[] = {"cardinal", "ordinal", "percent", "permille", "fraction", "year", "month", "day", "decade", "digits"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(galley::approximation approx) {
    constexpr std::string_view names[] = {"", "about", "more", "less", "at_least", "at_most", "several"};
    return names[static_cast<std::size_t>(approx)];
}

std::string_view name_of(galley::strength evidence) {
    constexpr std::string_view names[] = {"weak", "medium", "strong"};
    return names[static_cast<std::size_t>(evidence)];
}

// Empty when the value is indefinite or did not fit.
std::string value_of(const galley::number& value) {
    char buffer[galley::decimal_string_size];
    const auto written = galley::to_decimal_string(value, buffer, buffer + sizeof buffer);
    return written ? std::string(written.value) : std::string();
}

void append_value(std::string& out, std::string_view name, const galley::number& value) {
    const std::string text = value_of(value);
    if (text.empty()) out.append(",\"").append(name).append("\":null");
    else append_member(out, name, text);
}

std::string number_row(const galley::found_number& n, std::size_t start) {
    std::string row = span_of(start, start + n.text.size());
    append_member(row, "text", n.text);
    append_value(row, "value", n.value);
    if (n.is_range) append_value(row, "to", n.upper);
    append_member(row, "kind", name_of(n.value.kind));
    if (!n.scale.empty()) append_member(row, "scale", n.scale);
    if (!n.unit.empty()) append_member(row, "unit", n.unit);
    if (n.approx != galley::approximation::exact) append_member(row, "approx", name_of(n.approx));
    append_member(row, "strength", name_of(n.evidence));
    if (n.torn) row += ",\"torn\":true";
    if (n.value.overflow || n.upper.overflow) row += ",\"overflow\":true";
    return row + "}\n";
}

constexpr char csv_heading[] = "start,end,text,value,to,kind,scale,unit,approx,strength,torn,overflow\r\n";

// A field of CSV (RFC 4180).
void append_field(std::string& out, std::string_view text) {
    const bool quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    for (const char32_t c : galley::code_points(text)) {
        char bytes[4];
        out.append(bytes, galley::utf8_encode(c, bytes));
        if (c == '"') out += '"';
    }
    if (quoted) out += '"';
    out += ',';
}

std::string number_record(const galley::found_number& n, std::size_t start) {
    std::string row = std::to_string(start) + ',' + std::to_string(start + n.text.size()) + ',';
    append_field(row, n.text);
    append_field(row, value_of(n.value));
    append_field(row, n.is_range ? value_of(n.upper) : std::string());
    for (const std::string_view field : {name_of(n.value.kind), n.scale, n.unit, name_of(n.approx), name_of(n.evidence)}) append_field(row, field);
    row += n.torn ? "1," : "0,";
    return row + (n.value.overflow || n.upper.overflow ? "1\r\n" : "0\r\n");
}

void run_numbers(std::string_view text, const arguments& a, output& out) {
    progress bar(text.size());
    if (a.csv) out.write(csv_heading);
    for (const galley::found_number& n : galley::numbers(text, a.numbers)) {
        const auto start = static_cast<std::size_t>(n.text.data() - text.data());
        out.write(a.csv ? number_record(n, start) : number_row(n, start));
        bar.at(start);
    }
}

// ---- tokens, validate

void run_tokens(std::string_view text, const arguments&, output& out) {
    std::size_t start = 0;
    galley::tokenize(text, [&](galley::token t) {
        std::string row = span_of(start, start + t.text.size());
        append_member(row, "kind", galley::name_of(t.kind));
        out.write(row + "}\n");
        start += t.text.size();
    });
}

// The exit status for one file's text.
int run_verb(const std::string& name, std::string_view text, const arguments& a, output& out) {
    const std::size_t good = galley::utf8_valid_prefix(text);
    if (a.verb == "validate") {
        if (good != text.size()) out.write(name + ':' + std::to_string(good) + '\n');
        return good == text.size() ? 0 : exit_input;
    }
    if (good != text.size()) {
        const bool rewrites = a.verb == "reflow" || a.verb == "numbers";
        complain(name, "ill-formed UTF-8 at byte " + std::to_string(good) + (a.strict ? "" : rewrites ? ", written as U+FFFD" : ", left as it is"));
        if (a.strict) return exit_input;
    }
    if (a.verb == "reflow") run_reflow(text, a, out);
    else if (a.verb == "join") run_join(text, a, out);
    else if (a.verb == "numbers") run_numbers(text, a, out);
    else if (a.verb == "tokens") run_tokens(text, a, out);
    else if (!run_dehyphenate(text, a, out)) return exit_usage;
    return 0;
}

bool is_verb(std::string_view verb) {
    for (const std::string_view name : {"reflow", "join", "dehyphenate", "numbers", "tokens", "validate", "lexicon"}) {
        if (verb == name) return true;
    }
    return false;
}

int run(arguments& a) {
    if (a.verb.empty()) return complain("no verb", "one of reflow, join, dehyphenate, numbers, tokens, validate, lexicon; see galley --help");
    if (!is_verb(a.verb)) return complain(a.verb, "no such verb; see galley --help");
    for (const auto& [name, verbs] : a.used) {
        if (verbs != "*" && verbs.find(a.verb) == std::string_view::npos) return complain(name, "is no option of " + std::string(a.verb));
    }
    if (a.verb == "lexicon") {
        if (a.files.empty() || a.files[0] != "build") return complain("lexicon", "usage: galley lexicon build FILE...");
        a.files.erase(a.files.begin());
    }
    if (a.files.empty()) a.files.emplace_back("-");
    output out;
    if (!out.open(a.output)) return exit_usage;
    if (a.verb == "lexicon") return build_lexicon(a, out);
    int status = 0;
    for (const std::string& name : a.files) {
        std::string text;
        if (!read_file(name, text)) {
            status = exit_usage;
            continue;
        }
        if (&name != &a.files[0]) out.part_files(a.verb == "reflow" && !a.map ? "\n" : "");
        const int result = run_verb(name, text, a, out);
        if (result > status) status = result;
    }
    if (status != 0 && a.verb != "validate" && !a.output.empty()) return status;  // nothing appears under that name
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
