A query that cannot be understood is refused with the column.

  $ zhengwen search '"社会资本'
  ! zhengwen: column 1: the quote that opens here is never closed
  !   "社会资本
  !   ^
  [2]
  $ zhengwen search '户籍 AND'
  ! zhengwen: column 4: 'AND' wants something after it
  !   户籍 AND
  !   　　 ^^^
  [2]
  $ zhengwen search '(户籍 OR 居住证'
  ! zhengwen: column 1: the bracket that opens here is never closed
  !   (户籍 OR 居住证
  !   ^
  [2]
  $ zhengwen search '户籍) 居住证'
  ! zhengwen: column 3: this bracket closes nothing
  !   户籍) 居住证
  !   　　^
  [2]
  $ zhengwen search 'colour:红'
  ! zhengwen: column 1: no field is called 'colour' (a colon in a text goes in quotes)
  !   colour:红
  !   ^^^^^^^
  [2]
  $ zhengwen search '户籍 year:2020..2010'
  ! zhengwen: column 9: the range 2020..2010 runs backwards
  !   户籍 year:2020..2010
  !   　　      ^^^^^^^^^^
  [2]
  $ zhengwen search '户籍 year:去年'
  ! zhengwen: column 9: '去年' is no year: 2016, 2014..2020, 2018..
  !   户籍 year:去年
  !   　　      ＾＾
  [2]
  $ zhengwen search '户籍 date:2016-13'
  ! zhengwen: column 9: '2016-13' is no date: 2016, 2016-03, 2016-03-21, 2016-01..2016-12, 2018..
  !   户籍 date:2016-13
  !   　　      ^^^^^^^
  [2]
  $ zhengwen search '城镇化率>=很多'
  ! zhengwen: column 7: a number is wanted here: 60%, 100亿元, 60..70%
  !   城镇化率>=很多
  !   　　　　  ＾＾
  [2]
  $ zhengwen search '城镇化率=70..60%'
  ! zhengwen: column 6: the range 70..60 runs backwards
  !   城镇化率=70..60%
  !   　　　　 ^^^^^^^
  [2]
  $ zhengwen search '户*籍'
  ! zhengwen: column 2: * stands only at the end of a word
  !   户*籍
  !   　^
  [2]
  $ zhengwen search '户籍 NEAR/x 改革'
  ! zhengwen: column 4: NEAR wants a number of characters: NEAR/20
  !   户籍 NEAR/x 改革
  !   　　 ^^^^^^
  [2]
  $ zhengwen search 'role:leader'
  ! zhengwen: column 6: 'leader' is no role: lead 牵头, support 配合, responsible 负责, implement 落实
  !   role:leader
  !        ^^^^^^
  [2]
  $ zhengwen search 'kind:hope'
  ! zhengwen: column 6: 'hope' is no kind: target 目标, baseline 现状, condition 条件, other 其他
  !   kind:hope
  !        ^^^^
  [2]

Signs that stand alone ask for nothing.

  $ zhengwen search '？'
  ! zhengwen: column 1: nothing here can be searched for: quote signs to find them
  !   ？
  !   ＾
  [2]
  $ zhengwen search '居住证 “随迁子女”？' --format ndjson | wc -l
  1

A query that finds nothing says what was looked at.

  $ zhengwen search '量子计算'
  ! zhengwen: nothing found in 16 documents \(2014–2023\), [0-9]+ passages, [0-9]+ figures of 'samples\.db' (re)
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen: '量子' stands nowhere in the index
  ! zhengwen: '计算' stands nowhere in the index
  [1]
  $ zhengwen figures '城镇化率>=99.5%'
  place,region,indicator,cmp,low,high,unit,change,year,kind,value,quotation,title,number,date,headings,passage,value_start,value_end,value_start_byte,value_end_byte,start,end,start_byte,end_byte,file,sha256,rule,force,force_words,url,x,relation,version_of,versions␍
  ! zhengwen: nothing found in 16 documents \(2014–2023\), [0-9]+ passages, [0-9]+ figures of 'samples\.db' (re)
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen:   城镇化率 with any value in % alone: [0-9]+ figures (re)
  [1]
  $ zhengwen search '居住证 region:火星'
  ! zhengwen: nothing found in 16 documents \(2014–2023\), [0-9]+ passages, [0-9]+ figures of 'samples\.db' (re)
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen: '火星' is no place that is known, and no document's region
  ! zhengwen:   居住证 alone: 15 passages
  ! zhengwen:   region:火星 alone: 0 passages
  [1]
  $ zhengwen search 'year:1999'
  ! zhengwen: nothing found in 16 documents \(2014–2023\), [0-9]+ passages, [0-9]+ figures of 'samples\.db' (re)
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen: year: the years in the index are 2014 to 2023
  [1]
  $ zhengwen search '居住证 agency:火星局'
  ! zhengwen: nothing found in 16 documents \(2014–2023\), [0-9]+ passages, [0-9]+ figures of 'samples\.db' (re)
  ! zhengwen: 5 of 16 documents undated; 18 of 34 provinces have no document, so that nothing is found there says nothing of them
  ! zhengwen:   居住证 alone: 15 passages
  ! zhengwen:   agency:火星局 alone: 0 passages
  [1]

A full disk is told, once.

  $ zhengwen search 户籍 -n 0 2>&1 >/dev/full | tail -1
  zhengwen: 'standard output': No space left on device

An index that is not there, is empty, or is none.

  $ zhengwen search -d nowhere 户籍
  ! zhengwen: 'nowhere': no index there (make one: zhengwen-index add -d DIR FILE...)
  [3]
  $ mkdir empty; zhengwen search -d empty 户籍
  ! zhengwen: 'empty': no index there (make one: zhengwen-index add -d DIR FILE...)
  [3]
  $ mkdir other; echo hello > other/file; zhengwen search -d other 户籍
  ! zhengwen: 'other': no index there (make one: zhengwen-index add -d DIR FILE...)
  [3]
  $ echo hello > file; zhengwen search -d file 户籍
  ! zhengwen: 'file': a file, but an index is a folder (make one: zhengwen-index add -d DIR FILE...)
  [3]
  $ for c in "add sample" rebuild compact check status dump "remove x"; do zhengwen-index ${c% *} -d file $(echo "$c" | cut -s -d' ' -f2); done
  ! zhengwen-index: 'file': a file, but an index is a folder
  ! zhengwen-index: 'file': a file, but an index is a folder (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'file': a file, but an index is a folder (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'file': a file, but an index is a folder (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'file': a file, but an index is a folder (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'file': a file, but an index is a folder (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'file': a file, but an index is a folder (make one: zhengwen-index add -d DIR FILE...)
  [3]
  $ for c in rebuild compact check "remove x"; do zhengwen-index ${c% *} -d empty $(echo "$c" | cut -s -d' ' -f2); done; ls empty
  ! zhengwen-index: 'empty': no index there (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'empty': no index there (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'empty': no index there (make one: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'empty': no index there (make one: zhengwen-index add -d DIR FILE...)
  $ cp -rL samples.db/part-* strange; for c in "add sample" rebuild compact check "remove x"; do zhengwen-index ${c% *} -d strange $(echo "$c" | cut -s -d' ' -f2); done; ls strange | grep -v glass
  flintlock
  seal
  ! zhengwen-index: 'strange': a Xapian database, but no zhengwen index (make one elsewhere: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'strange': a Xapian database, but no zhengwen index (make one elsewhere: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'strange': a Xapian database, but no zhengwen index (make one elsewhere: zhengwen-index add -d DIR FILE...)
  ! zhengwen-index: 'strange': whole
  ! zhengwen-index: 'strange': a Xapian database, but no zhengwen index (make one elsewhere: zhengwen-index add -d DIR FILE...)
  $ cp -rL samples.db damaged; for table in $(find damaged -name '*.glass'); do
  >   head -c 64 /dev/zero | tr '\0' x | dd of="$table" conv=notrunc status=none
  > done; zhengwen search -d damaged 户籍
  ! zhengwen: 'damaged': damaged: dir_end invalid in block 0 (zhengwen-index check says how far; make a new one: zhengwen-index add -d NEWDIR FILE...)
  [3]

