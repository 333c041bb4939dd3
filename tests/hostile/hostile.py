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


def package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(name, text)


def bomb(path, parts, name, head, block, megabytes=300):
    """A file one part of which unpacks to so much; written as a stream, so that the test stays small."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts:
            archive.writestr(part, text)
        with archive.open(name, "w", force_zip64=True) as part:
            part.write(head.encode())
            for _ in range(megabytes):
                part.write(block)


RELATIONS = ("<Relationships><Relationship Id='r' Type='x/officeDocument' Target='xl/workbook.xml'/>"
             "</Relationships>")


def workbook(sheet, strings="strings.xml"):
    """The parts of an XLSX but for the sheet, which its relations name."""
    return [("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", "<workbook><sheets><sheet name='a' id='s'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels",
             f"<Relationships><Relationship Id='s' Type='x/worksheet' Target='{sheet}'/><Relationship "
             f"Id='t' Type='x/sharedStrings' Target='{strings}'/></Relationships>")]


def odt(path, text):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<document><body><text>" + text, zipfile.ZIP_DEFLATED)


def make_tables(folder):
    """Spreadsheets and OpenDocument."""
    sheet = "<worksheet><sheetData>"
    row = "<row><c t='inlineStr'><is><t>指标</t></is></c><c r='XFD1'><v>1</v></c></row>"
    good = sheet + row.replace("XFD", "B") + "</sheetData></worksheet>"
    bomb(folder / "bomb.xlsx", workbook("sheet.xml"), "xl/sheet.xml", sheet, b"<row/>  " * 131072)
    bomb(folder / "strings.xlsx", workbook("sheet.xml"), "xl/strings.xml", "<sst>",
         b"<si/>   " * 131072)
    package(folder / "paths.xlsx", workbook("../../../../etc/passwd") + [("xl/worksheets/a", good)])
    package(folder / "entities.xlsx", workbook("sheet.xml") + [
        ("xl/sheet.xml", ENTITIES + sheet + "&a9;")])
    package(folder / "wide.xlsx", workbook("sheet.xml") + [
        ("xl/sheet.xml", sheet + row * 20000 + "</sheetData></worksheet>")])
    package(folder / "round.xlsx", workbook("workbook.xml"))
    # A ZIP says that it is OpenDocument by its first part, which is not packed.
    with zipfile.ZipFile(folder / "bomb.odt", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        with archive.open("content.xml", "w", force_zip64=True) as part:
            part.write(b"<document><body><text>")
            for _ in range(300):
                part.write(b"<p/>    " * 131072)
    odt(folder / "deep.odt", "<list><list-item>" * 200)
    cells = "<table-cell number-columns-repeated='1000000'><p>甲</p></table-cell>" * 50
    odt(folder / "repeats.odt", "<table><table-row number-rows-repeated='1000000'>" + cells +
        "</table-row></table></text></body></document>")
    with zipfile.ZipFile(folder / "entities.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ENTITIES + "<document><body><text><p>&a9;</p>")
    return {"bomb.xlsx": "unpacks to more than 2", "strings.xlsx": "unpacks to more than 2",
            "paths.xlsx": "no text in it", "entities.xlsx": "xl/sheet.xml", "wide.xlsx": None,
            "round.xlsx": "no text in it", "bomb.odt": "unpacks to more than 2",
            "entities.odt": "content.xml", "repeats.odt": None, "deep.odt": "more than 256 elements"}


def make_pages(folder):
    """Web pages and what is no file."""
    with open(folder / "huge.html", "wb") as file:  # 1 GB, most of it a hole
        file.write("<!doctype html><p>居住证".encode())
        file.truncate(1 << 30)
    (folder / "deep.html").write_bytes(b"<!doctype html>" + b"<div>" * 1000000)
    (folder / "attributes.html").write_bytes(b"<!doctype html><p " + b"a=1 " * 1000000)
    (folder / "entities.html").write_bytes(
        ENTITIES.encode() + b"<!doctype html><html><p>&a9;</p>" + "政策&amp;".encode() * 100000)
    os.symlink("self", folder / "self")
    os.mkfifo(folder / "pipe")
    return {"huge.html": "more than 268435456", "deep.html": "elements inside each other",
            "attributes.html": "attributes in one tag", "entities.html": None, "/self": "",
            "/pipe": ""}


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
    package(folder / "good.docx", [("word/document.xml", good)])
    package(folder / "paths.docx", [("../../escaped", "x"), ("/tmp/escaped", "x"),
                                 ("word/document.xml", good.replace("居住证", "落户"))])
    bomb(folder / "bomb.docx", [], "word/document.xml", f"<w:document {W}><w:body>",
         b"<w:p/>  " * 131072, 1024)
    bomb(folder / "zeros.docx", [], "word/document.xml", f"<w:document {W}><w:body>", bytes(1 << 20))
    package(folder / "entities.docx", [("word/document.xml", ENTITIES + body(paragraph("&a9;")))])
    package(folder / "file.docx", [("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM "
                                 "'file:///etc/passwd'>]>" + body(paragraph("&x;")))])
    package(folder / "deep.docx", [("word/document.xml", body(DEEP))])
    package(folder / "many.docx", [(f"p{i}", "") for i in range(30000)] + [("word/document.xml", good)])
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
    return make_tables(folder) | make_pages(folder) | {"good.docx": None, "paths.docx": None,
            "bomb.docx": "unpacks to more than 256 MB", "zeros.docx": "broken XML",
            "entities.docx": "DOCX: word/document.xml", "file.docx": "a DTD", "deep.docx": "more than 256 elements inside each other",
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
