/* figures --by, --pivot, --conflicts, --places: rows of a sheet. */
#include <stdlib.h>

#include "query/command/figures.h"
#include "query/study/figures/conflicts.h"
#include "query/study/figures/figure_tally.h"
#include "query/study/figures/pivot.h"

static const zw_column whole[ZW_FIGURE_COLUMNS] = {
    { "indicator", ZW_COLUMN_TEXT },    { "year", ZW_COLUMN_COUNT },
    { "kind", ZW_COLUMN_TEXT },         { "change", ZW_COLUMN_TEXT },
    { "cmp", ZW_COLUMN_TEXT },          { "low", ZW_COLUMN_NUMBER },
    { "high", ZW_COLUMN_NUMBER },       { "unit", ZW_COLUMN_TEXT },
    { "value", ZW_COLUMN_TEXT },        { "quotation", ZW_COLUMN_QUOTE },
    { "start", ZW_COLUMN_COUNT },       { "end", ZW_COLUMN_COUNT },
    { "title", ZW_COLUMN_TEXT },        { "number", ZW_COLUMN_TEXT },
    { "date", ZW_COLUMN_TEXT },         { "region", ZW_COLUMN_TEXT },
    { "headings", ZW_COLUMN_TEXT },     { "passage", ZW_COLUMN_ID },
    { "value_start", ZW_COLUMN_COUNT }, { "value_end", ZW_COLUMN_COUNT },
    { "file", ZW_COLUMN_TEXT },
};

#define BRIEF_COLUMNS 7
static const zw_column brief[BRIEF_COLUMNS] = {
    { "indicator", ZW_COLUMN_TEXT },  { "year", ZW_COLUMN_COUNT }, { "kind", ZW_COLUMN_TEXT },
    { "value", ZW_COLUMN_NUMBER },    { "date", ZW_COLUMN_TEXT },  { "passage", ZW_COLUMN_ID },
    { "quotation", ZW_COLUMN_QUOTE },
};

static zw_cell change_cell(char change)
{
    return zw_cell_text(change == '+' ? "+" : change == '-' ? "-" : NULL);
}

static zw_status brief_cells(const zw_figure_study *study, const zw_figure_row *r, zw_cell *cells)
{
    const char *value = zw_figure_value_text(r, study->run->arena);
    const zw_cell made[BRIEF_COLUMNS] = {
        zw_cell_text(r->indicator),
        zw_cell_year(r->year),
        zw_cell_text(zw_figure_kind_name(r->kind)),
        zw_cell_text(value),
        zw_cell_text(r->date),
        zw_cell_text(r->passage),
        zw_cell_text(r->quotation),
    };
    memcpy(cells, made, sizeof made);
    return value ? ZW_OK : zw_err_nomem(&study->run->err);
}

static bool is_brief(const zw_figure_study *study)
{
    return study->run->format == ZW_AS_TEXT;
}

zw_status zw_figure_cells(const zw_figure_study *study, const zw_figure_row *r,
                          zw_cell cells[ZW_FIGURE_COLUMNS])
{
    if (is_brief(study))
        return brief_cells(study, r, cells);
    const zw_cell made[ZW_FIGURE_COLUMNS] = {
        zw_cell_text(r->indicator),
        zw_cell_year(r->year),
        zw_cell_text(zw_figure_kind_name(r->kind)),
        change_cell(r->change),
        zw_cell_text(zw_cmp_name(r->cmp)),
        zw_cell_number(r->low),
        zw_cell_number(r->high),
        zw_cell_text(r->unit),
        zw_cell_text(r->text),
        zw_cell_text(r->quotation),
        zw_cell_count(r->sentence.chr.start),
        zw_cell_count(r->sentence.chr.end),
        zw_cell_text(r->title),
        zw_cell_text(r->number),
        zw_cell_text(r->date),
        zw_cell_text(r->region),
        zw_cell_text(r->headings),
        zw_cell_text(r->passage),
        zw_cell_count(r->value.chr.start),
        zw_cell_count(r->value.chr.end),
        zw_cell_text(r->file),
    };
    memcpy(cells, made, sizeof made);
    return ZW_OK;
}

const char *zw_figure_value_text(const zw_figure_row *row, zw_arena *arena)
{
    zw_buf text = ZW_BUF_INIT;
    zw_figure_print(row, &text);
    zw_buf_text(&text, row->unit);
    const char *copy = zw_buf_failed(&text) ? NULL : zw_arena_copy(arena, text.at, text.n);
    zw_buf_free(&text);
    return copy;
}

/* --- columns that depend on what was asked -----------------------------------------------------
 */

#define HEAD_COLUMNS 16

typedef struct {
    zw_column *columns;
    size_t n;
} column_list;

static void add_column(column_list *list, const char *name, zw_column_kind kind)
{
    list->columns[list->n++] = (zw_column){ name, kind };
}

static zw_status begin(zw_figure_study *study, const char *name, const column_list *list)
{
    zw_run *run = study->run;
    zw_sheet_form *form = zw_arena_alloc(run->arena, sizeof *form);
    if (!form)
        return zw_err_nomem(&run->err);
    *form = (zw_sheet_form){ name, list->columns, list->n };
    return zw_run_sheet(run, form, &study->sheet);
}

static bool new_columns(zw_figure_study *study, size_t more, column_list *list)
{
    list->n = 0;
    list->columns = zw_arena_array(study->run->arena, HEAD_COLUMNS + more, sizeof *list->columns);
    return list->columns != NULL;
}

static zw_status keys_of(zw_figure_study *study, const char *text,
                         const zw_figure_by *by[ZW_TALLY_KEYS])
{
    size_t n = 0;
    for (zw_str rest = zw_str_of(text); n <= ZW_TALLY_KEYS && rest.n;) {
        size_t end = zw_str_find(rest, ZW_STR(","), 0);
        zw_str name = zw_str_trim(zw_str_slice(rest, (zw_range){ 0, end }));
        rest = end < rest.n ? zw_str_slice(rest, (zw_range){ end + 1, rest.n })
                            : (zw_str){ rest.at + rest.n, 0 };
        if (n == ZW_TALLY_KEYS)
            return zw_err_set(&study->run->err, ZW_E_USAGE, "'%s': at most %d keys", text,
                              ZW_TALLY_KEYS);
        by[n] = zw_figure_by_find(name);
        if (!by[n++])
            return zw_err_set(&study->run->err, ZW_E_USAGE, "'%.*s': one of %s is wanted",
                              (int)name.n, name.at, zw_figure_by_names);
    }
    return n ? ZW_OK
             : zw_err_set(&study->run->err, ZW_E_USAGE, "'%s': one of %s is wanted", text,
                          zw_figure_by_names);
}

/* Places that are listed get a row also where the table has none for them, if its rows are places.
 */
static bool rows_are_places(const zw_figure_study *study, const zw_figure_by *by)
{
    return study->places && strcmp(zw_figure_by_name(by), "place") == 0;
}

static const char *state_text(const zw_listed_place *place, size_t found)
{
    return zw_place_state_name(zw_place_state_of(place, found));
}

static zw_status absent_row(zw_figure_study *study, const zw_listed_place *place, size_t n_columns)
{
    zw_cell *cells = zw_arena_array(study->run->arena, n_columns, sizeof *cells);
    if (!cells)
        return zw_err_nomem(&study->run->err);
    cells[0] = zw_cell_text(place->key ? place->key->region : place->asked);
    cells[1] = zw_cell_text(state_text(place, 0));
    return zw_figure_study_row(study, cells);
}

static bool is_place(const zw_listed_place *place, const char *region)
{
    return place->key && region && strcmp(place->key->region, region) == 0;
}

static zw_column_kind key_kind(const zw_figure_by *by)
{
    return zw_figure_by_is_year(by) ? ZW_COLUMN_COUNT : ZW_COLUMN_TEXT;
}

static zw_cell key_cell(const zw_figure_by *by, const char *text)
{
    return text && zw_figure_by_is_year(by) ? zw_cell_year(atoi(text)) : zw_cell_text(text);
}

/* --- statistics ---------------------------------------------------------------------------------
 */

typedef struct {
    zw_figure_study *study;
    const zw_figure_by *by[ZW_TALLY_KEYS];
    column_list columns;
    bool places; /* a column says what each place has */
    bool titles; /* of documents */
} tally_table;

static bool is_key(const tally_table *t, const char *name)
{
    for (size_t i = 0; i < ZW_TALLY_KEYS && t->by[i]; i++) {
        if (strcmp(zw_figure_by_name(t->by[i]), name) == 0)
            return true;
    }
    return false;
}

static zw_status tally_columns(tally_table *t)
{
    if (!new_columns(t->study, 0, &t->columns))
        return zw_err_nomem(&t->study->run->err);
    t->titles = is_key(t, "document");
    for (size_t i = 0; i < ZW_TALLY_KEYS && t->by[i]; i++) {
        add_column(&t->columns, zw_figure_by_name(t->by[i]), key_kind(t->by[i]));
        if (i == 0 && t->places)
            add_column(&t->columns, "state", ZW_COLUMN_TEXT);
    }
    if (t->titles)
        add_column(&t->columns, "title", ZW_COLUMN_TEXT);
    if (!is_key(t, "indicator"))
        add_column(&t->columns, "indicator", ZW_COLUMN_TEXT);
    add_column(&t->columns, "indicators", ZW_COLUMN_COUNT);
    if (!is_key(t, "kind"))
        add_column(&t->columns, "kind", ZW_COLUMN_TEXT);
    if (!is_key(t, "unit"))
        add_column(&t->columns, "unit", ZW_COLUMN_TEXT);
    if (!is_key(t, "change"))
        add_column(&t->columns, "change", ZW_COLUMN_TEXT);
    add_column(&t->columns, "bound", ZW_COLUMN_TEXT);
    add_column(&t->columns, "n", ZW_COLUMN_COUNT);
    add_column(&t->columns, "min", ZW_COLUMN_NUMBER);
    add_column(&t->columns, "median", ZW_COLUMN_NUMBER);
    add_column(&t->columns, "max", ZW_COLUMN_NUMBER);
    add_column(&t->columns, "documents", ZW_COLUMN_COUNT);
    return begin(t->study, "groups", &t->columns);
}

static zw_status tally_row(const tally_table *t, const zw_figure_tally *tally)
{
    zw_cell cells[HEAD_COLUMNS];
    size_t n = 0;
    for (size_t i = 0; i < ZW_TALLY_KEYS && t->by[i]; i++) {
        cells[n++] = key_cell(t->by[i], tally->keys[i]);
        if (i == 0 && t->places)
            cells[n++] = zw_cell_text(zw_place_state_name(ZW_PLACE_HAS));
    }
    if (t->titles)
        cells[n++] = zw_cell_text(tally->first->row->title);
    if (!is_key(t, "indicator"))
        cells[n++] = zw_cell_text(tally->indicator);
    cells[n++] = zw_cell_count(tally->indicators);
    if (!is_key(t, "kind"))
        cells[n++] = zw_cell_text(tally->kind);
    if (!is_key(t, "unit"))
        cells[n++] = zw_cell_text(tally->unit);
    if (!is_key(t, "change"))
        cells[n++] = change_cell(tally->change);
    cells[n++] = zw_cell_text(zw_bound_name(tally->bound));
    cells[n++] = zw_cell_count(tally->n);
    cells[n++] = zw_cell_number(tally->min);
    cells[n++] = zw_cell_number(tally->median);
    cells[n++] = zw_cell_number(tally->max);
    cells[n++] = zw_cell_count(tally->documents);
    return zw_figure_study_row(t->study, cells);
}

static zw_status tallies_of_place(const tally_table *t, const zw_figure_tallies *tallies,
                                  const zw_listed_place *place)
{
    zw_status s = ZW_OK;
    size_t found = 0;
    for (size_t i = 0; s == ZW_OK && i < tallies->n; i++) {
        if (!is_place(place, tallies->at[i].keys[0]))
            continue;
        found++;
        s = tally_row(t, &tallies->at[i]);
    }
    return s == ZW_OK && !found ? absent_row(t->study, place, t->columns.n) : s;
}

zw_status zw_figures_by(zw_figure_study *study, const char *by)
{
    zw_run *run = study->run;
    tally_table t = { .study = study };
    zw_figure_tallies tallies;
    zw_status s = keys_of(study, by, t.by);
    if (s == ZW_OK)
        s = zw_figure_tally_make(&study->set, t.by, run->arena, &tallies, &run->err);
    t.places = s == ZW_OK && rows_are_places(study, t.by[0]);
    if (s == ZW_OK)
        s = tally_columns(&t);
    for (size_t i = 0; s == ZW_OK && t.places && i < study->places->rows.n; i++)
        s = tallies_of_place(&t, &tallies, &study->places->rows.at[i]);
    for (size_t i = 0; s == ZW_OK && !t.places && i < tallies.n; i++)
        s = tally_row(&t, &tallies.at[i]);
    return s;
}

/* --- pivot --------------------------------------------------------------------------------------
 */

typedef struct {
    zw_figure_study *study;
    zw_pivot pivot;
    column_list columns;
    bool places;
    const zw_figure_by *down;
    zw_cell *cells;
} pivot_table;

static zw_status pivot_columns(pivot_table *t)
{
    if (!new_columns(t->study, t->pivot.n_columns, &t->columns))
        return zw_err_nomem(&t->study->run->err);
    add_column(&t->columns, zw_figure_by_name(t->down), key_kind(t->down));
    if (t->places)
        add_column(&t->columns, "state", ZW_COLUMN_TEXT);
    add_column(&t->columns, "indicator", ZW_COLUMN_TEXT);
    add_column(&t->columns, "unit", ZW_COLUMN_TEXT);
    add_column(&t->columns, "change", ZW_COLUMN_TEXT);
    for (size_t i = 0; i < t->pivot.n_columns; i++)
        add_column(&t->columns, t->pivot.columns[i] ? t->pivot.columns[i] : "not told",
                   ZW_COLUMN_NUMBER);
    t->cells = zw_arena_array(t->study->run->arena, t->columns.n, sizeof *t->cells);
    return t->cells ? begin(t->study, "rows", &t->columns) : zw_err_nomem(&t->study->run->err);
}

static zw_cell value_cell(const zw_pivot_cell *cell)
{
    return cell->is_number ? zw_cell_number(cell->number) : zw_cell_text(cell->text);
}

static zw_status pivot_row(const pivot_table *t, const zw_pivot_row *row)
{
    size_t n = 0;
    t->cells[n++] = key_cell(t->down, row->key);
    if (t->places)
        t->cells[n++] = zw_cell_text(zw_place_state_name(ZW_PLACE_HAS));
    t->cells[n++] = zw_cell_text(row->indicator);
    t->cells[n++] = zw_cell_text(row->unit);
    t->cells[n++] = change_cell(row->change);
    for (size_t i = 0; i < t->pivot.n_columns; i++)
        t->cells[n++] = value_cell(&row->cells[i]);
    return zw_figure_study_row(t->study, t->cells);
}

static zw_status pivot_of_place(const pivot_table *t, const zw_listed_place *place)
{
    zw_status s = ZW_OK;
    size_t found = 0;
    for (size_t i = 0; s == ZW_OK && i < t->pivot.rows.n; i++) {
        if (!is_place(place, t->pivot.rows.at[i].key))
            continue;
        found++;
        s = pivot_row(t, &t->pivot.rows.at[i]);
    }
    return s == ZW_OK && !found ? absent_row(t->study, place, t->columns.n) : s;
}

zw_status zw_figures_pivot(zw_figure_study *study, const char *by)
{
    zw_run *run = study->run;
    const zw_figure_by *keys[ZW_TALLY_KEYS] = { NULL };
    pivot_table t = { .study = study };
    zw_status s = keys_of(study, by ? by : "place,for", keys);
    t.down = keys[0];
    if (s == ZW_OK && !keys[1])
        keys[1] = zw_figure_by_find(ZW_STR("for"));
    if (s == ZW_OK)
        s = zw_pivot_make(&study->set, keys[0], keys[1], run->arena, &t.pivot, &run->err);
    t.places = s == ZW_OK && rows_are_places(study, keys[0]);
    if (s == ZW_OK)
        s = pivot_columns(&t);
    for (size_t i = 0; s == ZW_OK && t.places && i < study->places->rows.n; i++)
        s = pivot_of_place(&t, &study->places->rows.at[i]);
    for (size_t i = 0; s == ZW_OK && !t.places && i < t.pivot.rows.n; i++)
        s = pivot_row(&t, &t.pivot.rows.at[i]);
    return s == ZW_OK ? zw_sheet_fact(study->sheet, "conflicts", zw_cell_count(t.pivot.conflicts),
                                      &run->err)
                      : s;
}

/* --- conflicts ----------------------------------------------------------------------------------
 */

zw_status zw_figure_study_columns(zw_figure_study *study, const char *name,
                                  const zw_column *columns, size_t n)
{
    column_list list;
    const zw_column *more = is_brief(study) ? brief : whole;
    size_t n_more = is_brief(study) ? BRIEF_COLUMNS : ZW_FIGURE_COLUMNS;
    if (!new_columns(study, n + n_more, &list))
        return zw_err_nomem(&study->run->err);
    for (size_t i = 0; i < n; i++)
        add_column(&list, columns[i].name, columns[i].kind);
    for (size_t i = 0; i < n_more; i++)
        add_column(&list, more[i].name, more[i].kind);
    return begin(study, name, &list);
}

zw_status zw_figures_conflicts(zw_figure_study *study)
{
    static const zw_column columns[] = { { "group", ZW_COLUMN_COUNT },
                                         { "relation", ZW_COLUMN_TEXT },
                                         { "place", ZW_COLUMN_TEXT } };
    zw_run *run = study->run;
    zw_conflicts found;
    zw_cell cells[3 + ZW_FIGURE_COLUMNS];
    zw_status s = zw_conflicts_find(&study->set, run->arena, &found, &run->err);
    if (s == ZW_OK)
        s = zw_figure_study_columns(study, "figures", columns, 3);
    for (size_t i = 0; s == ZW_OK && i < found.rows.n; i++) {
        const zw_conflict *c = &found.rows.at[i];
        cells[0] = zw_cell_count(c->group);
        cells[1] = zw_cell_text(zw_value_relation_name(c->relation));
        cells[2] = zw_cell_text(c->figure->place->region);
        s = zw_figure_cells(study, c->figure->row, cells + 3);
        if (s == ZW_OK)
            s = zw_figure_study_row(study, cells);
    }
    if (s == ZW_OK)
        s = zw_sheet_fact(study->sheet, "conflicts", zw_cell_count(found.conflicts), &run->err);
    if (s == ZW_OK)
        s = zw_sheet_fact(study->sheet, "revisions", zw_cell_count(found.revisions), &run->err);
    if (s == ZW_OK)
        s = zw_sheet_fact(study->sheet, "left_out", zw_cell_count(found.left_out), &run->err);
    if (s == ZW_OK)
        zw_say(run, "conflicts", zw_cell_count(found.groups), zw_cell_count(found.conflicts),
               zw_cell_count(found.revisions), zw_cell_count(found.left_out));
    return s;
}

/* --- a row for each place -----------------------------------------------------------------------
 */

#define PLACE_COLUMNS 6

typedef struct {
    zw_figure_study *study;
    const zw_place_found_count **named; /* for each indicator: where its words stand */
    zw_cell cells[PLACE_COLUMNS + ZW_FIGURE_COLUMNS];
} place_table;

static int by_year(const void *a, const void *b)
{
    const zw_figure_at *x = a, *y = b;
    int order = zw_figure_place_order(x, y);
    if (order == 0)
        order = zw_figure_text_order(x->row->name, y->row->name);
    if (order == 0)
        order = x->row->year - y->row->year;
    return order ? order : zw_figure_source_order(x, y);
}

static void place_cells(place_table *t, const zw_listed_place *place, const char *asked,
                        const char *state)
{
    zw_cell *cells = t->cells;
    memset(cells, 0, sizeof t->cells);
    cells[0] = zw_cell_text(place->asked);
    cells[1] = zw_cell_text(place->key ? place->key->region : NULL);
    cells[2] = zw_cell_text(asked);
    cells[3] = zw_cell_text(state);
    cells[4] = zw_cell_count(place->documents);
    cells[5] = zw_cell_count(place->inside);
}

/* Whether the figure's indicator is the one asked for, of several. */
static bool answers(const zw_figure_study *study, const zw_figure_row *row, size_t indicator)
{
    const zw_figure_question *q = &study->question;
    if (q->n_indicators < 2)
        return true;
    return row->asked == indicator;
}

static zw_status place_rows(place_table *t, const zw_listed_place *place, size_t indicator)
{
    zw_figure_study *study = t->study;
    const zw_figure_question *q = &study->question;
    const char *asked = indicator < q->n_indicators ? q->indicators[indicator] : NULL;
    zw_status s = ZW_OK;
    size_t found = 0;
    for (size_t i = 0; s == ZW_OK && i < study->set.n; i++) {
        const zw_figure_at *f = &study->set.at[i];
        if (!f->place || !is_place(place, f->place->region) || !answers(study, f->row, indicator))
            continue;
        found++;
        place_cells(t, place, asked, state_text(place, 1));
        s = zw_figure_cells(study, f->row, t->cells + PLACE_COLUMNS);
        if (s == ZW_OK)
            s = zw_figure_study_row(study, t->cells);
    }
    if (s != ZW_OK || found)
        return s;
    bool named = t->named && t->named[indicator][place - study->places->rows.at].passages > 0;
    place_cells(t, place, asked,
                named ? zw_place_state_name(ZW_PLACE_UNSURE) : state_text(place, 0));
    return zw_figure_study_row(study, t->cells);
}

/* Where the words of an indicator stand in passages that answer the query, figure or none. */
static zw_status find_named(place_table *t)
{
    zw_run *run = t->study->run;
    const zw_figure_question *q = &t->study->question;
    zw_status s = ZW_OK;
    if (q->n_indicators == 0)
        return ZW_OK;
    t->named = zw_arena_array(run->arena, q->n_indicators, sizeof *t->named);
    if (!t->named)
        return zw_err_nomem(&run->err);
    for (size_t i = 0; s == ZW_OK && i < q->n_indicators; i++) {
        zw_place_found_count *counts;
        zw_plan plan = { 0 };
        zw_query_fault fault = { 0 };
        const char *query = zw_arena_printf(run->arena, "\"%s\"", q->indicators[i]);
        if (!query)
            return zw_err_nomem(&run->err);
        s = zw_places_ask(run->session, t->study->places, query, run->arena, &counts, NULL, &plan,
                          &fault, &run->err);
        t->named[i] = counts;
        zw_plan_free(&plan);
    }
    return s;
}

zw_status zw_figures_places(zw_figure_study *study)
{
    static const zw_column columns[] = {
        { "place", ZW_COLUMN_TEXT }, { "path", ZW_COLUMN_TEXT },       { "asked", ZW_COLUMN_TEXT },
        { "state", ZW_COLUMN_TEXT }, { "documents", ZW_COLUMN_COUNT }, { "inside", ZW_COLUMN_COUNT }
    };
    place_table t = { .study = study };
    size_t n = study->question.n_indicators ? study->question.n_indicators : 1;
    zw_status s = find_named(&t);
    if (s == ZW_OK)
        s = zw_figure_study_columns(study, "places", columns, PLACE_COLUMNS);
    if (study->set.n > 1)
        qsort(study->set.at, study->set.n, sizeof *study->set.at, by_year);
    for (size_t i = 0; s == ZW_OK && i < study->places->rows.n; i++) {
        for (size_t k = 0; s == ZW_OK && k < n; k++)
            s = place_rows(&t, &study->places->rows.at[i], k);
    }
    return s;
}
