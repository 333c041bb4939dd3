#!/usr/bin/env python3
"""wording.py - one topic in the words of many places: template, holders, and each one's own.

usage: wording.py BUILD DOCUMENTS EXPECTED QUERY

EXPECTED has the template's sentences and, for each place, which of them it has word for word or
adapted and how many clauses are its own. Who has a sentence word for word is counted once more in
the files, without any index. Asked twice, the answer has the same bytes. Exits with 77, a test left
out, where there is no DOCUMENTS.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def ask(build, index, *arguments):
    done = subprocess.run([build / "zhengwen", "compare", "-d", index, *arguments],
                          capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(f"compare {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout


def expected(path):
    templates, places = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line.startswith("what\t"):
            continue
        what, name, says, own = line.split("\t")
        if what == "template":
            templates[name] = says
        else:
            places[name] = (dict(part.split("=") for part in says.split()), int(own))
    return templates, places


def found(rows):
    templates, places = {}, {}
    for row in rows:
        wordings, own = places.setdefault(row["place"], ({}, []))
        if row["wording"] == "new":
            own.append(row["quotation"])
        else:
            wordings[row["template"]] = row["wording"]
            templates[row["template"]] = row["template_text"]
    return templates, {place: (wordings, len(own)) for place, (wordings, own) in places.items()}


def bare(text):
    return "".join(text.split())


def differences(want, got, what):
    for name in sorted(want.keys() | got.keys()):
        if want.get(name) != got.get(name):
            yield f"{what} {name}: wanted {want.get(name)}, got {got.get(name)}"


def counted_in_files(documents, templates, places):
    """A sentence that holders have word for word stands as often in the files, or oftener: an
    adaptation may hold all of it."""
    text = "".join(bare(path.read_text(encoding="utf-8", errors="replace"))
                   for path in sorted(documents.rglob("*.txt")))
    for name, sentence in templates.items():
        exact = sum(wordings.get(name) == "shared" for wordings, _ in places.values())
        adapted = sum(wordings.get(name) == "adapted" for wordings, _ in places.values())
        stands = text.count(bare(sentence))
        if not exact <= stands <= exact + adapted:
            yield f"{name}: {exact} holders, but it stands {stands} times in the files"


def main():
    build, documents, table = map(pathlib.Path, sys.argv[1:4])
    query = sys.argv[4]
    if not documents.is_dir():
        print(f"left out: there is no {documents}")
        return 77
    templates, places = expected(table)
    with tempfile.TemporaryDirectory() as scratch:
        index = os.path.join(scratch, "index")
        subprocess.run([build / "zhengwen-index", "add", "-d", index, documents],
                       capture_output=True, check=True)
        first = ask(build, index, query, "-f", "ndjson")
        again = ask(build, index, query, "-f", "ndjson")
    faults = [] if first == again else ["asked twice, the bytes differ"]
    said_templates, said_places = found(map(json.loads, first.decode("utf-8").splitlines()))
    faults += differences(templates, said_templates, "template")
    faults += differences(places, said_places, "place")
    faults += counted_in_files(documents, said_templates, said_places)
    print("\n".join(faults))
    print(f"{query}: {len(said_templates)} sentences of a template, {len(said_places)} places, "
          f"{len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
