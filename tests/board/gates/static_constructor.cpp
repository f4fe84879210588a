// does not link: gate: static constructors
struct constructed {
    constructed() { asm volatile(""); }
} const value;
extern "C" int board_main() { return 0; }
