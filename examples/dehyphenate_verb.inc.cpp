// The verbs `dehyphenate` and `lexicon` of the command-line program.
// SPDX-License-Identifier: BSL-1.0

#include <galley/dehyphenate.hpp>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace dehyphenate_verb {

struct arguments {
    std::size_t lexicon_bytes = 4096;
    bool one_pass = false;
    std::size_t lookahead = 4096;
    bool no_lexicon = false;
    bool explain = false;
    bool double_hyphens = false;
    std::string lexicon_file;
    std::vector<std::string> files;
};

inline const char usage[] =
    "galley dehyphenate [--lexicon-bytes N] [--one-pass [--lookahead N]] [--no-lexicon] [--lexicon FILE] [--double-hyphens]\n"
    "                   [--explain] [FILE...]\n"
    "galley lexicon build [--lexicon-bytes N] FILE... > words.bin\n";

/// Reads a whole file, `-` being standard input. False, with one line on standard error, where it cannot.
inline bool read_file(const std::string& name, std::string& text) {
    std::FILE* const file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
    if (file == nullptr) {
        std::fprintf(stderr, "galley: %s: %s\n", name.c_str(), std::strerror(errno));
        return false;
    }
    char block[65536];
    for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, file)) != 0;) text.append(block, size);
    const bool failed = std::ferror(file) != 0;
    if (file != stdin) std::fclose(file);
    if (failed) std::fprintf(stderr, "galley: %s: cannot be read\n", name.c_str());
    return !failed;
}

inline const char* name_of(galley::hyphen_action action) {
    constexpr const char* names[] = {"drop", "keep", "keep_space"};
    return names[static_cast<int>(action)];
}

inline const char* name_of(galley::hyphen_reason reason) {
    constexpr const char* names[] = {"none", "dash", "soft_hyphen", "no_break_hyphen", "repeated", "address", "number", "suspended", "single_letter",
                                     "reduplication", "weight"};
    return names[static_cast<int>(reason)];
}

/// A line of JSON on standard error: where the hyphen is, what was done with it, and why.
inline void explain(std::string_view text, const galley::hyphen_finding& found) {
    const auto word = [&](std::size_t first, std::size_t last) {
        std::string quoted;
        for (; first < last; ++first) {
            const char c = text[first];
            if (c == '"' || c == '\\') quoted += '\\';
            quoted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        return quoted;
    };
    std::size_t first = found.hyphen;
    std::size_t last = found.next;
    while (first != 0 && static_cast<unsigned char>(text[first - 1]) > ' ') --first;
    while (last != text.size() && static_cast<unsigned char>(text[last]) > ' ') ++last;
    std::fprintf(stderr, "{\"offset\":%zu,\"left\":\"%s\",\"right\":\"%s\",\"action\":\"%s\",\"reason\":\"%s\",\"score\":%d}\n", found.hyphen,
                 word(first, found.hyphen).c_str(), word(found.next, last).c_str(), name_of(found.decision.action), name_of(found.decision.reason),
                 found.decision.score);
}

template <class Lexicon>
void repair(std::string_view text, Lexicon& lexicon, const arguments& a, std::string& out) {
    galley::hyphen_options options;
    options.one_pass = a.one_pass;
    options.lookahead = a.lookahead;
    options.double_hyphens = a.double_hyphens;
    const auto sink = [&out](std::string_view slice) { out.append(slice); };
    galley::dehyphenate(text, lexicon, sink, options, [&](const galley::hyphen_finding& found) {
        if (a.explain) explain(text, found);
    });
}

template <std::size_t Bytes>
void rescan(std::string_view text, const arguments& a, std::string& out) {
    static galley::rescan_lexicon<Bytes> lexicon;
    repair(text, lexicon, a, out);
}

/// The size of the questions' buffer is part of its type: the greatest that fits.
inline void rescan_by_size(std::string_view text, const arguments& a, std::string& out) {
    if (a.lexicon_bytes >= 262144) return rescan<262144>(text, a, out);
    if (a.lexicon_bytes >= 65536) return rescan<65536>(text, a, out);
    if (a.lexicon_bytes >= 16384) return rescan<16384>(text, a, out);
    if (a.lexicon_bytes >= 8192) return rescan<8192>(text, a, out);
    if (a.lexicon_bytes >= 4096) return rescan<4096>(text, a, out);
    if (a.lexicon_bytes >= 2048) return rescan<2048>(text, a, out);
    return rescan<1024>(text, a, out);
}

/// A saved filter. False, with one line on standard error, where the file is none.
inline bool load_filter(const std::string& name, std::vector<std::uint8_t>& storage) {
    std::string saved;
    if (!read_file(name, saved)) return false;
    storage.assign(galley::bloom_lexicon_view::saved_bytes(saved), 0);
    galley::bloom_lexicon_view filter(storage.data(), storage.size());
    if (!storage.empty() && filter.load(saved) == galley::errc::ok) return true;
    std::fprintf(stderr, "galley: %s: not a lexicon\n", name.c_str());
    return false;
}

inline bool parse(int argc, char** argv, arguments& a) {
    for (int i = 0; i < argc; ++i) {
        const std::string_view option = argv[i];
        const bool has_value = i + 1 < argc;
        if (option == "--one-pass") a.one_pass = true;
        else if (option == "--no-lexicon") a.no_lexicon = true;
        else if (option == "--explain") a.explain = true;
        else if (option == "--double-hyphens") a.double_hyphens = true;
        else if (option == "--lexicon-bytes" && has_value) a.lexicon_bytes = static_cast<std::size_t>(std::strtoull(argv[++i], nullptr, 10));
        else if (option == "--lookahead" && has_value) a.lookahead = static_cast<std::size_t>(std::strtoull(argv[++i], nullptr, 10));
        else if (option == "--lexicon" && has_value) a.lexicon_file = argv[++i];
        else if (option.size() > 1 && option[0] == '-') return false;
        else a.files.emplace_back(option);
    }
    if (a.lexicon_bytes < 64 || a.lexicon_bytes > (std::size_t{1} << 28)) return false;
    if (a.files.empty()) a.files.emplace_back("-");
    return true;
}

inline int dehyphenate(int argc, char** argv) {
    arguments a;
    if (!parse(argc, argv, a)) return std::fputs(usage, stderr), 2;
    for (const std::string& name : a.files) {
        std::string text;
        std::string out;
        if (!read_file(name, text)) return 2;
        if (a.no_lexicon) {
            galley::no_lexicon none;
            repair(text, none, a, out);
        } else if (a.one_pass || !a.lexicon_file.empty()) {
            std::vector<std::uint8_t> storage(a.lexicon_bytes, 0);
            if (!a.lexicon_file.empty() && !load_filter(a.lexicon_file, storage)) return 2;
            galley::bloom_lexicon_view filter(storage.data(), storage.size());
            repair(text, filter, a, out);
        } else {
            rescan_by_size(text, a, out);
        }
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return std::fputs("galley: cannot write\n", stderr), 2;
    }
    return 0;
}

/// `galley lexicon build FILE... > words.bin`: the words of all files in one filter, 64 KB unless told.
inline int lexicon(int argc, char** argv) {
    arguments a;
    a.lexicon_bytes = 65536;
    if (argc < 1 || std::string_view(argv[0]) != "build" || !parse(argc - 1, argv + 1, a)) return std::fputs(usage, stderr), 2;
    std::vector<std::uint8_t> storage(a.lexicon_bytes, 0);
    galley::bloom_lexicon_view filter(storage.data(), storage.size());
    for (const std::string& name : a.files) {
        std::string text;
        if (!read_file(name, text)) return 2;
        galley::read_words(text, filter);
    }
    std::string saved(filter.saved_size(), '\0');
    filter.save(saved.begin());
    if (std::fwrite(saved.data(), 1, saved.size(), stdout) != saved.size()) return std::fputs("galley: cannot write\n", stderr), 2;
    std::fprintf(stderr, "galley: %u keys in %zu bytes, about %u of 1000 unknown words seem known\n", static_cast<unsigned>(filter.size()), filter.bytes(),
                 filter.false_positives());
    return 0;
}

}  // namespace dehyphenate_verb
