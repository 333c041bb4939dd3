/* units.h - the pieces of an answer that a researcher codes: sentences, items or passages.
 *
 *     sentence  of a passage's own words, headings apart; id DOCID:n:s, s from 0
 *     item      all paragraphs below one heading, whether or not all of them answer; id DOCID:n of
 *               the first
 *     passage   as indexed; id DOCID:n
 *
 * Ids depend on the document alone. A row of a table is one sentence. Units come one by one, in the
 * order of zw_each_passage, and live until the call returns. */
#ifndef ZW_QUERY_STUDY_QUOTING_UNITS_H
#define ZW_QUERY_STUDY_QUOTING_UNITS_H

#include "query/study/each.h"
#include "query/study/quoting/window.h"

typedef enum { ZW_UNITS_SENTENCE, ZW_UNITS_ITEM, ZW_UNITS_PASSAGE } zw_units_by;

typedef struct {
    const char *id;
    const zw_doc_record *document;
    const zw_window *window; /* the passages the unit lies in */
    zw_range at;             /* bytes of the window's text */
    zw_span source;
} zw_study_unit;

typedef zw_status (*zw_unit_fn)(void *context, const zw_study_unit *unit, zw_err *err);

/* The caller frees *plan. */
zw_status zw_units(zw_session *session, const char *query, zw_units_by by, zw_arena *arena,
                   zw_unit_fn fn, void *context, zw_plan *plan, zw_query_fault *fault, zw_err *err);

/* 户籍人口城镇化率 >= 45% @2020. NULL: memory is out. */
const char *zw_figure_text(const zw_figure *figure, zw_arena *arena);

/* --- what a unit says, one text each; those that begin in it --- */

typedef ZW_ARRAY(zw_str) zw_unit_facts;

/* 户籍人口城镇化率 >= 45% @2020; lead 自治区教育厅; verbs, topics and instruments of measures, each
 * once. They live in arena. */
zw_status zw_unit_figures(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                          zw_err *err);
zw_status zw_unit_agencies(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                           zw_err *err);
zw_status zw_unit_verbs(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to, zw_err *err);
zw_status zw_unit_topics(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                         zw_err *err);
zw_status zw_unit_instruments(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                              zw_err *err);

#endif
