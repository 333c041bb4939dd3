#!/usr/bin/env python3
"""Scores title, number, dates, issuer and place of files as a researcher found them, where they lie
beside the project.

usage: wild.py [--misses N] [--answers FILE] SHARED PROGRAM
       exit status 77: SHARED is not there, nothing was tested

The answers (wild.tsv) were made by reading the beginning and the end of each file. A field holds the
answers that are right, parted by bars; `-` says that the file tells none, `*` that it was not judged.
Names are compared without blanks and with all brackets and title marks alike.
"""
import argparse
import collections
import csv
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FIELDS = ("title", "number", "date", "published", "issuer", "region")

# A floor stands just under what was measured when it was last set.
FLOORS = {"title": 0.95, "number": 0.95, "date": 0.95, "published": 0.90, "issuer": 0.90,
          "region": 0.95}

ALIKE = str.maketrans("〈〉()：，“”‘’", "《》（）:,\"\"''")


def bare(text):
    return "".join((text or "-").translate(ALIKE).split())


def answers(file):
    with open(file, encoding="utf-8", newline="") as f:
        lines = (line for line in f if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def first_documents(program, folder, rows):
    """What the program says of each file: of a file with several documents, of the first."""
    run = subprocess.run([program, "extract", "--format", "ndjson",
                          *(folder / row["path"] for row in rows)],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    found = {}
    for line in run.stdout.decode().splitlines():
        if line.startswith('{"type":"document"'):
            row = json.loads(line)
            found.setdefault(row["file"], row)
    return found


def said(found, field):
    if not found:
        return "no document"
    if field == "region":
        return "/".join(found["region_path"] or []) or "-"
    return found[field] or "-"


def is_right(wanted, given):
    """A day whose month alone was told is right, as is a path that stands for its own end."""
    return any(bare(answer) in ("*", bare(given)) for answer in wanted.split("|"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--answers", default=HERE / "wild.tsv")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("program")
    args = parser.parse_args()
    folder = args.shared / "corpora" / "wild"
    if not folder.is_dir():
        print(f"skipped: {folder} is not there, so nothing was scored")
        return 77
    rows = answers(args.answers)
    found = first_documents(args.program, folder, rows)
    right, told, told_right, low = (collections.Counter() for _ in range(4))
    for row in rows:
        for field in FIELDS:
            given = said(found.get(str(folder / row["path"])), field)
            good = is_right(row[field], given)
            right[field] += good
            if "-" not in row[field].split("|"):
                told[field] += 1
                told_right[field] += good
            if not good and len(rows) - right[field] and args.misses > low[field]:
                low[field] += 1
                print(f"{field}: {row['path']}\n    answer {row[field]}\n    found  {given}")
    failed = 0
    print(f"{'field':10} {'right':>10} {'share':>7}  {'of those told':>14} {'floor':>6}")
    for field in FIELDS:
        share = right[field] / len(rows)
        failed += share < FLOORS[field]
        print(f"{field:10} {right[field]:>4} of {len(rows)} {share:7.3f}  "
              f"{told_right[field]:>4} of {told[field]:<4} {FLOORS[field]:8.2f}"
              f"{'  TOO LOW' if share < FLOORS[field] else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
