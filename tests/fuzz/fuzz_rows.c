/* Rows of a table lie in its text one behind the other, each cell without a tab and not blank, and
 * a document out of any cell quotes from that cell alone. */
#include "corpus/rows.h"
#include "tests/fuzz/documents.h"

enum { CELLS = 40 }; /* that are made documents */

static void check_row(const zw_rows *rows, zw_range at, bool titled, zw_arena *arena)
{
    zw_row_text text = { at, "甲市植树办法", titled };
    zw_document *doc;
    zw_err err = { 0 };
    zw_status s = zw_rows_document(rows, &text, fuzz_read_options()->tables, arena, &doc, &err);
    PROPERTY(s == ZW_OK || (s == ZW_E_EMPTY && err.text[0]));
    if (s != ZW_OK)
        return;
    PROPERTY(doc->meta.title && doc->passages.n > 0);
    check_sections(doc);
    check_passages(doc);
    for (size_t i = 0; i < doc->passages.n; i++) {
        zw_span span = zw_document_span(doc, doc->passages.at[i].text);
        PROPERTY(at.start <= span.byte.start && span.byte.end <= at.end);
    }
}

static void check_rows(const zw_rows *rows, zw_arena *arena)
{
    size_t at = 0, number = 0, cell = 0;
    for (size_t i = 0; i < rows->rows.n; i++) {
        const zw_row *r = &rows->rows.at[i];
        PROPERTY(r->number > number && r->sheet == 0 && r->first == cell && r->n_cells > 0);
        number = r->number;
        for (size_t k = 0; k < r->n_cells; k++, cell++) {
            const zw_row_cell *c = &rows->cells.at[cell];
            zw_str words = zw_str_slice(rows->source->text, c->at);
            PROPERTY(c->at.start >= at && c->at.end <= rows->source->text.n);
            PROPERTY(k == 0 || c->column > rows->cells.at[cell - 1].column);
            PROPERTY(words.n && !memchr(words.at, '\t', words.n));
            at = c->at.end;
            if (cell < CELLS)
                check_row(rows, c->at, cell % 2, arena);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    zw_rows rows;
    zw_err err = { 0 };
    if (zw_rows_read_csv(fuzz_text(data, size), arena, &rows, &err) == ZW_OK)
        check_rows(&rows, arena);
    else
        PROPERTY(err.text[0]);
    zw_arena_free(arena);
    return 0;
}
