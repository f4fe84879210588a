// Lines that wait: given back once, in order, whole; and refused where there is no room.
#include <galley/detail/aside.hpp>

#include "table.hpp"

#include <string>
#include <utility>
#include <vector>

namespace {

using galley::detail::page::aside;
using kept = std::vector<std::pair<std::string, std::size_t>>;

/// False when there is no room.
bool put(aside& lines, std::string_view line, std::size_t source) {
    if (!lines.has_room(1, line.size())) return false;
    lines.put(line, source);
    return true;
}

kept taken_before(aside& lines, std::size_t limit) {
    kept out;
    lines.take_before(limit, [&](std::string_view line, std::size_t source) { out.emplace_back(line, source); });
    return out;
}

TEST_CASE("aside: lines come back in order up to a place and then no more") {
    aside lines;
    CHECK(taken_before(lines, 1000).empty());
    REQUIRE(put(lines, "12", 10));
    REQUIRE(put(lines, "— 3 —", 20));
    REQUIRE(put(lines, "2024年5月6日 星期一", 30));
    CHECK(taken_before(lines, 10).empty());  // what stands at the place waits on
    CHECK(taken_before(lines, 11) == kept{{"12", 10}});
    CHECK(taken_before(lines, 11).empty());
    REQUIRE(put(lines, "13", 40));
    CHECK(taken_before(lines, 31) == kept{{"— 3 —", 20}, {"2024年5月6日 星期一", 30}});
    CHECK(taken_before(lines, 1000) == kept{{"13", 40}});
    CHECK(taken_before(lines, 1000).empty());
}

TEST_CASE("aside: room is asked for several lines at once") {
    aside lines;
    CHECK(lines.has_room(3, 160));
    CHECK_FALSE(lines.has_room(4, 4));
    CHECK_FALSE(lines.has_room(1, 161));
    REQUIRE(put(lines, "12", 1));
    CHECK(lines.has_room(2, 158));
    CHECK_FALSE(lines.has_room(3, 3));
    CHECK_FALSE(lines.has_room(2, 159));
}

TEST_CASE("aside: three lines and 160 bytes are all it holds") {
    aside lines;
    REQUIRE(put(lines, "1", 1));
    REQUIRE(put(lines, "2", 2));
    REQUIRE(put(lines, "3", 3));
    CHECK_FALSE(put(lines, "4", 4));
    CHECK(taken_before(lines, 9) == kept{{"1", 1}, {"2", 2}, {"3", 3}});
    const std::string full(160, 'a'), more(161, 'a'), half(80, 'b');
    CHECK_FALSE(put(lines, more, 5));
    CHECK(put(lines, full, 5));
    CHECK_FALSE(put(lines, "6", 6));
    CHECK(taken_before(lines, 9) == kept{{full, 5}});
    CHECK(put(lines, half, 7));
    CHECK(put(lines, half, 8));  // to the last byte
    CHECK_FALSE(put(lines, "9", 9));
    CHECK(taken_before(lines, 8) == kept{{half, 7}});
    CHECK(put(lines, "9", 9));
    CHECK(taken_before(lines, 99) == kept{{half, 8}, {"9", 9}});
}

}  // namespace
