What is added, and what is left alone because it did not change.

  $ zhengwen-index add -d db sample/fujian-ppp-2015.txt sample/hubei-homestead-2019.txt 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'
  zhengwen-index: indexed 2 files \(2 documents, [0-9]+ passages, [0-9]+ figures\), 0 unchanged, 0 skipped; 0\.0 MB in T s (re)
  $ zhengwen-index add -d db sample 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'
  zhengwen-index: indexed 11 files \(14 documents, [0-9]+ passages, [0-9]+ figures\), 2 unchanged, 0 skipped; 0\.0 MB in T s (re)
  $ zhengwen-index add -d db sample 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'
  zhengwen-index: indexed 0 files (0 documents, 0 passages, 0 figures), 13 unchanged, 0 skipped; 0.0 MB in T s

What cannot be read is skipped and named with its reason; the rest is not affected.

  $ mkdir -p in/deep/er; : > in/empty.txt; printf ' \n\t\n' > in/blank.txt; head -c 5000 /bin/sh > in/program
  > printf '\377\376\000\330' > in/broken-utf16.txt; printf '%%PDF-1.4\n' > in/a.pdf
  > printf '关于示例的通知\n各县：\n到2020年，绿化率达到40%%以上。\n' > in/deep/er/good.txt
  > iconv -t gb18030 in/deep/er/good.txt > in/gb.txt; printf '全市示例方案。\n' | iconv -t utf-16 > in/utf16.txt
  > ln -s .. in/deep/loop; ln -s nowhere in/dangling; mkfifo in/pipe
  > zhengwen-index add -d db2 in 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'; echo "${PIPESTATUS[0]}"
  zhengwen-index: skipped: '/CASE/in/a.pdf': PDF: Syntax Error: Couldn't find trailer dictionary
  zhengwen-index: skipped: '/CASE/in/blank.txt': nothing in it
  zhengwen-index: skipped: '/CASE/in/dangling': No such file or directory
  zhengwen-index: skipped: '/CASE/in/deep/loop': a link to a folder
  zhengwen-index: skipped: '/CASE/in/empty.txt': nothing in it
  zhengwen-index: skipped: '/CASE/in/pipe': not a regular file
  zhengwen-index: skipped: '/CASE/in/program': ELF program: no reader for it yet
  zhengwen-index: indexed 4 files \(4 documents, [0-9]+ passages, [0-9]+ figures\), 0 unchanged, 7 skipped; 0\.0 MB in T s (re)
  0

An index that lies among the documents is none of them.

  $ mkdir own; cp in/deep/er/good.txt own; zhengwen-index add -d own/index own 2>/dev/null
  > zhengwen-index add -d own/index own 2>&1 | sed 's/ in [0-9.]* s$/ in T s/'
  zhengwen-index: skipped: '/CASE/own/index': an index, not documents
  zhengwen-index: indexed 0 files (0 documents, 0 passages, 0 figures), 1 unchanged, 1 skipped; 0.0 MB in T s

Nothing to add is said.

  $ mkdir none; zhengwen-index add -d db3 none
  ! zhengwen-index: indexed 0 files \(0 documents, 0 passages, 0 figures\), 0 unchanged, 0 skipped; 0\.0 MB in [0-9.]+ s (re)
  $ zhengwen-index add -d db3 nowhere
  ! zhengwen-index: skipped: 'nowhere': No such file or directory
  ! zhengwen-index: indexed 0 files \(0 documents, 0 passages, 0 figures\), 0 unchanged, 1 skipped; 0\.0 MB in [0-9.]+ s (re)
  [3]
  $ zhengwen-index add -d db3
  ! zhengwen-index: 'add': a file or folder is wanted
  [2]

