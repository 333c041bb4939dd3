/* output.h - answers as text, JSON and rows of sheets. docs/json.md is the contract of the JSON. */
#ifndef ZW_QUERY_ANSWER_OUTPUT_H
#define ZW_QUERY_ANSWER_OUTPUT_H

#include "query/answer/answer.h"
#include "query/answer/facets.h"
#include "query/answer/figures.h"
#include "query/answer/show.h"
#include "query/sheet/sheet.h"

/* What was looked at, said with every answer. */
typedef struct {
    const char *where, *query;
    uint64_t documents, passages, figures;
    char first_year[5], last_year[5]; /* "" when no document is dated */
} zw_looked;

/* How often each part of a query that found nothing is found alone. */
typedef struct {
    zw_str text;
    size_t total;
} zw_query_share;
typedef ZW_ARRAY(zw_query_share) zw_query_shares;

/* What an index does not hold, counted by its documents. */
typedef struct {
    uint64_t undated;      /* documents */
    uint64_t provinces;    /* of today's, those without a document */
    uint64_t of_provinces; /* that there are */
} zw_lacks;

zw_status zw_lacks_of(zw_session *session, zw_arena *arena, zw_lacks *lacks, zw_err *err);

zw_status zw_looked_at(zw_session *session, const char *query, zw_arena *arena, zw_looked *looked,
                       zw_err *err);
zw_status zw_query_shares_of(zw_session *session, const char *query, zw_unit_type type,
                             zw_arena *arena, zw_query_shares *shares, zw_err *err);

/* --- text: with colour, or with [ ] around what is marked; labels in the language of says --- */
void zw_text_answer(const zw_answer *answer, const zw_words *says, bool color, zw_buf *to);
void zw_text_figures(const zw_figure_table *table, const zw_words *says, bool color, zw_buf *to);
void zw_text_facets(const zw_facets *facets, const zw_words *says, bool color, zw_buf *to);
void zw_text_passage(const zw_shown *shown, const zw_words *says, bool color, zw_buf *to);
void zw_text_document(const zw_shown *shown, const zw_words *says, bool color, zw_buf *to);

/* --- JSON: one object, or one a line --- */
zw_status zw_json_answer(const zw_answer *answer, const zw_looked *looked,
                         const zw_query_shares *shares, zw_buf *to, zw_err *err);
zw_status zw_ndjson_answer(const zw_answer *answer, zw_buf *to, zw_err *err);
zw_status zw_json_figures(const zw_figure_table *table, const zw_looked *looked, zw_buf *to,
                          zw_err *err);
zw_status zw_ndjson_figures(const zw_figure_table *table, zw_buf *to, zw_err *err);
zw_status zw_json_facets(const zw_facets *facets, const zw_looked *looked, bool lines, zw_buf *to,
                         zw_err *err);
zw_status zw_json_shown(const zw_shown *shown, zw_buf *to, zw_err *err);

/* --- rows of a sheet; scratch holds what the cells of one row point to --- */
extern const zw_sheet_form zw_hits_form, zw_figures_form;
zw_status zw_sheet_hit(zw_sheet *sheet, const zw_hit *hit, size_t rank, zw_arena *scratch,
                       zw_err *err);
zw_status zw_sheet_figure(zw_sheet *sheet, const zw_figure_row *row, zw_err *err);

/* The columns of counts follow what is counted by; form points into itself. */
typedef struct {
    zw_column columns[5];
    zw_sheet_form form;
} zw_facets_columns;
void zw_facets_form(const zw_facets *facets, zw_facets_columns *form);
zw_status zw_sheet_facets(zw_sheet *sheet, const zw_facets *facets, zw_err *err);

#endif
