/* CSV and TSV, by table.h. */
#include <stdlib.h>

#include "query/sheet/form.h"
#include "query/sheet/table.h"

#define BOM "\xEF\xBB\xBF" /* by which spreadsheets know UTF-8 */

static void put(zw_table *table, const zw_cell *cell)
{
    if (cell->kind == ZW_CELL_NUMBER) {
        zw_table_number(table, cell->number);
        return;
    }
    zw_buf text = ZW_BUF_INIT;
    zw_cell_print(cell, &text);
    zw_table_str(table, zw_buf_view(&text));
    table->to->failed |= zw_buf_failed(&text);
    zw_buf_free(&text);
}

static zw_status begin(zw_sheet *sheet, zw_err *err)
{
    const zw_sheet_options *o = sheet->options;
    zw_table *table = sheet->state = malloc(sizeof *table);
    if (!table)
        return zw_err_nomem(err);
    *table = (zw_table){ o->out, o->format == ZW_AS_TSV ? '\t' : ',', false, o->spreadsheet };
    if (o->spreadsheet)
        zw_buf_text(o->out, BOM);
    for (size_t i = 0; i < sheet->form->n; i++)
        zw_table_text(table, zw_sheet_head(sheet, i));
    zw_table_end(table);
    return ZW_OK;
}

static zw_status row(zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    (void)err;
    for (size_t i = 0; i < sheet->form->n; i++)
        put(sheet->state, &cells[i]);
    zw_table_end(sheet->state);
    return ZW_OK;
}

static void release(zw_sheet *sheet)
{
    free(sheet->state);
}

const zw_sheet_writer zw_sheet_as_delimited = { .begin = begin, .row = row, .release = release };
