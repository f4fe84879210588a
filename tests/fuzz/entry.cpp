// libFuzzer's entry: one input through the target, in an allocation of its own, within its budget of work.
#include "fuzz.hpp"

#include <cstring>
#include <memory>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::unique_ptr<char[]> copy(new char[size]);
    if (size != 0) std::memcpy(copy.get(), data, size);
    const std::uint64_t before = fuzz::fuzz_work;
    fuzz::examine(fuzz::dice({copy.get(), size}));
    const std::uint64_t work = fuzz::fuzz_work - before;
    FUZZ_REQUIRE(work <= fuzz::budget.fixed + fuzz::budget.each_byte * size);
    return 0;
}
