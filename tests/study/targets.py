#!/usr/bin/env python3
"""targets.py BUILD DOCUMENTS EXPECTED - 户籍 and 常住人口城镇化率 of every place, against an answer made
by reading.

EXPECTED has a row for each value that the documents state (place, indicator, year, kind, comparison,
value), and one for each place and indicator without: no clause. Then:

    figures --places all gives exactly these rows, and "no document" for a place that has none
    the same rows come as csv, as json and as xlsx, where values are numbers
    texts full of numerals that measure nothing give no figure
"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as xml

INDICATORS = ("户籍人口城镇化率", "常住人口城镇化率")
NOWHERE = "西藏自治区"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# Numerals of names, numbers of documents, telephones, slogans, ordinals, dates.
TRAPS = """示例市人民政府办公室关于印发第三方评估办法的通知
示政办发〔2019〕18号

各县（区）人民政府，市直各部门：
一、构建“一个中心、两大平台”，推进“十三五”规划、二级公路、三级医院和4G网络建设，实行一站式服务。
二、落实“三权分置”和“1+6”政策体系，第三方机构按照第十二条和附件2执行，第五次全体会议另行通知。
三、联系电话：0971-6310022，传真：6310023，邮编：810000，网址：www.example.gov.cn。
四、本办法自2019年3月1日起施行，《关于第二批试点的通知》（示政发〔2016〕5号）同时废止。
示例市人民政府办公室
2019年2月18日
"""


class Failure(Exception):
    pass


def want(condition, what):
    if not condition:
        raise Failure(what)


def run(program, *arguments):
    return subprocess.run([str(program), *map(str, arguments)], capture_output=True, check=False)


def expected(path):
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    return sorted(tuple(row.values()) for row in csv.DictReader(lines, delimiter="\t"))


def told(row):
    """A row of the answer as EXPECTED has it."""
    place = row["path"] or row["place"]
    if row["state"] != "has":
        return (place, row["asked"], "", "", "", row["state"])
    value = f"{float(row['low']):.15g}" + ("" if row["unit"] == "%" else row["unit"])
    return (place, row["asked"], str(row["year"] or ""), row["kind"], row["cmp"], value)


def questions(places):
    return [*(f"--indicator={name}" for name in INDICATORS), "--change=level", "--places", places]


def cells_of(path):
    """The cells of the first sheet as (type, text)."""
    with zipfile.ZipFile(path) as book:
        sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
        shared = [] if "xl/sharedStrings.xml" not in book.namelist() else [
            "".join(t.text or "" for t in item.iter(f"{SHEET}t"))
            for item in xml.fromstring(book.read("xl/sharedStrings.xml"))]
    for cells in sheet.iter(f"{SHEET}row"):
        row = {}
        for cell in cells:
            column = cell.get("r").rstrip("0123456789")
            value = cell.find(f"{SHEET}v")
            text = value.text if value is not None else "".join(
                t.text or "" for t in cell.iter(f"{SHEET}t"))
            kind = cell.get("t", "n")
            row[column] = (kind, shared[int(text)] if kind == "s" else text)
        yield row


def check_xlsx(program, index, wanted, folder):
    path = folder / "targets.xlsx"
    want(run(program, "figures", "-d", index, *questions("all"), "--output", path).returncode == 0,
         "no xlsx")
    rows = list(cells_of(path))
    heads = {cell[1]: column for column, cell in rows[0].items()}
    values = [row for row in rows[1:] if row.get(heads["low"], ("n", ""))[1] not in ("", None)]
    want(len(values) == len([row for row in wanted if row[2] or row[3]]),
         f"xlsx: {len(values)} values")
    for row in values:
        for name in ("low", "high"):
            want(row[heads[name]][0] == "n", f"xlsx: {name} is no number: {row[heads[name]]}")
    want(len(rows) - 1 == len(wanted), f"xlsx: {len(rows) - 1} rows")


def check(build, documents, path):
    program, wanted = build / "zhengwen", expected(path)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        index = folder / "index"
        made = run(build / "zhengwen-index", "add", "-d", index, documents)
        want(made.returncode == 0, made.stderr.decode())
        answer = run(program, "figures", "-d", index, *questions("all"), "--format", "csv")
        found = sorted(map(told, csv.DictReader(io.StringIO(answer.stdout.decode()))))
        for row in wanted:
            want(row in found, f"missing: {row}")
        for row in found:
            want(row in wanted, f"not in the documents: {row}")
        want(len(found) == len(wanted), f"{len(found)} rows, {len(wanted)} wanted")
        answer = run(program, "figures", "-d", index, *questions("all"), "--format", "json")
        want(sorted(map(told, json.loads(answer.stdout)["places"])) == found, "json differs")
        check_xlsx(program, index, wanted, folder)
        listed = folder / "places"
        listed.write_text(f"{NOWHERE}\n", encoding="utf-8")
        answer = run(program, "figures", "-d", index, *questions(listed), "--format", "ndjson")
        states = {json.loads(line)["state"] for line in answer.stdout.decode().splitlines()}
        want(states == {"no document"}, f"{NOWHERE}: {states}")
        trap = folder / "traps.txt"
        trap.write_text(TRAPS, encoding="utf-8")
        facts = run(build / "zhengwen-index", "extract", "--format", "ndjson", trap)
        false = [line for line in facts.stdout.decode().splitlines()
                 if json.loads(line)["type"] == "figure"]
        want(not false, f"figures of traps: {false}")
    return len(wanted), len({row[0] for row in wanted})


def main():
    build, documents, path = map(pathlib.Path, sys.argv[1:4])
    if not documents.is_dir():
        print(f"{documents} is not there: skipped")
        return 77
    try:
        rows, places = check(build, documents, path)
    except Failure as failure:
        print(failure)
        return 1
    print(f"{rows} rows of {places} places are what the documents say; no figure in traps")
    return 0


if __name__ == "__main__":
    sys.exit(main())
