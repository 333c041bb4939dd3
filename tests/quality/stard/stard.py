#!/usr/bin/env python3
"""stard.py PROBE FOLDER - ranking measured on the questions of STARD.
stard.py --search BUILD FOLDER [EVERY] - the same through the programs, each EVERYth question.

60,396 articles of law, each a document; layfolk's questions; for each the articles that answer it.
Every question is asked as it stands, its terms joined by OR. Reported are recall among the first 10
and 100, the reciprocal rank of the first answer among 10, and nDCG@10, averaged over questions; of
all questions and of the third of them whose number divides by 3, which no weight was tuned on.

Through the programs, a law is a file with its articles one below the other, as a folder of laws
would be; zhengwen-index reads, cuts and indexes it, zhengwen search is asked, and the first passage
of an article stands for it. Quotation marks are taken out of the questions, for they would ask for
an exact run (and some never close). There are no floors: it is slow, and a report.

Exit status 1: below a floor; 77: the data is not there."""
import gzip
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

# What a search over bigrams of equal weight reaches (k1 0.9, b 0.4) must stay beaten.
FLOORS = {
    "article": {"R@10": .475, "R@100": .670, "MRR@10": .390, "nDCG@10": .378},
    "name and article": {"R@10": .475, "R@100": .675, "MRR@10": .396, "nDCG@10": .378},
}
SETTINGS = (("bigrams, k1 0.9 b 0.4", ".9\t.4\t1"), ("zhengwen", None))


def one_line(text):
    return " ".join(text.split())


def read_jsonl(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def constants(header):
    """K1 and B as the program has them."""
    values = dict(line.split()[1:3] for line in header.read_text(encoding="utf-8").splitlines()
                  if line.startswith("#define ZW_BM25_"))
    return f"{values['ZW_BM25_K1']}\t{values['ZW_BM25_B']}\t0"


def rank(probe, documents, questions, weights):
    """The ranked ids for each question under each of the weights."""
    with tempfile.TemporaryDirectory() as folder:
        lines = [f"D\t{text}" for _, text in documents]
        for weight in weights:
            lines.append(f"W\t{weight}")
            lines += [f"Q\t{one_line(q['question'])}" for q in questions]
        run = subprocess.run([probe, folder + "/index"], input="\n".join(lines) + "\n", text=True,
                             stdout=subprocess.PIPE, check=True, encoding="utf-8")
    answers = [[documents[int(n) - 1][0] for n in line.split()]
               for line in run.stdout.splitlines()]
    return [answers[i * len(questions):(i + 1) * len(questions)] for i in range(len(weights))]


def score(question, ranked):
    wanted = set(question["relevant_ids"])
    places = [i for i, found in enumerate(ranked) if found in wanted]
    top = [i for i in places if i < 10]
    best = sum(1 / math.log2(i + 2) for i in range(min(10, len(wanted))))
    return {
        "R@10": len(top) / len(wanted),
        "R@100": len([i for i in places if i < 100]) / len(wanted),
        "MRR@10": 1 / (top[0] + 1) if top else 0,
        "nDCG@10": sum(1 / math.log2(i + 2) for i in top) / best,
    }


def average(questions, answers, keep):
    scores = [score(q, a) for q, a in zip(questions, answers) if keep(q)]
    return {name: sum(s[name] for s in scores) / len(scores) for name in scores[0]}


def report(label, questions, answers):
    for part, keep in (("all", lambda q: True), ("untuned third", lambda q: q["query_id"] % 3 == 0)):
        result = average(questions, answers, keep)
        print(f"{label:40} {part:14}", *(f"{k} {v:.4f}" for k, v in result.items()), flush=True)
        if part == "all":
            whole = result
    return whole


ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?")
QUOTES = str.maketrans("“”\"「」『』＂", "        ")


def write_laws(articles, folder):
    """A file a law; gives the ids of (file, article)."""
    laws, ids = {}, {}
    for article in articles:
        places = list(ARTICLE.finditer(article["name"]))
        law = article["name"][:places[-1].start()] if places else article["name"]
        number = places[-1].group() if places else ""
        file = laws.setdefault(law, (f"{len(laws)}.txt", []))
        file[1].append(number + "  " + article["content"])
        ids[file[0], number] = article["id"]
    for law, (file, texts) in laws.items():
        (folder / file).write_text("\n".join([law, "", *texts, ""]), encoding="utf-8")
    return ids


def article_of(hit, ids):
    file = pathlib.Path(hit["document"]["file"]).name
    for text in [*reversed(hit["passage"]["heading_path"]), hit["passage"]["clean"]]:
        place = ARTICLE.match(text)
        if place:
            return ids.get((file, place.group()))
    return ids.get((file, ""))


def ask(search, db, question, ids):
    query = one_line(question.translate(QUOTES))
    run = subprocess.run([search, "search", "-d", db, "-n", "300", "-f", "ndjson", "--", query],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    found = [article_of(json.loads(line), ids) for line in run.stdout.decode().splitlines()]
    return list(dict.fromkeys(i for i in found if i is not None)), run.returncode


def through_programs(build, articles, questions):
    with tempfile.TemporaryDirectory() as scratch:
        laws, db = pathlib.Path(scratch, "laws"), str(pathlib.Path(scratch, "index"))
        laws.mkdir()
        ids = write_laws(articles, laws)
        subprocess.run([build / "zhengwen-index", "add", "-j", "2", "-d", db, laws], check=True)
        asked = [ask(build / "zhengwen", db, q["question"], ids) for q in questions]
    print(f"{len(questions)} questions, {sum(code > 1 for _, code in asked)} refused, "
          f"{sum(code == 1 for _, code in asked)} without an answer")
    report("laws as files: zhengwen search", questions, [ranked for ranked, _ in asked])
    return 0


def main():
    through = sys.argv[1] == "--search"
    if through:
        del sys.argv[1]
    probe, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    corpus, queries = folder / "corpus.jsonl.gz", folder / "queries.jsonl"
    if not corpus.exists() or not queries.exists():
        print(f"skipped: no STARD in {folder}")
        return 77
    header = pathlib.Path(__file__).resolve().parents[3] / "segmenter" / "ranking.h"
    weights = [weight or constants(header) for _, weight in SETTINGS]
    articles, questions = read_jsonl(corpus), read_jsonl(queries)
    print(f"{len(articles)} articles, {len(questions)} questions")
    if through:
        every = int(sys.argv[3]) if len(sys.argv) > 3 else 1
        return through_programs(pathlib.Path(probe), articles, questions[::every])
    below = []
    for what, text in (("article", lambda a: a["content"]),
                       ("name and article", lambda a: a["name"] + "。" + a["content"])):
        documents = [(a["id"], one_line(text(a))) for a in articles]
        for (label, own), answers in zip(SETTINGS, rank(probe, documents, questions, weights)):
            result = report(f"{what}: {label}", questions, answers)
            if not own:
                below += [f"{what}: {k} {result[k]:.4f} under {v}"
                          for k, v in FLOORS[what].items() if result[k] < v]
    for line in below:
        print(line)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
