#include "query/plan/check.h"

#include <stdlib.h>

#include "base/utf8.h"

#define CANDIDATES SIZE_MAX

zw_status zw_check_prepare(zw_check *check, zw_session *session, zw_arena *arena, zw_err *err)
{
    zw_status s = ZW_OK;
    if (!check)
        return ZW_OK;
    if (check->kind == ZW_CHECK_SET) {
        zw_xsearch search = ZW_XSEARCH_INIT;
        zw_xhits hits;
        search.query = check->query;
        search.max = CANDIDATES;
        search.sort = ZW_XSORT_DOCID;
        search.no_data = true;
        s = zw_xdb_search(zw_index_db(session->index), &search, arena, &hits, err);
        for (size_t i = 0; s == ZW_OK && i < hits.n; i++) {
            uint32_t *docid = zw_array_add(arena, &check->docids);
            if (!docid)
                return zw_err_nomem(err);
            *docid = hits.at[i].docid;
        }
    }
    for (size_t i = 0; s == ZW_OK && i < check->kids.n; i++)
        s = zw_check_prepare(check->kids.at[i], session, arena, err);
    return s;
}

bool zw_check_wants_document(const zw_check *check)
{
    bool wants = check && check->kind == ZW_CHECK_RUN &&
                 (check->zone == ZW_ZONE_TITLE || check->zone == ZW_ZONE_IMPLEMENTS);
    for (size_t i = 0; check && !wants && i < check->kids.n; i++)
        wants = zw_check_wants_document(check->kids.at[i]);
    return wants;
}

/* --- runs and nearness -------------------------------------------------------------------- */

static zw_status all_stand_in(const zw_check *check, zw_session *session, zw_str text,
                              zw_arena *arena, bool *holds, zw_err *err)
{
    zw_str folded;
    zw_status s = zw_segmenter_fold_exact(session->segmenter, text, arena, &folded, NULL, err);
    *holds = s == ZW_OK;
    for (size_t i = 0; *holds && i < check->texts.n; i++)
        *holds = zw_str_find(folded, check->texts.at[i], 0) < folded.n;
    return s;
}

/* How many texts a zone has. */
static size_t zone_size(const zw_subject *subject, zw_zone zone)
{
    const zw_facts *facts = &subject->passage->facts;
    switch (zone) {
    case ZW_ZONE_HEADING:
        return subject->passage->n_headings;
    case ZW_ZONE_MEASURE:
        return facts->measures.n;
    case ZW_ZONE_INDICATOR:
        return subject->figure ? 1 : facts->figures.n;
    case ZW_ZONE_CITES:
        return facts->citations.n;
    case ZW_ZONE_IMPLEMENTS:
        return subject->document->cites.n;
    default:
        return 1;
    }
}

/* One of them; without bytes where there is none. */
static zw_str zone_text(const zw_subject *subject, zw_zone zone, size_t i)
{
    const zw_passage_record *p = subject->passage;
    const zw_figure *figure;
    switch (zone) {
    case ZW_ZONE_HEADING:
        return zw_str_of(p->headings[i]);
    case ZW_ZONE_MEASURE:
        return zw_str_slice(p->text, p->facts.measures.at[i].place.at);
    case ZW_ZONE_INDICATOR:
        figure = subject->figure ? subject->figure : &p->facts.figures.at[i];
        return zw_str_of(figure->indicator);
    case ZW_ZONE_CITES:
        return zw_str_of(p->facts.citations.at[i].title);
    case ZW_ZONE_IMPLEMENTS:
        return subject->document->cites.at[i].basis
                   ? zw_str_of(subject->document->cites.at[i].title)
                   : (zw_str){ NULL, 0 };
    case ZW_ZONE_TITLE:
        return zw_str_of(subject->document->meta.title);
    default:
        return p->text;
    }
}

static zw_status check_run(const zw_check *check, zw_session *session, const zw_subject *subject,
                           zw_arena *arena, bool *holds, zw_err *err)
{
    zw_status s = ZW_OK;
    size_t n = zone_size(subject, check->zone);
    *holds = false;
    for (size_t i = 0; s == ZW_OK && !*holds && i < n; i++) {
        zw_str text = zone_text(subject, check->zone, i);
        if (text.n)
            s = all_stand_in(check, session, text, arena, holds, err);
    }
    return s;
}

typedef struct {
    size_t start, end; /* characters of the folded text */
    size_t which;
} place;

typedef ZW_ARRAY(place) places;

static int by_start(const void *a, const void *b)
{
    const place *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

static bool find_places(zw_str text, zw_str run, size_t which, zw_arena *arena, places *out)
{
    size_t chars = 0, counted = 0, length = zw_utf8_count(run);
    for (size_t at = 0; (at = zw_str_find(text, run, at)) < text.n;) {
        chars += zw_utf8_count(zw_str_slice(text, (zw_range){ counted, at }));
        counted = at;
        place *p = zw_array_add(arena, out);
        if (!p)
            return false;
        *p = (place){ chars, chars + length, which };
        size_t step;
        zw_utf8_at(text, at, &step);
        at += step;
    }
    return true;
}

/* Whether some stretch holds one of each, with at most `spare` characters beside them. The places
 * ascend by start, so the latest of each is the nearest to what stands now. */
static bool within(const places *all, size_t kinds, size_t lengths, size_t spare, place *latest)
{
    size_t seen = 0;
    for (size_t i = 0; i < all->n; i++) {
        const place *p = &all->at[i];
        seen += latest[p->which].end == 0;
        latest[p->which] = *p;
        if (seen < kinds)
            continue;
        size_t start = p->start, end = p->end;
        for (size_t k = 0; k < kinds; k++) {
            start = latest[k].start < start ? latest[k].start : start;
            end = latest[k].end > end ? latest[k].end : end;
        }
        if (end - start <= lengths + spare)
            return true;
    }
    return false;
}

static zw_status check_near(const zw_check *check, zw_session *session, const zw_subject *subject,
                            zw_arena *arena, bool *holds, zw_err *err)
{
    zw_str folded;
    places all = { 0 };
    size_t lengths = 0;
    place *latest = zw_arena_array(arena, check->texts.n, sizeof *latest);
    zw_status s = zw_segmenter_fold_exact(session->segmenter, subject->passage->text, arena,
                                          &folded, NULL, err);
    if (s != ZW_OK)
        return s;
    for (size_t i = 0; latest && i < check->texts.n; i++) {
        if (!find_places(folded, check->texts.at[i], i, arena, &all))
            return zw_err_nomem(err);
        lengths += zw_utf8_count(check->texts.at[i]);
    }
    if (!latest)
        return zw_err_nomem(err);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_start);
    *holds = within(&all, check->texts.n, lengths, check->distance, latest);
    return ZW_OK;
}

/* --- figures ------------------------------------------------------------------------------ */

zw_status zw_check_figure(const zw_check *check, zw_session *session, const zw_figure *figure,
                          zw_arena *arena, bool *holds, zw_err *err)
{
    zw_figure_claim claim = { figure->low, figure->high, figure->cmp, zw_str_of(figure->unit),
                              figure->year };
    *holds = zw_figure_test_holds(check->test, &claim) &&
             (check->texts.n == 0 || figure->indicator != NULL);
    if (!*holds || check->texts.n == 0)
        return ZW_OK;
    zw_str folded;
    zw_status s = zw_segmenter_fold_exact(session->segmenter, zw_str_of(figure->indicator), arena,
                                          &folded, NULL, err);
    for (size_t i = 0; s == ZW_OK && *holds && i < check->texts.n; i++)
        *holds = zw_str_find(folded, check->texts.at[i], 0) < folded.n;
    return s;
}

static zw_status check_figures(const zw_check *check, zw_session *session,
                               const zw_subject *subject, zw_arena *arena, bool *holds, zw_err *err)
{
    if (subject->figure)
        return zw_check_figure(check, session, subject->figure, arena, holds, err);
    const zw_facts *facts = &subject->passage->facts;
    zw_status s = ZW_OK;
    *holds = false;
    for (size_t i = 0; s == ZW_OK && !*holds && i < facts->figures.n; i++)
        s = zw_check_figure(check, session, &facts->figures.at[i], arena, holds, err);
    return s;
}

/* --- measures ----------------------------------------------------------------------------- */

static bool is_one_of(const zw_check *check, const char *name)
{
    for (size_t i = 0; name && i < check->texts.n; i++) {
        if (zw_str_eq(check->texts.at[i], zw_str_of(name)))
            return true;
    }
    return false;
}

static bool label_fits(const zw_check *check, const zw_label *l)
{
    return is_one_of(check, l->name) || is_one_of(check, l->english) || is_one_of(check, l->side) ||
           is_one_of(check, l->side_en);
}

static zw_status measure_fits(const zw_check *kid, zw_session *session, const zw_passage_record *p,
                              const zw_measure *m, zw_arena *arena, bool *holds, zw_err *err)
{
    *holds = false;
    switch (kid->zone) {
    case ZW_ZONE_TOPIC:
        for (size_t i = 0; i < m->n_topics && !*holds; i++)
            *holds = label_fits(kid, &m->topics[i]);
        return ZW_OK;
    case ZW_ZONE_INSTRUMENT:
        *holds = label_fits(kid, &m->instrument);
        return ZW_OK;
    case ZW_ZONE_VERB:
        return all_stand_in(kid, session, zw_str_of(m->verb), arena, holds, err);
    default:
        return all_stand_in(kid, session, zw_str_slice(p->text, m->place.at), arena, holds, err);
    }
}

zw_status zw_check_measure(const zw_check *check, zw_session *session,
                           const zw_passage_record *passage, const zw_measure *measure,
                           zw_arena *arena, bool *holds, zw_err *err)
{
    zw_status s = ZW_OK;
    *holds = true;
    for (size_t i = 0; check && s == ZW_OK && *holds && i < check->kids.n; i++)
        s = measure_fits(check->kids.at[i], session, passage, measure, arena, holds, err);
    return s;
}

static zw_status check_measures(const zw_check *check, zw_session *session,
                                const zw_passage_record *p, zw_arena *arena, bool *holds,
                                zw_err *err)
{
    zw_status s = ZW_OK;
    *holds = false;
    for (size_t i = 0; s == ZW_OK && !*holds && i < p->facts.measures.n; i++)
        s = zw_check_measure(check, session, p, &p->facts.measures.at[i], arena, holds, err);
    return s;
}

/* --- the tree ----------------------------------------------------------------------------- */

static int by_docid(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static bool in_set(const zw_check *check, uint32_t docid)
{
    return check->docids.n &&
           bsearch(&docid, check->docids.at, check->docids.n, sizeof docid, by_docid);
}

/* The depth is that of the query's brackets, which the parser bounds. */
static zw_status check_kids(const zw_check *check, zw_session *session, const zw_subject *subject,
                            zw_arena *arena, bool *holds, zw_err *err)
{
    bool any = check->kind == ZW_CHECK_OR;
    zw_status s = ZW_OK;
    *holds = !any;
    for (size_t i = 0; s == ZW_OK && *holds != any && i < check->kids.n; i++)
        s = zw_check_run(check->kids.at[i], session, subject, arena, holds, err);
    if (check->kind == ZW_CHECK_NOT)
        *holds = !*holds;
    return s;
}

zw_status zw_check_run(const zw_check *check, zw_session *session, const zw_subject *subject,
                       zw_arena *arena, bool *holds, zw_err *err)
{
    switch (check->kind) {
    case ZW_CHECK_RUN:
        return check_run(check, session, subject, arena, holds, err);
    case ZW_CHECK_NEAR:
        return check_near(check, session, subject, arena, holds, err);
    case ZW_CHECK_FIGURE:
        return check_figures(check, session, subject, arena, holds, err);
    case ZW_CHECK_MEASURE:
        return check_measures(check, session, subject->passage, arena, holds, err);
    case ZW_CHECK_SET:
        *holds = in_set(check, subject->docid);
        return ZW_OK;
    default:
        return check_kids(check, session, subject, arena, holds, err);
    }
}
