#include "query/sheet/words.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/tsv.h"

extern const char words_tsv[], words_tsv_end[];

enum { KEY, EN, ZH };

typedef struct {
    const char *key, *text;
    const char *english; /* of a pattern that libraries' sentences are known by; else NULL */
} entry;

struct zw_words {
    zw_arena *arena;
    entry *at; /* by key */
    size_t n;
};

static int by_key(const void *a, const void *b)
{
    return strcmp(((const entry *)a)->key, ((const entry *)b)->key);
}

static bool is_pattern(const char *key)
{
    return strncmp(key, "error.", 6) == 0 || strncmp(key, "note.", 5) == 0;
}

static zw_status read_entry(zw_words *words, const zw_tsv *table, size_t row, zw_lang lang,
                            entry *e, zw_err *err)
{
    zw_arena *arena = words->arena;
    e->key = zw_arena_str(arena, zw_tsv_cell(table, row, KEY));
    e->text = zw_arena_str(arena, zw_tsv_cell(table, row, lang == ZW_LANG_ZH ? ZH : EN));
    if (!e->key || !e->text)
        return zw_err_nomem(err);
    if (lang == ZW_LANG_EN || !is_pattern(e->key))
        return ZW_OK;
    e->english = zw_arena_str(arena, zw_tsv_cell(table, row, EN));
    return e->english ? ZW_OK : zw_err_nomem(err);
}

static zw_status read_words(zw_words *words, zw_lang lang, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse("words.tsv", ZW_EMBEDDED(words_tsv), "key en zh", words->arena,
                               &table, err);
    if (s != ZW_OK)
        return s;
    words->at = zw_arena_array(words->arena, table.rows, sizeof *words->at);
    if (!words->at)
        return zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < table.rows; i++)
        s = read_entry(words, &table, i, lang, &words->at[words->n++], err);
    qsort(words->at, words->n, sizeof *words->at, by_key);
    return s;
}

zw_status zw_words_new(zw_lang lang, zw_words **words, zw_err *err)
{
    zw_words *w = calloc(1, sizeof *w);
    if (!w || !(w->arena = zw_arena_new())) {
        free(w);
        return zw_err_nomem(err);
    }
    zw_status s = read_words(w, lang, err);
    if (s == ZW_OK)
        *words = w;
    else
        zw_words_free(w);
    return s;
}

void zw_words_free(zw_words *words)
{
    if (!words)
        return;
    zw_arena_free(words->arena);
    free(words);
}

const char *zw_words_get(const zw_words *words, const char *kind, const char *name,
                         const char *missing)
{
    char key[128];
    int n = snprintf(key, sizeof key, "%s.%s", kind, name);
    if (!words || n < 0 || (size_t)n >= sizeof key)
        return missing;
    entry wanted = { .key = key };
    const entry *found = bsearch(&wanted, words->at, words->n, sizeof *words->at, by_key);
    return found ? found->text : missing;
}

void zw_words_patterns(const zw_words *words,
                       void (*each)(const char *english, const char *turned, void *context),
                       void *context)
{
    for (size_t i = 0; words && i < words->n; i++) {
        if (words->at[i].english)
            each(words->at[i].english, words->at[i].text, context);
    }
}

zw_lang zw_lang_wanted(const char *wish)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; !wish && i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        wish = value && *value ? value : NULL;
    }
    return wish && strncmp(wish, "zh", 2) == 0 ? ZW_LANG_ZH : ZW_LANG_EN;
}
