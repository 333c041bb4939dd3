/* gather.h - what a document says of itself, gathered into its metadata one source at a time.
 *
 * Each function reads one source and fills the fields of g->meta that it knows; metadata.c decides
 * in which order they are asked. Failures of memory are kept in g->failed and looked at once. */
#ifndef ZW_CORPUS_GATHER_H
#define ZW_CORPUS_GATHER_H

#include "base/buffer.h"
#include "corpus/frame.h"

typedef struct {
    const zw_corpus_tables *tables;
    const zw_frame *frame;
    zw_document *doc;
    zw_metadata *meta;
    bool failed;
    bool boxed;        /* the page's box of facts names an issuer */
    zw_str letterhead; /* 甲省教育厅文件, once the signature was looked for */
} zw_gatherer;

zw_str zw_gather_para(const zw_gatherer *g, size_t i);

/* In the document's arena; NULL, and g->failed, when memory is out. */
const char *zw_gather_copy(zw_gatherer *g, zw_str s);

/* s on one line: no line ends, no blanks but between Latin words. */
const char *zw_gather_line(zw_gatherer *g, zw_str s);

/* The name of the document's file without folder and extension. */
zw_str zw_gather_file_name(const zw_gatherer *g);

/* 国务院 of 中华人民共和国国务院: one body, one name. */
zw_str zw_gather_without_state(zw_str name);

/* The title and the number, date and validity in brackets behind it, or else the file's name;
 * title_date gets the date. */
void zw_gather_title(zw_gatherer *g, char title_date[16]);

/* The number on a line of its own. */
void zw_gather_number(zw_gatherer *g);

/* What kind of document it is, by its title or by what is attached. */
void zw_gather_genre(zw_gatherer *g);

/* The one year that a title names, or 0. */
int zw_gather_year(zw_str title);

/* Who signs, and the date below. */
void zw_gather_signature(zw_gatherer *g);

/* Adds the bodies that a line names, each once, parted by blanks. */
void zw_gather_issuers(zw_gatherer *g, zw_buf *names, zw_str line);

/* Where nobody signs: the issuer in the letterhead, in the title (甲市人民政府办公室关于…), in the
 * number (甲市人民政府令第1号). */
void zw_gather_issuer(zw_gatherer *g);

/* 省人民政府 in full, with the province that the title names. */
void zw_gather_whole_issuer(zw_gatherer *g);

/* （2012年5月25日…会议通过…）: dates, number and issuer. */
void zw_gather_history(zw_gatherer *g);

/* A date at the end of the file's name. */
void zw_gather_file_date(zw_gatherer *g);

/* 自2016年1月1日起施行, 有效期至…. */
void zw_gather_terms(zw_gatherer *g);

#endif
