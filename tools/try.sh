#!/bin/sh
# try.sh: repairs a newspaper page, from nothing but a C++ compiler; installs one if there is none.
# Prints the page's paragraphs and the numbers in it.
set -eu
cd "$(dirname "$0")/.."
page=examples/newspaper.txt
program=build/try/galley

say() { printf 'try.sh: %s\n' "$*" >&2; }

find_compiler() {
    for name in ${CXX:-} c++ g++ clang++; do
        if command -v "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
}

# install_compiler: by apt, as root or with sudo.
install_compiler() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "no C++ compiler was found, and no apt-get to install one with; install g++ or clang++"
        exit 1
    fi
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif command -v sudo >/dev/null 2>&1; then
        sudo=sudo
    else
        say "no C++ compiler was found; as root: apt-get install g++"
        exit 1
    fi
    say "installing g++"
    $sudo apt-get update -q >&2 || say "apt-get update failed; trying with the lists that are there"
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qq -y --no-install-recommends g++ >&2
}

compiler=$(find_compiler)
if [ -z "$compiler" ]; then
    install_compiler
    compiler=$(find_compiler)
fi

mkdir -p build/try
say "building $program with $compiler"
"$compiler" -std=c++17 -O2 -Isingle_include examples/galley.cpp -o "$program"

echo "== The page as it is: $page"
cat "$page"
echo
echo "== Repaired: galley reflow $page"
"$program" reflow "$page"
echo
echo "== Its numbers: galley numbers $page"
"$program" numbers "$page"
