// does not link: gate: soft-float double
extern "C" int board_main();
volatile const double value = 0.5;
int board_main() { return value >= 0.25 ? 0 : 1; }
