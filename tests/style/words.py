#!/usr/bin/env python3
"""words.py SOURCE - what zhengwen says is in words.tsv, in both languages, and nothing else is.

- Both languages of a row have the same places ({1}, {2|one|many}).
- Every message that is said has a row, and every row of a message is said; so with labels, the heads
  of columns, facts and the rest.
- Every sentence that a library may say (zw_err_set and its like) is known by a pattern, or it is
  listed as English only; every pattern is a sentence that some library says.
"""
import pathlib
import re
import sys

TABLE = "query/sheet/words.tsv"

# Where sentences are made that zhengwen may say, and what makes them. Rows of tables and embedded
# words are checked where they are read (base/tsv.h) and never said to a user who did not edit them.
SENTENCES = ("query/**/*.c", "base/command.c", "base/error.c", "store/index.c", "store/lookup.c",
             "store/layout.c", "store/record_io.c", "store/schema.c", "store/xapian.cc")

# What the system says of a file, which our sentences pass on.
SYSTEM = "error.system "
MAKERS = re.compile(r"\b(?:zw_err_set|zw_err_at|zw_planner_note|zw_query_refuse)\s*\(")

LITERALS = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
SPEC = re.compile(r"%(?:\.\*|\.\d+)?[hlz]*[a-z]")
PLACE = re.compile(r"\{([1-9])(?:\|[^{}]*)?\}")

# Kinds of keys whose use is read from the code: what the names stand in.
USES = {
    "message": re.compile(rf"\b(?:zw_say|say_\w+)\(\s*[^,;{{}}]+,((?:[^,;\"]|{LITERALS})*)"),
    "label": re.compile(rf"\b(?:label|told|field_label|labelled|cited)\(\s*[^,;{{}}]+,"
                        rf"((?:[^,;\"]|{LITERALS})*)"),
}


def literal(text):
    """The characters of C's string literals side by side."""
    joined = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text))
    return joined.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def arguments(source, start):
    """The text between the bracket at `start` and its partner."""
    depth, at = 0, start
    while at < len(source):
        if source[at] == '"':
            at = re.compile(r'"(?:[^"\\]|\\.)*"').match(source, at).end()
            continue
        depth += (source[at] == "(") - (source[at] == ")")
        at += 1
        if depth == 0:
            break
    return source[start + 1:at - 1]


def sentences(root):
    """(file, sentence) for each call that makes one: its format, and whole sentences among its
    arguments (the two of a choice)."""
    for pattern in SENTENCES:
        for path in sorted(root.glob(pattern)):
            source = path.read_text(encoding="utf-8")
            for call in MAKERS.finditer(source):
                found = re.findall(LITERALS, arguments(source, call.end() - 1))
                for at, text in enumerate(map(literal, found)):
                    if at == 0 or " " in text.strip() and re.match(r"['\w]", text):
                        yield path.relative_to(root).as_posix(), text


def is_worded(sentence):
    """Has words of its own: "'%s': %s" has none."""
    return re.search(r"[A-Za-z]{2}", SPEC.sub("", sentence)) is not None


def is_like(pattern, sentence):
    """Whether a pattern and a format could say the same."""
    said, known = SPEC.sub("0", sentence).replace("%%", "%"), PLACE.sub("0", pattern)
    spec = ".*".join(re.escape(part.replace("%%", "%")) for part in SPEC.split(sentence))
    place = ".*".join(re.escape(part) for part in re.split(r"\{[1-9]\}", pattern))
    return re.fullmatch(spec, known, re.S) or re.fullmatch(place, said, re.S)


def row_faults(rows):
    for key, (english, chinese) in rows.items():
        if {place for place in PLACE.findall(english)} != set(PLACE.findall(chinese)):
            yield f"{key}: the languages have different places"


def use_faults(root, rows):
    sources = [path.read_text(encoding="utf-8") for path in sorted(root.glob("query/**/*.c"))]
    for kind, use in USES.items():
        used = {text for source in sources for call in use.finditer(source)
                for text in map(literal, re.findall(LITERALS, call.group(1))) if text}
        told = {key.split(".", 1)[1] for key in rows if key.startswith(kind + ".")}
        yield from (f"{kind}.{name} is used and has no row" for name in sorted(used - told))
        yield from (f"{kind}.{name} has a row and is not used" for name in sorted(told - used))


def pattern_faults(root, rows):
    patterns = {key: english for key, (english, _) in rows.items()
                if key.startswith(("error.", "note."))}
    made = {(path, sentence) for path, sentence in sentences(root) if is_worded(sentence)}
    for key, text in patterns.items():
        if not key.startswith(SYSTEM) and not any(is_like(text, one) for _, one in made):
            yield f"{key}: no library says '{text}'"


def unknown_sentences(root, rows):
    patterns = [english for key, (english, _) in rows.items() if key.startswith(("error.", "note."))]
    for path, sentence in sorted({*sentences(root)}):
        if is_worded(sentence) and not any(is_like(text, sentence) for text in patterns):
            yield f"{path}: English only, no pattern of {TABLE} is like '{sentence}'"


def main():
    root = pathlib.Path(sys.argv[1])
    lines = (root / TABLE).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    rows = {key: (english, chinese) for key, english, chinese in cells}
    faults = [*row_faults(rows), *use_faults(root, rows), *pattern_faults(root, rows)]
    if [cell[0] for cell in cells] != sorted(rows, key=lambda key: key.encode()):
        faults.append(f"{TABLE}: the keys are not in order, or one stands twice")
    print("\n".join(unknown_sentences(root, rows)))
    print("\n".join(faults) or f"{len(rows)} rows say the same in both languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
