#!/bin/sh
# run.sh TARGET...: builds galley for small and foreign machines and runs it there, under emulation. Without arguments: all.
# run.sh --list | --packages [--missing]: the targets; the Debian packages that they need, or those of them that are not there.
# Exit status of one target: 0, 1, or 77 where tools are missing, which are named. The last line of several counts them.
set -eu
self=$(readlink -f "$0")
cd "$(dirname "$self")/../.."
build=${GALLEY_BOARD_BUILD:-$PWD/build/board}

all='m0 m3 m4f m7 m33 gates wasm alignment
suite-m3 suite-armv6 suite-armv7 suite-aarch64 suite-i686 suite-riscv64 suite-s390x suite-powerpc'

say() { printf 'board: %s\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }

# ---- what a target needs -------------------------------------------------------------------------------------------------

bare_metal='gcc-arm-none-eabi libnewlib-arm-none-eabi libstdc++-arm-none-eabi-newlib'
packages_of() {
    case $1 in
    m0 | m3 | m4f | m7 | m33) echo "$bare_metal qemu-system-arm" ;;
    gates) echo "$bare_metal" ;;
    wasm) echo "clang lld nodejs libnewlib-arm-none-eabi libstdc++-arm-none-eabi-newlib" ;;
    alignment) echo "g++ doctest-dev" ;;
    suite-m3) echo "$bare_metal qemu-system-arm doctest-dev" ;;
    suite-armv6) echo "$bare_metal qemu-user doctest-dev" ;;
    suite-armv7) echo "g++-arm-linux-gnueabihf qemu-user doctest-dev" ;;
    suite-i686) echo "g++-i686-linux-gnu doctest-dev" ;;
    suite-*) echo "g++-${1#suite-}-linux-gnu qemu-user doctest-dev" ;;
    *) return 1 ;;
    esac
}
commands_of() {
    case $1 in
    m0 | m3 | m4f | m7 | m33 | suite-m3) echo "arm-none-eabi-g++ qemu-system-arm" ;;
    gates) echo arm-none-eabi-g++ ;;
    wasm) echo "clang++ wasm-ld node" ;;
    alignment) echo g++ ;;
    suite-armv6) echo "arm-none-eabi-g++ qemu-arm" ;;
    suite-armv7) echo "arm-linux-gnueabihf-g++ qemu-arm" ;;
    suite-i686) echo i686-linux-gnu-g++ ;;
    suite-powerpc) echo "powerpc-linux-gnu-g++ qemu-ppc" ;;
    suite-*) echo "${1#suite-}-linux-gnu-g++ qemu-${1#suite-}" ;;
    esac
}
newlib_headers() {
    for folder in /usr/include/newlib/c++/*; do [ -e "$folder/string_view" ] && echo "$folder" && return; done
    return 1
}
require() {
    for command in $(commands_of "$1"); do
        has "$command" || { say "$1 is skipped: $command was not found ($(packages_of "$1"))"; exit 77; }
    done
    case $1 in m* | gates | wasm | suite-m3 | suite-armv6)
        newlib_headers >/dev/null || { say "$1 is skipped: no C++ library for arm-none-eabi ($(packages_of "$1"))"; exit 77; } ;;
    esac
    case $1 in alignment | suite-*)
        [ -e /usr/include/doctest/doctest.h ] || { say "$1 is skipped: doctest was not found (doctest-dev)"; exit 77; } ;;
    esac
}

# ---- bare metal: galley's own start-up, no library ----------------------------------------------------------------------

warnings='-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef -Werror'
freestanding='-std=c++17 -ffreestanding -fno-exceptions -fno-rtti -fno-unwind-tables -fno-asynchronous-unwind-tables
-fno-threadsafe-statics -ffunction-sections -fdata-sections -Iinclude -Itests/board'

# Processor, machine, and memory of each target.
cortex_of() {
    case $1 in
    m0 | gates) cpu=-mcpu=cortex-m0 machine=microbit memory='0 256K 0x20000000 16K' ;;
    m3) cpu=-mcpu=cortex-m3 machine=mps2-an385 memory='0 4M 0x20000000 64K' ;;
    m4f) cpu='-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16' machine=mps2-an386 memory='0 4M 0x20000000 64K' ;;
    m7) cpu='-mcpu=cortex-m7 -mfloat-abi=hard -mfpu=fpv5-d16' machine=mps2-an500 memory='0 4M 0x20000000 64K' ;;
    m33) cpu='-mcpu=cortex-m33 -mfloat-abi=hard -mfpu=fpv5-sp-d16' machine=mps2-an505 memory='0x10000000 4M 0x38000000 64K' ;;
    esac
}
# compile_bare SOURCE OBJECT [FLAG...]
compile_bare() {
    source=$1 object=$2
    shift 2
    # shellcheck disable=SC2086
    arm-none-eabi-g++ $cpu -mthumb $freestanding $warnings "$@" -c "$source" -o "$object"
}
compile_start() {
    compile_bare tests/board/cortex_m.cpp "$out/start.o" -Os
    compile_bare tests/board/memory.cpp "$out/memory.o" -Os -fno-builtin -fno-tree-loop-distribute-patterns
}
# link_bare IMAGE OBJECT...
link_bare() {
    image=$1
    shift
    # shellcheck disable=SC2086,SC2046
    set -- "$@" $(printf -- '-Wl,--defsym=flash_origin=%s,--defsym=flash_size=%s,--defsym=ram_origin=%s,--defsym=ram_size=%s' $memory)
    # shellcheck disable=SC2086
    arm-none-eabi-g++ $cpu -mthumb -nostdlib -nostartfiles -T tests/board/cortex_m.ld -Wl,--gc-sections,--orphan-handling=error \
        "$out/start.o" "$out/memory.o" "$@" -lgcc -o "$image"
}
run_cortex() {
    timeout 550 qemu-system-arm -M "$machine" -nographic -monitor none -serial none \
        -semihosting-config enable=on,target=native -kernel "$1" 2>&1
}
# passed TEXT: a run must say how many checks passed; silence is no success.
passed() { printf '%s\n' "$1" | grep -Eq '^self-check: [1-9][0-9]* passed, 0 failed$'; }

# check_cortex TARGET [FLAGS]: at both levels, and with other flags besides.
check_cortex() {
    cortex_of "$1"
    compile_start
    for flags in -Os -O2 ${2:+"-Os $2"}; do
        # shellcheck disable=SC2086
        compile_bare tests/board/self_check.cpp "$out/self_check.o" $flags
        link_bare "$out/image.elf" "$out/self_check.o"
        told=$(run_cortex "$out/image.elf") || { printf '%s\n' "$told"; say "$1 $flags: failed"; return 1; }
        say "$1 $flags: $told"
        passed "$told" || return 1
    done
    [ "$1" != m0 ] || check_faults
}

# The machine of the M0 does fault on a misaligned word, or its passing shows nothing.
check_faults() {
    compile_bare tests/board/unaligned.cpp "$out/unaligned.o" -Os -Wno-cast-align
    link_bare "$out/unaligned.elf" "$out/unaligned.o"
    run_cortex "$out/unaligned.elf" >/dev/null && status=0 || status=$?
    [ "$status" = 99 ] || { say "a misaligned word does not fault: status $status"; return 1; }
}

# Every source of gates/ says on its first line whether it links, or what the linker must complain of.
check_gates() {
    cortex_of gates
    compile_start
    wrong=0 count=0
    for source in tests/board/gates/*.cpp; do
        expected=$(sed -n '1s|^// does not link: ||p' "$source")
        flags=$(sed -n '2s|^// flags: ||p' "$source")
        count=$((count + 1))
        # shellcheck disable=SC2086
        arm-none-eabi-g++ $cpu -mthumb $freestanding -Os $flags -c "$source" -o "$out/gate.o"
        if told=$(link_bare "$out/gate.elf" "$out/gate.o" 2>&1); then
            [ -n "$expected" ] || continue
            say "$source links, and should not: $expected"
        else
            [ -z "$expected" ] || ! printf '%s' "$told" | grep -Fq "$expected" || continue
            say "$source: the linker says"
            printf '%s\n' "$told"
        fi
        wrong=$((wrong + 1))
    done
    say "gates: $((count - wrong)) passed, $wrong failed"
    [ "$wrong" = 0 ] && [ "$count" -gt 10 ]
}

# WebAssembly: clang has no C++ library of its own for it, and borrows the headers of another freestanding one.
check_wasm() {
    headers=$(newlib_headers)
    for source in self_check wasm memory; do
        flags=-O2
        [ $source != memory ] || flags='-O2 -fno-builtin'
        # shellcheck disable=SC2086
        clang++ --target=wasm32 $freestanding $warnings $flags -nostdinc++ -D__IEEE_LITTLE_ENDIAN -isystem "$headers" \
            -isystem "$headers/arm-none-eabi/thumb/v6-m/nofp" -isystem /usr/include/newlib -c tests/board/$source.cpp -o "$out/$source.o"
    done
    wasm-ld --no-entry --export=board_main --gc-sections -z stack-size=65536 "$out/self_check.o" "$out/wasm.o" "$out/memory.o" \
        -o "$out/self_check.wasm"
    told=$(node tests/board/wasm.mjs "$out/self_check.wasm") || { printf '%s\n' "$told"; return 1; }
    say "wasm: $told"
    passed "$told"
}

# ---- the whole suite ------------------------------------------------------------------------------------------------------

# Cases that time themselves: an emulator's time says nothing. Every other case runs; of inputs that are tried by the thousand,
# emulators see one of so many (tests/samples.hpp).
left_out='*linear*' one_of=17

# Compiler, flags and what runs the program. i686 runs as it is.
suite_of() {
    compiler=${1#suite-}-linux-gnu-g++ flags=-static runner=qemu-${1#suite-}
    case $1 in
    alignment) compiler=g++ flags='-DGALLEY_BLOCKS=0 -fsanitize=alignment -fno-sanitize-recover=all' runner='' one_of=1 ;;
    suite-m3)
        compiler=arm-none-eabi-g++ flags='-mcpu=cortex-m3 -mthumb -fno-rtti --specs=rdimon.specs -Wl,--section-start=.vectors=0'
        runner="qemu-system-arm -M mps2-an385 -nographic -monitor none -serial none -semihosting-config enable=on,target=native,arg=suite,arg=-tce=$left_out -kernel"
        ;;
    suite-armv6)
        compiler=arm-none-eabi-g++ flags='-march=armv6+fp -marm -mfloat-abi=hard -fno-rtti --specs=rdimon.specs' runner='qemu-arm -cpu arm1176'
        ;;
    suite-armv7)
        compiler=arm-linux-gnueabihf-g++ flags='-static -mcpu=cortex-a7 -mfpu=neon-vfpv4' runner='qemu-arm -cpu cortex-a7'
        ;;
    suite-aarch64) flags='-static -mcpu=cortex-a53' runner='qemu-aarch64 -cpu cortex-a53' ;;
    suite-i686)
        # the x87 of the reference rounds twice; ours are integers
        runner='' one_of=1 left_out="$left_out,*from_chars*,fractions convert*"
        ;;
    suite-powerpc) runner=qemu-ppc ;;
    esac
    arguments=-tce=$left_out
    case $1 in suite-m3) arguments='' ;; esac  # among those of the emulator
}

# The suite as one source: headers are read and functions compiled once, each test in a namespace of its own.
suite_source() {
    sources=$(ls tests/*_test.cpp | grep -v /interop_)  # that needs utfcpp, and has nothing that depends on the machine
    printf '#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n'
    # shellcheck disable=SC2086
    cat $sources | grep '^#include' | sort -u
    for source in $sources; do
        printf 'namespace %s {\n#include "%s"\n}\n' "$(basename "$source" .cpp)" "$PWD/$source"
        sed -n 's/^#define \([A-Za-z_]*\).*/#undef \1/p' "$source"
    done
}

check_suite() {
    suite_of "$1"
    rm -rf "${out:?}"/*
    ln -sfn /usr/include/doctest "$out/doctest"  # alone: a cross compiler must not see the other headers beside it
    suite_source >"$out/suite.cpp"
    case $flags in *rdimon*) sources=tests/board/newlib.cpp ;; *) sources= ;; esac
    # shellcheck disable=SC2086
    $compiler $flags -std=gnu++17 -Og -fno-exceptions -DDOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS -DDOCTEST_CONFIG_NO_MULTITHREADING \
        -DDOCTEST_CONFIG_NO_POSIX_SIGNALS -DGALLEY_TEST_ONE_OF=$one_of -Wno-psabi -Iinclude -Itests -isystem "$out" "$out/suite.cpp" $sources -o "$out/suite"
    # shellcheck disable=SC2086
    told=$(timeout 550 $runner "$out/suite" ${arguments:+"$arguments"} 2>&1) || { printf '%s\n' "$told"; say "$1: failed"; return 1; }
    printf '%s\n' "$told" | sed -n "s/^\[doctest\] \(test cases\|assertions\)/board: $1: \1/p"
    printf '%s\n' "$told" | grep -Eq 'test cases: +[1-9][0-9]* +\| +[1-9][0-9]* passed \| 0 failed'
}

# ---- one target, or several ---------------------------------------------------------------------------------------------

check() {
    require "$1"
    out=$build/$1
    mkdir -p "$out"
    case $1 in
    m0) check_cortex "$1" -DGALLEY_UNICODE_LITE=1 ;;
    # what undefined behaviour there is, misaligned words among it, ends in a fault
    m3) check_cortex "$1" '-fsanitize=undefined -fsanitize-undefined-trap-on-error' ;;
    m4f | m7 | m33) check_cortex "$1" ;;
    gates) check_gates ;;
    wasm) check_wasm ;;
    *) check_suite "$1" ;;
    esac
}

case ${1:-} in
--list)
    printf '%s\n' "$all" | tr ' ' '\n'
    exit ;;
--packages)
    for target in $all; do
        [ "${2:-}" != --missing ] || ! (require "$target") >/dev/null || continue
        packages_of "$target"
    done | tr ' ' '\n' | sort -u
    exit ;;
esac

if [ $# = 1 ]; then
    packages_of "$1" >/dev/null || { say "no target $1; --list names them" >&2; exit 2; }
    check "$1"
    exit
fi

passed=0 failed=0 skipped=0
# shellcheck disable=SC2048
for target in ${*:-$all}; do
    sh "$self" "$target" && status=0 || status=$?
    case $status in
    0) passed=$((passed + 1)) ;;
    77) skipped=$((skipped + 1)) ;;
    *) say "$target failed"; failed=$((failed + 1)) ;;
    esac
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
