The quotations of a memo: each exact, normalized, near or absent, and in the document that the memo
names or elsewhere.

  $ printf '%s\n' > memo.md \
  >   '示例政办发〔2017〕21号提出，“到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右”。' \
  >   '又说：“到2020年，持证率达到70%以上，户籍人口城镇化率达到45%左右”。' \
  >   '《云南省大理市就近城镇化改革试点方案要点》：“全区登记流动人口86.4万人”；' \
  >   '“（三）簡化申領手續 ”；“全面取消居住证工本费……推行预约办理”；「建设火星基地」。' '' \
  >   '> （二）基本原则。坚持以人为本、便民利民，坚持分类施策、循序渐进，避免“一刀切”。' \
  >   '> 二、主要任务' '> ——《居住证便利化行动方案》'
  $ zhengwen verify memo.md
  memo.md:1:19: EXACT
     到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右
     in the document named beside it
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:2@337-370
  
  memo.md:2:5: NEAR (characters)
     到2020年，持证率达到70%以上，户籍人口城镇化率达到[45→47]%左右
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:2@337-370
  
  memo.md:3:24: EXACT
     全区登记流动人口86.4万人
     not in the document named beside it: 云南省大理市就近城镇化改革试点方案要点
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:2@281-295
  
  memo.md:4:2: NORMALIZED (script)
     （三）簡化申領手續
     not in the document named beside it: 云南省大理市就近城镇化改革试点方案要点
     source: （三）简化申领手续
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:4@437-446
  
  memo.md:4:15: part 1: EXACT
     全面取消居住证工本费
     not in the document named beside it: 云南省大理市就近城镇化改革试点方案要点
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:4@447-457
  
  memo.md:4:15: part 2: EXACT
     推行预约办理
     not in the document named beside it: 云南省大理市就近城镇化改革试点方案要点
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:4@514-520
  
  memo.md:4:36: ABSENT
     建设火星基地
  
  memo.md:6:3: EXACT
     （二）基本原则。坚持以人为本、便民利民，坚持分类施策、循序渐进，避免“一刀切”。二、主要任务
     in the document named beside it
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:3@387-435
  
  ! zhengwen: 7 quotations in 8 parts: 5 exact, 1 normalized, 1 near, 1 absent (near: at least 60% of the characters, in order; [memo→source])
  [1]

All of it in a table, with the offsets of each in the source file.

  $ zhengwen verify memo.md --format ndjson | head -2
  {"file":"memo.md","line":1,"column":19,"status":"exact","part":null,"text":"到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右","differs":[],"difference":null,"quotation":"到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右","named":"示例政办发〔2017〕21号","where":"named","title":"宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）","number":"示例政办发〔2017〕21号","place":"宁夏回族自治区","date":"2017-06-08","document":"11cfd1821d272569b85f7d5602c713a8","passages":["11cfd1821d272569b85f7d5602c713a8:2"],"permalink":"11cfd1821d272569b85f7d5602c713a8:2@337-370","start":337,"end":370,"start_byte":889,"end_byte":968,"places":1}
  {"file":"memo.md","line":2,"column":5,"status":"near","part":null,"text":"到2020年，持证率达到70%以上，户籍人口城镇化率达到45%左右","differs":["characters"],"difference":"到2020年，持证率达到70%以上，户籍人口城镇化率达到[45→47]%左右","quotation":"到2020年，持证率达到70%以上，户籍人口城镇化率达到47%左右","named":null,"where":null,"title":"宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）","number":"示例政办发〔2017〕21号","place":"宁夏回族自治区","date":"2017-06-08","document":"11cfd1821d272569b85f7d5602c713a8","passages":["11cfd1821d272569b85f7d5602c713a8:2"],"permalink":"11cfd1821d272569b85f7d5602c713a8:2@337-370","start":337,"end":370,"start_byte":889,"end_byte":968,"places":1}
  ! zhengwen: 7 quotations in 8 parts: 5 exact, 1 normalized, 1 near, 1 absent (near: at least 60% of the characters, in order; [memo→source])

Lines, a column of a table, and what is not there.

  $ echo '全区登记流动人口86.4万人' | zhengwen verify --lines --format csv
  file,line,column,status,part,text,differs,difference,quotation,named,where,title,number,place,date,document,passages,permalink,start,end,start_byte,end_byte,places␍
  standard input,1,1,exact,,全区登记流动人口86.4万人,,,全区登记流动人口86.4万人,,,宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例）,示例政办发〔2017〕21号,宁夏回族自治区,2017-06-08,11cfd1821d272569b85f7d5602c713a8,11cfd1821d272569b85f7d5602c713a8:2,11cfd1821d272569b85f7d5602c713a8:2@281-295,281,295,761,795,1␍
  ! zhengwen: 1 quotation in 1 part: 1 exact, 0 normalized, 0 near, 0 absent (near: at least 60% of the characters, in order; [memo→source])
  $ printf 'n,words\n1,"坚持以人为本、便民利民"\n' | zhengwen verify --csv words
  standard input:2:2: EXACT
     坚持以人为本、便民利民
     宁夏回族自治区人民政府办公厅关于印发居住证便利化行动方案的通知（示例） · 示例政办发〔2017〕21号 · 2017-06-08
     11cfd1821d272569b85f7d5602c713a8:3@395-406
  
  ! zhengwen: 1 quotation in 1 part: 1 exact, 0 normalized, 0 near, 0 absent (near: at least 60% of the characters, in order; [memo→source])
  $ printf 'n,words\n' | zhengwen verify --csv text
  ! zhengwen: 'standard input': 'text': no such column in the first row
  [2]
  $ echo '没有引文' | zhengwen verify
  ! zhengwen: no quotation is in it
  [1]
  $ echo '“没有闭合' | zhengwen verify
  ! zhengwen: standard input:1:2: a quotation opens here and is never closed: it is not checked
  ! zhengwen: no quotation is in it
  [1]
  $ zhengwen verify nowhere.md
  ! zhengwen: 'nowhere.md': No such file or directory
  [3]
  $ printf '\377' | zhengwen verify
  ! zhengwen: 'standard input': byte 0 is not UTF-8
  [3]
