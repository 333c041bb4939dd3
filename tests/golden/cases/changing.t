A file that changes while it is read gives neither its old text nor its new one: it is read once more, and given up when it does not come to rest. A reader that changes the file stands in for whoever does.

  $ cp "$(command -v zhengwen-index)" . && cat > zhengwen-read <<END
  > #!/bin/sh
  > n=\$(wc -l < $PWD/a.rtf)
  > [ \$n -lt \$(cat $PWD/until) ] && echo >> $PWD/a.rtf
  > printf 'T关于植树的通知\nT第一条 读到第%s行。\n' \$n
  > END
  > chmod +x zhengwen-read
  > add() { ./zhengwen-index add -d db a.rtf 2>&1 | sed "s/ in [0-9.]* s$/ in T s/; s,'/.*/,'HERE/,"; }
  > printf '{\\rtf1\n' > a.rtf; echo 2 > until; add; zhengwen search -d db 植树 --format text 2>/dev/null | grep 读到
  zhengwen-index: indexed 1 files (1 documents, 1 passages, 0 figures), 0 unchanged, 0 skipped; 0.0 MB in T s
     第一条 读到第2行。

What was there before stays when it does not come to rest, and the next add looks again.

  $ add() { ./zhengwen-index add -d db a.rtf 2>&1 | sed "s/ in [0-9.]* s$/ in T s/; s,'/.*/,'HERE/,"; }
  > echo >> a.rtf; echo 9 > until; add; wc -l < a.rtf; zhengwen search -d db 植树 --format text 2>/dev/null | grep 读到
  > echo 0 > until; add; zhengwen search -d db 植树 --format text 2>/dev/null | grep 读到; zhengwen-index check -d db
  zhengwen-index: skipped: 'HERE/a.rtf': it changes while it is read
  zhengwen-index: indexed 0 files (0 documents, 0 passages, 0 figures), 0 unchanged, 1 skipped; 0.0 MB in T s
  5
     第一条 读到第2行。
  zhengwen-index: indexed 1 files (1 documents, 1 passages, 0 figures), 0 unchanged, 0 skipped; 0.0 MB in T s
     第一条 读到第5行。
  ! zhengwen-index: 'db': whole
