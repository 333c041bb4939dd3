/* questions.h - the columns of a grid: a table of questions that a researcher writes.
 *
 *     name <TAB> query [<TAB> wanted [<TAB> documents]]
 *
 *     name       of the column: 申领条件
 *     query      what the passage says (asked.h): 居住证 (申领 OR 申请) 条件 NOT 签注
 *     wanted     passage (or nothing), or figure:UNIT,UNIT..., a figure in one of these units, or
 *                figure, in any: figure:年,个月
 *     documents  a query that the documents answer in which to look, in place of the grid's own
 *
 * UTF-8; lines that begin with '#', empty lines and a head (name, column, 列名, 问题) are left out.
 */
#ifndef ZW_QUERY_STUDY_PLACES_QUESTIONS_H
#define ZW_QUERY_STUDY_PLACES_QUESTIONS_H

#include "query/study/places/asked.h"

#define ZW_QUESTIONS_MAX 100

typedef struct {
    const char *name, *query;
    const char *documents; /* NULL: the grid's own */
    bool figure;           /* a figure is wanted */
    zw_strs units;         /* of it; none: any */
    zw_asked *asked;
    size_t line; /* of the file, from 1 */
} zw_question_column;

typedef ZW_ARRAY(zw_question_column) zw_questions;

/* Reads the file. Errors name file and line. All lives in arena. */
zw_status zw_questions_read(zw_session *session, const char *path, zw_arena *arena,
                            zw_questions *questions, zw_err *err);

#endif
