#include "query/study/places/diffusion_rows.h"

#include <stdlib.h>

#define COUNTRY 0 /* the row of the whole country */

/* --- witnesses -------------------------------------------------------------------------------- */

const char *zw_witness_doubt(const zw_witness *w)
{
    if (w->standing == ZW_STANDING_DRAFTED)
        return "draft";
    if (w->standing == ZW_STANDING_INTERPRETED)
        return "interpretation";
    const zw_version_member *self = zw_version_self(&w->version);
    if (self && self->relation == ZW_RELATION_REPOST)
        return "repost";
    if (w->says == ZW_SAYS_SYNONYM)
        return "synonym";
    if (w->says == ZW_SAYS_NAME && !w->titled)
        return "name";
    const zw_metadata *m = &w->document->meta;
    bool lays_down = m->number || m->issuer || zw_genre_lays_down(m->genre);
    if (lays_down && w->when.of == ZW_DAY_NONE)
        return "undated";
    if (!lays_down || w->standing == ZW_STANDING_INFORMAL)
        return "informal";
    return w->document->region.by_file ? "place" : NULL;
}

static bool doubts(const zw_witness *w, const char *why)
{
    const char *doubt = zw_witness_doubt(w);
    return doubt && strcmp(doubt, why) == 0;
}

bool zw_witness_adopts(const zw_witness *witness)
{
    return !zw_witness_doubt(witness);
}

bool zw_witness_of_country(const zw_witness *witness)
{
    return witness->row == COUNTRY;
}

/* --- order ------------------------------------------------------------------------------------ */

/* What is there by an earlier day at the latest; what is not dated last. */
static int by_day(const zw_when *a, const zw_when *b)
{
    if (!a->of != !b->of)
        return a->of ? -1 : 1;
    if (!a->of)
        return 0;
    if (a->period.last != b->period.last)
        return a->period.last < b->period.last ? -1 : 1;
    return (a->period.first > b->period.first) - (a->period.first < b->period.first);
}

static int witness_order(const void *a, const void *b)
{
    const zw_witness *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    int c = by_day(&x->when, &y->when);
    if (c == 0 && !x->document->meta.number != !y->document->meta.number)
        c = x->document->meta.number ? -1 : 1;
    return c ? c : strcmp(x->document->id, y->document->id);
}

/* Of a place that has adopted: by day; the country before all, what is unsure behind them, then
 * places without it, all else in the order of the list. */
static int row_order(const void *a, const void *b)
{
    const zw_diffusion_row *x = a, *y = b;
    if (!x->place != !y->place)
        return x->place ? 1 : -1;
    if (x->state != y->state)
        return x->state < y->state ? -1 : 1;
    int c = x->state == ZW_PLACE_HAS ? by_day(&x->first->when, &y->first->when) : 0;
    return c ? c : (x->place > y->place) - (x->place < y->place);
}

/* --- what a place has ---------------------------------------------------------------------- */

/* Of documents that adopt nothing, the one that comes nearest: what lacks but a date, then what the
 * order of doubts says. */
static int doubt_rank(const zw_witness *w)
{
    static const char *const order[] = { "place",   "undated",  "repost", "name",
                                         "synonym", "informal", "draft",  "interpretation" };
    const char *doubt = zw_witness_doubt(w);
    int rank = 0;
    while (doubt && rank < 7 && strcmp(order[rank], doubt) != 0)
        rank++;
    return rank;
}

static void count_witness(zw_diffusion_row *row, const zw_witness *w)
{
    row->says++;
    row->drafts += w->standing == ZW_STANDING_DRAFTED;
    row->interpretations += w->standing == ZW_STANDING_INTERPRETED;
    row->reposts += doubts(w, "repost");
    row->informal += doubts(w, "informal");
    bool adopts = zw_witness_adopts(w);
    if (adopts && row->state != ZW_PLACE_HAS) {
        row->state = ZW_PLACE_HAS;
        row->first = w; /* witnesses come by day */
    } else if (!adopts && row->state != ZW_PLACE_HAS &&
               (!row->first || doubt_rank(w) < doubt_rank(row->first))) {
        row->state = ZW_PLACE_UNSURE;
        row->first = w;
    }
}

/* What stands beside an adoption. */
static void weigh_beside(zw_diffusion_row *row, const zw_witness *w)
{
    bool undated = doubts(w, "undated");
    if (row->state != ZW_PLACE_HAS || w == row->first || (!undated && !zw_witness_adopts(w)))
        return;
    bool open = undated || w->when.period.first < row->first->when.period.last;
    row->may_precede += open;
    row->later += !open;
}

static void judge(zw_diffusion *d)
{
    for (size_t i = 0; i < d->rows.n; i++)
        d->rows.at[i].state = d->rows.at[i].held ? ZW_PLACE_NO_CLAUSE : ZW_PLACE_NO_DOCUMENT;
    for (size_t i = 0; i < d->witnesses.n; i++) {
        const zw_witness *w = &d->witnesses.at[i];
        if (w->row != ZW_NOT_LISTED)
            count_witness(&d->rows.at[w->row], w);
        else if (w->document->region.n)
            d->elsewhere++;
        else
            d->placeless++;
        if (zw_witness_adopts(w) && (!d->origin || by_day(&w->when, &d->origin->when) < 0))
            d->origin = w;
    }
    for (size_t i = 0; i < d->witnesses.n; i++) {
        const zw_witness *w = &d->witnesses.at[i];
        if (w->row != ZW_NOT_LISTED)
            weigh_beside(&d->rows.at[w->row], w);
    }
}

/* Of places that are only rows because they have documents, those whose documents are left out. */
static void drop_left_out(zw_diffusion *d)
{
    while (d->rows.n > 1 && d->rows.at[d->rows.n - 1].state == ZW_PLACE_NO_DOCUMENT)
        d->rows.n--;
}

static void count_states(zw_diffusion *d)
{
    for (size_t i = 0; i < d->rows.n; i++) {
        if (!d->rows.at[i].place)
            continue;
        d->has += d->rows.at[i].state == ZW_PLACE_HAS;
        d->unsure += d->rows.at[i].state == ZW_PLACE_UNSURE;
        d->no_clause += d->rows.at[i].state == ZW_PLACE_NO_CLAUSE;
        d->no_document += d->rows.at[i].state == ZW_PLACE_NO_DOCUMENT;
    }
}

/* Adoptions stand behind the country's row, one after the other. */
static void rank(zw_diffusion *d)
{
    for (size_t i = 0; i < d->rows.n; i++) {
        zw_diffusion_row *row = &d->rows.at[i];
        if (!row->place || row->state != ZW_PLACE_HAS)
            continue;
        row->rank = row->rank_last = 1;
        for (size_t k = 0; k < d->rows.n; k++) {
            const zw_diffusion_row *other = &d->rows.at[k];
            if (k == i || !other->place || other->state != ZW_PLACE_HAS)
                continue;
            zw_period own = row->first->when.period, its = other->first->when.period;
            row->rank += zw_period_before(its, own);
            row->rank_last += its.first < own.last;
        }
    }
}

static void measure_lags(zw_diffusion *d, const zw_when *parent)
{
    for (size_t i = 0; i < d->rows.n; i++) {
        zw_diffusion_row *row = &d->rows.at[i];
        if (row->state != ZW_PLACE_HAS)
            continue;
        row->lags = true;
        if (row->first != d->origin)
            row->lag = zw_calendar_lag(d->origin->when.period, row->first->when.period);
        row->parent_lags = parent->of != ZW_DAY_NONE;
        if (row->parent_lags && strcmp(row->first->document->id, d->parent->id) != 0)
            row->parent_lag = zw_calendar_lag(parent->period, row->first->when.period);
    }
}

/* --- all of it -------------------------------------------------------------------------------- */

void zw_diffusion_judge(zw_diffusion *diffusion, bool listed, const zw_when *parent)
{
    if (diffusion->witnesses.n)
        qsort(diffusion->witnesses.at, diffusion->witnesses.n, sizeof *diffusion->witnesses.at,
              witness_order);
    judge(diffusion);
    qsort(diffusion->rows.at, diffusion->rows.n, sizeof *diffusion->rows.at, row_order);
    if (!listed)
        drop_left_out(diffusion);
    count_states(diffusion);
    rank(diffusion);
    measure_lags(diffusion, parent);
}
