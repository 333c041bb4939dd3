What the index holds: every province has a row, and what is missing is told.

  $ zhengwen coverage --format text
  province          documents  passages  figures  first date  last date
  北京市                    0         0        0              
  天津市                    0         0        0              
  河北省                    0         0        0              
  山西省                    0         0        0              
  内蒙古自治区              0         0        0              
  辽宁省                    0         0        0              
  吉林省                    0         0        0              
  黑龙江省                  1         7       24  2014-05-12  2014-05-12
  上海市                    0         0        0              
  江苏省                    1        19       48  2021-08-20  2021-08-20
  浙江省                    1         9       55  2022-04-06  2022-04-06
  安徽省                    1        17       36  2016-05-30  2016-05-30
  福建省                    1        12       30  2015-07-15  2015-07-15
  江西省                    1         6       18              
  山东省                    1        13       32  2023-02-27  2023-02-27
  河南省                    1         6       21              
  湖北省                    1        21       20  2019-11-20  2019-11-20
  湖南省                    1        13       36  2019-03-18  2019-03-18
  广东省                    1        18       28  2020-08-25  2020-08-25
  广西壮族自治区            1        12       27              
  海南省                    0         0        0              
  重庆市                    0         0        0              
  四川省                    1        11       27  2018        2018
  贵州省                    0         0        0              
  云南省                    1         6       21              
  西藏自治区                0         0        0              
  陕西省                    0         0        0              
  甘肃省                    1         6       20              
  青海省                    0         0        0              
  宁夏回族自治区            1        11       27  2017-06-08  2017-06-08
  新疆维吾尔自治区          0         0        0              
  台湾省                    0         0        0              
  香港特别行政区            0         0        0              
  澳门特别行政区            0         0        0              
  ! zhengwen: the index holds 16 documents, 187 passages, 470 figures; 5 documents are undated
  ! zhengwen: 18 provinces have no document: that nothing is found there says nothing of them
  $ zhengwen coverage --by year --format tsv
  year	documents	passages	figures	first_date	last_date
  2014	1	7	24	2014-05-12	2014-05-12
  2015	1	12	30	2015-07-15	2015-07-15
  2016	1	17	36	2016-05-30	2016-05-30
  2017	1	11	27	2017-06-08	2017-06-08
  2018	1	11	27	2018	2018
  2019	2	34	56	2019-03-18	2019-11-20
  2020	1	18	28	2020-08-25	2020-08-25
  2021	1	19	48	2021-08-20	2021-08-20
  2022	1	9	55	2022-04-06	2022-04-06
  2023	1	13	32	2023-02-27	2023-02-27
  	5	36	107		
  ! zhengwen: the index holds 16 documents, 187 passages, 470 figures; 5 documents are undated

What it means that a query finds nothing: documents that do not say it, or no document.

  $ zhengwen coverage 居住证 --format tsv | awk -F'\t' '$2 > 0 || NR == 1'
  province	documents	passages	figures	first_date	last_date	with_documents	with_passages	state
  黑龙江省	1	7	24	2014-05-12	2014-05-12	0	0	no clause
  江苏省	1	19	48	2021-08-20	2021-08-20	0	0	no clause
  浙江省	1	9	55	2022-04-06	2022-04-06	1	1	has
  安徽省	1	17	36	2016-05-30	2016-05-30	0	0	no clause
  福建省	1	12	30	2015-07-15	2015-07-15	0	0	no clause
  江西省	1	6	18			0	0	no clause
  山东省	1	13	32	2023-02-27	2023-02-27	0	0	no clause
  河南省	1	6	21			0	0	no clause
  湖北省	1	21	20	2019-11-20	2019-11-20	0	0	no clause
  湖南省	1	13	36	2019-03-18	2019-03-18	0	0	no clause
  广东省	1	18	28	2020-08-25	2020-08-25	1	2	has
  广西壮族自治区	1	12	27			0	0	no clause
  四川省	1	11	27	2018	2018	1	1	has
  云南省	1	6	21			0	0	no clause
  甘肃省	1	6	20			0	0	no clause
  宁夏回族自治区	1	11	27	2017-06-08	2017-06-08	1	11	has
  ! zhengwen: 4 of 16 documents hold it, in 15 passages
  ! zhengwen: the index holds 16 documents, 187 passages, 470 figures; 5 documents are undated
  ! zhengwen: 18 provinces have no document: that nothing is found there says nothing of them
  $ zhengwen coverage '"绝无此语"' --by region --format tsv | cut -f 1,2,7-9
  region	documents	with_documents	with_passages	state
  黑龙江省	1	0	0	no clause
  江苏省	1	0	0	no clause
  浙江省/嘉兴市	1	0	0	no clause
  安徽省	1	0	0	no clause
  福建省	1	0	0	no clause
  江西省/宜春市/樟树市	1	0	0	no clause
  山东省	1	0	0	no clause
  河南省/许昌市/禹州市	1	0	0	no clause
  湖北省	1	0	0	no clause
  湖南省	1	0	0	no clause
  广东省	1	0	0	no clause
  广西壮族自治区/柳州市	1	0	0	no clause
  四川省/绵阳市	1	0	0	no clause
  云南省/大理白族自治州/大理市	1	0	0	no clause
  甘肃省/酒泉市/敦煌市	1	0	0	no clause
  宁夏回族自治区	1	0	0	no clause
  ! zhengwen: 0 of 16 documents hold it, in 0 passages
  ! zhengwen: the index holds 16 documents, 187 passages, 470 figures; 5 documents are undated

An indicator over the years, place by place.

  $ zhengwen timeline 户籍人口城镇化率 region:云南 --format text
  place   path                          relation  indicator         year  kind      value  date  passage                             quotation
  大理市  云南省/大理白族自治州/大理市            户籍人口城镇化率  2015  baseline  41.8%        99764a7d6c202c703e3b1b0e9223cd7d:0  2015 年末，全市常住人口 66.2 万人，户籍人口 61.9 万人，常住人口城镇化率 63.7%，户籍人口城镇化率 41.8%。
  大理市  云南省/大理白族自治州/大理市            户籍人口城镇化率  2018  target      50%        99764a7d6c202c703e3b1b0e9223cd7d:1  到 2018 年，常住人口城镇化率达到 67%，户籍人口城镇化率达到 50%。
  大理市  云南省/大理白族自治州/大理市            户籍人口城镇化率  2020  target    >=58%        99764a7d6c202c703e3b1b0e9223cd7d:1  到 2020 年，常住人口城镇化率达到 70%，户籍人口城镇化率达到 58% 以上，新增城镇落户 8 万人，洱海流域城镇污水收集处理率达到 95%。
  ! zhengwen: region:云南 is 云南省
  $ zhengwen timeline 户籍城镇化率 region:安徽 --format json | head -4
  {
   "command": "timeline",
   "query": "region:安徽",
   "looked_at": {"index":"samples.db","documents":16,"passages":187,"figures":470,"first_year":"2014","last_year":"2023"},
  ! zhengwen: region:安徽 is 安徽省
  $ zhengwen timeline 常住人口城镇化率 --places all --format tsv | cut -f 1,3,5,6,8,12 | head -12
  place	relation	year	kind	cmp	value
  黑龙江省	no clause				
  江苏省		2020	baseline	=	73.4%
  江苏省	same	2020	baseline	=	73.4
  江苏省		2020	baseline	=	5.9个百分点
  江苏省		2025	target	>=	75%
  江苏省	same	2025	target	=	75
  嘉兴市		2021	baseline	=	71.9%
  嘉兴市			target	=	77%
  安徽省		2015	baseline	=	50.5%
  安徽省		2016	target	=	51.8%
  安徽省		2018	target	=	54.2%
  ! zhengwen: 1 figure has an indicator that only contains what was asked (--match contains shows them)
  $ zhengwen timeline
  ! zhengwen: an indicator is missing (see 'zhengwen timeline --help')
  [2]
