#!/usr/bin/env python3
"""Runs the scorer that lies beside the project, where it lies there, and holds it to floors.

usage: shared.py SHARED PROGRAM     exit status 77: SHARED is not there, nothing was tested
"""
import json
import pathlib
import subprocess
import sys

FLOORS = {
    ("figures", "value"): 0.99,
    ("figures", "tuple"): 0.94,
    ("agencies", "canonical_role"): 0.90,
    ("measures", "span"): 0.975,
    ("measures", "verb"): 0.970,
    ("metadata", "title"): 0.97,
    ("metadata", "number"): 0.97,
    ("metadata", "issuer"): 0.97,
    ("metadata", "date"): 0.97,
    ("metadata", "region"): 0.97,
    ("metadata", "region_path"): 0.97,
    ("metadata", "genre"): 0.97,
    ("metadata", "cites"): 0.97,
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
