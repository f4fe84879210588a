#!/usr/bin/env python3
"""Compares galley's decoder with Python's: every code point, surrogates too, and random sequences made mostly of the bytes where
Unicode's table 3-7 changes its mind. `--sequences N` sets how many of them; a run takes their seed from `--seed`."""
import argparse
import random
import subprocess
import sys

BORDERS = bytes.fromhex('41 7f 80 8f 90 9f a0 bf c0 c1 c2 df e0 e1 ec ed ee ef f0 f1 f3 f4 f5 ff')
# A byte of chance to a byte of text: half of them borders, a quarter any byte, the rest ends of the sequence.
TABLE = bytes(BORDERS[i % len(BORDERS)] if i < 144 else (i * 37) % 256 if i < 208 else 0x0A for i in range(256))
BATCH = 1 << 24


def decoded(data):
    """The text with U+FFFD for each maximal subpart, and the offset of the first ill-formed byte of each line."""
    return data.decode('utf-8', 'replace').encode()


def every_code_point():
    out = b''.join(chr(c).encode('utf-8', 'surrogatepass') + b'\n' for c in range(0x110000))
    return out + b''.join(bytes([a, b]) + b'\n' for a in range(256) for b in range(256))


def first_wrong(data):
    """The first ill-formed byte, or the size."""
    try:
        data.decode('utf-8')
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


class Galley:
    def __init__(self, program):
        self.program = program

    def run(self, verb, data):
        return subprocess.run([self.program, verb], input=data, stdout=subprocess.PIPE, check=True).stdout

    def differences(self, data):
        """How many lines are decoded or judged in another way; the first few are told."""
        wrong = 0
        if self.run('replace', data) != decoded(data):
            for line in data.split(b'\n'):
                if self.run('replace', line) != decoded(line):
                    wrong += 1
                    print('python: %s decodes in another way' % line.hex(' '), file=sys.stderr)
                    if wrong == 5:
                        break
            wrong = wrong or 1
        lines = data.split(b'\n')[:20000]
        prefixes = [int(n) for n in self.run('prefix', b'\n'.join(lines)).split()]
        for line, prefix in zip(lines, prefixes):
            if prefix != first_wrong(line):
                wrong += 1
                print('python: %s is well-formed so far: %d' % (line.hex(' '), prefix), file=sys.stderr)
        assert len(prefixes) == len(lines)
        return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--program', required=True)
    parser.add_argument('--sequences', type=float, default=1e6)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    galley = Galley(options.program)
    wrong = galley.differences(every_code_point())
    source = random.Random(options.seed)
    sequences = 0
    while sequences < options.sequences and wrong == 0:
        data = source.randbytes(min(BATCH, int(options.sequences) * 8)).translate(TABLE)
        sequences += data.count(b'\n') + 1
        wrong += galley.differences(data)
    print('python: every code point and %d random sequences, %d decoded in another way' % (sequences, wrong))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
