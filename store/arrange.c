/* The members of a group put in order: copies, versions, the original. */
#include <stdlib.h>

#include "store/group.h"

static const char *const names[ZW_RELATION_COUNT] = { "original", "repost", "amended", "draft",
                                                      "interpretation" };

const char *zw_relation_name(zw_relation relation)
{
    return names[relation];
}

bool zw_relation_find(zw_str name, zw_relation *relation)
{
    for (int i = 0; i < ZW_RELATION_COUNT; i++) {
        if (zw_str_eq(name, zw_str_of(names[i]))) {
            *relation = (zw_relation)i;
            return true;
        }
    }
    return false;
}

/* A member while it is put in order. */
typedef struct {
    const zw_doc_record *record;
    size_t copy_of; /* index of the one that stands for it */
    const char *date;
    bool taken;
} item;

static int told(const zw_doc_record *r)
{
    const zw_metadata *m = &r->meta;
    const char *url = zw_given_value(&r->given, "url");
    return (m->number ? 8 : 0) + (m->issuer ? 4 : 0) + (url && strstr(url, ".gov.cn") ? 2 : 0) +
           (m->date && strlen(m->date) == 10 ? 1 : 0);
}

/* Dates that are not told come last. */
static int compare_dates(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a == NULL) - (b == NULL);
}

/* Which of two copies stands for both; a total order, so that no order of reading shows. */
static int by_worth(const void *a, const void *b)
{
    const zw_doc_record *x = ((const item *)a)->record, *y = ((const item *)b)->record;
    int c = told(y) - told(x);
    c = c ? c : compare_dates(x->meta.date, y->meta.date);
    size_t m = x->version.sketch.letters, n = y->version.sketch.letters;
    c = c ? c : (m < n) - (m > n);
    return c ? c : strcmp(x->id, y->id);
}

/* The best copy comes first, and takes all that hang together with it. */
static void gather_copies(item *all, size_t n, size_t first)
{
    all[first].copy_of = first;
    all[first].taken = true;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = first + 1; i < n; i++) {
            bool copy = false;
            for (size_t k = first; !all[i].taken && !copy && k < n; k++)
                copy = all[k].taken && all[k].copy_of == first &&
                       zw_group_copies(all[k].record, all[i].record);
            if (!copy)
                continue;
            all[i].taken = more = true;
            all[i].copy_of = first;
            if (!all[first].date)
                all[first].date = all[i].date;
        }
    }
}

static bool stands(const item *all, size_t i)
{
    return all[i].copy_of == i;
}

static zw_form form_of(const item *it)
{
    return it->record->version.form;
}

/* The earlier text. Where dates do not tell, one that calls itself amended is the later one, and
 * one with a date comes before one without. */
static bool earlier(const item *a, const item *b)
{
    int marked = a->record->version.amended - b->record->version.amended;
    bool dated = a->date && b->date && strcmp(a->date, b->date) != 0;
    return dated    ? strcmp(a->date, b->date) < 0
           : marked ? marked < 0
                    : compare_dates(a->date, b->date) < 0;
}

/* Of the texts of a form the first, or n; all[] is by worth, which decides where dates do not. */
static size_t first_of(const item *all, size_t n, zw_form form)
{
    size_t first = n;
    for (size_t i = 0; i < n; i++) {
        if (stands(all, i) && form_of(&all[i]) == form &&
            (first == n || earlier(&all[i], &all[first])))
            first = i;
    }
    return first;
}

/* What a draft became: the first issued since; what an interpretation explains: the last issued by
 * then. n: dates do not tell. */
static size_t issued_near(const item *all, size_t n, const item *it)
{
    bool draft = form_of(it) == ZW_FORM_DRAFT;
    size_t best = n;
    for (size_t i = 0; it->date && i < n; i++) {
        if (!stands(all, i) || form_of(&all[i]) != ZW_FORM_ISSUED || !all[i].date)
            continue;
        int c = compare_dates(all[i].date, it->date);
        bool fits = draft ? c >= 0 : c <= 0 || strncmp(all[i].date, it->date, 7) == 0;
        bool nearer = best == n || (earlier(&all[i], &all[best]) == draft);
        if (fits && nearer)
            best = i;
    }
    return best;
}

static zw_member relate(const item *all, size_t n, size_t i, size_t original)
{
    static const zw_relation by_form[] = { [ZW_FORM_ISSUED] = ZW_RELATION_AMENDED,
                                           [ZW_FORM_DRAFT] = ZW_RELATION_DRAFT,
                                           [ZW_FORM_INTERPRETATION] = ZW_RELATION_INTERPRETATION,
                                           [ZW_FORM_CHANGE] = ZW_RELATION_AMENDED };
    zw_member m = { all[i].record, by_form[form_of(&all[i])], original };
    if (!stands(all, i)) {
        m.relation = ZW_RELATION_REPOST;
        m.of = all[i].copy_of;
    } else if (i == original) {
        bool issued = form_of(&all[i]) == ZW_FORM_ISSUED || form_of(&all[i]) == ZW_FORM_CHANGE;
        m.relation = issued ? ZW_RELATION_ORIGINAL : m.relation;
    } else if (m.relation == ZW_RELATION_DRAFT || m.relation == ZW_RELATION_INTERPRETATION) {
        size_t near = issued_near(all, n, &all[i]);
        m.of = near < n ? near : original;
    }
    return m;
}

typedef struct {
    zw_member member;
    size_t was, original;
    const char *date;
} place;

static int by_place(const void *a, const void *b)
{
    static const int order[] = { [ZW_RELATION_ORIGINAL] = 0,
                                 [ZW_RELATION_AMENDED] = 1,
                                 [ZW_RELATION_REPOST] = 2,
                                 [ZW_RELATION_DRAFT] = 3,
                                 [ZW_RELATION_INTERPRETATION] = 4 };
    const place *x = a, *y = b;
    int c = (y->was == y->original) - (x->was == x->original);
    c = c ? c : order[x->member.relation] - order[y->member.relation];
    c = c ? c : compare_dates(x->date, y->date);
    return c ? c : strcmp(x->member.record->id, y->member.record->id);
}

/* The places sorted, and `of` told by the new ones. */
static zw_status put(place *places, size_t n, zw_group *group, zw_arena *arena, zw_err *err)
{
    size_t *now = zw_arena_array(arena, n + 1, sizeof *now);
    if (!now)
        return zw_err_nomem(err);
    qsort(places, n, sizeof *places, by_place);
    for (size_t i = 0; i < n; i++)
        now[places[i].was] = i;
    for (size_t i = 0; i < n; i++) {
        group->at[i] = places[i].member;
        group->at[i].of = now[places[i].member.of];
    }
    return ZW_OK;
}

zw_status zw_group_arrange(zw_group *group, zw_arena *arena, zw_err *err)
{
    static const zw_form by_rank[] = { ZW_FORM_ISSUED, ZW_FORM_DRAFT, ZW_FORM_CHANGE,
                                       ZW_FORM_INTERPRETATION };
    size_t n = group->n, original = n;
    item *all = zw_arena_array(arena, n + 1, sizeof *all);
    place *places = zw_arena_array(arena, n + 1, sizeof *places);
    if (!all || !places)
        return zw_err_nomem(err);
    for (size_t i = 0; i < n; i++)
        all[i] = (item){ .record = group->at[i].record, .date = group->at[i].record->meta.date };
    if (n)
        qsort(all, n, sizeof *all, by_worth);
    for (size_t i = 0; i < n; i++) {
        if (!all[i].taken)
            gather_copies(all, n, i);
    }
    for (size_t i = 0; i < ZW_FORM_COUNT && original == n; i++)
        original = first_of(all, n, by_rank[i]);
    for (size_t i = 0; i < n; i++)
        places[i] = (place){ relate(all, n, i, original), i, original, all[i].date };
    return n ? put(places, n, group, arena, err) : ZW_OK;
}

size_t zw_group_find(const zw_group *group, zw_str doc_id)
{
    size_t i = 0;
    while (i < group->n && !zw_str_eq(zw_str_of(group->at[i].record->id), doc_id))
        i++;
    return i;
}

/* ---- which was in force ---- */

static const char *begins(const zw_metadata *m)
{
    return m->effective ? m->effective : m->date;
}

/* A year or a month alone counts from its first day. */
static bool by_day(const char *date, const char *day)
{
    return strncmp(date, day, strlen(date)) <= 0;
}

static bool repealed(const zw_metadata *m, const char *day)
{
    if (m->repealed)
        return by_day(m->repealed, day);
    return m->validity && (strstr(m->validity, "废止") || strstr(m->validity, "失效"));
}

zw_in_force zw_group_in_force(const zw_group *group, const char *day, size_t *member)
{
    const char *newest = NULL;
    bool dated = false;
    for (size_t i = 0; i < group->n; i++) {
        const zw_member *m = &group->at[i];
        const char *from = begins(&m->record->meta);
        bool issued = m->relation == ZW_RELATION_ORIGINAL || m->relation == ZW_RELATION_AMENDED;
        if (!issued || !from)
            continue;
        dated = true;
        if (by_day(from, day) && (!newest || strcmp(from, newest) > 0)) {
            newest = from;
            *member = i;
        }
    }
    if (!newest)
        return dated ? ZW_FORCE_NOT_YET : ZW_FORCE_UNKNOWN;
    return repealed(&group->at[*member].record->meta, day) ? ZW_FORCE_REPEALED : ZW_FORCE_FOUND;
}
