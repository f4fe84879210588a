#!/usr/bin/env python3
"""Fits the model that decides line breaks and writes include/galley/detail/rejoin_model.hpp.

  fit_rejoin.py --corpus DIR [--more FILE[@WEIGHT] ...] [--cross] [--write] [--first TREESxDEPTH] [--second TREESxDEPTH]

DIR holds labelled texts, *.jsonl: {id, source, text, gold: [J|S|P|?, ...]}, a label for each pair of lines that are not blank.
--more: texts to learn from but not to judge on, as tools/make_pages.py writes them. Their breaks weigh a quarter, or WEIGHT.
--cross fits on one half of the documents and judges on the other, both ways round, and prints the table; what shares a source
stays on one side. --write fits on all and writes the header. Needs numpy and scikit-learn.

Two models, each a sum of small trees. The first sees the lines next to a break and is asked about every one; where it is
sure, it decides. The second sees besides them the window, the page's history and the first one's scores of the breaks around.
For fitting the second, those scores come from first models that did not see the document.

Both learn from copies of the documents besides, in layouts that the corpus has few of: double-spaced, and set anew. More texts
than these, labelled by program and of less weight, are what makes the second one right on texts that it never saw."""
import argparse
import glob
import hashlib
import json
import os
import random
import re
import subprocess
import tempfile
import unicodedata

import numpy

import trees

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEADER = os.path.join(ROOT, 'include/galley/detail/rejoin_model.hpp')
EVIDENCE = os.path.join(ROOT, 'include/galley/detail/break_evidence.hpp')
HINTS = 3                       # on each side; as line_window::hints
SURE = 28                       # eighths of a logit, from which on the first model decides
WEIGHT = {'seeds': 15.0, 'real': 2.0}
LITE = 120                      # trees of the second model that GALLEY_MODEL_LITE leaves
LAYOUTS = ('newspaper', 'indented', 'blank', 'blank', 'lines', 'torn')   # of copies; blank lines are common
COPY = 0.3                      # weight of a copy in another layout
MORE = 0.25                     # usual weight of texts that are labelled by program
LINE_END = re.compile('\r\n|[\n\v\f\r\x85\u2028\u2029]')


def evidence_counts():
    """(evidence of the first model, all evidence)"""
    text = open(EVIDENCE, encoding='utf-8').read()
    body = re.sub(r'//.*', '', text[text.index('enum evidence'):])
    names = [n.split('=')[0].strip() for n in body[body.index('{') + 1:body.index('evidence_count')].split(',')]
    first = names.index('ev_first_count')
    names = [n for n in names if n and n != 'ev_first_count']
    return first, len(names) - 1 + 2 * HINTS + 1


def load(corpus):
    return load_files(sorted(glob.glob(os.path.join(corpus, '*.jsonl'))))


def load_files(paths, **others):
    documents = []
    for path in paths:
        for line in open(path, encoding='utf-8'):
            document = json.loads(line)
            if document['gold']:
                documents.append(dict(document, set=os.path.basename(path)[:-6], **others))
    return documents


def load_more(names):
    """of files, each with its weight behind an @ or with the usual one"""
    found = []
    for name in names:
        path, _, weight = name.partition('@')
        found += load_files([path], more=float(weight or MORE))
    return found


def double_spaced(document):
    """a copy with a blank line behind every line and no other ones: what is learned of blanks must hold there too"""
    lines = [line for line in LINE_END.split(document['text']) if line.strip()]
    return dict(document, text='\n\n'.join(lines), set='double', copy_of=document['set'])


def paragraphs_of(document):
    """stretches of paragraphs whose ends are known, each a list of (text, lines it had)"""
    lines = [line.strip() for line in LINE_END.split(document['text']) if line.strip()]
    stretches, current, count = [[]], lines[0], 1
    for line, gold in zip(lines[1:], document['gold']):
        if gold in 'JS':
            current, count = current + ('' if gold == 'J' else ' ') + line, count + 1
            continue
        stretches[-1].append((' '.join(current.split()), count))
        if gold == '?':
            stretches.append([])
        current, count = line, 1
    stretches[-1].append((' '.join(current.split()), count))
    return [s for s in stretches if len(s) > 2]


WIDE = '\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60'
PIECES = re.compile('[「『（《〈【〔“‘(\\[]*(?:[%s]|[^\\s%s]+)[，。、；：！？」』）》〉】〕”’…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|\\s+' % (WIDE, WIDE))


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


def wrapped(text, width, first_width):
    lines, current, room = [], '', first_width
    for piece in PIECES.findall(text):
        if current.strip() and columns(current + piece.rstrip()) > room:
            lines.append(current.rstrip())
            current, room = '', width
        current += piece if current else piece.lstrip()
    return lines + [current.rstrip()] * bool(current.strip())


def set_anew(document):
    """the same paragraphs in another layout, as plain as it is common: columns with lost indents and torn by blank lines, books,
    blank lines between paragraphs, a line for each, a line and a blank one for each and some of them torn"""
    chance = random.Random(document['id'])
    layout = chance.choice(LAYOUTS)
    latin = document.get('lang', '') in ('en', 'ko')
    width = 2 * (chance.randint(9, 20) if layout == 'newspaper' else chance.randint(18, 40))
    if latin:
        width += 2 * chance.randint(3, 10)
    lines, gold = [], []
    for stretch in paragraphs_of(document):
        since_column = 0
        for number, (text, count) in enumerate(stretch):
            body = count > 1 or columns(text) > width
            indent = 4 if body and layout in ('newspaper', 'indented') else 0
            new = wrapped(text, width, width - indent) if layout not in ('lines', 'torn') else [text]
            if layout == 'torn' and columns(text) > 60 and chance.random() < .2:
                new = wrapped(text, 10 ** 6, chance.randint(40, columns(text) - 10))
            if not new:
                continue
            if lines:
                gold.append('P' if number else '?')
            gold += ['J'] * (len(new) - 1)
            if layout == 'indented' and indent:
                new[0] = ('    ' if latin else '\u3000\u3000') + new[0]
            for at, line in enumerate(new):
                blank = layout == 'torn' or (layout == 'blank' and at == 0 and number > 0)
                if layout == 'newspaper':
                    since_column += 1
                    if since_column > chance.randint(20, 60) or (at == 0 and number and not body and chance.random() < .7):
                        blank, since_column = True, 0
                lines.append('\n' * blank + line)
    return dict(document, text='\n'.join(lines), gold=gold, set='anew', copy_of=document['set'])


def gather(documents):
    """a row of evidence for each break of all documents"""
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, 'evidence')
        subprocess.run([os.environ.get('CXX', 'c++'), '-std=c++17', '-O2', '-I' + os.path.join(ROOT, 'include'),
                        os.path.join(ROOT, 'tools/rejoin_evidence.cpp'), '-o', program], check=True)
        records = []
        for d in documents:
            text = d['text'].encode()
            records.append(b'%d %d\n%s\n%s' % (len(text), len(d['gold']), ''.join(d['gold']).encode(), text))
        out = subprocess.run([program], input=b''.join(records), stdout=subprocess.PIPE, check=True).stdout
    rows = numpy.frombuffer(out, dtype=numpy.int8).reshape(-1, evidence_counts()[1])
    assert len(rows) == sum(len(d['gold']) for d in documents), 'lines are counted in another way than the labels do'
    return rows


def family(document):
    """what must not be on both sides of a split: one source, one page in whatever extractor's words"""
    of = document.get('copy_of', document['set'])
    name = document['source'] if of == 'real' else document['id']
    name = re.sub(r'(-(zh|ja|en|ko|cn|tw)\b[^:]*)|(:[^:]*)$', '', name) if of == 'real' else name
    return re.sub(r'-(pdftotext|mutool|pdfminer).*', '', name)


def part(document, parts, salt=''):
    return int(hashlib.sha1((salt + family(document)).encode()).hexdigest(), 16) % parts


def hints_of(scores):
    """as rejoin.hpp keeps them: in eighths of a logit"""
    return numpy.clip((scores / 8).astype(numpy.int32), -126, 126)


def with_hints(rows, hint, owner):
    """with the first model's scores of the breaks around"""
    rows = rows.copy()
    for at in range(-HINTS, HINTS + 1):
        column = numpy.full(len(hint), 127)
        here = numpy.arange(len(hint))
        there = here + at
        inside = (there >= 0) & (there < len(hint))
        inside[inside] = owner[there[inside]] == owner[here[inside]]
        column[inside] = hint[there[inside]]
        rows[:, rows.shape[1] - 2 * HINTS - 1 + HINTS + at] = column
    return rows


def weight(document):
    if 'more' in document:
        return document['more']
    return WEIGHT.get(document.get('copy_of', document['set']), 1.0) * (COPY if 'copy_of' in document else 1)


class Breaks:
    def __init__(self, documents):
        self.documents = documents
        self.rows = gather(documents)
        self.first = self.rows[:, :evidence_counts()[0]]
        spread = lambda f: numpy.concatenate([[f(d)] * len(d['gold']) for d in documents])
        self.owner = numpy.concatenate([[i] * len(d['gold']) for i, d in enumerate(documents)])
        self.label = numpy.array([{'P': 1, 'J': 0, 'S': 0, '?': -1}[g] for d in documents for g in d['gold']])
        self.weight = spread(weight)
        self.set = spread(lambda d: d['set'])
        self.half = spread(lambda d: -1 if 'more' in d else part(d, 2))
        self.quarter = spread(lambda d: part(d, 4, 'inner '))

    def fit(self, use, first, second):
        """both models on the breaks of `use`; the second on those that the first leaves open"""
        known = use & (self.label >= 0)
        hint = numpy.zeros(len(use), dtype=numpy.int32)
        for q in range(4):
            inner = known & (self.quarter != q)
            model = trees.fit(self.first[inner], self.label[inner], self.weight[inner], *first)
            aside = use & (self.quarter == q)
            hint[aside] = hints_of(model.score(self.first[aside]))
        rows = with_hints(self.rows, hint, self.owner)
        left = known & (abs(hint) < SURE)
        return (trees.fit(self.first[known], self.label[known], self.weight[known], *first),
                trees.fit(rows[left], self.label[left], self.weight[left], *second))

    def judge(self, models, use):
        """(scores, where the first model was sure)"""
        hint = hints_of(models[0].score(self.first[use]))
        sure = abs(hint) >= SURE
        return numpy.where(sure, hint * 8, models[1].score(with_hints(self.rows[use], hint, self.owner[use]))), sure


def print_table(breaks, scores, sure):
    print('%-12s %8s %10s %8s %8s %12s' % ('set', 'breaks', 'accuracy', 'P-F1', 'sure', 'of them right'))
    judged = breaks.half >= 0
    for name in sorted(set(breaks.set[judged])):
        use = judged & (breaks.set == name) & (breaks.label >= 0)
        said, right = scores[use] > 0, breaks.label[use] == 1
        f1 = 2 * (said & right).sum() / max(1, said.sum() + right.sum())
        quick = sure[use]
        print('%-12s %8d %10.4f %8.4f %8.3f %12.4f' % (name, use.sum(), (said == right).mean(), f1, quick.mean(), (said == right)[quick].mean()), flush=True)


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

/// From here on, in eighths of a logit, the first model decides alone.
inline constexpr int sure_hint = %d;
''' % (count, digest, SURE)]
    first, second = models
    out.append(first.declaration('first'))
    out.append(second.head(LITE).declaration('second'))
    out.append('/// The rest of the second one: its score is added, but with GALLEY_MODEL_LITE.\n' + second.declaration('third', LITE, 0))
    for name, model in zip(('first', 'second', 'second, lite'), models + (second.head(LITE),)):
        print('%s model: %d trees, %d bytes' % (name, len(model.leaves), sum(map(len, model.bytes()))))
    out.append('}  // namespace detail::page\nGALLEY_NAMESPACE_END\n\n#endif // GALLEY_DETAIL_REJOIN_MODEL_HPP\n')
    with open(HEADER, 'w', encoding='utf-8') as f:
        f.write('\n'.join(out))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--corpus', required=True)
    a.add_argument('--more', nargs='+', default=[], metavar='FILE[@WEIGHT]')
    a.add_argument('--cross', action='store_true')
    a.add_argument('--write', action='store_true')
    a.add_argument('--first', default='40x3', metavar='TREESxDEPTH')
    a.add_argument('--second', default='800x3', metavar='TREESxDEPTH')
    a = a.parse_args()
    shape = [[int(n) for n in size.split('x')] for size in (a.first, a.second)]
    documents = load(a.corpus)
    anew = [d for d in map(set_anew, documents) if d['gold']]
    more = load_more(a.more)
    breaks = Breaks(documents + [double_spaced(d) for d in documents] + anew + more)
    if a.cross:
        scores = numpy.zeros(len(breaks.label), dtype=numpy.int32)
        lite, sure = scores.copy(), numpy.zeros(len(breaks.label), dtype=bool)
        for half in (0, 1):
            other = breaks.half == half
            first, second = breaks.fit(~other, *shape)
            scores[other], sure[other] = breaks.judge((first, second), other)
            lite[other], _ = breaks.judge((first, second.head(LITE)), other)
        print_table(breaks, scores, sure)
        print('\nwith GALLEY_MODEL_LITE:')
        print_table(breaks, lite, sure)
    if a.write:
        digest = hashlib.sha256(''.join(d['text'] + ''.join(d['gold']) for d in documents + more).encode()).hexdigest()[:16]
        write(breaks.fit(numpy.ones(len(breaks.label), bool), *shape), digest, int((breaks.label >= 0).sum()))


if __name__ == '__main__':
    main()
