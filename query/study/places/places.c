#include "query/study/places/places.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

#define LINE_MAX_BYTES 4096 /* of a list: a name and whatever columns stand behind it */

typedef struct {
    zw_session *session;
    zw_arena *arena;
    zw_places *places;
    zw_doc_list documents;
    zw_err *err;
} maker;

static zw_status add_note(maker *m, const zw_err *sentence)
{
    const char **slot = zw_array_add(m->arena, &m->places->notes);
    if (slot)
        *slot = zw_arena_strdup(m->arena, sentence->text);
    return slot && *slot ? ZW_OK : zw_err_nomem(m->err);
}

static zw_status add_row(maker *m, const char *asked, const zw_place_key *key)
{
    zw_listed_place *row = zw_array_add(m->arena, &m->places->rows);
    if (!row)
        return zw_err_nomem(m->err);
    *row = (zw_listed_place){ .asked = asked, .key = key };
    return ZW_OK;
}

/* --- a list of names ------------------------------------------------------------------------ */

/* The places of the index whose own name it is: a new zone that no table knows, or the one of many
 * namesakes that has documents. */
static zw_status find_in_index(maker *m, const char *name, const zw_place_key **key, size_t *n)
{
    zw_status s = ZW_OK;
    *n = 0;
    for (size_t i = 0; s == ZW_OK && i < m->documents.n; i++) {
        const zw_place_key *of;
        s = zw_place_key_of(m->places->keys, &m->documents.at[i]->region, NULL, &of, m->err);
        if (s == ZW_OK && of && of != *key && strcmp(of->name, name) == 0) {
            *n += !*key || strcmp(of->region, (*key)->region) != 0;
            *key = of;
        }
    }
    return s;
}

/* A path parted by '/' is read as if it stood in one. */
static char *without_slashes(maker *m, zw_str name)
{
    char *copy = zw_arena_str(m->arena, name), *to = copy;
    for (const char *from = copy; from && *from; from++) {
        if (*from != '/')
            *to++ = *from;
    }
    if (copy)
        *to = '\0';
    return copy;
}

static bool same_path(const char *region, const char *name)
{
    for (; *region; region++) {
        if (*region != '/' && *region != *name++)
            return false;
    }
    return *name == '\0';
}

/* The place of a document whose whole path is asked for, as facets tells it: the gazetteer may
 * put 南昌高新区 into a county. NULL for none. */
static zw_status find_path(maker *m, const char *name, const zw_place_key **key)
{
    zw_status s = ZW_OK;
    *key = NULL;
    for (size_t i = 0; s == ZW_OK && !*key && i < m->documents.n; i++) {
        const zw_place_key *of;
        s = zw_place_key_of(m->places->keys, &m->documents.at[i]->region, NULL, &of, m->err);
        if (s == ZW_OK && of && same_path(of->region, name))
            *key = of;
    }
    return s;
}

static zw_status find_name(maker *m, const char *asked, const zw_place_key **key)
{
    zw_region_path path;
    zw_names known = { 0 };
    const zw_gazetteer *g = m->session->gazetteer;
    const char *name = without_slashes(m, zw_str_of(asked));
    size_t n = 0;
    if (!name)
        return zw_err_nomem(m->err);
    zw_status s = find_path(m, name, key);
    if (s != ZW_OK || *key)
        return s;
    if (zw_gazetteer_path(g, zw_str_of(name), 0, m->arena, &path))
        return zw_place_key_of(m->places->keys, &path, NULL, key, m->err);
    s = find_in_index(m, name, key, &n);
    if (s == ZW_OK && n != 1)
        s = zw_gazetteer_names(g, zw_str_of(name), m->arena, &known, m->err);
    if (s != ZW_OK || n == 1)
        return s;
    *key = NULL;
    zw_err sentence;
    if (known.n || n)
        zw_err_set(&sentence, ZW_OK,
                   "several places are called %s: the name above it tells them apart "
                   "(吉林省/长春市/朝阳区)",
                   asked);
    else
        zw_err_set(&sentence, ZW_OK, "'%s' is no place that is known", asked);
    return add_note(m, &sentence);
}

static zw_status add_name(maker *m, zw_str name)
{
    const zw_place_key *key = NULL;
    const char *asked = zw_arena_str(m->arena, name);
    zw_status s = asked ? find_name(m, asked, &key) : zw_err_nomem(m->err);
    for (size_t i = 0; s == ZW_OK && i < m->places->rows.n; i++) {
        const zw_listed_place *before = &m->places->rows.at[i];
        bool same = key && before->key ? strcmp(key->region, before->key->region) == 0
                                       : strcmp(asked, before->asked) == 0;
        if (same) {
            zw_err sentence;
            zw_err_set(&sentence, ZW_OK, "'%s' is listed already, as '%s'", asked, before->asked);
            return add_note(m, &sentence);
        }
    }
    return s == ZW_OK ? add_row(m, asked, key) : s;
}

static bool is_head(zw_str cell)
{
    static const char *const heads[] = { "place", "region", "name", "地方", "地区", "名称" };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (zw_str_eq(cell, zw_str_of(heads[i])))
            return true;
    }
    return false;
}

/* The first cell of a line of TSV or CSV, or the line. */
static zw_str first_cell(char *line)
{
    size_t n = strcspn(line, "\t,\r\n");
    zw_str cell = { line, n };
    if (zw_str_starts(cell, ZW_STR("\xEF\xBB\xBF")))
        cell = zw_str_slice(cell, (zw_range){ 3, cell.n });
    cell = zw_str_trim(cell);
    if (cell.n >= 2 && cell.at[0] == '"' && cell.at[cell.n - 1] == '"')
        cell = zw_str_trim(zw_str_slice(cell, (zw_range){ 1, cell.n - 1 }));
    return cell;
}

static zw_status read_lines(maker *m, FILE *file, const char *path)
{
    char line[LINE_MAX_BYTES];
    zw_status s = ZW_OK;
    for (size_t n = 1; s == ZW_OK && fgets(line, sizeof line, file); n++) {
        if (strlen(line) == sizeof line - 1 && line[sizeof line - 2] != '\n')
            return zw_err_set(m->err, ZW_E_LIMIT, "'%s': line %zu has more than %d bytes", path, n,
                              LINE_MAX_BYTES - 2);
        zw_str cell = first_cell(line);
        if (zw_utf8_bad(cell) < cell.n)
            return zw_err_set(m->err, ZW_E_ENCODING, "'%s': line %zu is no UTF-8", path, n);
        if (cell.n && cell.at[0] != '#' && !(n == 1 && is_head(cell)))
            s = add_name(m, cell);
    }
    if (s == ZW_OK && ferror(file))
        s = zw_err_set(m->err, ZW_E_IO, "'%s': %s", path, strerror(errno));
    return s;
}

static zw_status read_file(maker *m, const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file)
        return zw_err_set(m->err, ZW_E_IO,
                          "'%s': %s (a list of places is a file, or one of all, "
                          "province, prefecture)",
                          path, strerror(errno));
    zw_status s = read_lines(m, file, path);
    fclose(file);
    if (s == ZW_OK && m->places->rows.n == 0)
        s = zw_err_set(m->err, ZW_E_EMPTY, "'%s': no place stands in it", path);
    return s;
}

/* --- lists without a file ------------------------------------------------------------------- */

static zw_status add_level(maker *m, int level)
{
    zw_regions regions = { 0 };
    zw_status s = zw_gazetteer_all(m->session->gazetteer, level, m->arena, &regions, m->err);
    for (size_t i = 0; s == ZW_OK && i < regions.n; i++) {
        const zw_place_key *key;
        s = zw_place_key_of(m->places->keys, &regions.at[i].path, NULL, &key, m->err);
        if (s == ZW_OK)
            s = add_row(m, key->name, key);
    }
    return s;
}

static int by_code(const void *a, const void *b)
{
    const zw_listed_place *x = a, *y = b;
    return zw_place_key_order(x->key, y->key);
}

static zw_status add_all(maker *m)
{
    zw_status s = ZW_OK;
    zw_places *p = m->places;
    size_t kept = 0;
    for (size_t i = 0; s == ZW_OK && i < m->documents.n; i++) {
        const zw_place_key *key;
        s = zw_place_key_of(p->keys, &m->documents.at[i]->region, NULL, &key, m->err);
        if (s == ZW_OK && key)
            s = add_row(m, key->name, key);
    }
    if (s == ZW_OK && p->rows.n)
        qsort(p->rows.at, p->rows.n, sizeof *p->rows.at, by_code);
    for (size_t i = 0; i < p->rows.n; i++) {
        if (kept == 0 || by_code(&p->rows.at[kept - 1], &p->rows.at[i]) != 0)
            p->rows.at[kept++] = p->rows.at[i];
    }
    p->rows.n = kept;
    return s;
}

/* --- the documents of each ------------------------------------------------------------------ */

/* The row of the place whose region is the first n bytes of the text. */
static size_t find(const zw_places *places, const char *region, size_t n)
{
    size_t low = 0, high = places->n_sorted;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *of = places->rows.at[places->sorted[middle]].key->region;
        int order = strncmp(of, region, n);
        if (order == 0 && of[n] == '\0')
            return places->sorted[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return ZW_NOT_LISTED;
}

size_t zw_places_find(const zw_places *places, const zw_place_key *key)
{
    return key ? find(places, key->region, strlen(key->region)) : ZW_NOT_LISTED;
}

typedef struct {
    const char *region;
    size_t row;
} sorted_row;

static int by_region(const void *a, const void *b)
{
    return strcmp(((const sorted_row *)a)->region, ((const sorted_row *)b)->region);
}

static zw_status sort_rows(maker *m)
{
    zw_places *p = m->places;
    sorted_row *rows = zw_arena_array(m->arena, p->rows.n + 1, sizeof *rows);
    p->sorted = zw_arena_array(m->arena, p->rows.n + 1, sizeof *p->sorted);
    if (!rows || !p->sorted)
        return zw_err_nomem(m->err);
    for (size_t i = 0; i < p->rows.n; i++) {
        if (p->rows.at[i].key)
            rows[p->n_sorted++] = (sorted_row){ p->rows.at[i].key->region, i };
    }
    if (p->n_sorted)
        qsort(rows, p->n_sorted, sizeof *rows, by_region);
    for (size_t i = 0; i < p->n_sorted; i++)
        p->sorted[i] = rows[i].row;
    return ZW_OK;
}

zw_status zw_places_find_in(const zw_places *places, const zw_region_path *document,
                            const char *named, size_t *row, zw_err *err)
{
    const zw_place_key *key;
    zw_status s = zw_place_key_of(places->keys, document, named, &key, err);
    *row = s == ZW_OK ? zw_places_find(places, key) : ZW_NOT_LISTED;
    return s;
}

static void date_row(zw_listed_place *row, const char *date)
{
    if (!date)
        return;
    if (!row->first_date || strcmp(date, row->first_date) < 0)
        row->first_date = date;
    if (!row->last_date || strcmp(date, row->last_date) > 0)
        row->last_date = date;
}

static void count_document(zw_places *p, const zw_doc_record *document, const zw_place_key *key)
{
    bool listed = false;
    p->documents++;
    p->placeless += !key;
    size_t n = key ? strlen(key->region) : 0;
    for (size_t end = n; end > 0; end--) {
        if (end < n && key->region[end] != '/')
            continue;
        size_t row = find(p, key->region, end);
        if (row == ZW_NOT_LISTED)
            continue;
        listed = true;
        p->rows.at[row].documents += end == n;
        p->rows.at[row].inside += end < n;
        if (end == n)
            date_row(&p->rows.at[row], document->meta.date);
    }
    p->elsewhere += key && !listed;
}

static zw_status count(maker *m)
{
    zw_status s = sort_rows(m);
    for (size_t i = 0; s == ZW_OK && i < m->documents.n; i++) {
        const zw_place_key *key;
        s = zw_place_key_of(m->places->keys, &m->documents.at[i]->region, NULL, &key, m->err);
        if (s == ZW_OK)
            count_document(m->places, m->documents.at[i], key);
    }
    return s;
}

zw_status zw_places_make(zw_session *session, const char *list, zw_arena *arena, zw_places **places,
                         zw_err *err)
{
    maker m = { .session = session, .arena = arena, .err = err };
    *places = m.places = zw_arena_alloc(arena, sizeof **places);
    zw_status s = m.places ? zw_place_keys_new(session, arena, &m.places->keys, err)
                           : zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_each_document(session, arena, &m.documents, err);
    if (s != ZW_OK)
        return s;
    if (strcmp(list, "all") == 0)
        s = add_all(&m);
    else if (strcmp(list, "province") == 0)
        s = add_level(&m, 1);
    else if (strcmp(list, "prefecture") == 0)
        s = add_level(&m, 2);
    else
        s = read_file(&m, list);
    return s == ZW_OK ? count(&m) : s;
}

/* --- what is said of a place ------------------------------------------------------------------ */

zw_place_state zw_place_state_of(const zw_listed_place *place, size_t found)
{
    return found ? ZW_PLACE_HAS : place->documents ? ZW_PLACE_NO_CLAUSE : ZW_PLACE_NO_DOCUMENT;
}

const char *zw_place_state_name(zw_place_state state)
{
    static const char *const names[] = { [ZW_PLACE_HAS] = "has",
                                         [ZW_PLACE_UNSURE] = "unsure",
                                         [ZW_PLACE_NO_CLAUSE] = "no clause",
                                         [ZW_PLACE_NO_DOCUMENT] = "no document" };
    return names[state];
}

typedef struct {
    const zw_places *places;
    zw_place_found_count *counts, *elsewhere;
    const zw_doc_record *document; /* of the passage before: a document's follow each other */
} asker;

static zw_status count_passage(void *context, const zw_passage_record *passage,
                               const zw_doc_record *document, zw_err *err)
{
    asker *a = context;
    size_t row;
    (void)passage;
    zw_status s = zw_places_find_in(a->places, &document->region, NULL, &row, err);
    if (s != ZW_OK)
        return s;
    zw_place_found_count *count = row == ZW_NOT_LISTED ? a->elsewhere : &a->counts[row];
    if (count) {
        count->passages++;
        count->documents += document != a->document;
    }
    a->document = document;
    return ZW_OK;
}

zw_status zw_places_ask(zw_session *session, const zw_places *places, const char *query,
                        zw_arena *arena, zw_place_found_count **counts,
                        zw_place_found_count *elsewhere, zw_plan *plan, zw_query_fault *fault,
                        zw_err *err)
{
    asker a = { .places = places, .elsewhere = elsewhere };
    size_t total;
    *counts = a.counts = zw_arena_array(arena, places->rows.n + 1, sizeof *a.counts);
    if (elsewhere)
        *elsewhere = (zw_place_found_count){ 0 };
    if (!a.counts)
        return zw_err_nomem(err);
    return zw_each_passage(session, query, arena, count_passage, &a, plan, &total, fault, err);
}
