#include "query/study/places/questions.h"

#include <errno.h>
#include <stdio.h>

#include "base/utf8.h"

#define LINE_MAX_BYTES 16384 /* a query has at most 4,000 characters */
#define FIELDS 4

typedef struct {
    zw_session *session;
    const char *path;
    zw_arena *arena;
    zw_questions *questions;
    zw_err *err;
} reader;

static bool is_head(zw_str cell)
{
    static const char *const heads[] = { "name", "column", "question", "列名", "问题", "名称" };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (zw_str_eq(cell, zw_str_of(heads[i])))
            return true;
    }
    return false;
}

/* The fields of a line, parted by tabs; those that are not there are empty. */
static size_t cut(zw_str line, zw_str fields[FIELDS])
{
    size_t n = 0;
    for (size_t at = 0; at <= line.n; n++) {
        size_t end = zw_str_find(line, ZW_STR("\t"), at);
        if (n < FIELDS)
            fields[n] = zw_str_trim(zw_str_slice(line, (zw_range){ at, end }));
        at = end + 1;
    }
    for (size_t i = n; i < FIELDS; i++)
        fields[i] = (zw_str){ "", 0 };
    return n;
}

/* figure, figure:年,个月 */
static zw_status read_wanted(const reader *r, zw_str wanted, zw_question_column *q)
{
    zw_str figure = ZW_STR("figure");
    if (wanted.n == 0 || zw_str_eq(wanted, ZW_STR("passage")))
        return ZW_OK;
    q->figure = zw_str_starts(wanted, figure) &&
                (wanted.n == figure.n || wanted.at[figure.n] == ':');
    if (!q->figure)
        return zw_err_set(r->err, ZW_E_USAGE,
                          "'%.*s': what is wanted is passage, figure or figure:UNIT,UNIT",
                          (int)wanted.n, wanted.at);
    for (size_t at = figure.n + 1; at < wanted.n;) {
        size_t end = zw_str_find(wanted, ZW_STR(","), at);
        zw_str unit = zw_str_trim(zw_str_slice(wanted, (zw_range){ at, end }));
        char *copy = zw_arena_str(r->arena, unit);
        zw_str *slot = copy && unit.n ? zw_array_add(r->arena, &q->units) : NULL;
        if (unit.n && !slot)
            return zw_err_nomem(r->err);
        if (slot)
            *slot = (zw_str){ copy, unit.n };
        at = end + 1;
    }
    return ZW_OK;
}

static zw_status check_name(const reader *r, const char *name)
{
    if (r->questions->n == ZW_QUESTIONS_MAX)
        return zw_err_set(r->err, ZW_E_LIMIT, "more than %d questions", ZW_QUESTIONS_MAX);
    for (size_t i = 0; i < r->questions->n; i++) {
        if (strcmp(r->questions->at[i].name, name) == 0)
            return zw_err_set(r->err, ZW_E_USAGE, "'%s' stands there already", name);
    }
    return ZW_OK;
}

static zw_status add(const reader *r, const zw_str fields[FIELDS], size_t line)
{
    zw_question_column q = { .name = zw_arena_str(r->arena, fields[0]),
                             .query = zw_arena_str(r->arena, fields[1]),
                             .line = line };
    zw_query_fault fault;
    if (!q.name || !q.query)
        return zw_err_nomem(r->err);
    if (fields[3].n && !(q.documents = zw_arena_str(r->arena, fields[3])))
        return zw_err_nomem(r->err);
    zw_status s = check_name(r, q.name);
    if (s == ZW_OK)
        s = read_wanted(r, fields[2], &q);
    if (s == ZW_OK)
        s = zw_asked_new(r->session, q.query, r->arena, &q.asked, &fault, r->err);
    zw_question_column *slot = s == ZW_OK ? zw_array_add(r->arena, r->questions) : NULL;
    if (slot)
        *slot = q;
    return s == ZW_OK && !slot ? zw_err_nomem(r->err) : s;
}

static zw_status read_line(const reader *r, zw_str line, size_t number)
{
    zw_str fields[FIELDS];
    if (number == 1 && zw_str_starts(line, ZW_STR("\xEF\xBB\xBF")))
        line = zw_str_slice(line, (zw_range){ 3, line.n });
    if (zw_str_trim(line).n == 0 || line.at[0] == '#')
        return ZW_OK;
    if (zw_utf8_bad(line) < line.n)
        return zw_err_set(r->err, ZW_E_ENCODING, "no UTF-8");
    size_t n = cut(line, fields);
    if (r->questions->n == 0 && is_head(fields[0]))
        return ZW_OK;
    if (n < 2 || n > FIELDS || fields[0].n == 0 || fields[1].n == 0)
        return zw_err_set(r->err, ZW_E_FORMAT,
                          "a name and a query are wanted, parted by a tab (and what is wanted, and "
                          "which documents)");
    return add(r, fields, number);
}

static zw_status read_lines(const reader *r, FILE *file)
{
    char line[LINE_MAX_BYTES];
    zw_status s = ZW_OK;
    for (size_t n = 1; s == ZW_OK && fgets(line, sizeof line, file); n++) {
        if (strlen(line) == sizeof line - 1 && line[sizeof line - 2] != '\n')
            s = zw_err_set(r->err, ZW_E_LIMIT, "more than %d bytes", LINE_MAX_BYTES - 2);
        else
            s = read_line(r, (zw_str){ line, strcspn(line, "\r\n") }, n);
        if (s != ZW_OK)
            return zw_err_at(r->err, "'%s': line %zu", r->path, n);
    }
    if (ferror(file))
        return zw_err_set(r->err, ZW_E_IO, "'%s': %s", r->path, strerror(errno));
    if (r->questions->n == 0)
        return zw_err_set(r->err, ZW_E_EMPTY, "'%s': no question stands in it", r->path);
    return ZW_OK;
}

zw_status zw_questions_read(zw_session *session, const char *path, zw_arena *arena,
                            zw_questions *questions, zw_err *err)
{
    reader r = { session, path, arena, questions, err };
    *questions = (zw_questions){ 0 };
    FILE *file = fopen(path, "re");
    if (!file)
        return zw_err_set(err, ZW_E_IO, "'%s': %s", path, strerror(errno));
    zw_status s = read_lines(&r, file);
    fclose(file);
    return s;
}
