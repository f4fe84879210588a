// galley numbers: the numbers of a text as JSON Lines or CSV.
// SPDX-License-Identifier: BSL-1.0
#include <galley/number.hpp>
#include <galley/utf8.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace numbers_verb {

struct settings {
    galley::number_options options;
    bool csv = false;
};

inline const char* name_of(galley::number_kind kind) {
    constexpr const char* names[] = {"cardinal", "ordinal", "percent", "permille", "fraction", "year", "month", "day", "decade", "digits"};
    return names[static_cast<std::size_t>(kind)];
}

inline const char* name_of(galley::approximation approx) {
    constexpr const char* names[] = {"", "about", "more", "less", "at_least", "at_most", "several"};
    return names[static_cast<std::size_t>(approx)];
}

inline const char* name_of(galley::strength evidence) {
    constexpr const char* names[] = {"weak", "medium", "strong"};
    return names[static_cast<std::size_t>(evidence)];
}

/// The value as text; empty when it is indefinite or did not fit.
inline std::string value_of(const galley::number& value) {
    char buffer[galley::decimal_string_size];
    const auto written = galley::to_decimal_string(value, buffer, buffer + sizeof buffer);
    return written ? std::string(written.value) : std::string();
}

/// Appends a JSON string: control characters escaped, ill-formed bytes as U+FFFD.
inline void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const begin = at;
        const galley::decoded d = galley::utf8_next(at, end);
        if (!d.valid) {
            out += "\xEF\xBF\xBD";
        } else if (d.code_point == '"' || d.code_point == '\\') {
            out += '\\';
            out += static_cast<char>(d.code_point);
        } else if (d.code_point == '\n') {
            out += "\\n";
        } else if (d.code_point < 0x20 || d.code_point == 0x7F) {
            constexpr char hex[] = "0123456789abcdef";
            out += "\\u00";
            out += hex[d.code_point >> 4];
            out += hex[d.code_point & 15];
        } else {
            out.append(begin, at);
        }
    }
    out += '"';
}

inline void append_member(std::string& out, const char* name, std::string_view text) {
    out += ",\"";
    out += name;
    out += "\":";
    append_json_string(out, text);
}

inline void append_value(std::string& out, const char* name, const galley::number& value) {
    const std::string text = value_of(value);
    out += ",\"";
    out += name;
    out += "\":";
    if (text.empty()) out += "null";
    else append_json_string(out, text);
}

/// One record of JSON Lines; members that say nothing are left out.
inline void append_json(std::string& out, const galley::found_number& n, std::size_t start) {
    out += "{\"start\":" + std::to_string(start) + ",\"end\":" + std::to_string(start + n.text.size());
    append_member(out, "text", n.text);
    append_value(out, "value", n.value);
    if (n.is_range) append_value(out, "to", n.upper);
    append_member(out, "kind", name_of(n.value.kind));
    if (!n.scale.empty()) append_member(out, "scale", n.scale);
    if (!n.unit.empty()) append_member(out, "unit", n.unit);
    if (n.approx != galley::approximation::exact) append_member(out, "approx", name_of(n.approx));
    append_member(out, "strength", name_of(n.evidence));
    if (n.torn) out += ",\"torn\":true";
    if (n.value.overflow || n.upper.overflow) out += ",\"overflow\":true";
    out += "}\n";
}

/// One field of CSV (RFC 4180), in quotes where it must be; ill-formed bytes as U+FFFD.
inline void append_field(std::string& out, std::string_view text) {
    const bool quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const begin = at;
        const galley::decoded d = galley::utf8_next(at, end);
        if (!d.valid) out += "\xEF\xBF\xBD";
        else out.append(begin, at);
        if (d.code_point == '"') out += '"';
    }
    if (quoted) out += '"';
}

inline void append_csv(std::string& out, const galley::found_number& n, std::size_t start) {
    out += std::to_string(start) + ',' + std::to_string(start + n.text.size()) + ',';
    append_field(out, n.text);
    out += ',' + value_of(n.value) + ',';
    if (n.is_range) out += value_of(n.upper);
    out += std::string(",") + name_of(n.value.kind) + ',';
    append_field(out, n.scale);
    out += ',';
    append_field(out, n.unit);
    out += std::string(",") + name_of(n.approx) + ',' + name_of(n.evidence) + ',';
    out += n.torn ? "1," : "0,";
    out += n.value.overflow || n.upper.overflow ? "1\r\n" : "0\r\n";
}

/// Passes the output to `write(std::string_view)` in pieces of about 64 KiB.
template <class Write>
void run(std::string_view text, const settings& chosen, Write&& write) {
    std::string out;
    if (chosen.csv) out = "start,end,text,value,to,kind,scale,unit,approx,strength,torn,overflow\r\n";
    for (const galley::found_number& n : galley::numbers(text, chosen.options)) {
        const auto start = static_cast<std::size_t>(n.text.data() - text.data());
        if (chosen.csv) append_csv(out, n, start);
        else append_json(out, n, start);
        if (out.size() >= 65536) {
            write(std::string_view(out));
            out.clear();
        }
    }
    write(std::string_view(out));
}

/// Takes one option of the verb: --csv, --all, --lang=zh and the like. False when it is none of them.
inline bool take_option(std::string_view option, settings& chosen) {
    if (option == "--csv") chosen.csv = true;
    else if (option == "--all") chosen.options.minimum = galley::strength::weak;
    else if (option == "--strong") chosen.options.minimum = galley::strength::strong;
    else if (option == "--indian") chosen.options.indian_grouping = true;
    else if (option == "--spaces") chosen.options.space_grouping = true;
    else if (option == "--symbols") chosen.options.symbols = true;
    else if (option == "--roman") chosen.options.roman = true;
    else if (option == "--words") chosen.options.english_words = true;
    else if (option == "--lang=zh") chosen.options.language = galley::number_language::chinese;
    else if (option == "--lang=ja") chosen.options.language = galley::number_language::japanese;
    else if (option == "--lang=ko") chosen.options.language = galley::number_language::korean;
    else return false;
    return true;
}

inline constexpr const char* option_help =
    "  --csv                 comma-separated values with a heading, not JSON Lines\n"
    "  --lang zh|ja|ko       how to read what the languages read differently (九万四); default: from the text around\n"
    "  --all, --strong       also weak evidence (idioms, names); strong evidence alone\n"
    "  --indian, --spaces    12,34,567 and 1 234 567 are one number\n"
    "  --symbols, --roman    circled and superscript digits; Roman numerals of U+2160 to U+217F\n"
    "  --words               English number words: twenty-three\n";

}  // namespace numbers_verb
