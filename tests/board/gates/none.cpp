// links
// Nothing forbidden: the control of the controls.
extern "C" int board_main() { return 0; }
