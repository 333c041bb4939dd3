#include "query/answer/versions.h"

#define BUCKETS 4096

typedef struct entry {
    struct entry *next;
    const char *id;
    zw_version_place place;
} entry;

struct zw_versions {
    zw_session *session;
    zw_arena *arena;
    size_t looked_up; /* documents, one by one */
    bool all;
    entry *buckets[BUCKETS];
};

zw_versions *zw_versions_new(zw_session *session, zw_arena *arena)
{
    zw_versions *v = zw_arena_alloc(arena, sizeof *v);
    if (v)
        *v = (zw_versions){ .session = session, .arena = arena };
    return v;
}

static entry **bucket_of(zw_versions *v, const char *id)
{
    size_t hash = 5381;
    for (const char *p = id; *p; p++)
        hash = hash * 33 + (unsigned char)*p;
    return &v->buckets[hash % BUCKETS];
}

static entry *known(zw_versions *v, const char *id)
{
    entry *e = *bucket_of(v, id);
    while (e && strcmp(e->id, id) != 0)
        e = e->next;
    return e;
}

static zw_status keep(zw_versions *v, const char *id, zw_version_place place, zw_err *err)
{
    entry *e = zw_arena_alloc(v->arena, sizeof *e), **bucket = bucket_of(v, id);
    if (!e)
        return zw_err_nomem(err);
    *e = (entry){ *bucket, id, place };
    *bucket = e;
    return ZW_OK;
}

static bool copy(zw_arena *arena, const char *text, const char **to)
{
    *to = text ? zw_arena_strdup(arena, text) : NULL;
    return !text || *to;
}

/* Looking all groups up costs some 4 microseconds a document of the index, one alone some 14. */
#define ALL_FROM(documents) (16 + (documents) / 4)

/* What is shown of the members, out of the memory in which they were found. */
static zw_status keep_group(void *with, const zw_group *found, zw_err *err)
{
    zw_versions *v = with;
    if (known(v, found->at[0].record->id))
        return ZW_OK; /* when it was asked for alone */
    zw_versions_group *group = zw_arena_alloc(v->arena, sizeof *group);
    zw_version_member *at = zw_arena_array(v->arena, found->n, sizeof *at);
    if (!group || !at)
        return zw_err_nomem(err);
    *group = (zw_versions_group){ at, found->n };
    for (size_t i = 0; i < found->n; i++) {
        const zw_doc_record *r = found->at[i].record;
        at[i].relation = found->at[i].relation;
        at[i].of = found->at[i].of;
        if (!copy(v->arena, r->id, &at[i].id) || !copy(v->arena, r->meta.title, &at[i].title) ||
            !copy(v->arena, r->meta.number, &at[i].number) ||
            !copy(v->arena, r->meta.date, &at[i].date))
            return zw_err_nomem(err);
        zw_status s = keep(v, at[i].id, (zw_version_place){ group, i }, err);
        if (s != ZW_OK)
            return s;
    }
    return ZW_OK;
}

zw_status zw_versions_all(zw_versions *v, zw_err *err)
{
    if (v->all)
        return ZW_OK;
    zw_status s = zw_groups_walk(zw_index_db(v->session->index), keep_group, v, err);
    v->all = s == ZW_OK;
    return s;
}

static bool alone(const zw_group *group)
{
    return group->n == 1 && group->at[0].relation == ZW_RELATION_ORIGINAL;
}

/* record may be NULL. */
static zw_status look_up(zw_versions *v, const char *doc_id, const zw_doc_record *record,
                         zw_err *err)
{
    zw_group group;
    zw_arena *scratch = zw_arena_new();
    if (!scratch)
        return zw_err_nomem(err);
    zw_xdb *db = zw_index_db(v->session->index);
    zw_status s = record ? zw_group_of_record(db, record, scratch, &group, err)
                         : zw_group_of(db, zw_str_of(doc_id), scratch, &group, err);
    if (s == ZW_OK && alone(&group)) {
        const char *id = zw_arena_strdup(v->arena, doc_id);
        s = id ? keep(v, id, (zw_version_place){ NULL, 0 }, err) : zw_err_nomem(err);
    } else if (s == ZW_OK) {
        s = keep_group(v, &group, err);
    }
    zw_arena_free(scratch);
    return s;
}

static zw_status place_of(zw_versions *v, const char *doc_id, const zw_doc_record *record,
                          zw_version_place *place, zw_err *err)
{
    entry *e = known(v, doc_id);
    zw_status s = ZW_OK;
    if (!e && v->looked_up++ >= ALL_FROM(zw_index_stats_of(v->session->index)->documents))
        s = zw_versions_all(v, err);
    if (s == ZW_OK && !e && !v->all)
        s = look_up(v, doc_id, record, err);
    if (s == ZW_OK && !e)
        e = known(v, doc_id);
    *place = e ? e->place : (zw_version_place){ NULL, 0 };
    return s;
}

zw_status zw_versions_of(zw_versions *v, const char *doc_id, zw_version_place *place, zw_err *err)
{
    return place_of(v, doc_id, NULL, place, err);
}

zw_status zw_versions_of_record(zw_versions *v, const zw_doc_record *record,
                                zw_version_place *place, zw_err *err)
{
    return place_of(v, record->id, record, place, err);
}

const zw_version_member *zw_version_self(const zw_version_place *place)
{
    return place->group ? &place->group->at[place->at] : NULL;
}

const char *zw_version_head(const zw_version_place *place, const char *doc_id)
{
    return place->group ? place->group->at[0].id : doc_id;
}

size_t zw_version_count(const zw_version_place *place)
{
    return place->group ? place->group->n : 1;
}

zw_status zw_versions_with(zw_versions *v, zw_relation relation, zw_version_ids *ids, zw_err *err)
{
    zw_status s = zw_versions_all(v, err);
    for (size_t i = 0; s == ZW_OK && i < BUCKETS; i++) {
        for (const entry *e = v->buckets[i]; s == ZW_OK && e; e = e->next) {
            const zw_version_member *self = zw_version_self(&e->place);
            bool has = (self ? self->relation : ZW_RELATION_ORIGINAL) == relation;
            if (has == (relation == ZW_RELATION_ORIGINAL))
                continue;
            const char **id = zw_array_add(v->arena, ids);
            s = id ? (*id = e->id, ZW_OK) : zw_err_nomem(err);
        }
    }
    return s;
}

zw_status zw_versions_in_force(zw_versions *v, const char *doc_id, const char *day,
                               zw_in_force *found, const char **id, zw_err *err)
{
    zw_group group;
    size_t member = SIZE_MAX;
    zw_arena *scratch = zw_arena_new();
    *id = NULL;
    if (!scratch)
        return zw_err_nomem(err);
    zw_status s = zw_group_of(zw_index_db(v->session->index), zw_str_of(doc_id), scratch, &group,
                              err);
    if (s == ZW_OK) {
        *found = zw_group_in_force(&group, day, &member);
        if (member < group.n && !copy(v->arena, group.at[member].record->id, id))
            s = zw_err_nomem(err);
    }
    zw_arena_free(scratch);
    return s;
}
