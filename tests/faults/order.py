#!/usr/bin/env python3
"""order.py BUILD - what is on the disk before what: the writer's system calls, read one by one.

A model of a disk that loses power: bytes written and names made or moved are there for sure only
once their file, or their folder, was flushed. Whenever the writer moves a file to the name by which
others find things (iamglass, seal, XAPIANDB), all that it leads to must be there for sure; and when
the writer ends, everything is.
"""
import os
import re
import shutil
import subprocess
import sys

import bed

CALLS = "write,pwrite64,ftruncate,fsync,fdatasync,rename,mkdir,openat,unlink,rmdir"
LINE = re.compile(r"^(\d+) +(.*)$")
CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)")
PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
FD = re.compile(r"^\d+<([^>]*)>")


def calls(trace):
    """(name, arguments, result), a call that another thread interrupted in one piece."""
    waiting = {}
    for line in trace.read_text(errors="replace").splitlines():
        pid, text = LINE.match(line).groups()
        if text.endswith("<unfinished ...>"):
            waiting[pid] = text[:-len("<unfinished ...>")]
            continue
        resumed = re.match(r"<\.\.\. \w+ resumed>", text)
        if resumed:
            text = waiting.pop(pid, "") + text[resumed.end():]
        call = CALL.match(text)
        if call and int(call[3]) >= 0:
            yield call[1], call[2], int(call[3])


class Disk:
    def __init__(self, db):
        self.db, self.bytes, self.names, self.known = str(db), set(), set(), set()
        self.moves = 0

    def ours(self, path):
        return path.startswith(self.db + "/") and not path.endswith(("/lock", "/flintlock"))

    def named(self, path):
        self.names.add(os.path.dirname(path))
        self.known.add(path)

    def sure(self, what, within):
        """Nothing below `within` is still to be flushed."""
        late = [p for p in self.bytes | self.names if p == within or p.startswith(within + "/")]
        bed.wanted(not late, f"{what}, but still to be flushed: {sorted(late)}")

    def move(self, source, to):
        name = os.path.basename(to)
        bed.wanted(source not in self.bytes, f"{to} is moved before its bytes are flushed")
        if name == "XAPIANDB":
            self.sure("XAPIANDB is moved", self.db)
        elif name == "seal":
            self.sure("a seal is moved", os.path.dirname(to))
        elif name == "iamglass":
            late = [p for p in self.bytes if os.path.dirname(p) == os.path.dirname(to)]
            bed.wanted(not late or not self.durable(to), f"iamglass is moved before {late}")
        self.moves += 1
        self.named(to)

    def durable(self, path):
        """Parts of a bulk build are flushed as a whole, before they are named."""
        return path.split("/")[-2] in self.listed

    def follow(self, trace):
        self.listed = set()
        for name, arguments, _ in calls(trace):
            paths, fd = PATH.findall(arguments), FD.match(arguments)
            path = fd[1] if fd else paths[0] if paths else ""
            if name in ("fsync", "fdatasync"):
                self.bytes.discard(path)
                if name == "fsync":
                    self.names.discard(path)
            elif name in ("unlink", "rmdir"):
                self.bytes.discard(path)
                self.names = {p for p in self.names if p != path}
            elif not self.ours(path):
                continue
            elif name in ("write", "pwrite64", "ftruncate"):
                self.bytes.add(path)
                if path.endswith("XAPIANDB.new"):
                    self.listed |= set(re.findall(r"part-\d+", arguments))
            elif name == "rename":
                self.move(path, paths[1])
            elif name == "mkdir" or ("O_CREAT" in arguments and path not in self.known):
                self.named(path)


def traced(test, db, *command):
    trace = test.scratch / "trace"
    done = test.run("strace", "-f", "-y", "-s", "200", "-e", f"trace={CALLS}", "-o", trace,
                    test.writer, *command)
    bed.wanted(done.returncode == 0, f"{command[0]}: {done.err}")
    disk = Disk(db)
    disk.follow(trace)
    disk.sure(f"{command[0]} has ended", str(db))
    return disk.moves


def series(test, options):
    if not shutil.which("strace"):
        yield "left out: strace is not there"
        sys.exit(bed.SKIPPED)
    folder, db = test.scratch / "docs", test.scratch / "db"
    bed.write_documents(folder, range(30), 0, 4)
    moves = traced(test, db, "add", "--commit-every", "8", "-d", db, folder)
    bed.write_documents(folder, range(20, 40), 1, 4)
    moves += traced(test, db, "add", "--commit-every", "8", "-d", db, folder)
    moves += traced(test, db, "compact", "-d", db)
    moves += traced(test, db, "rebuild", "-d", db)
    if options.full:
        bed.write_documents(folder, range(1000), 2, 16)
        shutil.rmtree(db)
        moves += traced(test, db, "add", "-d", db, folder)
        moves += traced(test, db, "rebuild", "-d", db)
    yield f"{moves} files moved to their names, each with all it leads to on the disk"


sys.exit(bed.main(__doc__, series))
