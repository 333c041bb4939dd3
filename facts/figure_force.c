#include "facts/figure_force.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/trie.h"
#include "base/tsv.h"
#include "base/utf8.h"

extern const char figure_force_tsv[], figure_force_tsv_end[];

#define REACH 64   /* marks looked at on either side of a number */
#define WORDS 4    /* words of force kept with a number */
#define HEADINGS 8 /* levels asked for a class */
#define TIME_MAX                                                                                   \
    45 /* bytes of 力争到“十四五”期末， before its comma: the words govern what follows */

typedef enum { MARK, LEAD, NONE, CLAUSE, NUMBER, COMMA, SEMICOLON, STOP } mark_kind;

static const char *const kinds[] = { "mark", "lead", "none", "clause", "number" };

/* What the number of a word in the trie says: its kind and force. */
#define ENTRY(kind, force) ((uint32_t)(kind) << 4 | (uint32_t)(force))

struct zw_force_rules {
    zw_arena *arena;
    zw_trie *words;
};

typedef struct {
    zw_range at;
    mark_kind kind;
    zw_force force;
} mark;

typedef ZW_ARRAY(mark) marks;

/* ---- the table ---- */

static zw_status take_row(zw_force_rules *r, const zw_tsv *t, size_t row, zw_err *err)
{
    zw_str kind = zw_tsv_cell(t, row, 1), value = zw_tsv_cell(t, row, 2);
    zw_force force = ZW_FORCE_NONE;
    size_t k = 0;
    while (k < sizeof kinds / sizeof *kinds && !zw_str_eq(kind, zw_str_of(kinds[k])))
        k++;
    if (k == sizeof kinds / sizeof *kinds)
        return zw_tsv_fail(t, row, err, "'%.*s' is no kind", (int)kind.n, kind.at);
    if ((k <= LEAD) != zw_force_of(value, &force))
        return zw_tsv_fail(t, row, err, "binding or expected is wanted, for mark and lead alone");
    return zw_trie_add(r->words, zw_tsv_cell(t, row, 0), ENTRY(k, force), err);
}

zw_status zw_force_rules_open(zw_force_rules **rules, zw_err *err)
{
    zw_force_rules *r = calloc(1, sizeof *r);
    if (!r || !(r->arena = zw_arena_new())) {
        free(r);
        return zw_err_nomem(err);
    }
    zw_tsv table;
    zw_str text = { figure_force_tsv, (size_t)(figure_force_tsv_end - figure_force_tsv) };
    zw_status s = zw_tsv_parse("figure_force.tsv", text, "word kind value", r->arena, &table, err);
    if (s == ZW_OK)
        s = zw_trie_new(table.rows, &r->words, err);
    for (size_t row = 0; s == ZW_OK && row < table.rows; row++)
        s = take_row(r, &table, row, err);
    if (s != ZW_OK) {
        zw_force_rules_free(r);
        return s;
    }
    *rules = r;
    return ZW_OK;
}

void zw_force_rules_free(zw_force_rules *r)
{
    if (!r)
        return;
    zw_trie_free(r->words);
    zw_arena_free(r->arena);
    free(r);
}

/* ---- the marks of a passage ---- */

static bool punctuation(uint32_t c, mark_kind *kind)
{
    switch (c) {
    case 0xFF0C: /* ， */
    case ',':
        *kind = COMMA;
        return true;
    case 0xFF1B: /* ； */
    case ';':
        *kind = SEMICOLON;
        return true;
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case '\n':
        *kind = STOP;
        return true;
    default:
        return false;
    }
}

/* The end of a name: “两个确保”. */
static bool is_quoted(zw_str text, size_t end)
{
    return zw_str_starts((zw_str){ text.at + end, text.n - end }, ZW_STR("”"));
}

static bool add_mark(marks *all, zw_arena *arena, mark m)
{
    mark *to = zw_array_add(arena, all);
    if (to)
        *to = m;
    return to != NULL;
}

static bool mark_passage(const zw_force_rules *r, zw_str text, zw_range at, zw_arena *arena,
                         marks *all)
{
    zw_str upto = { text.at, at.end };
    for (size_t i = at.start, len; i < at.end; i += len) {
        uint32_t entry;
        mark m = { .force = ZW_FORCE_NONE };
        uint32_t c = zw_utf8_at(upto, i, &len);
        size_t word = zw_trie_longest(r->words, upto, i, &entry);
        if (word && !is_quoted(upto, i + word)) {
            m.kind = (mark_kind)(entry >> 4);
            m.force = (zw_force)(entry & 15);
            len = word;
        } else if (!punctuation(c, &m.kind)) {
            continue;
        }
        m.at = (zw_range){ i, i + len };
        if (!add_mark(all, arena, m))
            return false;
    }
    return true;
}

/* ---- the class ---- */

/* Whether the clause that begins behind the comma says what was before it: 45%，是预期性指标. */
static bool says_of(zw_str clause)
{
    static const char *const verbs[] = { "是", "为", "属", "均为", "均属", "都是" };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (zw_str_starts(clause, zw_str_of(verbs[i])))
            return true;
    }
    return false;
}

/* What leads a list (约束性指标：…) holds to the end of the sentence or the next such. */
static zw_force force_of_lead(const marks *all, size_t next)
{
    for (size_t i = next, n = 0; i > 0 && n < REACH && all->at[i - 1].kind != STOP; i--, n++) {
        if (all->at[i - 1].kind == LEAD)
            return all->at[i - 1].force;
    }
    return ZW_FORCE_NONE;
}

/* The class behind a number, as in （约束性） and in rows that run together. */
static zw_force force_behind(const marks *all, size_t next, zw_str text)
{
    for (size_t i = next, n = 0; i < all->n && n < REACH && all->at[i].kind < SEMICOLON; i++, n++) {
        const mark *m = &all->at[i];
        if (m->kind == LEAD)
            break;
        if (m->kind == MARK)
            return m->force;
        if (m->kind == COMMA && !says_of((zw_str){ text.at + m->at.end, text.n - m->at.end }))
            break;
    }
    return ZW_FORCE_NONE;
}

static zw_force force_before(const marks *all, size_t next)
{
    for (size_t i = next, n = 0; i > 0 && n < REACH && all->at[i - 1].kind < COMMA; i--, n++) {
        if (all->at[i - 1].kind == MARK)
            return all->at[i - 1].force;
    }
    return ZW_FORCE_NONE;
}

static zw_force force_in_sentence(const marks *all, size_t next, zw_str text)
{
    zw_force force = force_of_lead(all, next);
    if (force == ZW_FORCE_NONE)
        force = force_behind(all, next, text);
    return force == ZW_FORCE_NONE ? force_before(all, next) : force;
}

/* The class that a heading names, when it names one alone. */
static zw_force force_of_text(const zw_force_rules *r, zw_str text)
{
    zw_force found = ZW_FORCE_NONE;
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t entry;
        zw_utf8_at(text, i, &len);
        size_t word = zw_trie_longest(r->words, text, i, &entry);
        zw_force force = word ? (zw_force)(entry & 15) : ZW_FORCE_NONE;
        if (force != ZW_FORCE_NONE && found != ZW_FORCE_NONE && force != found)
            return ZW_FORCE_NONE;
        found = force != ZW_FORCE_NONE ? force : found;
        len = word ? word : len;
    }
    return found;
}

static zw_force force_of_headings(const zw_force_rules *r, const zw_document *doc, size_t at)
{
    zw_force force = ZW_FORCE_NONE;
    size_t section = zw_document_section_at(doc, at);
    for (int n = 0; section > 0 && n < HEADINGS && force == ZW_FORCE_NONE; n++) {
        force = force_of_text(r, zw_str_slice(doc->text, doc->sections.at[section].heading));
        section = doc->sections.at[section].parent;
    }
    return force;
}

/* ---- the words ---- */

typedef struct {
    const mark *at[WORDS];
    size_t n;
} words;

/* Whether a word of force reaches beyond the comma that ends its clause: 力争到2020年， does, and
 * 力争城镇化率达到60%， with a number of its own; 确保安全， has said all it says. */
static bool reaches(const zw_facts *facts, size_t figure, const mark *word, size_t comma)
{
    for (size_t i = figure, n = 0; i > 0 && n < REACH; i--, n++) {
        size_t start = facts->figures.at[i - 1].place.at.start;
        if (start < word->at.end)
            break;
        if (start < comma)
            return true;
    }
    return false;
}

/* 到2020年, 今年年底前, 通过五年努力 before the comma; not 使它逐年下降. */
static bool is_time(zw_str text)
{
    static const char *const ends[] = { "年", "末", "底", "前", "间", "内", "期", "月", "努力" };
    for (size_t i = 0; text.n <= TIME_MAX && i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(text, zw_str_of(ends[i])))
            return true;
    }
    return false;
}

/* The words at the number and those of the nearest clause before it that has any. */
static words words_of(const marks *all, size_t next, zw_str text, const zw_facts *facts,
                      size_t figure)
{
    words found = { .n = 0 };
    size_t from = figure ? facts->figures.at[figure - 1].place.at.end : 0, comma = SIZE_MAX;
    bool clause = false; /* a word of force was found in this clause */
    for (size_t i = next, n = 0; i > 0 && n < REACH && found.n < WORDS; i--, n++) {
        const mark *m = &all->at[i - 1];
        if (m->kind >= SEMICOLON || (m->kind == COMMA && clause))
            break;
        if (m->kind == COMMA)
            comma = m->at.start;
        if (m->kind == NUMBER && comma == SIZE_MAX && m->at.start >= from)
            found.at[found.n++] = m;
        if (m->kind != CLAUSE)
            continue;
        zw_str rest = { text.at + m->at.end, comma == SIZE_MAX ? 0 : comma - m->at.end };
        if (comma != SIZE_MAX && !is_time(rest) && !reaches(facts, figure, m, comma))
            break;
        found.at[found.n++] = m;
        clause = true;
    }
    return found;
}

static zw_status keep_words(const words *found, zw_str text, zw_arena *arena, zw_figure *f,
                            zw_err *err)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = found->n; i > 0; i--) {
        zw_buf_text(&buf, buf.n ? "、" : "");
        zw_buf_str(&buf, zw_str_slice(text, found->at[i - 1]->at));
    }
    f->force_words = buf.n ? zw_arena_str(arena, zw_buf_view(&buf)) : NULL;
    bool failed = zw_buf_failed(&buf) || (buf.n && !f->force_words);
    zw_buf_free(&buf);
    return failed ? zw_err_nomem(err) : ZW_OK;
}

/* ---- figures ---- */

static zw_status judge(const zw_force_rules *r, const zw_fact_context *context, const marks *all,
                       size_t next, zw_facts *facts, size_t figure, zw_err *err)
{
    zw_figure *f = &facts->figures.at[figure];
    words found = words_of(all, next, context->doc->text, facts, figure);
    f->force = force_in_sentence(all, next, context->doc->text);
    if (f->force == ZW_FORCE_NONE)
        f->force = force_of_headings(r, context->doc, f->place.at.start);
    return keep_words(&found, context->doc->text, context->arena, f, err);
}

/* Baselines and conditions are no targets; a number in a row of a table may be told by its column
 * alone and is one as far as its row has a class. */
static bool may_bind(const zw_document *doc, const zw_figure *f)
{
    return f->kind == ZW_KIND_TARGET || (f->kind == ZW_KIND_OTHER && f->place.passage != SIZE_MAX &&
                                         doc->passages.at[f->place.passage].table_row);
}

zw_status zw_forces_find(const zw_force_rules *r, const zw_fact_context *context, zw_facts *facts,
                         zw_err *err)
{
    const zw_document *doc = context->doc;
    size_t passage = SIZE_MAX, next = 0;
    marks all = { 0 };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < facts->figures.n; i++) {
        const zw_figure *f = &facts->figures.at[i];
        if (!may_bind(doc, f) || f->place.passage == SIZE_MAX)
            continue;
        if (f->place.passage != passage) {
            passage = f->place.passage;
            next = all.n = 0;
            if (!mark_passage(r, doc->text, doc->passages.at[passage].text, context->arena, &all))
                return zw_err_nomem(err);
        }
        while (next < all.n && all.at[next].at.start < f->place.at.start)
            next++;
        s = judge(r, context, &all, next, facts, i, err);
    }
    return s;
}
