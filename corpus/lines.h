/* lines.h - what a single line of a document looks like: small questions that several stages ask.
 */
#ifndef ZW_CORPUS_LINES_H
#define ZW_CORPUS_LINES_H

#include <stdint.h>

#include "base/date.h"
#include "corpus/tables.h"

/* Ends like a sentence: 。；：！？… , also before a closing quote or bracket. */
bool zw_line_ends(zw_str line);

/* Ends in the middle of one: a comma, 、 or an opening sign. */
bool zw_line_goes_on(zw_str line);

/* A copy without any blank; at is NULL when memory is out. */
zw_str zw_line_squash(zw_arena *arena, zw_str line);

/* The bytes of the word of a genre (通知, 实施方案) that a title ends with, before （试行） or
 * (2016年); 0 for none. *behind gets the bytes behind the genre. */
size_t zw_title_genre(const zw_corpus_tables *tables, zw_str title, size_t *behind);
bool zw_title_ends(const zw_corpus_tables *tables, zw_str title);

/* The line is the name of a body that issues documents, or ends with one. */
bool zw_issuer_ends(const zw_corpus_tables *tables, zw_str line);

/* The whole line is one date, 印发 behind it or not; iso (may be NULL) gets YYYY-MM-DD, YYYY-MM or
 * YYYY. */
bool zw_date_line(zw_str line, char iso[16]);

/* YYYY-MM-DD, or as much of it as the date tells. */
void zw_date_iso(const zw_date *date, char iso[16]);

/* 省 市 县 区 旗 镇 ... */
bool zw_is_place_kind(uint32_t code_point);

bool zw_is_closer(uint32_t code_point);

#endif
