/* grid.h - places down, questions across: the table that a researcher fills by hand.
 *
 * Each cell is the stretch of the place's governing document that answers the question best
 * (cell.h). Which document governs is told for each query that narrows the documents (the grid's
 * own, or a question's):
 *
 *   1. documents of the place itself, not of what is in it or above it, that answer the query
 *   2. not those that another version of their text has replaced, that were repealed or did not
 *      hold yet on the day (--as-of; without it: the last day told)
 *   3. the best standing among those that answer anything: issued, with a number, an issuer or a
 *      form and a date (办法, 2015) > a repost of such > without (news, guides) > interpretation >
 * draft
 *   4. of these, those that answer at least three quarters of what the best one answers (a cell of
 *      low confidence counts half)
 *   5. of these, one whose title has all words of the query, then the newest, then the surest
 *
 * A place without such documents has "no document"; one whose governing document does not answer
 * has "no clause". Memory: what it knows of all documents, and one document that is read. */
#ifndef ZW_QUERY_STUDY_PLACES_GRID_H
#define ZW_QUERY_STUDY_PLACES_GRID_H

#include "query/answer/versions.h"
#include "query/study/places/cell.h"
#include "query/study/places/places.h"

typedef struct {
    zw_place_state state;
    const zw_question_column *question;
    const zw_doc_record *document; /* that governs; NULL: no document */
    zw_version_place version;
    size_t candidates; /* documents that could have governed */
    zw_cell_found found;

    /* Where the state is HAS. */
    const char *passage; /* id of the first */
    zw_str quotation, lead;
    const char *headings; /* 第三章 申领 > 第十九条 */
    zw_span source;
    const char *permalink;
    ZW_ARRAY(zw_str) figures; /* those wanted where one is; else all in the quotation */
    ZW_ARRAY(zw_str) lacks;   /* parts of the question that stand nowhere */
} zw_grid_cell;

typedef struct {
    const zw_listed_place *place;
    const zw_grid_cell *cells; /* one for each question */
} zw_grid_row;

/* Rows are handed out in the order of the list, and live until the call returns. */
typedef zw_status (*zw_grid_fn)(void *context, const zw_grid_row *row, zw_err *err);

typedef struct {
    const zw_questions *questions;
    const char *places; /* a list (places.h) */
    const char *query;  /* narrows the documents; "" : all */
    const char *as_of;  /* YYYY-MM-DD; NULL: the newest version */
} zw_grid_question;

typedef struct {
    size_t places, has, no_clause, no_document; /* the last three: cells */
    size_t not_in_force;                        /* documents left out by 2. */
    const zw_places *list;                      /* its notes: names that are not known */
} zw_grid_counts;

zw_status zw_grid(zw_session *session, const zw_grid_question *question, zw_arena *arena,
                  zw_grid_fn fn, void *context, zw_grid_counts *counts, zw_query_fault *fault,
                  zw_err *err);

#endif
