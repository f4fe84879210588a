// galley, the command-line program: what was found, as rows of JSON Lines and of CSV.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_EXAMPLES_PROGRAM_ROWS_HPP
#define GALLEY_EXAMPLES_PROGRAM_ROWS_HPP

#include <galley/galley.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace program {

// One file's text. Of several files, each row names its own.
struct input {
    std::string_view name;
    std::string_view text;
    bool is_one_of_several;
};

// ---- JSON

inline void append_json_string(std::string& out, std::string_view text) {
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

inline void append_member(std::string& out, std::string_view name, std::string_view text) {
    out.append(",\"").append(name).append("\":");
    append_json_string(out, text);
}

inline void append_number(std::string& out, std::string_view name, long long number) {
    out.append(",\"").append(name).append("\":").append(std::to_string(number));
}

inline void append_span(std::string& out, std::size_t begin, std::size_t end) {
    out.append(1, '[').append(std::to_string(begin)).append(1, ',').append(std::to_string(end)).append(1, ']');
}

// A row's beginning: {"file":NAME,"FIRST":
inline std::string row_of(const input& from, std::string_view first) {
    std::string row = "{";
    if (from.is_one_of_several) {
        row += "\"file\":";
        append_json_string(row, from.name);
        row += ',';
    }
    return row.append(1, '"').append(first).append("\":");
}

inline std::string row_of_span(const input& from, std::size_t begin, std::size_t end) {
    return row_of(from, "start") + std::to_string(begin) + ",\"end\":" + std::to_string(end);
}

inline std::string token_row(const input& from, std::size_t start, const galley::token& t) {
    std::string row = row_of_span(from, start, start + t.text.size());
    append_member(row, "kind", galley::name_of(t.kind));
    return row + "}\n";
}

// ---- reflow

inline std::string_view name_of(galley::break_action action) {
    constexpr std::string_view names[] = {"join", "space", "paragraph"};
    return names[static_cast<std::size_t>(action)];
}

// Up to eight characters before a place, and behind one.
inline std::string_view before(std::string_view text, std::size_t at) {
    const char* begin = text.data() + at;
    for (int i = 0; i < 8 && begin != text.data(); ++i) begin -= galley::utf8_decode_before(text.data(), begin).size;
    return {begin, static_cast<std::size_t>(text.data() + at - begin)};
}
inline std::string_view behind(std::string_view text, std::size_t at) {
    const char* end = text.data() + at;
    for (int i = 0; i < 8 && end != text.data() + text.size(); ++i) galley::utf8_next(end, text.data() + text.size());
    return {text.data() + at, static_cast<std::size_t>(end - text.data()) - at};
}

inline std::string break_row(const input& from, const galley::break_report& report) {
    std::string row = row_of(from, "offset") + std::to_string(report.source);
    append_member(row, "action", name_of(report.decision.action));
    append_number(row, "score", report.decision.score);
    row.append(report.decision.reason == galley::break_reason::certain ? ",\"certain\":true" : "");
    append_member(row, "before", before(from.text, report.source));
    append_member(row, "after", behind(from.text, report.source + report.source_size));
    for (const galley::named_evidence& e : report.evidence) {
        if (!e.name.empty()) append_number(row, e.name, e.weight);
    }
    return row + "}\n";
}

inline std::string repeat_row(const input& from, const galley::repeated_passage& found) {
    std::string row = row_of(from, "first");
    append_span(row, found.first.begin, found.first.end);
    row += ",\"second\":";
    append_span(row, found.second.begin, found.second.end);
    return row + "}\n";
}

// Collects a paragraph: its text, and the spans of the source that it was made of.
class paragraph_row {
public:
    explicit paragraph_row(const input& from) : from_(from) {}

    // The row, when the piece ends its paragraph.
    std::string take(const galley::piece& p) {
        if (p.kind == galley::piece_kind::paragraph) return end();
        text_.append(p.text);
        if (p.kind == galley::piece_kind::space || p.source_size == 0) return {};
        if (!spans_.empty() && spans_.back().second == p.source) spans_.back().second += p.source_size;
        else spans_.emplace_back(p.source, p.source + p.source_size);
        return {};
    }

private:
    std::string end() {
        std::string row = row_of(from_, "text");
        append_json_string(row, text_);
        row += ",\"source\":[";
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            if (i != 0) row += ',';
            append_span(row, spans_[i].first, spans_[i].second);
        }
        text_.clear();
        spans_.clear();
        return row + "]}\n";
    }

    const input& from_;
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> spans_;
};

// ---- dehyphenate

inline std::string_view name_of(galley::hyphen_reason reason) {
    constexpr std::string_view names[] = {"none", "dash", "soft_hyphen", "no_break_hyphen", "repeated", "address", "number", "suspended",
                                          "single_letter", "reduplication", "capital", "known_word", "words", "weight"};
    static_assert(sizeof names / sizeof names[0] == static_cast<std::size_t>(galley::hyphen_reason::weight) + 1);
    return names[static_cast<std::size_t>(reason)];
}

inline std::string hyphen_row(const input& from, const galley::hyphen_finding& found) {
    constexpr std::string_view actions[] = {"drop", "keep", "keep_space"};
    std::size_t first = found.hyphen, last = found.next;
    while (first != 0 && static_cast<unsigned char>(from.text[first - 1]) > ' ') --first;
    while (last != from.text.size() && static_cast<unsigned char>(from.text[last]) > ' ') ++last;
    std::string row = row_of(from, "offset") + std::to_string(found.hyphen);
    append_member(row, "left", from.text.substr(first, found.hyphen - first));
    append_member(row, "right", from.text.substr(found.next, last - found.next));
    append_member(row, "action", actions[static_cast<std::size_t>(found.decision.action)]);
    append_member(row, "reason", name_of(found.decision.reason));
    append_number(row, "score", found.decision.score);
    return row + "}\n";
}

// ---- numbers

inline std::string_view name_of(galley::number_kind kind) {
    constexpr std::string_view names[] = {"cardinal", "ordinal", "percent", "permille", "fraction", "year", "month", "day", "decade", "digits"};
    return names[static_cast<std::size_t>(kind)];
}

inline std::string_view name_of(galley::approximation approx) {
    constexpr std::string_view names[] = {"", "about", "more", "less", "at_least", "at_most", "several"};
    return names[static_cast<std::size_t>(approx)];
}

inline std::string_view name_of(galley::strength evidence) {
    constexpr std::string_view names[] = {"weak", "medium", "strong"};
    return names[static_cast<std::size_t>(evidence)];
}

// Empty when the value is indefinite or did not fit.
inline std::string value_of(const galley::number& value) {
    char buffer[galley::decimal_string_size];
    const auto written = galley::to_decimal_string(value, buffer, buffer + sizeof buffer);
    return written ? std::string(written.value) : std::string();
}

inline void append_value(std::string& out, std::string_view name, const galley::number& value) {
    const std::string text = value_of(value);
    if (text.empty()) out.append(",\"").append(name).append("\":null");
    else append_member(out, name, text);
}

// A unit or a scale without the line break that tore it: 年⏎代.
inline std::string mended(std::string_view text) {
    std::string out;
    galley::join_lines(text, [&](std::string_view part) {
        if (part.find('\n') == std::string_view::npos) out += part;
    });
    return out;
}

inline std::string number_row(const input& from, const galley::found_number& n) {
    const auto start = static_cast<std::size_t>(n.text.data() - from.text.data());
    std::string row = row_of_span(from, start, start + n.text.size());
    append_member(row, "text", n.text);
    append_value(row, "value", n.value);
    if (n.is_range) append_value(row, "to", n.upper);
    append_member(row, "kind", name_of(n.value.kind));
    if (!n.scale.empty()) append_member(row, "scale", mended(n.scale));
    if (!n.unit.empty()) append_member(row, "unit", mended(n.unit));
    if (n.approx != galley::approximation::exact) append_member(row, "approx", name_of(n.approx));
    append_member(row, "strength", name_of(n.evidence));
    if (n.torn) row += ",\"torn\":true";
    if (n.value.overflow || n.upper.overflow) row += ",\"overflow\":true";
    return row + "}\n";
}

constexpr std::string_view csv_heading = "start,end,text,value,to,kind,scale,unit,approx,strength,torn,overflow\r\n";

// A field of CSV (RFC 4180), and the comma behind it.
inline void append_field(std::string& out, std::string_view text) {
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

inline std::string number_record(const input& from, const galley::found_number& n) {
    const auto start = static_cast<std::size_t>(n.text.data() - from.text.data());
    std::string row;
    if (from.is_one_of_several) append_field(row, from.name);
    row.append(std::to_string(start)).append(1, ',').append(std::to_string(start + n.text.size())).append(1, ',');
    append_field(row, n.text);
    append_field(row, value_of(n.value));
    append_field(row, n.is_range ? value_of(n.upper) : std::string());
    append_field(row, name_of(n.value.kind));
    append_field(row, mended(n.scale));
    append_field(row, mended(n.unit));
    append_field(row, name_of(n.approx));
    append_field(row, name_of(n.evidence));
    row += n.torn ? "1," : "0,";
    return row + (n.value.overflow || n.upper.overflow ? "1\r\n" : "0\r\n");
}

}  // namespace program

#endif // GALLEY_EXAMPLES_PROGRAM_ROWS_HPP
