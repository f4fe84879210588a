#include <galley/tokenizer.hpp>

#include "samples.hpp"
#include "table.hpp"
#include "utf8_reference.hpp"

#include <iterator>
#include <string>
#include <vector>

using galley::token;
using galley::token_kind;

namespace {

struct row {
    std::string_view text;
    std::string_view tokens;  // kind, ':', size in bytes
};

constexpr row rows[] = {
    {"", ""},
    {"a", "word:1"},
    {"hello world", "word:5 space:1 word:5"},
    {"中国", "han:6"},
    {"中国，ok。", "han:6 punctuation:3 word:2 punctuation:3"},
    {"かなカナー", "kana:15"},
    {"漢字かな", "han:6 kana:6"},
    {"한국어 텍스트", "hangul:9 space:1 hangul:9"},
    {"使用PPT制作", "han:6 word:3 han:6"},
    {"Москва", "word:12"},
    // digits join over one mark between two of them
    {"1,234.5", "digits:7"},
    {"1.", "digits:1 punctuation:1"},
    {".5", "punctuation:1 digits:1"},
    {"1,,2", "digits:1 punctuation:1 punctuation:1 digits:1"},
    {"1. 2", "digits:1 punctuation:1 space:1 digits:1"},
    {"1.a", "digits:1 punctuation:1 word:1"},
    {"a.5", "word:1 punctuation:1 digits:1"},
    {"43.36亿", "digits:5 han:3"},
    {"12%", "digits:2 punctuation:1"},
    {"１２", "digits:6"},
    {"3-4", "digits:1 punctuation:1 digits:1"},
    // one punctuation mark a token; symbols run
    {"……", "punctuation:3 punctuation:3"},
    {"+=", "symbol:2"},
    {"€5", "symbol:3 digits:1"},
    {"😀😀", "symbol:8"},
    // marks and format characters belong to what they follow
    {"e\u0301a", "word:4"},
    {"\u0301a", "other:2 word:1"},
    {"1\u0301,2", "digits:3 punctuation:1 digits:1"},
    {"a\u00ADb", "word:4"},
    {"\uFEFFa", "other:3 word:1"},
    {"👩\u200D👩", "symbol:11"},
    {"a\u200Bb", "word:1 other:3 word:1"},
    // white space and the ends of lines
    {" \t\u3000", "space:5"},
    {"\n", "line_break:1"},
    {"\r", "line_break:1"},
    {"\r\n", "line_break:2"},
    {"\n\r", "line_break:1 line_break:1"},
    {"\r\r\n\n", "line_break:1 line_break:2 line_break:1"},
    {"\u0085\u2028\u2029\f\v", "line_break:2 line_break:3 line_break:3 line_break:1 line_break:1"},
    {"a \n b", "word:1 space:1 line_break:1 space:1 word:1"},
    // ill-formed: one token for each maximal subpart
    {"\xFF", "invalid:1"},
    {"\xC0\x80", "invalid:1 invalid:1"},
    {"a\xE4\xB8z", "word:1 invalid:2 word:1"},
    {"\xE4\xB8", "invalid:2"},
    {"1\xFF" "2", "digits:1 invalid:1 digits:1"},
    {"\xFF\xCC\x81", "invalid:1 other:2"},
    {"\x01\x02", "other:2"},
};

constexpr void spell(table::note& out, token t) {
    out.space() << galley::name_of(t.kind) << ":" << t.text.size();
}

constexpr table::note by_sink(const row& r) {
    table::note out;
    galley::tokenize(r.text, [&out](token t) { spell(out, t); });
    return out;
}

constexpr table::note by_range(const row& r) {
    table::note out;
    for (const token t : galley::tokens(r.text)) spell(out, t);
    return out;
}

struct name_row {
    token_kind kind;
    std::string_view name;
};

constexpr name_row name_rows[] = {
    {token_kind::han, "han"},
    {token_kind::kana, "kana"},
    {token_kind::hangul, "hangul"},
    {token_kind::word, "word"},
    {token_kind::digits, "digits"},
    {token_kind::punctuation, "punctuation"},
    {token_kind::symbol, "symbol"},
    {token_kind::space, "space"},
    {token_kind::line_break, "line_break"},
    {token_kind::other, "other"},
    {token_kind::invalid, "invalid"},
    {static_cast<token_kind>(200), "unknown"},
};

constexpr std::string_view name_of(const name_row& r) { return galley::name_of(r.kind); }

bool is_ascii_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

/// The rules one by one, over the reference decoder.
std::vector<token> reference_tokens(std::string_view text) {
    std::vector<token> out;
    for (std::size_t at = 0; at < text.size();) {
        const reference::character c = reference::decode(text.substr(at));
        const token_kind kind = c.valid ? galley::kind_of(c.code_point) : token_kind::invalid;
        const bool marks = c.valid && galley::is_mark(c.code_point);
        const bool after_cr = at > 0 && text[at - 1] == '\r';
        bool joins = false;
        if (!out.empty() && out.back().kind != token_kind::invalid) {
            const token_kind before = out.back().kind;
            const bool alone = before == token_kind::punctuation || before == token_kind::line_break;
            const bool separates = (c.code_point == '.' || c.code_point == ',') && is_ascii_digit(text, at - 1) && is_ascii_digit(text, at + 1);
            joins = alone ? c.code_point == '\n' && after_cr
                          : c.valid && (kind == before || marks || (before == token_kind::digits && separates));
        }
        if (joins) out.back().text = text.substr(static_cast<std::size_t>(out.back().text.data() - text.data()), out.back().text.size() + c.size);
        else out.push_back({text.substr(at, c.size), kind});
        at += c.size;
    }
    return out;
}

bool same(const std::vector<token>& a, const std::vector<token>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](token x, token y) {
        return x.kind == y.kind && x.text.data() == y.text.data() && x.text.size() == y.text.size();
    });
}

/// By the sink, once it is known that the range, and the reader of the small machines, give the same.
std::vector<token> tokens_of(std::string_view text, std::size_t& wrong) {
    std::vector<token> sunk, ranged, read, alone;
    galley::tokenize(text, [&sunk](token t) { sunk.push_back(t); });
    for (const token t : galley::tokens(text)) ranged.push_back(t);
    const char* const last = text.data() + text.size();
    galley::detail::run_reader(text.data(), last).each([&read](token t) { return read.push_back(t), true; });
    for (const char* at = text.data(); at != last; at += alone.back().text.size()) alone.push_back(galley::detail::next_token(at, last));
    if (!same(sunk, ranged) || !same(sunk, read) || !same(sunk, alone)) ++wrong;
    return sunk;
}

bool tiles(std::string_view text, const std::vector<token>& tokens) {
    const char* at = text.data();
    for (const token t : tokens) {
        if (t.text.empty() || t.text.data() != at) return false;
        at += t.text.size();
    }
    return at == text.data() + text.size();
}

}  // namespace

TEST_CASE("tokenizer: rows") {
    CHECK_ROWS(rows, by_sink, &row::tokens);
    CHECK_ROWS(rows, by_range, &row::tokens);
    CHECK_ROWS(name_rows, name_of, &name_row::name);
}

// Nothing behind a text is looked at, nor pointed to: in a constant expression that would not compile.
constexpr char unterminated[] = {'a', '1', '.', '2', '\r'};
constexpr std::size_t runs_of(std::string_view text) {
    std::size_t runs = 0;
    galley::tokenize(text, [&runs](token) { ++runs; });
    return runs;
}
static_assert(runs_of({unterminated, sizeof unterminated}) == 3 && runs_of({unterminated, 1}) == 1 && runs_of({unterminated, 0}) == 0);

TEST_CASE("tokenizer: every text is tiled, and sink, range and rules agree") {
    samples::random random;
    std::size_t wrong = 0;
    samples::share share;
    for (int round = 0; round < 6000; ++round) {
        if (!share.takes_next()) continue;
        const samples::exact_copy text(round % 3 == 0 ? random.bytes(300) : random.characters(300));
        const std::vector<token> tokens = tokens_of(text.view(), wrong);
        if (!tiles(text.view(), tokens)) ++wrong;
        if (!same(tokens, reference_tokens(text.view()))) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("tokenizer: short texts of what the rules treat apart") {
    std::size_t wrong = 0, texts = 0;
    samples::share share;
    for (std::size_t size = 1; size <= 5; ++size) {
        samples::for_texts_of("1.,a\r\n\xC2\xAD", size, [&](const std::string& text) {
            ++texts;
            if (!share.takes_next()) return;
            const std::vector<token> tokens = tokens_of(text, wrong);
            if (!tiles(text, tokens) || !same(tokens, reference_tokens(text))) ++wrong;
        });
    }
    CHECK(texts == 8 + 64 + 512 + 4096 + 32768);
    CHECK(wrong == 0);
}

TEST_CASE("tokenizer: runs that are longer than any block") {
    std::size_t wrong = 0;
    for (const std::string part : {"a", "1", " ", "\xC3\xA9", "\xE4\xB8\xAD", "\xE3\x81\x82", "\xEA\xB0\x80", "\xF0\x9F\x98\x80"}) {
        for (std::size_t before = 0; before < 70; ++before) {
            const samples::exact_copy text(samples::repeat("b", before) + "." + samples::repeat(part, 70) + "." + part);
            if (!same(tokens_of(text.view(), wrong), reference_tokens(text.view()))) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("tokenizer: the edges of what is read in one go") {
    const char* const characters[] = {
        "\xE4\xB7\xBF", "\xE4\xB8\x80", "\xE4\xB6\xBF", "\xE9\xBF\xBF", "\xEA\x80\x80",                  // ideographs
        "\xE3\x81\x80", "\xE3\x81\x81", "\xE3\x82\x96", "\xE3\x82\x97", "\xE3\x82\xA1", "\xE3\x80\x82",  // kana
        "\xEA\xAF\xBF", "\xEA\xB0\x80", "\xED\x9E\xA3", "\xED\x9E\xA4", "\xED\xA0\x80",                  // Hangul
        "\xCC\x81", "\xC3\xA9", "\xD0\x96", "\xC2", "\xE4\xB8", "\xE3\x81", "\xE0\xA0\x80", "\xE0\x80\x80", "a", "1", ".", "\r", "\n"};
    std::size_t wrong = 0, texts = 0;
    samples::share share;
    for (const std::string first : characters) {
        for (const std::string second : characters) {
            for (const std::string third : characters) {
                for (const char* const last : {"", "a", "\xE4\xBA\xBAzzzz"}) {
                    ++texts;
                    if (!share.takes_next()) continue;
                    const samples::exact_copy text(first + second + third + last);
                    if (!same(tokens_of(text.view(), wrong), reference_tokens(text.view()))) ++wrong;
                }
            }
        }
    }
    CHECK(texts == 29 * 29 * 29 * 3);
    CHECK(wrong == 0);
}

TEST_CASE("tokenizer: every character of the BMP behind letters that are skipped by their octets") {
    std::size_t wrong = 0;
    samples::share share;
    for (char32_t c = 0x80; c <= 0xFFFF; ++c) {
        if (!galley::is_scalar_value(c) || !share.takes_next()) continue;
        for (std::string text : {"\xE4\xB8\xAD\xE4\xB8\xAD", "\xE3\x81\x82", "\xEA\xB0\x80"}) {
            galley::utf8_encode(c, std::back_inserter(text));
            text += "123456789";
            std::vector<token> read;
            galley::detail::run_reader(text.data(), text.data() + text.size()).each([&read](token t) { return read.push_back(t), true; });
            if (!same(read, reference_tokens(text))) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("tokenizer: the range is a forward range") {
    const auto range = galley::tokens("a 1");
    auto at = range.begin();
    CHECK(std::is_same_v<decltype(at)::iterator_category, std::forward_iterator_tag>);
    CHECK(at->text == "a");
    const auto before = at++;
    CHECK((*before).text == "a");
    CHECK(at->kind == token_kind::space);
    CHECK(std::distance(range.begin(), range.end()) == 3);
    CHECK(std::distance(before, at) == 1);
    CHECK(galley::tokens({}).begin() == galley::tokens({}).end());
}
