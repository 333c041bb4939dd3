#include <stdio.h>

#include "base/tsv.h"
#include "corpus/html_wire.h"

extern const char zw_html_tsv[], zw_html_tsv_end[];

enum { NAME_BYTES = 64 };

/* As zw_html_what. */
static bool what_of(zw_str name, uint32_t *what)
{
    static const char *const whats[] = { "-",      "block",  "break",    "para", "heading",
                                         "pre",    "table",  "row",      "cell", "link",
                                         "skip",   "chrome", "title",    "meta", "issuer",
                                         "number", "date",   "published" };
    for (*what = 0; *what < sizeof whats / sizeof *whats; ++*what) {
        if (zw_str_eq(name, zw_str_of(whats[*what])))
            return true;
    }
    return false;
}

zw_status zw_html_words_open(zw_arena *arena, zw_trie **words, zw_err *err)
{
    zw_tsv t;
    zw_status s = zw_tsv_parse("html.tsv", ZW_EMBEDDED(zw_html_tsv), "kind name what", arena, &t,
                               err);
    if (s == ZW_OK)
        s = zw_trie_new(t.rows * 4, words, err);
    for (size_t i = 0; s == ZW_OK && i < t.rows; i++) {
        uint32_t what;
        char key[96];
        zw_str kind = zw_tsv_cell(&t, i, 0), name = zw_tsv_cell(&t, i, 1);
        int n = snprintf(key, sizeof key, "%.*s %.*s", (int)kind.n, kind.at, (int)name.n, name.at);
        if (!what_of(zw_tsv_cell(&t, i, 2), &what) || n >= (int)sizeof key)
            return zw_tsv_fail(&t, i, err, "no such thing to make of it");
        s = zw_trie_add(*words, (zw_str){ key, (size_t)n }, what, err);
    }
    return s;
}

unsigned zw_html_look_up(const zw_corpus_tables *tables, const char *kind, zw_str name)
{
    char key[NAME_BYTES + 8];
    uint32_t what = 0;
    if (name.n > NAME_BYTES)
        return 0;
    size_t n = (size_t)snprintf(key, sizeof key, "%s ", kind);
    for (size_t i = 0; i < name.n; i++) {
        char c = name.at[i];
        key[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return zw_trie_get(tables->html, (zw_str){ key, n }, &what) ? what : 0;
}
