/* A name in text to a place: from the large to the small, each below the one before. */
#include "base/utf8.h"
#include "facts/gazetteer.h"

static bool in_use(const zw_place *p, int year)
{
    return year ? p->from <= year && (!p->to || year <= p->to) : !p->to;
}

/* Orders places of one name: those in use, then the larger (吉林 is the province), then the newer
 * by whole lineage: places that never lived side by side in one province are one place. */
static int compare(const zw_place *a, const zw_place *b, int year)
{
    int d = in_use(a, year) - in_use(b, year);
    if (d == 0)
        d = (int)b->level - (int)a->level;
    if (d == 0 && a->code / 10000 == b->code / 10000) {
        if (a->to && a->to <= b->from)
            d = -1;
        else if (b->to && b->to <= a->from)
            d = 1;
    }
    return d;
}

static bool mentions(zw_str text, zw_str name)
{
    return name.n && zw_str_find(text, name, 0) < text.n;
}

/* Whether the hint names a place above this one and below `over`. */
static bool hinted(const zw_place_query *q, uint32_t place, uint32_t over)
{
    for (uint32_t up = place; (up = zw_place_parent(q->gazetteer, up, q->year)) != ZW_NO_PLACE;) {
        if (up == over)
            return false;
        if (mentions(q->hint, q->gazetteer->places[up].name))
            return true;
    }
    return false;
}

/* 芷江镇 is a town, not 芷江 and a 镇: a short form ends where a word does. */
static bool goes_on(zw_str text, size_t at)
{
    static const char *const towns[] = { "镇", "乡", "街道" };
    zw_str rest = { text.at + at, text.n - at };
    for (size_t i = 0; i < sizeof towns / sizeof *towns; i++) {
        if (zw_str_starts(rest, zw_str_of(towns[i])))
            return true;
    }
    return false;
}

/* A name may start a phrase by itself: full names may, and short forms of provinces and
 * prefectures; 平安 and 和平 are words first. */
static bool stands_alone(const zw_place_query *q, const zw_place_name *name, zw_str text)
{
    if (q->exact)
        return true;
    uint32_t unused;
    if (name->is_short && q->gazetteer->places[name->place].level == ZW_COUNTY)
        return false;
    return !zw_trie_get(q->gazetteer->common, text, &unused);
}

/* The one place below `over` that the name means; *several when it is not to be
 * told which. */
static uint32_t choose(const zw_place_query *q, zw_str text, uint32_t over, bool *several)
{
    const zw_gazetteer *g = q->gazetteer;
    bool town = goes_on(q->text, (size_t)(text.at - q->text.at) + text.n);
    uint32_t best[ZW_PLACE_NAMES];
    size_t n = 0;
    uint32_t i = 0;
    for (const zw_place_name *name; (name = zw_place_name_next(g, text, &i)) != NULL;) {
        uint32_t place = name->place;
        const zw_place *p = &g->places[place];
        if (town && (name->is_short || p->level == ZW_AREA))
            continue;
        if (over != ZW_NO_PLACE ? !zw_place_under(p, &g->places[over])
                                : !stands_alone(q, name, text))
            continue;
        int d = n ? compare(p, &g->places[best[0]], q->year) : 1;
        if (d > 0)
            n = 0;
        if (d >= 0 && n < ZW_PLACE_NAMES)
            best[n++] = place;
    }
    for (size_t j = 0; n > 1 && j < n; j++) {
        if (hinted(q, best[j], over))
            return best[j];
    }
    *several = n > 1;
    return n == 1 ? best[0] : ZW_NO_PLACE;
}

/* One step down: the longest name at `at` that lies below `over`. */
static size_t step(const zw_place_query *q, size_t at, uint32_t over, zw_place_found *found)
{
    size_t lengths[ZW_PLACE_NAMES];
    size_t n = zw_place_names_at(q->gazetteer, q->text, at, lengths, ZW_PLACE_NAMES);
    while (n-- > 0) {
        zw_str name = zw_str_slice(q->text, (zw_range){ at, at + lengths[n] });
        bool several = false;
        uint32_t place = choose(q, name, over, &several);
        if (place != ZW_NO_PLACE)
            found->place = place;
        else if (several && over != ZW_NO_PLACE)
            found->own = name; /* 辽宁省和平区 of several: the province is sure */
        else
            continue;
        return lengths[n];
    }
    return 0;
}

/* 高新区 behind 南昌: words that may stand inside, and one that ends it. */
static size_t zone_tail(const zw_gazetteer *g, zw_str text, size_t at)
{
    size_t end = at;
    uint32_t kind;
    for (;;) {
        zw_trie_walk walk = { 0 };
        size_t len, inner = 0;
        while ((len = zw_trie_next(g->zones, text, end, &walk, &kind)) > 0) {
            if (kind == ZW_ZONE_TAIL)
                return end + len - at;
            inner = len;
        }
        if (!inner)
            return 0;
        end += inner;
    }
}

static bool town_ends(zw_str text, size_t end)
{
    static const char *const tails[] = { "镇", "乡", "街道", "苏木", "农场", "林场", "地区" };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        zw_str tail = zw_str_of(tails[i]);
        if (end >= tail.n && memcmp(text.at + end - tail.n, tail.at, tail.n) == 0)
            return true;
    }
    return false;
}

#define MAX_TOWN_CHARS 12

/* The county of a township below `over`: the only one, else the one the hint names. */
static bool place_town(const zw_place_query *q, zw_str name, uint32_t over, zw_place_found *found)
{
    uint32_t counties[256], fits[256], n_fits = 0;
    size_t n = zw_townships_find(q->gazetteer->townships, name, counties, 256);
    for (size_t i = 0; i < n; i++) {
        uint32_t county = zw_place_by_code(q->gazetteer, counties[i], q->year);
        if (county == ZW_NO_PLACE) /* statisticians give zones codes of their own (130672) */
            county = zw_place_by_code(q->gazetteer, counties[i] / 100 * 100, q->year);
        if (county != ZW_NO_PLACE &&
            (over == ZW_NO_PLACE || county == over ||
             zw_place_under(&q->gazetteer->places[county], &q->gazetteer->places[over])))
            fits[n_fits++] = county;
    }
    uint32_t county = n_fits == 1 ? fits[0] : ZW_NO_PLACE;
    for (size_t i = 0; n_fits > 1 && i < n_fits && county == ZW_NO_PLACE; i++) {
        if (mentions(q->hint, q->gazetteer->places[fits[i]].name) || hinted(q, fits[i], over))
            county = fits[i];
    }
    if (county != ZW_NO_PLACE)
        found->place = county;
    return n_fits > 0 && (county != ZW_NO_PLACE || over != ZW_NO_PLACE);
}

/* A town that has become a street office since keeps its name here and finds its county there. */
static bool place_renamed_town(const zw_place_query *q, zw_str name, uint32_t over,
                               zw_place_found *found)
{
    static const char *const tails[] = { "街道", "镇", "乡" };
    char other[64];
    size_t stem = name.n;
    for (size_t i = 0; stem == name.n && i < 3; i++) {
        if (zw_str_ends(name, zw_str_of(tails[i])))
            stem = name.n - strlen(tails[i]);
    }
    for (size_t i = 0; stem < name.n && i < 3; i++) {
        size_t tail = strlen(tails[i]);
        if (stem + tail > sizeof other)
            break;
        memcpy(other, name.at, stem);
        memcpy(other + stem, tails[i], tail);
        if (place_town(q, (zw_str){ other, stem + tail }, over, found))
            return true;
    }
    return false;
}

static size_t town(const zw_place_query *q, size_t at, uint32_t over, zw_place_found *found)
{
    size_t best = 0, last = 0, end = at, len;
    for (int i = 0; i < MAX_TOWN_CHARS && end < q->text.n; i++) {
        if (!zw_is_han(zw_utf8_at(q->text, end, &len)))
            break;
        end += len;
        if (i == 0 || !town_ends(q->text, end))
            continue;
        last = end - at;
        if (place_town(q, zw_str_slice(q->text, (zw_range){ at, end }), over, found))
            best = last;
    }
    if (!best && q->exact && last) {
        zw_str name = zw_str_slice(q->text, (zw_range){ at, at + last });
        if (place_renamed_town(q, name, over, found) || over != ZW_NO_PLACE)
            best = last;
    }
    if (best)
        found->own = zw_str_slice(q->text, (zw_range){ at, at + best });
    return best;
}

zw_place_found zw_place_resolve(const zw_place_query *q, size_t at)
{
    zw_place_found found = { .place = ZW_NO_PLACE };
    size_t start = at, named = at, len;
    while (!found.own.n && at < q->text.n && (len = step(q, at, found.place, &found)) > 0) {
        named = at;
        at += len;
    }
    if (found.place == ZW_NO_PLACE && !q->exact)
        return found;
    if (!found.own.n && at > start && (len = zone_tail(q->gazetteer, q->text, at)) > 0) {
        at += len;
        found.own = zw_str_slice(q->text, (zw_range){ named, at });
        /* 光明新区 of 2015 lay in no 光明区: that came in 2018 */
        if (q->year && !in_use(&q->gazetteer->places[found.place], q->year))
            found.place = zw_place_parent(q->gazetteer, found.place, q->year);
    } else if (!found.own.n) {
        at += town(q, at, found.place, &found);
    }
    found.used = at - start;
    return found;
}

bool zw_place_path(const zw_place_query *q, const zw_place_found *found, zw_arena *arena,
                   zw_region_path *path)
{
    uint32_t chain[ZW_REGION_DEPTH];
    size_t n = 0;
    path->n = 0;
    for (uint32_t p = found->place; p != ZW_NO_PLACE && n < ZW_REGION_DEPTH;
         p = zw_place_parent(q->gazetteer, p, q->year))
        chain[n++] = p;
    while (n > 0) {
        path->names[path->n] = zw_arena_str(arena, q->gazetteer->places[chain[--n]].name);
        if (!path->names[path->n++])
            return path->n = 0, false;
    }
    if (path->n && found->own.n && path->n < ZW_REGION_DEPTH) {
        path->names[path->n] = zw_arena_str(arena, found->own);
        if (!path->names[path->n++])
            return path->n = 0, false;
    }
    return path->n > 0;
}
