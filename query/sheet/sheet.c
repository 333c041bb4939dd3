#include <stdio.h>
#include <stdlib.h>

#include "query/sheet/form.h"
#include "query/sheet/tally.h"

#define FLUSH_AT (64 * 1024) /* bytes that may gather before they are written */

const zw_sheet_writer zw_sheet_as_nothing = { .begin = NULL };

static const struct {
    const char *name;
    const zw_sheet_writer *writer;
} formats[] = {
    [ZW_AS_TEXT] = { "text", &zw_sheet_as_text },
    [ZW_AS_JSON] = { "json", &zw_sheet_as_json },
    [ZW_AS_NDJSON] = { "ndjson", &zw_sheet_as_ndjson },
    [ZW_AS_CSV] = { "csv", &zw_sheet_as_delimited },
    [ZW_AS_TSV] = { "tsv", &zw_sheet_as_delimited },
    [ZW_AS_XLSX] = { "xlsx", &zw_sheet_as_xlsx },
    [ZW_AS_MARKDOWN] = { "md", &zw_sheet_as_markdown },
    [ZW_AS_GRAPHML] = { "graphml", NULL },
    [ZW_AS_NOTHING] = { "", &zw_sheet_as_nothing },
};

/* --- cells ---------------------------------------------------------------------------------- */

zw_cell zw_cell_text(const char *text)
{
    return text ? zw_cell_str(zw_str_of(text)) : (zw_cell){ 0 };
}

zw_cell zw_cell_str(zw_str text)
{
    return (zw_cell){ .kind = ZW_CELL_TEXT, .text = text };
}

zw_cell zw_cell_number(double number)
{
    return (zw_cell){ .kind = ZW_CELL_NUMBER, .number = number };
}

zw_cell zw_cell_count(size_t count)
{
    return zw_cell_number((double)count);
}

zw_cell zw_cell_year(int year)
{
    return year ? zw_cell_number(year) : (zw_cell){ 0 };
}

zw_cell zw_cell_flag(bool flag)
{
    return (zw_cell){ .kind = ZW_CELL_FLAG, .number = flag };
}

zw_cell zw_cell_list(const zw_str *list, size_t n)
{
    return (zw_cell){ .kind = ZW_CELL_LIST, .list = list, .n = n };
}

zw_cell zw_cell_fields(const zw_cell_field *fields, size_t n)
{
    return (zw_cell){ .kind = ZW_CELL_FIELDS, .fields = fields, .n = n };
}

static void print_fields(const zw_cell *cell, zw_buf *to)
{
    for (size_t i = 0; i < cell->n; i++) {
        zw_buf_printf(to, "%s%s=", i ? "; " : "", cell->fields[i].name);
        zw_cell_print(&cell->fields[i].value, to);
    }
}

void zw_cell_print(const zw_cell *cell, zw_buf *to)
{
    switch (cell->kind) {
    case ZW_CELL_NULL:
        break;
    case ZW_CELL_TEXT:
        zw_buf_str(to, cell->text);
        break;
    case ZW_CELL_NUMBER:
        zw_buf_printf(to, "%.15g", cell->number);
        break;
    case ZW_CELL_FLAG:
        zw_buf_text(to, cell->number != 0 ? "yes" : "no");
        break;
    case ZW_CELL_LIST:
        for (size_t i = 0; i < cell->n; i++) {
            zw_buf_text(to, i ? "; " : "");
            zw_buf_str(to, cell->list[i]);
        }
        break;
    case ZW_CELL_FIELDS:
        print_fields(cell, to);
        break;
    }
}

/* --- sheets --------------------------------------------------------------------------------- */

const char *zw_sheet_head(const zw_sheet *sheet, size_t column)
{
    const char *name = sheet->form->columns[column].name;
    return zw_words_get(sheet->options->words, "column", name, name);
}

zw_status zw_sheet_settle(zw_sheet *sheet, size_t bytes, zw_err *err)
{
    const zw_sheet_options *o = sheet->options;
    if (zw_buf_failed(o->out))
        return zw_err_nomem(err);
    return o->flush && o->out->n >= bytes ? o->flush(o->context, err) : ZW_OK;
}

/* JSON is for programs; a sheet without words says its names. */
static bool speaks(const zw_sheet_options *options)
{
    return options->words && options->format != ZW_AS_JSON && options->format != ZW_AS_NDJSON;
}

/* lead is 牵头 in a Chinese table; of one column alone: value.force.binding. */
static zw_cell code_said(const zw_sheet *sheet, const char *column, zw_cell cell)
{
    char key[128], code[64];
    if (cell.kind != ZW_CELL_TEXT || cell.text.n >= sizeof code)
        return cell;
    snprintf(code, sizeof code, "%.*s", (int)cell.text.n, cell.text.at ? cell.text.at : "");
    snprintf(key, sizeof key, "%s.%s", column, code);
    const zw_words *words = sheet->options->words;
    const char *said = zw_words_get(words, "value", code, NULL);
    said = zw_words_get(words, "value", key, said);
    return said ? zw_cell_text(said) : cell;
}

static const zw_cell *row_said(zw_sheet *sheet, const zw_cell *cells)
{
    for (size_t i = 0; sheet->said && i < sheet->form->n; i++) {
        const zw_column *column = &sheet->form->columns[i];
        zw_cell cell = cells[i];
        bool flag = cell.kind == ZW_CELL_FLAG && sheet->options->format != ZW_AS_XLSX;
        if (flag)
            cell = zw_cell_text(cell.number != 0 ? "yes" : "no");
        bool code = flag || column->kind == ZW_COLUMN_CODE;
        sheet->said[i] = code ? code_said(sheet, column->name, cell) : cell;
    }
    return sheet->said ? sheet->said : cells;
}

zw_status zw_sheet_new(const zw_sheet_form *form, const zw_sheet_options *options, zw_sheet **sheet,
                       zw_err *err)
{
    if (!formats[options->format].writer)
        return zw_err_set(err, ZW_E_USAGE, "graphml is for networks: agencies, cites");
    zw_sheet *s = calloc(1, sizeof *s);
    if (!s)
        return zw_err_nomem(err);
    *s = (zw_sheet){ .form = form, .options = options, .writer = formats[options->format].writer };
    if (speaks(options) && !(s->said = calloc(form->n, sizeof *s->said))) {
        zw_sheet_free(s);
        return zw_err_nomem(err);
    }
    zw_status status = s->writer->begin ? s->writer->begin(s, err) : ZW_OK;
    if (status == ZW_OK)
        *sheet = s;
    else
        zw_sheet_free(s);
    return status;
}

void zw_sheet_free(zw_sheet *sheet)
{
    if (!sheet)
        return;
    if (sheet->writer->release)
        sheet->writer->release(sheet);
    free(sheet->said);
    free(sheet);
}

zw_status zw_sheet_fact(zw_sheet *sheet, const char *name, zw_cell value, zw_err *err)
{
    return sheet->writer->fact ? sheet->writer->fact(sheet, name, &value, err) : ZW_OK;
}

zw_status zw_sheet_note(zw_sheet *sheet, const char *name, zw_cell value, zw_err *err)
{
    return sheet->writer->receipt ? zw_sheet_fact(sheet, name, value, err) : ZW_OK;
}

zw_status zw_sheet_row(zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    zw_status s = ZW_OK;
    if (sheet->options->tally)
        s = zw_tally_row(sheet->options->tally, sheet->form, cells, err);
    if (s == ZW_OK && sheet->writer->row)
        s = sheet->writer->row(sheet, row_said(sheet, cells), err);
    if (s != ZW_OK)
        return s;
    sheet->rows++;
    return zw_sheet_settle(sheet, FLUSH_AT, err);
}

zw_status zw_sheet_end(zw_sheet *sheet, zw_err *err)
{
    zw_status s = sheet->writer->end ? sheet->writer->end(sheet, err) : ZW_OK;
    return s == ZW_OK ? zw_sheet_settle(sheet, 1, err) : s;
}

const char *zw_format_name(zw_format format)
{
    return formats[format].name;
}

bool zw_format_find(const char *name, zw_format *format)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(name, formats[i].name) == 0) {
            *format = (zw_format)i;
            return true;
        }
    }
    return false;
}

size_t zw_sheet_long_cells(const zw_sheet *sheet)
{
    return sheet->long_cells;
}

size_t zw_sheet_rows(const zw_sheet *sheet)
{
    return sheet->rows;
}
