#include "query/study/wording/clause.h"

#include "base/numeral.h"
#include "base/utf8.h"
#include "query/study/wording/sentence.h"

#define SHORTEST 4 /* characters of a key: shorter ones (附件：) are no wording */

/* --- the own place ---------------------------------------------------------------------------- */

typedef ZW_ARRAY(zw_str) names;

static size_t chars_before(zw_str text, size_t n)
{
    size_t at = 0, len;
    for (; n && at < text.n; n--, at += len)
        zw_utf8_at(text, at, &len);
    return at;
}

/* 福建 of 福建省, 广西 of 广西壮族自治区, 内蒙古; nothing of 威县. */
static zw_str stem_of(zw_str name)
{
    if (zw_str_starts(name, ZW_STR("内蒙古")))
        return ZW_STR("内蒙古");
    if (zw_str_has(name, "自治"))
        return (zw_str){ name.at, chars_before(name, 2) };
    size_t len;
    zw_utf8_before(name, name.n, &len);
    zw_str stem = { name.at, name.n - len };
    return zw_utf8_count(stem) >= 2 ? stem : (zw_str){ NULL, 0 };
}

/* The longer forms first. */
static zw_status own_names(const zw_doc_record *document, zw_arena *arena, names *own, zw_err *err)
{
    for (int stems = 0; document && stems < 2; stems++) {
        for (size_t i = 0; i < document->region.n; i++) {
            zw_str name = zw_str_of(document->region.names[i]);
            zw_str form = stems ? stem_of(name) : name;
            zw_str *entry = form.n ? zw_array_add(arena, own) : NULL;
            if (form.n && !entry)
                return zw_err_nomem(err);
            if (entry)
                *entry = form;
        }
    }
    return ZW_OK;
}

static size_t own_place_at(const names *own, zw_str text, size_t at)
{
    zw_str rest = { text.at + at, text.n - at };
    for (size_t i = 0; i < own->n; i++) {
        if (zw_str_starts(rest, own->at[i]))
            return own->at[i].n;
    }
    return 0;
}

/* --- keys ------------------------------------------------------------------------------------- */

/* （三） 三、 (3) 3. ① 第三条 at the beginning: the length of that. */
static size_t label_length(zw_str text)
{
    zw_numeral number;
    size_t len, at = 0;
    if (text.n == 0)
        return 0;
    uint32_t first = zw_utf8_at(text, 0, &len);
    if (first >= 0x2460 && first <= 0x249B) /* ① to ⒛ */
        return len;
    bool ordinal = first == 0x7B2C; /* 第 */
    if (zw_is_bracket_open(first) || ordinal)
        at = len;
    size_t used = zw_numeral_read(text, at, &number);
    if (used == 0 || at + used >= text.n)
        return 0;
    at += used;
    uint32_t behind = zw_utf8_at(text, at, &len);
    if (ordinal)
        return zw_str_starts((zw_str){ text.at + at, text.n - at }, ZW_STR("条")) ? at + len : 0;
    size_t next;
    bool point = behind == '.' || behind == 0xFF0E;
    if (point && at + len < text.n && zw_is_digit(zw_utf8_at(text, at + len, &next)))
        return 0; /* 3.5万人 */
    return zw_is_bracket_close(behind) || behind == 0x3001 || point ? at + len : 0;
}

/* Folded text is in half width. */
static bool counts(zw_str text, size_t at, uint32_t c, size_t len)
{
    size_t other;
    if (c == '.')
        return at > 0 && zw_is_digit(zw_utf8_before(text, at, &other)) && at + len < text.n &&
               zw_is_digit(zw_utf8_at(text, at + len, &other));
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '%';
    return zw_is_han(c) || c == 0x2030 || (c >= 0xC0 && c < 0x2000);
}

zw_status zw_clause_key(zw_session *session, zw_str text, const zw_doc_record *document,
                        zw_arena *arena, zw_key *key, zw_err *err)
{
    zw_str folded;
    names own = { 0 };
    text = zw_str_trim(text);
    size_t label = label_length(text);
    text = (zw_str){ text.at + label, text.n - label };
    zw_status s = own_names(document, arena, &own, err);
    if (s == ZW_OK)
        s = zw_segmenter_fold_exact(session->segmenter, text, arena, &folded, NULL, err);
    uint32_t *at = s == ZW_OK ? zw_arena_array(arena, zw_utf8_count(folded) + 1, sizeof *at) : NULL;
    if (!at)
        return s == ZW_OK ? zw_err_nomem(err) : s;
    *key = (zw_key){ at, 0 };
    for (size_t i = 0, len; i < folded.n; i += len) {
        uint32_t c = zw_utf8_at(folded, i, &len);
        size_t own_len = own_place_at(&own, folded, i);
        if (own_len)
            at[key->n++] = ZW_KEY_OWN_PLACE;
        else if (counts(folded, i, c, len))
            at[key->n++] = c;
        len = own_len ? own_len : len;
    }
    return ZW_OK;
}

/* --- sentences -------------------------------------------------------------------------------- */

typedef struct {
    zw_session *session;
    const zw_passage_record *passage;
    const zw_doc_record *document;
    zw_arena *arena;
    zw_clauses *clauses;
    zw_err *err;
    const char *id, *headings;
} cutter;

static zw_status add(const cutter *c, zw_range at, size_t sentence, size_t shortest)
{
    const zw_passage_record *p = c->passage;
    zw_clause clause = {
        .document = c->document, .passage = c->id, .sentence = sentence, .headings = c->headings
    };
    char *text = zw_arena_str(c->arena, zw_str_slice(p->text, at));
    if (!text)
        return zw_err_nomem(c->err);
    clause.text = (zw_str){ text, zw_range_len(at) };
    clause.source = zw_passage_record_span(p, at);
    zw_status s = zw_clause_key(c->session, clause.text, c->document, c->arena, &clause.key,
                                c->err);
    if (s != ZW_OK || clause.key.n < shortest)
        return s;
    clause.hash = zw_key_hash(clause.key);
    zw_clause *entry = zw_array_add(c->arena, c->clauses);
    if (entry)
        *entry = clause;
    return entry ? ZW_OK : zw_err_nomem(c->err);
}

static zw_status begin(cutter *c)
{
    const zw_passage_record *p = c->passage;
    const char *headings = zw_arena_strdup(c->arena, p->n_headings ? p->headings[0] : "");
    for (size_t i = 1; headings && i < p->n_headings; i++)
        headings = zw_arena_printf(c->arena, "%s > %s", headings, p->headings[i]);
    c->id = zw_arena_strdup(c->arena, p->id);
    c->headings = headings;
    return c->id && headings ? ZW_OK : zw_err_nomem(c->err);
}

zw_status zw_clauses_add(zw_session *session, const zw_passage_record *passage,
                         const zw_doc_record *document, zw_arena *arena, zw_clauses *clauses,
                         zw_err *err)
{
    cutter c = { session, passage, document, arena, clauses, err, NULL, NULL };
    zw_status s = begin(&c);
    size_t number = 0;
    zw_range sentence;
    for (size_t at = passage->body; s == ZW_OK && zw_sentence_next(passage->text, &at, &sentence);
         number++)
        s = add(&c, sentence, number, SHORTEST);
    return s;
}

zw_status zw_clauses_add_whole(zw_session *session, const zw_passage_record *passage,
                               const zw_doc_record *document, zw_arena *arena, zw_clauses *clauses,
                               zw_err *err)
{
    cutter c = { session, passage, document, arena, clauses, err, NULL, NULL };
    zw_str body = { passage->text.at + passage->body, passage->text.n - passage->body };
    zw_str inner = zw_str_trim(body);
    size_t start = inner.n ? (size_t)(inner.at - passage->text.at) : passage->body;
    zw_status s = begin(&c);
    return s == ZW_OK ? add(&c, (zw_range){ start, start + inner.n }, 0, 0) : s;
}
