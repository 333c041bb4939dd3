#include "query/study/places/diffusion_rows.h"

#include <stdlib.h>

#include "query/study/quoting/permalink.h"
#include "query/study/wording/leader.h"

/* --- the parent ------------------------------------------------------------------------------- */

zw_status zw_diffusion_parent(zw_session *session, zw_works *works, const char *against,
                              zw_arena *arena, const zw_doc_record **parent, zw_err *err)
{
    zw_doc_record *record = zw_arena_alloc(arena, sizeof *record);
    const char *id = against;
    size_t work;
    *parent = NULL;
    if (!against)
        return ZW_OK;
    if (!record)
        return zw_err_nomem(err);
    if (zw_works_find_id(works, id) == SIZE_MAX) {
        zw_status s = zw_works_resolve(works, NULL, NULL, against, &work, err);
        const zw_work_document *head = s == ZW_OK && work != SIZE_MAX ? zw_work_head(works, work)
                                                                      : NULL;
        if (s == ZW_OK && !head)
            s = zw_err_set(err, ZW_E_USAGE, "'%s' is no document of the index", against);
        if (s != ZW_OK)
            return s;
        id = head->id;
    }
    *parent = record;
    zw_status s = zw_index_document(session->index, zw_str_of(id), arena, record, err);
    return zw_index_named(session->index, s, err);
}

/* --- the quotation ---------------------------------------------------------------------------- */

zw_status zw_diffusion_quote(zw_session *session, const zw_diffusion *diffusion,
                             const zw_witness *witness, zw_arena *arena, zw_witness_quote *quote,
                             zw_err *err)
{
    zw_passage_record p;
    zw_range at;
    zw_arena *scratch = zw_arena_new();
    const char *id = zw_arena_printf(arena, "%s:%zu", witness->document->id, witness->passage);
    *quote = (zw_witness_quote){ .passage = id };
    zw_status s = scratch && id ? zw_index_passage(session->index, zw_str_of(id), scratch, &p, err)
                                : zw_err_nomem(err);
    s = zw_index_named(session->index, s, err);
    if (s == ZW_OK)
        s = zw_evidence_sentence(diffusion->evidence, &diffusion->plan, &p, witness->document,
                                 scratch, &at, err);
    if (s == ZW_OK) {
        zw_str text = zw_str_slice(p.text, at);
        const char *copy = zw_arena_str(arena, text);
        quote->source = zw_passage_record_span(&p, at);
        quote->permalink = zw_permalink_text(id, quote->source.chr, arena);
        quote->text = (zw_str){ copy, text.n };
        if (!copy || !quote->permalink)
            s = zw_err_nomem(err);
    }
    zw_arena_free(scratch);
    return s;
}

/* --- the document that is carried out --------------------------------------------------------- */

typedef struct {
    zw_session *session;
    zw_diffusion *diffusion;
    zw_works *works;
    const char **says; /* ids of witnesses, ascending */
    zw_arena *arena;
    zw_err *err;
} filler;

static int by_id(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static zw_status list_witnesses(filler *f)
{
    size_t n = f->diffusion->witnesses.n;
    f->says = zw_arena_array(f->arena, n + 1, sizeof *f->says);
    if (!f->says)
        return zw_err_nomem(f->err);
    for (size_t i = 0; i < n; i++)
        f->says[i] = f->diffusion->witnesses.at[i].document->id;
    if (n)
        qsort(f->says, n, sizeof *f->says, by_id);
    return ZW_OK;
}

/* 关于贯彻实施《居住证暂行条例》的通知. */
static bool in_title(const zw_doc_record *d, const char *title)
{
    return *title && strstr(d->meta.title, title);
}

/* Its place in the text among the others. */
static int order_of(const zw_doc_record *d, const zw_work_cite *cite)
{
    size_t i = 0;
    while (i < d->cites.n && (strcmp(d->cites.at[i].title, cite->title) != 0 ||
                              !d->cites.at[i].number != !cite->number))
        i++;
    return (int)i;
}

/* What its title names is what it is about; what it rests on comes before what it only names, and
 * of that only what was laid down above; of several what says the same, in its title or its text.
 * 0: it is not carried out. */
static zw_status worth_of(const filler *f, const zw_doc_record *d, const zw_work_cite *cite,
                          const zw_work_document *head, int *worth)
{
    enum { NUMBER = 1, TEXT = 2, TITLE = 4, BASIS = 8, OWN_TITLE = 16 };
    bool says = false;
    zw_status s = zw_evidence_names(f->diffusion->evidence, cite->title, cite->number, f->arena,
                                    &says, f->err);
    bool text = head &&
                bsearch(&head->id, f->says, f->diffusion->witnesses.n, sizeof *f->says, by_id);
    *worth = (cite->number ? NUMBER : 0) | (text ? TEXT : 0) | (says ? TITLE : 0) |
             (cite->basis ? BASIS : 0) | (in_title(d, cite->title) ? OWN_TITLE : 0);
    bool above = head && head->region.n < d->region.n && (says || text);
    if (*worth < BASIS && !above)
        *worth = 0;
    return s;
}

static zw_status find_cited(const filler *f, const zw_witness *w, zw_parent_named *cited)
{
    size_t number = zw_works_find_id(f->works, w->document->id);
    const zw_work_document *d = number == SIZE_MAX ? NULL : zw_works_document(f->works, number);
    int best = 0, first = 0;
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && d && i < d->n_cites; i++) {
        const zw_work_cite *cite = &d->cites[i];
        const zw_work_document *head = zw_work_head(f->works, cite->work);
        int worth;
        s = worth_of(f, w->document, cite, head, &worth);
        int order = order_of(w->document, cite);
        if (s != ZW_OK || worth < best || worth == 0 || (worth == best && order > first))
            continue;
        best = worth;
        first = order;
        bool named = *cite->title != '\0' || !head;
        *cited = (zw_parent_named){
            .title = zw_arena_strdup(f->arena, named ? cite->title : head->title),
            .number = cite->number ? zw_arena_strdup(f->arena, cite->number) : NULL,
            .document = head ? zw_arena_strdup(f->arena, head->id) : NULL,
            .basis = cite->basis,
        };
        if (!cited->title || (cite->number && !cited->number) || (head && !cited->document))
            s = zw_err_nomem(f->err);
    }
    return s;
}

/* --- reuse ------------------------------------------------------------------------------------ */

typedef struct {
    zw_session *session;
    zw_arena *arena, *scratch;
    zw_leaders *leaders;
    zw_clauses clauses;
    double chars, reused;
    zw_err *err;
} comparer;

static zw_status add_clauses(void *context, const zw_passage_record *p, const zw_doc_record *d,
                             zw_err *err)
{
    comparer *c = context;
    return zw_clauses_add(c->session, p, d, c->arena, &c->clauses, err);
}

static zw_status weigh_clauses(void *context, const zw_passage_record *p, const zw_doc_record *d,
                               zw_err *err)
{
    comparer *c = context;
    zw_clauses own = { 0 };
    zw_arena_reset(c->scratch);
    zw_status s = zw_clauses_add(c->session, p, d, c->scratch, &own, err);
    for (size_t i = 0; s == ZW_OK && i < own.n; i++) {
        zw_led led;
        s = zw_leaders_find(c->leaders, &own.at[i], c->scratch, &led, err);
        c->chars += (double)own.at[i].key.n;
        c->reused += led.likeness * (double)own.at[i].key.n;
    }
    return s;
}

static zw_status compare_row(comparer *c, zw_diffusion_row *row)
{
    zw_passage_record p;
    zw_arena *arena = zw_arena_new();
    zw_status s = arena ? zw_index_passage(c->session->index, zw_str_of(row->quote.passage), arena,
                                           &p, c->err)
                        : zw_err_nomem(c->err);
    c->chars = c->reused = 0;
    if (s == ZW_OK)
        s = weigh_clauses(c, &p, row->first->document, c->err);
    row->reuse = c->chars > 0 ? c->reused / c->chars : -1;
    c->chars = c->reused = 0;
    if (s == ZW_OK)
        s = zw_each_of(c->session, row->first->document, weigh_clauses, c, c->err);
    row->reuse_document = c->chars > 0 ? c->reused / c->chars : -1;
    zw_arena_free(arena);
    return s;
}

static zw_status compare_all(comparer *c, zw_diffusion *diffusion, const zw_doc_record *with)
{
    c->leaders = zw_leaders_new(c->arena);
    zw_status s = c->leaders ? zw_each_of(c->session, with, add_clauses, c, c->err)
                             : zw_err_nomem(c->err);
    for (size_t i = 0; s == ZW_OK && i < c->clauses.n; i++)
        s = zw_leaders_add(c->leaders, &c->clauses.at[i], c->err);
    for (size_t i = 0; s == ZW_OK && i < diffusion->rows.n; i++) {
        zw_diffusion_row *row = &diffusion->rows.at[i];
        if (row->state == ZW_PLACE_HAS && strcmp(row->first->document->id, with->id) != 0)
            s = compare_row(c, row);
    }
    return s;
}

static zw_status compare_rows(const filler *f)
{
    const zw_diffusion *d = f->diffusion;
    const zw_doc_record *with = d->parent ? d->parent : d->origin ? d->origin->document : NULL;
    if (!with)
        return ZW_OK;
    comparer c = {
        .session = f->session, .arena = zw_arena_new(), .scratch = zw_arena_new(), .err = f->err
    };
    zw_status s = c.arena && c.scratch ? compare_all(&c, f->diffusion, with) : zw_err_nomem(f->err);
    zw_arena_free(c.arena);
    zw_arena_free(c.scratch);
    return s;
}

zw_status zw_diffusion_fill(zw_session *session, zw_works *works, zw_diffusion *diffusion,
                            zw_arena *arena, zw_err *err)
{
    filler f = { session, diffusion, works, NULL, arena, err };
    zw_status s = list_witnesses(&f);
    for (size_t i = 0; s == ZW_OK && i < diffusion->rows.n; i++) {
        zw_diffusion_row *row = &diffusion->rows.at[i];
        if (!row->first)
            continue;
        s = zw_diffusion_quote(session, diffusion, row->first, arena, &row->quote, err);
        if (s == ZW_OK)
            s = find_cited(&f, row->first, &row->cited);
    }
    return s == ZW_OK ? compare_rows(&f) : s;
}
