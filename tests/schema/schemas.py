#!/usr/bin/env python3
"""schemas.py - every answer in JSON keeps its schema, and no name stands in it twice.

usage: schemas.py BUILD SOURCE

Builds an index of the samples and asks it what lines.tsv says. Needs python3-jsonschema; exits
with 77, which is a test left out, where it is not installed.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

SYSTEM_PYTHON = "/usr/bin/python3"
try:
    import jsonschema
except ImportError:
    # packages of the system are not seen by a Python that was installed beside it
    if os.path.realpath(sys.executable) != os.path.realpath(SYSTEM_PYTHON) and \
            os.path.exists(SYSTEM_PYTHON) and "ZW_SYSTEM_PYTHON" not in os.environ:
        os.environ["ZW_SYSTEM_PYTHON"] = "tried"
        os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv])
    print("left out: python3-jsonschema is not installed")
    sys.exit(77)


def once(pairs):
    """An object whose names are told once; a second one would hide the first."""
    names = [name for name, _ in pairs]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"twice in one object: {', '.join(sorted(twice))}")
    return dict(pairs)


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(arguments)}: exit status {done.returncode}\n{done.stderr}")
    return done.stdout


def validators(folder):
    """One for each schema; they refer to each other by name."""
    forms = {path.name: json.loads(path.read_text(encoding="utf-8"))
             for path in sorted(folder.iterdir())}
    made = {}
    for name, form in forms.items():
        with warnings.catch_warnings():  # newer releases than Debian 12's have another way
            warnings.simplefilter("ignore")
            resolver = jsonschema.RefResolver.from_schema(form, store=forms)
        made[name.removesuffix(".schema.json")] = jsonschema.Draft202012Validator(
            form, resolver=resolver)
    return made


def fault_of(validator, said):
    try:
        answer = json.loads(said, object_pairs_hook=once)
    except ValueError as why:
        return str(why)
    error = jsonschema.exceptions.best_match(validator.iter_errors(answer))
    return error and f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def lines(path):
    for line in path.read_text(encoding="utf-8").splitlines()[2:]:
        schema, arguments = line.split("\t")
        yield schema, arguments.split(" ")


def main():
    build, source = map(pathlib.Path, sys.argv[1:3])
    forms = validators(source / "docs/schema")
    table = list(lines(source / "tests/schema/lines.tsv"))
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        index = f"{scratch}/index"
        run(build / "zhengwen-index", "add", "-d", index, source / "corpus/sample")
        zhengwen = build / "zhengwen"
        hit = json.loads(run(zhengwen, "search", "-d", index, "-f", "json", "居住证"))["hits"][0]
        names = {"{DOC}": hit["document"]["id"], "{PASSAGE}": hit["id"],
                 "{QUESTIONS}": str(source / "docs/questions/residence-permit.tsv")}
        for schema, arguments in table:
            asked = [names.get(argument, argument) for argument in arguments]
            said = run(zhengwen, asked[0], "-d", index, "-f", "json", *asked[1:])
            fault = fault_of(forms[schema], said)
            if fault:
                failed += 1
                print(f"{' '.join(arguments)}: {schema}: {fault}")
    named = {schema for schema, _ in table}
    elsewhere = {"facts", "receipt", "verify"}  # of extract; of files; of memos: golden cases
    for schema in sorted(forms.keys() - named - elsewhere):
        failed += 1
        print(f"{schema}: no line of lines.tsv asks for it")
    print(f"{len(table) - failed} of {len(table)} answers keep their schema")
    return 1 if failed else 0


sys.exit(main())
