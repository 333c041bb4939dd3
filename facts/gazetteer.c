/* Loading the places, and the steps between them that their codes allow. */
#include "facts/gazetteer.h"

#include <stdlib.h>

#include "base/utf8.h"

extern const char places_tsv[], places_tsv_end[];
extern const char zones_tsv[], zones_tsv_end[];
extern const char place_words_tsv[], place_words_tsv_end[];
extern const char abbreviations_tsv[], abbreviations_tsv_end[];

static int number_of(zw_str digits)
{
    int n = 0;
    for (size_t i = 0; i < digits.n && i < 9; i++)
        n = n * 10 + (digits.at[i] - '0');
    return n;
}

static zw_place_level level_of(uint32_t code)
{
    return code % 10000 == 0 ? ZW_PROVINCE : code % 100 == 0 ? ZW_PREFECTURE : ZW_COUNTY;
}

enum { SLOTS = 1 << 15, START_BITS = 1 << 18, MAX_NAME_BYTES = 60 };

static uint64_t hash_of(zw_str text)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text.n; i++)
        h = (h ^ (unsigned char)text.at[i]) * UINT64_C(1099511628211);
    return h ^ h >> 29;
}

/* Two Han characters; names that start otherwise there are none. */
static uint64_t start_bit(const char *at)
{
    return hash_of((zw_str){ at, 6 }) % START_BITS;
}

static zw_status add_name(zw_gazetteer *g, zw_str name, uint32_t place, bool is_short, zw_err *err)
{
    if (name.n < 6 || name.n > MAX_NAME_BYTES)
        return zw_err_set(err, ZW_E_FORMAT, "'%.*s' is no name of a place", (int)name.n, name.at);
    uint32_t *slot = &g->slots[hash_of(name) % SLOTS];
    g->names[g->n_names] = (zw_place_name){ name, place, *slot, is_short };
    *slot = (uint32_t)++g->n_names;
    uint64_t bit = start_bit(name.at);
    g->starts[bit / 64] |= UINT64_C(1) << bit % 64;
    return ZW_OK;
}

const zw_place_name *zw_place_name_next(const zw_gazetteer *g, zw_str name, uint32_t *i)
{
    *i = *i ? g->names[*i - 1].next : g->slots[hash_of(name) % SLOTS];
    while (*i && !zw_str_eq(g->names[*i - 1].name, name))
        *i = g->names[*i - 1].next;
    return *i ? &g->names[*i - 1] : NULL;
}

size_t zw_place_names_at(const zw_gazetteer *g, zw_str text, size_t at, size_t *lengths,
                         size_t room)
{
    if (text.n - at < 6)
        return 0;
    uint64_t bit = start_bit(text.at + at);
    if (!(g->starts[bit / 64] >> bit % 64 & 1))
        return 0;
    size_t most = text.n - at < MAX_NAME_BYTES ? text.n - at : MAX_NAME_BYTES, n = 0;
    for (size_t end = 0, len; end < most && n < room;) {
        if (!zw_is_han(zw_utf8_at(text, at + end, &len)))
            return n;
        end += len;
        uint32_t i = 0;
        if (end >= 6 && zw_place_name_next(g, (zw_str){ text.at + at, end }, &i))
            lengths[n++] = end;
    }
    return n;
}

static zw_status add_shorts(zw_gazetteer *g, zw_str shorts, uint32_t place, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t start = 0; s == ZW_OK && start < shorts.n;) {
        size_t end = zw_str_find(shorts, ZW_STR(" "), start);
        s = add_name(g, zw_str_slice(shorts, (zw_range){ start, end }), place, true, err);
        start = end + 1;
    }
    return s;
}

static zw_status load_place(zw_gazetteer *g, const zw_tsv *t, size_t row, zw_err *err)
{
    zw_place *p = &g->places[g->n];
    p->code = (uint32_t)number_of(zw_tsv_cell(t, row, 0));
    p->name = zw_tsv_cell(t, row, 1);
    p->level = level_of(p->code);
    p->from = number_of(zw_tsv_cell(t, row, 3));
    p->to = number_of(zw_tsv_cell(t, row, 4));
    p->successors = zw_tsv_cell(t, row, 5);
    if (row && p[-1].code > p->code)
        return zw_tsv_fail(t, row, err, "codes must ascend");
    zw_status s = add_name(g, p->name, (uint32_t)g->n, false, err);
    if (s == ZW_OK)
        s = add_shorts(g, zw_tsv_cell(t, row, 2), (uint32_t)g->n, err);
    g->n++;
    return s;
}

/* 兵团 is what 新疆生产建设兵团 is called. */
static zw_status load_called(zw_gazetteer *g, const zw_tsv *t, size_t row, zw_err *err)
{
    for (size_t i = g->n_coded; i < g->n; i++) {
        if (zw_str_eq(g->places[i].name, zw_tsv_cell(t, row, 2)))
            return add_name(g, zw_tsv_cell(t, row, 0), (uint32_t)i, true, err);
    }
    return zw_tsv_fail(t, row, err, "no area of that name above");
}

static zw_status load_zone(zw_gazetteer *g, const zw_tsv *t, size_t row, zw_err *err)
{
    zw_str word = zw_tsv_cell(t, row, 0), kind = zw_tsv_cell(t, row, 1);
    if (zw_str_eq(kind, ZW_STR("called")))
        return load_called(g, t, row, err);
    if (zw_str_eq(kind, ZW_STR("tail")))
        return zw_trie_add(g->zones, word, ZW_ZONE_TAIL, err);
    if (zw_str_eq(kind, ZW_STR("inner")))
        return zw_trie_add(g->zones, word, ZW_ZONE_INNER, err);
    if (!zw_str_eq(kind, ZW_STR("area")))
        return zw_tsv_fail(t, row, err, "no such kind");
    zw_place *p = &g->places[g->n];
    *p = (zw_place){ .name = word, .level = ZW_AREA };
    p->code = (uint32_t)number_of(zw_tsv_cell(t, row, 2));
    if (zw_place_by_code(g, p->code, 0) == ZW_NO_PLACE)
        return zw_tsv_fail(t, row, err, "no place has the code %u", p->code);
    return add_name(g, word, (uint32_t)g->n++, false, err);
}

static zw_status load_words(zw_gazetteer *g, zw_err *err)
{
    zw_tsv words, short_numbers;
    zw_status s = zw_tsv_parse("place_words.tsv", ZW_EMBEDDED(place_words_tsv), "word", g->arena,
                               &words, err);
    if (s == ZW_OK)
        s = zw_trie_new(words.rows, &g->common, err);
    for (size_t i = 0; s == ZW_OK && i < words.rows; i++)
        s = zw_trie_add(g->common, zw_tsv_cell(&words, i, 0), 0, err);
    if (s == ZW_OK)
        s = zw_tsv_parse("abbreviations.tsv", ZW_EMBEDDED(abbreviations_tsv), "abbreviation code",
                         g->arena, &short_numbers, err);
    if (s != ZW_OK)
        return s;
    g->abbreviations = zw_arena_array(g->arena, short_numbers.rows, sizeof *g->abbreviations);
    if (!g->abbreviations)
        return zw_err_nomem(err);
    for (size_t i = 0; i < short_numbers.rows; i++) {
        uint32_t code = (uint32_t)number_of(zw_tsv_cell(&short_numbers, i, 1));
        g->abbreviations[g->n_abbreviations++] = (zw_abbreviation){
            zw_tsv_cell(&short_numbers, i, 0), code
        };
    }
    return ZW_OK;
}

static zw_status load_places(zw_gazetteer *g, zw_err *err)
{
    zw_tsv places, zones;
    zw_status s = zw_tsv_parse("places.tsv", ZW_EMBEDDED(places_tsv),
                               "code name short from to successor", g->arena, &places, err);
    if (s == ZW_OK)
        s = zw_tsv_parse("zones.tsv", ZW_EMBEDDED(zones_tsv), "word kind code", g->arena, &zones,
                         err);
    if (s != ZW_OK)
        return s;
    g->places = zw_arena_array(g->arena, places.rows + zones.rows, sizeof *g->places);
    g->names = zw_arena_array(g->arena, 3 * places.rows + zones.rows, sizeof *g->names);
    g->slots = zw_arena_array(g->arena, SLOTS, sizeof *g->slots);
    g->starts = zw_arena_array(g->arena, START_BITS / 64, sizeof *g->starts);
    if (!g->places || !g->names || !g->slots || !g->starts)
        return zw_err_nomem(err);
    if ((s = zw_trie_new(zones.rows, &g->zones, err)) != ZW_OK)
        return s;
    for (size_t i = 0; s == ZW_OK && i < places.rows; i++)
        s = load_place(g, &places, i, err);
    g->n_coded = g->n;
    for (size_t i = 0; s == ZW_OK && i < zones.rows; i++)
        s = load_zone(g, &zones, i, err);
    return s;
}

zw_status zw_gazetteer_open(zw_gazetteer **gazetteer, zw_err *err)
{
    zw_gazetteer *g = calloc(1, sizeof *g);
    if (!g)
        return zw_err_nomem(err);
    g->arena = zw_arena_new();
    g->townships = zw_townships_new();
    zw_status s = g->arena && g->townships ? load_places(g, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = load_words(g, err);
    if (s != ZW_OK) {
        zw_gazetteer_free(g);
        return s;
    }
    *gazetteer = g;
    return ZW_OK;
}

void zw_gazetteer_free(zw_gazetteer *g)
{
    if (!g)
        return;
    zw_trie_free(g->zones);
    zw_trie_free(g->common);
    zw_townships_free(g->townships);
    zw_arena_free(g->arena);
    free(g);
}

uint32_t zw_place_by_code(const zw_gazetteer *g, uint32_t code, int year)
{
    size_t low = 0, high = g->n_coded;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g->places[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t best = ZW_NO_PLACE;
    for (size_t i = low; i < g->n_coded && g->places[i].code == code; i++) {
        const zw_place *p = &g->places[i];
        if (year && p->from <= year && (!p->to || year < p->to))
            return (uint32_t)i;
        if (best == ZW_NO_PLACE || p->from > g->places[best].from)
            best = (uint32_t)i;
    }
    return best;
}

uint32_t zw_place_parent(const zw_gazetteer *g, uint32_t place, int year)
{
    const zw_place *p = &g->places[place];
    if (p->to && (!year || year >= p->to))
        year = p->to - 1;
    else if (year && year < p->from)
        year = p->from;
    if (p->level == ZW_PROVINCE)
        return ZW_NO_PLACE;
    if (p->level == ZW_AREA)
        return zw_place_by_code(g, p->code, year);
    /* 仙桃市 (429004) lies in 湖北省 itself: there is no prefecture 4290 */
    uint32_t parent = ZW_NO_PLACE;
    if (p->level == ZW_COUNTY)
        parent = zw_place_by_code(g, p->code / 100 * 100, year);
    return parent != ZW_NO_PLACE ? parent : zw_place_by_code(g, p->code / 10000 * 10000, year);
}

bool zw_place_under(const zw_place *place, const zw_place *over)
{
    if (over->level == ZW_AREA) /* 阿拉尔市 of 新疆生产建设兵团 */
        return place->level < ZW_AREA && place->code / 10000 == over->code / 10000 &&
               place->level > ZW_PREFECTURE;
    if (over->level >= place->level)
        return false;
    uint32_t unit = over->level == ZW_PROVINCE ? 10000 : over->level == ZW_PREFECTURE ? 100 : 1;
    return place->code / unit == over->code / unit;
}
