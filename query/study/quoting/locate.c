#include "query/study/quoting/locate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "query/study/quoting/window.h"

#define DEMANDED 60    /* terms that step 1 asks for, the rarest */
#define VOTERS 48      /* terms that step 2 asks for, the rarest */
#define POSTINGS 60000 /* places of those at most, but for the three rarest */
#define DOCUMENTS 16   /* that a location names */
#define LOOSE 40       /* characters beside the wording that a stretch has on either side */

/* A term of the wording. */
typedef struct {
    zw_str text;
    uint64_t freq;
    bool open;   /* its run may go on in the text: 20年 of 2020年 */
    bool begins; /* a lone character: whatever begins so */
} rare_term;

typedef struct {
    zw_session *session;
    zw_xdb *db;
    const zw_skeleton *wording;
    const zw_names *within;
    zw_xdocids allowed;        /* units of the documents within, ascending */
    ZW_ARRAY(rare_term) terms; /* the rarest first, each once */
    zw_arena *arena, *scratch, *passing;
    zw_location *best;
    zw_err *err;
} locator;

const char *zw_found_name(zw_found found)
{
    static const char *const names[] = { [ZW_FOUND_NOT] = "absent",
                                         [ZW_FOUND_NEAR] = "near",
                                         [ZW_FOUND_NORMALIZED] = "normalized",
                                         [ZW_FOUND_EXACT] = "exact" };
    return names[found];
}

/* --- terms ------------------------------------------------------------------------------------ */

static int by_freq(const void *a, const void *b)
{
    const rare_term *x = a, *y = b;
    if (x->freq != y->freq)
        return x->freq < y->freq ? -1 : 1;
    return zw_str_order(x->text, y->text);
}

static zw_status add_term(locator *l, const zw_term *t)
{
    if (t->kind == ZW_TERM_SINGLE && l->wording->n > 1)
        return ZW_OK;
    rare_term *r = zw_array_add(l->scratch, &l->terms);
    if (!r)
        return zw_err_nomem(l->err);
    *r = (rare_term){ t->text, zw_xdb_termfreq(l->db, t->text),
                      t->kind != ZW_TERM_BIGRAM && (t->open_start || t->open_end),
                      t->kind == ZW_TERM_SINGLE };
    return ZW_OK;
}

static zw_status read_terms(locator *l)
{
    zw_terms terms = { 0 };
    zw_status s = zw_segmenter_terms(l->session->segmenter, ZW_SEG_PHRASE, l->wording->text,
                                     l->scratch, &terms, l->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++)
        s = add_term(l, &terms.at[i]);
    if (s != ZW_OK || l->terms.n == 0)
        return s;
    qsort(l->terms.at, l->terms.n, sizeof *l->terms.at, by_freq);
    size_t n = 1;
    for (size_t i = 1; i < l->terms.n; i++) {
        if (!zw_str_eq(l->terms.at[i].text, l->terms.at[n - 1].text))
            l->terms.at[n++] = l->terms.at[i];
    }
    l->terms.n = n;
    return ZW_OK;
}

/* --- the documents to look in ----------------------------------------------------------------- */

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static zw_status read_allowed(locator *l)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && l->within && i < l->within->n; i++) {
        zw_xdocids some = { 0 };
        const char *term = zw_arena_printf(l->scratch, "%s%s", zw_fields[ZW_F_DOCUMENT].prefix,
                                           l->within->at[i]);
        s = term ? zw_xdb_postings(l->db, zw_str_of(term), SIZE_MAX, l->scratch, &some, l->err)
                 : zw_err_nomem(l->err);
        for (size_t k = 0; s == ZW_OK && k < some.n; k++) {
            uint32_t *docid = zw_array_add(l->scratch, &l->allowed);
            if (!docid)
                return zw_err_nomem(l->err);
            *docid = some.at[k];
        }
    }
    if (s == ZW_OK && l->allowed.n)
        qsort(l->allowed.at, l->allowed.n, sizeof *l->allowed.at, by_number);
    return s;
}

static bool is_allowed(const locator *l, uint32_t docid)
{
    return !l->within || l->within->n == 0 ||
           (l->allowed.n &&
            bsearch(&docid, l->allowed.at, l->allowed.n, sizeof docid, by_number) != NULL);
}

/* --- what was found --------------------------------------------------------------------------- */

static size_t count_kinds(unsigned differs)
{
    size_t n = 0;
    for (; differs; differs &= differs - 1)
        n++;
    return n;
}

/* 1: better than the best so far; 0: as good; -1: worse. */
static int compare(const zw_location *best, zw_found found, unsigned differs)
{
    if (found != best->found)
        return found > best->found ? 1 : -1;
    size_t a = count_kinds(differs), b = count_kinds(best->differs);
    return a < b ? 1 : a == b ? 0 : -1;
}

static zw_status note_place(locator *l, const char *document)
{
    zw_location *best = l->best;
    best->places++;
    for (size_t i = 0; i < best->documents.n; i++) {
        if (strcmp(best->documents.at[i], document) == 0)
            return ZW_OK;
    }
    if (best->documents.n == DOCUMENTS)
        return ZW_OK;
    const char **id = zw_array_add(l->arena, &best->documents);
    if (!id || !(*id = zw_arena_strdup(l->arena, document)))
        return zw_err_nomem(l->err);
    return ZW_OK;
}

static zw_status take(locator *l, const zw_window *w, zw_range at, zw_location found)
{
    const char *document = w->pieces.at[0].record.doc_id;
    found.document = zw_arena_strdup(l->arena, document);
    found.source = zw_window_span(w, at);
    found.text = zw_window_quote(w, at, l->arena);
    *l->best = found;
    zw_status s = found.document && found.text ? ZW_OK : zw_err_nomem(l->err);
    if (s == ZW_OK)
        s = zw_window_passages(w, at, l->arena, &l->best->passages, l->err);
    return s == ZW_OK ? note_place(l, document) : s;
}

static bool is_same_place(const zw_location *a, const zw_window *w, zw_range at)
{
    return strcmp(a->document, w->pieces.at[0].record.doc_id) == 0 &&
           a->source.byte.start == zw_window_span(w, at).byte.start;
}

/* The best of all places where the letters stand in a window. */
static zw_status look(locator *l, const zw_window *w, const zw_skeleton *text)
{
    zw_location here = { 0 };
    size_t place = 0;
    for (size_t at = 0; (at = zw_skeleton_find(text, l->wording, at)) < text->n; at++) {
        unsigned differs = zw_skeleton_differs(l->wording, text, at);
        zw_found found = differs ? ZW_FOUND_NORMALIZED : ZW_FOUND_EXACT;
        if (compare(&here, found, differs) <= 0)
            continue;
        here.found = found;
        here.differs = differs;
        here.likeness = 1;
        place = at;
        if (found == ZW_FOUND_EXACT)
            break;
    }
    if (here.found == ZW_FOUND_NOT)
        return ZW_OK;
    int better = compare(l->best, here.found, here.differs);
    zw_range at = zw_skeleton_stretch(l->wording, text, place);
    if (better < 0 || (better == 0 && is_same_place(l->best, w, at)))
        return ZW_OK;
    return better ? take(l, w, at, here) : note_place(l, w->pieces.at[0].record.doc_id);
}

/* --- 1: passages with all terms --------------------------------------------------------------- */

static zw_xquery demand(const locator *l, zw_xtree *tree)
{
    zw_xquery all = NULL;
    for (size_t i = 0, n = 0; i < l->terms.n && n < DEMANDED; i++) {
        const rare_term *t = &l->terms.at[i];
        if (t->open && l->terms.n > 1)
            continue;
        zw_xquery q = t->begins ? zw_xquery_prefix(tree, "", t->text, 100)
                                : zw_xquery_term(tree, "", t->text, 1);
        all = all ? zw_xquery_pair(tree, ZW_XOP_AND, all, q) : q;
        n++;
    }
    zw_xquery any = NULL;
    for (size_t i = 0; all && l->within && i < l->within->n; i++) {
        zw_xquery q = zw_xquery_term(tree, zw_fields[ZW_F_DOCUMENT].prefix,
                                     zw_str_of(l->within->at[i]), 1);
        any = any ? zw_xquery_pair(tree, ZW_XOP_OR, any, q) : q;
    }
    return any ? zw_xquery_pair(tree, ZW_XOP_FILTER, all, any) : all;
}

static zw_status look_in(locator *l, zw_str data)
{
    zw_passage_record record;
    zw_window window;
    zw_skeleton text;
    zw_status s = zw_passage_record_read(data, l->passing, &record, l->err);
    if (s == ZW_OK)
        s = zw_window_of(&record, l->passing, &window, l->err);
    if (s == ZW_OK)
        s = zw_skeleton_of(l->session->segmenter, window.text, l->passing, &text, l->err);
    return s == ZW_OK ? look(l, &window, &text) : s;
}

static zw_status look_where_all_terms_are(locator *l)
{
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    zw_xhits hits = { 0 };
    if (!tree)
        return zw_err_nomem(l->err);
    zw_status s = ZW_OK;
    search.query = demand(l, tree);
    search.max = ZW_LOCATE_ALL;
    search.sort = ZW_XSORT_DOCID;
    search.no_data = true;
    if (search.query)
        s = zw_xdb_search(l->db, &search, l->scratch, &hits, l->err);
    for (size_t i = 0; s == ZW_OK && i < hits.n; i++) {
        zw_str data;
        zw_arena_reset(l->passing);
        s = zw_xdb_data(l->db, hits.at[i].docid, l->passing, &data, l->err);
        if (s == ZW_OK)
            s = look_in(l, data);
    }
    l->best->many = hits.n == ZW_LOCATE_ALL;
    zw_xtree_free(tree);
    return s;
}

/* --- 2: passages that share the rarest terms -------------------------------------------------- */

typedef struct {
    uint32_t docid;
    float weight;
} vote;

typedef ZW_ARRAY(vote) votes;

static int by_docid(const void *a, const void *b)
{
    const vote *x = a, *y = b;
    return x->docid < y->docid ? -1 : x->docid > y->docid;
}

static int by_weight(const void *a, const void *b)
{
    const vote *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return by_docid(a, b);
}

static zw_status vote_for(locator *l, const rare_term *t, size_t max, votes *all)
{
    zw_xdocids docids = { 0 };
    double passages = (double)zw_index_stats_of(l->session->index)->passages;
    zw_status s = zw_xdb_postings(l->db, t->text, max, l->scratch, &docids, l->err);
    float weight = (float)log(1.1 + passages / (double)(t->freq + 1));
    for (size_t i = 0; s == ZW_OK && i < docids.n; i++) {
        if (!is_allowed(l, docids.at[i]))
            continue;
        vote *v = zw_array_add(l->scratch, all);
        if (!v)
            return zw_err_nomem(l->err);
        *v = (vote){ docids.at[i], weight };
    }
    return s;
}

/* One vote a passage, the heaviest first. */
static void count_votes(votes *all)
{
    size_t n = 0;
    if (all->n == 0)
        return;
    qsort(all->at, all->n, sizeof *all->at, by_docid);
    for (size_t i = 1; i < all->n; i++) {
        if (all->at[i].docid == all->at[n].docid)
            all->at[n].weight += all->at[i].weight;
        else
            all->at[++n] = all->at[i];
    }
    all->n = n + 1;
    qsort(all->at, all->n, sizeof *all->at, by_weight);
}

static zw_status ask_for_votes(locator *l, votes *all)
{
    zw_status s = ZW_OK;
    size_t asked = 0, voters = 0;
    for (size_t i = 0; s == ZW_OK && i < l->terms.n && voters < VOTERS; i++) {
        const rare_term *t = &l->terms.at[i];
        if (t->freq == 0 || t->begins)
            continue;
        if (voters >= 3 && asked + t->freq > POSTINGS)
            break;
        asked += t->freq;
        voters++;
        s = vote_for(l, t, POSTINGS, all);
    }
    count_votes(all);
    return s;
}

/* --- 3: the nearest stretch ------------------------------------------------------------------- */

static int by_code(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static uint64_t pair_at(const zw_skeleton *s, size_t i)
{
    return (uint64_t)s->codes[i] << 32 | s->codes[i + 1];
}

/* The part of a long text that has most pairs of letters of the wording within its length. */
static zw_status narrow(const locator *l, zw_skeleton *text)
{
    const zw_skeleton *w = l->wording;
    size_t width = 2 * w->n + 2 * LOOSE, n = w->n - 1, held = 0, most = 0, best = 0;
    if (text->n <= 2 * width)
        return ZW_OK;
    uint64_t *pairs = zw_arena_array(l->passing, n + 1, sizeof *pairs);
    bool *has = zw_arena_array(l->passing, text->n, sizeof *has);
    if (!pairs || !has)
        return zw_err_nomem(l->err);
    for (size_t i = 0; i < n; i++)
        pairs[i] = pair_at(w, i);
    qsort(pairs, n, sizeof *pairs, by_code);
    for (size_t i = 0; i + 1 < text->n; i++) {
        uint64_t pair = pair_at(text, i);
        has[i] = bsearch(&pair, pairs, n, sizeof pair, by_code) != NULL;
        held += has[i];
        if (i >= w->n)
            held -= has[i - w->n];
        if (held > most) {
            most = held;
            best = i;
        }
    }
    size_t start = best > width ? best - width : 0;
    size_t end = best + width < text->n ? best + width : text->n;
    *text = (zw_skeleton){ text->text, text->at + start, text->codes + start, end - start };
    return ZW_OK;
}

static zw_status approach(locator *l, const zw_window *w, zw_skeleton text)
{
    zw_alignment a;
    zw_status s = narrow(l, &text);
    if (s == ZW_OK)
        s = zw_align(l->wording, &text, l->passing, &a, l->err);
    if (s != ZW_OK || a.first == a.end)
        return s;
    double likeness = (double)a.equal / (double)l->wording->n;
    if (likeness < ZW_LOCATE_NEAR || l->best->found > ZW_FOUND_NEAR)
        return s;
    double worth = likeness - (double)a.distance / (double)l->wording->n;
    if (l->best->found == ZW_FOUND_NEAR && worth <= l->best->worth)
        return s;
    zw_location found = { .found = ZW_FOUND_NEAR,
                          .likeness = likeness,
                          .worth = worth,
                          .difference = zw_alignment_text(&a, l->wording, &text, l->arena) };
    if (!found.difference)
        return zw_err_nomem(l->err);
    return take(l, w, zw_skeleton_range(&text, a.first, a.end), found);
}

/* --- stretches -------------------------------------------------------------------------------- */

/* What windows looked at already cover. */
typedef struct {
    char document[40];
    size_t first, last;
} covered;

static bool is_covered(const covered *c, size_t n, const zw_passage_record *p)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(c[i].document, p->doc_id) == 0 && p->index >= c[i].first &&
            p->index <= c[i].last)
            return true;
    }
    return false;
}

static zw_status look_about(locator *l, uint32_t docid, bool near, covered *c, size_t *n)
{
    zw_passage_record record;
    zw_window w;
    zw_skeleton text;
    zw_str data;
    zw_arena_reset(l->passing);
    zw_status s = zw_xdb_data(l->db, docid, l->passing, &data, l->err);
    if (s == ZW_OK)
        s = zw_passage_record_read(data, l->passing, &record, l->err);
    if (s != ZW_OK || is_covered(c, *n, &record))
        return s;
    size_t around = l->wording->n + l->wording->n / 2 + LOOSE;
    s = zw_window_open(l->session, record.doc_id, record.index, around, l->passing, &w, l->err);
    if (s == ZW_OK)
        s = zw_skeleton_of(l->session->segmenter, w.text, l->passing, &text, l->err);
    if (s != ZW_OK)
        return s;
    snprintf(c[*n].document, sizeof c[*n].document, "%s", record.doc_id);
    c[*n].first = c[*n].last = record.index;
    ++*n;
    return near ? approach(l, &w, text) : look(l, &w, &text);
}

static zw_status look_at_best(locator *l, const votes *all, bool near)
{
    covered c[ZW_LOCATE_BEST];
    size_t n = 0;
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < all->n && i < ZW_LOCATE_BEST; i++)
        s = look_about(l, all->at[i].docid, near, c, &n);
    return s;
}

static zw_status locate(locator *l)
{
    votes all = { 0 };
    zw_status s = read_terms(l);
    if (s == ZW_OK)
        s = read_allowed(l);
    if (s == ZW_OK && l->terms.n)
        s = look_where_all_terms_are(l);
    if (s != ZW_OK || l->best->found != ZW_FOUND_NOT || l->terms.n == 0)
        return s;
    s = ask_for_votes(l, &all);
    if (s == ZW_OK)
        s = look_at_best(l, &all, false);
    size_t n = l->wording->n;
    if (s == ZW_OK && l->best->found == ZW_FOUND_NOT && n >= ZW_LOCATE_SHORTEST &&
        n <= ZW_ALIGN_PART)
        s = look_at_best(l, &all, true);
    return s;
}

zw_status zw_locate(zw_session *session, const zw_skeleton *wording, const zw_names *within,
                    zw_arena *arena, zw_location *location, zw_err *err)
{
    locator l = { .session = session,
                  .db = zw_index_db(session->index),
                  .wording = wording,
                  .within = within,
                  .arena = arena,
                  .scratch = zw_arena_new(),
                  .passing = zw_arena_new(),
                  .best = location,
                  .err = err };
    *location = (zw_location){ 0 };
    zw_status s = l.scratch && l.passing ? ZW_OK : zw_err_nomem(err);
    if (s == ZW_OK && wording->n)
        s = locate(&l);
    zw_arena_free(l.passing);
    zw_arena_free(l.scratch);
    return s;
}
