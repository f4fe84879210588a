#!/usr/bin/env python3
"""Plants small faults in a copy of the headers, one at a time, and sees whether the tests notice.

tests/mutations.txt lists them. A fault is noticed when a test that is named beside it does not compile (many rows are checked by the
compiler), fails, or does not end. Prints those that nobody noticed; exit status 1 when there are any.

  mutate.py [--only TEXT]    plants those whose header or line holds TEXT
  mutate.py --quick          runs the first of a fault's tests alone
  mutate.py --jobs N         so many faults at a time
  mutate.py --check          only sees that every line is where the list says"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLAGS = ['-std=c++17', '-Og', '-w', '-I' + str(ROOT / 'tests'), '-isystem', '/usr/include/doctest', '-isystem', '/usr/include/utf8cpp']


class Fault:
    def __init__(self, header, tests, line):
        self.header, self.tests, self.line, self.replacement = header, tests, line, None

    def place(self):
        """The number of the line, from 0; None when it is not there just once."""
        lines = (ROOT / 'include/galley' / self.header).read_text(encoding='utf-8').split('\n')
        places = [i for i, line in enumerate(lines) if line.strip() == self.line]
        return places[0] if len(places) == 1 else None

    def plant(self, include):
        path = include / 'galley' / self.header
        lines = (ROOT / 'include/galley' / self.header).read_text(encoding='utf-8').split('\n')
        lines[self.place()] = self.replacement
        path.write_text('\n'.join(lines), encoding='utf-8')

    def heal(self, include):
        shutil.copy(ROOT / 'include/galley' / self.header, include / 'galley' / self.header)


def read_faults():
    faults, header, tests = [], None, None
    for line in (ROOT / 'tests/mutations.txt').read_text(encoding='utf-8').split('\n'):
        mark, text = line[:2], line[2:].strip()
        if mark == '= ':
            header, tests = text.split(': ')
        elif mark == '- ':
            faults.append(Fault(header, tests.split(), text))
        elif mark == '+ ':
            faults[-1].replacement = text
        elif line and not line.startswith('#'):
            sys.exit('mutate.py: tests/mutations.txt: not understood: ' + line)
    return faults


def stale(faults):
    wrong = [f for f in faults if f.place() is None or f.replacement in (None, f.line)]
    for fault in wrong:
        print('mutate.py: %s has this line not just once, or nothing to replace it: %s' % (fault.header, fault.line), file=sys.stderr)
    return wrong


class Suite:
    """Builds and runs tests against a copy of the headers."""
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.include = self.folder / 'include'
        shutil.copytree(ROOT / 'include', self.include)
        self.compiler = os.environ.get('CXX', 'g++')
        self.main = self.folder / 'main.o'
        subprocess.run([self.compiler, *FLAGS, '-c', ROOT / 'tests/main.cpp', '-o', self.main], check=True)

    def passes(self, test):
        """None, or how the test failed."""
        program = self.folder / 'program'
        source = ROOT / 'tests' / (test + '_test.cpp')
        built = subprocess.run([self.compiler, *FLAGS, '-I' + str(self.include), source, self.main, '-o', program], stderr=subprocess.DEVNULL)
        if built.returncode != 0:
            return 'does not compile'
        try:
            run = subprocess.run([program, '--abort-after=1'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        except subprocess.TimeoutExpired:
            return 'does not end'
        return None if run.returncode == 0 else 'fails'

    def notices(self, fault):
        """None, or what was planted was noticed by."""
        fault.plant(self.include)
        try:
            return next((test + ' ' + how for test in fault.tests for how in [self.passes(test)] if how is not None), None)
        finally:
            fault.heal(self.include)


class Suites:
    """As many as work at the same time."""
    def __init__(self, folder, jobs):
        self.free = [Suite(os.path.join(folder, str(i))) for i in range(jobs)]
        self.workers = concurrent.futures.ThreadPoolExecutor(jobs)

    def each(self, ask, items):
        """(item, answer of ask(suite, item)), in order"""
        def work(item):
            suite = self.free.pop()
            try:
                return item, ask(suite, item)
            finally:
                self.free.append(suite)
        return self.workers.map(work, items)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--only', default='')
    options = parser.parse_args()
    faults = read_faults()
    if stale(faults):
        return 2
    if options.check:
        print('mutate.py: %d faults are in place' % len(faults))
        return 0 if faults else 2
    faults = [f for f in faults if options.only in f.header or options.only in f.line]
    for fault in faults if options.quick else ():
        fault.tests = fault.tests[:1]
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        suites = Suites(folder, options.jobs)
        for test, how in suites.each(Suite.passes, sorted({t for f in faults for t in f.tests})):
            if how is not None:
                sys.exit('mutate.py: %s %s without any fault' % (test, how))
        for fault, how in suites.each(Suite.notices, faults):
            missed += how is None
            print('%-8s %s: %s%s' % ('noticed' if how else 'MISSED', fault.header, fault.line[:80], ' (%s)' % how if how else ''), flush=True)
    print('mutate.py: %d of %d faults noticed' % (len(faults) - missed, len(faults)))
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
