#include "indexer/manifest_cells.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/nearest.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "corpus/docnumber.h"

extern const char manifest_columns_tsv[], manifest_columns_tsv_end[];

enum { FAULTS_KEPT = 30, HEAD_MIN = 1 };

zw_status zw_cells_fault(zw_cells *cells, size_t line, const zw_column *column, zw_err *err,
                         const char *format, ...)
{
    char why[400];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    why[zw_utf8_bad(zw_str_of(why))] = '\0'; /* a long cell is cut between characters */
    if (cells->n_faults++ >= FAULTS_KEPT)
        return ZW_OK;
    const char **slot = zw_array_add(cells->arena, &cells->faults);
    const char *sheet = cells->sheet, *effect = cells->effect;
    if (slot)
        *slot = zw_arena_printf(cells->arena, "'%s': %s%s%s%s %zu%s%.*s: %s%s%s%s", cells->name,
                                sheet ? "sheet '" : "", sheet ? sheet : "", sheet ? "', " : "",
                                cells->unit ? cells->unit : "line", line, column ? ", column " : "",
                                column ? (int)column->head.n : 0, column ? column->head.at : "",
                                why, effect ? " (" : "", effect ? effect : "", effect ? ")" : "");
    return slot && *slot ? ZW_OK : zw_err_nomem(err);
}

/* ---- heads ---- */

/* Width, case and script folded, without blanks: ＴＩＴＬＥ, 標 題. */
static zw_status fold_head(zw_cells *cells, zw_str head, zw_str *folded, zw_err *err)
{
    zw_str normal;
    zw_status s = zw_segmenter_normalise(cells->segmenter, head, cells->arena, &normal, NULL, err);
    char *to = s == ZW_OK ? zw_arena_alloc(cells->arena, normal.n + 1) : NULL;
    size_t n = 0;
    if (!to)
        return s == ZW_OK ? zw_err_nomem(err) : s;
    for (size_t at = 0, len; at < normal.n; at += len) {
        uint32_t c = zw_utf8_at(normal, at, &len);
        if (c != '\n' && !zw_is_blank(c))
            n += zw_utf8_put(to + n, c);
    }
    *folded = (zw_str){ to, n };
    return ZW_OK;
}

static bool among(zw_str words, zw_str word)
{
    for (size_t at = 0, end; at < words.n; at = end + 1) {
        end = zw_str_find(words, ZW_STR(" "), at);
        if (zw_str_eq(zw_str_slice(words, (zw_range){ at, end }), word))
            return true;
    }
    return false;
}

static zw_cell_kind kind_of(zw_str name)
{
    static const char *const names[] = {
        [ZW_CELL_PATH] = "path",     [ZW_CELL_ID] = "id",     [ZW_CELL_NUMBER] = "number",
        [ZW_CELL_ISSUER] = "issuer", [ZW_CELL_DATE] = "date", [ZW_CELL_REGION] = "region",
        [ZW_CELL_URL] = "url",       [ZW_CELL_ROWS] = "rows", [ZW_CELL_BODY] = "body",
    };
    for (size_t i = 1; i < sizeof names / sizeof *names; i++) {
        if (zw_str_eq(name, zw_str_of(names[i])))
            return (zw_cell_kind)i;
    }
    return ZW_CELL_TEXT;
}

/* Letters, digits, _ and -, Han: what the query language takes for a name. */
static bool in_names(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || zw_is_han(c);
}

static bool is_name(zw_str name)
{
    size_t chars = 0;
    for (size_t at = 0, len; at < name.n; at += len, chars++) {
        if (!in_names(zw_utf8_at(name, at, &len)))
            return false;
    }
    return chars >= HEAD_MIN && chars <= ZW_COLUMN_NAME_MAX;
}

/* Whoever made a table of documents did not think of it as a manifest: 备注（人工）, 是否/有效. */
static zw_status make_name(zw_cells *cells, zw_str *name, zw_err *err)
{
    char *to = zw_arena_alloc(cells->arena, name->n + 1);
    size_t n = 0, chars = 0;
    if (!to)
        return zw_err_nomem(err);
    for (size_t at = 0, len; at < name->n && chars < ZW_COLUMN_NAME_MAX; at += len) {
        uint32_t c = zw_utf8_at(*name, at, &len);
        if (in_names(c)) {
            n += zw_utf8_put(to + n, c);
            chars++;
        }
    }
    *name = (zw_str){ to, n };
    return ZW_OK;
}

/* x:批次 is how the query language names it, and may be how the table does. */
static zw_status own_column(zw_cells *cells, size_t line, zw_str folded, zw_column *column,
                            zw_err *err)
{
    if (zw_str_starts(folded, ZW_STR("x:")))
        folded = (zw_str){ folded.at + 2, folded.n - 2 };
    if (cells->of_documents && make_name(cells, &folded, err) != ZW_OK)
        return ZW_E_NOMEM;
    if (!is_name(folded))
        return zw_cells_fault(cells, line, column, err,
                              "a column's name has letters, digits, _, - and Chinese characters, "
                              "at most %d of them",
                              ZW_COLUMN_NAME_MAX);
    column->field = zw_arena_printf(cells->arena, "x:%.*s", (int)folded.n, folded.at);
    return column->field ? ZW_OK : zw_err_nomem(err);
}

static zw_status known_heads(zw_arena *arena, zw_tsv *known, zw_err *err)
{
    return zw_tsv_parse("manifest_columns.tsv", ZW_EMBEDDED(manifest_columns_tsv),
                        "field kind heads", arena, known, err);
}

/* The row of a head that means something in a table of this kind, or none. */
static size_t known_row(const zw_cells *cells, const zw_tsv *known, zw_str folded)
{
    for (size_t i = 0; i < known->rows; i++) {
        zw_cell_kind kind = kind_of(zw_tsv_cell(known, i, 1));
        bool not_here = cells->of_documents ? kind == ZW_CELL_PATH || kind == ZW_CELL_ROWS
                                            : kind == ZW_CELL_BODY;
        if (!not_here && among(zw_tsv_cell(known, i, 2), folded))
            return i;
    }
    return SIZE_MAX;
}

zw_status zw_head_fold(zw_cells *cells, zw_str head, zw_str *folded, const char **field,
                       zw_err *err)
{
    zw_tsv known;
    zw_status s = known_heads(cells->arena, &known, err);
    if (s == ZW_OK)
        s = fold_head(cells, head, folded, err);
    size_t i = s == ZW_OK ? known_row(cells, &known, *folded) : SIZE_MAX;
    *field = i == SIZE_MAX ? NULL : zw_arena_str(cells->arena, zw_tsv_cell(&known, i, 0));
    return s == ZW_OK && i != SIZE_MAX && !*field ? zw_err_nomem(err) : s;
}

static zw_status column_of(zw_cells *cells, const zw_tsv *known, size_t line, zw_str head,
                           zw_column *column, zw_err *err)
{
    zw_str folded = { 0 };
    *column = (zw_column){ .head = zw_str_trim(head) };
    if (column->head.n == 0)
        return ZW_OK;
    zw_status s = fold_head(cells, head, &folded, err);
    size_t i = s == ZW_OK ? known_row(cells, known, folded) : SIZE_MAX;
    if (i == SIZE_MAX)
        return s == ZW_OK ? own_column(cells, line, folded, column, err) : s;
    column->field = zw_arena_str(cells->arena, zw_tsv_cell(known, i, 0));
    column->kind = kind_of(zw_tsv_cell(known, i, 1));
    bool counts = column->kind == ZW_CELL_ID || column->kind == ZW_CELL_NUMBER;
    if (cells->of_documents && counts)
        column->counter = zw_arena_printf(cells->arena, "x:%.*s", (int)folded.n, folded.at);
    return column->field ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_columns_read(zw_cells *cells, const zw_csv_row *row, zw_columns *columns, zw_err *err)
{
    zw_tsv known;
    zw_status s = known_heads(cells->arena, &known, err);
    if (s == ZW_OK && row->cells.n > ZW_COLUMNS_MAX)
        return zw_cells_fault(cells, row->line, NULL, err, "%zu columns, more than %d",
                              row->cells.n, ZW_COLUMNS_MAX);
    for (size_t i = 0; s == ZW_OK && i < row->cells.n; i++) {
        zw_column column;
        s = column_of(cells, &known, row->line, row->cells.at[i].text, &column, err);
        size_t twin = s == ZW_OK && column.field ? zw_column_of(columns, column.field) : SIZE_MAX;
        if (twin != SIZE_MAX)
            s = zw_cells_fault(cells, row->line, &column, err,
                               "the same as column %.*s, which stands before it",
                               (int)columns->at[twin].head.n, columns->at[twin].head.at);
        if (twin != SIZE_MAX)
            column.field = NULL;
        zw_column *slot = s == ZW_OK ? zw_array_add(cells->arena, columns) : NULL;
        if (!slot)
            return s == ZW_OK ? zw_err_nomem(err) : s;
        *slot = column;
    }
    return s;
}

size_t zw_column_of(const zw_columns *columns, const char *field)
{
    for (size_t i = 0; i < columns->n; i++) {
        if (columns->at[i].field && strcmp(columns->at[i].field, field) == 0)
            return i;
    }
    return SIZE_MAX;
}

/* ---- cells ---- */

/* One cell at work. */
typedef struct {
    zw_cells *cells;
    const zw_column *column;
    size_t line;
    zw_str text; /* trimmed, not empty */
    const char **value;
    zw_err *err;
} reading;

/* As much of a cell as a message quotes. */
#define SHOWN(text) (int)zw_utf8_boundary(text, text.n < 90 ? text.n : 90), text.at

#define REFUSE(r, ...) zw_cells_fault((r)->cells, (r)->line, (r)->column, (r)->err, __VA_ARGS__)

static zw_status give(const reading *r, const char *value)
{
    *r->value = value;
    return value ? ZW_OK : zw_err_nomem(r->err);
}

/* On one line: a cell's own line ends become blanks. */
static zw_status read_text(const reading *r)
{
    char *to = zw_arena_str(r->cells->arena, r->text);
    for (size_t i = 0; to && i < r->text.n; i++)
        to[i] = (unsigned char)to[i] < ' ' ? ' ' : to[i];
    return give(r, to);
}

static zw_status read_number(const reading *r)
{
    return give(r, zw_doc_number_normal(r->cells->arena, r->text));
}

/* Joint issuers are parted by a blank, however the table parts them. */
static zw_status read_issuer(const reading *r)
{
    zw_buf names = ZW_BUF_INIT;
    bool gap = false;
    for (size_t at = 0, len; at < r->text.n; at += len) {
        uint32_t c = zw_utf8_at(r->text, at, &len);
        bool parts = c <= ' ' || zw_is_blank(c) || c == 0x3001 || zw_narrow(c) == ';' ||
                     zw_narrow(c) == ',';
        if (!parts && gap)
            zw_buf_char(&names, ' ');
        gap = parts && names.n;
        if (!parts)
            zw_buf_code(&names, c);
    }
    char *copy = zw_buf_failed(&names) ? NULL : zw_arena_str(r->cells->arena, zw_buf_view(&names));
    zw_buf_free(&names);
    if (copy && !*copy)
        return REFUSE(r, "'%.*s' names nobody", SHOWN(r->text));
    return give(r, copy);
}

/* What may stand behind a part of a date: 2016年3月5日, 2016-3-5, 2016.03. */
static bool parts_date(uint32_t c, size_t part)
{
    static const uint32_t words[] = { 0x5E74, 0x6708, 0x65E5 }; /* 年 月 日 */
    return c == words[part] || (part < 2 && (c == '-' || c == '/' || c == '.'));
}

/* Digits by year, month and day; 20160305 is one too. How many parts; 0: no date. */
static size_t split_date(zw_str text, int part[3])
{
    size_t n = 0, digits = 0;
    bool open = false; /* a part has begun */
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
        if (zw_is_blank(c))
            continue;
        if (c >= '0' && c <= '9') {
            bool full = digits == (n == 0 ? 4u : 2u);
            n += full;
            if (n > 2)
                return 0;
            part[n] = (full || !open ? 0 : part[n]) * 10 + (int)(c - '0');
            digits = full || !open ? 1 : digits + 1;
            open = true;
        } else if (open && parts_date(c, n) && (n > 0 || digits == 4)) {
            n++;
            open = false;
            digits = 0;
        } else {
            return 0;
        }
    }
    return n + open;
}

static bool in_calendar(const int part[3], size_t n)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int y = part[0], m = part[1], d = part[2];
    if (y < 1800 || y > 2200 || (n > 1 && (m < 1 || m > 12)))
        return false;
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return n < 3 || (d >= 1 && d <= days[m - 1] + (m == 2 && leap));
}

static zw_status read_date(const reading *r)
{
    int part[3] = { 0, 0, 0 };
    zw_arena *arena = r->cells->arena;
    zw_str text = r->text;
    /* a spreadsheet's date with its time of midnight */
    size_t time = zw_str_find(text, ZW_STR(" 00:00:00"), 0);
    text.n = time + 9 == text.n ? time : text.n;
    size_t n = split_date(text, part);
    if (n == 0 || !in_calendar(part, n))
        return REFUSE(r, "'%.*s' is no date: YYYY, YYYY-MM or YYYY-MM-DD is wanted",
                      SHOWN(r->text));
    return give(r, n == 1   ? zw_arena_printf(arena, "%04d", part[0])
                   : n == 2 ? zw_arena_printf(arena, "%04d-%02d", part[0], part[1])
                            : zw_arena_printf(arena, "%04d-%02d-%02d", part[0], part[1], part[2]));
}

/* 宁夏/银川 and 宁夏 银川 as 宁夏银川. */
static zw_status join_region(const reading *r, zw_str *joined)
{
    char *to = zw_arena_alloc(r->cells->arena, r->text.n + 1);
    size_t n = 0;
    if (!to)
        return zw_err_nomem(r->err);
    for (size_t at = 0, len; at < r->text.n; at += len) {
        uint32_t c = zw_utf8_at(r->text, at, &len);
        if (c > ' ' && !zw_is_blank(c) && zw_narrow(c) != '/')
            n += zw_utf8_put(to + n, c);
    }
    *joined = (zw_str){ to, n };
    return ZW_OK;
}

static zw_status read_region(const reading *r)
{
    static const char *const whole[] = { "全国", "中国", "国家", "中央" };
    zw_str text;
    zw_region_path path;
    zw_status s = join_region(r, &text);
    if (s != ZW_OK)
        return s;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (zw_str_eq(text, zw_str_of(whole[i])))
            return give(r, "全国");
    }
    if (!zw_gazetteer_path(r->cells->gazetteer, text, 0, r->cells->arena, &path)) {
        zw_names names;
        s = zw_gazetteer_names(r->cells->gazetteer, text, r->cells->arena, &names, r->err);
        zw_str near = zw_gazetteer_nearest(r->cells->gazetteer, text);
        if (s != ZW_OK)
            return s;
        if (names.n)
            return REFUSE(r, "'%.*s': several places are called so (write its province before it)",
                          SHOWN(r->text));
        return REFUSE(r, "'%.*s': no such place%s%.*s%s", SHOWN(r->text), near.n ? " (is " : "",
                      (int)near.n, near.n ? near.at : "",
                      near.n ? " meant?)" : " (全国 is the whole country)");
    }
    const char *joined = path.names[0];
    for (size_t i = 1; joined && i < path.n; i++)
        joined = zw_arena_printf(r->cells->arena, "%s/%s", joined, path.names[i]);
    return give(r, joined);
}

static zw_status read_url(const reading *r)
{
    size_t scheme = zw_str_find(r->text, ZW_STR("://"), 0);
    bool ok = scheme > 0 && scheme + 3 < r->text.n;
    for (size_t i = 0; ok && i < r->text.n; i++)
        ok = (unsigned char)r->text.at[i] > ' ' && r->text.at[i] != '"';
    for (size_t i = 0; ok && i < scheme; i++)
        ok = (r->text.at[i] | 32) >= 'a' && (r->text.at[i] | 32) <= 'z';
    if (!ok)
        return REFUSE(r, "'%.*s' is no address: https://... is wanted, without blanks",
                      SHOWN(r->text));
    return give(r, zw_arena_str(r->cells->arena, r->text));
}

static zw_status read_id(const reading *r)
{
    bool ok = r->text.n <= ZW_GIVEN_ID_MAX;
    for (size_t i = 0; ok && i < r->text.n; i++) {
        char c = r->text.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        ok = letter || (i > 0 && (c == '.' || c == '_' || c == '-'));
    }
    if (!ok)
        return REFUSE(r,
                      "'%.*s': an id is 1 to %d letters, digits, '.', '_' and '-', and begins with "
                      "a letter or digit",
                      SHOWN(r->text), ZW_GIVEN_ID_MAX);
    return give(r, zw_arena_str(r->cells->arena, r->text));
}

static zw_status read_path(const reading *r)
{
    if (memchr(r->text.at, '\0', r->text.n))
        return REFUSE(r, "a path has no NUL in it");
    return give(r, zw_arena_str(r->cells->arena, r->text));
}

zw_status zw_cell_read(zw_cells *cells, const zw_column *column, const zw_csv_cell *cell,
                       const char **value, zw_err *err)
{
    static zw_status (*const readers[])(const reading *) = {
        [ZW_CELL_TEXT] = read_text,     [ZW_CELL_PATH] = read_path, [ZW_CELL_ID] = read_id,
        [ZW_CELL_NUMBER] = read_number, [ZW_CELL_DATE] = read_date, [ZW_CELL_REGION] = read_region,
        [ZW_CELL_ISSUER] = read_issuer, [ZW_CELL_URL] = read_url,   [ZW_CELL_ROWS] = read_text,
        [ZW_CELL_BODY] = read_text,
    };
    reading r = { cells, column, cell->line, zw_str_trim(cell->text), value, err };
    *value = NULL;
    if (r.text.n == 0)
        return ZW_OK;
    if (!column->field && column->head.n)
        return ZW_OK; /* its head is told already */
    if (!column->field)
        return zw_cells_fault(cells, cell->line, NULL, err,
                              "'%.*s' stands in a column without a head",
                              (int)(r.text.n < 60 ? r.text.n : 60), r.text.at);
    if (r.text.n > ZW_CELL_MAX)
        return REFUSE(&r, "%zu bytes in one cell, more than %d", r.text.n, ZW_CELL_MAX);
    return readers[column->kind](&r);
}

/* ---- rows ---- */

bool zw_givens_put(zw_arena *arena, zw_givens *given, zw_given one)
{
    size_t at = 0;
    while (at < given->n && strcmp(given->at[at].name, one.name) < 0)
        at++;
    if (at < given->n && strcmp(given->at[at].name, one.name) == 0) {
        given->at[at] = one;
        return true;
    }
    zw_given *last = zw_array_add(arena, given);
    if (!last)
        return false;
    memmove(&given->at[at + 1], &given->at[at], (size_t)(last - &given->at[at]) * sizeof *last);
    given->at[at] = one;
    return true;
}

static bool is_without(const char *const *without, const char *field)
{
    for (; field && *without; without++) {
        if (strcmp(*without, field) == 0)
            return true;
    }
    return false;
}

static bool is_count(zw_str cell)
{
    cell = zw_str_trim(cell);
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.at[i] < '0' || cell.at[i] > '9')
            return false;
    }
    return cell.n > 0;
}

zw_status zw_cells_row(zw_cells *cells, const zw_columns *columns, const zw_csv_row *row,
                       const char *const *without, zw_givens *given, zw_err *err)
{
    zw_status s = ZW_OK;
    if (row->cells.n > columns->n)
        return zw_cells_fault(cells, row->line, NULL, err, "%zu cells, but there are %zu columns",
                              row->cells.n, columns->n);
    for (size_t i = 0; s == ZW_OK && i < row->cells.n; i++) {
        zw_column column = columns->at[i];
        const char *value;
        if (is_without(without, column.field))
            continue;
        if (column.counter && is_count(row->cells.at[i].text)) {
            column.field = column.counter;
            column.kind = ZW_CELL_TEXT;
        }
        s = zw_cell_read(cells, &column, &row->cells.at[i], &value, err);
        if (s == ZW_OK && value && column.field &&
            !zw_givens_put(cells->arena, given, (zw_given){ column.field, value }))
            s = zw_err_nomem(err);
    }
    return s;
}
