#include "query/study/places/grid.h"

#include <stdlib.h>

#include "query/study/places/standing.h"
#include "query/study/quoting/permalink.h"
#include "query/study/quoting/units.h"

#define LAST_DAY "9999-12-31"
#define NEARLY 0.75 /* of what the best document answers */

typedef struct {
    const zw_doc_record *document;
    size_t row, narrowing;
    zw_version_place version;
    zw_standing standing;
    bool titled;            /* its title has all words of the query */
    double answers, surely; /* once it was read */
} candidate;

/* A query that narrows the documents, and the questions that are asked of those. */
typedef struct {
    const char *query;
    zw_asked *asked; /* NULL: not to be looked for in titles */
} narrowing;

typedef struct {
    zw_session *session;
    const zw_grid_question *question;
    zw_arena *arena, *scratch, *row_arena;
    zw_grid_fn fn;
    void *context;
    zw_grid_counts *counts;
    zw_query_fault *fault;
    zw_err *err;
    zw_places *places;
    zw_versions *versions;
    ZW_ARRAY(narrowing) narrowings;
    size_t *narrowing_of; /* of each question */
    ZW_ARRAY(candidate) candidates;
    size_t narrowed;           /* which narrowing is being answered */
    const zw_doc_record *last; /* document of the passage before */
} gridder;

/* --- which documents -------------------------------------------------------------------------- */

/* Whether it is the text that was in force on the day, or a copy of it, or speaks of none. */
static zw_status is_current(gridder *g, const candidate *c, bool *current)
{
    const zw_version_member *self = zw_version_self(&c->version);
    const char *day = g->question->as_of ? g->question->as_of : LAST_DAY, *id;
    zw_in_force found;
    zw_status s = zw_versions_in_force(g->versions, c->document->id, day, &found, &id, g->err);
    if (s != ZW_OK)
        return s;
    const char *text = c->document->id;
    if (self && self->relation == ZW_RELATION_REPOST)
        text = c->version.group->at[self->of].id;
    bool speaks = c->standing <= ZW_STANDING_INFORMAL;
    *current = found == ZW_FORCE_UNKNOWN ||
               (found == ZW_FORCE_FOUND && (!speaks || !id || strcmp(id, text) == 0));
    return ZW_OK;
}

static zw_status title_has(gridder *g, candidate *c)
{
    zw_asked_text title = { 0 };
    zw_asking asking = { g->session->segmenter, g->scratch, ZW_OK, g->err, false };
    const zw_asked *asked = g->narrowings.at[c->narrowing].asked;
    if (!asked)
        return ZW_OK;
    zw_arena_reset(g->scratch);
    zw_status s = zw_segmenter_fold_exact(g->session->segmenter, zw_str_of(c->document->meta.title),
                                          g->scratch, &title.folded, NULL, g->err);
    c->titled = s == ZW_OK && zw_asked_in(asked, &asking, &title) == zw_asked_all(asked);
    return s == ZW_OK ? asking.status : s;
}

static zw_status add_candidate(gridder *g, const zw_doc_record *d)
{
    candidate c = { .document = d, .narrowing = g->narrowed };
    bool current = false;
    zw_status s = zw_places_find_in(g->places, &d->region, NULL, &c.row, g->err);
    if (s != ZW_OK || c.row == ZW_NOT_LISTED)
        return s;
    s = zw_versions_of_record(g->versions, d, &c.version, g->err);
    if (s == ZW_OK) {
        c.standing = zw_standing_of(d, &c.version);
        s = is_current(g, &c, &current);
    }
    if (s == ZW_OK)
        s = title_has(g, &c);
    g->counts->not_in_force += s == ZW_OK && !current;
    if (s != ZW_OK || !current)
        return s;
    candidate *slot = zw_array_add(g->arena, &g->candidates);
    if (!slot)
        return zw_err_nomem(g->err);
    *slot = c;
    return ZW_OK;
}

static zw_status take_passage(void *context, const zw_passage_record *p, const zw_doc_record *d,
                              zw_err *err)
{
    gridder *g = context;
    bool known = d == g->last;
    (void)p;
    (void)err;
    g->last = d;
    return known ? ZW_OK : add_candidate(g, d);
}

static zw_status find_candidates(gridder *g)
{
    const char *query = g->narrowings.at[g->narrowed].query;
    zw_doc_list all = { 0 };
    zw_plan plan = { 0 };
    size_t total;
    zw_status s;
    g->last = NULL;
    if (*query) {
        s = zw_each_passage(g->session, query, g->arena, take_passage, g, &plan, &total, g->fault,
                            g->err);
        zw_plan_free(&plan);
        return s;
    }
    s = zw_each_document(g->session, g->arena, &all, g->err);
    for (size_t i = 0; s == ZW_OK && i < all.n; i++)
        s = add_candidate(g, all.at[i]);
    return s;
}

static int by_row(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->narrowing != y->narrowing)
        return x->narrowing < y->narrowing ? -1 : 1;
    if (x->standing != y->standing)
        return x->standing < y->standing ? -1 : 1;
    return strcmp(x->document->id, y->document->id);
}

/* --- narrowings ------------------------------------------------------------------------------- */

static zw_status narrow(gridder *g, size_t column)
{
    const zw_question_column *q = &g->question->questions->at[column];
    const char *query = q->documents ? q->documents : g->question->query;
    size_t i = 0;
    zw_query_fault fault;
    zw_err ignored;
    while (i < g->narrowings.n && strcmp(g->narrowings.at[i].query, query) != 0)
        i++;
    g->narrowing_of[column] = i;
    if (i < g->narrowings.n)
        return ZW_OK;
    narrowing *slot = zw_array_add(g->arena, &g->narrowings);
    if (!slot)
        return zw_err_nomem(g->err);
    slot->query = query;
    /* title:居住证 is no words that a title could have: the query itself has told */
    if (*query &&
        zw_asked_new(g->session, query, g->arena, &slot->asked, &fault, &ignored) != ZW_OK)
        slot->asked = NULL;
    return ZW_OK;
}

static zw_status find_all_candidates(gridder *g)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < g->question->questions->n; i++)
        s = narrow(g, i);
    for (g->narrowed = 0; s == ZW_OK && g->narrowed < g->narrowings.n; g->narrowed++)
        s = find_candidates(g);
    if (s == ZW_OK && g->candidates.n)
        qsort(g->candidates.at, g->candidates.n, sizeof *g->candidates.at, by_row);
    return s;
}

/* --- which of them governs -------------------------------------------------------------------- */

static const char *day_of(const candidate *c)
{
    const zw_metadata *m = &c->document->meta;
    return m->effective ? m->effective : m->date ? m->date : m->published ? m->published : "";
}

static zw_status read_candidate(gridder *g, candidate *c)
{
    zw_reading reading;
    zw_cell_found found;
    zw_arena_reset(g->scratch);
    zw_status s = zw_reading_make(g->session, c->document, g->scratch, &reading, g->err);
    for (size_t i = 0; s == ZW_OK && i < g->question->questions->n; i++) {
        if (g->narrowing_of[i] != c->narrowing)
            continue;
        s = zw_cell_find(g->session, &reading, &g->question->questions->at[i],
                         g->narrowings.at[c->narrowing].asked, g->scratch, &found, g->err);
        c->answers += found.sure == ZW_SURE_LOW ? 0.5 : found.sure != ZW_SURE_NONE;
        c->surely += (double)found.sure + found.score;
    }
    return s;
}

static bool better(const candidate *a, const candidate *b)
{
    if (a->titled != b->titled)
        return a->titled;
    int newer = strcmp(day_of(a), day_of(b));
    return newer ? newer > 0 : a->surely > b->surely;
}

/* Of candidates of one standing, all read. */
static const candidate *best_of(const candidate *at, size_t n)
{
    const candidate *best = NULL;
    double most = 0;
    for (size_t i = 0; i < n; i++)
        most = at[i].answers > most ? at[i].answers : most;
    for (size_t i = 0; most > 0 && i < n; i++) {
        if (at[i].answers >= NEARLY * most && (!best || better(&at[i], best)))
            best = &at[i];
    }
    return best;
}

/* Of a row's candidates for a narrowing; the first where none answers anything, NULL of none. */
static zw_status choose(gridder *g, candidate *at, size_t n, const candidate **governs)
{
    zw_status s = ZW_OK;
    *governs = n ? at : NULL;
    for (size_t first = 0, end = 0; s == ZW_OK && first < n; first = end) {
        for (; s == ZW_OK && end < n && at[end].standing == at[first].standing; end++)
            s = read_candidate(g, &at[end]);
        const candidate *best = s == ZW_OK ? best_of(at + first, end - first) : NULL;
        if (best) {
            *governs = best;
            break;
        }
    }
    return s;
}

/* --- cells ------------------------------------------------------------------------------------ */

static zw_status add_text(gridder *g, const char *text, void *list)
{
    zw_strs *to = list;
    zw_str *slot = text ? zw_array_add(g->row_arena, to) : NULL;
    if (!slot)
        return zw_err_nomem(g->err);
    *slot = zw_str_of(text);
    return ZW_OK;
}

static zw_status fill_figures(gridder *g, const zw_reading *reading, zw_grid_cell *cell)
{
    zw_cell_figures figures = { 0 };
    zw_strs texts = { 0 };
    zw_status s = zw_cell_figures_of(g->session, reading, cell->question, &cell->found,
                                     g->row_arena, &figures, g->err);
    for (size_t i = 0; s == ZW_OK && i < figures.n; i++) {
        const zw_figure *f = figures.at[i];
        const char *text = zw_figure_text(f, g->row_arena);
        if (text && f->kind == ZW_KIND_CONDITION)
            text = zw_arena_printf(g->row_arena, "%s (condition)", text);
        s = add_text(g, text, &texts);
    }
    cell->figures.at = texts.at;
    cell->figures.n = texts.n;
    return s;
}

static zw_status fill_lacks(gridder *g, zw_grid_cell *cell)
{
    zw_strs texts = { 0 };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < zw_asked_parts(cell->question->asked); i++) {
        if (cell->found.lacking >> i & 1)
            s = add_text(g, zw_arena_str(g->row_arena, zw_asked_part(cell->question->asked, i)),
                         &texts);
    }
    cell->lacks.at = texts.at;
    cell->lacks.n = texts.n;
    return s;
}

static const char *headings_of(const zw_passage_record *p, zw_arena *arena)
{
    const char *all = p->n_headings ? p->headings[0] : "";
    for (size_t i = 1; all && i < p->n_headings; i++)
        all = zw_arena_printf(arena, "%s > %s", all, p->headings[i]);
    return all;
}

static zw_status fill(gridder *g, const zw_reading *reading, zw_grid_cell *cell)
{
    const zw_cell_found *f = &cell->found;
    const zw_passage_record *p =
        &reading->window.pieces.at[reading->units.at[f->unit].piece].record;
    cell->state = ZW_PLACE_HAS;
    cell->passage = p->id;
    cell->quotation = zw_str_trim(zw_str_slice(reading->window.text, f->at));
    cell->lead = zw_str_slice(reading->window.text, f->lead);
    cell->headings = headings_of(p, g->row_arena);
    cell->source = zw_window_span(&reading->window, f->at);
    cell->permalink = zw_permalink_text(p->id, cell->source.chr, g->row_arena);
    if (!cell->headings || !cell->permalink)
        return zw_err_nomem(g->err);
    zw_status s = fill_figures(g, reading, cell);
    return s == ZW_OK ? fill_lacks(g, cell) : s;
}

/* The cells of a row whose questions have this narrowing. */
static zw_status fill_cells(gridder *g, size_t narrowed, const candidate *governs, size_t n,
                            zw_grid_cell *cells)
{
    zw_reading *reading = zw_arena_alloc(g->row_arena, sizeof *reading);
    zw_status s = reading ? ZW_OK : zw_err_nomem(g->err);
    if (s == ZW_OK && governs)
        s = zw_reading_make(g->session, governs->document, g->row_arena, reading, g->err);
    for (size_t i = 0; s == ZW_OK && i < g->question->questions->n; i++) {
        zw_grid_cell *cell = &cells[i];
        if (g->narrowing_of[i] != narrowed)
            continue;
        *cell = (zw_grid_cell){ .state = ZW_PLACE_NO_DOCUMENT,
                                .question = &g->question->questions->at[i],
                                .candidates = n };
        if (!governs)
            continue;
        cell->state = ZW_PLACE_NO_CLAUSE;
        cell->document = governs->document;
        cell->version = governs->version;
        s = zw_cell_find(g->session, reading, cell->question, g->narrowings.at[narrowed].asked,
                         g->row_arena, &cell->found, g->err);
        if (s == ZW_OK && cell->found.sure != ZW_SURE_NONE)
            s = fill(g, reading, cell);
    }
    return s;
}

static void count(zw_grid_counts *counts, const zw_grid_cell *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        counts->has += cells[i].state == ZW_PLACE_HAS;
        counts->no_clause += cells[i].state == ZW_PLACE_NO_CLAUSE;
        counts->no_document += cells[i].state == ZW_PLACE_NO_DOCUMENT;
    }
    counts->places++;
}

/* `at`: the first candidate that is not of a row before; moves behind the row's last. */
static zw_status put_row(gridder *g, size_t row, size_t *at)
{
    size_t columns = g->question->questions->n;
    zw_arena_reset(g->row_arena);
    zw_grid_cell *cells = zw_arena_array(g->row_arena, columns + 1, sizeof *cells);
    zw_status s = cells ? ZW_OK : zw_err_nomem(g->err);
    for (size_t i = 0; s == ZW_OK && i < g->narrowings.n; i++) {
        size_t first = *at;
        const candidate *governs;
        while (*at < g->candidates.n && g->candidates.at[*at].row == row &&
               g->candidates.at[*at].narrowing == i)
            ++*at;
        s = choose(g, g->candidates.at + first, *at - first, &governs);
        if (s == ZW_OK)
            s = fill_cells(g, i, governs, *at - first, cells);
    }
    if (s != ZW_OK)
        return s;
    count(g->counts, cells, columns);
    zw_grid_row told = { &g->places->rows.at[row], cells };
    return g->fn(g->context, &told, g->err);
}

static zw_status make(gridder *g)
{
    size_t at = 0;
    zw_status s = zw_places_make(g->session, g->question->places, g->arena, &g->places, g->err);
    if (s != ZW_OK)
        return s;
    g->counts->list = g->places;
    s = find_all_candidates(g);
    for (size_t row = 0; s == ZW_OK && row < g->places->rows.n; row++)
        s = put_row(g, row, &at);
    return s;
}

zw_status zw_grid(zw_session *session, const zw_grid_question *question, zw_arena *arena,
                  zw_grid_fn fn, void *context, zw_grid_counts *counts, zw_query_fault *fault,
                  zw_err *err)
{
    gridder g = { .session = session,
                  .question = question,
                  .arena = arena,
                  .scratch = zw_arena_new(),
                  .row_arena = zw_arena_new(),
                  .fn = fn,
                  .context = context,
                  .counts = counts,
                  .fault = fault,
                  .err = err,
                  .versions = zw_versions_new(session, arena),
                  .narrowing_of = zw_arena_array(arena, question->questions->n + 1,
                                                 sizeof(size_t)) };
    *counts = (zw_grid_counts){ 0 };
    bool ready = g.scratch && g.row_arena && g.versions && g.narrowing_of;
    zw_status s = ready ? make(&g) : zw_err_nomem(err);
    zw_arena_free(g.scratch);
    zw_arena_free(g.row_arena);
    return s;
}
