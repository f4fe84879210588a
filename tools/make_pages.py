#!/usr/bin/env python3
"""Makes labelled pages for fit_rejoin.py out of packaged manuals: text as extractors tear it, and what each line break means.

  make_pages.py manuals > MANUALS.jsonl    manuals that come as HTML and as PDF (installation-guide-amd64, debian-policy)
  make_pages.py chromium > SET.jsonl       help texts (libreoffice-help-*, gimp-help-*, aptitude-doc-ja) composed as pages of newspapers and
                                           books, typeset by a browser
  make_pages.py xelatex > TEX.jsonl        the same, typeset by TeX
  make_pages.py ENGINE --articles FILE     other articles, one a line: {"lang": "ja", "headline": "…", "paragraphs": ["…", …]}

Extractors: pdftotext (default, -layout, -raw), mutool, pdf2txt. Which texts there are hangs on what is installed, and is said;
the choice among them is always the same. Packages besides: fonts-noto-cjk, texlive-xetex, texlive-lang-chinese, texlive-latex-extra."""
import argparse
import glob
import gzip
import html
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

from labelled_lines import EAST_ASIAN, Page, Source, lines_of
from made_up_news import made_up

EXTRACTORS = {'pdftotext': ['pdftotext', '{}', '-'], 'pdftotext-layout': ['pdftotext', '-layout', '{}', '-'], 'pdftotext-raw': ['pdftotext', '-raw', '{}', '-'],
              'mutool': ['mutool', 'draw', '-q', '-F', 'txt', '-o', '-', '{}'], 'pdfminer': ['pdf2txt', '{}']}
KNOWN = {'manuals': .65, 'set': .7}     # share of the breaks that must be known for a page to be kept
GUIDE, POLICY = '/usr/share/doc/installation-guide-amd64/', '/usr/share/doc/debian-policy/policy'
MANUALS = [(place, language, GUIDE + '%s/install.%s.pdf.gz' % (place, place), GUIDE + place + '/*.html')
           for place, language in (('zh_CN', 'zh-Hans'), ('ja', 'ja'), ('ko', 'ko'), ('en', 'en'))] + [('policy', 'en', POLICY + '.pdf.gz', POLICY + '.html/*.html')]
OFFICE, GIMP = '/usr/share/libreoffice/help/%s/text/', '/usr/share/gimp/2.0/help/%s/*.html'
HELP = {'zh-Hans': (OFFICE % 'zh-CN' + '*/*.html', OFFICE % 'zh-CN' + '*/guide/*.html', GIMP % 'zh_CN'), 'zh-Hant': (OFFICE % 'zh-TW' + '*/*.html', OFFICE % 'zh-TW' + '*/guide/*.html'),
        'ja': (GIMP % 'ja', OFFICE % 'ja' + '*/guide/*.html', '/usr/share/doc/aptitude/html/ja/*.html'), 'ko': (GIMP % 'ko', OFFICE % 'ko' + '*/guide/*.html'), 'en': (GIMP % 'en',)}
FONTS = {'zh-Hans': ('Noto Serif CJK SC', 'Noto Sans CJK SC'), 'zh-Hant': ('Noto Serif CJK TC', 'Noto Sans CJK TC'), 'ja': ('Noto Serif CJK JP', 'Noto Sans CJK JP'),
         'ko': ('Noto Serif CJK KR', 'Noto Sans CJK KR'), 'en': ('Noto Serif', 'Noto Sans', 'DejaVu Serif')}
BATCHES, PAGES, ARTICLE_FILES = 4, 9, 900
COMMA = re.compile('[，、]|, ')


def extract(path, extractor):
    """the pages' texts"""
    out = subprocess.run([part.replace('{}', path) for part in EXTRACTORS[extractor]], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return out.decode('utf-8', 'replace').split('\f')


def available_extractors():
    return [name for name, command in EXTRACTORS.items() if shutil.which(command[0])]


def record(what, name, language, extractor, text, source):
    """a labelled page, or nothing where too little of it is known"""
    lines = lines_of(text)
    if len(lines) < 12:
        return []
    gold = source.label(lines)
    if sum(g != '?' for g in gold) < KNOWN[what] * len(gold):
        return []
    return [{'id': what + '-' + name, 'lang': language, 'source': name, 'extractor': extractor, 'text': text, 'gold': list(gold)}]


def missing(name):
    print(name + ': not installed, left out', file=sys.stderr)


def manuals():
    for name, language, pdf, pattern in MANUALS:
        if not os.path.exists(pdf):
            missing(pdf)
            continue
        source = Source([text for path in sorted(glob.glob(pattern)) for text, _ in Page(path).blocks])
        with tempfile.NamedTemporaryFile(suffix='.pdf') as file:
            file.write(gzip.open(pdf).read())
            file.flush()
            for extractor in available_extractors():
                if extractor == 'pdfminer':                             # slow
                    continue
                chance, pages, at = random.Random(name + extractor), extract(file.name, extractor), 4
                while at < len(pages):
                    count = chance.randint(1, 3)
                    text = chance.choice('\f\n').join(pages[at:at + count])
                    yield from record('manuals', '%s-%s-%d' % (name, extractor, at), language, extractor, text, source)
                    at += count + chance.randint(0, 4)


# ---- Articles

def is_written_in(language, text):
    def share(characters):
        return len(re.findall('[%s]' % characters, text)) / len(text)
    if language == 'en':
        return share('\u3040-\u9fff\uac00-\ud7a3') == 0
    if language == 'ko':
        return share('\uac00-\ud7a3') > .33
    return share('\u3040-\u9fff') > .5 and (language != 'ja' or len(text) <= 20 or share('\u3040-\u30ff') > 0)


def articles_of(path):
    """{language: [(headline, paragraphs: [(text, is an item)])]}"""
    found = {}
    with open(path, encoding='utf-8') as file:
        for article in map(json.loads, file):
            found.setdefault(article['lang'], []).append((article['headline'], [(text, False) for text in article['paragraphs']]))
    return found


def articles(language, chance):
    """as articles_of, of a language's help: short paragraphs of the source that follow each other are one"""
    paths = sorted(path for pattern in HELP[language] for path in glob.glob(pattern))
    if not paths:
        missing('help in ' + language)
    chance.shuffle(paths)
    scale, seen, found = 3 if language == 'en' else 1, set(), []
    for path in paths[:ARTICLE_FILES]:
        body, goal = None, 0
        for text, tag in Page(path).blocks:
            if not is_written_in(language, text):
                body = None if tag.startswith('h') else body
            elif re.match('h[1-6]', tag):
                body, goal = [], 0
                if len(text) < 40 * scale:
                    found.append((text, body))
            elif body is not None and tag in ('p', 'li', 'dd', 'td') and text not in seen and 6 * scale <= len(text) <= 700 * scale and len(body) < 9:
                seen.add(text)
                if body and tag != 'td' and body[-1][1] == (tag in ('li', 'dd')) and len(body[-1][0]) < goal:
                    before = body[-1][0]
                    body[-1] = (before + ('' if EAST_ASIAN.match(before[-1]) and EAST_ASIAN.match(text[0]) else ' ') + text, body[-1][1])
                else:
                    body.append((text, tag in ('li', 'dd')))
                    goal = chance.choice((0, 30, 60, 90, 130, 180)) * scale
    return [article for article in found if len(article[1]) >= 2]


# ---- Pages

class Design:
    """how a page is set"""

    def __init__(self, language, chance):
        self.language = language
        self.news = chance.random() < .6
        self.font = chance.choice(FONTS[language])
        self.size = chance.choice((8, 9, 10) if self.news else (10, 11, 12))                       # points
        ems = chance.choice((10, 11, 12, 13, 14, 16, 18, 20, 24) if self.news else (20, 25, 30, 36, 44)) * (1.5 if language == 'en' and self.news else 1)
        self.columns = max(1, int((482 + self.size) / ((ems + 1.2) * self.size)))
        self.gap = chance.choice((1, 1.5, 2))
        self.justified = chance.random() < .75
        self.indent, self.skip = chance.choice(((2, 0), (2, 0), (2, 0), (0, 0)) if self.news else ((2, 0), (0, .8), (0, .8), (1, 0)))   # ems
        if language == 'ja' and self.indent:
            self.indent = 1
        self.leading = chance.choice((1.4, 1.6, 1.8))
        self.keeps_words = language == 'ko' and chance.random() < .66
        self.hyphens = language == 'en' and chance.random() < .33
        self.spanning_heads = chance.random() < .4
        self.item_indent = chance.choice((0, 0, 1, 2))
        self.characters = (2600 if self.news else 1500) * (2.4 if language == 'en' else 1) * (10 / self.size) ** 2


def compose(pool, design, chance):
    """what stands on a page: [(kind, text)]; takes articles from the pool. The cells of a row are parted by tabs"""
    language, page, size = design.language, [], 0

    def add(what, kind, share):
        if design.news and chance.random() < share:
            page.append((kind, made_up(what, language, chance)))

    add('head', 'note', .5)
    titles = [headline for headline, _ in pool]
    while pool and size < design.characters:
        headline, body = pool.pop()
        decked = design.news and chance.random() < .3
        if decked and chance.random() < .5:
            page.append(('centred', chance.choice(titles)))
        page.append(('headline', headline))
        if decked:
            page.append(('centred', chance.choice(('', '——')) + chance.choice(titles)))
        add('byline', 'centred', .5)
        subheads = chance.choice(('centred', 'note', None)) if design.news else None    # as one article has them
        for number, (text, item) in enumerate(body):
            if subheads and number and chance.random() < .4:
                page.append((subheads, chance.choice(titles)))
            if design.news and number == 0 and chance.random() < .45:
                text = made_up('dateline', language, chance) + text
            kind = 'item' if item and chance.random() < .7 else 'note' if design.news and len(text) < 30 and chance.random() < .3 else 'paragraph'
            if kind == 'item':
                text = chance.choice(('\u2022 ', '\u25a0', '\u25cf', '\u2014\u2014', '') if design.news else ('\u2022 ',)) + text
            if design.news and number + 1 == len(body) and COMMA.search(text) and chance.random() < .1:     # goes on on another page
                text = text[:chance.choice([m.end() for m in COMMA.finditer(text)])] + made_up('jump', language, chance)
            page.append((kind, text))
            size += len(text) + 20
            add('caption', 'caption', .06)
            add('jump', 'paragraph', .04)
            if chance.random() < .03:
                page += [('row', '%s\t%d\t%.1f%%' % (word, chance.randint(1, 9999), 100 * chance.random())) for word in re.findall(r'\w{2,6}', text)[:4]]
        add('byline', 'centred', .3)
    return page


def as_html(page, design, number):
    """a section; the next one begins a page"""
    rows = []
    for kind, text in page:
        if kind == 'row':
            rows.append('<table><tr>%s</tr></table>' % ''.join('<td>%s</td>' % html.escape(cell) for cell in text.split('\t')))
        else:
            rows.append('<div class="%s">%s</div>' % (kind, html.escape(text)))
    language = {'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW'}.get(design.language, design.language)
    style = 'font-family:"%s";font-size:%gpt;line-height:%g;column-count:%d;column-gap:%gem;text-align:%s;word-break:%s;hyphens:%s' % (
        design.font, design.size, design.leading, design.columns, design.gap, 'justify' if design.justified else 'left',
        'keep-all' if design.keeps_words else 'normal', 'auto' if design.hyphens else 'none')
    return '<style>#s%d .paragraph{text-indent:%gem;margin-bottom:%gem}#s%d .item{margin-left:%gem}%s</style><section id="s%d" lang="%s" style=\'%s\'>%s</section>' % (
        number, design.indent, design.skip, number, design.item_indent, '#s%d .headline{column-span:all}' % number if design.spanning_heads else '',
        number, language, style, '\n'.join(rows))


HTML = '''<meta charset="utf-8"><style>@page{size:A4;margin:20mm}section{break-after:page}table{width:100%%}.headline{font-size:1.6em;font-weight:bold;
line-height:1.3;text-align:center;margin:.6em 0}.centred{text-align:center;margin:.3em}.caption{font-size:.85em;margin:.4em}.note{font-weight:bold;text-align:left}
</style>%s'''
TEX = r'''\documentclass{article}\usepackage[a4paper,margin=20mm]{geometry}%s\usepackage{multicol,ragged2e}\pagestyle{empty}\emergencystretch=1em
\begin{document}\tolerance=3000
%s
\end{document}
'''
TEX_SPECIAL = dict({c: '\\' + c for c in '#$%&_{}'}, **{'\\': r'\textbackslash{}', '~': r'\textasciitilde{}', '^': r'\textasciicircum{}', '<': r'\textless{}', '>': r'\textgreater{}'})


def as_tex(page, design, chance):
    east_asian = design.language != 'en'
    rows = [r'\clearpage\fontsize{%g}{%g}\selectfont' % (design.size, design.size * design.leading) + (r'\CJKfontspec{%s}' % design.font if east_asian else ''),
            r'\setlength{\parskip}{%gem}\setlength{\columnsep}{%gem}%s\setlength{\parindent}{%gem}' % (design.skip, design.gap, r'\justifying' if design.justified else r'\raggedright', design.indent)]
    forms = {'headline': lambda text: r'{\centering\%s\bfseries %s\par}' % (chance.choice(('large', 'Large', 'LARGE')), text), 'centred': lambda text: r'{\centering %s\par}' % text,
             'caption': lambda text: r'{\noindent\small %s\par}' % text, 'paragraph': lambda text: text + r'\par'}
    for kind, text in page:
        text = ''.join(TEX_SPECIAL.get(c, c) for c in text).replace('\t', r' \hfill ')
        rows.append(forms.get(kind, lambda text: r'{\noindent %s\par}' % text)(text))
    if design.columns > 1:
        rows[2:] = [r'\begin{multicols*}{%d}' % design.columns] + rows[2:] + [r'\end{multicols*}']
    return '\n'.join(rows)


def typeset(folder, engine, language, sections):
    """the path of a PDF, if it could be made"""
    if engine == 'chromium':
        source, text = 'page.html', HTML % ''.join(sections)
        command = ['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--print-to-pdf=page.pdf', source]
    else:
        source, text = 'page.tex', TEX % ('' if language == 'en' else r'\usepackage{xeCJK}' + (r'\xeCJKsetup{CJKspace=true}' if language == 'ko' else ''), '\n'.join(sections))
        command = ['xelatex', '-interaction=batchmode', source]
    with open(os.path.join(folder, source), 'w', encoding='utf-8') as file:
        file.write(text)
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    path = os.path.join(folder, 'page.pdf')
    return path if os.path.exists(path) else None


def set_by(engine, given):
    """pages of the articles that are given, or of the help that is installed"""
    if not shutil.which(engine):
        missing(engine)
        return
    for language in given or HELP:
        chance = random.Random(engine + language)
        pool = given[language] if given else articles(language, chance)
        chance.shuffle(pool)
        for batch in range(BATCHES):
            sections, blocks = [], []
            while pool and len(sections) < PAGES:
                design = Design(language, chance)
                page = compose(pool, design, chance)
                sections.append(as_html(page, design, len(sections)) if engine == 'chromium' else as_tex(page, design, chance))
                blocks += [cell for _, text in page for cell in text.split('\t')]
            source = Source(blocks)
            with tempfile.TemporaryDirectory() as folder:
                path = typeset(folder, engine, language, sections)
                for extractor in available_extractors() if path else ():
                    if extractor == 'pdfminer' and batch != 0:      # slow
                        continue
                    for number, text in enumerate(extract(path, extractor)):
                        yield from record('set', '%s-%s-%d-%d-%s' % (engine, language, batch, number, extractor), language, extractor, text, source)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('what', choices=('manuals', 'chromium', 'xelatex'))
    a.add_argument('--articles', metavar='FILE')
    a = a.parse_args()
    for name in EXTRACTORS.keys() - set(available_extractors()):
        missing(name)
    given = articles_of(a.articles) if a.articles else {}
    for page in manuals() if a.what == 'manuals' else set_by(a.what, given):
        print(json.dumps(page, ensure_ascii=False))


if __name__ == '__main__':
    main()
