#!/bin/sh
# fuzz.sh MINUTES [TARGET...]: each fuzz target for so many minutes, one after another, from its kept corpus and from what
# earlier runs found in build/fuzz. Prints executions and coverage; what breaks a promise stays in build/fuzz as crash-*.
# fuzz.sh --keep [TARGET...]: makes few inputs that reach all that the kept and the found ones reach the kept corpus.
set -eu
cd "$(dirname "$0")/.."
usage() {
    sed -n '2,4s/^# //p' "$0" >&2
    exit 2
}
[ $# -gt 0 ] || usage
what=$1
shift
case $what in --keep) ;; '' | *[!0-9.]*) usage ;; esac
[ $# -gt 0 ] || set -- utf8 tokenizer number lexicon dehyphenate rejoin reflow repeats linear

for target in "$@"; do [ -e "tests/fuzz/corpus/$target.txt" ] || usage; done
cmake --preset fuzz -G Ninja >/dev/null
folder=$PWD/build/fuzz/tests/fuzz

# Inputs of up to 256 bytes are kept: they replay fast and can be read.
keep() {
    work=$folder/work/$1
    rm -rf "$work/all" "$work/few"
    mkdir -p "$work/all" "$work/few"
    python3 tests/fuzz/corpus.py unpack "tests/fuzz/corpus/$1.txt" "$work/all"
    if [ -d "$work/found" ]; then find "$work/found" -type f -size -257c -exec cp {} "$work/all" \; ; fi
    "$folder/galley_fuzz_$1" -set_cover_merge=1 "$work/few" "$work/all" 2>"$work/log"
    python3 tests/fuzz/corpus.py pack "$work/few" "tests/fuzz/corpus/$1.txt"
    echo "$1: $(wc -l <"tests/fuzz/corpus/$1.txt") inputs kept"
}

status=0
for target in "$@"; do
    cmake --build --preset fuzz --target "galley_fuzz_$target" >/dev/null
    case $what in
        --keep) keep "$target" ;;
        *) nice sh tests/fuzz/run.sh "$folder/galley_fuzz_$target" "$target" "$(awk "BEGIN { print int($what * 60) }")" || status=1 ;;
    esac
done
exit $status
