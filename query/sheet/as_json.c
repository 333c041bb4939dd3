/* JSON: one object with the facts and the rows in it, or an object a row on a line of its own. */
#include <cjson/cJSON.h>
#include <stdlib.h>

#include "query/sheet/form.h"
#include "store/fact_json.h"

static cJSON *list_of(const zw_cell *cell)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < cell->n; i++)
        cJSON_AddItemToArray(list, zw_json_string(cell->list[i]));
    return list;
}

static cJSON *value_of(const zw_cell *cell);

static cJSON *fields_of(const zw_cell *cell)
{
    cJSON *o = cJSON_CreateObject();
    for (size_t i = 0; i < cell->n; i++)
        cJSON_AddItemToObject(o, cell->fields[i].name, value_of(&cell->fields[i].value));
    return o;
}

static cJSON *value_of(const zw_cell *cell)
{
    switch (cell->kind) {
    case ZW_CELL_TEXT:
        return zw_json_string(cell->text);
    case ZW_CELL_NUMBER:
        return cJSON_CreateNumber(cell->number);
    case ZW_CELL_FLAG:
        return cJSON_CreateBool(cell->number != 0);
    case ZW_CELL_LIST:
        return list_of(cell);
    case ZW_CELL_FIELDS:
        return fields_of(cell);
    default:
        return cJSON_CreateNull();
    }
}

static zw_status print(cJSON *value, zw_buf *to, zw_err *err)
{
    char *text = value ? cJSON_PrintUnformatted(value) : NULL;
    if (text)
        zw_buf_text(to, text);
    zw_status s = text && !zw_buf_failed(to) ? ZW_OK : zw_err_nomem(err);
    free(text);
    cJSON_Delete(value);
    return s;
}

/* A part that memory was too short for is missing from the object: hence the count. */
static zw_status print_row(const zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    cJSON *o = cJSON_CreateObject();
    for (size_t i = 0; i < sheet->form->n; i++)
        cJSON_AddItemToObject(o, sheet->form->columns[i].name, value_of(&cells[i]));
    if (cJSON_GetArraySize(o) != (int)sheet->form->n) {
        cJSON_Delete(o);
        return zw_err_nomem(err);
    }
    return print(o, sheet->options->out, err);
}

/* --- a line a row --- */

static zw_status line(zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    zw_status s = print_row(sheet, cells, err);
    zw_buf_char(sheet->options->out, '\n');
    return s;
}

const zw_sheet_writer zw_sheet_as_ndjson = { .row = line };

/* --- one object --- */

typedef struct {
    bool field, rows, closed; /* a field was written; the rows were begun, and ended */
} progress;

static zw_status begin(zw_sheet *sheet, zw_err *err)
{
    sheet->state = calloc(1, sizeof(progress));
    zw_buf_char(sheet->options->out, '{');
    return sheet->state ? ZW_OK : zw_err_nomem(err);
}

static zw_status key(zw_sheet *sheet, const char *name, zw_err *err)
{
    progress *p = sheet->state;
    zw_buf_text(sheet->options->out, p->field ? ",\n " : "\n ");
    p->field = true;
    zw_status s = print(cJSON_CreateString(name), sheet->options->out, err);
    zw_buf_text(sheet->options->out, ": ");
    return s;
}

static zw_status open_rows(zw_sheet *sheet, zw_err *err)
{
    progress *p = sheet->state;
    if (p->rows)
        return ZW_OK;
    zw_status s = key(sheet, sheet->form->name, err);
    zw_buf_char(sheet->options->out, '[');
    p->rows = true;
    return s;
}

static void close_rows(zw_sheet *sheet)
{
    progress *p = sheet->state;
    if (!p->closed)
        zw_buf_text(sheet->options->out, sheet->rows ? "\n ]" : "]");
    p->closed = true;
}

static zw_status fact(zw_sheet *sheet, const char *name, const zw_cell *value, zw_err *err)
{
    progress *p = sheet->state;
    if (p->rows)
        close_rows(sheet);
    zw_status s = key(sheet, name, err);
    return s == ZW_OK ? print(value_of(value), sheet->options->out, err) : s;
}

static zw_status row(zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    zw_status s = open_rows(sheet, err);
    zw_buf_text(sheet->options->out, sheet->rows ? ",\n  " : "\n  ");
    return s == ZW_OK ? print_row(sheet, cells, err) : s;
}

static zw_status end(zw_sheet *sheet, zw_err *err)
{
    zw_status s = open_rows(sheet, err);
    close_rows(sheet);
    zw_buf_text(sheet->options->out, "\n}\n");
    return s;
}

static void release(zw_sheet *sheet)
{
    free(sheet->state);
}

const zw_sheet_writer zw_sheet_as_json = { begin, fact, row, end, release, false };
