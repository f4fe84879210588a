#!/usr/bin/env python3
"""Draws the speed benchmark's results: bench_chart.py speed.json speed.svg

A panel for each operation, a bar for each contestant, on the Chinese text; the length is MB/s on a logarithmic scale."""
import json
import math
import sys

PANELS = ['tokenize', 'validate', 'count', 'iterate', 'to UTF-32']
LEFT, WIDTH, ROW, GAP = 250, 640, 18, 34


def bars(rows):
    rows = sorted(rows, key=lambda r: -r['mb_per_s'])
    low = math.floor(math.log10(min(r['mb_per_s'] for r in rows)))
    high = math.log10(max(r['mb_per_s'] for r in rows))
    for row in rows:
        yield row, (math.log10(row['mb_per_s']) - low) / max(high - low, 0.1)


def draw(result, text):
    out, y = [], 24
    for operation in PANELS:
        rows = [r for r in result['rows'] if r['operation'] == operation and r['text'] == text]
        if not rows:
            continue
        out.append('<text x="8" y="%d" class="head">%s, %s text, MB/s</text>' % (y, operation, text))
        y += 10
        for row, share in bars(rows):
            kind = 'own' if row['name'].startswith('galley') else 'peer'
            length = max(2, share * (WIDTH - LEFT - 70))
            out.append('<text x="%d" y="%d" class="name">%s</text>' % (LEFT - 8, y + 13, row['name']))
            out.append('<rect x="%d" y="%d" width="%.0f" height="%d" class="%s"/>' % (LEFT, y + 3, length, ROW - 5, kind))
            out.append('<text x="%.0f" y="%d">%.0f</text>' % (LEFT + length + 5, y + 13, row['mb_per_s']))
            y += ROW
        y += GAP
    style = ('text{font:12px sans-serif;fill:#555}.head{font-weight:bold}.name{text-anchor:end}'
             '.own{fill:#1f77b4}.peer{fill:#bbb}@media(prefers-color-scheme:dark){text{fill:#ccc}.peer{fill:#777}}')
    return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><style>%s</style>\n%s\n</svg>\n' % (WIDTH, y, style, '\n'.join(out))


if len(sys.argv) != 3:
    sys.exit(__doc__)
result = json.load(open(sys.argv[1]))
texts = [r['text'] for r in result['rows']]
open(sys.argv[2], 'w').write(draw(result, 'zh' if 'zh' in texts else texts[0]))
