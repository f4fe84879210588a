// does not link: std::__throw_out_of_range
#include <string_view>
extern "C" int board_main() {
    volatile std::size_t from = 1;
    return static_cast<int>(std::string_view("text").substr(from).size());
}
