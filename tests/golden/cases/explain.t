How a query is understood.

  $ zhengwen explain '(居住证 OR 户口) NOT "城中村" region:宁夏 学位>1万个' --hits 1 |
  >   sed -E 's/[0-9]\.[0-9]+/W/g'
  tree (side (or 居住证 户口) (not "城中村") (field region 宁夏) (figure "学位" > 10000 个))
  word 居住证
    居住  bigram  weight W  in 17 passages  idf xW
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
  hit 1 11cfd1821d272569b85f7d5602c713a8:6 score W  terms S住证 S居住 T:passage XH住证 XH居住 XI学位 XR宁夏回族自治区 住证 居住

