#!/usr/bin/env python3
"""Makes the speed benchmark's texts from packaged documents: DIR/zh.txt, ja, ko, de, en and mixed, 8 MB each at most.

  bench_corpus.py OUT DOCUMENTS...

DOCUMENTS are folders of HTML, XML, manual pages and message catalogues. A file's language is told by its path. Every line of text is taken once; lines of zh, ja
and ko count where at least half of their characters are Han, kana or Hangul. `mixed` is cut from the others at random,
from a fixed seed: pieces of 1 to 24 characters, digits and emoji between. Prints bytes and digest of each text."""
import gettext
import gzip
import hashlib
import html
import os
import random
import re
import sys

LIMIT = 8 << 20
LANGUAGES = {
    'zh': r'[-/._]zh([-_](cn|tw|hk|hans|hant))?(?=[-/._])', 'ja': r'[-/._]ja(?=[-/._])', 'ko': r'[-/._]ko(?=[-/._])',
    'de': r'[-/._]de(?=[-/._])', 'en': r'[-/._](en|en[-_]us|c)(?=[-/._])|/usr/share/man/man\d/',
}
MARKUP = ('.html', '.htm', '.page', '.xml', '.xhtml', '.docbook')
CJK = re.compile('[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]')


def text_of(page):
    page = re.sub(r'(?is)<(script|style|head)\b.*?</\1>', ' ', page)
    page = re.sub(r'(?i)</?(p|div|li|h\d|tr|td|th|dt|dd|br|pre|table|ul|ol)\b[^>]*>', '\n', page)
    return html.unescape(re.sub(r'<[^>]*>', '', page))


def manual_page(source):
    lines = (line for line in source.split('\n') if not line.startswith((".", "'")))
    return re.sub(r'\\f.|\\[&|^]|\\\(..', '', '\n'.join(lines)).replace('\\-', '-').replace('\\', '')


def read(path):
    """the text of a document, or None"""
    try:
        if path.endswith(MARKUP):
            return text_of(open(path, encoding='utf-8', errors='replace').read())
        if re.search(r'/man\d/[^/]*\.gz$', path):
            return manual_page(gzip.open(path, 'rt', encoding='utf-8', errors='replace').read())
        if path.endswith('.mo'):
            with open(path, 'rb') as file:
                return '\n'.join(m for m in gettext.GNUTranslations(file)._catalog.values() if isinstance(m, str))
    except (OSError, UnicodeDecodeError, ValueError):
        pass
    return None


def lines_of(folders):
    found = {language: {} for language in LANGUAGES}
    for folder in folders:
        for where, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                path = os.path.join(where, name)
                language = next((l for l, p in LANGUAGES.items() if re.search(p, path[len(folder):], re.I)), None)
                text = read(path) if language is not None else None
                for line in (text or '').split('\n'):
                    line = re.sub(r'[ \t\r]+', ' ', line).strip()
                    if len(line) < 8 or '\ufffd' in line:
                        continue
                    if language in ('zh', 'ja', 'ko') and 2 * len(CJK.findall(line)) < len(line):
                        continue
                    found[language].setdefault(line, None)
    return {language: list(lines) for language, lines in found.items()}


def wrap(lines, seed):
    """lines in a fixed random order, up to the limit"""
    order = list(lines)
    random.Random(seed).shuffle(order)
    out, size = [], 0
    for line in order:
        data = (line + '\n').encode()
        if size + len(data) > LIMIT:
            break
        out.append(data)
        size += len(data)
    return b''.join(out)


def mix(texts):
    rng = random.Random(6)
    sources = [t.decode() for t in texts if t]
    out, size = [], 0
    while sources and size < LIMIT - 256:
        pick = rng.random()
        if pick < 0.08:
            piece = str(rng.randrange(10 ** rng.randrange(1, 8)))
        elif pick < 0.12:
            piece = ''.join(chr(rng.randrange(0x1F600, 0x1F640)) for _ in range(rng.randrange(1, 4)))
        else:
            source = rng.choice(sources)
            at = rng.randrange(len(source))
            piece = source[at:at + rng.randrange(1, 25)]
        out.append(piece)
        size += len(piece.encode())
    return ''.join(out).encode()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    out, texts = sys.argv[1], {}
    os.makedirs(out, exist_ok=True)
    for number, (language, lines) in enumerate(lines_of(sys.argv[2:]).items()):
        texts[language] = wrap(lines, number)
    texts['mixed'] = mix(list(texts.values()))
    for name, data in texts.items():
        short = '' if len(data) > LIMIT - 65536 else '  (all there is)'
        print('%-6s %8d bytes  sha256 %s%s' % (name, len(data), hashlib.sha256(data).hexdigest()[:16], short))
        if data:
            open(os.path.join(out, name + '.txt'), 'wb').write(data)


main()
