#!/usr/bin/env python3
"""Compares the tables and every code point's properties with Unicode's data. Exit status 3: the data is not there."""
import argparse
import os
import subprocess
import sys
import tempfile

GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../tools/generate_unicode.py')


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument('--data', required=True, help='the generator\'s data folder')
    arguments.add_argument('--program', required=True, help='the compiled unicode.cpp')
    a = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dump = os.path.join(folder, 'dump')
        try:
            made = subprocess.run([sys.executable, GENERATOR, '--data', a.data, '--check', '--dump', dump])
        except FileNotFoundError:
            made = None
        if made is None or made.returncode:
            sys.exit(made.returncode if made else 3)
        sys.exit(subprocess.run([a.program, dump]).returncode)


if __name__ == '__main__':
    main()
