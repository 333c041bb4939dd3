#include "query/study/wording/keyness.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "base/trie.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "query/study/wording/compare.h"

#define SURE 6.63  /* likelihood: p < 0.01 */
#define INSIDE 0.8 /* of a phrase's occurrences: in a longer one, then it is left to that */

extern const char function_words_tsv[], function_words_tsv_end[];

/* A phrase of the set; its text is kept from the second time on, for most come once. */
typedef struct {
    uint64_t hash; /* 0: free */
    const char *text, *passage;
    uint32_t count;
} entry;

/* A phrase that stands often enough, counted as a run of characters. */
typedef struct {
    const char *text, *passage;
    uint32_t count[2], documents[2]; /* in the set, in the rest */
    uint32_t last;                   /* number of the last document that had it */
} candidate;

typedef struct {
    zw_session *session;
    zw_keyness *k;
    zw_arena *scratch; /* of one passage */
    entry *slots;
    size_t size, used;
    uint64_t *grammar; /* hashes of the function words, ascending */
    size_t n_grammar;
    uint64_t *shared; /* hashes of the keys of clauses that several holders have, ascending */
    size_t n_shared;
    candidate *candidates;
    size_t n;
    zw_trie *trie; /* their texts, folded */
    bool rest;
    uint32_t document; /* the number of the one read, over both sets */
    const zw_doc_record *record;
    const char *passage;
} counter;

/* --- measures --------------------------------------------------------------------------------- */

static double term(double seen, double expected)
{
    return seen > 0 ? seen * log(seen / expected) : 0;
}

double zw_log_likelihood(double a, double n1, double b, double n2)
{
    double all = n1 + n2;
    return all > 0 ? 2 * (term(a, n1 * (a + b) / all) + term(b, n2 * (a + b) / all)) : 0;
}

double zw_log_ratio(double a, double n1, double b, double n2)
{
    double x = a > 0 ? a : 0.5, y = b > 0 ? b : 0.5;
    return n1 > 0 && n2 > 0 ? log2(x / n1 / (y / n2)) : 0;
}

/* --- words ------------------------------------------------------------------------------------ */

static uint64_t hash_more(uint64_t hash, zw_str text)
{
    for (size_t i = 0; i < text.n; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * 0x100000001B3u;
    return hash;
}

static uint64_t hash_of(zw_str text)
{
    uint64_t hash = hash_more(0xCBF29CE484222325u, text);
    return hash ? hash : 1;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static bool among(const uint64_t *numbers, size_t n, uint64_t wanted)
{
    return n && bsearch(&wanted, numbers, n, sizeof *numbers, by_number);
}

static zw_status read_grammar(counter *c, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse("function_words.tsv", ZW_EMBEDDED(function_words_tsv), "word",
                               c->k->arena, &table, err);
    c->grammar = s == ZW_OK ? zw_arena_array(c->k->arena, table.rows, sizeof *c->grammar) : NULL;
    if (!c->grammar)
        return s == ZW_OK ? zw_err_nomem(err) : s;
    for (size_t i = 0; i < table.rows; i++)
        c->grammar[c->n_grammar++] = hash_of(zw_tsv_cell(&table, i, 0));
    qsort(c->grammar, c->n_grammar, sizeof *c->grammar, by_number);
    return ZW_OK;
}

/* --- the table -------------------------------------------------------------------------------- */

static entry *slot_of(entry *slots, size_t size, uint64_t hash)
{
    size_t i = hash & (size - 1);
    while (slots[i].hash && slots[i].hash != hash)
        i = (i + 1) & (size - 1);
    return &slots[i];
}

static bool move_to(counter *c, size_t size, uint32_t least)
{
    entry *slots = calloc(size, sizeof *slots);
    if (!slots)
        return false;
    size_t used = 0;
    for (size_t i = 0; i < c->size; i++) {
        if (c->slots[i].hash && c->slots[i].count >= least) {
            *slot_of(slots, size, c->slots[i].hash) = c->slots[i];
            used++;
        }
    }
    free(c->slots);
    c->slots = slots;
    c->size = size;
    c->used = used;
    return true;
}

static bool make_room(counter *c)
{
    if (c->used * 2 < c->size)
        return true;
    if (c->size / 2 < ZW_KEYNESS_MOST)
        return move_to(c, c->size ? c->size * 2 : 4096, 0);
    c->k->forgotten = true;
    return move_to(c, c->size, 2) && (c->used * 2 < c->size || move_to(c, c->size * 2, 0));
}

/* --- phrases ---------------------------------------------------------------------------------- */

/* Line and page breaks inside a word are not shown. */
static const char *shown_text(zw_str text, zw_arena *arena)
{
    char *copy = zw_arena_str(arena, text);
    size_t n = 0;
    for (size_t i = 0; copy && i < text.n; i++) {
        if (text.at[i] != '\n' && text.at[i] != '\r')
            copy[n++] = text.at[i];
    }
    if (copy)
        copy[n] = '\0';
    return copy;
}

static bool note_phrase(counter *c, zw_str text, uint64_t hash)
{
    if (!make_room(c))
        return false;
    entry *e = slot_of(c->slots, c->size, hash ? hash : 1);
    c->used += e->hash == 0;
    e->hash = hash ? hash : 1;
    e->count++;
    if (!e->passage)
        e->passage = c->passage;
    if (e->count == 2)
        e->text = shown_text(text, c->k->arena);
    return e->count != 2 || e->text;
}

static bool is_word(const zw_token *t)
{
    return t->kind == ZW_TOKEN_WORD || t->kind == ZW_TOKEN_LATIN;
}

static bool note_from(counter *c, zw_str text, const zw_tokens *tokens, size_t first)
{
    uint64_t hash = 0xCBF29CE484222325u;
    bool ok = true;
    for (size_t n = 1; ok && n <= ZW_KEYNESS_WORDS && first + n <= tokens->n; n++) {
        const zw_token *last = &tokens->at[first + n - 1];
        if (!is_word(last))
            break;
        bool grammar = among(c->grammar, c->n_grammar, hash_of(last->term));
        if (n == 1 && grammar)
            break;
        hash = hash_more(hash_more(hash, last->term), ZW_STR("|"));
        zw_range at = { tokens->at[first].at.start, last->at.end };
        if (!grammar)
            ok = note_phrase(c, zw_str_slice(text, at), hash);
    }
    return ok;
}

static zw_status note_text(counter *c, zw_str text, zw_err *err)
{
    zw_tokens tokens = { 0 };
    zw_status s = zw_segmenter_words(c->session->segmenter, text, c->scratch, &tokens, err);
    for (size_t i = 0; s == ZW_OK && i < tokens.n; i++) {
        if (!note_from(c, text, &tokens, i))
            return zw_err_nomem(err);
    }
    return s;
}

/* --- counting --------------------------------------------------------------------------------- */

static void count_at(counter *c, zw_str folded, size_t at)
{
    zw_trie_walk walk = { 0 };
    uint32_t found;
    while (zw_trie_next(c->trie, folded, at, &walk, &found)) {
        candidate *p = &c->candidates[found];
        p->count[c->rest]++;
        p->documents[c->rest] += p->last != c->document;
        p->last = c->document;
    }
}

static zw_status count_text(counter *c, zw_str text, zw_err *err)
{
    zw_str folded;
    size_t *chars = c->rest ? &c->k->rest_chars : &c->k->chars;
    zw_status s = zw_segmenter_fold_exact(c->session->segmenter, text, c->scratch, &folded, NULL,
                                          err);
    for (size_t i = 0, len; s == ZW_OK && i < folded.n; i += len) {
        uint32_t code = zw_utf8_at(folded, i, &len);
        *chars += zw_is_han(code) || (code < 0x80 && isalnum((int)code));
        count_at(c, folded, i);
    }
    return s;
}

/* --- passages --------------------------------------------------------------------------------- */

typedef zw_status (*text_fn)(counter *c, zw_str text, zw_err *err);

/* A passage's clauses that nobody else has. */
static zw_status own_clauses(counter *c, const zw_passage_record *passage,
                             const zw_doc_record *document, text_fn fn, zw_err *err)
{
    zw_clauses clauses = { 0 };
    zw_status s = zw_clauses_add(c->session, passage, document, c->scratch, &clauses, err);
    for (size_t i = 0; s == ZW_OK && i < clauses.n; i++) {
        if (!among(c->shared, c->n_shared, clauses.at[i].hash))
            s = fn(c, clauses.at[i].text, err);
        else if (!c->trie)
            c->k->left_out++;
    }
    return s;
}

/* Twice over the set: for its phrases, then, once there is a trie of them, to count them. */
static zw_status read_passage(void *context, const zw_passage_record *passage,
                              const zw_doc_record *document, zw_err *err)
{
    counter *c = context;
    text_fn fn = c->trie ? count_text : note_text;
    c->document += document != c->record;
    c->record = document;
    zw_arena_reset(c->scratch);
    if (!c->trie && !(c->passage = zw_arena_strdup(c->k->arena, passage->id)))
        return zw_err_nomem(err);
    if (c->trie)
        ++*(c->rest ? &c->k->rest_passages : &c->k->passages);
    if (c->n_shared && !c->rest)
        return own_clauses(c, passage, document, fn, err);
    return fn(c, (zw_str){ passage->text.at + passage->body, passage->text.n - passage->body },
              err);
}

/* --- the set's own words ---------------------------------------------------------------------- */

static zw_status find_shared(counter *c, const char *query, zw_query_fault *fault, zw_err *err)
{
    zw_comparison comparison = { 0 };
    zw_status s = zw_compare_topic(c->session, query, "region", NULL, &comparison, fault, err);
    if (s == ZW_OK) {
        c->shared = zw_arena_array(c->k->arena, comparison.rows.n + 1, sizeof *c->shared);
        s = c->shared ? ZW_OK : zw_err_nomem(err);
    }
    for (size_t i = 0; s == ZW_OK && i < comparison.rows.n; i++) {
        if (comparison.rows.at[i].wording == ZW_WORDING_SHARED)
            c->shared[c->n_shared++] = comparison.rows.at[i].clause->hash;
    }
    if (c->n_shared)
        qsort(c->shared, c->n_shared, sizeof *c->shared, by_number);
    zw_comparison_free(&comparison);
    return s;
}

/* --- candidates ------------------------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
    return strcmp((*(const entry *const *)a)->text, (*(const entry *const *)b)->text);
}

typedef struct {
    entry **at; /* by text */
    size_t n;
} phrases;

/* all->n: none. */
static size_t find_text(const phrases *all, zw_str text)
{
    size_t low = 0, high = all->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *at = all->at[middle]->text;
        int c = strncmp(at, text.at, text.n);
        if (c == 0 && at[text.n] == '\0')
            return middle;
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return all->n;
}

/* Marks what stands in a longer phrase nearly each time. */
static void mark_inside(const phrases *all, bool *inside)
{
    for (size_t k = 0; k < all->n; k++) {
        zw_str text = zw_str_of(all->at[k]->text);
        for (size_t i = 0, step; i < text.n; i += step) {
            zw_utf8_at(text, i, &step);
            for (size_t end = i, len; end < text.n;) {
                zw_utf8_at(text, end, &len);
                end += len;
                size_t found = find_text(all, zw_str_slice(text, (zw_range){ i, end }));
                if (found < all->n && found != k &&
                    all->at[k]->count >= INSIDE * all->at[found]->count)
                    inside[found] = true;
            }
        }
    }
}

static zw_status add_candidate(counter *c, const entry *e, zw_err *err)
{
    zw_str folded;
    zw_arena_reset(c->scratch);
    zw_status s = zw_segmenter_fold_exact(c->session->segmenter, zw_str_of(e->text), c->scratch,
                                          &folded, NULL, err);
    if (s == ZW_OK && folded.n)
        s = zw_trie_add(c->trie, folded, (uint32_t)c->n, err);
    if (s == ZW_OK && folded.n)
        c->candidates[c->n++] = (candidate){ .text = e->text, .passage = e->passage };
    return s;
}

static zw_status choose(counter *c, size_t least, zw_err *err)
{
    zw_arena *arena = c->k->arena;
    phrases all = { zw_arena_array(arena, c->used + 1, sizeof *all.at), 0 };
    bool *inside = zw_arena_array(arena, c->used + 1, sizeof *inside);
    c->candidates = zw_arena_array(arena, c->used + 1, sizeof *c->candidates);
    if (!all.at || !inside || !c->candidates)
        return zw_err_nomem(err);
    for (size_t i = 0; i < c->size; i++) {
        if (c->slots[i].hash && c->slots[i].count >= least && c->slots[i].text)
            all.at[all.n++] = &c->slots[i];
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_text);
    mark_inside(&all, inside);
    zw_status s = zw_trie_new(all.n + 1, &c->trie, err);
    for (size_t i = 0; s == ZW_OK && i < all.n; i++) {
        if (!inside[i])
            s = add_candidate(c, all.at[i], err);
    }
    return s;
}

/* --- the answer ------------------------------------------------------------------------------- */

static int by_likelihood(const void *a, const void *b)
{
    const zw_key_phrase *x = a, *y = b;
    if (x->likelihood != y->likelihood)
        return x->likelihood > y->likelihood ? -1 : 1;
    return strcmp(x->phrase, y->phrase);
}

static zw_status add_phrase(zw_keyness *k, const candidate *p, bool fewer, zw_err *err)
{
    double n1 = (double)k->chars, n2 = (double)k->rest_chars;
    zw_key_phrase phrase = { .phrase = p->text,
                             .count = p->count[0],
                             .documents = p->documents[0],
                             .rest_count = p->count[1],
                             .rest_documents = p->documents[1],
                             .likelihood = zw_log_likelihood(p->count[0], n1, p->count[1], n2),
                             .ratio = zw_log_ratio(p->count[0], n1, p->count[1], n2),
                             .passage = p->passage };
    if (phrase.likelihood < SURE || (phrase.ratio <= 0 && !fewer))
        return ZW_OK;
    zw_key_phrase *added = zw_array_add(k->arena, &k->phrases);
    if (!added)
        return zw_err_nomem(err);
    *added = phrase;
    return ZW_OK;
}

static zw_status read_all(counter *c, const char *query, zw_plan *plan, zw_query_fault *fault,
                          zw_err *err)
{
    size_t total;
    c->record = NULL;
    return zw_each_passage(c->session, query, c->k->arena, read_passage, c, plan, &total, fault,
                           err);
}

static zw_status count_sets(counter *c, const zw_keyness_question *q, zw_query_fault *fault,
                            zw_err *err)
{
    zw_plan plan = { 0 }, other = { 0 };
    const char *rest = q->rest ? q->rest : zw_arena_printf(c->k->arena, "NOT (%s)", q->query);
    zw_status s = rest ? read_all(c, q->query, &plan, fault, err) : zw_err_nomem(err);
    c->rest = true;
    if (s == ZW_OK && c->n)
        s = read_all(c, rest, &other, fault, err);
    zw_plan_free(&plan);
    zw_plan_free(&other);
    for (size_t i = 0; s == ZW_OK && i < c->n; i++)
        s = add_phrase(c->k, &c->candidates[i], q->fewer, err);
    if (c->k->phrases.n)
        qsort(c->k->phrases.at, c->k->phrases.n, sizeof *c->k->phrases.at, by_likelihood);
    return s;
}

zw_status zw_keyness_make(zw_session *session, const zw_keyness_question *question,
                          zw_keyness *keyness, zw_query_fault *fault, zw_err *err)
{
    counter c = { .session = session, .k = keyness, .scratch = zw_arena_new() };
    *keyness = (zw_keyness){ .arena = zw_arena_new() };
    zw_status s = c.scratch && keyness->arena ? read_grammar(&c, err) : zw_err_nomem(err);
    if (s == ZW_OK && question->own_words)
        s = find_shared(&c, question->query, fault, err);
    if (s == ZW_OK)
        s = read_all(&c, question->query, &keyness->plan, fault, err);
    if (s == ZW_OK)
        s = choose(&c, question->least < 2 ? 2 : question->least, err);
    if (s == ZW_OK)
        s = count_sets(&c, question, fault, err);
    free(c.slots);
    zw_trie_free(c.trie);
    zw_arena_free(c.scratch);
    return s;
}

void zw_keyness_free(zw_keyness *keyness)
{
    zw_plan_free(&keyness->plan);
    zw_arena_free(keyness->arena);
    *keyness = (zw_keyness){ 0 };
}
