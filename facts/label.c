#include "facts/label.h"

#include <stdlib.h>

#include "base/trie.h"
#include "base/tsv.h"
#include "base/utf8.h"

extern const char topics_tsv[], topics_tsv_end[];
extern const char instruments_tsv[], instruments_tsv_end[];

#define LABELS_MAX 48

/* A word's vote; words that speak for several labels are linked. */
typedef struct {
    const char *word;
    unsigned label;
    int weight;
    uint32_t next; /* 0: none; else index + 1 */
} vote;

typedef struct {
    zw_label labels[LABELS_MAX];
    size_t n_labels;
    vote *votes;
    size_t n_votes;
    zw_trie *words; /* word -> index of its first vote */
} ballot;

struct zw_labels {
    zw_arena *arena;
    ballot topics, instruments;
};

/* Where the columns of a table are; -1: it has none. */
typedef struct {
    int side, side_en, name, english, word, weight;
} layout;

static const char *copy_cell(const zw_tsv *t, size_t row, int column, zw_arena *arena)
{
    return column < 0 ? NULL : zw_arena_str(arena, zw_tsv_cell(t, row, (size_t)column));
}

static zw_status label_of(ballot *b, const zw_tsv *t, size_t row, const layout *at, zw_arena *arena,
                          unsigned *label, zw_err *err)
{
    zw_str name = zw_tsv_cell(t, row, (size_t)at->name);
    for (*label = 0; *label < b->n_labels; ++*label) {
        if (zw_str_eq(zw_str_of(b->labels[*label].name), name))
            return ZW_OK;
    }
    if (b->n_labels == LABELS_MAX)
        return zw_tsv_fail(t, row, err, "more than %d labels", LABELS_MAX);
    zw_label *l = &b->labels[b->n_labels++];
    l->name = copy_cell(t, row, at->name, arena);
    l->english = copy_cell(t, row, at->english, arena);
    l->side = copy_cell(t, row, at->side, arena);
    l->side_en = copy_cell(t, row, at->side_en, arena);
    return l->name && l->english ? ZW_OK : zw_err_nomem(err);
}

static zw_status take_vote(ballot *b, const zw_tsv *t, size_t row, const layout *at,
                           zw_arena *arena, zw_err *err)
{
    vote *v = &b->votes[b->n_votes];
    long weight;
    zw_status s = label_of(b, t, row, at, arena, &v->label, err);
    if (s == ZW_OK)
        s = zw_tsv_int(t, row, (size_t)at->weight, &weight, err);
    if (s != ZW_OK)
        return s;
    zw_str word = zw_tsv_cell(t, row, (size_t)at->word);
    uint32_t before;
    v->word = zw_arena_str(arena, word);
    v->weight = (int)weight;
    v->next = zw_trie_get(b->words, word, &before) ? before + 1 : 0;
    if (!v->word)
        return zw_err_nomem(err);
    s = zw_trie_add(b->words, word, (uint32_t)b->n_votes++, err);
    return s == ZW_OK ? s : zw_err_at(err, "%s:%zu", t->name, t->lines[row]);
}

static zw_status ballot_open(ballot *b, const char *name, zw_str text, const char *columns,
                             const layout *at, zw_arena *arena, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse(name, text, columns, arena, &table, err);
    if (s == ZW_OK)
        s = zw_trie_new(table.rows, &b->words, err);
    if (s != ZW_OK)
        return s;
    b->votes = zw_arena_array(arena, table.rows, sizeof *b->votes);
    if (!b->votes)
        return zw_err_nomem(err);
    for (size_t row = 0; row < table.rows && s == ZW_OK; row++)
        s = take_vote(b, &table, row, at, arena, err);
    return s;
}

zw_status zw_labels_open(zw_labels **labels, zw_err *err)
{
    static const layout topics = { -1, -1, 0, 1, 2, 3 }, instruments = { 0, 2, 1, 3, 4, 5 };
    zw_labels *l = calloc(1, sizeof *l);
    if (!l || !(l->arena = zw_arena_new())) {
        free(l);
        return zw_err_nomem(err);
    }
    zw_str topic_rows = ZW_EMBEDDED(topics_tsv);
    zw_str instrument_rows = ZW_EMBEDDED(instruments_tsv);
    zw_status s = ballot_open(&l->topics, "topics.tsv", topic_rows, "topic english word weight",
                              &topics, l->arena, err);
    if (s == ZW_OK)
        s = ballot_open(&l->instruments, "instruments.tsv", instrument_rows,
                        "side instrument side_en instrument_en word weight", &instruments, l->arena,
                        err);
    if (s != ZW_OK) {
        zw_labels_free(l);
        return s;
    }
    *labels = l;
    return ZW_OK;
}

void zw_labels_free(zw_labels *l)
{
    if (!l)
        return;
    zw_trie_free(l->topics.words);
    zw_trie_free(l->instruments.words);
    zw_arena_free(l->arena);
    free(l);
}

typedef struct {
    int sum[LABELS_MAX], loudest[LABELS_MAX];
    const char *word[LABELS_MAX];
} tally;

static void count_votes(const ballot *b, zw_str text, tally *t)
{
    *t = (tally){ 0 };
    for (size_t i = 0, step; i < text.n; i += step) {
        uint32_t first;
        size_t len = zw_trie_longest(b->words, text, i, &first);
        if (len == 0) {
            zw_utf8_at(text, i, &step);
            continue;
        }
        step = len;
        for (uint32_t v = first + 1; v; v = b->votes[v - 1].next) {
            const vote *one = &b->votes[v - 1];
            t->sum[one->label] += one->weight;
            if (one->weight > t->loudest[one->label]) {
                t->loudest[one->label] = one->weight;
                t->word[one->label] = one->word;
            }
        }
    }
}

/* The label with the largest sum that is not `except`; n_labels when all sums are 0. */
static size_t winner(const ballot *b, const tally *t, size_t except)
{
    size_t best = b->n_labels;
    for (size_t i = 0; i < b->n_labels; i++) {
        if (i != except && t->sum[i] > 0 && (best == b->n_labels || t->sum[i] > t->sum[best]))
            best = i;
    }
    return best;
}

static zw_label label_with_word(const ballot *b, const tally *t, size_t i, bool from_heading)
{
    zw_label label = b->labels[i];
    label.word = t->word[i];
    label.from_heading = from_heading;
    return label;
}

static size_t topics_of(const ballot *b, zw_str text, bool from_heading,
                        zw_label topics[ZW_TOPICS_MAX])
{
    tally t;
    count_votes(b, text, &t);
    size_t first = winner(b, &t, b->n_labels);
    if (first == b->n_labels)
        return 0;
    topics[0] = label_with_word(b, &t, first, from_heading);
    size_t second = winner(b, &t, first);
    if (second == b->n_labels || t.sum[second] * 2 < t.sum[first])
        return 1;
    topics[1] = label_with_word(b, &t, second, from_heading);
    return 2;
}

size_t zw_labels_topics(const zw_labels *labels, zw_str text, const zw_str *headings, size_t n,
                        zw_label topics[ZW_TOPICS_MAX])
{
    size_t found = topics_of(&labels->topics, text, false, topics);
    for (size_t i = 0; i < n && found == 0; i++)
        found = topics_of(&labels->topics, headings[i], true, topics);
    return found;
}

bool zw_labels_instrument(const zw_labels *labels, zw_str text, zw_label *instrument)
{
    tally t;
    count_votes(&labels->instruments, text, &t);
    size_t first = winner(&labels->instruments, &t, labels->instruments.n_labels);
    if (first == labels->instruments.n_labels)
        return false;
    *instrument = label_with_word(&labels->instruments, &t, first, false);
    return true;
}

const zw_label *zw_labels_all_topics(const zw_labels *labels, size_t *n)
{
    *n = labels->topics.n_labels;
    return labels->topics.labels;
}

const zw_label *zw_labels_all_instruments(const zw_labels *labels, size_t *n)
{
    *n = labels->instruments.n_labels;
    return labels->instruments.labels;
}
