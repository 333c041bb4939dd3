#!/usr/bin/env python3
"""disk.py BUILD [--full] - a disk that is full at every point of add, rebuild and compact.

A tmpfs of its own, a step larger each time, until the command has room; where mounting is not
allowed, and besides, a limit on the size of files. Each failure says what to do, leaves a whole
index of the last commit, and is mended by room and the same command.
"""
import resource
import shutil
import subprocess
import sys

import bed

EVERY = 20


class Mount:
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64m,mode=755", "faults", str(folder)],
            capture_output=True).returncode == 0

    def leave(self, free):
        """So many bytes free from now on; None: plenty."""
        used = sum(p.stat().st_blocks * 512 for p in self.folder.rglob("*")) + 65536
        size = 1 << 28 if free is None else used + free
        subprocess.run(["mount", "-o", f"remount,size={size}", str(self.folder)], check=True)

    def end(self):
        if self.mounted:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)


def versions(said, old, new):
    """Every file is in one of its versions, and as many in the new one as commits have."""
    changed = 0
    for name in old.keys() | new.keys():
        is_new = said.get(name) == new[name]
        changed += is_new
        bed.wanted(is_new or said.get(name) == old.get(name), f"{name} is neither old nor new")
    bed.wanted(changed % EVERY == 0 or changed == len(new), f"{changed} files are no commit's")


def refused(test, db, done, old, new, how):
    """After a failure for want of room."""
    bed.wanted(done.returncode == 3, f"{how}: no room, yet {done.returncode}")
    bed.wanted("No space left" in done.err or "File too large" in done.err,
               f"{how}: the reason is not told: {done.err}")
    bed.wanted("free some space" in done.err or "larger" in done.err,
               f"{how}: no hint: {done.err}")
    if (db / "XAPIANDB").exists():
        test.whole(db)
        versions(test.says(db), old, new)


def on_mount(test, mount, steps, name, base, folder, old, new, command):
    db = mount.folder / "db"
    mount.leave(None)
    bed.copy(base, db)
    before = sum(p.stat().st_size for p in db.rglob("*"))
    bed.wanted(test.index(*command, "-d", db, *folder).returncode == 0, "fails with room")
    # A commit needs old and new blocks at once, and a merge both indexes: as far as it takes.
    most = 3 * max(before, sum(p.stat().st_size for p in db.rglob("*"))) + (1 << 20)
    failed = ended = 0
    for i in range(steps):
        mount.leave(None)
        bed.copy(base, db)
        mount.leave(most * i // steps // 4096 * 4096)
        done = test.index(*command, "-d", db, *folder)
        if done.returncode == 0:
            ended += 1
            bed.wanted(test.says(db) == new, f"{name}: it ended, but not whole")
            if ended > 2:
                break
            continue
        failed += 1
        refused(test, db, done, old, new, f"{name} at {most * i // steps}")
        mount.leave(None)
        again = test.index(*command, "-d", db, *folder)
        bed.wanted(again.returncode == 0, f"{name}: with room again: {again.err}")
        bed.wanted(test.says(db) == new, f"{name}: with room again, but not whole")
        test.whole(db)
    bed.wanted(failed and ended, f"{name}: {failed} failures, {ended} ends: sizes do not fit")
    return f"{name}: no room at {failed} sizes up to {most // 1024} KB, mended by room each time"


def with_limit(test, steps, base, folder, old, new):
    db, most, failed = test.scratch / "limited", 1 << 20, 0
    for i in range(steps):
        bed.copy(base, db)
        limit = most * (i + 1) // steps // 4096 * 4096
        done = test.index("add", "--commit-every", EVERY, "-d", db, *folder, preexec_fn=lambda:
                          resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        if done.returncode == 0:
            break
        failed += 1
        refused(test, db, done, old, new, f"limit {limit}")
        again = test.add(db, *folder)
        bed.wanted(again.returncode == 0 and test.says(db) == new, f"limit {limit}: not mended")
    bed.wanted(failed, "no limit was met")
    return f"limit on file size: met {failed} times, mended each time"


def series(test, options):
    folder, base, nothing = (test.scratch / name for name in ("docs", "base", "nothing"))
    nothing.mkdir()
    bed.write_documents(folder, range(40), 0, 6)
    bed.wanted(test.add(base, folder).returncode == 0, "the base cannot be built")
    old = test.says(base)
    bed.write_documents(folder, range(160 if options.full else 80), 1, 6)
    new = test.built(folder, "disk")
    add = ("add", "-j", "2", "--commit-every", EVERY)
    steps = 40 if options.full else 3
    yield with_limit(test, steps, base, [folder], old, new)
    mount = Mount(test.scratch / "mount")
    if not mount.mounted:
        yield "left out: a mount of its own is not allowed here, so no disk was full"
        return
    try:
        yield on_mount(test, mount, steps, "first add", nothing, [folder], {}, new, add)
        yield on_mount(test, mount, steps, "add", base, [folder], old, new, add)
        yield on_mount(test, mount, steps, "rebuild", base, [], old, rebuilt(test, base),
                       ("rebuild",))
        yield on_mount(test, mount, steps, "compact", base, [], old, old, ("compact",))
        if options.full:
            shutil.rmtree(folder)
            bed.write_documents(folder, range(1000), 1, 16)
            yield on_mount(test, mount, 16, "bulk", nothing, [folder], {},
                           test.built(folder, "bulk"), add)
    finally:
        mount.end()


def rebuilt(test, base):
    """What a rebuild of the base reads now: its files in their new version."""
    db = test.scratch / "rebuilt"
    bed.copy(base, db)
    bed.wanted(test.index("rebuild", "-d", db).returncode == 0, "rebuild fails with room")
    said = test.says(db)
    shutil.rmtree(db)
    return said


sys.exit(bed.main(__doc__, series))
