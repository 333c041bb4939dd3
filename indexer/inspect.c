/* status, check - what an index is, and whether it is whole. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cjson/cJSON.h>

#include "indexer/common.h"
#include "segmenter/segmenter.h"
#include "store/index.h"
#include "store/lookup.h"

const zw_option zw_status_options[] = {
    { "format", 0, "text|json", "how it is printed" },
    { NULL, 0, NULL, NULL },
};

/* ---- status ---- */

typedef struct {
    const zw_index_stats *stats;
    const char *where;
    uint64_t bytes;
    zw_names parts;
    bool current; /* schema and lexicon are this program's */
} state;

static void print_text(const state *st)
{
    const zw_index_stats *s = st->stats;
    printf("index      %s\n", st->where);
    printf("files      %" PRIu64 "\ndocuments  %" PRIu64 "\npassages   %" PRIu64
           "\nfigures    %" PRIu64 "\n",
           s->files, s->documents, s->passages, s->figures);
    printf("size       %.1f MB\n", (double)st->bytes / 1e6);
    bool same = s->schema == ZW_SCHEMA_VERSION;
    printf("form       %d", s->schema);
    if (!same)
        printf(" (this program's is %d: %s)", ZW_SCHEMA_VERSION,
               s->schema < ZW_SCHEMA_VERSION ? "zhengwen-index rebuild" : "a newer zhengwen's");
    printf("\nlexicon    %s%s\nwritten by %s\n", s->lexicon,
           same && !st->current ? " (another than this program's: zhengwen-index rebuild)" : "",
           s->writer);
    for (size_t i = 0; i < st->parts.n; i++)
        printf("part       %s\n", st->parts.at[i]);
}

static bool print_json(const state *st)
{
    const zw_index_stats *s = st->stats;
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "index", st->where);
    cJSON_AddNumberToObject(o, "files", (double)s->files);
    cJSON_AddNumberToObject(o, "documents", (double)s->documents);
    cJSON_AddNumberToObject(o, "passages", (double)s->passages);
    cJSON_AddNumberToObject(o, "figures", (double)s->figures);
    cJSON_AddNumberToObject(o, "bytes", (double)st->bytes);
    cJSON_AddNumberToObject(o, "schema", s->schema);
    cJSON_AddStringToObject(o, "lexicon", s->lexicon);
    cJSON_AddStringToObject(o, "written_by", s->writer);
    cJSON_AddBoolToObject(o, "current", st->current);
    cJSON_AddItemToObject(o, "parts", cJSON_CreateStringArray(st->parts.at, (int)st->parts.n));
    char *text = cJSON_PrintUnformatted(o);
    bool ok = text && puts(text) >= 0;
    free(text);
    cJSON_Delete(o);
    return ok;
}

static zw_status state_of(zw_index *index, const char *where, zw_arena *arena, state *st,
                          zw_err *err)
{
    zw_lexicon *lexicon = NULL;
    zw_status s = zw_lexicon_open(&lexicon, err);
    if (s != ZW_OK)
        return s;
    *st = (state){ zw_index_stats_of(index), where, zw_index_bytes(index), { 0 }, false };
    st->current = st->stats->schema == ZW_SCHEMA_VERSION &&
                  strcmp(st->stats->lexicon, zw_lexicon_hash(lexicon)) == 0;
    zw_lexicon_free(lexicon);
    return zw_index_parts(index, arena, &st->parts, err);
}

int zw_cmd_status(const zw_cli *cli)
{
    zw_err err = { 0 };
    zw_index *index = NULL;
    const char *where, *format = zw_cli_value(cli, "format");
    state st;
    bool printed = true;
    zw_arena *arena = zw_arena_new();
    zw_status s = arena ? zw_where_of(cli, arena, &where, &err) : zw_err_nomem(&err);
    if (s == ZW_OK)
        s = zw_index_open_any(where, &index, &err);
    if (s == ZW_OK)
        s = state_of(index, where, arena, &st, &err);
    if (s == ZW_OK && format && strcmp(format, "json") == 0)
        printed = print_json(&st);
    else if (s == ZW_OK)
        print_text(&st);
    int status = s != ZW_OK ? zw_fail(&err) : printed ? ZW_EXIT_OK : ZW_EXIT_BAD;
    zw_index_free(index);
    zw_arena_free(arena);
    return status;
}

/* ---- check ---- */

typedef struct {
    zw_index *index;
    zw_arena *scratch;
    size_t faults;
    zw_err *err;
} checker;

static void fault(checker *c, const char *id, const char *what)
{
    c->faults++;
    printf("'%s': %s\n", id, what);
}

static zw_status each_unit(checker *c, const char *type, zw_arena *arena,
                           void (*look)(checker *, zw_str data))
{
    zw_xdocids units;
    zw_xdb *db = zw_index_db(c->index);
    const char *term = zw_lookup_term(ZW_F_TYPE, zw_str_of(type), arena);
    if (!term)
        return zw_err_nomem(c->err);
    zw_status s = zw_xdb_postings(db, zw_str_of(term), SIZE_MAX, arena, &units, c->err);
    for (size_t i = 0; s == ZW_OK && i < units.n; i++) {
        zw_str data;
        zw_arena_reset(c->scratch);
        s = zw_xdb_data(db, units.at[i], c->scratch, &data, c->err);
        if (s == ZW_OK)
            look(c, data);
    }
    return s;
}

/* As many passages and figures as it says. */
static void look_at_document(checker *c, zw_str data)
{
    zw_doc_record r;
    zw_err err = { 0 };
    if (zw_doc_record_read(data, c->scratch, &r, &err) != ZW_OK) {
        fault(c, "a document", err.text);
        return;
    }
    const char *term = zw_lookup_term(ZW_F_DOCUMENT, zw_str_of(r.id), c->scratch);
    uint64_t units = term ? zw_xdb_termfreq(zw_index_db(c->index), zw_str_of(term)) : 0;
    if (units < 1 + r.passages)
        fault(c, r.id, "passages are missing");
    const char *held = zw_lookup_term(ZW_F_HOLDS, zw_str_of(r.id), c->scratch);
    if (!held || zw_xdb_termfreq(zw_index_db(c->index), zw_str_of(held)) == 0)
        fault(c, r.id, "no file gave this document");
}

static bool has(checker *c, zw_str id)
{
    const char *term = zw_lookup_term(ZW_F_ID, id, c->scratch);
    return term && zw_xdb_termfreq(zw_index_db(c->index), zw_str_of(term)) == 1;
}

static void look_at_passage(checker *c, zw_str data)
{
    zw_passage_record r;
    zw_err err = { 0 };
    if (zw_passage_record_read(data, c->scratch, &r, &err) != ZW_OK)
        fault(c, "a passage", err.text);
    else if (!has(c, zw_str_of(r.doc_id)))
        fault(c, r.id, "its document is missing, or there twice");
    else if (!has(c, zw_str_of(r.id)))
        fault(c, r.id, "there twice");
}

static void look_at_figure(checker *c, zw_str data)
{
    zw_figure_record r;
    zw_err err = { 0 };
    if (zw_figure_record_read(data, &r, &err) != ZW_OK)
        fault(c, "a figure", err.text);
    else if (!has(c, zw_str_of(r.passage)))
        fault(c, r.passage, "a figure's passage is missing");
}

static zw_status check_blocks(checker *c, zw_arena *arena)
{
    zw_names parts;
    zw_status s = zw_index_parts(c->index, arena, &parts, c->err);
    for (size_t i = 0; s == ZW_OK && i < parts.n; i++) {
        size_t errors = 0;
        zw_str report = { 0 };
        s = zw_xdb_check(parts.at[i], &errors, arena, &report, c->err);
        if (s == ZW_E_CORRUPT) {
            fault(c, parts.at[i], c->err->text);
            s = ZW_OK;
        } else if (s == ZW_OK && errors) {
            fault(c, parts.at[i], report.at);
        }
    }
    return s;
}

/* What the tables say of each other: libxapian looks at the form of each alone. */
static zw_status check_contents(checker *c, zw_arena *arena)
{
    size_t errors = 0;
    zw_str report = { 0 };
    zw_status s = zw_xdb_verify(zw_index_db(c->index), &errors, arena, &report, c->err);
    if (s == ZW_OK && errors) {
        printf("%s", report.at);
        c->faults += errors;
    }
    return s;
}

static zw_status check_all(checker *c, zw_arena *arena)
{
    zw_status s = check_blocks(c, arena);
    if (s == ZW_OK && c->faults == 0)
        s = check_contents(c, arena);
    if (s != ZW_OK || c->faults)
        return s; /* what stands in broken blocks cannot be read */
    s = each_unit(c, ZW_TYPE_DOCUMENT, arena, look_at_document);
    if (s == ZW_OK)
        s = each_unit(c, ZW_TYPE_PASSAGE, arena, look_at_passage);
    return s == ZW_OK ? each_unit(c, ZW_TYPE_FIGURE, arena, look_at_figure) : s;
}

int zw_cmd_check(const zw_cli *cli)
{
    zw_err err = { 0 };
    const char *where;
    checker c = { .scratch = zw_arena_new(), .err = &err };
    zw_arena *arena = zw_arena_new();
    zw_status s = arena && c.scratch ? zw_where_of(cli, arena, &where, &err) : zw_err_nomem(&err);
    if (s == ZW_OK)
        s = zw_index_open(where, NULL, &c.index, &err);
    if (s == ZW_OK)
        s = check_all(&c, arena);
    int status = s != ZW_OK ? zw_fail(&err) : c.faults ? ZW_EXIT_BAD : ZW_EXIT_OK;
    if (s == ZW_OK && c.faults)
        fprintf(stderr,
                "zhengwen-index: '%s': %zu fault%s (make a new one: zhengwen-index rebuild, or "
                "add -d NEWDIR FILE...)\n",
                where, c.faults, c.faults == 1 ? "" : "s");
    else if (s == ZW_OK)
        fprintf(stderr, "zhengwen-index: '%s': whole\n", where);
    zw_index_free(c.index);
    zw_arena_free(arena);
    zw_arena_free(c.scratch);
    return status;
}
