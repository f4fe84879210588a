#include <galley/status.hpp>

#include "table.hpp"

namespace {

struct row {
    galley::errc error;
    bool succeeded;
};

constexpr row rows[] = {
    {galley::errc::ok, true},
    {galley::errc::empty, false},
    {galley::errc::invalid, false},
    {galley::errc::overflow, false},
    {galley::errc::trailing_text, false},
};

constexpr bool tested_like_a_bool(const row& r) {
    galley::result<int> made;
    made.error = r.error;
    return made ? true : false;
}

constexpr galley::result<int> untouched{};
static_assert(untouched && untouched.value == 0 && untouched.size == 0);
static_assert(!std::is_convertible_v<galley::result<int>, bool>, "a result must not pass for a number");
static_assert(sizeof(galley::errc) == 1);

}  // namespace

TEST_CASE("status: a result is true when its error is ok") {
    CHECK_ROWS(rows, tested_like_a_bool, &row::succeeded);
}
