/* Cited documents: titles in 《》 with or without a number behind, and numbers alone. */
#include "facts/citation.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/trie.h"
#include "base/tsv.h"
#include "base/utf8.h"

extern const char citations_tsv[], citations_tsv_end[];
extern const char cited_genres_tsv[], cited_genres_tsv_end[];

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MAX_TITLE 600 /* bytes between 《 and 》 */
#define MAX_DEPTH 4   /* titles in titles */
#define MAX_NUMBER 90 /* bytes of a document number */
#define OPENING 4     /* passages in which a document says what it rests on */

typedef enum { GENRE, NOT, DRAFT, BASIS, LEAD, KINDS } word_kind;

static const char *const kinds[KINDS] = { "genre", "not", "draft", "basis", "lead" };

typedef struct {
    zw_str *at;
    size_t n;
} word_list;

struct zw_citation_rules {
    zw_arena *arena;
    word_list words[KINDS];
    zw_trie *genres; /* a title that is one of them refers back to another (《意见》) */
};

static zw_status add_genre(zw_citation_rules *r, zw_str word, zw_err *err)
{
    r->words[GENRE].at[r->words[GENRE].n++] = word;
    return zw_trie_add(r->genres, word, 0, err);
}

static zw_status load_words(zw_citation_rules *r, const zw_tsv *table, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < table->rows; i++) {
        int kind = 0;
        while (kind < KINDS && !zw_str_eq(zw_tsv_cell(table, i, 1), zw_str_of(kinds[kind])))
            kind++;
        if (kind == KINDS)
            return zw_tsv_fail(table, i, err, "no such kind");
        if (kind == GENRE)
            s = add_genre(r, zw_tsv_cell(table, i, 0), err);
        else
            r->words[kind].at[r->words[kind].n++] = zw_tsv_cell(table, i, 0);
    }
    return s;
}

static zw_status load(zw_citation_rules *r, zw_err *err)
{
    zw_tsv words, genres;
    zw_status s = zw_tsv_parse("citations.tsv", ZW_EMBEDDED(citations_tsv), "word kind", r->arena,
                               &words, err);
    if (s == ZW_OK)
        s = zw_tsv_parse("genres.tsv", ZW_EMBEDDED(cited_genres_tsv), "word", r->arena, &genres,
                         err);
    if (s == ZW_OK)
        s = zw_trie_new(words.rows + genres.rows, &r->genres, err);
    if (s != ZW_OK)
        return s;
    for (int k = 0; k < KINDS; k++) {
        r->words[k].at = zw_arena_array(r->arena, words.rows + genres.rows, sizeof(zw_str));
        if (!r->words[k].at)
            return zw_err_nomem(err);
    }
    for (size_t i = 0; s == ZW_OK && i < genres.rows; i++)
        s = add_genre(r, zw_tsv_cell(&genres, i, 0), err);
    return s == ZW_OK ? load_words(r, &words, err) : s;
}

zw_status zw_citation_rules_open(zw_citation_rules **rules, zw_err *err)
{
    zw_citation_rules *r = calloc(1, sizeof *r);
    if (!r)
        return zw_err_nomem(err);
    r->arena = zw_arena_new();
    zw_status s = r->arena ? load(r, err) : zw_err_nomem(err);
    if (s != ZW_OK) {
        zw_citation_rules_free(r);
        return s;
    }
    *rules = r;
    return ZW_OK;
}

void zw_citation_rules_free(zw_citation_rules *rules)
{
    if (!rules)
        return;
    zw_trie_free(rules->genres);
    zw_arena_free(rules->arena);
    free(rules);
}

/* The work on one document. */
typedef struct {
    const zw_citation_rules *rules;
    const zw_fact_context *context;
    zw_facts *facts;
    zw_str text;
    zw_str own;    /* the document's own title, squashed */
    bool drafting; /* the list of titles being read is of documents to be made */
    bool failed;
} finder;

static bool starts(zw_str text, size_t at, const char *word)
{
    zw_str w = zw_str_of(word);
    return at <= text.n && text.n - at >= w.n && memcmp(text.at + at, w.at, w.n) == 0;
}

static size_t ending(const word_list *words, zw_str text)
{
    size_t best = 0;
    for (size_t i = 0; i < words->n; i++) {
        if (words->at[i].n > best && zw_str_ends(text, words->at[i]))
            best = words->at[i].n;
    }
    return best;
}

static bool contains_any(const word_list *words, zw_str text)
{
    for (size_t i = 0; i < words->n; i++) {
        if (zw_str_find(text, words->at[i], 0) < text.n)
            return true;
    }
    return false;
}

/* -- titles ---------------------------------------------------------------------------------- */

/* The end of the title that opens at `at`, its 》 included; SIZE_MAX when it does not close. */
static size_t title_end(zw_str text, size_t at)
{
    size_t stop = at + MAX_TITLE < text.n ? at + MAX_TITLE : text.n, len;
    for (int depth = 0; at < stop && depth <= MAX_DEPTH;) {
        uint32_t c = zw_utf8_at(text, at, &len);
        at += len;
        depth += (c == 0x300A) - (c == 0x300B);
        if (depth == 0)
            return at;
    }
    return SIZE_MAX;
}

/* Without blanks, line ends and zero-width signs that a page may have put in. */
static char *squashed(zw_arena *arena, zw_str text, bool marks_too)
{
    zw_buf buf = ZW_BUF_INIT;
    zw_buf_text(&buf, "");
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        bool mark = c == 0x300A || c == 0x300B || c == 0x3008 || c == 0x3009 || c == 0x201C ||
                    c == 0x201D || c == '"';
        if (!zw_is_blank(c) && c != '\n' && !(marks_too && mark))
            zw_buf_add(&buf, text.at + at, len);
    }
    char *copy = zw_buf_failed(&buf) ? NULL : zw_arena_str(arena, zw_buf_view(&buf));
    zw_buf_free(&buf);
    return copy;
}

/* Without what may follow the genre: （试行）, （2016—2020年）, 2025. */
static zw_str without_rider(zw_str title)
{
    for (bool more = true; more && title.n;) {
        size_t len, at = title.n;
        more = false;
        if (zw_is_bracket_close(zw_utf8_before(title, at, &len))) {
            at -= len;
            while (at > 0 && !zw_is_bracket_open(zw_utf8_before(title, at, &len)))
                at -= len;
            more = at > 0;
            if (more)
                title.n = at - len;
        } else if (zw_is_digit(zw_utf8_before(title, at, &len))) {
            while (at > 0 && zw_is_digit(zw_utf8_before(title, at, &len)))
                at -= len;
            more = at < title.n;
            title.n = at;
        }
    }
    return title;
}

/* Whether a title is a document's: it ends in the word for a genre and has more than that word. */
static bool is_document(const finder *f, zw_str title)
{
    zw_str core = without_rider(title);
    uint32_t unused;
    return core.n && ending(&f->rules->words[GENRE], core) &&
           !ending(&f->rules->words[NOT], core) && !zw_trie_get(f->rules->genres, core, &unused);
}

/* Whether the document's title names another document in title marks: 关于贯彻实施《甲条例》的通知;
 * 关于印发《甲办法》的通知 hands on its own. */
static bool names_other(const finder *f, const char *title)
{
    static const char *const handing[] = { "印发", "发布", "公布", "转发", "批转", "颁发",
                                           "颁布", "下发", "制定", "通过", "》",   "、",
                                           "和",   "及",   "与",   NULL };
    zw_str mine = zw_str_of(f->context->doc->meta.title), name = zw_str_of(title);
    size_t at = zw_str_find(mine, name, 0), open = strlen("《");
    if (at < open || at + name.n >= mine.n)
        return false;
    zw_str before = { mine.at, at - open };
    zw_str marked = { mine.at + at - open, open };
    if (!before.n || !(zw_str_eq(marked, ZW_STR("《")) || zw_str_eq(marked, ZW_STR("〈"))))
        return false;
    for (size_t i = 0; handing[i]; i++)
        if (zw_str_ends(before, zw_str_of(handing[i])))
            return false;
    return true;
}

/* Its own title, or the plan it hands on: 现将《…方案》印发给你们. */
static bool is_own(const finder *f, zw_range at, const char *title)
{
    zw_str mine = zw_str_of(squashed(f->context->arena, zw_str_of(title), true));
    if (f->own.n && mine.n && !names_other(f, title) &&
        (zw_str_find(f->own, mine, 0) < f->own.n || zw_str_eq(f->own, mine)))
        return true;
    size_t from = at.start > 60 ? zw_utf8_boundary(f->text, at.start - 60) : 0;
    size_t to = at.end + 60 < f->text.n ? zw_utf8_boundary(f->text, at.end + 60) : f->text.n;
    zw_str before = zw_str_slice(f->text, (zw_range){ from, at.start });
    zw_str after = zw_str_slice(f->text, (zw_range){ at.end, to });
    if (zw_str_has(before, "简称"))
        return zw_str_ends(before, ZW_STR("简称")) || zw_str_ends(before, ZW_STR("简称为"));
    return zw_str_has(before, "现将") &&
           (zw_str_has(after, "发给") || zw_str_has(after, "印发") || zw_str_has(after, "转发") ||
            zw_str_has(after, "公布") || zw_str_has(after, "下发") || zw_str_has(after, "发布"));
}

/* -- numbers --------------------------------------------------------------------------------- */

/* Full-width digits narrow, the year's brackets 〔〕, no blanks. */
static char *normal_number(zw_arena *arena, zw_str number)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t at = 0, len; at < number.n; at += len) {
        uint32_t c = zw_utf8_at(number, at, &len);
        if (zw_is_bracket_open(c))
            zw_buf_text(&buf, "〔");
        else if (zw_is_bracket_close(c))
            zw_buf_text(&buf, "〕");
        else if (!zw_is_blank(c) && c != '\n')
            zw_buf_code(&buf, zw_narrow(c));
    }
    char *copy = zw_buf_failed(&buf) ? NULL : zw_arena_str(arena, zw_buf_view(&buf));
    zw_buf_free(&buf);
    return copy;
}

/* The number in the bracket behind a title: （国发〔2016〕8号，以下简称…）. Empty: none. */
static zw_range number_behind(zw_str text, size_t at)
{
    zw_range none = { at, at };
    size_t len = 0;
    while (at < text.n && zw_is_blank(zw_utf8_at(text, at, &len)))
        at += len;
    if (at >= text.n || !zw_is_bracket_open(zw_utf8_at(text, at, &len)))
        return none;
    size_t start = at + len, stop = start + MAX_NUMBER < text.n ? start + MAX_NUMBER : text.n;
    bool digit = false;
    for (at = start; at < stop; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        digit |= zw_is_digit(c);
        if (c == 0x53F7 && digit) /* 号 */
            return (zw_range){ start, at + len };
        if (c == 0xFF0C || c == ',' || c == 0xFF1B || c == 0x3002 || c == 0x300A || c == '\n')
            break;
    }
    return none;
}

/* 〔2016〕8号 at `at`: where it ends, `at` when it is none. */
static size_t year_and_serial(zw_str text, size_t at)
{
    size_t p = at, len, digits = 0;
    if (!zw_is_bracket_open(zw_utf8_at(text, p, &len)))
        return at;
    for (p += len; p < text.n && zw_is_digit(zw_utf8_at(text, p, &len)); p += len)
        digits++;
    if (digits != 4 || p >= text.n || !zw_is_bracket_close(zw_utf8_at(text, p, &len)))
        return at;
    p += len;
    if (starts(text, p, "第"))
        p += strlen("第");
    for (digits = 0; p < text.n && zw_is_digit(zw_utf8_at(text, p, &len)); p += len)
        digits++;
    return digits && digits < 6 && starts(text, p, "号") ? p + strlen("号") : at;
}

/* 《…通知》武教办〔2016〕7号: a number right behind the title, without a bracket of its own; not
 * 《…》和国发〔2016〕8号. */
static zw_range bare_number(const finder *f, size_t at)
{
    size_t p = at, len = 0;
    for (; p < f->text.n && p - at < MAX_NUMBER / 2; p += len) {
        if (!zw_is_han(zw_utf8_at(f->text, p, &len)))
            break;
    }
    zw_str letters = zw_str_slice(f->text, (zw_range){ at, p });
    size_t end = letters.n >= 6 && p < f->text.n ? year_and_serial(f->text, p) : p;
    for (size_t i = 0; end > p && i < f->rules->words[LEAD].n; i++) {
        if (zw_str_starts(letters, f->rules->words[LEAD].at[i]))
            end = p;
    }
    return (zw_range){ at, end > p ? end : at };
}

/* The letters before the year: 国发, 桂发改城镇; not 按照 and what else runs into them. */
static size_t letters_before(const finder *f, size_t at, size_t from)
{
    size_t start = at, len;
    while (start > from && at - start < MAX_NUMBER / 2) {
        uint32_t c = zw_utf8_before(f->text, start, &len);
        if (!zw_is_han(c) && !(c >= 'A' && c <= 'Z'))
            break;
        start -= len;
        if (ending(&f->rules->words[LEAD], (zw_str){ f->text.at + start, at - start }) ==
            at - start) {
            start += len;
            break;
        }
        zw_str run = { f->text.at + start, at - start };
        size_t lead = 0;
        for (size_t i = 0; i < f->rules->words[LEAD].n; i++) {
            zw_str w = f->rules->words[LEAD].at[i];
            if (zw_str_starts(run, w) && w.n > lead)
                lead = w.n;
        }
        if (lead)
            return start + lead;
    }
    return start;
}

/* -- one passage ------------------------------------------------------------------------------ */

/* 第一条 为了…，根据…，制定本办法。 opens a text even where notices stand before it. */
static bool opens(const finder *f, size_t passage)
{
    const zw_passage *p = &f->context->doc->passages.at[passage];
    return passage < OPENING || starts(f->text, p->body, "第一条");
}

/* Whether the sentence up to `at` says that this is what the document rests on. */
static bool is_basis(const finder *f, size_t passage, size_t from, size_t at)
{
    if (!opens(f, passage))
        return false;
    size_t start = at > from + 1200 ? zw_utf8_boundary(f->text, at - 1200) : from, len;
    for (size_t p = start; p < at; p += len) {
        if (zw_utf8_at(f->text, p, &len) == 0x3002)
            start = p + len;
    }
    return contains_any(&f->rules->words[BASIS], zw_str_slice(f->text, (zw_range){ start, at }));
}

static void add(finder *f, zw_range at, const char *title, const char *number, bool basis,
                const char *rule)
{
    zw_citation *c = title ? zw_array_add(f->context->arena, &f->facts->citations) : NULL;
    if (!c) {
        f->failed = true;
        return;
    }
    *c = (zw_citation){ zw_fact_place_of(f->context, at, rule), title, number, basis };
}

/* 编制《A》和《B》: what stands before the first holds for the second. */
static bool is_draft(finder *f, zw_range passage, size_t at)
{
    size_t from = at > passage.start + 24 ? zw_utf8_boundary(f->text, at - 24) : passage.start;
    zw_str before = zw_str_trim(zw_str_slice(f->text, (zw_range){ from, at }));
    bool goes_on = zw_str_ends(before, ZW_STR("》、")) || zw_str_ends(before, ZW_STR("》和")) ||
                   zw_str_ends(before, ZW_STR("》及")) || zw_str_ends(before, ZW_STR("》《")) ||
                   zw_str_ends(before, ZW_STR("》"));
    if (!goes_on)
        f->drafting = ending(&f->rules->words[DRAFT], before) > 0;
    return f->drafting;
}

/* A title at `at`; returns where reading goes on. */
static size_t take_title(finder *f, size_t passage, zw_range p, size_t at)
{
    size_t end = title_end(f->text, at), open = strlen("《");
    if (end == SIZE_MAX || end > p.end)
        return at + open;
    zw_range inside = { at + open, end - strlen("》") };
    char *title = squashed(f->context->arena, zw_str_slice(f->text, inside), false);
    if (!title) {
        f->failed = true;
        return end;
    }
    zw_range behind = number_behind(f->text, end);
    if (!zw_range_len(behind))
        behind = bare_number(f, end);
    bool numbered = zw_range_len(behind) > 0;
    bool draft = is_draft(f, p, at);
    if ((!numbered && (draft || !is_document(f, zw_str_of(title)))) ||
        is_own(f, (zw_range){ at, end }, title))
        return end;
    char *number = NULL;
    if (numbered) {
        number = normal_number(f->context->arena, zw_str_slice(f->text, behind));
        f->failed |= number == NULL;
    }
    add(f, inside, title, number, is_basis(f, passage, p.start, at),
        numbered ? "title-number" : "title");
    return numbered ? behind.end : end;
}

/* A number without a title at `at`, the bracket of its year. */
static size_t take_number(finder *f, size_t passage, zw_range p, size_t at)
{
    size_t len, end = year_and_serial(f->text, at);
    zw_utf8_at(f->text, at, &len);
    if (end == at)
        return at + len;
    size_t start = letters_before(f, at, p.start);
    if (at - start < 6)
        return end;
    char *number = normal_number(f->context->arena,
                                 zw_str_slice(f->text, (zw_range){ start, end }));
    f->failed |= number == NULL;
    const char *mine = f->context->doc->meta.number;
    if (number && !(mine && strcmp(mine, number) == 0))
        add(f, (zw_range){ start, end }, "", number, is_basis(f, passage, p.start, start),
            "number");
    return end;
}

static void find_in_passage(finder *f, size_t passage)
{
    zw_range p = f->context->doc->passages.at[passage].text;
    for (size_t at = p.start, len; !f->failed && at < p.end;) {
        uint32_t c = zw_utf8_at(f->text, at, &len);
        if (c == 0x300A)
            at = take_title(f, passage, p, at);
        else if (zw_is_bracket_open(c))
            at = take_number(f, passage, p, at);
        else
            at += len;
    }
}

zw_status zw_citations_find(const zw_citation_rules *rules, const zw_fact_context *context,
                            zw_facts *facts, zw_err *err)
{
    finder f = { .rules = rules, .context = context, .facts = facts, .text = context->doc->text };
    char *own = squashed(context->arena, zw_str_of(context->doc->meta.title), true);
    if (!own)
        return zw_err_nomem(err);
    f.own = zw_str_of(own);
    for (size_t i = 0; !f.failed && i < context->doc->passages.n; i++)
        find_in_passage(&f, i);
    return f.failed ? zw_err_nomem(err) : ZW_OK;
}
