#include "corpus/tables.h"

#include <stdio.h>
#include <stdlib.h>

#include "corpus/html_wire.h"
#include "corpus/numbering.h"

extern const char zw_chrome_tsv[], zw_chrome_tsv_end[];
extern const char zw_numbering_tsv[], zw_numbering_tsv_end[];
extern const char zw_genres_tsv[], zw_genres_tsv_end[];
extern const char zw_heads_tsv[], zw_heads_tsv_end[];
extern const char zw_issuers_tsv[], zw_issuers_tsv_end[];
extern const char zw_labels_tsv[], zw_labels_tsv_end[];
extern const char zw_validity_tsv[], zw_validity_tsv_end[];

static zw_status load_words(const char *name, zw_str text, zw_arena *arena, zw_trie **trie,
                            zw_err *err)
{
    zw_tsv t;
    zw_status s = zw_tsv_parse(name, text, "word", arena, &t, err);
    if (s == ZW_OK)
        s = zw_trie_new(t.rows, trie, err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++)
        s = zw_trie_add(*trie, zw_tsv_cell(&t, i, 0), 1, err);
    return s;
}

static zw_status load_chrome(zw_corpus_tables *tables, zw_err *err)
{
    zw_tsv t;
    zw_status s = zw_tsv_parse("chrome.tsv", ZW_EMBEDDED(zw_chrome_tsv), "how words", tables->arena,
                               &t, err);
    if (s == ZW_OK)
        s = zw_trie_new(t.rows, &tables->chrome, err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++) {
        static const char *const hows[] = { "line", "start", "all", "has", "date", "foot" };
        zw_str how = zw_tsv_cell(&t, i, 0), words = zw_tsv_cell(&t, i, 1);
        uint32_t bit = 0, old = 0;
        for (unsigned k = 0; k < sizeof hows / sizeof *hows; k++)
            bit |= zw_str_eq(how, zw_str_of(hows[k])) ? 1u << k : 0;
        if (!bit)
            return zw_tsv_fail(&t, i, err, "'%.*s': line, start, all, has, date or foot wanted",
                               (int)how.n, how.at);
        if (!zw_trie_get(tables->chrome, words, &old))
            old = 0;
        s = zw_trie_add(tables->chrome, words, bit | old, err);
    }
    return s;
}

static bool one_of(zw_str cell, const char *const *names, size_t n, int *which)
{
    for (size_t i = 0; i < n; i++) {
        if (zw_str_eq(cell, zw_str_of(names[i]))) {
            *which = (int)i;
            return true;
        }
    }
    return false;
}

static zw_status load_labels(zw_corpus_tables *tables, zw_err *err)
{
    static const char *const fields[] = { "-",         "number",   "issuer",   "date",  "published",
                                          "effective", "repealed", "validity", "title", "made" };
    zw_tsv t;
    zw_status s = zw_tsv_parse("labels.tsv", ZW_EMBEDDED(zw_labels_tsv), "label field",
                               tables->arena, &t, err);
    if (s == ZW_OK)
        s = zw_trie_new(t.rows, &tables->labels, err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++) {
        int field;
        if (!one_of(zw_tsv_cell(&t, i, 1), fields, sizeof fields / sizeof *fields, &field))
            return zw_tsv_fail(&t, i, err, "no such field");
        s = zw_trie_add(tables->labels, zw_tsv_cell(&t, i, 0), (uint32_t)field, err);
    }
    return s;
}

static zw_status load_number_row(const zw_tsv *t, size_t i, zw_number_row *row, zw_err *err)
{
    static const char *const numerals[] = { "han",     "digit",   "circled", "none",
                                            "dotted2", "dotted3", "dotted4" };
    static const char *const insides[] = { "line", "any", "spaced" };
    int numeral, inside, headed;
    static const char *const yes[] = { "no", "yes" };
    if (!one_of(zw_tsv_cell(t, i, 2), numerals, 7, &numeral))
        return zw_tsv_fail(t, i, err, "han, digit, circled, none or dotted wanted");
    if (!one_of(zw_tsv_cell(t, i, 5), insides, 3, &inside))
        return zw_tsv_fail(t, i, err, "line, any or spaced wanted");
    if (!one_of(zw_tsv_cell(t, i, 6), yes, 2, &headed))
        return zw_tsv_fail(t, i, err, "yes or no wanted");
    long rank;
    zw_status s = zw_tsv_int(t, i, 4, &rank, err);
    zw_str open = zw_tsv_cell(t, i, 1), close = zw_tsv_cell(t, i, 3);
    *row = (zw_number_row){
        .name = zw_tsv_cell(t, i, 0),
        .open = zw_str_eq(open, ZW_STR("-")) ? (zw_str){ 0 } : open,
        .close = zw_str_eq(close, ZW_STR("-")) ? (zw_str){ 0 } : close,
        .numeral = (zw_numeral)numeral,
        .rank = s == ZW_OK ? (int)rank : 0,
        .spaced = inside == 2,
        .inside = inside != 0,
        .headed = headed,
    };
    return s;
}

static zw_status load_numbering(zw_corpus_tables *tables, zw_err *err)
{
    zw_tsv t;
    zw_status s = zw_tsv_parse("numbering.tsv", ZW_EMBEDDED(zw_numbering_tsv),
                               "name open numeral close rank inside headed", tables->arena, &t,
                               err);
    if (s == ZW_OK && t.rows > ZW_NUMBER_ROWS)
        return zw_tsv_fail(&t, ZW_NUMBER_ROWS, err, "%d rows at most", ZW_NUMBER_ROWS);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++)
        s = load_number_row(&t, i, &tables->numbers[tables->n_numbers++], err);
    if (s == ZW_OK)
        zw_number_index(tables);
    return s;
}

zw_status zw_corpus_tables_open(zw_corpus_tables **tables, zw_err *err)
{
    zw_corpus_tables *t = calloc(1, sizeof *t);
    if (!t || !(t->arena = zw_arena_new())) {
        free(t);
        return zw_err_nomem(err);
    }
    zw_status s = load_chrome(t, err);
    if (s == ZW_OK)
        s = load_labels(t, err);
    if (s == ZW_OK)
        s = zw_html_words_open(t->arena, &t->html, err);
    if (s == ZW_OK)
        s = load_numbering(t, err);
    if (s == ZW_OK)
        s = load_words("genres.tsv", ZW_EMBEDDED(zw_genres_tsv), t->arena, &t->genres, err);
    if (s == ZW_OK)
        s = load_words("heads.tsv", ZW_EMBEDDED(zw_heads_tsv), t->arena, &t->heads, err);
    if (s == ZW_OK)
        s = load_words("issuers.tsv", ZW_EMBEDDED(zw_issuers_tsv), t->arena, &t->issuers, err);
    if (s == ZW_OK)
        s = load_words("validity.tsv", ZW_EMBEDDED(zw_validity_tsv), t->arena, &t->validity, err);
    if (s != ZW_OK) {
        zw_corpus_tables_free(t);
        return s;
    }
    *tables = t;
    return ZW_OK;
}

void zw_corpus_tables_free(zw_corpus_tables *tables)
{
    if (!tables)
        return;
    zw_trie_free(tables->chrome);
    zw_trie_free(tables->genres);
    zw_trie_free(tables->heads);
    zw_trie_free(tables->issuers);
    zw_trie_free(tables->validity);
    zw_trie_free(tables->labels);
    zw_trie_free(tables->html);
    zw_arena_free(tables->arena);
    free(tables);
}
