/* Bodies as queries: under all their names, and across reforms when that is asked for. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "query/plan/planner.h"

#define SAID 8 /* names told in a note; the rest is counted */

/* A body that is looked for: itself under other names, or one it came from or became. */
typedef struct {
    const char *body; /* as zw_agency_body gives it */
    zw_agency_names names;
    const zw_relative *relative; /* NULL: the body itself */
} wanted;

typedef struct {
    zw_planner *p;
    const zw_field *field;
    const zw_agency_aliases *aliases;
    const zw_gazetteer *gazetteer;
    zw_str asked;  /* as written, without ~ */
    zw_str text;   /* normalised */
    zw_str prefix; /* of the text before the body: 自治区 in 自治区发改委 */
    ZW_ARRAY(wanted) bodies;
    zw_relatives relatives;
    zw_xqueries any;
    zw_buf said; /* names found that do not hold the text */
    size_t n_said;
} finder;

/* What stands before the longest name of the body that the text ends in. */
static zw_str prefix_of(zw_str text, const zw_agency_names *names)
{
    size_t longest = 0;
    for (size_t i = 0; i < names->n; i++) {
        zw_str name = names->at[i];
        if (name.n > longest && zw_str_ends(text, name))
            longest = name.n;
    }
    return (zw_str){ text.at, longest ? text.n - longest : 0 };
}

static bool ends_in_one(zw_str text, const zw_agency_names *names)
{
    for (size_t i = 0; i < names->n; i++) {
        if (zw_str_ends(text, names->at[i]))
            return true;
    }
    return false;
}

static zw_status want(finder *f, const char *body, const zw_relative *relative)
{
    zw_arena *arena = f->p->arena;
    wanted *w = zw_array_add(arena, &f->bodies);
    if (!w)
        return zw_err_nomem(f->p->err);
    *w = (wanted){ .body = body, .relative = relative };
    return zw_agency_names_of(f->aliases, body, arena, &w->names) ? ZW_OK : zw_err_nomem(f->p->err);
}

static zw_status want_relatives(finder *f, const char *body)
{
    const zw_reforms *reforms;
    zw_planner *p = f->p;
    zw_status s = zw_session_reforms(p->session, &reforms, p->err);
    if (s == ZW_OK)
        s = zw_reforms_relatives(reforms, zw_str_of(body), zw_reform_levels(f->prefix), p->arena,
                                 &f->relatives, p->err);
    if (s == ZW_OK && f->relatives.n == 0)
        s = zw_planner_note(p, "no reform of %.*s is known", (int)f->asked.n, f->asked.at);
    for (size_t i = 0; s == ZW_OK && i < f->relatives.n; i++)
        s = want(f, f->relatives.at[i].body, &f->relatives.at[i]);
    return s;
}

/* A body asked for with its place or level is wanted with those: 自治区发改委 is not 市发改委. */
static bool same_prefix(const finder *f, zw_str prefix)
{
    return f->prefix.n == 0 || zw_str_ends(prefix, f->prefix) ||
           (prefix.n && zw_str_ends(f->prefix, prefix));
}

/* The body that a value of the index stands for, when it is one of those wanted. */
static zw_status wanted_of(finder *f, zw_str value, const wanted **found)
{
    const char *body = NULL;
    *found = NULL;
    for (size_t i = 0; i < f->bodies.n && !*found; i++) {
        const wanted *w = &f->bodies.at[i];
        if (!ends_in_one(value, &w->names))
            continue;
        if (!body && !(body = zw_agency_body(f->aliases, f->gazetteer, value, f->p->arena)))
            return zw_err_nomem(f->p->err);
        zw_str prefix = prefix_of(value, &w->names);
        bool level = !w->relative || (w->relative->levels & zw_reform_levels(prefix)) != 0;
        if (strcmp(body, w->body) == 0 && same_prefix(f, prefix) && level)
            *found = w;
    }
    return ZW_OK;
}

static void say(finder *f, zw_str value, const zw_relative *relative)
{
    if (f->n_said++ >= SAID)
        return;
    zw_buf_text(&f->said, f->said.n ? ", " : "");
    zw_buf_str(&f->said, value);
    if (relative)
        zw_buf_printf(&f->said, " (%s %d)", relative->ended ? "until" : "since", relative->year);
}

static zw_status take(finder *f, zw_str value)
{
    const wanted *w = NULL;
    bool holds = zw_str_find(value, f->text, 0) < value.n;
    zw_status s = holds ? ZW_OK : wanted_of(f, value, &w);
    if (s != ZW_OK || (!holds && !w))
        return s;
    if (!holds)
        say(f, value, w->relative);
    if (f->field->id != ZW_F_ISSUER && !f->p->negative) {
        zw_str *body = zw_array_add(f->p->arena, &f->p->plan->bodies);
        if (!body)
            return zw_err_nomem(f->p->err);
        *body = value;
    }
    zw_xquery one = zw_xquery_term(f->p->plan->tree, f->field->prefix, value, 1);
    return zw_planner_push(f->p, &f->any, one) ? ZW_OK : zw_err_nomem(f->p->err);
}

static zw_status tell(finder *f, bool spans)
{
    zw_planner *p = f->p;
    int n = (int)f->asked.n;
    zw_status s = ZW_OK;
    if (f->n_said > SAID)
        zw_buf_printf(&f->said, " and %zu more", f->n_said - SAID);
    if (zw_buf_failed(&f->said))
        s = zw_err_nomem(p->err);
    else if (f->n_said)
        s = zw_planner_note(p, "%s:%s%.*s also finds %.*s", f->field->name, spans ? "~" : "", n,
                            f->asked.at, (int)f->said.n, f->said.at);
    else if (spans && f->relatives.n)
        s = zw_planner_note(p, "no forerunner or successor of %.*s stands in the index", n,
                            f->asked.at);
    zw_buf_free(&f->said);
    return s;
}

static zw_status open_finder(finder *f, bool spans)
{
    zw_planner *p = f->p;
    zw_terms terms = { 0 };
    zw_status s = zw_session_gazetteer(p->session, &f->gazetteer, p->err);
    if (s == ZW_OK)
        s = zw_session_aliases(p->session, &f->aliases, p->err);
    if (s == ZW_OK)
        s = zw_field_terms(f->field, p->session->segmenter, ZW_SEG_QUERY, f->asked, p->arena,
                           &terms, p->err);
    if (s != ZW_OK || terms.n == 0)
        return s;
    f->text = terms.at[0].text;
    const char *body = zw_agency_body(f->aliases, f->gazetteer, f->text, p->arena);
    s = body ? want(f, body, NULL) : zw_err_nomem(p->err);
    if (s != ZW_OK)
        return s;
    f->prefix = prefix_of(f->text, &f->bodies.at[0].names);
    return spans ? want_relatives(f, body) : ZW_OK;
}

zw_status zw_plan_body(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query)
{
    size_t len = 0;
    bool spans = text.n && zw_narrow(zw_utf8_at(text, 0, &len)) == '~';
    finder f = { .p = p, .field = field, .asked = text, .said = ZW_BUF_INIT };
    zw_strs values = { 0 };
    if (spans)
        f.asked = zw_str_trim((zw_str){ text.at + len, text.n - len });
    zw_status s = open_finder(&f, spans);
    if (s == ZW_OK && f.text.n)
        s = zw_plan_values(p, field, &values);
    for (size_t i = 0; s == ZW_OK && i < values.n; i++)
        s = take(&f, values.at[i]);
    *query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_OR, &f.any));
    if (s == ZW_OK)
        return tell(&f, spans);
    zw_buf_free(&f.said);
    return s;
}
