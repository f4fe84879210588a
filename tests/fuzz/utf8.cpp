// UTF-8: decoding agrees with Unicode's table, forward, backward, as a stream and in bulk; encoding undoes it.
#include "../utf8_reference.hpp"
#include "fuzz.hpp"

#include <galley/utf8.hpp>

#include <string>
#include <vector>

namespace {

using characters = std::vector<reference::character>;

characters by_table(std::string_view text) {
    characters out;
    for (; !text.empty(); text.remove_prefix(out.back().size)) out.push_back(reference::decode(text));
    return out;
}

bool same(const galley::decoded& a, const reference::character& b) {
    return a.code_point == b.code_point && a.size == b.size && a.valid == b.valid;
}

void check_forward_and_backward(std::string_view text, const characters& expected) {
    const char* at = text.data();
    const char* const last = at + text.size();
    for (const reference::character& c : expected) {
        FUZZ_REQUIRE(same(galley::utf8_decode(at, last), c));
        FUZZ_REQUIRE(same(galley::utf8_next(at, last), c));
    }
    FUZZ_REQUIRE(at == last);
    for (std::size_t i = expected.size(); i-- != 0;) {
        FUZZ_REQUIRE(same(galley::utf8_decode_before(text.data(), at), expected[i]));
        at -= expected[i].size;
    }
    const auto view = galley::code_points(text);
    auto place = view.begin();
    for (const reference::character& c : expected) FUZZ_REQUIRE(*place++ == c.code_point);
    FUZZ_REQUIRE(place == view.end());
    for (std::size_t i = expected.size(); i-- != 0;) FUZZ_REQUIRE(*--place == expected[i].code_point);
}

void check_stream(std::string_view text, const characters& expected, fuzz::dice& dice) {
    galley::utf8_stream_decoder decoder;
    std::size_t read = 0;
    const auto take = [&](galley::decoded d) { FUZZ_REQUIRE(read < expected.size() && same(d, expected[read++])); };
    dice.cut(text, [&](std::string_view chunk) { decoder.push(chunk, take); });
    decoder.finish(take);
    FUZZ_REQUIRE(read == expected.size() && decoder.pending() == 0);
}

void check_bulk(std::string_view text, const characters& expected, std::size_t capacity) {
    FUZZ_REQUIRE(galley::utf8_count(text) == expected.size());
    FUZZ_REQUIRE(galley::utf8_valid_prefix(text) == reference::valid_prefix(text));
    std::u32string wide(capacity, U'#');
    const galley::transcoded done = galley::utf8_to_utf32(text, wide.data(), capacity);
    FUZZ_REQUIRE(done.written == (capacity < expected.size() ? capacity : expected.size()));
    std::size_t read = 0;
    for (std::size_t i = 0; i < done.written; read += expected[i++].size) FUZZ_REQUIRE(wide[i] == expected[i].code_point);
    FUZZ_REQUIRE(done.read == read);
    std::size_t seen = 0;
    galley::for_each_code_point(text, [&](char32_t c) { FUZZ_REQUIRE(seen < expected.size() && c == expected[seen++].code_point); });
    FUZZ_REQUIRE(seen == expected.size());
}

void check_encoding(std::string_view text, const characters& expected, std::size_t capacity) {
    std::u32string wide;
    std::string replaced;
    for (const reference::character& c : expected) {
        wide += c.code_point;
        replaced += c.valid ? text.substr(0, c.size) : std::string_view("\xEF\xBF\xBD");
        text.remove_prefix(c.size);
    }
    std::string narrow(capacity, '#');
    const galley::transcoded done = galley::utf8_encode(wide, narrow.data(), capacity);
    FUZZ_REQUIRE(done.written <= capacity && replaced.compare(0, done.written, narrow, 0, done.written) == 0);
    FUZZ_REQUIRE(done.read == wide.size() ? done.written == replaced.size() : capacity - done.written < galley::utf8_size(wide[done.read]));
}

}  // namespace

const fuzz::work_budget fuzz::budget{4000, 1000};

void fuzz::examine(dice choices) {
    const unsigned room = choices.below(256);
    dice cuts = choices;
    choices.below(1), choices.below(1);
    const std::string_view text = choices.rest();
    const characters expected = by_table(text);
    check_forward_and_backward(text, expected);
    check_stream(text, expected, cuts);
    check_bulk(text, expected, room == 0 ? text.size() : room * 8U);
    check_encoding(text, expected, room == 0 ? text.size() * 3 : room * 8U);
}
