#include "query/sheet/receipt.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/sheet/sink.h"

#define LARGEST (16u << 20) /* bytes; 10,000 rows and documents take half a megabyte */

/* --- the fields, named once ------------------------------------------------------------------- */

static const struct {
    const char *group, *name; /* group NULL: of the receipt itself */
    size_t at;
} texts[] = {
    { NULL, "version", offsetof(zw_receipt, version) },
    { NULL, "query", offsetof(zw_receipt, query) },
    { NULL, "tree", offsetof(zw_receipt, tree) },
    { NULL, "time", offsetof(zw_receipt, time) },
    { "index", "path", offsetof(zw_receipt, index) },
    { "index", "identity", offsetof(zw_receipt, identity) },
    { "index", "lexicon", offsetof(zw_receipt, lexicon) },
    { "index", "writer", offsetof(zw_receipt, writer) },
    { "rows", "sha256", offsetof(zw_receipt, rows_hash) },
}, numbers[] = {
    { "index", "documents", offsetof(zw_receipt, documents) },
    { "index", "passages", offsetof(zw_receipt, passages) },
    { "index", "figures", offsetof(zw_receipt, figures) },
    { NULL, "total", offsetof(zw_receipt, total) },
    { "rows", "count", offsetof(zw_receipt, rows) },
};

#define EACH(i, table)                                                                             \
    size_t i = 0;                                                                                  \
    i < sizeof(table) / sizeof *(table);                                                           \
    i++

static const char **text_at(const zw_receipt *r, size_t at)
{
    return (const char **)((char *)(uintptr_t)r + at);
}

static uint64_t *number_at(const zw_receipt *r, size_t at)
{
    return (uint64_t *)((char *)(uintptr_t)r + at);
}

/* --- writing ---------------------------------------------------------------------------------- */

static cJSON *group_of(cJSON *o, const char *name)
{
    cJSON *group = name ? cJSON_GetObjectItemCaseSensitive(o, name) : o;
    return group ? group : cJSON_AddObjectToObject(o, name);
}

static void add_list(cJSON *o, const char *name, const zw_receipt_list *list, bool known)
{
    cJSON *array = known ? cJSON_CreateArray() : cJSON_CreateNull();
    for (size_t i = 0; known && i < list->n; i++)
        cJSON_AddItemToArray(array, cJSON_CreateString(list->at[i]));
    cJSON_AddItemToObject(o, name, array);
}

static cJSON *object_of(const zw_receipt *r)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "receipt");
    add_list(o, "arguments", &r->arguments, true);
    for (EACH(i, texts)) {
        const char *text = *text_at(r, texts[i].at);
        cJSON_AddItemToObject(group_of(o, texts[i].group), texts[i].name,
                              text ? cJSON_CreateString(text) : cJSON_CreateNull());
    }
    for (EACH(i, numbers))
        cJSON_AddNumberToObject(group_of(o, numbers[i].group), numbers[i].name,
                                (double)*number_at(r, numbers[i].at));
    cJSON_AddNumberToObject(group_of(o, "index"), "schema", r->schema);
    add_list(group_of(o, "rows"), "each", &r->row, r->row_known);
    add_list(o, "documents", &r->answers, r->answers_known);
    return o;
}

zw_status zw_receipt_write(const zw_receipt *receipt, const char *path, zw_arena *arena,
                           zw_err *err)
{
    zw_sink sink = { 0 };
    cJSON *o = object_of(receipt);
    char *text = o ? cJSON_Print(o) : NULL;
    zw_status s = text ? zw_sink_open(&sink, path, arena, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_sink_write(&sink, text, strlen(text), err);
    if (s == ZW_OK)
        s = zw_sink_write(&sink, "\n", 1, err);
    zw_status closed = zw_sink_close(&sink, s == ZW_OK, err);
    free(text);
    cJSON_Delete(o);
    return s == ZW_OK ? closed : s;
}

/* --- reading ---------------------------------------------------------------------------------- */

static zw_status read_whole(const char *path, zw_arena *arena, char **text, zw_err *err)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return zw_err_set(err, ZW_E_IO, "'%s': %s", path, strerror(errno));
    size_t n = 0, room = 1 << 16;
    char *all = malloc(room);
    for (size_t got; all && n < LARGEST && (got = fread(all + n, 1, room - n - 1, f)) > 0;) {
        n += got;
        char *more = n + 1 == room ? realloc(all, room * 2) : all;
        room = n + 1 == room ? room * 2 : room;
        if (!more)
            free(all);
        all = more;
    }
    fclose(f);
    *text = all ? zw_arena_copy(arena, all, n) : NULL;
    free(all);
    return *text ? ZW_OK : zw_err_nomem(err);
}

static zw_status read_list(const cJSON *array, zw_arena *arena, zw_receipt_list *list, bool *known,
                           zw_err *err)
{
    const cJSON *item;
    *known = cJSON_IsArray(array);
    list->at = zw_arena_array(arena, (size_t)cJSON_GetArraySize(array) + 1, sizeof *list->at);
    if (!list->at)
        return zw_err_nomem(err);
    cJSON_ArrayForEach(item, array)
    {
        const char *text = cJSON_GetStringValue(item);
        if (text && !(list->at[list->n++] = zw_arena_strdup(arena, text)))
            return zw_err_nomem(err);
    }
    return ZW_OK;
}

static const cJSON *field(const cJSON *o, const char *group, const char *name)
{
    const cJSON *in = group ? cJSON_GetObjectItemCaseSensitive(o, group) : o;
    return cJSON_GetObjectItemCaseSensitive(in, name);
}

static zw_status read_fields(const cJSON *o, zw_arena *arena, zw_receipt *r, zw_err *err)
{
    for (EACH(i, texts)) {
        const char *text = cJSON_GetStringValue(field(o, texts[i].group, texts[i].name));
        if (text && !(*text_at(r, texts[i].at) = zw_arena_strdup(arena, text)))
            return zw_err_nomem(err);
    }
    for (EACH(i, numbers)) {
        const cJSON *number = field(o, numbers[i].group, numbers[i].name);
        if (cJSON_IsNumber(number) && number->valuedouble >= 0)
            *number_at(r, numbers[i].at) = (uint64_t)number->valuedouble;
    }
    bool known;
    zw_status s = read_list(field(o, NULL, "arguments"), arena, &r->arguments, &known, err);
    if (s == ZW_OK)
        s = read_list(field(o, "rows", "each"), arena, &r->row, &r->row_known, err);
    if (s == ZW_OK)
        s = read_list(field(o, NULL, "documents"), arena, &r->answers, &r->answers_known, err);
    return s;
}

zw_status zw_receipt_read(const char *path, zw_arena *arena, zw_receipt *receipt, zw_err *err)
{
    char *text;
    *receipt = (zw_receipt){ 0 };
    zw_status s = read_whole(path, arena, &text, err);
    if (s != ZW_OK)
        return s;
    cJSON *o = cJSON_Parse(text);
    const char *type = cJSON_GetStringValue(field(o, NULL, "type"));
    if (!type || strcmp(type, "receipt") != 0)
        s = zw_err_set(err, ZW_E_FORMAT, "'%s': no receipt of zhengwen", path);
    if (s == ZW_OK)
        s = read_fields(o, arena, receipt, err);
    if (s == ZW_OK && (receipt->arguments.n == 0 || !receipt->identity || !receipt->rows_hash ||
                       !receipt->version || !receipt->index))
        s = zw_err_set(err, ZW_E_FORMAT, "'%s': a receipt with parts missing", path);
    cJSON_Delete(o);
    return s;
}
