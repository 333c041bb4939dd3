The versions of one text: a 办法 as a draft, issued under a notice, bare on another site, amended
three years later, and interpreted.

  $ article() { printf '第%s条 %s\n' "$@"; }
  > body() {
  >   article 一 '为规范示例市居住证管理，保障公民合法权益，推进城镇基本公共服务覆盖常住人口，制定本办法。' \
  >     二 "公民在本市居住满$1，有合法稳定就业或者合法稳定住所的，可以申领居住证，材料齐全的$2个工作日内发放。" \
  >     三 '居住证持有人在居住地享有义务教育、基本公共就业服务、基本公共卫生服务和法律援助等服务。' \
  >     四 '市公安机关负责居住证的制作、发放和签注，教育、民政、卫生等部门按照职责做好相关服务管理工作。' \
  >     五 '居住证每年签注1次，逾期未办理签注手续的，居住证使用功能中止，补办后恢复，居住年限连续计算。' \
  >     六 '国家机关及其工作人员对在工作中知悉的居住证持有人个人信息应当保密，不得出售或者非法提供。'
  > }
  > mkdir v
  > { printf '示例市居住证管理办法（征求意见稿）\n\n'; body 一年 30; } > v/draft.txt
  > { printf '示例市人民政府关于印发《示例市居住证管理办法》的通知\n示政发〔2015〕3号\n\n各区人民政府：\n现将《示例市居住证管理办法》印发给你们，请认真贯彻执行。\n\n示例市人民政府\n2015年3月1日\n\n示例市居住证管理办法\n\n'; body 半年 15; } > v/notice.txt
  > { printf '示例市居住证管理办法\n\n'; body 半年 15 | sed 's/，/, /g'; } > v/repost.txt
  > { printf '示例市居住证管理办法（2018年修正）\n示政发〔2018〕9号\n\n'; body 半年 10; printf '第七条 居住证持有人可以在居住地申请普通高中和中等职业学校就读，具体办法由市教育部门另行制定。\n\n示例市人民政府\n2018年5月2日\n'; } > v/amended.txt
  > printf '《示例市居住证管理办法》解读\n\n一、为什么要制定这个办法\n以前办理暂住证手续多、等待久，群众意见大。\n二、多久能拿到证\n材料齐全的15个工作日内发放。\n' > v/told.txt
  > cp v/repost.txt v/copy.txt
  > printf '示例市养犬管理规定\n\n第一条 养犬人应当在居住地办理登记，取得犬证。\n第二条 犬证每年签注1次。\n' > v/other.txt
  > zhengwen-index add -d db v 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'
  zhengwen-index: indexed 7 files (6 documents, 30 passages, 14 figures), 0 unchanged, 0 skipped; 0.0 MB in T s

The document and all that there is of its text; the same bytes at two paths are one document.

  $ zhengwen show -d db '示政发〔2015〕3号' | sed -n '/^versions/,/^$/p'
  versions   ▶ original       1533a76fc3de38cff23d4a179402017e  示政发〔2015〕3号  2015-03-01
               amended        7e694211d3ef67516a18876881d0a741  示政发〔2018〕9号  2018-05-02
               repost         9a8b8458ee8ed0e4f9b4a3f858fd004e  示例市居住证管理办法
               draft          90bce1d29015ff7dfdc666800cf0046b  示例市居住证管理办法（征求意见稿）
               interpretation 1b0906ea42dca15566222c259e5b63ab  《示例市居住证管理办法》解读
  
  $ id=$(zhengwen search -d db '签注 version:repost' -f ndjson | grep -o '[0-9a-f]\{32\}' | head -1)
  > zhengwen show -d db $id | sed -n '/^file/,/^sha/p' | cut -c 1-40
  > zhengwen show -d db $id -f json | grep -A3 '"paths"'
  file       /CASE/v/copy.txt
             /CASE/v/repost.txt
  sha256     4122af045a875ac613928be39ee24
  	"paths":	["/CASE/v/copy.txt", "/CASE/v/repost.txt"],
  	"relation":	"repost",
  	"version_of":	"1533a76fc3de38cff23d4a179402017e",
  	"versions":	[{

Each hit says of which version it is; a filter takes one kind, in either language.

  $ zhengwen search -d db '签注 发放 version:original' -n 1
  1. 示例市人民政府关于印发《示例市居住证管理办法》的通知
     示政发〔2015〕3号 · 示例市人民政府 · 2015-03-01
     1 of 5 versions: original; amended 7e694211d3ef67516a18876881d0a741; repost 9a8b8458ee8ed0e4f9b4a3f858fd004e; draft 90bce1d29015ff7dfdc666800cf0046b; interpretation 1b0906ea42dca15566222c259e5b63ab
     示例市居住证管理办法
     第四条 市公安机关负责居住证的制作、[发放]和[签注]，教育、民政、卫生等部门按照职责做好相关服务管理工作。
     agencies: responsible 市公安机关; responsible 教育部门; responsible 民政部门; responsible 卫生部门
     measures: 做好相关服务管理工作 (做好 · 居住证)
     1533a76fc3de38cff23d4a179402017e:4
  
  ! zhengwen: 1 passage
  $ versions() { zhengwen search "$@" -n 0 -f tsv 2>/dev/null | awk -F'\t' '{ print $4, $(NF-2), $(NF-1), $NF }'; }
  > versions -d db 签注; versions -d db '发放 version:征求意见稿'; versions -d db '发放 版本:修订'
  title relation version_of versions
  示例市居住证管理办法 repost 1533a76fc3de38cff23d4a179402017e 5
  示例市居住证管理办法（2018年修正） amended 1533a76fc3de38cff23d4a179402017e 5
  示例市居住证管理办法（征求意见稿） draft 1533a76fc3de38cff23d4a179402017e 5
  示例市养犬管理规定 original  1
  示例市人民政府关于印发《示例市居住证管理办法》的通知 original  5
  示例市居住证管理办法 repost 1533a76fc3de38cff23d4a179402017e 5
  示例市居住证管理办法（2018年修正） amended 1533a76fc3de38cff23d4a179402017e 5
  示例市居住证管理办法（征求意见稿） draft 1533a76fc3de38cff23d4a179402017e 5
  示例市人民政府关于印发《示例市居住证管理办法》的通知 original  5
  title relation version_of versions
  示例市居住证管理办法（征求意见稿） draft 1533a76fc3de38cff23d4a179402017e 5
  示例市居住证管理办法（征求意见稿） draft 1533a76fc3de38cff23d4a179402017e 5
  title relation version_of versions
  示例市居住证管理办法（2018年修正） amended 1533a76fc3de38cff23d4a179402017e 5
  示例市居住证管理办法（2018年修正） amended 1533a76fc3de38cff23d4a179402017e 5
  $ zhengwen search -d db '签注 version:copy'
  ! zhengwen: column 12: 'copy' is no version: original 正本, repost 转载, amended 修订, draft 征求意见稿, interpretation 解读
  !   签注 version:copy
  !   　　         ^^^^
  [2]

Collapsed, all versions of a text are one hit, of the original where it matches; the passages are
counted all the same.

  $ zhengwen search -d db 签注 --collapse
  1. 示例市人民政府关于印发《示例市居住证管理办法》的通知
     示政发〔2015〕3号 · 示例市人民政府 · 2015-03-01
     1 of 5 versions: original; amended 7e694211d3ef67516a18876881d0a741; repost 9a8b8458ee8ed0e4f9b4a3f858fd004e; draft 90bce1d29015ff7dfdc666800cf0046b; interpretation 1b0906ea42dca15566222c259e5b63ab
     示例市居住证管理办法
     第五条 居住证每年[签注]1次，逾期未办理[签注]手续的，居住证使用功能中止，补办后恢复，居住年限连续计算。
     figures: 居住证每年签注 = 1次 (target)
     1533a76fc3de38cff23d4a179402017e:5 (and 7 more of this text)
  
  2. 示例市养犬管理规定
     第二条 犬证每年[签注]1次。
     figures: 犬证每年签注 = 1次 (condition)
     f73767405596edc98e97bd4904606944:1
  
  ! zhengwen: 9 passages of 2 texts
  $ zhengwen facets -d db 签注 --by year --collapse -f tsv
  year	documents	passages	texts
  	3	5	2
  2015	1	2	1
  2018	1	2	1
  $ figures() { zhengwen figures -d db 'unit:工作日' -f tsv "$@" | cut -f 5,7,13,33; }
  > figures; figures --collapse
  low	unit	title	relation
  15	个工作日	示例市人民政府关于印发《示例市居住证管理办法》的通知	original
  10	个工作日	示例市居住证管理办法（2018年修正）	amended
  15	个工作日	《示例市居住证管理办法》解读	interpretation
  30	个工作日	示例市居住证管理办法（征求意见稿）	draft
  15	个工作日	示例市居住证管理办法	repost
  low	unit	title	relation
  15	个工作日	示例市人民政府关于印发《示例市居住证管理办法》的通知	original
  10	个工作日	示例市居住证管理办法（2018年修正）	amended
  30	个工作日	示例市居住证管理办法（征求意见稿）	draft
  ! zhengwen: 2 more figures are told by another version of the same text (without --collapse all are shown)

Whatever the order in which they were added, and after the original went and came again, the
answer is the same.

  $ family() { zhengwen search -d $1 '居住证 OR 犬证' -n 0 -f ndjson | sed 's/"file":"[^"]*"//' | grep -o '"id":"[^:]*:0".*"others"' | sort; }
  > for f in told repost other amended draft copy notice; do zhengwen-index add -d db2 v/$f.txt 2>/dev/null; done
  > family db > one; family db2 > two; cmp one two
  > grep -c . one
  > zhengwen-index remove -d db2 v/notice.txt; zhengwen show -d db2 '示政发〔2018〕9号' | sed -n '/^versions/,/^$/p'
  > zhengwen-index add -d db2 v 2>/dev/null; family db2 | cmp - one && echo same
  > zhengwen-index rebuild -d db2 2>/dev/null; family db2 | cmp - one && echo same
  6
  versions     original       9a8b8458ee8ed0e4f9b4a3f858fd004e  示例市居住证管理办法
             ▶ amended        7e694211d3ef67516a18876881d0a741  示政发〔2018〕9号  2018-05-02
               draft          90bce1d29015ff7dfdc666800cf0046b  示例市居住证管理办法（征求意见稿）
               interpretation 1b0906ea42dca15566222c259e5b63ab  《示例市居住证管理办法》解读
  
  same
  same
  ! zhengwen-index: removed 1
