#!/usr/bin/env python3
"""cells.py FILE.xlsx - the cells of a workbook, a line a row, after the name of each sheet.

Cells are parted by " | "; numbers are as they are, text stands in quotes, TRUE and FALSE are flags.
"""
import sys
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def shown(cell):
    text = "".join(part.text or "" for part in cell.iter(MAIN + "t"))
    value = cell.find(MAIN + "v")
    if cell.get("t") == "inlineStr":
        return '"' + text.replace("\n", "\\n") + '"'
    if cell.get("t") == "b":
        return "TRUE" if value.text == "1" else "FALSE"
    return value.text if value is not None else ""


def column(reference):
    """From 1: C7 stands in the third."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def line(row):
    cells = {column(cell.get("r")): shown(cell) for cell in row}
    return " | ".join(cells.get(at, "") for at in range(1, max(cells, default=0) + 1))


def properties(sheet):
    pane = sheet.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
    kept = sheet.find(MAIN + "autoFilter")
    if pane is not None:
        yield f"frozen above row {int(pane.get('ySplit')) + 1}"
    if kept is not None:
        yield f"filter {kept.get('ref')}"


def main():
    with zipfile.ZipFile(sys.argv[1]) as package:
        book = xml.fromstring(package.read("xl/workbook.xml"))
        for at, name in enumerate(book.iter(MAIN + "sheet"), 1):
            sheet = xml.fromstring(package.read(f"xl/worksheets/sheet{at}.xml"))
            print("; ".join([f"[{name.get('name')}]", *properties(sheet)]))
            for row in sheet.iter(MAIN + "row"):
                print(line(row))


if __name__ == "__main__":
    main()
