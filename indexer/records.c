#include "indexer/records.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "corpus/metadata.h"
#include "corpus/rows.h"
#include "corpus/split.h"
#include "indexer/given.h"
#include "indexer/manifest_cells.h"
#include "store/lookup.h"

enum {
    HEADS_WITHIN = 50, /* rows of a sheet: titles and notes stand above the heads */
    HEADS_SHOWN = 300, /* bytes */
};

static const char cell_gone[] = "the cell is left out", column_gone[] = "the column is left out",
                  row_gone[] = "the row is left out", sheet_gone[] = "the sheet is left out";

/* A row that became a document. */
typedef struct {
    zw_document *doc;
    const zw_row *row;
    const char *sheet;
    char key[ZW_SHA256_HEX];
    bool gone;
} made;

typedef struct {
    const zw_tools *tools;
    const char *path;
    const zw_givens *given;
    zw_arena *arena;
    zw_rows rows;
    zw_cells cells;
    bool any_text;   /* any head that text goes under will do */
    zw_str head;     /* folded; of the column that is the text */
    size_t left_out; /* rows */
    ZW_ARRAY(made) made;
    zw_err *err;
} records;

/* The sheet that is read. */
typedef struct {
    size_t first, end; /* of rows; first has the heads */
    const char *name;
    zw_columns columns;
    size_t text;       /* the column */
    zw_csv_row record; /* the row at hand */
    bool beyond;       /* it is told that cells stand beyond the heads */
} sheet;

static zw_str text_of(const records *r, zw_range at)
{
    return zw_str_slice(r->rows.source->text, at);
}

/* As the file's user counts: lines of CSV, rows of a sheet. */
static size_t place_of(const zw_row *row)
{
    return row->line ? row->line : row->number;
}

static const zw_row_cell *cells_of(const records *r, const zw_row *row)
{
    return r->rows.cells.at + row->first;
}

/* ---- heads ---- */

/* The column of the row that is the text's, or SIZE_MAX. */
static zw_status find_text(records *r, const zw_row *row, size_t *column)
{
    zw_status s = ZW_OK;
    *column = SIZE_MAX;
    for (size_t i = 0; s == ZW_OK && *column == SIZE_MAX && i < row->n_cells; i++) {
        const zw_row_cell *c = &cells_of(r, row)[i];
        const char *field;
        zw_str folded;
        if (c->at.end - c->at.start > HEADS_SHOWN)
            continue;
        s = zw_head_fold(&r->cells, text_of(r, c->at), &folded, &field, r->err);
        bool is = r->any_text ? field && strcmp(field, "text") == 0 : zw_str_eq(folded, r->head);
        if (s == ZW_OK && is)
            *column = c->column;
    }
    return s;
}

/* As zw_csv_next gives it, up to `columns` cells, in a record that is used again. */
static zw_status record_of(const records *r, const zw_row *row, size_t columns, zw_csv_row *record)
{
    record->cells.n = 0;
    record->line = place_of(row);
    for (size_t i = 0; i < row->n_cells; i++) {
        const zw_row_cell *c = &cells_of(r, row)[i];
        if (c->column >= columns)
            break;
        while (record->cells.n <= c->column) {
            zw_csv_cell *new = zw_array_add(r->arena, &record->cells);
            if (!new)
                return zw_err_nomem(r->err);
            new->line = record->line;
        }
        record->cells.at[c->column].text = text_of(r, c->at);
    }
    return ZW_OK;
}

/* The row with the heads, among the first of a sheet; *found false: there is none. */
static zw_status find_heads(records *r, sheet *s, bool *found)
{
    zw_status status = ZW_OK;
    size_t column = SIZE_MAX, last = s->first + HEADS_WITHIN;
    for (; s->first < s->end && s->first < last; s->first++) {
        status = find_text(r, &r->rows.rows.at[s->first], &column);
        if (status != ZW_OK || column != SIZE_MAX)
            break;
    }
    *found = column != SIZE_MAX;
    if (status != ZW_OK || !*found)
        return status;
    r->cells.effect = column_gone;
    status = record_of(r, &r->rows.rows.at[s->first], SIZE_MAX, &s->record);
    if (status == ZW_OK)
        status = zw_columns_read(&r->cells, &s->record, &s->columns, r->err);
    if (status == ZW_OK && s->columns.n <= column)
        return zw_err_set(r->err, ZW_E_FORMAT, "its first row has too many columns");
    if (status == ZW_OK) {
        s->text = column;
        s->columns.at[column].field = "text";
        s->columns.at[column].kind = ZW_CELL_BODY;
    }
    return status;
}

/* ---- rows ---- */

static zw_status leave_out(records *r, const zw_row *row, const zw_column *column, const char *why)
{
    r->left_out++;
    r->cells.effect = row_gone;
    return zw_cells_fault(&r->cells, place_of(row), column, r->err, "%s", why);
}

/* What the file's row in the manifest says, and in its place what the row says itself. */
static zw_status join(const records *r, const zw_givens *own, zw_givens *given)
{
    bool ok = true;
    for (size_t i = 0; ok && i < r->given->n; i++) {
        if (strcmp(r->given->at[i].name, "rows") != 0)
            ok = zw_givens_put(r->arena, given, r->given->at[i]);
    }
    for (size_t i = 0; ok && i < own->n; i++)
        ok = zw_givens_put(r->arena, given, own->at[i]);
    return ok ? ZW_OK : zw_err_nomem(r->err);
}

static void make_key(const zw_givens *own, zw_str text, char key[ZW_SHA256_HEX])
{
    static const char *const told[] = { "title", "number", "issuer", "date", "region" };
    zw_str pieces[2 * (sizeof told / sizeof *told) + 1];
    size_t n = 0;
    pieces[n++] = text;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        const char *value = zw_given_value(own, told[i]);
        pieces[n++] = (zw_str){ "", 1 };
        pieces[n++] = zw_str_of(value ? value : "");
    }
    zw_sha256_hex_of(pieces, n, key);
}

static zw_status make_document(records *r, const sheet *s, const zw_row *row, zw_range text,
                               const zw_givens *own)
{
    zw_err why = { 0 };
    zw_givens given = { 0 };
    zw_document *doc;
    zw_status status = join(r, own, &given);
    zw_str stem = zw_file_title(r->path);
    const char *part = zw_arena_printf(r->arena, "%s%s第%zu行", s->name, *s->name ? " " : "",
                                       row->number);
    zw_row_text of = { text, zw_given_value(&given, "title"), true };
    if (!of.name && part) {
        of.name = zw_arena_printf(r->arena, "%.*s %s", (int)stem.n, stem.at, part);
        of.titled = false;
    }
    if (status == ZW_OK && (!part || !of.name))
        status = zw_err_nomem(r->err);
    if (status != ZW_OK)
        return status;
    status = zw_rows_document(&r->rows, &of, r->tools->tables, r->arena, &doc, &why);
    if (status == ZW_E_NOMEM)
        return zw_err_nomem(r->err);
    if (status != ZW_OK)
        return leave_out(r, row, &s->columns.at[s->text], why.text);
    doc->part = part;
    made *m = zw_array_add(r->arena, &r->made);
    if (!m ||
        !zw_given_apply_to(&given, zw_extractor_gazetteer(r->tools->extractor), r->arena, doc))
        return zw_err_nomem(r->err);
    *m = (made){ .doc = doc, .row = row, .sheet = r->cells.sheet };
    make_key(own, text_of(r, text), m->key);
    return ZW_OK;
}

/* Cells beyond the heads are told of once a sheet. */
static zw_status check_width(records *r, sheet *s, const zw_row *row)
{
    if (s->beyond || !row->n_cells || cells_of(r, row)[row->n_cells - 1].column < s->columns.n)
        return ZW_OK;
    s->beyond = true;
    r->cells.effect = "they are left out, here and below";
    return zw_cells_fault(&r->cells, place_of(row), NULL, r->err,
                          "cells stand beyond the last head");
}

static zw_status take_row(records *r, sheet *s, const zw_row *row)
{
    static const char *const without[] = { "text", NULL };
    zw_givens own = { 0 };
    zw_range text = { 0, 0 };
    for (size_t i = 0; i < row->n_cells; i++) {
        if (cells_of(r, row)[i].column == s->text)
            text = cells_of(r, row)[i].at;
    }
    zw_status status = check_width(r, s, row);
    if (status == ZW_OK && text.end == text.start)
        return leave_out(r, row, &s->columns.at[s->text], "there is no text");
    if (status == ZW_OK && text.end - text.start > ZW_DOCUMENT_MAX_BYTES)
        return leave_out(r, row, &s->columns.at[s->text], "more than 8 MB of text in one cell");
    if (status == ZW_OK)
        status = record_of(r, row, s->columns.n, &s->record);
    r->cells.effect = cell_gone;
    if (status == ZW_OK)
        status = zw_cells_row(&r->cells, &s->columns, &s->record, without, &own, r->err);
    return status == ZW_OK ? make_document(r, s, row, text, &own) : status;
}

/* ---- sheets ---- */

static zw_status take_sheet(records *r, size_t index, size_t first, size_t end, bool *found)
{
    bool several = r->rows.sheets.n > 1;
    sheet s = { .first = first, .end = end, .name = several ? r->rows.sheets.at[index] : "" };
    r->cells.sheet = several ? s.name : NULL;
    zw_status status = find_heads(r, &s, found);
    if (status == ZW_OK && !*found && several) {
        r->cells.effect = sheet_gone;
        return zw_cells_fault(&r->cells, place_of(&r->rows.rows.at[first]), NULL, r->err,
                              "no row has the head of the text");
    }
    for (size_t i = s.first + 1; status == ZW_OK && *found && i < end; i++)
        status = take_row(r, &s, &r->rows.rows.at[i]);
    return status;
}

/* No sheet has the head: the reason names those of the first row. */
static zw_status refuse_heads(const records *r)
{
    const zw_row *row = &r->rows.rows.at[0];
    const char *wanted = zw_given_value(r->given, "rows");
    zw_buf heads = ZW_BUF_INIT;
    for (size_t i = 0; i < row->n_cells && heads.n < HEADS_SHOWN; i++) {
        zw_str head = zw_str_trim(text_of(r, cells_of(r, row)[i].at));
        zw_buf_text(&heads, i ? ", " : "");
        zw_buf_str(&heads, (zw_str){ head.at, zw_utf8_boundary(head, head.n < 60 ? head.n : 60) });
    }
    zw_buf_text(&heads, "");
    zw_status s = zw_err_set(r->err, ZW_E_FORMAT,
                             "no row has the head '%s', the column that is the text of each row "
                             "(%s %zu has: %s)",
                             r->any_text ? "正文" : wanted, r->cells.unit ? "row" : "line",
                             place_of(row), zw_buf_failed(&heads) ? "" : heads.at);
    zw_buf_free(&heads);
    return s;
}

static zw_status take_sheets(records *r)
{
    zw_status s = ZW_OK;
    bool any = false;
    for (size_t i = 0, end; s == ZW_OK && i < r->rows.rows.n; i = end) {
        bool found = false;
        for (end = i;
             end < r->rows.rows.n && r->rows.rows.at[end].sheet == r->rows.rows.at[i].sheet;)
            end++;
        s = take_sheet(r, r->rows.rows.at[i].sheet, i, end, &found);
        any |= found;
    }
    if (s == ZW_OK && !r->rows.rows.n)
        return zw_err_set(r->err, ZW_E_EMPTY, "no rows in it");
    return s == ZW_OK && !any ? refuse_heads(r) : s;
}

/* ---- ids ---- */

/* Those of one given id, or one content, in the order of their rows. */
static int by_key(const void *a, const void *b)
{
    const made *x = *(made *const *)a, *y = *(made *const *)b;
    const char *p = zw_given_value(&x->doc->given, "id"), *q = zw_given_value(&y->doc->given, "id");
    int c = p && q ? strcmp(p, q) : !p - !q;
    c = c || p ? c : strcmp(x->key, y->key);
    return c ? c : (x > y) - (x < y);
}

static zw_status refuse_twin(records *r, made *m, const made *first)
{
    char why[100];
    snprintf(why, sizeof why, "its id is that of %s %zu already", r->cells.unit ? "row" : "line",
             place_of(first->row));
    m->gone = true;
    r->cells.sheet = m->sheet;
    return leave_out(r, m->row, NULL, why);
}

static void name_by_content(made *m, size_t n)
{
    char count[32], hex[ZW_SHA256_HEX];
    int length = snprintf(count, sizeof count, "/%zu", n);
    zw_str pieces[] = { zw_str_of(m->key), { count, (size_t)length } };
    zw_sha256_hex_of(pieces, 2, hex);
    memcpy(m->doc->id, hex, sizeof m->doc->id - 1);
    m->doc->id[sizeof m->doc->id - 1] = '\0';
}

static zw_status name_documents(records *r)
{
    zw_status s = ZW_OK;
    made **sorted = zw_arena_array(r->arena, r->made.n + 1, sizeof *sorted);
    if (!sorted)
        return zw_err_nomem(r->err);
    for (size_t i = 0; i < r->made.n; i++)
        sorted[i] = &r->made.at[i];
    qsort(sorted, r->made.n, sizeof *sorted, by_key);
    for (size_t i = 0, first = 0; s == ZW_OK && i < r->made.n; i++) {
        const char *id = zw_given_value(&sorted[i]->doc->given, "id");
        const char *other = zw_given_value(&sorted[first]->doc->given, "id");
        bool alike = id ? other && strcmp(id, other) == 0
                        : !other && strcmp(sorted[i]->key, sorted[first]->key) == 0;
        first = alike ? first : i;
        if (!id)
            name_by_content(sorted[i], i - first);
        else if (i != first)
            s = refuse_twin(r, sorted[i], sorted[first]);
    }
    return s;
}

static zw_status give_documents(const records *r, zw_reading *reading)
{
    zw_documents *docs = &reading->docs;
    docs->source = r->rows.source;
    for (size_t i = 0; i < r->made.n; i++) {
        if (r->made.at[i].gone)
            continue;
        zw_document **slot = zw_array_add(r->arena, &docs->documents);
        if (!slot)
            return zw_err_nomem(r->err);
        *slot = r->made.at[i].doc;
        (*slot)->part_index = docs->documents.n - 1;
    }
    return docs->documents.n
               ? ZW_OK
               : zw_err_set(r->err, ZW_E_EMPTY, "no row has a text (%zu rows)", r->left_out);
}

/* ---- the whole ---- */

static zw_status open_table(records *r, zw_segmenter *segmenter)
{
    static const char *const yes[] = { "是", "yes", "true", "1" };
    const char *field, *wanted = zw_given_value(r->given, "rows");
    bool lines = r->rows.rows.n && r->rows.rows.at[0].line;
    r->cells = (zw_cells){ .name = r->path,
                           .of_documents = true,
                           .unit = lines ? NULL : "row",
                           .arena = r->arena,
                           .segmenter = segmenter,
                           .gazetteer = zw_extractor_gazetteer(r->tools->extractor) };
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        r->any_text |= strcmp(wanted, yes[i]) == 0;
    return zw_head_fold(&r->cells, zw_str_of(wanted), &r->head, &field, r->err);
}

zw_status zw_records_read(const zw_tools *tools, zw_segmenter *segmenter, const char *path,
                          const zw_givens *given, zw_arena *arena, zw_reading *reading, zw_err *err)
{
    records r = { .tools = tools, .path = path, .given = given, .arena = arena, .err = err };
    zw_read_options options = { .tables = tools->tables };
    zw_status s = zw_rows_read(path, &options, arena, &r.rows, err);
    if (s != ZW_OK)
        return s;
    s = open_table(&r, segmenter);
    if (s == ZW_OK)
        s = take_sheets(&r);
    if (s == ZW_OK)
        s = name_documents(&r);
    if (s == ZW_OK)
        s = give_documents(&r, reading);
    for (size_t i = 0; i < r.cells.faults.n; i++) {
        const char **slot = zw_array_add(arena, &reading->told);
        if (!slot)
            return zw_err_nomem(err);
        *slot = r.cells.faults.at[i];
    }
    reading->n_told = r.cells.n_faults;
    reading->left_out = r.left_out;
    return s == ZW_OK ? s : zw_err_at(err, "'%s'", path);
}

/* ---- other files ---- */

/* Another path that holds the document and is not a copy of this very file, or NULL. */
static zw_status holder_of(zw_xdb *db, const char *path, const char *sha256, const char *id,
                           zw_arena *arena, const char **holder, zw_err *err)
{
    zw_names paths = { 0 };
    zw_status s = zw_lookup_paths(db, zw_str_of(id), arena, &paths, err);
    *holder = NULL;
    for (size_t i = 0; s == ZW_OK && !*holder && i < paths.n; i++) {
        zw_file_record file;
        if (strcmp(paths.at[i], path) == 0)
            continue;
        s = zw_lookup_file(db, zw_str_of(paths.at[i]), arena, &file, err);
        if (s == ZW_OK && strcmp(file.sha256, sha256) != 0)
            *holder = paths.at[i];
    }
    return s;
}

static void name_by_path(zw_document *doc, const char *path)
{
    char hex[ZW_SHA256_HEX];
    zw_str pieces[] = { zw_str_of(doc->id), ZW_STR("/"), zw_str_of(path) };
    zw_sha256_hex_of(pieces, 3, hex);
    memcpy(doc->id, hex, sizeof doc->id - 1);
}

static zw_status tell_holder(const char *path, const zw_document *doc, const char *holder,
                             zw_arena *arena, zw_reading *reading, zw_err *err)
{
    const char **slot = zw_array_add(arena, &reading->told);
    if (slot)
        *slot = zw_arena_printf(arena, "'%s': %s: its id '%s' is that of '%s' (%s)", path,
                                doc->part, doc->id, holder, row_gone);
    reading->n_told++;
    reading->left_out++;
    return slot && *slot ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_records_part_ids(zw_xdb *db, const char *path, zw_arena *arena, zw_reading *reading,
                              zw_err *err)
{
    zw_status s = ZW_OK;
    size_t kept = 0;
    for (size_t i = 0; s == ZW_OK && i < reading->docs.documents.n; i++) {
        zw_document *doc = reading->docs.documents.at[i];
        const char *holder, *given = zw_given_value(&doc->given, "id");
        s = holder_of(db, path, reading->docs.source->sha256, doc->id, arena, &holder, err);
        if (s == ZW_OK && holder && given) {
            s = tell_holder(path, doc, holder, arena, reading, err);
            continue;
        }
        if (s == ZW_OK && holder)
            name_by_path(doc, path);
        reading->docs.documents.at[kept++] = doc;
    }
    reading->docs.documents.n = kept;
    return s;
}
