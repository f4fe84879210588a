#!/usr/bin/env python3
"""Instructions per byte of the speed benchmark's contestants, counted by valgrind (which has no AVX-512).

  bench_instructions.py [SPEED [TEXTS [BYTES]]]    default: build/bench/speed build/bench/texts 400000

Each contestant runs once and twice on the first BYTES of a text; the difference is its own."""
import re
import subprocess
import sys

SPEED, TEXTS, BYTES = (sys.argv[1:] + ['build/bench/speed', 'build/bench/texts', '400000'][len(sys.argv) - 1:])[:3]
ROWS = [
    ('validate', ['galley AVX2', 'galley SSE4.2', 'galley scalar', 'utfcpp', 'simdjson']),
    ('count', ['galley AVX2', 'galley scalar', 'utfcpp']),
    ('iterate', ['galley code_points', 'galley blocks AVX2', 'utfcpp', 'ICU U8_NEXT_OR_FFFD']),
    ('to UTF-32', ['galley AVX2', 'galley SSE4.2', 'galley scalar', 'utfcpp']),
    ('tokenize', ['galley AVX2 validated', 'galley SSE4.2 validated', 'galley scalar validated', 'galley by character', 're2c',
                  'PCRE2 JIT', 'RE2', 'libunibreak']),
]


def count(operation, name, text, times):
    command = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', SPEED, '--texts', TEXTS, '--bytes', BYTES,
               '--operation', operation, '--contestant', name, '--text', text, '--once', str(times)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    found = re.search(r'refs:\s*([\d,]+)', done.stderr)
    return (int(found.group(1).replace(',', '')), int(done.stdout.split()[0])) if found else None


for operation, names in ROWS:
    print('%-36s%8s%8s%8s' % (operation + ', instructions/byte', 'zh', 'en', 'mixed'))
    for name in names:
        cells = []
        for text in ('zh', 'en', 'mixed'):
            before, after = count(operation, name, text, 1), count(operation, name, text, 2)
            cells.append('%8.2f' % ((after[0] - before[0]) / after[1]) if before and after else '%8s' % '-')
        print('  %-34s%s' % (name, ''.join(cells)))
