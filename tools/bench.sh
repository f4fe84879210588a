#!/bin/sh
# Speed against the peers: fetches documents from Debian, makes the texts, builds, runs.
#   sh tools/bench.sh [options of the program, such as --rounds 5 --operation tokenize]
# What is not installed is left out, aloud; with GALLEY_BENCH_INSTALL=1 the peers' packages are installed first (root).
# GALLEY_BENCH_SIMDUTF=DIR adds a simdutf that is installed in DIR. Results: build/bench/speed.json and speed.svg.
# GALLEY_BENCH_FLAGS are more flags for the compiler, for all contestants; on Intel processors from Skylake to Cascade Lake
# -Wa,-mbranches-within-32B-boundaries spares all of them what branches near multiples of 32 bytes cost there.
# GALLEY_BENCH_KEEP=1 counts instructions too, keeps all in bench/results and fills README's tables.
set -eu
cd "$(dirname "$0")/.."
out=build/bench
mkdir -p "$out/packages" "$out/documents" "$out/texts"

peers="libutfcpp-dev libicu-dev libutf8proc-dev libunibreak-dev libpcre2-dev libre2-dev libsimdjson-dev libfast-float-dev re2c pkg-config"
if [ "${GALLEY_BENCH_INSTALL:-0}" = 1 ]; then
    for package in $peers; do
        apt-get install -y --no-install-recommends "$package" >/dev/null || echo "! $package cannot be installed"
    done
fi

documents="installation-guide-amd64 debian-handbook gnome-user-docs libreoffice-help-zh-cn libreoffice-help-zh-tw libreoffice-help-ja
libreoffice-help-ko libreoffice-help-de libreoffice-help-en-us debian-reference-zh-cn debian-reference-zh-tw debian-reference-ja
debian-reference-de debian-reference-en debian-faq-ko kicad-doc-zh kicad-doc-ja gimp-help-zh-cn gimp-help-ja gimp-help-ko
manpages manpages-dev manpages-zh manpages-ja manpages-ja-dev manpages-de manpages-de-dev lilypond-doc-html-zh lilypond-doc-html-ja
libreoffice-l10n-zh-cn libreoffice-l10n-zh-tw libreoffice-l10n-ja libreoffice-l10n-ko libreoffice-l10n-de
krita-l10n gimp-data evolution-common inkscape kmymoney-common blender-data audacity-data digikam-data plasma-workspace-data
kstars-data kdenlive-data plasma-desktop-data kio kate5-data gnucash-common gnumeric-common darktable vlc-l10n postgresql-15
postgresql-client-15 gnome-control-center-data libgtk-3-common gtk-4-examples libc-l10n nautilus-data aptitude-common"
if [ ! -s "$out/texts/mixed.txt" ]; then
    for package in $documents; do
        [ -e "$out/documents/$package" ] && continue
        if (cd "$out/packages" && apt-get download -q "$package" >/dev/null 2>&1) && dpkg-deb -x "$out/packages/$package"_*.deb "$out/documents/$package"; then
            rm -f "$out/packages/$package"_*.deb
        else
            echo "! no documents from $package"
        fi
    done
    python3 tools/bench_corpus.py "$out/texts" "$out/documents"
fi

CXX="${CXX:-c++}"
flags="-std=c++17 -O3 -falign-functions=64 -Iinclude -Ibench ${GALLEY_BENCH_FLAGS:-}"  # aligned, so that one does not move another
libraries=""
header() { echo "#include <$1>" | $CXX -std=c++17 -DPCRE2_CODE_UNIT_WIDTH=8 -E -x c++ - >/dev/null 2>&1; }
peer() {  # macro, header, libraries
    if header "$2"; then
        flags="$flags -D$1=1"
        libraries="$libraries $3"
    else
        echo "! no <$2>: left out"
        flags="$flags -D$1=0"
    fi
}
header utf8.h || flags="$flags -I/usr/include/utf8cpp"
if header utf8cpp/utf8.h; then flags="$flags -I/usr/include/utf8cpp -DGALLEY_BENCH_UTFCPP=1"; else peer GALLEY_BENCH_UTFCPP utf8.h ""; fi
peer GALLEY_BENCH_ICU unicode/brkiter.h "-licuuc -licudata"
peer GALLEY_BENCH_UTF8PROC utf8proc.h "-lutf8proc"
peer GALLEY_BENCH_UNIBREAK wordbreak.h "-lunibreak"
peer GALLEY_BENCH_PCRE2 pcre2.h "-lpcre2-8"
peer GALLEY_BENCH_RE2 re2/re2.h "-lre2"
peer GALLEY_BENCH_SIMDJSON simdjson.h "-lsimdjson"
peer GALLEY_BENCH_FAST_FLOAT fast_float/fast_float.h ""
if [ -n "${GALLEY_BENCH_SIMDUTF:-}" ]; then
    flags="$flags -DGALLEY_BENCH_SIMDUTF=1 -I$GALLEY_BENCH_SIMDUTF/include"
    libraries="$libraries -L$GALLEY_BENCH_SIMDUTF/lib -lsimdutf"
else
    flags="$flags -DGALLEY_BENCH_SIMDUTF=0"
fi
sources="bench/speed_galley.cpp bench/speed_tokenizer_peers.cpp bench/speed_utf8_peers.cpp bench/speed_word_break_peers.cpp bench/speed_numbers.cpp bench/speed_hyphens.cpp bench/speed.cpp"
if command -v re2c >/dev/null; then
    $CXX -std=c++17 -O1 -Iinclude bench/make_re2c.cpp -o "$out/make_re2c"
    "$out/make_re2c" >"$out/lexer.re"
    re2c -8 -W --no-generation-date -o "$out/lexer.cpp" "$out/lexer.re"
    sources="$sources $out/lexer.cpp"
    flags="$flags -DGALLEY_BENCH_RE2C=1"
else
    echo "! no re2c: left out"
    flags="$flags -DGALLEY_BENCH_RE2C=0"
fi
rm -rf "$out/objects"
mkdir "$out/objects"
echo "$sources" | tr ' ' '\n' | xargs -P 2 -I % sh -c "$CXX $flags -c % -o $out/objects/\$(basename % .cpp).o"
# shellcheck disable=SC2086
$CXX "$out/objects"/*.o $libraries -o "$out/speed"
"$out/speed" --texts "$out/texts" --json "$out/speed.json" "$@"
python3 tools/bench_chart.py "$out/speed.json" "$out/speed.svg"
if [ "${GALLEY_BENCH_KEEP:-0}" = 1 ]; then
    mkdir -p bench/results
    cp "$out/speed.json" "$out/speed.svg" bench/results/
    python3 tools/bench_instructions.py "$out/speed" "$out/texts" 100000 bench/results/instructions.json
    python3 tools/readme.py
fi
