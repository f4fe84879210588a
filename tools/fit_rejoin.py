#!/usr/bin/env python3
"""Fits the model that decides line breaks and writes include/galley/detail/rejoin_model.hpp.

  fit_rejoin.py --corpus DIR [--cross] [--write] [--first N] [--second N]

DIR holds labelled texts, *.jsonl: {id, source, text, gold: [J|S|P|?, ...]}, a label for each pair of lines that are not blank.
--cross fits on one half of the documents and judges on the other, both ways round, and prints the table; what shares a source
stays on one side. --write fits on all and writes the header. Needs numpy and scikit-learn.

Two models, each a sum of small trees. The first sees the lines around a break; the second sees besides them the
page's history and the first one's scores of the breaks around. For fitting the second, those scores come from first models
that did not see the document."""
import argparse
import glob
import hashlib
import json
import os
import re
import subprocess
import tempfile

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEADER = os.path.join(ROOT, 'include/galley/detail/rejoin_model.hpp')
EVIDENCE = os.path.join(ROOT, 'include/galley/detail/break_evidence.hpp')
HINTS = 3                       # on each side; as line_window::hints
SCALE = 64                      # scores are in 64ths of a logit
WEIGHT = {'seeds': 15.0, 'real': 2.0}


def evidence_count():
    text = open(EVIDENCE, encoding='utf-8').read()
    body = re.sub(r'//.*', '', text[text.index('enum evidence'):])
    names = [n.strip() for n in body[body.index('{') + 1:body.index('evidence_count')].split(',') if n.strip()]
    return len(names) - 1 + 2 * HINTS + 1


def load(corpus):
    documents = []
    for path in sorted(glob.glob(os.path.join(corpus, '*.jsonl'))):
        for line in open(path, encoding='utf-8'):
            document = json.loads(line)
            if document['gold']:
                document['set'] = os.path.basename(path)[:-6]
                documents.append(document)
    return documents


def gather(documents):
    """(first, second): a row of evidence for each break of all documents"""
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, 'evidence')
        subprocess.run([os.environ.get('CXX', 'c++'), '-std=c++17', '-O2', '-I' + os.path.join(ROOT, 'include'),
                        os.path.join(ROOT, 'tools/rejoin_evidence.cpp'), '-o', program], check=True)
        records = []
        for d in documents:
            text = d['text'].encode()
            records.append(b'%d %d\n%s\n%s' % (len(text), len(d['gold']), ''.join(d['gold']).encode(), text))
        out = subprocess.run([program], input=b''.join(records), stdout=subprocess.PIPE, check=True).stdout
    rows = numpy.frombuffer(out, dtype=numpy.int8).reshape(-1, 2, evidence_count())
    assert len(rows) == sum(len(d['gold']) for d in documents), 'lines are counted in another way than the labels do'
    return rows[:, 0].copy(), rows[:, 1].copy()


def family(document):
    """what must not be on both sides of a split: one source, one page in whatever extractor's words"""
    name = document['source'] if document['set'] == 'real' else document['id']
    name = re.sub(r'(-(zh|ja|en|ko|cn|tw)\b[^:]*)|(:[^:]*)$', '', name) if document['set'] == 'real' else name
    return re.sub(r'-(pdftotext|mutool|pdfminer).*', '', name)


def part(document, parts, salt=''):
    return int(hashlib.sha1((salt + family(document)).encode()).hexdigest(), 16) % parts


def fit(rows, labels, weights, trees, leaves):
    model = HistGradientBoostingClassifier(max_iter=trees, max_leaf_nodes=leaves, learning_rate=0.2, min_samples_leaf=25,
                                           l2_regularization=1.0, early_stopping=False)
    return pack(model.fit(rows, labels, sample_weight=weights))


def pack(model):
    """([tree, ...], bias); a tree is a leaf's value or (feature, threshold, left, right): right when above the threshold"""
    def read(nodes, at):
        n = nodes[at]
        if n['is_leaf']:
            return max(-127, min(127, round(float(n['value']) * SCALE)))
        return int(n['feature_idx']), int(numpy.floor(n['num_threshold'])), read(nodes, n['left']), read(nodes, n['right'])

    trees = [read(predictor.nodes, 0) for (predictor,) in model._predictors]
    return [t for t in trees if isinstance(t, tuple)], round(float(numpy.ravel(model._baseline_prediction)[0]) * SCALE)


def encode(tree):
    """a tree as boosted_trees.hpp reads it"""
    feature, threshold, left, right = tree
    byte = lambda v: bytes([v & 0xFF])
    a = encode(left) if isinstance(left, tuple) else byte(left)
    b = encode(right) if isinstance(right, tuple) else byte(right)
    skip = 3 + len(a)
    assert feature < 128 and skip < 128
    return (byte(feature | (0 if isinstance(left, tuple) else 128)) + byte(threshold) +
            byte(skip | (0 if isinstance(right, tuple) else 128)) + a + b)


def score(packed, rows):
    trees, bias = packed
    total = numpy.full(len(rows), bias, dtype=numpy.int32)

    def add(tree, which):
        if not isinstance(tree, tuple):
            total[which] += tree
        elif len(which):
            feature, threshold, left, right = tree
            above = rows[which, feature] > threshold
            add(left, which[~above])
            add(right, which[above])

    for tree in trees:
        add(tree, numpy.arange(len(rows)))
    return total


def with_hints(second, first_scores, owner):
    """the second model's rows, with the first one's scores of the breaks around"""
    rows = second.copy()
    hint = numpy.clip((first_scores / 8).astype(numpy.int32), -126, 126)
    for at in range(-HINTS, HINTS + 1):
        column = numpy.full(len(hint), 127)
        here = numpy.arange(len(hint))
        there = here + at
        inside = (there >= 0) & (there < len(hint))
        inside[inside] = owner[there[inside]] == owner[here[inside]]
        column[inside] = hint[there[inside]]
        rows[:, second.shape[1] - 2 * HINTS - 1 + HINTS + at] = column
    return rows


class Breaks:
    def __init__(self, documents):
        self.documents = documents
        self.first, self.second = gather(documents)
        spread = lambda f: numpy.concatenate([[f(d)] * len(d['gold']) for d in documents])
        self.owner = numpy.concatenate([[i] * len(d['gold']) for i, d in enumerate(documents)])
        self.label = numpy.array([{'P': 1, 'J': 0, 'S': 0, '?': -1}[g] for d in documents for g in d['gold']])
        self.weight = spread(lambda d: WEIGHT.get(d['set'], 1.0))
        self.set = spread(lambda d: d['set'])
        self.half = spread(lambda d: part(d, 2))
        self.quarter = spread(lambda d: part(d, 4, 'inner '))

    def fit(self, use, first, second):
        """both models on the breaks of `use`"""
        known = use & (self.label >= 0)
        held_out = numpy.zeros(len(use), dtype=numpy.int32)
        for q in range(4):
            inner = known & (self.quarter != q)
            model = fit(self.first[inner], self.label[inner], self.weight[inner], *first)
            aside = use & (self.quarter == q)
            held_out[aside] = score(model, self.first[aside])
        rows = with_hints(self.second, held_out, self.owner)
        return (fit(self.first[known], self.label[known], self.weight[known], *first),
                fit(rows[known], self.label[known], self.weight[known], *second))

    def judge(self, models, use):
        rows = with_hints(self.second[use], score(models[0], self.first[use]), self.owner[use])
        return score(models[1], rows)


def print_table(breaks, scores):
    print('%-12s %8s %10s %8s' % ('set', 'breaks', 'accuracy', 'P-F1'))
    for name in sorted(set(breaks.set)):
        use = (breaks.set == name) & (breaks.label >= 0)
        said, right = scores[use] > 0, breaks.label[use] == 1
        f1 = 2 * (said & right).sum() / max(1, said.sum() + right.sum())
        print('%-12s %8d %10.4f %8.4f' % (name, use.sum(), (said == right).mean(), f1), flush=True)


def write(models, digest, count):
    out = ['''// Generated by tools/fit_rejoin.py from %d labelled breaks; do not edit.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_REJOIN_MODEL_HPP
#define GALLEY_DETAIL_REJOIN_MODEL_HPP

#include <galley/config.hpp>
#include <galley/detail/boosted_trees.hpp>

#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Digest of the texts that the model was fitted on.
inline constexpr char rejoin_model_name[] = "%s";
''' % (count, digest)]
    for name, (trees, bias) in zip(('first', 'second'), models):
        rows = ['    %d, %s,' % (len(t), ', '.join(map(str, t))) for t in map(encode, trees)]
        out.append('inline constexpr std::uint8_t %s_trees[] = {\n%s\n};\n' % (name, '\n'.join(rows)))
        out.append('inline constexpr boosted_trees %s_model{%s_trees, sizeof %s_trees, %d};\n' % (name, name, name, bias))
        print('%s model: %d trees, %d bytes' % (name, len(trees), sum(len(encode(t)) + 1 for t in trees)))
    out.append('}  // namespace detail::page\nGALLEY_NAMESPACE_END\n\n#endif // GALLEY_DETAIL_REJOIN_MODEL_HPP\n')
    with open(HEADER, 'w', encoding='utf-8') as f:
        f.write('\n'.join(out))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--corpus', required=True)
    a.add_argument('--cross', action='store_true')
    a.add_argument('--write', action='store_true')
    a.add_argument('--first', default='36x8', metavar='TREESxLEAVES')
    a.add_argument('--second', default='90x16', metavar='TREESxLEAVES')
    a = a.parse_args()
    shape = [[int(n) for n in size.split('x')] for size in (a.first, a.second)]
    documents = load(a.corpus)
    breaks = Breaks(documents)
    if a.cross:
        scores = numpy.zeros(len(breaks.label), dtype=numpy.int32)
        for half in (0, 1):
            scores[breaks.half == half] = breaks.judge(breaks.fit(breaks.half != half, *shape), breaks.half == half)
        print_table(breaks, scores)
    if a.write:
        digest = hashlib.sha256(''.join(d['text'] + ''.join(d['gold']) for d in documents).encode()).hexdigest()[:16]
        write(breaks.fit(numpy.ones(len(breaks.label), bool), *shape), digest, int((breaks.label >= 0).sum()))


if __name__ == '__main__':
    main()
