#!/usr/bin/env python3
"""Every place that repeats the version repeats the one of config.hpp."""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NUMBER = r'v?(\d+\.\d+\.\d+)'
# behind the name, a space, a slash or a dash between; and what a build file of a user would say
REPEATS = [
    re.compile(r'\bgalley[ /@-]' + NUMBER),
    re.compile(r'GIT_TAG\s+' + NUMBER),
    re.compile(r'find_package\(galley\s+' + NUMBER),
    re.compile(r'GALLEY_VERSION_STRING "' + NUMBER + '"'),
]


def stated():
    """the version of config.hpp, whose string must be its three numbers"""
    with open(os.path.join(ROOT, 'include/galley/config.hpp'), encoding='utf-8') as f:
        text = f.read()
    numbers = [re.search(r'GALLEY_VERSION_%s (\d+)' % part, text)[1] for part in ('MAJOR', 'MINOR', 'PATCH')]
    string = re.search(r'GALLEY_VERSION_STRING "([^"]+)"', text)[1]
    if string != '.'.join(numbers):
        sys.exit('version: config.hpp says %s and %s' % (string, '.'.join(numbers)))
    if not re.search(r'GALLEY_ABI\s.*\(v%s_,' % numbers[0], text.replace('\\\n', ' ')):
        sys.exit('version: the inline namespace of config.hpp is not v%s' % numbers[0])
    return string


def sources():
    skipped = ('build', '.git', 'node_modules', '__pycache__')
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders if not f.startswith(skipped)]
        for name in names:
            if name.endswith(('.hpp', '.cpp', '.md', '.txt', '.cmake', '.in', '.json', '.py', '.sh')):
                yield os.path.join(folder, name)


def main():
    version, places, wrong = stated(), 0, 0
    for path in sources():
        with open(path, encoding='utf-8') as f:
            for number, line in enumerate(f, 1):
                for found in (m[1] for r in REPEATS for m in r.finditer(line)):
                    places += 1
                    if found != version:
                        wrong += 1
                        print('version: %s:%d: %s, not %s' % (os.path.relpath(path, ROOT), number, found, version))
    print('version: %s in %d places, %d wrong' % (version, places, wrong))
    # config.hpp, and twice in the single header
    sys.exit(1 if wrong or places < 3 else 0)


if __name__ == '__main__':
    main()
