// does not link: gate: soft-float double
extern "C" int board_main() {
    volatile double value = 1.5;
    value = value * value;
    return 0;
}
