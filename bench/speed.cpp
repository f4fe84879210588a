// galley against its peers: the same text, in the same process, interleaved round by round, results compared first.
// SPDX-License-Identifier: BSL-1.0
#include "columns.hpp"
#include "speed.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <time.h>

namespace {

using bench::contestant;
using bench::field;
using bench::outcome;

struct options {
    std::string texts = "build/bench/texts";
    std::string json;
    std::string operation;      ///< only this one
    std::string only;           ///< only this contestant
    std::string language;       ///< only this text
    unsigned rounds = 15;
    std::size_t bytes = 8U << 20;
    int once = -1;              ///< run `only` so often and stop, for a tool that counts instructions
};

double wall_clock() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Seconds. What the processor spent on this thread where that can be told, so that being put aside does not count.
double now() {
#if defined(CLOCK_THREAD_CPUTIME_ID)
    timespec spent;
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent) == 0)
        return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
#endif
    return wall_clock();
}

/// Nanoseconds of one dependent addition: longer when the clock is slow or a neighbour has the core.
double clock_probe() {
    const double start = now();
    std::uint64_t x = 1;
    for (int n = 0; n < 200000; ++n) __asm__ volatile("" : "+r"(x += 1));
    return (now() - start) / 200000 * 1e9;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 != 0 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::string read_text(const options& how, const std::string& language) {
    if (std::string numbers = bench::number_text(language, how.bytes); !numbers.empty()) return numbers;
    std::ifstream file(how.texts + "/" + language + ".txt", std::ios::binary);
    std::stringstream all;
    all << file.rdbuf();
    std::string text = all.str();
    if (text.size() > how.bytes) {
        std::size_t size = how.bytes;
        while ((static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
        text.resize(size);
    }
    return text;
}

constexpr const char* operations[] = {"validate", "count", "iterate", "to UTF-32", "tokenize", "dehyphenate", "reflow", "parse"};

/// What is run on which text.
struct plan {
    const char* language;
    const char* operations[6];
};
constexpr plan plans[] = {
    {"zh", {"validate", "count", "iterate", "to UTF-32", "tokenize", "reflow"}},
    {"ja", {"validate", "count", "iterate", "to UTF-32", "tokenize"}},
    {"ko", {"validate", "count", "iterate", "to UTF-32", "tokenize"}},
    {"de", {"validate", "count", "iterate", "to UTF-32", "tokenize", "dehyphenate"}},
    {"en", {"validate", "count", "iterate", "to UTF-32", "tokenize", "dehyphenate"}},
    {"mixed", {"validate", "count", "iterate", "to UTF-32", "tokenize"}},
    {"prices", {"parse"}},
    {"measures", {"parse"}},
    {"integers", {"parse"}},
    {"long", {"parse"}},
};

/// One operation on one text.
struct race {
    std::string operation, language;
    std::size_t bytes = 0;
    std::vector<const contestant*> who;
    std::vector<outcome> outcomes;
    std::vector<std::vector<double>> seconds;  ///< by contestant, by round
};

/// Leaves out who disagrees, aloud.
race prepare(const field& all, const std::string& operation, const std::string& language, std::string_view text,
             const options& how) {
    race r{operation, language, text.size(), {}, {}, {}};
    bool have_size = false, have_digest = false;
    outcome reference;
    for (const contestant& c : all) {
        if (c.operation != operation || (!how.only.empty() && c.name != how.only)) continue;
        const outcome found = c.run(text);
        const bool exact = c.agrees == bench::agreement::exact;
        if (exact && !have_size) {
            reference.size = found.size;
            have_size = true;
        }
        if (exact && found.digest != 0 && !have_digest) {
            reference.digest = found.digest;
            have_digest = true;
        }
        const bool same = found.size == reference.size && (found.digest == 0 || found.digest == reference.digest);
        const double off = static_cast<double>(found.size) / static_cast<double>(std::max<std::uint64_t>(reference.size, 1)) - 1;
        if (exact && !same) {
            std::printf("  ! %s, %s: %s found %llu, not %llu; left out\n", operation.c_str(), language.c_str(), c.name.c_str(),
                        static_cast<unsigned long long>(found.size), static_cast<unsigned long long>(reference.size));
            continue;
        }
        if (c.agrees == bench::agreement::nearly && (off > 0.01 || off < -0.01))
            std::printf("  ! %s, %s: %s finds %+.1f %% runs\n", operation.c_str(), language.c_str(), c.name.c_str(), 100 * off);
        r.who.push_back(&c);
        r.outcomes.push_back(found);
    }
    r.seconds.resize(r.who.size());
    return r;
}

/// Rounds in which every contestant runs once, each round in another order, so that none always follows the same; those with
/// a slow clock are dropped. Returns how many were.
unsigned run(race& r, std::string_view text, unsigned rounds, double usual_probe) {
    unsigned dropped = 0;
    std::uint64_t kept = 0;
    std::mt19937 dice(1);
    std::vector<std::size_t> order(r.who.size());
    for (std::size_t n = 0; n < order.size(); ++n) order[n] = n;
    for (unsigned round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), dice);
        const double probe = clock_probe();
        std::vector<double> times(r.who.size());
        for (const std::size_t n : order) {
            const double start = now();
            kept += r.who[n]->run(text).size;
            times[n] = now() - start;
        }
        if (probe > 1.25 * usual_probe && dropped < rounds / 2) {
            ++dropped;
            continue;
        }
        for (std::size_t n = 0; n < r.who.size(); ++n) r.seconds[n].push_back(times[n]);
    }
    if (kept == 1) std::puts("");
    return dropped;
}

double ratio(const race& r, std::size_t mine, std::size_t theirs) {
    std::vector<double> ratios;
    for (std::size_t n = 0; n < r.seconds[mine].size(); ++n) ratios.push_back(r.seconds[theirs][n] / r.seconds[mine][n]);
    return median(ratios);
}

double megabytes_per_second(const race& r, std::size_t n) { return static_cast<double>(r.bytes) / 1e6 / median(r.seconds[n]); }

bool is_galley(const contestant& c) { return c.name.compare(0, 6, "galley") == 0; }

void print_table(const std::vector<race>& races, const std::string& operation) {
    std::vector<std::string> names;
    for (const race& r : races)
        for (const contestant* c : r.who)
            if (r.operation == operation && std::find(names.begin(), names.end(), c->name) == names.end()) names.push_back(c->name);
    std::printf("\n%-32s", (operation + ", MB/s").c_str());
    for (const race& r : races)
        if (r.operation == operation) std::printf("%9s", r.language.c_str());
    std::puts("");
    for (const std::string& name : names) {
        std::printf("  %-30s", name.c_str());
        for (const race& r : races) {
            if (r.operation != operation) continue;
            const auto at = std::find_if(r.who.begin(), r.who.end(), [&](const contestant* c) { return c->name == name; });
            if (at == r.who.end()) std::printf("%9s", "-");
            else std::printf("%9.0f", megabytes_per_second(r, static_cast<std::size_t>(at - r.who.begin())));
        }
        std::puts("");
    }
}

void print_ratios(const std::vector<race>& races, const std::string& operation) {
    std::map<std::pair<std::string, std::string>, std::string> rows;
    std::string head;
    for (const race& r : races) {
        if (r.operation != operation) continue;
        char cell[32];
        std::snprintf(cell, sizeof cell, "%9s", r.language.c_str());
        head += cell;
        for (std::size_t mine = 0; mine < r.who.size(); ++mine)
            for (std::size_t theirs = 0; theirs < r.who.size(); ++theirs)
                if (is_galley(*r.who[mine]) && !is_galley(*r.who[theirs])) {
                    std::snprintf(cell, sizeof cell, "%9.2f", ratio(r, mine, theirs));
                    rows[{r.who[mine]->name, r.who[theirs]->name}] += cell;
                }
    }
    std::printf("\n%-60s%s\n", (operation + ", galley / peer").c_str(), head.c_str());
    for (const auto& row : rows)
        std::printf("  %-28s / %-27s%s\n", row.first.first.c_str(), row.first.second.c_str(), row.second.c_str());
}

/// Work of others on this machine, as far as it can be told.
struct company {
    double load = 0;   ///< processes that wanted a processor in the last minute, at the start or the end, whichever is more
    double share = 1;  ///< of the time that passed, what this thread had
    unsigned dropped = 0, rounds = 0;
    bool busy() const { return load > 1.5 || share < 0.9 || 5 * dropped > rounds; }
};

double load_average() {
    double one = 0;
    return getloadavg(&one, 1) == 1 ? one : 0;
}

#if defined(__clang__)
const char* const compiler = "clang " __clang_version__;
#else
const char* const compiler = "gcc " __VERSION__;
#endif

std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.compare(0, 10, "model name") == 0) return line.substr(line.find(':') + 2);
    return "unknown";
}

void write_json(const std::string& path, const std::vector<race>& races, const company& others, double probe) {
    std::ofstream out(path);
    out << "{\"processor\": \"" << processor() << "\", \"compiler\": \"" << compiler << "\", \"probe_ns\": " << probe
        << ", \"rounds_dropped\": " << others.dropped << ", \"load\": " << others.load << ", \"share\": " << others.share
        << ", \"busy\": " << (others.busy() ? "true" : "false") << ", \"rows\": [\n";
    bool first = true;
    for (const race& r : races) {
        for (std::size_t n = 0; n < r.who.size(); ++n) {
            out << (first ? "" : ",\n") << "{\"operation\": \"" << r.operation << "\", \"text\": \"" << r.language
                << "\", \"bytes\": " << r.bytes << ", \"name\": \"" << r.who[n]->name << "\", \"size\": " << r.outcomes[n].size
                << ", \"rounds\": " << r.seconds[n].size() << ", \"mb_per_s\": " << megabytes_per_second(r, n)
                << ", \"over\": {";
            bool inner = true;
            for (std::size_t other = 0; other < r.who.size(); ++other) {
                if (!is_galley(*r.who[n]) || is_galley(*r.who[other])) continue;
                out << (inner ? "" : ", ") << '"' << r.who[other]->name << "\": " << ratio(r, n, other);
                inner = false;
            }
            out << "}}";
            first = false;
        }
    }
    out << "\n]}\n";
}

options parse(int argc, char** argv) {
    options how;
    for (int n = 1; n < argc; ++n) {
        const std::string name = argv[n];
        if (n + 1 == argc || name == "--help") {
            std::puts(
                "speed [--texts DIR] [--rounds N] [--bytes N] [--operation NAME] [--contestant NAME] [--text NAME] [--json "
                "FILE] [--once N]");
            std::exit(name == "--help" ? 0 : 2);
        }
        const char* value = argv[++n];
        if (name == "--texts") how.texts = value;
        else if (name == "--json") how.json = value;
        else if (name == "--operation") how.operation = value;
        else if (name == "--contestant") how.only = value;
        else if (name == "--text") how.language = value;
        else if (name == "--rounds") how.rounds = static_cast<unsigned>(std::atoi(value));
        else if (name == "--bytes") how.bytes = static_cast<std::size_t>(std::atol(value));
        else if (name == "--once") how.once = std::atoi(value);
        else {
            std::fprintf(stderr, "speed: %s: no such option\n", name.c_str());
            std::exit(2);
        }
    }
    return how;
}

/// For a tool that counts: the text, one contestant, so many times.
int run_once(const field& all, const options& how) {
    const std::string text = read_text(how, how.language);
    std::uint64_t kept = 0;
    for (const contestant& c : all)
        if (c.operation == how.operation && c.name == how.only)
            for (int n = 0; n < how.once; ++n) kept += c.run(text).size;
    std::printf("%zu %llu\n", text.size(), static_cast<unsigned long long>(kept));
    return 0;
}

void warn(const company& others) {
    if (!others.busy()) return;
    std::printf("\n! the machine was busy: load average %.1f, %.0f %% of the processor's time for this program, slow clock in %u of %u "
                "rounds (dropped); the figures are rough\n",
                others.load, 100 * others.share, others.dropped, others.rounds);
}

}  // namespace

int main(int argc, char** argv) {
    const options how = parse(argc, argv);
    field all;
    bench::add_galley(all);
    bench::add_utf8_peers(all);
    bench::add_tokenizer_peers(all);
    bench::add_word_break_peers(all);
    bench::add_numbers(all);
    bench::add_hyphens(all);
    if (how.once >= 0) return run_once(all, how);

    std::vector<double> probes;
    for (int n = 0; n < 50; ++n) probes.push_back(clock_probe());
    const double usual = *std::min_element(probes.begin(), probes.end());
    std::vector<race> races;
    company others;
    others.load = load_average();
    const double wall = wall_clock(), spent = now();
    for (const plan& p : plans) {
        if (!how.language.empty() && how.language != p.language) continue;
        const std::string text = read_text(how, p.language);
        if (text.empty()) {
            std::printf("! no text for %s in %s\n", p.language, how.texts.c_str());
            continue;
        }
        for (const char* operation : p.operations) {
            if (operation == nullptr || (!how.operation.empty() && how.operation != operation)) continue;
            std::string lines;
            if (std::strcmp(operation, "reflow") == 0) lines = bench::in_columns(text);
            if (std::strcmp(operation, "dehyphenate") == 0) lines = bench::hyphenated(text);
            const std::string_view input = lines.empty() ? text : lines;
            race r = prepare(all, operation, p.language, input, how);
            others.dropped += run(r, input, how.rounds, usual);
            others.rounds += how.rounds;
            if (!r.outcomes.empty())
                std::printf("%-10s %-10s %8zu bytes, %llu\n", p.language, operation, input.size(),
                            static_cast<unsigned long long>(r.outcomes[0].size));
            races.push_back(std::move(r));
        }
    }
    others.share = (now() - spent) / std::max(wall_clock() - wall, 1e-9);
    others.load = std::max(others.load, load_average());
    for (const char* operation : operations) {
        if (!how.operation.empty() && how.operation != operation) continue;
        print_table(races, operation);
        print_ratios(races, operation);
    }
    if (!how.json.empty()) write_json(how.json, races, others, usual);
    warn(others);
}
