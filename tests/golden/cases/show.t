A document by its number: its metadata and outline.

  $ zhengwen show '示例政办发〔2017〕21号' --format text
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
  
  11 passages; the number before a heading is that of its first
      1  宁夏回族自治区居住证便利化行动方案（示例）
      2    一、总体要求
      2      （一）工作目标
      3      （二）基本原则
      4    二、主要任务
      4      （三）简化申领手续
      5      （四）明确申领条件
      6      （五）保障随迁子女入学
      7      （六）扩大服务范围
      8      （七）建设信息平台
      9    三、保障措施
      9      （八）加强经费保障
     10      （九）强化督导考核

A passage with those around it.

  $ id=$(zhengwen search 'title:居住证 学位' --format tsv -n 1 2>/dev/null | sed -n 2p | cut -f 2)
  > zhengwen show "$id" --format text
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
  
    11cfd1821d272569b85f7d5602c713a8:5
     宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务
     （四）明确申领条件。公民离开常住户口所在地，到其他市、县（区）居住半年以上，有合法稳定就业、合法稳定住所、连续就读条件之一的，可以申领居住证。在银川市城区申请落户的，应当参加城镇社会保险满2年；在其他设区的市申请落户的，社会保险缴费年限不得超过1年的要求。（自治区公安厅、人力资源社会保障厅负责）
  
  ▶ 11cfd1821d272569b85f7d5602c713a8:6
     宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务
     （五）保障随迁子女入学。建立以居住证为主要依据的随迁子女入学制度，将随迁子女教育纳入学校布局规划，按照实际在校人数拨付公用经费。到2020年，随迁子女在公办学校就读比例不低于90%，新建、改扩建城镇中小学校45所，增加学位5.2万个，基本消除56人以上的班级。随迁子女在我区连续就读满3年的，可以就地参加中考。（自治区教育厅牵头，自治区发展改革委、财政厅、编办配合，各市、县（区）落实，2020年12月底前完成）
     figures: 随迁子女在公办学校就读比例 >= 90% (target 2020, 不低于); 城镇中小学校 = 45所 (target 2020); 学位 = +52000个 (target 2020); 班级 >= 56人 (condition 2020); 连续就读 >= 3年 (condition 2020)
     agencies: lead 自治区教育厅 (by 2020-12); support 自治区发展改革委 (by 2020-12); support 自治区财政厅 (by 2020-12); support 自治区编办 (by 2020-12); implement 各市、县（区） (by 2020-12)
     measures: 保障随迁子女入学 (保障 · 教育 · 公共服务); 建立以居住证为主要依据的随迁子女入学制度 (建立 · 教育, 居住证 · 公共服务); 将随迁子女教育纳入学校布局规划 (纳入 · 教育 · 目标规划); 5 more
  
    11cfd1821d272569b85f7d5602c713a8:7
     宁夏回族自治区居住证便利化行动方案（示例） > 二、主要任务
     （六）扩大服务范围。持证人与户籍居民同等享受公共就业服务、基本公共卫生服务和计划生育服务，逐步享受住房保障和养老服务。推动各地将在城镇稳定就业满1年的持证人纳入公租房保障范围，2018年底前公租房中用于持证人的比例达到15%。开通“12345”热线受理居住证咨询。（自治区住房城乡建设厅、卫生计生委、人力资源社会保障厅负责，自治区民政厅配合）
  

What is not there.

  $ zhengwen show 'ffffffffffffffffffffffffffffffff:1'
  ! zhengwen: 'ffffffffffffffffffffffffffffffff': not in the index
  [1]
  $ zhengwen show
  ! zhengwen: an id is missing (see 'zhengwen show --help')
  [2]
  $ zhengwen show '示例政发〔1999〕1号'
  ! zhengwen: '示例政发〔1999〕1号': no document or passage of that id, and no document of that number
  [1]

