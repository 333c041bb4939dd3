#include "query/study/network/cites.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/utf8.h"
#include "query/study/each.h"
#include "query/study/places/place_key.h"
#include "query/study/quoting/named.h"
#include "query/study/wording/sentence.h"

#define SENTENCE 6000 /* bytes before a citation that are its sentence at most */

typedef struct {
    const zw_works *works;
    zw_arena *arena;
    zw_cite_edges *edges;
    size_t *met; /* for each work: the edge + 1 that led to it; roots: SIZE_MAX */
    zw_err *err;
} walker;

/* What a document cites of a work; NULL: it does not. */
static const zw_work_cite *cite_of(const zw_work_document *d, size_t work)
{
    size_t low = 0, high = d->n_cites;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (d->cites[mid].work < work)
            low = mid + 1;
        else
            high = mid;
    }
    return low < d->n_cites && d->cites[low].work == work ? &d->cites[low] : NULL;
}

/* The edge between two works; `from` NONE where there is none. */
static zw_cite_edge edge_between(const zw_works *works, size_t citing, size_t cited)
{
    const zw_work *w = zw_works_at(works, citing);
    zw_cite_edge e = { .from = SIZE_MAX, .to = cited, .parent = ZW_NO_EDGE };
    for (size_t i = 0; i < w->n_documents; i++) {
        const zw_work_cite *c = cite_of(zw_works_document(works, w->documents[i]), cited);
        if (c && e.cite)
            e.others++;
        if (c && !e.cite) {
            e.cite = c;
            e.from = w->documents[i];
        }
    }
    return e;
}

static int order_of_texts(const char *a, const char *b)
{
    if (!a || !b)
        return !a - !b;
    return strcmp(a, b);
}

static int order_of_documents(const zw_work_document *a, const zw_work_document *b)
{
    int order = order_of_texts(a->date, b->date);
    return order ? order : strcmp(a->id, b->id);
}

/* What the index holds by date, behind it what it does not hold. */
static int order_of_works(const zw_works *works, size_t a, size_t b)
{
    const zw_work_document *x = zw_work_head(works, a), *y = zw_work_head(works, b);
    if (x && y)
        return order_of_documents(x, y);
    if (x || y)
        return x ? -1 : 1;
    const zw_work *p = zw_works_at(works, a), *q = zw_works_at(works, b);
    int order = order_of_texts(p->number, q->number);
    return order ? order : order_of_texts(p->title, q->title);
}

typedef struct {
    const zw_works *works;
    zw_cite_edge edge;
} sorted;

static int by_citing(const void *a, const void *b)
{
    const sorted *x = a, *y = b;
    const zw_work_document *d = zw_works_document(x->works, x->edge.from);
    const zw_work_document *e = zw_works_document(x->works, y->edge.from);
    int order = order_of_documents(d, e);
    return order ? order : order_of_works(x->works, x->edge.to, y->edge.to);
}

static int by_cited(const void *a, const void *b)
{
    const sorted *x = a, *y = b;
    return order_of_works(x->works, x->edge.to, y->edge.to);
}

typedef ZW_ARRAY(sorted) fan;

static zw_status add_to_fan(const walker *w, zw_cite_edge edge, fan *to)
{
    sorted *slot = edge.cite ? zw_array_add(w->arena, to) : NULL;
    if (slot)
        *slot = (sorted){ w->works, edge };
    return slot || !edge.cite ? ZW_OK : zw_err_nomem(w->err);
}

static int by_size(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return x < y ? -1 : x > y;
}

/* Each of some works once, ascending; returns how many. */
static size_t distinct(size_t *works, size_t n)
{
    size_t kept = 0;
    if (n)
        qsort(works, n, sizeof *works, by_size);
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || works[kept - 1] != works[i])
            works[kept++] = works[i];
    }
    return kept;
}

/* The edges from the works that cite one. */
static zw_status fan_down(const walker *w, size_t work, fan *to)
{
    const zw_work *k = zw_works_at(w->works, work);
    size_t *citing = zw_arena_array(w->arena, k->n_cited_by + 1, sizeof *citing);
    if (!citing)
        return zw_err_nomem(w->err);
    for (size_t i = 0; i < k->n_cited_by; i++)
        citing[i] = zw_works_document(w->works, k->cited_by[i])->work;
    size_t n = distinct(citing, k->n_cited_by);
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < n; i++)
        s = add_to_fan(w, edge_between(w->works, citing[i], work), to);
    if (to->n)
        qsort(to->at, to->n, sizeof *to->at, by_citing);
    return s;
}

/* The edges to the works that one cites, in any of its versions. */
static zw_status fan_up(const walker *w, size_t work, fan *to)
{
    const zw_work *k = zw_works_at(w->works, work);
    size_t most = 0, n = 0;
    for (size_t i = 0; i < k->n_documents; i++)
        most += zw_works_document(w->works, k->documents[i])->n_cites;
    size_t *cited = zw_arena_array(w->arena, most + 1, sizeof *cited);
    if (!cited)
        return zw_err_nomem(w->err);
    for (size_t i = 0; i < k->n_documents; i++) {
        const zw_work_document *d = zw_works_document(w->works, k->documents[i]);
        for (size_t c = 0; c < d->n_cites; c++)
            cited[n++] = d->cites[c].work;
    }
    n = distinct(cited, n);
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < n; i++)
        s = add_to_fan(w, edge_between(w->works, work, cited[i]), to);
    if (to->n)
        qsort(to->at, to->n, sizeof *to->at, by_cited);
    return s;
}

/* The edges of one work; those that it leads to for the first time are gone on from later. */
static zw_status step(walker *w, size_t work, bool down, size_t depth, size_t parent)
{
    fan found = { 0 };
    zw_status s = down ? fan_down(w, work, &found) : fan_up(w, work, &found);
    for (size_t i = 0; s == ZW_OK && i < found.n; i++) {
        zw_cite_edge *e = zw_array_add(w->arena, w->edges);
        if (!e)
            return zw_err_nomem(w->err);
        *e = found.at[i].edge;
        e->depth = depth;
        e->parent = parent;
        e->down = down;
        size_t next = down ? zw_works_document(w->works, e->from)->work : e->to;
        e->again = w->met[next] != 0;
        if (!e->again)
            w->met[next] = w->edges->n;
    }
    return s;
}

/* --- what is asked for ------------------------------------------------------------------------ */

static zw_status add_root(size_t work, zw_arena *arena, zw_work_list *found, zw_err *err)
{
    for (size_t i = 0; i < found->n; i++) {
        if (found->at[i] == work)
            return ZW_OK;
    }
    size_t *slot = zw_array_add(arena, found);
    if (!slot)
        return zw_err_nomem(err);
    *slot = work;
    return ZW_OK;
}

typedef struct {
    const zw_works *works;
    zw_arena *arena;
    zw_work_list *found;
} collector;

static zw_status collect(void *context, const zw_passage_record *passage,
                         const zw_doc_record *document, zw_err *err)
{
    const collector *c = context;
    (void)document;
    size_t d = zw_works_find_id(c->works, passage->doc_id);
    return d == SIZE_MAX ? ZW_OK
                         : add_root(zw_works_document(c->works, d)->work, c->arena, c->found, err);
}

static zw_status by_query(zw_session *session, zw_works *works, const char *query, zw_arena *arena,
                          zw_work_list *found, zw_query_fault *fault, zw_err *err)
{
    collector c = { works, arena, found };
    zw_plan plan;
    size_t total;
    zw_status s = zw_each_passage(session, query, arena, collect, &c, &plan, &total, fault, err);
    zw_plan_free(&plan);
    return s;
}

zw_status zw_cites_named(zw_session *session, zw_works *works, const char *what, zw_arena *arena,
                         zw_work_list *found, zw_query_fault *fault, zw_err *err)
{
    zw_str title = { NULL, 0 }, number = { NULL, 0 };
    const char *id = zw_arena_copy(arena, what, strcspn(what, ":"));
    size_t document = id ? zw_works_find_id(works, id) : SIZE_MAX, work;
    if (document != SIZE_MAX)
        return add_root(zw_works_document(works, document)->work, arena, found, err);
    zw_named_in(zw_str_of(what), 0, 0, &title, &number);
    bool marked = title.n || number.n;
    const char *t = zw_arena_str(arena, marked ? title : zw_str_of(what));
    const char *n = zw_arena_str(arena, number);
    if (!id || !t || !n)
        return zw_err_nomem(err);
    zw_status s = zw_works_resolve(works, NULL, t, n, &work, err);
    if (s == ZW_OK && work != SIZE_MAX)
        return add_root(work, arena, found, err);
    return s == ZW_OK && !marked ? by_query(session, works, what, arena, found, fault, err) : s;
}

/* --- walking ---------------------------------------------------------------------------------- */

/* Edges lie level by level, those of one parent side by side: as a tree is read, each is followed
 * by its own. */
static zw_status in_reading_order(walker *w, size_t first)
{
    zw_cite_edge *at = w->edges->at + first;
    size_t n = w->edges->n - first, depth = 0, done = 0;
    zw_cite_edge *copy = zw_arena_array(w->arena, n + 1, sizeof *copy);
    size_t *child = zw_arena_array(w->arena, n + 1, sizeof *child);
    size_t *open = zw_arena_array(w->arena, n + 1, sizeof *open);
    if (!copy || !child || !open)
        return zw_err_nomem(w->err);
    if (n)
        memcpy(copy, at, n * sizeof *copy);
    for (size_t i = n; i-- > 0;)
        child[copy[i].parent == ZW_NO_EDGE ? n : copy[i].parent - first] = i + 1;
    for (size_t next = child[n]; next || depth;) {
        size_t i = next - 1;
        if (!next) { /* the last of its parent: on with what stands behind that */
            i = open[--depth];
        } else {
            at[done++] = copy[i];
            if (child[i]) {
                open[depth++] = i;
                next = child[i];
                continue;
            }
        }
        next = i + 1 < n && copy[i + 1].parent == copy[i].parent ? i + 2 : 0;
    }
    return ZW_OK;
}

zw_status zw_cites_walk(const zw_works *works, const size_t *roots, size_t n, bool down,
                        size_t levels, zw_arena *arena, zw_cite_edges *edges, zw_err *err)
{
    walker w = { works, arena, edges, NULL, err };
    size_t first = edges->n;
    zw_status s = ZW_OK;
    w.met = zw_arena_array(arena, zw_works_count(works) + 1, sizeof *w.met);
    if (!w.met)
        return zw_err_nomem(err);
    for (size_t i = 0; i < n; i++)
        w.met[roots[i]] = SIZE_MAX;
    for (size_t i = 0; s == ZW_OK && i < n; i++)
        s = step(&w, roots[i], down, 1, ZW_NO_EDGE);
    for (size_t i = first; s == ZW_OK && i < edges->n; i++) {
        const zw_cite_edge e = edges->at[i];
        size_t next = down ? zw_works_document(works, e.from)->work : e.to;
        if (!e.again && (!levels || e.depth < levels))
            s = step(&w, next, down, e.depth + 1, i);
    }
    return s == ZW_OK ? in_reading_order(&w, first) : s;
}

zw_status zw_cites_all(const zw_works *works, zw_arena *arena, zw_cite_edges *edges, zw_err *err)
{
    fan all = { 0 };
    walker w = { works, arena, edges, NULL, err };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < zw_works_count(works); i++)
        s = fan_up(&w, i, &all);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_citing);
    for (size_t i = 0; s == ZW_OK && i < all.n; i++) {
        zw_cite_edge *e = zw_array_add(arena, edges);
        if (!e)
            return zw_err_nomem(err);
        *e = all.at[i].edge;
        e->depth = 1;
    }
    return s;
}

/* --- what is not in the index ----------------------------------------------------------------- */

static zw_status tell_missing(walker *w, size_t work, zw_missing_text *text)
{
    fan citing = { 0 };
    zw_map places = { .arena = w->arena };
    zw_status s = fan_down(w, work, &citing);
    size_t *by = s == ZW_OK ? zw_arena_array(w->arena, citing.n + 1, sizeof *by) : NULL;
    if (!by)
        return s == ZW_OK ? zw_err_nomem(w->err) : s;
    *text = (zw_missing_text){ .work = work, .by = by, .n_by = citing.n };
    for (size_t i = 0; i < citing.n; i++) {
        const zw_work_document *d = zw_works_document(w->works, by[i] = citing.at[i].edge.from);
        const char *region = zw_region_text(&d->region, w->arena);
        if (!region || (*region && !zw_map_add(&places, zw_str_of(region))))
            return zw_err_nomem(w->err);
        text->first_date = text->first_date ? text->first_date : d->date;
        text->last_date = d->date ? d->date : text->last_date;
    }
    text->places = places.n;
    return ZW_OK;
}

typedef struct {
    const zw_works *works;
    zw_missing_text text;
} sorted_text;

static int by_citations(const void *a, const void *b)
{
    const sorted_text *x = a, *y = b;
    if (x->text.n_by != y->text.n_by)
        return x->text.n_by > y->text.n_by ? -1 : 1;
    return order_of_works(x->works, x->text.work, y->text.work);
}

zw_status zw_cites_missing(const zw_works *works, zw_arena *arena, zw_missing_texts *texts,
                           zw_err *err)
{
    walker w = { works, arena, NULL, NULL, err };
    ZW_ARRAY(sorted_text) all = { 0 };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < zw_works_count(works); i++) {
        const zw_work *k = zw_works_at(works, i);
        if (k->n_documents || !k->n_cited_by)
            continue;
        sorted_text *slot = zw_array_add(arena, &all);
        if (!slot)
            return zw_err_nomem(err);
        slot->works = works;
        s = tell_missing(&w, i, &slot->text);
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_citations);
    for (size_t i = 0; s == ZW_OK && i < all.n; i++) {
        zw_missing_text *slot = zw_array_add(arena, texts);
        if (!slot)
            return zw_err_nomem(err);
        *slot = all.at[i].text;
    }
    return s;
}

zw_status zw_cites_others(const zw_works *works, const zw_cite_edge *edge, zw_arena *arena,
                          zw_names *ids, zw_err *err)
{
    const zw_work *w = zw_works_at(works, zw_works_document(works, edge->from)->work);
    for (size_t i = 0; i < w->n_documents; i++) {
        const zw_work_document *d = zw_works_document(works, w->documents[i]);
        if (w->documents[i] == edge->from || !cite_of(d, edge->to))
            continue;
        const char **slot = zw_array_add(arena, ids);
        if (!slot)
            return zw_err_nomem(err);
        *slot = d->id;
    }
    return ZW_OK;
}

/* --- the words -------------------------------------------------------------------------------- */

typedef struct {
    zw_session *session;
    zw_works *works;
    const zw_cite_words *words;
    const zw_work_document *document;
    const zw_cite_edge *edges; /* of the document, n of them */
    zw_cite_quote *quotes;
    size_t n;
    zw_arena *arena; /* of the document */
} quoter;

static zw_str sentence_at(zw_str text, size_t from, size_t at, zw_range *sentence)
{
    *sentence = (zw_range){ from, text.n };
    for (size_t next = from; zw_sentence_next(text, &next, sentence);) {
        if (sentence->end > at)
            break;
    }
    return zw_str_slice(text, *sentence);
}

/* The passage's record dies when the next one is read. */
static zw_status keep_quote(quoter *q, const zw_passage_record *p, zw_range at, zw_cite_quote *to,
                            zw_err *err)
{
    zw_range sentence;
    size_t from = at.start >= p->body ? p->body : 0;
    if (at.start > from + SENTENCE)
        from = zw_utf8_boundary(p->text, at.start - SENTENCE);
    sentence_at(p->text, from, at.start, &sentence);
    to->source = zw_passage_record_span(p, sentence);
    zw_str quote = zw_passage_record_quote(p, to->source);
    zw_passage_record *copy = zw_arena_alloc(q->arena, sizeof *copy);
    const char **headings = zw_arena_array(q->arena, p->n_headings + 1, sizeof *headings);
    char *words = zw_arena_str(q->arena, quote), *id = zw_arena_strdup(q->arena, p->id);
    if (!copy || !headings || !words || !id)
        return zw_err_nomem(err);
    *copy = (zw_passage_record){ .id = id, .index = p->index, .headings = headings };
    for (; copy->n_headings < p->n_headings; copy->n_headings++) {
        headings[copy->n_headings] = zw_arena_strdup(q->arena, p->headings[copy->n_headings]);
        if (!headings[copy->n_headings])
            return zw_err_nomem(err);
    }
    to->passage = copy;
    to->quotation = (zw_str){ words, quote.n };
    return ZW_OK;
}

static zw_cite_relation relation_of(const quoter *q, const zw_passage_record *p,
                                    const zw_citation *c, size_t work)
{
    if (q->document->interprets == work)
        return ZW_CITE_INTERPRETS;
    zw_cite_relation relation = zw_cite_relation_in(q->words, p->text, c->place.at);
    return relation == ZW_CITE_MENTIONS && c->basis ? ZW_CITE_IMPLEMENTS : relation;
}

/* 关于做好《甲条例》贯彻实施工作的通知: what the title says of a text holds, whatever words stand
 * by it further down. */
static zw_status note_title(quoter *q, zw_err *err)
{
    zw_str text = zw_str_of(q->document->title), title = { NULL, 0 }, number = { NULL, 0 };
    size_t work;
    zw_named_in(text, 0, 0, &title, &number);
    const char *t = zw_arena_str(q->arena, title), *n = zw_arena_str(q->arena, number);
    if (!t || !n)
        return zw_err_nomem(err);
    zw_status s = title.n ? zw_works_resolve(q->works, q->document, t, n, &work, err) : ZW_OK;
    for (size_t i = 0; s == ZW_OK && title.n && i < q->n; i++) {
        zw_range at = { (size_t)(title.at - text.at), (size_t)(title.at - text.at) + title.n };
        zw_cite_relation told = zw_cite_relation_in(q->words, text, at);
        if (q->edges[i].to == work && told > q->quotes[i].relation)
            q->quotes[i].relation = told;
    }
    return s;
}

static zw_status note_citation(quoter *q, const zw_passage_record *p, const zw_citation *c,
                               zw_err *err)
{
    size_t work;
    zw_status s = zw_works_resolve(q->works, q->document, c->title, c->number, &work, err);
    for (size_t i = 0; s == ZW_OK && i < q->n; i++) {
        zw_cite_quote *to = &q->quotes[i];
        if (q->edges[i].to != work)
            continue;
        zw_cite_relation relation = relation_of(q, p, c, work);
        to->times++;
        if (to->passage && relation <= to->relation)
            continue;
        to->relation = relation;
        s = keep_quote(q, p, c->place.at, to, err);
    }
    return s;
}

static zw_status read_passage(void *context, const zw_passage_record *p,
                              const zw_doc_record *document, zw_err *err)
{
    zw_status s = ZW_OK;
    (void)document;
    for (size_t i = 0; s == ZW_OK && i < p->facts.citations.n; i++)
        s = note_citation(context, p, &p->facts.citations.at[i], err);
    return s;
}

/* The edges of one document. */
static zw_status quote_document(quoter *q, zw_cite_fn fn, void *context, zw_err *err)
{
    zw_doc_record record;
    q->quotes = zw_arena_array(q->arena, q->n, sizeof *q->quotes);
    if (!q->quotes)
        return zw_err_nomem(err);
    for (size_t i = 0; i < q->n; i++)
        q->quotes[i].edge = &q->edges[i];
    zw_status s = zw_index_document(q->session->index, zw_str_of(q->document->id), q->arena,
                                    &record, err);
    if (s == ZW_OK)
        s = zw_each_of(q->session, &record, read_passage, q, err);
    if (s == ZW_OK && q->document->title)
        s = note_title(q, err);
    for (size_t i = 0; s == ZW_OK && i < q->n; i++)
        s = fn(context, &q->quotes[i], err);
    return s;
}

zw_status zw_cites_quote(zw_session *session, zw_works *works, const zw_cite_edge *edges, size_t n,
                         zw_cite_fn fn, void *context, zw_err *err)
{
    zw_arena *tables = zw_arena_new();
    zw_cite_words *words = NULL;
    quoter q = { .session = session, .works = works, .arena = zw_arena_new() };
    zw_status s = tables && q.arena ? zw_cite_words_load(tables, &words, err) : zw_err_nomem(err);
    q.words = words;
    for (size_t i = 0; s == ZW_OK && i < n; i += q.n) {
        zw_arena_reset(q.arena);
        q.document = zw_works_document(works, edges[i].from);
        q.edges = &edges[i];
        for (q.n = 1; i + q.n < n && edges[i + q.n].from == edges[i].from;)
            q.n++;
        s = quote_document(&q, fn, context, err);
    }
    zw_arena_free(q.arena);
    zw_arena_free(tables);
    return s;
}
