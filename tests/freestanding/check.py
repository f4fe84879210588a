#!/usr/bin/env python3
"""Every component compiles without a standard library to link with, and asks the linker for next to nothing.

galley.hpp is compiled with all of its inline functions kept (gcc), and so is every tests/freestanding/*.cpp, which
instantiate the templates. What they need may be ALLOWED; there may be no writable data and no constructor."""
import argparse
import glob
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ALLOWED = {'memcpy', 'memmove', 'memset', 'memcmp', 'strlen'}
FLAGS = ('-std=c++17 -fno-exceptions -fno-rtti -nostdlib -ffreestanding -fno-pic -fno-unwind-tables '
         '-fno-asynchronous-unwind-tables -ffunction-sections -fdata-sections -Wall -Wextra -Werror -c').split()
KEEP = '-fkeep-inline-functions'
FORBIDDEN = ('.init_array', '.ctors', '.tdata', '.tbss', '.data', '.bss')  # .data has what a compiler would not take for constant

# Each of these must be rejected, or the test is worth nothing.
CONTROLS = {
    'heap': 'int* control() { return new int(1); }',
    'std::string': '#include <string>\nstd::string control(const char* s) { return s; }',
    'substr': '#include <string_view>\nstd::string_view control(std::string_view s) { return s.substr(3); }',
    'mutable global': 'int control = 1;',
    'static constructor': 'int f(); int control = f();',
    'function static': 'int f(); int control() { static const int value = f(); return value; }',
}
KEPT_CONTROL = '#include <string_view>\nnamespace galley { inline auto control(std::string_view s) { return s.substr(3); } }'


class Compiler:
    def __init__(self, command, folder):
        self.command, self.object = command, os.path.join(folder, 'check.o')
        told = subprocess.run([command, '--version'], stdout=subprocess.PIPE, text=True, check=True).stdout
        self.keeps = 'clang' not in told

    def complaints(self, text, *flags):
        """why the text must not be linked into a small image: a list, empty when it may"""
        made = subprocess.run([self.command, *FLAGS, *flags, '-I' + os.path.join(ROOT, 'include'), '-x', 'c++', '-', '-o', self.object],
                              input=text, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if made.returncode:
            return ['does not compile:\n' + made.stdout]
        symbols = [line.split()[-2:] for line in self.tool('nm')]
        needed = {name for kind, name in symbols if kind in 'Uwv'} - ALLOWED
        written = {name for kind, name in symbols if kind in 'dDbBC'}
        if KEEP in flags:
            # the standard library's inline functions were kept too: only what ours reach matters
            reached = self.reached_from_galley()
            needed, written = needed & reached, written & reached
        sections = [line.split()[0] for line in self.tool('size', '-A') if line.startswith(FORBIDDEN) and not line.startswith('.data.rel.ro') and line.split()[1] != '0']
        return (['needs ' + name for name in sorted(needed)] + ['has writable data: ' + name for name in sorted(written)] +
                ['has a section ' + name for name in sections if KEEP not in flags])

    def reached_from_galley(self):
        """symbols that galley's functions refer to, directly or through others in the object file"""
        refers, section = {}, ''
        for line in self.tool('objdump', '-r'):
            begin = re.match(r'RELOCATION RECORDS FOR \[(\S+)\]', line)
            section = self.symbol_of(begin[1]) if begin else section
            words = line.split()
            if len(words) == 3 and words[1].startswith('R_'):
                refers.setdefault(section, set()).add(self.symbol_of(re.sub(r'[-+]0x[0-9a-f]+$', '', words[2])))
        waiting = [line.split()[-1] for line in self.tool('nm', '--defined-only')]
        waiting = [name for name in waiting if name.startswith(('_ZN6galley', '_ZNK6galley'))]
        if not waiting:
            sys.exit('freestanding: no function of galley was kept')
        reached = set()
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += refers.get(name, ())
        return reached

    @staticmethod
    def symbol_of(section):
        return re.sub(r'^\.(text|rodata|data|bss)(\.(unlikely|hot|startup|rel\.ro|local))*\.', '', section)

    def tool(self, *command):
        return subprocess.run([*command, self.object], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def cases(keeps):
    if keeps:
        yield 'galley.hpp', '#include <galley/galley.hpp>\n', [KEEP]
    for path in sorted(glob.glob(os.path.join(ROOT, 'tests/freestanding/*.cpp'))):
        with open(path, encoding='utf-8') as f:
            yield os.path.relpath(path, ROOT), f.read(), []


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--compiler', required=True)
    a = arguments.parse_args()
    failures = checked = 0
    with tempfile.TemporaryDirectory() as folder:
        compiler = Compiler(a.compiler, folder)
        missed = [name for name, text in CONTROLS.items() if not compiler.complaints(text, '-O2')]
        if compiler.keeps and not compiler.complaints(KEPT_CONTROL, '-O2', KEEP):
            missed.append('a kept function')
        if missed:
            sys.exit('freestanding: not noticed: ' + ', '.join(missed))
        for name, text, flags in cases(compiler.keeps):
            for level in '-O2', '-Os':
                checked += 1
                for complaint in compiler.complaints(text, level, *flags):
                    print('freestanding: %s %s %s' % (name, level, complaint))
                    failures += 1
    print('freestanding: %d complaints in %d compilations' % (failures, checked))
    sys.exit(1 if failures or not checked else 0)


if __name__ == '__main__':
    main()
