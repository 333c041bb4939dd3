Places down, questions across. A question is a line of a file: a column's name, a query, what is wanted.

  $ printf '城镇化率\t城镇化率\tfigure:%%\n随迁子女\t随迁子女 (入学 OR 教育)\n社保\t(社会保险 OR 社保)\tfigure:年,个月\n' > questions.tsv
  $ zhengwen grid questions.tsv --format text -n 3
  黑龙江省
    黑龙江省人民政府关于加快城市棚户区和独立工矿区改造的通知（示例） · 示例政发〔2014〕27号 · 2014-05-12 · a581784f56bd47f19b638fa5b6b009bd
     城镇化率: no clause
     随迁子女: no clause
     社保: no clause
  
  江苏省
    江苏省“十四五”新型城镇化规划纲要（示例） · 示例政发〔2021〕40号 · 2021-08-20 · 3dd74888af03493cef7d9adc583cd3de
     城镇化率: high · 常住人口城镇化率 >= 75% @2025
       到2025年，常住人口城镇化率达到75%以上，户籍人口城镇化率与其差距缩小到5个百分点以内，城镇新增就业600万人左右。
       3dd74888af03493cef7d9adc583cd3de:2@433-493
     随迁子女: no clause
     社保: no clause
  
  浙江省/嘉兴市
    嘉兴市政府工作报告（示例） · 2022-04-06 · 1febda4113da1bc30362e9e4e3091bae
     城镇化率: high · 常住人口城镇化率 = 77%
       常住人口达到600万人，常住人口城镇化率提高到77%；
       1febda4113da1bc30362e9e4e3091bae:2@533-560
     随迁子女: high
       新增城镇就业10.8万人，新增养老床位2100张，新建中小学、幼儿园31所，随迁子女义务教育阶段公办学校就读比例提高到87%。
       1febda4113da1bc30362e9e4e3091bae:1@356-419
     社保: no clause
  ! zhengwen: 16 places: 18 cells answered, 30 without a clause, 0 without a document
  $ printf '广东\n银川市\n月球市\n' > places.txt
  $ zhengwen grid questions.tsv --places places.txt --format csv | cut -d, -f1-2,4-5,8-9,12-
  place,region,城镇化率 figures,城镇化率 confidence,随迁子女 figures,随迁子女 confidence,社保 figures,社保 confidence,社保 permalink,title,number,date,document␍
  广东省,广东省,,no clause,— <= 30日,high,申请地参加社会保险 >= 5年 (condition),high,b5a0229f608bc3804ed59074238841c6:5@247-277,广东省流动人口积分入户暂行规定（示例）,示例府规〔2020〕6号,2020-08-25,b5a0229f608bc3804ed59074238841c6␍
  银川市,宁夏回族自治区/银川市,,no document,,no document,,no document,,,,,␍
  月球市,,,no document,,no document,,no document,,,,,␍
  ! zhengwen: '月球市' is no place that is known
  ! zhengwen: 3 places: 2 cells answered, 1 without a clause, 6 without a document
  $ zhengwen grid questions.tsv '居住证 region:宁夏' --long --places province --format tsv | grep 宁夏 | cut -f1-10
  宁夏回族自治区	宁夏回族自治区	城镇化率	has	high	到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右，常住人口城镇化率达到60%。	户籍人口城镇化率 ~ 47% @2020; 常住人口城镇化率 = 60% @2020		宁夏回族自治区居住证便利化行动方案（示例） > 一、总体要求 > （一）工作目标	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  宁夏回族自治区	宁夏回族自治区	随迁子女	has	high	（五）保障随迁子女入学。建立以居住证为主要依据的随迁子女入学制度，将随迁子女教育纳入学校布局规划，按照实际在校人数拨付公用经费。到2020年，随迁子女在公办学校就读比例不低于90%，新建、改扩建城镇中小学校45所，增加学位5.2万个，基本消除56人以上的班级。随迁子女在我区连续就读满3年的，可以就地参加中考。（自治区教育厅牵头，自治区发展改革委、财政厅、编办配合，各市、县（区）落实，2020年12月底前完成）	随迁子女在公办学校就读比例 >= 90% @2020; 城镇中小学校 = 45所 @2020; 学位 = +52000个 @2020; 班级 >= 56人 @2020 (condition); 连续就读 >= 3年 @2020 (condition)		宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务 > （五）保障随迁子女入学	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  宁夏回族自治区	宁夏回族自治区	社保	has	high	在银川市城区申请落户的，应当参加城镇社会保险满2年；	参加城镇社会保险 >= 2年 (condition)		宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务 > （四）明确申领条件	宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  ! zhengwen: 34 places: 3 cells answered, 0 without a clause, 99 without a document
  $ zhengwen grid questions.tsv 居住证 --as-of 2018-01-01 --offset 15 --format ndjson --lang zh
  {"place":"宁夏回族自治区","region":"宁夏回族自治区","question":"城镇化率","state":"has","confidence":"high","quotation":"到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右，常住人口城镇化率达到60%。","figures":["户籍人口城镇化率 ~ 47% @2020","常住人口城镇化率 = 60% @2020"],"lead_sentence":null,"headings":"宁夏回族自治区居住证便利化行动方案（示例） > 一、总体要求 > （一）工作目标","title":"宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）","number":"示例政办发〔2017〕21号","issuer":"宁夏回族自治区人民政府办公厅","date":"2017-06-08","version":"original","document":"11cfd1821d272569b85f7d5602c713a8","passage":"11cfd1821d272569b85f7d5602c713a8:2","permalink":"11cfd1821d272569b85f7d5602c713a8:2@337-385","start":337,"end":385,"lacks":[],"others":0,"not_quoted":0,"candidates":1}
  {"place":"宁夏回族自治区","region":"宁夏回族自治区","question":"随迁子女","state":"has","confidence":"high","quotation":"（五）保障随迁子女入学。建立以居住证为主要依据的随迁子女入学制度，将随迁子女教育纳入学校布局规划，按照实际在校人数拨付公用经费。到2020年，随迁子女在公办学校就读比例不低于90%，新建、改扩建城镇中小学校45所，增加学位5.2万个，基本消除56人以上的班级。随迁子女在我区连续就读满3年的，可以就地参加中考。（自治区教育厅牵头，自治区发展改革委、财政厅、编办配合，各市、县（区）落实，2020年12月底前完成）","figures":["随迁子女在公办学校就读比例 >= 90% @2020","城镇中小学校 = 45所 @2020","学位 = +52000个 @2020","班级 >= 56人 @2020 (condition)","连续就读 >= 3年 @2020 (condition)"],"lead_sentence":null,"headings":"宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务 > （五）保障随迁子女入学","title":"宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）","number":"示例政办发〔2017〕21号","issuer":"宁夏回族自治区人民政府办公厅","date":"2017-06-08","version":"original","document":"11cfd1821d272569b85f7d5602c713a8","passage":"11cfd1821d272569b85f7d5602c713a8:6","permalink":"11cfd1821d272569b85f7d5602c713a8:6@750-956","start":750,"end":956,"lacks":[],"others":0,"not_quoted":0,"candidates":1}
  {"place":"宁夏回族自治区","region":"宁夏回族自治区","question":"社保","state":"has","confidence":"high","quotation":"在银川市城区申请落户的，应当参加城镇社会保险满2年；","figures":["参加城镇社会保险 >= 2年 (condition)"],"lead_sentence":null,"headings":"宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务 > （四）明确申领条件","title":"宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）","number":"示例政办发〔2017〕21号","issuer":"宁夏回族自治区人民政府办公厅","date":"2017-06-08","version":"original","document":"11cfd1821d272569b85f7d5602c713a8","passage":"11cfd1821d272569b85f7d5602c713a8:5","permalink":"11cfd1821d272569b85f7d5602c713a8:5@671-697","start":671,"end":697,"lacks":[],"others":1,"not_quoted":0,"candidates":1}
  ! zhengwen: 16 个地方：已答 6 格，无此条款 0 格，无文件 42 格
  ! zhengwen: 略去 2 份文件：已被取代、废止或尚未施行

What cannot be understood is told by file and line.

  $ printf '# 问题\nname\tquery\n列\t城镇化率>=60%%\n' > bad.tsv
  $ zhengwen grid bad.tsv
  ! zhengwen: 'bad.tsv': line 3: '城镇化率>=60%': a question is made of words, quoted text, AND, OR, NOT
  [2]
  $ printf '列\n' > bad.tsv
  $ zhengwen grid bad.tsv
  ! zhengwen: 'bad.tsv': line 1: a name and a query are wanted, parted by a tab (and what is wanted, and which documents)
  [3]
  $ printf '列\t居住证\tfigures\n' > bad.tsv
  $ zhengwen grid bad.tsv
  ! zhengwen: 'bad.tsv': line 1: 'figures': what is wanted is passage, figure or figure:UNIT,UNIT
  [2]
  $ zhengwen grid questions.tsv --as-of 2018
  ! zhengwen: '2018': a day is YYYY-MM-DD
  [2]
  $ zhengwen grid questions.tsv 月球基地 -n 2 -p places.txt
  广东省
     no document
  
  宁夏回族自治区/银川市
     no document
  ! zhengwen: '月球市' is no place that is known
  ! zhengwen: 3 places: 0 cells answered, 0 without a clause, 9 without a document
  [1]
  $ zhengwen grid
  ! zhengwen: a file of questions is missing (see 'zhengwen grid --help')
  [2]
