// replay CORPUS: runs a target over its kept corpus, without a fuzzer. A line is an input: bytes as they are, but for
// \n, \r, \t, \\ and \xHH. Prints how many there were and what the most expensive one cost.
#include "fuzz.hpp"

#include <fstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

/// False when the line is none that corpus.py writes.
bool unescape(const std::string& line, std::string& input) {
    input.clear();
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '\\') {
            input += line[at];
            continue;
        }
        if (++at == line.size()) return false;
        const std::string_view letters = "nrt\\", meant = "\n\r\t\\";
        const std::size_t letter = letters.find(line[at]);
        if (letter != letters.npos) {
            input += meant[letter];
        } else {
            if (line[at] != 'x' || at + 2 >= line.size()) return false;
            const int high = hex_digit(line[at + 1]), low = hex_digit(line[at + 2]);
            if (high < 0 || low < 0) return false;
            input += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
            at += 2;
        }
    }
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::ifstream file(arguments[1], std::ios::binary);
    std::size_t inputs = 0, number = 0;
    std::uint64_t most_fixed = 0, most_each = 0;
    std::string input;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (!unescape(line, input)) {
            std::fprintf(stderr, "replay: %s:%zu: a backslash too many\n", arguments[1], number);
            return 2;
        }
        const std::uint64_t before = fuzz::fuzz_work;
        fuzz::corpus_line = number;
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
        const std::uint64_t work = fuzz::fuzz_work - before;
        if (input.size() <= 16 && work > most_fixed) most_fixed = work;
        if (input.size() > 16 && work / input.size() > most_each) most_each = work / input.size();
        ++inputs;
    }
    std::printf("%zu inputs; at most %llu blocks for a short one, %llu for a byte of a longer one\n", inputs,
                static_cast<unsigned long long>(most_fixed), static_cast<unsigned long long>(most_each));
    return inputs != 0 && fuzz::fuzz_work != 0 ? 0 : 2;
}
