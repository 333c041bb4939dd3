#!/usr/bin/env python3
"""formats.py PROGRAM FOLDER: how many files of each kind a folder holds and what becomes of each.

Kinds are told from the content: an indexed file's by its reader, a refused file's by its first bytes.
Duplicates are files with the bytes of another one.
"""
import collections
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

KINDS = ((b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\xd0\xcf\x11\xe0", "OLE"), (b"{\\rtf", "RTF"),
         (b"\x00\x05\x16\x07", "AppleDouble"))


def kind_of(data):
    if not data.strip():
        return "empty"
    for magic, name in KINDS:
        if data.startswith(magic):
            return name
    return "other"


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    counts = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as scratch:
        run = subprocess.run([program, "add", "-d", os.path.join(scratch, "index"), folder],
                             capture_output=True, check=False)
    skipped = {}
    for line in run.stderr.decode("utf-8").splitlines():
        match = re.match(r"zhengwen-index: skipped: '(.*?)': (.*)", line)
        if match:
            skipped[match.group(1)] = match.group(2)
    seen = set()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        digest = hashlib.sha256(data).digest()
        if str(path) in skipped:
            counts[kind_of(data)]["skipped: " + skipped[str(path)]] += 1
            continue
        if digest in seen:
            told, kind = "duplicate", None
        else:
            told = "indexed"
        seen.add(digest)
        probe = subprocess.run([program, "extract", "--format", "ndjson", path], capture_output=True,
                               check=False).stdout.split(b"\n", 1)[0]
        reader = re.search(rb'"reader":\s*"(\w+)"', probe)
        kind = reader.group(1).decode() if reader else kind_of(data)
        counts[kind][told] += 1
    for kind in sorted(counts, key=lambda name: -sum(counts[name].values())):
        for told, n in counts[kind].most_common():
            print(f"{kind}\t{n}\t{told}")
    print(run.stderr.decode("utf-8").splitlines()[-1])


if __name__ == "__main__":
    main()
