Documents and passages of an answer, counted by something.

  $ zhengwen facets '户籍' --by province
  province,documents,passages␍
  四川省,1,11␍
  宁夏回族自治区,1,3␍
  广东省,1,3␍
  江苏省,1,3␍
  云南省,1,2␍
  河南省,1,2␍
  安徽省,1,1␍
  江西省,1,1␍
  浙江省,1,1␍
  甘肃省,1,1␍
  ! zhengwen: 户籍 also finds 户口 (+户籍 does not)
  $ zhengwen facets --by year --format tsv
  year	documents	passages
  	5	36
  2014	1	7
  2015	1	12
  2016	1	17
  2017	1	11
  2018	1	11
  2019	2	34
  2020	1	18
  2021	1	19
  2022	1	9
  2023	1	13
  $ zhengwen facets '城镇化率' --by genre --format json --limit 1
  {
  	"query":	"城镇化率",
  	"looked_at":	{
  		"index":	"samples.db",
  		"documents":	16,
  		"passages":	187,
  		"figures":	470,
  		"first_year":	"2014",
  		"last_year":	"2023"
  	},
  	"total":	18,
  	"offset":	0,
  	"expanded":	[],
  	"unknown":	[],
  	"notes":	[],
  	"documents":	10,
  	"texts":	null,
  	"facets":	[{
  			"type":	"facet",
  			"by":	"genre",
  			"value":	"方案要点",
  			"title":	null,
  			"documents":	4,
  			"passages":	8,
  			"texts":	null
  		}]
  }
  $ zhengwen facets 'region:宁夏' --by agency --limit 3
  agency,documents,passages␍
  自治区公安厅,1,4␍
  各市、县（区）,1,3␍
  自治区财政厅,1,3␍
  ! zhengwen: region:宁夏 is 宁夏回族自治区
  $ zhengwen facets 'x' --by colour
  ! zhengwen: '--by colour': not one of region|province|prefecture|year|genre|issuer|document|agency|role|verb|topic|instrument|indicator|unit|force|cites|x:NAME
  [2]

