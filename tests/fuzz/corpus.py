#!/usr/bin/env python3
"""Kept inputs are lines of text: bytes as they are where they are UTF-8, but for \\n, \\r, \\t, \\\\ and \\xHH. This turns them into
what libFuzzer reads, and back.

  corpus.py unpack FILE FOLDER      a file for each line
  corpus.py pack FOLDER FILE        and back, sorted by size
  corpus.py dictionary FILE OUT     a libFuzzer dictionary of the lines
  corpus.py --self-test"""
import hashlib
import pathlib
import re
import sys

NAMED = {'\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\'}
MEANT = {name[1]: c for c, name in NAMED.items()}


def escape(data):
    def plain(c):
        if c in NAMED:
            return NAMED[c]
        # What is ill-formed (surrogateescape), or would not show, goes as bytes.
        if '\udc80' <= c <= '\udcff' or not c.isprintable():
            return ''.join('\\x%02x' % byte for byte in c.encode('utf-8', 'surrogateescape'))
        return c
    return ''.join(plain(c) for c in data.decode('utf-8', 'surrogateescape'))


def unescape(line):
    out = re.sub(rb'\\(x[0-9a-f]{2}|[nrt\\])',
                 lambda m: bytes([int(m[1][1:], 16)]) if m[1][:1] == b'x' else MEANT[m[1].decode()].encode(), line.encode())
    assert escape(out) == line, line
    return out


def read(path):
    text = pathlib.Path(path).read_bytes().decode()
    return [unescape(line) for line in text.split('\n')[:-1]]


def write(path, inputs):
    lines = [escape(data) + '\n' for data in sorted(set(inputs), key=lambda data: (len(data), data))]
    pathlib.Path(path).write_bytes(''.join(lines).encode())


def unpack(path, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for data in read(path):
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def pack(folder, path):
    write(path, [file.read_bytes() for file in pathlib.Path(folder).iterdir() if file.is_file()])


def dictionary(path, out):
    entries = ['"' + ''.join(chr(c) if 0x20 <= c < 0x7F and c not in b'"\\' else '\\x%02X' % c for c in data) + '"\n' for data in read(path) if data]
    pathlib.Path(out).write_text(''.join(entries))


def self_test():
    for data in (b'', bytes(range(256)), '中\u200b😀\\x41\n'.encode(), b'\xed\xa0\x80\xf0\x9f', '\u2028\u0085'.encode()):
        assert '\n' not in escape(data)
        assert unescape(escape(data)) == data, data
    assert escape(b'a\n\xff') == 'a\\n\\xff'


def main():
    if sys.argv[1:] == ['--self-test']:
        return self_test()
    verbs = {'unpack': unpack, 'pack': pack, 'dictionary': dictionary}
    if len(sys.argv) != 4 or sys.argv[1] not in verbs:
        sys.exit(__doc__)
    verbs[sys.argv[1]](*sys.argv[2:])


if __name__ == '__main__':
    main()
