#!/usr/bin/env python3
"""How well base/numeral and base/date read the numbers of public test tables.

usage: numbers.py PROBE TABLES [--misses N]

TABLES is a folder with the tables of cn2an, JioNLP and WeTextProcessing (../shared/numbers). Prints
a row a table: rows in scope, right, rate, and what was left out with the reason. Exit status 1 when
the rate over all rows in scope is below FLOOR, 77 (skipped) when the tables are not there.

Out of scope is what written policy does not have: signs before numbers (负), digits read out one by
one as telephone numbers are (幺), clock times, the lunar calendar, weeks, dates relative to the day
of speaking, 块 毛 角 分 added up, k and w for thousand and ten thousand, and rows that hold no
number or several.
"""
import collections
import json
import os
import re
import subprocess
import sys

FLOOR = 0.95


class Probe:
    """Asks number_probe all texts in one run."""

    def __init__(self, path):
        self.path, self.seen = path, {}

    def ask(self, texts):
        texts = [t for t in dict.fromkeys(texts) if t not in self.seen and t.strip() and '\n' not in t]
        run = subprocess.run([self.path], input='\n'.join(texts) + '\n', capture_output=True,
                             encoding='utf8', check=True)
        for text, line in zip(texts, run.stdout.split('\n')):
            numbers, _, date = line.partition('\t')
            rows = [tuple(map(float, r.split())) for r in numbers.split(';') if r]
            self.seen[text] = rows, date

    def numbers(self, text):
        return self.seen[text][0]

    def date(self, text):
        return self.seen[text][1]


class Table:
    def __init__(self, name):
        self.name, self.rows, self.out = name, [], collections.Counter()

    def row(self, text, check):
        self.rows.append((text, check))

    def leave(self, reason):
        self.out[reason] += 1


def same(x, y):
    return abs(x - y) <= 1e-9 * max(1.0, abs(x), abs(y))


def is_value(value):
    """The whole text is one numeral of this value."""
    def check(probe, text):
        got = probe.numbers(text)
        return len(got) == 1 and same(got[0][0], value) and got[0][4] == 0
    return check


def has_range(low, high):
    def check(probe, text):
        got = probe.numbers(text)
        if len(got) == 2 and low != high:  # 1万元--5万元: a unit stands in both
            return same(got[0][0], low) and same(got[1][0], high)
        return bool(got) and same(got[0][0], low) and same(got[0][1], high)
    return check


ALONE = re.compile('^[壹贰叁肆伍陆柒捌玖拾](点|$)')


def cn2an(folder):
    table = Table('cn2an')
    values = {r['var'].split('.')[-1]: r['value'] for r in
              json.load(open(os.path.join(folder, 'cn2an', 'cn2an_test.json'), encoding='utf8'))}
    for key in ('strict_data_dict', 'normal_data_dict', 'smart_data_dict'):
        for text, value in values[key].items():
            if text.startswith(('负', '-')):
                table.leave('a sign')
            elif re.search('[角分]', text):
                table.leave('块 毛 角 分 added up')
            elif ALONE.match(text):
                table.leave('a formal digit alone is a word or a name')
            elif re.search(r'[千百十零点]\d|万[三四]千|万\d', text):
                table.leave('digits and characters mixed in one number')
            elif text.endswith(('元', '圆', '圓')):
                table.row(text[:-1], is_value(value))
            else:
                table.row(text, is_value(value))
    for _ in values['direct_data_dict']:
        table.leave('digits read out one by one')
    for key, rows in values.items():
        if key.startswith('error'):
            table.out['not a number: left to the caller'] += len(rows)
    return table


def an2cn(folder):
    table = Table('an2cn')
    rows = json.load(open(os.path.join(folder, 'cn2an', 'an2cn_test.json'), encoding='utf8'))
    for number, forms in rows[0]['value'].items():
        for text in forms[:2]:
            if text.startswith('负'):
                table.leave('a sign')
            elif ALONE.match(text):
                table.leave('a formal digit alone is a word or a name')
            else:
                table.row(text, is_value(float(number)))
    return table


def money(folder):
    table = Table('jionlp money')
    rows = json.load(open(os.path.join(folder, 'jionlp-zh', 'test_money_parser.json'),
                          encoding='utf8'))
    for text, want in rows[0]['value']:
        if re.search(r'[\dk]w|k', text):
            table.leave('k and w')
        elif re.search(r'[角分毛]', text):
            table.leave('块 毛 角 分 added up')
        elif '两个亿' in text:
            table.leave('spoken: 两个亿')
        elif re.search('[几数]十|十几', text):
            table.leave('how many 几 is: 2 to 9 here, 1 to 10 there')
        elif re.search(r'\d，\d{3}', text):
            table.leave('a full-width comma inside digits parts a list in policy text')
        else:
            num = want['num']
            if isinstance(num, list):
                low, high = map(float, num)
                loose = re.search(r'多|余', text)  # 3000多: only the lower end is written
                table.row(text, has_range(low, low if loose else high))
            else:
                table.row(text, has_range(float(num), float(num)))
    return table


RELATIVE = re.compile(
    '[今明后去前当本次上下这那近未过]|世纪|年代|[点时分秒刻]|[周期]|星期|礼拜|农历|闰|腊|正月|[节至]日|旬|'
    '第.天|早|晚|午|:|：|初|末|底|内|以|之|左右|Q|季|廿|元旦|国庆|夏|春|秋|冬|寒|年三十|阴历|伊始|半|号|个|起|—|~|～|-.*-.*-|和')


def times(folder):
    table = Table('jionlp time')
    cases = json.load(open(os.path.join(folder, 'jionlp-zh', 'test_time_parser.json'),
                           encoding='utf8'))['cases']
    for case in cases:
        text, want = case['text'], case['expected']
        span = want.get('time')
        if want['type'] not in ('time_point', 'time_span') or not isinstance(span, list):
            table.leave('durations and repetitions')
        elif not re.search(r'\d{4}\s*[年./-]|[一二][〇零○九0-9][〇零○一二三四五六七八九]{2}年', text) or \
                RELATIVE.search(text):
            table.leave('relative, clock, lunar or without a year')
        elif 'inf' in ''.join(span):
            table.leave('open ends')
        else:
            table.row(text, is_period(span[0][:10], span[1][:10]))
    return table


def is_period(first, last):
    def check(probe, text):
        got = probe.date(text)
        if not got:
            return False
        a, b = ([int(x) for x in side.split('-')] for side in got.split())
        return all(not x or x == int(y) for x, y in zip(a, first.split('-'))) and \
            all(not x or x == int(y) for x, y in zip(b, last.split('-')))
    return check


def sides_agree(probe, text, other):
    """Both sides of a table's row read as the same numbers."""
    a, b = probe.numbers(text), probe.numbers(other)
    return len(a) == len(b) and all(same(x[0], y[0]) and same(x[1], y[1]) for x, y in zip(a, b))


PAIRS = ('itn/chinese/test/data/cardinal.txt', 'itn/chinese/test/data/number.txt',
         'itn/chinese/test/data/fraction.txt', 'itn/chinese/test/data/measure.txt',
         'itn/chinese/test/data/money.txt', 'tn/chinese/test/data/cardinal.txt',
         'tn/chinese/test/data/number.txt', 'tn/chinese/test/data/fraction.txt',
         'tn/chinese/test/data/measure.txt', 'tn/chinese/test/data/money.txt')


def pairs(folder, name):
    table = Table('wetext ' + name.replace('/chinese/test/data', ''))
    path = os.path.join(folder, 'wetextprocessing-zh', name)
    for line in open(path, encoding='utf8'):
        left, arrow, right = line.strip().partition('=>')
        left, right = left.strip(), right.strip()
        written = left if name.startswith('itn') else right
        digits = right if name.startswith('itn') else left
        if not arrow or not left or not right:
            table.leave('no row')
        elif '负' in written:
            table.leave('a sign')
        elif '幺' in written or re.search('[零一二三四五六七八九]{5}', written) or digits.count('.') > 1:
            table.leave('digits read out one by one')
        elif not re.search(r'\d', digits) or left == right:
            table.leave('no number')
        elif re.search(r'[a-z]|/[a-z]|[角分毛块]|°|℃|:|\^', digits) or re.search('每|摄氏|点半', written):
            table.leave('unit words or 块 毛 角 分 added up')
        elif re.search(r'(\d+)-(\d+)', digits) and \
                float(re.search(r'(\d+)-(\d+)', digits)[2]) < float(re.search(r'(\d+)-(\d+)', digits)[1]):
            table.leave('written 15-6 for 15 to 16')
        elif re.search('百分三|百分百', written):
            table.leave('spoken: 百分三十 without 之')
        elif re.search(r'[一二两三四五六七八九十百千万亿]', digits):
            table.leave('numbers left in characters')
        else:
            table.row(left, lambda probe, text, other=right: sides_agree(probe, text, other))
    return table


def main():
    args = [a for a in sys.argv[1:] if not a.startswith('--')]
    misses = int(sys.argv[sys.argv.index('--misses') + 1]) if '--misses' in sys.argv else 0
    folder = args[1]
    if not os.path.isdir(folder):
        print(f'skipped: no test tables at {folder}')
        return 77
    tables = [cn2an(folder), an2cn(folder), money(folder), times(folder)]
    tables += [pairs(folder, name) for name in PAIRS]
    probe = Probe(args[0])
    texts = [t for table in tables for t, _ in table.rows]
    for name in PAIRS:
        for line in open(os.path.join(folder, 'wetextprocessing-zh', name), encoding='utf8'):
            texts += [side.strip() for side in line.split('=>')]
    probe.ask(texts)
    right = rows = 0
    print(f'{"table":28} {"rows":>5} {"right":>5} {"rate":>6}  left out')
    for table in tables:
        good = 0
        for text, check in table.rows:
            ok = check(probe, text)
            good += ok
            if not ok and misses > 0:
                misses -= 1
                print('  miss:', table.name, text, probe.seen[text])
        rate = good / len(table.rows) if table.rows else 1.0
        out = ', '.join(f'{n} {why}' for why, n in table.out.items())
        print(f'{table.name:28} {len(table.rows):5} {good:5} {rate:6.3f}  {out}')
        right += good
        rows += len(table.rows)
    rate = right / rows
    print(f'{"all":28} {rows:5} {right:5} {rate:6.3f}')
    return 0 if rate >= FLOOR else 1


if __name__ == '__main__':
    sys.exit(main())
