Words side by side are all wanted; where too few passages hold them all, passages with some of them
follow and say what they lack.

  $ zhengwen search '居住证 随迁子女' --limit 2
  1. 宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
     示例政办发〔2017〕21号 · 宁夏回族自治区人民政府办公厅 · 宁夏回族自治区 · 2017-06-08
     宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务
     （五）保障[随迁子女]入学。建立以[居住证]为主要依据的[随迁子女]入学制度，将[随迁子女]教育纳入学校布局规划，按照实际在校人数拨付公用经费。到2020年，[随迁子女]在公办学校就读比例不低于90%，新建、改扩建城镇中小学校45所，增加学位5.2万个，基本消除56人以上的班级。[随迁子女]在我区连续就读满3年的，可以就地参加中考。（自治区教…
     figures: 随迁子女在公办学校就读比例 >= 90% (target 2020, 不低于); 城镇中小学校 = 45所 (target 2020); 学位 = +52000个 (target 2020); 班级 >= 56人 (condition 2020); 连续就读 >= 3年 (condition 2020)
     agencies: lead 自治区教育厅 (by 2020-12); support 自治区发展改革委 (by 2020-12); support 自治区财政厅 (by 2020-12); support 自治区编办 (by 2020-12); implement 各市、县（区） (by 2020-12)
     measures: 保障随迁子女入学 (保障 · 教育 · 公共服务); 建立以居住证为主要依据的随迁子女入学制度 (建立 · 教育, 居住证 · 公共服务); 将随迁子女教育纳入学校布局规划 (纳入 · 教育 · 目标规划); 5 more
     11cfd1821d272569b85f7d5602c713a8:6
  
  2. 绵阳市人民政府关于深化户籍制度改革促进农业转移人口落户的实施意见（示例）
     绵阳市人民政府 · 四川省/绵阳市 · 2018
     三、健全配套政策
     (二)保障[随迁子女]平等受教育权利。将[随迁子女]义务教育纳入城镇发展规划和财政保障范围,完善[随迁子女]在流入地参加升学考试办法。2018-2020年新建中小学28所、幼儿园46所,新增学位4.1万个,其中2018年新增1.3万个。
     figures: 中小学 = 28所 (target 2020); 幼儿园 = 46所 (target 2020); 新增学位 = +41000个 (target 2020); 新增学位 = +13000个 (target 2018)
     measures: 保障随迁子女平等受教育权利 (保障 · 教育 · 公共服务); 将随迁子女义务教育纳入城镇发展规划和财政保障范围 (纳入 · 教育 · 公共服务); 完善随迁子女在流入地参加升学考试办法 (完善 · 教育 · 公共服务); 1 more
     without: 居住证
     7132c768ec608fec6c56784efc68f7a9:6
  
  ! zhengwen: 1 passage holds all of 居住证, 随迁子女; about 10 with some of them follow (--strict leaves those out)

Only passages with every word:

  $ zhengwen search '居住证 随迁子女' --strict --format tsv | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	11cfd1821d272569b85f7d5602c713a8:6	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）	示例政办发〔2017〕21号	宁夏回族自治区人民政府办公厅	宁夏回族自治区	2017-06-08

Operators and brackets.

  $ zhengwen search '棚户区 AND 改造 NOT 城中村' --format tsv --limit 3 | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	a581784f56bd47f19b638fa5b6b009bd:1	黑龙江省人民政府关于加快城市棚户区和独立工矿区改造的通知（示例）	示例政发〔2014〕27号	黑龙江省人民政府	黑龙江省	2014-05-12
  2	a581784f56bd47f19b638fa5b6b009bd:0	黑龙江省人民政府关于加快城市棚户区和独立工矿区改造的通知（示例）	示例政发〔2014〕27号	黑龙江省人民政府	黑龙江省	2014-05-12
  3	a581784f56bd47f19b638fa5b6b009bd:5	黑龙江省人民政府关于加快城市棚户区和独立工矿区改造的通知（示例）	示例政发〔2014〕27号	黑龙江省人民政府	黑龙江省	2014-05-12
  ! zhengwen: 1–3 of 8 passages (-n N shows more, -n 0 all)
  $ zhengwen search '(居住证 OR 积分) -随迁子女 region:广东' --format tsv --limit 3 | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	b5a0229f608bc3804ed59074238841c6:4	广东省流动人口积分入户暂行规定（示例）	示例府规〔2020〕6号	广东省人民政府	广东省	2020-08-25
  2	b5a0229f608bc3804ed59074238841c6:1	广东省流动人口积分入户暂行规定（示例）	示例府规〔2020〕6号	广东省人民政府	广东省	2020-08-25
  3	b5a0229f608bc3804ed59074238841c6:7	广东省流动人口积分入户暂行规定（示例）	示例府规〔2020〕6号	广东省人民政府	广东省	2020-08-25
  ! zhengwen: region:广东 is 广东省
  ! zhengwen: 1–3 of 17 passages (-n N shows more, -n 0 all)
  $ zhengwen search '户籍 NEAR/4 改革' --format tsv --limit 3 | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	b5a0229f608bc3804ed59074238841c6:0	广东省流动人口积分入户暂行规定（示例）	示例府规〔2020〕6号	广东省人民政府	广东省	2020-08-25
  2	7132c768ec608fec6c56784efc68f7a9:0	绵阳市人民政府关于深化户籍制度改革促进农业转移人口落户的实施意见（示例）		绵阳市人民政府	四川省/绵阳市	2018
  3	1febda4113da1bc30362e9e4e3091bae:7	嘉兴市政府工作报告（示例）			浙江省/嘉兴市	2022-04-06
  ! zhengwen: 1–3 of 4 passages (-n N shows more, -n 0 all)

Full width, case and traditional characters are the same words.

  $ for q in PPP ＰＰＰ ppp; do zhengwen search "+$q" --format tsv 2>/dev/null | md5sum; done | uniq | wc -l
  1
  $ for q in 户籍 戶籍; do zhengwen search "+$q" --format tsv 2>/dev/null | md5sum; done | uniq | wc -l
  1

A synonym is asked for with its word, and said.

  $ zhengwen search PPP --format tsv --limit 1 | wc -l
  2
  ! zhengwen: PPP also finds 政府和社会资本合作 (+PPP does not)
  ! zhengwen: 1 of 14 passages (-n N shows more, -n 0 all)
  $ zhengwen search +PPP --format tsv --limit 1 | wc -l
  2
  ! zhengwen: 1 of 8 passages (-n N shows more, -n 0 all)

Fields, in English and in Chinese; a region holds the places inside it.

  $ zhengwen search 'PPP region:福建' --format tsv --limit 3 | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	d9240ddf0e63567ebc91c9dff9d084b2:0	福建省发展和改革委员会福建省财政厅关于推广政府和社会资本合作模式的实施意见（示例）	示例发改投资〔2015〕118号	福建省发展和改革委员会 福建省财政厅	福建省	2015-07-15
  2	d9240ddf0e63567ebc91c9dff9d084b2:1	福建省发展和改革委员会福建省财政厅关于推广政府和社会资本合作模式的实施意见（示例）	示例发改投资〔2015〕118号	福建省发展和改革委员会 福建省财政厅	福建省	2015-07-15
  3	d9240ddf0e63567ebc91c9dff9d084b2:8	福建省发展和改革委员会福建省财政厅关于推广政府和社会资本合作模式的实施意见（示例）	示例发改投资〔2015〕118号	福建省发展和改革委员会 福建省财政厅	福建省	2015-07-15
  ! zhengwen: PPP also finds 政府和社会资本合作 (+PPP does not)
  ! zhengwen: region:福建 is 福建省
  ! zhengwen: 1–3 of 12 passages (-n N shows more, -n 0 all)
  $ zhengwen search '地区：云南 标题：大理 污水' --format tsv --limit 2 | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	99764a7d6c202c703e3b1b0e9223cd7d:3	云南省大理市就近城镇化改革试点方案要点（示例）			云南省/大理白族自治州/大理市	
  2	99764a7d6c202c703e3b1b0e9223cd7d:1	云南省大理市就近城镇化改革试点方案要点（示例）			云南省/大理白族自治州/大理市	
  ! zhengwen: region:云南 is 云南省
  $ zhengwen search 'agency:教育厅 role:lead' --format tsv | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	11cfd1821d272569b85f7d5602c713a8:6	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）	示例政办发〔2017〕21号	宁夏回族自治区人民政府办公厅	宁夏回族自治区	2017-06-08
  $ zhengwen search '户籍 year:2016..2018' --format tsv --limit 4 | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	6b016b2f59e9dcbcf8d2a79b89148d32:2	安徽省新型城镇化试点省目标任务分解方案（示例）	示例城镇办〔2016〕5号	安徽省新型城镇化试点工作领导小组办公室	安徽省	2016-05-30
  2	7132c768ec608fec6c56784efc68f7a9:2	绵阳市人民政府关于深化户籍制度改革促进农业转移人口落户的实施意见（示例）		绵阳市人民政府	四川省/绵阳市	2018
  3	7132c768ec608fec6c56784efc68f7a9:1	绵阳市人民政府关于深化户籍制度改革促进农业转移人口落户的实施意见（示例）		绵阳市人民政府	四川省/绵阳市	2018
  4	7132c768ec608fec6c56784efc68f7a9:0	绵阳市人民政府关于深化户籍制度改革促进农业转移人口落户的实施意见（示例）		绵阳市人民政府	四川省/绵阳市	2018
  ! zhengwen: 户籍 also finds 户口 (+户籍 does not)
  ! zhengwen: 1–4 of 15 passages (-n N shows more, -n 0 all)
  $ zhengwen search 'number:示例政发〔2014〕27号 棚户区' --format tsv --limit 2 | cut -f 1,2,4-8
  rank	id	title	number	issuer	region	date
  1	a581784f56bd47f19b638fa5b6b009bd:1	黑龙江省人民政府关于加快城市棚户区和独立工矿区改造的通知（示例）	示例政发〔2014〕27号	黑龙江省人民政府	黑龙江省	2014-05-12
  2	a581784f56bd47f19b638fa5b6b009bd:0	黑龙江省人民政府关于加快城市棚户区和独立工矿区改造的通知（示例）	示例政发〔2014〕27号	黑龙江省人民政府	黑龙江省	2014-05-12
  ! zhengwen: 1–2 of 7 passages (-n N shows more, -n 0 all)

Each part of the compilation answers for its own place only.

  $ for r in 大理市 禹州市 樟树市 敦煌市; do
  >   zhengwen search "城镇化率 region:$r" --format tsv 2>/dev/null | sed 1d | cut -f 4,7 | sort -u
  > done
  云南省大理市就近城镇化改革试点方案要点（示例）	云南省/大理白族自治州/大理市
  河南省禹州市就近城镇化改革试点方案要点（示例）	河南省/许昌市/禹州市
  江西省樟树市就近城镇化改革试点方案要点（示例）	江西省/宜春市/樟树市
  甘肃省敦煌市就近城镇化改革试点方案要点（示例）	甘肃省/酒泉市/敦煌市

Newest first.

  $ zhengwen search '城镇化率' --sort date --format tsv --limit 3 2>/dev/null | cut -f 1,2,4-6
  rank	id	title	number	issuer
  1	1febda4113da1bc30362e9e4e3091bae:2	嘉兴市政府工作报告（示例）		
  2	1febda4113da1bc30362e9e4e3091bae:1	嘉兴市政府工作报告（示例）		
  3	3dd74888af03493cef7d9adc583cd3de:2	江苏省“十四五”新型城镇化规划纲要（示例）	示例政发〔2021〕40号	江苏省人民政府


A body that a field asks for is marked as the passage writes it.

  $ zhengwen search 'lead:教育厅' -n 1 2>/dev/null | grep -o '\[[^]]*教育厅\]' | sort -u
  [自治区教育厅]
