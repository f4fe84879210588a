// hostile BYTES [OPERATION]: texts that are nothing but one part, at BYTES and at twice as many, through everything that reads
// a text. hostile LINES pages: so many lines, and one line of twenty times as many bytes, through reflow; `more-pages`: more
// of them, and in chunks.
// Counts basic blocks, so the answer is exact. Prints the cost of a byte and how it grows; 1 where growth is more than linear.
#include "linear.hpp"

#include <galley/utf8.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>

const fuzz::work_budget fuzz::budget{0, 0};

void fuzz::examine(dice) {}

namespace {

const std::string_view parts[] = {
    "a", "\n", "-", "（", "“", "7", "万", " ", "中", "한", "\xFF", "\xE4\xB8", "\r", "\f", "\xC2\xAD", "\xE3\x80\x80", "\xCC\x81", ".", "=", "一",
    "a\n", "a\n\n", "中\n", "-\n", "a-\n", "（\n", "1,\n", "43.36\n\n", "ab-\ncd-", "\r\n", " \n", "1,", "1,111,", "1.1.", "1-", "三分之", "十几", "一 ",
    "中国中国\n", "本报讯（", "。 本报讯（记者", "a b c d ", "中 国 ", "▶中\n", "\xEF\xAC\x83", "\xE2\x80\x8B", "http://1", "한국 말\n", "twenty-"};

std::string shown(std::string_view part) {
    const bool plain = galley::utf8_valid_prefix(part) == part.size();
    std::string out;
    for (const char c : part) {
        char code[8];
        const auto byte = static_cast<unsigned char>(c);
        std::snprintf(code, sizeof code, byte < 0x20 || (!plain && byte >= 0x80) ? "\\x%02x" : "%c", static_cast<unsigned>(byte));
        out += code;
    }
    return out;
}

/// What the check is there to find.
void quadratic(std::string_view text) {
    static volatile unsigned sum = 0;
    for (const char a : text) {
        for (const char b : text) sum = sum + (a == b ? 1U : 2U);
    }
}

bool finds_quadratic() {
    const fuzz::operation what{"quadratic", quadratic};
    return !fuzz::is_linear(fuzz::cost_of(what, fuzz::filled("ab", 400)), fuzz::cost_of(what, fuzz::filled("ab", 800)));
}

/// What texts have cost one operation.
struct account {
    double most = 0, growth = 0;  ///< blocks a byte; what twice a text cost, by what it cost once
    std::string_view worst;
    unsigned measured = 0, wrong = 0;
};

void measure(const fuzz::operation& what, std::string_view part, std::size_t size, account& sum) {
    std::string text = fuzz::filled(part, size);
    const std::uint64_t once = fuzz::cost_of(what, text);
    const double bytes = static_cast<double>(text.size()) * 2;
    text += text;
    const std::uint64_t twice = fuzz::cost_of(what, text);
    const double byte = static_cast<double>(twice) / bytes;
    if (byte > sum.most) sum.most = byte, sum.worst = part;
    if (once > 2000) sum.growth = std::max(sum.growth, static_cast<double>(twice) / static_cast<double>(once));
    ++sum.measured;
    if (fuzz::is_linear(once, twice)) return;
    ++sum.wrong;
    std::printf("hostile: %s: \"%s\": %llu blocks, then %llu\n", what.name, shown(part).c_str(), static_cast<unsigned long long>(once),
                static_cast<unsigned long long>(twice));
}

void print(const fuzz::operation& what, account& sum) {
    if (sum.most == 0) {
        std::printf("hostile: %s costs nothing: it is not counted\n", what.name);
        ++sum.wrong;
    }
    std::printf("%-24s at most %8.2f blocks a byte (\"%s\"), twice the text costs at most %.3f times as much\n", what.name, sum.most,
                shown(sum.worst).c_str(), sum.growth);
    std::fflush(stdout);
}

/// Lines; those of brackets open what is never closed, or close what never opened.
const std::string_view page_parts[] = {"\n", "a\n", "（\n", "中\n", "a\n\n", "）\n", "（“《a\n", "\f7\n"};
/// These are repeated to one long line.
const std::string_view line_parts[] = {"a", "（", "中", "a ", "）", "“"};

account measure_pages(const fuzz::operation& what, std::size_t lines, bool more) {
    account sum;
    for (std::size_t i = 0; i < (more ? std::size(page_parts) : 3); ++i) measure(what, page_parts[i], page_parts[i].size() * lines, sum);
    for (std::size_t i = 0; i < (more ? std::size(line_parts) : 2); ++i) measure(what, line_parts[i], 20 * lines, sum);
    return sum;
}

account measure_all(const fuzz::operation& what, std::size_t size) {
    account sum;
    for (const std::string_view part : parts) measure(what, part, size, sum);
    return sum;
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t size = count > 1 ? static_cast<std::size_t>(std::strtoull(arguments[1], nullptr, 10)) : 0;
    const std::string_view wanted = count > 2 ? arguments[2] : "";
    if (size < 4096) {
        std::fprintf(stderr, "usage: hostile BYTES [OPERATION], hostile LINES pages|more-pages; from 4096\n");
        return 2;
    }
    if (!finds_quadratic()) {
        std::fprintf(stderr, "hostile: nothing is counted\n");
        return 2;
    }
    const bool more = wanted == "more-pages", pages = more || wanted == "pages";
    unsigned wrong = 0, measured = 0;
    for (std::size_t i = 0; i < fuzz::operation_count; ++i) {
        const fuzz::operation& what = fuzz::operations[i];
        const std::string_view name = what.name;
        if (pages ? name != "reflow" && (name != "reflower" || !more) : !wanted.empty() && name != wanted) continue;
        account sum = pages ? measure_pages(what, size, more) : measure_all(what, size);
        print(what, sum);
        wrong += sum.wrong;
        measured += sum.measured;
    }
    std::printf("hostile: %u texts of %zu %s and twice as many, %u of more than linear cost\n", measured, size, pages ? "lines" : "bytes", wrong);
    return wrong == 0 && measured != 0 ? 0 : 1;
}
