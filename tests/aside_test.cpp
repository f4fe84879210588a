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
    REQUIRE(lines.put("12", 10));
    REQUIRE(lines.put("— 3 —", 20));
    REQUIRE(lines.put("2024年5月6日 星期一", 30));
    CHECK(taken_before(lines, 10).empty());  // what stands at the place waits on
    CHECK(taken_before(lines, 11) == kept{{"12", 10}});
    CHECK(taken_before(lines, 11).empty());
    REQUIRE(lines.put("13", 40));
    CHECK(taken_before(lines, 31) == kept{{"— 3 —", 20}, {"2024年5月6日 星期一", 30}});
    CHECK(taken_before(lines, 1000) == kept{{"13", 40}});
    CHECK(taken_before(lines, 1000).empty());
}

TEST_CASE("aside: three lines and 160 bytes are all it holds") {
    aside lines;
    REQUIRE(lines.put("1", 1));
    REQUIRE(lines.put("2", 2));
    REQUIRE(lines.put("3", 3));
    CHECK_FALSE(lines.put("4", 4));
    CHECK(taken_before(lines, 9) == kept{{"1", 1}, {"2", 2}, {"3", 3}});
    const std::string full(160, 'a'), more(161, 'a'), half(80, 'b');
    CHECK_FALSE(lines.put(more, 5));
    CHECK(lines.put(full, 5));
    CHECK_FALSE(lines.put("6", 6));
    CHECK(taken_before(lines, 9) == kept{{full, 5}});
    CHECK(lines.put(half, 7));
    CHECK(lines.put(half, 8));  // to the last byte
    CHECK_FALSE(lines.put("9", 9));
    CHECK(taken_before(lines, 8) == kept{{half, 7}});
    CHECK(lines.put("9", 9));
    CHECK(taken_before(lines, 99) == kept{{half, 8}, {"9", 9}});
}

}  // namespace
