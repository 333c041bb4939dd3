#!/usr/bin/env python3
"""Draws facts at random with a fixed seed, with the text around them, for judging by eye.

usage: sample.py INDEXER KIND COUNT SEED PATH...

KIND is figure, agency, measure or citation; a PATH is a file or a folder (its .txt and .md files).
A fact is printed as its file, the text around it with the fact in 【】, and its fields, numbered, so
that a verdict can be written beside each number. docs/quality.md tells the precision found so.
"""
import json
import os
import random
import subprocess
import sys

FIELDS = {
    'figure': ('low', 'high', 'unit', 'cmp', 'kind', 'indicator', 'change', 'year', 'region', 'rule'),
    'agency': ('canonical', 'role', 'deadline', 'rule'),
    'measure': ('verb', 'item', 'topics', 'instrument', 'rule'),
    'citation': ('title', 'number', 'basis', 'rule'),
}
AROUND = 45


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in sorted(os.walk(path)):
                yield from (os.path.join(folder, n) for n in sorted(names)
                            if n.endswith(('.txt', '.md')))
        else:
            yield path


def facts(indexer, kind, path):
    """(document's passages by part and number, facts of the kind); nothing for an unreadable file."""
    run = subprocess.run([indexer, 'extract', '--format', 'ndjson', path], capture_output=True)
    passages, found = {}, []
    for line in run.stdout.decode('utf8').splitlines():
        row = json.loads(line)
        if row['type'] == 'passage':
            passages[row['part'], row['passage']] = row
        elif row['type'] == kind:
            found.append(row)
    return passages, found


def show(number, path, passages, fact, kind):
    passage = passages.get((fact['part'], fact['passage']))
    text = fact['text']
    if passage:
        at, whole = fact['start'] - passage['start'], passage['text']
        end = at + len(text)
        text = whole[max(0, at - AROUND):at] + '【' + whole[at:end] + '】' + whole[end:end + AROUND]
    values = ' '.join(f'{k}={compact(fact.get(k))}' for k in FIELDS[kind] if fact.get(k) is not None)
    print(f'{number:3} {os.path.basename(path)}\n    {text!r}\n    {values}')


def compact(value):
    if isinstance(value, dict):
        return value.get('name')
    return [compact(v) for v in value] if isinstance(value, list) else value


def main():
    indexer, kind, count, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    drawn = []
    for path in files(sys.argv[5:]):
        passages, found = facts(indexer, kind, path)
        drawn += [(path, passages, f) for f in found]
    picked = random.Random(seed).sample(drawn, min(count, len(drawn)))
    print(f'{len(picked)} of {len(drawn)} facts of kind {kind}, seed {seed}')
    for number, (path, passages, fact) in enumerate(picked, 1):
        show(number, path, passages, fact, kind)


if __name__ == '__main__':
    main()
