// does not link: std::cout
#include <iostream>
extern "C" int board_main() { std::cout << "text"; return 0; }
