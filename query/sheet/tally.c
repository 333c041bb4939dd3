#include "query/sheet/tally.h"

#include <stdint.h>
#include <stdlib.h>

#include "query/sheet/form.h"

#define SLOTS 32768 /* of the table of documents, a power of two above ZW_TALLY_MOST */

struct zw_tally {
    zw_sha256 *all;
    size_t rows, documents;
    char (*row)[ZW_TALLY_ROW];
    char (*document)[ZW_TALLY_DOCUMENT];
    uint16_t *slots; /* of a document: its index and one; 0: free */
    zw_buf text;     /* of the row in hand */
};

zw_tally *zw_tally_new(void)
{
    zw_tally *t = calloc(1, sizeof *t);
    if (!t)
        return NULL;
    t->all = zw_sha256_new();
    t->row = calloc(ZW_TALLY_MOST, sizeof *t->row);
    t->document = calloc(ZW_TALLY_MOST, sizeof *t->document);
    t->slots = calloc(SLOTS, sizeof *t->slots);
    if (t->all && t->row && t->document && t->slots)
        return t;
    zw_tally_free(t);
    return NULL;
}

void zw_tally_free(zw_tally *tally)
{
    if (!tally)
        return;
    zw_sha256_free(tally->all);
    free(tally->row);
    free(tally->document);
    free(tally->slots);
    zw_buf_free(&tally->text);
    free(tally);
}

/* --- documents ------------------------------------------------------------------------------ */

/* A document's id is 32 hex digits, a passage's goes on with a colon; a file's hash is longer. */
static bool is_document(const zw_column *column, const zw_cell *cell)
{
    if (column->kind != ZW_COLUMN_ID || cell->kind != ZW_CELL_TEXT || cell->text.n < 32)
        return false;
    for (size_t i = 0; i < 32; i++) {
        char c = cell->text.at[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return cell->text.n == 32 || cell->text.at[32] == ':';
}

static uint32_t hash_of(const char *id)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < 32; i++)
        hash = (hash ^ (unsigned char)id[i]) * 16777619u;
    return hash;
}

static void add_document(zw_tally *t, const char *id)
{
    uint32_t at = hash_of(id) % SLOTS;
    if (t->documents > ZW_TALLY_MOST)
        return;
    for (; t->slots[at]; at = (at + 1) % SLOTS) {
        if (memcmp(t->document[t->slots[at] - 1], id, 32) == 0)
            return;
    }
    if (t->documents++ == ZW_TALLY_MOST)
        return; /* one too many */
    memcpy(t->document[t->documents - 1], id, 32);
    t->slots[at] = (uint16_t)t->documents;
}

/* --- rows ----------------------------------------------------------------------------------- */

/* The signs between cells stand in no text. */
static void put_cell(zw_buf *to, const zw_cell *cell)
{
    zw_buf_char(to, (char)('0' + (int)cell->kind));
    if (cell->kind == ZW_CELL_NUMBER)
        zw_buf_printf(to, "%.12g", cell->number);
    else
        zw_cell_print(cell, to);
    zw_buf_char(to, '\x1F');
}

zw_status zw_tally_row(zw_tally *tally, const zw_sheet_form *form, const zw_cell *cells,
                       zw_err *err)
{
    char hex[ZW_SHA256_HEX];
    zw_buf_clear(&tally->text);
    for (size_t i = 0; i < form->n; i++) {
        if (strcmp(form->columns[i].name, "file") == 0)
            continue;
        put_cell(&tally->text, &cells[i]);
        if (is_document(&form->columns[i], &cells[i]))
            add_document(tally, cells[i].text.at);
    }
    zw_buf_char(&tally->text, '\x1E');
    if (zw_buf_failed(&tally->text))
        return zw_err_nomem(err);
    zw_sha256_add(tally->all, zw_buf_view(&tally->text));
    if (tally->rows < ZW_TALLY_MOST) {
        zw_sha256_hex(zw_buf_view(&tally->text), hex);
        memcpy(tally->row[tally->rows], hex, ZW_TALLY_ROW - 1);
    }
    tally->rows++;
    return ZW_OK;
}

void zw_tally_hash(const zw_tally *tally, char hex[ZW_SHA256_HEX])
{
    zw_sha256_so_far(tally->all, hex);
}

const char *zw_tally_rows(const zw_tally *tally, size_t *n)
{
    *n = tally->rows;
    return tally->rows <= ZW_TALLY_MOST ? tally->row[0] : NULL;
}

const char *zw_tally_documents(const zw_tally *tally, size_t *n)
{
    *n = tally->documents;
    return tally->documents <= ZW_TALLY_MOST ? tally->document[0] : NULL;
}
