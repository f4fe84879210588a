#!/usr/bin/env python3
"""Fits the models of joints, nothing or a space, and writes include/galley/detail/joint_model.hpp.

  fit_joints.py --corpus DIR [--more FILE ...] [--cross] [--write] [--hangul TREESxDEPTH] [--mixed TREESxDEPTH]

DIR and FILE as for fit_rejoin.py. Between Hangul: two tables say how often Korean words end and begin with a syllable, counted inside
the lines of the texts; a sum of small trees weighs them with the shape of the column and the document's own words.
Between characters of two kinds: a sum of small trees over the page's habits and what stands around. It alone learns from FILE:
other Korean texts made the Korean one worse, since they space words in another way."""
import argparse
import hashlib
import math
import os
import re
import subprocess
import tempfile
from collections import Counter

import numpy

import fit_rejoin
import trees

HEADER = os.path.join(fit_rejoin.ROOT, 'include/galley/detail/joint_model.hpp')
PAIR = re.compile('(?=([\uac00-\ud7a3])( ?)([\uac00-\ud7a3]))')
LEAST, MOST = 15, 400           # of a syllable's pairs, and of the table's rows
SCALE = 24


def syllables(documents):
    """(ends, begins): {syllable: weight}, positive where a space is likely"""
    after, before = Counter(), Counter()
    for d in documents:
        for line in d['text'].split('\n'):
            for left, space, right in PAIR.findall(line):
                after[left, space] += 1
                before[right, space] += 1

    def weigh(counts):
        total = sum(n for (_, space), n in counts.items() if space), sum(n for (_, space), n in counts.items() if not space)
        seen = Counter()
        for (c, _), n in counts.items():
            seen[c] += n
        frequent = [c for c, n in seen.most_common(MOST) if n >= LEAST]
        odds = lambda c: math.log((counts[c, ' '] + 0.5) / (counts[c, ''] + 0.5) * total[1] / total[0])
        return {c: max(-127, min(127, round(SCALE * odds(c)))) for c in frequent}

    return weigh(after), weigh(before)


def gather(documents):
    """for each document: ([(label, left, right, evidence without, with the document's words)], [(label, evidence)])"""
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, 'evidence')
        subprocess.run([os.environ.get('CXX', 'c++'), '-std=c++17', '-O2', '-I' + os.path.join(fit_rejoin.ROOT, 'include'),
                        os.path.join(fit_rejoin.ROOT, 'tools/joint_evidence.cpp'), '-o', program], check=True)
        records = []
        for d in documents:
            text = d['text'].encode()
            records.append(b'%d %d\n%s\n%s' % (len(text), len(d['gold']), ''.join(d['gold']).encode(), text))
        out = subprocess.run([program], input=b''.join(records), stdout=subprocess.PIPE, check=True).stdout.decode()
    found, hangul, mixed = [], [], []
    for line in out.splitlines():
        if line == '-':
            found.append((hangul, mixed))
            hangul, mixed = [], []
            continue
        kind, label, *values = line.split()
        if kind == 'M':
            mixed.append((label == 'S', list(map(int, values))))
            continue
        left, right, *values = values
        half = len(values) // 2
        hangul.append((label == 'S', chr(int(left)), chr(int(right)), list(map(int, values[:half])), list(map(int, values[half:]))))
    return found


def rows_of(found, tables, which):
    ends, begins = tables
    return numpy.array([[ends.get(r[1], 0), begins.get(r[2], 0)] + r[which] for rows, _ in found for r in rows], dtype=numpy.int8)


def labels_of(found, part):
    return numpy.array([r[0] for f in found for r in f[part]], dtype=int)


def mixed_rows(found):
    return numpy.array([r[1] for _, rows in found for r in rows], dtype=numpy.int8)


def fit(found, documents, hangul, mixed):
    corpus = [(f, d) for f, d in zip(found, documents) if 'more' not in d]
    tables = syllables([d for _, d in corpus])
    own = [f for f, _ in corpus]
    rows, labels = numpy.concatenate([rows_of(own, tables, 3), rows_of(own, tables, 4)]), labels_of(own, 0)
    # Sets weigh as in fit_rejoin.py where kinds meet. Korean comes from few sources of one kind, so its joints weigh the same.
    weights = [[fit_rejoin.weight(d)] * len(f[1]) for f, d in zip(found, documents)]
    return (tables, trees.fit(rows, numpy.concatenate([labels, labels]), numpy.ones(2 * len(labels)), *hangul),
            trees.fit(mixed_rows(found), labels_of(found, 1), numpy.concatenate(weights), *mixed))


def cross(found, documents, hangul, mixed):
    part = [-1 if 'more' in d else fit_rejoin.part(d, 2) for d in documents]
    models = []
    for half in (0, 1):
        learn = [i for i, p in enumerate(part) if p != half]
        models.append(fit([found[i] for i in learn], [documents[i] for i in learn], hangul, mixed))
    for group in sorted({d['set'] for d, p in zip(documents, part) if p >= 0}):
        right, count = Counter(), Counter()
        for half in (0, 1):
            judge = [found[i] for i, p in enumerate(part) if p == half and documents[i]['set'] == group]
            tables, between_hangul, between_kinds = models[half]
            for which, name in ((3, 'Hangul without the words'), (4, 'Hangul with the document\'s words')):
                if labels_of(judge, 0).size:
                    right[name] += ((between_hangul.score(rows_of(judge, tables, which)) > 0) == labels_of(judge, 0)).sum()
                    count[name] += labels_of(judge, 0).size
            if labels_of(judge, 1).size:
                right['kinds'] += ((between_kinds.score(mixed_rows(judge)) > 0) == labels_of(judge, 1)).sum()
                count['kinds'] += labels_of(judge, 1).size
        for name in count:
            print('%-12s %-32s %6d joints, %.4f right' % (group, name, count[name], right[name] / count[name]))


def write(tables, hangul, mixed, digest):
    out = ['''// Generated by tools/fit_joints.py; do not edit.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_JOINT_MODEL_HPP
#define GALLEY_DETAIL_JOINT_MODEL_HPP

#include <galley/config.hpp>
#include <galley/detail/boosted_trees.hpp>

#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Digest of the texts that the model was fitted on.
inline constexpr char joint_model_name[] = "%s";

/// How much a syllable speaks for a space at its side, in %dths of the natural logarithm of the odds.
struct syllable_weight {
    std::uint16_t syllable;
    std::int8_t weight;
};
''' % (digest, SCALE)]
    for name, what, table in (('word_ends', 'behind it', tables[0]), ('word_begins', 'before it', tables[1])):
        items = ['{0x%04X, %d}' % (ord(c), table[c]) for c in sorted(table)]
        lines = ['    ' + ', '.join(items[i:i + 8]) + ',' for i in range(0, len(items), 8)]
        out.append('/// A space %s; sorted.\ninline constexpr syllable_weight %s[] = {\n%s\n};\n' % (what, name, '\n'.join(lines)))
    out.append(hangul.declaration('hangul'))
    out.append(mixed.declaration('joint'))
    out.append('}  // namespace detail::page\nGALLEY_NAMESPACE_END\n\n#endif // GALLEY_DETAIL_JOINT_MODEL_HPP\n')
    with open(HEADER, 'w', encoding='utf-8') as f:
        f.write('\n'.join(out))
    print('%d + %d syllables, %d and %d bytes of trees' % (len(tables[0]), len(tables[1]), sum(map(len, hangul.bytes())), sum(map(len, mixed.bytes()))))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--corpus', required=True)
    a.add_argument('--more', nargs='+', default=[], metavar='FILE')
    a.add_argument('--cross', action='store_true')
    a.add_argument('--write', action='store_true')
    a.add_argument('--hangul', default='100x3', metavar='TREESxDEPTH')
    a.add_argument('--mixed', default='150x3', metavar='TREESxDEPTH')
    a = a.parse_args()
    shapes = [[int(n) for n in size.split('x')] for size in (a.hangul, a.mixed)]
    documents = fit_rejoin.load(a.corpus) + fit_rejoin.load_files(a.more, more=True)
    found = gather(documents)
    if a.cross:
        cross(found, documents, *shapes)
    if a.write:
        digest = hashlib.sha256(''.join(d['text'] + ''.join(d['gold']) for d in documents).encode()).hexdigest()[:16]
        write(*fit(found, documents, *shapes), digest)


if __name__ == '__main__':
    main()
