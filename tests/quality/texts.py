#!/usr/bin/env python3
"""Makes text files of a corpus of JSON lines: a file a document, its title on the first line.

usage: texts.py CORPUS.jsonl FOLDER

The title is the row's `title`, else `title_zh`, else the text begins at once; the body its `content`
or `text`. A file is called by the year that its title begins with, else by its number in the corpus.
"""
import json
import pathlib
import re
import sys


def main(corpus, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(corpus, encoding='utf-8') as f:
        rows = [json.loads(line) for line in f if line.strip()]
    taken = set()
    for number, row in enumerate(rows):
        title = row.get('title') or row.get('title_zh') or ''
        body = row.get('content') or row.get('text') or ''
        year = re.match(r'\d{4}', title)
        name = year.group() if year and year.group() not in taken else f'{number:03}'
        taken.add(name)
        text = f'{title}\n{body}' if title else body
        (folder / f'{name}.txt').write_text(text, encoding='utf-8')
    print(f'{len(rows)} documents in {folder}')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
