#include "indexer/given.h"

#include <stddef.h>
#include <stdio.h>

#include "corpus/gather.h"
#include "facts/governs.h"
#include "indexer/manifest_cells.h"

/* The fields that a document has a place for. */
static const struct place {
    const char *name;
    size_t at; /* of a string in zw_metadata */
} places[] = {
    { "title", offsetof(zw_metadata, title) },
    { "number", offsetof(zw_metadata, number) },
    { "issuer", offsetof(zw_metadata, issuer) },
    { "date", offsetof(zw_metadata, date) },
    { "published", offsetof(zw_metadata, published) },
    { "effective", offsetof(zw_metadata, effective) },
    { "repealed", offsetof(zw_metadata, repealed) },
    { "validity", offsetof(zw_metadata, validity) },
    { "genre", offsetof(zw_metadata, genre) },
};

static const char **place_of(zw_metadata *meta, const char *name)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (strcmp(places[i].name, name) == 0)
            return (const char **)((char *)meta + places[i].at);
    }
    return NULL;
}

/* Whether the part of a compilation says of itself what the manifest says of the whole. */
static bool speaks(const zw_document *doc, const zw_gazetteer *gazetteer, zw_arena *arena,
                   const char *name, const char *const *place)
{
    zw_region_path region;
    if (place)
        return *place != NULL;
    if (strcmp(name, "region") != 0)
        return false;
    zw_region_governed(gazetteer, doc, arena, &region);
    return region.n > 0 && !region.by_file;
}

static void name_document(zw_document *doc, const char *id, bool part)
{
    if (part)
        snprintf(doc->id, sizeof doc->id, "%.*s.%zu", ZW_GIVEN_ID_MAX, id, doc->part_index + 1);
    else
        snprintf(doc->id, sizeof doc->id, "%.*s", ZW_GIVEN_ID_MAX, id);
}

static bool apply(const zw_givens *given, const zw_gazetteer *gazetteer, zw_arena *arena,
                  zw_document *doc, bool part)
{
    zw_metadata *meta = &doc->meta;
    for (size_t i = 0; i < given->n; i++) {
        zw_given g = given->at[i];
        const char **place = place_of(meta, g.name);
        if (part && speaks(doc, gazetteer, arena, g.name, (const char *const *)place))
            continue;
        if (strcmp(g.name, "id") == 0)
            name_document(doc, g.value, part);
        if (!zw_givens_put(arena, &doc->given, g) ||
            (place && !zw_givens_put(arena, &doc->found, (zw_given){ g.name, *place })))
            return false;
        if (place)
            *place = g.value;
        if (strcmp(g.name, "title") == 0)
            meta->year = zw_gather_year(zw_str_of(g.value));
    }
    return true;
}

bool zw_given_apply_to(const zw_givens *given, const zw_gazetteer *gazetteer, zw_arena *arena,
                       zw_document *doc)
{
    return apply(given, gazetteer, arena, doc, false);
}

zw_status zw_given_apply(const zw_givens *given, const zw_gazetteer *gazetteer, zw_arena *arena,
                         zw_documents *docs, zw_err *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < docs->documents.n; i++)
        ok = apply(given, gazetteer, arena, docs->documents.at[i], docs->documents.n > 1);
    return ok ? ZW_OK : zw_err_nomem(err);
}

bool zw_given_same(const zw_givens *a, const zw_givens *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; same && i < a->n; i++)
        same = strcmp(a->at[i].name, b->at[i].name) == 0 &&
               strcmp(a->at[i].value, b->at[i].value) == 0;
    return same;
}

bool zw_given_copy(const zw_givens *from, zw_arena *arena, zw_givens *to)
{
    *to = (zw_givens){ 0 };
    for (size_t i = 0; i < from->n; i++) {
        zw_given *g = zw_array_add(arena, to);
        if (!g || !(g->name = zw_arena_strdup(arena, from->at[i].name)) ||
            !(g->value = zw_arena_strdup(arena, from->at[i].value)))
            return false;
    }
    return true;
}
