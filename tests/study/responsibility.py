#!/usr/bin/env python3
"""responsibility.py BUILD DOCUMENTS GOLD... - who is charged with what, against hand-made answers.

GOLD are files of JSON objects: doc (a file of DOCUMENTS, or file#place), quote (a stretch of it),
name_text (the body within it), role, deadline. Rows of one quote are of one task. Then:

    `agencies` finds each body in its role: F1 by role, and of lead against support, at least .95
    bodies of one list have one task, those of two lists have two
    the matrix says the same as the rows
    edges load unedited: GraphML as XML and, where it is installed, in networkx; CSV with the heads
    that Gephi wants; both ends of each edge are nodes
    asked twice, the same bytes
"""
import collections
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

LEAST = 0.95
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
LETTERS = {"lead": "L", "support": "S", "responsible": "R", "implement": "I"}


class Failure(Exception):
    pass


def want(condition, what):
    if not condition:
        raise Failure(what)


def run(program, *arguments):
    done = subprocess.run([str(program), *map(str, arguments)], capture_output=True, check=False)
    want(done.returncode == 0, f"{arguments}: {done.stderr.decode()}")
    return done.stdout


def table(program, *arguments):
    return list(csv.DictReader(io.StringIO(run(program, *arguments, "-f", "csv").decode(),
                                           newline="")))


def gold_rows(indexer, paths, documents):
    """Where each body stands: (file, start, end), with its row."""
    texts = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name, _, place = row["doc"].partition("#")
            if not (documents / name).is_file():
                continue
            if name not in texts:
                texts[name] = run(indexer, "extract", "--format", "source",
                                  documents / name).decode()
            text = texts[name]
            at = text.find(row["quote"], max(text.find(place), 0) if place else 0)
            want(at >= 0, f"{row['doc']}: no such quote: {row['quote'][:40]}")
            start = at + row["quote"].index(row["name_text"])
            yield (name, start, start + len(row["name_text"])), row


def f1(right, found, wanted):
    return 2 * right / (found + wanted) if found + wanted else 1.0


def files_of(program, index, rows):
    """The file of each document."""
    names = {}
    for row in rows:
        if row["document"] not in names:
            shown = json.loads(run(program, "show", "-d", index, row["document"], "-f", "json"))
            names[row["document"]] = pathlib.Path(shown["document"]["file"]).name
    return names


def pairs_of(program, index, rows, gold):
    """Each row of the answer with the gold row whose place it overlaps, or None."""
    files = files_of(program, index, rows)
    waiting = collections.defaultdict(list)
    for (name, start, end), row in gold:
        waiting[name].append((start, end, row))
    for row in rows:
        name, start, end = files[row["document"]], int(row["named_start"]), int(row["named_end"])
        met = [other for other in waiting[name] if other[0] < end and start < other[1]]
        if met:
            waiting[name].remove(met[0])
        yield row, met[0][2] if met else None
    for rest in waiting.values():
        yield from ((None, row) for _, _, row in rest)


def check_roles(pairs):
    said = []
    for role in LETTERS:
        found = sum(1 for row, _ in pairs if row and row["role"] == role)
        wanted = sum(1 for _, gold in pairs if gold and gold["role"] == role)
        right = sum(1 for row, gold in pairs if row and gold and row["role"] == gold["role"] == role)
        said.append((role, f1(right, found, wanted), found, wanted, right))
    both = [sum(row[i] for row in said[:2]) for i in (2, 3, 4)]
    score = f1(both[2], both[0], both[1])
    for role, value, found, wanted, _ in said:
        print(f"{role}: F1 {value:.3f} ({found} found, {wanted} in the gold)")
    print(f"lead against support: F1 {score:.3f}")
    want(score >= LEAST, f"lead against support: {score:.3f}")
    for role, value, _, wanted, _ in said:
        want(value >= LEAST or not wanted, f"{role}: {value:.3f}")


def check_tasks(pairs):
    """A task holds all bodies of a quote and of no other quote."""
    tasks, quotes = collections.defaultdict(set), collections.defaultdict(set)
    for row, gold in pairs:
        if row and gold and gold["role"] in ("lead", "support"):
            tasks[(row["task_id"], row["start"])].add((gold["doc"], gold["quote"]))
            quotes[(gold["doc"], gold["quote"])].add((row["task_id"], row["start"]))
    split = [quote for quote, ids in quotes.items() if len(ids) > 1]
    mixed = [task for task, ids in tasks.items() if len(ids) > 1]
    share = 1 - (len(split) + len(mixed)) / max(len(tasks) + len(quotes), 1)
    print(f"{len(quotes)} lists, {len(tasks)} tasks: {len(split)} split, {len(mixed)} joined")
    want(share >= LEAST, f"tasks: {split[:3]} {mixed[:3]}")


def check_matrix(program, index, query, rows):
    sheet = table(program, "agencies", "-d", index, *query, "--matrix", "--top", "0")
    told = {(row["task_id"], body, letter)
            for row in sheet for body, cell in row.items()
            for letter in cell.split("/") if letter in LETTERS.values()}
    bodies = {body for _, body, _ in told}
    wanted = {(row["task_id"], LETTERS[row["role"]]) for row in rows}
    want({(task, letter) for task, _, letter in told} == wanted, "the matrix says something else")
    want({row["body"] for row in rows} <= bodies, "a body has no column")
    counts = table(program, "agencies", "-d", index, *query, "--by", "role")
    for role, letter in LETTERS.items():
        want(sum(int(row[role]) for row in counts) == sum(1 for t in told if t[2] == letter),
             f"--by role counts other {role}s than the matrix")
    print(f"matrix: {len(sheet)} tasks, {len(bodies)} bodies, {len(told)} cells")


def check_edges(program, index, query):
    for kind in ("tasks", "together"):
        ask = ("agencies", "-d", index, *query, "--edges", kind)
        graph = xml.fromstring(run(program, *ask, "-f", "graphml"))
        nodes = {node.get("id") for node in graph.iter(f"{GRAPHML}node")}
        edges = [(edge.get("source"), edge.get("target")) for edge in graph.iter(f"{GRAPHML}edge")]
        want(edges and all(a in nodes and b in nodes for a, b in edges), f"{kind}: an edge hangs")
        lines = table(program, *ask)
        want(list(lines[0])[:4] == ["Source", "Target", "Type", "Weight"], f"{kind}: {lines[0]}")
        want([(row["Source"], row["Target"]) for row in lines] == edges, f"{kind}: csv differs")
        want(all(int(row["Weight"]) > 0 for row in lines), f"{kind}: a weight is none")
        print(f"{kind}: {len(nodes)} nodes, {len(edges)} edges")
        load(run(program, *ask, "-f", "graphml"), len(nodes), len(set(edges)))


def load(graphml, nodes, edges):
    try:
        import networkx
    except ImportError:
        print("networkx is not installed: not loaded there")
        return
    graph = networkx.parse_graphml(graphml.decode())
    want(graph.number_of_nodes() == nodes and len(set(graph.edges())) == edges,
         f"networkx: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


def check(build, documents, paths):
    program = build / "zhengwen"
    gold = list(gold_rows(build / "zhengwen-index", paths, documents))
    want(gold, "no gold of these documents")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        index = folder / "index"
        for file in sorted({place[0] for place, _ in gold}):
            run(build / "zhengwen-index", "add", "-d", index, documents / file)
        rows = table(program, "agencies", "-d", index)
        pairs = list(pairs_of(program, index, rows, gold))
        judged = {row["document"] for row, other in pairs if row and other}
        pairs = [pair for pair in pairs if not pair[0] or pair[0]["document"] in judged]
        check_roles(pairs)
        check_tasks(pairs)
        check_matrix(program, index, (), rows)
        check_edges(program, index, ())
        for extra in ((), ("--matrix",), ("--edges", "together", "-f", "graphml")):
            ask = ("agencies", "-d", index, *extra)
            want(run(program, *ask) == run(program, *ask), f"{extra}: other bytes the second time")


def main():
    build, documents = map(pathlib.Path, sys.argv[1:3])
    paths = [pathlib.Path(path) for path in sys.argv[3:]]
    if not documents.is_dir() or not all(path.is_file() for path in paths):
        print(f"{documents} or its gold is not there: skipped")
        return 77
    try:
        check(build, documents, paths)
    except Failure as failure:
        print(failure)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
