#!/usr/bin/env python3
"""offsets.py FILE - whether every span in lines of JSON is the source file's own text there.

A span is an object with start, end, start_byte, end_byte and text. The source is the file in
sample/ with the SHA-256 of the line (or of its document), decoded to UTF-8 without a BOM.
"""
import hashlib
import json
import pathlib
import sys

SPAN = ("start", "end", "start_byte", "end_byte", "text")


def sources():
    found = {}
    for path in pathlib.Path("sample").iterdir():
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("gb18030")
        found[hashlib.sha256(raw).hexdigest()] = text
    return found


def spans(value):
    if isinstance(value, dict):
        if all(key in value for key in SPAN):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def holds(text, span):
    by_bytes = text.encode()[span["start_byte"]:span["end_byte"]].decode("utf-8", "replace")
    return span["text"] == text[span["start"]:span["end"]] == by_bytes


def main():
    files, seen, checked, wrong = sources(), set(), 0, []
    for line in open(sys.argv[1], encoding="utf-8"):
        row = json.loads(line)
        sha = row.get("sha256") or row["document"]["sha256"]
        seen.add(sha)
        for span in spans(row):
            checked += 1
            if not holds(files[sha], span):
                wrong.append(json.dumps(span, ensure_ascii=False))
    print("\n".join(wrong) or ("each span is the source's own text" if checked else "no spans"))


if __name__ == "__main__":
    main()
