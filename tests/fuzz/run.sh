#!/bin/sh
# run.sh PROGRAM TARGET SECONDS: runs a libFuzzer program on its kept corpus and what earlier runs found, beside the program.
# Prints one line: executions, coverage, and the size of what was found. What breaks stays in the folder as crash-*.
set -eu
program=$1 target=$2 seconds=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(dirname "$program")/work/$target
mkdir -p "$work/found"
python3 "$here/corpus.py" unpack "$here/corpus/$target.txt" "$work/kept"
python3 "$here/corpus.py" dictionary "$here/words.txt" "$work/words.dict"

status=0
"$program" "$work/found" "$work/kept" -dict="$work/words.dict" -max_total_time="$seconds" -max_len=2048 -len_control=20 -timeout=60 -rss_limit_mb=1024 \
    -print_final_stats=1 -artifact_prefix="$work/" >"$work/log" 2>&1 || status=$?
if [ "$status" != 0 ]; then
    grep -v '^#' "$work/log" | tail -n 60
    exit "$status"
fi
executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")
covered=$(grep -o 'cov: [0-9]*' "$work/log" | tail -n 1)
features=$(grep -o 'ft: [0-9]*' "$work/log" | tail -n 1)
echo "$target: $executions executions, $covered edges, $features features, $(ls "$work/found" | wc -l) inputs found"
[ "${executions:-0}" -gt 0 ]
