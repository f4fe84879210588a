#!/bin/sh
# coverage.sh [LINES BRANCHES]: builds the suite, the oracles and the fuzz replays with clang's coverage, runs them, and prints
# lines and branches of include/ for each header and in all; build/coverage/left.txt lists what no test reaches. Fails below
# LINES or BRANCHES percent (98 and 92).
# Tests compile one by one: in pieces, functions of two programs would have one name, and their counts would be lost.
set -eu
cd "$(dirname "$0")/.."
lines=${1:-98} branches=${2:-92}
out=build/coverage
mkdir -p "$out/profiles"
rm -f "$out/profiles/"*

version=$(clang++ -dumpversion | cut -d. -f1)
tool() { command -v "$1-$version" || command -v "$1"; }
cov=$(tool llvm-cov) profdata=$(tool llvm-profdata)

cmake -S . -B "$out" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug -DGALLEY_TEST_SCRIPTS=ON -DGALLEY_TEST_UNITY=OFF -DGALLEY_BUILD_BENCH=OFF -DGALLEY_BUILD_EXAMPLES=OFF \
    -DCMAKE_CXX_FLAGS="-O1 -fprofile-instr-generate -fcoverage-mapping" >/dev/null
targets="galley_tests galley_small_tests galley_oracle_icu galley_oracle_from_chars galley_oracle_reflow"
for target in utf8 tokenizer number lexicon dehyphenate rejoin reflow repeats; do targets="$targets galley_fuzz_$target"; done
# shellcheck disable=SC2086
cmake --build "$out" --target $targets

programs=
for target in $targets; do
    program=$(find "$out/tests" -name "$target" -type f -perm -u+x)
    corpus=tests/fuzz/corpus/${target#galley_fuzz_}.txt
    [ -e "$corpus" ] || corpus=
    # shellcheck disable=SC2086
    LLVM_PROFILE_FILE="$out/profiles/$target.profraw" "$program" $corpus >"$out/log" 2>&1 || { tail -n 20 "$out/log"; exit 1; }
    programs="$programs -object $program"
done
"$profdata" merge -sparse "$out/profiles/"*.profraw -o "$out/all.profdata"
# shellcheck disable=SC2086
"$cov" export -instr-profile "$out/all.profdata" ${programs# -object} include/ >"$out/all.json"
# shellcheck disable=SC2086
"$cov" show -instr-profile "$out/all.profdata" ${programs# -object} --show-branches=count include/ >"$out/all.txt"
python3 tools/coverage.py "$out/all.json" "$out/all.txt" "$out/left.txt" "$lines" "$branches"
