// does not link: std::__throw_out_of_range
#include <array>
extern "C" int board_main() {
    volatile std::size_t at = 1;
    constexpr std::array<int, 3> values = {1, 2, 3};
    return values.at(at);
}
