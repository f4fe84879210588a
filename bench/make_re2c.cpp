// Writes the re2c source of a lexer with galley's own classes, so that both see the same runs.
// SPDX-License-Identifier: BSL-1.0
#include <galley/unicode.hpp>

#include <cstdio>

namespace {

void print_class(const char* name, unsigned wanted) {
    std::printf("  %s = [", name);
    const auto is = [&](char32_t c) {
        return c != 0 && c < 0x110000 && (c < 0xD800 || c > 0xDFFF) && galley::detail::class_of(c) == wanted;
    };
    for (char32_t c = 1; c < 0x110000; ++c) {
        if (!is(c) || is(c - 1)) continue;
        char32_t end = c;
        while (is(end + 1)) ++end;
        std::printf("\\U%08X-\\U%08X", static_cast<unsigned>(c), static_cast<unsigned>(end));
    }
    std::puts("];");
}

}  // namespace

int main() {
    std::puts("// Generated; see make_re2c.cpp.\nnamespace bench { unsigned re2c_next(const char*& at, const char* last); }\n"
              "unsigned bench::re2c_next(const char*& at, const char* last) {\n"
              "  const unsigned char* YYCURSOR = reinterpret_cast<const unsigned char*>(at);\n"
              "  const unsigned char* YYMARKER = YYCURSOR;\n  (void)last;\n  unsigned kind = 9;\n/*!re2c\n"
              "  re2c:yyfill:enable = 0;\n  re2c:define:YYCTYPE = \"unsigned char\";");
    const char* const names[] = {"han", "kana", "hangul", "word", "digit", "punctuation", "symbol", "space", "line_break", "other"};
    for (unsigned kind = 0; kind < 10; ++kind) print_class(names[kind], kind);
    print_class("mark", galley::detail::mark_class);
    std::puts("  number = ([0-9] ([.,] [0-9])* | digit);");
    for (const unsigned kind : {0U, 1U, 2U, 3U, 6U, 7U})
        std::printf("  %s (%s | mark)* { kind = %u; goto done; }\n", names[kind], names[kind], kind);
    std::puts("  number (number | mark)* { kind = 4; goto done; }\n  punctuation { kind = 5; goto done; }\n"
              "  \"\\r\\n\" | line_break { kind = 8; goto done; }\n  (other | mark) (other | mark)* { kind = 9; goto done; }\n"
              "  * { kind = 10; goto done; }\n*/\ndone:\n  at = reinterpret_cast<const char*>(YYCURSOR);\n  return kind;\n}");
}
