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
    std::string out;
    for (const char c : part) {
        char code[8];
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0xFF) {
            std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += code;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t size = count > 1 ? static_cast<std::size_t>(std::strtoull(arguments[1], nullptr, 10)) : 0;
    if (size < 4096) {
        std::fprintf(stderr, "usage: hostile BYTES [OPERATION], from 4096 bytes\n");
        return 2;
    }
    unsigned wrong = 0, measured = 0;
    for (const fuzz::operation& what : fuzz::operations) {
        if (count > 2 && what.name != std::string_view(arguments[2])) continue;
        double most = 0, growth = 0;
        std::string_view worst;
        for (const std::string_view part : parts) {
            const std::uint64_t once = fuzz::cost_of(what, fuzz::filled(part, size));
            const std::uint64_t twice = fuzz::cost_of(what, fuzz::filled(part, 2 * size));
            const double byte = static_cast<double>(twice) / static_cast<double>(2 * size);
            if (byte > most) most = byte, worst = part;
            if (once > 2000) growth = std::max(growth, static_cast<double>(twice) / static_cast<double>(once));
            ++measured;
            if (fuzz::is_linear(once, twice)) continue;
            ++wrong;
            std::printf("hostile: %s: \"%s\": %llu blocks, then %llu\n", what.name, shown(part).c_str(), static_cast<unsigned long long>(once),
                        static_cast<unsigned long long>(twice));
        }
        std::printf("%-24s at most %8.1f blocks a byte (\"%s\"), twice the text costs at most %.3f times as much\n", what.name, most, shown(worst).c_str(), growth);
        std::fflush(stdout);
    }
    std::printf("hostile: %u texts of %zu and %zu bytes, %u of more than linear cost\n", measured, size, 2 * size, wrong);
    return wrong == 0 && measured != 0 && fuzz::fuzz_work != 0 ? 0 : 1;
}
