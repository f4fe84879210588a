#!/usr/bin/env python3
"""Instructions per byte of the speed benchmark's contestants, counted by valgrind (which has no AVX-512).

  bench_instructions.py [SPEED [TEXTS [BYTES [JSON]]]]    default: build/bench/speed build/bench/texts 100000

Each contestant runs once and twice on the first BYTES of a text; the difference is its own. Results go to JSON too."""
import json
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


rows = []
for operation, names in ROWS:
    print('%-36s%s' % (operation + ', instructions/byte', ''.join('%8s' % t for t in LANGUAGES)))
    for name in names:
        per_byte = {}
        for text in LANGUAGES:
            before, after = count(operation, name, text, 1), count(operation, name, text, 2)
            if before and after and after[0] > before[0]:
                per_byte[text] = round((after[0] - before[0]) / after[1], 2)
        print('  %-34s%s' % (name, ''.join('%8s' % per_byte.get(t, '-') for t in LANGUAGES)), flush=True)
        if per_byte:
            rows.append({'operation': operation, 'name': name, 'per_byte': per_byte})
if JSON:
    json.dump({'bytes': int(BYTES), 'texts': LANGUAGES, 'rows': rows}, open(JSON, 'w'), indent=1)
