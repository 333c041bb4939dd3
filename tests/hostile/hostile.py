#!/usr/bin/env python3
"""hostile.py BUILD - a folder of files made to do harm: each costs one line, some time, some memory.

Every file is refused or read in bounded time, the good one among them is indexed, every refusal is
one line of the report, and nothing is written but the index: no scratch folder stays, no path in an
archive is followed.
"""
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

SECONDS, MEGABYTES = 120, 700  # for all of them together; of the largest process
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(inside):
    return f"<w:document {W}><w:body>{inside}</w:body></w:document>"


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(name, text)


def zeros(path, megabytes, block):
    """A DOCX whose main part unpacks to so much; written as a stream, so that the test stays small."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f"<w:document {W}><w:body>".encode())
            for _ in range(megabytes):
                part.write(block)


def pdf_of_objects(path, number):
    """No cross-reference table: the reader has to look for a million objects itself."""
    with open(path, "wb") as file:
        file.write(b"%PDF-1.4\n")
        for i in range(1, number + 1):
            file.write(b"%d 0 obj\n<</Next %d 0 R>>\nendobj\n" % (i, i + 1))
        file.write(b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n" % number)


ENTITIES = ("<!DOCTYPE a [<!ENTITY a0 '政策政策'>" +
            "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)) + "]>")
DEEP = "<w:tbl><w:tr><w:tc>" * 5000


def make(folder):
    """What the report must say of each file; None: indexed."""
    good = body(paragraph("居住证办法") + paragraph("第一条 本办法自公布之日起施行。"))
    docx(folder / "good.docx", [("word/document.xml", good)])
    docx(folder / "paths.docx", [("../../escaped", "x"), ("/tmp/escaped", "x"),
                                 ("word/document.xml", good.replace("居住证", "落户"))])
    zeros(folder / "bomb.docx", 1024, b"<w:p/>  " * 131072)
    zeros(folder / "zeros.docx", 1024, bytes(1 << 20))
    docx(folder / "entities.docx", [("word/document.xml", ENTITIES + body(paragraph("&a9;")))])
    docx(folder / "file.docx", [("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM "
                                 "'file:///etc/passwd'>]>" + body(paragraph("&x;")))])
    docx(folder / "deep.docx", [("word/document.xml", body(DEEP))])
    docx(folder / "many.docx", [(f"p{i}", "") for i in range(30000)] + [("word/document.xml", good)])
    pdf_of_objects(folder / "objects.pdf", 1000000)
    whole = (folder / "good.docx").read_bytes()
    (folder / "cut.docx").write_bytes(whole[:len(whole) // 2])
    (folder / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<</Length 99999>>\nstream\n")
    (folder / "cut.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) +
                                     "WordDocument".encode("utf-16-le") + bytes(2))
    (folder / "nested.rtf").write_bytes(rb"{\rtf1 " + b"{" * 3000000)
    (folder / "two\nlines.docx").write_bytes(whole[:100])
    with open(os.fsencode(folder) + b"/bad\xff\xfename.docx", "wb") as file:
        file.write(whole[:101])
    os.symlink(folder, folder / "loop")
    return {"good.docx": None, "paths.docx": None,
            "bomb.docx": "unpacks to more than 256 MB", "zeros.docx": "broken XML",
            "entities.docx": "DOCX: word/document.xml", "file.docx": "a DTD", "deep.docx": "broken XML",
            "many.docx": "more than 20000 parts", "objects.pdf": "PDF: ", "cut.docx": "a broken ZIP",
            "cut.pdf": "PDF: ", "cut.doc": "a broken OLE file", "nested.rtf": "nothing but blanks",
            "lines.docx": "a broken ZIP",
            "name.docx": "a broken ZIP", "/loop": "a link to a folder"}


def faults(report, wanted):
    for name, reason in wanted.items():
        lines = [line for line in report if name + "'" in line and "skipped: " in line]
        if reason is None:
            if lines:
                yield f"{name}: not indexed: {lines}"
        elif len(lines) != 1 or reason not in lines[0]:
            yield f"{name}: '{reason}' wanted in one line, found {lines}"
    for line in report:
        if "skipped: " not in line and not re.search(r"indexed \d+ files", line):
            yield f"a line that is no report: {line}"


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as root:
        root = pathlib.Path(root)
        folder, scratch = root / "in", root / "scratch"
        folder.mkdir()
        scratch.mkdir()
        wanted = make(folder)
        start = time.monotonic()
        run = subprocess.run([build / "zhengwen-index", "add", "-d", root / "index", folder],
                             capture_output=True, env={**os.environ, "TMPDIR": str(scratch)},
                             timeout=10 * SECONDS)
        seconds = time.monotonic() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        report = run.stderr.decode("utf-8").splitlines()
        found = list(faults(report, wanted))
        if run.returncode != 0:
            found.append(f"exit status {run.returncode}: {report}")
        if os.listdir(scratch) or set(os.listdir(root)) != {"in", "index", "scratch"} or \
                os.path.exists("/tmp/escaped"):
            found.append(f"left behind: {os.listdir(scratch)} {os.listdir(root)}")
        sanitized = "address" in (build / "CMakeCache.txt").read_text(encoding="utf-8").split(
            "ZW_SANITIZE:STRING=")[-1].splitlines()[0]
        if not sanitized and (seconds > SECONDS or peak > MEGABYTES):
            found.append(f"{seconds:.0f} s, {peak} MB: at most {SECONDS} s, {MEGABYTES} MB")
        print("\n".join(found + report + [f"{len(wanted)} files, {seconds:.1f} s, {peak} MB"]))
        return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
