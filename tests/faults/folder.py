#!/usr/bin/env python3
"""folder.py BUILD [--full] - permissions, clocks, files that change under the reader, two writers.

Whoever may not write is told so, and what; whoever may not read is not told that nothing is there.
A file that changes while it is read, or whose clock goes back, is in the index as it is found by
the next add. A second writer is told who the first one is.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time

import bed

NOBODY = 65534


def permissions(test):
    folder, db = test.scratch / "docs", test.scratch / "db"
    bed.write_documents(folder, range(30), 0, 4)
    bed.wanted(test.add(db, folder).returncode == 0, "the index cannot be built")
    said = test.says(db)
    rows = 0
    if os.geteuid() != 0:
        return "permissions: left out, another user is needed and only root can be one"
    bed.write_documents(folder, range(40), 1, 4)
    for what, command, mode in (("add", ("add", folder), 0o755), ("rebuild", ("rebuild",), 0o755),
                                ("compact", ("compact",), 0o755), ("add", ("add", folder), 0o555)):
        os.chmod(db, mode)
        done = test.index(command[0], "-d", db, *command[1:], as_user=NOBODY)
        bed.wanted(done.returncode == 3 and "Permission denied" in done.err and str(db) in done.err,
                   f"{what} without permission: {done.returncode} {done.err}")
        bed.wanted("permission is needed" in done.err, f"{what}: no hint: {done.err}")
        bed.wanted(test.says(db) == said, f"{what} without permission changed something")
        rows += 1
    done = test.run(test.reader, "search", "-d", db, "户籍", as_user=NOBODY)
    bed.wanted(done.returncode == 0, f"who may read cannot search: {done.err}")
    for path in (db, db / "part-1", db / "part-1" / "postlist.glass", db / "XAPIANDB"):
        mode = path.stat().st_mode
        os.chmod(path, 0)
        for program, command in ((test.reader, ("search", "-d", db, "户籍")),
                                 (test.writer, ("status", "-d", db)),
                                 (test.writer, ("check", "-d", db))):
            done = test.run(program, *command, as_user=NOBODY)
            bed.wanted(done.returncode == 3 and "Permission denied" in done.err and
                       str(db) in done.err, f"{command[0]} of {path.name}, which may not be read: "
                                            f"{done.returncode} {done.err}")
            rows += 1
        os.chmod(path, mode)
    unreadable = folder / "00001.txt"
    os.chmod(unreadable, 0)
    mine = test.scratch / "mine"
    mine.mkdir()
    os.chown(mine, NOBODY, NOBODY)
    done = test.add(mine / "db", folder, as_user=NOBODY)
    bed.wanted("00001.txt" in done.err and "Permission denied" in done.err,
               f"a file that may not be read is not told of: {done.err}")
    return f"permissions: {rows + 2} refusals, each with its reason"


def lost_permission(test, times, rng):
    """Taken away while add runs, between two commits or inside one; given back: it goes on."""
    if os.geteuid() != 0:
        return "lost permission: left out, another user is needed"
    folder, home = test.scratch / "docs-lost", test.scratch / "lost"
    bed.write_documents(folder, range(120), 0, 6)
    new, stopped = test.built(folder, "lost"), 0
    for _ in range(times):
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        os.chown(home, NOBODY, NOBODY)
        db = home / "db"
        process = subprocess.Popen(
            ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", test.writer,
             "add", "--commit-every", "10", "-d", str(db), str(folder)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=test.env)
        try:
            process.wait(rng.uniform(0.05, 1))
        except subprocess.TimeoutExpired:
            pass
        for path in [db, *db.glob("part-*")]:
            if path.is_dir():
                os.chmod(path, 0o555)
                os.chown(path, 0, 0)
        error = process.communicate()[1].decode()
        bed.wanted(process.returncode in (0, 3), f"it ended with {process.returncode}: {error}")
        bed.wanted(process.returncode == 0 or "Permission denied" in error, f"no reason: {error}")
        stopped += process.returncode == 3
        if (db / "XAPIANDB").exists():
            test.whole(db)
            said = test.says(db)
            bed.wanted(all(new[name] == lines for name, lines in said.items()), "a file in part")
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(home)], check=True)
        subprocess.run(["chmod", "-R", "u+w", str(home)], check=True)
        again = test.add(db, folder, as_user=NOBODY)
        bed.wanted(again.returncode == 0 and test.says(db) == new, f"not mended: {again.err}")
    return f"lost permission: {stopped} of {times} adds stopped by it, all mended"


def clocks(test):
    """Time of a file is compared for being the same, not for being later."""
    folder, db = test.scratch / "docs-clock", test.scratch / "clock"
    bed.write_documents(folder, range(10), 0, 4)
    future = time.time() + 10 * 365 * 86400
    os.utime(folder / "00000.txt", (future, future))
    bed.wanted(test.add(db, folder).returncode == 0, "the index cannot be built")
    for n, moment in ((0, 0), (1, 86400), (2, time.time() - 86400), (3, future)):
        bed.write_documents(folder, [n], 1, 4)
        os.utime(folder / f"{n:05}.txt", (moment, moment))
    done = test.add(db, folder)
    bed.wanted("indexed 4 files" in done.err, f"an older time hides a change: {done.err}")
    bed.wanted(test.says(db) == test.built(folder, "clock"), "it differs from an index made now")
    if shutil.which("faketime"):
        back = subprocess.run(["faketime", "-f", "-1000d", test.writer, "add", "-d", str(db),
                               str(folder)], capture_output=True, env=test.env)
        bed.wanted(back.returncode == 0 and b"indexed 0 files" in back.stderr,
                   f"with the clock set back: {back.stderr.decode()}")
        bed.write_documents(folder, [5], 1, 4)
        back = subprocess.run(["faketime", "-f", "-1000d", test.writer, "add", "-d", str(db),
                               str(folder)], capture_output=True, env=test.env)
        bed.wanted(b"indexed 1 files" in back.stderr or b"indexed 1 file " in back.stderr,
                   f"with the clock set back: {back.stderr.decode()}")
    test.whole(db)
    return "clocks: changes with older, later and the first of all times were seen"


def changing(test, rounds, rng):
    """Files rewritten in place, cut and put back while they are read."""
    folder, db = test.scratch / "docs-changing", test.scratch / "changing"
    numbers = range(60)
    bed.write_documents(folder, numbers, 0, 6)
    stop = threading.Event()

    def disturb():
        version = 1
        while not stop.is_set():
            path = folder / f"{rng.choice(numbers):05}.txt"
            how = rng.randrange(3)
            text = bed.document(rng.choice(numbers), version, rng.choice((3, 6, 9)))
            if how == 0:
                path.write_text(text)  # in place: empty for a moment, then growing
            elif how == 1:
                path.unlink()
                path.write_text(text)
            else:
                os.truncate(path, rng.randrange(path.stat().st_size + 1))
            version += 1
            time.sleep(0.001)

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for _ in range(rounds):
            done = test.add(db, folder)
            bed.wanted(done.returncode in (0, 3), f"add of changing files: {done.err}")
            test.whole(db)
    finally:
        stop.set()
        thread.join()
    done = test.add(db, folder)
    bed.wanted(done.returncode in (0, 3), "the add after it fails")
    test.whole(db)
    said, new = test.says(db), test.built(folder, "changing")
    for name in said.keys() | new.keys():
        # One that was cut to nothing stays in its last readable version, and is told of.
        bed.wanted(said.get(name) == new.get(name) or (name not in new and name in done.err),
                   f"{name} stands still, but the index has it otherwise than a new one")
    return f"changing files: {rounds} adds while files changed; at rest the index is theirs"


def two_writers(test):
    folder, db = test.scratch / "docs-two", test.scratch / "two"
    bed.write_documents(folder, range(200), 0, 6)
    new = test.built(folder, "two")
    first = test.start("add", "--commit-every", 10, "-d", db, folder)
    while not (db / "XAPIANDB").exists() and first.poll() is None:
        time.sleep(0.005)
    os.kill(first.pid, signal.SIGSTOP)
    try:
        for command in (("add", folder), ("rebuild",), ("compact",), ("remove", "x")):
            done = test.index(command[0], "-d", db, *command[1:])
            bed.wanted(done.returncode == 3 and f"process {first.pid}" in done.err,
                       f"{command[0]} beside a writer: {done.returncode} {done.err}")
        bed.wanted(test.index("check", "-d", db).returncode == 0, "check beside a writer")
        bed.wanted(test.index("status", "-d", db).returncode == 0, "status beside a writer")
    finally:
        os.kill(first.pid, signal.SIGCONT)
    bed.wanted(first.wait() == 0, "the first writer fails")
    bed.wanted(test.says(db) == new, "the first writer's index is not whole")
    return "two writers: the second is told the process of the first, which is not disturbed"


def series(test, options):
    rng = random.Random(options.seed)
    yield permissions(test)
    yield lost_permission(test, 40 if options.full else 1, rng)
    yield clocks(test)
    yield changing(test, 60 if options.full else 2, rng)
    yield two_writers(test)


sys.exit(bed.main(__doc__, series))
