/* Whatever the table, its cells are those of the text, its faults name a line of it, and what a
 * table without faults says of a file is text under names in order; a path without wildcards fits
 * itself and nothing else. */
#define _GNU_SOURCE /* memfd_create */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "indexer/manifest.h"
#include "tests/fuzz/draft.h"

static zw_gazetteer *gazetteer;
static zw_segmenter *segmenter;

static void open_once(void)
{
    static zw_lexicon *lexicon;
    zw_err err = { 0 };
    if (segmenter)
        return;
    PROPERTY(zw_gazetteer_open(&gazetteer, &err) == ZW_OK);
    PROPERTY(zw_lexicon_open(&lexicon, &err) == ZW_OK);
    PROPERTY(zw_segmenter_new(lexicon, &segmenter, &err) == ZW_OK);
}

/* The cell's own bytes, its quotes taken away as RFC 4180 has it. */
static void check_cell(zw_str table, const zw_csv_cell *cell)
{
    PROPERTY(cell->source.start <= cell->source.end && cell->source.end <= table.n);
    zw_str source = zw_str_slice(table, cell->source);
    bool quoted = source.n >= 2 && source.at[0] == '"';
    size_t at = 0;
    for (size_t i = quoted; i < source.n - quoted && quoted; i++) {
        if (source.at[i] == '"' && i + 1 < source.n - 1 && source.at[i + 1] == '"')
            i++;
        else if (source.at[i] == '"')
            return; /* text behind the closing quote: either reading will do */
        PROPERTY(at < cell->text.n && cell->text.at[at] == source.at[i]);
        at++;
    }
    if (quoted)
        PROPERTY(at == cell->text.n);
    else
        PROPERTY(zw_str_eq(zw_str_trim(source), zw_str_trim(cell->text)));
}

static size_t check_csv(zw_str table, zw_arena *arena)
{
    zw_csv csv = zw_csv_begin(table);
    zw_csv_row row = { 0 };
    zw_err err = { 0 };
    bool more = true;
    size_t line = 0, at = 0;
    while (zw_csv_next(&csv, arena, &row, &more, &err) == ZW_OK && more) {
        PROPERTY(row.line > line && row.cells.n > 0);
        for (size_t i = 0; i < row.cells.n; i++) {
            PROPERTY(row.cells.at[i].line >= row.line && row.cells.at[i].source.start >= at);
            check_cell(table, &row.cells.at[i]);
            at = row.cells.at[i].source.end;
        }
        line = row.line;
    }
    PROPERTY(!more || (err.code == ZW_E_FORMAT && strncmp(err.text, "line ", 5) == 0));
    return line;
}

static void check_given(const zw_manifest *manifest, const char *path, zw_arena *arena)
{
    zw_givens given;
    bool failed = false;
    if (!zw_manifest_find(manifest, path, arena, &given, &failed))
        return;
    PROPERTY(!failed);
    for (size_t i = 0; i < given.n; i++) {
        zw_str value = zw_str_of(given.at[i].value);
        PROPERTY(given.at[i].name[0] && value.n && zw_utf8_bad(value) == value.n);
        for (size_t k = 0; k < i; k++)
            PROPERTY(strcmp(given.at[k].name, given.at[i].name) != 0);
    }
}

static void check_faults(const zw_manifest *manifest, const char *name)
{
    const char *const *lines;
    size_t n = zw_manifest_faults(manifest, &lines);
    for (size_t i = 0; i < n; i++) {
        PROPERTY(strstr(lines[i], name));
        PROPERTY(zw_utf8_bad(zw_str_of(lines[i])) == strlen(lines[i]));
    }
}

static void check_table(zw_str text, zw_arena *arena)
{
    char name[64];
    zw_manifest *manifest = NULL;
    zw_err err = { 0 };
    int fd = memfd_create("manifest.csv", MFD_CLOEXEC);
    PROPERTY(fd >= 0 && write(fd, text.at, text.n) == (ssize_t)text.n);
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    if (zw_manifest_read(name, gazetteer, segmenter, arena, &manifest, &err) == ZW_OK) {
        const char *const *lines;
        check_faults(manifest, name);
        if (zw_manifest_faults(manifest, &lines) == 0)
            check_given(manifest, "/etc/passwd", arena);
    } else {
        PROPERTY(err.code != ZW_OK && err.text[0]);
    }
    close(fd);
}

/* The first line as a pattern, the second as a path. */
static void check_glob(zw_str text)
{
    size_t end = zw_str_find(text, ZW_STR("\n"), 0);
    zw_str pattern = { text.at, end }, path = { text.at + end, end < text.n ? text.n - end : 0 };
    path = zw_str_trim((zw_str){ path.at, zw_str_find(path, ZW_STR("\n"), path.n > 0) });
    bool fits = zw_glob_fits(pattern, path), plain = true;
    for (size_t i = 0; i < pattern.n; i++)
        plain = plain && !strchr("*?[\\", pattern.at[i]);
    if (plain) {
        PROPERTY(zw_glob_fits(pattern, pattern));
        PROPERTY(fits == zw_str_eq(pattern, path));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    open_once();
    zw_arena *arena = zw_arena_new();
    zw_str text = fuzz_utf8(data, size, arena);
    check_csv(text, arena);
    check_glob(text);
    check_table(fuzz_text(data, size), arena);
    zw_arena_free(arena);
    return 0;
}
