// does not link: std::__cxx11::basic_string
#include <string>
extern "C" int board_main() {
    std::string text("longer than what fits the object itself");
    text += "more";
    return static_cast<int>(text.size());
}
