#include "facts/measure_words.h"

#include "base/tsv.h"
#include "base/utf8.h"

#define TABLE(symbol) extern const char symbol[], symbol##_end[]
TABLE(verbs_tsv);
TABLE(adverbs_tsv);
TABLE(coverbs_tsv);
TABLE(objects_tsv);

static const struct kind {
    const char *name;
    unsigned bit;
} word_kinds[] = {
    { "do", ZW_W_DO },         { "pivot", ZW_W_PIVOT }, { "result", ZW_W_RESULT },
    { "ba", ZW_W_BA },         { "light", ZW_W_LIGHT }, { "means", ZW_W_MEANS },
    { "none", ZW_W_NONE },     { "noun", ZW_W_NOUN },   { "adverb", ZW_W_ADVERB },
    { "push", ZW_W_PUSH },     { "either", ZW_W_EITHER }, { "modal", ZW_W_MODAL },
    { "front", ZW_W_FRONT }, { "tail", ZW_W_TAIL }, { "weak", ZW_W_WEAK },   { NULL, 0 },
}, end_kinds[] = {
    { "deliver", ZW_END_DELIVER }, { "actor", ZW_END_ACTOR }, { "level", ZW_END_LEVEL },
    { "ebb", ZW_END_EBB }, { "empty", ZW_END_EMPTY }, { "past", ZW_END_PAST }, { "bound", ZW_END_BOUND }, { "gauge", ZW_END_GAUGE }, { "who", ZW_END_WHO }, { "defines", ZW_END_DEFINES },
    { "says", ZW_END_SAYS }, { NULL, 0 },
};

static unsigned kind_of(const struct kind *kinds, zw_str name)
{
    for (; kinds->name; kinds++)
        if (zw_str_eq(name, zw_str_of(kinds->name)))
            return kinds->bit;
    return 0;
}

static zw_status set_preposition(zw_measure_word *word, const zw_tsv *table, size_t row,
                                 zw_err *err)
{
    static const char *const open[] = { "none", "next", "any" };
    zw_str cell = zw_tsv_cell(table, row, 2);
    word->closers = zw_tsv_cell(table, row, 1);
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        if (zw_str_eq(cell, zw_str_of(open[i]))) {
            word->open = (zw_measure_open)i;
            return ZW_OK;
        }
    }
    return zw_tsv_fail(table, row, err, "none, next or any wanted, not '%.*s'", (int)cell.n,
                       cell.at);
}

/* The verb of 调整为, 落实到 without what binds it to its second object; 作为 stays. */
static zw_str bare_verb(zw_str word)
{
    static const char *const binders[] = { "成为", "为", "成", "到", "至", "于", "给", "向" };
    for (size_t i = 0; i < sizeof binders / sizeof *binders; i++) {
        zw_str binder = zw_str_of(binders[i]);
        if (zw_str_ends(word, binder) && word.n >= binder.n + strlen("调整"))
            return (zw_str){ word.at, word.n - binder.n };
    }
    return word;
}

/* A word may stand in several tables (加快 is an adverb and a verb): its kinds add up. */
static zw_status add_word(zw_measure_words *w, const zw_tsv *table, size_t row, unsigned bit,
                          zw_err *err)
{
    zw_str word = zw_tsv_cell(table, row, 0);
    uint32_t i;
    if (!zw_trie_get(w->words, word, &i)) {
        i = (uint32_t)w->n++;
        w->at[i].text = zw_arena_str(w->arena, bit == ZW_W_BA ? bare_verb(word) : word);
        if (!w->at[i].text)
            return zw_err_nomem(err);
        zw_status s = zw_trie_add(w->words, word, i, err);
        if (s != ZW_OK)
            return s;
    } else if (w->at[i].kinds & bit) {
        return zw_tsv_fail(table, row, err, "'%.*s' stands here twice", (int)word.n, word.at);
    }
    w->at[i].kinds |= bit;
    return bit == ZW_W_COVERB ? set_preposition(&w->at[i], table, row, err) : ZW_OK;
}

static zw_status add_words(zw_measure_words *w, const zw_tsv *table, zw_err *err)
{
    bool coverbs = zw_str_eq(table->header[1], ZW_STR("closers"));
    for (size_t i = 0; i < table->rows; i++) {
        zw_str kind = zw_tsv_cell(table, i, 1);
        unsigned bit = coverbs ? ZW_W_COVERB : kind_of(word_kinds, kind);
        if (!bit)
            return zw_tsv_fail(table, i, err, "no kind of word: '%.*s'", (int)kind.n, kind.at);
        zw_status s = add_word(w, table, i, bit, err);
        if (s != ZW_OK)
            return s;
    }
    return ZW_OK;
}

static zw_status add_ends(zw_measure_words *w, const zw_tsv *table, zw_err *err)
{
    for (size_t i = 0; i < table->rows; i++) {
        zw_str word = zw_tsv_cell(table, i, 0), kind = zw_tsv_cell(table, i, 1);
        unsigned bit = kind_of(end_kinds, kind);
        if (!bit)
            return zw_tsv_fail(table, i, err, "no kind of end: '%.*s'", (int)kind.n, kind.at);
        uint32_t old = 0;
        zw_trie_get(w->ends, word, &old);
        zw_status s = zw_trie_add(w->ends, word, old | bit, err);
        if (s != ZW_OK)
            return s;
        if (word.n > w->end_bytes)
            w->end_bytes = word.n;
    }
    return ZW_OK;
}

static zw_str embedded(const char *start, const char *end)
{
    return (zw_str){ start, (size_t)(end - start) };
}

zw_status zw_measure_words_open(zw_measure_words *w, zw_err *err)
{
    *w = (zw_measure_words){ .arena = zw_arena_new() };
    if (!w->arena)
        return zw_err_nomem(err);
    zw_tsv verbs, adverbs, coverbs, objects;
    zw_status s = zw_tsv_parse("verbs.tsv", embedded(verbs_tsv, verbs_tsv_end), "word kind",
                               w->arena, &verbs, err);
    if (s == ZW_OK)
        s = zw_tsv_parse("adverbs.tsv", embedded(adverbs_tsv, adverbs_tsv_end), "word kind",
                         w->arena, &adverbs, err);
    if (s == ZW_OK)
        s = zw_tsv_parse("coverbs.tsv", embedded(coverbs_tsv, coverbs_tsv_end), "word closers open",
                         w->arena, &coverbs, err);
    if (s == ZW_OK)
        s = zw_tsv_parse("objects.tsv", embedded(objects_tsv, objects_tsv_end), "word kind",
                         w->arena, &objects, err);
    if (s != ZW_OK)
        return s;
    size_t n = verbs.rows + adverbs.rows + coverbs.rows;
    w->at = zw_arena_array(w->arena, n, sizeof *w->at);
    if (!w->at)
        return zw_err_nomem(err);
    s = zw_trie_new(n * 2, &w->words, err);
    if (s == ZW_OK)
        s = zw_trie_new(objects.rows * 2, &w->ends, err);
    if (s == ZW_OK)
        s = add_words(w, &verbs, err);
    if (s == ZW_OK)
        s = add_words(w, &adverbs, err);
    if (s == ZW_OK)
        s = add_words(w, &coverbs, err);
    return s == ZW_OK ? add_ends(w, &objects, err) : s;
}

void zw_measure_words_close(zw_measure_words *w)
{
    zw_trie_free(w->words);
    zw_trie_free(w->ends);
    zw_arena_free(w->arena);
}

const zw_measure_word *zw_measure_word_at(const zw_measure_words *w, zw_str text, size_t at,
                                          size_t *len)
{
    uint32_t i;
    *len = at < text.n ? zw_trie_longest(w->words, text, at, &i) : 0;
    return *len ? &w->at[i] : NULL;
}

bool zw_measure_ends(const zw_measure_words *w, zw_str text, zw_measure_end kind)
{
    size_t start = text.n > w->end_bytes ? zw_utf8_boundary(text, text.n - w->end_bytes) : 0;
    for (size_t len; start < text.n; start += len) {
        uint32_t bits;
        zw_str tail = { text.at + start, text.n - start };
        if (zw_trie_get(w->ends, tail, &bits) && bits & kind)
            return true;
        zw_utf8_at(text, start, &len);
    }
    return false;
}

size_t zw_measure_end_at(const zw_measure_words *w, zw_str text, size_t at, zw_measure_end kind)
{
    uint32_t bits;
    zw_trie_walk walk = { 0 };
    size_t best = 0;
    for (size_t len; (len = zw_trie_next(w->ends, text, at, &walk, &bits)) > 0;)
        if (bits & kind)
            best = len;
    return best;
}
