#!/usr/bin/env python3
"""layering.py SOURCE BUILD - each folder includes, and each program links, only what its layer may.

The table below is that of docs/architecture.md. A broken layer is named by file and line.
"""
import pathlib
import re
import subprocess
import sys

# What stands in a folder may include headers of these folders, beside its own.
FOLDERS = {
    "base": (),
    "corpus": ("base",),
    "segmenter": ("base",),
    "facts": ("base", "segmenter", "corpus/document.h"),
    "store": ("base", "segmenter", "facts", "corpus/document.h"),
    "indexer": ("base", "corpus", "segmenter", "facts", "store"),
    "query": ("base", "segmenter", "facts", "store"),
}

# A library of others, by the start of its headers' names, and where alone it may be included.
LIBRARIES = {
    "xapian": ("store/xapian.cc", "store/xapian_"),
    "unicode/": ("segmenter/", "corpus/encoding"),
    "cjson/": ("store/", "query/answer/output_json", "query/sheet/receipt", "query/sheet/as_json", "indexer/extract", "indexer/inspect", "indexer/dump"),
    "nettle/": ("base/digest.c",),
    "zlib.h": ("base/checksum.c", "store/xapian_write.cc"),
    "libxml/": ("corpus/",),
    "xlsxwriter": ("query/sheet/as_xlsx.c",),
    "archive": ("corpus/office/package.c",),
}

# The program that only reads links nothing that is defined in these libraries of ours, and nothing
# whose name matches: zhengwen holds no document reader and no writer of the index.
READER = "zhengwen"
READER_LIBRARIES = ("corpus/libzw_corpus.a",)
READER_SYMBOLS = re.compile(r"Xapian::WritableDatabase::")

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def sources(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".c", ".h", ".cc", ".cpp"):
                yield folder, path.relative_to(root).as_posix(), path


def own_header_fault(folder, header):
    """Why a file of `folder` may not include one of our headers, or None."""
    if "/" not in header:
        return "includes are written from the root"
    if header.startswith(folder + "/"):
        return None
    if any(header == may or header.startswith(may + "/") for may in FOLDERS[folder]):
        return None
    return f"{folder}/ may not include it (it may: {', '.join(FOLDERS[folder]) or 'libc'})"


def library_fault(name, header):
    for library, homes in LIBRARIES.items():
        if header.startswith(library) and not name.startswith(homes):
            return f"only {', '.join(homes)} may include it"
    return None


def include_faults(root):
    for folder, name, path in sources(root):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            quote, header = found.groups()
            fault = own_header_fault(folder, header) if quote == '"' else None
            fault = fault or library_fault(name, header)
            if fault:
                yield f"{name}:{number}: {header}: {fault}"


def symbols(path, kinds):
    """Names that the symbol table of a program or library gives with one of these kinds."""
    table = subprocess.run(["nm", "-C", str(path)], capture_output=True, text=True, check=True)
    found = re.findall(rf"^[0-9a-f ]* ([{kinds}]) (.+)$", table.stdout, re.MULTILINE)
    return {name for _, name in found}


def link_faults(build):
    defined = symbols(build / READER, "TtWw")
    if "main" not in defined:
        yield f"{READER}: no symbols to look at"
    for library in READER_LIBRARIES:
        for name in sorted(symbols(build / library, "T") & defined):
            yield f"{READER}: links {name} of {library}"
    for name in sorted(symbols(build / READER, "TtWwU")):
        if READER_SYMBOLS.search(name):
            yield f"{READER}: links a writer of the index: {name}"


def main():
    root, build = (pathlib.Path(arg) for arg in sys.argv[1:3])
    faults = [*include_faults(root), *link_faults(build)]
    print("\n".join(faults) or "every include and both programs keep their layers")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
