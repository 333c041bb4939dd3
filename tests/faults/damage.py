#!/usr/bin/env python3
"""damage.py BUILD [--full] - bytes flipped and files cut in every file of an index.

Of each damaged index some questions are asked. Each is answered right, or refused with a sentence
that names the index, or answered wrong - and then 'check' must find the damage. No program may
crash, in a record nothing wrong may be shown, and a writer must not make it worse: what it will not
touch it leaves as it was.
"""
import collections
import random
import shutil
import sys

import bed

QUESTIONS = (
    ("search", "户籍", "-n", "0", "--format", "ndjson"),
    ("search", '"农村宅基地制度"', "--format", "ndjson"),
    ("figures", "城镇化率>=60%", "-n", "0", "--format", "ndjson"),
    ("facets", "--by", "year", "--format", "ndjson"),
    ("search", "title:第7号 year:..2015", "-n", "0", "--format", "ndjson"),
)


def ask(test, db):
    """What each question gives: (status, output, message)."""
    answers = []
    for command, *words in QUESTIONS:
        done = test.run(test.reader, command, "-d", db, *words)
        answers.append((done.returncode, done.out, done.err))
    return answers


def damages(path, rng, flips, cuts):
    size = path.stat().st_size
    for _ in range(flips if size else 0):
        yield "flip", rng.randrange(size), 1 << rng.randrange(8)
    for _ in range(cuts if size else 0):
        yield "cut", rng.randrange(size), 0
    yield "gone", 0, 0


def do_harm(path, how, at, bit):
    if how == "gone":
        path.unlink()
    elif how == "cut":
        with open(path, "r+b") as file:
            file.truncate(at)
    else:
        with open(path, "r+b") as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ bit]))


def content(db):
    return {p.relative_to(db): p.read_bytes() for p in db.rglob("*.glass")}


def judge(test, db, right, what, strict):
    """'right', 'refused' or 'wrong', the worst of all questions, and whether check sees it."""
    verdicts = set()
    for (command, *words), got, good in zip(QUESTIONS, ask(test, db), right):
        if got[:2] == good[:2]:
            verdicts.add("right")
        elif got[0] == 3:
            bed.wanted(str(db) in got[2] or not strict, f"{what}: the message names no index: {got[2]}")
            verdicts.add("refused")
        else:
            verdicts.add("wrong")
    if not strict:
        return (next(v for v in ("wrong", "refused", "right") if v in verdicts),
                test.index("check", "-d", db).returncode == 3)
    verdict = next(v for v in ("wrong", "refused", "right") if v in verdicts)
    check = test.index("check", "-d", db)
    bed.wanted(check.returncode in (0, 3), f"{what}: check ends with {check.returncode}")
    bed.wanted(verdict == "right" or check.returncode == 3,
               f"{what}: answers are {verdict}, but check says {check.err}")
    if verdict == "wrong":
        bed.wanted("docdata" not in what, f"{what}: a record is shown that was not written")
    return verdict, check.returncode == 3


def series(test, options):
    rng = random.Random(options.seed)
    folder, base, db = (test.scratch / name for name in ("docs", "base", "db"))
    documents = 40 if options.full else 10
    bed.write_documents(folder, range(documents), 0, 8)
    bed.wanted(test.add(base, folder).returncode == 0, "the index cannot be built")
    bed.copy(base, db)
    right = ask(test, db)
    bed.wanted(all(status == 0 and out for status, out, _ in right), "a question finds nothing")
    files = sorted(p.relative_to(base) for p in base.rglob("*")
                   if p.is_file() and p.name not in ("lock", "flintlock"))
    files = [f for f in files if options.file in str(f)]
    flips, cuts = (options.flips or (100 if options.full else 2)), (20 if options.full else 1)
    for name in files:
        count, unnoticed = collections.Counter(), 0
        for how, at, bit in damages(base / name, rng, flips, cuts):
            what = f"{name}: {how} {at} {bit}"
            bed.copy(base, db)
            do_harm(db / name, how, at, bit)
            try:
                verdict, seen = judge(test, db, right, what, not options.measure)
            except bed.Failure as failure:
                raise bed.Failure(f"{what}: {failure}") from None
            unnoticed += verdict == "wrong" and not seen
            count[verdict] += 1
            count["seen"] += seen
            if count[verdict] <= 3 and not options.measure:
                before = content(db)
                added = test.add(db, folder)
                bed.wanted(added.returncode != 3 or content(db).keys() == before.keys(),
                           f"{what}: add refuses, yet files went")
        total = count["right"] + count["refused"] + count["wrong"]
        yield (f"{name}: {total} damages: {count['right']} answered right, {count['refused']} "
               f"refused, {count['wrong']} answered wrong; check saw {count['seen']}, "
               f"{unnoticed} of the wrong unseen")


def add_arguments(parser):
    parser.add_argument("--file", default="", help="only files with this in their names")
    parser.add_argument("--flips", type=int, default=0, help="bits flipped in each file")
    parser.add_argument("--measure", action="store_true", help="count, and fail for no answer")


sys.exit(bed.main(__doc__, series, add_arguments))
