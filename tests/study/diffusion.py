#!/usr/bin/env python3
"""diffusion.py BUILD SAMPLE [SHARED] - how a phrase spread from place to place, from end to end.

On the sample, always: an earlier document that is planted for one city moves that city's day and
every lag; a draft, an interpretation, a repost that are planted move nothing and are labelled;
taking all of it away gives the bytes of before; two runs give the same bytes.

On the folder SHARED where it is there, the same for 居住证 over corpora/wild and docs together, and
every row of diffusion.tsv: the first document of each place, its day, the text it carries out, or
why there is none. Each was judged by reading the document; a row that says something else than
when it was judged counts as not judged, and is printed.
"""
import collections
import csv
import datetime
import io
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RIGHT_AT_LEAST = {"document": 0.98, "date": 0.94, "cited": 0.9}  # just under what was measured

NOTICE = """{city}人民政府关于试行居住证制度的通知
{number}

各区人民政府：
一、自{year}年起试行居住证制度，居住证由公安机关免费发放。
二、各区应当做好居住证发放工作。
{city}人民政府
{year}年5月1日
"""
DRAFT = """{city}居住证试行办法（征求意见稿）
第一条 为了方便群众，试行居住证制度，制定本办法。
第二条 居住证由公安机关免费发放。
{city}公安局
1998年3月1日
"""
READING = """《{city}人民政府关于试行居住证制度的通知》解读
一、为什么要试行居住证制度
居住证方便群众，请市民到派出所申领居住证。
{city}公安局
1999年3月1日
"""

DRAFT_WORDS = ("征求意见", "草案", "送审稿", "修订稿")
READING_WORDS = ("解读", "答记者问", "对照表")


class Failure(Exception):
    pass


def want(condition, what):
    if not condition:
        raise Failure(what)


class Programs:
    def __init__(self, build, index):
        self.build, self.index = pathlib.Path(build), index

    def indexer(self, verb, *paths):
        run = subprocess.run([self.build / "zhengwen-index", verb, "-d", self.index, *paths],
                             capture_output=True, text=True, check=False)
        want(run.returncode == 0, run.stderr)

    def ask(self, *arguments):
        run = subprocess.run([self.build / "zhengwen", "diffusion", *arguments, "-d", self.index],
                             capture_output=True, text=True, check=False)
        want(run.returncode in (0, 1), run.stderr)
        return run.stdout

    def rows(self, *arguments):
        return list(csv.DictReader(io.StringIO(self.ask("居住证", "--format", "csv", *arguments))))


def by_place(rows):
    return {row["place"]: row for row in rows}


def days(a, b):
    return (datetime.date.fromisoformat(b) - datetime.date.fromisoformat(a)).days


def check_order(rows):
    """Adoptions by day, the first without a lag, ranks that include their own."""
    has = [row for row in rows if row["state"] == "has"]
    places = [row for row in has if row["place"] != "中央"]
    want(places, "nothing is adopted")
    first = min(row["date"] for row in has if len(row["date"]) == 10)
    for i, row in enumerate(places, 1):
        want(int(row["rank"]) <= i <= int(row["rank_last"]),
             f"{row['place']} is number {i}, not {row['rank']} to {row['rank_last']}")
    for row in has:
        if len(row["date"]) == 10:
            want(row["lag_days"] == row["lag_days_most"] == str(days(first, row["date"])),
                 f"{row['place']}: {row['lag_days']} days since {first}")
        else:
            want(int(row["lag_days"]) < int(row["lag_days_most"]),
                 f"{row['place']}: a date that is told in part has no exact lag")


def check_planted(programs, folder, city):
    before = programs.ask("居住证", "--format", "csv")
    want(before == programs.ask("居住证", "--format", "csv"), "two runs differ")
    old = by_place(programs.rows())
    first = min(row["date"] for row in old.values() if row["state"] == "has")

    drafts = folder / "drafts"
    drafts.mkdir()
    (drafts / "draft.txt").write_text(DRAFT.format(city=city), encoding="utf-8")
    (drafts / "reading.txt").write_text(READING.format(city=city), encoding="utf-8")
    programs.indexer("add", drafts)
    with_drafts = by_place(programs.rows())
    same = [place for place, row in old.items()
            if row["state"] == "has" and place != city
            and any(row[name] != with_drafts[place][name] for name in ("date", "lag_days", "rank"))]
    want(not same, f"a draft and an interpretation moved {same}")
    kinds = {row["title"]: row["why"] for row in programs.rows("--show", "documents")}
    want(kinds[f"{city}居住证试行办法（征求意见稿）"] == "draft", "a draft that is no draft")
    reading = [why for title, why in kinds.items() if "试行居住证制度的通知》解读" in title]
    want(reading == ["interpretation"], f"an interpretation that is {reading}")

    early = folder / "early"
    early.mkdir()
    notice = NOTICE.format(city=city, number="示政发〔2001〕977号", year=2001)
    (early / "notice.txt").write_text(notice, encoding="utf-8")
    (early / "repost.txt").write_text(notice + "（责任编辑：示例）\n", encoding="utf-8")
    programs.indexer("add", early)
    new = by_place(programs.rows())
    row = new[city]
    want((row["state"], row["date"], row["rank"]) == ("has", "2001-05-01", "1"),
         f"the planted document is not {city}'s first: {row['state']} {row['date']} {row['rank']}")
    want(row["number"] == "示政发〔2001〕977号" and row["reposts"] >= "1", "its repost is none")
    for place, other in new.items():
        if other["state"] == "has" and len(other["date"]) == 10:
            want(other["lag_days"] == str(days("2001-05-01", other["date"])),
                 f"{place}: the lag did not move with the first document")
    want(new != old and first > "2001-05-01", "nothing was planted before the first")

    programs.indexer("remove", *sorted([*drafts.iterdir(), *early.iterdir()]))
    want(programs.ask("居住证", "--format", "csv") == before,
         "taking the planted documents away does not give back the bytes of before")
    print(f"planted for {city}: an earlier document moves day and lags, a draft, an interpretation "
          "and a repost do not; taken away, the same bytes")


def check_sample(build, sample, folder):
    programs = Programs(build, folder / "sample.idx")
    programs.indexer("add", sample)
    rows = programs.rows()
    check_order(rows)
    found = [(row["place"], row["date"]) for row in rows if row["state"] == "has"]
    want(found == [("宁夏回族自治区", "2017-06-08"), ("绵阳市", "2018"), ("广东省", "2020-08-25"),
                   ("嘉兴市", "2022-04-06")], f"places of the sample: {found}")
    check_planted(programs, folder, "嘉兴市")


def compare(rows, judged):
    """Verdicts on what is as it was judged; what is not counts as not judged."""
    counts = {what: collections.Counter() for what in ("document", "date", "cited", "state")}
    found = by_place(rows)
    want(set(found) == {row["place"] for row in judged},
         f"other places: {set(found) ^ {row['place'] for row in judged}}")
    for row in judged:
        now = found[row["place"]]
        state = (now["state"], now["why"]) == (row["state"], row["why"])
        document = state and now["title"] == row["title"]
        same = {"state": state, "document": document,
                "date": document and (now["date"], now["date_of"]) == (row["date"], row["date_of"]),
                "cited": document and now["cited"] == row["cited"]}
        counts["state"]["right" if state else "not judged"] += 1
        for what in ("document", "date", "cited") if row["state"] == "has" else ():
            counts[what][row[f"{what}_judged"] if same[what] else "not judged"] += 1
        if not all(same.values()):
            print(f"{row['place']}: was {row['state']} {row['why']} {row['date']} {row['title']} "
                  f"《{row['cited']}》; is {now['state']} {now['why']} {now['date']} {now['title']} "
                  f"《{now['cited']}》")
    return counts


def check_shared(build, shared, folder):
    programs = Programs(build, folder / "shared.idx")
    programs.indexer("add", shared / "corpora" / "wild", shared / "docs")
    rows = programs.rows()
    check_order(rows)
    with open(HERE / "diffusion.tsv", encoding="utf-8", newline="") as f:
        judged = list(csv.DictReader((line for line in f if not line.startswith("#")),
                                     delimiter="\t", quoting=csv.QUOTE_NONE))
    counts = compare(rows, judged)
    for what, count in counts.items():
        print(f"{what}: {dict(count)}, {count['right'] / sum(count.values()):.0%} right")
    for what, least in RIGHT_AT_LEAST.items():
        share = counts[what]["right"] / sum(counts[what].values())
        want(share >= least, f"{what}: {share:.2f} right, {least} wanted")
    want(not counts["state"]["not judged"], "a place's state is another than when it was judged")
    for row in programs.rows("--show", "documents"):
        if any(word in row["title"] for word in DRAFT_WORDS):
            want(row["why"] == "draft", f"{row['title']} is {row['why'] or 'an adoption'}")
        elif any(word in row["title"] for word in READING_WORDS):
            want(row["why"] == "interpretation", f"{row['title']} is {row['why'] or 'an adoption'}")
    check_planted(programs, folder, "郑州市")


def main():
    build, sample = sys.argv[1], pathlib.Path(sys.argv[2])
    shared = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    if shared and not (shared / "corpora" / "wild").is_dir():
        print(f"{shared} is not there, nothing was tested")
        return 77
    with tempfile.TemporaryDirectory() as name:
        try:
            if shared:
                check_shared(build, shared, pathlib.Path(name))
            else:
                check_sample(build, sample, pathlib.Path(name))
        except Failure as failure:
            print(f"FAILED: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
