A concordance: what stands around each occurrence, aligned.

  $ zhengwen kwic 居住证 --window 8 -n 6
    套政策(一)落实 [居住证] 制度。推进居住证  2018 绵阳市  7132c768ec608fec6c56784efc68f7a9:5
  居住证制度。推进 [居住证] 制度覆盖全部未落  2018 绵阳市  7132c768ec608fec6c56784efc68f7a9:5
  《宁夏回族自治区 [居住证] 便利化行动方案（  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:0
      为贯彻落实《 [居住证] 暂行条例》，根据  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:1
   4万人，累计发放 [居住证] 31.2万张，持      2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:2
  领手续。全面取消 [居住证] 工本费，压减申请  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:4
  ! zhengwen: 12 occurrences in 11 passages of 4 documents (-n N shows more, -n 0 all)
  $ zhengwen kwic 居住证 --window 8 --sort left -n 4
      为贯彻落实《 [居住证] 暂行条例》，根据  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:1
  子女入学。建立以 [居住证] 为主要依据的随迁  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:6
  《宁夏回族自治区 [居住证] 便利化行动方案（  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:0
    套政策(一)落实 [居住证] 制度。推进居住证  2018 绵阳市  7132c768ec608fec6c56784efc68f7a9:5
  ! zhengwen: 12 occurrences in 11 passages of 4 documents (-n N shows more, -n 0 all)
  $ zhengwen kwic 居住证 --window 8 --sort right -n 4
   4万人，累计发放 [居住证] 31.2万张，持      2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:2
  用于持有本省有效 [居住证] 、在本省连续工作  2020 广东省  b5a0229f608bc3804ed59074238841c6:1
  之一的，可以申领 [居住证] 。在银川市城区申  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:5
  子女入学。建立以 [居住证] 为主要依据的随迁  2017 宁夏回族自治区  11cfd1821d272569b85f7d5602c713a8:6
  ! zhengwen: 12 occurrences in 11 passages of 4 documents (-n N shows more, -n 0 all)
  $ zhengwen kwic '"社会资本"' --window 4 --sort year -n 2 --format csv
  left,keyword,right,place,date,title,number,document,passage,permalink,start,end␍
  励和引导,社会资本,参与公共,福建省,2015-07-15,福建省发展和改革委员会福建省财政厅关于推广政府和社会资本合作模式的实施意见（示例）,示例发改投资〔2015〕118号,d9240ddf0e63567ebc91c9dff9d084b2,d9240ddf0e63567ebc91c9dff9d084b2:0,d9240ddf0e63567ebc91c9dff9d084b2:0@115-119,115,119␍
  广政府和,社会资本,合作（P,福建省,2015-07-15,福建省发展和改革委员会福建省财政厅关于推广政府和社会资本合作模式的实施意见（示例）,示例发改投资〔2015〕118号,d9240ddf0e63567ebc91c9dff9d084b2,d9240ddf0e63567ebc91c9dff9d084b2:0,d9240ddf0e63567ebc91c9dff9d084b2:0@197-201,197,201␍
  ! zhengwen: 14 occurrences in 10 passages of 7 documents (-n N shows more, -n 0 all)
  $ zhengwen kwic region:福建
  ! zhengwen: a concordance wants words or quoted text
  [2]
  $ zhengwen kwic 月球基地
  ! zhengwen: nothing found in 16 documents (2014–2023), 187 passages, 470 figures of 'samples.db'
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen: '月球' stands nowhere in the index
  [1]

Sentences, items and passages to be coded, with their facts.

  $ zhengwen units '随迁子女 region:宁夏' --columns code,note -n 2 --format json
  {
   "command": "units",
   "query": "随迁子女 region:宁夏",
   "looked_at": {"index":"samples.db","documents":16,"passages":187,"figures":470,"first_year":"2014","last_year":"2023"},
   "units": [
    {"id":"11cfd1821d272569b85f7d5602c713a8:6:0","document":"11cfd1821d272569b85f7d5602c713a8","passage":"11cfd1821d272569b85f7d5602c713a8:6","title":"宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）","number":"示例政办发〔2017〕21号","issuer":"宁夏回族自治区人民政府办公厅","place":"宁夏回族自治区","date":"2017-06-08","headings":["宁夏回族自治区居住证便利化行动方案（示例）","二、主要任务","（五）保障随迁子女入学"],"text":"（五）保障随迁子女入学。","start":750,"end":762,"permalink":"11cfd1821d272569b85f7d5602c713a8:6@750-762","figures":[],"agencies":[],"verbs":["保障"],"topics":["教育"],"instruments":["公共服务"],"code":null,"note":null},
    {"id":"11cfd1821d272569b85f7d5602c713a8:6:1","document":"11cfd1821d272569b85f7d5602c713a8","passage":"11cfd1821d272569b85f7d5602c713a8:6","title":"宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）","number":"示例政办发〔2017〕21号","issuer":"宁夏回族自治区人民政府办公厅","place":"宁夏回族自治区","date":"2017-06-08","headings":["宁夏回族自治区居住证便利化行动方案（示例）","二、主要任务","（五）保障随迁子女入学"],"text":"建立以居住证为主要依据的随迁子女入学制度，将随迁子女教育纳入学校布局规划，按照实际在校人数拨付公用经费。","start":762,"end":814,"permalink":"11cfd1821d272569b85f7d5602c713a8:6@762-814","figures":[],"agencies":[],"verbs":["建立","纳入","拨付"],"topics":["教育","居住证","财政"],"instruments":["公共服务","目标规划","资金投入"],"code":null,"note":null}
   ],
   "total": 5
  }
  ! zhengwen: region:宁夏 is 宁夏回族自治区
  ! zhengwen: 1–2 of 5 units (-n N shows more, -n 0 all)
  $ zhengwen units 'region:宁夏' --by item --format tsv | cut -f 1,10-12 | head -4
  id	text	start	end
  11cfd1821d272569b85f7d5602c713a8:0	《宁夏回族自治区居住证便利化行动方案（示例）》已经自治区人民政府同意，现印发给你们，请结合实际抓好落实。	75	127
  11cfd1821d272569b85f7d5602c713a8:1	为贯彻落实《居住证暂行条例》，根据《宁夏回族自治区流动人口服务规定（示例）》（示例政发〔2015〕9号），结合我区实际，制定本方案。	190	256
  11cfd1821d272569b85f7d5602c713a8:2	一、总体要求 （一）工作目标。2016年底，全区登记流动人口86.4万人，累计发放居住证31.2万张，持证率为36.1%。到2018年，持证率提高到55%；到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右，常住人口城镇化率达到60%。	258	385
  ! zhengwen: region:宁夏 is 宁夏回族自治区
  $ zhengwen units --columns id
  ! zhengwen: '--columns': 'id' stands there already
  [2]

References in every form.

  $ zhengwen cite '示例政办发〔2017〕21号'
  宁夏回族自治区人民政府办公厅. 宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）：示例政办发〔2017〕21号[A]. 2017-06-08.
  $ zhengwen cite 11cfd1821d272569b85f7d5602c713a8:2@337-370 --style gbt7714-2015
  宁夏回族自治区人民政府办公厅. 宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）: 示例政办发〔2017〕21号[Z]. 2017-06-08: 宁夏回族自治区居住证便利化行动方案（示例） 一、总体要求 （一）工作目标.
      “到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右”（11cfd1821d272569b85f7d5602c713a8:2@337-370）
  $ zhengwen cite 11cfd1821d272569b85f7d5602c713a8:2@337-370 --style bibtex
  @misc{zw11cfd1821d27-2,
    author = {{宁夏回族自治区人民政府办公厅}},
    title = {{宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）}},
    howpublished = {示例政办发〔2017〕21号},
    year = {2017},
    month = {6},
    date = {2017-06-08},
    note = {宁夏回族自治区居住证便利化行动方案（示例） 一、总体要求 （一）工作目标},
    annote = {到2020年，持证率达到70\%以上，户籍人口城镇化率达到47\%左右},
    language = {chinese}
  }
  $ zhengwen cite '示例政办发〔2017〕21号' --style ris
  TY  - GOVDOC␍
  ID  - zw11cfd1821d27␍
  AU  - 宁夏回族自治区人民政府办公厅␍
  TI  - 宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）␍
  M1  - 示例政办发〔2017〕21号␍
  PY  - 2017␍
  DA  - 2017/06/08/␍
  LA  - zh␍
  ER  - ␍
  $ zhengwen cite '示例政办发〔2017〕21号' --style csl-json
  [
    {
      "id": "zw11cfd1821d27",
      "type": "regulation",
      "title": "宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）",
      "author": [{ "literal": "宁夏回族自治区人民政府办公厅" }],
      "number": "示例政办发〔2017〕21号",
      "issued": { "date-parts": [[2017, 6, 8]] },
      "language": "zh-CN"
    }
  ]
  $ zhengwen cite nothing --accessed 2026-02-30
  ! zhengwen: '2026-02-30': a day is YYYY-MM-DD
  [2]
  $ zhengwen cite nothing --accessed today
  ! zhengwen: 'today': a day is YYYY-MM-DD
  [2]

A stretch of a passage by its permalink.

  $ zhengwen show 11cfd1821d272569b85f7d5602c713a8:2@337-370 -C 0 | head -20
  宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）
  id         11cfd1821d272569b85f7d5602c713a8
  number     示例政办发〔2017〕21号
  issuer     宁夏回族自治区人民政府办公厅
  date       2017-06-08
  genre      行动方案
  region     宁夏回族自治区
  file       /ROOT/corpus/sample/ningxia-residence-permit-2017.txt
  sha256     84132c070a3aac11c7a07a55f0f7c8517c14dd072b3c4b60b4fdd2ba338db193
  implements 居住证暂行条例
             宁夏回族自治区流动人口服务规定（示例）
             示例政发〔2015〕9号
  cites      宁夏回族自治区居住证便利化行动方案（示例）
  
  ▶ 11cfd1821d272569b85f7d5602c713a8:2
     宁夏回族自治区居住证便利化行动方案（示例）
     一、总体要求 （一）工作目标。2016年底，全区登记流动人口86.4万人，累计发放居住证31.2万张，持证率为36.1%。到2018年，持证率提高到55%；[到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右]，常住人口城镇化率达到60%。
     figures: 登记流动人口 = 864000人 (baseline 2016); 居住证 = 312000张 (baseline 2016); 持证率 = 36.1% (baseline 2016); 持证率 = 55% (target 2018); 持证率 >= 70% (target 2020); 户籍人口城镇化率 ~ 47% (target 2020); 1 more
     measures: 登记流动人口86.4万人 (登记 · 户籍 · 法规管制)
  
  $ zhengwen show 11cfd1821d272569b85f7d5602c713a8:2@1-370
  ! zhengwen: '11cfd1821d272569b85f7d5602c713a8:2@1-370': the passage stands at 258-385
  [1]
