#define _XOPEN_SOURCE 700 /* realpath */
#include "indexer/common.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "store/index.h"

/* What to do about it, where the message does not say. */
static const char *hint(const zw_err *err)
{
    if (err->code == ZW_E_CORRUPT)
        return " (the index is damaged; make a new one: zhengwen-index add -d NEWDIR FILE...)";
    if (err->code == ZW_E_IO && strstr(err->text, strerror(ENOSPC)) && !strstr(err->text, "(free"))
        return " (free some space and run it again; what was committed is kept)";
    if (err->code == ZW_E_IO && strstr(err->text, strerror(EFBIG)))
        return " (allow larger files, ulimit -f, and run it again; what was committed is kept)";
    return "";
}

int zw_fail(const zw_err *err)
{
    fputs("zhengwen-index: ", stderr);
    zw_print_visible(stderr, err->text);
    fprintf(stderr, "%s\n", hint(err));
    return err->code == ZW_E_USAGE ? ZW_EXIT_USAGE : ZW_EXIT_BAD;
}

zw_status zw_db_of(const zw_cli *cli, zw_arena *arena, const char **dir, zw_err *err)
{
    *dir = zw_cli_value(cli, "db");
    if (!*dir)
        *dir = zw_index_default(arena);
    if (!*dir)
        return zw_err_set(err, ZW_E_USAGE, "no index is named (give -d DIR or set ZHENGWEN_DB)");
    if (strchr(*dir, ','))
        return zw_err_set(err, ZW_E_USAGE, "'%s': one index is wanted, not a list", *dir);
    return ZW_OK;
}

zw_status zw_where_of(const zw_cli *cli, zw_arena *arena, const char **where, zw_err *err)
{
    *where = zw_cli_value(cli, "db");
    if (!*where)
        *where = zw_index_default(arena);
    return *where
               ? ZW_OK
               : zw_err_set(err, ZW_E_USAGE, "no index is named (give -d DIR or set ZHENGWEN_DB)");
}

static void print_lines(const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        fputs("zhengwen-index: ", stderr);
        zw_print_visible(stderr, lines[i]);
        fputc('\n', stderr);
    }
}

zw_status zw_manifest_use(const char *file, const zw_gazetteer *gazetteer, zw_segmenter *segmenter,
                          zw_arena *arena, zw_manifest **manifest, zw_err *err)
{
    const char *const *lines;
    zw_status s = zw_manifest_read(file, gazetteer, segmenter, arena, manifest, err);
    if (s != ZW_OK)
        return s;
    size_t n = zw_manifest_faults(*manifest, &lines), all = zw_manifest_count(*manifest);
    print_lines(lines, n);
    if (n)
        return zw_err_set(err, ZW_E_FORMAT, "'%s': %zu fault%s%s; nothing was done", file, all,
                          all == 1 ? "" : "s", n < all ? ", of which the first are told" : "");
    n = zw_manifest_missing(*manifest, &lines);
    print_lines(lines, n);
    return ZW_OK;
}

const char *zw_absolute(const char *path, zw_arena *arena)
{
    char here[4096];
    char *real = realpath(path, NULL);
    const char *copy = NULL;
    if (real)
        copy = zw_arena_strdup(arena, real);
    else if (path[0] != '/' && getcwd(here, sizeof here))
        copy = zw_arena_printf(arena, "%s/%s", here, path);
    else
        copy = zw_arena_strdup(arena, path);
    free(real);
    return copy;
}

void zw_print_visible(FILE *to, const char *text)
{
    zw_str s = zw_str_of(text);
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_utf8_at(s, at, &len);
        if (c < 0x20 || c == 0x7F || (c == ZW_UTF8_BAD && len == 1))
            fprintf(to, "\\x%02X", (unsigned char)s.at[at]);
        else
            fwrite(s.at + at, 1, len, to);
    }
}
