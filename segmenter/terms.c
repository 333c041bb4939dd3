#include "segmenter/terms.h"

#include <math.h>

#include "segmenter/ranking.h"

#define TERM_BYTES 240
#define TERM_STRIDE 112  /* from one piece of a long run to the next */
#define TERM_OVERLAP 120 /* no more than TERM_BYTES - TERM_STRIDE less a character */

typedef struct {
    const zw_folded *f;
    zw_seg_mode mode;
    zw_arena *arena;
    zw_terms *terms;
} maker;

static size_t normal_end(const zw_folded *f, size_t unit)
{
    return unit < f->n ? f->at[unit].normal : f->normal.n;
}

static zw_str normal_of(const zw_folded *f, size_t from, size_t to)
{
    return zw_str_slice(f->normal, (zw_range){ f->at[from].normal, normal_end(f, to) });
}

static zw_range source_of(const zw_folded *f, size_t from, size_t to)
{
    return (zw_range){ f->at[from].at, f->at[to - 1].at + f->at[to - 1].len };
}

/* The term of units from..to. */
static zw_term *put(maker *m, zw_term_kind kind, size_t from, size_t to)
{
    zw_term *t = zw_array_add(m->arena, m->terms);
    if (t)
        *t = (zw_term){
            .text = normal_of(m->f, from, to),
            .at = source_of(m->f, from, to),
            .kind = kind,
            .weight = 1,
        };
    return t;
}

static size_t word_end(const zw_folded *f, size_t i, size_t end)
{
    do
        i++;
    while (i < end && !(f->at[i].flags & ZW_UNIT_WORD));
    return i;
}

/* What the bigram at unit i weighs; the word that holds i is units from..to. */
static float bigram_weight(const zw_unit *u, size_t i, size_t from, size_t to)
{
    bool stop = u[i].flags & ZW_UNIT_STOP, next_stop = u[i + 1].flags & ZW_UNIT_STOP;
    if (stop || next_stop)
        return stop && next_stop ? ZW_WEIGHT_STOP : ZW_WEIGHT_EDGE;
    if (i + 1 == to)
        return ZW_WEIGHT_ACROSS;
    return powf((float)(to - from - 1), -ZW_WEIGHT_LENGTH);
}

/* The character at the end of a run. In a query it asks for what a lone character starts; in a
 * phrase the text may go on behind the last run, though not behind one before punctuation. */
static bool put_single(maker *m, size_t from, size_t to)
{
    bool last = to == m->f->n, lone = to - from == 1;
    if (m->mode == ZW_SEG_QUERY ? !lone : m->mode == ZW_SEG_PHRASE && last && !lone)
        return true;
    zw_term *t = put(m, ZW_TERM_SINGLE, to - 1, to);
    if (!t)
        return false;
    t->open_end = m->mode == ZW_SEG_QUERY || (m->mode == ZW_SEG_PHRASE && last);
    if (m->mode == ZW_SEG_QUERY)
        t->weight = m->f->at[from].flags & ZW_UNIT_STOP ? ZW_WEIGHT_STOP : ZW_WEIGHT_SINGLE;
    return true;
}

/* One run of Han characters, units from..to. */
static bool put_han(maker *m, size_t from, size_t to)
{
    for (size_t i = from, word = from, end = from; i + 1 < to; i++) {
        zw_term *t = put(m, ZW_TERM_BIGRAM, i, i + 2);
        if (!t)
            return false;
        if (m->mode != ZW_SEG_QUERY)
            continue;
        if (i == end || i == from) {
            word = i;
            end = word_end(m->f, i, to);
        }
        t->weight = bigram_weight(m->f->at, i, word, end);
    }
    return put_single(m, from, to);
}

/* In a query a blank parts words, unless the characters are letter-spaced: 关 于 印 发. */
static size_t query_run_end(const zw_folded *f, size_t from, size_t to)
{
    size_t end = from + 1;
    while (end < to && !(f->at[end].flags & ZW_UNIT_AFTER_BLANK))
        end++;
    if (end - from > 1)
        return end;
    while (end < to && (end + 1 == to || f->at[end + 1].flags & ZW_UNIT_AFTER_BLANK))
        end++;
    return end;
}

static bool put_han_run(maker *m, size_t from, size_t to)
{
    if (m->mode != ZW_SEG_QUERY)
        return put_han(m, from, to);
    for (size_t end; from < to; from = end) {
        end = query_run_end(m->f, from, to);
        if (!put_han(m, from, end))
            return false;
    }
    return true;
}

static size_t piece_end(const zw_folded *f, size_t from, size_t to, size_t bytes)
{
    size_t end = from + 1;
    while (end < to && normal_end(f, end + 1) - f->at[from].normal <= bytes)
        end++;
    return end;
}

/* Letters and digits, units from..to, in terms of at most TERM_BYTES that overlap: whatever is no
 * longer than TERM_OVERLAP lies whole in one of them. */
static bool put_letters(maker *m, size_t from, size_t to)
{
    for (size_t end = from; end < to; from = piece_end(m->f, from, to, TERM_STRIDE)) {
        end = piece_end(m->f, from, to, TERM_BYTES);
        if (!put(m, ZW_TERM_RUN, from, end))
            return false;
    }
    return true;
}

/* A run of a phrase. One at the phrase's start may stand anywhere in the document's run: only what
 * lies whole in one of its terms can be demanded. */
static bool put_phrase_letters(maker *m, size_t from, size_t to)
{
    size_t first = m->terms->n;
    size_t end = from == 0 ? piece_end(m->f, from, to, TERM_OVERLAP) : to;
    if (!put_letters(m, from, end))
        return false;
    m->terms->at[first].open_start = from == 0;
    m->terms->at[m->terms->n - 1].open_end = to == m->f->n || end < to;
    return true;
}

static bool is_digits(const zw_folded *f, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (f->at[i].code < '0' || f->at[i].code > '9')
            return false;
    }
    return to > from && to - from < 32;
}

static size_t letters_end(const zw_folded *f, size_t i)
{
    do
        i++;
    while (i < f->n && f->at[i].class == ZW_UNIT_RUN && !(f->at[i].flags & ZW_UNIT_FRESH) &&
           !(f->at[i - 1].flags & ZW_UNIT_LAST));
    return i;
}

/* A run, and when it is the first half of 3.5 the pair too; the halves of a pair are left out of a
 * query, which asks for the pair. *before tells whether this run was a second half. */
static bool put_run(maker *m, size_t from, size_t to, bool *before)
{
    const zw_folded *f = m->f;
    bool pair = to + 1 < f->n && f->at[to].code == '.' && is_digits(f, from, to) &&
                !(f->at[to + 1].flags & ZW_UNIT_AFTER_BLANK);
    size_t end = pair ? letters_end(f, to + 1) : to;
    pair = pair && is_digits(f, to + 1, end);
    bool half = pair || *before;
    *before = pair;
    if (m->mode == ZW_SEG_PHRASE)
        return put_phrase_letters(m, from, to);
    if (!(half && m->mode == ZW_SEG_QUERY) && !put_letters(m, from, to))
        return false;
    return !pair || put(m, ZW_TERM_RUN, from, end);
}

bool zw_terms_of(const zw_folded *f, zw_seg_mode mode, zw_arena *arena, zw_terms *terms)
{
    maker m = { f, mode, arena, terms };
    bool done = true, half = false;
    for (size_t i = 0, end; i < f->n && done; i = end) {
        end = i + 1;
        if (f->at[i].class == ZW_UNIT_HAN) {
            while (end < f->n && f->at[end].class == ZW_UNIT_HAN)
                end++;
            done = put_han_run(&m, i, end);
        } else if (f->at[i].class == ZW_UNIT_RUN) {
            end = letters_end(f, i);
            done = put_run(&m, i, end, &half);
        }
    }
    return done;
}

static bool is_number(const zw_folded *f, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (f->at[i].code != '.' && (f->at[i].code < '0' || f->at[i].code > '9'))
            return false;
    }
    return true;
}

static zw_token_kind token_kind(const zw_folded *f, size_t from, size_t to)
{
    switch (f->at[from].class) {
    case ZW_UNIT_HAN:
        return ZW_TOKEN_WORD;
    case ZW_UNIT_RUN:
        return is_number(f, from, to) ? ZW_TOKEN_NUMBER : ZW_TOKEN_LATIN;
    default:
        return ZW_TOKEN_OTHER;
    }
}

static bool put_blank(zw_arena *arena, zw_tokens *tokens, size_t from, size_t to)
{
    if (from >= to)
        return true;
    zw_token *t = zw_array_add(arena, tokens);
    if (t)
        *t = (zw_token){ ZW_STR(" "), { from, to }, ZW_TOKEN_OTHER, false };
    return t != NULL;
}

bool zw_tokens_of(const zw_folded *f, size_t text_len, zw_arena *arena, zw_tokens *tokens)
{
    size_t done = 0;
    for (size_t i = 0, end; i < f->n; i = end) {
        end = word_end(f, i, f->n);
        if (f->at[i].class == ZW_UNIT_BLANK)
            continue;
        zw_range at = source_of(f, i, end);
        if (!put_blank(arena, tokens, done, at.start))
            return false;
        if (tokens->n && at.start < done) {
            /* 3 and 公里 both came from one character: the first word keeps it. */
            at.start = done;
            at.end = at.end > done ? at.end : done;
        }
        zw_token *t = zw_array_add(arena, tokens);
        if (!t)
            return false;
        *t = (zw_token){ normal_of(f, i, end), at, token_kind(f, i, end),
                         f->at[i].flags & ZW_UNIT_LEXICON };
        done = at.end;
    }
    return put_blank(arena, tokens, done, text_len);
}
