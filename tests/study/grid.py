#!/usr/bin/env python3
"""grid.py BUILD QUESTIONS [WILD] - a grid over places, from end to end.

On invented documents of invented rules, always: that the document in force governs, before drafts,
interpretations and news; that a list is quoted with its lead; that a figure is the one of which the
question is said; that no clause and no document are told apart; that the workbook has a row a place.

On the folder WILD where it is there: each cell of cities.txt is compared with grid.tsv, whose cells
were judged by reading their documents: `begins` is how the quotation begins, without blanks. A cell
that says something else than when it was judged counts as not judged, and is printed.
"""
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
RIGHT_AT_LEAST = 0.84  # of the filled cells; just under what was measured

ORDER = """甲省{city}市人民政府关于印发{city}市居住证管理办法的通知
{sign}政发〔{year}〕{n}号
各区人民政府：
现将《{city}市居住证管理办法》印发给你们。
{city}市人民政府
{year}年3月1日
{city}市居住证管理办法
第一章 总则
第一条 为了规范居住证管理，制定本办法。
第二章 申领
第二条 申领居住证应当符合下列条件：
（一）在本市连续居住满{live}个月；
（二）参加社会保险满{pay}个月。
第三条 对符合申领条件的，应当自受理之日起15日内发放居住证。
第四条 本办法自{year}年4月1日起施行。
"""

FILES = {
    "柳州旧.txt": ORDER.format(city="柳州", sign="柳", year=2012, n=3, live=12, pay=24),
    "柳州新.txt": ORDER.format(city="柳州", sign="柳", year=2016, n=9, live=6, pay=18),
    "柳州意见稿.txt": ORDER.format(city="柳州", sign="柳", year=2016, n=9, live=3, pay=3).replace(
        "管理办法\n第一章", "管理办法（征求意见稿）\n第一章").replace(
        "柳政发〔2016〕9号\n", "").replace("的通知", "（征求意见稿）的通知"),
    "南宁.txt": "南宁市公安局关于居住证签注的通知\n南公通〔2015〕2号\n第一条 居住证每年签注一次。\n"
                "南宁市公安局\n2015年5月4日\n",
}

QUESTIONS = ("name\tquery\twanted\n条件\t申领 居住证 条件\n参保\t(社会保险 OR 社保)\tfigure:个月\n"
             "居住\t\"连续居住\"\tfigure:个月\n")


class Failure(Exception):
    pass


def want(condition, what):
    if not condition:
        raise Failure(what)


class Programs:
    def __init__(self, build, index):
        self.build, self.index = pathlib.Path(build), index

    def make_index(self, folder):
        run = subprocess.run([self.build / "zhengwen-index", "add", "-d", self.index, folder],
                             capture_output=True, text=True, check=False)
        want(run.returncode == 0, run.stderr)

    def grid(self, *arguments):
        return subprocess.run([self.build / "zhengwen", "grid", *arguments, "-d", self.index],
                              capture_output=True, text=True, check=False)

    def cells(self, *arguments):
        run = self.grid(*arguments, "--format", "ndjson")
        want(run.returncode in (0, 1), run.stderr)
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        return {(row["place"], row["question"]): row for row in rows}


def bare(text):
    return re.sub(r"\s", "", text or "")


def check_invented(build, folder):
    for name, text in FILES.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    (folder / "questions.tsv").write_text(QUESTIONS, encoding="utf-8")
    (folder / "places.txt").write_text("柳州市\n南宁市\n桂林市\n", encoding="utf-8")
    programs = Programs(build, folder / "invented.idx")
    programs.make_index(folder / "documents")
    ask = (folder / "questions.tsv", "居住证", "--places", folder / "places.txt")

    now = programs.cells(*ask)
    new = now["柳州市", "条件"]
    want(new["number"] == "柳政发〔2016〕9号", f"the newest order governs, not {new['number']}")
    want(new["confidence"] == "high" and bare(new["quotation"]).startswith("第二条申领居住证")
         and bare(new["quotation"]).endswith("（二）参加社会保险满18个月。"),
         f"a list is quoted whole with its lead: {new['quotation']}")
    want([f.split()[-2] for f in now["柳州市", "参保"]["figures"]] == ["18个月"],
         f"the figure of which it is said: {now['柳州市', '参保']['figures']}")
    want([f.split()[-2] for f in now["柳州市", "居住"]["figures"]] == ["6个月"],
         f"the figure of which it is said: {now['柳州市', '居住']['figures']}")
    want(now["南宁市", "参保"]["state"] == "no clause", "a document that does not say it")
    want(now["桂林市", "参保"]["state"] == "no document", "a place without one")

    then = programs.cells(*ask, "--as-of", "2014-01-01")
    want("24个月" in " ".join(then["柳州市", "参保"]["figures"]), "the order in force in 2014")
    want(then["南宁市", "条件"]["state"] == "no document", "a notice of 2015 was not there in 2014")
    before = programs.cells(*ask, "--as-of", "2010-01-01")
    want(before["柳州市", "条件"]["state"] == "no document", "no order was there in 2010")

    book = folder / "grid.xlsx"
    run = programs.grid(*ask, "--output", book)
    want(run.returncode == 0, run.stderr)
    with zipfile.ZipFile(book) as parts:
        rows = parts.read("xl/worksheets/sheet1.xml").count(b"<row ")
    want(rows == 4, f"{rows} rows for a head and three places")
    once, again = (programs.grid(*ask, "--format", "csv").stdout for _ in range(2))
    want(once == again, "two runs differ")
    print("invented documents: order in force, list with lead, figures, no clause, no document")


def check_wild(build, questions, wild, folder):
    programs = Programs(build, folder / "wild.idx")
    programs.make_index(wild)
    with open(HERE / "grid.tsv", encoding="utf-8", newline="") as f:
        judged = list(csv.DictReader((line for line in f if not line.startswith("#")),
                                     delimiter="\t", quoting=csv.QUOTE_NONE))
    cells = programs.cells(questions, "居住证", "--places", HERE / "cities.txt")
    want(len(cells) == len(judged), f"{len(cells)} cells, {len(judged)} judged")
    filled, blank = collections.Counter(), collections.Counter()
    for row in judged:
        cell = cells[row["place"], row["question"]]
        same = (cell["state"] == row["state"]
                and bare(cell["quotation"]).startswith(row["begins"]))
        verdict = row["judged"] if same else "not judged"
        (filled if cell["state"] == "has" else blank)[verdict] += 1
        if not same:
            print(f"{row['place']} {row['question']} was {row['judged']}, {row['begins']}; "
                  f"is {cell['state']}, {bare(cell['quotation'])[:40]}")
    share = filled["right"] / max(1, sum(filled.values()))
    places = {row["place"] for row in judged if row["state"] == "has"}
    print(f"{len(places)} cities; filled cells: {dict(filled)}; empty cells: {dict(blank)}; "
          f"{share:.0%} of the filled ones right")
    want(len(places) >= 8, "fewer than eight cities have an answer")
    want(share >= RIGHT_AT_LEAST, f"{share:.2f} right, {RIGHT_AT_LEAST} wanted")


def main():
    build, questions = sys.argv[1:3]
    wild = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    if wild and not wild.is_dir():
        print(f"{wild} is not there, nothing was tested")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "documents").mkdir()
        try:
            if wild:
                check_wild(build, questions, wild, folder)
            else:
                check_invented(build, folder)
        except Failure as failure:
            print(f"FAILED: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
