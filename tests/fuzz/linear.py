#!/usr/bin/env python3
"""linear.py BUILD - reading costs time in proportion to the text, whatever is repeated in it.

Each piece is repeated to a text of one size and of four times that; a program that scans back or
ahead without limit takes sixteen times as long for the longer one.
"""
import pathlib
import resource
import subprocess
import sys
import tempfile

PIECES = (
    "（", "）", "(", "《", "》", "“", "”", "【", "[", "〔", "、", "，", "；", "：", "。", "—", "…", "·", "|", "\t", " ",
    "\u3000", "\n", "\r\n", "\f", "#", "# ", "---\n", "- ", "1", "1.", "1、", "(1)", "①", "，1", "一", "一、", "（一）",
    "第一章 ", "第一条 ", "第", "一百零", "万", "亿", "百分之", "%", "10%、", "10—", "10至", "分别", "分别为1、", "年",
    "2017年", "2017年1月", "“十三五”", "到2020年", "同比增长", "由", "由、", "和", "及", "会同", "牵头", "负责", "责任单位：",
    "市教育局、", "教育厅", "各县", "有关部门", "市", "县", "省", "广西", "通知", "意见", "关于", "《关于", "国发〔2014〕",
    "〔2014〕8号", "目录\n", "目　录\n一、……1\n", "一、总则……………1\n", "附件：", "推进", "推进、", "建立健全", "实施", "的", "户籍",
    "居住证", "城镇化率", "e\u0301", "\u0301", "\u200b", "\U00020000", "ａ", "a", "a ", "ppp", "3.5", "．", "/", "\\",
)
MARKUP = (
    "<p>甲", "<br>", "<tr><td>甲<td>1", "<td rowspan=9 colspan=9>1", "</b>", "<a href=1>甲</a>", "<li><a>甲乙丙丁",
    "&amp;", "&x", "<", "<p ", "a=1 ", "<!-- ", "<script>", "<table></table>", "<h1>甲", "<h1>甲</h1>", "<title>甲",
    "<div class='a b-c nav'>甲</div>", "文号：<br>", "<pre>\n", "<meta name=a>", "甲，乙。<br>",
)
SMALL, TIMES = 64 * 1024, 4
ALLOWED, NOTICED = 10, 0.3  # ratio; seconds under which a ratio is noise


def seconds(program, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "extract", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   check=False, timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program = str(pathlib.Path(sys.argv[1]) / "zhengwen-index")
    failed, slowest = False, (0, "")
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder, "text.txt"))
        for head, piece in [("", piece) for piece in PIECES] + [("<html>", m) for m in MARKUP]:
            times = []
            for size in (SMALL, SMALL * TIMES):
                text = head + "关于示例工作的通知\n" + piece * (size // len(piece.encode()))
                pathlib.Path(path).write_text(text, encoding="utf-8", newline="")
                times.append(seconds(program, path))
            slowest = max(slowest, (times[1], repr(piece)))
            if times[1] > NOTICED and times[1] > ALLOWED * times[0]:
                print(f"{piece!r}: {times[0]:.2f} s for {SMALL} bytes, {times[1]:.2f} s for "
                      f"{SMALL * TIMES}")
                failed = True
    print(f"slowest: {slowest[1]}, {slowest[0]:.2f} s for {SMALL * TIMES} bytes")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
