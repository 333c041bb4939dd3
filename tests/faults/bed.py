"""bed.py - what the fault series share: made-up documents, the two programs, what an index says.

A series does harm to an index at many places or moments and looks at what is left. What an index
says is its dump, file by file and byte for byte: a file is in the index as a whole, in one of its
versions, or not.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77  # ctest: the test could not be made here

PLACES = "甲乙丙丁戊己庚辛壬癸"
PHRASES = (
    "深入推进以人为核心的新型城镇化，有序推进农业转移人口市民化。",
    "健全居住证制度，保障持有人依法享有义务教育和基本公共服务。",
    "完善农村宅基地制度，依法维护进城落户农民的土地承包权。",
    "鼓励社会资本参与城市公用设施投资运营，规范政府和社会资本合作。",
    "推进棚户区改造和城中村综合整治，加快保障性住房建设。",
    "建立财政转移支付同农业转移人口市民化挂钩机制。",
)


def document(number, version, paragraphs=12):
    """Some three kilobytes; no two alike, no two versions of one alike."""
    rng = random.Random(f"{number}/{version}")
    place = f"{rng.choice(PLACES)}{rng.choice(PLACES)}市"
    lines = [f"{place}人民政府关于第{number}号城镇化工作的通知", "各区人民政府："]
    for i in range(1, paragraphs + 1):
        lines.append(f"{i}.落实第{number}号任务。{rng.choice(PHRASES)}到{2016 + version}年，"
                     f"{place}第{i}区户籍人口城镇化率达到{rng.randint(300, 999) / 10}%以上，"
                     f"新增落户{rng.randint(1000, 99999)}人。（责任单位：市公安局、财政局）")
    return "\n".join(lines) + f"\n{place}人民政府\n{2015 + version}年3月{1 + number % 28}日\n"


def write_documents(folder, numbers, version, paragraphs=12):
    folder.mkdir(parents=True, exist_ok=True)
    for n in numbers:
        (folder / f"{n:05}.txt").write_text(document(n, version, paragraphs))


class Failure(Exception):
    pass


def wanted(holds, what):
    if not holds:
        raise Failure(what)


class Bed:
    def __init__(self, build, scratch):
        build = pathlib.Path(build).resolve()
        self.writer, self.reader = str(build / "zhengwen-index"), str(build / "zhengwen")
        self.scratch = pathlib.Path(scratch)
        self.env = dict(os.environ, LC_ALL="C.UTF-8", ZHENGWEN_DB="/nonexistent")

    def run(self, program, *args, as_user=None, **more):
        command = [program, *map(str, args)]
        if as_user is not None:
            command = ["setpriv", f"--reuid={as_user}", f"--regid={as_user}", "--clear-groups",
                       *command]
        done = subprocess.run(command, capture_output=True, env=self.env, timeout=600, **more)
        done.out = done.stdout.decode("utf-8", "replace")
        done.err = done.stderr.decode("utf-8", "replace")
        broken = done.returncode < 0 or done.returncode > 3 or "Sanitizer" in done.err or \
            "runtime error" in done.err
        wanted(not broken, f"{' '.join(command[:3])}: ended with {done.returncode}: "
                           f"{done.err[-600:]}")
        return done

    def index(self, *args, **more):
        return self.run(self.writer, *args, **more)

    def add(self, db, *paths, **more):
        return self.index("add", "-j", "2", "-d", db, *paths, **more)

    def start(self, *args):
        return subprocess.Popen([self.writer, *map(str, args)], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, env=self.env)

    def whole(self, db):
        done = self.index("check", "-d", db)
        wanted(done.returncode == 0, f"check: {done.out}{done.err}")

    def says(self, db):
        """{file name: every line of its dump}; empty for no index."""
        done = self.index("dump", "-d", db)
        if done.returncode == 3 and "no index there" in done.err:
            return {}
        wanted(done.returncode == 0, f"dump: {done.err}")
        files, name = collections.defaultdict(list), None
        for line in done.out.splitlines():
            unit = json.loads(line)
            if unit["type"] in ("document", "file"):
                name = os.path.basename(unit["file" if unit["type"] == "document" else "path"])
            if unit["type"] == "file":
                line = json.dumps([unit["path"], unit["sha256"], unit["size"]])
            files[name].append(line)
        return dict(files)

    def built(self, folder, name):
        """What an index of the folder says that nothing has happened to."""
        db = self.scratch / f"reference-{name}"
        done = self.add(db, folder)
        wanted(done.returncode == 0, done.err)
        said = self.says(db)
        shutil.rmtree(db)
        return said


def copy(source, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(source, to)


def main(about, series, add_arguments=lambda parser: None):
    """series(bed, options) raises Failure, or returns lines to print."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("build")
    parser.add_argument("--full", action="store_true", help="as often as docs/durability.md says")
    parser.add_argument("--seed", type=int, default=1)
    add_arguments(parser)
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        os.chmod(scratch, 0o755)
        try:
            for line in series(Bed(options.build, scratch), options):
                print(line, flush=True)
        except Failure as failure:
            print(f"FAILED: {failure}")
            return 1
    print(f"passed in {time.monotonic() - began:.1f} s")
    return 0
