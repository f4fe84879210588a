#!/usr/bin/env python3
"""coverage.py EXPORT SHOWN LEFT LINES BRANCHES: sums up what llvm-cov found; coverage.sh calls it.

A template is many functions: a line or a branch counts as reached when one of them reaches it. Branches that the compiler decides
(if constexpr, macros) are none; llvm-cov shows them as folded."""
import collections
import json
import pathlib
import re
import sys


def line_counts(segments):
    """Line to executions, as llvm-cov has it: the most of the regions that begin on a line, or of the one it lies in."""
    counts = {}
    entries = collections.defaultdict(list)
    for segment in segments:
        entries[segment[0]].append(segment)
    around = None
    for line in range(1, segments[-1][0] + 1 if segments else 1):
        begun = [s[2] for s in entries[line] if s[4] and s[3] and not s[5]]
        # A skipped region (no count) begins: what lies in it is no code.
        begins_skipped = entries[line] and not entries[line][0][3] and entries[line][0][4]
        inside = around is not None and around[3] and not around[5]
        if begun or (inside and not begins_skipped):
            counts[line] = max(begun + ([around[2]] if inside else []))
        if entries[line]:
            around = entries[line][-1]
    return counts


def folded_places(shown):
    places, name = set(), None
    for line in pathlib.Path(shown).read_text(encoding='utf-8', errors='replace').split('\n'):
        if line.endswith('.hpp:'):
            name = line[:-1]
        found = re.search(r'Branch \((\d+):(\d+)\): \[Folded', line)
        if found:
            places.add((name, int(found[1]), int(found[2])))
    return places


def branch_counts(functions, folded):
    """(file, line, column) to the executions of both ways, summed over the instances."""
    counts = collections.defaultdict(lambda: [0, 0])
    for function in functions:
        for branch in function['branches']:
            name = function['filenames'][branch[6]]
            place = (name, branch[0], branch[1])
            if place not in folded:
                counts[place][0] += branch[4]
                counts[place][1] += branch[5]
    return counts


def main():
    export, shown, left, least_lines, least_branches = sys.argv[1:]
    data = json.loads(pathlib.Path(export).read_text())['data'][0]
    branches = branch_counts(data['functions'], folded_places(shown))
    rows, missing = [], []
    for file in sorted(data['files'], key=lambda f: f['filename']):
        name = file['filename']
        source = pathlib.Path(name).read_text(encoding='utf-8').split('\n')
        lines = line_counts(file['segments'])
        ways = {place[1:]: both for place, both in branches.items() if place[0] == name}
        reached = sum(count != 0 for count in lines.values())
        taken = sum((both[0] != 0) + (both[1] != 0) for both in ways.values())
        rows.append((name[name.index('include/') + len('include/galley/'):], len(lines), reached, 2 * len(ways), taken))
        for line in sorted(set(lines) | {place[0] for place in ways}):
            never = [] if lines.get(line, 1) else ['not reached']
            if not never:
                for (at, column), both in sorted(ways.items()):
                    if at == line and 0 in both:
                        never.append('column %d never %s' % (column, 'reached' if both == [0, 0] else 'true' if both[0] == 0 else 'false'))
            if never:
                missing.append('%s:%d: %s: %s' % (rows[-1][0], line, ', '.join(never), source[line - 1].strip()))
    pathlib.Path(left).write_text('\n'.join(missing) + '\n', encoding='utf-8')
    total = ('all of include/', *(sum(row[i] for row in rows) for i in range(1, 5)))
    def percent(part, whole):
        return 100.0 if whole == 0 else 100.0 * part / whole
    print('%-34s %6s %8s %9s %8s' % ('', 'lines', 'reached', 'branches', 'taken'))
    for row in [*rows, total]:
        print('%-34s %6d %7.2f%% %9d %7.2f%%' % (row[0], row[1], percent(row[2], row[1]), row[3], percent(row[4], row[3])))
    print('%d places that no test reaches are in %s' % (len(missing), left))
    return 0 if total[1] and percent(total[2], total[1]) >= float(least_lines) and percent(total[4], total[3]) >= float(least_branches) else 1


if __name__ == '__main__':
    sys.exit(main())
