#!/usr/bin/env python3
"""How often `galley reflow` decides a line break as the labels say, beside two simple rules.

  accuracy.py CORPUS [--galley PROGRAM] [--readme]

CORPUS holds labelled texts, *.jsonl: {id, lang, text, gold: [J|S|P|?, ...]}, a label for each pair of lines that are not blank:
joined with nothing, with a space, a new paragraph, undecided. Prints a table for each file and language; --readme puts it into
README.md. Without --galley the program is built first."""
import argparse
import glob
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LINE_END = re.compile(rb'\r\n|[\n\v\f\r]|\xC2\x85|\xE2\x80[\xA8\xA9]')
STOPS = '.!?。！？…'
CLOSERS = '"\'”’」』）)'


def lines_of(text):
    """[(bytes up to the end of the content, content, a blank line before)] of the lines that are not blank"""
    found, at, blank = [], 0, False
    for end in [m for m in LINE_END.finditer(text)] + [None]:
        raw = text[at:end.start() if end else len(text)].decode('utf-8', 'replace')
        content = raw.strip(' \t\u3000\xa0\ufeff\u200b')
        if content:
            found.append((at + len(raw[:raw.index(content) + len(content)].encode()), content, blank))
            blank = False
        elif end and end.group() != b'\f':
            blank = True
        at = end.end() if end else at
    return found


def wide(c):
    return unicodedata.east_asian_width(c) in 'WF'


def pair(a, b):
    return 'J' if wide(a[-1]) and wide(b[0]) and not '\uac00' <= a[-1] <= '\ud7a3' else 'S'


def by_blank_lines(lines):
    return ['P' if b[2] else pair(a[1], b[1]) for a, b in zip(lines, lines[1:])]


def by_length_and_stop(lines):
    """a line goes on unless it ends a sentence or is much shorter than most: what e-book converters do"""
    width = lambda line: sum(2 if wide(c) else 1 for c in line[1])
    usual = statistics.median(map(width, lines)) if lines else 0
    ends = lambda line: line[1].rstrip(CLOSERS)[-1:] in STOPS
    return ['P' if ends(a) or width(a) < 0.8 * usual else pair(a[1], b[1]) for a, b in zip(lines, lines[1:])]


def by_galley(program, text, lines):
    out = subprocess.run([program, 'reflow', '--explain'], input=text, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True).stderr
    said = {}
    for row in out.decode('utf-8', 'replace').splitlines():
        row = json.loads(row)
        said[row['offset']] = {'join': 'J', 'space': 'S', 'paragraph': 'P'}[row['action']]
    return [said.get(line[0], 'P') for line in lines[:-1]]  # no break is told of where a line was left out


class Count:
    def __init__(self):
        self.all = self.right = self.said = self.gold = self.both = self.inner = self.inner_right = self.paragraphs = self.exact = 0

    def add(self, gold, said):
        clean, whole = True, True
        for n, (g, s) in enumerate(zip(gold + ['P'], said + ['P'])):
            whole = whole and g != '?'
            if g == 'P' or g == '?':
                if g == 'P' and whole:
                    self.paragraphs += 1
                    self.exact += clean and s == 'P'
                clean, whole = s == 'P' or g == '?', g == 'P'
            else:
                clean = clean and g == s
            if g == '?' or n == len(gold):  # the text's end is no break
                continue
            self.all += 1
            self.right += g == s
            self.said += s == 'P'
            self.gold += g == 'P'
            self.both += g == s == 'P'
            if g != 'P' and s != 'P':
                self.inner += 1
                self.inner_right += g == s

    def row(self):
        percent = lambda part, whole: '%.1f' % (100 * part / whole) if whole else '–'
        return [percent(self.right, self.all), percent(2 * self.both, self.said + self.gold), percent(self.inner_right, self.inner),
                percent(self.exact, self.paragraphs)]


def judge(path, program):
    counts = {}
    for row in open(path, encoding='utf-8'):
        document = json.loads(row)
        text = document['text'].encode()
        lines = lines_of(text)
        if len(lines) != len(document['gold']) + 1:
            print('%s: labels for %d breaks, the text has %d; not judged' % (document['id'], len(document['gold']), len(lines) - 1), file=sys.stderr)
            continue
        for name, said in (('galley', by_galley(program, text, lines)), ('blank lines', by_blank_lines(lines)),
                           ('length and stop', by_length_and_stop(lines))):
            for group in ('all', document['lang']):
                counts.setdefault(group, {}).setdefault(name, Count()).add(list(document['gold']), said)
    return counts


def table(corpus, program):
    rows = ['| texts | breaks | galley: right | P-F1 | J or S | exact | blank lines: right | P-F1 | length and stop: right | P-F1 |',
            '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|']
    for path in sorted(glob.glob(os.path.join(corpus, '*.jsonl'))):
        for group, counts in sorted(judge(path, program).items(), key=lambda g: (g[0] != 'all', g[0])):
            name = os.path.basename(path)[:-6] + ('' if group == 'all' else ', ' + group)
            cells = [name, str(counts['galley'].all)] + counts['galley'].row() + counts['blank lines'].row()[:2] + counts['length and stop'].row()[:2]
            rows.append('| %s |' % ' | '.join(cells))
    return '\n'.join(rows)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('corpus')
    a.add_argument('--galley', metavar='PROGRAM')
    a.add_argument('--readme', action='store_true')
    a = a.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = a.galley or os.path.join(folder, 'galley')
        if not a.galley:
            subprocess.run([os.environ.get('CXX', 'c++'), '-std=c++17', '-O2', '-I' + os.path.join(ROOT, 'single_include'),
                            os.path.join(ROOT, 'examples/galley.cpp'), '-o', program], check=True)
        made = table(a.corpus, program)
    print(made)
    if a.readme:
        path = os.path.join(ROOT, 'README.md')
        text = open(path, encoding='utf-8').read()
        text = re.sub(r'(<!-- accuracy -->\n).*?(<!-- end -->)', lambda m: m[1] + made + '\n' + m[2], text, flags=re.S)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)


if __name__ == '__main__':
    main()
