#include "query/sheet/words.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/tsv.h"

extern const char words_tsv[], words_tsv_end[];

enum { KEY, EN, ZH };

typedef struct {
    const char *key, *text;
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
    for (size_t i = 0; i < table.rows; i++) {
        entry *e = &words->at[words->n++];
        e->key = zw_arena_str(words->arena, zw_tsv_cell(&table, i, KEY));
        e->text = zw_arena_str(words->arena, zw_tsv_cell(&table, i, lang == ZW_LANG_ZH ? ZH : EN));
        if (!e->key || !e->text)
            return zw_err_nomem(err);
    }
    qsort(words->at, words->n, sizeof *words->at, by_key);
    return ZW_OK;
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
    entry wanted = { key, NULL };
    const entry *found = bsearch(&wanted, words->at, words->n, sizeof *words->at, by_key);
    return found ? found->text : missing;
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
