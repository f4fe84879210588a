#!/usr/bin/env python3
"""Instructions per byte of the speed benchmark's contestants, counted by valgrind (which has no AVX-512).

  bench_instructions.py [SPEED [TEXTS [BYTES [JSON]]]]    default: build/bench/speed build/bench/texts 100000

Each contestant runs once and twice on the first BYTES of a text; the difference is its own. Results go to JSON too."""
import concurrent.futures
import json
import os
import re
import subprocess
import sys

DEFAULTS = ['build/bench/speed', 'build/bench/texts', '100000', '']
SPEED, TEXTS, BYTES, JSON = (sys.argv[1:] + DEFAULTS[len(sys.argv) - 1:])[:4]
LANGUAGES = ['zh', 'en', 'mixed']
ROWS = [
    ('validate', ['galley AVX2', 'galley SSE4.2', 'galley scalar', 'utfcpp', 'simdjson']),
    ('count', ['galley AVX2', 'galley scalar', 'utfcpp']),
    ('iterate', ['galley blocks AVX2', 'galley scalar', 'galley code_points', 'utfcpp', 'ICU U8_NEXT_OR_FFFD']),
    ('to UTF-32', ['galley AVX2', 'galley SSE4.2', 'galley scalar', 'utfcpp']),
    ('tokenize', ['galley AVX2 validated', 'galley SSE4.2 validated', 'galley scalar validated', 'galley by character', 're2c',
                  'PCRE2 JIT', 'RE2', 'libunibreak']),
]


def count(operation, name, text, times):
    command = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', SPEED, '--texts', TEXTS, '--bytes', BYTES,
               '--operation', operation, '--contestant', name, '--text', text, '--once', str(times)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    found = re.search(r'refs:\s*([\d,]+)', done.stderr)
    return (int(found.group(1).replace(',', '')), int(done.stdout.split()[0])) if found and done.stdout else None


def per_byte(operation, name, text):
    before, after = count(operation, name, text, 1), count(operation, name, text, 2)
    return round((after[0] - before[0]) / after[1], 2) if before and after and after[0] > before[0] else None


rows = []
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for operation, names in ROWS:
        print('%-36s%s' % (operation + ', instructions/byte', ''.join('%8s' % t for t in LANGUAGES)))
        for name, counts in zip(names, pool.map(lambda name: [per_byte(operation, name, t) for t in LANGUAGES], names)):
            print('  %-34s%s' % (name, ''.join('%8s' % ('-' if c is None else c) for c in counts)), flush=True)
            if counts != [None] * len(counts):
                rows.append({'operation': operation, 'name': name, 'per_byte': {t: c for t, c in zip(LANGUAGES, counts) if c is not None}})
if JSON:
    json.dump({'bytes': int(BYTES), 'texts': LANGUAGES, 'rows': rows}, open(JSON, 'w'), indent=1)
