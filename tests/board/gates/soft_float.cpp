// does not link: gate: soft-float float
extern "C" int board_main() {
    volatile float value = 1.5F;
    value = value + value;
    return 0;
}
