/* dump - everything in the index, a JSON object a line, in an order that no run of add decides. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "indexer/common.h"
#include "store/fact_json.h"
#include "store/index.h"
#include "store/lookup.h"

/* A unit by what it is sorted by. */
typedef struct {
    const char *key;
    uint32_t docid;
} entry;

typedef ZW_ARRAY(entry) entries;

typedef struct {
    zw_xdb *db;
    zw_arena *keep, *scratch;
    zw_err *err;
} dumper;

static zw_status print_object(dumper *d, cJSON *object)
{
    char *text = object ? cJSON_PrintUnformatted(object) : NULL;
    zw_status s = text ? ZW_OK : zw_err_nomem(d->err);
    if (s == ZW_OK && puts(text) == EOF)
        s = zw_err_set(d->err, ZW_E_IO, "standard output: %s", strerror(errno));
    free(text);
    cJSON_Delete(object);
    return s;
}

/* ---- in order ---- */

static zw_status document_key(dumper *d, zw_str data, const char **key)
{
    zw_doc_record record;
    zw_status s = zw_doc_record_read(data, d->scratch, &record, d->err);
    *key = s == ZW_OK ? record.id : NULL;
    return s;
}

static zw_status file_key(dumper *d, zw_str data, const char **key)
{
    zw_file_record record;
    zw_status s = zw_file_record_read(data, d->scratch, &record, d->err);
    *key = s == ZW_OK ? record.path : NULL;
    return s;
}

static int by_key(const void *a, const void *b)
{
    return strcmp(((const entry *)a)->key, ((const entry *)b)->key);
}

/* All units of a type by their keys; only keys are kept, so that a large index is no large list. */
static zw_status list_units(dumper *d, const char *type,
                            zw_status (*key_of)(dumper *, zw_str, const char **), entries *list)
{
    zw_xdocids units;
    const char *term = zw_lookup_term(ZW_F_TYPE, zw_str_of(type), d->keep);
    if (!term)
        return zw_err_nomem(d->err);
    zw_status s = zw_xdb_postings(d->db, zw_str_of(term), SIZE_MAX, d->keep, &units, d->err);
    for (size_t i = 0; s == ZW_OK && i < units.n; i++) {
        zw_str data;
        const char *key = NULL;
        zw_arena_reset(d->scratch);
        s = zw_xdb_data(d->db, units.at[i], d->scratch, &data, d->err);
        if (s == ZW_OK)
            s = key_of(d, data, &key);
        entry *slot = s == ZW_OK ? zw_array_add(d->keep, list) : NULL;
        if (s == ZW_OK && (!slot || !(key = zw_arena_strdup(d->keep, key))))
            return zw_err_nomem(d->err);
        if (slot)
            *slot = (entry){ key, units.at[i] };
    }
    if (list->n)
        qsort(list->at, list->n, sizeof *list->at, by_key);
    return s;
}

/* ---- documents ---- */

static zw_status print_facts(dumper *d, const zw_passage_record *p)
{
    zw_json_context c = zw_json_of_passage(p);
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < p->facts.figures.n; i++)
        s = print_object(d, zw_json_figure(&c, &p->facts.figures.at[i]));
    for (size_t i = 0; s == ZW_OK && i < p->facts.agencies.n; i++)
        s = print_object(d, zw_json_agency(&c, &p->facts.agencies.at[i]));
    for (size_t i = 0; s == ZW_OK && i < p->facts.measures.n; i++)
        s = print_object(d, zw_json_measure(&c, &p->facts.measures.at[i]));
    for (size_t i = 0; s == ZW_OK && i < p->facts.citations.n; i++)
        s = print_object(d, zw_json_citation(&c, &p->facts.citations.at[i]));
    return s;
}

static zw_status print_document(dumper *d, const entry *e)
{
    zw_str data;
    zw_doc_record record;
    zw_arena_reset(d->scratch);
    zw_status s = zw_xdb_data(d->db, e->docid, d->scratch, &data, d->err);
    if (s == ZW_OK)
        s = zw_doc_record_read(data, d->scratch, &record, d->err);
    if (s != ZW_OK)
        return s;
    size_t passages = record.passages;
    s = print_object(d, zw_json_document(&record));
    for (size_t i = 0; s == ZW_OK && i < passages; i++) {
        zw_passage_record passage;
        zw_arena_reset(d->scratch);
        const char *id = zw_arena_printf(d->scratch, "%s:%zu", e->key, i);
        s = id ? zw_lookup_passage(d->db, zw_str_of(id), d->scratch, &passage, d->err)
               : zw_err_nomem(d->err);
        if (s == ZW_OK)
            s = print_object(d, zw_json_passage(&passage));
        if (s == ZW_OK)
            s = print_facts(d, &passage);
    }
    return s;
}

/* ---- files ---- */

/* Without its time: the journal may not be sure of that, and it is not what the file says. */
static cJSON *file_object(const zw_file_record *r)
{
    cJSON *o = cJSON_CreateObject(), *given;
    cJSON_AddStringToObject(o, "type", "file");
    cJSON_AddStringToObject(o, "path", r->path);
    cJSON_AddStringToObject(o, "sha256", r->sha256);
    cJSON_AddNumberToObject(o, "size", (double)r->size);
    cJSON_AddStringToObject(o, "read_by", r->version);
    cJSON_AddItemToObject(o, "documents", cJSON_CreateStringArray(r->docs.at, (int)r->docs.n));
    given = cJSON_AddObjectToObject(o, "given");
    for (size_t i = 0; i < r->given.n; i++)
        cJSON_AddStringToObject(given, r->given.at[i].name, r->given.at[i].value);
    return o;
}

static zw_status print_file(dumper *d, const entry *e)
{
    zw_str data;
    zw_file_record record;
    zw_arena_reset(d->scratch);
    zw_status s = zw_xdb_data(d->db, e->docid, d->scratch, &data, d->err);
    if (s == ZW_OK)
        s = zw_file_record_read(data, d->scratch, &record, d->err);
    return s == ZW_OK ? print_object(d, file_object(&record)) : s;
}

/* ---- all ---- */

static zw_status dump(dumper *d)
{
    entries documents = { 0 }, files = { 0 };
    zw_status s = list_units(d, ZW_TYPE_DOCUMENT, document_key, &documents);
    for (size_t i = 0; s == ZW_OK && i < documents.n; i++)
        s = print_document(d, &documents.at[i]);
    if (s == ZW_OK)
        s = list_units(d, ZW_TYPE_FILE, file_key, &files);
    for (size_t i = 0; s == ZW_OK && i < files.n; i++)
        s = print_file(d, &files.at[i]);
    if (s == ZW_OK && fflush(stdout) != 0)
        s = zw_err_set(d->err, ZW_E_IO, "standard output: %s", strerror(errno));
    return s;
}

int zw_cmd_dump(const zw_cli *cli)
{
    zw_err err = { 0 };
    zw_index *index = NULL;
    const char *where;
    dumper d = { .keep = zw_arena_new(), .scratch = zw_arena_new(), .err = &err };
    zw_status s = d.keep && d.scratch ? zw_where_of(cli, d.keep, &where, &err) : zw_err_nomem(&err);
    if (s == ZW_OK)
        s = zw_index_open(where, NULL, &index, &err);
    if (s == ZW_OK) {
        d.db = zw_index_db(index);
        s = dump(&d);
    }
    int status = s == ZW_OK ? ZW_EXIT_OK : zw_fail(&err);
    zw_index_free(index);
    zw_arena_free(d.scratch);
    zw_arena_free(d.keep);
    return status;
}
