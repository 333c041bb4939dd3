What is to be done, about what, by what means; how strongly; by whom, whatever the body is called.

Topics and instruments are known by their names in Chinese and English.

  $ zhengwen facets --by topic --format tsv | head -6
  topic	documents	passages
  组织实施	11	15
  土地	9	13
  财政	9	12
  住房	8	16
  投融资	8	16
  $ for q in 主题:居住证 'topic:"residence permit"'; do zhengwen search "$q" --format tsv | md5sum; done | uniq | wc -l
  1
  $ for q in 工具:需求型 instrument:demand; do zhengwen search "$q" --format tsv | md5sum; done | uniq | wc -l
  1
  $ zhengwen facets 'topic:居住证' --by instrument --format tsv
  instrument	documents	passages
  公共服务	3	5
  法规管制	1	1

A name that is none is refused with those that are.

  $ zhengwen search 'instrument:拨款'
  ! zhengwen: column 12: '拨款' is no instrument: 供给型 人才培养, 资金投入, 科技信息支持, 基础设施建设, 公共服务; 环境型 目标规划, 金融支持, 税收优惠, 法规管制, 策略性措施; 需求型 政府采购, 服务外包, 示范推广, 贸易与消费
  !   instrument:拨款
  !              ＾＾
  [2]
  $ zhengwen search '主题:体育'
  ! zhengwen: column 4: '体育' is no topic: 户籍, 居住证, 土地, 农村产权, 投融资, 财政, 住房, 教育, 医疗卫生, 社会保障, 就业, 养老, 产业, 科技创新, 农业农村, 生态环境, 基础设施, 交通, 智慧城市, 城市规划建设, 区域协调, 小城镇, 行政体制, 公共服务, 社会治理, 文化旅游, 对外开放, 公共安全, 组织实施
  !   主题:体育
  !   　　 ＾＾
  [2]

The words of a measure stand in one measure, verb and object, not in two of a passage.

  $ zhengwen search 'measure:建立制度' --format ndjson --limit 3 | grep -oE '"text":"建立[^"]*制度"'
  "text":"建立年度评估制度"
  "text":"建立以居住证为主要依据的随迁子女入学制度"
  "text":"建立城镇化监测制度"
  ! zhengwen: 1–3 of 4 passages (-n N shows more, -n 0 all)
  $ zhengwen search 'measure:"完善随迁子女"' --format tsv | wc -l
  2

A target is binding or expected where the text says so; its words of force are kept.

  $ zhengwen figures 'force:binding' --format tsv | cut -f 1,3-7,9,29,30
  place	indicator	cmp	low	high	unit	year	force	force_words
  江苏省	城市生活垃圾回收利用率	=	40	40	%	2025	binding	
  江苏省	城市建成区绿化覆盖率	=	43.5	43.5	%	2025	binding	
  $ zhengwen figures 'kind:target 力争' --format tsv | cut -f 1,3-7,9,29,30
  place	indicator	cmp	low	high	unit	year	force	force_words
  樟树市	常住人口城镇化率	=	60	60	%	2020		力争
  樟树市	户籍人口城镇化率年均提高	=	1.2	1.2	百分点	2020		力争
  樟树市	中医药产业主营业务收入	>	100000000000	100000000000	元	2020		
  樟树市	城区人均公园绿地面积	=	14	14	平方米	2020		
  福建省	入库项目	=	122	122	个			
  福建省	总投资	=	215000000000	215000000000	元			
  福建省	交通类项目	=	38	38	个			
  福建省	总投资	=	98000000000	98000000000	元			
  福建省	市政类项目	=	57	57	个			
  福建省	总投资	=	64000000000	64000000000	元			
  福建省	落地项目	>=	80	80	个	2017		力争、不少于
  福建省	投资	>=	120000000000	120000000000	元	2017		力争
  $ zhengwen search 'force:强制'
  ! zhengwen: column 7: '强制' is no force: binding 约束性, expected 预期性
  !   force:强制
  !         ＾＾
  [2]

A body is one under all its names, and not under those of its forerunners.

  $ zhengwen facets 'agency:发改委' --by province --format tsv
  province	documents	passages
  宁夏回族自治区	1	2
  四川省	1	1
  山东省	1	1
  广西壮族自治区	1	1
  江苏省	1	1
  河南省	1	1
  湖南省	1	1
  福建省	1	1
  黑龙江省	1	1
  ! zhengwen: agency:发改委 also finds 市发展改革委, 省发展和改革委员会, 省发展改革委, 自治区发展改革委
  $ zhengwen facets 'agency:自治区发改委' --by province --format tsv
  province	documents	passages
  宁夏回族自治区	1	2
  ! zhengwen: agency:自治区发改委 also finds 自治区发展改革委
  $ zhengwen facets 'agency:自然资源厅' --by year --format tsv
  year	documents	passages
  2019	1	1
  2021	1	1
  2023	1	1

Unless that is asked for.

  $ zhengwen facets 'agency:~自然资源厅' --by year --format tsv
  year	documents	passages
  2014	1	1
  2016	1	1
  2019	1	1
  2021	1	1
  2023	1	1
  ! zhengwen: agency:~自然资源厅 also finds 省国土资源厅 (until 2018)
  $ zhengwen facets 'lead:～卫健委' --by province --format tsv
  province	documents	passages
  湖南省	1	1
  ! zhengwen: lead:~卫健委 also finds 省卫生健康委
  $ zhengwen facets 'agency:~公安厅' --by province --format tsv
  province	documents	passages
  宁夏回族自治区	1	4
  安徽省	1	1
  广东省	1	1
  黑龙江省	1	1
  ! zhengwen: no reform of 公安厅 is known

What a passage refers to, and what its document carries out.

  $ zhengwen search 'cites:居住证暂行条例' --format tsv | cut -f 2,4
  id	title
  11cfd1821d272569b85f7d5602c713a8:1	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  $ zhengwen facets '贯彻:居住证暂行条例' --by document --format tsv
  document	documents	passages	title
  11cfd1821d272569b85f7d5602c713a8	1	11	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  $ zhengwen search 'implements:示例政发[2015]9号 随迁子女' --format tsv | cut -f 2,4
  id	title
  11cfd1821d272569b85f7d5602c713a8:6	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）

  $ zhengwen search 'agency:~'
  ! zhengwen: column 8: ~ wants a body behind it: agency:~自然资源厅
  !   agency:~
  !          ^
  [2]
