/* The form and the key of a document, from its title. */
#include "facts/version.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/trie.h"
#include "base/tsv.h"
#include "base/utf8.h"

extern const char version_marks_tsv[], version_marks_tsv_end[];
extern const char cited_genres_tsv[], cited_genres_tsv_end[];

enum {
    KEY_LEAST = 3,    /* letters of a key: 公司法 */
    OPENING = 1200,   /* bytes of the text that say what it is */
    ISSUER_MAX = 200, /* bytes before 关于 */
    BRACKETS_MAX = 4, /* behind a title */
    TITLE_MAX = 2000, /* bytes; no title is longer, some first lines are */
};

typedef enum {
    DRAFT,
    AMENDED,
    ASIDE,
    INTERPRETATION,
    OPENING_SAYS,
    ASKS,
    CARRIES,
    CARRIED,
    CHANGES,
    SOFT,
    STANDING,
    STATE,
    KINDS
} kind;

static const char *const kinds[KINDS] = { "draft",   "amended", "aside",    "interpretation",
                                          "opening", "asks",    "carries",  "carried",
                                          "changes", "soft",    "standing", "state" };

typedef struct {
    zw_str *at;
    size_t n;
} word_list;

struct zw_version_rules {
    zw_arena *arena;
    word_list words[KINDS];
    zw_trie *genres; /* 实施方案, 政府工作报告: such a title names nothing */
};

/* ---- the table ---- */

static zw_status load_genres(zw_version_rules *r, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse("genres.tsv", ZW_EMBEDDED(cited_genres_tsv), "word", r->arena,
                               &table, err);
    if (s == ZW_OK)
        s = zw_trie_new(table.rows, &r->genres, err);
    for (size_t i = 0; s == ZW_OK && i < table.rows; i++)
        s = zw_trie_add(r->genres, zw_tsv_cell(&table, i, 0), 0, err);
    return s;
}

static zw_status load(zw_version_rules *r, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse("version_marks.tsv", ZW_EMBEDDED(version_marks_tsv), "word kind",
                               r->arena, &table, err);
    for (int k = 0; s == ZW_OK && k < KINDS; k++) {
        r->words[k].at = zw_arena_array(r->arena, table.rows + 1, sizeof(zw_str));
        if (!r->words[k].at)
            return zw_err_nomem(err);
    }
    for (size_t i = 0; s == ZW_OK && i < table.rows; i++) {
        int k = 0;
        while (k < KINDS && !zw_str_eq(zw_tsv_cell(&table, i, 1), zw_str_of(kinds[k])))
            k++;
        if (k == KINDS)
            return zw_tsv_fail(&table, i, err, "no such kind");
        r->words[k].at[r->words[k].n++] = zw_tsv_cell(&table, i, 0);
    }
    return s == ZW_OK ? load_genres(r, err) : s;
}

zw_status zw_version_rules_open(zw_version_rules **rules, zw_err *err)
{
    zw_version_rules *r = calloc(1, sizeof *r);
    if (!r)
        return zw_err_nomem(err);
    r->arena = zw_arena_new();
    zw_status s = r->arena ? load(r, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        *rules = r;
    else
        zw_version_rules_free(r);
    return s;
}

void zw_version_rules_free(zw_version_rules *r)
{
    if (!r)
        return;
    zw_trie_free(r->genres);
    zw_arena_free(r->arena);
    free(r);
}

/* ---- words in a title ---- */

typedef struct {
    const zw_version_rules *rules;
    zw_version *version;
} reader;

static bool has_any(const word_list *words, zw_str text)
{
    for (size_t i = 0; i < words->n; i++) {
        if (zw_str_find(text, words->at[i], 0) < text.n)
            return true;
    }
    return false;
}

/* The first word of a kind that text ends with, or starts with; empty: none. */
static zw_str end_of(const word_list *words, zw_str text)
{
    for (size_t i = 0; i < words->n; i++) {
        if (zw_str_ends(text, words->at[i]))
            return words->at[i];
    }
    return (zw_str){ NULL, 0 };
}

static zw_str start_of(const word_list *words, zw_str text)
{
    for (size_t i = 0; i < words->n; i++) {
        if (zw_str_starts(text, words->at[i]))
            return words->at[i];
    }
    return (zw_str){ NULL, 0 };
}

static zw_str behind(zw_str text, size_t n)
{
    return (zw_str){ text.at + n, text.n - n };
}

static zw_str without_end(zw_str text, size_t n)
{
    return (zw_str){ text.at, text.n - n };
}

/* Where a word of a kind first stands outside title marks; text.n: nowhere. */
static size_t find_outside(const word_list *words, zw_str text, zw_str *word)
{
    int depth = 0;
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += c == 0x300A ? 1 : c == 0x300B && depth ? -1 : 0;
        *word = depth ? (zw_str){ NULL, 0 } : start_of(words, behind(text, at));
        if (word->n)
            return at;
    }
    return text.n;
}

/* X of the first 《X》, title marks inside it included; where none closes, what is behind 《. */
static bool marked(zw_str text, zw_range *inner)
{
    int depth = 0;
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (c == 0x300A && depth++ == 0)
            *inner = (zw_range){ at + len, text.n };
        else if (c == 0x300B && depth && --depth == 0) {
            inner->end = at;
            return true;
        }
    }
    return depth > 0;
}

/* One width and case, no blanks, 〈 as 《: titles are written both ways. */
static zw_str plain(const char *title, zw_arena *arena)
{
    zw_buf buf = ZW_BUF_INIT;
    zw_str text = zw_str_of(title);
    if (text.n > TITLE_MAX)
        text.n = zw_utf8_boundary(text, TITLE_MAX);
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
        if (zw_is_blank(c) || c < ' ')
            continue;
        c = c == 0x3008 || c == '<' ? 0x300A : c == 0x3009 || c == '>' ? 0x300B : c;
        c = c == 0x3014 || c == '[' ? '(' : c == 0x3015 || c == ']' ? ')' : c;
        zw_buf_code(&buf, c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    zw_str copy = { zw_arena_copy(arena, buf.at ? buf.at : "", buf.n), buf.n };
    if (zw_buf_failed(&buf))
        copy.at = NULL;
    zw_buf_free(&buf);
    return copy;
}

/* ---- parts of a title ---- */

/* (征求意见稿), (2016年修正), (试行): what is read of it. false: a part of the name, as
 * (居住证办理). */
static bool read_bracket(reader *r, zw_str inner)
{
    const word_list *words = r->rules->words;
    bool draft = has_any(&words[DRAFT], inner), amended = has_any(&words[AMENDED], inner);
    bool year = inner.n >= 4 && strspn(inner.at, "0123456789") >= 4;
    if (draft)
        r->version->form = ZW_FORM_DRAFT;
    r->version->amended |= amended && !draft;
    return draft || amended || year || has_any(&words[ASIDE], inner);
}

/* Without the brackets and the words for a draft that it ends with. */
static zw_str without_edition(reader *r, zw_str title)
{
    for (int left = BRACKETS_MAX; left > 0; left--) {
        zw_str draft = end_of(&r->rules->words[DRAFT], title);
        size_t open = title.n;
        if (draft.n) {
            r->version->form = ZW_FORM_DRAFT;
            title = without_end(title, draft.n);
            continue;
        }
        if (!zw_str_ends(title, ZW_STR(")")))
            break;
        while (open > 0 && title.at[open - 1] != '(')
            open--;
        if (open == 0 || !read_bracket(r, (zw_str){ title.at + open, title.n - open - 1 }))
            break;
        title.n = open - 1;
    }
    return title;
}

/* 【标题】关于…: what a page calls its parts. */
static zw_str without_label(zw_str title)
{
    size_t close = zw_str_find(title, ZW_STR("】"), 0);
    if (zw_str_starts(title, ZW_STR("【")) && close < title.n)
        title = behind(title, close + 3);
    while (zw_str_starts(title, ZW_STR(":")))
        title = behind(title, 1);
    return title;
}

/* 甲办法 of 乙市人民政府关于甲办法, and of 关于甲办法. */
static zw_str without_issuer(zw_str title)
{
    size_t at = zw_str_find(title, ZW_STR("关于"), 0);
    zw_str before = { title.at, at };
    bool issuer = at < title.n && at <= ISSUER_MAX && zw_str_find(before, ZW_STR("《"), 0) == at;
    return issuer ? behind(title, at + 6) : title;
}

/* What 印发甲办法的通知 brings: 甲办法; empty: it brings nothing. */
static zw_str brought(const reader *r, zw_str title)
{
    const word_list *words = r->rules->words;
    zw_str verb, tail = end_of(&words[CARRIED], title);
    size_t at = tail.n ? find_outside(&words[CARRIES], title, &verb) : title.n;
    zw_range inner;
    if (at == title.n)
        return (zw_str){ NULL, 0 };
    zw_str name = behind(without_end(title, tail.n), at + verb.n);
    if (zw_str_starts(name, ZW_STR("《")) && marked(name, &inner))
        return zw_str_slice(name, inner);
    return name;
}

/* What a title that speaks of another text names: its 《甲办法》, else what stands before or behind
 * the word that speaks of it (甲办法解读, 一图读懂甲办法). */
static zw_str spoken_of(zw_str title, size_t at, zw_str word)
{
    zw_range inner;
    if (marked(title, &inner))
        return zw_str_slice(title, inner);
    zw_str before = { title.at, at }, after = behind(title, at + word.n);
    zw_str named = without_issuer(before);
    if (named.n >= after.n)
        return named;
    return zw_str_ends(after, ZW_STR("意见")) ? without_end(after, 6) : after;
}

/* 关于修改《甲办法》的决定, 《甲办法》修正案, 宪法修正案. */
static bool is_change(const reader *r, zw_str title)
{
    const word_list *changes = &r->rules->words[CHANGES];
    zw_str rest = without_issuer(title), word = start_of(changes, rest);
    zw_range inner;
    if (word.n)
        return zw_str_starts(behind(rest, word.n), ZW_STR("《"));
    if (end_of(changes, title).n)
        return true;
    return zw_str_starts(title, ZW_STR("《")) && marked(title, &inner) && inner.end + 3 < title.n &&
           start_of(changes, behind(title, inner.end + 3)).n;
}

/* The form, and the name of the text that the title is about. */
static zw_str name_of(reader *r, zw_str title)
{
    const word_list *words = r->rules->words;
    zw_form *form = &r->version->form;
    zw_str word, name;
    size_t at = find_outside(&words[INTERPRETATION], title, &word);
    if (at < title.n) {
        name = without_edition(r, spoken_of(title, at, word));
        for (zw_str again; (again = end_of(&words[INTERPRETATION], name)).n;)
            name = without_end(name, again.n);
        *form = ZW_FORM_INTERPRETATION;
        return name;
    }
    title = without_edition(r, title);
    if ((at = find_outside(&words[ASKS], title, &word)) < title.n &&
        zw_str_find(title, ZW_STR("意见"), at) < title.n) {
        name = without_edition(r, spoken_of(title, at, word));
        *form = ZW_FORM_DRAFT;
        return name;
    }
    if (is_change(r, title)) {
        *form = *form == ZW_FORM_DRAFT ? ZW_FORM_DRAFT : ZW_FORM_CHANGE;
        word = end_of(&words[CHANGES], title);
        return without_edition(r, spoken_of(title, title.n - word.n, word));
    }
    name = brought(r, title);
    return name.n ? without_edition(r, name) : title;
}

/* Letters alone, without 中华人民共和国 and 暂行. NULL: no name. */
static const char *key_of(const reader *r, zw_str name, char *key)
{
    const word_list *words = r->rules->words;
    size_t n = 0, letters = 0;
    name = without_issuer(name);
    name = behind(name, start_of(&words[STATE], name).n);
    for (size_t at = 0, len; at < name.n; at += len) {
        uint32_t c = zw_utf8_at(name, at, &len);
        zw_str soft = start_of(&words[SOFT], behind(name, at));
        bool letter = zw_is_han(c) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        if (soft.n) {
            len = soft.n;
        } else if (letter) {
            memcpy(key + n, name.at + at, len);
            n += len;
            letters++;
        }
    }
    bool genre = zw_trie_get(r->rules->genres, (zw_str){ key, n }, &(uint32_t){ 0 });
    return letters >= KEY_LEAST && !genre ? key : NULL;
}

zw_status zw_version_find(const zw_version_rules *rules, const char *title, const char *validity,
                          zw_str text, zw_arena *arena, zw_version *version, zw_err *err)
{
    reader r = { rules, version };
    *version = (zw_version){ .form = ZW_FORM_ISSUED };
    char *bins = zw_arena_alloc(arena, ZW_SKETCH_BYTES);
    zw_str whole = plain(title ? title : "", arena);
    char *key = whole.at ? zw_arena_alloc(arena, whole.n + 1) : NULL;
    if (!bins || !key)
        return zw_err_nomem(err);
    version->sketch = zw_sketch_of(text, bins);
    zw_str opening = { text.at, text.n < OPENING ? text.n : OPENING };
    zw_str name = name_of(&r, without_label(whole));
    zw_str word;
    bool says = (validity && has_any(&rules->words[DRAFT], zw_str_of(validity))) ||
                find_outside(&rules->words[OPENING_SAYS], opening, &word) < opening.n;
    if (version->form != ZW_FORM_INTERPRETATION && says)
        version->form = ZW_FORM_DRAFT;
    version->key = key_of(&r, name, key);
    version->standing = version->key && end_of(&rules->words[STANDING], zw_str_of(version->key)).n;
    return ZW_OK;
}
