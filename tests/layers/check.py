#!/usr/bin/env python3
"""A header of layer n includes only lower layers and the standard headers that a freestanding target has.

A header in detail/ has no layer of its own: what it includes counts for each header that includes it. A project header is
never included under #if, but in one file of detail/ that picks the kernels; intrinsics are included in detail/ alone."""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LAYERS = {'config': 0, 'status': 1, 'utf8': 2, 'unicode': 2, 'tokenizer': 3, 'lexicon': 3, 'number': 4, 'dehyphenate': 4,
          'rejoin': 4, 'repeats': 3, 'reflow': 5, 'galley': 6}
STANDARD = {'cstddef', 'cstdint', 'limits', 'type_traits', 'iterator', 'string_view', 'array'}
INTRINSICS = re.compile(r'(immintrin|x86intrin|emmintrin|tmmintrin|smmintrin|arm_neon|arm_sve|arm_mve|wasm_simd128|riscv_vector)\.h$')


def includes(text):
    """(name, whether under #if) of each include; the include guard is no condition"""
    depth = 0
    for number, line in enumerate(text.splitlines()):
        directive = re.match(r'\s*#\s*(\w+)\s*(.*)', line)
        if not directive:
            continue
        word = directive[1]
        depth += word.startswith('if')
        depth -= word == 'endif'
        if word == 'include':
            named = re.match(r'[<"]([^>"]+)[>"]', directive[2])
            yield (named[1] if named else directive[2]), depth > 1


def layer_of(name):
    found = re.match(r'galley/(\w+)\.hpp$', name)
    return LAYERS.get(found[1]) if found else None


def reached(name, files, seen):
    """the public headers that a header includes, itself or by way of detail/"""
    for included, _ in includes(files[name]):
        if not included.startswith('galley/') or included in seen:
            continue
        seen.add(included)
        if included.startswith('galley/detail/') and included in files:
            yield from reached(included, files, seen)
        else:
            yield included


def complaints(files):
    """files: text of each header by its name, such as galley/utf8.hpp"""
    dispatching = set()
    for name, text in sorted(files.items()):
        hidden = name.startswith('galley/detail/')
        interop = name.startswith('galley/interop/')
        if not hidden and not interop and layer_of(name) is None:
            yield '%s has no layer' % name
        if not re.search(r'^#ifndef (GALLEY_\w+_HPP)\n#define \1\n', text, re.M):
            yield '%s has no include guard in the usual form' % name
        for included, conditional in includes(text):
            if included.startswith('galley/'):
                if included not in files:
                    yield '%s includes %s, which is not there' % (name, included)
                if conditional:
                    dispatching.add(name)
            elif INTRINSICS.search(included):
                if not hidden:
                    yield '%s includes %s outside detail/' % (name, included)
            elif included not in STANDARD and not interop:
                yield '%s includes <%s>' % (name, included)
        layer = layer_of(name)
        for included in reached(name, files, set()) if layer is not None else ():
            below = layer_of(included)
            if below is None or below >= layer:
                yield '%s (layer %s) includes %s (layer %s)' % (name, layer, included, below)
    for name in sorted(dispatching):
        if len(dispatching) > 1 or not name.startswith('galley/detail/'):
            yield '%s includes a project header under #if' % name
    for name in files.keys() - {'galley/galley.hpp'}:
        if layer_of(name) is not None and '#include <%s>' % name not in files.get('galley/galley.hpp', ''):
            yield 'galley.hpp does not include %s' % name


def read_headers():
    files = {}
    for folder, _, names in os.walk(os.path.join(ROOT, 'include')):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, encoding='utf-8') as f:
                files[os.path.relpath(path, os.path.join(ROOT, 'include'))] = f.read()
    return files


def header(name, *lines):
    guard = re.sub(r'\W', '_', name).upper()
    return {name: '#ifndef %s\n#define %s\n%s\n#endif\n' % (guard, guard, '\n'.join(lines))}


def self_test():
    """each kind of fault is found, and a tree without one has none"""
    utf8 = header('galley/utf8.hpp', '#include <galley/config.hpp>', '#include <cstddef>')
    good = {**header('galley/config.hpp'), **utf8,
            **header('galley/detail/kernel.hpp', '#include <galley/config.hpp>', '#if X', '#include <immintrin.h>', '#endif'),
            **header('galley/tokenizer.hpp', '#include <galley/utf8.hpp>', '#include <galley/detail/kernel.hpp>'),
            **header('galley/galley.hpp', *('#include <galley/%s.hpp>' % n for n in ('config', 'utf8', 'tokenizer')))}
    faults = [
        header('galley/utf8.hpp', '#include <galley/tokenizer.hpp>'),
        header('galley/utf8.hpp', '#include <galley/utf8.hpp>'),
        header('galley/utf8.hpp', '#include <string>'),
        header('galley/utf8.hpp', '#include <immintrin.h>'),
        header('galley/utf8.hpp', '#if X', '#include <galley/config.hpp>', '#endif'),
        header('galley/utf8.hpp', '#include <galley/missing.hpp>'),
        header('galley/detail/kernel.hpp', '#include <galley/tokenizer.hpp>'),
        header('galley/detail/kernel.hpp', '#include <cmath>'),
        header('galley/surprise.hpp'),
        header('galley/galley.hpp', '#include <galley/config.hpp>'),
        {'galley/utf8.hpp': '#pragma once\n'},
    ]
    failures = list(complaints(good))
    failures += ['not noticed: %s' % fault for fault in faults if not list(complaints({**good, **fault}))]
    return failures


def main():
    found = self_test() if sys.argv[1:] == ['--self-test'] else list(complaints(read_headers()))
    for complaint in found:
        print('layers: ' + complaint)
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
