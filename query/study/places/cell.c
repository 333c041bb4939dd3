#include "query/study/places/cell.h"

#include "base/utf8.h"

/* By where a part of the question stands. */
#define OWN 1.0
#define HEADING 0.75
#define LEAD 0.7
#define LIST 0.4
#define PASSAGE 0.35
#define TITLE 0.2

#define HAS_LIST 0.3   /* for a lead with its list */
#define OPENS 0.06     /* for what opens its passage: 第十条 申领居住证应当… */
#define TOGETHER 0.12  /* for parts in one clause of it */
#define ITEM 0.15      /* against an item alone */
#define OF_SECTION 0.3 /* for a heading with what stands below */
#define DEFINES 0.15   /* against 所称稳定住所，是指… */
#define ON_TOPIC 0.08  /* for what says the topic itself, or stands below a heading that does */
#define DEMANDS 0.1    /* for a condition or target that is a bound: 满5年的; a third without */
#define LONG 0.0003    /* against each character, up to LONG_MOST */
#define LONG_MOST 0.1

/* An answer told article by article: so many articles, with so many others between two of them,
 * whose best sentences are so much worse at most. */
#define INDICATOR_CHARS 4 /* 连续, 累计 name nothing */
#define RUN_ARTICLES 3
#define RUN_GAP 2
#define RUN_WORSE 0.2

typedef struct {
    zw_session *session;
    const zw_reading *reading;
    const zw_question_column *q;
    const zw_asked *topic; /* or NULL */
    zw_arena *scratch;
    zw_asking asking;
    zw_err *err;
    uint32_t all, title;
    uint32_t *own;      /* of each unit */
    uint32_t topic_all; /* of the topic, as all, title, passages and headings are of the question */
    uint32_t topic_title, *topic_passages, *topic_headings;
    zw_cell_found *tried; /* of each unit, where a passage is wanted */
    uint32_t *passages;   /* of each piece: its text and its headings */
    uint32_t *headings;
    zw_cell_found *found;
} finder;

/* Where the parts of a question stand, seen from a unit. */
typedef struct {
    uint32_t own, heading, lead, list, passage, title;
} seen;

const char *zw_sure_name(zw_sure sure)
{
    static const char *const names[] = { NULL, "low", "medium", "high" };
    return names[sure];
}

static bool wants(const zw_question_column *q, const zw_figure *figure)
{
    for (size_t i = 0; i < q->units.n; i++) {
        if (figure->unit && zw_str_eq(q->units.at[i], zw_str_of(figure->unit)))
            return true;
    }
    return q->figure && q->units.n == 0;
}

/* --- where parts stand ------------------------------------------------------------------------ */

static uint32_t parts_of(finder *f, zw_str folded)
{
    zw_asked_text text = { .folded = folded };
    return zw_asked_in(f->q->asked, &f->asking, &text);
}

static uint32_t topic_of(finder *f, zw_str folded)
{
    zw_asked_text text = { .folded = folded };
    return f->topic ? zw_asked_in(f->topic, &f->asking, &text) : 0;
}

static bool barred(finder *f, zw_str folded)
{
    zw_asked_text text = { .folded = folded };
    return zw_asked_barred(f->q->asked, &f->asking, &text);
}

static zw_status look(finder *f)
{
    const zw_reading *r = f->reading;
    const zw_asked *asked = f->q->asked;
    f->own = zw_arena_array(f->scratch, r->units.n + 1, sizeof *f->own);
    f->passages = zw_arena_array(f->scratch, r->window.pieces.n + 1, sizeof *f->passages);
    f->headings = zw_arena_array(f->scratch, r->window.pieces.n + 1, sizeof *f->headings);
    f->topic_passages = zw_arena_array(f->scratch, r->window.pieces.n + 1, sizeof *f->passages);
    f->topic_headings = zw_arena_array(f->scratch, r->window.pieces.n + 1, sizeof *f->headings);
    f->tried = zw_arena_array(f->scratch, r->units.n + 1, sizeof *f->tried);
    if (!f->own || !f->passages || !f->headings || !f->topic_passages || !f->topic_headings ||
        !f->tried)
        return zw_err_nomem(f->err);
    f->all = zw_asked_all(asked);
    f->topic_all = f->topic ? zw_asked_all(f->topic) : 0;
    f->title = parts_of(f, r->title);
    f->topic_title = topic_of(f, r->title);
    for (size_t i = 0; i < r->window.pieces.n; i++) {
        f->headings[i] = parts_of(f, r->headings[i]);
        f->topic_headings[i] = topic_of(f, r->headings[i]);
    }
    for (size_t i = 0; i < r->units.n; i++) {
        const zw_read_unit *u = &r->units.at[i];
        f->own[i] = parts_of(f, u->folded);
        f->passages[u->piece] |= f->own[i];
        f->topic_passages[u->piece] |= topic_of(f, u->folded);
    }
    return f->asking.status;
}

/* The most parts that stand in one clause of a text. */
static size_t together(finder *f, zw_str folded)
{
    size_t most = 0;
    for (size_t at = 0, end; at < folded.n; at = end + 1) {
        end = zw_str_find(folded, ZW_STR(","), at);
        size_t n = zw_asked_count(parts_of(f, zw_str_slice(folded, (zw_range){ at, end })));
        most = n > most ? n : most;
    }
    return most;
}

/* Whether unit i stands below the heading that u is. */
static bool is_inside(const finder *f, const zw_read_unit *u, size_t i)
{
    return u->section && i < f->reading->units.n && f->reading->units.at[i].at.end <= u->at.end;
}

static seen seen_from(const finder *f, size_t unit)
{
    const zw_read_unit *u = &f->reading->units.at[unit];
    seen s = { .own = f->own[unit],
               .heading = f->headings[u->piece],
               .passage = f->passages[u->piece],
               .title = f->title };
    for (size_t lead = u->lead, n = 0; lead != ZW_NO_LEAD && n < 8; n++) {
        s.lead |= f->own[lead];
        lead = f->reading->units.at[lead].lead;
    }
    for (size_t i = unit + 1; i < u->end || is_inside(f, u, i); i++)
        s.list |= f->own[i];
    return s;
}

/* What stands in a list alone counts when its lead and headings have half of the question. */
static uint32_t here(const seen *s, size_t parts)
{
    uint32_t led = s->own | s->heading | s->lead;
    return 2 * zw_asked_count(led) >= parts ? led | s->list : led;
}

static double points(const seen *s, size_t parts)
{
    const struct {
        uint32_t in;
        double worth;
    } places[] = { { s->own, OWN },   { s->heading, HEADING }, { s->lead, LEAD },
                   { s->list, LIST }, { s->passage, PASSAGE }, { s->title, TITLE } };
    double sum = 0;
    for (size_t part = 0; part < parts; part++) {
        size_t i = 0, n = sizeof places / sizeof *places;
        while (i < n && !(places[i].in >> part & 1))
            i++;
        sum += i < n ? places[i].worth : 0;
    }
    return sum / (double)parts;
}

static zw_sure how_sure(const finder *f, const seen *s, bool exact)
{
    size_t parts = zw_asked_parts(f->q->asked);
    uint32_t near = here(s, parts), known = near | s->passage | s->title;
    bool mostly = 2 * zw_asked_count(s->own | s->lead) > parts;
    if (near == f->all && exact && mostly)
        return ZW_SURE_HIGH;
    if (known == f->all && 2 * zw_asked_count(near) >= parts)
        return ZW_SURE_MEDIUM;
    return 2 * zw_asked_count(near) > parts ? ZW_SURE_LOW : ZW_SURE_NONE;
}

static double brevity(const finder *f, zw_range at)
{
    double cost = LONG * (double)zw_utf8_count(zw_str_slice(f->reading->window.text, at));
    return cost < LONG_MOST ? cost : LONG_MOST;
}

/* Whether the topic of the whole grid is told with the answer, over it, in its passage or by the
 * title. What has only some of a question has to: a rule on points that mentions the residence
 * permit says nothing of it elsewhere. *bonus: for what tells it itself; half of it below a heading
 * that does. */
static bool on_topic(finder *f, size_t unit, double *bonus)
{
    const zw_read_unit *u = &f->reading->units.at[unit];
    uint32_t told = topic_of(f, u->folded), over = f->topic_headings[u->piece];
    for (size_t lead = u->lead, n = 0; lead != ZW_NO_LEAD && n < 8; n++) {
        told |= topic_of(f, f->reading->units.at[lead].folded);
        lead = f->reading->units.at[lead].lead;
    }
    bool itself = told == f->topic_all, below = (told | over) == f->topic_all;
    *bonus = !f->topic ? 0 : itself ? ON_TOPIC : below ? ON_TOPIC / 2 : 0;
    return (told | over | f->topic_passages[u->piece] | f->topic_title) == f->topic_all;
}

/* What a unit is worth beside the parts that it has. */
static double bonus(finder *f, size_t unit)
{
    const zw_read_unit *u = &f->reading->units.at[unit];
    bool defines = zw_str_has(u->folded, "所称") && zw_str_has(u->folded, "是指");
    return (u->opens ? OPENS : 0) - (defines ? DEFINES : 0);
}

/* Of stretches that are as sure, the one with more points; the surer one before the others. */
static void offer(finder *f, zw_cell_found *offered)
{
    zw_cell_found *best = f->found;
    if (offered->sure == ZW_SURE_NONE)
        return;
    if (best->sure == ZW_SURE_NONE) {
        *best = *offered;
        return;
    }
    bool apart = offered->at.start >= best->at.end || offered->at.end <= best->at.start;
    bool better = offered->sure != best->sure ? offered->sure > best->sure
                                              : offered->score > best->score + 1e-9;
    offered->others = offered->sure == best->sure ? best->others + apart : 0;
    if (better)
        *best = *offered;
    else if (offered->sure == best->sure && apart)
        best->others++;
}

static zw_cell_found stretch(const finder *f, size_t unit, const seen *s, zw_sure sure,
                             double score)
{
    const zw_read_unit *u = &f->reading->units.at[unit];
    zw_cell_found c = { .sure = sure, .unit = unit, .at = u->at };
    if (u->end > unit + 1 || u->section)
        c.at = zw_reading_whole(f->reading, unit, ZW_CELL_CHARS, &c.left);
    if (u->lead != ZW_NO_LEAD)
        c.lead = f->reading->units.at[u->lead].at;
    c.lacking = f->all & ~(s->own | s->heading | s->lead | s->list | s->passage | s->title);
    c.score = score - brevity(f, c.at);
    return c;
}

/* --- passages --------------------------------------------------------------------------------- */

/* An item is barred by its lead too: （一）未按规定申领居住证的 where the lead says 罚款. */
static bool is_barred(finder *f, size_t unit)
{
    const zw_read_unit *u = &f->reading->units.at[unit];
    bool by_lead = u->lead != ZW_NO_LEAD && barred(f, f->reading->units.at[u->lead].folded);
    return by_lead || barred(f, u->folded);
}

/* A heading alone answers nothing: something of the question stands in what is quoted. */
static void try_passage(finder *f, size_t unit)
{
    const zw_read_unit *u = &f->reading->units.at[unit];
    seen s = seen_from(f, unit);
    bool list = u->end > unit + 1;
    double topic;
    if (!s.own && !s.list)
        return;
    zw_sure sure = how_sure(f, &s, true);
    if (!on_topic(f, unit, &topic) && sure != ZW_SURE_HIGH)
        return;
    size_t parts = zw_asked_parts(f->q->asked);
    double score = points(&s, parts);
    double own = (double)zw_asked_count(s.own) / (double)parts;
    score += list ? HAS_LIST * own : u->section ? OF_SECTION * own : 0;
    score += s.own ? TOGETHER * (double)together(f, u->folded) / (double)parts : 0;
    score += bonus(f, unit) + topic;
    score -= u->lead != ZW_NO_LEAD ? ITEM : 0;
    zw_cell_found c = stretch(f, unit, &s, sure, score);
    f->tried[unit] = c;
    offer(f, &c);
}

/* Whether two passages have one heading over their own: articles of a chapter. */
static bool beside(const finder *f, size_t a, size_t b)
{
    const zw_passage_record *p = &f->reading->window.pieces.at[a].record;
    const zw_passage_record *q = &f->reading->window.pieces.at[b].record;
    bool same = p->n_headings > 0 && p->n_headings == q->n_headings;
    for (size_t i = 0; same && i + 1 < p->n_headings; i++)
        same = strcmp(p->headings[i], q->headings[i]) == 0;
    return same;
}

/* The next article before (-1) or behind (1) piece that answers as surely, and nearly as well, by
 * its first unit; SIZE_MAX for none. */
static size_t next_article(const finder *f, size_t unit, int step)
{
    const zw_read_unit *units = f->reading->units.at;
    size_t from = units[unit].piece, found = SIZE_MAX;
    for (size_t i = unit + (size_t)step; i < f->reading->units.n; i += (size_t)step) {
        size_t piece = units[i].piece, apart = piece > from ? piece - from : from - piece;
        if (apart > RUN_GAP + 1 || !beside(f, from, piece) ||
            (found != SIZE_MAX && units[found].piece != piece))
            break;
        const zw_cell_found *c = &f->tried[i];
        if (apart && c->sure == f->found->sure && c->score > f->found->score - RUN_WORSE &&
            !units[i].section && (found == SIZE_MAX || step < 0))
            found = i;
    }
    return found;
}

/* 第十八条 持证人可以…。第十九条 持证人享受…。: rights told an article each are quoted together. */
static void widen(finder *f)
{
    const zw_read_unit *units = f->reading->units.at;
    zw_cell_found *best = f->found;
    if (best->sure == ZW_SURE_NONE || units[best->unit].section ||
        units[best->unit].lead != ZW_NO_LEAD || units[best->unit].end > best->unit + 1)
        return;
    size_t first = best->unit, last = best->unit, n = 1;
    for (size_t i; (i = next_article(f, first, -1)) != SIZE_MAX; n++)
        first = i;
    for (size_t i; (i = next_article(f, last, 1)) != SIZE_MAX; n++)
        last = i;
    if (n < RUN_ARTICLES)
        return;
    best->unit = first;
    best->at = units[first].at;
    best->left = 0;
    for (size_t i = first + 1; i <= last; i++) {
        zw_range all = { best->at.start, units[i].at.end };
        if (units[i].at.end <= best->at.end)
            continue;
        if (!best->left &&
            zw_utf8_count(zw_str_slice(f->reading->window.text, all)) <= ZW_CELL_CHARS)
            best->at = all;
        else
            best->left++;
    }
    best->others -= best->others < n - 1 ? best->others : n - 1;
}

/* --- figures ---------------------------------------------------------------------------------- */

static bool parts_clauses(uint32_t c)
{
    return c == 0xFF0C || c == 0x3001 || c == 0xFF1B || c == 0x3002 || c == ',' || c == ';';
}

static zw_status ask_stretch(finder *f, zw_range at, uint32_t *parts)
{
    zw_str folded;
    zw_status s = zw_segmenter_fold_exact(f->session->segmenter,
                                          zw_str_slice(f->reading->window.text, at), f->scratch,
                                          &folded, NULL, f->err);
    *parts = s == ZW_OK && !barred(f, folded) ? parts_of(f, folded) : 0;
    return s;
}

/* Where the clause begins that ends at `start`, not before `from`. */
static size_t clause_start(zw_str text, size_t start, size_t from)
{
    size_t len;
    while (start > from && !parts_clauses(zw_utf8_before(text, start, &len)))
        start -= len;
    return start;
}

/* Whether the indicator of the figure, which has nothing of the question, stands in its clause. */
static bool names_another(finder *f, const zw_figure *said, size_t start, size_t to)
{
    zw_str clause = zw_str_slice(f->reading->window.text, (zw_range){ start, to });
    return said->indicator && zw_str_find(clause, zw_str_of(said->indicator), 0) < clause.n &&
           zw_utf8_count(zw_str_of(said->indicator)) >= INDICATOR_CHARS;
}

/* What is said of a figure: in its clause or, where that says nothing and names no indicator, in
 * that and the one before it, as far as the figure before: 参加社会保险，连续满12个月, but not
 * 参加社会保险、连续居住满12个月. */
static zw_status around(finder *f, const zw_read_unit *u, const zw_figure *said, zw_range figure,
                        size_t from, uint32_t *parts)
{
    zw_str text = f->reading->window.text;
    size_t to = figure.end, start = clause_start(text, figure.start, from), len;
    while (to < u->at.end && !parts_clauses(zw_utf8_at(text, to, &len)))
        to += len;
    zw_status s = ask_stretch(f, (zw_range){ start, to }, parts);
    if (s != ZW_OK || *parts || start == from || names_another(f, said, start, to))
        return s;
    zw_utf8_before(text, start, &len);
    return ask_stretch(f, (zw_range){ clause_start(text, start - len, from), to }, parts);
}

static zw_status try_figure(finder *f, size_t unit, const zw_figure *figure, zw_range at,
                            size_t from)
{
    seen s = seen_from(f, unit);
    uint32_t near;
    double topic;
    zw_status status = around(f, &f->reading->units.at[unit], figure, at, from, &near);
    if (status != ZW_OK || !near)
        return status;
    uint32_t sentence = s.own;
    s.own = near;
    s.list = sentence;
    double score = points(&s, zw_asked_parts(f->q->asked));
    bool demands = figure->kind == ZW_KIND_CONDITION || figure->kind == ZW_KIND_TARGET;
    score += !demands ? 0 : figure->cmp == ZW_CMP_EQ ? DEMANDS / 3 : DEMANDS;
    zw_sure sure = how_sure(f, &s, near == f->all && figure->kind != ZW_KIND_OTHER);
    if (!on_topic(f, unit, &topic) && sure != ZW_SURE_HIGH)
        return ZW_OK;
    score += bonus(f, unit) + topic;
    zw_cell_found c = stretch(f, unit, &s, sure, score);
    c.score = score; /* a condition is not better for being short */
    c.at = f->reading->units.at[unit].at;
    c.left = 0;
    c.near = near;
    offer(f, &c);
    return ZW_OK;
}

/* Figure n of a passage, if it stands in the stretch behind `from`. */
static const zw_figure *figure_in(const zw_window_piece *p, size_t n, zw_range stretch, size_t from,
                                  zw_range *at)
{
    const zw_figure *figure = &p->record.facts.figures.at[n];
    *at = (zw_range){ p->start + figure->place.at.start, p->start + figure->place.at.end };
    return at->start >= stretch.start && at->end <= stretch.end && at->start >= from ? figure
                                                                                     : NULL;
}

static zw_status try_figures(finder *f, size_t unit)
{
    const zw_read_unit *u = &f->reading->units.at[unit];
    const zw_window_piece *p = &f->reading->window.pieces.at[u->piece];
    size_t from = u->at.start;
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && !u->section && i < p->record.facts.figures.n; i++) {
        zw_range at;
        const zw_figure *figure = figure_in(p, i, u->at, from, &at);
        if (figure && wants(f->q, figure))
            s = try_figure(f, unit, figure, at, from);
        from = figure ? at.end : from;
    }
    return s;
}

static zw_status add_figure(zw_arena *arena, zw_cell_figures *figures, const zw_figure *figure,
                            zw_err *err)
{
    const zw_figure **slot = zw_array_add(arena, figures);
    if (!slot)
        return zw_err_nomem(err);
    *slot = figure;
    return ZW_OK;
}

static zw_status add_wanted(finder *f, zw_cell_figures *figures)
{
    const zw_read_unit *u = &f->reading->units.at[f->found->unit];
    const zw_window_piece *p = &f->reading->window.pieces.at[u->piece];
    size_t from = u->at.start;
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < p->record.facts.figures.n; i++) {
        zw_range at;
        uint32_t near = 0;
        const zw_figure *figure = figure_in(p, i, u->at, from, &at);
        if (figure && wants(f->q, figure))
            s = around(f, u, figure, at, from, &near);
        if (s == ZW_OK && near && zw_asked_count(near) >= zw_asked_count(f->found->near))
            s = add_figure(f->scratch, figures, figure, f->err);
        from = figure ? at.end : from;
    }
    return s;
}

zw_status zw_cell_figures_of(zw_session *session, const zw_reading *reading,
                             const zw_question_column *q, const zw_cell_found *found,
                             zw_arena *arena, zw_cell_figures *figures, zw_err *err)
{
    zw_cell_found of = *found;
    finder f = { .session = session,
                 .reading = reading,
                 .q = q,
                 .scratch = arena,
                 .asking = { session->segmenter, arena, ZW_OK, err, false },
                 .err = err,
                 .found = &of };
    zw_status s = ZW_OK;
    if (q->figure)
        return add_wanted(&f, figures);
    for (size_t i = 0; s == ZW_OK && i < reading->window.pieces.n; i++) {
        const zw_window_piece *p = &reading->window.pieces.at[i];
        for (size_t k = 0; s == ZW_OK && k < p->record.facts.figures.n; k++) {
            zw_range at;
            const zw_figure *figure = figure_in(p, k, found->at, 0, &at);
            s = figure ? add_figure(arena, figures, figure, err) : ZW_OK;
        }
    }
    return s;
}

zw_status zw_cell_find(zw_session *session, const zw_reading *reading, const zw_question_column *q,
                       const zw_asked *topic, zw_arena *scratch, zw_cell_found *found, zw_err *err)
{
    finder f = { .session = session,
                 .reading = reading,
                 .q = q,
                 .topic = topic,
                 .scratch = scratch,
                 .asking = { session->segmenter, scratch, ZW_OK, err, false },
                 .err = err,
                 .found = found };
    *found = (zw_cell_found){ 0 };
    zw_status s = look(&f);
    for (size_t i = 0; s == ZW_OK && i < reading->units.n; i++) {
        if (q->figure)
            s = try_figures(&f, i);
        else if (!is_barred(&f, i))
            try_passage(&f, i);
    }
    if (s == ZW_OK && !q->figure)
        widen(&f);
    return s == ZW_OK ? f.asking.status : s;
}
