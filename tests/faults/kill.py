#!/usr/bin/env python3
"""kill.py BUILD [--full] - kill -9 at random moments of add, of a bulk build, of rebuild.

After each: 'check' finds the index whole; every file in it is there as a whole, in one version; the
files are those of a commit (of add: a multiple of --commit-every; of rebuild: all of the old or all
of the new). The run is then started again, killed again, until one comes to its end, whose index
says what an index says that was never disturbed.
"""
import random
import signal
import subprocess
import sys
import time

import bed

EVERY = 20  # --commit-every


def killed(test, rng, took, *command):
    """Runs a command of the writer, kills it somewhere; whether that came before its end."""
    process = test.start(*command)
    try:
        process.wait(rng.uniform(0, 1.5 * took))
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    status = process.wait()
    bed.wanted(status in (0, -signal.SIGKILL), f"{command[0]} ended by itself with {status}")
    return status != 0


def duration(test, *command):
    began = time.monotonic()
    process = test.start(*command)
    bed.wanted(process.wait() == 0, f"{command} fails undisturbed")
    return time.monotonic() - began


def check_add(test, db, old, new):
    """Files are in their old or their new version, and as many in the new as commits have."""
    if not (db / "XAPIANDB").exists():
        return 0
    test.whole(db)
    said = test.says(db)
    changed = 0
    for name in old.keys() | new.keys():
        is_new = said.get(name) == new[name]
        changed += is_new and old.get(name) != new[name]
        bed.wanted(is_new or said.get(name) == old.get(name), f"{name} is neither old nor new")
    bed.wanted(said.keys() <= new.keys(), "a file is there that was never added")
    of = sum(old.get(name) != new[name] for name in new)
    bed.wanted(changed % EVERY == 0 or changed == of, f"{changed} files are no commit's")
    return changed


def add_series(test, kills, rng, name, before, after, paragraphs):
    """before, after: numbers of documents; those that are in both get a new version."""
    folder, base, db = (test.scratch / f"{name}-{x}" for x in ("docs", "base", "db"))
    old = {}
    bed.write_documents(folder, before, 0, paragraphs)
    if before:
        bed.wanted(test.add(base, folder).returncode == 0, "the base cannot be built")
        old = test.says(base)
    else:
        folder.mkdir(exist_ok=True)
        base.mkdir()
    bed.write_documents(folder, after, 1, paragraphs)
    new = test.built(folder, name)
    command = ("add", "-j", "2", "--commit-every", EVERY, "-d", db, folder)
    bed.copy(base, db)
    took = duration(test, *command)
    done = partial = ends = 0
    bed.copy(base, db)
    while done < kills:
        if killed(test, rng, took, *command):
            done += 1
            partial += 0 < check_add(test, db, old, new) < len(after)
            continue
        ends += 1
        bed.wanted(check_add(test, db, old, new) == len(after), "an end with files missing")
        bed.copy(base, db)
    bed.wanted(test.index(*command).returncode == 0, "the add after the last kill fails")
    bed.wanted(test.says(db) == new, "the index differs from one never disturbed")
    test.whole(db)
    return (f"{name}: {done} kills in runs of {took:.1f} s, {partial} between two commits, "
            f"{ends} runs came to their end")


def rebuild_series(test, kills, rng, name, numbers, paragraphs):
    folder, db = (test.scratch / f"{name}-{x}" for x in ("docs", "db"))
    said = []
    for version in (0, 1):
        bed.write_documents(folder, numbers, version, paragraphs)
        said.append(test.built(folder, name))
    bed.wanted(test.add(db, folder).returncode == 0, "the index cannot be built")
    took = duration(test, "rebuild", "-d", db)
    holds, done, switched = 1, 0, 0
    while done < kills:
        bed.write_documents(folder, numbers, 1 - holds, paragraphs)
        was_killed = killed(test, rng, took, "rebuild", "-d", db)
        done += was_killed
        test.whole(db)
        now = test.says(db)
        bed.wanted(now in said, "neither the old index nor the new")
        bed.wanted(was_killed or now == said[1 - holds], "a rebuild that ended changed nothing")
        switched += now == said[1 - holds]
        holds = said.index(now)
    bed.write_documents(folder, numbers, 1 - holds, paragraphs)
    bed.wanted(test.index("rebuild", "-d", db).returncode == 0, "the rebuild after it fails")
    bed.wanted(test.says(db) == said[1 - holds], "the rebuild after it is not the new index")
    parts = [p.name for p in db.iterdir() if p.name.startswith("part-")]
    bed.wanted(len(parts) == 1, f"parts are left over: {parts}")
    return f"{name}: {done} kills in runs of {took:.1f} s, {switched} rebuilds took effect"


def series(test, options):
    full, rng = options.full, random.Random(options.seed)
    yield add_series(test, 100 if full else 3, rng, "add", *((range(60), range(40, 260)) if full else
                                                        (range(30), range(20, 90))), 6)
    yield rebuild_series(test, 100 if full else 2, rng, "rebuild", range(120 if full else 40), 4)
    if full:  # over four megabytes: segments, adopted one by one, then merged
        yield add_series(test, 100, rng, "bulk", range(0), range(1000), 16)
        yield rebuild_series(test, 20, rng, "bulk-rebuild", range(1000), 16)


sys.exit(bed.main(__doc__, series))
