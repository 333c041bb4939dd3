/* Names of bodies without prefix and abbreviation. */
#include "facts/agency_alias.h"

#include <stdlib.h>

#include "base/trie.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "facts/agency_list.h"

extern const char agency_aliases_tsv[], agency_aliases_tsv_end[];

enum { WHOLE, STEM, TAIL, PREFIX, KINDS };
static const char *const kind_names[KINDS] = { "whole", "stem", "tail", "prefix" };

struct zw_agency_aliases {
    zw_agency_words words;
    zw_tsv table;           /* lives in the words' arena */
    zw_trie *shorts[KINDS]; /* the row of a short form */
    zw_str tails[16];       /* of the kind TAIL, longest first */
    size_t n_tails;
};

static zw_str short_of(const zw_agency_aliases *a, size_t row)
{
    return zw_tsv_cell(&a->table, row, 0);
}

static zw_str full_of(const zw_agency_aliases *a, size_t row)
{
    return zw_tsv_cell(&a->table, row, 2);
}

static int kind_of(const zw_agency_aliases *a, size_t row)
{
    for (int i = 0; i < KINDS; i++) {
        if (zw_str_eq(zw_tsv_cell(&a->table, row, 1), zw_str_of(kind_names[i])))
            return i;
    }
    return -1;
}

static zw_status load_row(zw_agency_aliases *a, size_t row, zw_err *err)
{
    int kind = kind_of(a, row);
    zw_str word = short_of(a, row);
    if (kind < 0)
        return zw_tsv_fail(&a->table, row, err, "no such kind");
    if (kind == TAIL) {
        if (a->n_tails == sizeof a->tails / sizeof *a->tails)
            return zw_tsv_fail(&a->table, row, err, "too many tails");
        size_t i = a->n_tails++;
        for (; i > 0 && a->tails[i - 1].n < word.n; i--)
            a->tails[i] = a->tails[i - 1];
        a->tails[i] = word;
    }
    return zw_trie_add(a->shorts[kind], word, (uint32_t)row, err);
}

static zw_status load(zw_agency_aliases *a, zw_err *err)
{
    zw_status s = zw_agency_words_load(&a->words, err);
    if (s == ZW_OK)
        s = zw_tsv_parse("agency_aliases.tsv", ZW_EMBEDDED(agency_aliases_tsv), "short kind full",
                         a->words.arena, &a->table, err);
    for (int i = 0; s == ZW_OK && i < KINDS; i++)
        s = zw_trie_new(a->table.rows, &a->shorts[i], err);
    for (size_t i = 0; s == ZW_OK && i < a->table.rows; i++)
        s = load_row(a, i, err);
    return s;
}

zw_status zw_agency_aliases_open(zw_agency_aliases **aliases, zw_err *err)
{
    zw_agency_aliases *a = calloc(1, sizeof *a);
    if (!a)
        return zw_err_nomem(err);
    zw_status s = load(a, err);
    if (s != ZW_OK) {
        zw_agency_aliases_free(a);
        return s;
    }
    *aliases = a;
    return ZW_OK;
}

void zw_agency_aliases_free(zw_agency_aliases *aliases)
{
    if (!aliases)
        return;
    for (int i = 0; i < KINDS; i++)
        zw_trie_free(aliases->shorts[i]);
    zw_agency_words_free(&aliases->words);
    free(aliases);
}

/* ---- a name without its prefix ---- */

/* 国家 in 国家发展改革委, 国务院 in 国务院国资委; 国务院办公厅 is a body of its own. */
static size_t nation_at(zw_str name)
{
    static const char *const nations[] = { "国家", "国务院", "全国" };
    for (size_t i = 0; i < sizeof nations / sizeof *nations; i++) {
        zw_str nation = zw_str_of(nations[i]);
        zw_str rest = { name.at + nation.n, name.n - nation.n };
        if (zw_str_starts(name, nation))
            return zw_str_starts(rest, ZW_STR("办公厅")) || zw_str_starts(rest, ZW_STR("税务总局"))
                       ? 0
                       : nation.n;
    }
    return 0;
}

static size_t table_prefix(const zw_agency_aliases *a, zw_str name, size_t at)
{
    uint32_t row;
    return zw_trie_longest(a->shorts[PREFIX], name, at, &row);
}

/* 省级, 县级以上人民政府 before what a body sees to. */
static size_t class_at(const zw_agency_aliases *a, zw_str name)
{
    size_t at = 0, len;
    while ((len = table_prefix(a, name, at)) > 0)
        at += len;
    return zw_agency_word_at(&a->words, ZW_WORD_STEM, name, at, NULL) ? at : 0;
}

/* The length of one prefix: 市 in 市公安局, 银川市 in 银川市教育局; not 市场 in 市场监管局, nor all
 * but 局 of 国家局. A level is the last of them: 市 and no more of 市市政委. */
static size_t prefix_at(const zw_agency_aliases *a, const zw_gazetteer *gazetteer, zw_str name,
                        bool *last)
{
    size_t stem = zw_agency_word_at(&a->words, ZW_WORD_STEM, name, 0, NULL), len;
    size_t plain = zw_agency_word_at(&a->words, ZW_WORD_PLAIN, name, 0, NULL);
    size_t level = zw_agency_word_at(&a->words, ZW_WORD_LEVEL, name, 0, NULL);
    size_t place = zw_gazetteer_match(gazetteer, name, 0), nation = nation_at(name);
    size_t best = level > place ? level : place;
    best = nation > best ? nation : best;
    zw_str rest = { name.at + best, name.n - best };
    if (best <= plain || best <= stem || !rest.n || !zw_is_han(zw_utf8_at(rest, 0, &len)) ||
        zw_agency_word_ends(&a->words, ZW_WORD_TAIL, rest) == rest.n)
        return zw_str_eq(rest, ZW_STR("政府")) ? best : 0;
    *last = best == level;
    return best;
}

static zw_str without_prefix(const zw_agency_aliases *a, const zw_gazetteer *gazetteer, zw_str name)
{
    uint32_t row;
    for (bool last = false; !last && !zw_trie_get(a->shorts[WHOLE], name, &row);) {
        size_t n = prefix_at(a, gazetteer, name, &last);
        if (!n)
            break;
        name = (zw_str){ name.at + n, name.n - n };
    }
    /* 地方 is the place in 地方税务部门, and a part of the name in 地方税务局 */
    size_t class = zw_trie_get(a->shorts[WHOLE], name, &row) ? 0 : class_at(a, name);
    return (zw_str){ name.at + class, name.n - class };
}

/* ---- a name without abbreviation ---- */

/* What the tails stand on when they are not short: 局 in 住建局. */
static zw_str plain_tail(const zw_agency_aliases *a, zw_str name)
{
    size_t n = zw_agency_word_ends(&a->words, ZW_WORD_TAIL, name);
    return n < name.n ? (zw_str){ name.at + name.n - n, n } : (zw_str){ name.at + name.n, 0 };
}

/* The short tail that a name ends in; not where the full one stands: 街道办事处. */
static zw_str tail_of(const zw_agency_aliases *a, zw_str name)
{
    zw_str end = plain_tail(a, name); /* 司法行政部门: 司法行政 is what it sees to */
    bool whole = zw_agency_word_at(&a->words, ZW_WORD_STEM, name, 0, NULL) == name.n - end.n;
    for (size_t i = 0; i < a->n_tails; i++) {
        uint32_t row = 0;
        zw_str tail = a->tails[i];
        if (!zw_str_ends(name, tail) || tail.n == name.n || (whole && tail.n > end.n))
            continue;
        zw_trie_get(a->shorts[TAIL], tail, &row);
        zw_str full = full_of(a, row);
        if (full.n < tail.n || !zw_str_ends(name, full))
            return tail;
    }
    return (zw_str){ name.at + name.n, 0 };
}

static zw_str unfolded(const zw_agency_aliases *a, int kind, zw_str word)
{
    uint32_t row;
    return word.n && zw_trie_get(a->shorts[kind], word, &row) ? full_of(a, row) : word;
}

/* 市和区人民政府, 市、县级市人民政府: what looks like the prefix is one of two bodies. */
static bool goes_on(zw_str rest)
{
    static const char *const joins[] = { "和", "及", "与", "或", "、" };
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        if (zw_str_starts(rest, zw_str_of(joins[i])))
            return true;
    }
    return false;
}

const char *zw_agency_body(const zw_agency_aliases *a, const zw_gazetteer *gazetteer, zw_str name,
                           zw_arena *arena)
{
    zw_str rest = without_prefix(a, gazetteer, name);
    uint32_t row;
    if (goes_on(rest) ||
        (zw_agency_word_at(&a->words, ZW_WORD_ALL, name, 0, NULL) && !class_at(a, name)))
        return zw_arena_str(arena, name);
    if (zw_trie_get(a->shorts[WHOLE], rest, &row))
        return zw_arena_str(arena, full_of(a, row));
    zw_str tail = tail_of(a, rest);
    zw_str full = unfolded(a, TAIL, tail);
    if (!tail.n)
        full = tail = plain_tail(a, rest); /* 人民政府 ends in 政府 and is not short */
    zw_str stem = unfolded(a, STEM, (zw_str){ rest.at, rest.n - tail.n });
    return zw_arena_printf(arena, "%.*s%.*s", (int)stem.n, stem.at, (int)full.n, full.at);
}

/* ---- all names of a body ---- */

typedef ZW_ARRAY(zw_str) names;

static bool add_name(names *to, zw_arena *arena, zw_str stem, zw_str tail)
{
    char *joined = zw_arena_printf(arena, "%.*s%.*s", (int)stem.n, stem.at, (int)tail.n, tail.at);
    zw_str *name = joined ? zw_array_add(arena, to) : NULL;
    if (!name)
        return false;
    *name = zw_str_of(joined);
    return true;
}

/* A word and what is short for it. */
static bool forms_of(const zw_agency_aliases *a, int kind, zw_str full, zw_arena *arena, names *to)
{
    bool ok = add_name(to, arena, full, ZW_STR(""));
    for (size_t i = 0; ok && i < a->table.rows; i++) {
        if (kind_of(a, i) == kind && zw_str_eq(full_of(a, i), full))
            ok = add_name(to, arena, short_of(a, i), ZW_STR(""));
    }
    return ok;
}

/* The end of a body that a tail of the table, or any other, makes. */
static zw_str full_tail(const zw_agency_aliases *a, zw_str body)
{
    zw_str best = { body.at + body.n, 0 };
    for (size_t i = 0; i < a->n_tails; i++) {
        zw_str full = unfolded(a, TAIL, a->tails[i]);
        if (zw_str_ends(body, full) && full.n < body.n && full.n > best.n)
            best = (zw_str){ body.at + body.n - full.n, full.n };
    }
    return best.n ? best : plain_tail(a, body);
}

bool zw_agency_names_of(const zw_agency_aliases *a, const char *body, zw_arena *arena,
                        zw_agency_names *out)
{
    zw_str whole = zw_str_of(body), tail = full_tail(a, whole);
    names all = { 0 }, stems = { 0 }, tails = { 0 };
    bool ok = forms_of(a, WHOLE, whole, arena, &all) &&
              forms_of(a, STEM, (zw_str){ whole.at, whole.n - tail.n }, arena, &stems) &&
              forms_of(a, TAIL, tail, arena, &tails);
    for (size_t i = 0; ok && i < stems.n; i++) {
        for (size_t j = i == 0; ok && j < tails.n; j++) /* the first of both is the body */
            ok = add_name(&all, arena, stems.at[i], tails.at[j]);
    }
    *out = (zw_agency_names){ all.at, all.n };
    return ok;
}
