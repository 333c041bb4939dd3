#!/usr/bin/env python3
"""versions.py ZHENGWEN INDEX [N [SEED]] - the groups of versions in an index, to be read.

Prints each group with its members, or N pairs of a version and what it is a version of, drawn with
a seed (4): the relation, then title, number, date and file of both."""
import json
import random
import subprocess
import sys

RELATIONS = "repost", "amended", "draft", "interpretation"


def asked(program, index, *arguments):
    run = subprocess.run([program, *arguments, "-d", index], capture_output=True, text=True,
                         check=False)
    return run.stdout


def shown(program, index, document):
    return json.loads(asked(program, index, "show", document, "-f", "json"))


def told(document):
    return " | ".join(str(document[field] or "-") for field in ("title", "number", "date", "file"))


def groups(program, index):
    """Each group once: {id: what show says of the member}, in the order of the group."""
    seen = set()
    for relation in RELATIONS:
        rows = asked(program, index, "facets", "version:" + relation, "--by", "document", "-n", "0",
                     "-f", "ndjson")
        for row in map(json.loads, rows.splitlines()):
            if row["value"] in seen:
                continue
            members = [m["id"] for m in shown(program, index, row["value"])["versions"]]
            seen.update(members)
            yield {member: shown(program, index, member) for member in members}


def main():
    program, index = sys.argv[1:3]
    found = list(groups(program, index))
    pairs = [(m, group[m["version_of"]]) for group in found for m in group.values()
             if m["version_of"]]
    print(f"{sum(len(group) > 1 for group in found)} groups of "
          f"{sum(len(group) for group in found if len(group) > 1)} documents, {len(pairs)} pairs; "
          f"{sum(len(group) == 1 for group in found)} drafts and interpretations alone")
    if len(sys.argv) > 3:
        random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 4)
        for member, of in random.sample(pairs, min(int(sys.argv[3]), len(pairs))):
            print(f"{member['relation']}\n    {told(member['document'])}\n    {told(of['document'])}")
        return
    for group in found:
        print()
        for member in group.values():
            print(f"{member['relation']:14} {told(member['document'])}")


if __name__ == "__main__":
    main()
