#!/usr/bin/env python3
"""memo.py BUILD DOCUMENTS - a memo that cites the documents, checked from end to end.

Quotations are taken from the index itself, some over the ends of passages, and cited by the number
of their document. Then:

    every quotation is exact and in the document named beside it, and the exit status is 0
    one altered digit is near, never exact or normalized, and the difference is that number
    other spacing, width and marks are normalized
    a permalink opens the same characters in an index made anew, from files in another order
    references parse with the programs of others, and say the same title and issuers
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import citations

SEED = 7
QUOTATIONS = 120
MARKS = re.compile(r"[“”「」『』\"…《》#*\[\]]|\.\.\.")
ENDS = re.compile(r"[\u4e00-\u9fff]")


class Failure(Exception):
    pass


def want(condition, what):
    if not condition:
        raise Failure(what)


class Programs:
    def __init__(self, build, index):
        self.build, self.index = pathlib.Path(build), index

    def make_index(self, files):
        run = subprocess.run([self.build / "zhengwen-index", "add", "-d", self.index, *files],
                             capture_output=True, text=True, check=False)
        want(run.returncode == 0, run.stderr)

    def ask(self, *arguments, given=None):
        return subprocess.run([self.build / "zhengwen", arguments[0], "-d", self.index,
                               *arguments[1:]], capture_output=True, text=True, input=given,
                              check=False)

    def rows(self, *arguments, given=None):
        run = self.ask(*arguments, "--format", "ndjson", given=given)
        return [json.loads(line) for line in run.stdout.splitlines()], run.returncode


def passages(programs):
    """(text, its document's number, id) of every passage, line ends left out."""
    units, _ = programs.rows("units", "--by", "passage")
    return [(u["text"].replace("\n", ""), u["number"], u["document"]) for u in units]


def draw(texts):
    """Stretches that begin and end in a Han character: of one passage, or over an end of one."""
    chance = random.Random(SEED)
    drawn = []
    for _ in range(100 * QUOTATIONS):
        at = chance.randrange(len(texts))
        text, number, document = texts[at]
        if chance.random() < 0.2 and at + 1 < len(texts) and texts[at + 1][2] == document:
            text += texts[at + 1][0]
        length = chance.randint(12, 80)
        start = chance.randint(0, max(0, len(text) - length))
        words = text[start:start + length]
        if len(words) < 12 or MARKS.search(words) or not ENDS.match(words[0]) \
                or not ENDS.match(words[-1]):
            continue
        drawn.append((words, number))
        if len(drawn) == QUOTATIONS:
            return drawn
    want(len(drawn) >= 20, f"{len(drawn)} quotations are too few")
    return drawn


def altered(words, chance):
    """The words with one digit changed, or None."""
    digits = [m.start() for m in re.finditer("[0-9]", words)]
    if not digits:
        return None
    at = chance.choice(digits)
    digit = chance.choice([d for d in "0123456789" if d != words[at]])
    return words[:at] + digit + words[at + 1:]


def check_exact(programs, drawn):
    memo = "\n\n".join(f"根据{number}，“{words}”。" if number else f"“{words}”。"
                       for words, number in drawn)
    rows, status = programs.rows("verify", given=memo)
    wrong = [r for r in rows if r["status"] != "exact" or r["where"] not in (None, "named")]
    want(not wrong, f"not exact or not in the document named: {wrong[:2]}")
    want(len(rows) == len(drawn) and status == 0, f"{len(rows)} of {len(drawn)}, status {status}")
    spanning = sum(len(r["passages"]) > 1 for r in rows)
    print(f"{len(rows)} quotations exact, {spanning} of them over ends of passages")
    return rows


def check_digits(programs, drawn, texts):
    chance = random.Random(SEED)
    whole = "\n".join(text for text, _, _ in texts)
    pairs = [(words, altered(words, chance)) for words, _ in drawn]
    pairs = [(a, b) for a, b in pairs if b and b not in whole]
    want(pairs, "no quotation has a digit")
    rows, status = programs.rows("verify", "--lines", given="\n".join(b for _, b in pairs))
    want(status == 1, f"altered digits leave with status {status}")
    for row in rows:
        want(row["status"] == "near", f"an altered digit is {row['status']}: {row['text']}")
        want(re.search(r"\[[^\]]*\d[^\]]*→[^\]]*\]", row["difference"]), row["difference"])
    print(f"{len(pairs)} altered digits, every one near")


def check_writing(programs, drawn):
    wide = str.maketrans("，；（）%", ",;()％")
    changed = [(words.translate(wide), words) for words, _ in drawn
               if words.translate(wide) != words]
    changed += [(words[:4] + " " + words[4:], words) for words, _ in drawn
                if ENDS.match(words[3]) and ENDS.match(words[4])]
    rows, _ = programs.rows("verify", "--lines", given="\n".join(a for a, _ in changed))
    for row in rows:
        want(row["status"] in ("normalized", "exact"), f"{row['status']}: {row['text']}")
    normal = sum(r["status"] == "normalized" for r in rows)
    want(normal > len(rows) * 0.9, f"{normal} of {len(rows)} normalized")
    print(f"{normal} other writings normalized, {len(rows) - normal} exact elsewhere")


def marked(programs, link):
    run = programs.ask("show", link, "--format", "json", "-C", "50")
    want(run.returncode == 0, f"{link}: {run.stderr}")
    shares = [p["marked"]["text"] for p in json.loads(run.stdout)["passages"] if p["marked"]]
    return json.loads(run.stdout)["asked"], "".join(shares)


def check_permalinks(programs, other, rows):
    for row in rows[:60]:
        before, after = marked(programs, row["permalink"]), marked(other, row["permalink"])
        want(before == after, f"{row['permalink']}: {before} and {after}")
        want("".join(row["quotation"].split()) == "".join(before[1].split()),
             f"{row['permalink']}: {row['quotation']} and {before[1]}")
    print(f"{min(60, len(rows))} permalinks open the same characters in an index made anew")


def check_citations(programs, rows, folder):
    links = [r["permalink"] for r in rows[:20]] + list(dict.fromkeys(r["document"] for r in rows))
    units, _ = programs.rows("units", "--by", "passage")
    known = {u["document"]: (u["title"], (u["issuer"] or "").split()) for u in units}
    wanted = [known[link.split(":")[0]] for link in links]
    for style in ("bibtex", "ris", "csl-json"):
        path = folder / f"references.{style}"
        run = programs.ask("cite", "--style", style, *links)
        want(run.returncode == 0, run.stderr)
        path.write_text(run.stdout, encoding="utf-8")
        asked = 0
        for name, installed, read in citations.readers(style):
            if not installed:
                print(f"{style}: {name} is not installed: not asked")
                continue
            found = [(t, list(i)) for t, i in read(str(path))]
            differ = [(a, b) for a, b in zip(found, wanted) if a != (b[0], b[1])]
            want(len(found) == len(wanted) and not differ, f"{style}, {name}: {differ[:1]}")
            print(f"{style}: {name} reads {len(found)} references")
            asked += 1
        if not asked:
            print(f"{style}: NOT CHECKED, no program that reads it is installed")
    for style in ("gbt7714-2025", "gbt7714-2015"):
        run = programs.ask("cite", "--style", style, *links)
        lines = [line for line in run.stdout.splitlines() if not line.startswith("    ")]
        want(len(lines) == len(links), f"{style}: {len(lines)} lines")
        for line in lines:
            want(re.search(r"\[(EB/OL|A|Z)\]\.( .*\.)?$", line), f"{style}: {line}")


def main():
    build, documents = sys.argv[1], pathlib.Path(sys.argv[2])
    if not documents.is_dir():
        print(f"{documents.name} is not there")
        return 77
    files = sorted(p for p in documents.iterdir() if p.is_file())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        programs, other = Programs(build, folder / "one"), Programs(build, folder / "two")
        programs.make_index(files)
        for file in reversed(files):
            other.make_index([file])
        try:
            texts = passages(programs)
            drawn = draw(texts)
            rows = check_exact(programs, drawn)
            check_digits(programs, drawn, texts)
            check_writing(programs, drawn)
            check_permalinks(programs, other, rows)
            check_citations(programs, rows, folder)
        except Failure as failure:
            print(f"FAILED: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
