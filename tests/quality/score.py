#!/usr/bin/env python3
"""Scores what `zhengwen-index extract` finds in the sample documents against answers made by reading.

usage: score.py [--misses N] PROGRAM

Fails when a score falls below its floor. The answers lie in gold/, their form is told in
gold/README.md.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "corpus" / "sample"

# A floor stands just under what was measured when it was last set: raise it when a rule gets
# better, never lower it to let a change pass.
FLOORS = {
    "figures value F1": 0.990,
    "figures tuple F1": 0.850,
    "figures unit": 0.990,
    "figures cmp": 0.990,
    "figures kind": 0.950,
    "figures indicator": 0.885,
    "figures change": 0.980,
    "figures year": 0.980,
    "figures region": 0.980,
    "agencies span F1": 0.980,
    "agencies canonical+role F1": 0.905,
    "agencies deadline": 0.990,
    "measures span F1": 0.965,
    "measures verb F1": 0.965,
    "measures item": 0.990,
    "metadata title": 0.925,
    "metadata number": 0.990,
    "metadata issuer": 0.925,
    "metadata date": 0.990,
    "metadata region_path": 0.990,
    "metadata genre": 0.865,
    "metadata cites": 0.990,
}


def read_rows(name):
    with open(HERE / "gold" / name, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def bare(text):
    """Without blanks and punctuation, which do not tell two names apart."""
    return re.sub(r"\W", "", text or "")


class Sample:
    """The decoded documents, what the program found in them, and where a quotation stands."""

    def __init__(self, program):
        self.program = program
        self.titles = {row["doc"]: row["title"] for row in read_rows("metadata.jsonl")}
        self.texts, self.found = {}, {}

    def text(self, file):
        if file not in self.texts:
            data = (SAMPLE / file).read_bytes()
            try:
                self.texts[file] = data.decode("utf-8")
            except UnicodeDecodeError:
                self.texts[file] = data.decode("gb18030")
        return self.texts[file]

    def rows(self, file):
        if file not in self.found:
            run = subprocess.run([self.program, "extract", "--format", "ndjson", SAMPLE / file],
                                 stdout=subprocess.PIPE, check=True)
            self.found[file] = [json.loads(line) for line in run.stdout.decode().splitlines()]
        return self.found[file]

    def facts(self, doc, kind):
        file, _, part = doc.partition("#")
        return [row for row in self.rows(file)
                if row["type"] == kind and (not part or row["part"] == part)]

    def stretch(self, doc):
        """Where a document lies in its file: a part runs from its title to the next one's."""
        file, _, part = doc.partition("#")
        text = self.text(file)
        if not part:
            return 0, len(text)
        starts = {d: text.rfind(title) for d, title in self.titles.items()
                  if d.startswith(file + "#")}
        start = starts[doc]
        return start, min((s for s in starts.values() if s > start), default=len(text))

    def place(self, row, field):
        """The code points of a gold row's field."""
        start, end = self.stretch(row["doc"])
        at = self.text(row["doc"].partition("#")[0]).find(row["quote"], start, end)
        if at < 0:
            sys.exit(f"{row['doc']}: not in the document: {row['quote']}")
        at += row["quote"].index(row[field])
        return at, at + len(row[field])


def overlap(a, b):
    """Shared length over joint length of two spans."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def match(gold, found, better):
    """Pairs of gold and found rows, each used once, those that share most first."""
    pairs = sorted(((overlap(g["span"], (f["start"], f["end"])) + better(g, f), i, j)
                    for i, g in enumerate(gold) for j, f in enumerate(found)
                    if overlap(g["span"], (f["start"], f["end"])) > 0), reverse=True)
    used_gold, used_found, result = set(), set(), []
    for _, i, j in pairs:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            result.append((gold[i], found[j]))
    missed = [g for i, g in enumerate(gold) if i not in used_gold]
    extra = [f for j, f in enumerate(found) if j not in used_found]
    return result, missed, extra


class Report:
    def __init__(self, misses):
        self.scores, self.right, self.all = {}, collections.Counter(), collections.Counter()
        self.left = collections.Counter()
        self.misses = misses

    def miss(self, what, gold, found):
        self.left[what] += 1
        if self.left[what] > self.misses:
            return
        gold = gold and {k: v for k, v in gold.items() if k not in ("quote", "span")}
        found = found and {k: v for k, v in found.items() if k in (
            "text", "part", "low", "high", "unit", "cmp", "kind", "indicator", "change", "year",
            "region", "canonical", "role", "deadline", "verb", "item", "rule")}
        print(f"{what}\n    gold  {json.dumps(gold, ensure_ascii=False)}"
              f"\n    found {json.dumps(found, ensure_ascii=False)}")

    def check(self, name, good, gold, found):
        self.all[name] += 1
        self.right[name] += bool(good)
        if not good:
            self.miss(name, gold, found)

    def f1(self, name, right, found, gold):
        self.scores[name] = 2 * right / (found + gold) if found + gold else 0.0

    def close(self):
        for name, n in self.all.items():
            self.scores[name] = self.right[name] / n


def by_document(sample, name, field):
    """Gold rows of a kind, a list a document, with their spans."""
    documents = collections.defaultdict(list)
    for row in read_rows(name):
        row["span"] = sample.place(row, field)
        documents[row["doc"]].append(row)
    return documents


def same_name(a, b):
    """Equal names, or one that holds the other and little more (城镇落户, 新增城镇落户)."""
    a, b = sorted((bare(a), bare(b)), key=len)
    return a == b or (a in b and len(a) >= 0.6 * len(b) and a != "")


def score_figures(sample, report):
    n_gold = n_found = n_value = n_tuple = 0
    core = ("unit", "cmp", "kind", "indicator", "year")
    stated = ("target", "baseline")
    tuple_gold = tuple_found = 0
    for doc, gold in by_document(sample, "figures.jsonl", "value_text").items():
        found = sample.facts(doc, "figure")
        same = lambda g, f: g["low"] == f["low"] and g["high"] == f["high"]
        pairs, missed, extra = match(gold, found, same)
        n_gold += len(gold)
        n_found += len(found)
        tuple_gold += sum(g["kind"] in stated for g in gold)
        tuple_found += sum(f["kind"] in stated for f in found)
        for g, f in pairs:
            value = abs(g["low"] - f["low"]) < 1e-6 and abs(g["high"] - f["high"]) < 1e-6
            if not value:
                report.miss("figures value", g, f)
            n_value += value
            good = {k: g[k] == f.get(k) for k in ("unit", "cmp", "kind", "change", "year")}
            good["indicator"] = same_name(g["indicator"], f.get("indicator"))
            good["region"] = bare(g["region"]) == bare(f.get("region"))
            if not g["indicator"]:
                del good["indicator"]
            for k, ok in good.items():
                report.check(f"figures {k}", ok, g, f)
            n_tuple += value and g["kind"] in stated and all(good.get(k, True) for k in core)
        for g in missed:
            report.miss("figures missed", g, None)
        for f in extra:
            report.miss("figures extra", None, f)
    report.f1("figures value F1", n_value, n_found, n_gold)
    report.f1("figures tuple F1", n_tuple, tuple_found, tuple_gold)


def place_repeated(rows):
    """The same name twice in one parenthesis: the second row means the second place."""
    seen = collections.Counter()
    for row in rows:
        key = (row["quote"], row["name_text"])
        at = row["quote"].index(row["name_text"])
        base = row["span"][0] - at
        for _ in range(seen[key]):
            at = row["quote"].find(row["name_text"], at + 1)
        seen[key] += 1
        if at >= 0:
            row["span"] = (base + at, base + at + len(row["name_text"]))


def score_agencies(sample, report):
    n_gold = n_found = n_span = n_right = 0
    for doc, gold in by_document(sample, "agencies.jsonl", "name_text").items():
        place_repeated(gold)
        found = sample.facts(doc, "agency")
        pairs, missed, extra = match(gold, found, lambda g, f: 0)
        n_gold += len(gold)
        n_found += len(found)
        for g, f in pairs:
            n_span += overlap(g["span"], (f["start"], f["end"])) >= 0.5
            right = bare(g["canonical"]) == bare(f["canonical"]) and g["role"] == f["role"]
            n_right += right
            if not right:
                report.miss("agencies canonical+role", g, f)
            if g["deadline"]:
                report.check("agencies deadline", g["deadline"] == f["deadline"], g, f)
        for g in missed:
            report.miss("agencies missed", g, None)
        for f in extra:
            report.miss("agencies extra", None, f)
    report.f1("agencies span F1", n_span, n_found, n_gold)
    report.f1("agencies canonical+role F1", n_right, n_found, n_gold)


def score_measures(sample, report):
    scope = json.loads((HERE / "gold" / "measures_scope.json").read_text(encoding="utf-8"))
    n_gold = n_found = n_span = n_verb = 0
    for doc, gold in by_document(sample, "measures.jsonl", "text").items():
        text, (start, end) = sample.text(doc.partition("#")[0]), sample.stretch(doc)
        stretches = [(text.index(a, start, end), text.index(b, start, end) + len(b))
                     for a, b in scope[doc]]
        found = [f for f in sample.facts(doc, "measure")
                 if any(a <= f["start"] < b for a, b in stretches)]
        pairs, missed, extra = match(gold, found, lambda g, f: 0)
        n_gold += len(gold)
        n_found += len(found)
        for g, f in pairs:
            span = overlap(g["span"], (f["start"], f["end"])) >= 0.5
            n_span += span
            n_verb += span and g["verb"] == f["verb"]
            if not span or g["verb"] != f["verb"]:
                report.miss("measures span or verb", g, f)
            report.check("measures item", g["item"] == f["item"], g, f)
        for g in missed:
            report.miss("measures missed", g, None)
        for f in extra:
            report.miss("measures extra", None, f)
    report.f1("measures span F1", n_span, n_found, n_gold)
    report.f1("measures verb F1", n_verb, n_found, n_gold)


def score_metadata(sample, report):
    for gold in read_rows("metadata.jsonl"):
        rows = sample.facts(gold["doc"], "document")
        found = rows[0] if rows else {}
        for field in ("title", "number", "issuer", "date", "genre"):
            good = bare(gold[field]) == bare(found.get(field))
            report.check(f"metadata {field}", good, {"doc": gold["doc"], field: gold[field]},
                         {"text": found.get(field)})
        path = found.get("region_path") or []
        report.check("metadata region_path", path == gold["region_path"],
                     {"doc": gold["doc"], "region_path": gold["region_path"]}, {"text": path})
        cites = {(bare(c["title"]), bare(c["number"])) for c in found.get("cites") or []}
        for c in gold["cites"]:
            report.check("metadata cites", (bare(c["title"]), bare(c["number"])) in cites,
                         {"doc": gold["doc"], **c}, {"text": sorted(cites)})


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0, help="show so many of each kind")
    parser.add_argument("program")
    arguments = parser.parse_args()
    sample, report = Sample(arguments.program), Report(arguments.misses)
    for score in (score_figures, score_agencies, score_measures, score_metadata):
        score(sample, report)
    report.close()
    low = 0
    for name, floor in FLOORS.items():
        value = report.scores.get(name, 0.0)
        low += value < floor
        print(f"{name:28} {value:6.3f}  floor {floor:.3f}{'  TOO LOW' if value < floor else ''}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
