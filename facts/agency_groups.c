/* Groups set apart for who is responsible: brackets and labelled lines. */
#include "base/utf8.h"
#include "facts/agency_find.h"

#define MAX_GROUP 2400 /* bytes of a bracket or a line of responsibility */
#define MAX_DEPTH 4    /* brackets in brackets; deeper is no group, and must not cost a scan each */

/* Where the bracket that opens at `at` closes, or SIZE_MAX when not within a group's length. */
static size_t bracket_end(zw_str text, size_t at)
{
    size_t stop = at + MAX_GROUP < text.n ? at + MAX_GROUP : text.n, len;
    for (int depth = 0; at < stop && depth <= MAX_DEPTH; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += zw_is_bracket_open(c) - zw_is_bracket_close(c);
        if (depth == 0)
            return at;
    }
    return SIZE_MAX;
}

/* Whether a bracket closes a sentence or stands behind one: there a bare list of bodies says who is
 * responsible. */
static bool at_sentence_end(zw_str text, size_t open, size_t close)
{
    size_t len;
    uint32_t before = open ? zw_utf8_before(text, open, &len) : '\n';
    zw_utf8_at(text, close, &len);
    uint32_t after = close + len < text.n ? zw_utf8_at(text, close + len, &len) : '\n';
    return before == 0x3002 || after == 0x3002 || after == '\n' || before == 0xFF1B ||
           after == 0xFF1B;
}

/* 推荐单位（地方主管部门）: the bracket only says who that is. */
static bool explains_name(const zw_agency_finder *f, size_t open)
{
    size_t from = open > 30 ? open - 30 : 0;
    zw_str head = { f->text.at + from, open - from };
    return zw_agency_word_ends(f->words, ZW_WORD_TAIL, head) > 0 || zw_str_ends(head, ZW_STR("司"));
}

/* Named bodies and nothing else; not what a rule calls its article: （受理机构）. */
static bool all_bodies(zw_agency_list *list)
{
    zw_str firm = ZW_STR("公司"); /* 某应用（某公司）: who makes it */
    list->strict = true;
    for (size_t i = 0; i < list->members.n; i++) {
        const zw_member *m = &list->members.at[i];
        if (m->role != ZW_NO_ROLE || m->kind == ZW_MEMBER_NONE || m->kind == ZW_MEMBER_UNITS ||
            m->kind == ZW_MEMBER_PLACE || zw_str_ends(zw_str_slice(list->text, m->at), firm) ||
            (i == 0 && zw_member_kind_of(list, m->at) != m->kind))
            return false;
    }
    return list->members.n > 0;
}

static size_t line_end(zw_str text, size_t at)
{
    size_t stop = at + MAX_GROUP < text.n ? at + MAX_GROUP : text.n, len;
    for (int depth = 0; at < stop; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += zw_is_bracket_open(c) - zw_is_bracket_close(c);
        if (c == '\n' || c == 0x3002 || depth < 0)
            break;
    }
    return at;
}

/* 责任单位：省财政厅、…: from behind the colon to the end of the sentence. */
static size_t label_group(zw_agency_finder *f, size_t at, uint32_t role)
{
    zw_agency_list list = zw_agency_finder_list(f, false);
    size_t end = line_end(f->text, at);
    if (!zw_agency_list_group(&list, (zw_range){ at, end }, role))
        f->failed = true;
    zw_agency_finder_add_group(f, &list, ZW_NO_ROLE, "label");
    return end;
}

/* Returns where reading goes on: behind the bracket when it was a group, else behind its opening.
 */
static size_t bracket_group(zw_agency_finder *f, size_t open)
{
    size_t len, close = bracket_end(f->text, open);
    zw_utf8_at(f->text, open, &len);
    if (close == SIZE_MAX)
        return open + len;
    zw_range inside = { open + len, close };
    uint32_t role;
    zw_str content = zw_str_trim(zw_str_slice(f->text, inside));
    size_t label = zw_agency_word_at(f->words, ZW_WORD_LABEL, content, 0, &role);
    if (label && label == content.n) {
        zw_utf8_at(f->text, close, &len);
        return label_group(f, close + len, role);
    }
    zw_agency_list list = zw_agency_finder_list(f, false);
    size_t first = (size_t)(content.at - f->text.at);
    if (zw_str_starts(content, ZW_STR("由")))
        first += strlen("由");
    if (!label &&
        zw_member_kind_of(&list, (zw_range){ first, zw_member_end(&list, first, close) }) ==
            ZW_MEMBER_NONE)
        return open + len;
    if (!zw_agency_list_group(&list, inside, ZW_NO_ROLE))
        f->failed = true;
    bool bare = all_bodies(&list) && at_sentence_end(f->text, open, close) &&
                !explains_name(f, open);
    uint32_t otherwise = bare ? (uint32_t)ZW_ROLE_RESPONSIBLE : ZW_NO_ROLE;
    return zw_agency_finder_add_group(f, &list, otherwise, bare ? "list" : "parenthesis")
               ? close
               : open + len;
}

/* The role of the label that ends before a colon at `at`; false when there is none. */
static bool label_before(const zw_agency_finder *f, size_t at, uint32_t *role)
{
    zw_str head = { f->text.at + (at > 30 ? at - 30 : 0), at > 30 ? 30 : at };
    size_t n = zw_agency_word_ends(f->words, ZW_WORD_LABEL, zw_str_trim(head));
    head = zw_str_trim(head);
    return n > 6 && zw_agency_word_at(f->words, ZW_WORD_LABEL, head, head.n - n, role);
}

void zw_agency_find_groups(zw_agency_finder *f, zw_range r)
{
    for (size_t at = r.start, len; !f->failed && at < r.end;) {
        uint32_t c = zw_utf8_at(f->text, at, &len), role;
        if (zw_is_bracket_open(c))
            at = bracket_group(f, at);
        else if ((c == ':' || c == 0xFF1A) && label_before(f, at, &role))
            at = label_group(f, at + len, role);
        else
            at += len;
    }
}
