#!/usr/bin/env python3
"""golden.py [--update] BUILD INDEX CASE... - command lines and exactly what they print.

A case (cases/NAME.t) is prose with command lines in it, all of which a reviewer reads:

    Quoted text is found wherever word boundaries fall.

      $ zhengwen search '"镇"' --limit 1
      what is printed
      ! what is printed as a diagnostic
      [1]

A command stands behind "  $ ", its further lines behind "  > ". Below it are its output, its
diagnostics behind "! " and, unless it is 0, its exit status in brackets. A line that ends in
" (re)" is a regular expression; a carriage return is shown as ␍, the path of the sources as /ROOT
and that of the case as /CASE. Each case runs in a folder of its own with the sample documents in
sample/ and an index of them in samples.db, which is $ZHENGWEN_DB.

--update writes what is printed into the case; read the difference before you commit it.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

INDENT, COMMAND, MORE, DIAGNOSTIC = "  ", "  $ ", "  > ", "! "
ROOT = pathlib.Path(__file__).resolve().parents[2]
TIMEOUT = 60


def blocks(lines):
    """The case cut up: (prose lines, None) and (command lines, expected lines) in their order."""
    at = 0
    while at < len(lines):
        start = at
        if not lines[at].startswith(COMMAND):
            while at < len(lines) and not lines[at].startswith(COMMAND):
                at += 1
            yield lines[start:at], None
            continue
        at += 1
        while at < len(lines) and lines[at].startswith(MORE):
            at += 1
        command = lines[start:at]
        first = at
        while at < len(lines) and lines[at].startswith(INDENT) \
                and not lines[at].startswith(COMMAND):
            at += 1
        yield command, lines[first:at]


def shown(command, folder, environment):
    """What a command prints, in the form of a case."""
    script = "\n".join(line[len(COMMAND):] for line in command)
    run = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, timeout=TIMEOUT,
                         stdin=subprocess.DEVNULL, capture_output=True, check=False)
    for path, name in ((str(folder), "/CASE"), (str(ROOT), "/ROOT")):
        run.stdout = run.stdout.replace(path.encode(), name.encode())
        run.stderr = run.stderr.replace(path.encode(), name.encode())
    lines = text_lines(run.stdout) + [DIAGNOSTIC + line for line in text_lines(run.stderr)]
    if run.returncode:
        lines.append(f"[{run.returncode}]")
    return [INDENT + line for line in lines]


def text_lines(output):
    text = output.decode("utf-8", "backslashreplace").replace("\r", "␍")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        lines[-1] += " (no line end)"
    return lines


def matches(expected, found):
    def one(want, have):
        if want.endswith(" (re)"):
            return re.fullmatch(want[:-len(" (re)")], have) is not None
        return want == have
    return len(expected) == len(found) and all(map(one, expected, found))


def run_case(path, build, index, update):
    """Whether every command of the case prints what it should."""
    environment = {
        "PATH": f"{build}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "ZHENGWEN_DB": "samples.db", "SOURCE_DATE_EPOCH": "1500000000",
        "ZW_CHECK": str(pathlib.Path(__file__).with_name("offsets.py")),
        "ZW_CELLS": str(pathlib.Path(__file__).with_name("cells.py")),
        **{key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")},
    }
    good, written = True, []
    with tempfile.TemporaryDirectory() as folder:
        environment["HOME"] = folder
        pathlib.Path(folder, "samples.db").symlink_to(index)
        pathlib.Path(folder, "sample").symlink_to(ROOT / "corpus" / "sample")
        for command, expected in blocks(path.read_text(encoding="utf-8").split("\n")):
            written += command
            if expected is None:
                continue
            found = shown(command, folder, environment)
            if matches(expected, found):
                written += expected
                continue
            good = False
            written += found
            if not update:
                print("\n".join(command))
                print("\n".join(difflib.unified_diff(expected, found, "expected", "found",
                                                     lineterm="", n=2)), "\n")
    if update and not good:
        path.write_text("\n".join(written), encoding="utf-8")
        print(f"{path.name}: written anew")
    return good or update


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true")
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("index", type=pathlib.Path)
    parser.add_argument("case", type=pathlib.Path, nargs="+")
    args = parser.parse_args()
    results = [run_case(path, args.build.resolve(), args.index.resolve(), args.update)
               for path in args.case]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
