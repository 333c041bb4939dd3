#include "query/study/network/works.h"

#include <stdlib.h>

#include "base/map.h"
#include "query/study/network/work_name.h"
#include "store/lookup.h"

#define NONE SIZE_MAX

typedef struct {
    zw_work_document shown;
    zw_work_name name;
    size_t next_number, next_key; /* documents of the same number, of the same key */
    size_t *references;           /* what it cites */
    bool *basis;
    size_t n_references;
    ZW_ARRAY(zw_work_cite) cites;
} held;

/* A title and a number as they are written, however many documents cite them so. */
typedef struct {
    const char *title, *number;
    zw_work_name name;
    size_t count;         /* documents that cite it so */
    const char *province; /* theirs, interned; "": of several, or of the whole state */
} reference;

typedef struct {
    zw_work shown;
    size_t titled, numbered; /* how often it is called as shown */
    ZW_ARRAY(size_t) documents;
    ZW_ARRAY(size_t) cited_by;
} known;

struct zw_works {
    zw_session *session;
    zw_arena *arena, *scratch;
    zw_version_rules *rules;
    ZW_ARRAY(held) documents;
    ZW_ARRAY(reference) references;
    ZW_ARRAY(known) works;
    zw_map names, ids, numbers, keys; /* numbers, keys: to a document + 1 */
    zw_map written;                   /* to a reference + 1 */
    zw_map labels;                    /* of works that are only cited, to a work + 1 */
    zw_map number_keys, key_numbers;  /* to the reference + 1 that gives both */
    zw_err *err;
};

/* --- reading ---------------------------------------------------------------------------------- */

static bool keep(zw_works *w, const char *text, const char **to)
{
    *to = text ? zw_map_intern(&w->names, zw_str_of(text)) : NULL;
    return !text || *to;
}

static zw_status keep_name(zw_works *w, zw_work_name *name)
{
    bool kept = keep(w, name->number, &name->number) && keep(w, name->key, &name->key) &&
                keep(w, name->plain, &name->plain) && keep(w, name->issuer, &name->issuer) &&
                keep(w, name->years, &name->years);
    return kept ? ZW_OK : zw_err_nomem(w->err);
}

static zw_status reference_of(zw_works *w, const zw_cited *cited, size_t *found)
{
    const char *number = cited->number ? cited->number : "";
    const char *both = zw_arena_printf(w->scratch, "%s\n%s", cited->title, number);
    size_t *at = both ? zw_map_add(&w->written, zw_str_of(both)) : NULL;
    if (!at)
        return zw_err_nomem(w->err);
    if (*at) {
        *found = *at - 1;
        return ZW_OK;
    }
    reference *r = zw_array_add(w->arena, &w->references);
    if (!r || !keep(w, cited->title, &r->title) || !keep(w, cited->number, &r->number))
        return zw_err_nomem(w->err);
    *at = w->references.n;
    *found = w->references.n - 1;
    zw_status s = zw_work_name_of(w->rules, w->session->segmenter, r->title, r->number, w->scratch,
                                  &r->name, w->err);
    return s == ZW_OK ? keep_name(w, &r->name) : s;
}

static zw_status keep_references(zw_works *w, const zw_doc_record *record, held *d)
{
    d->references = zw_arena_array(w->arena, record->cites.n + 1, sizeof *d->references);
    d->basis = zw_arena_array(w->arena, record->cites.n + 1, sizeof *d->basis);
    if (!d->references || !d->basis)
        return zw_err_nomem(w->err);
    zw_status s = ZW_OK;
    for (; s == ZW_OK && d->n_references < record->cites.n; d->n_references++) {
        d->basis[d->n_references] = record->cites.at[d->n_references].basis;
        s = reference_of(w, &record->cites.at[d->n_references], &d->references[d->n_references]);
    }
    return s;
}

static zw_status keep_document(zw_works *w, const zw_doc_record *record)
{
    held *d = zw_array_add(w->arena, &w->documents);
    const zw_metadata *m = &record->meta;
    if (!d)
        return zw_err_nomem(w->err);
    zw_work_document *shown = &d->shown;
    bool kept = keep(w, record->id, &shown->id) && keep(w, m->title, &shown->title) &&
                keep(w, m->number, &shown->number) && keep(w, m->issuer, &shown->issuer) &&
                keep(w, m->date, &shown->date) && keep(w, m->genre, &shown->genre);
    shown->region = record->region;
    for (size_t i = 0; kept && i < record->region.n; i++)
        kept = keep(w, record->region.names[i], &shown->region.names[i]);
    if (!kept)
        return zw_err_nomem(w->err);
    shown->form = record->version.form;
    zw_status s = zw_work_name_of(w->rules, w->session->segmenter, m->title, m->number, w->scratch,
                                  &d->name, w->err);
    d->name.form = record->version.form;
    d->name.standing |= record->version.standing;
    if (s == ZW_OK && record->version.key)
        d->name.key = record->version.key;
    if (s == ZW_OK)
        s = keep_name(w, &d->name);
    return s == ZW_OK ? keep_references(w, record, d) : s;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const held *)a)->shown.id, ((const held *)b)->shown.id);
}

static zw_status read_documents(zw_works *w)
{
    zw_xdb *db = zw_index_db(w->session->index);
    zw_xdocids docids = { 0 };
    zw_arena *list = zw_arena_new();
    const char *term = list ? zw_lookup_term(ZW_F_TYPE, ZW_STR(ZW_TYPE_DOCUMENT), list) : NULL;
    zw_status s = term ? zw_xdb_postings(db, zw_str_of(term), NONE, list, &docids, w->err)
                       : zw_err_nomem(w->err);
    for (size_t i = 0; s == ZW_OK && i < docids.n; i++) {
        zw_doc_record record;
        zw_str data;
        zw_arena_reset(w->scratch);
        s = zw_xdb_data(db, docids.at[i], w->scratch, &data, w->err);
        if (s == ZW_OK)
            s = zw_doc_record_read(data, w->scratch, &record, w->err);
        if (s == ZW_OK)
            s = keep_document(w, &record);
    }
    zw_arena_free(list);
    if (w->documents.n)
        qsort(w->documents.at, w->documents.n, sizeof *w->documents.at, by_id);
    return s;
}

/* --- tables ----------------------------------------------------------------------------------- */

/* A decision that changes the 甲办法 has its key, and is not the 甲办法. */
static const char *key_text(const zw_works *w, const zw_work_name *name)
{
    return zw_arena_printf(w->scratch, "%d%s", name->form == ZW_FORM_CHANGE, name->key);
}

static bool chain(zw_map *map, const char *key, size_t i, size_t *next)
{
    size_t *first = key ? zw_map_add(map, zw_str_of(key)) : NULL;
    if (!first)
        return false;
    *next = *first ? *first - 1 : NONE;
    *first = i + 1;
    return true;
}

/* From the last to the first, so that chains ascend. */
static zw_status enter_documents(zw_works *w)
{
    bool done = true;
    zw_arena_reset(w->scratch);
    for (size_t i = w->documents.n; done && i-- > 0;) {
        held *d = &w->documents.at[i];
        bool citable = d->shown.form == ZW_FORM_ISSUED || d->shown.form == ZW_FORM_CHANGE;
        size_t *id = zw_map_add(&w->ids, zw_str_of(d->shown.id));
        done = id != NULL;
        if (id)
            *id = i + 1;
        d->next_number = d->next_key = NONE;
        if (done && citable && *d->name.number)
            done = chain(&w->numbers, d->name.number, i, &d->next_number);
        if (done && citable && *d->name.key)
            done = chain(&w->keys, key_text(w, &d->name), i, &d->next_key);
    }
    return done ? ZW_OK : zw_err_nomem(w->err);
}

/* head[i]: the document that stands for that of document i. */
static zw_status find_heads(zw_works *w, size_t *head)
{
    zw_arena *arena = zw_arena_new();
    zw_versions *versions = arena ? zw_versions_new(w->session, arena) : NULL;
    zw_status s = versions ? zw_versions_all(versions, w->err) : zw_err_nomem(w->err);
    for (size_t i = 0; s == ZW_OK && i < w->documents.n; i++) {
        zw_version_place place;
        zw_work_document *d = &w->documents.at[i].shown;
        s = zw_versions_of(versions, d->id, &place, w->err);
        const zw_version_member *self = s == ZW_OK ? zw_version_self(&place) : NULL;
        d->relation = self ? self->relation : ZW_RELATION_ORIGINAL;
        size_t first = self ? zw_works_find_id(w, zw_version_head(&place, d->id)) : i;
        bool own = first == NONE || d->form == ZW_FORM_INTERPRETATION;
        d->interprets = own && first != NONE && first != i ? first : NONE;
        head[i] = own ? i : first;
    }
    zw_arena_free(arena);
    return s;
}

static zw_status add_member(zw_works *w, size_t to, size_t document)
{
    size_t *slot = zw_array_add(w->arena, &w->works.at[to].documents);
    if (!slot)
        return zw_err_nomem(w->err);
    *slot = document;
    w->documents.at[document].shown.work = to;
    return ZW_OK;
}

static zw_status make_works(zw_works *w)
{
    size_t n = w->documents.n, *head = zw_arena_array(w->arena, n + 1, sizeof *head);
    zw_status s = head ? find_heads(w, head) : zw_err_nomem(w->err);
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        const zw_work_document *d = &w->documents.at[i].shown;
        known *k = head[i] == i ? zw_array_add(w->arena, &w->works) : NULL;
        if (head[i] == i && !k)
            return zw_err_nomem(w->err);
        if (k) {
            k->shown = (zw_work){ .title = d->title, .number = d->number };
            s = add_member(w, w->works.n - 1, i);
        }
    }
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        if (head[i] != i)
            s = add_member(w, w->documents.at[head[i]].shown.work, i);
    }
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        zw_work_document *d = &w->documents.at[i].shown;
        const zw_work_document *of = d->interprets == NONE ? NULL
                                                           : &w->documents.at[d->interprets].shown;
        d->interprets = of && of->form != ZW_FORM_INTERPRETATION ? of->work : NONE;
    }
    return s;
}

/* Of two writings of one text the one that is cited more often. */
static void note_writing(zw_works *w, size_t *at, size_t i)
{
    const reference *r = &w->references.at[i], *old = *at ? &w->references.at[*at - 1] : NULL;
    if (!old || r->count > old->count ||
        (r->count == old->count && strcmp(r->title, old->title) < 0))
        *at = i + 1;
}

/* Which number goes with which title, by those who give both. A title that goes with several
 * numbers is of several texts. */
static zw_status pair_names(zw_works *w)
{
    for (size_t i = 0; i < w->references.n; i++) {
        const zw_work_name *name = &w->references.at[i].name;
        if (!*name->number || !*name->key)
            continue;
        zw_arena_reset(w->scratch);
        const char *key = key_text(w, name);
        size_t *by_number = zw_map_add(&w->number_keys, zw_str_of(name->number));
        size_t *by_key = key ? zw_map_add(&w->key_numbers, zw_str_of(key)) : NULL;
        if (!by_number || !by_key)
            return zw_err_nomem(w->err);
        note_writing(w, by_number, i);
        if (*by_key && *by_key != NONE &&
            strcmp(w->references.at[*by_key - 1].name.number, name->number) != 0)
            *by_key = NONE;
        else if (*by_key != NONE)
            note_writing(w, by_key, i);
    }
    return ZW_OK;
}

static void count_references(zw_works *w)
{
    for (size_t i = 0; i < w->documents.n; i++) {
        const held *d = &w->documents.at[i];
        const char *province = d->shown.region.n ? d->shown.region.names[0] : "";
        for (size_t k = 0; k < d->n_references; k++) {
            reference *r = &w->references.at[d->references[k]];
            r->count++;
            r->province = !r->province || r->province == province ? province : "";
        }
    }
}

/* --- resolving -------------------------------------------------------------------------------- */

/* How well a document is meant. Its number is enough; of several documents of one number, the one
 * of that title. Itself, if it can be nothing else. */
static unsigned fits(const held *d, const held *citing, const zw_work_name *name, bool by_number)
{
    unsigned how = 2;
    if (!by_number)
        how = zw_work_name_fits(name, citing ? &citing->shown.region : NULL,
                                citing ? citing->shown.date : NULL, &d->name, &d->shown.region,
                                d->shown.date);
    else if (*name->key && strcmp(name->key, d->name.key) == 0)
        how += 2;
    how += by_number && d->shown.relation == ZW_RELATION_ORIGINAL;
    return how && citing && d->shown.work == citing->shown.work ? 1 : how;
}

static size_t best_of(const zw_works *w, const held *citing, const zw_work_name *name, size_t first,
                      bool by_number)
{
    size_t best = NONE;
    unsigned most = 0;
    for (size_t i = first; i != NONE;) {
        const held *d = &w->documents.at[i];
        unsigned how = fits(d, citing, name, by_number);
        if (how > most) {
            most = how;
            best = i;
        }
        i = by_number ? d->next_number : d->next_key;
    }
    return best;
}

/* The document that is meant by a name; NONE: the index has none. */
static zw_status find_document(const zw_works *w, const held *citing, const zw_work_name *name,
                               size_t *found)
{
    const char *key = key_text(w, name);
    *found = NONE;
    if (!key)
        return zw_err_nomem(w->err);
    const size_t *first = *name->number ? zw_map_get(&w->numbers, zw_str_of(name->number)) : NULL;
    if (first)
        *found = best_of(w, citing, name, *first - 1, true);
    first = *found == NONE && *name->key ? zw_map_get(&w->keys, zw_str_of(key)) : NULL;
    if (first)
        *found = best_of(w, citing, name, *first - 1, false);
    return ZW_OK;
}

/* What others give beside the number or the title that stands alone. 《居住证管理办法》 is that of
 * a number only where the number is cited from the same province, or from many. */
static const reference *other_writing(const zw_works *w, const held *citing,
                                      const zw_work_name *name)
{
    const char *key = key_text(w, name);
    bool number = *name->number && !*name->key, title = *name->key && !*name->number;
    const size_t *at = number         ? zw_map_get(&w->number_keys, zw_str_of(name->number))
                       : title && key ? zw_map_get(&w->key_numbers, zw_str_of(key))
                                      : NULL;
    if (!at || *at == 0 || *at == NONE)
        return NULL;
    const reference *r = &w->references.at[*at - 1];
    const char *province = citing && citing->shown.region.n ? citing->shown.region.names[0] : "";
    bool near = !citing || !*r->province || r->province == province;
    return number || (near && zw_work_name_agree(name, &r->name)) ? r : NULL;
}

/* By what a text that is not in the index is known. */
static const char *label_of(const zw_works *w, const zw_work_name *name)
{
    if (*name->number)
        return zw_arena_printf(w->scratch, "N%s", name->number);
    if (*name->key)
        return zw_arena_printf(w->scratch, "K%s%s", key_text(w, name), name->years);
    return zw_arena_printf(w->scratch, "T%s", name->plain);
}

/* Either the document that is meant, or the label of the text. */
static zw_status resolve(const zw_works *w, const held *citing, const zw_work_name *name,
                         size_t *found, const char **label)
{
    zw_status s = find_document(w, citing, name, found);
    const reference *other = s == ZW_OK && *found == NONE ? other_writing(w, citing, name) : NULL;
    if (other)
        s = find_document(w, citing, &other->name, found);
    if (s != ZW_OK || *found != NONE)
        return s;
    *label = label_of(w, other ? &other->name : name);
    return *label ? ZW_OK : zw_err_nomem(w->err);
}

/* --- the graph -------------------------------------------------------------------------------- */

static zw_status work_of_label(zw_works *w, const char *label, size_t *found)
{
    size_t *at = zw_map_add(&w->labels, zw_str_of(label));
    if (!at)
        return zw_err_nomem(w->err);
    if (!*at) {
        known *k = zw_array_add(w->arena, &w->works);
        if (!k)
            return zw_err_nomem(w->err);
        *at = w->works.n;
    }
    *found = *at - 1;
    return ZW_OK;
}

static bool better_name(const char *name, size_t count, const char *old, size_t old_count)
{
    if (!name || !*name)
        return false;
    return !old || count > old_count || (count == old_count && strcmp(name, old) < 0);
}

/* A text that is not in the index is called as it is most often. */
static void call(known *k, const reference *r)
{
    if (k->documents.n)
        return;
    if (better_name(r->title, r->count, k->shown.title, k->titled)) {
        k->shown.title = r->title;
        k->titled = r->count;
    }
    if (better_name(r->number, r->count, k->shown.number, k->numbered)) {
        k->shown.number = r->number;
        k->numbered = r->count;
    }
}

static zw_status add_cite(zw_works *w, held *d, size_t k)
{
    const reference *r = &w->references.at[d->references[k]];
    const char *label = NULL;
    size_t found, to = NONE;
    zw_status s = resolve(w, d, &r->name, &found, &label);
    if (s == ZW_OK && found != NONE)
        to = w->documents.at[found].shown.work;
    else if (s == ZW_OK)
        s = work_of_label(w, label, &to);
    if (s != ZW_OK || to == d->shown.work)
        return s;
    zw_work_cite *c = zw_array_add(w->arena, &d->cites);
    if (!c)
        return zw_err_nomem(w->err);
    *c = (zw_work_cite){ to, r->title, r->number, d->basis[k] };
    call(&w->works.at[to], r);
    return ZW_OK;
}

/* By work; of one work the fullest writing first. */
static int by_work(const void *a, const void *b)
{
    const zw_work_cite *x = a, *y = b;
    if (x->work != y->work)
        return x->work < y->work ? -1 : 1;
    if (!x->number != !y->number)
        return x->number ? -1 : 1;
    size_t n = strlen(x->title), m = strlen(y->title);
    return n != m ? (n > m ? -1 : 1) : strcmp(x->title, y->title);
}

static zw_status settle_cites(zw_works *w, size_t i)
{
    held *d = &w->documents.at[i];
    size_t n = 0;
    if (d->cites.n)
        qsort(d->cites.at, d->cites.n, sizeof *d->cites.at, by_work);
    for (size_t k = 0; k < d->cites.n; k++) {
        const zw_work_cite *c = &d->cites.at[k];
        if (n && d->cites.at[n - 1].work == c->work) {
            d->cites.at[n - 1].basis |= c->basis;
            continue;
        }
        d->cites.at[n++] = *c;
        size_t *slot = zw_array_add(w->arena, &w->works.at[c->work].cited_by);
        if (!slot)
            return zw_err_nomem(w->err);
        *slot = i;
    }
    d->shown.cites = d->cites.at;
    d->shown.n_cites = n;
    return ZW_OK;
}

static void show_works(zw_works *w)
{
    for (size_t i = 0; i < w->works.n; i++) {
        known *k = &w->works.at[i];
        k->shown.documents = k->documents.at;
        k->shown.n_documents = k->documents.n;
        k->shown.cited_by = k->cited_by.at;
        k->shown.n_cited_by = k->cited_by.n;
    }
}

static zw_status make_graph(zw_works *w)
{
    count_references(w);
    zw_status s = pair_names(w);
    for (size_t i = 0; s == ZW_OK && i < w->documents.n; i++) {
        zw_arena_reset(w->scratch);
        for (size_t k = 0; s == ZW_OK && k < w->documents.at[i].n_references; k++)
            s = add_cite(w, &w->documents.at[i], k);
        if (s == ZW_OK)
            s = settle_cites(w, i);
    }
    show_works(w);
    return s;
}

/* --- works ------------------------------------------------------------------------------------ */

zw_status zw_works_open(zw_session *session, zw_works **works, zw_err *err)
{
    zw_works *w = calloc(1, sizeof *w);
    if (!w)
        return zw_err_nomem(err);
    w->session = session;
    w->err = err;
    w->arena = zw_arena_new();
    w->scratch = zw_arena_new();
    zw_map *const maps[] = { &w->names,   &w->ids,    &w->numbers,     &w->keys,
                             &w->written, &w->labels, &w->number_keys, &w->key_numbers };
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        maps[i]->arena = w->arena;
    zw_status s = w->arena && w->scratch ? zw_version_rules_open(&w->rules, err)
                                         : zw_err_nomem(err);
    if (s == ZW_OK)
        s = read_documents(w);
    if (s == ZW_OK)
        s = enter_documents(w);
    if (s == ZW_OK)
        s = make_works(w);
    if (s == ZW_OK)
        s = make_graph(w);
    if (s == ZW_OK)
        *works = w;
    else
        zw_works_free(w);
    return s;
}

void zw_works_free(zw_works *works)
{
    if (!works)
        return;
    zw_version_rules_free(works->rules);
    zw_arena_free(works->scratch);
    zw_arena_free(works->arena);
    free(works);
}

size_t zw_works_count(const zw_works *works)
{
    return works->works.n;
}

const zw_work *zw_works_at(const zw_works *works, size_t work)
{
    return &works->works.at[work].shown;
}

size_t zw_works_documents(const zw_works *works)
{
    return works->documents.n;
}

const zw_work_document *zw_works_document(const zw_works *works, size_t document)
{
    return &works->documents.at[document].shown;
}

size_t zw_works_find_id(const zw_works *works, const char *id)
{
    const size_t *at = zw_map_get(&works->ids, zw_str_of(id));
    return at ? *at - 1 : NONE;
}

const zw_work_document *zw_work_head(const zw_works *works, size_t work)
{
    const zw_work *k = &works->works.at[work].shown;
    return k->n_documents ? &works->documents.at[k->documents[0]].shown : NULL;
}

zw_status zw_works_resolve(zw_works *works, const zw_work_document *citing, const char *title,
                           const char *number, size_t *work, zw_err *err)
{
    zw_work_name name;
    size_t found = NONE;
    const char *label = NULL;
    const size_t at = citing ? zw_works_find_id(works, citing->id) : NONE;
    works->err = err;
    *work = NONE;
    zw_arena_reset(works->scratch);
    zw_status s = zw_work_name_of(works->rules, works->session->segmenter, title, number,
                                  works->scratch, &name, err);
    if (s == ZW_OK)
        s = resolve(works, at == NONE ? NULL : &works->documents.at[at], &name, &found, &label);
    if (s == ZW_OK && found != NONE)
        *work = works->documents.at[found].shown.work;
    const size_t *unknown = s == ZW_OK && label ? zw_map_get(&works->labels, zw_str_of(label))
                                                : NULL;
    if (unknown)
        *work = *unknown - 1;
    return s;
}
