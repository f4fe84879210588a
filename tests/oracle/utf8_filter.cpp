// utf8_filter replace: standard input with U+FFFD for what is ill-formed.
// utf8_filter prefix: for each line of standard input the length of its longest well-formed prefix.
#include <galley/utf8.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace {

std::string read_all() {
    std::string text;
    char block[65536];
    for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, stdin)) != 0;) text.append(block, size);
    return text;
}

std::string replaced(std::string_view text) {
    std::u32string wide(galley::utf8_count(text), U'\0');
    galley::utf8_to_utf32(text, wide.data(), wide.size());
    std::string out(text.size() * 3, '\0');
    out.resize(galley::utf8_encode(wide, out.data(), out.size()).written);
    return out;
}

std::string prefixes(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = text.find('\n');
        out += std::to_string(galley::utf8_valid_prefix(text.substr(0, end))) + '\n';
        if (end == text.npos) return out;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view verb = count == 2 ? arguments[1] : "";
    if (verb != "replace" && verb != "prefix") return 2;
    const std::string text = read_all();
    const std::string out = verb == "replace" ? replaced(text) : prefixes(text);
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() && std::fflush(stdout) == 0 ? 0 : 2;
}
