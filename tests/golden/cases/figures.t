A predicate on figures chooses them by indicator, value, unit and year; each comes with its sentence
and its place in the source.

  $ zhengwen figures '城镇化率>=60%' --format tsv | cut -f 1,3-6,9-12
  place	indicator	cmp	low	high	year	kind	value	quotation
  大理市	常住人口城镇化率	=	63.7	63.7	2015	baseline	63.7%	2015 年末，全市常住人口 66.2 万人，户籍人口 61.9 万人，常住人口城镇化率 63.7%，户籍人口城镇化率 41.8%。
  大理市	常住人口城镇化率	=	67	67	2018	target	67%	到 2018 年，常住人口城镇化率达到 67%，户籍人口城镇化率达到 50%。
  大理市	常住人口城镇化率	=	70	70	2020	target	70%	到 2020 年，常住人口城镇化率达到 70%，户籍人口城镇化率达到 58% 以上，新增城镇落户 8 万人，洱海流域城镇污水收集处理率达到 95%。
  宁夏回族自治区	常住人口城镇化率	=	60	60	2020	target	60%	到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右，常住人口城镇化率达到60%。
  江苏省	常住人口城镇化率	=	73.4	73.4	2020	baseline	73.4%	2020年，全省常住人口8470万人，常住人口城镇化率达到73.4%，比2015年提高5.9个百分点；
  江苏省	户籍人口城镇化率	=	67.2	67.2	2020	baseline	67.2%	户籍人口城镇化率为67.2%。
  江苏省	常住人口城镇化率	>=	75	75	2025	target	75%	到2025年，常住人口城镇化率达到75%以上，户籍人口城镇化率与其差距缩小到5个百分点以内，城镇新增就业600万人左右。
  江苏省	常住人口城镇化率	=	73.4	73.4	2020	baseline	73.4	| 常住人口城镇化率（%） | 73.4 | 75 | 预期性 |
  江苏省	常住人口城镇化率	=	75	75	2025	target	75	| 常住人口城镇化率（%） | 73.4 | 75 | 预期性 |
  樟树市	常住人口城镇化率	=	60	60	2020	target	60%	力争到 2020 年，常住人口城镇化率达到 60%，户籍人口城镇化率年均提高 1.2 个百分点；
  嘉兴市	常住人口城镇化率	=	71.9	71.9	2021	baseline	71.9%	常住人口城镇化率达到71.9%，新改建农村公路256公里，改造城镇老旧小区92个，惠及居民3.1万户。
  嘉兴市	常住人口城镇化率	=	77	77		target	77%	常住人口达到600万人，常住人口城镇化率提高到77%；
  敦煌市	常住人口城镇化率	=	66.9	66.9	2015	baseline	66.9%	2015 年，全市常住人口 19.1 万人，常住人口城镇化率 66.9%，接待游客 660 万人次，旅游收入 63.6 亿元。
  敦煌市	常住人口城镇化率	=	72	72	2020	target	72%	到 2020 年，常住人口城镇化率达到 72%，户籍人口城镇化率达到 55%，年接待游客超过 1500 万人次，城区供水普及率达到 100%，单位工业增加值用水量下降 25%。
  $ zhengwen figures '户籍人口城镇化率>=45%@2020' --format tsv | cut -f 1,3-6,9-12
  place	indicator	cmp	low	high	year	kind	value	quotation
  大理市	户籍人口城镇化率	>=	58	58	2020	target	58%	到 2020 年，常住人口城镇化率达到 70%，户籍人口城镇化率达到 58% 以上，新增城镇落户 8 万人，洱海流域城镇污水收集处理率达到 95%。
  宁夏回族自治区	户籍人口城镇化率	~	47	47	2020	target	47%	到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右，常住人口城镇化率达到60%。
  江苏省	户籍人口城镇化率	=	67.2	67.2	2020	baseline	67.2%	户籍人口城镇化率为67.2%。
  敦煌市	户籍人口城镇化率	=	55	55	2020	target	55%	到 2020 年，常住人口城镇化率达到 72%，户籍人口城镇化率达到 55%，年接待游客超过 1500 万人次，城区供水普及率达到 100%，单位工业增加值用水量下降 25%。
  $ zhengwen figures '投资>1000亿元' --format tsv | cut -f 1,3-7,9-11
  place	indicator	cmp	low	high	unit	year	kind	value
  嘉兴市	年度投资	=	105000000000	105000000000	元		target	1050亿元
  福建省	总投资	=	215000000000	215000000000	元		target	2150亿元
  福建省	投资	>=	120000000000	120000000000	元	2017	target	1200亿元
  黑龙江省	总投资	~	160000000000	160000000000	元		target	1600亿元
  $ zhengwen figures '城镇化率=60..70% region:江西' --format tsv | cut -f 1,3-6,9-12
  place	indicator	cmp	low	high	year	kind	value	quotation
  樟树市	常住人口城镇化率	=	60	60	2020	target	60%	力争到 2020 年，常住人口城镇化率达到 60%，户籍人口城镇化率年均提高 1.2 个百分点；
  ! zhengwen: region:江西 is 江西省

Household and resident population are kept apart.

  $ zhengwen figures 'indicator:户籍人口城镇化率 region:安徽' --format tsv | cut -f 1,3-6,9-12
  place	indicator	cmp	low	high	year	kind	value	quotation
  安徽省	户籍人口城镇化率	=	27.6	27.6	2015	baseline	27.6%	由2015年的27.6%提高到2020年的35%，年均提高1.5个百分点左右。
  安徽省	户籍人口城镇化率	=	35	35	2020	target	35%	由2015年的27.6%提高到2020年的35%，年均提高1.5个百分点左右。
  安徽省	户籍人口城镇化率	~	1.5	1.5	2020	target	1.5个百分点	由2015年的27.6%提高到2020年的35%，年均提高1.5个百分点左右。
  ! zhengwen: region:安徽 is 安徽省

Every value and every sentence is the source file at its offsets, in characters and in bytes.

  $ zhengwen figures --format ndjson -n 0 2>/dev/null > rows; "$ZW_CHECK" rows
  each span is the source's own text

