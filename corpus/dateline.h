/* dateline.h - the line below a web page's title that says when the page was published:
 *
 *     2016年04月29日07:23 来源：甲新闻网        2012-05-09 04:52:45 甲网
 *     时间：2010-06-30 [大 中 小] 浏览次数：     2016/7/13
 *
 * It is the page's day, not the document's, which its signature or history tells. */
#ifndef ZW_CORPUS_DATELINE_H
#define ZW_CORPUS_DATELINE_H

#include "corpus/tables.h"

/* Whether line is one; iso gets YYYY-MM-DD. */
bool zw_dateline(const zw_corpus_tables *tables, zw_str line, char iso[16]);

#endif
