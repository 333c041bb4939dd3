#include "query/session.h"

#include <stdlib.h>

zw_status zw_session_open(const char *where, zw_session **session, zw_err *err)
{
    zw_session *s = calloc(1, sizeof *s);
    if (!s)
        return zw_err_nomem(err);
    s->where = where;
    zw_status status = zw_lexicon_open(&s->lexicon, err);
    if (status == ZW_OK)
        status = zw_segmenter_new(s->lexicon, &s->segmenter, err);
    if (status == ZW_OK)
        status = zw_synonyms_open(s->segmenter, &s->synonyms, err);
    if (status == ZW_OK)
        status = zw_index_open(where, zw_lexicon_hash(s->lexicon), &s->index, err);
    if (status == ZW_OK)
        *session = s;
    else
        zw_session_free(s);
    return status;
}

void zw_session_free(zw_session *session)
{
    if (!session)
        return;
    zw_index_free(session->index);
    zw_labels_free(session->labels);
    zw_indicators_free(session->indicators);
    zw_reforms_free(session->reforms);
    zw_agency_aliases_free(session->aliases);
    zw_gazetteer_free(session->gazetteer);
    zw_synonyms_free(session->synonyms);
    zw_segmenter_free(session->segmenter);
    zw_lexicon_free(session->lexicon);
    free(session);
}

zw_status zw_session_gazetteer(zw_session *session, const zw_gazetteer **gazetteer, zw_err *err)
{
    zw_status s = session->gazetteer ? ZW_OK : zw_gazetteer_open(&session->gazetteer, err);
    *gazetteer = session->gazetteer;
    return s;
}

zw_status zw_session_aliases(zw_session *session, const zw_agency_aliases **aliases, zw_err *err)
{
    zw_status s = session->aliases ? ZW_OK : zw_agency_aliases_open(&session->aliases, err);
    *aliases = session->aliases;
    return s;
}

zw_status zw_session_reforms(zw_session *session, const zw_reforms **reforms, zw_err *err)
{
    zw_status s = session->reforms ? ZW_OK : zw_reforms_open(&session->reforms, err);
    *reforms = session->reforms;
    return s;
}

zw_status zw_session_indicators(zw_session *session, const zw_indicators **indicators, zw_err *err)
{
    zw_status s = session->indicators
                      ? ZW_OK
                      : zw_indicators_open(session->segmenter, &session->indicators, err);
    *indicators = session->indicators;
    return s;
}

zw_status zw_session_labels(zw_session *session, const zw_labels **labels, zw_err *err)
{
    zw_status s = session->labels ? ZW_OK : zw_labels_open(&session->labels, err);
    *labels = session->labels;
    return s;
}
