/* diffusion.h - how a phrase, a measure or a citation spread from place to place.
 *
 * What adopts is a document that is issued and dated and says what the query asks in its own words
 * (evidence.h): not a draft, an interpretation, news or a guide (standing.h), and not a repost, for
 * its day is not the text's. The first such document of a place is its adoption. Where there is
 * none the place is told apart:
 *
 *     unsure        documents there say it, but of none is it sure: undated, informal, drafts,
 *                   interpretations, reposts alone, synonyms alone, names of other texts
 *                   alone, or the place is told by the names of files alone
 *     no clause     it has documents, none says it
 *     no document   it has none: nothing can be said of it
 *
 * Of a document of 2014 any day of that year may be meant (when.h): what is there by an earlier day
 * at the latest comes first, ranks and lags are told from least to most (base/calendar.h).
 *
 * Documents of the whole country form a row of their own, the first. */
#ifndef ZW_QUERY_STUDY_PLACES_DIFFUSION_H
#define ZW_QUERY_STUDY_PLACES_DIFFUSION_H

#include "query/study/places/evidence.h"
#include "query/study/places/places.h"
#include "query/study/places/standing.h"
#include "query/study/places/when.h"

#define ZW_COUNTRY "中央" /* the name of the first row */

/* A document that says what is asked. */
typedef struct {
    const zw_doc_record *document;
    size_t row; /* of zw_diffusion, or ZW_NOT_LISTED */
    zw_version_place version;
    zw_standing standing;
    zw_says says;
    bool titled;     /* its title says it */
    size_t passage;  /* the first that says it best: its number */
    size_t passages; /* that answer the query */
    zw_when when;
} zw_witness;

/* Whether it can be a place's adoption. */
bool zw_witness_adopts(const zw_witness *witness);

/* What keeps it from being one: "draft", "interpretation", "repost", "informal", "synonym",
 * "name", "undated", "place"; NULL: nothing. */
const char *zw_witness_doubt(const zw_witness *witness);

/* Whether its document is one of the whole country. */
bool zw_witness_of_country(const zw_witness *witness);

/* What is quoted of a document: the sentence that says it. */
typedef struct {
    const char *passage; /* id */
    zw_str text;
    zw_span source;
    const char *permalink;
} zw_witness_quote;

/* The document that a document carries out (works.h), as it is called there. */
typedef struct {
    const char *title, *number; /* title NULL: none is cited; "": by number alone */
    const char *document;       /* its id where it is in the index, else NULL */
    bool basis;                 /* it is said to be carried out; else only referred to */
} zw_parent_named;

typedef struct {
    const char *name, *region;    /* region NULL: the country, or no place that is known */
    const zw_listed_place *place; /* NULL: the country */
    zw_place_state state;
    const zw_witness *first; /* HAS: the adoption; UNSURE: what is there; else NULL */
    size_t rank, rank_last;  /* HAS, of places: the best and the worst it may be; 0: none */
    zw_lag lag, parent_lag;  /* days since the first anywhere, since the parent */
    bool lags, parent_lags;  /* they are told */
    size_t later;            /* documents of its own that were issued behind it and say it */
    size_t may_precede;      /* those that may be earlier: undated, or of the same year */
    size_t says;             /* documents that say it, all together */
    size_t drafts, interpretations, reposts, informal; /* of them */
    size_t held;                                       /* documents in the index */
    const char *held_first, *held_last;
    zw_witness_quote quote;
    zw_parent_named cited;
    double reuse, reuse_document; /* below 0: not compared */
} zw_diffusion_row;

typedef enum { ZW_SPREAD_PLACE, ZW_SPREAD_PREFECTURE, ZW_SPREAD_PROVINCE } zw_spread_by;

typedef struct {
    const char *query;
    const char *places;  /* a list (places.h); NULL: all, or those of the level `by` */
    zw_spread_by by;     /* a place's own documents, or all of those inside too */
    const char *against; /* id or number of the parent; NULL: the first document anywhere */
} zw_diffusion_question;

typedef struct {
    /* The country, then adoptions by day, unsure ones by name of what is there, then the rest in
     * the order of the list. */
    ZW_ARRAY(zw_diffusion_row) rows;
    ZW_ARRAY(zw_witness) witnesses;             /* by row, then day */
    const zw_witness *origin;                   /* the first anywhere; NULL: none */
    const zw_doc_record *parent;                /* --against; NULL: none was named */
    size_t has, unsure, no_clause, no_document; /* rows that are places */
    size_t placeless, elsewhere; /* witnesses of no place that is told, of places without a row */
    const zw_places *places;
    const zw_evidence *evidence;
    zw_plan plan;
} zw_diffusion;

/* All lives in arena but the plan, which zw_diffusion_free frees, also after a failure.
 * ZW_E_USAGE: *fault is filled, or there is no such parent. */
zw_status zw_diffusion_make(zw_session *session, const zw_diffusion_question *question,
                            zw_arena *arena, zw_diffusion *diffusion, zw_query_fault *fault,
                            zw_err *err);
void zw_diffusion_free(zw_diffusion *diffusion);

/* The sentence of a witness; text.n 0: only its title says it. */
zw_status zw_diffusion_quote(zw_session *session, const zw_diffusion *diffusion,
                             const zw_witness *witness, zw_arena *arena, zw_witness_quote *quote,
                             zw_err *err);

#endif
