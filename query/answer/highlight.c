#include "query/answer/highlight.h"

#include <stdlib.h>

#include "base/utf8.h"

static bool is_run_char(zw_str text, size_t at)
{
    size_t len;
    uint32_t c = zw_utf8_at(text, at, &len);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000);
}

static bool in_longer_run(zw_str text, zw_range at)
{
    size_t len;
    if (at.start > 0) {
        zw_utf8_before(text, at.start, &len);
        if (is_run_char(text, at.start - len) && is_run_char(text, at.start))
            return true;
    }
    if (at.end >= text.n || at.end == 0)
        return false;
    zw_utf8_before(text, at.end, &len);
    return is_run_char(text, at.end) && is_run_char(text, at.end - len);
}

static zw_status find_all(zw_str folded, const zw_offset_map *map, const zw_needle *needle,
                          zw_arena *arena, zw_ranges *marks, zw_err *err)
{
    for (size_t at = 0; (at = zw_str_find(folded, needle->folded, at)) < folded.n;) {
        zw_range here = { at, at + needle->folded.n };
        at = here.end;
        if (needle->whole && in_longer_run(folded, here))
            continue;
        zw_range *mark = zw_array_add(arena, marks);
        if (!mark)
            return zw_err_nomem(err);
        *mark = zw_offset_map_old(map, here);
    }
    return ZW_OK;
}

static int by_start(const void *a, const void *b)
{
    const zw_range *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end > y->end ? -1 : x->end < y->end;
}

static void join_touching(zw_ranges *marks)
{
    size_t n = 0;
    for (size_t i = 0; i < marks->n; i++) {
        zw_range r = marks->at[i];
        if (n > 0 && r.start <= marks->at[n - 1].end) {
            if (r.end > marks->at[n - 1].end)
                marks->at[n - 1].end = r.end;
        } else {
            marks->at[n++] = r;
        }
    }
    marks->n = n;
}

zw_status zw_highlight_all(zw_segmenter *segmenter, const zw_needle *needles, size_t n, zw_str text,
                           zw_arena *arena, zw_ranges *marks, zw_err *err)
{
    zw_str folded;
    zw_offset_map *map;
    if (n == 0 || text.n == 0)
        return ZW_OK;
    zw_status s = zw_segmenter_fold_exact(segmenter, text, arena, &folded, &map, err);
    for (size_t i = 0; s == ZW_OK && i < n; i++)
        s = find_all(folded, map, &needles[i], arena, marks, err);
    if (s == ZW_OK && marks->n > 1)
        qsort(marks->at, marks->n, sizeof *marks->at, by_start);
    return s;
}

zw_status zw_highlight(zw_segmenter *segmenter, const zw_needle *needles, size_t n, zw_str text,
                       zw_arena *arena, zw_ranges *marks, zw_err *err)
{
    zw_status s = zw_highlight_all(segmenter, needles, n, text, arena, marks, err);
    if (s == ZW_OK)
        join_touching(marks);
    return s;
}

/* --- the window --------------------------------------------------------------------------- */

static size_t forward(zw_str text, size_t at, size_t chars)
{
    for (size_t len; at < text.n && chars > 0; at += len, chars--)
        zw_utf8_at(text, at, &len);
    return at;
}

static size_t back(zw_str text, size_t at, size_t chars)
{
    for (size_t len; at > 0 && chars > 0; at -= len, chars--)
        zw_utf8_before(text, at, &len);
    return at;
}

static bool ends_sentence(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == '\n' || c == 0xFF01 || c == 0xFF1F;
}

static bool ends_clause(uint32_t c)
{
    return ends_sentence(c) || c == 0xFF0C || c == 0x3001 || c == 0xFF1A || c == ',' ||
           zw_is_blank(c);
}

/* Where the first clause behind `from` begins, if that is no further than `limit`; else `from`. */
static size_t clause_start(zw_str text, size_t from, size_t limit)
{
    size_t len;
    for (size_t at = from; at > 0 && at <= limit && at < text.n; at += len) {
        if (ends_clause(zw_utf8_before(text, at, &len)))
            return at;
        zw_utf8_at(text, at, &len);
    }
    return from;
}

/* Behind the last end of a sentence before `at`, not more than `chars` characters away; else where
 * a clause begins some way before it. */
static size_t sentence_start(zw_str text, size_t at, size_t chars)
{
    size_t from = at;
    for (size_t n = 0, len; n < chars && from > 0; n++, from -= len) {
        if (ends_sentence(zw_utf8_before(text, from, &len)))
            return from;
    }
    return from == 0 ? 0 : clause_start(text, back(text, at, chars / 2), at);
}

/* How much of what is marked a window shows: different words before many. */
static size_t worth(zw_str text, const zw_ranges *marks, size_t first, size_t end)
{
    size_t held = 0, different = 0;
    for (size_t i = first; i < marks->n && marks->at[i].end <= end; i++) {
        zw_str word = zw_str_slice(text, marks->at[i]);
        bool fresh = true;
        for (size_t k = first; fresh && k < i; k++)
            fresh = !zw_str_eq(word, zw_str_slice(text, marks->at[k]));
        different += fresh;
        held += word.n;
    }
    return different * text.n + held;
}

zw_range zw_highlight_window(zw_str text, const zw_ranges *marks, size_t chars)
{
    zw_range best = { 0, forward(text, 0, chars) };
    size_t most = 0;
    if (best.end == text.n)
        return best;
    for (size_t i = 0; i < marks->n; i++) {
        size_t start = sentence_start(text, marks->at[i].start, chars / 3);
        size_t end = forward(text, start, chars), held = worth(text, marks, i, end);
        if (held > most) {
            most = held;
            best = (zw_range){ start, end };
        }
    }
    if (best.end == text.n) { /* no need to cut more than the length asks for */
        size_t first = best.start;
        best.start = back(text, text.n, chars);
        best.start = clause_start(text, best.start, first);
    }
    for (size_t i = 0; i < marks->n; i++) { /* not through the middle of a word */
        if (marks->at[i].start < best.end && marks->at[i].end > best.end)
            best.end = marks->at[i].end;
    }
    return best;
}
