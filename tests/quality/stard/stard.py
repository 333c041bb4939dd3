#!/usr/bin/env python3
"""stard.py PROBE FOLDER - ranking measured on the questions of STARD.

60,396 articles of law, each a document; layfolk's questions; for each the articles that answer it.
Every question is asked as it stands, its terms joined by OR. Reported are recall among the first 10
and 100, the reciprocal rank of the first answer among 10, and nDCG@10, averaged over questions; of
all questions and of the third of them whose number divides by 3, which no weight was tuned on.

Exit status 1: below a floor; 77: the data is not there."""
import gzip
import json
import math
import pathlib
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


def main():
    probe, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    corpus, queries = folder / "corpus.jsonl.gz", folder / "queries.jsonl"
    if not corpus.exists() or not queries.exists():
        print(f"skipped: no STARD in {folder}")
        return 77
    header = pathlib.Path(__file__).resolve().parents[3] / "segmenter" / "ranking.h"
    weights = [weight or constants(header) for _, weight in SETTINGS]
    articles, questions = read_jsonl(corpus), read_jsonl(queries)
    print(f"{len(articles)} articles, {len(questions)} questions")
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
