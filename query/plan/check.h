/* check.h - what the index cannot tell, told on the text itself.
 *
 * A run of characters has the bigrams of 社会资本 wherever it stands, but so has a passage with
 * 社会资 and 会资本 apart; a predicate on figures has bounds that no term holds. The index gives
 * candidates that miss nothing, and the check keeps those that hold. */
#ifndef ZW_QUERY_PLAN_CHECK_H
#define ZW_QUERY_PLAN_CHECK_H

#include "query/language/figure_test.h"
#include "query/session.h"

typedef enum {
    ZW_CHECK_RUN,     /* all texts stand in one text of the zone: one measure, one heading */
    ZW_CHECK_NEAR,    /* all texts stand in the body within distance characters */
    ZW_CHECK_FIGURE,  /* a figure of the passage satisfies the test; its indicator has all texts */
    ZW_CHECK_SET,     /* the unit is among docids: a part that the index alone decides */
    ZW_CHECK_MEASURE, /* one measure of the passage satisfies all kids, each a RUN */
    ZW_CHECK_AND,
    ZW_CHECK_OR,
    ZW_CHECK_NOT,
} zw_check_kind;

typedef enum {
    ZW_ZONE_BODY,
    ZW_ZONE_HEADING,
    ZW_ZONE_TITLE,
    ZW_ZONE_MEASURE,
    ZW_ZONE_INDICATOR,
    ZW_ZONE_CITES,
    ZW_ZONE_IMPLEMENTS,
    ZW_ZONE_TOPIC, /* these three in a MEASURE alone: one of the texts is the name */
    ZW_ZONE_INSTRUMENT,
    ZW_ZONE_VERB
} zw_zone;

typedef struct zw_check zw_check;
struct zw_check {
    zw_check_kind kind;
    zw_zone zone;
    ZW_ARRAY(zw_str) texts; /* folded */
    unsigned distance;
    const zw_figure_test *test;
    zw_xquery query;   /* SET: what the docids are the answer to */
    zw_xdocids docids; /* SET: ascending, once zw_check_prepare ran */
    ZW_ARRAY(zw_check *) kids;
};

/* What is checked. */
typedef struct {
    uint32_t docid;
    const zw_passage_record *passage;
    const zw_doc_record *document;
    const zw_figure *figure; /* this one alone; NULL: any of the passage */
} zw_subject;

/* Asks the index for every set in the check; `check` may be NULL. */
zw_status zw_check_prepare(zw_check *check, zw_session *session, zw_arena *arena, zw_err *err);

/* Whether the subject holds; folds go to arena. */
zw_status zw_check_run(const zw_check *check, zw_session *session, const zw_subject *subject,
                       zw_arena *arena, bool *holds, zw_err *err);

/* Whether one figure satisfies a predicate; `words` are those of the indicator, folded. */
zw_status zw_check_figure(const zw_check *check, zw_session *session, const zw_figure *figure,
                          zw_arena *arena, bool *holds, zw_err *err);

/* Whether one measure of a passage satisfies a MEASURE check; NULL: any does. */
zw_status zw_check_measure(const zw_check *check, zw_session *session,
                           const zw_passage_record *passage, const zw_measure *measure,
                           zw_arena *arena, bool *holds, zw_err *err);

/* Whether a check looks at the document's record. */
bool zw_check_wants_document(const zw_check *check);

#endif
