#!/usr/bin/env python3
"""Fits the models of joints, nothing or a space, and writes include/galley/detail/joint_model.hpp.

  fit_joints.py --corpus DIR [--more FILE[@WEIGHT] ...] [--korean FILE ...] [--cross] [--write] [--hangul TREESxDEPTH] [--mixed TREESxDEPTH]

DIR and FILE as for fit_rejoin.py; --korean: running Korean text. Between Hangul: a table says how Korean words end and begin
(word_edges.py), learned inside the lines of all texts; a sum of small trees weighs it with the shape of the column and the document's
own words. Between characters of two kinds: a sum of small trees over the page's habits and what stands around."""
import argparse
import hashlib
import os
import re
import subprocess
import tempfile
from collections import Counter

import numpy

import fit_rejoin
import trees
import word_edges

HEADER = os.path.join(fit_rejoin.ROOT, 'include/galley/detail/joint_model.hpp')
EDGE_BITS, EDGE_BITS_LITE = 13, 11     # of the table of word edges, and with GALLEY_MODEL_LITE
HANGUL = re.compile('[\uac00-\ud7a3]')


def gather(documents):
    """for each document: ([(label, syllables at the break, evidence without, with the document's words)], [(label, evidence)])"""
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
        values = list(map(int, values))
        half = 4 + (len(values) - 4) // 2
        hangul.append((label == 'S', values[:4], values[4:half], values[half:]))
    return found


def torn(sums, owner):
    """page_state::torn_words before each break: percent of the document's last ones that seem to stand inside a word"""
    found, yes, no, document = [], 0, 0, -1
    for weight, of in zip(sums, owner):
        if of != document:
            yes, no, document = 0, 0, of
        found.append(yes * 100 // (yes + no) if yes + no else -1)
        yes, no = yes + (weight < 0), no + (weight > 0)
        if yes + no >= 16:
            yes, no = yes // 2, no // 2
    return found


def rows_of(found, edges, which):
    rows = [r for hangul, _ in found for r in hangul]
    left, right = edges.sums([r[1] for r in rows])
    owner = [i for i, (hangul, _) in enumerate(found) for _ in hangul]
    measured = numpy.array([r[which] for r in rows]).reshape(len(rows), -1)
    return numpy.column_stack([left, right, left + right, measured, torn(left + right, owner)]).astype(numpy.int8)


def labels_of(found, part):
    return numpy.array([r[0] for f in found for r in f[part]], dtype=int)


def mixed_rows(found):
    return numpy.array([r[1] for _, rows in found for r in rows], dtype=numpy.int8)


def edges_of(documents, korean, bits):
    return word_edges.Edges(*word_edges.places([d['text'] for d in documents if HANGUL.search(d['text'])] + korean), bits)


def fit(found, documents, korean, hangul, mixed):
    edges = edges_of(documents, korean, EDGE_BITS)
    weights = [[[fit_rejoin.weight(d)] * len(f[part]) for f, d in zip(found, documents)] for part in (0, 1)]
    rows, labels = numpy.concatenate([rows_of(found, edges, 2), rows_of(found, edges, 3)]), labels_of(found, 0)
    return (edges, trees.fit(rows, numpy.concatenate([labels, labels]), numpy.concatenate(weights[0] + weights[0]), *hangul),
            trees.fit(mixed_rows(found), labels_of(found, 1), numpy.concatenate(weights[1]), *mixed))


def cross(found, documents, korean, hangul, mixed):
    """more texts are learned from, and, by the halves that they are in, judged on too"""
    part = [fit_rejoin.part(d, 2) for d in documents]
    models = []
    for half in (0, 1):
        learn = [i for i, p in enumerate(part) if p != half]
        models.append(fit([found[i] for i in learn], [documents[i] for i in learn], korean, hangul, mixed))
    for group in sorted({d['set'] for d in documents}):
        right, count = Counter(), Counter()
        for half in (0, 1):
            judge = [found[i] for i, p in enumerate(part) if p == half and documents[i]['set'] == group]
            edges, between_hangul, between_kinds = models[half]
            for which, name in ((2, 'Hangul without the words'), (3, 'Hangul with the document\'s words')):
                if labels_of(judge, 0).size:
                    right[name] += ((between_hangul.score(rows_of(judge, edges, which)) > 0) == labels_of(judge, 0)).sum()
                    count[name] += labels_of(judge, 0).size
            if labels_of(judge, 1).size:
                right['kinds'] += ((between_kinds.score(mixed_rows(judge)) > 0) == labels_of(judge, 1)).sum()
                count['kinds'] += labels_of(judge, 1).size
        for name in count:
            print('%-12s %-32s %6d joints, %.4f right' % (group, name, count[name], right[name] / count[name]))


def write(edges, hangul, mixed, lite, digest):
    def table(entries):
        return 'inline constexpr std::uint8_t edge_weights[] = {\n%s\n};' % '\n'.join(
            '    ' + ' '.join('%d,' % entry for entry in entries[i:i + 32]) for i in range(0, len(entries), 32))

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

/// How Korean words end and begin: by the upper bits of a feature's hash, a check of the next four bits and a weight of four bits.
#if GALLEY_MODEL_LITE
inline constexpr unsigned edge_weight_bits = %d;
%s
#else
inline constexpr unsigned edge_weight_bits = %d;
%s
#endif
''' % (digest, lite.bits, table(lite.bytes()), edges.bits, table(edges.bytes()))]
    out.append(hangul.declaration('hangul'))
    out.append(mixed.declaration('joint'))
    out.append('}  // namespace detail::page\nGALLEY_NAMESPACE_END\n\n#endif // GALLEY_DETAIL_JOINT_MODEL_HPP\n')
    with open(HEADER, 'w', encoding='utf-8') as f:
        f.write('\n'.join(out))
    print('%d bytes of edges, %d and %d of trees' % (len(edges.bytes()), sum(map(len, hangul.bytes())), sum(map(len, mixed.bytes()))))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--corpus', required=True)
    a.add_argument('--more', nargs='+', default=[], metavar='FILE[@WEIGHT]')
    a.add_argument('--korean', nargs='+', default=[], metavar='FILE')
    a.add_argument('--cross', action='store_true')
    a.add_argument('--write', action='store_true')
    a.add_argument('--hangul', default='60x3', metavar='TREESxDEPTH')
    a.add_argument('--mixed', default='150x3', metavar='TREESxDEPTH')
    a = a.parse_args()
    shapes = [[int(n) for n in size.split('x')] for size in (a.hangul, a.mixed)]
    documents = fit_rejoin.load(a.corpus) + fit_rejoin.load_more(a.more)
    korean = [open(path, encoding='utf-8').read() for path in a.korean]
    found = gather(documents)
    if a.cross:
        cross(found, documents, korean, *shapes)
    if a.write:
        digest = hashlib.sha256(''.join([d['text'] + ''.join(d['gold']) for d in documents] + korean).encode()).hexdigest()[:16]
        write(*fit(found, documents, korean, *shapes), edges_of(documents, korean, EDGE_BITS_LITE), digest)


if __name__ == '__main__':
    main()
