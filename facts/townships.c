/* The townships: forty thousand names by county, read only when one is looked for. */
#include <stdlib.h>

#include "facts/gazetteer.h"

extern const char townships_tsv[], townships_tsv_end[];

zw_townships *zw_townships_new(void)
{
    zw_townships *t = calloc(1, sizeof *t);
    if (!t)
        return NULL;
    t->arena = zw_arena_new();
    if (!t->arena || pthread_mutex_init(&t->lock, NULL) != 0) {
        zw_arena_free(t->arena);
        free(t);
        return NULL;
    }
    return t;
}

void zw_townships_free(zw_townships *t)
{
    if (!t)
        return;
    pthread_mutex_destroy(&t->lock);
    zw_arena_free(t->arena);
    free(t);
}

static uint32_t *slot_of(const zw_townships *t, zw_str name)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < name.n; i++)
        h = (h ^ (unsigned char)name.at[i]) * UINT64_C(1099511628211);
    return &t->slots[(h ^ h >> 32) & (t->n_slots - 1)];
}

static void add(zw_townships *t, zw_str name, uint32_t county)
{
    uint32_t *slot = slot_of(t, name);
    t->at[t->n] = (zw_township){ name, county, *slot };
    *slot = (uint32_t)++t->n;
}

static size_t count_names(const zw_tsv *table)
{
    size_t n = 0;
    for (size_t i = 0; i < table->rows; i++) {
        zw_str names = zw_tsv_cell(table, i, 1);
        n++;
        for (size_t j = 0; j < names.n; j++)
            n += names.at[j] == ' ';
    }
    return n;
}

static bool read_table(zw_townships *t)
{
    zw_str text = ZW_EMBEDDED(townships_tsv);
    zw_tsv table;
    if (zw_tsv_parse("townships.tsv", text, "county names", t->arena, &table, NULL) != ZW_OK)
        return false;
    size_t n = count_names(&table);
    for (t->n_slots = 1024; t->n_slots < n;)
        t->n_slots *= 2;
    t->at = zw_arena_array(t->arena, n, sizeof *t->at);
    t->slots = zw_arena_array(t->arena, t->n_slots, sizeof *t->slots);
    if (!t->at || !t->slots)
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        zw_str names = zw_tsv_cell(&table, i, 1);
        uint32_t county = (uint32_t)strtoul(zw_tsv_cell(&table, i, 0).at, NULL, 10);
        for (size_t start = 0; start < names.n;) {
            size_t end = zw_str_find(names, ZW_STR(" "), start);
            add(t, zw_str_slice(names, (zw_range){ start, end }), county);
            start = end + 1;
        }
    }
    return true;
}

size_t zw_townships_find(zw_townships *t, zw_str name, uint32_t *counties, size_t room)
{
    pthread_mutex_lock(&t->lock);
    if (!t->read)
        t->read = read_table(t);
    bool ready = t->read;
    pthread_mutex_unlock(&t->lock);
    size_t n = 0;
    for (uint32_t i = ready ? *slot_of(t, name) : 0; i && n < room; i = t->at[i - 1].next) {
        if (zw_str_eq(t->at[i - 1].name, name))
            counties[n++] = t->at[i - 1].county;
    }
    return n;
}
