A column of the manifest is a field of the documents: x:NAME:value.

  $ printf '路径,批次,Batch-2,专题,url\nsample,第一批,a,,\nsample/ningxia*.txt,第二批；试点,b,居住证,https://example.org/1\nsample/fujian*,第二批,,,\n' > m.csv
  > zhengwen-index add -d db --manifest m.csv sample 2>/dev/null
  > zhengwen search -d db 'x:批次:第二批 随迁子女' -n 1 --format text | head -4
  > zhengwen facets -d db 'x:批次:第二批' --by document --format tsv | cut -f 4 | sort
  > zhengwen facets -d db '户籍 x:批次:二' --by x:批次 --format text; zhengwen facets -d db --by x:ＢATCH-2 --format text; zhengwen facets -d db --by x:topic --format json | grep -A 5 '"facets"'
  1. 宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
     示例政办发〔2017〕21号 · 宁夏回族自治区人民政府办公厅 · 宁夏回族自治区 · 2017-06-08
     topic 居住证 · batch-2 b · 批次 第二批；试点 · https://example.org/1
     宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务
  title
  宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  福建省发展和改革委员会福建省财政厅关于推广政府和社会资本合作模式的实施意见（示例）
  documents  passages  x:批次
          1         3  第二批
          1         3  试点
  documents  passages  x:batch-2
         15       176  a
          1        11  b
  	"facets":	[{
  			"type":	"facet",
  			"by":	"x:topic",
  			"value":	null,
  			"title":	null,
  			"documents":	15,
  ! zhengwen: 1 passage
  ! zhengwen: 户籍 also finds 户口 (+户籍 does not)
  ! zhengwen: 3 passages of 1 document
  ! zhengwen: 187 passages of 16 documents

Width, script and case do not count; brackets, beginnings and exclusion are as for other fields.

  $ zhengwen facets -d db 'ｘ：批次：第二*' --by document --format tsv | wc -l; zhengwen facets -d db 'x:批次:(试点 OR 第一批) -x:batch-2:A' --by document --format tsv | cut -f 4
  3
  title
  宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  $ zhengwen explain -d db 'x:批次:"第二批" 户籍' | head -1; zhengwen figures -d db 'x:批次:试点 持证率' --format text 2>&1 | grep ' 持证率'
  tree (side (field x "批次:第二批") 户籍)
  宁夏回族自治区  持证率 = 36.1% (baseline 2016)
  宁夏回族自治区  持证率 = 55% (target 2018)
  宁夏回族自治区  持证率 >= 70% (target 2020)

What is shown: text, JSON, CSV.

  $ zhengwen show -d db 11cfd1821d272569b85f7d5602c713a8 --format text | sed -n '2,/^file/p' | grep -v ^file
  id         11cfd1821d272569b85f7d5602c713a8
  number     示例政办发〔2017〕21号
  issuer     宁夏回族自治区人民政府办公厅
  date       2017-06-08
  genre      行动方案
  region     宁夏回族自治区
  url        https://example.org/1
  topic      居住证
  x:batch-2  b
  x:批次     第二批；试点
  $ zhengwen search -d db 'x:batch-2:b 随迁子女' -n 1 --format csv | python3 -c 'import csv,sys; r=list(csv.DictReader(sys.stdin))[0]; print({k: r[k] for k in r if k in ("url", "x")})'
  {'url': 'https://example.org/1', 'x': 'topic=居住证; batch-2=b; 批次=第二批；试点'}
  $ zhengwen figures -d db 'x:batch-2:b' -n 1 --format csv | python3 -c 'import csv,sys; r=list(csv.DictReader(sys.stdin))[0]; print({k: r[k] for k in r if k in ("url", "x")})'
  {'url': 'https://example.org/1', 'x': 'topic=居住证; batch-2=b; 批次=第二批；试点'}
  ! zhengwen: 1 of 27 figures (-n N shows more, -n 0 all)

A name that no document has is told with the nearest.

  $ zhengwen search -d db 'x:皮次:第二批'
  ! zhengwen: column 1: no document has a column x:皮次, did you mean x:批次?
  !   x:皮次:第二批
  !   ^^＾＾^＾＾＾
  [2]
  $ zhengwen search -d db '户籍 x:甲:1'
  ! zhengwen: column 4: no document has a column x:甲; there are x:batch-2, x:topic, x:批次
  !   户籍 x:甲:1
  !   　　 ^^＾^^
  [2]
  $ zhengwen search -d db '户籍 x:第二批'
  ! zhengwen: column 4: 'x:' wants a column of the manifest and a value: x:批次:第二批
  !   户籍 x:第二批
  !   　　 ^^
  [2]
  $ zhengwen search -d samples.db 'x:批次:第二批'
  ! zhengwen: column 1: no document has a column x:批次: none was indexed with a manifest that has columns of its own
  !   x:批次:第二批
  !   ^^＾＾^＾＾＾
  [2]
  $ zhengwen facets -d db --by x:批号
  ! zhengwen: '--by x:批号': no document has a column x:批号, did you mean x:批次?
  [2]
