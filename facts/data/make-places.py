#!/usr/bin/env python3
"""Writes places.tsv and townships.tsv from two public tables.

usage: make-places.py AREACODES_RESULT_CSV DIVISIONS_STREETS_CSV

AREACODES_RESULT_CSV  result.csv of github.com/yescallop/areacodes (CC0): every county, prefecture
                      and province since 1981 with its code and the years the name was in use
DIVISIONS_STREETS_CSV dist/streets.csv of github.com/modood/Administrative-divisions-of-China
                      (WTFPL): today's townships and street offices by county
"""
import csv
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# The peoples that name autonomous places; with and without 族 as the official names have them.
PEOPLES = '''蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡
纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 俄罗斯 鄂温克 德昂 保安 裕固
独龙 鄂伦春 赫哲 各'''.split()
PEOPLE = re.compile('(' + '|'.join(sorted((p + '族' for p in PEOPLES), key=len, reverse=True)) +
                    '|蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克)$')
TAILS = ['特别行政区', '自治区', '自治州', '自治县', '自治旗', '地区', '新区', '林区', '特区', '省', '市',
         '县', '区', '旗', '盟']
KEPT = {'自治州': '州', '自治县': '县', '自治旗': '旗'}     # 红河州, 芷江县 are said in full too


def shorts(name):
    """The short forms of a full name: 门源回族自治县 gives 门源 and 门源县."""
    tail = next((t for t in TAILS if name.endswith(t)), None)
    if not tail or '、' in name or name.endswith('矿区'):
        return []
    stem = name[:-len(tail)]
    if tail.startswith('自治'):
        while (m := PEOPLE.search(stem)) and m.start() >= 2:
            stem = stem[:m.start()]
        stem = stem[:-1] if stem.endswith('族') and len(stem) > 2 else stem
    if len(stem) < 2:
        return []
    return [stem, stem + KEPT[tail]] if tail in KEPT else [stem]


def write(name, head, lines):
    with open(os.path.join(HERE, name), 'w', encoding='utf8') as out:
        out.write(f'# Made by make-places.py; do not edit by hand.\n{head}\n')
        out.writelines(line + '\n' for line in lines)


def places(path):
    """A code is two digits of province, two of prefecture, two of county: the parent is in it."""
    for r in csv.DictReader(open(path, encoding='utf-8-sig')):
        name = r['名称']
        if '、' in name or '岛礁' in name:
            continue
        successor = re.sub(r'[^;]*\[\d+\];?', '', r['新代码']).strip(';')
        if successor == r['代码']:
            successor = ''
        yield '\t'.join([r['代码'], name, ' '.join(shorts(name)), r['启用时间'], r['变更/弃用时间'],
                         successor.replace(';', ' ')])


def townships(path):
    by_county = {}
    for r in csv.DictReader(open(path, encoding='utf8')):
        by_county.setdefault(r['areaCode'], []).append(re.sub('办事处$', '', r['name']))
    for county, names in sorted(by_county.items()):
        yield county + '\t' + ' '.join(dict.fromkeys(n.replace(' ', '') for n in names))


write('places.tsv', 'code\tname\tshort\tfrom\tto\tsuccessor', places(sys.argv[1]))
write('townships.tsv', 'county\tnames', townships(sys.argv[2]))
