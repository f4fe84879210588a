// does not link: gate: mutable data
int volatile source;
extern "C" int board_main() {
    static const int value = source;
    return value;
}
