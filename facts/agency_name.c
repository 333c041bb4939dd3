/* The full names of a list's members: joined pieces, carried prefixes, shared endings. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "facts/agency_list.h"

static zw_str text_of(const zw_agency_list *list, const zw_member *m)
{
    return zw_str_slice(list->text, m->at);
}

static bool is_government(zw_str name)
{
    return zw_str_eq(name, ZW_STR("政府"));
}

static bool is_governing(zw_str name)
{
    static const char *const ends[] = { "政府", "管委", "管委会", "办事处", "管理委员会" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(name, zw_str_of(ends[i])))
            return true;
    }
    return false;
}

/* 省发展改革委 behind 各设区市人民政府 or 各市 is a member of its own: 省 is not below them, and
 * whole governments share nothing with a department. */
static bool names_own_level(const zw_agency_list *list, zw_str before, zw_str name)
{
    if (zw_str_starts(name, ZW_STR("省")) || zw_str_starts(name, ZW_STR("自治区")))
        return zw_agency_word_at(list->words, ZW_WORD_LEVEL, name, 0, NULL) > 0;
    return is_governing(before) && !is_governing(name);
}

/* Whether b is the rest of a: 各市|、县（区）, 市|、县区住建部门, 各县区政府|、管委. */
static bool one_body(const zw_agency_list *list, const zw_member *a, const zw_member *b)
{
    if (!b->enumerated)
        return false;
    zw_str rest = text_of(list, b);
    bool lower = zw_agency_word_at(list->words, ZW_WORD_UNIT, rest, 0, NULL) > 0 &&
                 !names_own_level(list, text_of(list, a), rest);
    if (a->kind == ZW_MEMBER_ALL)
        return b->kind == ZW_MEMBER_UNITS || (b->kind == ZW_MEMBER_BODY && lower &&
                                              !zw_str_ends(text_of(list, a), ZW_STR("部门")));
    return a->kind == ZW_MEMBER_UNITS && !is_government(text_of(list, a)) &&
           (b->kind == ZW_MEMBER_UNITS || (b->kind == ZW_MEMBER_BODY && lower));
}

static void join_pieces(zw_agency_list *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->members.n; i++) {
        zw_member *m = &list->members.at[i];
        zw_member *last = n ? &list->members.at[n - 1] : NULL;
        if (last && one_body(list, last, m)) {
            last->at.end = m->at.end;
            last->kind = last->kind == ZW_MEMBER_ALL ? ZW_MEMBER_ALL : m->kind;
            last->role = m->role;
            last->deadline = m->deadline;
            if (last->kind == ZW_MEMBER_BODY)
                last->kind = ZW_MEMBER_ALL;
        } else {
            list->members.at[n++] = *m;
        }
    }
    list->members.n = n;
}

/* As written, without the blanks and line ends a page may have put in. */
static const char *as_written(const zw_agency_list *list, zw_str prefix, zw_str infix, zw_str name,
                              zw_str tail)
{
    zw_buf buf = ZW_BUF_INIT;
    zw_buf_str(&buf, prefix);
    zw_buf_str(&buf, infix);
    for (size_t at = 0, len; at < name.n; at += len) {
        uint32_t c = zw_utf8_at(name, at, &len);
        if (!zw_is_blank(c) && c != '\n')
            zw_buf_add(&buf, name.at + at, len);
    }
    zw_buf_str(&buf, tail);
    const char *copy = zw_buf_failed(&buf) ? NULL : zw_arena_str(list->arena, zw_buf_view(&buf));
    zw_buf_free(&buf);
    return copy;
}

static const zw_str nothing = { "", 0 };

/* The level a prefix stands for: 市 for 市委, 自治区 for 自治区党委. */
static zw_str base_of(zw_str level)
{
    static const char *const tails[] = { "党委", "委" };
    for (size_t i = 0; i < 2; i++) {
        if (zw_str_ends(level, zw_str_of(tails[i])))
            return (zw_str){ level.at, level.n - strlen(tails[i]) };
    }
    return level;
}

/* What a name without prefix gets between the carried one and itself: 省 and 宣传部 make
 * 省委宣传部. */
static zw_str party_of(const zw_agency_list *list, zw_str carried, zw_str name)
{
    if (zw_agency_word_at(list->words, ZW_WORD_PARTY, name, 0, NULL) != name.n ||
        zw_str_eq(name, ZW_STR("编办")) || zw_str_eq(name, ZW_STR("农办")))
        return nothing;
    return zw_str_eq(carried, ZW_STR("自治区")) ? ZW_STR("党委") : ZW_STR("委");
}

/* 银川市 in 银川市住建局: a place's full name is carried on as a level is; 钦州 in 钦州供电局 only
 * names the body. */
static zw_str full_place(const zw_agency_list *list, zw_str name)
{
    static const char *const ends[] = { "省", "市", "区", "县", "州", "旗", "盟" };
    zw_str place = { name.at, zw_gazetteer_match(list->gazetteer, name, 0) };
    for (size_t i = 0; place.n < name.n && i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(place, zw_str_of(ends[i])))
            return place;
    }
    return nothing;
}

static size_t level_of(const zw_agency_list *list, zw_str name)
{
    size_t level = zw_agency_word_at(list->words, ZW_WORD_LEVEL, name, 0, NULL);
    if (!level || zw_agency_word_at(list->words, ZW_WORD_PLAIN, name, 0, NULL) > level)
        return 0;
    return level;
}

/* 各地方 is carried to 财政部门 behind it, not to 标准化机构: only to what departments see to. */
static bool may_carry(const zw_agency_list *list, zw_str carried, zw_str name)
{
    return !zw_agency_word_at(list->words, ZW_WORD_ALL, carried, 0, NULL) ||
           zw_agency_word_at(list->words, ZW_WORD_STEM, name, 0, NULL);
}

static const char *name_body(const zw_agency_list *list, zw_str name, zw_str *carried)
{
    size_t level = level_of(list, name);
    zw_str place = level ? nothing : full_place(list, name);
    if (level)
        *carried = base_of((zw_str){ name.at, level });
    else if (place.n)
        *carried = place;
    else if (carried->n && may_carry(list, *carried, name) &&
             !zw_gazetteer_match(list->gazetteer, name, 0) &&
             !zw_agency_word_at(list->words, ZW_WORD_OWN, name, 0, NULL) &&
             !zw_agency_word_ends(list->words, ZW_WORD_OWNEND, name))
        return as_written(list, *carried, party_of(list, *carried, name), name, nothing);
    return as_written(list, nothing, nothing, name, nothing);
}

/* The length of the word that tells the kind of a place: 市 in 烟台市; 0 for 烟台. */
static size_t ends_in_kind(zw_str place)
{
    static const char *const kinds[] = { "省", "市", "区", "县", "州", "旗", "盟" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (zw_str_ends(place, zw_str_of(kinds[i])))
            return strlen(kinds[i]);
    }
    return 0;
}

/* The ending that a place shares with the last of its run: 灵山县、浦北县、钦北区政府;
 * 济南、烟台市政府. */
static zw_str shared_tail(const zw_agency_list *list, size_t i)
{
    static const char *const tails[] = { "管理委员会", "人民政府", "管委会", "政府", "管委" };
    size_t last = i;
    while (last + 1 < list->members.n && list->members.at[last + 1].enumerated &&
           list->members.at[last].kind == ZW_MEMBER_PLACE)
        last++;
    zw_str name = text_of(list, &list->members.at[last]);
    if (last == i || list->members.at[last].kind != ZW_MEMBER_BODY || level_of(list, name))
        return nothing;
    for (size_t t = 0; t < sizeof tails / sizeof *tails; t++) {
        zw_str tail = zw_str_of(tails[t]);
        if (!zw_str_ends(name, tail))
            continue;
        zw_str place = { name.at, name.n - tail.n };
        size_t kind = ends_in_kind(text_of(list, &list->members.at[i])) ? 0 : ends_in_kind(place);
        return (zw_str){ place.at + place.n - kind, tail.n + kind };
    }
    return nothing;
}

/* 政府、法制办 between departments is one body with a stray mark in it: a government does not
 * stand among its own departments. */
static void join_government(zw_agency_list *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->members.n; i++) {
        zw_member *m = &list->members.at[i];
        zw_member *last = n ? &list->members.at[n - 1] : NULL;
        if (n > 1 && m->enumerated && m->kind == ZW_MEMBER_BODY && last->enumerated &&
            is_government(text_of(list, last)) && last[-1].kind == ZW_MEMBER_BODY) {
            m->at.start = last->at.start;
            m->enumerated = true;
            n--;
        }
        list->members.at[n++] = *m;
    }
    list->members.n = n;
}

static zw_str without_mark(const zw_agency_list *list, zw_str name)
{
    zw_str mark = ZW_STR("政府、");
    if (!zw_str_starts(name, mark))
        return name;
    char *joined = zw_arena_printf(list->arena, "政府%.*s", (int)(name.n - mark.n),
                                   name.at + mark.n);
    return joined ? zw_str_of(joined) : name;
}

/* 市、县区 in 市、县区住建部门, which a 财政部门 behind it shares; all of it when nothing follows.
 */
static size_t units_before(const zw_agency_list *list, zw_str name)
{
    size_t at = zw_agency_word_at(list->words, ZW_WORD_ALL, name, 0, NULL), len;
    for (; at < name.n; at += len) {
        if (zw_agency_word_at(list->words, ZW_WORD_STEM, name, at, NULL))
            break;
        len = zw_agency_word_at(list->words, ZW_WORD_UNIT, name, at, NULL);
        if (!len && zw_is_han(zw_utf8_at(name, at, &len)))
            break;
    }
    return at;
}

bool zw_agency_list_name(zw_agency_list *list)
{
    zw_str carried = nothing;
    join_pieces(list);
    join_government(list);
    for (size_t i = 0; i < list->members.n; i++) {
        zw_member *m = &list->members.at[i];
        zw_str name = text_of(list, m);
        if (m->canonical)
            continue;
        size_t units = m->kind == ZW_MEMBER_ALL ? units_before(list, name) : name.n;
        if (units < name.n)
            carried = (zw_str){ name.at, units };
        if (m->kind == ZW_MEMBER_BODY)
            m->canonical = name_body(list, without_mark(list, name), &carried);
        else
            m->canonical = as_written(list, nothing, nothing, name,
                                      m->kind == ZW_MEMBER_PLACE ? shared_tail(list, i) : nothing);
        if (!m->canonical)
            return false;
    }
    return true;
}
