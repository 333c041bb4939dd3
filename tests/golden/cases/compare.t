One topic in the words of four places: what is shared, who has it, and what each changes, adds or
leaves out. Item numbers, blanks, punctuation and the name of a document's own place do not count.

  $ mkdir in; cd in
  > put() { printf '%s人民政府关于户籍改革的实施意见\n\n一、主要任务\n（一）户籍改革。%s\n%s人民政府\n%s\n' "$1" "$2" "$1" "$3" > "$1.txt"; }
  > put 太原市 '全面放开落户限制，太原市城区除外。完善居住证制度，保障随迁子女入学。到2020年，户籍人口城镇化率达到45%。' 2016年3月1日
  > put 大同市 '全面放开落户限制，大同市城区除外。完善居住证制度，保障随迁子女入学。到2020年，户籍人口城镇化率达到47%。' 2016年5月1日
  > put 阳泉市 '全面放开落户限制，阳泉城区除外；完善居住证制度，保障随迁子女入学。为落户矿工发放安家补贴。' 2016年4月1日
  > put 长治市 '全面放开落户限制，长治市城区除外。到2020年，户籍人口城镇化率达到45%。' 2017年1月1日
  > cd ..; zhengwen-index add -d db in 2>/dev/null
  $ zhengwen compare -d db 户籍 -f text | sed 's/ [0-9a-f]\{32\}:/ DOC:/'
  Template 1 · word for word 1 · adapted 3 · 太原市 2016-03-01 DOC:0
     1.1 （一）户籍改革。
     1.2 全面放开落户限制，太原市城区除外。
     1.3 完善居住证制度，保障随迁子女入学。
     1.4 到2020年，户籍人口城镇化率达到45%。
  
  Nothing but shared words 1 · 太原市
  大同市 · shared 3, adapted 1 · shared words 63%
     1.4 adapted 到2020年，户籍人口城镇化率达到4[-5-]{+7+}%。
  长治市 · shared 3, omitted 1 · shared words 100%
     1.3 omitted 完善居住证制度，保障随迁子女入学。
  阳泉市 · shared 3, new 1, omitted 1 · shared words 74%
     new 为落户矿工发放安家补贴。
     1.4 omitted 到2020年，户籍人口城镇化率达到45%。
  $ zhengwen compare -d db 户籍 -f text --lang zh -n 1 | sed 's/ [0-9a-f]\{32\}:/ DOC:/'
  模板 1 · 照录 1 · 改写 3 · 太原市 2016-03-01 DOC:0
     1.1 （一）户籍改革。
     1.2 全面放开落户限制，太原市城区除外。
     1.3 完善居住证制度，保障随迁子女入学。
     1.4 到2020年，户籍人口城镇化率达到45%。
  
  全部照录 1 · 太原市
  大同市 · 照录 3, 改写 1 · 照录字数 63%
     1.4 改写 到2020年，户籍人口城镇化率达到4[-5-]{+7+}%。
  … 2 个未列出（-n 0 显示全部）
  $ zhengwen compare -d db 户籍 --show holders -f tsv
  place	documents	shared	adapted	new	omitted	share
  山西省/大同市	1	3	1	0	0	0.6275
  山西省/太原市	1	4	0	0	0	1
  山西省/长治市	1	3	0	0	1	1
  山西省/阳泉市	1	3	0	1	1	0.7442
  $ zhengwen compare -d db 户籍 -f ndjson | sed 's/"document".*"start"/…"start"/' | grep 阳泉
  {"place":"山西省/阳泉市","wording":"shared","template":"1.1","likeness":1,"quotation":"（一）户籍改革。","difference":null,"elsewhere":false,"title":"阳泉市人民政府关于户籍改革的实施意见","number":null,"date":"2016-04-01","headings":"一、主要任务 > （一）户籍改革",…"start":27,"end":35,"template_text":"（一）户籍改革。"}
  {"place":"山西省/阳泉市","wording":"shared","template":"1.2","likeness":1,"quotation":"全面放开落户限制，阳泉城区除外；","difference":null,"elsewhere":false,"title":"阳泉市人民政府关于户籍改革的实施意见","number":null,"date":"2016-04-01","headings":"一、主要任务 > （一）户籍改革",…"start":35,"end":51,"template_text":"全面放开落户限制，太原市城区除外。"}
  {"place":"山西省/阳泉市","wording":"shared","template":"1.3","likeness":1,"quotation":"完善居住证制度，保障随迁子女入学。","difference":null,"elsewhere":false,"title":"阳泉市人民政府关于户籍改革的实施意见","number":null,"date":"2016-04-01","headings":"一、主要任务 > （一）户籍改革",…"start":51,"end":68,"template_text":"完善居住证制度，保障随迁子女入学。"}
  {"place":"山西省/阳泉市","wording":"new","template":null,"likeness":null,"quotation":"为落户矿工发放安家补贴。","difference":null,"elsewhere":false,"title":"阳泉市人民政府关于户籍改革的实施意见","number":null,"date":"2016-04-01","headings":"一、主要任务 > （一）户籍改革",…"start":68,"end":80,"template_text":null}
  {"place":"山西省/阳泉市","wording":"omitted","template":"1.4","likeness":null,"quotation":null,"difference":null,"elsewhere":false,"title":null,"number":null,"date":null,"headings":null,…"start":null,"end":null,"template_text":"到2020年，户籍人口城镇化率达到45%。"}

Nothing found says what was looked at.

  $ zhengwen compare -d db 海洋渔业
  place,wording,template,likeness,quotation,difference,elsewhere,title,number,date,headings,document,passage,start,end,template_text␍
  ! zhengwen: '海洋' stands nowhere in the index
  ! zhengwen: '渔业' stands nowhere in the index
  ! zhengwen: nothing found in 4 documents (2016–2017), 4 passages, 3 figures of 'db'
  ! zhengwen: 0 of 4 documents undated; 33 of 34 provinces have no document, so that nothing is found there says nothing of them
  [1]

A parent's clauses instead of the commonest ones.

  $ zhengwen compare -d db 户籍 --against "$(zhengwen facets -d db 'region:太原' --by document -f tsv | cut -f 1 | tail -1)" -f text | sed 's/ [0-9a-f]\{32\}:/ DOC:/'
  Template 1 · word for word 2 · adapted 1 · 太原市 2016-03-01 DOC:0
     1.1 （一）户籍改革。
     1.2 全面放开落户限制，太原市城区除外。
     1.3 完善居住证制度，保障随迁子女入学。
  Template 2 · word for word 1 · adapted 1 · 太原市 2016-03-01 DOC:0
     2.1 到2020年，户籍人口城镇化率达到45%。
  
  大同市 · shared 3, adapted 1 · shared words 63%
     2.1 adapted 到2020年，户籍人口城镇化率达到4[-5-]{+7+}%。
  长治市 · shared 3, omitted 1 · shared words 100%
     1.3 omitted 完善居住证制度，保障随迁子女入学。
  阳泉市 · shared 3, new 1, omitted 1 · shared words 74%
     new 为落户矿工发放安家补贴。
     2.1 omitted 到2020年，户籍人口城镇化率达到45%。
  ! zhengwen: region:太原 is 太原市

Documents against each other: clauses are whole items.

  $ ids=$(for c in 太原 大同; do zhengwen facets -d db "region:$c" --by document -f tsv 2>/dev/null | cut -f 1 | tail -1; done)
  > zhengwen compare -d db --documents $ids -f text | sed 's/ [0-9a-f]\{32\}:/ DOC:/'
  Template 1 · word for word 0 · adapted 1 · 太原市 2016-03-01 DOC:0
     1.1 （一）户籍改革。全面放开落户限制，太原市城区除外。完善居住证制度，保障随迁子女入学。到2020年，户籍人口城镇化率达到45%。
  
  大同市人民政府关于户籍改革的实施意见 · adapted 1 · shared words 0%
     1.1 adapted （一）户籍改革。全面放开落户限制，[-太原-]{+大同+}市城区除外。完善居住证制度，保障随迁子女入学。到2020年，户籍人口城镇化率达到4[-5-]{+7+}%。
  $ zhengwen compare -d db --documents one
  ! zhengwen: --documents: two documents or more are wanted, the first is compared with the others
  [2]

Who else says it, and who said it first: a passage's id or a text.

  $ zhengwen compare -d db --reuse '完善居住证制度，保障随迁子女入学。' -f tsv | cut -f 1-7
  date	place	share	shared	adapted	first	self
  2016-03-01	太原市	1	1	0	yes	no
  2016-04-01	阳泉市	1	1	0	no	no
  2016-05-01	大同市	1	1	0	no	no
  $ zhengwen compare -d db --reuse '。'
  ! zhengwen: '。': no clause of four characters or more in it
  [2]
  $ zhengwen compare -d db --reuse '海洋渔业资源养护补贴' -f tsv
  date	place	share	shared	adapted	first	self	title	number	issuer	headings	document	passage	start	end	quotation
  ! zhengwen: nothing found in 4 documents (2016–2017), 4 passages, 3 figures of 'db'
  ! zhengwen: 0 of 4 documents undated; 33 of 34 provinces have no document, so that nothing is found there says nothing of them
  [1]
