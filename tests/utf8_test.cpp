#include <galley/utf8.hpp>

#include "samples.hpp"
#include "table.hpp"
#include "utf8_reference.hpp"

#include <algorithm>
#include <forward_list>
#include <list>
#include <sstream>
#include <string>
#include <vector>

using namespace std::literals;

namespace {

struct row {
    std::string_view text;
    std::string_view characters;  // code point, '/', size in bytes, '!' when ill-formed
    std::size_t count;
    std::size_t valid_prefix;
};

constexpr row rows[] = {
    {"", "", 0, 0},
    {"\0"sv, "0/1", 1, 1},
    {"a\x7F", "61/1 7F/1", 2, 2},
    {"\xC2\x80\xDF\xBF", "80/2 7FF/2", 2, 4},
    {"\xE0\xA0\x80\xEF\xBF\xBF", "800/3 FFFF/3", 2, 6},
    {"\xED\x9F\xBF\xEE\x80\x80", "D7FF/3 E000/3", 2, 6},
    {"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", "10000/4 10FFFF/4", 2, 8},
    {"\xEF\xBB\xBF" "a", "FEFF/3 61/1", 2, 4},
    {"\xE4\xB8\xAD\xE5\x9B\xBD", "4E2D/3 56FD/3", 2, 6},
    // lone continuations and bytes that never occur
    {"\x80", "FFFD/1!", 1, 0},
    {"a\xBF" "b", "61/1 FFFD/1! 62/1", 3, 1},
    {"\xFE\xFF", "FFFD/1! FFFD/1!", 2, 0},
    // overlong forms
    {"\xC0\x80", "FFFD/1! FFFD/1!", 2, 0},
    {"\xC1\xBF", "FFFD/1! FFFD/1!", 2, 0},
    {"\xE0\x9F\xBF", "FFFD/1! FFFD/1! FFFD/1!", 3, 0},
    {"\xF0\x8F\xBF\xBF", "FFFD/1! FFFD/1! FFFD/1! FFFD/1!", 4, 0},
    // surrogates, and above U+10FFFF
    {"\xED\xA0\x80", "FFFD/1! FFFD/1! FFFD/1!", 3, 0},
    {"\xED\xBF\xBF", "FFFD/1! FFFD/1! FFFD/1!", 3, 0},
    {"\xF4\x90\x80\x80", "FFFD/1! FFFD/1! FFFD/1! FFFD/1!", 4, 0},
    {"\xF5\x80\x80\x80", "FFFD/1! FFFD/1! FFFD/1! FFFD/1!", 4, 0},
    // truncated: at the end, and by what follows
    {"\xC3", "FFFD/1!", 1, 0},
    {"\xE4\xB8", "FFFD/2!", 1, 0},
    {"\xF0\x9F\x98", "FFFD/3!", 1, 0},
    {"ab\xE4\xB8", "61/1 62/1 FFFD/2!", 3, 2},
    {"\xE4\xB8" "a", "FFFD/2! 61/1", 2, 0},
    {"\xF0\x9F\x98\xF0\x9F\x98\x80", "FFFD/3! 1F600/4", 2, 0},
    {"\xC3\xC3\xA9", "FFFD/1! E9/2", 2, 0},
    // Unicode 16, table 3-8
    {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
     "61/1 FFFD/3! FFFD/2! FFFD/1! 62/1 FFFD/1! 63/1 FFFD/1! FFFD/1! 64/1", 10, 1},
};

constexpr void spell(table::note& out, galley::decoded c) {
    out.space().hex(c.code_point) << "/" << std::size_t{c.size} << (c.valid ? "" : "!");
}

constexpr table::note decode_all(const row& r) {
    table::note out;
    const char* at = r.text.data();
    const char* const last = at + r.text.size();
    while (at != last) {
        const galley::decoded c = galley::utf8_decode(at, last);
        spell(out, c);
        at += c.size;
    }
    return out;
}

constexpr table::note stream_whole(const row& r) {
    table::note out;
    const auto sink = [&out](galley::decoded c) { spell(out, c); };
    galley::utf8_stream_decoder decoder;
    decoder.push(r.text, sink);
    decoder.finish(sink);
    return out;
}

constexpr table::note view_characters(const row& r) {
    table::note out;
    const auto view = galley::code_points(r.text);
    for (auto at = view.begin(); at != view.end(); ++at) spell(out, at.character());
    return out;
}

constexpr std::size_t count(const row& r) { return galley::utf8_count(r.text); }
constexpr std::size_t valid_prefix(const row& r) { return galley::utf8_valid_prefix(r.text); }

struct encode_row {
    char32_t code_point;
    std::string_view bytes;
};

constexpr encode_row encode_rows[] = {
    {0x00, "\0"sv},
    {0x7F, "\x7F"},
    {0x80, "\xC2\x80"},
    {0x7FF, "\xDF\xBF"},
    {0x800, "\xE0\xA0\x80"},
    {0xD7FF, "\xED\x9F\xBF"},
    {0xE000, "\xEE\x80\x80"},
    {0xFFFF, "\xEF\xBF\xBF"},
    {0x10000, "\xF0\x90\x80\x80"},
    {0x10FFFF, "\xF4\x8F\xBF\xBF"},
    // no scalar values: U+FFFD
    {0xD800, "\xEF\xBF\xBD"},
    {0xDFFF, "\xEF\xBF\xBD"},
    {0x110000, "\xEF\xBF\xBD"},
    {0xFFFFFFFF, "\xEF\xBF\xBD"},
};

constexpr table::note encode(const encode_row& r) {
    char bytes[4]{};
    const char* const end = galley::utf8_encode(r.code_point, bytes);
    const std::string_view written(bytes, static_cast<std::size_t>(end - bytes));
    const bool announced = galley::utf8_size(r.code_point) == written.size();
    return table::note{} << written << (announced ? "" : " but utf8_size differs");
}

template <class It, class End>
std::vector<char32_t> decoded_with(It first, End last) {
    std::vector<char32_t> out;
    while (first != last) out.push_back(galley::utf8_next(first, last).code_point);
    return out;
}

std::vector<char32_t> forward(std::string_view text) {
    const auto view = galley::code_points(text);
    return {view.begin(), view.end()};
}

std::vector<char32_t> backward(std::string_view text) {
    std::vector<char32_t> out;
    const auto view = galley::code_points(text);
    for (auto at = view.end(); at != view.begin();) out.push_back(*--at);
    return {out.rbegin(), out.rend()};
}

/// The code points of a text of at most four bytes, without a heap: millions of them are compared.
struct few {
    char32_t code_point[4]{};
    std::size_t count = 0;
    void push(char32_t c) { code_point[count++ % 4] = c; }
    friend bool operator==(const few& a, const few& b) {
        return a.count == b.count && std::equal(a.code_point, a.code_point + 4, b.code_point);
    }
};

few few_forward(std::string_view text) {
    few out;
    for (const char32_t c : galley::code_points(text)) out.push(c);
    return out;
}

few few_backward(std::string_view text) {
    few out;
    const auto view = galley::code_points(text);
    for (auto at = view.end(); at != view.begin();) out.push(*--at);
    std::reverse(out.code_point, out.code_point + std::min(out.count, std::size_t{4}));
    return out;
}

std::string spelled(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += "0123456789ABCDEF"[byte >> 4];
        out += "0123456789ABCDEF"[byte & 15];
    }
    return out;
}

/// Every text of one to four bytes from the borders of table 3-7, then every pair of bytes.
template <class Check>
void for_short_texts(Check check) {
    samples::share share;
    const auto check_share = [&](const std::string& text) {
        if (text.size() <= 2 || share.takes_next()) check(text);
    };
    for (std::size_t size = 1; size <= 4; ++size) samples::for_texts_of(samples::border_bytes, size, check_share);
    std::string text(2, '\0');
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        text[0] = static_cast<char>(pair >> 8);
        text[1] = static_cast<char>(pair & 0xFF);
        check(text);
    }
}

/// Ends at zero.
struct zero {
    friend bool operator==(const char* at, zero) { return *at == 0; }
    friend bool operator!=(const char* at, zero) { return *at != 0; }
};

const std::string mixed = "a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80\xE4\xB8z\xFF";
const std::vector<char32_t> mixed_code_points = {'a', 0xE9, 0x4E2D, 0x1F600, 0xFFFD, 'z', 0xFFFD};

}  // namespace

TEST_CASE("utf8: decoding, rows") {
    CHECK_ROWS(rows, decode_all, &row::characters);
    CHECK_ROWS(rows, view_characters, &row::characters);
    CHECK_ROWS(rows, stream_whole, &row::characters);
    CHECK_ROWS(rows, count, &row::count);
    CHECK_ROWS(rows, valid_prefix, &row::valid_prefix);
}

TEST_CASE("utf8: encoding, rows") {
    CHECK_ROWS(encode_rows, encode, &encode_row::bytes);
}

TEST_CASE("utf8: every scalar value survives encoding and decoding") {
    std::size_t wrong = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        char bytes[4];
        char* const end = galley::utf8_encode(c, bytes);
        const galley::decoded back = galley::utf8_decode(bytes, end);
        const char32_t expected = c >= 0xD800 && c < 0xE000 ? 0xFFFD : c;
        if (back.code_point != expected || !back.valid || back.size != end - bytes) ++wrong;
        if (galley::is_scalar_value(c) != (c == expected)) ++wrong;
        if (galley::utf8_size(c) != end - bytes) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("utf8: an empty range decodes to size 0") {
    const char* none = "";
    CHECK(galley::utf8_decode(none, none).size == 0);
    CHECK(galley::utf8_decode_before(none, none).size == 0);
    CHECK_FALSE(galley::utf8_decode(none, none).valid);
    CHECK(galley::code_points({}).empty());
    CHECK(galley::utf8_count({}) == 0);
}

TEST_CASE("utf8: short texts agree with table 3-7") {
    std::size_t wrong = 0, texts = 0;
    std::string first_wrong;
    for_short_texts([&](const std::string& text) {
        ++texts;
        const reference::character expected = reference::decode(text);
        const galley::decoded actual = galley::utf8_decode(text.data(), text.data() + text.size());
        const bool same = actual.code_point == expected.code_point && actual.size == expected.size &&
                          actual.valid == expected.valid && galley::utf8_count(text) == reference::count(text) &&
                          galley::utf8_valid_prefix(text) == reference::valid_prefix(text);
        if (!same && wrong++ == 0) first_wrong = spelled(text);
    });
    CAPTURE(first_wrong);
    CHECK(texts > 0x10000);
    CHECK(wrong == 0);
}

TEST_CASE("utf8: backward is forward reversed") {
    std::size_t wrong = 0;
    std::string first_wrong;
    for_short_texts([&](const std::string& text) {
        if (!(few_forward(text) == few_backward(text)) && wrong++ == 0) first_wrong = spelled(text);
    });
    CAPTURE(first_wrong);
    CHECK(wrong == 0);
}

TEST_CASE("utf8: a stream is the whole for every cut") {
    std::size_t wrong = 0;
    std::string first_wrong;
    for_short_texts([&](const std::string& text) {
        const few expected = few_forward(text);
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            few out;
            std::size_t bytes = 0;
            const auto sink = [&](galley::decoded c) {
                out.push(c.code_point);
                bytes += c.size;
            };
            galley::utf8_stream_decoder decoder;
            decoder.push(std::string_view(text).substr(0, cut), sink);
            const bool held = decoder.pending() <= 3 && bytes + decoder.pending() == cut;
            decoder.push(std::string_view(text).substr(cut), sink);
            decoder.finish(sink);
            const bool same = held && out == expected && bytes == text.size() && decoder.pending() == 0;
            if (!same && wrong++ == 0) first_wrong = spelled(text);
        }
    });
    CAPTURE(first_wrong);
    CHECK(wrong == 0);
}

TEST_CASE("utf8: a finished stream decoder is as new") {
    std::string out;
    const auto sink = [&out](galley::decoded c) { out += c.valid ? 'v' : '!'; };
    galley::utf8_stream_decoder decoder;
    decoder.push("\xE4\xB8", sink);
    decoder.finish(sink);
    decoder.push("\xAD" "a", sink);
    decoder.finish(sink);
    CHECK(out == "!!v");
}

// Loops that take many bytes at a time must not see an error too early, too late, or behind the end.
TEST_CASE("utf8: an error at every offset of a long text") {
    const std::string fillers[] = {"a", "\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80"};
    const std::string errors[] = {"\x80", "\xC0\x80", "\xE0\x80", "\xED\xA0\x80", "\xF4\x90", "\xE4\xB8", "\xF0\x9F\x98", "\xFF"};
    std::size_t wrong = 0;
    for (const std::string& filler : fillers) {
        for (const std::string& error : errors) {
            for (std::size_t before = 0; before <= 80; ++before) {
                for (const std::size_t after : {std::size_t{0}, std::size_t{1}, std::size_t{70}}) {
                    const std::string text = samples::repeat(filler, before) + error + samples::repeat("x", after);
                    const samples::exact_copy copy(text);
                    const std::size_t prefix = galley::utf8_valid_prefix(copy.view());
                    if (prefix != before * filler.size() || prefix != reference::valid_prefix(text)) ++wrong;
                    if (galley::utf8_count(copy.view()) != reference::count(text)) ++wrong;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("utf8: random texts agree with table 3-7") {
    samples::random random;
    std::size_t wrong = 0;
    for (int round = 0; round < 4000; ++round) {
        const samples::exact_copy text(round % 2 == 0 ? random.characters(200) : random.bytes(200));
        if (galley::utf8_valid_prefix(text.view()) != reference::valid_prefix(text.view())) ++wrong;
        if (galley::utf8_count(text.view()) != reference::count(text.view())) ++wrong;
        if (forward(text.view()) != backward(text.view())) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE_TEMPLATE("utf8: octet types", Octet, char, signed char, unsigned char, std::byte) {
    std::vector<Octet> octets;
    for (const char c : mixed) octets.push_back(static_cast<Octet>(c));
    CHECK(decoded_with(octets.begin(), octets.end()) == mixed_code_points);
    CHECK(decoded_with(octets.data(), octets.data() + octets.size()) == mixed_code_points);
}

#ifdef __cpp_char8_t
TEST_CASE("utf8: char8_t") {
    const std::u8string octets(mixed.begin(), mixed.end());
    CHECK(decoded_with(octets.begin(), octets.end()) == mixed_code_points);
    std::u8string out;
    for (const char32_t c : {U'a', U'\u4E2D'}) {
        char8_t bytes[4];
        out.append(bytes, galley::utf8_encode(c, bytes));
    }
    CHECK(out == u8"a\u4E2D");
}
#endif

TEST_CASE("utf8: iterators that only go forward, or only once") {
    const std::list<char> list(mixed.begin(), mixed.end());
    CHECK(decoded_with(list.begin(), list.end()) == mixed_code_points);

    const std::forward_list<char> singly(mixed.begin(), mixed.end());
    CHECK(decoded_with(singly.begin(), singly.end()) == mixed_code_points);
    std::vector<char32_t> viewed;
    for (const char32_t c : galley::code_point_view(singly.begin(), singly.end())) viewed.push_back(c);
    CHECK(viewed == mixed_code_points);

    std::istringstream stream(mixed);
    CHECK(decoded_with(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()) == mixed_code_points);
}

TEST_CASE("utf8: sentinels") {
    CHECK(decoded_with(mixed.c_str(), zero{}) == mixed_code_points);
    std::vector<char32_t> viewed;
    const galley::code_point_view<const char*, zero> view(mixed.c_str(), zero{});
    for (const char32_t c : view) viewed.push_back(c);
    CHECK(viewed == mixed_code_points);
    CHECK_FALSE(view.empty());
}

TEST_CASE("utf8: the view is as bidirectional as its octets") {
    using over_list = galley::code_point_view<std::list<char>::const_iterator>::iterator;
    using over_singly = galley::code_point_view<std::forward_list<char>::const_iterator>::iterator;
    using over_zero = galley::code_point_view<const char*, zero>::iterator;
    CHECK(std::is_same_v<over_list::iterator_category, std::bidirectional_iterator_tag>);
    CHECK(std::is_same_v<over_singly::iterator_category, std::forward_iterator_tag>);
    CHECK(std::is_same_v<over_zero::iterator_category, std::forward_iterator_tag>);

    const std::list<char> list(mixed.begin(), mixed.end());
    const galley::code_point_view view(list.begin(), list.end());
    CHECK(std::equal(mixed_code_points.rbegin(), mixed_code_points.rend(), std::make_reverse_iterator(view.end()),
                     std::make_reverse_iterator(view.begin())));
    auto at = view.begin();
    CHECK(*at++ == U'a');
    CHECK(*at == 0xE9);
    CHECK(at.base() == std::next(list.begin()));
    CHECK(*at-- == 0xE9);
    CHECK(at == view.begin());
    ++at;
    --at;
    CHECK(*++at == 0xE9);  // there and back leaves no trace
}

TEST_CASE("utf8: encoding to any output iterator") {
    std::string out;
    galley::utf8_encode(0x4E2D, std::back_inserter(out));
    galley::utf8_encode(U'a', std::back_inserter(out));
    CHECK(out == "\xE4\xB8\xAD" "a");
}

TEST_CASE_TEMPLATE("utf8: encoding to octet types", Octet, char, signed char, unsigned char, std::byte) {
    Octet octets[4]{};
    CHECK(galley::utf8_encode(0xE9, octets) == octets + 2);
    CHECK(static_cast<unsigned char>(octets[0]) == 0xC3);
    CHECK(static_cast<unsigned char>(octets[1]) == 0xA9);
    CHECK(static_cast<unsigned char>(octets[2]) == 0);
}
