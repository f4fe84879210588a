#!/usr/bin/env python3
"""Makes labelled documents for fit_dehyphenate.py out of the message catalogues of this machine, or out of treebanks.

  npm install --prefix build/hyphen hyphen
  make_hyphen_documents.py [--catalogues /usr/share/locale] [--treebank FILE.conllu...] --patterns build/hyphen > MORE.jsonl

The messages of a program in one language are set as a document: paragraphs of several messages, wrapped at some measure and hyphenated
by the language's TeX patterns (npm's package hyphen). Where a line ends behind a hyphen of its own it is labelled "keep", where one
was put in, "drop". Which messages there are hangs on what is installed; the choice among them and the measures are always the same."""
import argparse, glob, json, os, random, re, struct, subprocess, sys
from collections import defaultdict

LANGUAGES = dict(de='de', fr='fr', es='es', it='it', nl='nl', pl='pl', ru='ru', sv='sv', da='da', cs='cs', hu='hu', pt='pt', pt_BR='pt', fi='fi',
                 ro='ro', id='id', ca='ca', vi='vi')
DOCUMENTS = dict(en=12, de=10, fr=8, es=7, it=7, nl=7, pl=7, ru=7, sv=7, da=6, pt=6, cs=6, hu=6, ca=5, ro=5, fi=5, id=4, vi=3)
LISTS = re.compile(r'iso[-_]|examples|xkeyboard')  # names of things, no prose
LONGEST = 50000                     # characters
LONGEST_PROSE, SETTINGS, SHARE = 200000, 2, 0.25  # of a treebank; how often each is set, what a hyphen of it counts
STYLES = ('tex', 'all', 'plain'), (70, 22, 8)  # words without a hyphen, all words, none
MEASURES = (30, 34, 38, 42, 46, 50, 55, 60, 65, 70, 76)
SUSPENDED = re.compile(r'[^\W\d_]-$')
LETTERS = re.compile(r'[^\W\d_]{4,}')
HYPHENATE = '''
const fs = require('fs'), words = JSON.parse(fs.readFileSync(0)), out = {}, names = {en: 'en-us', de: 'de-1996'};
for (const l of Object.keys(words)) {
  out[l] = {};
  let set; try { set = require('hyphen/' + (names[l] || l)).hyphenateSync; } catch (e) { continue; }
  for (let i = 0; i < words[l].length; i += 2000) {
    const some = words[l].slice(i, i + 2000), done = set(some.join(' '), {hyphenChar: '|', minWordLength: 4}).split(' ');
    some.forEach((w, k) => { if (done[k] !== w) out[l][w] = done[k]; });
  }
}
console.log(JSON.stringify(out));'''


def messages(path):
    """(message, translation) of a catalogue in GNU's binary format"""
    data = open(path, 'rb').read(); magic, _, count, ours, theirs = struct.unpack('<5I', data[:20])
    if magic != 0x950412DE: return
    for i in range(count):
        size, at = struct.unpack_from('<2I', data, ours + 8 * i); size2, at2 = struct.unpack_from('<2I', data, theirs + 8 * i)
        if size: yield data[at:at + size].decode('utf-8', 'ignore'), data[at2:at2 + size2].decode('utf-8', 'ignore')


def prose(message):
    """its paragraphs, each on a line; tables of options and short labels are left out"""
    message = message.split('\0')[0]
    if sum(c.isalpha() for c in message) < 25: return
    for part in re.split(r'\n\s*\n', message):
        lines = part.split('\n'); line = re.sub(r'\s+', ' ', part).strip()
        if 2 * sum(l.startswith((' ', '\t', '-')) for l in lines) <= len(lines) and len(line) >= 40: yield line


def gather(catalogues):
    """[(language, name, paragraphs)]"""
    found, english = [], defaultdict(dict)
    for place, lang in LANGUAGES.items():
        for path in sorted(glob.glob(os.path.join(catalogues, place, 'LC_MESSAGES', '*.mo'))):
            name = os.path.basename(path)[:-3]
            if LISTS.search(name) or os.path.getsize(path) < 20000: continue
            lines = []
            for ours, theirs in messages(path):
                lines += prose(theirs); english[name].update(dict.fromkeys(prose(ours)))
            found.append((lang, name, lines))
    found += [('en', name, list(lines)) for name, lines in sorted(english.items())]
    return [p for lang, name, lines in found for p in split(lang, name, lines, LONGEST)[:3] if sum(map(len, p[2])) > 5000]


def split(lang, name, lines, longest):
    """[(language, name, lines)] of parts of some length"""
    parts, size = [[]], 0
    for line in lines:
        if size > longest: parts.append([]); size = 0
        parts[-1].append(line); size += len(line)
    return [(lang, '%s-%s-%d' % (lang, name, n), p) for n, p in enumerate(parts)]


def gather_treebanks(paths):
    """[(language, name, sentences)], each as often as it is to be set"""
    out = []
    for path in sorted(paths, key=os.path.basename):
        name = os.path.basename(path).split('.')[0]; text = open(path, encoding='utf-8').read()
        lines = [re.sub(r'\s+', ' ', l).strip() for l in re.findall(r'^# text = (.*)$', text, re.M)]
        out += [p for p in split(re.split('[_-]', name)[0], name, lines, LONGEST_PROSE) for _ in range(SETTINGS)]
    return out


def hyphenate(documents, patterns):
    words = defaultdict(set)
    for lang, _, lines in documents: words[lang].update(w for l in lines for w in LETTERS.findall(l))
    env = dict(os.environ, NODE_PATH=os.path.join(os.path.abspath(patterns), 'node_modules'))
    text = json.dumps({l: sorted(w) for l, w in words.items()})
    return json.loads(subprocess.run(['node', '-e', HYPHENATE], input=text.encode(), stdout=subprocess.PIPE, check=True, env=env).stdout)


def atoms(token, points, style):
    """[(text, what a line end behind it is)] of a word and what clings to it: keep, drop, or nowhere"""
    if '://' in token or '@' in token or token.startswith('-'): return [(token, '')]
    cuts = [m.end() for m in re.finditer(r'(?<=\w)-(?=\w)', token)]
    parts = [token[a:b] for a, b in zip([0] + cuts, cuts + [len(token)])]; out = []
    for part in parts:
        at = [0]
        for m in LETTERS.finditer(part) if style == 'all' or (style == 'tex' and len(parts) == 1) else ():
            if part[m.start() - 1:m.start()] in tuple('._/\\@%$&=<{') or part[m.end():m.end() + 1] in tuple('_/\\(=@'): continue
            where = m.start()
            for piece in points.get(m.group(), '').split('|')[:-1]:
                where += len(piece)
                if where - m.start() >= 2 and m.end() - where >= 2: at.append(where)
        out += [(part[a:b], 'drop') for a, b in zip(at, at[1:])] + [(part[at[-1]:], 'keep')]
    return out[:-1] + [(out[-1][0], '')]


def wrap(lang, name, lines, points, rnd):
    style = rnd.choices(*STYLES)[0] if points else 'plain'
    measure = rnd.choice(MEASURES); text, dec = bytearray(), []
    while lines:
        count = rnd.randint(3, 14); paragraph, lines = ' '.join(lines[:count]), lines[count:]; line = ''
        for token in paragraph.split(' '):
            parts = atoms(token, points, style); lead = line + ' ' if line else ''
            if len(lead + token) <= measure: line = lead + token; continue
            best, head = None, ''
            for i, (part, kind) in enumerate(parts[:-1]):
                head += part
                if len(lead + head) + (kind == 'drop') <= measure: best = i, kind, head
            if best is None:
                text += line.encode()
                if SUSPENDED.search(line) and token[0].isalpha(): dec.append(dict(o=len(text) - 1, n=1, e=len(text) + 1, y='space', k='hy'))
                if line: text += b'\n'
                line = token; continue
            i, kind, head = best
            text += (lead + head + ('-' if kind == 'drop' else '')).encode()
            dec.append(dict(o=len(text) - 1, n=1, e=len(text) + 1, y=kind, k='hy'))
            text += b'\n'; line = ''.join(p for p, _ in parts[i + 1:])
        text += line.encode() + b'\n\n'
    return dict(id=name, set='also', lang=lang, doc=name, text=text.decode(), dec=dec, style='%s w%d' % (style, measure))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--catalogues', default='/usr/share/locale'); ap.add_argument('--patterns', required=True)
    ap.add_argument('--treebank', nargs='+'); a = ap.parse_args(); rnd = random.Random(11); by_language = defaultdict(list)
    for d in gather(a.catalogues) if not a.treebank else (): by_language[d[0]].append(d)
    chosen = [d for lang, all_of in sorted(by_language.items()) for d in rnd.sample(all_of, min(DOCUMENTS[lang], len(all_of)))]
    chosen += gather_treebanks(a.treebank or ())
    points = hyphenate(chosen, a.patterns)
    share = dict(share=SHARE) if a.treebank else {}
    for lang, name, lines in chosen: print(json.dumps(dict(wrap(lang, name, lines, points.get(lang, {}), rnd), **share), ensure_ascii=False))


if __name__ == '__main__': main()
