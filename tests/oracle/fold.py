#!/usr/bin/env python3
"""Compares fold.hpp, and what it says of every code point, with Unicode's data. Exit status 3: the data is not there."""
import argparse
import contextlib
import io
import os
import struct
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, 'tools'))
import generate_fold  # noqa: E402


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument('--data', required=True, help='the generator\'s folder')
    arguments.add_argument('--program', required=True, help='the compiled fold.cpp')
    a = arguments.parse_args()
    if not os.path.isdir(os.path.join(a.data, 'node_modules/@unicode/unicode-' + generate_fold.VERSION)):
        sys.exit(3)
    try:
        data = generate_fold.load(a.data)
    except FileNotFoundError:
        sys.exit(3)

    made = io.StringIO()
    sys.argv = ['generate_fold.py', a.data]
    with contextlib.redirect_stdout(made):
        generate_fold.main()
    if made.getvalue() != open(os.path.join(ROOT, 'include/galley/detail/fold.hpp'), encoding='utf-8').read():
        sys.exit('fold.hpp is not what generate_fold.py writes')

    fold = {c: (f[0] if isinstance(f, list) else f) for c, f in data['common'] + data['simple']}
    letters, free = set(data['letter']) | set(data['mark']), set(data['unassigned'])
    with tempfile.TemporaryDirectory() as folder:
        dump = os.path.join(folder, 'dump')
        with open(dump, 'wb') as out:
            for c in range(0x110000):
                out.write(struct.pack('<I', fold.get(c, c) | (1 if c in letters else 2 if c in free else 0) << 24))
        sys.exit(subprocess.run([a.program, dump]).returncode)


if __name__ == '__main__':
    main()
