#include "query/study/wording/align.h"

#include <stdlib.h>

#include "base/buffer.h"

/* Fewest changes first, then most letters that stay: 健全登记 of 健全户口登记 leaves 户口 out, it
 * does not change 健全 into 户口. */
#define CHANGE 4096
#define STAYS (-1)

enum { DIAGONAL, UP, LEFT }; /* both move on; the wording alone; the text alone */

typedef struct {
    const zw_skeleton *part, *text;
    unsigned char *way; /* (part->n + 1) rows of text->n + 1 */
    size_t end;         /* where the best stretch ends */
} table;

static bool equal_at(const table *t, size_t i, size_t j)
{
    return t->part->at[i].code == t->text->at[j].code;
}

static void fill_row(table *t, size_t i, int32_t *row)
{
    size_t n = t->text->n;
    unsigned char *way = t->way + i * (n + 1);
    int32_t diagonal = row[0];
    row[0] = (int32_t)i * CHANGE;
    way[0] = UP;
    for (size_t j = 1; j <= n; j++) {
        int32_t best = diagonal + (equal_at(t, i - 1, j - 1) ? STAYS : CHANGE);
        diagonal = row[j];
        way[j] = DIAGONAL;
        if (row[j] + CHANGE < best) {
            best = row[j] + CHANGE;
            way[j] = UP;
        }
        if (row[j - 1] + CHANGE < best) {
            best = row[j - 1] + CHANGE;
            way[j] = LEFT;
        }
        row[j] = best;
    }
}

static bool fill(table *t, zw_arena *arena)
{
    size_t n = t->text->n;
    int32_t *row = zw_arena_array(arena, n + 1, sizeof *row);
    t->way = zw_arena_array(arena, t->part->n + 1, n + 1);
    if (!row || !t->way)
        return false;
    for (size_t i = 1; i <= t->part->n; i++)
        fill_row(t, i, row);
    t->end = 0;
    for (size_t j = 1; j <= n; j++) {
        if (row[j] < row[t->end])
            t->end = j;
    }
    return true;
}

/* --- steps ------------------------------------------------------------------------------------ */

typedef struct {
    bool same;
    bool in_part, in_text;
} move;

/* Of a number: 55.5, 6∶4; these signs are letters between numerals alone. */
static bool in_number(const zw_skeleton *s, size_t i)
{
    uint32_t c = s->at[i].code;
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ':' || c == ' ';
}

/* Digits that stand beside a changed digit are changed with it. */
static void widen(move *moves, size_t n, const table *t, size_t j, bool *digit)
{
    for (size_t k = 0, i = 0; k < n; k++) {
        digit[k] = moves[k].in_part ? in_number(t->part, i) : in_number(t->text, j);
        i += moves[k].in_part;
        j += moves[k].in_text;
    }
    for (size_t k = 1; k < n; k++) {
        if (moves[k].same && digit[k] && !moves[k - 1].same && digit[k - 1])
            moves[k].same = false;
    }
    for (size_t k = n; k-- > 1;) {
        if (moves[k - 1].same && digit[k - 1] && !moves[k].same && digit[k])
            moves[k - 1].same = false;
    }
}

static bool add_move(zw_alignment *a, move m, zw_arena *arena, size_t i, size_t j)
{
    zw_align_step *last = a->steps.n ? &a->steps.at[a->steps.n - 1] : NULL;
    if (!last || last->same != m.same) {
        last = zw_array_add(arena, &a->steps);
        if (!last)
            return false;
        *last = (zw_align_step){ m.same, { i, i }, { j, j } };
    }
    last->part.end += m.in_part;
    last->text.end += m.in_text;
    return true;
}

static zw_status take_steps(const table *t, zw_arena *arena, zw_alignment *a, zw_err *err)
{
    size_t most = t->part->n + t->text->n + 1, n = 0, i = t->part->n, j = t->end;
    move *moves = zw_arena_array(arena, most, sizeof *moves);
    bool *digit = zw_arena_array(arena, most, sizeof *digit);
    if (!moves || !digit)
        return zw_err_nomem(err);
    while (i > 0) {
        unsigned char way = t->way[i * (t->text->n + 1) + j];
        move m = { way == DIAGONAL && equal_at(t, i - 1, j - 1), way != LEFT, way != UP };
        a->equal += m.same;
        a->distance += !m.same;
        moves[most - ++n] = m;
        i -= m.in_part;
        j -= m.in_text;
    }
    a->first = j;
    moves += most - n;
    widen(moves, n, t, j, digit);
    for (size_t k = 0; k < n; k++) {
        if (!add_move(a, moves[k], arena, i, j))
            return zw_err_nomem(err);
        i += moves[k].in_part;
        j += moves[k].in_text;
    }
    return ZW_OK;
}

zw_status zw_align(const zw_skeleton *part, const zw_skeleton *text, zw_arena *arena,
                   zw_alignment *alignment, zw_err *err)
{
    table t = { .part = part, .text = text };
    *alignment = (zw_alignment){ 0 };
    if (part->n > ZW_ALIGN_PART || text->n > ZW_ALIGN_TEXT)
        return zw_err_set(err, ZW_E_LIMIT, "%zu and %zu characters are too many to compare",
                          part->n, text->n);
    if (!fill(&t, arena))
        return zw_err_nomem(err);
    alignment->end = t.end;
    return take_steps(&t, arena, alignment, err);
}

/* --- as text ---------------------------------------------------------------------------------- */

static zw_str letters_of(const zw_skeleton *s, zw_range letters)
{
    if (letters.start == letters.end)
        return ZW_STR("");
    return zw_str_slice(s->text, zw_skeleton_range(s, letters.start, letters.end));
}

static void put_line(zw_buf *to, zw_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.at[i] != '\n' && text.at[i] != '\r')
            zw_buf_char(to, text.at[i]);
    }
}

const char *zw_alignment_text(const zw_alignment *alignment, const zw_skeleton *part,
                              const zw_skeleton *text, zw_arena *arena)
{
    zw_buf out = ZW_BUF_INIT;
    size_t written = 0; /* bytes of the wording */
    for (size_t i = 0; i < alignment->steps.n; i++) {
        const zw_align_step *s = &alignment->steps.at[i];
        zw_str words = letters_of(part, s->part);
        size_t start = words.n ? (size_t)(words.at - part->text.at) : written;
        if (start > written) /* marks between letters */
            put_line(&out, zw_str_slice(part->text, (zw_range){ written, start }));
        if (!s->same)
            zw_buf_char(&out, '[');
        put_line(&out, words);
        if (!s->same) {
            zw_buf_text(&out, "→");
            put_line(&out, letters_of(text, s->text));
            zw_buf_char(&out, ']');
        }
        written = start + words.n > written ? start + words.n : written;
    }
    if (written < part->text.n)
        put_line(&out, zw_str_slice(part->text, (zw_range){ written, part->text.n }));
    const char *copy = zw_buf_failed(&out) ? NULL
                                           : zw_arena_copy(arena, out.at ? out.at : "", out.n);
    zw_buf_free(&out);
    return copy;
}
