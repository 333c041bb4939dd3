/* What places are called today, and which there are. */
#include <stdio.h>

#include "base/buffer.h"
#include "facts/gazetteer.h"

#define RENAMINGS 16 /* of one place since 1981: far more than there were */

/* Whether b is what a was called next: the same code, or the only successor, in the same year.
 * 崇文区 became part of a 东城区 that was there before: that is no renaming. */
bool zw_place_renamed(const zw_place *a, const zw_place *b)
{
    if (!a->to || a->to != b->from || b->level == ZW_AREA)
        return false;
    char code[12];
    snprintf(code, sizeof code, "%u", b->code);
    return a->code == b->code || zw_str_eq(a->successors, zw_str_of(code));
}

static uint32_t newest(const zw_gazetteer *g, uint32_t place)
{
    for (int i = 0; i < RENAMINGS && g->places[place].to; i++) {
        uint32_t next = 0;
        while (next < g->n && !zw_place_renamed(&g->places[place], &g->places[next]))
            next++;
        if (next == g->n)
            break;
        place = next;
    }
    return place;
}

/* The place of the first n names of a path; ZW_NO_PLACE where the tables do not know it, as they
 * know no zone: 南昌高新区 below 南昌市. */
static uint32_t place_of(const zw_gazetteer *g, const zw_region_path *path, size_t n)
{
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < n; i++)
        zw_buf_text(&text, path->names[i]);
    zw_place_query q = { .gazetteer = g, .text = zw_buf_view(&text), .exact = true };
    zw_place_found found = { .place = ZW_NO_PLACE };
    if (!zw_buf_failed(&text) && text.n)
        found = zw_place_resolve(&q, 0);
    bool whole = found.used == text.n && !found.own.n;
    zw_buf_free(&text);
    return whole ? found.place : ZW_NO_PLACE;
}

bool zw_gazetteer_now(const zw_gazetteer *g, const zw_region_path *path, zw_arena *arena,
                      zw_region_now *now)
{
    size_t n = path->n;
    zw_place_found found = { .place = ZW_NO_PLACE };
    *now = (zw_region_now){ 0 };
    for (; n > 0 && found.place == ZW_NO_PLACE; n -= found.place == ZW_NO_PLACE)
        found.place = place_of(g, path, n);
    if (n > 0) {
        zw_place_query q = { .gazetteer = g };
        found.place = newest(g, found.place);
        now->code = g->places[found.place].code;
        if (!zw_place_path(&q, &found, arena, &now->path))
            return false;
    }
    for (; n < path->n && now->path.n < ZW_REGION_DEPTH; n++) {
        const char *name = zw_arena_strdup(arena, path->names[n]);
        if (!name)
            return false;
        now->path.names[now->path.n++] = name;
    }
    return true;
}

zw_status zw_gazetteer_all(const zw_gazetteer *g, int level, zw_arena *arena, zw_regions *regions,
                           zw_err *err)
{
    zw_place_query q = { .gazetteer = g };
    for (uint32_t i = 0; i < g->n_coded; i++) {
        const zw_place *p = &g->places[i];
        if ((int)p->level != level || p->to)
            continue;
        zw_region_now *now = zw_array_add(arena, regions);
        zw_place_found found = { .place = i };
        if (!now || !zw_place_path(&q, &found, arena, &now->path))
            return zw_err_nomem(err);
        now->code = p->code;
    }
    return ZW_OK;
}
