/* Places by name: the questions of region.h. */
#include "facts/region.h"

#include "base/nearest.h"
#include "base/utf8.h"
#include "facts/gazetteer.h"

/* Behind a name that is all of a text may stand what parts it from another: 津市市—澧县. */
static bool ends_at(zw_str text, size_t at)
{
    size_t len;
    return at == text.n || !zw_is_han(zw_utf8_at(text, at, &len));
}

bool zw_gazetteer_path(const zw_gazetteer *gazetteer, zw_str name, int year, zw_arena *arena,
                       zw_region_path *path)
{
    zw_place_query q = { .gazetteer = gazetteer, .text = zw_str_trim(name), .year = year };
    q.exact = true;
    zw_place_found found = zw_place_resolve(&q, 0);
    path->n = 0;
    return found.used && ends_at(q.text, found.used) && zw_place_path(&q, &found, arena, path);
}

/* 和县 is no place in 市和县: names of two characters want a boundary before them. */
static bool starts_at(zw_str text, size_t at, size_t len)
{
    static const char bounds[] = "省市州区盟";
    size_t before;
    if (len > 6 || at == 0)
        return true;
    uint32_t code = zw_utf8_before(text, at, &before);
    zw_str one = { text.at + at - before, before };
    return !zw_is_han(code) || zw_str_find(ZW_STR(bounds), one, 0) < sizeof bounds - 1;
}

static bool only_short_of_counties(const zw_gazetteer *g, zw_str text)
{
    uint32_t i = 0;
    for (const zw_place_name *name; (name = zw_place_name_next(g, text, &i)) != NULL;) {
        if (!name->is_short || g->places[name->place].level != ZW_COUNTY)
            return false;
    }
    return true;
}

/* The longest name at `at` that running text may be trusted with. */
static size_t match_one(const zw_gazetteer *g, zw_str text, size_t at, bool first)
{
    size_t lengths[ZW_PLACE_NAMES];
    size_t n = zw_place_names_at(g, text, at, lengths, ZW_PLACE_NAMES);
    while (n-- > 0) {
        uint32_t unused;
        zw_str name = zw_str_slice(text, (zw_range){ at, at + lengths[n] });
        if (only_short_of_counties(g, name))
            continue;
        if (!first || (!zw_trie_get(g->common, name, &unused) && starts_at(text, at, name.n)))
            return name.n;
    }
    return 0;
}

size_t zw_gazetteer_match(const zw_gazetteer *gazetteer, zw_str text, size_t at)
{
    size_t end = at, len;
    while (end < text.n && (len = match_one(gazetteer, text, end, end == at)) > 0)
        end += len;
    return end - at;
}

/* Of equally near ones the larger is meant: 宁厦 is 宁夏, not 宁河. */
zw_str zw_gazetteer_nearest(const zw_gazetteer *g, zw_str name)
{
    zw_nearest nearest = zw_nearest_of(name);
    zw_str best = { 0 }, full = { 0 };
    for (int level = ZW_PROVINCE; level <= ZW_COUNTY; level++) {
        for (size_t i = 0; i < g->n_names; i++) {
            const zw_place *place = &g->places[g->names[i].place];
            if ((int)place->level != level)
                continue;
            zw_nearest_try(&nearest, g->names[i].name);
            if (nearest.best.at != best.at) {
                best = nearest.best;
                full = place->name;
            }
        }
    }
    return full;
}

static zw_status add_name(zw_arena *arena, zw_str name, zw_names *names, zw_err *err)
{
    for (size_t i = 0; i < names->n; i++) {
        if (zw_str_eq(zw_str_of(names->at[i]), name))
            return ZW_OK;
    }
    const char **slot = zw_array_add(arena, names);
    if (!slot || !(*slot = zw_arena_str(arena, name)))
        return zw_err_nomem(err);
    return ZW_OK;
}

/* Marks all that the marked places were called before and after; ends when nothing is new, and
 * each round marks one at least. */
static void mark_renamed(const zw_gazetteer *g, bool *marked)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < g->n; i++) {
            for (size_t j = 0; marked[i] && j < g->n; j++) {
                const zw_place *a = &g->places[i], *b = &g->places[j];
                if (!marked[j] && (zw_place_renamed(a, b) || zw_place_renamed(b, a)))
                    more = marked[j] = true;
            }
        }
    }
}

zw_status zw_gazetteer_names(const zw_gazetteer *g, zw_str name, zw_arena *arena, zw_names *names,
                             zw_err *err)
{
    *names = (zw_names){ 0 };
    bool known = false, *marked = zw_arena_array(arena, g->n, sizeof *marked);
    if (!marked)
        return zw_err_nomem(err);
    name = zw_str_trim(name);
    zw_place_query q = { .gazetteer = g, .text = name, .exact = true };
    uint32_t i = 0;
    for (const zw_place_name *n; (n = zw_place_name_next(g, name, &i)) != NULL;) {
        marked[n->place] = known = true;
    }
    if (!known) {
        zw_place_found found = zw_place_resolve(&q, 0);
        if (!found.used || !ends_at(name, found.used))
            return ZW_OK;
        if (found.own.n)
            return add_name(arena, found.own, names, err);
        marked[found.place] = true;
    }
    mark_renamed(g, marked);
    zw_status s = ZW_OK;
    for (size_t p = 0; s == ZW_OK && p < g->n; p++) {
        if (marked[p])
            s = add_name(arena, g->places[p].name, names, err);
    }
    return s;
}
