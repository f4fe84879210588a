#!/usr/bin/env python3
"""Fits the weights of line-end hyphens and writes include/galley/detail/hyphen_weights.hpp.

  fit_dehyphenate.py [--cross] [--compiler C++] [--also MORE.jsonl] DOCS.jsonl... > include/galley/detail/hyphen_weights.hpp

Each line of DOCS.jsonl is a document: {"set", "lang", "doc", "text", "dec": [{"o": byte offset of the hyphen, "y": "drop", "keep",
"space" or "unk"}]}. The evidence is what dump_hyphen_evidence.cpp prints; the weights are those of a logistic regression, in
sixteenths, pulled towards those of the next simpler table. --cross judges instead of writing: documents of one family are
decided with weights fitted on the others. Documents of --also (make_hyphen_documents.py makes some) are only learned from; "share" says
what each of their hyphens counts."""
import argparse, hashlib, json, os, re, struct, subprocess, sys, tempfile
from collections import Counter, defaultdict
import numpy as np
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = os.path.join(HERE, '..', 'include', 'galley', 'detail')
FOLDS = 6
PIECE, SHORT = 16384, 12            # bytes, lines
KEEP_COST = dict(none=1.1, filter=2.2)  # a hyphen lost is as bad as so many left
USUAL_COST = 3.0
KEEP_COST_REAL = dict(exact=5.0)    # on real pages
REAL_COST = 3.0                     # real pages are rarer than made ones
PULL = 0.5                          # towards the prior, per squared logit
COPIES = 4                          # of each document, with compounds broken anew
ALSO_COPIES = 2                     # of those only learned from
MADE_SHARE = dict(none=0.1)          # of the weight of hyphens that belong, for those of the copies
USUAL_SHARE = 0.3

# What the evidence is worth before any text is seen, in sixteenths.
PRIOR = dict(
    bias=42, capital_right=47, acronym_left=48, capitals=35, scripts_differ=60, one_left=4, two_left=-51, three_left=-24, one_right=60, two_right=-26,
    three_right=-14, four_right=-17, hyphen_left=23, hyphen_before_capital=27, slash_left=21, symbol_left=-29, hyphen_right=67,
    symbol_right=-8, slash_right=-8, listed_left=64, listed_second_left=11, listed_third_left=20, listed_right=38, listed_second_right=20, no_vowel_left=11,
    german_plain=-24, compounding_words=-3, rate_lower=3, rate_capital=10, wrapped_hyphenated=21, sparse=40, joined=-48, joined_capital=-33,
    compound=39, part_left=32, part_right=30, word_left=27, word_right=23,
    grams_none=12, grams_few=5, grams_most=-9, grams_all=-25)

KINDS = [('none', ['none']), ('callback', ['callback']), ('exact', ['exact']),
         ('filter', [m + ' %d' % b for b in (1024, 4096, 16384) for m in ('filter', 'stream', 'ahead')])]
ROWS = dict(none=1, callback=1, exact=2, filter=3)


def enumerators(file, enum):
    """names in an enum of a header, in order"""
    text = open(os.path.join(HEADER, file)).read()
    body = re.sub(r'//[^\n]*', '', re.search(r'enum class %s [^{]*\{(.*?)\n\}' % enum, text, re.S).group(1))
    return [n.strip() for n in body.split(',') if n.strip() and n.strip() != 'count']


def features():
    side = enumerators('hyphen_evidence.hpp', 'side_feature')
    return [n + s for s in ('_left', '_right') for n in side] + enumerators('hyphen_evidence.hpp', 'feature')


WEIGHED = enumerators('hyphen_rules.hpp', 'hyphen_reason').index('weight')


def build(compiler='c++'):
    """the program that prints the evidence; the weights at hand may be those of other features, so it gets none"""
    folder = tempfile.mkdtemp(); out = os.path.join(folder, 'dump'); shadow = os.path.join(folder, 'galley', 'detail')
    os.makedirs(shadow); names = features()
    with open(os.path.join(shadow, 'hyphen_weights.hpp'), 'w') as f: f.write(header({k: [[0] * len(names)] * n for k, n in ROWS.items()}, 'none'))
    subprocess.run([compiler, '-std=c++17', '-O2', '-I', folder, '-I', os.path.join(HERE, '..', 'include'), os.path.join(HERE, 'dump_hyphen_evidence.cpp'), '-o', out], check=True)
    return out


def family(doc):
    """documents that are the same in other languages, or of the same making"""
    name = doc['doc'].split('--')[-1] if doc['set'] == 'real' else doc['doc'].split('-', 1)[1]
    return doc['set'] + ' ' + name.split('.')[0]


def fold_of(doc): return int(hashlib.sha1(family(doc).encode()).hexdigest(), 16) % FOLDS


def pieces(doc, style):
    """whole documents, pieces of 16 KB, and every third passage of twelve lines, as (text, [(offset, answer)])"""
    if doc['set'] == 'also' and style == 'piece': return []
    data = doc['text'].encode(); dec = [(d['o'], d['e'], d['y']) for d in doc['dec'] if d['y'] != 'unk']
    if style == 'whole': return [(data, [(o, y) for o, _, y in dec])]
    ends = [m.end() for m in re.finditer(b'\n', data)] + [len(data)]
    cuts = [0]
    for i, e in enumerate(ends):
        if (e - cuts[-1] >= PIECE) if style == 'piece' else (i % SHORT == SHORT - 1): cuts.append(e)
    cuts.append(len(data)); out = []
    for n, (a, b) in enumerate(zip(cuts, cuts[1:])):
        here = [(o - a, y) for o, e, y in dec if a <= o and e < b]
        if here and (style == 'piece' or n % 3 == 0): out.append((data[a:b], here))
    return out


def rebroken(doc, copy):
    """the document with one in ten of the compounds inside its lines broken after the hyphen: more hyphens that belong"""
    if doc['set'] == 'also' and copy >= ALSO_COPIES: return dict(doc, dec=[])
    data = doc['text'].encode(); taken = {d['o'] for d in doc['dec']}; spots = []
    for m in re.finditer(r'[^\W\d_]-(?=[^\W\d_])', doc['text']): spots.append(m.end())
    rate = lambda i: int(hashlib.sha1(('%s %d' % (doc['id'], i)).encode()).hexdigest()[:4], 16) % 10 == copy
    at, byte, last = [], 0, 0
    for i in spots:
        byte += len(doc['text'][last:i].encode()); last = i
        if byte - 1 not in taken and rate(i): at.append(byte)
    out, dec, last = b'', [], 0
    old = sorted((d for d in doc['dec']), key=lambda d: d['o']); k = 0
    for p in at + [len(data)]:
        while k < len(old) and old[k]['o'] < p:
            dec.append(dict(o=old[k]['o'] - last + len(out), e=old[k]['e'] - last + len(out), y='unk')); k += 1
        out += data[last:p]; last = p
        if p < len(data): out += b'\n'; dec.append(dict(o=len(out) - 2, e=len(out), y='keep'))
    return dict(doc, text=out.decode(), dec=dec)


FIELDS = ('x', 'y', 'row', 'doc', 'reason', 'rule', 'made')


class Rows:
    """decisions: evidence, answer, row of the weights, document, which rule decided and what it said, whether made"""
    def __init__(self, parts):
        for f in FIELDS: setattr(self, f, np.concatenate([p[f] for p in parts]))


def dump(program, command, docs, style, made=0):
    texts, owner = [], []
    for n, d in enumerate(docs):
        for p in pieces(d, style):
            if p[1]: texts.append(p); owner.append(n)
    data = b''.join(struct.pack('<I', len(t)) + t for t, _ in texts)
    out = subprocess.run([program] + command.split(), input=data, stdout=subprocess.PIPE, check=True).stdout
    v = np.array(out.split(), np.int32).reshape(out.count(b'\n'), -1)
    answers = {(i, o): {'drop': 0, 'keep': 1, 'space': 2}[y] for i, (_, dec) in enumerate(texts) for o, y in dec}
    y = np.array([answers.get((i, o), -1) for i, o in v[:, :2]], np.int8)
    if (y >= 0).sum() != len(answers): print('%s %s: %d decisions not met' % (command, style, len(answers) - (y >= 0).sum()), file=sys.stderr)
    v, y = v[y >= 0], y[y >= 0]
    return dict(x=(v[:, 5:-1] / 8).astype(np.float32), y=y, row=v[:, 3].astype(np.int8), doc=np.array(owner)[v[:, 0]].astype(np.int16), reason=v[:, 2].astype(np.int8),
                rule=v[:, -1].astype(np.int8), made=np.full(len(y), made, np.int8))


def fit(x, y, cost, prior, pull):
    x = x.astype(np.float32)
    def loss(w):
        s = x @ w.astype(np.float32); sign = np.where(y, -1.0, 1.0)
        z = sign * s; p = 1 / (1 + np.exp(-np.clip(z, -40, 40)))
        return np.sum(cost * np.logaddexp(0, z)) + pull * np.sum((w - prior) ** 2), x.T @ (cost * sign * p).astype(np.float32) + 2 * pull * (w - prior)
    return minimize(loss, prior, jac=True, method='L-BFGS-B', options=dict(maxiter=100)).x


def quantize(w): return np.clip(np.round(w * 16), -127, 127)


def learn(sets, names, use):
    """weights of every kind, each row from the rows of its own, pulled towards the kind's weights"""
    prior = np.array([PRIOR.get(n, 0) for n in names]) / 16.0
    tables = {}
    for kind, rows in sets.items():
        ok = use(rows) & (rows.reason == WEIGHED) & (rows.y < 2)
        start = prior.copy()
        start[~rows.x.any(axis=0)] = 0  # never seen with this kind
        def of(mask, start, pull):
            m = ok & mask
            if m.sum() < 50: return start
            usual = KEEP_COST.get(kind, USUAL_COST); real = REAL[rows.doc[m]]
            keep = np.where(real, KEEP_COST_REAL.get(kind, usual), usual)
            cost = np.where(rows.y[m] == 1, keep, 1.0) * np.where(real, REAL_COST, 1.0) * SHARE[rows.doc[m]] / rows.copies
            share = MADE_SHARE.get(kind, USUAL_SHARE); made = rows.made[m]; found = (rows.y[m] == 1) & ~made.astype(bool)
            if made.any(): cost *= np.where(rows.y[m] == 1, np.where(made == 1, share * cost[found].sum() / cost[made == 1].sum(), 1 - share), 1.0)
            return fit(rows.x[m], rows.y[m] == 1, cost, start, pull)
        whole = of(rows.row >= 0, start, PULL)
        tables[kind] = [quantize(of(rows.row == r, whole, PULL) if ROWS[kind] > 1 else whole) for r in range(ROWS[kind])]
    return tables


def decide(rows, tables):
    w = np.array(tables)[rows.row]
    s = np.trunc((rows.x * w).sum(1)) > 0
    return np.where(rows.reason == WEIGHED, np.where(s, 1, 0), rows.rule)


def judge(rows, got, mask):
    keeps = mask & (rows.y > 0); drops = mask & (rows.y == 0)
    wj = (got[keeps] == 0).mean() * 100 if keeps.any() else float('nan')
    wk = (got[drops] != 0).mean() * 100 if drops.any() else float('nan')
    return '%5.1f / %4.2f' % (wj, wk)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cross', action='store_true'); ap.add_argument('--only', help='one kind of lexicon, with --cross'); ap.add_argument('--compiler', default='c++'); ap.add_argument('--also', help='more documents to learn from'); ap.add_argument('docs', nargs='+')
    a = ap.parse_args()
    raw = b''.join(open(f, 'rb').read() for f in a.docs); docs = [json.loads(l) for l in raw.decode().split('\n') if l.strip()]
    if a.also:
        more = open(a.also, 'rb').read(); raw += more
        docs += [dict(json.loads(l), set='also') for l in more.decode().split('\n') if l.strip()]
    names, program = features(), build(a.compiler)
    global REAL, ALSO, SHARE, KINDS
    if a.only: KINDS = [k for k in KINDS if k[0] == a.only]
    REAL = np.array([d['set'] == 'real' for d in docs]); ALSO = np.array([d['set'] == 'also' for d in docs]); SHARE = np.array([d.get('share', 1.0) for d in docs]); folds = np.array([fold_of(d) if d['set'] != 'also' else -1 for d in docs])
    sets, single = {}, {}; copies = [[rebroken(d, n) for d in docs] for n in range(COPIES)]
    for kind, commands in KINDS:
        parts = []
        for c in commands:
            for style in ('whole', 'piece', 'short') if kind != 'none' else ('whole', 'short'):
                parts.append(dump(program, c, docs, style)); single[c, style] = Rows(parts[-1:])
                parts += [dump(program, c, copy, style, 1) for copy in copies]
        sets[kind] = Rows(parts); sets[kind].copies = len(commands) ** 0.5
    if a.cross: return cross(sets, single, names, folds)
    print(header(learn(sets, names, lambda rows: rows.doc >= 0), hashlib.sha256(raw).hexdigest()[:16]), end='')


def cross(sets, single, names, folds):
    guesses = {k: np.zeros(len(r.y), int) for k, r in single.items()}; fitted = {}
    whole = learn(sets, names, lambda rows: rows.doc >= 0)
    kind_of = lambda command: next(k for k, c in KINDS if command in c)
    for f in range(FOLDS):
        tables = learn(sets, names, lambda rows: folds[rows.doc] != f)
        for key, rows in single.items():
            m = folds[rows.doc] == f; guesses[key][m] = decide(rows, tables[kind_of(key[0])])[m]
    print('%-14s %-6s %5s %5s   %-14s %-14s   %-14s %-14s' % ('lexicon', 'text', 'drop', 'keep', 'real, crossed', 'synth', 'real, fitted', 'synth'))
    for (command, style), rows in single.items():
        fitted = decide(rows, whole[kind_of(command)]); real = REAL[rows.doc]; made = ~real & ~ALSO[rows.doc]
        print('%-14s %-6s %5d %5d   %-14s %-14s   %-14s %-14s' % (command, style, (rows.y[real | made] == 0).sum(), (rows.y[real | made] > 0).sum(), judge(rows, guesses[command, style], real),
              judge(rows, guesses[command, style], made), judge(rows, fitted, real), judge(rows, fitted, made)), flush=True)


def header(tables, digest):
    out = ['''// galley: weights of the evidence on line-end hyphens. Generated by tools/fit_dehyphenate.py.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_HYPHEN_WEIGHTS_HPP
#define GALLEY_DETAIL_HYPHEN_WEIGHTS_HPP

#include <galley/config.hpp>
#include <galley/detail/hyphen_evidence.hpp>

#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail {

/// SHA-256, first 16 digits, of the labelled documents that the weights were fitted on.
inline constexpr char hyphen_weights_digest[] = "%s";
''' % digest]
    for kind, rows in tables.items():
        out.append('inline constexpr std::int8_t hyphen_weights_%s[%d][feature_count] = {' % (kind, len(rows)))
        for r in rows:
            cells = ['%d,' % v for v in r]
            lines = [' '.join(cells[i:i + 30]) for i in range(0, len(cells), 30)]
            out.append('    {' + '\n     '.join(lines).rstrip(',') + '},')
        out.append('};')
    out.append('''
}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_HYPHEN_WEIGHTS_HPP''')
    return '\n'.join(out) + '\n'


if __name__ == '__main__': main()
