/* coverage.h - what the index holds, by place, year, genre or issuer, and what it says of a query.
 *
 * A province without any document has a row too: that nothing was found there says nothing of it.
 */
#ifndef ZW_QUERY_STUDY_PLACES_COVERAGE_H
#define ZW_QUERY_STUDY_PLACES_COVERAGE_H

#include "query/study/places/places.h"

typedef enum {
    ZW_COVER_PROVINCE, /* all provinces of today, and whatever other place has no province */
    ZW_COVER_PREFECTURE,
    ZW_COVER_REGION, /* the place itself */
    ZW_COVER_YEAR,
    ZW_COVER_GENRE,
    ZW_COVER_ISSUER,
} zw_cover_by;

extern const char zw_cover_by_names[]; /* province|prefecture|… */
bool zw_cover_by_find(const char *name, zw_cover_by *by);
const char *zw_cover_by_name(zw_cover_by by);

typedef struct {
    const char *value;                    /* NULL: not told, of no single place */
    const zw_place_key *place;            /* of a place; else NULL */
    size_t documents, passages, figures;  /* held */
    size_t with_documents, with_passages; /* that hold all the query wants */
    const char *first_date, *last_date;   /* NULL: none is dated */
} zw_cover_row;

typedef struct {
    ZW_ARRAY(zw_cover_row) rows; /* places by code, the rest by value; what is not told last */
    zw_cover_row all;
    size_t gaps;    /* provinces without a document; of other keys 0 */
    size_t undated; /* documents */
    bool asked;     /* there was a query */
    zw_plan plan;
} zw_coverage;

/* query "" asks for nothing. All lives in arena but the plan, which zw_coverage_free frees. */
zw_status zw_coverage_make(zw_session *session, const char *query, zw_cover_by by, zw_arena *arena,
                           zw_coverage *coverage, zw_query_fault *fault, zw_err *err);
void zw_coverage_free(zw_coverage *coverage);

#endif
