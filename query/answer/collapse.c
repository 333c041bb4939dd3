#include "query/answer/collapse.h"

/* A table of heads, open addressing; twice as many slots as matches at least. */
typedef struct {
    const char *head; /* id of what stands for the text; NULL: free */
    size_t at;        /* in the list; SIZE_MAX: left out */
} slot;

typedef struct {
    slot *slots;
    size_t n; /* a power of two */
} table;

static slot *find(const table *t, const char *head)
{
    size_t hash = 5381;
    for (const char *p = head; *p; p++)
        hash = hash * 33 + (unsigned char)*p;
    size_t at = hash & (t->n - 1);
    while (t->slots[at].head && strcmp(t->slots[at].head, head) != 0)
        at = (at + 1) & (t->n - 1);
    return &t->slots[at];
}

static bool make(table *t, size_t items, zw_arena *arena)
{
    t->n = 64;
    while (t->n < 2 * items)
        t->n *= 2;
    t->slots = zw_arena_array(arena, t->n, sizeof *t->slots);
    return t->slots != NULL;
}

static const char *document_of(const zw_xhit *hit, zw_arena *arena)
{
    return zw_arena_str(arena, hit->values[0]);
}

static zw_status leave_out(table *t, const zw_collapsed_list *before, zw_arena *arena, zw_err *err)
{
    for (size_t i = 0; before && i < before->n; i++) {
        const char *id = document_of(before->at[i].shown, arena);
        if (!id)
            return zw_err_nomem(err);
        const char *head = zw_version_head(&before->at[i].version, id);
        *find(t, head) = (slot){ head, SIZE_MAX };
    }
    return ZW_OK;
}

zw_status zw_collapse(zw_versions *versions, const zw_matches *matches,
                      const zw_collapsed_list *before, zw_arena *arena, zw_collapsed_list *list,
                      zw_err *err)
{
    table t;
    *list = (zw_collapsed_list){ .at = zw_arena_array(arena, matches->n + 1, sizeof *list->at) };
    if (!list->at || !make(&t, matches->n + (before ? before->n : 0), arena))
        return zw_err_nomem(err);
    zw_status s = zw_versions_all(versions, err);
    if (s == ZW_OK)
        s = leave_out(&t, before, arena, err);
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++) {
        const zw_xhit *hit = matches->at[i];
        const char *id = document_of(hit, arena);
        zw_version_place place;
        s = id ? zw_versions_of(versions, id, &place, err) : zw_err_nomem(err);
        if (s != ZW_OK)
            break;
        slot *found = find(&t, zw_version_head(&place, id));
        if (!found->head) {
            *found = (slot){ zw_version_head(&place, id), list->n };
            list->at[list->n++] = (zw_collapsed){ hit, place, 0 };
        }
        zw_collapsed *c = found->at < list->n ? &list->at[found->at] : NULL;
        if (c && place.group && place.at < c->version.at) {
            c->shown = hit;
            c->version = place;
        }
        if (c)
            c->matches++;
    }
    return s;
}
