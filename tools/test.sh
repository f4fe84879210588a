#!/bin/sh
# test.sh [PRESET...]: installs what the tests need, configures, builds and runs everything. Without arguments: gcc. `boards`
# brings cross compilers and emulators, some three gigabytes.
# CMakePresets.json has the presets. The last line counts the tests of all presets together.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- gcc

say() { printf 'test.sh: %s\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND...: runs it as root, or fails where that cannot be.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif has sudo; then sudo "$@"; else return 1; fi
}

# Whether clang has its run-time libraries, libFuzzer among them.
has_sanitizers() { has clang++ && echo 'int main() {}' | clang++ -fsanitize=address -x c++ -o /dev/null - 2>/dev/null; }

# Names of the Debian packages that are not there. What the tests cannot do without, and peers that they compare with.
packages_wanted() {
    has g++ || echo g++
    has cmake || echo cmake
    has ninja || echo ninja-build
    has python3 || echo python3
    has nm || echo binutils
    [ -e /usr/include/doctest/doctest.h ] || echo doctest-dev
    for preset in "$@"; do
        case $preset in clang | asan | fuzz) has clang++ || echo clang ;; esac
        case $preset in asan | fuzz) has_sanitizers || echo libclang-rt-dev ;; esac
    done
}
peers_wanted() {
    [ -e /usr/include/unicode/ucnv.h ] || echo libicu-dev
    [ -e /usr/include/utf8cpp/utf8.h ] || [ -e /usr/include/utf8.h ] || echo libutfcpp-dev
    [ -e /usr/include/benchmark/benchmark.h ] || echo libbenchmark-dev
    has pkg-config || echo pkg-config
    has npm || echo npm
}

boards_wanted() {
    for preset in "$@"; do
        [ "$preset" != boards ] || sh tests/board/run.sh --packages --missing
    done
}

# install_packages NAME...
install_packages() {
    [ $# -gt 0 ] || return 0
    has apt-get || return 1
    say "installing $*"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -q >/dev/null || say "apt-get update failed; trying with the lists that are there"
    as_root apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

install_all() {
    # Unquoted on purpose: lists of names.
    # shellcheck disable=SC2046
    install_packages $(packages_wanted "$@") $(peers_wanted) || install_packages $(packages_wanted "$@") || :
    missing=$(packages_wanted "$@" | tr '\n' ' ')
    if [ -n "$missing" ]; then
        say "these Debian packages are missing and could not be installed: $missing" >&2
        exit 1
    fi
    # shellcheck disable=SC2046
    install_packages $(boards_wanted "$@") || :
    missing=$( (peers_wanted; boards_wanted "$@") | tr '\n' ' ')
    [ -z "$missing" ] || say "tests that need these packages are skipped: $missing"
}

# The data that every code point is compared with: npm's packages, as generate_unicode.py names them.
install_unicode() {
    names=$(python3 tools/generate_unicode.py --packages)
    if has npm; then
        # shellcheck disable=SC2086
        npm install --prefix build/unicode --no-audit --no-fund --no-save --loglevel=error $names >build/unicode.log 2>&1 && return
        say "npm could not install $names; the test of every code point is skipped"
        cat build/unicode.log
    fi
}

# junit_count FILE ATTRIBUTE
junit_count() { sed -n "s/.*<testsuite [^>]*$2=\"\([0-9]*\)\".*/\1/p;s/^[[:space:]]*$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

passed=0 failed=0 skipped=0

# run_preset NAME: a build that fails counts as one failed test.
run_preset() {
    say "preset $1"
    results=$PWD/build/$1/results.xml
    rm -f "$results"
    if cmake --preset "$1" -G Ninja && cmake --build --preset "$1" --parallel "$jobs"; then
        ctest --preset "$1" --parallel "$jobs" --output-junit "$results" && status=0 || status=$?
    else
        status=1
    fi
    tests=0 failures=0 disabled=0 skips=0
    if [ -e "$results" ]; then
        tests=$(junit_count "$results" tests) failures=$(junit_count "$results" failures)
        disabled=$(junit_count "$results" disabled) skips=$(junit_count "$results" skipped)
    fi
    skips=$((skips + disabled))
    # Whatever ctest's reason was to be unhappy, it must show.
    if [ "$status" != 0 ] && [ "$failures" = 0 ]; then failures=1 tests=$((tests + 1)); fi
    passed=$((passed + tests - failures - skips)) failed=$((failed + failures)) skipped=$((skipped + skips))
}

jobs=$(nproc 2>/dev/null || echo 2)
mkdir -p build
install_all "$@"
install_unicode
for preset in "$@"; do run_preset "$preset"; done

if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
