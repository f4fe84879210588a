// does not link: gate: mutable data
extern "C" int board_main() {
    static char buffer[64];
    static_cast<volatile char*>(buffer)[1] = 1;
    return 0;
}
