/* Groups looked up in an index. */
#include "store/group.h"

#include <stdlib.h>

#include "store/lookup.h"
#include "store/schema.h"

enum {
    POSTINGS_MAX = 256,    /* documents of one term */
    MEMBERS_MAX = 256,     /* of a group */
    CANDIDATES_MAX = 4096, /* documents looked at for one group */
    SLOTS = 8192,          /* of the table that finds them; twice as many, a power of two */
};

typedef struct {
    uint32_t docid;
    bool member;
    zw_doc_record record;
} candidate;

typedef struct {
    zw_xdb *db;
    zw_arena *arena;
    zw_err *err;
    ZW_ARRAY(candidate *) all;
    ZW_ARRAY(candidate *) members;
    candidate **slots; /* by docid; NULL until there is a second document */
    bool too_many;
} search;

static candidate **slot_of(search *g, uint32_t docid)
{
    size_t at = (docid * 2654435761u) % SLOTS;
    while (g->slots[at] && g->slots[at]->docid != docid)
        at = (at + 1) % SLOTS;
    return &g->slots[at];
}

static zw_status load(search *g, uint32_t docid, candidate **found)
{
    zw_str data;
    candidate **kept = zw_array_add(g->arena, &g->all), *c = zw_arena_alloc(g->arena, sizeof *c);
    if (!kept || !c)
        return zw_err_nomem(g->err);
    *kept = *found = c;
    c->docid = docid;
    zw_status s = zw_xdb_data(g->db, docid, g->arena, &data, g->err);
    return s == ZW_OK ? zw_doc_record_read(data, g->arena, &c->record, g->err) : s;
}

/* Indexes opened as one may hold the same document twice. */
static bool is_member(const search *g, const char *id)
{
    for (size_t i = 0; i < g->members.n; i++) {
        if (strcmp(g->members.at[i]->record.id, id) == 0)
            return true;
    }
    return false;
}

static zw_status join(search *g, candidate *c)
{
    candidate **member = zw_array_add(g->arena, &g->members);
    if (!member)
        return zw_err_nomem(g->err);
    *member = c;
    c->member = true;
    g->too_many |= g->members.n > MEMBERS_MAX;
    return ZW_OK;
}

static bool make_slots(search *g)
{
    if (g->slots)
        return true;
    g->slots = zw_arena_array(g->arena, SLOTS, sizeof(candidate *));
    for (size_t i = 0; g->slots && i < g->all.n; i++)
        *slot_of(g, g->all.at[i]->docid) = g->all.at[i];
    return g->slots != NULL;
}

/* A document that shares a term with the member. */
static zw_status meet(search *g, const candidate *with, uint32_t docid)
{
    zw_status s = ZW_OK;
    if (!make_slots(g))
        return zw_err_nomem(g->err);
    candidate **slot = slot_of(g, docid);
    if (!*slot) {
        g->too_many |= g->all.n >= CANDIDATES_MAX;
        s = g->too_many ? ZW_OK : load(g, docid, slot);
    }
    bool joins = s == ZW_OK && !g->too_many && !(*slot)->member &&
                 zw_group_related(&with->record, &(*slot)->record) &&
                 !is_member(g, (*slot)->record.id);
    return joins ? join(g, *slot) : s;
}

static zw_status meet_all(search *g, const candidate *with, const char *like)
{
    zw_xdocids docids;
    const char *term = zw_lookup_term(ZW_F_LIKE, zw_str_of(like), g->arena);
    if (!term)
        return zw_err_nomem(g->err);
    uint64_t freq = zw_xdb_termfreq(g->db, zw_str_of(term));
    if (freq < 2 || freq > POSTINGS_MAX)
        return ZW_OK;
    zw_status s = zw_xdb_postings(g->db, zw_str_of(term), POSTINGS_MAX, g->arena, &docids, g->err);
    for (size_t i = 0; s == ZW_OK && !g->too_many && i < docids.n; i++) {
        if (docids.at[i] != with->docid)
            s = meet(g, with, docids.at[i]);
    }
    return s;
}

/* All that hangs together with the first member. */
static zw_status spread(search *g)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && !g->too_many && i < g->members.n; i++) {
        const candidate *c = g->members.at[i];
        const char *terms[ZW_LIKE_MAX];
        size_t n;
        s = zw_like_terms(&c->record.version, c->record.meta.number, g->arena, terms, &n, g->err);
        for (size_t k = 0; s == ZW_OK && !g->too_many && k < n; k++)
            s = terms[k][0] == 'f' ? ZW_OK : meet_all(g, c, terms[k]);
    }
    return s;
}

static zw_status find(search *g, candidate *first, zw_group *group)
{
    zw_status s = join(g, first);
    if (s == ZW_OK)
        s = spread(g);
    if (s != ZW_OK)
        return s;
    group->n = g->too_many ? 1 : g->members.n;
    group->at = zw_arena_array(g->arena, group->n, sizeof *group->at);
    if (!group->at)
        return zw_err_nomem(g->err);
    for (size_t i = 0; i < group->n; i++)
        group->at[i].record = &g->members.at[i]->record;
    return zw_group_arrange(group, g->arena, g->err);
}

/* Its unit is not looked up: met again, it is known by its id. */
zw_status zw_group_of_record(zw_xdb *db, const zw_doc_record *record, zw_arena *arena,
                             zw_group *group, zw_err *err)
{
    search g = { .db = db, .arena = arena, .err = err };
    candidate *first = zw_arena_alloc(arena, sizeof *first);
    *group = (zw_group){ 0 };
    if (!first)
        return zw_err_nomem(err);
    first->record = *record;
    return find(&g, first, group);
}

zw_status zw_group_of(zw_xdb *db, zw_str doc_id, zw_arena *arena, zw_group *group, zw_err *err)
{
    search g = { .db = db, .arena = arena, .err = err };
    candidate *first;
    uint32_t docid;
    *group = (zw_group){ 0 };
    const char *term = zw_lookup_term(ZW_F_ID, doc_id, arena);
    if (!term)
        return zw_err_nomem(err);
    zw_status s = zw_xdb_find(db, zw_str_of(term), &docid, err);
    if (s == ZW_E_NOTFOUND)
        return zw_err_set(err, s, "'%.*s': not in the index", (int)doc_id.n, doc_id.at);
    if (s == ZW_OK)
        s = load(&g, docid, &first);
    return s == ZW_OK ? find(&g, first, group) : s;
}

/* ---- all groups ---- */

typedef struct {
    zw_xdb *db;
    zw_err *err;
    zw_arena *scratch;
    zw_group_each each;
    void *with;
    unsigned char *wanted; /* a bit for each unit that may be in a group */
    uint32_t last;
} walk;

static void set(walk *w, uint32_t docid, bool value)
{
    unsigned char bit = (unsigned char)(1u << docid % 8);
    if (docid <= w->last)
        w->wanted[docid / 8] = value ? w->wanted[docid / 8] | bit
                                     : w->wanted[docid / 8] & (unsigned char)~bit;
}

static bool is_set(const walk *w, uint32_t docid)
{
    return w->wanted[docid / 8] >> docid % 8 & 1;
}

static zw_status want(walk *w, zw_str term, size_t max)
{
    zw_xdocids docids;
    zw_status s = zw_xdb_postings(w->db, term, max, w->scratch, &docids, w->err);
    for (size_t i = 0; s == ZW_OK && i < docids.n; i++)
        set(w, docids.at[i], true);
    return s;
}

/* The documents of those terms of a prefix that several carry. */
static zw_status want_shared(walk *w, const char *prefix)
{
    zw_xterms terms;
    zw_arena_reset(w->scratch);
    zw_str text = { zw_lookup_term(ZW_F_LIKE, zw_str_of(prefix), w->scratch), 0 };
    if (!text.at)
        return zw_err_nomem(w->err);
    text.n = strlen(text.at);
    zw_status s = zw_xdb_terms(w->db, text, SIZE_MAX, w->scratch, &terms, w->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        if (terms.at[i].freq > 1 && terms.at[i].freq <= POSTINGS_MAX)
            s = want(w, terms.at[i].term, POSTINGS_MAX);
    }
    return s;
}

/* A sixteenth of the terms of each kind at a time. */
static zw_status want_like(walk *w)
{
    zw_status s = ZW_OK;
    for (unsigned i = 0; s == ZW_OK && i < (ZW_SKETCH_BANDS + 2) * 16; i++) {
        unsigned kind = i / 16;
        char prefix[8] = { kind < ZW_SKETCH_BANDS    ? 'b'
                           : kind == ZW_SKETCH_BANDS ? 'k'
                                                     : 'n',
                           (char)('0' + (kind < ZW_SKETCH_BANDS ? kind : 0)),
                           "0123456789abcdef"[i % 16], '\0' };
        s = want_shared(w, prefix);
    }
    return s;
}

/* Drafts and interpretations, which are such without their original too. */
static zw_status want_forms(walk *w)
{
    zw_status s = ZW_OK;
    for (unsigned form = ZW_FORM_ISSUED + 1; s == ZW_OK && form < ZW_FORM_COUNT; form++) {
        char like[8] = { 'f', (char)('0' + form), '\0' };
        zw_arena_reset(w->scratch);
        const char *term = zw_lookup_term(ZW_F_LIKE, zw_str_of(like), w->scratch);
        s = term ? want(w, zw_str_of(term), SIZE_MAX) : zw_err_nomem(w->err);
    }
    return s;
}

static zw_status tell(walk *w, uint32_t docid)
{
    zw_group group = { 0 };
    zw_arena_reset(w->scratch);
    search g = { .db = w->db, .arena = w->scratch, .err = w->err };
    candidate *first;
    zw_status s = load(&g, docid, &first);
    if (s == ZW_OK)
        s = find(&g, first, &group);
    for (size_t i = 0; s == ZW_OK && i < group.n && !g.too_many; i++)
        set(w, g.members.at[i]->docid, false);
    bool tells = s == ZW_OK && (group.n > 1 || group.at[0].relation != ZW_RELATION_ORIGINAL);
    return tells ? w->each(w->with, &group, w->err) : s;
}

zw_status zw_groups_walk(zw_xdb *db, zw_group_each each, void *with, zw_err *err)
{
    walk w = { .db = db, .err = err, .each = each, .with = with, .scratch = zw_arena_new() };
    zw_xdb_size size = { 0 };
    zw_status s = w.scratch ? zw_xdb_size_of(db, &size, err) : zw_err_nomem(err);
    w.last = (uint32_t)size.last_docid;
    if (s == ZW_OK && !(w.wanted = calloc(w.last / 8 + 1, 1)))
        s = zw_err_nomem(err);
    if (s == ZW_OK)
        s = want_like(&w);
    if (s == ZW_OK)
        s = want_forms(&w);
    for (uint32_t i = 1; s == ZW_OK && i <= w.last && i; i++) {
        if (is_set(&w, i))
            s = tell(&w, i);
    }
    free(w.wanted);
    zw_arena_free(w.scratch);
    return s;
}
