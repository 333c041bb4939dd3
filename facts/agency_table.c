/* Tables that give each task its agencies in columns of their own. */
#include "base/utf8.h"
#include "facts/agency_find.h"

#define MAX_COLUMNS (COUNT(((zw_agency_finder *)0)->columns.role))

/* The cells of a row: what stands between bars or tabs. A bar at either end is an edge; before a
 * tab at the beginning stands an empty cell, one that goes on from the row above. */
static size_t cells_of(zw_str text, zw_range row, zw_range *cells)
{
    size_t n = 0, start = row.start;
    for (size_t at = row.start; at <= row.end && n < MAX_COLUMNS; at++) {
        if (at < row.end && text.at[at] != '|' && text.at[at] != '\t')
            continue;
        zw_str cell = zw_str_trim(zw_str_slice(text, (zw_range){ start, at }));
        bool edge = cell.n == 0 &&
                    (start == row.start ? at < row.end && text.at[at] == '|' : at == row.end);
        if (!edge) {
            size_t from = cell.n ? (size_t)(cell.at - text.at) : start;
            cells[n++] = (zw_range){ from, from + cell.n };
        }
        start = at + 1;
    }
    return n;
}

/* 配 合 单 位 is 配合单位. */
static zw_str without_blanks(zw_agency_finder *f, zw_str text)
{
    char *copy = zw_arena_alloc(f->context->arena, text.n + 1);
    size_t n = 0;
    f->failed |= !copy;
    for (size_t at = 0, len; copy && at < text.n; at += len) {
        if (!zw_is_blank(zw_utf8_at(text, at, &len))) {
            memcpy(copy + n, text.at + at, len);
            n += len;
        }
    }
    return (zw_str){ copy, n };
}

/* A head names at least one column of agencies. */
static bool take_head(zw_agency_finder *f, const zw_range *cells, size_t n)
{
    bool any = false;
    uint32_t roles[MAX_COLUMNS];
    bool due[MAX_COLUMNS];
    for (size_t i = 0; i < n; i++) {
        zw_str cell = zw_str_slice(f->text, cells[i]);
        if (cell.n > 60) { /* no head of a column */
            roles[i] = ZW_NO_ROLE;
            due[i] = false;
            continue;
        }
        cell = without_blanks(f, cell);
        size_t label = zw_agency_word_ends(f->words, ZW_WORD_LABEL, cell);
        roles[i] = ZW_NO_ROLE;
        if (label > 6 && cell.n < 40)
            zw_agency_word_at(f->words, ZW_WORD_LABEL, cell, cell.n - label, &roles[i]);
        due[i] = zw_agency_word_at(f->words, ZW_WORD_DUE, cell, 0, NULL) > 0;
        any |= roles[i] != ZW_NO_ROLE;
    }
    if (any) {
        f->columns.n = n;
        memcpy(f->columns.role, roles, n * sizeof *roles);
        memcpy(f->columns.due, due, n * sizeof *due);
    }
    return any;
}

/* The first date of the cells that hold deadlines. */
static const char *deadline_of(zw_agency_finder *f, const zw_range *cells, size_t n)
{
    for (size_t i = 0; i < n && i < f->columns.n; i++) {
        for (size_t at = cells[i].start, len; f->columns.due[i] && at < cells[i].end; at += len) {
            const char *deadline;
            if (zw_agency_deadline_at(f->context->arena, f->text, at, &deadline)) {
                f->failed |= !deadline;
                return deadline;
            }
            zw_utf8_at(f->text, at, &len);
        }
    }
    return NULL;
}

static void take_row(zw_agency_finder *f, const zw_range *cells, size_t n)
{
    const char *deadline = deadline_of(f, cells, n);
    for (size_t i = 0; !f->failed && i < n && i < f->columns.n; i++) {
        if (f->columns.role[i] == ZW_NO_ROLE)
            continue;
        zw_agency_list list = zw_agency_finder_list(f, false);
        if (!zw_agency_list_group(&list, cells[i], f->columns.role[i]))
            f->failed = true;
        for (size_t j = 0; j < list.members.n; j++) {
            if (!list.members.at[j].deadline)
                list.members.at[j].deadline = deadline;
        }
        zw_agency_finder_add_group(f, &list, ZW_NO_ROLE, "table");
    }
}

void zw_agency_find_rows(zw_agency_finder *f, zw_range r)
{
    for (size_t start = r.start; !f->failed && start < r.end;) {
        size_t end = zw_str_find(zw_str_slice(f->text, (zw_range){ 0, r.end }), ZW_STR("\n"),
                                 start);
        zw_range cells[MAX_COLUMNS];
        size_t n = cells_of(f->text, (zw_range){ start, end }, cells);
        if (!take_head(f, cells, n) && f->columns.n)
            take_row(f, cells, n);
        start = end + 1;
    }
}
