How a query is understood.

  $ zhengwen explain '(居住证 OR 户口) NOT "城中村" region:宁夏 学位>1万个' --hits 1 |
  >   sed -E 's/[0-9]+\.[0-9]+/W/g; s/length [0-9]+/length L/'
  tree (side (or 居住证 户口) (not "城中村") (field region 宁夏) (figure "学位" > 10000 个))
  word 居住证
    居住  bigram  weight W  in 18 passages  idf xW
    住证  bigram  weight W  in 11 passages  idf xW
  word 户口
    户口  bigram  weight W  in 4 passages  idf xW
    also 户籍
  note region:宁夏 is 宁夏回族自治区
  asks Query((((((W * 居住 AND W * 住证) OR (W * XH居住 AND W * XH住证) OR (0 * S居住 AND 0 * S住证)) OR ((W * 户口 OR W * XH户口 OR 0 * S户口) OR (W * 户籍 OR W * XH户籍 OR 0 * S户籍))) AND 0 * XR宁夏回族自治区 AND 0 * 0 * XI学位) FILTER T:passage))
  check all of
    check not
      check run "城中村"
    check figure "学位"
  total 1
  hit 1 11cfd1821d272569b85f7d5602c713a8:6 score W
    length L, on average W; k1 W, b W
      W  居住 in text, weight W, 1 here, in 18 passages
      W  住证 in text, weight W, 1 here, in 11 passages
      W  居住 in heading, weight W, 1 here, in 11 passages
      W  住证 in heading, weight W, 1 here, in 11 passages
      W  together


What each term added to the score of a passage, whatever its rank; together they are its score.

  $ zhengwen explain '居住证 学位' --hit 11cfd1821d272569b85f7d5602c713a8:6 |
  >   awk '/ score /{score=$4} /together/{print ($1 - score < .001 && score - $1 < .001) ? "adds up" : "differs"}'
  adds up
  $ zhengwen explain '量子计算' --hit 11cfd1821d272569b85f7d5602c713a8:6 >/dev/null
  ! zhengwen: '11cfd1821d272569b85f7d5602c713a8:6': no passage that the query finds
  [1]
