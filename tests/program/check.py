#!/usr/bin/env python3
"""The command-line program's contract, from outside: verbs, output, exit statuses, one-line errors, damaged and hostile input."""
import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

PROGRAM = None
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = str(ROOT / 'examples/newspaper.txt')
VERBS = ['reflow', 'join', 'dehyphenate', 'numbers', 'tokens', 'validate']


def run(*arguments, data=b'', status=0):
    result = subprocess.run([PROGRAM, *arguments], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    assert result.returncode == status, (arguments, result.returncode, result.stderr)
    return result.stdout, result.stderr


def rows(*arguments, data):
    return [json.loads(line) for line in run(*arguments, data=data)[0].decode().splitlines()]


class Usage(unittest.TestCase):
    def test_help_and_version(self):
        for verb in ['', *VERBS]:
            out, err = run(*filter(None, [verb, '--help']))
            self.assertIn(b'usage: galley', out)
            self.assertEqual(err, b'')
        self.assertRegex(run('--version')[0], rb'^galley \d+\.\d+\.\d+\n$')

    def test_wrong_usage_is_one_line_and_status_2(self):
        for arguments in [[], ['mend'], ['reflow', '--no-such'], ['reflow', '--layout', 'x'], ['reflow', '--window'], ['reflow', '--window', '5'],
                          ['numbers', '--lang', 'xx'], ['lexicon'], ['reflow', '--keep-nothing'], ['dehyphenate', '--lexicon-bytes', 'many']]:
            out, err = run(*arguments, status=2)
            self.assertEqual(out, b'', arguments)
            self.assertEqual(err.count(b'\n'), 1, (arguments, err))

    def test_a_wrong_option_is_named_as_it_was_written(self):
        for arguments, line in [(['reflow', '--keep-hyphens:'], "'--keep-hyphens:': names no repair; see galley --help"),
                                (['reflow', '--keep-hyphens=yes'], "'--keep-hyphens=yes': names no repair; see galley --help"),
                                (['reflow', '--keep-'], "'--keep-': names no repair; see galley --help"),
                                (['numbers', '--keep-hyphens'], '--keep-hyphens: is no option of numbers'),
                                (['reflow', '--mapp'], "'--mapp': no such option; see galley --help"),
                                (['reflow', '--map=1'], '--map: takes no value'),
                                (['join', '--map'], '--map: is no option of join'),
                                (['reflow', '--window=5'], "--window: '5' is not a number from 512"),
                                (['reflow', '--window'], '--window: needs a value: a number from 512'),
                                (['reflow', '-o', ''], "--output: '' is not a file name"),
                                (['mend'], "'mend': no such verb; see galley --help")]:
            self.assertEqual(run(*arguments, data=b'a', status=2), (b'', b'galley: ' + line.encode() + b'\n'), arguments)

    def test_options_that_contradict_each_other(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, 'out.txt')
            for arguments, line in [(['reflow', '--layout', 'auto', '--layout=newspaper'], "--layout: was given twice, as 'auto' and as 'newspaper'"),
                                    (['reflow', '--window=512', '--window=1024'], "--window: was given twice, as '512' and as '1024'"),
                                    (['join', '-o', 'a', '--output=b'], "--output: was given twice, as 'a' and as 'b'"),
                                    (['numbers', '--lang', 'zh', '--lang', 'ja'], "--lang: was given twice, as 'zh' and as 'ja'"),
                                    (['numbers', '--strong', '--all'], '--all: cannot go with --strong'),
                                    (['dehyphenate', '--lexicon', name, '--no-lexicon'], '--no-lexicon: cannot go with --lexicon'),
                                    (['dehyphenate', '--no-lexicon', '--lexicon-bytes', '64'], '--no-lexicon: cannot go with --lexicon-bytes'),
                                    (['dehyphenate', '--lexicon', name, '--lexicon-bytes', '64'], '--lexicon: cannot go with --lexicon-bytes'),
                                    (['dehyphenate', '--lookahead', '64'], '--lookahead: says nothing without --one-pass')]:
                self.assertEqual(run(*arguments, '-o', name, data=b'a', status=2) if 'join' not in arguments else run(*arguments, data=b'a', status=2),
                                 (b'', b'galley: ' + line.encode() + b'\n'), arguments)
                self.assertEqual(os.listdir(folder), [])
        for arguments in (['reflow', '--layout', 'auto', '--layout=auto'], ['numbers', '--all', '--all', '--csv'], ['reflow', '--map', '--explain'],
                          ['dehyphenate', '--one-pass', '--lookahead', '0', '--no-lexicon'], ['dehyphenate', '--one-pass', '--lexicon-bytes', '64']):
            self.assertEqual(run(*arguments, data=b'')[1], b'')

    def test_help_names_every_option_and_nothing_else(self):
        help_text = run('--help')[0].decode()
        source = (ROOT / 'examples/program/options.hpp').read_text(encoding='utf-8')
        rows = source[source.index('repairs[] ='):source.index('excluded[] =')]
        known = set(re.findall(r'\{"(--[\w-]+)"', rows)) | {'--help', '--version'}
        repairs = set(re.findall(r'\{"([\w-]+)", &galley::reflow_options', rows))
        self.assertGreater(len(known), 20)  # the rows were found
        self.assertGreater(len(repairs), 10)
        self.assertEqual(set(re.findall(r'--[a-z][\w-]*', help_text.replace('--keep-NAME', ''))), known)
        listed = help_text[help_text.index('switch a repair off:'):help_text.index('dehyphenate, lexicon build')]
        self.assertEqual(set(re.findall(r'[a-z-]+', listed.split(':')[1])), repairs)
        for name in repairs:
            self.assertEqual(run('reflow', '--keep-' + name, data=b'a')[0], b'a\n')

    def test_each_option_goes_with_the_verbs_of_its_heading(self):
        help_text, values = run('--help')[0].decode(), {'NAME': 'auto', 'BYTES': '4096', 'N': '4096', 'zh|ja|ko': 'zh', 'FILE': os.devnull}
        tried, verbs = 0, None
        for line in help_text[help_text.index('\nreflow\n'):help_text.index('An option with a value')].splitlines():
            if re.match('[a-z]', line):
                verbs = line.replace(' build', '').split(', ')
            option = re.match(r'  (--[\w-]+)(?: ([^ ]+)(?= ))?', line)
            if not option or option[1] == '--keep-NAME':
                continue
            arguments = [option[1], *([values[option[2]]] if option[2] else []), *(['--one-pass'] if option[1] == '--lookahead' else [])]
            for verb in [*VERBS, 'lexicon']:
                shared = option[1] == '--explain' and verb in ('reflow', 'dehyphenate')
                result = subprocess.run([PROGRAM, verb, *(['build'] if verb == 'lexicon' else []), *arguments], input=b'a', stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                refused = b'is no option of' in result.stderr
                self.assertEqual(not refused, verb in verbs or shared, (verb, arguments, result.stderr))
                tried += 1
        self.assertGreater(tried, 7 * 20)

    def test_standard_output_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            result = subprocess.run([PROGRAM, 'join', '-o', '-'], input=b'a\nb', stdout=subprocess.PIPE, cwd=folder)
            self.assertEqual((result.returncode, result.stdout, os.listdir(folder)), (0, b'a b\n', []))

    def test_unreadable_files(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in (folder, os.path.join(folder, 'missing')):
                for verb in VERBS:
                    out, err = run(verb, name, status=2)
                    self.assertEqual(out, b'')
                    self.assertEqual(err.count(b'\n'), 1, err)
                    self.assertIn(name.encode(), err)

    def test_options_may_stand_anywhere(self):
        self.assertEqual(run('--strict', 'join', data=b'a\nb')[0], run('join', '--strict', '-', data=b'a\nb')[0])

    def test_output_file_is_whole_or_not_there(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, 'out.txt')
            run('join', '-o', name, data=b'a\nb')
            self.assertEqual(pathlib.Path(name).read_bytes(), b'a b\n')
            os.remove(name)
            run('join', '--strict', '-o', name, data=b'a\n\xff', status=1)
            self.assertEqual(os.listdir(folder), [])
            _, err = run('join', '-o', os.path.join(folder, 'no', 'where'), data=b'a', status=2)
            self.assertEqual(err.count(b'\n'), 1)

    def test_output_replaces_only_what_is_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, 'out.txt')
            pathlib.Path(name).write_bytes(b'before')
            os.chmod(name, 0o640)
            for arguments, data, status in [(['--strict'], b'a\xff', 1), ([os.path.join(folder, 'missing')], b'', 2), (['-', os.path.join(folder, 'missing')], b'a', 2)]:
                run('join', '-o', name, *arguments, data=data, status=status)
                self.assertEqual((os.listdir(folder), pathlib.Path(name).read_bytes()), (['out.txt'], b'before'))
            run('join', '-o', name, name)  # in place
            self.assertEqual(pathlib.Path(name).read_bytes(), b'before\n')
            self.assertEqual(os.stat(name).st_mode & 0o777, 0o640)
            os.symlink(name, os.path.join(folder, 'link'))
            run('join', '-o', os.path.join(folder, 'link'), data=b'through')
            self.assertTrue(os.path.islink(os.path.join(folder, 'link')))
            self.assertEqual(pathlib.Path(name).read_bytes(), b'through\n')
            # What another run left, or is writing, is not touched.
            os.symlink(os.path.join(folder, 'elsewhere'), name + '.part')
            run('join', '-o', name, data=b'after')
            self.assertEqual(pathlib.Path(name).read_bytes(), b'after\n')
            self.assertEqual(sorted(os.listdir(folder)), ['link', 'out.txt', 'out.txt.part'])

    def failing(self, *arguments, data=b'a\n' * 100000, **how):
        """Status 2 and one line on standard error."""
        result = subprocess.run([PROGRAM, *arguments], input=data, stderr=subprocess.PIPE, timeout=60, **how)
        self.assertEqual((result.returncode, result.stderr.count(b'\n'), result.stderr[:8]), (2, 1, b'galley: '), (arguments, result.stderr))
        return result.stderr

    def test_full_disk(self):
        if not os.path.exists('/dev/full'):
            self.skipTest('no /dev/full')
        with open('/dev/full', 'wb') as full:
            for verb in ('reflow', 'join', 'dehyphenate', 'tokens'):
                self.failing(verb, stdout=full)
            self.failing('--help', stdout=full)
        self.assertIn(b'/dev/full', self.failing('join', '-o', '/dev/full'))

    def test_a_file_that_may_not_grow(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, 'out.txt')
            pathlib.Path(name).write_bytes(b'before')
            err = self.failing('join', '-o', name, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)))
            self.assertIn(name.encode(), err)
            self.assertEqual((os.listdir(folder), pathlib.Path(name).read_bytes()), (['out.txt'], b'before'))

    def test_closed_pipe_and_closed_descriptors(self):
        read, write = os.pipe()
        os.close(read)
        self.failing('join', stdout=write)
        os.close(write)
        for descriptor in (0, 1):
            self.failing('join', preexec_fn=lambda: os.close(descriptor))

    def test_read_errors(self):
        if os.path.exists('/proc/self/mem'):
            self.assertIn(b'/proc/self/mem', self.failing('join', '/proc/self/mem'))
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            program, name = shutil.copy(PROGRAM, folder), os.path.join(folder, 'secret.txt')
            pathlib.Path(name).write_bytes(b'a')
            os.chmod(name, 0)
            # Root may read it, and becomes somebody else.
            how = {'preexec_fn': lambda: os.setuid(65534)} if os.geteuid() == 0 else {}
            result = subprocess.run([program, 'join', name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, **how)
            self.assertEqual((result.returncode, result.stdout, result.stderr.count(b'\n')), (2, b'', 1))
            self.assertIn(name.encode(), result.stderr)

    def test_names_of_any_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            for base in (b'\xff\xfe caf\xe9', b'two\nlines\x1b', '中 文'.encode(), b'%s%n', b'"'):
                name = os.path.join(folder.encode(), base)
                self.failing('join', name)
                run('join', '-o', name, data=b'a')
                self.assertEqual(run('join', name)[0], b'a\n')
                with open(name, 'ab') as file:
                    file.write(b'\xff')
                self.assertEqual(run('validate', name, status=1)[0], name + b':2\n')
                self.assertEqual(run('join', name)[1].count(b'\n'), 1)
                run('join', '--', name)
            self.assertEqual(len(os.listdir(folder)), 5)

    def test_a_file_that_changes_while_it_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            name, over = os.path.join(folder, 'in.txt'), threading.Event()

            def change():
                with open(name, 'r+b', buffering=0) as file:
                    while not over.is_set():
                        file.truncate(3)
                        file.seek(0, os.SEEK_END)
                        for _ in range(8):
                            file.write(b'a\n' * 65536)

            pathlib.Path(name).write_bytes(b'a\na')
            writer = threading.Thread(target=change)
            writer.start()
            try:
                for _ in range(20):
                    out, err = run('join', name)
                    # A hole where the file was cut while a block was read is NUL bytes, as any reader sees them.
                    self.assertEqual(out.strip(b'a \n\0'), b'')
                    self.assertEqual(err, b'')
            finally:
                over.set()
                writer.join()

    def test_too_little_memory(self):
        if os.path.exists('/dev/zero'):
            limit = 256 << 20
            self.assertIn(b'memory', self.failing('join', '/dev/zero', preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))))


class Input(unittest.TestCase):
    def test_little_or_nothing(self):
        for data, out in [(b'', b''), (b'\n\n \n\t\n', b''), (b'a', b'a\n'), (b'a\n', b'a\n'), (b'a\r\n', b'a\n'), (b'\xe4\xb8\xad', '中\n'.encode())]:
            self.assertEqual(run('reflow', data=data)[0], out)
            self.assertEqual(run('join', data=data)[0], out)
        for verb in VERBS:
            self.assertEqual(run(verb, data=b'')[0], b'')

    def test_line_ends(self):
        page = pathlib.Path(PAGE).read_bytes()
        expected = run('reflow', data=page)[0]
        for end in (b'\r\n', b'\r'):
            self.assertEqual(run('reflow', data=page.replace(b'\n', end))[0], expected)

    def test_ill_formed(self):
        everything = bytes(range(256)) * 3
        for data in (everything, b'ok \xe4\xb8', b'\xf0\x9f\x98', b'\xc0\x80', b'\xed\xa0\x80'):
            good = len(data.decode('utf-8', 'ignore').encode()) if data[:2] == b'ok' else None
            for verb in ('reflow', 'join', 'dehyphenate', 'numbers', 'tokens'):
                out, err = run(verb, data=data)
                self.assertEqual(err.count(b'\n'), 1, (verb, err))
                self.assertIn(b'ill-formed', err)
                if verb in ('reflow', 'numbers', 'tokens'):
                    out.decode()
                run(verb, '--strict', data=data, status=1)
            out, _ = run('validate', data=data, status=1)
            self.assertRegex(out, rb'^-:\d+\n$')
            if good is not None:
                self.assertEqual(out, b'-:%d\n' % good)

    def test_large(self):
        for data in (b'a' * 10_000_000, '中'.encode() * 3_000_000, b' ' * 10_000_000, b'\n' * 5_000_000, b'9' * 1_000_000, '“（'.encode() * 300_000):
            out, _ = run('reflow', data=data)
            self.assertEqual(b''.join(out.split()), b''.join(data.split()))
        run('numbers', data=b'9' * 1_000_000)


class Verbs(unittest.TestCase):
    def test_reflow_map(self):
        page = pathlib.Path(PAGE).read_bytes()
        blocks = rows('reflow', '--map', data=page)
        text = run('reflow', data=page)[0].decode()
        self.assertEqual([b['text'] for b in blocks], [p for p in text.rstrip('\n').split('\n\n')])
        end = 0
        for block in blocks:
            for start, stop in block['source']:
                self.assertLessEqual(end, start)
                self.assertLess(start, stop)
                end = stop
        self.assertLessEqual(end, len(page))

    def test_reflow_explain(self):
        page = pathlib.Path(PAGE).read_bytes()
        out, err = run('reflow', '--explain', data=page)
        self.assertEqual(out, run('reflow', data=page)[0])
        decisions = [json.loads(line) for line in err.decode().splitlines()]
        self.assertGreater(len(decisions), 20)
        for d in decisions:
            self.assertIn(d['action'], ('join', 'space', 'paragraph'))

    def test_a_switch_and_a_layout(self):
        self.assertEqual(run('reflow', data='构建矩阵构建矩阵'.encode())[0], '构建矩阵\n'.encode())
        self.assertEqual(run('reflow', '--keep-doubled-text', data='构建矩阵构建矩阵'.encode())[0], '构建矩阵构建矩阵\n'.encode())
        self.assertEqual(run('reflow', '--layout', 'line-per-paragraph', data=b'a\nb')[0], b'a\n\nb\n')

    def test_repeats(self):
        passage = '河边的老槐树下，几位老人每天下棋，孩子们放学以后围着看，\n一直到天色暗下来才各自回家吃晚饭，第二天下午又是一样的光景，谁也不觉得厌烦。\n'
        page = '镇上的一天从集市开始。\n\n' + passage + '\n菜农们五点就来了！\n\n' + passage
        raw = page.encode()
        out, error = run('reflow', '--report-repeats', data=raw)
        found = json.loads(error)
        self.assertIn('老槐树', raw[found['first'][0]:found['first'][1]].decode())
        self.assertEqual(raw[found['second'][0]:found['second'][1]].decode().split(), passage.split())
        self.assertEqual(out.decode().count('老槐树'), 2)
        self.assertEqual(run('reflow', '--drop-repeats', data=raw)[0].decode().count('老槐树'), 1)

    def test_han_forms(self):
        self.assertEqual(run('reflow', '--han-forms', data='⽂化\n'.encode())[0], '文化\n'.encode())

    def test_tokens_tile_the_input(self):
        for data in (pathlib.Path(PAGE).read_bytes(), bytes(range(256))):
            end = 0
            for token in rows('tokens', data=data):
                self.assertEqual(token['start'], end)
                self.assertGreater(token['end'], end)
                end = token['end']
            self.assertEqual(end, len(data))

    def test_numbers(self):
        found = rows('numbers', data='到位资金43.36\n\n亿元，约三成，18~19日'.encode())
        self.assertEqual((found[0]['value'], found[0]['unit'], found[0]['torn']), ('4336000000', '元', True))
        self.assertEqual((found[1]['value'], found[1]['approx']), ('30', 'about'))
        self.assertEqual((found[2]['value'], found[2]['to']), ('18', '19'))
        decade = '上世纪80年\n代'.encode()
        self.assertEqual(rows('numbers', data=decade)[0]['unit'], '年代')
        self.assertIn(',年代,', run('numbers', '--csv', data=decade)[0].decode())
        csv = run('numbers', '--csv', data=b'7, 8')[0].decode().splitlines()
        self.assertEqual(len(csv), 3)
        self.assertEqual(csv[0].count(','), csv[1].count(','))

    def test_rows_hold_what_help_says_they_hold(self):
        help_text = run('--help')[0].decode()
        listed = help_text[help_text.index('JSON Lines: an object'):help_text.index('exit status')]
        passage = '河边的老槐树下，几位老人每天下棋，孩子们放学以后围着看，一直到天色暗下来才各自回家吃晚饭，第二天下午又是一样的光景，谁也不觉得厌烦。\n'
        numbers = '约三成，18~19日，到位43.36\n\n亿元，几百人，' + '9' * 40 + '年，1.5 million。'
        torn = b'an exam-\nple of it\n'
        with tempfile.TemporaryDirectory() as folder:
            one, two = os.path.join(folder, 'one'), os.path.join(folder, 'two')
            for name in (one, two):
                pathlib.Path(name).write_text('一。\n' + passage + '二。\n' + passage + '新华社北京6月\n18日电\n', encoding='utf-8')
            tables = {'tokens': (0, ['tokens'], b'a'), 'numbers': (0, ['numbers'], numbers.encode()), 'reflow --map': (0, ['reflow', '--map'], b'a'),
                      'reflow --explain': (1, ['reflow', '--explain'], '中国共\n产党\u00AD\n史\n'.encode()), '--report-repeats': (1, ['reflow', '--report-repeats', one], b''),
                      'dehyphenate --explain': (1, ['dehyphenate', '--explain'], torn)}
            for name, (stream, arguments, data) in tables.items():
                entry = re.search(r'^  %s +(.*(?:\n {24}.*)*)' % re.escape(name), listed, re.M)[1]
                told = set(re.findall(r'[a-z_]+', re.sub(r'\([^)]*\)|\[.*?\]+|and where there is one|and what weighed most.*(?:\n.*)*', '', entry)))
                told |= {'certain'} if 'explain' in name and 'reflow' in name else set()
                keys = set()
                for line in run(*arguments, data=data)[stream].decode().splitlines():
                    row = json.loads(line)
                    if name == 'reflow --explain':  # names of evidence follow
                        row = {key: row[key] for key in list(row)[:6] if key in told}
                    keys |= set(row)
                self.assertEqual(keys, told, name)
            for arguments in (['tokens'], ['numbers'], ['reflow', '--map']):
                found = rows(*arguments, one, two, data=b'')
                self.assertEqual([list(row)[0] for row in found], ['file'] * len(found))
                self.assertEqual({row['file'] for row in found}, {one, two})
            for arguments in (['reflow', '--explain'], ['reflow', '--report-repeats']):
                found = [json.loads(line) for line in run(*arguments, one, two)[1].decode().splitlines()]
                self.assertEqual({row['file'] for row in found}, {one, two})
            csv = run('numbers', '--csv', one, two)[0].decode().splitlines()
            self.assertEqual([line.split(',')[0] for line in csv], ['file', *[one] * (len(csv) // 2), *[two] * (len(csv) // 2)])

    def test_each_option_of_numbers_does_something(self):
        for option, text, without, with_it in [
                ('--indian', '12,34,567', ['12', '34567'], ['1234567']), ('--spaces', '1 234 567', ['1', '234', '567'], ['1234567']),
                ('--symbols', '③', [], ['3']), ('--roman', 'XIV', [], ['14']), ('--words', 'twenty-three of 2.5 million', ['2500000'], ['23', '2500000']),
                ('--words', 'two hundred and six', [], ['206']), ('--native', '하나', [], ['1']), ('--zhao-million', '三兆', ['3000000000000'], ['3000000'])]:
            for arguments, values in (([], without), ([option], with_it)):
                self.assertEqual([row['value'] for row in rows('numbers', *arguments, data=text.encode())], values, (option, text))
        weights = {arguments: len(rows('numbers', *arguments, data=pathlib.Path(PAGE).read_bytes())) for arguments in ((), ('--all',), ('--strong',))}
        self.assertGreater(weights[('--all',)], weights[()])
        self.assertGreater(weights[()], weights[('--strong',)])

    def test_lexicon_build_is_strict_on_request(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, 'words.bin')
            _, err = run('lexicon', 'build', '--strict', '-o', name, data=b'word \xff', status=1)
            self.assertEqual((err, os.listdir(folder)), (b'galley: -: ill-formed UTF-8 at byte 5\n', []))
            _, err = run('lexicon', 'build', '-o', name, data=b'word \xff')
            self.assertEqual((err.count(b'\n'), os.listdir(folder)), (2, ['words.bin']))

    def test_dehyphenate_explain(self):
        listed = set(re.findall(r'[a-z_]+', re.search(r'reason \((.*?)\)', run('--help')[0].decode(), re.S)[1]))
        for reason, action, text in [('dash', 'keep_space', 'it rains -\nthen not'), ('soft_hyphen', 'drop', 'exam\u00AD\nple'), ('no_break_hyphen', 'keep', 'half\u2011\nopen'),
                                     ('repeated', 'keep', 'szaro-\n-zielony'), ('address', 'keep', 'http://a-\nb.org'), ('number', 'keep', 'from 1990-\n2000 on'),
                                     ('suspended', 'keep_space', 'der die das und Vor-\nund Nachteile'), ('single_letter', 'keep', 'an e-\nmail'),
                                     ('reduplication', 'keep', 'pali-\npali'), ('capital', 'keep', 'anti-\nAmerican'), ('known_word', 'drop', 'exam-\nple, an example'),
                                     ('weight', 'keep', 'self-\nevident')]:
            out, err = run('dehyphenate', '--explain', data=text.encode())
            row = json.loads(err)
            self.assertEqual((row['reason'], row['action']), (reason, action), text)
            self.assertIn(reason, listed)
            self.assertTrue(reason == 'weight' or row['score'] == 0, text)
        syllables = ['ver', 'set', 'zung', 'blei', 'druck', 'form', 'satz', 'schrift', 'kasten']
        words = [syllables[i % 9] + '-\n' + syllables[i // 9 % 9] + syllables[i // 81 % 9] for i in range(729)]
        reasons = [json.loads(line)['reason'] for line in run('dehyphenate', '--explain', data=' '.join(words).encode())[1].splitlines()]
        self.assertEqual(len(reasons), 729)
        self.assertIn('words', reasons)
        self.assertLessEqual(set(reasons), listed)

    def test_dehyphenate_and_lexicon(self):
        text = b'A low-budget film, low-\nbudget to the last, an exam-\nple.\n'
        self.assertEqual(run('dehyphenate', data=text)[0], b'A low-budget film, low-budget\nto the last, an example.\n')
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, 'words.bin')
            out, err = run('lexicon', 'build', '-', data=b'well-known low-budget')
            pathlib.Path(name).write_bytes(out)
            self.assertEqual(err.count(b'\n'), 1)
            self.assertEqual(run('dehyphenate', '--lexicon', name, data=b'low-\nbudget')[0].strip(), b'low-budget')
            pathlib.Path(name).write_bytes(b'no lexicon')
            run('dehyphenate', '--lexicon', name, data=b'a', status=2)


if __name__ == '__main__':
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument('program')
    PROGRAM = os.path.abspath(arguments.parse_known_args()[0].program)
    unittest.main(argv=[sys.argv[0]])
