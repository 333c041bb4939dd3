What a manifest says wins over the text; what the text says stays in sight.

  $ cat > m.csv <<'END'
  > 路径,标题,地区,日期,网址,批次
  > sample,,,,,第一批
  > sample/ningxia*.txt,居住证方案,宁夏 银川,2017年7月1日,https://example.org/1,第二批；试点
  > sample/nowhere.txt,甲,,,,
  > END
  > zhengwen-index extract --manifest m.csv sample/ningxia-residence-permit-2017.txt | head -1 |
  >   python3 -c 'import json,sys; d=json.load(sys.stdin); print(*(f"{k} {d[k]}" for k in ("title","date","region_path","url","given","found","x")), sep="\n")'
  title 居住证方案
  date 2017-07-01
  region_path ['宁夏回族自治区', '银川市']
  url https://example.org/1
  given ['date', 'region', 'title', 'url']
  found {'date': '2017-06-08', 'title': '宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）', 'region': '宁夏回族自治区'}
  x {'批次': '第二批；试点'}
  ! zhengwen-index: 'm.csv': line 4, column 路径: 'sample/nowhere.txt': no such file (the row is left out)

Only what a row says something new of is read again.

  $ short() { sed 's/ in [0-9.]* s$/ in T s/; s/, [0-9]* passages, [0-9]* figures//'; }
  > zhengwen-index add -d db --manifest m.csv sample 2>&1 | short
  > zhengwen-index add -d db --manifest m.csv sample 2>&1 | short
  > sed -i 's/第二批/第三批/' m.csv; zhengwen-index add -d db --manifest m.csv sample 2>&1 | short
  zhengwen-index: 'm.csv': line 4, column 路径: 'sample/nowhere.txt': no such file (the row is left out)
  zhengwen-index: indexed 13 files (16 documents), 0 unchanged, 0 skipped; 0.0 MB in T s
  zhengwen-index: 'm.csv': line 4, column 路径: 'sample/nowhere.txt': no such file (the row is left out)
  zhengwen-index: indexed 0 files (0 documents), 13 unchanged, 0 skipped; 0.0 MB in T s
  zhengwen-index: 'm.csv': line 4, column 路径: 'sample/nowhere.txt': no such file (the row is left out)
  zhengwen-index: indexed 1 files (1 documents), 12 unchanged, 0 skipped; 0.0 MB in T s

Without a manifest, what was said earlier stays, and that is said of the files that were read.

  $ zhengwen-index add -d db --force sample/ningxia-residence-permit-2017.txt 2>&1 | sed 's/ in [0-9.]* s$/ in T s/; s/, [0-9]* passages, [0-9]* figures//'
  > zhengwen-index rebuild -d db 2>&1 | grep -v indexed; zhengwen show -d db 11cfd1821d272569b85f7d5602c713a8 --format json | grep -A1 '"x"'
  zhengwen-index: 1 of the files keep what an earlier manifest said of them
  zhengwen-index: indexed 1 files (1 documents), 0 unchanged, 0 skipped; 0.0 MB in T s
  zhengwen-index: 13 of the files keep what an earlier manifest said of them
  		"x":	{
  			"批次":	"第三批；试点"

What is wrong in a table is all told, and nothing is done.

  $ printf 'path,region,date,url,a b!\nsample,宁厦,2015-02-29,example.org,1\n' > bad.csv; zhengwen-index add -d none --manifest bad.csv sample; ls none
  ! zhengwen-index: 'bad.csv': line 1, column a b!: a column's name has letters, digits, _, - and Chinese characters, at most 32 of them
  ! zhengwen-index: 'bad.csv': line 2, column region: '宁厦': no such place (is 宁夏回族自治区 meant?)
  ! zhengwen-index: 'bad.csv': line 2, column date: '2015-02-29' is no date: YYYY, YYYY-MM or YYYY-MM-DD is wanted
  ! zhengwen-index: 'bad.csv': line 2, column url: 'example.org' is no address: https://... is wanted, without blanks
  ! zhengwen-index: 'bad.csv': 4 faults; nothing was done
  ! ls: cannot access 'none': No such file or directory
  [2]
  $ printf 'path,title\nsample,"甲\n' > open.csv; zhengwen-index add -d none --manifest open.csv sample
  ! zhengwen-index: 'open.csv': line 2: the quote that opens here is never closed
  [3]
  $ zhengwen-index add -d none --manifest nowhere.csv sample
  ! zhengwen-index: 'nowhere.csv': No such file or directory
  [3]

An id is the document's, and belongs to one file.

  $ printf '文件,编号\nsample/ningxia-residence-permit-2017.txt,NX-1\nsample/pilots-compilation-2016.txt,PILOT\n' > id.csv
  > zhengwen-index add -d ids --manifest id.csv 2>&1 | sed 's/ in [0-9.]* s$/ in T s/; s/, [0-9]* passages, [0-9]* figures//'
  > zhengwen show -d ids NX-1 | head -2; zhengwen facets -d ids --by document --format tsv | cut -f 2 | sort
  zhengwen-index: indexed 2 files (5 documents), 0 unchanged, 0 skipped; 0.0 MB in T s
  宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  id         NX-1
  1
  1
  1
  1
  1
  documents
  $ printf '文件,编号\nsample/hubei-homestead-2019.txt,NX-1\n' > id2.csv; zhengwen-index add -d ids --manifest id2.csv 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'
  zhengwen-index: skipped: '/ROOT/corpus/sample/hubei-homestead-2019.txt': its id 'NX-1' is that of '/ROOT/corpus/sample/ningxia-residence-permit-2017.txt'
  zhengwen-index: indexed 0 files (0 documents, 0 passages, 0 figures), 0 unchanged, 1 skipped; 0.0 MB in T s
