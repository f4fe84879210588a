// Counts basic blocks: what is compiled with -fsanitize-coverage=trace-pc calls this at the start of each. The linker
// renames the call (--wrap), because libFuzzer has a function of the old name.
#include <cstdint>

extern "C" {
std::uint64_t fuzz_work = 0;
void __wrap___sanitizer_cov_trace_pc();
void __wrap___sanitizer_cov_trace_pc() { ++fuzz_work; }
}
