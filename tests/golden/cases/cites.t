Who cites whom. Two more texts beside the samples: a notice of the state, and a city that carries
out the province's notice; the province cites the state's.

  $ printf '国务院关于推进示例城镇建设的若干意见\n国发〔2016〕908号\n\n各省、自治区、直辖市人民政府：\n一、放宽落户条件。\n国务院\n2016年2月2日\n' > state.txt
  $ printf '福建省人民政府关于推进示例城镇建设的实施意见\n闽政〔2016〕931号\n\n为贯彻落实《国务院关于推进示例城镇建设的若干意见》（国发[2016]908号）和《国家示例城镇化规划（2014－2020年）》，提出以下意见。\n一、放宽落户条件。\n福建省人民政府\n2016年6月1日\n' > province.txt
  $ printf '福州市人民政府关于示例落户的通知\n榕政〔2017〕912号\n\n根据国发﹝2016﹞908号文件和闽政〔2016〕931号文件要求，通知如下。\n一、《福州市户口示例办法》同时废止。\n福州市人民政府\n2017年3月1日\n' > city.txt
  $ zhengwen-index add -d more.db state.txt province.txt city.txt 2> /dev/null
  $ zhengwen cites '国发(2016)908号' -d more.db --format text
  国务院关于推进示例城镇建设的若干意见 · 国发〔2016〕908号 · 2016-02-02
     bdc9f9a43a969f405dbe9b5edb41a92b
  cited by
     福建省人民政府关于推进示例城镇建设的实施意见 · 闽政〔2016〕931号 · 福建省 · 2016-06-01 · implements
        为贯彻落实《国务院关于推进示例城镇建设的若干意见》（国发[2016]908号）和《国家示例城镇化规划（2014－2020年）》，提出以下意见。
        b93db7d24688cc57e4f0efa42c958442:0@37-108
     福州市人民政府关于示例落户的通知 · 榕政〔2017〕912号 · 福州市 · 2017-03-01 · based on
        根据国发﹝2016﹞908号文件和闽政〔2016〕931号文件要求，通知如下。
        f6bf1e9578914fd3f343e71b5102d77b:0@31-70
  ! zhengwen: 2 citations: 2 of texts in the index, 0 of others
  $ zhengwen cites 《国务院关于推进示例城镇建设的若干意见》 -d more.db --down --depth 0 --lang zh --format text
  国务院关于推进示例城镇建设的若干意见 · 国发〔2016〕908号 · 2016-02-02
     bdc9f9a43a969f405dbe9b5edb41a92b
  被引用
     福建省人民政府关于推进示例城镇建设的实施意见 · 闽政〔2016〕931号 · 福建省 · 2016-06-01 · 贯彻落实
        为贯彻落实《国务院关于推进示例城镇建设的若干意见》（国发[2016]908号）和《国家示例城镇化规划（2014－2020年）》，提出以下意见。
        b93db7d24688cc57e4f0efa42c958442:0@37-108
        福州市人民政府关于示例落户的通知 · 榕政〔2017〕912号 · 福州市 · 2017-03-01 · 根据 · 另见
           根据国发﹝2016﹞908号文件和闽政〔2016〕931号文件要求，通知如下。
           f6bf1e9578914fd3f343e71b5102d77b:0@31-70
     福州市人民政府关于示例落户的通知 · 榕政〔2017〕912号 · 福州市 · 2017-03-01 · 根据
        根据国发﹝2016﹞908号文件和闽政〔2016〕931号文件要求，通知如下。
        f6bf1e9578914fd3f343e71b5102d77b:0@31-70
  ! zhengwen: 引用 3 处：所引文件在索引中的 3 处，不在的 0 处
  $ zhengwen cites 榕政〔2017〕912号 -d more.db --up --depth 0 --format csv | cut -d, -f1-5,10,13,17-18
  direction,depth,citation_kind,title,number,version,cited_title,cited_as,times
  up,1,based_on,福州市人民政府关于示例落户的通知,榕政〔2017〕912号,original,国务院关于推进示例城镇建设的若干意见,国发〔2016〕908号,1
  up,1,based_on,福州市人民政府关于示例落户的通知,榕政〔2017〕912号,original,福建省人民政府关于推进示例城镇建设的实施意见,闽政〔2016〕931号,1
  up,2,implements,福建省人民政府关于推进示例城镇建设的实施意见,闽政〔2016〕931号,original,国务院关于推进示例城镇建设的若干意见,《国务院关于推进示例城镇建设的若干意见》（国发〔2016〕908号）,1
  up,2,implements,福建省人民政府关于推进示例城镇建设的实施意见,闽政〔2016〕931号,original,国家示例城镇化规划（2014－2020年）,《国家示例城镇化规划（2014－2020年）》,1
  up,1,repeals,福州市人民政府关于示例落户的通知,榕政〔2017〕912号,original,福州市户口示例办法,《福州市户口示例办法》,1
  ! zhengwen: 5 citations: 3 of texts in the index, 2 of others
  $ zhengwen cites -d more.db --unresolved --format csv | cut -d, -f1-6
  number,title,cited_by,places,first_date,last_date
  ,国家示例城镇化规划（2014－2020年）,1,1,2016-06-01,2016-06-01
  ,福州市户口示例办法,1,1,2017-03-01,2017-03-01
  ! zhengwen: 2 texts are cited and not in the index
  $ zhengwen cites -d more.db --edges --format csv
  Source,Target,Type,Weight,relation,date,document,passage␍
  b93db7d24688cc57e4f0efa42c958442,bdc9f9a43a969f405dbe9b5edb41a92b,Directed,1,implements,2016-06-01,b93db7d24688cc57e4f0efa42c958442,b93db7d24688cc57e4f0efa42c958442:0␍
  b93db7d24688cc57e4f0efa42c958442,《国家示例城镇化规划（2014－2020年）》,Directed,1,implements,2016-06-01,b93db7d24688cc57e4f0efa42c958442,b93db7d24688cc57e4f0efa42c958442:0␍
  f6bf1e9578914fd3f343e71b5102d77b,bdc9f9a43a969f405dbe9b5edb41a92b,Directed,1,based_on,2017-03-01,f6bf1e9578914fd3f343e71b5102d77b,f6bf1e9578914fd3f343e71b5102d77b:0␍
  f6bf1e9578914fd3f343e71b5102d77b,b93db7d24688cc57e4f0efa42c958442,Directed,1,based_on,2017-03-01,f6bf1e9578914fd3f343e71b5102d77b,f6bf1e9578914fd3f343e71b5102d77b:0␍
  f6bf1e9578914fd3f343e71b5102d77b,《福州市户口示例办法》,Directed,1,repeals,2017-03-01,f6bf1e9578914fd3f343e71b5102d77b,f6bf1e9578914fd3f343e71b5102d77b:1␍
  ! zhengwen: 5 citations: 3 of texts in the index, 2 of others
  $ zhengwen cites -d more.db -f graphml -o more.graphml; grep -c '<edge' more.graphml
  5
  ! zhengwen: 5 citations: 3 of texts in the index, 2 of others
  $ zhengwen cites 《没有这个办法》 -d more.db
  ! zhengwen: '《没有这个办法》': the index has no such text, and none of its documents cites it
  [1]
  $ zhengwen search 落户 -d more.db -f graphml
  ! zhengwen: graphml is for networks: agencies, cites
  [2]
