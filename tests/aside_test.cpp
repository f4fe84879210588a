// Lines that wait: given back once, in order, whole; and refused where there is no room.
#include <galley/detail/aside.hpp>

#include "table.hpp"

#include <string>
#include <utility>
#include <vector>

namespace {

using galley::detail::page::aside;
using kept = std::vector<std::pair<std::string, std::size_t>>;

kept taken_before(aside& lines, std::size_t limit) {
    kept out;
    lines.take_before(limit, [&](std::string_view line, std::size_t source) { out.emplace_back(line, source); });
    return out;
}

TEST_CASE("aside: lines come back in order up to a place and then no more") {
    aside lines;
    CHECK(taken_before(lines, 1000).empty());
    lines.put("12", 10);
    lines.put("— 3 —", 20);
    lines.put("2024年5月6日 星期一", 30);
    CHECK(taken_before(lines, 10).empty());  // what stands at the place waits on
    CHECK(taken_before(lines, 11) == kept{{"12", 10}});
    CHECK(taken_before(lines, 11).empty());
    lines.put("13", 40);
    CHECK(taken_before(lines, 31) == kept{{"— 3 —", 20}, {"2024年5月6日 星期一", 30}});
    CHECK(taken_before(lines, 1000) == kept{{"13", 40}});
    CHECK(taken_before(lines, 1000).empty());
}

TEST_CASE("aside: three lines and 160 bytes are all it holds") {
    aside lines;
    lines.put("1", 1);
    lines.put("2", 2);
    lines.put("3", 3);
    CHECK_FALSE(lines.has_room(1, 1));
    CHECK(taken_before(lines, 9) == kept{{"1", 1}, {"2", 2}, {"3", 3}});
    const std::string full(160, 'a'), more(161, 'a'), half(80, 'b');
    CHECK_FALSE(lines.has_room(1, more.size()));
    REQUIRE(lines.has_room(1, full.size()));
    lines.put(full, 5);
    CHECK_FALSE(lines.has_room(1, 1));
    CHECK(taken_before(lines, 9) == kept{{full, 5}});
    REQUIRE(lines.has_room(1, half.size()));
    lines.put(half, 7);
    REQUIRE(lines.has_room(1, half.size()));
    lines.put(half, 8);  // to the last byte
    CHECK_FALSE(lines.has_room(1, 1));
    CHECK(taken_before(lines, 8) == kept{{half, 7}});
    REQUIRE(lines.has_room(1, 1));
    lines.put("9", 9);
    CHECK(taken_before(lines, 99) == kept{{half, 8}, {"9", 9}});
}

}  // namespace
