#!/usr/bin/env python3
"""Keeps README.md true: fills its tables, and runs its first program.

  readme.py            fills the tables between <!-- tables: NAME --> and <!-- end -->
  readme.py --check    complains when a table is stale, or when the first program does not print what README says"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
README = os.path.join(ROOT, 'README.md')
BYTES = {'std::uint8_t': 1, 'std::uint16_t': 2, 'std::uint32_t': 4}


def unicode_table():
    """bytes of each array in unicode_tables.hpp"""
    text = open(os.path.join(ROOT, 'include/galley/detail/unicode_tables.hpp'), encoding='utf-8').read()
    rows, total = [], 0
    for what, kind, name, body in re.findall(r'/// ([^\n]*)\ninline constexpr (\S+) (\w+)\[\] = \{\n(.*?)\n\};', text, re.S):
        size = BYTES[kind] * body.count(',')
        total += size
        rows.append('| `%s` | %d | %s |' % (name, size, what))
    return '\n'.join(['| table | bytes | what |', '|---|---:|---|'] + rows + ['| together | %d | |' % total])


TABLES = {'unicode': unicode_table}


def filled(text):
    def fill(match):
        return '%s\n%s\n<!-- end -->' % (match[1], TABLES[match[2]]())
    return re.sub(r'(<!-- tables: (\w+) -->)\n.*?<!-- end -->', fill, text, flags=re.S)


def program_complaint(text):
    program, expected = re.search(r'```cpp\n(.*?)```\n```text\n(.*?)```', text, re.S).groups()
    with tempfile.TemporaryDirectory() as folder:
        source, binary = os.path.join(folder, 'readme.cpp'), os.path.join(folder, 'readme')
        with open(source, 'w', encoding='utf-8') as f:
            f.write(program)
        subprocess.run([os.environ.get('CXX', 'c++'), '-std=c++17', '-Wall', '-Wextra', '-Werror', '-I' + os.path.join(ROOT, 'include'), source,
                        '-o', binary], check=True)
        printed = subprocess.run([binary], check=True, stdout=subprocess.PIPE).stdout.decode()
    return None if printed == expected else 'README.md: its first program prints\n' + printed


def main():
    text = open(README, encoding='utf-8').read()
    new = filled(text)
    if '--check' not in sys.argv[1:]:
        with open(README, 'w', encoding='utf-8') as f:
            f.write(new)
        return
    complaint = 'README.md: a table is stale; run tools/readme.py' if new != text else program_complaint(text)
    if complaint:
        sys.exit(complaint)


if __name__ == '__main__':
    main()
