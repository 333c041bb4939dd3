/* The place a figure is told of, where that is not the document's own. */
#include "base/utf8.h"
#include "facts/figure_read.h"

/* 灵山县城, 钦北新城: what goes on from a name. */
static size_t with_suffix(const zw_figure_scan *s, zw_str inside, size_t at)
{
    uint32_t ignored;
    return zw_trie_longest(s->lex.rules->suffixes, inside, at, &ignored);
}

static bool ends_full(zw_str name)
{
    static const char *const ends[] = { "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(name, zw_str_of(ends[i])))
            return true;
    }
    return false;
}

/* One place name at `at`, full (固原市) or with a suffix (灵山县城); 0 for none. */
static size_t one_place(const zw_figure_scan *s, zw_str inside, size_t at)
{
    uint32_t kind;
    size_t used = zw_trie_longest(s->lex.rules->places, inside, at, &kind);
    if (used)
        return kind == PLACE_NAMED || (kind == PLACE_ALONE && at + used == inside.n) ? used : 0;
    if (!s->context->gazetteer)
        return 0;
    used = zw_gazetteer_match(s->context->gazetteer, inside, at);
    size_t suffix = used ? with_suffix(s, inside, at + used) : 0;
    zw_str rest = { inside.at + at + used, inside.n - at - used };
    if (used && zw_str_starts(rest, ZW_STR("、"))) /* 阜阳、六安、亳州市: the last tells */
        return used;
    if (suffix || (used && ends_full((zw_str){ inside.at + at, used })))
        return used + suffix;
    return 0;
}

/* A name, or several parted by 、 and 和. */
size_t zw_figure_place_at(const zw_figure_scan *s, zw_range r)
{
    zw_str inside = { s->lex.text.at, r.end };
    size_t at = r.start, end = 0;
    while (at < r.end) {
        size_t used = one_place(s, inside, at);
        if (!used)
            break;
        end = at += used;
        zw_str rest = { inside.at + at, r.end - at };
        if (zw_str_starts(rest, ZW_STR("、")) || zw_str_starts(rest, ZW_STR("和")))
            at += strlen("、");
    }
    return end ? end - r.start : 0;
}

bool zw_figure_place_whole(const zw_figure_scan *s, zw_range r)
{
    zw_str inside = { s->lex.text.at, r.end };
    uint32_t kind;
    return zw_trie_longest(s->lex.rules->places, inside, r.start, &kind) && kind == PLACE_WHOLE;
}

/* Whether the name is the document's own place or one that it lies in. */
bool zw_figure_place_own(const zw_figure_scan *s, zw_str name)
{
    const zw_region_path *own = &s->context->region;
    for (size_t i = 0; i < own->n; i++) {
        zw_str full = zw_str_of(own->names[i]);
        if (zw_str_ends(name, full) || (zw_str_starts(full, name) && name.n >= 2 * strlen("市")))
            return true;
    }
    return false;
}
