How a phrase spread: each place's first document, the lag, and the places that have none.

  $ zhengwen diffusion 居住证 --format text
  first anywhere: 2017-06-08 · 宁夏回族自治区 · 宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 11cfd1821d272569b85f7d5602c713a8
  
      1 2017-06-08 ●······················· 宁夏回族自治区
        宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 11cfd1821d272569b85f7d5602c713a8
        2016年底，全区登记流动人口86.4万人，累计发放居住证31.2万张，持证率为36.1%。
        carries out 《居住证暂行条例》
      2 2018       ··○○○○○○················ 绵阳市           6 to 18 months
        绵阳市人民政府关于深化户籍制度改革促进农业转移人口落户的实施意见（示例） · 7132c768ec608fec6c56784efc68f7a9
        推进居住证制度覆盖全部未落户城镇常住人口,扩大持证人享有的公共服务和便利,缩小与户籍人口的差距。
      3 2020-08-25 ···············●········ 广东省           3 years 2 months
        广东省流动人口积分入户暂行规定（示例） · 示例府规〔2020〕6号 · b5a0229f608bc3804ed59074238841c6
        第二条 本规定适用于持有本省有效居住证、在本省连续工作或者居住的非本省户籍人员。
      4 2022-04-06 ·······················● 嘉兴市           4 years 9 months
        嘉兴市政府工作报告（示例） · 1febda4113da1bc30362e9e4e3091bae
        深化户籍制度改革，全面实行居住证积分管理，稳妥推进省内户口一体化迁移。
  
  no clause (12)
    黑龙江省 1 (2014)  江苏省 1 (2021)  安徽省 1 (2016)  福建省 1 (2015)  樟树市 1 (undated)
    山东省 1 (2023)  禹州市 1 (undated)  湖北省 1 (2019)  湖南省 1 (2019)  柳州市 1 (undated)
    大理市 1 (undated)  敦煌市 1 (undated)
  ! zhengwen: 4 places have it, 0 unsure; 12 places with documents that do not say it, 0 without a document
  $ zhengwen diffusion 居住证 --against 示例政办发〔2017〕21号 --by province --places province --format csv -n 3 | cut -d, -f1-14,22-27
  place,region,state,why,rank,rank_last,date,date_of,lag,lag_days,lag_days_most,parent_lag,parent_lag_days,parent_lag_days_most,cited_document,reuse,reuse_document,later,may_precede,says
  中央,,no document,,,,,,,,,,,,,,,,,0
  宁夏回族自治区,宁夏回族自治区,has,,1,1,2017-06-08,signed,,0,0,0 days,0,0,,,,0,0,1
  四川省,四川省,has,,2,2,2018,signed,6 to 18 months,207,571,6 to 18 months,207,571,,,,0,0,0
  ! zhengwen: 4 places have it, 0 unsure; 12 places with documents that do not say it, 18 without a document
  $ printf '宁夏\n绵阳市\n福建\n海南\n月球市\n' > places.txt
  $ zhengwen diffusion 居住证 --places places.txt --format tsv --lang zh | cut -f1-11,25-34
  地方	地区	状态	原因	名次	名次（至多）	日期	日期所指	时滞	时滞（天）	时滞（天，至多）	后续文件数	可能更早者	提及文件数	征求意见稿数	解读数	转载数	非正式文本数	文件数	最早日期	最晚日期
  中央		无文件											0	0	0	0	0	0		
  宁夏回族自治区	宁夏回族自治区	有		1	1	2017-06-08	签发		0	0	0	0	1	0	0	0	0	1	2017-06-08	2017-06-08
  绵阳市	四川省/绵阳市	有		2	2	2018	签发	6 至 18 个月	207	571	0	0	1	0	0	0	0	1	2018	2018
  福建省	福建省	无此条款											0	0	0	0	0	1	2015-07-15	2015-07-15
  海南省	海南省	无文件											0	0	0	0	0	0		
  月球市		无文件											0	0	0	0	0	0		
  ! zhengwen: “月球市”不是已知的地名
  ! zhengwen: 2 个地方已有，0 个不能确定；1 个地方有文件而无此条款，2 个地方没有文件
  ! zhengwen: 另有 2 份文件属于表外的地方
  $ zhengwen diffusion cites:居住证暂行条例 --show documents --format csv | cut -d, -f1-11
  place,adopts,why,date,date_of,title,number,issuer,version,quotation,passages
  宁夏回族自治区,yes,,2017-06-08,signed,宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）,示例政办发〔2017〕21号,宁夏回族自治区人民政府办公厅,original,为贯彻落实《居住证暂行条例》，根据《宁夏回族自治区流动人口服务规定（示例）》（示例政发〔2015〕9号），结合我区实际，制定本方案。,1
  ! zhengwen: 1 place has it, 0 unsure; 15 places with documents that do not say it, 0 without a document

What the query wants of whole documents leaves out the others.

  $ zhengwen diffusion '居住证 region:宁夏' --format text --lang zh
  最早见于：2017-06-08 · 宁夏回族自治区 · 宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 11cfd1821d272569b85f7d5602c713a8
  
      1 2017-06-08 ●······················· 宁夏回族自治区
        宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 11cfd1821d272569b85f7d5602c713a8
        2016年底，全区登记流动人口86.4万人，累计发放居住证31.2万张，持证率为36.1%。
        依据《居住证暂行条例》
  ! zhengwen: region:宁夏 即 宁夏回族自治区
  ! zhengwen: 1 个地方已有，0 个不能确定；0 个地方有文件而无此条款，0 个地方没有文件

What is not there, and what cannot be.

  $ zhengwen diffusion 量子纠缠 --format text
  ! zhengwen: nothing found in 16 documents (2014–2023), 187 passages, 470 figures of 'samples.db'
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen: '量子' stands nowhere in the index
  ! zhengwen: '纠缠' stands nowhere in the index
  ! zhengwen: 0 places have it, 0 unsure; 16 places with documents that do not say it, 0 without a document
  [1]
  $ zhengwen diffusion 居住证 --against 国发〔1900〕1号
  ! zhengwen: '国发〔1900〕1号' is no document of the index
  [2]
  $ zhengwen diffusion
  ! zhengwen: a query is missing (see 'zhengwen diffusion --help')
  [2]
