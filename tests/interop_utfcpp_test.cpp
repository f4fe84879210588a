#include <galley/interop/utfcpp.hpp>

#include "samples.hpp"
#include "table.hpp"
#include "utf8_reference.hpp"

#include <deque>
#include <list>
#include <string>
#include <vector>

namespace interop = galley::interop;

namespace {

const std::string well_formed = "a\xC3\xA9 \xE4\xB8\xAD\xE5\x9B\xBD\xF0\x9F\x98\x80 1,234";
const std::string torn = "a\xE4\xB8z\xFF" "b";

template <class Container>
using checked = utf8::iterator<typename Container::const_iterator>;

template <class Container>
checked<Container> first_of(const Container& text) { return checked<Container>(text.begin(), text.begin(), text.end()); }
template <class Container>
checked<Container> last_of(const Container& text) { return checked<Container>(text.end(), text.begin(), text.end()); }

std::string spell(galley::token t) { return std::string(galley::name_of(t.kind)) + ":" + std::string(t.text) + "|"; }

template <class Utf8It>
std::string tokens_between(Utf8It first, Utf8It last) {
    std::string sunk, ranged;
    interop::tokenize(first, last, [&sunk](galley::token t) { sunk += spell(t); });
    for (const galley::token t : interop::tokens(first, last)) ranged += spell(t);
    CHECK(sunk == ranged);
    return sunk;
}

}  // namespace

TEST_CASE("utfcpp: tokens between its iterators") {
    const std::string expected = "word:a\xC3\xA9|space: |han:\xE4\xB8\xAD\xE5\x9B\xBD|symbol:\xF0\x9F\x98\x80|space: |digits:1,234|";
    CHECK(tokens_between(first_of(well_formed), last_of(well_formed)) == expected);

    const char* const begin = well_formed.data();
    const char* const end = begin + well_formed.size();
    CHECK(tokens_between(utf8::iterator<const char*>(begin, begin, end), utf8::iterator<const char*>(end, begin, end)) == expected);
    CHECK(tokens_between(utf8::unchecked::iterator<const char*>(begin), utf8::unchecked::iterator<const char*>(end)) == expected);

    auto second = first_of(well_formed);
    ++second;
    CHECK(interop::text_of(second, last_of(well_formed)) == std::string_view(well_formed).substr(1));
    CHECK(interop::text_of(second, second).empty());
    CHECK(tokens_between(first_of(torn), last_of(torn)) == "word:a|invalid:\xE4\xB8|word:z|invalid:\xFF|word:b|");
}

TEST_CASE("utfcpp: code points between its iterators, over any container") {
    const std::list<char> list(well_formed.begin(), well_formed.end());
    const std::deque<unsigned char> deque(well_formed.begin(), well_formed.end());
    std::vector<char32_t> expected;
    utf8::utf8to32(well_formed.begin(), well_formed.end(), std::back_inserter(expected));

    std::vector<char32_t> from_list, from_deque, from_torn;
    // A list's iterators have no order, so only utfcpp's unchecked iterator takes them.
    using over_list = utf8::unchecked::iterator<std::list<char>::const_iterator>;
    for (const char32_t c : interop::code_points(over_list(list.begin()), over_list(list.end()))) from_list.push_back(c);
    for (const char32_t c : interop::code_points(first_of(deque), last_of(deque))) from_deque.push_back(c);
    for (const char32_t c : interop::code_points(first_of(torn), last_of(torn))) from_torn.push_back(c);
    CHECK(from_list == expected);
    CHECK(from_deque == expected);
    CHECK(from_torn == std::vector<char32_t>{'a', 0xFFFD, 'z', 0xFFFD, 'b'});
}

TEST_CASE("utfcpp: galley's code points are input for its functions") {
    const auto view = galley::code_points(torn);
    std::string out;
    utf8::utf32to8(view.begin(), view.end(), std::back_inserter(out));
    CHECK(out == "a\xEF\xBF\xBDz\xEF\xBF\xBD" "b");
}

TEST_CASE("utfcpp: a place in a text goes there and back") {
    const auto view = galley::code_points(well_formed);
    auto theirs = interop::to_utfcpp(view, view.begin());
    const auto first = theirs, last = interop::to_utfcpp(view, view.end());
    std::size_t places = 0;
    for (auto ours = view.begin(); ours != view.end(); ++ours, ++theirs, ++places) {
        CHECK(*theirs == static_cast<std::uint32_t>(*ours));
        CHECK(theirs == interop::to_utfcpp(view, ours));
        CHECK(interop::from_utfcpp(theirs, first, last) == ours);
    }
    CHECK(theirs == last);
    CHECK(places == 12);
    auto back = interop::from_utfcpp(last, first, last);
    CHECK(*--back == U'4');
}

TEST_CASE("utfcpp: its functions' names with galley's meaning") {
    samples::random random;
    std::size_t wrong = 0;
    for (int round = 0; round < 2000; ++round) {
        const std::string text = round % 2 == 0 ? random.bytes(60) : random.characters(60);
        if (interop::is_valid(text.begin(), text.end()) != utf8::is_valid(text.begin(), text.end())) ++wrong;
        if (interop::find_invalid(text.begin(), text.end()) != utf8::find_invalid(text.begin(), text.end())) ++wrong;

        std::string replaced;
        interop::replace_invalid(text.begin(), text.end(), std::back_inserter(replaced));
        const auto length = static_cast<std::size_t>(interop::distance(text.begin(), text.end()));
        if (!utf8::is_valid(replaced.begin(), replaced.end())) ++wrong;
        if (length != static_cast<std::size_t>(utf8::distance(replaced.begin(), replaced.end()))) ++wrong;
        if (length != reference::count(text)) ++wrong;
    }
    CHECK(wrong == 0);

    std::string replaced;
    interop::replace_invalid(torn.begin(), torn.end(), std::back_inserter(replaced), U'?');
    CHECK(replaced == "a?z?b");
    CHECK(interop::distance(torn.begin(), torn.end()) == 5);
}
