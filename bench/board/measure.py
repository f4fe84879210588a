#!/usr/bin/env python3
"""What galley costs on small machines, measured under emulation: no board needed, and every figure exactly repeatable.

  measure.py [TARGET...]            measures, prints the table, and stores the figures in bench/board/figures.csv
  measure.py --check [TARGET...]    measures, and complains of what grew beyond its budget since they were stored
  measure.py --self-test            shows that the check can fail; needs no tools

Targets: see TARGETS. Those whose tools are missing are skipped, and said so; none left: exit status 77.

For each component, -Os and -O2, in figures.csv and in README (tools/readme.py):
  code, tables   bytes of flash of the component alone, linked with what it needs but memcpy and its like
  data           bytes of writable data; galley has none (on x86-64 it is libgcc's, which tells what the processor can do)
  stack          worst case in bytes, from the compiler's call graph (none where a function calls itself); on Cortex-M also
                 painted: what the texts really took
  instructions, loads, stores   executed over each text, counted by count.c
  cycles         of a Cortex-M0 by the model in count.c: not measured on silicon"""
import argparse
import concurrent.futures
import csv
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(ROOT, 'build/measure')
FIGURES = os.path.join(HERE, 'figures.csv')

ARM = 'arm-none-eabi-'
BARE = '-ffreestanding -fno-unwind-tables -fno-asynchronous-unwind-tables -I%s/tests/board' % ROOT
MICROBIT = 'qemu-system-arm -M microbit -nographic -monitor none -serial none -semihosting-config enable=on,target=native -kernel'
AN385 = MICROBIT.replace('microbit', 'mps2-an385')
# compiler prefix, its flags, what runs the program, origin and size of flash and RAM where nothing else tells them
TARGETS = {
    'm0': (ARM, '-mcpu=cortex-m0 -mthumb ' + BARE, MICROBIT, '0 256K 0x20000000 16K'),
    'm3': (ARM, '-mcpu=cortex-m3 -mthumb ' + BARE, AN385, '0 4M 0x20000000 64K'),
    'armv6': (ARM, '-march=armv6+fp -marm -mfloat-abi=hard', 'qemu-arm -cpu arm1176', None),
    'a7': ('arm-linux-gnueabihf-', '-mcpu=cortex-a7 -mfpu=neon-vfpv4', 'qemu-arm -cpu cortex-a7', None),
    'a53': ('aarch64-linux-gnu-', '-mcpu=cortex-a53', 'qemu-aarch64 -cpu cortex-a53', None),
    'x86-64': ('', '', 'qemu-x86_64', None),
}
LEVELS = 'Os', 'O2'
COMPONENTS = 'validate count decode tokenize numbers lexicon dehyphenate rejoin reflow'.split()
COMMON = '-std=c++17 -fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-pic -ffunction-sections -fdata-sections -DGALLEY_BOARD_COUNTED'

# How much a figure may grow before the check fails, in percent and in bytes or counts.
BUDGETS = {'code': (2, 32), 'tables': (1, 32), 'data': (0, 0), 'state': (0, 64), 'stack': (2, 32), 'painted': (2, 32)}
EXECUTED = (2, 100)


def run(command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **more).stdout


class Machine:
    """one target at one level of optimisation"""

    def __init__(self, target, level):
        self.target, self.level = target, level
        self.prefix, self.flags, self.runner, self.memory = TARGETS[target]
        self.folder = os.path.join(BUILD, target + '-' + level)
        os.makedirs(self.folder, exist_ok=True)
        self.figures = {}

    def keep(self, component, quantity, value):
        self.figures[self.target, self.level, component, quantity] = int(value)

    def path(self, name):
        return os.path.join(self.folder, name)

    def compile(self, source, *more):
        made = self.path(os.path.basename(source)[:-4] + '.o')
        run([self.prefix + 'g++', *self.flags.split(), *COMMON.split(), '-' + self.level, '-I' + os.path.join(ROOT, 'include'), *more, '-c',
             os.path.join(ROOT, source), '-o', made])
        return made

    def measure(self):
        objects = [self.compile('bench/board/components/%s.cpp' % c, '-fcallgraph-info=su') for c in COMPONENTS]
        for component, made in zip(COMPONENTS, objects):
            self.measure_flash(component, [made], 'board_' + component)
            stack = worst_stack(made[:-2] + '.ci', 'board_' + component)
            if stack is not None:
                self.keep(component, 'stack', stack)
        self.measure_flash('all', objects, *('board_' + c for c in COMPONENTS))
        self.count(objects)
        return self.figures

    def measure_flash(self, component, objects, *entries):
        """links the component alone, leaves what the environment supplies undefined, and adds up what is left"""
        made = self.path(component + '.alone')
        run([self.prefix + 'g++', *self.flags.split(), '-nostdlib', '-r', '-Wl,--gc-sections', *('-Wl,-u,' + e for e in entries),
             '-Wl,-e,' + entries[0], *objects, '-lgcc', '-o', made])
        sizes = {'code': 0, 'tables': 0, 'data': 0}
        for line in run([self.prefix + 'size', '-A', made]).splitlines():
            found = re.match(r'\.(text|rodata|data\.rel\.ro|data|bss|tdata|tbss|init_array)(\.\S*)?\s+(\d+)', line)
            if found:
                sizes[{'text': 'code', 'rodata': 'tables', 'data.rel.ro': 'tables'}.get(found[1], 'data')] += int(found[3])
        for quantity, value in sizes.items():
            self.keep(component, quantity, value)

    def count(self, objects):
        """runs every component over every text in the emulator"""
        paint = '-DGALLEY_BOARD_PAINT=9000' if self.memory else '-DGALLEY_BOARD_PAINT=0'
        objects = objects + [self.compile('bench/board/bench.cpp', paint)]
        image = self.path('bench.elf')
        if self.memory:
            objects += [self.compile('bench/board/port_emulated.cpp'), self.compile('tests/board/cortex_m.cpp'),
                        self.compile('tests/board/memory.cpp', '-fno-builtin', '-fno-tree-loop-distribute-patterns')]
            names = 'flash_origin', 'flash_size', 'ram_origin', 'ram_size'
            link = ['-nostdlib', '-nostartfiles', '-T', os.path.join(ROOT, 'tests/board/cortex_m.ld'), '-Wl,--gc-sections']
            link += ['-Wl,--defsym=%s=%s' % pair for pair in zip(names, self.memory.split())]
        else:
            objects += [self.compile('bench/board/port_hosted.cpp')]
            link = ['--specs=rdimon.specs'] if self.prefix == ARM else ['-static']
        run([self.prefix + 'g++', *self.flags.split(), *link, *objects, '-lgcc', '-o', image])
        runner, counts = self.runner.split(), self.path('counts.txt')
        plugin = os.path.join(BUILD, 'count.so') + (',thumb6=on' if self.target == 'm0' else '')
        told = run([runner[0], '-plugin', plugin, '-d', 'plugin', '-D', counts, *runner[1:], image], stderr=subprocess.STDOUT)
        rows = [line.split() for line in told.splitlines() if re.match(r'\w+ \w+ \d+ \d+ ', line)]
        with open(counts) as f:
            counted = [line.split() for line in f]
        if len(rows) != len(counted) or {row[0] for row in rows} != set(COMPONENTS):
            sys.exit('measure: %s: %d results, %d counts\n%s' % (image, len(rows), len(counted), told))
        painted = {}
        for (component, text, size, result, _, _, stack), count in zip(rows, counted):
            self.keep('-', 'bytes ' + text, size)
            self.keep(component, 'result ' + text, result)
            for quantity, value in zip(('instructions', 'loads', 'stores', 'cycles'), count):
                if quantity != 'cycles' or self.target == 'm0':
                    self.keep(component, '%s %s' % (quantity, text), value)
            painted[component] = max(int(stack), painted.get(component, 0))
        if self.memory:
            for component, stack in painted.items():
                self.keep(component, 'painted', stack)
        self.keep('reflow', 'state', re.search(r'^state (\d+)$', told, re.M)[1])


def worst_stack(path, entry):
    """bytes of the deepest chain of calls, by the compiler's account; what it does not know (memcpy, libgcc) counts as nothing.
    None where a function calls itself, so that nothing is known."""
    with open(path) as f:
        text = f.read()
    own = {name: int(size) for name, size in re.findall(r'node: \{ title: "([^"]+)" label: "[^"]*?\\n(\d+) bytes \((?:static|dynamic,bounded)\)', text)}
    if re.search(r'bytes \(dynamic\)', text):
        sys.exit('measure: %s: a function whose stack has no bound' % path)
    calls = {}
    for source, target in re.findall(r'edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"', text):
        calls.setdefault(source, set()).add(target)
    known, open_calls = {}, set()

    class Recursion(Exception):
        pass

    def depth(name):
        if name in open_calls:
            raise Recursion
        if name not in known:
            open_calls.add(name)
            known[name] = own.get(name, 0) + max((depth(other) for other in calls.get(name, ())), default=0)
            open_calls.remove(name)
        return known[name]

    if entry not in own:
        sys.exit('measure: %s has no %s' % (path, entry))
    try:
        return depth(entry)
    except Recursion:
        return None


def available(names):
    """the targets whose tools are there"""
    for name in names:
        prefix, _, runner, _ = TARGETS[name]
        missing = [tool for tool in (prefix + 'g++', runner.split()[0], 'gcc') if not shutil.which(tool)]
        if missing:
            print('measure: %s is skipped: %s not found' % (name, ', '.join(missing)))
        else:
            yield name


def results_agree(figures):
    """every machine must have got the same"""
    seen = {}
    for (target, level, component, quantity), value in figures.items():
        if quantity.startswith('result '):
            if seen.setdefault((component, quantity), value) != value:
                sys.exit('measure: %s -%s: %s has another %s' % (target, level, component, quantity))


def stored():
    with open(FIGURES, newline='') as f:
        return {tuple(row[:4]): int(row[4]) for row in csv.reader(f) if row[0] != 'target' and not row[0].startswith('#')}


def store(figures):
    kept = {key: value for key, value in (stored() if os.path.exists(FIGURES) else {}).items() if (key[0], key[1]) not in {k[:2] for k in figures}}
    with open(FIGURES, 'w', newline='') as f:
        out = csv.writer(f, lineterminator='\n')
        out.writerow('target level component quantity value'.split())
        for key, value in sorted({**kept, **figures}.items()):
            out.writerow((*key, value))


def allowed(key, before):
    percent, more = BUDGETS.get(key[3], EXECUTED)
    return before + before * percent // 100 + more


def check(figures):
    """what grew beyond its budget; a figure that is not stored has none"""
    before = stored()
    worse = ['%s -%s: %s: %s is %d, was %d, may be %d' % (*key, value, before[key], allowed(key, before[key]))
             for key, value in sorted(figures.items())
             if key in before and not key[3].startswith(('result', 'bytes')) and value > allowed(key, before[key])]
    missing = sorted({key[0] for key in figures} - {key[0] for key in before})
    for line in worse:
        print('measure: ' + line)
    for target in missing:
        print('measure: no figures are stored for ' + target)
    print('measure: %d passed, %d failed' % (len(figures) - len(worse), len(worse) + len(missing)))
    return not worse and not missing


def vanished(figures):
    """stored figures of these machines that were not measured: what nobody measures, nobody checks"""
    machines = {key[:2] for key in figures}
    gone = sorted(key for key in stored() if key[:2] in machines and key not in figures)
    for key in gone:
        print('measure: %s -%s: %s: %s is stored and was not measured' % key)
    return gone


def self_test():
    """a figure at its budget passes, one beyond it does not, nor does a machine without figures or one that lacks a figure"""
    before = stored()
    key = 'm0', 'Os', 'tokenize', 'code'
    passes = check({key: allowed(key, before[key])})
    if not passes or check({key: allowed(key, before[key]) + 1}) or check({('none', *key[1:]): 1}) or vanished(before) or not vanished({k: v for k, v in before.items() if k != key}):
        sys.exit('measure: the check does not check')


def show(figures):
    for target in TARGETS:
        for level in LEVELS:
            get = lambda component, quantity: figures.get((target, level, component, quantity))
            if get('-', 'bytes zh') is None:
                continue
            print('\n%s -%s%37s%24s%24s%24s' % (target, level, 'instructions/byte', 'loads/byte', 'stores/byte', 'M0 cycles/byte, model' if target == 'm0' else ''))
            print('%-12s%7s%7s%5s%6s%8s' % ('', 'code', 'tables', 'data', 'stack', 'painted') + '      zh      en   mixed' * (4 if target == 'm0' else 3))
            for component in COMPONENTS + ['all']:
                line = '%-12s' % component
                for quantity, width in ('code', 7), ('tables', 7), ('data', 5), ('stack', 6), ('painted', 8):
                    line += '%*s' % (width, '' if get(component, quantity) is None else get(component, quantity))
                for quantity in 'instructions', 'loads', 'stores', 'cycles':
                    for text in 'zh', 'en', 'mixed':
                        value = get(component, '%s %s' % (quantity, text))
                        line += '' if value is None else '%8.1f' % (value / get('-', 'bytes ' + text))
                print(line)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--check', action='store_true')
    arguments.add_argument('--self-test', action='store_true')
    arguments.add_argument('targets', nargs='*', metavar='TARGET', default=list(TARGETS))
    a = arguments.parse_args()
    if a.self_test:
        return self_test()
    unknown = set(a.targets) - set(TARGETS)
    if unknown:
        arguments.error('no target ' + ', '.join(unknown))
    targets = list(available(a.targets))
    if not targets:
        sys.exit(77)
    os.makedirs(BUILD, exist_ok=True)
    run(['gcc', '-O2', '-Wall', '-Wextra', '-shared', '-fPIC', os.path.join(HERE, 'count.c'), '-o', os.path.join(BUILD, 'count.so')])
    figures = {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for part in pool.map(lambda pair: Machine(*pair).measure(), [(t, l) for t in targets for l in LEVELS]):
            figures.update(part)
    results_agree(figures)
    show(figures)
    if not a.check:
        store(figures)
    elif not check(figures) or vanished(figures):
        sys.exit(1)


if __name__ == '__main__':
    main()
