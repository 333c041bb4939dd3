A receipt says what was asked, of what, and what came; rerun asks again and says whether the answer
is the same.

  $ zhengwen figures '户籍人口城镇化率>=45%@2020' --receipt receipt.json -o rates.xlsx; tr -d '\t' < receipt.json | grep -E '^"(type|arguments|query|tree|total|count|schema)'
  "type":"receipt",
  "arguments":["figures", "--format", "xlsx", "--", "户籍人口城镇化率>=45%@2020"],
  "query":"户籍人口城镇化率>=45%@2020",
  "tree":"(figure \"户籍人口城镇化率\" >= 45 % @2020)",
  "schema":9
  "count":4,
  "total":4,
  $ zhengwen rerun receipt.json --format csv | cut -d , -f 1,4
  what,same␍
  rows_sha256,yes␍
  rows,yes␍
  total,yes␍
  understood,yes␍
  version,yes␍
  index_identity,yes␍
  documents,yes␍
  ! zhengwen: the same answer as at 2017-07-14T02:40:00Z: 4 rows

A workbook has its receipt in it.

  $ "$ZW_CELLS" rates.xlsx | sed -n '/receipt/,$p' | grep -vE 'written by|hash|identity'
  [receipt]
  "command" | "figures"
  "query" | "户籍人口城镇化率>=45%@2020"
  "index" | "samples.db"
  "documents looked at" | 16
  "passages looked at" | 187
  "figures looked at" | 470
  "first year" | "2014"
  "last year" | "2023"
  "total" | 4
  "query as understood" | "(figure "户籍人口城镇化率" >= 45 % @2020)"
  "command line" | "figures --format xlsx -- 户籍人口城镇化率>=45%@2020"
  "rows" | 4
  "version of zhengwen" | "0.1.0"
  "time" | "2017-07-14T02:40:00Z"

The same documents in another place and order are the same index; the language and the format of an
answer are none of its rows.

  $ mkdir moved && cp sample/*.txt sample/*.html sample/*.md sample/*.csv moved/ 2>/dev/null; for f in $(ls -r moved/*); do zhengwen-index add -d moved.db $f; done 2>/dev/null; zhengwen rerun receipt.json -d moved.db --format csv | cut -d , -f 1,4
  what,same␍
  rows_sha256,yes␍
  rows,yes␍
  total,yes␍
  understood,yes␍
  version,yes␍
  index_identity,yes␍
  documents,yes␍
  ! zhengwen: the same answer as at 2017-07-14T02:40:00Z: 4 rows

What differs is told: a document that is gone, rows with it.

  $ rm moved/ningxia*; zhengwen-index add -d fewer.db moved 2>/dev/null; zhengwen rerun receipt.json -d fewer.db --format csv | cut -d , -f 1,4
  what,same␍
  rows_sha256,no␍
  rows,no␍
  total,no␍
  understood,yes␍
  version,yes␍
  index_identity,no␍
  documents,no␍
  ! zhengwen: the index is another: 16 documents then, 15 now
  ! zhengwen: 1 row is gone, 0 are new
  ! zhengwen: 1 document is no longer in the index: 11cfd1821d272569b85f7d5602c713a8

Every command that answers with rows has a receipt, whatever the format of its answer.

  $ zhengwen search '居住证' --receipt a.json > a.txt 2>/dev/null; zhengwen search '居住证' --format ndjson -n 10 --receipt b.json > b.txt 2>/dev/null; grep -h '"sha256"' a.json b.json | sort -u | wc -l
  1
  $ zhengwen facets --by role --receipt c.json > c.csv; zhengwen rerun c.json --lang zh | grep -vE '值|标识'
  内容          当时                                      现在                                      相同
  行数          4                                         4                                         是
  总数          187                                       187                                       是
  检索式的理解  (all)                                     (all)                                     是
  版本          0.1.0                                     0.1.0                                     是
  文件数        16                                        16                                        是
  ! zhengwen: 与 2017-07-14T02:40:00Z 的答案相同：4 行
  $ zhengwen show '示例政办发〔2017〕21号' --receipt d.json > d.txt; test -e d.json
  ! zhengwen: no receipt can be made of this answer as text: choose another format
  [1]

What is no receipt is refused, and a receipt cannot make a program do anything but answer.

  $ echo '{}' > bad.json; zhengwen rerun bad.json
  ! zhengwen: 'bad.json': no receipt of zhengwen
  [3]
  $ sed 's/\["figures"/["index", "add"/' receipt.json > bad.json; zhengwen rerun bad.json
  ! zhengwen: 'index': no command with a receipt
  [3]
  $ sed 's/"--"/"--output", "gone.txt", "--"/' receipt.json > bad.json; zhengwen rerun bad.json > answer; test -e gone.txt
  ! zhengwen: the same answer as at 2017-07-14T02:40:00Z: 4 rows
  [1]
