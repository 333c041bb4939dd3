/* Agencies with a task: in groups set apart for them, and as the subjects of running text. */
#include "facts/agency.h"

#include <stdlib.h>

#include "facts/agency_find.h"

struct zw_agency_rules {
    zw_agency_words words;
    zw_agency_aliases *aliases;
};

zw_status zw_agency_rules_open(zw_agency_rules **rules, zw_err *err)
{
    zw_agency_rules *r = calloc(1, sizeof *r);
    if (!r)
        return zw_err_nomem(err);
    zw_status s = zw_agency_words_load(&r->words, err);
    if (s == ZW_OK)
        s = zw_agency_aliases_open(&r->aliases, err);
    if (s != ZW_OK) {
        zw_agency_rules_free(r);
        return s;
    }
    *rules = r;
    return ZW_OK;
}

void zw_agency_rules_free(zw_agency_rules *rules)
{
    if (!rules)
        return;
    zw_agency_aliases_free(rules->aliases);
    zw_agency_words_free(&rules->words);
    free(rules);
}

zw_agency_list zw_agency_finder_list(const zw_agency_finder *f, bool strict)
{
    return (zw_agency_list){ .words = f->words,
                             .gazetteer = f->context->gazetteer,
                             .arena = f->context->arena,
                             .text = f->text,
                             .strict = strict,
                             .tasks = strict };
}

void zw_agency_finder_add(zw_agency_finder *f, const zw_member *m, zw_role role, const char *rule)
{
    zw_agency *a = zw_array_add(f->context->arena, &f->facts->agencies);
    if (!a) {
        f->failed = true;
        return;
    }
    a->place = zw_fact_place_of(f->context, m->at, rule);
    a->canonical = m->canonical;
    a->body = zw_agency_body(f->aliases, f->context->gazetteer, zw_str_of(m->canonical),
                             f->context->arena);
    f->failed |= !a->body;
    a->role = role;
    a->deadline = m->deadline;
}

bool zw_agency_finder_add_group(zw_agency_finder *f, zw_agency_list *list, uint32_t otherwise,
                                const char *rule)
{
    bool any = false;
    if (!zw_agency_list_name(list))
        f->failed = true;
    for (size_t i = 0; !f->failed && i < list->members.n; i++) {
        zw_member *m = &list->members.at[i];
        uint32_t role = m->role == ZW_NO_ROLE ? otherwise : m->role;
        if (m->kind == ZW_MEMBER_NONE || role == ZW_NO_ROLE)
            continue;
        zw_agency_finder_add(f, m, (zw_role)role, rule);
        any = true;
    }
    return any;
}

static int by_place(const void *a, const void *b)
{
    const zw_agency *x = a, *y = b;
    if (x->place.at.start != y->place.at.start)
        return x->place.at.start < y->place.at.start ? -1 : 1;
    return strcmp(x->place.rule, y->place.rule);
}

/* In order, and each place once: what stands in a group is not a subject too. */
static void sort_facts(zw_facts *facts)
{
    if (!facts->agencies.n)
        return;
    qsort(facts->agencies.at, facts->agencies.n, sizeof *facts->agencies.at, by_place);
    size_t n = 0;
    for (size_t i = 0; i < facts->agencies.n; i++) {
        const zw_agency *a = &facts->agencies.at[i];
        if (n && a->place.at.start < facts->agencies.at[n - 1].place.at.end)
            continue;
        facts->agencies.at[n++] = *a;
    }
    facts->agencies.n = n;
}

zw_status zw_agencies_find(const zw_agency_rules *rules, const zw_fact_context *context,
                           zw_facts *facts, zw_err *err)
{
    zw_agency_finder f = {
        .words = &rules->words, .aliases = rules->aliases, .context = context, .facts = facts
    };
    f.text = context->doc->text;
    f.report = zw_agency_in_report(f.words, context->doc);
    const bool *past = zw_agency_past_sections(f.words, context->doc, context->arena);
    f.failed = !past;
    for (size_t i = 0; !f.failed && i < context->doc->passages.n; i++) {
        const zw_passage *p = &context->doc->passages.at[i];
        if (p->table_row) {
            zw_agency_find_rows(&f, p->text);
            continue;
        }
        f.columns.n = 0;
        f.past = past[p->section];
        zw_agency_find_groups(&f, p->text);
        zw_agency_find_subjects(&f, (zw_range){ p->body, p->text.end });
    }
    if (f.failed)
        return zw_err_nomem(err);
    sort_facts(facts);
    return ZW_OK;
}
