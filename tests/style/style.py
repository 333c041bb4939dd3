#!/usr/bin/env python3
"""style.py SOURCE - formatting, sizes and leftovers that a reviewer should not have to look for."""
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

FOLDERS = ("base", "corpus", "segmenter", "facts", "store", "indexer", "query", "tests")
MAX_FUNCTION, MAX_FILE, MEDIAN_FUNCTION = 70, 800, 20
LEFTOVERS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|/(home|root|Users)/\w")
NOT_A_FUNCTION = re.compile(r"^\s*(namespace|extern|struct|class|enum|union)\b(?!.*\()")


def functions(lines):
    """(first line, length) of each function: its braces stand alone in the first column. The rows
    of a table inside one are data and do not count."""
    start = table = None
    for number, line in enumerate(lines, 1):
        if line == "{" and not NOT_A_FUNCTION.match(lines[number - 2]):
            start, rows = number, 0
        elif line == "}" and start:
            yield start, number - start + 1 - rows
            start = None
        elif start and re.match(r" {4}.*\[\] = \{$", line):
            table = number
        elif start and table and line == "    };":
            rows, table = rows + number - table - 1, None


def file_faults(name, lines, lengths):
    if len(lines) > MAX_FILE:
        yield f"{name}: {len(lines)} lines, at most {MAX_FILE}"
    for number, length in functions(lines):
        lengths.append(length)
        if length > MAX_FUNCTION:
            yield f"{name}:{number}: a function of {length} lines, at most {MAX_FUNCTION}"
    for number, line in enumerate(lines, 1):
        if LEFTOVERS.search(line):
            yield f"{name}:{number}: left behind: {line.strip()[:60]}"


def format_faults(files):
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if not tool:
        yield "clang-format is not installed"
        return
    run = subprocess.run([tool, "--dry-run", *map(str, files)], capture_output=True, text=True)
    yield from sorted({line.split(": warning:")[0].rsplit(":", 1)[0] + ": clang-format"
                       for line in run.stderr.splitlines() if ": warning:" in line})


def main():
    root = pathlib.Path(sys.argv[1])
    files = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))
             if path.suffix in (".c", ".h", ".cc")]
    faults, lengths = [], []
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        faults += file_faults(path.relative_to(root).as_posix(), lines, lengths)
    median = statistics.median(lengths)
    if median >= MEDIAN_FUNCTION:
        faults.append(f"the median function has {median} lines, under {MEDIAN_FUNCTION} wanted")
    faults += format_faults(files)
    print("\n".join(faults) or f"{len(files)} files, {len(lengths)} functions, "
                                f"median {median} lines, longest {max(lengths)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
