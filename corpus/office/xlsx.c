/* XLSX: each sheet is a table; a cell is written as the sheet shows it. */
#include <stdlib.h>

#include "corpus/office/cell_format.h"
#include "corpus/office/office.h"
#include "corpus/office/paper.h"
#include "corpus/office/relations.h"

enum {
    SHEETS_MAX = 1000,
    COLUMNS_MAX = 16384,
    CELLS_MAX = 16384, /* of a row */
    CELL_BYTES_MAX = 1 << 20,
};

typedef struct {
    const char *name, *part;
    bool hidden;
} sheet;

typedef struct {
    int id;
    zw_str code;
} custom;

typedef struct {
    unsigned column;
    zw_range text;
    bool figure; /* a number, but no year: no row of headings has one */
} cell;

typedef struct {
    zw_arena *arena;
    zw_relations relations;
    ZW_ARRAY(sheet) sheets;
    bool from_1904;
    ZW_ARRAY(custom) customs;
    ZW_ARRAY(zw_str) formats; /* by number of style */
    bool in_styles;
    ZW_ARRAY(zw_str) strings; /* shared by all sheets */
    zw_buf text;              /* of the string or value that is being read */
    bool in_text;
    bool failed, too_many;
} book;

/* The sheet that is being read. */
typedef struct {
    book *book;
    zw_paper *paper;
    const char *heading; /* to be written before its first row; NULL: none, or written */
    ZW_ARRAY(cell) cells;
    zw_buf row; /* texts of the cells */
    unsigned row_number, column, style;
    char type; /* of the cell: s, n, b, e, i(nline), t(ext) */
    bool in_table, gap;
    bool in_value;
} reader;

static void ignore_end(void *to, const char *name)
{
    (void)to;
    (void)name;
}

static void ignore_text(void *to, zw_str text)
{
    (void)to;
    (void)text;
}

static zw_str keep(book *b, zw_str text)
{
    zw_str own = { zw_arena_str(b->arena, text), text.n };
    b->failed |= !own.at;
    return own.at ? own : (zw_str){ "", 0 };
}

static int number_of(zw_xml *xml, const char *name, int otherwise)
{
    const char *v = zw_xml_attribute(xml, name);
    long n = v ? strtol(v, NULL, 10) : otherwise;
    return n >= 0 && n <= 100000000 ? (int)n : otherwise;
}

/* ---- what stands elsewhere than in the sheets ---- */

static bool says_yes(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void start_workbook(void *to, zw_xml *xml, const char *name)
{
    book *b = to;
    if (strcmp(name, "workbookPr") == 0)
        b->from_1904 = says_yes(zw_xml_attribute(xml, "date1904"));
    if (strcmp(name, "sheet") != 0)
        return;
    if (b->sheets.n == SHEETS_MAX) {
        b->too_many = true;
        return;
    }
    sheet *s = zw_array_add(b->arena, &b->sheets);
    const char *called = zw_xml_attribute(xml, "name"), *state = zw_xml_attribute(xml, "state");
    b->failed |= !s;
    if (!s)
        return;
    s->name = keep(b, zw_str_of(called ? called : "")).at;
    s->part = zw_relation_of_id(&b->relations, zw_xml_attribute(xml, "id"));
    s->hidden = state && strcmp(state, "visible") != 0;
}

static void start_styles(void *to, zw_xml *xml, const char *name)
{
    book *b = to;
    if (strcmp(name, "numFmt") == 0) {
        custom *c = zw_array_add(b->arena, &b->customs);
        const char *code = zw_xml_attribute(xml, "formatCode");
        b->failed |= !c;
        if (c)
            *c = (custom){ number_of(xml, "numFmtId", -1), keep(b, zw_str_of(code ? code : "")) };
    } else if (strcmp(name, "cellXfs") == 0) {
        b->in_styles = true;
    } else if (strcmp(name, "xf") == 0 && b->in_styles) {
        zw_str *format = zw_array_add(b->arena, &b->formats);
        int id = number_of(xml, "numFmtId", 0);
        b->failed |= !format;
        if (!format)
            return;
        *format = zw_cell_format_of(id);
        for (size_t i = 0; i < b->customs.n && i < 1000; i++) {
            if (b->customs.at[i].id == id)
                *format = b->customs.at[i].code;
        }
    }
}

static void end_styles(void *to, const char *name)
{
    if (strcmp(name, "cellXfs") == 0)
        ((book *)to)->in_styles = false;
}

static void start_strings(void *to, zw_xml *xml, const char *name)
{
    book *b = to;
    if (strcmp(name, "si") == 0)
        zw_buf_clear(&b->text);
    else if (strcmp(name, "rPh") == 0) /* how it is read aloud */
        zw_xml_skip(xml);
    b->in_text = strcmp(name, "t") == 0;
}

static void end_strings(void *to, const char *name)
{
    book *b = to;
    b->in_text = false;
    if (strcmp(name, "si") != 0)
        return;
    zw_str *s = zw_array_add(b->arena, &b->strings);
    b->failed |= !s || zw_buf_failed(&b->text);
    if (s)
        *s = keep(b, zw_buf_view(&b->text));
}

static void text_of_string(void *to, zw_str text)
{
    book *b = to;
    if (b->in_text && b->text.n + text.n <= CELL_BYTES_MAX)
        zw_buf_str(&b->text, text);
}

/* ---- rows ---- */

static bool is_blank_row(const reader *r)
{
    for (size_t i = 0; i < r->cells.n; i++) {
        if (zw_str_trim(zw_str_slice(zw_buf_view(&r->row), r->cells.at[i].text)).n)
            return false;
    }
    return true;
}

static bool has_figure(const reader *r)
{
    for (size_t i = 0; i < r->cells.n; i++) {
        if (r->cells.at[i].figure)
            return true;
    }
    return false;
}

static void put_row(reader *r)
{
    unsigned column = r->cells.at[0].column;
    zw_paper_row_at(r->paper, r->row_number);
    if (column)
        zw_paper_cell_end(r->paper, column);
    for (size_t i = 0; i < r->cells.n; i++) {
        const cell *c = &r->cells.at[i], *next = i + 1 < r->cells.n ? c + 1 : NULL;
        zw_paper_line(r->paper, 'T', 0, zw_str_slice(zw_buf_view(&r->row), c->text));
        zw_paper_cell_end(r->paper,
                          next && next->column > c->column ? next->column - c->column : 1);
    }
    zw_paper_row_end(r->paper);
}

/* Behind an empty row a table begins anew, unless what comes there goes on with figures: sums stand
 * apart, too. */
static void end_row(reader *r)
{
    if (r->cells.n == 0 || is_blank_row(r)) {
        r->gap = true;
        return;
    }
    if (r->heading)
        zw_paper_line(r->paper, 'H', 1, zw_str_of(r->heading));
    r->heading = NULL;
    if (r->in_table && r->gap && !has_figure(r)) {
        zw_paper_table_end(r->paper);
        r->in_table = false;
    }
    if (!r->in_table)
        zw_paper_table(r->paper);
    r->in_table = true;
    r->gap = false;
    put_row(r);
}

/* ---- cells ---- */

/* The column of B12, from 0. */
static unsigned column_of(const char *place, unsigned otherwise)
{
    unsigned n = 0;
    for (; place && *place >= 'A' && *place <= 'Z' && n < COLUMNS_MAX; place++)
        n = 26 * n + (unsigned)(*place - 'A') + 1;
    return n ? n - 1 : otherwise;
}

static void start_cell(reader *r, zw_xml *xml)
{
    const char *type = zw_xml_attribute(xml, "t");
    unsigned next = r->cells.n ? r->cells.at[r->cells.n - 1].column + 1 : 0;
    r->column = column_of(zw_xml_attribute(xml, "r"), next);
    r->style = (unsigned)number_of(xml, "s", 0);
    r->type = !type ? 'n' : strcmp(type, "str") == 0 || strcmp(type, "d") == 0 ? 't' : *type;
    zw_buf_clear(&r->book->text);
}

static bool is_year(double v)
{
    return v >= 1900 && v <= 2100;
}

static void show_number(reader *r, const char *text, cell *c)
{
    char *end;
    double v = strtod(text, &end);
    zw_str format = r->style < r->book->formats.n ? r->book->formats.at[r->style]
                                                  : ZW_STR("General");
    if (end == text || *end) {
        zw_buf_text(&r->row, text);
        return;
    }
    c->figure = !is_year(v);
    zw_cell_show(format, v, r->book->from_1904, &r->row);
}

static void end_cell(reader *r)
{
    book *b = r->book;
    zw_str text = zw_buf_view(&b->text);
    cell *c = text.n && r->cells.n < CELLS_MAX ? zw_array_add(b->arena, &r->cells) : NULL;
    b->failed |= text.n && r->cells.n < CELLS_MAX && !c;
    if (!c)
        return;
    *c = (cell){ .column = r->column, .text.start = r->row.n };
    if (r->type == 's') {
        unsigned long i = strtoul(text.at, NULL, 10);
        zw_buf_str(&r->row, i < b->strings.n ? b->strings.at[i] : (zw_str){ "", 0 });
    } else if (r->type == 'n') {
        show_number(r, text.at, c);
    } else if (r->type == 'b') {
        zw_buf_text(&r->row, *text.at == '1' ? "TRUE" : "FALSE");
    } else {
        zw_buf_str(&r->row, text);
    }
    c->text.end = r->row.n;
}

static void start_sheet(void *to, zw_xml *xml, const char *name)
{
    reader *r = to;
    if (strcmp(name, "row") == 0) {
        unsigned number = (unsigned)number_of(xml, "r", (int)r->row_number + 1);
        r->gap |= number > r->row_number + 1;
        r->row_number = number;
        r->cells.n = 0;
        zw_buf_clear(&r->row);
    } else if (strcmp(name, "c") == 0) {
        start_cell(r, xml);
    } else if (strcmp(name, "f") == 0 || strcmp(name, "rPh") == 0) {
        zw_xml_skip(xml);
    } else if (strcmp(name, "headerFooter") == 0 || strcmp(name, "extLst") == 0) {
        zw_xml_skip(xml);
    }
    r->in_value = strcmp(name, "v") == 0 || strcmp(name, "t") == 0;
}

static void end_sheet(void *to, const char *name)
{
    reader *r = to;
    r->in_value = false;
    if (strcmp(name, "c") == 0)
        end_cell(r);
    else if (strcmp(name, "row") == 0)
        end_row(r);
}

static void text_of_sheet(void *to, zw_str text)
{
    reader *r = to;
    if (r->in_value && r->book->text.n + text.n <= CELL_BYTES_MAX)
        zw_buf_str(&r->book->text, text);
}

/* ---- the whole ---- */

static size_t count_shown(const book *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->sheets.n; i++)
        n += !b->sheets.at[i].hidden;
    return n;
}

static const zw_xml_events sheet_events = { start_sheet, end_sheet, text_of_sheet };

static zw_status read_sheet(zw_package *package, book *b, const sheet *s, zw_paper *paper,
                            zw_err *err)
{
    bool headed = count_shown(b) > 1 && zw_sheet_is_named(s->name);
    reader r = { .book = b, .paper = paper, .heading = headed ? s->name : NULL };
    zw_paper_sheet(paper, s->name);
    zw_status status = s->part ? zw_package_read(package, s->part, &sheet_events, &r, err) : ZW_OK;
    if (r.in_table)
        zw_paper_table_end(paper);
    b->failed |= zw_buf_failed(&r.row) || zw_buf_failed(&b->text);
    zw_buf_free(&r.row);
    return status == ZW_E_NOTFOUND ? ZW_OK : status;
}

/* Hidden sheets hold lists to choose from and what was not meant to be read. */
static void tell_hidden(book *b, zw_paper *paper)
{
    zw_buf line = ZW_BUF_INIT;
    for (size_t i = 0; i < b->sheets.n; i++) {
        if (!b->sheets.at[i].hidden)
            continue;
        zw_buf_text(&line, line.n ? "、" : "（未读取隐藏的工作表：");
        zw_buf_text(&line, b->sheets.at[i].name);
    }
    if (line.n) {
        zw_buf_text(&line, "）");
        zw_paper_line(paper, 'T', 0, zw_buf_view(&line));
    }
    b->failed |= zw_buf_failed(&line);
    zw_buf_free(&line);
}

static zw_status read_part(zw_package *package, const char *part, const zw_xml_events *events,
                           book *b, zw_err *err)
{
    zw_status s = part ? zw_package_read(package, part, events, b, err) : ZW_E_NOTFOUND;
    return s == ZW_E_NOTFOUND ? ZW_OK : s;
}

static zw_status open_book(zw_package *package, book *b, zw_err *err)
{
    static const zw_xml_events workbook = { start_workbook, ignore_end, ignore_text };
    static const zw_xml_events styles = { start_styles, end_styles, ignore_text };
    static const zw_xml_events strings = { start_strings, end_strings, text_of_string };
    zw_relations root;
    zw_status s = zw_relations_read(package, "", b->arena, &root, err);
    const char *main = s == ZW_OK ? zw_relation_of_type(&root, "/officeDocument") : NULL;
    main = main ? main : "xl/workbook.xml";
    if (s == ZW_OK)
        s = zw_relations_read(package, main, b->arena, &b->relations, err);
    if (s == ZW_OK)
        s = zw_package_read(package, main, &workbook, b, err);
    if (s == ZW_E_NOTFOUND)
        return zw_err_set(err, ZW_E_FORMAT, "no part '%s'", main);
    if (s == ZW_OK)
        s = read_part(package, zw_relation_of_type(&b->relations, "/styles"), &styles, b, err);
    if (s == ZW_OK)
        s = read_part(package, zw_relation_of_type(&b->relations, "/sharedStrings"), &strings, b,
                      err);
    if (s == ZW_OK && b->too_many)
        s = zw_err_set(err, ZW_E_LIMIT, "more than %d sheets", SHEETS_MAX);
    return s;
}

static zw_status read_book(zw_str bytes, bool as_rows, zw_buf *out, zw_err *err)
{
    zw_package package = { .bytes = bytes };
    book b = { .arena = zw_arena_new() };
    zw_paper *paper = NULL;
    zw_status s = b.arena ? open_book(&package, &b, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_paper_new(out, &paper, err);
    if (s == ZW_OK && as_rows)
        zw_paper_as_rows(paper);
    for (size_t i = 0; s == ZW_OK && i < b.sheets.n; i++) {
        if (!b.sheets.at[i].hidden)
            s = read_sheet(&package, &b, &b.sheets.at[i], paper, err);
    }
    if (s == ZW_OK) {
        tell_hidden(&b, paper);
        s = zw_paper_end(paper, err);
    }
    if (s == ZW_OK && b.failed)
        s = zw_err_nomem(err);
    zw_paper_free(paper);
    zw_buf_free(&b.text);
    zw_arena_free(b.arena);
    return s;
}

zw_status zw_xlsx_read(zw_str bytes, zw_buf *out, zw_err *err)
{
    return read_book(bytes, false, out, err);
}

zw_status zw_xlsx_read_rows(zw_str bytes, zw_buf *out, zw_err *err)
{
    return read_book(bytes, true, out, err);
}

zw_status zw_xlsx_read_xml(zw_str xml, zw_buf *out, zw_err *err)
{
    book b = { .arena = zw_arena_new() };
    reader r = { .book = &b };
    zw_status s = b.arena ? zw_paper_new(out, &r.paper, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_xml_read(xml, &sheet_events, &r, err);
    if (s == ZW_OK)
        s = zw_paper_end(r.paper, err);
    zw_buf_free(&r.row);
    zw_paper_free(r.paper);
    zw_buf_free(&b.text);
    zw_arena_free(b.arena);
    return s;
}
