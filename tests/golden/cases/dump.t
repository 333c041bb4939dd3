Everything in the index, whatever the order in which it got there: in two orders, one file at a time and all at once, with copies, and built anew.

  $ mkdir in; cp sample/*.txt in; cp in/fujian-ppp-2015.txt in/a-copy.txt; cp in/hubei-homestead-2019.txt in/z-copy.txt
  > printf 'path,region,批次\nin/z-copy.txt,湖北,第二批\nin/ningxia*,,第一批\n' > m.csv
  > zhengwen-index add -d one --manifest m.csv in 2>/dev/null; zhengwen-index dump -d one > one.dump
  > for f in $(ls -r in/*); do zhengwen-index add -d two --manifest m.csv $f 2>/dev/null; done; zhengwen-index dump -d two | cmp - one.dump
  > for f in in/*; do zhengwen-index add -d three --manifest m.csv $f 2>/dev/null; done; zhengwen-index dump -d three | cmp - one.dump
  > for f in in/*; do zhengwen-index add -d four $f 2>/dev/null; done; zhengwen-index add -d four --manifest m.csv in 2>/dev/null; zhengwen-index dump -d four | cmp - one.dump
  > zhengwen-index rebuild -d two 2>/dev/null; zhengwen-index dump -d two | cmp - one.dump; zhengwen-index check -d two
  > zhengwen-index compact -d two; zhengwen-index dump -d two | cmp - one.dump; tail -1 one.dump
  {"type":"file","path":"/CASE/in/zhejiang-work-report-2022.txt","sha256":"cc0cda8ea9d9aca5af31fed886dff84f1d2876c495446ee723e00ac212210af9","size":3444,"read_by":"zhengwen 0.1.0","documents":["1febda4113da1bc30362e9e4e3091bae"],"given":{}}
  ! zhengwen-index: 'two': whole

What is taken out and put in again leaves no trace.

  $ zhengwen-index remove -d two in/a-copy.txt in/ningxia-residence-permit-2017.txt in/z-copy.txt 2>/dev/null; zhengwen-index dump -d two | cmp -s - one.dump || echo differs
  > zhengwen-index add -d two --manifest m.csv in 2>/dev/null; zhengwen-index dump -d two | cmp - one.dump
  differs

The objects are those of extract.

  $ zhengwen-index extract in/hunan-pages-2019.txt | sed 's/"file":"/&PATH\//' | sort > extracted; zhengwen-index add -d h in/hunan-pages-2019.txt 2>/dev/null
  > zhengwen-index dump -d h | grep -v '"type":"file"' | sed 's/"file":"[^"]*in\//"file":"PATH\/in\//' | sort | comm -13 extracted - | wc -l
  0
