/* Tasks down and bodies across; or bodies down and what they are counted by across. */
#include <stdlib.h>

#include "base/map.h"
#include "query/command/agencies.h"
#include "query/command/say.h"

#define TOP 60     /* columns of bodies */
#define TOP_TEXT 6 /* in a terminal */
#define FRONT 2    /* of a task: its name, its place */
#define BACK 10    /* others, headings, title, number, level, date, task, document, start, end */
#define COUNTED 9  /* of a body */

static const char letters[ZW_ROLES] = { 'L', 'S', 'R', 'I' };

typedef struct {
    zw_run *run;
    const zw_duty_set *set;
    zw_column *columns;
    zw_sheet_form form;
    zw_sheet *sheet;
    zw_cell *cells;
    zw_arena *arena; /* of a row */
    size_t across;   /* columns of bodies, or of values */
} matrix;

static zw_status make_columns(matrix *m, const char *rows, const zw_column *front, size_t n_front,
                              const zw_column *back, size_t n_back)
{
    size_t n = n_front + m->across + n_back;
    m->columns = zw_arena_array(m->run->arena, n + 1, sizeof *m->columns);
    m->cells = zw_arena_array(m->run->arena, n + 1, sizeof *m->cells);
    if (!m->columns || !m->cells)
        return zw_err_nomem(&m->run->err);
    memcpy(m->columns, front, n_front * sizeof *front);
    if (n_back)
        memcpy(m->columns + n_front + m->across, back, n_back * sizeof *back);
    m->form = (zw_sheet_form){ rows, m->columns, n };
    return ZW_OK;
}

static bool on_page(const zw_run *run, size_t n)
{
    size_t first = (size_t)run->offset, max = (size_t)run->limit;
    return n >= first && (!max || n < first + max);
}

/* --- tasks down ------------------------------------------------------------------------------- */

static const zw_column task_front[FRONT] = { { "task", ZW_COLUMN_QUOTE },
                                             { "place", ZW_COLUMN_TEXT } };
static const zw_column task_back[BACK] = {
    { "other_bodies", ZW_COLUMN_LIST }, { "headings", ZW_COLUMN_TEXT },
    { "title", ZW_COLUMN_TEXT },        { "number", ZW_COLUMN_TEXT },
    { "level", ZW_COLUMN_CODE },        { "date", ZW_COLUMN_TEXT },
    { "task_id", ZW_COLUMN_ID },        { "document", ZW_COLUMN_ID },
    { "start", ZW_COLUMN_COUNT },       { "end", ZW_COLUMN_COUNT },
};

/* In a terminal, where a line is as long as it is wide. */
static const zw_column text_back[] = { { "other_bodies", ZW_COLUMN_LIST },
                                       { "number", ZW_COLUMN_TEXT },
                                       { "task_id", ZW_COLUMN_ID } };
#define TEXT_BACK (sizeof text_back / sizeof *text_back)

/* L, or L/S of a body that is named twice. */
static const char *letters_of(unsigned roles, zw_arena *arena)
{
    char text[2 * ZW_ROLES + 1];
    size_t n = 0;
    for (size_t r = 0; r < ZW_ROLES; r++) {
        if (!(roles >> r & 1))
            continue;
        if (n)
            text[n++] = '/';
        text[n++] = letters[r];
    }
    return zw_arena_copy(arena, text, n);
}

static zw_status put_task(matrix *m, const zw_duty_row *r)
{
    zw_cell *cell = m->cells;
    zw_str *others = zw_arena_array(m->arena, r->parts.n + 1, sizeof *others);
    size_t n = 0;
    if (!others)
        return zw_err_nomem(&m->run->err);
    memset(m->cells, 0, m->form.n * sizeof *m->cells);
    *cell++ = zw_cell_text(r->name);
    *cell++ = zw_cell_text(r->place);
    for (size_t i = 0; i < r->parts.n; i++) {
        const zw_duty_part *part = &r->parts.at[i];
        const char *text = letters_of(part->roles, m->arena);
        const char *name = m->set->bodies[part->body].name;
        if (part->body < m->across)
            cell[part->body] = zw_cell_text(text);
        else
            others[n++] = zw_str_of(zw_arena_printf(m->arena, "%s %s", text ? text : "", name));
    }
    const zw_cell back[BACK] = {
        zw_cell_list(others, n), zw_cell_text(r->headings), zw_cell_text(r->title),
        zw_cell_text(r->number), zw_cell_text(r->level),    zw_cell_text(r->date),
        zw_cell_text(r->id),     zw_cell_text(r->document), zw_cell_count(r->start),
        zw_cell_count(r->end),
    };
    const zw_cell few[TEXT_BACK] = { back[0], back[3], back[6] };
    bool text = m->run->format == ZW_AS_TEXT;
    memcpy(cell + m->across, text ? few : back, text ? sizeof few : sizeof back);
    return zw_sheet_row(m->sheet, m->cells, &m->run->err);
}

static zw_status by_task(matrix *m)
{
    zw_run *run = m->run;
    const zw_duty_set *set = m->set;
    long top = run->format == ZW_AS_TEXT ? TOP_TEXT : TOP;
    zw_status s = zw_cli_number(run->cli, "top", 0, 10000, &top, &run->err);
    m->across = top && (size_t)top < set->n_bodies ? (size_t)top : set->n_bodies;
    if (s == ZW_OK)
        s = run->format == ZW_AS_TEXT
                ? make_columns(m, "tasks", task_front, FRONT, text_back, TEXT_BACK)
                : make_columns(m, "tasks", task_front, FRONT, task_back, BACK);
    for (size_t i = 0; s == ZW_OK && i < m->across; i++)
        m->columns[FRONT + i] = (zw_column){ set->bodies[i].name, ZW_COLUMN_CODE };
    if (s == ZW_OK)
        s = zw_run_sheet(run, &m->form, &m->sheet);
    for (size_t i = 0; s == ZW_OK && i < set->rows.n; i++) {
        zw_arena_reset(m->arena);
        if (on_page(run, i))
            s = put_task(m, &set->rows.at[i]);
    }
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, m->sheet, set->rows.n);
    if (s == ZW_OK && zw_sheet_rows(m->sheet) && zw_sheet_rows(m->sheet) < set->rows.n)
        zw_say_page(run, (size_t)run->offset, zw_sheet_rows(m->sheet), set->rows.n, false, "tasks");
    if (s == ZW_OK && m->across < set->n_bodies)
        zw_say(run, "agencies top", zw_cell_count(m->across),
               zw_cell_count(set->n_bodies - m->across));
    return s;
}

/* --- bodies down ------------------------------------------------------------------------------ */

static const zw_column body_front[COUNTED] = {
    { "agency", ZW_COLUMN_TEXT },     { "collective", ZW_COLUMN_FLAG },
    { "tasks", ZW_COLUMN_COUNT },     { "lead", ZW_COLUMN_COUNT },
    { "support", ZW_COLUMN_COUNT },   { "responsible", ZW_COLUMN_COUNT },
    { "implement", ZW_COLUMN_COUNT }, { "documents", ZW_COLUMN_COUNT },
    { "places", ZW_COLUMN_COUNT },
};

/* The value of a task that is counted by, with the order in which values are put across. */
static const char *value_of(const zw_duty_row *r, const char *by, zw_arena *arena)
{
    if (strcmp(by, "document") == 0)
        return r->number ? r->number : r->title;
    if (strcmp(by, "place") == 0)
        return r->place;
    if (strcmp(by, "level") == 0)
        return r->level;
    return r->date ? zw_arena_copy(arena, r->date, strnlen(r->date, 4)) : NULL;
}

typedef struct {
    zw_map map;                /* a value to its column + 1 */
    ZW_ARRAY(const char *) at; /* values */
    size_t *counts;            /* bodies times values */
} values;

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Levels from the top, years in their order, else as documents come. */
static zw_status order_values(values *v, const char *by, zw_arena *arena, zw_err *err)
{
    static const char *const levels[] = { "nation", "province", "prefecture", "county",
                                          "township" };
    size_t n = 0;
    const char **now = zw_arena_array(arena, v->at.n + 1, sizeof *now);
    if (!now)
        return zw_err_nomem(err);
    if (strcmp(by, "year") == 0 && v->at.n)
        qsort(v->at.at, v->at.n, sizeof *v->at.at, by_text);
    for (size_t k = 0; strcmp(by, "level") == 0 && k < sizeof levels / sizeof *levels; k++) {
        for (size_t i = 0; i < v->at.n; i++) {
            if (strcmp(v->at.at[i], levels[k]) == 0)
                now[n++] = v->at.at[i];
        }
    }
    for (size_t i = 0; n && i < v->at.n; i++)
        v->at.at[i] = now[i < n ? i : n - 1];
    for (size_t i = 0; i < v->at.n; i++)
        *zw_map_get(&v->map, zw_str_of(v->at.at[i])) = i + 1;
    return ZW_OK;
}

static zw_status collect_values(const matrix *m, const char *by, values *v)
{
    zw_arena *arena = m->run->arena;
    v->map.arena = arena;
    for (size_t i = 0; i < m->set->rows.n; i++) {
        const char *value = value_of(&m->set->rows.at[i], by, arena);
        size_t *at = value ? zw_map_add(&v->map, zw_str_of(value)) : NULL;
        if (value && !at)
            return zw_err_nomem(&m->run->err);
        if (!at || *at)
            continue;
        const char **slot = zw_array_add(arena, &v->at);
        if (!slot)
            return zw_err_nomem(&m->run->err);
        *slot = value;
        *at = v->at.n;
    }
    return order_values(v, by, arena, &m->run->err);
}

static zw_status count_values(const matrix *m, const char *by, values *v)
{
    size_t n = v->at.n;
    v->counts = zw_arena_array(m->run->arena, m->set->n_bodies * n + 1, sizeof *v->counts);
    if (!v->counts)
        return zw_err_nomem(&m->run->err);
    for (size_t i = 0; i < m->set->rows.n; i++) {
        const zw_duty_row *r = &m->set->rows.at[i];
        const char *value = value_of(r, by, m->arena);
        const size_t *at = value ? zw_map_get(&v->map, zw_str_of(value)) : NULL;
        for (size_t k = 0; at && k < r->parts.n; k++)
            v->counts[r->parts.at[k].body * n + *at - 1]++;
    }
    return ZW_OK;
}

/* Who takes part in how many tasks that the row's body leads. */
static zw_status count_pairs(matrix *m, values *v)
{
    const zw_duty_set *set = m->set;
    long top = m->run->format == ZW_AS_TEXT ? TOP_TEXT : TOP;
    zw_status s = zw_cli_number(m->run->cli, "top", 0, 10000, &top, &m->run->err);
    size_t n = top && (size_t)top < set->n_bodies ? (size_t)top : set->n_bodies;
    v->counts = zw_arena_array(m->run->arena, set->n_bodies * n + 1, sizeof *v->counts);
    if (s != ZW_OK || !v->counts)
        return s == ZW_OK ? zw_err_nomem(&m->run->err) : s;
    for (size_t i = 0; i < n; i++) {
        const char **slot = zw_array_add(m->run->arena, &v->at);
        if (!slot)
            return zw_err_nomem(&m->run->err);
        *slot = set->bodies[i].name;
    }
    for (size_t i = 0; i < set->pairs.n; i++) {
        if (set->pairs.at[i].to < n)
            v->counts[set->pairs.at[i].from * n + set->pairs.at[i].to] = set->pairs.at[i].tasks;
    }
    return ZW_OK;
}

static zw_status put_body(matrix *m, size_t i, const values *v)
{
    const zw_duty_body *b = &m->set->bodies[i];
    const zw_cell front[COUNTED] = {
        zw_cell_text(b->name),
        zw_cell_flag(b->collective),
        zw_cell_count(b->tasks),
        zw_cell_count(b->roles[ZW_ROLE_LEAD]),
        zw_cell_count(b->roles[ZW_ROLE_SUPPORT]),
        zw_cell_count(b->roles[ZW_ROLE_RESPONSIBLE]),
        zw_cell_count(b->roles[ZW_ROLE_IMPLEMENT]),
        zw_cell_count(b->documents),
        zw_cell_count(b->places),
    };
    memcpy(m->cells, front, sizeof front);
    for (size_t k = 0; k < m->across; k++) {
        size_t count = v->counts[i * m->across + k];
        m->cells[COUNTED + k] = count ? zw_cell_count(count) : (zw_cell){ 0 };
    }
    return zw_sheet_row(m->sheet, m->cells, &m->run->err);
}

static zw_status by_value(matrix *m, const char *by)
{
    zw_run *run = m->run;
    values v = { .at = { 0 } };
    zw_status s = ZW_OK;
    if (strcmp(by, "agency") == 0)
        s = count_pairs(m, &v);
    else if (strcmp(by, "role") != 0) {
        s = collect_values(m, by, &v);
        if (s == ZW_OK)
            s = count_values(m, by, &v);
    }
    m->across = v.at.n;
    if (s == ZW_OK)
        s = make_columns(m, "agencies", body_front, COUNTED, NULL, 0);
    for (size_t i = 0; s == ZW_OK && i < m->across; i++)
        m->columns[COUNTED + i] = (zw_column){ v.at.at[i], ZW_COLUMN_COUNT };
    if (s == ZW_OK)
        s = zw_run_sheet(run, &m->form, &m->sheet);
    for (size_t i = 0; s == ZW_OK && i < m->set->n_bodies; i++) {
        if (on_page(run, i))
            s = put_body(m, i, &v);
    }
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, m->sheet, m->set->n_bodies);
    if (s == ZW_OK && zw_sheet_rows(m->sheet) && zw_sheet_rows(m->sheet) < m->set->n_bodies)
        zw_say_page(run, (size_t)run->offset, zw_sheet_rows(m->sheet), m->set->n_bodies, false,
                    "bodies");
    return s;
}

zw_status zw_duty_matrix(zw_run *run, const zw_duty_set *set)
{
    const char *by = zw_cli_value(run->cli, "by");
    matrix m = { .run = run, .set = set, .arena = zw_arena_new() };
    zw_status s = !m.arena ? zw_err_nomem(&run->err) : by ? by_value(&m, by) : by_task(&m);
    zw_sheet_free(m.sheet);
    zw_arena_free(m.arena);
    return s;
}
