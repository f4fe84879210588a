#!/usr/bin/env python3
"""Judges galley and the rules of other programs on the same line-end hyphens, language by language.

  hyphen_peers.py --galley PROGRAM [--set real|synth] DOCS.jsonl...

Each line of DOCS.jsonl is a document, as fit_dehyphenate.py reads it; only hyphens and dashes behind a word character are judged.
WJ: of the hyphens that belong, the share that is taken out; WK: of those that layout put there, the share that is left. The
rules are written down from what the programs do with the two fragments, not run: what they do before and behind (finding the lines,
measuring them) is left out. Exit status 1 where a rule is ahead of galley on the mean of WJ and WK."""
import argparse, json, os, re, subprocess, sys, tempfile
from collections import Counter, defaultdict

WORD = re.compile(r'[^\W\d_]+')
HYPHENS = '-\u00AD\u2010\u2011'
CONJUNCTIONS = set('and or und oder bzw sowie et ou en of y o e u ed od i lub oraz albo и или és vagy och eller og dan atau și sau a nebo'.split())
PREFIXES = set('self well non all half quasi pseudo vice ex cross co anti semi'.split())


class Document:
    """what a rule may know: every word and compound of the text, without the fragments at line ends"""
    def __init__(self, text):
        whole = re.sub(r'[^\W\d_]*[-\u00AD\u2010\u2011\u00AC][ \t]*\n\s*[^\W\d_]*', ' ', text).lower()
        self.words = Counter(WORD.findall(whole)); self.text = whole
        self.compounds = Counter(m.group() for m in re.finditer(r'[^\W\d_]+(?=[-\u2010\u2011]([^\W\d_]+))', whole))
        self.pairs = Counter((m.group(1), m.group(2)) for m in re.finditer(r'([^\W\d_]+)[-\u2010\u2011](?=([^\W\d_]+))', whole))


class Case:
    """one line-end hyphen: the tokens beside it and their letters"""
    def __init__(self, hyphen, before, after):
        self.hyphen = hyphen
        self.left = re.search(r'\S*$', before).group(); self.right = re.match(r'\S*', after).group()
        self.a = re.search(r'[^\W\d_]*$', self.left).group(); self.b = re.match(r'[^\W\d_]*', self.right).group()
        self.ab = (self.a + self.b).lower()


def mupdf(c, d): return 'drop' if c.hyphen in '-\u00AD\u2010\u2011' else 'keep'
def poppler(c, d): return 'drop' if c.hyphen == '-' else 'keep'
def poppler_newer(c, d): return 'drop' if c.hyphen in '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D\u00AD' else 'keep'


def textacy(c, d):
    left, right = re.search(r'\w*$', c.left).group(), re.match(r'\w*', c.right).group()
    plain = len(left) >= 2 and len(right) >= 2 and not left[-1:].isdigit() and not right[:1].isdigit()
    return 'drop' if plain and c.hyphen in HYPHENS else 'keep'


def docling(c, d): return 'drop' if c.hyphen == '-' and re.search(r'\w$', c.left) and re.match(r'\w', c.right) else 'keep'
def marker(c, d): return 'drop' if c.hyphen in '-—¬' and c.right[:1].islower() else 'keep'
def mineru(c, d): return 'drop' if c.hyphen == '-' and re.search(r'[A-Za-z]$', c.left) and c.right[:1].islower() else 'keep'


def grobid(c, d):
    return 'drop' if c.hyphen in HYPHENS and c.left.isalpha() and re.fullmatch(r'[^\W\d_]+\W*', c.right) and c.b.islower() else 'keep'


def calibre(c, d):
    """the joined word without common affixes is in the document"""
    if c.hyphen not in '-\u2010\u00AD' or (len(c.a) <= 2 and len(c.b) <= 2): return 'keep'
    stem = re.sub(r'^(dis|re|un|in|ex)', '', re.sub(r'(ed|ing|es|s|ly|ous|able|ness|er|or|ion|ment|al|ive)$', '', c.ab))
    return 'drop' if stem and stem in d.text else 'keep'


def pdf_inspector(c, d):
    if d.words[c.ab]: return 'drop'
    if d.pairs[c.a.lower(), c.b.lower()] or c.b[:1].isupper(): return 'keep'
    return 'keep'


def witness(c, d):
    """counts of the joined and the hyphenated word in the document"""
    if c.b.lower() in CONJUNCTIONS and c.b == c.right.strip('.,;:)'): return 'space'
    if not c.a or not c.b or c.b[:1].isupper(): return 'keep'
    joined, hyphenated = d.words[c.ab], d.pairs[c.a.lower(), c.b.lower()]
    if joined != hyphenated: return 'drop' if joined > hyphenated else 'keep'
    if c.a.lower() in PREFIXES or len(c.a) == 1: return 'keep'
    return 'drop'


def pdf_oxide(c, d):
    if c.a.lower() in PREFIXES or (c.a.islower() and c.b[:1].islower() and len(c.ab) < 16): return 'keep'
    return 'drop'


RULES = dict(mupdf=mupdf, poppler=poppler, poppler_newer=poppler_newer, textacy=textacy, docling=docling, marker=marker, mineru=mineru,
             grobid=grobid, calibre=calibre, pdf_inspector=pdf_inspector, witness=witness, pdf_oxide=pdf_oxide)


def decisions(galley, data):
    """{offset of the hyphen: action} as `galley dehyphenate --explain` tells them"""
    done = subprocess.run([galley, 'dehyphenate', '--explain'], input=data, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    rows = [json.loads(l) for l in done.stderr.decode('utf-8', 'replace').splitlines() if l.startswith('{')]
    return {r['offset']: r['action'] for r in rows}


class Tally:
    def __init__(self): self.drop = self.keep = self.wrong_keep = self.wrong_join = 0

    def add(self, truth, answer):
        if truth == 'drop': self.drop += 1; self.wrong_keep += answer != 'drop'
        else: self.keep += 1; self.wrong_join += answer == 'drop'

    def wj(self): return 100 * self.wrong_join / self.keep if self.keep else 0.0
    def wk(self): return 100 * self.wrong_keep / self.drop if self.drop else 0.0
    def mean(self): return (self.wj() + self.wk()) / 2


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--galley', required=True); ap.add_argument('--set'); ap.add_argument('docs', nargs='+')
    a = ap.parse_args()
    tally = defaultdict(Tally)
    for line in (l for name in a.docs for l in open(name, encoding='utf-8')):
        doc = json.loads(line)
        if a.set and doc['set'] != a.set: continue
        data = doc['text'].encode(); known = Document(doc['text']); ours = decisions(a.galley, data)
        for e in doc['dec']:
            if e['y'] == 'unk' or e.get('k', 'hy') == 'iso': continue
            o, n = e['o'], e['n']
            c = Case(data[o:o + n].decode(), data[max(0, o - 200):o].decode('utf-8', 'ignore'), data[e['e']:e['e'] + 200].decode('utf-8', 'ignore'))
            answers = {name: rule(c, known) for name, rule in RULES.items()}
            answers['galley'] = ours.get(o, 'keep_space')
            for name, answer in answers.items():
                for lang in (doc['lang'], 'all'): tally[lang, name].add(e['y'], answer)
    behind = 0
    langs = ['all'] + sorted({l for l, _ in tally} - {'all'}); names = ['galley'] + list(RULES)
    print('WJ / WK, %;  "!": ahead of galley on the mean of both')
    print('%-14s' % '' + ''.join('%15s' % ('%s %d+%d' % (l, tally[l, 'galley'].drop, tally[l, 'galley'].keep)) for l in langs))
    for name in names:
        row = '%-14s' % name
        for l in langs:
            t = tally[l, name]; ahead = t.mean() < tally[l, 'galley'].mean() - 1e-9; behind += ahead
            row += '%15s' % ('%s%.1f / %.2f' % ('!' if ahead else '', t.wj(), t.wk()))
        print(row)
    print('rules ahead of galley in some language: %d' % behind)
    return 1 if behind else 0


if __name__ == '__main__': sys.exit(main())
