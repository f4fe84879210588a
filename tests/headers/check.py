#!/usr/bin/env python3
"""Each public header compiles alone and when it is included twice, without a warning; all together in every standard."""
import argparse
import glob
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WARNINGS = ('-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef -Wold-style-cast -Wcast-qual '
            '-Wcast-align -Wdouble-promotion -Wnon-virtual-dtor -Wextra-semi -Werror').split()
ONLY = {'gcc': [ '-Wduplicated-cond', '-Wlogical-op'], 'clang': ['-Wimplicit-fallthrough', '-Wheader-hygiene']}
STANDARDS = ['-std=c++17', '-std=c++20', '-std=c++2b']
UMBRELLAS = 'galley/galley.hpp', 'galley/interop/utfcpp.hpp'


def compiles(compiler, flags, text):
    """what the compiler says; nothing when it is content"""
    made = subprocess.run([compiler, '-fsyntax-only', '-x', 'c++'] + flags + ['-'], input=text, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return made.stdout if made.returncode else ''


def headers(with_utfcpp):
    public = glob.glob(os.path.join(ROOT, 'include/galley/*.hpp')) + glob.glob(os.path.join(ROOT, 'include/galley/interop/*.hpp'))
    for path in sorted(public):
        name = os.path.relpath(path, os.path.join(ROOT, 'include'))
        if name == 'galley/interop/utfcpp.hpp' and not with_utfcpp:
            print('headers: %s is skipped: utfcpp was not found' % name)
            continue
        yield name


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument('--compiler', required=True)
    arguments.add_argument('--system', action='append', default=[], metavar='DIR', help='where utfcpp\'s headers are')
    a = arguments.parse_args()
    told = subprocess.run([a.compiler, '--version'], stdout=subprocess.PIPE, text=True, check=True).stdout
    kind = 'clang' if 'clang' in told else 'gcc'
    flags = WARNINGS + ONLY[kind] + ['-I' + os.path.join(ROOT, 'include')]
    flags += [x for folder in a.system for x in ('-isystem', folder)]

    # That the flags bite is tried first.
    if not compiles(a.compiler, flags + STANDARDS[:1], '#if GALLEY_IS_NOT_DEFINED\n#endif\n'):
        sys.exit('headers: %s took text that it should warn about' % a.compiler)

    failures = checked = 0
    for name in headers(bool(a.system)):
        text = '#include <%s>\n#include <%s>\n' % (name, name)
        for standard in STANDARDS if name in UMBRELLAS else STANDARDS[:1]:
            said = compiles(a.compiler, flags + [standard], text)
            checked += 1
            if said:
                failures += 1
                print('headers: %s %s %s\n%s' % (name, kind, standard, said))
    print('headers: %d of %d compilations failed' % (failures, checked))
    sys.exit(1 if failures or not checked else 0)


if __name__ == '__main__':
    main()
