// does not link: gate: thread-local data
thread_local int value = 1;
extern "C" int board_main() { return static_cast<volatile int&>(value); }
