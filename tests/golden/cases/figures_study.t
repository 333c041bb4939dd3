An indicator is asked for under all its names; what only contains it is counted.

  $ zhengwen figures -i 户籍城镇化率 region:安徽 --format tsv | cut -f 1,3-6,8-9,12
  place	indicator	cmp	low	high	change	year	quotation
  安徽省	户籍人口城镇化率	=	27.6	27.6		2015	由2015年的27.6%提高到2020年的35%，年均提高1.5个百分点左右。
  安徽省	户籍人口城镇化率	=	35	35		2020	由2015年的27.6%提高到2020年的35%，年均提高1.5个百分点左右。
  安徽省	户籍人口城镇化率	~	1.5	1.5	+	2020	由2015年的27.6%提高到2020年的35%，年均提高1.5个百分点左右。
  ! zhengwen: region:安徽 is 安徽省
  $ zhengwen figures -i 城镇化率 --format tsv | cut -f 1-3
  place	region	indicator
  ! zhengwen: nothing found in 16 documents (2014–2023), 187 passages, 470 figures of 'samples.db'
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen: 40 figures have indicators that only contain what was asked (--match contains shows them)
  $ zhengwen figures -i 城镇化率 --match contains --change grows --format tsv | cut -f 1,3-7
  place	indicator	cmp	low	high	unit
  安徽省	户籍人口城镇化率	~	1.5	1.5	百分点
  江苏省	常住人口城镇化率	=	5.9	5.9	百分点
  樟树市	户籍人口城镇化率年均提高	=	1.2	1.2	百分点

Statistics by group: values and bounds, targets and what was reached apart.

  $ zhengwen figures -i 户籍人口城镇化率 -i 常住人口城镇化率 --by indicator --format text
  indicator         indicators  kind      unit    change  bound      n   min  median   max  documents
  常住人口城镇化率           1  target    %               value     12  51.8      60    77          9
  常住人口城镇化率           1  target    %               at least   2    55      65    75          2
  常住人口城镇化率           1  baseline  %               value      9  47.2    63.7  73.4          8
  常住人口城镇化率           1  baseline  百分点  +       value      1   5.9     5.9   5.9          1
  户籍人口城镇化率           1  target    %               value      6    35    43.5    55          6
  户籍人口城镇化率           1  target    %               at least   1    58      58    58          1
  户籍人口城镇化率           1  baseline  %               value      5  27.6    33.4  67.2          5
  户籍人口城镇化率           1  target    百分点  +       value      2   1.2    1.35   1.5          2
  ! zhengwen: 2 figures have indicators that only contain what was asked (--match contains shows them)
  $ zhengwen figures --unit 亩 --by unit --format text
  unit      indicator           indicators  kind       change  bound     n        min     median        max  documents
  亩                                     5  target             value     5       2800       4500     200000          4
  亩        项目用地                     1  target             at least  1       3000       3000       3000          1
  亩        新增城镇建设用地             1  target             at most   1     900000     900000     900000          1
  亩        城郊人均耕地                 1  condition          at most   1        0.6        0.6        0.6          1
  亩        新增高标准农田               1  target     +       value     1      50000      50000      50000          1
  平方公里  中药文化小镇                 1  target             value     1          3          3          3          1
  平方公里  中心城区建成区面积           1  target             at most   1         52         52         52          1
  平方公里                               4  baseline           value     5        252       1400      31200          3
  平方公里  新增海绵城市面积             1  target     +       value     1        280        280        280          1
  平方米                                 2  target             value     2         14      33.25         60          2
  平方米                                 3  target             at least  3         18         30         40          3
  平方米                                 4  target             at most   6         90        100        200          4
  平方米                                 2  baseline           value     2       15.3      22.65         30          2
  平方米    户均住房面积                 1  baseline           at most   1         35         35         35          1
  平方米    小区配建                     1  condition          at least  1        300        300        300          1
  平方米    新增绿色建筑面积             1  target     +       value     1  600000000  600000000  600000000          1
  $ zhengwen figures -i 户籍人口城镇化率 --by place,for --format text
  place                         target year  indicator         indicators  kind      unit    change  bound     n   min  median   max  documents
  江苏省                               2020  户籍人口城镇化率           1  baseline  %               value     1  67.2    67.2  67.2          1
  安徽省                               2015  户籍人口城镇化率           1  baseline  %               value     1  27.6    27.6  27.6          1
  安徽省                               2020  户籍人口城镇化率           1  target    %               value     1    35      35    35          1
  安徽省                               2020  户籍人口城镇化率           1  target    百分点  +       value     1   1.5     1.5   1.5          1
  江西省/宜春市/樟树市                 2020  户籍人口城镇化率           1  target    百分点  +       value     1   1.2     1.2   1.2          1
  河南省/许昌市/禹州市                 2015  户籍人口城镇化率           1  baseline  %               value     1  28.5    28.5  28.5          1
  河南省/许昌市/禹州市                 2020  户籍人口城镇化率           1  target    %               value     1    40      40    40          1
  四川省/绵阳市                        2017  户籍人口城镇化率           1  baseline  %               value     1  33.4    33.4  33.4          1
  四川省/绵阳市                        2020  户籍人口城镇化率           1  target    %               value     1    40      40    40          1
  云南省/大理白族自治州/大理市         2015  户籍人口城镇化率           1  baseline  %               value     1  41.8    41.8  41.8          1
  云南省/大理白族自治州/大理市         2018  户籍人口城镇化率           1  target    %               value     1    50      50    50          1
  云南省/大理白族自治州/大理市         2020  户籍人口城镇化率           1  target    %               at least  1    58      58    58          1
  甘肃省/酒泉市/敦煌市                 2020  户籍人口城镇化率           1  target    %               value     1    55      55    55          1
  宁夏回族自治区                       2020  户籍人口城镇化率           1  target    %               value     1    47      47    47          1
  ! zhengwen: 1 figure has an indicator that only contains what was asked (--match contains shows them)

Places down, years across; every place that has a document has a row.

  $ zhengwen figures -i 户籍人口城镇化率 -i 常住人口城镇化率 --pivot --places all --format text
  place                         state      indicator         unit    change  2015  2016   2017  2018  2020  2021      2025  not told
  黑龙江省                      no clause                                                                                           
  江苏省                        has        常住人口城镇化率  %                                        73.4        >=75; 75          
  江苏省                        has        常住人口城镇化率  百分点  +                                 5.9                          
  江苏省                        has        户籍人口城镇化率  %                                        67.2                          
  浙江省/嘉兴市                 has        常住人口城镇化率  %                                              71.9                  77
  安徽省                        has        常住人口城镇化率  %               50.5  51.8         54.2    56                          
  安徽省                        has        户籍人口城镇化率  %               27.6                       35                          
  安徽省                        has        户籍人口城镇化率  百分点  +                                ~1.5                          
  福建省                        no clause                                                                                           
  江西省/宜春市/樟树市          has        常住人口城镇化率  %               51.3                       60                          
  江西省/宜春市/樟树市          has        户籍人口城镇化率  百分点  +                                 1.2                          
  山东省                        no clause                                                                                           
  河南省/许昌市/禹州市          has        常住人口城镇化率  %               47.2                       56                          
  河南省/许昌市/禹州市          has        户籍人口城镇化率  %               28.5                       40                          
  湖北省                        no clause                                                                                           
  湖南省                        has        常住人口城镇化率  %                                               ~59                    
  广东省                        no clause                                                                                           
  广西壮族自治区/柳州市         no clause                                                                                           
  四川省/绵阳市                 has        常住人口城镇化率  %                           51.01        >=55                          
  四川省/绵阳市                 has        户籍人口城镇化率  %                            33.4          40                          
  云南省/大理白族自治州/大理市  has        常住人口城镇化率  %               63.7                 67    70                          
  云南省/大理白族自治州/大理市  has        户籍人口城镇化率  %               41.8                 50  >=58                          
  甘肃省/酒泉市/敦煌市          has        常住人口城镇化率  %               66.9                       72                          
  甘肃省/酒泉市/敦煌市          has        户籍人口城镇化率  %                                          55                          
  宁夏回族自治区                has        常住人口城镇化率  %                                          60                          
  宁夏回族自治区                has        户籍人口城镇化率  %                                         ~47                          
  ! zhengwen: 2 figures have indicators that only contain what was asked (--match contains shows them)

A row for each place of a list: a figure, no clause, no document.

  $ printf '福建\n宁夏\n西藏\n云南省/大理白族自治州/大理市\n乌有市\n' > list
  $ zhengwen figures -i 户籍人口城镇化率 --places list --format tsv | cut -f 1-6,8-9,15
  place	path	asked	state	documents	inside	year	kind	value
  福建	福建省	户籍人口城镇化率	no clause	1	0			
  宁夏	宁夏回族自治区	户籍人口城镇化率	has	1	0	2020	target	47%
  西藏	西藏自治区	户籍人口城镇化率	no document	0	0			
  云南省/大理白族自治州/大理市	云南省/大理白族自治州/大理市	户籍人口城镇化率	has	1	0	2015	baseline	41.8%
  云南省/大理白族自治州/大理市	云南省/大理白族自治州/大理市	户籍人口城镇化率	has	1	0	2018	target	50%
  云南省/大理白族自治州/大理市	云南省/大理白族自治州/大理市	户籍人口城镇化率	has	1	0	2020	target	58%
  乌有市		户籍人口城镇化率	no document	0	0			
  ! zhengwen: '乌有市' is no place that is known
  ! zhengwen: 1 figure has an indicator that only contains what was asked (--match contains shows them)
  ! zhengwen: 10 figures are of places that are not listed
  $ zhengwen figures -i 户籍人口城镇化率 --places list --by place --format text
  place                         state        indicator         indicators  kind      unit  change  bound     n   min  median   max  documents
  福建省                        no clause                                                                                                    
  宁夏回族自治区                has          户籍人口城镇化率           1  target    %             value     1    47      47    47          1
  西藏自治区                    no document                                                                                                  
  云南省/大理白族自治州/大理市  has          户籍人口城镇化率           1  target    %             value     1    50      50    50          1
  云南省/大理白族自治州/大理市  has          户籍人口城镇化率           1  target    %             at least  1    58      58    58          1
  云南省/大理白族自治州/大理市  has          户籍人口城镇化率           1  baseline  %             value     1  41.8    41.8  41.8          1
  乌有市                        no document                                                                                                  
  ! zhengwen: '乌有市' is no place that is known
  ! zhengwen: 1 figure has an indicator that only contains what was asked (--match contains shows them)
  ! zhengwen: 10 figures are of places that are not listed

One indicator, place and year with several values.

  $ zhengwen figures --conflicts --format text
  ! zhengwen: 0 groups of contradicting values: 0 conflicts, 0 revisions; 269 figures without year, place or indicator, or conditions, were not compared
  ! zhengwen: nothing found in 16 documents (2014–2023), 187 passages, 470 figures of 'samples.db'
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  [1]

What cannot be understood is refused.

  $ zhengwen figures --by flavour
  ! zhengwen: 'flavour': one of place|region|province|prefecture|year|for|indicator|unit|kind|change|force|cmp|document|issuer|genre is wanted
  [2]
  $ zhengwen figures --by place,year,for
  ! zhengwen: 'place,year,for': at most 2 keys
  [2]
  $ zhengwen figures --unit 2020 -i 投资
  ! zhengwen: '2020' is no unit
  [2]
  $ zhengwen figures --conflicts --pivot
  ! zhengwen: --conflicts goes with neither --by nor --pivot
  [2]
  $ zhengwen figures --places nowhere.txt
  ! zhengwen: 'nowhere.txt': No such file or directory (a list of places is a file, or one of all, province, prefecture)
  [3]
