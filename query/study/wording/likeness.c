#include "query/study/wording/likeness.h"

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

static size_t slot_of(const zw_key_table *t, uint32_t symbol)
{
    size_t i = (symbol * 0x9E3779B1u >> 7) & (t->size - 1);
    while (t->symbols[i] && t->symbols[i] != symbol)
        i = (i + 1) & (t->size - 1);
    return i;
}

zw_status zw_key_prepare(zw_key key, zw_arena *arena, zw_key_table *table, zw_err *err)
{
    zw_key_table t = { .key = key, .words = (key.n + 63) / 64, .size = 16 };
    while (t.size < 2 * key.n)
        t.size *= 2;
    t.symbols = zw_arena_array(arena, t.size, sizeof *t.symbols);
    t.rows = zw_arena_array(arena, t.size * (t.words + !t.words), sizeof *t.rows);
    t.column = zw_arena_array(arena, t.words + 1, sizeof *t.column);
    if (!t.symbols || !t.rows || !t.column)
        return zw_err_nomem(err);
    for (size_t i = 0; i < key.n; i++) {
        size_t slot = slot_of(&t, key.at[i]);
        t.symbols[slot] = key.at[i];
        t.rows[slot * t.words + i / 64] |= UINT64_C(1) << i % 64;
    }
    *table = t;
    return ZW_OK;
}

/* The column has a 0 for each place where the LCS grows; a step is V = (V + (V & M)) | (V & ~M). */
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
    for (size_t i = 0; i < bits; i += 64) {
        uint64_t open = ~v[i / 64] & (bits - i < 64 ? (UINT64_C(1) << (bits - i)) - 1 : UINT64_MAX);
        n += (size_t)__builtin_popcountll(open);
    }
    return n;
}

size_t zw_key_common(zw_key_table *t, zw_key other)
{
    memset(t->column, 0xFF, t->words * sizeof *t->column);
    for (size_t i = 0; i < other.n; i++) {
        size_t slot = slot_of(t, other.at[i]);
        if (t->symbols[slot])
            step(t->column, t->rows + slot * t->words, t->words);
    }
    return zeros(t->column, t->key.n);
}

double zw_key_likeness(zw_key_table *table, zw_key other)
{
    size_t both = table->key.n + other.n;
    if (both == 0 || zw_key_eq(table->key, other))
        return 1;
    return 2.0 * (double)zw_key_common(table, other) / (double)both;
}

double zw_key_likeness_bound(size_t n, size_t m)
{
    return n + m ? 2.0 * (double)(n < m ? n : m) / (double)(n + m) : 1;
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
