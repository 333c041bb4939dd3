A page as a site serves it: the box of facts is metadata, bars of links, buttons and the site's foot
are no text of the document, a table keeps its rows and columns.

  $ cat > page.html <<'PAGE'
  > <!DOCTYPE html><html><head><meta charset="gb2312"><title>政策文件_甲市人民政府网</title>
  > <script>document.write('<p>载入中')</script></head><body>
  > <div class="nav"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">办事服务</a></div>
  > <table><tr><td>索 引 号：<td>000123/2016-00045<td>主题分类：<td>人口
  > <tr><td>发文机关：<td>宁夏回族自治区人民政府<td>成文日期：<td>2016年03月11日
  > <tr><td>标　　题：<td colspan=3>关于居住证服务的实施意见（示例）
  > <tr><td>发文字号：<td>示例政发〔2016〕4号<td>发布日期：<td>2016年03月15日</table>
  > <div id="article"><h1>关于居住证服务的实施意见（示例）
  > <div class="tools">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a></div>
  > <p>各市、县人民政府，自治区政府各部门：
  > <p>　　为了方便流动人口办事，现提出如下示例意见。
  > <p>　　一、扩大覆盖面。到2020年，居住证&ldquo;应发尽发&rdquo;，持证率达到<b>85%</b>以上，由公安厅牵头。
  > <table><tr><th>指标<th>2015年<th>2020年<tr><td>持证率（%）<td>60<td>85</table>
  > <p><a href="1.doc">附件：示例任务分工表</a></div>
  > <ul><li><a href="1">某县召开示例会议</a><li><a href="2">某区部署示例工作</a></ul>
  > <div class="footer">主办：示例办公室　技术支持：示例公司</div></body></html>
  > PAGE
  > zhengwen-index extract page.html | grep '"type":"document"' | sed 's/"sha256":"[^"]*"/SHA/; s/"id":"[^"]*"/ID/; s/"file":"[^"]*"/FILE/'
  {"type":"document",ID,FILE,"part":null,SHA,"reader":"html","encoding":"UTF-8","title":"关于居住证服务的实施意见（示例）","number":"示例政发〔2016〕4号","issuer":"宁夏回族自治区人民政府","date":"2016-03-11","published":"2016-03-15","effective":null,"repealed":null,"validity":null,"genre":"实施意见","region":"宁夏回族自治区","region_path":["宁夏回族自治区"],"region_source":"text","cites":[],"implements":[],"url":null,"topic":null,"given":[],"found":{},"x":{}}

The text that offsets count into is what the page shows, also around the document.

  $ zhengwen-index extract --format source page.html
  首页政务公开办事服务
  索 引 号：	000123/2016-00045	主题分类：	人口
  发文机关：	宁夏回族自治区人民政府	成文日期：	2016年03月11日
  标　　题：	关于居住证服务的实施意见（示例）
  发文字号：	示例政发〔2016〕4号	发布日期：	2016年03月15日
  关于居住证服务的实施意见（示例）
  【字体：大 中 小】 打印
  各市、县人民政府，自治区政府各部门：
  　　为了方便流动人口办事，现提出如下示例意见。
  　　一、扩大覆盖面。到2020年，居住证“应发尽发”，持证率达到85%以上，由公安厅牵头。
  指标	2015年	2020年
  持证率（%）	60	85
  附件：示例任务分工表
  某县召开示例会议
  某区部署示例工作
  主办：示例办公室　技术支持：示例公司

What a passage quotes stands there, character for character.

  $ zhengwen-index extract page.html | grep '"type":"passage"' | grep -o '"text":"[^"]*"'
  "text":"为了方便流动人口办事，现提出如下示例意见。"
  "text":"一、扩大覆盖面。到2020年，居住证“应发尽发”，持证率达到85%以上，由公安厅牵头。"
  "text":"指标\t2015年\t2020年"
  "text":"持证率（%）\t60\t85"
  "text":"附件：示例任务分工表"

A page that calls itself something else is still a page; one that nothing bounds is refused.

  $ cp page.html page.pdf; zhengwen-index extract page.pdf | head -1 | grep -o '"reader":"[a-z]*"'
  "reader":"html"
  $ { echo '<html>'; head -c 40000 /dev/zero | sed 's/\x00/<div>/g'; echo '到2020年。'; } > deep.html
  > zhengwen-index extract deep.html
  ! zhengwen-index: 'deep.html': more than 2048 elements inside each other
  [3]
