/* frame_lines.h - what a line of a document's frame is: questions that frame.c asks of one line. */
#ifndef ZW_CORPUS_FRAME_LINES_H
#define ZW_CORPUS_FRAME_LINES_H

#include "corpus/tables.h"

/* Its Han characters. */
size_t zw_line_han(zw_str line);

/* 甲政发〔2016〕4号, 第12号, 文号：…: the number stands alone on it, or before a second field. */
bool zw_line_is_number(zw_str line);

/* （1995年5月10日…通过…修正）, 2017年9月1日 国务院令第685号公布. */
bool zw_line_is_history(zw_str line);

/* 附件, 附件1, 附件二：: it says that something attached begins. */
bool zw_line_is_attachment(zw_str line);

/* 附件1：查处操作规程: what stands behind the label; the line where there is none. */
zw_str zw_line_behind_label(zw_str line);

/* 各市、县人民政府：. */
bool zw_line_is_addressee(zw_str line);

/* 主题词：…, 抄送：…: what the office that printed the paper put below it. */
bool zw_line_is_colophon(zw_str line);

/* 省　长　　某某某, 总理 某某某: a person signs. */
bool zw_line_is_person(zw_str line);

/* 办理条件, 所需材料：…: it heads a part of a guide, and is no title. */
bool zw_line_is_part_head(const zw_corpus_tables *tables, zw_str line);

/* 甲省教育厅文件: the red head of the paper, which names the issuer. */
bool zw_line_is_letterhead(const zw_corpus_tables *tables, zw_str line);

/* 西城区: a place and nothing else. */
bool zw_line_is_place(zw_str line);

#endif
