What is read again, and what is not.

  $ cat > count <<'END'
  > #!/bin/sh
  > sed -n '/indexed/{s/.*indexed \([0-9]*\) files.* \([0-9]*\) unchanged, \([0-9]*\) skipped.*/\1 read, \2 unchanged, \3 skipped/p;b};s/zhengwen-index: //p'
  > END
  > chmod +x count
  > mkdir in; cp sample/hubei-homestead-2019.txt in/a.txt; cp sample/fujian-ppp-2015.txt in/b.txt; touch -d 2020-01-01 in/*
  > zhengwen-index add -d db in 2>&1 | ./count; zhengwen-index add -d db in 2>&1 | ./count
  > touch in/a.txt; zhengwen-index add -d db in 2>&1 | ./count
  > sed -i s/宅基地/宅基用地/ in/a.txt; zhengwen-index add -d db in 2>&1 | ./count
  2 read, 0 unchanged, 0 skipped
  0 read, 2 unchanged, 0 skipped
  0 read, 2 unchanged, 0 skipped
  1 read, 1 unchanged, 0 skipped

A time that goes back, and a size that differs under the same time, are changes. Other bytes of the same size under the same time are not seen, unless it is asked for.

  $ touch -d 1999-01-01 in/a.txt; zhengwen-index add -d db in 2>&1 | ./count
  > echo 增加一行。 >> in/a.txt; touch -d 1999-01-01 in/a.txt; zhengwen-index add -d db in 2>&1 | ./count
  > sed -i s/增加一行/减少一行/ in/a.txt; touch -d 1999-01-01 in/a.txt; zhengwen-index add -d db in 2>&1 | ./count
  > zhengwen-index add -d db --check-content in 2>&1 | ./count; zhengwen search -d db '"减少一行"' --format tsv 2>/dev/null | wc -l
  0 read, 2 unchanged, 0 skipped
  1 read, 1 unchanged, 0 skipped
  0 read, 2 unchanged, 0 skipped
  1 read, 1 unchanged, 0 skipped
  2

A file that had just been changed is looked into again, for its next change may leave its time as it is.

  $ echo 关于示例的通知 > in/c.txt; zhengwen-index add -d db in 2>&1 | ./count; t=$(stat -c %y in/c.txt)
  > echo 关于示例的报告 > in/c.txt; touch -d "$t" in/c.txt; zhengwen-index add -d db in 2>&1 | ./count
  1 read, 2 unchanged, 0 skipped
  1 read, 2 unchanged, 0 skipped

Files of the same bytes are one document, read from the first of its paths, in whatever order they come; when that one goes the next one takes its place.

  $ rm in/c.txt; cp in/b.txt in/0.txt; zhengwen-index add -d db in 2>&1 | ./count
  > zhengwen search -d db 社会资本 -n 1 --format json 2>/dev/null | grep '"file"' | sed 's/.*\///'
  > rm in/0.txt; zhengwen-index add -d db --prune in 2>&1 | ./count
  > zhengwen search -d db 社会资本 -n 1 --format json 2>/dev/null | grep '"file"' | sed 's/.*\///'
  > zhengwen-index check -d db
  2 read, 1 unchanged, 0 skipped
  0.txt",
  removed 2 files that are gone
  1 read, 1 unchanged, 0 skipped
  b.txt",
  ! zhengwen-index: 'db': whole

What is gone is taken out when that is asked for.

  $ mkdir in/deep; cp sample/ningxia-residence-permit-2017.txt in/deep/d.txt; cp sample/zhejiang-work-report-2022.txt in/deep/e.txt
  > zhengwen-index add -d db in 2>&1 | ./count; rm in/deep/e.txt; zhengwen-index add -d db in 2>&1 | ./count; zhengwen-index status -d db | grep ^files
  > zhengwen-index add -d db --prune in 2>&1 | ./count; zhengwen-index status -d db | grep ^files
  2 read, 2 unchanged, 0 skipped
  0 read, 3 unchanged, 0 skipped
  files      4
  removed 1 files that are gone
  0 read, 3 unchanged, 0 skipped
  files      3

A folder that is there and empty may be a disk that is not mounted; so may be one of which nothing is left.

  $ mv in/deep/d.txt .; zhengwen-index add -d db --prune in 2>&1 | ./count; zhengwen-index status -d db | grep ^files
  > zhengwen-index add -d db --prune in >/dev/null 2>&1; echo $?; mv in away; mkdir in; echo 别的 > in/x.txt
  > zhengwen-index add -d db --prune in 2>&1 | ./count; rm -r in
  > zhengwen-index add -d db --prune in 2>&1 | ./count; zhengwen-index status -d db | grep ^files
  '/CASE/in/deep': 1 files that lay in it are kept in the index: it is empty, as where a disk is not mounted (--prune-all takes them out)
  0 read, 2 unchanged, 0 skipped
  files      3
  3
  '/CASE/in': 3 files that lay in it are kept in the index: none of its files is left: is a disk not mounted? (--prune-all takes them out)
  1 read, 0 unchanged, 0 skipped
  skipped: 'in': No such file or directory
  0 read, 0 unchanged, 1 skipped
  files      4

Unless that is said.

  $ rm -rf in; mv away in; zhengwen-index add -d db --prune-all in 2>&1 | ./count; zhengwen-index status -d db | grep ^files; zhengwen-index check -d db
  removed 2 files that are gone
  0 read, 2 unchanged, 0 skipped
  files      2
  ! zhengwen-index: 'db': whole

Files below paths that are not named are left alone. A rebuild wants all files, or to be told that they may be left out.

  $ mkdir other; cp sample/shandong-key-points-2023.txt other/s.txt; zhengwen-index add -d db other 2>&1 | ./count; rm other/s.txt
  > zhengwen-index add -d db --prune in 2>&1 | ./count; zhengwen-index status -d db | grep ^files
  > zhengwen-index rebuild -d db 2>&1 | ./count; zhengwen-index rebuild -d db --prune 2>&1 | ./count; zhengwen-index status -d db | grep ^files
  1 read, 0 unchanged, 0 skipped
  0 read, 2 unchanged, 0 skipped
  files      3
  'db': 1 of its 3 files are gone, as '/CASE/other/s.txt'; the index is as it was (--prune leaves them out)
  2 read, 0 unchanged, 0 skipped
  files      2
