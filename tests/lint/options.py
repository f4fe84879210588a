#!/usr/bin/env python3
"""Every option is in config.hpp, documented, and part of the inline namespace's name: then differing units may be linked."""
import glob
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONFIG = 'include/galley/config.hpp'
OPTION = re.compile(r'^#\s*ifndef (GALLEY_\w+)$', re.M)


def options_of(text):
    """what a user may define: every #ifndef but the include guard"""
    return [name for name in OPTION.findall(text) if not name.endswith('_HPP')]


def complaints():
    with open(os.path.join(ROOT, CONFIG), encoding='utf-8') as f:
        text = f.read()
    abi = re.search(r'^#define GALLEY_ABI\b.*', text.replace('\\\n', ' '), re.M)[0]
    options = options_of(text)
    if not options:
        yield 'config.hpp has no options'
    for option in options:
        if not re.search(r'\b%s\b' % option, abi):
            yield '%s is not part of GALLEY_ABI' % option
        if not re.search(r'^///.*\n#\s*ifndef %s$' % option, text, re.M):
            yield '%s has no /// comment before its #ifndef' % option
    for path in sorted(glob.glob(os.path.join(ROOT, 'include/galley/**/*.hpp'), recursive=True)):
        name = os.path.relpath(path, ROOT)
        with open(path, encoding='utf-8') as f:
            for option in options_of(f.read()) if name != CONFIG else ():
                yield '%s has the option %s, which belongs into config.hpp' % (name, option)


def main():
    found = list(complaints())
    for complaint in found:
        print('options: ' + complaint)
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
