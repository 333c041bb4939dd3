#include "query/study/places/asked.h"

#include <string.h>

/* A part: a text that stands there, or several such things. Depth is that of the query's brackets,
 * which the parser bounds (ZW_QUERY_DEPTH). */
typedef struct test test;
struct test {
    enum { HAS, ALL, ANY, NONE } kind;
    zw_strs any; /* HAS: one of these */
    ZW_ARRAY(test) kids;
    zw_str text;         /* as written */
    bool exact;          /* HAS: wherever its characters stand */
    zw_str run;          /* ALL: as a word that was cut is written; stands for its pieces */
    const zw_strs *hide; /* HAS: of a part: not inside one of these */
    bool hides;          /* HAS: of a bar: holds a form of a part, which it hides */
};

struct zw_asked {
    ZW_ARRAY(test) parts, bars;
    zw_strs hide;
};

typedef struct {
    zw_session *session;
    zw_str query;
    zw_arena *arena;
    zw_query_fault *fault;
    zw_err *err;
    bool words; /* what asks for no text is left out */
} maker;

/* --- making ----------------------------------------------------------------------------------- */

static zw_status add_form(const maker *m, test *t, zw_str folded)
{
    char *copy = zw_arena_str(m->arena, folded);
    zw_str *slot = copy ? zw_array_add(m->arena, &t->any) : NULL;
    if (!slot)
        return zw_err_nomem(m->err);
    *slot = (zw_str){ copy, folded.n };
    return ZW_OK;
}

static zw_status add_piece(const maker *m, test *to, const zw_query_word *word)
{
    test *t = zw_array_add(m->arena, &to->kids);
    if (!t)
        return zw_err_nomem(m->err);
    *t = (test){ .kind = HAS, .text = word->text };
    zw_status s = add_form(m, t, word->folded);
    for (size_t i = 0; s == ZW_OK && i < word->also_folded.n; i++)
        s = add_form(m, t, word->also_folded.at[i]);
    return s;
}

/* 积分落户 is 积分 and 落户, but a phrase is said only where it stands as it is written. */
static zw_status keep_run(const maker *m, const zw_node *node, test *to)
{
    zw_str run;
    zw_status s = zw_segmenter_fold_exact(m->session->segmenter, node->text, m->arena, &run, NULL,
                                          m->err);
    bool whole = s == ZW_OK && to->kids.n == 1 && zw_str_eq(to->kids.at[0].any.at[0], run);
    if (s == ZW_OK && !whole)
        to->run = run;
    return s;
}

/* The pieces of a word, as the plan of a query of this word alone has them; words of grammar (的)
 * only where there is nothing else. */
static zw_status make_word(const maker *m, const zw_node *node, test *to)
{
    zw_plan plan = { 0 };
    size_t wanted = 0;
    zw_status s = zw_plan_make(m->session, node, ZW_UNIT_PASSAGES, m->arena, &plan, m->fault,
                               m->err);
    for (size_t i = 0; s == ZW_OK && i < plan.words.n; i++)
        wanted += !plan.words.at[i].rank_only;
    for (size_t i = 0; s == ZW_OK && i < plan.words.n; i++) {
        if (!plan.words.at[i].rank_only || wanted == 0)
            s = add_piece(m, to, &plan.words.at[i]);
    }
    zw_plan_free(&plan);
    return s == ZW_OK && m->words ? keep_run(m, node, to) : s;
}

static zw_status make_run(const maker *m, const zw_node *node, test *to)
{
    zw_str folded;
    zw_status s = zw_segmenter_fold_exact(m->session->segmenter, node->text, m->arena, &folded,
                                          NULL, m->err);
    to->kind = HAS;
    to->exact = true;
    return s == ZW_OK ? add_form(m, to, folded) : s;
}

static zw_status make(const maker *m, const zw_node *node, test *to);

static zw_status make_kids(const maker *m, const zw_node *node, test *to)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < node->kids.n; i++) {
        test *kid = zw_array_add(m->arena, &to->kids);
        s = kid ? make(m, node->kids.at[i], kid) : zw_err_nomem(m->err);
    }
    return s;
}

/* 居住证 NOT region:北京 bars no text. */
static bool asks_for_text(const maker *m, const zw_node *node)
{
    bool field = node->kind == ZW_NODE_FIELD || node->kind == ZW_NODE_RANGE ||
                 node->kind == ZW_NODE_FIGURE || node->kind == ZW_NODE_ALL;
    for (size_t i = 0; m->words && !field && i < node->kids.n; i++)
        field = !asks_for_text(m, node->kids.at[i]);
    return !m->words || !field;
}

static zw_status make(const maker *m, const zw_node *node, test *to)
{
    *to = (test){ .kind = ALL, .text = zw_str_slice(m->query, node->at) };
    switch (node->kind) {
    case ZW_NODE_WORD:
        return make_word(m, node, to);
    case ZW_NODE_RUN:
        return make_run(m, node, to);
    case ZW_NODE_OR:
        to->kind = ANY;
        return make_kids(m, node, to);
    case ZW_NODE_NOT:
        if (!asks_for_text(m, node->kids.at[0]))
            return ZW_OK;
        to->kind = NONE;
        return make_kids(m, node, to);
    case ZW_NODE_AND:
    case ZW_NODE_NEAR:
        return make_kids(m, node, to);
    default:
        if (m->words)
            return ZW_OK; /* holds wherever it is asked */
        return zw_err_set(m->err, ZW_E_USAGE,
                          "'%.*s': a question is made of words, quoted text, AND, OR, NOT",
                          (int)to->text.n, to->text.at);
    }
}

/* What is wanted side by side, brackets opened. */
static zw_status take(const maker *m, zw_asked *asked, const test *t)
{
    zw_status s = ZW_OK;
    if (t->kind == ALL && !t->run.n) {
        for (size_t i = 0; s == ZW_OK && i < t->kids.n; i++)
            s = take(m, asked, &t->kids.at[i]);
        return s;
    }
    if (t->kind != NONE && asked->parts.n == ZW_ASKED_PARTS)
        return zw_err_set(m->err, ZW_E_USAGE, "a question has at most %d parts", ZW_ASKED_PARTS);
    test *slot = t->kind == NONE ? zw_array_add(m->arena, &asked->bars)
                                 : zw_array_add(m->arena, &asked->parts);
    if (!slot)
        return zw_err_nomem(m->err);
    *slot = *t;
    return ZW_OK;
}

/* Whether a form of the part stands inside the form of a bar, and is not all of it. */
static bool is_inside(const test *part, zw_str bar)
{
    for (size_t i = 0; part->kind == HAS && i < part->any.n; i++) {
        if (part->any.at[i].n < bar.n && zw_str_find(bar, part->any.at[i], 0) < bar.n)
            return true;
    }
    for (size_t i = 0; i < part->kids.n; i++) {
        if (is_inside(&part->kids.at[i], bar))
            return true;
    }
    return false;
}

static zw_status hide_in(const maker *m, zw_asked *asked, test *bar)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < bar->kids.n; i++)
        s = hide_in(m, asked, &bar->kids.at[i]);
    for (size_t i = 0; s == ZW_OK && bar->kind == HAS && i < bar->any.n; i++) {
        bool hides = false;
        for (size_t k = 0; !hides && k < asked->parts.n; k++)
            hides = is_inside(&asked->parts.at[k], bar->any.at[i]);
        zw_str *slot = hides ? zw_array_add(m->arena, &asked->hide) : NULL;
        if (hides && !slot)
            return zw_err_nomem(m->err);
        if (slot)
            *slot = bar->any.at[i];
        bar->hides |= hides;
    }
    return s;
}

static void hide_from(const zw_asked *asked, test *part)
{
    part->hide = &asked->hide;
    for (size_t i = 0; i < part->kids.n; i++)
        hide_from(asked, &part->kids.at[i]);
}

/* 居住 NOT 居住证: 居住 wherever it is no part of 居住证, also where 居住证 stands beside it. */
static zw_status hide(const maker *m, zw_asked *asked)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < asked->bars.n; i++)
        s = hide_in(m, asked, &asked->bars.at[i]);
    for (size_t i = 0; i < asked->parts.n; i++)
        hide_from(asked, &asked->parts.at[i]);
    return s;
}

static zw_status make_all(const maker *m, zw_asked **asked)
{
    zw_node *tree;
    test root;
    *asked = zw_arena_alloc(m->arena, sizeof **asked);
    if (!*asked)
        return zw_err_nomem(m->err);
    zw_status s = zw_query_parse(m->query, m->arena, &tree, m->fault, m->err);
    if (s == ZW_OK)
        s = make(m, tree, &root);
    if (s == ZW_OK)
        s = take(m, *asked, &root);
    return s == ZW_OK ? hide(m, *asked) : s;
}

zw_status zw_asked_new(zw_session *session, const char *query, zw_arena *arena, zw_asked **asked,
                       zw_query_fault *fault, zw_err *err)
{
    maker m = { session, zw_str_of(query), arena, fault, err, false };
    zw_status s = make_all(&m, asked);
    if (s == ZW_OK && (*asked)->parts.n == 0)
        s = zw_err_set(err, ZW_E_USAGE, "'%s': nothing is asked for", query);
    return s;
}

zw_status zw_asked_words(zw_session *session, const char *query, zw_arena *arena, zw_asked **asked,
                         zw_query_fault *fault, zw_err *err)
{
    maker m = { session, zw_str_of(query), arena, fault, err, true };
    return make_all(&m, asked);
}

/* --- asking ----------------------------------------------------------------------------------- */

/* Whether a word of the text begins inside the match and ends behind it. */
static bool cuts_a_word(zw_asking *a, zw_asked_text *text, zw_range match)
{
    if (!text->cut) {
        zw_status s = zw_segmenter_words(a->segmenter, text->folded, a->arena, &text->words,
                                         a->err);
        a->status = a->status == ZW_OK ? s : a->status;
        text->cut = true;
    }
    size_t low = 0, high = text->words.n;
    while (low < high) { /* the first word that ends behind the match */
        size_t middle = low + (high - low) / 2;
        if (text->words.at[middle].at.end > match.end)
            high = middle;
        else
            low = middle + 1;
    }
    return low < text->words.n && text->words.at[low].at.start > match.start &&
           text->words.at[low].at.start < match.end;
}

/* Whether the match stands inside one of these in the text. */
static bool is_hidden(const zw_strs *hide, zw_str text, zw_range match)
{
    zw_str form = zw_str_slice(text, match);
    for (size_t i = 0; hide && i < hide->n; i++) {
        zw_str word = hide->at[i];
        for (size_t k = 0; (k = zw_str_find(word, form, k)) < word.n; k++) {
            if (k <= match.start && match.start - k + word.n <= text.n &&
                memcmp(text.at + match.start - k, word.at, word.n) == 0)
                return true;
        }
    }
    return false;
}

static bool stands(const test *t, zw_str form, zw_asking *a, zw_asked_text *text)
{
    for (size_t at = 0; (at = zw_str_find(text->folded, form, at)) < text->folded.n;) {
        zw_range match = { at, at + form.n };
        if (!is_hidden(t->hide, text->folded, match) && (t->exact || !cuts_a_word(a, text, match)))
            return true;
        at = match.end;
    }
    return false;
}

static bool holds(const test *t, zw_asking *a, zw_asked_text *text);

static bool any_kid(const test *t, zw_asking *a, zw_asked_text *text, bool holding)
{
    for (size_t i = 0; i < t->kids.n; i++) {
        if (holds(&t->kids.at[i], a, text) == holding)
            return true;
    }
    return false;
}

static bool holds(const test *t, zw_asking *a, zw_asked_text *text)
{
    bool run = t->run.n && stands(t, t->run, a, text);
    if (run || (t->run.n && a->own_words))
        return run;
    if (t->kind != HAS)
        return t->kind == ANY ? any_kid(t, a, text, true) : !any_kid(t, a, text, t->kind == NONE);
    size_t n = a->own_words && t->any.n ? 1 : t->any.n; /* the word itself stands first */
    for (size_t i = 0; !t->hides && i < n; i++) {
        if (stands(t, t->any.at[i], a, text))
            return true;
    }
    return false;
}

uint32_t zw_asked_in(const zw_asked *asked, zw_asking *asking, zw_asked_text *text)
{
    uint32_t parts = 0;
    for (size_t i = 0; i < asked->parts.n; i++)
        parts |= (uint32_t)holds(&asked->parts.at[i], asking, text) << i;
    return parts;
}

bool zw_asked_barred(const zw_asked *asked, zw_asking *asking, zw_asked_text *text)
{
    for (size_t i = 0; i < asked->bars.n; i++) {
        if (!holds(&asked->bars.at[i], asking, text))
            return true;
    }
    return false;
}

size_t zw_asked_parts(const zw_asked *asked)
{
    return asked->parts.n;
}

zw_str zw_asked_part(const zw_asked *asked, size_t part)
{
    return asked->parts.at[part].text;
}

uint32_t zw_asked_all(const zw_asked *asked)
{
    return asked->parts.n == 32 ? UINT32_MAX : ((uint32_t)1 << asked->parts.n) - 1;
}

size_t zw_asked_count(uint32_t parts)
{
    size_t n = 0;
    for (; parts; parts &= parts - 1)
        n++;
    return n;
}
