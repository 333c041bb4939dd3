#define _XOPEN_SOURCE 700 /* realpath */
#include "indexer/manifest.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "corpus/encoding.h"

enum { MANIFEST_BYTES = 256 * 1024 * 1024 };

/* A row: what it names and what it says. */
typedef struct {
    const char *path; /* absolute */
    size_t line, specific;
    bool pattern;
    zw_givens given;
} rule;

struct zw_manifest {
    zw_cells cells;
    zw_columns columns;
    ZW_ARRAY(rule) rules;  /* in the order of the rows */
    const rule **by_path;  /* those without wildcards, by path, then by order */
    const rule **patterns; /* the others */
    size_t n_by_path, n_patterns;
    ZW_ARRAY(const char *) missing;
    ZW_ARRAY(char *) paths;
    const char *folder; /* the manifest's own */
    size_t path_column;
};

/* ---- what a row names ---- */

static bool has_wildcard(const char *path)
{
    return strpbrk(path, "*?[") != NULL;
}

/* From the manifest's folder, unless it begins at the root. */
static char *in_folder(const zw_manifest *m, const char *path)
{
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    return path[0] == '/' ? zw_arena_strdup(m->cells.arena, path)
                          : zw_arena_printf(m->cells.arena, "%s/%s", m->folder, path);
}

/* As the walk over folders names it: a link to a file keeps its own name in its real folder. */
static const char *real_path(zw_arena *arena, const char *path, bool *folder)
{
    struct stat st;
    char *slash, *real = NULL, *copy = zw_arena_strdup(arena, path);
    const char *result = NULL;
    if (!copy || stat(path, &st) != 0)
        return NULL;
    *folder = S_ISDIR(st.st_mode);
    slash = strrchr(copy, '/');
    if (*folder) {
        real = realpath(path, NULL);
        result = real ? zw_arena_strdup(arena, real) : NULL;
    } else if (slash) {
        *slash = '\0';
        real = realpath(*copy ? copy : "/", NULL);
        result = real ? zw_arena_printf(arena, "%s/%s", strcmp(real, "/") ? real : "", slash + 1)
                      : NULL;
    }
    free(real);
    return result;
}

/* The folder before the first wildcard is looked up, the rest stays a pattern. */
static const char *real_pattern(zw_arena *arena, char *path)
{
    size_t fixed = strcspn(path, "*?[");
    while (fixed > 0 && path[fixed - 1] != '/')
        fixed--;
    bool folder = false;
    const char *rest = zw_arena_strdup(arena, path + fixed);
    path[fixed > 1 ? fixed - 1 : fixed] = '\0';
    const char *real = rest ? real_path(arena, path, &folder) : NULL;
    return real && folder ? zw_arena_printf(arena, "%s/%s", strcmp(real, "/") ? real : "", rest)
                          : NULL;
}

/* A name that is there is that file, whatever characters it has: 通知[2016].txt. Tables made under
 * Windows part folders by \. */
static zw_status resolve(zw_manifest *m, const char *named, rule *r, bool *folder, zw_err *err)
{
    zw_arena *arena = m->cells.arena;
    for (int turned = 0; turned < 2; turned++) {
        char *path = in_folder(m, named);
        if (!path)
            return zw_err_nomem(err);
        for (char *c = path; turned && *c; c++)
            *c = *c == '\\' ? '/' : *c;
        r->path = real_path(arena, path, folder);
        r->specific = r->path ? strlen(r->path) : 0;
        if (r->path)
            return ZW_OK;
        if (!has_wildcard(path))
            continue;
        r->path = real_pattern(arena, path);
        r->pattern = true;
        r->specific = r->path ? strcspn(r->path, "*?[") : 0;
        if (r->path)
            return ZW_OK;
    }
    return ZW_OK;
}

static zw_status note_missing(zw_manifest *m, size_t line, const char *path, zw_err *err)
{
    const char **slot = zw_array_add(m->cells.arena, &m->missing);
    const zw_column *column = &m->columns.at[m->path_column];
    if (slot)
        *slot = zw_arena_printf(m->cells.arena,
                                "'%s': line %zu, column %.*s: '%s': no such file (the row is left "
                                "out)",
                                m->cells.name, line, (int)column->head.n, column->head.at, path);
    return slot && *slot ? ZW_OK : zw_err_nomem(err);
}

static zw_status add_path(zw_manifest *m, const char *path, zw_err *err)
{
    char **slot = zw_array_add(m->cells.arena, &m->paths);
    if (!slot || !(*slot = zw_arena_strdup(m->cells.arena, path)))
        return zw_err_nomem(err);
    return ZW_OK;
}

/* ---- rows ---- */

/* An id is one document's; a folder has no rows. */
static zw_status check_alone(zw_manifest *m, const rule *r, bool folder, zw_err *err)
{
    const char *id = zw_given_value(&r->given, "id"), *rows = zw_given_value(&r->given, "rows");
    if (rows && folder)
        return zw_cells_fault(&m->cells, r->line, &m->columns.at[zw_column_of(&m->columns, "rows")],
                              err, "'%s' is for files, but the row names a folder", rows);
    if (rows && id)
        return zw_cells_fault(&m->cells, r->line, &m->columns.at[zw_column_of(&m->columns, "id")],
                              err,
                              "'%s' is for one document, but each row of the file is one (a column "
                              "id of that file's own gives them theirs)",
                              id);
    if (!id || (!folder && !r->pattern))
        return ZW_OK;
    return zw_cells_fault(&m->cells, r->line, &m->columns.at[zw_column_of(&m->columns, "id")], err,
                          "'%s' is for one file, but the row names %s", id,
                          folder ? "a folder" : "a pattern");
}

static zw_status take_row(zw_manifest *m, const zw_csv_row *row, zw_err *err)
{
    static const char *const without[] = { "path", NULL };
    rule r = { .line = row->line };
    const char *named = NULL;
    bool folder = false;
    zw_status s = zw_cells_row(&m->cells, &m->columns, row, without, &r.given, err);
    if (s == ZW_OK && m->path_column < row->cells.n)
        s = zw_cell_read(&m->cells, &m->columns.at[m->path_column], &row->cells.at[m->path_column],
                         &named, err);
    if (s == ZW_OK && !named)
        return zw_cells_fault(&m->cells, row->line, &m->columns.at[m->path_column], err,
                              "the row names no file");
    if (s == ZW_OK)
        s = resolve(m, named, &r, &folder, err);
    if (s == ZW_OK && !r.path)
        return note_missing(m, row->line, named, err);
    if (s == ZW_OK)
        s = check_alone(m, &r, folder, err);
    if (s == ZW_OK && !r.pattern)
        s = add_path(m, r.path, err);
    rule *slot = s == ZW_OK ? zw_array_add(m->cells.arena, &m->rules) : NULL;
    if (slot)
        *slot = r;
    return s == ZW_OK && !slot ? zw_err_nomem(err) : s;
}

static bool is_blank_row(const zw_csv_row *row)
{
    for (size_t i = 0; i < row->cells.n; i++) {
        if (zw_str_trim(row->cells.at[i].text).n)
            return false;
    }
    return true;
}

static zw_status take_rows(zw_manifest *m, zw_str text, zw_err *err)
{
    zw_csv csv = zw_csv_begin(text);
    zw_csv_row row = { 0 };
    bool more = false;
    zw_status s = zw_csv_next(&csv, m->cells.arena, &row, &more, err);
    if (s == ZW_OK && !more)
        return zw_cells_fault(&m->cells, 1, NULL, err, "a line with the columns' names is wanted");
    if (s == ZW_OK)
        s = zw_columns_read(&m->cells, &row, &m->columns, err);
    m->path_column = zw_column_of(&m->columns, "path");
    if (s == ZW_OK && m->path_column == SIZE_MAX)
        return zw_cells_fault(&m->cells, row.line, NULL, err,
                              "a column path (路径) is wanted, which names the files");
    while (s == ZW_OK && (s = zw_csv_next(&csv, m->cells.arena, &row, &more, err)) == ZW_OK &&
           more) {
        if (!is_blank_row(&row))
            s = take_row(m, &row, err);
    }
    if (s != ZW_E_FORMAT)
        return s;
    return zw_err_at(err, "'%s'", m->cells.name);
}

/* ---- order ---- */

static int by_path(const void *a, const void *b)
{
    const rule *x = *(const rule *const *)a, *y = *(const rule *const *)b;
    int c = strcmp(x->path, y->path);
    return c ? c : (x > y) - (x < y);
}

static int by_id(const void *a, const void *b)
{
    const rule *x = *(const rule *const *)a, *y = *(const rule *const *)b;
    const char *p = zw_given_value(&x->given, "id"), *q = zw_given_value(&y->given, "id");
    int c = strcmp(p ? p : "", q ? q : "");
    return c ? c : (x > y) - (x < y);
}

/* Two files of one id would be one document. */
static zw_status check_ids(zw_manifest *m, zw_err *err)
{
    size_t column = zw_column_of(&m->columns, "id");
    zw_status s = ZW_OK;
    if (column == SIZE_MAX || m->n_by_path == 0)
        return ZW_OK;
    const rule **sorted = zw_arena_array(m->cells.arena, m->n_by_path, sizeof *sorted);
    if (!sorted)
        return zw_err_nomem(err);
    memcpy(sorted, m->by_path, m->n_by_path * sizeof *sorted);
    qsort(sorted, m->n_by_path, sizeof *sorted, by_id);
    for (size_t i = 1; s == ZW_OK && i < m->n_by_path; i++) {
        const char *a = zw_given_value(&sorted[i - 1]->given, "id");
        const char *b = zw_given_value(&sorted[i]->given, "id");
        if (a && b && strcmp(a, b) == 0 && strcmp(sorted[i - 1]->path, sorted[i]->path) != 0)
            s = zw_cells_fault(&m->cells, sorted[i]->line, &m->columns.at[column], err,
                               "'%s' is the id of line %zu already", b, sorted[i - 1]->line);
    }
    return s;
}

static zw_status sort_rules(zw_manifest *m, zw_err *err)
{
    m->by_path = zw_arena_array(m->cells.arena, m->rules.n + 1, sizeof *m->by_path);
    m->patterns = zw_arena_array(m->cells.arena, m->rules.n + 1, sizeof *m->patterns);
    if (!m->by_path || !m->patterns)
        return zw_err_nomem(err);
    for (size_t i = 0; i < m->rules.n; i++) {
        const rule *r = &m->rules.at[i];
        if (r->pattern)
            m->patterns[m->n_patterns++] = r;
        else
            m->by_path[m->n_by_path++] = r;
    }
    qsort(m->by_path, m->n_by_path, sizeof *m->by_path, by_path);
    return check_ids(m, err);
}

/* ---- reading ---- */

static zw_status load(const char *file, zw_arena *arena, zw_str *text, zw_err *err)
{
    FILE *f = fopen(file, "rbe");
    struct stat st = { 0 };
    zw_decoded decoded;
    zw_str bytes = { 0 };
    zw_status s = ZW_OK;
    if (!f || fstat(fileno(f), &st) != 0)
        s = zw_err_set(err, ZW_E_IO, "%s", strerror(errno));
    else if (!S_ISREG(st.st_mode))
        s = zw_err_set(err, ZW_E_IO, "no regular file");
    else if (st.st_size > MANIFEST_BYTES)
        s = zw_err_set(err, ZW_E_LIMIT, "%lld bytes, more than %d", (long long)st.st_size,
                       MANIFEST_BYTES);
    char *to = s == ZW_OK ? zw_arena_alloc(arena, (size_t)st.st_size + 1) : NULL;
    if (s == ZW_OK && !to)
        s = zw_err_nomem(err);
    if (s == ZW_OK) {
        bytes = (zw_str){ to, fread(to, 1, (size_t)st.st_size, f) };
        s = ferror(f) ? zw_err_set(err, ZW_E_IO, "%s", strerror(errno))
                      : zw_decode(bytes, arena, &decoded, err);
    }
    if (f)
        fclose(f);
    if (s != ZW_OK)
        return zw_err_at(err, "'%s'", file);
    *text = decoded.text;
    return ZW_OK;
}

static const char *folder_of(const char *file, zw_arena *arena)
{
    char *copy = zw_arena_strdup(arena, file);
    char *slash = copy ? strrchr(copy, '/') : NULL;
    if (!copy)
        return NULL;
    if (slash)
        slash[slash == copy] = '\0';
    char *real = realpath(slash ? copy : ".", NULL);
    const char *folder = real ? zw_arena_strdup(arena, real) : NULL;
    free(real);
    return folder;
}

zw_status zw_manifest_read(const char *file, const zw_gazetteer *gazetteer, zw_segmenter *segmenter,
                           zw_arena *arena, zw_manifest **manifest, zw_err *err)
{
    zw_str text;
    zw_manifest *m = zw_arena_alloc(arena, sizeof *m);
    if (!m)
        return zw_err_nomem(err);
    zw_status s = load(file, arena, &text, err);
    if (s != ZW_OK)
        return s;
    m->cells = (zw_cells){ .name = zw_arena_strdup(arena, file),
                           .arena = arena,
                           .segmenter = segmenter,
                           .gazetteer = gazetteer };
    m->folder = folder_of(file, arena);
    if (!m->cells.name || !m->folder)
        return zw_err_nomem(err);
    s = take_rows(m, text, err);
    if (s == ZW_OK)
        s = sort_rules(m, err);
    if (s == ZW_OK)
        *manifest = m;
    return s;
}

size_t zw_manifest_faults(const zw_manifest *m, const char *const **lines)
{
    *lines = (const char *const *)m->cells.faults.at;
    return m->cells.faults.n;
}

size_t zw_manifest_count(const zw_manifest *m)
{
    return m->cells.n_faults;
}

size_t zw_manifest_missing(const zw_manifest *m, const char *const **lines)
{
    *lines = (const char *const *)m->missing.at;
    return m->missing.n;
}

size_t zw_manifest_paths(const zw_manifest *m, char *const **paths)
{
    *paths = m->paths.at;
    return m->paths.n;
}

/* ---- finding ---- */

/* The first rule of a path, or where it would stand. */
static size_t first_of(const zw_manifest *m, zw_str path)
{
    size_t low = 0, high = m->n_by_path;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        zw_str at = zw_str_of(m->by_path[mid]->path);
        if (zw_str_order(at, path) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

typedef ZW_ARRAY(const rule *) rule_list;

static bool add_rule(zw_arena *arena, rule_list *list, const rule *r)
{
    const rule **slot = zw_array_add(arena, list);
    if (slot)
        *slot = r;
    return slot != NULL;
}

/* The rows of the path itself and of all folders above it. */
static bool add_named(const zw_manifest *m, zw_str path, zw_arena *arena, rule_list *list)
{
    for (size_t n = path.n; n > 0; n--) {
        zw_str here = { path.at, n };
        if (n < path.n && path.at[n] != '/')
            continue;
        for (size_t i = first_of(m, here);
             i < m->n_by_path && zw_str_eq(zw_str_of(m->by_path[i]->path), here); i++) {
            if (!add_rule(arena, list, m->by_path[i]))
                return false;
        }
    }
    return true;
}

/* A pattern that fits a folder holds for all below it. */
static bool fits_any(const rule *r, zw_str path)
{
    zw_str pattern = zw_str_of(r->path);
    if (memcmp(path.at, r->path, r->specific < path.n ? r->specific : path.n) != 0)
        return false;
    for (size_t n = path.n; n > r->specific; n--) {
        if ((n == path.n || path.at[n] == '/') && zw_glob_fits(pattern, (zw_str){ path.at, n }))
            return true;
    }
    return false;
}

static int by_weight(const void *a, const void *b)
{
    const rule *x = *(const rule *const *)a, *y = *(const rule *const *)b;
    if (x->specific != y->specific)
        return x->specific > y->specific ? 1 : -1;
    return (x > y) - (x < y);
}

bool zw_manifest_find(const zw_manifest *m, const char *path, zw_arena *arena, zw_givens *given,
                      bool *failed)
{
    rule_list list = { 0 };
    zw_str name = zw_str_of(path);
    bool ok = add_named(m, name, arena, &list);
    for (size_t i = 0; ok && i < m->n_patterns; i++) {
        if (fits_any(m->patterns[i], name))
            ok = add_rule(arena, &list, m->patterns[i]);
    }
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_weight);
    *given = (zw_givens){ 0 };
    for (size_t i = 0; ok && i < list.n; i++) {
        for (size_t k = 0; ok && k < list.at[i]->given.n; k++)
            ok = zw_givens_put(arena, given, list.at[i]->given.at[k]);
    }
    *failed = !ok;
    return list.n > 0;
}
