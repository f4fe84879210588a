#!/bin/sh
# long.sh [SEQUENCES [BYTES]]: what the suite tries on few inputs, on many: random sequences against ICU, Python's decoder and
# std::from_chars (100000000 of each), a thousandth as many random pages against the reference of reflow, and hostile texts of
# BYTES and twice as many (262144), pages of five million lines, lines of 100 MB, and twice that. Some hours.
set -eu
cd "$(dirname "$0")/.."
sequences=${1:-100000000} bytes=${2:-262144}
folder=$PWD/build/gcc/tests
cmake --preset gcc -G Ninja >/dev/null

build() { cmake --build --preset gcc --target "$1" >/dev/null; }
# compare NAME COUNT
compare() {
    build "galley_oracle_$1"
    echo "$1: $2 random inputs"
    told=$(GALLEY_TEST_SEQUENCES=$2 "$folder/oracle/galley_oracle_$1" --test-case="*random*") || { printf '%s\n' "$told"; exit 1; }
    printf '%s\n' "$told"
    printf '%s\n' "$told" | grep -Eq 'test cases: +[1-9]'  # a filter that finds none is no success
}

compare icu "$sequences"
compare from_chars "$sequences"
compare reflow "$((sequences / 1000))"
build galley_oracle_utf8_filter
python3 tests/oracle/python.py --program "$folder/oracle/galley_oracle_utf8_filter" --sequences "$sequences" --seed "$(date +%j)"
build galley_hostile
"$folder/fuzz/galley_hostile" "$bytes"
"$folder/fuzz/galley_hostile" 5000000 more-pages
