#include "corpus/office/relations.h"

#include <string.h>

/* Targets are written from the folder of the part, from the root, or with ../ before them. */
static char *resolve(zw_relations *r, const char *target)
{
    size_t n = strlen(r->folder);
    if (*target == '/')
        return zw_arena_strdup(r->arena, target + 1);
    while (strncmp(target, "../", 3) == 0) {
        target += 3;
        n -= n > 0;
        while (n > 0 && r->folder[n - 1] != '/')
            n--;
    }
    return zw_arena_printf(r->arena, "%.*s%s", (int)n, r->folder, target);
}

static const char *copy(zw_relations *r, const char *text)
{
    const char *own = text ? zw_arena_strdup(r->arena, text) : "";
    r->failed |= !own;
    return own ? own : "";
}

static void start(void *to, zw_xml *xml, const char *name)
{
    zw_relations *r = to;
    if (strcmp(name, "Relationship") != 0)
        return;
    const char *target = zw_xml_attribute(xml, "Target");
    zw_relation *new = target ? zw_array_add(r->arena, &r->all) : NULL;
    r->failed |= target && !new;
    if (!new)
        return;
    new->id = copy(r, zw_xml_attribute(xml, "Id"));
    new->type = copy(r, zw_xml_attribute(xml, "Type"));
    new->part = resolve(r, target);
    r->failed |= !new->part;
}

static void end(void *to, const char *name)
{
    (void)to;
    (void)name;
}

static void text(void *to, zw_str s)
{
    (void)to;
    (void)s;
}

const char *zw_part_folder(zw_arena *arena, const char *part)
{
    const char *slash = strrchr(part, '/');
    return zw_arena_copy(arena, part, slash ? (size_t)(slash - part) + 1 : 0);
}

zw_status zw_relations_read(zw_package *package, const char *part, zw_arena *arena,
                            zw_relations *relations, zw_err *err)
{
    static const zw_xml_events events = { start, end, text };
    *relations = (zw_relations){ .arena = arena, .folder = zw_part_folder(arena, part) };
    const char *folder = relations->folder;
    const char *name = folder ? zw_arena_printf(arena, "%s_rels/%s.rels", folder,
                                                part + strlen(folder))
                              : NULL;
    if (!name)
        return zw_err_nomem(err);
    zw_status s = zw_package_read(package, name, &events, relations, err);
    if (s != ZW_OK && s != ZW_E_NOTFOUND)
        return s;
    return relations->failed ? zw_err_nomem(err) : ZW_OK;
}

const char *zw_relation_of_type(const zw_relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->all.n; i++) {
        if (zw_str_ends(zw_str_of(relations->all.at[i].type), zw_str_of(type)))
            return relations->all.at[i].part;
    }
    return NULL;
}

const char *zw_relation_of_id(const zw_relations *relations, const char *id)
{
    for (size_t i = 0; id && i < relations->all.n; i++) {
        if (strcmp(relations->all.at[i].id, id) == 0)
            return relations->all.at[i].part;
    }
    return NULL;
}
