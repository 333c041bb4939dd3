#include "query/study/network/cite_relation.h"

#include "base/tsv.h"
#include "base/utf8.h"

extern const char cite_relations_tsv[], cite_relations_tsv_end[];

#define REACH 1500 /* bytes before and behind a citation that are looked at */

enum { BEFORE, BEHIND, THEN, SIDES };
static const char *const sides[SIDES] = { "before", "behind", "then" };
static const char *const names[ZW_CITE_RELATIONS] = { "mentions", "refers",     "passes_on",
                                                      "based_on", "implements", "amends",
                                                      "repeals",  "interprets" };

typedef struct {
    zw_str text;
    zw_cite_relation relation;
} word;

struct zw_cite_words {
    word *at[SIDES];
    size_t n[SIDES];
};

const char *zw_cite_relation_name(zw_cite_relation relation)
{
    return names[relation];
}

static size_t index_of(zw_str name, const char *const *list, size_t n)
{
    size_t i = 0;
    while (i < n && !zw_str_eq(name, zw_str_of(list[i])))
        i++;
    return i;
}

zw_status zw_cite_words_load(zw_arena *arena, zw_cite_words **words, zw_err *err)
{
    zw_tsv table;
    zw_cite_words *w = zw_arena_alloc(arena, sizeof *w);
    if (!w)
        return zw_err_nomem(err);
    zw_status s = zw_tsv_parse("cite_relations.tsv", ZW_EMBEDDED(cite_relations_tsv),
                               "word side relation", arena, &table, err);
    for (size_t i = 0; s == ZW_OK && i < SIDES; i++) {
        w->at[i] = zw_arena_array(arena, table.rows + 1, sizeof *w->at[i]);
        s = w->at[i] ? ZW_OK : zw_err_nomem(err);
    }
    for (size_t i = 0; s == ZW_OK && i < table.rows; i++) {
        size_t side = index_of(zw_tsv_cell(&table, i, 1), sides, SIDES);
        size_t relation = index_of(zw_tsv_cell(&table, i, 2), names, ZW_CITE_RELATIONS);
        if (side == SIDES || relation == ZW_CITE_RELATIONS)
            return zw_tsv_fail(&table, i, err, "no such side or relation");
        w->at[side][w->n[side]++] = (word){ zw_tsv_cell(&table, i, 0), (zw_cite_relation)relation };
    }
    *words = w;
    return s;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool ends_sentence(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == ';' || c == 0xFF01 || c == 0xFF1F || c == '\n';
}

static bool ends_clause(uint32_t c)
{
    return c == 0xFF0C || c == ',' || c == 0xFF1A || c == ':';
}

static int opens(uint32_t c)
{
    return c == 0x300A || zw_is_bracket_open(c);
}

static int closes(uint32_t c)
{
    return c == 0x300B || zw_is_bracket_close(c);
}

/* The longest word of a side that text ends with. */
static const word *ending(const zw_cite_words *w, zw_str text)
{
    const word *best = NULL;
    for (size_t i = 0; i < w->n[BEFORE]; i++) {
        const word *one = &w->at[BEFORE][i];
        if (zw_str_ends(text, one->text) && (!best || one->text.n > best->text.n))
            best = one;
    }
    return best;
}

/* The nearest word before `at`, outside of titles and brackets: 根据《甲法》（…）和《乙条例》 says
 * 根据 of both. A clause between says that the word is of something else: 落实责任，完善《甲制度》.
 */
static const word *before(const zw_cite_words *w, zw_str text, size_t at)
{
    size_t from = at > REACH ? zw_utf8_boundary(text, at - REACH) : 0, len, told = 0;
    int depth = 0;
    while (at > from) {
        uint32_t c = zw_utf8_before(text, at, &len);
        depth += closes(c) - opens(c);
        if (depth < 0) /* the title or bracket that the citation stands in */
            depth = 0;
        const word *found = depth || closes(c) ? NULL : ending(w, (zw_str){ text.at, at });
        if (found && found->relation != ZW_CITE_MENTIONS)
            return found;
        at -= found ? found->text.n : len;
        if (found || depth || opens(c))
            continue;
        if (ends_sentence(c) || (ends_clause(c) && told))
            return NULL;
        told += zw_is_han(c) && c != 0x548C && c != 0x53CA && c != 0x4E0E; /* 和及与 join titles */
    }
    return NULL;
}

static const word *starting(const zw_cite_words *w, int side, zw_str text)
{
    for (size_t i = 0; i < w->n[side]; i++) {
        if (zw_str_starts(text, w->at[side][i].text))
            return &w->at[side][i];
    }
    return NULL;
}

/* The first word of a side behind `at`; `clause`: before the clause ends or another title begins.
 */
static const word *behind(const zw_cite_words *w, int side, zw_str text, size_t at, bool clause)
{
    size_t end = at + REACH < text.n ? at + REACH : text.n, len;
    int depth = 0;
    for (; at < end; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (depth == 0 && clause && (ends_clause(c) || c == 0x300A))
            return NULL;
        const word *found = depth || opens(c)
                                ? NULL
                                : starting(w, side, (zw_str){ text.at + at, text.n - at });
        if (found)
            return found;
        if (depth == 0 && ends_sentence(c))
            return NULL;
        depth += opens(c) - closes(c);
        if (depth < 0) /* the citation stands in it */
            depth = 0;
    }
    return NULL;
}

zw_cite_relation zw_cite_relation_in(const zw_cite_words *words, zw_str text, zw_range cited)
{
    const word *told = behind(words, BEHIND, text, cited.end, false);
    if (!told)
        told = before(words, text, cited.start);
    if (!told)
        told = behind(words, THEN, text, cited.end, true);
    return told ? told->relation : ZW_CITE_MENTIONS;
}
