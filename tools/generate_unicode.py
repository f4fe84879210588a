#!/usr/bin/env python3
"""Writes include/galley/detail/unicode_tables.hpp, and unicode_tables_lite.hpp for GALLEY_UNICODE_LITE, from Unicode's data,
and prints what each table costs.

  generate_unicode.py [--data DIR] [--check] [--dump FILE]
  generate_unicode.py --packages

DIR holds node_modules with the packages of PACKAGES (npm install --prefix DIR ...); default: build/unicode.
--check compares instead of writing; --dump writes three bytes a code point (class, layout, 1 where the lite tables agree) for
the exhaustive test.
--packages only names the packages, as npm wants them.
Exit status 3: the data is not there."""
import argparse
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEADER = os.path.join(ROOT, 'include/galley/detail/unicode_tables.hpp')
LITE_HEADER = os.path.join(ROOT, 'include/galley/detail/unicode_tables_lite.hpp')
UNICODE = '18.0.0'
PACKAGES = {'@unicode/unicode-' + UNICODE: '2.0.7', 'get-east-asian-width': '1.7.0'}
SIZE = 0x110000

CLASSES = 'han kana hangul word digits punctuation symbol space line_break other invalid mark'.split()
WIDTHS = 'narrow half wide full'.split()
FLAGS = ['opener', 'closer', 'sentence_end', 'no_start']

CATEGORIES = ('Letter Mark Decimal_Number Letter_Number Other_Number Punctuation Symbol Format Open_Punctuation '
              'Initial_Punctuation Close_Punctuation Final_Punctuation').split()
# What the lite tables know. Common and Inherited: punctuation, symbols, digits and marks that no script owns.
LITE_SCRIPTS = 'Latin Greek Cyrillic Han Bopomofo Hiragana Katakana Hangul Common Inherited'.split()
LINE_BREAKS = 'Close_Punctuation Close_Parenthesis Exclamation Infix_Numeric Nonstarter'.split()

DUMP = r'''
import { pathToFileURL } from 'node:url';
const [dir, wanted] = [process.argv[2], JSON.parse(process.argv[3])];
const load = p => import(pathToFileURL(dir + '/node_modules/' + p));
const out = {};
for (const w of wanted) out[w] = (await load('@unicode/unicode-UNICODE/' + w + '/code-points.mjs')).default;
const width = await load('get-east-asian-width/lookup-data.js');
for (const w of ['fullwidth', 'halfwidth', 'wide']) out['width/' + w] = width[w + 'Ranges'];
console.log(JSON.stringify(out));
'''.replace('UNICODE', UNICODE)


def read(data):
    """the properties that galley uses, as sets of code points"""
    for package, version in PACKAGES.items():
        path = os.path.join(data, 'node_modules', package, 'package.json')
        try:
            found = json.load(open(path))['version']
        except OSError:
            print('generate_unicode: %s %s is not in %s' % (package, version, data), file=sys.stderr)
            sys.exit(3)
        if found != version:
            sys.exit('generate_unicode: %s is %s, not %s' % (package, found, version))
    blocks = os.listdir(os.path.join(data, 'node_modules/@unicode/unicode-' + UNICODE, 'Block'))
    ideographs = [b for b in blocks if b.startswith(('CJK_Unified_Ideographs', 'CJK_Compatibility_Ideographs'))]
    wanted = (['General_Category/' + c for c in CATEGORIES] + ['Line_Break/' + c for c in LINE_BREAKS] +
              ['Block/' + b for b in ideographs] + ['Script/' + s for s in LITE_SCRIPTS] + ['General_Category/Unassigned'] +
              ['Binary_Property/' + p for p in ('White_Space', 'Sentence_Terminal')])
    text = subprocess.run(['node', '--input-type=module', '-', data, json.dumps(wanted)], input=DUMP, check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    raw = json.loads(text)
    sets = {k: set(v) for k, v in raw.items() if not k.startswith('width/')}
    for k in ('width/fullwidth', 'width/halfwidth', 'width/wide'):
        pairs = raw[k]
        sets[k] = {c for i in range(0, len(pairs), 2) for c in range(pairs[i], pairs[i + 1] + 1)}
    sets['ideographs'] = set().union(*(sets['Block/' + b] for b in ideographs))
    return sets


LINE_BREAK_CHARACTERS = {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}
HAN_SIGNS = {0x3005, 0x3006, 0x3007}             # iteration mark, closing mark, ideographic zero
KANA_SIGNS = {0x309B, 0x309C, 0x30FC, 0xFF70, 0xFF9E, 0xFF9F} | set(range(0x3031, 0x3036))
ZERO_WIDTH_SPACE = 0x200B                        # a place to break, so it extends nothing


def classify(s):
    """the class of every code point: a token kind, or mark (takes the kind of what stands before)"""
    category = {c: s['General_Category/' + c] for c in CATEGORIES}
    kana = s['Script/Hiragana'] | s['Script/Katakana']
    rules = [                                    # the first that holds
        ('line_break', LINE_BREAK_CHARACTERS),
        ('space', s['Binary_Property/White_Space']),
        ('mark', category['Mark'] | (category['Format'] - {ZERO_WIDTH_SPACE})),
        ('han', s['ideographs'] | s['Script/Han'] - category['Punctuation'] | HAN_SIGNS),
        ('kana', kana & category['Letter'] | KANA_SIGNS),
        ('hangul', s['Script/Hangul'] & category['Letter']),
        ('word', category['Letter'] | category['Letter_Number']),
        ('digits', category['Decimal_Number']),
        ('punctuation', category['Punctuation']),
        ('symbol', category['Symbol'] | category['Other_Number']),
    ]
    classes = [CLASSES.index('other')] * SIZE
    for name, members in reversed(rules):
        for c in members:
            classes[c] = CLASSES.index(name)
    return classes


def lay_out(s):
    """the layout byte of every code point: width class in the low two bits, flags above"""
    layout = [0] * SIZE
    for name, width in (('wide', 2), ('fullwidth', 3), ('halfwidth', 1)):
        for c in s['width/' + name]:
            layout[c] = width
    category = {c: s['General_Category/' + c] for c in CATEGORIES}
    members = {
        'opener': category['Open_Punctuation'] | category['Initial_Punctuation'],
        'closer': category['Close_Punctuation'] | category['Final_Punctuation'],
        'sentence_end': s['Binary_Property/Sentence_Terminal'],
        'no_start': set().union(*(s['Line_Break/' + b] for b in LINE_BREAKS)) | category['Final_Punctuation'],
    }
    for bit, name in enumerate(FLAGS):
        for c in members[name]:
            if c < 0x10000:                      # the astral ones are of scripts without rules here
                layout[c] |= 4 << bit
    return layout


HEXAGRAMS = range(0x4DC0, 0x4E00)                # among the Han, and of no script
UNUSED = [range(0xD800, 0xF900), range(0xF0000, SIZE)]  # surrogates and private use


def lite_scope(s):
    """the code points for which the lite tables must agree with the full ones"""
    return set().union(*(s['Script/' + name] for name in LITE_SCRIPTS), *UNUSED) - set(HEXAGRAMS)


def within(scope, s, values, outside):
    """the values of the scope; `outside` for what is assigned beyond it, and None, which is any value, for what is not"""
    unassigned = s['General_Category/Unassigned']
    return [values[c] if c in scope else None if c in unassigned or c in HEXAGRAMS else outside for c in range(SIZE)]


def settled(values, first):
    """None becomes the value before it, so that runs are few"""
    out = []
    for v in values:
        out.append(v if v is not None else out[-1] if out else first)
    return out


def ranges(values, keep):
    """(first, last, value) of each run whose value is kept"""
    out, start = [], 0
    for c in range(1, SIZE + 1):
        if c == SIZE or values[c] != values[start]:
            if keep(values[start]):
                out.append((start, c - 1, values[start]))
            start = c
    return out


def two_stage(values, shift):
    """block number of each 2^shift values, and the distinct blocks"""
    blocks, index, seen = [], [], {}
    for at in range(0, len(values), 1 << shift):
        block = tuple(values[at:at + (1 << shift)])
        if block not in seen:
            seen[block] = len(blocks)
            blocks.append(block)
        index.append(seen[block])
    return index, blocks


def lite_two_stage(values, shift):
    """the same where None fits anything: blocks that do not contradict each other become one"""
    blocks, index = [], []
    for at in range(0, len(values), 1 << shift):
        block = values[at:at + (1 << shift)]
        for n, known in enumerate(blocks):
            if all(a is None or b is None or a == b for a, b in zip(known, block)):
                blocks[n] = [b if a is None else a for a, b in zip(known, block)]
                break
        else:
            n = len(blocks)
            blocks.append(block)
        index.append(n)
    return index, [settled(block, 0) for block in blocks]


def nibbles(blocks):
    flat = [v for b in blocks for v in b]
    return [flat[i] | flat[i + 1] << 4 for i in range(0, len(flat), 2)]


class Writer:
    def __init__(self):
        self.parts, self.costs = [], []

    def array(self, kind, name, values, bytes_each, comment):
        self.costs.append((name, len(values) * bytes_each))
        lines, line = [], '   '
        for v in values:
            item = ' %s,' % v
            if len(line) + len(item) > 118:
                lines.append(line)
                line = '   '
            line += item
        lines.append(line)
        self.parts.append('/// %s\ninline constexpr %s %s[] = {\n%s\n};\n' % (comment, kind, name, '\n'.join(lines)))


def astral_tables(w, classes):
    astral = [(a, b, v) for a, b, v in ranges(classes, lambda v: True) if b >= 0x10000]
    cut, cut_class, plane_start = [], [], []     # sixteen bits of offset within the plane
    for p in range(1, 17):
        plane_start.append(len(cut))
        inside = [(max(a, p << 16), v) for a, b, v in astral if b >= p << 16 and a < (p + 1) << 16]
        for f, v in inside:
            cut.append(f & 0xFFFF)
            cut_class.append(v)
    plane_start.append(len(cut))
    if len(cut_class) % 2:
        cut_class.append(0)
    w.array('std::uint16_t', 'astral_plane', plane_start, 2, 'First range of each plane from 1 to 16, and the end.')
    w.array('std::uint16_t', 'astral_first', cut, 2, 'Where each range begins within its plane.')
    w.array('std::uint8_t', 'astral_class', nibbles([cut_class]), 1, 'Class of each range, two a byte.')


def layout_tables(w, layout):
    wide = ranges([v & 3 for v in layout], lambda v: v)
    low = [r for r in wide if r[1] < 0x10000]
    high = [r for r in wide if r[1] >= 0x10000]
    assert not any(a < 0x10000 <= b for a, b, v in wide)
    w.array('std::uint16_t', 'width_first', [r[0] for r in low], 2, 'Ranges of the BMP that are not narrow: first code point.')
    w.array('std::uint16_t', 'width_last', [r[1] for r in low], 2, 'Last code point.')
    w.array('std::uint8_t', 'width_class_of_range', [r[2] for r in low], 1, 'Width class.')
    assert all(v == 2 for a, b, v in high)
    w.array('std::uint32_t', 'wide_astral_first', [r[0] for r in high], 4, 'Wide ranges above the BMP: first code point.')
    w.array('std::uint32_t', 'wide_astral_last', [r[1] for r in high], 4, 'Last code point.')

    marked = ranges([v >> 2 for v in layout], lambda v: v)
    w.array('std::uint16_t', 'flag_first', [r[0] for r in marked], 2, 'Ranges of punctuation with flags: first code point.')
    w.array('std::uint8_t', 'flag_length', [r[1] - r[0] for r in marked], 1, 'Length less one.')
    w.array('std::uint8_t', 'flag_bits', [r[2] for r in marked], 1, 'Flags: ' + ', '.join('%d %s' % (1 << i, f) for i, f in enumerate(FLAGS)) + '.')


def tables(classes, layout):
    w = Writer()
    index, blocks = two_stage(classes[:0x10000], 6)
    assert len(blocks) <= 256
    w.array('std::uint8_t', 'class_index', index, 1, 'Block of each 64 code points of the BMP: by the first ten of sixteen bits.')
    w.array('std::uint8_t', 'class_blocks', nibbles(blocks), 1, 'Classes, two a byte, low nibble first; 32 bytes a block.')
    astral_tables(w, classes)
    layout_tables(w, layout)
    return w


def lite_tables(s, classes, layout):
    w = Writer()
    scope = lite_scope(s)
    known = within(scope, s, classes, CLASSES.index('word'))
    # what lies between is all Han, all Hangul or nothing; character_class.hpp knows
    for first, last, name in (0x3400, 0xA000, 'han'), (0xAC00, 0xD800, 'hangul'), (0xD800, 0xF900, 'other'):
        assert set(known[first:last]) <= {CLASSES.index(name), None}
    index, blocks = lite_two_stage(known[:0x3400] + known[0xA000:0xAC00] + known[0xF900:0x10000], 5)
    w.array('std::uint8_t', 'class_index', index, 1, 'Block of each 32 code points: up to U+33FF, U+A000 to U+ABFF, U+F900 to U+FFFF.')
    w.array('std::uint8_t', 'class_blocks', nibbles(blocks), 1, 'Classes, two a byte, low nibble first; 16 bytes a block.')
    astral_tables(w, [0] * 0x10000 + settled(known[0x10000:], CLASSES.index('word')))
    layout_tables(w, lite_layout(s, scope, layout))
    return w


def lite_layout(s, scope, layout):
    # flags of what is unknown: none; its width: that of what stands before it
    widths = settled(within(scope, s, [v & 3 for v in layout], None), 0)
    return [width | (layout[c] & ~3 if c in scope else 0) for c, width in enumerate(widths)]


def render(w, name, condition):
    return '''// Generated by tools/generate_unicode.py from Unicode %s; do not edit.
// SPDX-License-Identifier: BSL-1.0 AND Unicode-3.0
#ifndef GALLEY_DETAIL_%s_HPP
#define GALLEY_DETAIL_%s_HPP

#include <galley/config.hpp>

#include <cstdint>

#if %s
GALLEY_NAMESPACE_BEGIN
namespace detail {

inline constexpr char unicode_version[] = "%s";

%s
}  // namespace detail
GALLEY_NAMESPACE_END
#endif // %s

#endif // GALLEY_DETAIL_%s_HPP
''' % (UNICODE, name, name, condition, UNICODE, '\n'.join(w.parts), condition, name)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--data', default=os.path.join(ROOT, 'build/unicode'))
    arguments.add_argument('--check', action='store_true')
    arguments.add_argument('--dump', metavar='FILE')
    arguments.add_argument('--packages', action='store_true')
    a = arguments.parse_args()
    if a.packages:
        print(' '.join('%s@%s' % package for package in PACKAGES.items()))
        return
    sets = read(os.path.abspath(a.data))
    classes, layout = classify(sets), lay_out(sets)
    if a.dump:
        scope = lite_scope(sets)
        with open(a.dump, 'wb') as f:
            f.write(bytes(x for c in range(SIZE) for x in (classes[c], layout[c], c in scope)))
    full, lite = tables(classes, layout), lite_tables(sets, classes, layout)
    for header, text in ((HEADER, render(full, 'UNICODE_TABLES', '!GALLEY_UNICODE_LITE')),
                         (LITE_HEADER, render(lite, 'UNICODE_TABLES_LITE', 'GALLEY_UNICODE_LITE'))):
        if a.check:
            if open(header, encoding='utf-8').read() != text:
                sys.exit('generate_unicode: %s is not what the data gives; run tools/generate_unicode.py' % os.path.basename(header))
        elif not a.dump:
            with open(header, 'w', encoding='utf-8') as f:
                f.write(text)
    for what, w in ('', full), ('lite ', lite):
        for name, cost in w.costs:
            print('%-25s %6d bytes' % (what + name, cost))
        print('%-25s %6d bytes' % (what + 'total', sum(c for _, c in w.costs)))


if __name__ == '__main__':
    main()
