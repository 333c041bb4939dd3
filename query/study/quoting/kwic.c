#include "query/study/quoting/kwic.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "query/answer/highlight.h"

typedef struct {
    zw_kwic_row row;
    size_t found; /* its place in the order in which rows are found */
    int year;
} kept_row;

typedef struct {
    zw_session *session;
    const zw_kwic_question *question;
    zw_arena *arena, *scratch;
    zw_kwic_fn fn;
    void *context;
    zw_kwic_counts *counts;
    const zw_plan *plan;
    const zw_doc_record *last;
    ZW_ARRAY(kept_row) rows;
} concordance;

/* --- rows ------------------------------------------------------------------------------------- */

static zw_str copy_line(zw_str text, zw_arena *arena)
{
    char *copy = zw_arena_str(arena, text);
    for (size_t i = 0; copy && i < text.n; i++) {
        if (copy[i] == '\n' || copy[i] == '\t' || copy[i] == '\r')
            copy[i] = ' ';
    }
    return (zw_str){ copy, text.n };
}

static zw_str left_of(zw_str text, size_t at, size_t chars)
{
    size_t start = at, len;
    for (size_t n = 0; n < chars && start > 0; n++) {
        zw_utf8_before(text, start, &len);
        start -= len;
    }
    return zw_str_slice(text, (zw_range){ start, at });
}

static zw_str right_of(zw_str text, size_t at, size_t chars)
{
    size_t end = at, len;
    for (size_t n = 0; n < chars && end < text.n; n++) {
        zw_utf8_at(text, end, &len);
        end += len;
    }
    return zw_str_slice(text, (zw_range){ at, end });
}

static bool is_shown(const concordance *c, size_t n)
{
    const zw_kwic_question *q = c->question;
    return n >= q->first && (q->max == 0 || n < q->first + q->max);
}

static zw_status take(concordance *c, const zw_passage_record *p, const zw_doc_record *d,
                      zw_range at, zw_err *err)
{
    bool sorted = c->question->sort != ZW_KWIC_PLACE;
    size_t n = c->counts->occurrences++;
    if (!sorted && !is_shown(c, n))
        return ZW_OK;
    zw_arena *to = sorted ? c->arena : c->scratch;
    zw_kwic_row row = { .left = copy_line(left_of(p->text, at.start, c->question->window), to),
                        .keyword = copy_line(zw_str_slice(p->text, at), to),
                        .right = copy_line(right_of(p->text, at.end, c->question->window), to),
                        .passage = sorted ? zw_arena_strdup(to, p->id) : p->id,
                        .document = d,
                        .source = zw_passage_record_span(p, at) };
    if (!row.left.at || !row.keyword.at || !row.right.at || !row.passage)
        return zw_err_nomem(err);
    if (!sorted)
        return c->fn(c->context, &row, err);
    kept_row *kept = zw_array_add(c->arena, &c->rows);
    if (!kept)
        return zw_err_nomem(err);
    *kept = (kept_row){ row, n, d->meta.date ? atoi(d->meta.date) : 0 };
    return ZW_OK;
}

/* Ascending by start, the longer first: what lies inside the last is left out. */
static zw_status look_in(void *context, const zw_passage_record *p, const zw_doc_record *d,
                         zw_err *err)
{
    concordance *c = context;
    zw_ranges found = { 0 };
    size_t end = 0, before = c->counts->occurrences;
    if (c->plan->needles.n == 0)
        return zw_err_set(err, ZW_E_USAGE, "a concordance wants words or quoted text");
    zw_arena_reset(c->scratch);
    zw_status s = zw_highlight_all(c->session->segmenter, c->plan->needles.at, c->plan->needles.n,
                                   p->text, c->scratch, &found, err);
    for (size_t i = 0; s == ZW_OK && i < found.n; i++) {
        if (found.at[i].start < end)
            continue;
        end = found.at[i].end;
        s = take(c, p, d, found.at[i], err);
    }
    if (c->counts->occurrences > before) {
        c->counts->passages++;
        c->counts->documents += c->last != d;
        c->last = d;
    }
    return s;
}

/* --- order ------------------------------------------------------------------------------------ */

static int backwards(zw_str a, zw_str b)
{
    while (a.n && b.n) {
        size_t x_len, y_len;
        uint32_t x = zw_utf8_before(a, a.n, &x_len), y = zw_utf8_before(b, b.n, &y_len);
        if (x != y)
            return x < y ? -1 : 1;
        a.n -= x_len;
        b.n -= y_len;
    }
    return (a.n > 0) - (b.n > 0);
}

static int as_found(const kept_row *x, const kept_row *y)
{
    return (x->found > y->found) - (x->found < y->found);
}

static int by_left(const void *a, const void *b)
{
    const kept_row *x = a, *y = b;
    int order = backwards(x->row.left, y->row.left);
    order = order ? order : zw_str_order(x->row.right, y->row.right);
    return order ? order : as_found(x, y);
}

static int by_right(const void *a, const void *b)
{
    const kept_row *x = a, *y = b;
    int order = zw_str_order(x->row.right, y->row.right);
    order = order ? order : backwards(x->row.left, y->row.left);
    return order ? order : as_found(x, y);
}

/* What has no date comes last. */
static int by_year(const void *a, const void *b)
{
    const kept_row *x = a, *y = b;
    if (x->year != y->year)
        return x->year == 0 ? 1 : y->year == 0 ? -1 : x->year < y->year ? -1 : 1;
    return as_found(x, y);
}

static int by_document(const void *a, const void *b)
{
    const kept_row *x = a, *y = b;
    int order = strcmp(x->row.document->meta.title, y->row.document->meta.title);
    return order ? order : as_found(x, y);
}

static zw_status hand_out(concordance *c, zw_err *err)
{
    static int (*const orders[])(const void *, const void *) = { [ZW_KWIC_LEFT] = by_left,
                                                                 [ZW_KWIC_RIGHT] = by_right,
                                                                 [ZW_KWIC_YEAR] = by_year,
                                                                 [ZW_KWIC_DOCUMENT] = by_document };
    zw_status s = ZW_OK;
    if (c->rows.n > 1)
        qsort(c->rows.at, c->rows.n, sizeof *c->rows.at, orders[c->question->sort]);
    for (size_t i = 0; s == ZW_OK && i < c->rows.n; i++) {
        if (is_shown(c, i))
            s = c->fn(c->context, &c->rows.at[i].row, err);
    }
    return s;
}

zw_status zw_kwic(zw_session *session, const zw_kwic_question *question, zw_arena *arena,
                  zw_kwic_fn fn, void *context, zw_kwic_counts *counts, zw_plan *plan,
                  zw_query_fault *fault, zw_err *err)
{
    concordance c = { .session = session,
                      .question = question,
                      .arena = arena,
                      .scratch = zw_arena_new(),
                      .fn = fn,
                      .context = context,
                      .counts = counts,
                      .plan = plan };
    size_t passages;
    *counts = (zw_kwic_counts){ 0 };
    *plan = (zw_plan){ 0 };
    zw_status s = c.scratch ? zw_each_passage(session, question->query, arena, look_in, &c, plan,
                                              &passages, fault, err)
                            : zw_err_nomem(err);
    if (s == ZW_OK)
        s = hand_out(&c, err);
    zw_arena_free(c.scratch);
    return s;
}
