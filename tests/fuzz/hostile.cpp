// hostile BYTES: texts that are nothing but one part, at BYTES and at twice as many, through everything that reads a text.
// Counts basic blocks, so the answer is exact. Prints the cost of a byte and how it grows; 1 where growth is more than linear.
#include "linear.hpp"

#include <algorithm>
#include <cstdio>

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

}  // namespace

int main(int count, char** arguments) {
    const std::size_t size = count > 1 ? static_cast<std::size_t>(std::strtoull(arguments[1], nullptr, 10)) : 0;
    if (size < 4096) {
        std::fprintf(stderr, "usage: hostile BYTES [OPERATION], from 4096 bytes\n");
        return 2;
    }
    if (!finds_quadratic()) {
        std::fprintf(stderr, "hostile: nothing is counted\n");
        return 2;
    }
    unsigned wrong = 0, measured = 0;
    for (const fuzz::operation& what : fuzz::operations) {
        if (count > 2 && what.name != std::string_view(arguments[2])) continue;
        double most = 0, growth = 0;
        std::string_view worst;
        for (const std::string_view part : parts) {
            std::string text = fuzz::filled(part, size);
            const std::uint64_t once = fuzz::cost_of(what, text);
            const double bytes = static_cast<double>(text.size()) * 2;
            text += text;
            const std::uint64_t twice = fuzz::cost_of(what, text);
            const double byte = static_cast<double>(twice) / bytes;
            if (byte > most) most = byte, worst = part;
            if (once > 2000) growth = std::max(growth, static_cast<double>(twice) / static_cast<double>(once));
            ++measured;
            if (fuzz::is_linear(once, twice)) continue;
            ++wrong;
            std::printf("hostile: %s: \"%s\": %llu blocks, then %llu\n", what.name, shown(part).c_str(), static_cast<unsigned long long>(once),
                        static_cast<unsigned long long>(twice));
        }
        if (most == 0) {
            std::printf("hostile: %s costs nothing: it is not counted\n", what.name);
            ++wrong;
        }
        std::printf("%-24s at most %8.2f blocks a byte (\"%s\"), twice the text costs at most %.3f times as much\n", what.name, most, shown(worst).c_str(), growth);
        std::fflush(stdout);
    }
    std::printf("hostile: %u texts of %zu and %zu bytes, %u of more than linear cost\n", measured, size, 2 * size, wrong);
    return wrong == 0 && measured != 0 ? 0 : 1;
}
