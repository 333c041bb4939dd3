#!/usr/bin/env python3
"""readers.py BUILD [--full] - readers that go on while a writer commits, compacts and rebuilds.

One looks for changes between its questions, one never does. No question may fail, and each answer
is of one state of the index.
"""
import subprocess
import sys
import time

import bed


def start(test, build, db, *how):
    return subprocess.Popen([f"{build}/tests/ask_on", str(db), *how], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=test.env)


def end(process, what):
    out, error = process.communicate()
    bed.wanted(process.returncode == 0, f"{what}: {process.returncode}: {error.decode()}")
    return map(int, out.split())


def series(test, options):
    folder, db = test.scratch / "docs", test.scratch / "db"
    bed.write_documents(folder, range(40), 0, 6)
    bed.wanted(test.add(db, folder).returncode == 0, "the index cannot be built")
    looking, staying = start(test, options.build, db), start(test, options.build, db, "stay")
    commits = 0
    for round_ in range(20 if options.full else 2):
        n = 40 + 40 * (round_ + 1)
        bed.write_documents(folder, range(n - 60, n), round_ + 1, 6)
        for command in (("add", "--commit-every", 5, folder), ("compact",), ("rebuild",)):
            done = test.index(command[0], "-d", db, *command[1:])
            bed.wanted(done.returncode == 0, f"{command[0]} beside readers: {done.err}")
        commits += 12 + 2
        if looking.poll() is not None:
            end(looking, "the reader that looks")
    time.sleep(0.2)
    questions, states, passages = end(looking, "the reader that looks")
    stayed, _, _ = end(staying, "the reader that does not look")
    test.whole(db)
    said = test.index("status", "-d", db).out
    bed.wanted(f"passages   {passages}\n" in said, f"at the end it saw {passages}, not {said}")
    yield (f"{questions} questions over {commits} commits and switches, {states} states seen; "
           f"{stayed} questions of a reader that never looked")


sys.exit(bed.main(__doc__, series))
