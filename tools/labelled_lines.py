"""What each line break of an extracted page means, looked up in the text that the page was made of."""
import html.parser
import re
import unicodedata

BLOCKS = {'p', 'li', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'tr', 'table', 'ul', 'ol', 'dl', 'div', 'blockquote', 'pre', 'title',
          'section', 'figure', 'figcaption', 'br', 'hr', 'caption', 'header', 'footer', 'article', 'aside', 'body'}
SKIPPED = {'script', 'style', 'head', 'nav'}
EAST_ASIAN = re.compile('[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]')   # set without spaces
LINE_END = re.compile('\r\n|[\n\v\f\r\x85\u2028\u2029]')
ITEM = re.compile('^(?:[\u2022\u25e6\u25aa\u25cf\u25cb\u25a0\u2013\u2014*\u00b7\u25b6\u25b7\u2219-]|\\(?\\w{1,3}[.)]|(?:\\w{1,2}\\.)+(?:\\d+\\.?)?)(?=.)')
MARKS = str.maketrans({'\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"', '\u2013': '-', '\u2014': '-', '\u2015': '-', '\u2010': '-',
                       '\u2011': '-', '\u2212': '-', '\u2500': '-', '\u301c': '~', '\uff5e': '~', '\u00ad': None, '\u200b': None, '`': "'", '\u00b4': "'"})


class Page(html.parser.HTMLParser):
    """an HTML page as `blocks`: (text, innermost tag that says what it is); each line of a <pre> is one"""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.blocks, self.text, self.tags, self.skipped = [], '', [], 0
        with open(path, encoding='utf-8', errors='replace') as file:
            self.feed(file.read())
        self.flush()

    def flush(self):
        text, self.text = self.text, ''
        tag = next((t for t in reversed(self.tags) if t not in ('div', 'section', 'body', 'article')), 'p')
        parts = text.split('\n') if 'pre' in self.tags else [solid(text)]
        self.blocks += [(' '.join(part.split()), tag) for part in parts if part.strip()]

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.flush()
            if tag not in ('br', 'hr'):
                self.tags.append(tag)
        self.skipped += tag in SKIPPED

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.flush()
            while tag in self.tags and self.tags.pop() != tag:
                pass
        self.skipped = max(0, self.skipped - (tag in SKIPPED))

    def handle_data(self, data):
        if not self.skipped:
            self.text += data


def solid(text):
    """without the source's line ends: they are spaces, but nothing between characters that are set without"""
    def gap(match):
        around = text[max(0, match.start() - 1):match.start()], text[match.end():match.end() + 1]
        return '' if all(map(EAST_ASIAN.match, around)) else ' '
    return re.sub(r'\s*\n\s*', gap, text)


def folded(text):
    """without what extractors change: white space, width, quotes, dashes, radicals"""
    return ''.join(unicodedata.normalize('NFKC', text.translate(MARKS)).translate(MARKS).split())


def lines_of(text):
    return [line for line in LINE_END.split(text) if line.strip()]


class Source:
    """blocks of text in a row: where each begins, and where there are spaces"""

    def __init__(self, blocks):
        rows, self.starts, self.spaces, at = [], {0}, set(), 0
        for block in blocks:
            for word in block.split():
                rows.append(folded(word))
                at += len(rows[-1])
                self.spaces.add(at)
            self.starts.add(at)
        self.text = ''.join(rows)

    def find(self, row, expected):
        """(begin, end); away from the place expected only for a row that is too long to stand there by accident"""
        if self.text.startswith(row, expected):
            return expected, expected + len(row)
        if len(row) < 4:
            return None
        begin = self.text.find(row, expected, expected + len(row) + 400)
        if begin < 0 or (len(row) < 6 and begin not in self.starts):
            wide = sum(1 for c in row if EAST_ASIAN.match(c))
            begin = self.find_anywhere(row, expected) if len(row) >= (8 if wide * 2 > len(row) else 16) else -1
        return (begin, begin + len(row)) if begin >= 0 else None

    def find_anywhere(self, row, expected):
        places = [match.start() for match in re.finditer(re.escape(row), self.text)]
        nearest = min(places, key=lambda place: abs(place - expected), default=-1)
        return nearest if len(places) < 2 or abs(nearest - expected) < 3000 else -1

    def place(self, line, expected):
        """of a line of the page, which may end in a hyphen or begin with an item's mark that the source has not"""
        row = folded(line)
        found = self.find(row, expected)
        if not found and len(row) > 1 and row.endswith('-') and row[-2].isalpha():
            found = self.find(row[:-1], expected)
        mark = ITEM.match(row)
        if not found and mark:
            found = self.find(row[mark.end():], expected)
            return found if found and found[0] in self.starts else None
        return found

    def label(self, lines):
        """J, S, P or ? (unknown) for each break between the lines"""
        places, expected = [], 0
        for line in lines:
            places.append(self.place(line, expected))
            expected = places[-1][1] if places[-1] else expected
        return ''.join(map(self.label_between, places, places[1:]))

    def label_between(self, a, b):
        """beside a line that is not found, a block's edge is still one, if the line there is no accident"""
        ends = a is not None and a[1] in self.starts
        begins = b is not None and b[0] in self.starts
        if a is None or b is None:
            return 'P' if (ends and a[1] - a[0] >= 10) or (begins and b[1] - b[0] >= 10) else '?'
        if ends or begins:
            return 'P'
        if a[1] != b[0]:
            return '?'
        return 'S' if b[0] in self.spaces else 'J'
