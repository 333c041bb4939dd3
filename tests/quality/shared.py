#!/usr/bin/env python3
"""Runs the scorer that lies beside the project, where it lies there, and holds it to floors.

usage: shared.py SHARED PROGRAM     exit status 77: SHARED is not there, nothing was tested
"""
import json
import pathlib
import subprocess
import sys

FLOORS = {
    ("figures", "value"): 0.90,
    ("figures", "tuple"): 0.75,
    ("agencies", "canonical_role"): 0.90,
    ("measures", "span"): 0.70,
    ("metadata", "title"): 0.80,
    ("metadata", "number"): 0.80,
    ("metadata", "issuer"): 0.80,
    ("metadata", "date"): 0.80,
    ("metadata", "region"): 0.80,
    ("metadata", "region_path"): 0.80,
    ("metadata", "genre"): 0.80,
    ("metadata", "cites"): 0.80,
}


def main(shared, program):
    scorer = pathlib.Path(shared) / "gold" / "score"
    if not scorer.exists():
        print(f"skipped: {scorer} is not there, so nothing was scored")
        return 77
    run = subprocess.run([sys.executable, scorer, "--json", program, "extract", "--format", "ndjson"],
                         stdout=subprocess.PIPE, check=True)
    report = json.loads(run.stdout.decode().splitlines()[-1])
    low = 0
    for (kind, name), floor in FLOORS.items():
        value = report[kind][name]
        value = value["f1"] if isinstance(value, dict) else value
        low += value < floor
        print(f"{kind + ' ' + name:28} {value:6.3f}  floor {floor:.3f}"
              f"{'  TOO LOW' if value < floor else ''}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
