// does not link: undefined reference to `malloc'
#include <cstdlib>
extern "C" int board_main() { return *static_cast<volatile int*>(std::malloc(sizeof(int))); }
