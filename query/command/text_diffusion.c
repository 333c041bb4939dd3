#include "query/command/text_diffusion.h"

#include "base/width.h"
#include "query/answer/highlight.h"

#define QUOTED 80 /* characters of a quotation */
#define LINE 24   /* places of the line of time */
#define PLACE 16  /* columns of a terminal */
#define WIDTH 96
#define REUSED 0.1 /* of the first document anywhere, to be worth a word */

/* --- lags ------------------------------------------------------------------------------------- */

static void say_lag(const zw_words *words, const char *key, double a, double b, zw_buf *to)
{
    const zw_cell arguments[] = { zw_cell_number(a), zw_cell_number(b) };
    zw_words_say(words, key, arguments, 2, to);
}

static void exact_lag(const zw_words *words, int32_t from, int32_t to_day, zw_buf *to)
{
    int months = zw_calendar_months(from, to_day), days = to_day - from;
    if (months > -1 && months < 1)
        say_lag(words, "lag days", days, 0, to);
    else if (months % 12 == 0)
        say_lag(words, "lag years", months / 12, 0, to);
    else if (months > -12 && months < 12)
        say_lag(words, "lag months", months, 0, to);
    else
        say_lag(words, "lag years months", months / 12, months < 0 ? -(months % 12) : months % 12,
                to);
}

void zw_text_lag(const zw_words *words, zw_period a, zw_period b, zw_buf *to)
{
    if (zw_period_whole(a) && zw_period_whole(b)) {
        exact_lag(words, a.last, b.last, to);
        return;
    }
    int least = zw_calendar_months(a.last, b.first), most = zw_calendar_months(a.first, b.last);
    if (most < 24)
        say_lag(words, "lag months between", least, most, to);
    else
        say_lag(words, least / 12 == most / 12 ? "lag years about" : "lag years between",
                least / 12, most / 12, to);
}

/* --- a place ---------------------------------------------------------------------------------- */

typedef struct {
    zw_session *session;
    const zw_diffusion *d;
    const zw_words *words;
    bool color;
    zw_arena *arena;
    zw_buf *to;
    zw_err *err;
    zw_period all; /* from the first adoption to the last */
    zw_when parent;
} printer;

static void padded(zw_buf *to, zw_str text, size_t width)
{
    zw_buf_str(to, text);
    for (size_t n = zw_width_of(text); n < width; n++)
        zw_buf_char(to, ' ');
}

static const char *word(const printer *p, const char *name)
{
    return zw_words_get(p->words, "value", name, name);
}

static const char *label(const printer *p, const char *name)
{
    return zw_words_get(p->words, "label", name, name);
}

/* 2014-07 is somewhere in that month: the line has a stretch for it. */
static void put_line(const printer *p, zw_period when)
{
    double days = (double)(p->all.last - p->all.first) + 1;
    size_t first = (size_t)((double)(when.first - p->all.first) / days * LINE);
    size_t last = (size_t)((double)(when.last - p->all.first) / days * LINE);
    if (when.first < p->all.first)
        first = 0;
    last = last < LINE ? last : LINE - 1;
    for (size_t i = 0; i < LINE; i++)
        zw_buf_text(p->to, i < first || i > last ? "·" : zw_period_whole(when) ? "●" : "○");
}

static void put_document(const printer *p, const zw_doc_record *d)
{
    zw_buf_text(p->to, d->meta.title);
    if (d->meta.number)
        zw_buf_printf(p->to, " · %s", d->meta.number);
    zw_buf_printf(p->to, " · %s\n", d->id);
}

static zw_status put_quotation(const printer *p, zw_str text)
{
    zw_ranges marks = { 0 };
    zw_status s = zw_highlight(p->session->segmenter, p->d->plan.needles.at, p->d->plan.needles.n,
                               text, p->arena, &marks, p->err);
    zw_range at = zw_highlight_window(text, &marks, QUOTED);
    zw_buf_printf(p->to, "      %s", at.start ? "…" : "");
    for (size_t i = at.start; i < at.end; i++)
        zw_buf_char(p->to, text.at[i] == '\n' || text.at[i] == '\t' ? ' ' : text.at[i]);
    zw_buf_printf(p->to, "%s\n", at.end < text.n ? "…" : "");
    return s;
}

static void say_count(const printer *p, const char *key, size_t count)
{
    const zw_cell n = zw_cell_count(count);
    zw_words_say(p->words, key, &n, 1, p->to);
}

static void say_shares(const printer *p, const char *key, double passage, double document)
{
    const zw_cell shares[] = { zw_cell_count((size_t)(passage * 100 + 0.5)),
                               zw_cell_count((size_t)(document * 100 + 0.5)) };
    zw_words_say(p->words, key, shares, 2, p->to);
}

/* A passage that is a heading alone has no wording to compare. */
static void put_reuse(const printer *p, const zw_diffusion_row *row)
{
    if (row->reuse < 0)
        say_shares(p, "diffusion reuse whole", 0, row->reuse_document);
    else
        say_shares(p, "diffusion reuse", row->reuse, row->reuse_document);
}

static void put_facts(const printer *p, const zw_diffusion_row *row)
{
    const char *between = "      ";
    if (row->cited.title) {
        bool named = *row->cited.title != '\0';
        zw_buf_printf(p->to, "%s%s", between, label(p, "carries out"));
        if (named)
            zw_buf_printf(p->to, "《%s》", row->cited.title);
        if (row->cited.number)
            zw_buf_printf(p->to, named ? "（%s）" : "%s", row->cited.number);
        between = "; ";
    }
    if (row->parent_lags) {
        zw_buf_printf(p->to, "%s%s ", between, label(p, "behind the parent:"));
        zw_text_lag(p->words, p->parent.period, row->first->when.period, p->to);
        between = "; ";
    }
    if (row->reuse_document >= (p->d->parent ? 0 : REUSED)) {
        zw_buf_text(p->to, between);
        put_reuse(p, row);
        between = "; ";
    }
    if (row->later) {
        zw_buf_text(p->to, between);
        say_count(p, "diffusion later", row->later);
        between = "; ";
    }
    if (row->may_precede) {
        zw_buf_text(p->to, between);
        say_count(p, "diffusion precede", row->may_precede);
        between = "; ";
    }
    if (between[0] == ';')
        zw_buf_char(p->to, '\n');
}

static void put_rank(const printer *p, const zw_diffusion_row *row)
{
    zw_buf rank = ZW_BUF_INIT;
    if (row->rank)
        zw_buf_printf(&rank, "%zu", row->rank);
    if (row->rank_last > row->rank)
        zw_buf_printf(&rank, "–%zu", row->rank_last);
    for (size_t n = zw_width_of(zw_buf_view(&rank)); n < 5; n++)
        zw_buf_char(p->to, ' ');
    zw_buf_str(p->to, zw_buf_view(&rank));
    zw_buf_free(&rank);
}

static zw_status put_adoption(const printer *p, const zw_diffusion_row *row)
{
    const zw_when *when = &row->first->when;
    zw_buf lag = ZW_BUF_INIT;
    if (p->d->origin != row->first)
        zw_text_lag(p->words, p->d->origin->when.period, when->period, &lag);
    put_rank(p, row);
    zw_buf_text(p->to, " ");
    padded(p->to, zw_str_of(when->text), 11);
    put_line(p, when->period);
    zw_buf_printf(p->to, " %s", p->color ? "\033[1m" : "");
    bool more = lag.n || when->of != ZW_DAY_SIGNED;
    padded(p->to, zw_str_of(row->name), more ? PLACE : 0);
    zw_buf_text(p->to, p->color ? "\033[0m" : "");
    if (lag.n)
        zw_buf_printf(p->to, " %s", lag.at);
    if (when->of != ZW_DAY_SIGNED)
        zw_buf_printf(p->to, " (%s)", word(p, zw_day_of_name(when->of)));
    zw_buf_text(p->to, "\n      ");
    zw_buf_free(&lag);
    put_document(p, row->first->document);
    zw_status s = put_quotation(p, row->quote.text);
    put_facts(p, row);
    return s;
}

static zw_status put_unsure(const printer *p, const zw_diffusion_row *row)
{
    const zw_witness *w = row->first;
    zw_buf_text(p->to, "  ");
    padded(p->to, zw_str_of(row->name), PLACE);
    zw_buf_printf(p->to, " %s · %s · ", word(p, zw_witness_doubt(w)),
                  w->when.text ? w->when.text : "—");
    put_document(p, w->document);
    return put_quotation(p, row->quote.text);
}

/* How many documents it has, and of which years: 北京市 33 (1997–2016). */
static void name_silent(const printer *p, const zw_diffusion_row *row, zw_buf *to)
{
    const char *first = row->held_first, *last = row->held_last;
    zw_buf_text(to, row->name);
    if (row->state == ZW_PLACE_NO_DOCUMENT)
        return;
    zw_buf_printf(to, " %zu ", row->held);
    if (!first)
        zw_buf_printf(to, "(%s)", word(p, "undated"));
    else if (strncmp(first, last, 4) == 0)
        zw_buf_printf(to, "(%.4s)", first);
    else
        zw_buf_printf(to, "(%.4s–%.4s)", first, last);
}

/* --- all -------------------------------------------------------------------------------------- */

static void put_head(const printer *p, zw_place_state state, size_t n)
{
    const char *name = zw_place_state_name(state);
    zw_buf_printf(p->to, "\n%s%s%s (%zu)\n", p->color ? "\033[1m" : "", word(p, name),
                  p->color ? "\033[0m" : "", n);
}

/* One behind the other, as many on a line as it takes. */
static zw_status put_silent(const printer *p, zw_place_state state)
{
    size_t width = 0;
    zw_buf item = ZW_BUF_INIT;
    for (size_t i = 0; i < p->d->rows.n; i++) {
        const zw_diffusion_row *row = &p->d->rows.at[i];
        if (!row->place || row->state != state)
            continue;
        zw_buf_clear(&item);
        name_silent(p, row, &item);
        size_t own = zw_width_of(zw_buf_view(&item)) + 2;
        bool fresh = width == 0 || width + own > WIDTH;
        zw_buf_text(p->to, fresh && width ? "\n  " : "  ");
        zw_buf_str(p->to, zw_buf_view(&item));
        width = fresh ? own : width + own;
    }
    zw_status s = zw_buf_failed(&item) ? zw_err_nomem(p->err) : ZW_OK;
    zw_buf_free(&item);
    zw_buf_char(p->to, '\n');
    return s;
}

static void span_all(printer *p)
{
    bool any = false;
    for (size_t i = 0; i < p->d->rows.n; i++) {
        if (p->d->rows.at[i].state != ZW_PLACE_HAS)
            continue;
        zw_period when = p->d->rows.at[i].first->when.period;
        p->all.first = !any || when.first < p->all.first ? when.first : p->all.first;
        p->all.last = !any || when.last > p->all.last ? when.last : p->all.last;
        any = true;
    }
}

static zw_status put_state(const printer *p, zw_place_state state, size_t n)
{
    zw_status s = ZW_OK;
    if (n == 0)
        return ZW_OK;
    put_head(p, state, n);
    if (state != ZW_PLACE_UNSURE)
        return put_silent(p, state);
    for (size_t i = 0; s == ZW_OK && i < p->d->rows.n; i++) {
        if (p->d->rows.at[i].state == state)
            s = put_unsure(p, &p->d->rows.at[i]);
    }
    return s;
}

static void put_one(const printer *p, const char *what, const zw_doc_record *d, const char *date)
{
    const zw_region_path *region = &d->region;
    zw_buf_printf(p->to, "%s%s · %s · ", what, date ? date : "—",
                  region->n ? region->names[region->n - 1] : ZW_COUNTRY);
    put_document(p, d);
}

/* The documents since which lags are told; the first may be of a place without a row. */
static void put_beginnings(const printer *p)
{
    if (p->d->origin)
        put_one(p, label(p, "first anywhere:"), p->d->origin->document, p->d->origin->when.text);
    if (p->d->parent)
        put_one(p, label(p, "parent:"), p->d->parent, p->parent.text);
    if (p->d->origin || p->d->parent)
        zw_buf_char(p->to, '\n');
}

static zw_status put_adoptions(const printer *p, size_t from, size_t max)
{
    zw_status s = ZW_OK;
    for (size_t i = 0, n = 0; s == ZW_OK && i < p->d->rows.n; i++) {
        const zw_diffusion_row *row = &p->d->rows.at[i];
        if (row->state != ZW_PLACE_HAS || n++ < from || (max && n > from + max))
            continue;
        s = put_adoption(p, row);
    }
    return s;
}

zw_status zw_text_diffusion(zw_session *session, const zw_diffusion *diffusion,
                            const zw_words *words, bool color, size_t from, size_t max, zw_buf *to,
                            zw_err *err)
{
    printer p = { .session = session,
                  .d = diffusion,
                  .words = words,
                  .color = color,
                  .arena = zw_arena_new(),
                  .to = to,
                  .err = err };
    if (!p.arena)
        return zw_err_nomem(err);
    span_all(&p);
    if (diffusion->parent && !zw_when_of(&diffusion->parent->meta, p.arena, &p.parent)) {
        zw_arena_free(p.arena);
        return zw_err_nomem(err);
    }
    put_beginnings(&p);
    zw_status s = put_adoptions(&p, from, max);
    bool country = diffusion->rows.at[0].state == ZW_PLACE_UNSURE;
    if (s == ZW_OK)
        s = put_state(&p, ZW_PLACE_UNSURE, diffusion->unsure + country);
    if (s == ZW_OK)
        s = put_state(&p, ZW_PLACE_NO_CLAUSE, diffusion->no_clause);
    if (s == ZW_OK)
        s = put_state(&p, ZW_PLACE_NO_DOCUMENT, diffusion->no_document);
    zw_arena_free(p.arena);
    return s;
}
