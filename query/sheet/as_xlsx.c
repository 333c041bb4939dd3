/* A workbook for Excel, LibreOffice and WPS: the rows in one sheet, the facts in a second.
 *
 * Numbers are numbers, ids and everything else text, whatever it looks like (=1+1 is no formula).
 * Rows go to a temporary file as they come. A cell holds 32,767 UTF-16 units at most: the rest of a
 * longer text stands in a third sheet, and the cell says where. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

#include "base/utf8.h"
#include "query/sheet/form.h"

#define CELL_UNITS 32767
#define MARK_UNITS 200 /* of a cell, for the words that say where it goes on */
#define PIECE (64 * 1024)

/* A sheet and its next row. */
typedef struct {
    lxw_worksheet *to;
    lxw_row_t row;
    const char *name;
} page;

typedef struct {
    FILE *file; /* has no name: nothing is left when the program ends */
    lxw_workbook *book;
    lxw_format *head, *top, *wrapped, *whole;
    page rows, receipt, rest;
    lxw_error fault; /* the first */
} workbook;

static const struct width {
    double places;
    bool wrapped;
} widths[] = {
    [ZW_COLUMN_TEXT] = { 18, true },  [ZW_COLUMN_CODE] = { 12, false },
    [ZW_COLUMN_QUOTE] = { 60, true }, [ZW_COLUMN_NUMBER] = { 14, false },
    [ZW_COLUMN_COUNT] = { 9, false }, [ZW_COLUMN_FLAG] = { 8, false },
    [ZW_COLUMN_LIST] = { 30, true },  [ZW_COLUMN_ID] = { 20, false },
};

#define LINE_POINTS 15.0  /* a line's height */
#define MOST_POINTS 405.0 /* a row's, in Excel 409 */
#define PAGE_PLACES 260   /* of the columns that can be read on one page */
#define FROZEN_PLACES 24  /* a first column this narrow stays when the others are scrolled */

static void note(workbook *w, lxw_error fault)
{
    if (w->fault == LXW_NO_ERROR)
        w->fault = fault;
}

static zw_status status_of(const workbook *w, zw_err *err)
{
    if (w->fault == LXW_NO_ERROR)
        return ZW_OK;
    if (w->fault == LXW_ERROR_MEMORY_MALLOC_FAILED)
        return zw_err_nomem(err);
    return zw_err_set(err, ZW_E_IO, "xlsx: %s", lxw_strerror(w->fault));
}

/* --- texts ---------------------------------------------------------------------------------- */

/* _x0041_ in a cell would be read as A: the sign before it is written as what it is. */
static bool looks_escaped(zw_str text, size_t at)
{
    if (at + 7 > text.n || text.at[at] != '_' || text.at[at + 1] != 'x' || text.at[at + 6] != '_')
        return false;
    return strspn(text.at + at + 2, "0123456789abcdefABCDEF") >= 4;
}

/* The text from *at on as XML may hold it, at most `units` of it; *at moves behind it. */
static void take(zw_str text, size_t *at, size_t units, zw_buf *to)
{
    for (size_t len; *at < text.n; *at += len) {
        uint32_t c = zw_utf8_at(text, *at, &len);
        size_t wants = c > 0xFFFF ? 2 : 1;
        if (wants > units)
            return;
        units -= wants;
        if (c == 0xFFFE || c == 0xFFFF || c == 0)
            zw_buf_text(to, "\xEF\xBF\xBD");
        else if (looks_escaped(text, *at))
            zw_buf_text(to, "_x005F_");
        else
            zw_buf_add(to, text.at + *at, len);
    }
}

static bool fits(zw_str text)
{
    size_t units = 0;
    for (size_t i = 0, len; i < text.n && units <= CELL_UNITS; i += len)
        units += zw_utf8_at(text, i, &len) > 0xFFFF ? 2 : 1;
    return units <= CELL_UNITS;
}

static void write_text(workbook *w, const page *p, lxw_col_t column, zw_buf *text,
                       lxw_format *format)
{
    zw_buf_char(text, '\0');
    if (zw_buf_failed(text))
        note(w, LXW_ERROR_MEMORY_MALLOC_FAILED);
    else
        note(w, worksheet_write_string(p->to, p->row, column, text->at, format));
}

static const char *words(const zw_sheet *sheet, const char *kind, const char *name)
{
    return zw_words_get(sheet->options->words, kind, name, name);
}

static void add_page(zw_sheet *sheet, const char *name, page *p)
{
    workbook *w = sheet->state;
    p->name = words(sheet, "sheet", name);
    p->to = workbook_add_worksheet(w->book, p->name);
    if (!p->to)
        note(w, LXW_ERROR_MEMORY_MALLOC_FAILED);
}

static void write_head(workbook *w, page *p, const char *const *names, lxw_col_t n)
{
    for (lxw_col_t i = 0; p->to && i < n; i++)
        note(w, worksheet_write_string(p->to, 0, i, names[i], w->head));
    p->row = 1;
}

/* The rest of a text that its cell cannot hold: a row a piece, each with the cell's own place. */
static void write_rest(zw_sheet *sheet, zw_str text, size_t at, lxw_col_t column)
{
    workbook *w = sheet->state;
    while (at < text.n && w->fault == LXW_NO_ERROR) {
        zw_buf piece = ZW_BUF_INIT;
        take(text, &at, CELL_UNITS, &piece);
        note(w, worksheet_write_number(w->rest.to, w->rest.row, 0, w->rows.row + 1, w->top));
        note(w, worksheet_write_string(w->rest.to, w->rest.row, 1, zw_sheet_head(sheet, column),
                                       w->top));
        write_text(w, &w->rest, 2, &piece, w->wrapped);
        w->rest.row++;
        zw_buf_free(&piece);
    }
}

static void begin_rest(zw_sheet *sheet)
{
    workbook *w = sheet->state;
    const char *const names[] = { words(sheet, "column", "row"), words(sheet, "column", "column"),
                                  words(sheet, "column", "text") };
    add_page(sheet, "long texts", &w->rest);
    write_head(w, &w->rest, names, 3);
    if (w->rest.to)
        worksheet_set_column(w->rest.to, 2, 2, 100, NULL);
}

static void write_long(zw_sheet *sheet, zw_str text, lxw_col_t column)
{
    workbook *w = sheet->state;
    zw_buf cell = ZW_BUF_INIT;
    size_t at = 0;
    if (!w->rest.to)
        begin_rest(sheet);
    if (w->fault == LXW_NO_ERROR) {
        take(text, &at, CELL_UNITS - MARK_UNITS, &cell);
        zw_buf_printf(&cell, "… [%s: %s, %u]", words(sheet, "sheet", "goes on in"), w->rest.name,
                      (unsigned)w->rest.row + 1);
        write_text(w, &w->rows, column, &cell, w->wrapped);
        write_rest(sheet, text, at, column);
        sheet->long_cells++;
    }
    zw_buf_free(&cell);
}

/* --- cells ---------------------------------------------------------------------------------- */

static void write_words(zw_sheet *sheet, page *p, lxw_col_t column, const zw_cell *cell,
                        lxw_format *format)
{
    workbook *w = sheet->state;
    zw_buf text = ZW_BUF_INIT, clean = ZW_BUF_INIT;
    size_t at = 0;
    zw_cell_print(cell, &text);
    zw_str view = zw_buf_view(&text);
    if (zw_buf_failed(&text)) {
        note(w, LXW_ERROR_MEMORY_MALLOC_FAILED);
    } else if (p == &w->rows && !fits(view)) {
        write_long(sheet, view, column);
    } else if (view.n) {
        take(view, &at, CELL_UNITS, &clean);
        write_text(w, p, column, &clean, format);
    }
    zw_buf_free(&clean);
    zw_buf_free(&text);
}

/* Whole numbers say all their digits; General would make 215000000000 to 2.15E+11. */
static void write_number(workbook *w, const page *p, lxw_col_t column, double number)
{
    bool whole = number == floor(number) && fabs(number) < 1e15;
    note(w, worksheet_write_number(p->to, p->row, column, number, whole ? w->whole : w->top));
}

static void write_cell(zw_sheet *sheet, page *p, lxw_col_t column, const zw_cell *cell,
                       lxw_format *format)
{
    workbook *w = sheet->state;
    if (cell->kind == ZW_CELL_NUMBER && isfinite(cell->number))
        write_number(w, p, column, cell->number);
    else if (cell->kind == ZW_CELL_FLAG)
        note(w, worksheet_write_boolean(p->to, p->row, column, cell->number != 0, w->top));
    else if (cell->kind != ZW_CELL_NULL)
        write_words(sheet, p, column, cell, format);
}

/* How many lines a text takes in a column of so many places; Han characters take two. */
static size_t lines_of(zw_str text, double places)
{
    size_t lines = 1;
    double used = 0;
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        double wide = c < 0x80 ? 1.1 : 2.1; /* a little is lost at the end of a line */
        bool next = c == '\n' || used + wide > places;
        lines += next;
        used = c == '\n' ? 0 : next ? wide : used + wide;
    }
    return lines;
}

/* LibreOffice does not make a row higher for what is wrapped in it. Before its cells are written.
 */
static void set_height(zw_sheet *sheet, const zw_cell *cells)
{
    workbook *w = sheet->state;
    size_t most = 1;
    for (size_t i = 0; i < sheet->form->n; i++) {
        const struct width *width = &widths[sheet->form->columns[i].kind];
        zw_buf text = ZW_BUF_INIT;
        if (width->wrapped && cells[i].kind != ZW_CELL_NULL)
            zw_cell_print(&cells[i], &text);
        size_t lines = zw_buf_failed(&text) ? 1 : lines_of(zw_buf_view(&text), width->places);
        most = lines > most ? lines : most;
        zw_buf_free(&text);
    }
    double points = LINE_POINTS * (double)most;
    if (most > 1)
        note(w, worksheet_set_row(w->rows.to, w->rows.row,
                                  points < MOST_POINTS ? points : MOST_POINTS, NULL));
}

/* --- the workbook --------------------------------------------------------------------------- */

/* When the workbook was made; $SOURCE_DATE_EPOCH, where set, for the same bytes again. */
static time_t made_at(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    return fixed && *fixed ? (time_t)strtoll(fixed, NULL, 10) : time(NULL);
}

static zw_status open_book(zw_sheet *sheet, zw_err *err)
{
    workbook *w = sheet->state = calloc(1, sizeof *w);
    char path[64];
    if (!w)
        return zw_err_nomem(err);
    w->file = tmpfile();
    if (!w->file)
        return zw_err_set(err, ZW_E_IO, "xlsx: no temporary file can be made");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(w->file));
    lxw_workbook_options options = { .constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE };
    w->book = workbook_new_opt(path, &options);
    if (!w->book)
        return zw_err_nomem(err);
    lxw_doc_properties properties = { .created = made_at() };
    note(w, workbook_set_properties(w->book, &properties));
    w->head = workbook_add_format(w->book);
    w->top = workbook_add_format(w->book);
    w->wrapped = workbook_add_format(w->book);
    w->whole = workbook_add_format(w->book);
    return w->head && w->top && w->wrapped && w->whole ? status_of(w, err) : zw_err_nomem(err);
}

static void set_formats(workbook *w)
{
    lxw_format *const all[] = { w->head, w->top, w->wrapped, w->whole };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        format_set_align(all[i], LXW_ALIGN_VERTICAL_TOP);
    format_set_bold(w->head);
    format_set_text_wrap(w->head);
    format_set_text_wrap(w->wrapped);
    format_set_num_format(w->whole, "0");
}

static zw_status begin(zw_sheet *sheet, zw_err *err)
{
    zw_status s = open_book(sheet, err);
    workbook *w = sheet->state;
    if (s != ZW_OK)
        return s;
    set_formats(w);
    add_page(sheet, sheet->form->name, &w->rows);
    add_page(sheet, "receipt", &w->receipt);
    if (w->fault != LXW_NO_ERROR)
        return status_of(w, err);
    for (size_t i = 0; i < sheet->form->n; i++) {
        lxw_col_t c = (lxw_col_t)i;
        note(w, worksheet_write_string(w->rows.to, 0, c, zw_sheet_head(sheet, i), w->head));
        worksheet_set_column(w->rows.to, c, c, widths[sheet->form->columns[i].kind].places, NULL);
    }
    double all = 0;
    for (size_t i = 0; i < sheet->form->n; i++)
        all += widths[sheet->form->columns[i].kind].places;
    w->rows.row = 1;
    bool narrow = widths[sheet->form->columns[0].kind].places <= FROZEN_PLACES;
    worksheet_freeze_panes(w->rows.to, 1, narrow);
    worksheet_set_landscape(w->rows.to); /* on paper: the head on each page */
    worksheet_set_paper(w->rows.to, 9);
    worksheet_fit_to_pages(w->rows.to, (uint16_t)ceil(all / PAGE_PLACES), 0);
    if (narrow)
        note(w, worksheet_repeat_columns(w->rows.to, 0, 0));
    note(w, worksheet_repeat_rows(w->rows.to, 0, 0));
    worksheet_ignore_errors(w->rows.to, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    worksheet_set_column(w->receipt.to, 0, 0, 24, NULL);
    worksheet_set_column(w->receipt.to, 1, 1, 100, NULL);
    return status_of(w, err);
}

static zw_status row(zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    workbook *w = sheet->state;
    if (w->rows.row >= LXW_ROW_MAX || w->rest.row >= LXW_ROW_MAX)
        return zw_err_set(err, ZW_E_LIMIT,
                          "an xlsx sheet has room for %d rows: narrow the query, or choose csv",
                          LXW_ROW_MAX - 1);
    set_height(sheet, cells);
    for (size_t i = 0; i < sheet->form->n; i++) {
        bool wrap = widths[sheet->form->columns[i].kind].wrapped;
        write_cell(sheet, &w->rows, (lxw_col_t)i, &cells[i], wrap ? w->wrapped : w->top);
    }
    w->rows.row++;
    return status_of(w, err);
}

static void write_fact(zw_sheet *sheet, const char *name, const zw_cell *value)
{
    workbook *w = sheet->state;
    note(w, worksheet_write_string(w->receipt.to, w->receipt.row, 0, words(sheet, "fact", name),
                                   w->head));
    write_cell(sheet, &w->receipt, 1, value, w->wrapped);
    w->receipt.row++;
}

/* A fact of several parts takes a line each. */
static zw_status fact(zw_sheet *sheet, const char *name, const zw_cell *value, zw_err *err)
{
    if (value->kind != ZW_CELL_FIELDS)
        write_fact(sheet, name, value);
    for (size_t i = 0; value->kind == ZW_CELL_FIELDS && i < value->n; i++) {
        char both[128];
        snprintf(both, sizeof both, "%s.%s", name, value->fields[i].name);
        write_fact(sheet, both, &value->fields[i].value);
    }
    return status_of(sheet->state, err);
}

static zw_status copy_out(zw_sheet *sheet, zw_err *err)
{
    workbook *w = sheet->state;
    zw_status s = ZW_OK;
    char *piece = malloc(PIECE);
    if (!piece)
        return zw_err_nomem(err);
    rewind(w->file);
    for (size_t n; s == ZW_OK && (n = fread(piece, 1, PIECE, w->file)) > 0;) {
        zw_buf_add(sheet->options->out, piece, n);
        s = zw_sheet_settle(sheet, 1, err);
    }
    if (s == ZW_OK && ferror(w->file))
        s = zw_err_set(err, ZW_E_IO, "xlsx: the temporary file cannot be read");
    free(piece);
    return s;
}

static zw_status end(zw_sheet *sheet, zw_err *err)
{
    workbook *w = sheet->state;
    lxw_row_t last = w->rows.row > 1 ? w->rows.row - 1 : 1;
    note(w, worksheet_autofilter(w->rows.to, 0, 0, last, (lxw_col_t)(sheet->form->n - 1)));
    note(w, workbook_close(w->book)); /* and frees it */
    w->book = NULL;
    zw_status s = status_of(w, err);
    return s == ZW_OK ? copy_out(sheet, err) : s;
}

static void release(zw_sheet *sheet)
{
    workbook *w = sheet->state;
    if (!w)
        return;
    if (w->book)
        lxw_workbook_free(w->book);
    if (w->file)
        fclose(w->file);
    free(w);
}

const zw_sheet_writer zw_sheet_as_xlsx = { begin, fact, row, end, release, true };
