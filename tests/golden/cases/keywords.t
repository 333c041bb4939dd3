The phrases that tell what a query finds from the rest of the index.

  $ zhengwen keywords 'region:宁夏' -f tsv -n 8 | cut -f 1-7
  phrase	count	documents	rest_count	rest_documents	log_likelihood	log_ratio
  自治区	16	1	1	1	67.67	7.24
  自治区公安厅	5	1	0	0	23.46	6.56
  居住证	7	1	5	3	17.55	3.72
  办理	3	1	0	0	14.08	5.82
  持证率	3	1	0	0	14.08	5.82
  申领	3	1	0	0	14.08	5.82
  信息	4	1	3	3	9.81	3.65
  月底	4	1	3	3	9.81	3.65
  ! zhengwen: region:宁夏 is 宁夏回族自治区
  ! zhengwen: 1141 characters of 11 passages against 10775 of 176
  ! zhengwen: 1–8 of 13 phrases (-n N shows more, -n 0 all)
  $ zhengwen keywords 居住证 --against 'region:福建' -f tsv -n 5 | cut -f 1-7
  phrase	count	documents	rest_count	rest_documents	log_likelihood	log_ratio
  自治区	16	1	0	0	17.53	4.55
  居住证	12	4	0	0	13.15	4.13
  率	7	1	0	0	7.67	3.35
  ! zhengwen: 1313 characters of 15 passages against 958 of 12
  $ zhengwen keywords 居住证 --least 1
  ! zhengwen: '--least 1': a number from 2 to 1000000 is wanted
  [2]
  $ zhengwen keywords
  ! zhengwen: a query is missing (see 'zhengwen keywords --help')
  [2]
