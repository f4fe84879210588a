#!/usr/bin/env python3
"""Keeps README.md true: fills its tables, and runs its first program.

  readme.py            fills the tables between <!-- tables: NAME --> and <!-- end -->
  readme.py --check    complains when a table is stale, or when the first program does not print what README says"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
README = os.path.join(ROOT, 'README.md')
BYTES = {'std::uint8_t': 1, 'std::uint16_t': 2, 'std::uint32_t': 4}


def unicode_table():
    """bytes of each array in unicode_tables.hpp"""
    text = open(os.path.join(ROOT, 'include/galley/detail/unicode_tables.hpp'), encoding='utf-8').read()
    rows, total = [], 0
    for what, kind, name, body in re.findall(r'/// ([^\n]*)\ninline constexpr (\S+) (\w+)\[\] = \{\n(.*?)\n\};', text, re.S):
        size = BYTES[kind] * body.count(',')
        total += size
        rows.append('| `%s` | %d | %s |' % (name, size, what))
    return '\n'.join(['| table | bytes | what |', '|---|---:|---|'] + rows + ['| together | %d | |' % total])


def measured(name):
    return json.load(open(os.path.join(ROOT, 'bench/results', name), encoding='utf-8'))


def grid(head, rows):
    """a table whose first three columns are words"""
    return ['| ' + ' | '.join(head) + ' |', '|---|---|---|' + '---:|' * (len(head) - 3)] + ['| ' + ' | '.join(r) + ' |' for r in rows]


TEXTS = ['zh', 'ja', 'ko', 'de', 'en', 'mixed']
NUMBERS = ['prices', 'measures', 'integers', 'long']
# galley's contestants whose ratios to all peers are told, and those that are told against some
VARIANTS = [
    ('tokenize', 'galley AVX2 validated', None),
    ('tokenize', 'galley AVX-512BW validated', ['re2c']),
    ('tokenize', 'galley SSE4.2 validated', ['re2c']),
    ('tokenize', 'galley scalar validated', ['re2c']),
    ('tokenize', 'galley sink', ['re2c']),
    ('tokenize', 'galley range', ['re2c']),
    ('validate', 'galley AVX2', None),
    ('validate', 'galley SSE4.2', None),
    ('validate', 'galley scalar', None),
    ('count', 'galley AVX2', None),
    ('count', 'galley, ill-formed too', None),
    ('iterate', 'galley for_each_code_point', None),
    ('iterate', 'galley blocks AVX2', None),
    ('iterate', 'galley scalar', None),
    ('iterate', 'galley code_points', None),
    ('to UTF-32', 'galley AVX-512BW', None),
    ('to UTF-32', 'galley AVX2', None),
    ('to UTF-32', 'galley SSE4.2', None),
    ('to UTF-32', 'galley scalar', None),
    ('dehyphenate', 'galley', None),
    ('dehyphenate', 'galley, Bloom filter', None),
    ('reflow', 'galley', None),
]


def ratio_rows(rows, variants, texts):
    for operation, name, peers in variants:
        mine = {r['text']: r['over'] for r in rows if r['operation'] == operation and r['name'] == name}
        seen = [peer for over in mine.values() for peer in over]
        for peer in sorted(set(seen), key=seen.index):
            if peers is None or peer in peers:
                cells = ['%.2f' % mine[t][peer] if t in mine and peer in mine[t] else '' for t in texts]
                yield [operation, name[len('galley'):].strip(' ,') or 'default', peer] + cells


def speed_table():
    """ratios of one run of tools/bench.sh, kept in bench/results/speed.json"""
    run = measured('speed.json')
    out = ['%s, %s; medians of the ratios of interleaved rounds, galley / peer, so that more than 1 is faster.' % (run['processor'], run['compiler'])]
    if run['busy']:
        out.append('The machine was busy (load average %.1f, %.0f %% of the time for the benchmark): the figures are rough.'
                   % (run['load'], 100 * run['share']))
    rows = run['rows']
    out += [''] + grid(['operation', 'galley', 'peer'] + TEXTS, ratio_rows(rows, VARIANTS, TEXTS))
    out += [''] + grid(['operation', 'galley', 'peer'] + NUMBERS, ratio_rows(rows, [('parse', 'galley', None)], NUMBERS))
    return '\n'.join(out)


def rate_table():
    """MB/s of the same run"""
    rows = measured('speed.json')['rows']
    shown = [(o, n) for o, n in dict.fromkeys((r['operation'], r['name']) for r in rows) if o != 'parse']
    order = list(dict.fromkeys(o for o, _ in shown))
    cells = {(r['operation'], r['name'], r['text']): '%.0f' % r['mb_per_s'] for r in rows}
    return '\n'.join(grid(['operation', 'who', ''] + TEXTS,
                          [[o, n, ''] + [cells.get((o, n, t), '') for t in TEXTS] for o, n in sorted(shown, key=lambda s: order.index(s[0]))]))


def instruction_table():
    """bench/results/instructions.json of tools/bench_instructions.py"""
    run = measured('instructions.json')
    rows = [[r['operation'], r['name'], ''] + ['%.1f' % r['per_byte'][t] if t in r['per_byte'] else '' for t in run['texts']] for r in run['rows']]
    return '\n'.join(grid(['operation', 'who', ''] + run['texts'], rows))


def board_figures():
    """what bench/board/measure.py stored: (target, level, component, quantity) -> number"""
    with open(os.path.join(ROOT, 'bench/board/figures.csv'), newline='') as f:
        return {tuple(row[:4]): int(row[4]) for row in list(csv.reader(f))[1:]}


COMPONENTS = 'validate count decode tokenize numbers lexicon dehyphenate rejoin reflow'.split()


def cortex_m0_table():
    """flash, stack, instructions and cycles of each component on a Cortex-M0"""
    figures = board_figures()

    def cell(level, component, quantity):
        value = figures.get(('m0', level, component, quantity))
        return '–' if value is None else str(value)

    def a_byte(level, component, quantity):
        return ' / '.join('%.1f' % (figures['m0', level, component, '%s %s' % (quantity, text)] / figures['m0', level, '-', 'bytes ' + text])
                          for text in ('zh', 'en', 'mixed'))

    rows = ['| | code -Os | code -O2 | tables | RAM | stack | instructions a byte, -Os | -O2 | cycles a byte, -O2, model |', '|---|' + '---:|' * 8]
    for component in COMPONENTS + ['all']:
        row = [component] + [cell(*key) for key in (('Os', component, 'code'), ('O2', component, 'code'), ('Os', component, 'tables'),
                                                   ('Os', component, 'data'), ('Os', component, 'painted'))]
        row += ['', '', ''] if component == 'all' else [a_byte('Os', component, 'instructions'), a_byte('O2', component, 'instructions'),
                                                        a_byte('O2', component, 'cycles')]
        rows.append('| %s |' % ' | '.join(row))
    return '\n'.join(rows)


def machines_table():
    """instructions and memory accesses a byte of mixed text on each machine"""
    figures, names = board_figures(), {'m0': 'M0', 'm3': 'M3', 'armv6': 'ARMv6', 'a7': 'A7', 'a53': 'A53', 'x86-64': 'x86-64'}
    machines = [name for name in names if (name, 'O2', '-', 'bytes mixed') in figures]
    rows = ['| | ' + ' | '.join(names[m] for m in machines) + ' |', '|---|' + '---:|' * len(machines)]
    for component in COMPONENTS:
        row = []
        for m in machines:
            count = [figures[m, 'O2', component, quantity + ' mixed'] for quantity in ('instructions', 'loads', 'stores')]
            size = figures[m, 'O2', '-', 'bytes mixed']
            row.append('%.1f (%.1f)' % (count[0] / size, (count[1] + count[2]) / size))
        rows.append('| %s | %s |' % (component, ' | '.join(row)))
    return '\n'.join(rows)


TABLES = {'unicode': unicode_table, 'speed': speed_table, 'rates': rate_table, 'instructions': instruction_table,
          'cortex_m0': cortex_m0_table, 'machines': machines_table}


def filled(text):
    def fill(match):
        return '%s\n%s\n<!-- end -->' % (match[1], TABLES[match[2]]())
    return re.sub(r'(<!-- tables: (\w+) -->)\n.*?<!-- end -->', fill, text, flags=re.S)


def program_complaint(text):
    program, expected = re.search(r'```cpp\n(.*?)```\n```text\n(.*?)```', text, re.S).groups()
    with tempfile.TemporaryDirectory() as folder:
        source, binary = os.path.join(folder, 'readme.cpp'), os.path.join(folder, 'readme')
        with open(source, 'w', encoding='utf-8') as f:
            f.write(program)
        subprocess.run([os.environ.get('CXX', 'c++'), '-std=c++17', '-Wall', '-Wextra', '-Werror', '-I' + os.path.join(ROOT, 'include'), source,
                        '-o', binary], check=True)
        printed = subprocess.run([binary], check=True, stdout=subprocess.PIPE).stdout.decode()
    return None if printed == expected else 'README.md: its first program prints\n' + printed


def main():
    text = open(README, encoding='utf-8').read()
    new = filled(text)
    if '--check' not in sys.argv[1:]:
        with open(README, 'w', encoding='utf-8') as f:
            f.write(new)
        return
    complaint = 'README.md: a table is stale; run tools/readme.py' if new != text else program_complaint(text)
    if complaint:
        sys.exit(complaint)


if __name__ == '__main__':
    main()
