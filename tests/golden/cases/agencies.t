Who is charged with what. A list behind a task gives its bodies their roles; the prefix of the first
is that of the others.

  $ zhengwen agencies 'region:柳州 货币化' --format text
  推进货币化安置
     lead 市住建委、市房产局; support 市财政局、各县区政府
     2. 推进货币化安置。落实货币化安置奖励政策,对选择货币化安置的被征收人,给予评估价值10%以内的奖励。2016年货币化安置比例达到50%以上,此后每年提高5个百分点。(牵头单位:市住建委、房产局;参加单位:市财政局,各县区政府)
     柳州市城镇棚户区和城中村改造实施方案（示例） · 柳州市
     02ba7ed3e502c293d9690cdf84c4b402:4@475-590
  ! zhengwen: region:柳州 is 柳州市
  ! zhengwen: 1 task, 4 bodies named for it
  $ zhengwen agencies 'region:宁夏 随迁子女' --format csv --lang zh | cut -d, -f1-7,13-16
  任务,部门,机构,机构所属,集合称谓,角色,时限,地方,地方层级,日期,原文写法
  保障随迁子女入学,自治区教育厅,教育厅,宁夏回族自治区,否,牵头,2020-12,宁夏回族自治区,省级,2017-06-08,自治区教育厅
  保障随迁子女入学,自治区发展改革委,发展和改革委员会,宁夏回族自治区,否,配合,2020-12,宁夏回族自治区,省级,2017-06-08,自治区发展改革委
  保障随迁子女入学,自治区财政厅,财政厅,宁夏回族自治区,否,配合,2020-12,宁夏回族自治区,省级,2017-06-08,财政厅
  保障随迁子女入学,自治区编办,机构编制委员会办公室,宁夏回族自治区,否,配合,2020-12,宁夏回族自治区,省级,2017-06-08,编办
  保障随迁子女入学,各市、县（区）,各市、县（区）,,是,落实,2020-12,宁夏回族自治区,省级,2017-06-08,各市、县（区）
  ! zhengwen: region:宁夏 即 宁夏回族自治区
  ! zhengwen: 任务 1 项，承担机构 5 次

In running text each body has the clause that begins with it.

  $ zhengwen agencies 'region:黑龙江 棚户区' --format csv | cut -d, -f1-3,6 | head -4
  task,agency,body,role
  省住房和城乡建设厅牵头抓总,省住房和城乡建设厅,住房和城乡建设厅,lead
  省发展和改革委员会负责争取中央预算内投资,省发展和改革委员会,发展和改革委员会,responsible
  省财政厅负责资金监管,省财政厅,财政厅,responsible
  ! zhengwen: region:黑龙江 is 黑龙江省
  ! zhengwen: 6 tasks, 6 bodies named for them

Tasks down and bodies across; the others in one column.

  $ zhengwen agencies region:宁夏 --matrix --lang zh --top 4 --format md | cut -d'|' -f2-8
   任务 | 地方 | 公安厅 | 各市、县（区） | 财政厅 | 人力资源和社会保障厅 | 其他机构 
   --- | --- | --- | --- | --- | --- | --- 
   简化申领手续 | 宁夏回族自治区 | 牵 | 落 | 配 |  | S 住房和城乡建设厅 
   明确申领条件 | 宁夏回族自治区 | 责 |  |  | 责 |  
   保障随迁子女入学 | 宁夏回族自治区 |  | 落 | 配 |  | L 教育厅; S 发展和改革委员会; S 机构编制委员会办公室 
   扩大服务范围 | 宁夏回族自治区 |  |  |  | 责 | R 住房和城乡建设厅; R 卫生和计划生育委员会; S 民政厅 
   建设信息平台 | 宁夏回族自治区 | 牵 |  |  |  | L 信息化建设办公室; S 通信管理局 
   加强经费保障 | 宁夏回族自治区 |  |  | 责 |  |  
   自治区公安厅要会同发展改革委定期通报进展情况，对连续两个季度排名靠后的地区进行约… | 宁夏回族自治区 | 责 |  |  |  | S 发展和改革委员会 
   各市、县（区）要制定实施细则，于2017年8月底前报自治区公安厅备案 | 宁夏回族自治区 |  | 责 |  |  |  
  ! zhengwen: 4 个机构各占一列，其余 8 个见“其他机构”列（--top）
  ! zhengwen: region:宁夏 即 宁夏回族自治区
  ! zhengwen: 12 个机构的任务 8 项
  $ zhengwen agencies region:宁夏 --matrix --format text -n 2 --top 2
  task          place           公安厅  各市、县（区）  other bodies                  number                  task id
  简化申领手续  宁夏回族自治区  L       I               S 财政厅; S 住房和城乡建设厅  示例政办发〔2017〕21号  11cfd1821d272569b85f7d5602c713a8:4
  明确申领条件  宁夏回族自治区  R                       R 人力资源和社会保障厅        示例政办发〔2017〕21号  11cfd1821d272569b85f7d5602c713a8:5
  ! zhengwen: 1–2 of 8 tasks (-n N shows more, -n 0 all)
  ! zhengwen: columns for 2 bodies; 10 more stand in the column other bodies (--top)
  ! zhengwen: region:宁夏 is 宁夏回族自治区
  ! zhengwen: 8 tasks of 12 bodies

Bodies down, what they are counted by across.

  $ zhengwen agencies --by level --format csv | head -5
  agency,collective,tasks,lead,support,responsible,implement,documents,places,province,prefecture,county␍
  发展和改革委员会,no,10,1,4,4,1,9,9,7,2,1␍
  财政厅,no,10,0,7,3,0,7,7,10,,␍
  住房和城乡建设厅,no,7,3,2,2,0,6,6,7,,␍
  公安厅,no,7,4,0,3,0,4,4,7,,␍
  ! zhengwen: 57 tasks of 46 bodies
  $ zhengwen agencies --by agency --top 3 --format csv | head -4 | cut -d, -f1-3,10-
  agency,collective,tasks,发展和改革委员会,财政厅,住房和城乡建设厅␍
  发展和改革委员会,no,10,,1,␍
  财政厅,no,10,,,␍
  住房和城乡建设厅,no,7,1,2,␍
  ! zhengwen: 57 tasks of 46 bodies
  $ zhengwen agencies --by role --whole-names region:宁夏 --format csv | head -3
  agency,collective,tasks,lead,support,responsible,implement,documents,places␍
  宁夏回族自治区/公安厅,no,4,2,0,2,0,1,1␍
  各市、县（区）,yes,3,0,0,1,2,1,1␍
  ! zhengwen: region:宁夏 is 宁夏回族自治区
  ! zhengwen: 8 tasks of 12 bodies

Networks. Who leads whom, for Gephi; tasks and bodies, as GraphML.

  $ zhengwen agencies region:柳州 --edges together --format csv
  Source,Target,Type,Weight,lead,support,responsible,implement␍
  住房和城乡建设委员会,各县区政府,Directed,2,0,2,0,0␍
  住房和城乡建设委员会,财政局,Directed,2,0,2,0,0␍
  住房和城乡建设委员会,发展和改革委员会,Directed,1,0,1,0,0␍
  住房和城乡建设委员会,房产局,Directed,1,1,0,0,0␍
  住房和城乡建设委员会,规划局,Directed,1,0,1,0,0␍
  财政局,住房和城乡建设委员会,Directed,1,0,1,0,0␍
  财政局,金融工作办公室,Directed,1,0,1,0,0␍
  房产局,各县区政府,Directed,1,0,1,0,0␍
  房产局,财政局,Directed,1,0,1,0,0␍
  ! zhengwen: region:柳州 is 柳州市
  ! zhengwen: 7 tasks of 9 bodies
  $ zhengwen agencies region:宁夏 -f graphml -o duties.graphml
  ! zhengwen: region:宁夏 is 宁夏回族自治区
  ! zhengwen: 8 tasks of 12 bodies
  $ grep -c '<node' duties.graphml; grep -m1 -A1 '<edge' duties.graphml
  20
      <edge id="e0" source="公安厅" target="11cfd1821d272569b85f7d5602c713a8:4"><data key="e0">1</data><data key="e1">lead</data><data key="e2">简化申领手续</data><data key="e3">宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）</data><data key="e4">宁夏回族自治区</data><data key="e5">2017-06-08</data></edge>
      <edge id="e1" source="财政厅" target="11cfd1821d272569b85f7d5602c713a8:4"><data key="e0">1</data><data key="e1">support</data><data key="e2">简化申领手续</data><data key="e3">宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）</data><data key="e4">宁夏回族自治区</data><data key="e5">2017-06-08</data></edge>
  $ zhengwen agencies --matrix --edges tasks
  ! zhengwen: a network has no matrix: --matrix or --edges
  [2]
  $ zhengwen agencies 量子纠缠 --format ndjson 2> /dev/null
  [1]
