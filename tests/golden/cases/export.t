A table can be written to a file, whose name says its format. A workbook keeps numbers as numbers
and everything else as text; a second sheet says what was asked.

  $ zhengwen figures '户籍人口城镇化率>=45%@2020' -o rates.xlsx && "$ZW_CELLS" rates.xlsx | sed '/receipt/,$d' | cut -d '|' -f 1-11
  [figures]; frozen above row 2; filter A1:AI5
  "place" | "region" | "indicator" | "comparison" | "low" | "high" | "unit" | "change" | "year" | "kind" | "value" 
  "大理市" | "云南省/大理白族自治州/大理市" | "户籍人口城镇化率" | ">=" | 58 | 58 | "%" |  | 2020 | "target" | "58%" 
  "宁夏回族自治区" | "宁夏回族自治区" | "户籍人口城镇化率" | "~" | 47 | 47 | "%" |  | 2020 | "target" | "47%" 
  "江苏省" | "江苏省" | "户籍人口城镇化率" | "=" | 67.2 | 67.2 | "%" |  | 2020 | "baseline" | "67.2%" 
  "敦煌市" | "甘肃省/酒泉市/敦煌市" | "户籍人口城镇化率" | "=" | 55 | 55 | "%" |  | 2020 | "target" | "55%" 
  $ ls
  rates.xlsx
  sample
  samples.db

In Chinese the heads and the words of closed lists are Chinese, the quotations what they are.

  $ zhengwen figures '户籍人口城镇化率>=50%@2020' --lang zh --format md | cut -d '|' -f 1-13
  | 地方 | 地区 | 指标 | 比较 | 下限 | 上限 | 单位 | 变动 | 年份 | 性质 | 数值 | 原文 
  | --- | --- | --- | --- | ---: | ---: | --- | --- | ---: | --- | --- | --- 
  | 大理市 | 云南省/大理白族自治州/大理市 | 户籍人口城镇化率 | >= | 58 | 58 | % |  | 2020 | 目标 | 58% | 到 2020 年，常住人口城镇化率达到 70%，户籍人口城镇化率达到 58% 以上，新增城镇落户 8 万人，洱海流域城镇污水收集处理率达到 95%。 
  | 江苏省 | 江苏省 | 户籍人口城镇化率 | = | 67.2 | 67.2 | % |  | 2020 | 现状 | 67.2% | 户籍人口城镇化率为67.2%。 
  | 敦煌市 | 甘肃省/酒泉市/敦煌市 | 户籍人口城镇化率 | = | 55 | 55 | % |  | 2020 | 目标 | 55% | 到 2020 年，常住人口城镇化率达到 72%，户籍人口城镇化率达到 55%，年接待游客超过 1500 万人次，城区供水普及率达到 100%，单位工业增加值用水量下降 25%。 
  $ zhengwen figures '户籍人口城镇化率>=50%@2020' --lang zh --format csv | cut -d , -f 1-12
  地方,地区,指标,比较,下限,上限,单位,变动,年份,性质,数值,原文
  大理市,云南省/大理白族自治州/大理市,户籍人口城镇化率,>=,58,58,%,,2020,目标,58%,到 2020 年，常住人口城镇化率达到 70%，户籍人口城镇化率达到 58% 以上，新增城镇落户 8 万人，洱海流域城镇污水收集处理率达到 95%。
  江苏省,江苏省,户籍人口城镇化率,=,67.2,67.2,%,,2020,现状,67.2%,户籍人口城镇化率为67.2%。
  敦煌市,甘肃省/酒泉市/敦煌市,户籍人口城镇化率,=,55,55,%,,2020,目标,55%,到 2020 年，常住人口城镇化率达到 72%，户籍人口城镇化率达到 55%，年接待游客超过 1500 万人次，城区供水普及率达到 100%，单位工业增加值用水量下降 25%。
  $ zhengwen facets agency:公安厅 --by role --lang zh --format csv
  角色,文件数,段落数␍
  牵头,4,5␍
  配合,3,5␍
  负责,3,4␍
  落实,1,1␍
  $ zhengwen facets agency:公安厅 --by role --lang zh --format md
  | 角色 | 文件数 | 段落数 |
  | --- | ---: | ---: |
  | 牵头 | 4 | 5 |
  | 配合 | 3 | 5 |
  | 负责 | 3 | 4 |
  | 落实 | 1 | 1 |

A table for programs has the same names in every language that was not asked for.

  $ LANG=zh_CN.UTF-8 LC_ALL= LC_MESSAGES= zhengwen facets agency:公安厅 --by role --format csv
  role,documents,passages␍
  lead,4,5␍
  support,3,5␍
  responsible,3,4␍
  implement,1,1␍
  $ LANG=zh_CN.UTF-8 LC_ALL= LC_MESSAGES= zhengwen facets agency:公安厅 --by role --format md
  | 角色 | 文件数 | 段落数 |
  | --- | ---: | ---: |
  | 牵头 | 4 | 5 |
  | 配合 | 3 | 5 |
  | 负责 | 3 | 4 |
  | 落实 | 1 | 1 |

Nothing of a cell is taken for markup.

  $ zhengwen figures 'unit:% indicator:常住人口城镇化率 region:江苏省' --format md | cut -c 1-2 | sort | uniq -c
        6 | 

What fails leaves what was there.

  $ echo before > kept.csv; zhengwen search '(居住证' -o kept.csv; cat kept.csv; ls
  before
  kept.csv
  rates.xlsx
  sample
  samples.db
  ! zhengwen: column 1: the bracket that opens here is never closed
  !   (居住证
  !   ^
  $ zhengwen search '居住证' -o missing/hits.csv
  ! zhengwen: 'missing/hits.csv': No such file or directory
  [3]
  $ zhengwen search '居住证' -o /dev/full --format csv
  ! zhengwen: '/dev/full': No space left on device
  [3]

An export holds every hit, whatever the language of its heads.

  $ zhengwen search '居住证' -o hits.xlsx; zhengwen search '居住证' -o hits.tsv; wc -l < hits.tsv
  16
  $ "$ZW_CELLS" hits.xlsx | sed -n '/^.[a-z]/p' | grep -vE 'written by|hash|identity' | cut -c 1-80
  [hits]; frozen above row 2; filter A1:W16
  "rank" | "id" | "score" | "title" | "number" | "issuer" | "region" | "date" | "h
  [receipt]
  "command" | "search"
  "query" | "居住证"
  "index" | "samples.db"
  "documents looked at" | 16
  "passages looked at" | 187
  "figures looked at" | 470
  "first year" | "2014"
  "last year" | "2023"
  "total" | 15
  "query as understood" | "居住证"
  "command line" | "search --format xlsx -- 居住证"
  "rows" | 15
  "version of zhengwen" | "0.1.0"
  "time" | "2017-07-14T02:40:00Z"
