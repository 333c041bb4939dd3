#include "base/csv.h"

static bool ends_line(char c)
{
    return c == '\n' || c == '\r';
}

/* Whichever parts the first line into most cells; what stands in quotes does not count. */
static char separator_of(zw_str text)
{
    static const char candidates[] = { ',', ';', '\t' };
    size_t count[sizeof candidates] = { 0 }, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.n && (quoted || !ends_line(text.at[i])); i++) {
        quoted ^= text.at[i] == '"';
        for (size_t k = 0; !quoted && k < sizeof candidates; k++)
            count[k] += text.at[i] == candidates[k];
    }
    for (size_t k = 1; k < sizeof candidates; k++)
        best = count[k] > count[best] ? k : best;
    return candidates[best];
}

zw_csv zw_csv_begin(zw_str text)
{
    return (zw_csv){ .text = text, .line = 1, .separator = separator_of(text) };
}

/* Steps over one line end, if there is one. */
static bool step_line(zw_csv *csv)
{
    zw_str t = csv->text;
    if (csv->at >= t.n || !ends_line(t.at[csv->at]))
        return false;
    csv->at += t.at[csv->at] == '\r' && csv->at + 1 < t.n && t.at[csv->at + 1] == '\n' ? 2 : 1;
    csv->line++;
    return true;
}

static bool ends_cell(const zw_csv *csv)
{
    return csv->at >= csv->text.n || csv->text.at[csv->at] == csv->separator ||
           ends_line(csv->text.at[csv->at]);
}

/* Between the quotes; `doubled` tells whether a quote stands in it. */
static zw_status quoted_cell(zw_csv *csv, zw_csv_cell *cell, bool *doubled, zw_err *err)
{
    size_t start = ++csv->at;
    zw_str t = csv->text;
    for (;;) {
        if (csv->at >= t.n)
            return zw_err_set(err, ZW_E_FORMAT,
                              "line %zu: the quote that opens here is never closed", cell->line);
        if (step_line(csv))
            continue;
        if (t.at[csv->at++] != '"')
            continue;
        if (csv->at >= t.n || t.at[csv->at] != '"')
            break;
        csv->at++;
        *doubled = true;
    }
    cell->text = zw_str_slice(t, (zw_range){ start, csv->at - 1 });
    if (!ends_cell(csv))
        return zw_err_set(err, ZW_E_FORMAT,
                          "line %zu: behind a closing quote only a separator may stand (a quote in "
                          "a cell is written twice)",
                          csv->line);
    return ZW_OK;
}

static zw_status single_quotes(zw_str *text, zw_arena *arena, zw_err *err)
{
    char *to = zw_arena_alloc(arena, text->n + 1);
    size_t n = 0;
    if (!to)
        return zw_err_nomem(err);
    for (size_t i = 0; i < text->n; i++) {
        to[n++] = text->at[i];
        i += text->at[i] == '"';
    }
    *text = (zw_str){ to, n };
    return ZW_OK;
}

static zw_status next_cell(zw_csv *csv, zw_arena *arena, zw_csv_cell *cell, zw_err *err)
{
    size_t start = csv->at;
    bool doubled = false;
    zw_status s = ZW_OK;
    *cell = (zw_csv_cell){ .line = csv->line };
    if (start < csv->text.n && csv->text.at[start] == '"') {
        s = quoted_cell(csv, cell, &doubled, err);
    } else {
        while (!ends_cell(csv))
            csv->at++;
        cell->text = zw_str_slice(csv->text, (zw_range){ start, csv->at });
    }
    cell->source = (zw_range){ start, csv->at };
    return s == ZW_OK && doubled ? single_quotes(&cell->text, arena, err) : s;
}

zw_status zw_csv_next(zw_csv *csv, zw_arena *arena, zw_csv_row *row, bool *more, zw_err *err)
{
    row->cells.n = 0;
    while (step_line(csv)) {
    }
    *more = csv->at < csv->text.n;
    row->line = csv->line;
    while (*more) {
        if (row->cells.n == ZW_CSV_CELLS_MAX)
            return zw_err_set(err, ZW_E_FORMAT, "line %zu: more than %d cells", row->line,
                              ZW_CSV_CELLS_MAX);
        zw_csv_cell *cell = zw_array_add(arena, &row->cells);
        zw_status s = cell ? next_cell(csv, arena, cell, err) : zw_err_nomem(err);
        if (s != ZW_OK)
            return s;
        if (csv->at >= csv->text.n || csv->text.at[csv->at] != csv->separator)
            break;
        csv->at++;
    }
    step_line(csv);
    return ZW_OK;
}
