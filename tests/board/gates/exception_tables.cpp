// does not link: gate: exception tables
// flags: -fexceptions -funwind-tables
extern "C" int board_main() { return 0; }
