// does not link: __cxa_
// flags: -fexceptions
extern "C" int board_main() { throw 1; }
