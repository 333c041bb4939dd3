/* memo.h - the quotations of a text that somebody wrote: where they stand and what they name.
 *
 * In plain text and Markdown a quotation is what stands between “ and ”, 「 and 」, 『 and 』 or
 * two ", within one paragraph (lines without an empty one between); or a paragraph of Markdown's
 * block quotations (> …). Lines of one paragraph are joined. Inside a block quotation marks are the
 * quotation's own; emphasis (**) and notes ([^1]) are left out, and a line that begins with — names
 * the source. Fenced code is passed over.
 *
 * Beside a quotation may stand the name of its document: 《…》 or a number (国发〔2014〕8号), the
 * nearest before it in its sentence, else the nearest behind it; of a block quotation, in the
 * sentence that leads to it or in its line of source. */
#ifndef ZW_QUERY_STUDY_QUOTING_MEMO_H
#define ZW_QUERY_STUDY_QUOTING_MEMO_H

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

typedef struct {
    zw_str text;   /* without marks and line ends */
    zw_str title;  /* named beside it, without 《》; no bytes: none */
    zw_str number; /* 根据国发〔2014〕8号: from the Han characters before it on; or none */
    size_t line, column; /* where it begins, from 1; columns are code points */
} zw_quotation;

typedef ZW_ARRAY(zw_quotation) zw_quotations;

typedef struct {
    zw_quotations quotations;
    ZW_ARRAY(zw_quotation) unclosed; /* marks that open and never close, with what follows them */
} zw_memo;

/* All of it lives in arena and in text, which is UTF-8 (else ZW_E_ENCODING). */
zw_status zw_memo_read(zw_str text, zw_arena *arena, zw_memo *memo, zw_err *err);

/* Each line that is not empty is a quotation, without the marks around it if there are any. */
zw_status zw_memo_read_lines(zw_str text, zw_arena *arena, zw_memo *memo, zw_err *err);

/* The cells of a column of a CSV table; ZW_E_USAGE when its first row has no such name. */
zw_status zw_memo_read_csv(zw_str text, const char *column, zw_arena *arena, zw_memo *memo,
                           zw_err *err);

#endif
