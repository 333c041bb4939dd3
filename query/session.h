/* session.h - what answering queries needs open: the index, the tokeniser, tables. One thread. */
#ifndef ZW_QUERY_SESSION_H
#define ZW_QUERY_SESSION_H

#include "facts/agency_alias.h"
#include "facts/label.h"
#include "facts/reform.h"
#include "facts/region.h"
#include "query/plan/indicator.h"
#include "query/plan/synonyms.h"
#include "segmenter/segmenter.h"
#include "store/index.h"

typedef struct {
    const char *where; /* the index, as it was named */
    zw_index *index;
    zw_lexicon *lexicon;
    zw_segmenter *segmenter;
    zw_synonyms *synonyms;
    zw_gazetteer *gazetteer;    /* NULL until a query names a place */
    zw_agency_aliases *aliases; /* NULL until a query names a body */
    zw_reforms *reforms;        /* NULL until one asks for its forerunners */
    zw_indicators *indicators;  /* NULL until names of indicators are compared */
    zw_labels *labels;          /* NULL until a query names a topic or an instrument */
} zw_session;

/* Fills *session; the caller frees it with zw_session_free. `where` must outlive it. */
zw_status zw_session_open(const char *where, zw_session **session, zw_err *err);
void zw_session_free(zw_session *session); /* NULL is fine */

/* Tables are read when first needed. */
zw_status zw_session_gazetteer(zw_session *session, const zw_gazetteer **gazetteer, zw_err *err);
zw_status zw_session_aliases(zw_session *session, const zw_agency_aliases **aliases, zw_err *err);
zw_status zw_session_reforms(zw_session *session, const zw_reforms **reforms, zw_err *err);
zw_status zw_session_indicators(zw_session *session, const zw_indicators **indicators, zw_err *err);
zw_status zw_session_labels(zw_session *session, const zw_labels **labels, zw_err *err);

#endif
