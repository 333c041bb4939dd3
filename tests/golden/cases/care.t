What is in an index, and whether it is whole.

  $ zhengwen-index add -d db sample 2>/dev/null; zhengwen-index status -d db | grep -E '^(index|files|documents|part)'
  index      db
  files      13
  documents  16
  part       db/part-1
  $ zhengwen-index check -d db
  ! zhengwen-index: 'db': whole

A document goes by its id, a file by its path; the rest stays.

  $ zhengwen-index remove -d db "$(readlink -f sample/fujian-ppp-2015.txt)"
  ! zhengwen-index: removed 1
  $ zhengwen search -d db 'region:福建'
  ! zhengwen: nothing found in 15 documents .* (re)
  ! zhengwen: [0-9]+ of 15 documents undated; .* (re)
  ! zhengwen: no document of the index is for 福建
  [1]
  $ id=$(zhengwen search -d db 'title:居住证便利化' --format tsv -n 1 2>/dev/null | sed -n 2p | cut -f 2)
  > zhengwen-index remove -d db "${id%:*}"; zhengwen search -d db 'region:宁夏' 2>&1 | tail -1
  zhengwen: no document of the index is for 宁夏
  ! zhengwen-index: removed 1
  $ zhengwen-index remove -d db nothing
  ! zhengwen-index: 'nothing': no such document or file in the index
  ! zhengwen-index: removed 0
  [3]
  $ zhengwen-index check -d db
  ! zhengwen-index: 'db': whole

Compacting and rebuilding change no answer.

  $ zhengwen search -d db 户籍 --format tsv > before 2>/dev/null; zhengwen-index compact -d db
  > zhengwen search -d db 户籍 --format tsv 2>/dev/null | cmp - before
  $ zhengwen-index rebuild -d db 2>/dev/null; zhengwen search -d db 户籍 --format tsv 2>/dev/null | cmp - before
  $ zhengwen-index check -d db
  ! zhengwen-index: 'db': whole

A file that is gone or changed.

  $ cp sample/hubei-homestead-2019.txt own.txt; zhengwen-index add -d own own.txt 2>/dev/null
  > sed -i 's/宅基地/宅基用地/' own.txt; zhengwen-index add -d own own.txt 2>&1 | cut -d , -f 1 |
  >   cut -d '(' -f 1
  > zhengwen search -d own '"宅基用地"' --format tsv 2>/dev/null | sed 1d | wc -l
  zhengwen-index: indexed 1 files 
  11

A damaged index.

  $ for table in $(find db -name '*.glass'); do
  >   head -c 64 /dev/zero | tr '\0' x | dd of="$table" conv=notrunc status=none
  > done; zhengwen-index check -d db
  'db/part-3': dir_end invalid in block 0
  ! zhengwen-index: 'db': 1 fault (make a new one: zhengwen-index rebuild, or add -d NEWDIR FILE...)
  [3]

A folder that is not there for the moment does not empty the index made of it.

  $ mkdir away; cp sample/hubei-homestead-2019.txt away; zhengwen-index add -d kept away 2>/dev/null; rm -r away
  > zhengwen-index rebuild -d kept 2>&1 | tail -n 1 | cut -d ' ' -f 2-; zhengwen-index status -d kept | grep '^files'
  'kept': 1 of its 1 files are gone, as '/CASE/away/hubei-homestead-2019.txt'; the index is as it was (--prune leaves them out)
  files      1

A second writer.

  $ sed -i 's/宅基用地/宅基地/' own.txt; python3 - <<'END'
  > import fcntl, subprocess
  > with open("own/lock", "r+") as lock:
  >     fcntl.lockf(lock, fcntl.LOCK_EX)
  >     raise SystemExit(subprocess.call(["zhengwen-index", "add", "-d", "own", "own.txt"]))
  > END
  ! zhengwen-index: 'own': locked by process [0-9]+, which is writing to it \(wait for it to end\) (re)
  [3]

