// does not link: gate: mutable data
int counter = 1;
extern "C" int board_main() { return static_cast<volatile int&>(counter)++; }
