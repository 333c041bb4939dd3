#!/usr/bin/env python3
"""Planted clauses: are copied, edited, new and omitted wordings told apart?

Two dozen invented places take a model paragraph, each copying some of its clauses, editing some,
leaving some out and adding its own; which is which is known. `zhengwen compare` is then asked, by
topic and document against document. Wanted: 95 of 100 clauses classed right in each, and the same
bytes when asked twice.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

MODEL = [
    "全面放开建制镇和小城市落户限制，合法稳定住所的人员可以在当地申请登记常住户口。",
    "建立城乡统一的户口登记制度，取消农业户口与非农业户口性质区分。",
    "完善居住证制度，以居住证为载体建立健全与居住年限相挂钩的基本公共服务提供机制。",
    "保障随迁子女平等享有受教育权利，将其义务教育纳入各级政府教育发展规划和财政保障范畴。",
    "将农业转移人口及其随迁家属纳入社区卫生服务体系，免费提供基本公共卫生服务。",
    "加快实施统一的城乡医疗救助制度，把进城落户农民完全纳入城镇社会保障体系。",
    "建立财政转移支付同农业转移人口市民化挂钩机制，加大对吸纳人口较多地区的支持力度。",
    "切实维护进城落户农民土地承包权、宅基地使用权、集体收益分配权，不得强行要求其转让。",
]
# Edits as officials make them: a number or a body changed, a condition put in, words replaced.
EDITS = [
    "全面放开建制镇和小城市落户限制，合法稳定就业或合法稳定住所满一年的人员可以在当地申请登记常住户口。",
    "建立城乡统一的户口登记制度，取消由此衍生的蓝印户口等户口类型与性质区分。",
    "完善流动人口居住证制度，以居住证为载体逐步建立与居住年限、参保年限相挂钩的公共服务提供机制。",
    "保障随迁子女在流入地平等享有受教育权利，将其义务教育和普惠性学前教育纳入政府教育发展规划。",
    "将农业转移人口纳入社区卫生和计划生育服务体系，免费提供十二项基本公共卫生服务。",
    "加快实施统一的城乡医疗救助和养老保险制度，把进城落户农民纳入城镇住房和社会保障体系。",
    "建立市级财政转移支付同农业转移人口落户数量挂钩机制，每落户一人奖励两千元，加大支持力度。",
    "维护进城落户农民土地承包权、宅基地使用权和林权，探索有偿退出，不得强行要求其转让。",
]
OWN = [
    "在高新区设立人才服务专窗，对引进的博士一次性发放安家补贴。",
    "推动古城保护与旅游开发融合，恢复传统街巷的商业功能。",
    "沿江建设二十公里生态绿道，修复湿地并向居民开放。",
    "依托口岸优势发展边境贸易，建设跨境电子商务产业园区。",
    "支持煤炭企业转型，安置下岗矿工到公益性岗位就业。",
    "建设智慧停车平台，新增车位向夜间居民错时共享。",
    "推广马铃薯主食产业，扶持合作社建设冷链仓储设施。",
    "改造老旧渔港码头，发展休闲渔业和海上观光项目。",
]
PLACES = ("石家庄市 唐山市 秦皇岛市 邯郸市 邢台市 保定市 张家口市 承德市 沧州市 廊坊市 衡水市 太原市 "
          "大同市 阳泉市 长治市 晋城市 朔州市 晋中市 运城市 忻州市 临汾市 吕梁市 沈阳市 大连市").split()


def plan(rng):
    """For each place what it does with each clause of the model, and which clause is its own."""
    plans = []
    for number, place in enumerate(PLACES):
        does = rng.choices(["shared", "adapted", "omitted"], weights=[6, 2, 1], k=len(MODEL))
        plans.append((place, does, OWN[number] if number < len(OWN) else None))
    return plans


def issuer(place):
    return place if place == "国务院" else place + "人民政府"


def text_of(place, does, own):
    clauses = []
    for i, what in enumerate(does):
        if what != "omitted":
            clauses.append(MODEL[i] if what == "shared" else EDITS[i])
    if own:
        clauses.insert(len(clauses) // 2, own)
    head = f"{issuer(place)}关于推进户籍制度改革的实施意见\n\n一、主要任务\n"
    return head + "（一）推进户籍改革。" + "".join(clauses) + f"\n{issuer(place)}\n2016年5月1日\n"


def items_of(place, does, own):
    """The same, each clause an item of its own."""
    numerals = "一二三四五六七八九十"
    clauses = [MODEL[i] if what == "shared" else EDITS[i]
               for i, what in enumerate(does) if what != "omitted"]
    if own:
        clauses.insert(len(clauses) // 2, own)
    body = "".join(f"{numerals[i]}、{c}\n" for i, c in enumerate(clauses))
    return f"{issuer(place)}关于推进户籍制度改革的实施意见\n\n{body}{place}人民政府\n2016年5月1日\n"


def run(build, *arguments):
    env = dict(os.environ, LC_ALL="C")
    done = subprocess.run([os.path.join(build, arguments[0]), *arguments[1:]], env=env,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def make_index(build, folder, plans, text):
    files = os.path.join(folder, "files")
    os.makedirs(files)
    for number, (place, does, own) in enumerate(plans):
        with open(os.path.join(files, f"{number:02}.txt"), "w", encoding="utf-8") as file:
            file.write(text(place, does, own))
    index = os.path.join(folder, "index")
    run(build, "zhengwen-index", "add", "-d", index, files)
    return index


def bare(clause):
    return "".join(c for c in clause if c.isalnum())


def classes_of(rows):
    """What each place is said to do with each clause of the model, and which clauses are its own."""
    said, own = {}, {}
    for row in rows:
        place = row["place"].split("/")[-1]
        model = row["template_text"]
        quoted = bare(row["quotation"] or "")
        for i, clause in enumerate(MODEL):
            if model and bare(clause) in bare(model) and row["wording"] != "new":
                said[place, i] = row["wording"]
        if row["wording"] == "new":
            own.setdefault(place, []).append(quoted)
    return said, own


def judge(name, plans, rows):
    right = total = 0
    said, own = classes_of(rows)
    for place, does, mine in plans:
        for i, what in enumerate(does):
            total += 1
            right += said.get((place, i)) == what
            if said.get((place, i)) != what:
                print(f"{name}: {place}: {MODEL[i]} is {what}, said {said.get((place, i))}")
        if mine:
            total += 1
            found = any(bare(mine) in clause for clause in own.get(place, []))
            right += found
            if not found:
                print(f"{name}: {place}: own clause not said to be new: {mine}")
    print(f"{name}: {right} of {total} clauses classed right ({right / total:.3f})")
    return right / total


def table(output):
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def main():
    build = sys.argv[1]
    plans = plan(random.Random(20260201))
    scores = []
    with tempfile.TemporaryDirectory() as folder:
        index = make_index(build, os.path.join(folder, "topic"), plans, text_of)
        ask = ["zhengwen", "compare", "-d", index, "户籍", "-f", "ndjson"]
        first, second = run(build, *ask), run(build, *ask)
        if first != second:
            sys.exit("asked twice, two answers")
        scores.append(judge("by topic", plans, table(first)))
    with tempfile.TemporaryDirectory() as folder:
        model = ("国务院", ["shared"] * len(MODEL), None)
        index = make_index(build, os.path.join(folder, "items"), [model] + plans, items_of)
        listed = table(run(build, "zhengwen", "facets", "-d", index, "", "--by", "document",
                           "-f", "ndjson"))
        ids = [row["value"] for row in listed]
        parent = next(row["value"] for row in listed if row["title"].startswith("国务院"))
        ids.remove(parent)
        rows = table(run(build, "zhengwen", "compare", "--documents", "-d", index, parent, *ids,
                         "-f", "ndjson"))
        titles = {row["title"].split("人民政府")[0]: row["place"] for row in rows if row["title"]}
        names = {holder: place for place, holder in titles.items()}
        for row in rows:
            row["place"] = names.get(row["place"], row["place"])
        scores.append(judge("by document", plans, rows))
    sys.exit(0 if min(scores) >= 0.95 else 1)


if __name__ == "__main__":
    main()
