#include "query/study/likeness.h"

#include <stdlib.h>

#include "base/utf8.h"

zw_key zw_key_of(zw_str text, zw_arena *arena)
{
    uint32_t *at = zw_arena_array(arena, text.n + 1, sizeof *at);
    size_t n = 0;
    for (size_t i = 0, len; at && i < text.n; i += len)
        at[n++] = zw_utf8_at(text, i, &len);
    return (zw_key){ at, n };
}

bool zw_key_eq(zw_key a, zw_key b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n * sizeof *a.at) == 0);
}

uint64_t zw_key_hash(zw_key key)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < key.n; i++)
        hash = (hash ^ key.at[i]) * 0x100000001B3u;
    return hash;
}

/* --- the length of what is common ------------------------------------------------------------- */

/* Which of the places of a hold a symbol: a row of bits for each symbol that a has. */
typedef struct {
    size_t words, n;
    uint32_t *symbols; /* ascending */
    uint64_t *rows;
} symbol_rows;

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint64_t *row_of(const symbol_rows *t, uint32_t symbol)
{
    const uint32_t *at = bsearch(&symbol, t->symbols, t->n, sizeof *t->symbols, by_value);
    return at ? t->rows + (size_t)(at - t->symbols) * t->words : NULL;
}

static bool make_rows(zw_key a, zw_arena *arena, symbol_rows *t)
{
    t->words = (a.n + 63) / 64;
    t->symbols = zw_arena_array(arena, a.n, sizeof *t->symbols);
    if (!t->symbols)
        return false;
    memcpy(t->symbols, a.at, a.n * sizeof *a.at);
    qsort(t->symbols, a.n, sizeof *t->symbols, by_value);
    for (size_t i = 0; i < a.n; i++) {
        if (i == 0 || t->symbols[i] != t->symbols[i - 1])
            t->symbols[t->n++] = t->symbols[i];
    }
    t->rows = zw_arena_array(arena, t->n * t->words, sizeof *t->rows);
    for (size_t i = 0; t->rows && i < a.n; i++)
        row_of(t, a.at[i])[i / 64] |= UINT64_C(1) << i % 64;
    return t->rows != NULL;
}

/* V has a 0 for each place where the LCS grows; a step is V = (V + (V & M)) | (V & ~M). */
static void step(uint64_t *v, const uint64_t *m, size_t words)
{
    unsigned carry = 0;
    for (size_t w = 0; w < words; w++) {
        uint64_t x = v[w] & m[w], sum = v[w] + x, more = sum + carry;
        carry = (sum < x) | (more < sum);
        v[w] = more | (v[w] & ~m[w]);
    }
}

static size_t zeros(const uint64_t *v, size_t bits)
{
    size_t n = 0;
    for (size_t i = 0; i < bits; i++)
        n += !(v[i / 64] >> i % 64 & 1);
    return n;
}

zw_status zw_key_lcs(zw_key a, zw_key b, zw_arena *arena, size_t *lcs, zw_err *err)
{
    symbol_rows t = { 0 };
    *lcs = 0;
    if (a.n == 0 || b.n == 0)
        return ZW_OK;
    uint64_t *v = make_rows(a, arena, &t) ? zw_arena_array(arena, t.words, sizeof *v) : NULL;
    if (!v)
        return zw_err_nomem(err);
    memset(v, 0xFF, t.words * sizeof *v);
    for (size_t i = 0; i < b.n; i++) {
        const uint64_t *m = row_of(&t, b.at[i]);
        if (m)
            step(v, m, t.words);
    }
    *lcs = zeros(v, a.n);
    return ZW_OK;
}

zw_status zw_key_likeness(zw_key a, zw_key b, zw_arena *arena, double *likeness, zw_err *err)
{
    size_t lcs = a.n;
    zw_status s = zw_key_eq(a, b) ? ZW_OK : zw_key_lcs(a, b, arena, &lcs, err);
    *likeness = a.n + b.n ? 2.0 * (double)lcs / (double)(a.n + b.n) : 1;
    return s;
}

/* --- edits ------------------------------------------------------------------------------------ */

typedef struct {
    zw_str a, b;
    zw_key x, y;       /* their code points */
    size_t head, tail; /* code points that both begin and end with */
    uint32_t *table;   /* LCS of what is left of x from i and of y from j */
    size_t columns;
    zw_arena *arena;
    zw_edits *edits;
    size_t at_a, at_b; /* bytes told so far */
} differ;

static bool tell(differ *d, zw_edit_kind kind, size_t bytes)
{
    size_t *at = kind == ZW_EDIT_ADDED ? &d->at_b : &d->at_a;
    zw_range r = { *at, *at + bytes };
    zw_edit *last = d->edits->n ? &d->edits->at[d->edits->n - 1] : NULL;
    *at += bytes;
    if (kind == ZW_EDIT_SAME)
        d->at_b += bytes;
    if (bytes == 0)
        return true;
    if (last && last->kind == kind && last->at.end == r.start) {
        last->at.end = r.end;
        return true;
    }
    zw_edit *edit = zw_array_add(d->arena, d->edits);
    if (edit)
        *edit = (zw_edit){ kind, r };
    return edit != NULL;
}

static size_t bytes_of(uint32_t code_point)
{
    char to[4];
    return zw_utf8_put(to, code_point);
}

static size_t bytes_of_all(zw_key key, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++)
        n += bytes_of(key.at[i]);
    return n;
}

static void cut_ends(differ *d)
{
    size_t most = d->x.n < d->y.n ? d->x.n : d->y.n;
    while (d->head < most && d->x.at[d->head] == d->y.at[d->head])
        d->head++;
    while (d->tail < most - d->head &&
           d->x.at[d->x.n - 1 - d->tail] == d->y.at[d->y.n - 1 - d->tail])
        d->tail++;
}

static uint32_t *cell(const differ *d, size_t i, size_t j)
{
    return &d->table[(i - d->head) * d->columns + (j - d->head)];
}

/* From the end, so that walking it from the start keeps what is common as early as it can. */
static bool fill_table(differ *d)
{
    size_t x_end = d->x.n - d->tail, y_end = d->y.n - d->tail;
    d->columns = y_end - d->head + 1;
    size_t rows = x_end - d->head + 1;
    if (rows > ZW_EDIT_CELLS / d->columns)
        return true;
    d->table = zw_arena_array(d->arena, rows * d->columns, sizeof *d->table);
    if (!d->table)
        return false;
    for (size_t i = x_end; i-- > d->head;) {
        for (size_t j = y_end; j-- > d->head;) {
            uint32_t down = *cell(d, i + 1, j), right = *cell(d, i, j + 1);
            *cell(d, i, j) = d->x.at[i] == d->y.at[j] ? *cell(d, i + 1, j + 1) + 1
                             : down > right           ? down
                                                      : right;
        }
    }
    return true;
}

/* A run of common characters counts when it has two of them or stands at an end of the change. */
static size_t common_run(const differ *d, size_t i, size_t j)
{
    size_t n = 0, x_end = d->x.n - d->tail, y_end = d->y.n - d->tail;
    while (i + n < x_end && j + n < y_end && d->x.at[i + n] == d->y.at[j + n])
        n++;
    return n > 1 || (i + n == x_end && j + n == y_end) ? n : 0;
}

static bool walk(differ *d)
{
    size_t x_end = d->x.n - d->tail, y_end = d->y.n - d->tail, i = d->head, j = d->head;
    bool ok = true;
    while (ok && d->table && i < x_end && j < y_end) {
        bool same = d->x.at[i] == d->y.at[j];
        size_t n = same ? common_run(d, i, j) : 0;
        if (n) {
            ok = tell(d, ZW_EDIT_SAME, bytes_of_all(d->x, i, i + n));
            i += n, j += n;
        } else if (same) { /* a lone one: changed on both sides */
            ok = tell(d, ZW_EDIT_LEFT_OUT, bytes_of(d->x.at[i++])) &&
                 tell(d, ZW_EDIT_ADDED, bytes_of(d->y.at[j++]));
        } else if (*cell(d, i + 1, j) >= *cell(d, i, j + 1)) {
            ok = tell(d, ZW_EDIT_LEFT_OUT, bytes_of(d->x.at[i++]));
        } else {
            ok = tell(d, ZW_EDIT_ADDED, bytes_of(d->y.at[j++]));
        }
    }
    return ok && tell(d, ZW_EDIT_LEFT_OUT, bytes_of_all(d->x, i, x_end)) &&
           tell(d, ZW_EDIT_ADDED, bytes_of_all(d->y, j, y_end));
}

/* left out, added, left out, added … in one change becomes one of each. */
static void join_changes(zw_edits *edits)
{
    size_t n = 0;
    for (size_t i = 0; i < edits->n;) {
        if (edits->at[i].kind == ZW_EDIT_SAME) {
            edits->at[n++] = edits->at[i++];
            continue;
        }
        zw_edit out = { ZW_EDIT_LEFT_OUT, { 0, 0 } }, in = { ZW_EDIT_ADDED, { 0, 0 } };
        for (; i < edits->n && edits->at[i].kind != ZW_EDIT_SAME; i++) {
            zw_edit *to = edits->at[i].kind == ZW_EDIT_ADDED ? &in : &out;
            if (to->at.end == 0)
                to->at = edits->at[i].at;
            to->at.end = edits->at[i].at.end;
        }
        if (out.at.end)
            edits->at[n++] = out;
        if (in.at.end)
            edits->at[n++] = in;
    }
    edits->n = n;
}

zw_status zw_edits_of(zw_str a, zw_str b, zw_arena *arena, zw_edits *edits, zw_err *err)
{
    differ d = { .a = a, .b = b, .arena = arena, .edits = edits };
    d.x = zw_key_of(a, arena);
    d.y = zw_key_of(b, arena);
    if (!d.x.at || !d.y.at)
        return zw_err_nomem(err);
    cut_ends(&d);
    bool ok = fill_table(&d) && tell(&d, ZW_EDIT_SAME, bytes_of_all(d.x, 0, d.head)) && walk(&d) &&
              tell(&d, ZW_EDIT_SAME, bytes_of_all(d.x, d.x.n - d.tail, d.x.n));
    join_changes(edits);
    return ok ? ZW_OK : zw_err_nomem(err);
}
