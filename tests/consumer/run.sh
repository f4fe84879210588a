#!/bin/sh
# run.sh MODE SOURCE BUILD CMAKE CXX GENERATOR: builds and runs main.cpp as a user would who gets at the library by MODE:
# add_subdirectory, find_package, pkg_config or single_header. Exit status 77: a tool is missing.
set -eu
mode=$1 source=$2 build=$3 cmake=$4 cxx=$5
# The generator of the build that runs this: another may not be installed.
export CMAKE_GENERATOR="$6"
here=$source/tests/consumer
rm -rf "$build"
mkdir -p "$build"

build_with_cmake() {
    "$cmake" -S "$here" -B "$build/consumer" -DCMAKE_CXX_COMPILER="$cxx" "$@"
    "$cmake" --build "$build/consumer"
    "$build/consumer/consumer"
}

# Installs into BUILD/first and moves it to BUILD/prefix: an installed tree may be moved.
install() {
    "$cmake" -S "$source" -B "$build/galley" -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_INSTALL_PREFIX="$build/first" \
        -DGALLEY_BUILD_TESTS=OFF -DGALLEY_BUILD_BENCH=OFF -DGALLEY_BUILD_EXAMPLES=OFF
    "$cmake" --install "$build/galley"
    mv "$build/first" "$build/prefix"
}

case $mode in
add_subdirectory)
    build_with_cmake -DGALLEY_SOURCE_DIR="$source"
    ;;
find_package)
    install
    version=$(sed -n 's/.*GALLEY_VERSION_STRING "\(.*\)"/\1/p' "$source/include/galley/config.hpp")
    build_with_cmake -DCMAKE_PREFIX_PATH="$build/prefix" -DGALLEY_VERSION="$version"
    ;;
pkg_config)
    command -v pkg-config >/dev/null || { echo "consumer: skipped: pkg-config was not found"; exit 77; }
    install
    PKG_CONFIG_PATH=$build/prefix/share/pkgconfig
    export PKG_CONFIG_PATH
    # Unquoted: these are words for the compiler.
    # shellcheck disable=SC2046
    "$cxx" -std=c++17 $(pkg-config --cflags galley) "$here/main.cpp" -o "$build/consumer" $(pkg-config --libs galley)
    "$build/consumer" | grep "galley $(pkg-config --modversion galley):"
    ;;
single_header)
    mkdir "$build/galley"
    cp "$source/single_include/galley/galley.hpp" "$build/galley/"
    "$cxx" -std=c++17 -I"$build" "$here/main.cpp" -o "$build/consumer"
    "$build/consumer"
    ;;
*)
    echo "consumer: no mode $mode" >&2
    exit 2
    ;;
esac
