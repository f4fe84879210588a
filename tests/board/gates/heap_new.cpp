// does not link: operator new
extern "C" int board_main() {
    int* volatile value = new int(1);
    return *value;
}
