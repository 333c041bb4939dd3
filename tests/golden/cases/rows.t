A table whose rows are documents: one row of the manifest says so, and which column is their text.

  $ cat > policies.csv <<'END'
  > 户籍政策汇总,,,,,,
  > 标题,文号,发文机关,成文日期,地区,正文,备注（人工）
  > 甲市户籍制度改革的实施意见,合政发〔2015〕3号,合肥市人民政府,2015年3月5日,合肥市,"各区人民政府：
  > 一、放宽落户条件
  > （一）社会保险满3年的，可以申请落户。
  > （二）到2020年，户籍人口城镇化率达到45%以上。",已核
  > 关于居住证的通知,银政发[2016]8号,银川市人民政府,2016-07,宁夏 银川,居住证持有人享有义务教育。到2018年，持证率达到60%。,
  > END
  > printf '路径,逐行,批次\npolicies.csv,正文,第一批\n' > m.csv
  > zhengwen-index add -d db --manifest m.csv 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'
  > zhengwen search -d db '落户 x:批次:第一批' --format text 2>/dev/null | grep -v '^   \(agencies\|measures\)'
  > zhengwen figures -d db '持证率' --format text 2>/dev/null; zhengwen facets -d db --by genre 2>/dev/null
  zhengwen-index: indexed 1 files (2 documents, 3 passages, 3 figures), 0 unchanged, 0 skipped; 0.0 MB in T s
  1. 甲市户籍制度改革的实施意见
     合政发〔2015〕3号 · 合肥市人民政府 · 安徽省/合肥市 · 2015-03-05
     备注人工 已核 · 批次 第一批
     一、放宽[落户]条件 （一）社会保险满3年的，可以申请[落户]。
     figures: 社会保险 >= 3年 (condition)
     6abd543b6122eeb227982cf0541efb43:0
  
  2. 甲市户籍制度改革的实施意见
     合政发〔2015〕3号 · 合肥市人民政府 · 安徽省/合肥市 · 2015-03-05
     备注人工 已核 · 批次 第一批
     一、放宽落户条件
     （二）到2020年，户籍人口城镇化率达到45%以上。
     figures: 户籍人口城镇化率 >= 45% (target 2020)
     6abd543b6122eeb227982cf0541efb43:1
  
  银川市  持证率 = 60% (target 2018)
     到2018年，持证率达到60%。
     关于居住证的通知 · 银政发〔2016〕8号 · fe2d373b998b183e199efcb80f43f3ea:0
  
  genre,documents,passages␍
  实施意见,1,2␍
  通知,1,1␍
  $ id=$(zhengwen search -d db 'x:备注人工:已核' -n 1 --format json 2>/dev/null | grep -m1 '"id"' | cut -d'"' -f4)
  > echo $id; zhengwen show -d db ${id%:*} | sed 's/^file .*/file/' | head -11; zhengwen cite -d db ${id%:*}
  6abd543b6122eeb227982cf0541efb43:0
  甲市户籍制度改革的实施意见
  id         6abd543b6122eeb227982cf0541efb43
  number     合政发〔2015〕3号
  issuer     合肥市人民政府
  date       2015-03-05
  genre      实施意见
  region     安徽省/合肥市
  x:备注人工 已核
  x:批次     第一批
  file
  part       第3行
  合肥市人民政府. 甲市户籍制度改革的实施意见：合政发〔2015〕3号[A]. 2015-03-05.

What extract finds is what add wrote; offsets count into the text that it prints.

  $ zhengwen-index extract --manifest m.csv policies.csv | python3 -c 'import json,sys
  > for line in sys.stdin:
  >     d = json.loads(line)
  >     if d["type"] == "document": print(d["id"], d["part"], d["region_path"], d["x"], d["given"], sep=" | ")
  >     if d["type"] == "figure": print("  ", d["text"], d["start"], d["end"])'
  > zhengwen-index extract --manifest m.csv --format source policies.csv | python3 -c 'import sys; t = sys.stdin.read(); print(t[109:111], t[141:144], t[219:222])'
  6abd543b6122eeb227982cf0541efb43 | 第3行 | ['安徽省', '合肥市'] | {'备注人工': '已核', '批次': '第一批'} | ['date', 'issuer', 'number', 'region', 'title']
     3年 109 111
     45% 141 144
  fe2d373b998b183e199efcb80f43f3ea | 第4行 | ['宁夏回族自治区', '银川市'] | {'批次': '第一批'} | ['date', 'issuer', 'number', 'region', 'title']
     60% 219 222
  3年 45% 60%

Rows put in and columns added elsewhere leave ids as they are; one bad row never stops the others.

  $ zhengwen-index dump -d db | grep -o '"type":"document","id":"[0-9a-f]*"' | sort > before
  > python3 - <<'END'
  > import csv
  > rows = list(csv.reader(open("policies.csv")))
  > rows.insert(2, ["没有正文的", "", "", "", "", "", ""])
  > rows.insert(2, ["新的通知", "", "", "2016-13-01", "宁厦", "到2020年建成300所学校。", ""])
  > rows[1].append("编码")
  > rows[1].append("标题")
  > csv.writer(open("policies.csv", "w")).writerows(rows)
  > END
  > zhengwen-index add -d db --manifest m.csv 2>&1 | sed "s/ in [0-9.]* s$/ in T s/; s,'/.*/,'HERE/,"
  > zhengwen-index dump -d db | grep -o '"type":"document","id":"[0-9a-f]*"' | sort | comm -13 - before; zhengwen-index check -d db
  > zhengwen search -d db 300所学校 --format text 2>/dev/null | head -3
  zhengwen-index: 'HERE/policies.csv': line 2, column 标题: the same as column 标题, which stands before it (the column is left out)
  zhengwen-index: 'HERE/policies.csv': line 3, column 成文日期: '2016-13-01' is no date: YYYY, YYYY-MM or YYYY-MM-DD is wanted (the cell is left out)
  zhengwen-index: 'HERE/policies.csv': line 3, column 地区: '宁厦': no such place (is 宁夏回族自治区 meant?) (the cell is left out)
  zhengwen-index: 'HERE/policies.csv': line 4, column 正文: there is no text (the row is left out)
  zhengwen-index: 'HERE/policies.csv': 1 of its rows is no document
  zhengwen-index: indexed 1 files (3 documents, 4 passages, 4 figures), 0 unchanged, 0 skipped; 0.0 MB in T s
  1. 新的通知
     批次 第一批
     到2020年建成[300所学校]。
  ! zhengwen-index: 'db': whole

Without the manifest the file stays what it was made; rows that are gone are gone.

  $ sed -i '$d' policies.csv; zhengwen-index add -d db policies.csv 2>&1 | sed "s/ in [0-9.]* s$/ in T s/; s,'/.*/,'HERE/,"
  > zhengwen search -d db 居住证 2>&1 | head -1; zhengwen-index rebuild -d db 2>&1 | grep -o 'indexed.*documents'
  zhengwen-index: 'HERE/policies.csv': line 2, column 标题: the same as column 标题, which stands before it (the column is left out)
  zhengwen-index: 'HERE/policies.csv': line 3, column 成文日期: '2016-13-01' is no date: YYYY, YYYY-MM or YYYY-MM-DD is wanted (the cell is left out)
  zhengwen-index: 'HERE/policies.csv': line 3, column 地区: '宁厦': no such place (is 宁夏回族自治区 meant?) (the cell is left out)
  zhengwen-index: 'HERE/policies.csv': line 4, column 正文: there is no text (the row is left out)
  zhengwen-index: 'HERE/policies.csv': 1 of its rows is no document
  zhengwen-index: 1 of the files keep what an earlier manifest said of them
  zhengwen-index: indexed 1 files (2 documents, 3 passages, 3 figures), 0 unchanged, 0 skipped; 0.0 MB in T s
  zhengwen: nothing found in 2 documents (2015–2016), 3 passages, 3 figures of 'db'
  indexed 1 files (2 documents

Ids of a column of the table; the same row in two files is two documents.

  $ printf '编号,题名,内容\nA-1,甲,到2020年建成30所学校。\nA-1,乙,文字。\nA-3,丙,到2020年建成40所学校。\n' > ids.csv
  > printf '题名,正文\n丙,到2020年建成40所学校。\n' > one.csv; cp one.csv two.csv; printf '丁,文字。\n' >> two.csv
  > printf 'path,rows\nids.csv,内容\none.csv,是\ntwo.csv,yes\n' > ids-m.csv
  > zhengwen-index add -d ids --manifest ids-m.csv 2>&1 | sed "s/ in [0-9.]* s$/ in T s/; s,'/.*/,'HERE/,"
  > zhengwen facets -d ids --by document --format tsv 2>/dev/null | cut -f 4 | sort; zhengwen show -d ids A-3 | head -2; zhengwen-index check -d ids
  zhengwen-index: 'HERE/ids.csv': line 3: its id is that of line 2 already (the row is left out)
  zhengwen-index: 'HERE/ids.csv': 1 of its rows is no document
  zhengwen-index: indexed 3 files (5 documents, 5 passages, 4 figures), 0 unchanged, 0 skipped; 0.0 MB in T s
  title
  丁
  丙
  丙
  丙
  甲
  丙
  id         A-3
  ! zhengwen-index: 'ids': whole

A running number is no id and no 文号.

  $ printf 'number,政策名称,发布部门,内容\n1,甲,乙市人民政府,种树。\n' > count.csv; printf 'path,rows\ncount.csv,内容\n' > count-m.csv
  > zhengwen-index extract --manifest count-m.csv count.csv | head -1 | python3 -c 'import json,sys; d=json.load(sys.stdin); print(d["title"], d["issuer"], d["number"], d["x"])'
  甲 乙市人民政府 None {'number': '1'}

What cannot be is told.

  $ printf 'path,rows,id\nids.csv,全文,\nsample/fujian-ppp-2015.txt,是,\n' > bad.csv; zhengwen-index add -d bad --manifest bad.csv 2>&1 | sed "s/ in [0-9.]* s$/ in T s/; s,'/[^']*/,'HERE/," | LC_ALL=C sort
  zhengwen-index: indexed 0 files (0 documents, 0 passages, 0 figures), 0 unchanged, 2 skipped; 0.0 MB in T s
  zhengwen-index: skipped: 'HERE/fujian-ppp-2015.txt': no row has the head '正文', the column that is the text of each row (line 1 has: 福建省发展和改革委员会 福建省财政厅关于)
  zhengwen-index: skipped: 'HERE/ids.csv': no row has the head '全文', the column that is the text of each row (line 1 has: 编号, 题名, 内容)
  $ printf 'path,rows,id\nids.csv,内容,X\nsample,是,\n' > bad.csv; zhengwen-index add -d bad --manifest bad.csv
  ! zhengwen-index: 'bad.csv': line 2, column id: 'X' is for one document, but each row of the file is one (a column id of that file's own gives them theirs)
  ! zhengwen-index: 'bad.csv': line 3, column rows: '是' is for files, but the row names a folder
  ! zhengwen-index: 'bad.csv': 2 faults; nothing was done
  [3]
  $ python3 -c 'print("标题,正文\n甲," + "植" * 3000000 + "\n乙,种树。")' > long.csv; printf 'path,rows\nlong.csv,是\n' > long-m.csv
  > zhengwen-index add -d long --manifest long-m.csv 2>&1 | sed "s/ in [0-9.]* s$/ in T s/; s,'/[^']*/,'HERE/,"
  zhengwen-index: 'HERE/long.csv': line 2, column 正文: more than 8 MB of text in one cell (the row is left out)
  zhengwen-index: 'HERE/long.csv': 1 of its rows is no document
  zhengwen-index: indexed 1 files (1 documents, 1 passages, 0 figures), 0 unchanged, 0 skipped; 9.0 MB in T s
