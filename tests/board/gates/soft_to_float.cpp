// does not link: gate: soft-float float
extern "C" int board_main();
volatile const unsigned value = 3;
int board_main() {
    const float converted = static_cast<float>(value);
    return reinterpret_cast<const unsigned char&>(converted) == 0 ? 0 : 1;
}
