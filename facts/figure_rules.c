#include "facts/figure_rules.h"

#include <stdlib.h>

#define TABLE(name) extern const char name[], name##_end[]
TABLE(units_tsv);
TABLE(figure_cues_tsv);
TABLE(figure_traps_tsv);
TABLE(figure_nouns_tsv);
TABLE(figure_headings_tsv);
TABLE(figure_places_tsv);
TABLE(figure_words_tsv);

typedef struct zw_figure_rules rules;

static zw_status new_tries(rules *r, zw_err *err)
{
    struct {
        zw_trie **trie;
        size_t keys;
    } all[] = { { &r->units, 512 }, { &r->cues, 2048 },   { &r->lead, 256 },  { &r->tail, 256 },
                { &r->names, 512 }, { &r->behind, 256 },  { &r->before, 64 }, { &r->nouns, 128 },
                { &r->places, 64 }, { &r->suffixes, 64 }, { &r->time, 64 } };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        zw_status s = zw_trie_new(all[i].keys, all[i].trie, err);
        if (s != ZW_OK)
            return s;
    }
    return ZW_OK;
}

static unit_family family_of(zw_str name)
{
    static const struct {
        const char *name;
        unit_family family;
    } rows[] = {
        { "people", FAMILY_PEOPLE }, { "household", FAMILY_PEOPLE }, { "money", FAMILY_MONEY },
        { "count", FAMILY_COUNT },   { "time", FAMILY_TIME },        { "length", FAMILY_LENGTH },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (zw_str_eq(name, zw_str_of(rows[i].name)))
            return rows[i].family;
    }
    return FAMILY_OTHER;
}

static unsigned unit_flags(zw_str letters)
{
    unsigned flags = 0;
    for (size_t i = 0; i < letters.n; i++)
        flags |= letters.at[i] == 'c'   ? UNIT_COUNT
                 : letters.at[i] == 'g' ? UNIT_GENERAL
                 : letters.at[i] == 't' ? UNIT_TIME
                 : letters.at[i] == 'd' ? UNIT_DIGITS
                                        : 0;
    return flags;
}

static zw_status load_units(rules *r, zw_err *err)
{
    zw_tsv t;
    zw_status s = zw_tsv_parse("units.tsv", ZW_EMBEDDED(units_tsv), "unit family shown flags not",
                               r->arena, &t, err);
    if (s != ZW_OK)
        return s;
    r->unit = zw_arena_array(r->arena, t.rows, sizeof *r->unit);
    if (!r->unit)
        return zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++) {
        r->unit[i] = (zw_unit){ .word = zw_tsv_cell(&t, i, 0),
                                .shown = zw_tsv_cell(&t, i, 2),
                                .not_before = zw_tsv_cell(&t, i, 4),
                                .family = family_of(zw_tsv_cell(&t, i, 1)),
                                .flags = unit_flags(zw_tsv_cell(&t, i, 3)) };
        s = zw_trie_add(r->units, r->unit[i].word, (uint32_t)i, err);
    }
    return s;
}

static const struct cue_kind {
    const char *name;
    unsigned bit;
} cue_kinds[] = {
    { "cmp", CUE_CMP },       { "after", CUE_AFTER },         { "level", CUE_LEVEL },
    { "plus", CUE_PLUS },     { "minus", CUE_MINUS },         { "dist", CUE_DIST },
    { "target", CUE_TARGET }, { "base", CUE_BASE },           { "do", CUE_DO },
    { "none", CUE_NONE },     { "full", CUE_CMP | CUE_FULL }, { "give", CUE_DO | CUE_GIVE },
};

static zw_cue *cue_for(rules *r, zw_str word, zw_err *err)
{
    uint32_t i;
    if (zw_trie_get(r->cues, word, &i))
        return &r->cue[i];
    if (zw_trie_add(r->cues, word, (uint32_t)r->n_cues, err) != ZW_OK)
        return NULL;
    return &r->cue[r->n_cues++];
}

static zw_status add_cue(rules *r, const zw_tsv *t, size_t row, unsigned bit, zw_err *err)
{
    zw_cue *cue = cue_for(r, zw_tsv_cell(t, row, 0), err);
    if (!cue)
        return err->code;
    cue->kinds |= bit;
    if (zw_str_eq(zw_tsv_cell(t, row, 2), ZW_STR("far")))
        cue->kinds |= CUE_FAR;
    if (zw_str_eq(zw_tsv_cell(t, row, 2), ZW_STR("name")))
        cue->kinds |= CUE_NAMES;
    if (!(bit & (CUE_CMP | CUE_AFTER)))
        return ZW_OK;
    if (!zw_cmp_of(zw_tsv_cell(t, row, 2), bit & CUE_CMP ? &cue->before : &cue->after))
        return zw_tsv_fail(t, row, err, "no such comparator");
    return ZW_OK;
}

static zw_status load_cue(rules *r, const zw_tsv *t, size_t row, zw_err *err)
{
    zw_str word = zw_tsv_cell(t, row, 0), kind = zw_tsv_cell(t, row, 1);
    if (zw_str_eq(kind, ZW_STR("lead")))
        return zw_trie_add(r->lead, word, 0, err);
    if (zw_str_eq(kind, ZW_STR("tail")))
        return zw_trie_add(r->tail, word, 0, err);
    for (size_t i = 0; i < sizeof cue_kinds / sizeof *cue_kinds; i++) {
        if (zw_str_eq(kind, zw_str_of(cue_kinds[i].name)))
            return add_cue(r, t, row, cue_kinds[i].bit, err);
    }
    return zw_tsv_fail(t, row, err, "no such kind");
}

static zw_status load_cues(rules *r, zw_err *err)
{
    zw_tsv t;
    zw_err own = { 0 };
    zw_status s = zw_tsv_parse("figure_cues.tsv", ZW_EMBEDDED(figure_cues_tsv), "word kind value",
                               r->arena, &t, err);
    if (s != ZW_OK)
        return s;
    r->cue = zw_arena_array(r->arena, t.rows, sizeof *r->cue);
    if (!r->cue)
        return zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++)
        s = load_cue(r, &t, i, err ? err : &own);
    return s;
}

/* Rows of a table of words and kinds go to the trie that their kind names. */
struct destination {
    const char *kind;
    zw_trie *trie;
    uint32_t value;
};

static zw_status load_kinds(rules *r, const char *name, zw_str text, const struct destination *to,
                            size_t n, zw_err *err)
{
    zw_tsv t;
    zw_status s = zw_tsv_parse(name, text, "word kind", r->arena, &t, err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++) {
        size_t k = 0;
        while (k < n && !zw_str_eq(zw_tsv_cell(&t, i, 1), zw_str_of(to[k].kind)))
            k++;
        s = k < n ? zw_trie_add(to[k].trie, zw_tsv_cell(&t, i, 0), to[k].value, err)
                  : zw_tsv_fail(&t, i, err, "no such kind");
    }
    return s;
}

static zw_status load_traps(rules *r, zw_err *err)
{
    const struct destination to[] = { { "name", r->names, 0 },
                                      { "behind", r->behind, TRAP_HAN },
                                      { "any", r->behind, TRAP_ANY },
                                      { "before", r->before, 0 },
                                      { "time", r->time, 0 } };
    return load_kinds(r, "figure_traps.tsv", ZW_EMBEDDED(figure_traps_tsv), to, 5, err);
}

static zw_status load_places(rules *r, zw_err *err)
{
    const struct destination to[] = { { "place", r->places, PLACE_NAMED },
                                      { "suffix", r->suffixes, PLACE_SUFFIX },
                                      { "whole", r->places, PLACE_WHOLE },
                                      { "alone", r->places, PLACE_ALONE } };
    return load_kinds(r, "figure_places.tsv", ZW_EMBEDDED(figure_places_tsv), to, 4, err);
}

static zw_status load_nouns(rules *r, zw_err *err)
{
    zw_status s = zw_tsv_parse("figure_nouns.tsv", ZW_EMBEDDED(figure_nouns_tsv), "word unit",
                               r->arena, &r->noun_table, err);
    for (size_t i = 0; s == ZW_OK && i < r->noun_table.rows; i++)
        s = zw_trie_add(r->nouns, zw_tsv_cell(&r->noun_table, i, 0), (uint32_t)i, err);
    return s;
}

static zw_status load_headings(rules *r, zw_err *err)
{
    zw_status s = zw_tsv_parse("figure_headings.tsv", ZW_EMBEDDED(figure_headings_tsv), "word kind",
                               r->arena, &r->headings, err);
    for (size_t i = 0; s == ZW_OK && i < r->headings.rows; i++) {
        zw_figure_kind kind;
        if (!zw_figure_kind_of(zw_tsv_cell(&r->headings, i, 1), &kind))
            s = zw_tsv_fail(&r->headings, i, err, "no such kind");
    }
    return s;
}

/* In the order of figure_list. */
static const char *const list_names[FIGURE_LISTS] = {
    "compound",   "deadline", "yearly",  "predicate", "asking", "becomes", "quantity",
    "settlement", "rate",     "changed", "each",      "plan",   "report",  "outlook"
};

static zw_status load_lists(rules *r, zw_err *err)
{
    zw_tsv t;
    zw_status s = zw_tsv_parse("figure_words.tsv", ZW_EMBEDDED(figure_words_tsv), "word list",
                               r->arena, &t, err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++) {
        size_t k = 0;
        while (k < FIGURE_LISTS && !zw_str_eq(zw_tsv_cell(&t, i, 1), zw_str_of(list_names[k])))
            k++;
        zw_str *word = k < FIGURE_LISTS ? zw_array_add(r->arena, &r->lists[k]) : NULL;
        if (k == FIGURE_LISTS)
            s = zw_tsv_fail(&t, i, err, "no such list");
        else if (!word)
            s = zw_err_nomem(err);
        else
            *word = zw_tsv_cell(&t, i, 0);
    }
    return s;
}

size_t zw_figure_listed(const zw_figure_rules *r, figure_list list, figure_match match, zw_str text)
{
    size_t longest = 0;
    for (size_t i = 0; i < r->lists[list].n; i++) {
        zw_str word = r->lists[list].at[i];
        bool found = match == MATCH_WHOLE   ? zw_str_eq(text, word)
                     : match == MATCH_START ? zw_str_starts(text, word)
                                            : zw_str_ends(text, word);
        if (found && word.n > longest)
            longest = word.n;
    }
    return longest;
}

zw_status zw_figure_rules_open(zw_figure_rules **out, zw_err *err)
{
    rules *r = calloc(1, sizeof *r);
    if (!r)
        return zw_err_nomem(err);
    r->arena = zw_arena_new();
    zw_status s = r->arena ? new_tries(r, err) : zw_err_nomem(err);
    static zw_status (*const loads[])(rules *, zw_err *) = { load_units,   load_cues,  load_traps,
                                                             load_places,  load_lists, load_nouns,
                                                             load_headings };
    for (size_t i = 0; s == ZW_OK && i < sizeof loads / sizeof *loads; i++)
        s = loads[i](r, err);
    if (s != ZW_OK) {
        zw_figure_rules_free(r);
        return s;
    }
    *out = r;
    return ZW_OK;
}

void zw_figure_rules_free(zw_figure_rules *r)
{
    if (!r)
        return;
    zw_trie *all[] = { r->units,  r->cues, r->lead,  r->tail,   r->names,   r->behind,
                       r->before, r->time, r->nouns, r->places, r->suffixes };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        zw_trie_free(all[i]);
    zw_arena_free(r->arena);
    free(r);
}
