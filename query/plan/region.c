/* Places as queries: by all their names, by a path, and told from their namesakes. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "query/plan/planner.h"

static zw_xquery place_term(zw_planner *p, const zw_field *field, zw_str term)
{
    return zw_xquery_term(p->plan->tree, field->prefix, term, 1);
}

/* No place of the gazetteer; yet a document may name a new district or zone as its region. */
static zw_status plan_unknown_place(zw_planner *p, const zw_field *field, zw_str text,
                                    zw_xquery *query)
{
    zw_xqueries any = { 0 };
    zw_str folded;
    zw_status s = zw_planner_fold(p, text, &folded);
    if (s == ZW_OK)
        s = zw_plan_values_with(p, field, folded, &any);
    if (s == ZW_OK && any.n == 0)
        s = zw_planner_note(p, "'%.*s' is no place that is known, and no document's region",
                            (int)text.n, text.at);
    *query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    return s;
}

/* One name on a path, with whatever else that place was or is called. */
static zw_status plan_place(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query)
{
    const zw_gazetteer *gazetteer;
    zw_names names = { 0 };
    zw_xqueries any = { 0 };
    zw_status s = zw_session_gazetteer(p->session, &gazetteer, p->err);
    if (s == ZW_OK)
        s = zw_gazetteer_names(gazetteer, text, p->arena, &names, p->err);
    if (s == ZW_OK && names.n == 0)
        return plan_unknown_place(p, field, text, query);
    zw_buf note = ZW_BUF_INIT;
    for (size_t i = 0; s == ZW_OK && i < names.n; i++) {
        zw_terms terms = { 0 };
        s = zw_field_terms(field, p->session->segmenter, ZW_SEG_QUERY, zw_str_of(names.at[i]),
                           p->arena, &terms, p->err);
        for (size_t k = 0; s == ZW_OK && k < terms.n; k++) {
            if (!zw_plan_is_value(p, field, terms.at[k].text))
                continue;
            zw_buf_printf(&note, "%s%s", note.n ? ", " : "", names.at[i]);
            if (!zw_planner_push(p, &any, place_term(p, field, terms.at[k].text)))
                s = zw_err_nomem(p->err);
        }
    }
    *query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    if (s == ZW_OK && note.n == 0)
        s = zw_planner_note(p, "no document of the index is for %.*s", (int)text.n, text.at);
    else if (s == ZW_OK && !zw_str_eq(zw_buf_view(&note), text))
        s = zw_planner_note(p, "region:%.*s is %s", (int)text.n, text.at, note.at);
    zw_buf_free(&note);
    return s;
}

/* 鼓楼区 lies in 南京, 福州, 徐州 and 开封. */
static zw_status note_namesakes(zw_planner *p, zw_str text)
{
    const zw_gazetteer *gazetteer;
    zw_region_path path;
    zw_names names = { 0 };
    zw_status s = zw_session_gazetteer(p->session, &gazetteer, p->err);
    if (s != ZW_OK || zw_str_find(text, ZW_STR("/"), 0) < text.n ||
        zw_gazetteer_path(gazetteer, text, 0, p->arena, &path))
        return s;
    s = zw_gazetteer_names(gazetteer, text, p->arena, &names, p->err);
    return s == ZW_OK && names.n
               ? zw_planner_note(p,
                                 "several places are called %.*s: the name above it tells them "
                                 "apart (region:吉林省/长春市/朝阳区)",
                                 (int)text.n, text.at)
               : s;
}

static zw_str first_two(zw_str text)
{
    size_t len, n = 0;
    for (int i = 0; i < 2 && n < text.n; i++, n += len)
        zw_utf8_at(text, n, &len);
    return zw_str_slice(text, (zw_range){ 0, n });
}

/* 北京朝阳区 and 吉林长春市 begin with what lies above: short forms keep the first two characters.
 * 吉林市 begins with its own name. */
static bool says_path(const zw_region_path *path, zw_str text)
{
    zw_str begin = first_two(text);
    if (path->n < 2 || zw_str_starts(zw_str_of(path->names[path->n - 1]), begin))
        return false;
    for (size_t i = 0; i + 1 < path->n; i++) {
        if (zw_str_starts(zw_str_of(path->names[i]), begin))
            return true;
    }
    return false;
}

/* 北京朝阳区 is asked as 北京市/朝阳区; a name alone stays as it is. */
static zw_status spell_path(zw_planner *p, zw_str text, zw_str *spelled)
{
    const zw_gazetteer *gazetteer;
    zw_region_path path;
    *spelled = text;
    if (zw_str_find(text, ZW_STR("/"), 0) < text.n)
        return ZW_OK;
    zw_status s = zw_session_gazetteer(p->session, &gazetteer, p->err);
    if (s != ZW_OK || !zw_gazetteer_path(gazetteer, text, 0, p->arena, &path) ||
        !says_path(&path, text))
        return s;
    const char *names = path.names[0];
    for (size_t i = 1; names && i < path.n; i++)
        names = zw_arena_printf(p->arena, "%s/%s", names, path.names[i]);
    if (!names)
        return zw_err_nomem(p->err);
    *spelled = zw_str_of(names);
    return ZW_OK;
}

/* 吉林省/长春市/朝阳区 tells one 朝阳 from the others: all names of the path must hold. */
zw_status zw_plan_region(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query)
{
    zw_xqueries all = { 0 };
    zw_status s = spell_path(p, text, &text);
    for (size_t at = 0; s == ZW_OK && at <= text.n;) {
        size_t end = zw_str_find(text, ZW_STR("/"), at);
        zw_str name = zw_str_trim(zw_str_slice(text, (zw_range){ at, end }));
        zw_xquery one;
        at = end + 1;
        if (name.n == 0)
            continue;
        s = plan_place(p, field, name, &one);
        if (s == ZW_OK && !zw_planner_push(p, &all, one))
            s = zw_err_nomem(p->err);
    }
    *query = zw_planner_join(p, ZW_XOP_AND, &all);
    return s == ZW_OK && !zw_xquery_is_nothing(*query) ? note_namesakes(p, text) : s;
}
