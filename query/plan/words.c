/* Words, runs and nearness as queries over terms. */
#include "base/utf8.h"
#include "query/plan/planner.h"
#include "segmenter/ranking.h"

/* --- exact runs --------------------------------------------------------------------------- */

/* Letters and digits may begin in the middle of a run of the text: "PP" stands in PPP. */
static zw_status inner_runs(zw_planner *p, const char *prefix, const zw_term *t, zw_xqueries *any)
{
    static const char first[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i + 1 < sizeof first; i++) {
        zw_xterms terms = { 0 };
        zw_str begin = zw_str_of(zw_arena_printf(p->arena, "%s%c", prefix, first[i]));
        s = zw_xdb_terms(p->db, begin, SIZE_MAX, p->arena, &terms, p->err);
        for (size_t k = 0; s == ZW_OK && k < terms.n; k++) {
            zw_str term = terms.at[k].term;
            term.at += strlen(prefix);
            term.n -= strlen(prefix);
            bool holds = t->open_end ? zw_str_find(term, t->text, 0) < term.n
                                     : zw_str_ends(term, t->text);
            if (holds && !zw_planner_push(p, any, zw_xquery_term(p->plan->tree, prefix, term, 1)))
                return zw_err_nomem(p->err);
        }
    }
    return s;
}

static zw_status run_term(zw_planner *p, zw_field_id field, const zw_term *t, zw_xquery *query)
{
    const char *prefix = zw_fields[field].prefix;
    if (t->kind == ZW_TERM_RUN && t->open_start) {
        zw_xqueries any = { 0 };
        zw_status s = inner_runs(p, prefix, t, &any);
        *query = zw_planner_join(p, ZW_XOP_SYNONYM, &any);
        *query = zw_planner_weighs(p, &(zw_weighing){ .field = &zw_fields[field],
                                                      .term = t->text,
                                                      .open_end = t->open_end,
                                                      .weight = 1,
                                                      .query = *query });
        return s;
    }
    if (t->open_end && (t->kind == ZW_TERM_RUN || t->kind == ZW_TERM_SINGLE))
        *query = zw_planner_prefix(p, field, t->text, t->weight);
    else
        *query = zw_planner_term(p, field, t->text, t->weight);
    return ZW_OK;
}

zw_status zw_plan_run_query(zw_planner *p, zw_str text, zw_field_id field, zw_xquery *query,
                            bool *exact)
{
    zw_terms terms = { 0 };
    zw_xqueries all = { 0 };
    zw_status s = zw_segmenter_terms(p->session->segmenter, ZW_SEG_PHRASE, text, p->arena, &terms,
                                     p->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        zw_xquery one;
        s = run_term(p, field, &terms.at[i], &one);
        if (s == ZW_OK && !zw_planner_push(p, &all, one))
            return zw_err_nomem(p->err);
    }
    *query = zw_planner_join(p, ZW_XOP_AND, &all);
    *exact = terms.n == 1 && terms.at[0].at.start == 0 && terms.at[0].at.end == text.n;
    return s;
}

zw_status zw_plan_run(zw_planner *p, zw_str text, zw_field_id field, zw_zone zone, zw_part *part)
{
    zw_str folded;
    bool exact;
    zw_status s = zw_planner_fold(p, text, &folded);
    if (s == ZW_OK)
        s = zw_plan_run_query(p, text, field, &part->query, &exact);
    if (s == ZW_OK && zone == ZW_ZONE_BODY)
        s = zw_planner_mark(p, folded, false);
    if (s != ZW_OK || (exact && zone != ZW_ZONE_MEASURE))
        return s;
    part->check = zw_planner_check(p, ZW_CHECK_RUN);
    if (!part->check)
        return zw_err_nomem(p->err);
    part->check->zone = zone;
    return zw_planner_check_text(p, part->check, folded);
}

zw_status zw_plan_near(zw_planner *p, const zw_node *node, zw_part *part)
{
    zw_xqueries all = { 0 };
    part->check = zw_planner_check(p, ZW_CHECK_NEAR);
    if (!part->check)
        return zw_err_nomem(p->err);
    part->check->distance = node->distance;
    for (size_t i = 0; i < node->kids.n; i++) {
        zw_part kid = { 0 };
        zw_str folded;
        zw_str text = node->kids.at[i]->text;
        zw_status s = zw_planner_fold(p, text, &folded);
        if (s == ZW_OK)
            s = zw_plan_run(p, text, ZW_F_BODY, ZW_ZONE_BODY, &kid);
        if (s == ZW_OK)
            s = zw_planner_check_text(p, part->check, folded);
        if (s != ZW_OK)
            return s;
        if (!zw_planner_push(p, &all, kid.query))
            return zw_err_nomem(p->err);
    }
    part->query = zw_planner_join(p, ZW_XOP_AND, &all);
    return ZW_OK;
}

/* --- words -------------------------------------------------------------------------------- */

/* All terms of a word in one field. */
static zw_xquery word_in(zw_planner *p, zw_field_id field, const zw_terms *terms, double weight)
{
    zw_xqueries all = { 0 };
    size_t from = p->plan->weighings.n;
    for (size_t i = 0; i < terms->n; i++) {
        const zw_term *t = &terms->at[i];
        zw_xquery q = t->open_end ? zw_planner_prefix(p, field, t->text, t->weight * weight)
                                  : zw_planner_term(p, field, t->text, t->weight * weight);
        if (!zw_planner_push(p, &all, q))
            return NULL;
    }
    zw_xquery query = zw_planner_join(p, ZW_XOP_AND, &all);
    if (all.n > 1)
        zw_planner_within(p, from, query);
    return query;
}

/* In the passage, its headings or its title. */
static zw_xquery word_anywhere(zw_planner *p, const zw_terms *terms, double weight)
{
    zw_xqueries zones = { 0 };
    const zw_field_id fields[] = { ZW_F_BODY, ZW_F_HEADING, ZW_F_TITLE };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!zw_planner_push(p, &zones, word_in(p, fields[i], terms, weight)))
            return NULL;
    }
    return zw_planner_join(p, ZW_XOP_OR, &zones);
}

static bool terms_known(zw_planner *p, const zw_terms *terms)
{
    for (size_t i = 0; i < terms->n; i++) {
        const zw_term *t = &terms->at[i];
        if (!t->open_end && zw_xdb_termfreq(p->db, t->text) == 0)
            return false;
    }
    return true;
}

/* The synonyms of a word, those that stand in the index, each asked for as the word itself is. */
static zw_status add_also(zw_planner *p, zw_query_word *word, const zw_synonym *same,
                          zw_xqueries *any)
{
    for (size_t i = 0; i < same->n; i++) {
        zw_terms terms = { 0 };
        if (zw_str_eq(same->folded[i], word->folded))
            continue;
        zw_status s = zw_segmenter_terms(p->session->segmenter, ZW_SEG_QUERY, same->words[i],
                                         p->arena, &terms, p->err);
        if (s != ZW_OK)
            return s;
        if (!terms_known(p, &terms))
            continue;
        zw_str *also = zw_array_add(p->arena, &word->also);
        zw_str *folded = zw_array_add(p->arena, &word->also_folded);
        if (!also || !folded || !zw_planner_push(p, any, word_anywhere(p, &terms, ZW_ALSO_WEIGHT)))
            return zw_err_nomem(p->err);
        *also = same->words[i];
        *folded = same->folded[i];
    }
    return ZW_OK;
}

static bool is_han_word(const zw_query_word *word)
{
    size_t len;
    return word->folded.n && zw_is_han(zw_utf8_at(word->folded, 0, &len));
}

static zw_status mark_word(zw_planner *p, const zw_query_word *word)
{
    zw_status s = zw_planner_mark(p, word->folded, !is_han_word(word));
    for (size_t i = 0; s == ZW_OK && i < word->also_folded.n; i++)
        s = zw_planner_mark(p, word->also_folded.at[i], true);
    return s;
}

/* Grammar alone (什么, 的) may raise a rank but is never demanded. */
static bool only_grammar(const zw_query_word *word)
{
    for (size_t i = 0; i < word->terms.n; i++) {
        if (word->terms.at[i].weight > ZW_WEIGHT_STOP)
            return false;
    }
    return true;
}

static zw_status add_word(zw_planner *p, zw_str text, const zw_terms *terms, const zw_synonym *same,
                          bool side, zw_xqueries *all)
{
    zw_query_word *word = zw_array_add(p->arena, &p->plan->words);
    zw_xqueries any = { 0 };
    size_t from = p->plan->weighings.n;
    if (!word)
        return zw_err_nomem(p->err);
    word->text = text;
    word->terms = *terms;
    word->side = side;
    word->known = terms_known(p, terms);
    word->rank_only = only_grammar(word);
    zw_status s = zw_planner_fold(p, text, &word->folded);
    if (s == ZW_OK && !zw_planner_push(p, &any, word_anywhere(p, terms, 1)))
        s = zw_err_nomem(p->err);
    if (s == ZW_OK && same)
        s = add_also(p, word, same, &any);
    if (word->rank_only)
        p->plan->weighings.n = from;
    if (s != ZW_OK || word->rank_only)
        return s;
    if (!zw_planner_push(p, all, zw_planner_join(p, ZW_XOP_OR, &any)))
        return zw_err_nomem(p->err);
    return mark_word(p, word);
}

/* --- a chunk of words without blanks between ------------------------------------------------ */

typedef struct {
    zw_str text;
    zw_terms terms; /* of the whole chunk */
    zw_tokens tokens;
    zw_str joined;  /* the tokens' terms one behind the other */
    size_t *starts; /* of each token in joined; one more at the end */
} chunk;

static zw_status cut(zw_planner *p, zw_str text, chunk *c)
{
    *c = (chunk){ .text = text };
    zw_segmenter *segmenter = p->session->segmenter;
    zw_status s = zw_segmenter_terms(segmenter, ZW_SEG_QUERY, text, p->arena, &c->terms, p->err);
    if (s == ZW_OK)
        s = zw_segmenter_words(segmenter, text, p->arena, &c->tokens, p->err);
    if (s != ZW_OK)
        return s;
    size_t n = 0;
    for (size_t i = 0; i < c->tokens.n; i++)
        n += c->tokens.at[i].term.n;
    char *joined = zw_arena_alloc(p->arena, n + 1);
    c->starts = zw_arena_array(p->arena, c->tokens.n + 1, sizeof *c->starts);
    if (!joined || !c->starts)
        return zw_err_nomem(p->err);
    c->joined = (zw_str){ joined, n };
    for (size_t i = 0, at = 0; i < c->tokens.n; i++) {
        zw_str term = c->tokens.at[i].term;
        memcpy(joined + at, term.at, term.n);
        at += term.n;
        c->starts[i + 1] = at;
    }
    return ZW_OK;
}

/* The token behind which a synonym that starts at token `from` ends; `from` when none does. */
static size_t synonym_at(zw_planner *p, const chunk *c, size_t from, zw_synonym *same)
{
    size_t longest = SIZE_MAX;
    while (zw_synonyms_at(p->session->synonyms, c->joined, c->starts[from], &longest, same)) {
        size_t end = c->starts[from] + same->used;
        for (size_t i = from + 1; i <= c->tokens.n && c->starts[i] <= end; i++) {
            if (c->starts[i] == end)
                return i;
        }
    }
    return from;
}

static zw_status terms_in(zw_planner *p, const chunk *c, zw_range at, zw_terms *terms)
{
    for (size_t i = 0; i < c->terms.n; i++) {
        const zw_term *t = &c->terms.at[i];
        if (t->at.start < at.start || t->at.end > at.end)
            continue;
        zw_term *to = zw_array_add(p->arena, terms);
        if (!to)
            return zw_err_nomem(p->err);
        *to = *t;
    }
    return ZW_OK;
}

static bool is_inside(const chunk *c, const zw_term *t)
{
    bool inside = false;
    for (size_t k = 0; k < c->tokens.n && !inside; k++)
        inside = t->at.start >= c->tokens.at[k].at.start && t->at.end <= c->tokens.at[k].at.end;
    return inside;
}

/* What lies across words (民化 in 农民|市民|化), and words of grammar beside others, rank but are
 * not demanded. */
static zw_status add_across(zw_planner *p, const chunk *c, const zw_xqueries *all, bool grammar,
                            zw_xquery *query)
{
    zw_xqueries across = { 0 };
    for (size_t i = 0; i < c->terms.n; i++) {
        const zw_term *t = &c->terms.at[i];
        bool stop = grammar && t->weight <= ZW_WEIGHT_STOP && !t->open_end;
        if ((stop || !is_inside(c, t)) &&
            !zw_planner_push(p, &across, zw_planner_term(p, ZW_F_BODY, t->text, t->weight)))
            return zw_err_nomem(p->err);
    }
    *query = zw_planner_join(p, ZW_XOP_AND, all);
    if (across.n)
        *query = zw_xquery_pair(p->plan->tree, ZW_XOP_AND_MAYBE, *query,
                                zw_planner_join(p, ZW_XOP_OR, &across));
    return ZW_OK;
}

/* 居住证怎么办，居住证能落户吗: asked for once. */
static bool came_before(const chunk *c, size_t i, zw_str text)
{
    for (size_t k = 0; k < i; k++) {
        size_t start = c->tokens.at[k].at.start;
        if (start + text.n <= c->tokens.at[i].at.start &&
            memcmp(c->text.at + start, text.at, text.n) == 0)
            return true;
    }
    return false;
}

/* The token behind a number and what it counts: 1|亿|人 is one word, asked for as 1 and 亿人. */
static size_t with_counted(const chunk *c, size_t i)
{
    const zw_token *t = &c->tokens.at[i];
    size_t next = i + 1, len;
    if (t->term.n == 0 || t->term.at[0] < '0' || t->term.at[0] > '9')
        return next;
    for (; next < c->tokens.n; next++) {
        const zw_token *unit = &c->tokens.at[next];
        bool one = zw_is_han(zw_utf8_at(unit->term, 0, &len)) && len == unit->term.n;
        if (!one || unit->at.start != c->tokens.at[next - 1].at.end)
            break;
    }
    return next;
}

static zw_status add_words(zw_planner *p, const chunk *c, const zw_node *node, bool side,
                           zw_xqueries *all)
{
    zw_status s = ZW_OK;
    for (size_t i = 0, next; s == ZW_OK && i < c->tokens.n; i = next) {
        zw_synonym same;
        zw_terms terms = { 0 };
        next = node->plus ? i : synonym_at(p, c, i, &same);
        bool has_same = next > i;
        next = has_same ? next : with_counted(c, i);
        zw_range at = { c->tokens.at[i].at.start, c->tokens.at[next - 1].at.end };
        zw_str text = zw_str_slice(c->text, at);
        if (came_before(c, i, text))
            continue;
        s = terms_in(p, c, at, &terms);
        if (s == ZW_OK && terms.n)
            s = add_word(p, text, &terms, has_same ? &same : NULL, side, all);
    }
    return s;
}

static zw_status word_of_field(zw_planner *p, const chunk *c, zw_range at, zw_field_id field,
                               zw_xqueries *all, zw_strs *folded)
{
    zw_query_word word = { .text = zw_str_slice(c->text, at) };
    zw_status s = terms_in(p, c, at, &word.terms);
    if (s != ZW_OK || word.terms.n == 0 || only_grammar(&word))
        return s;
    zw_str *slot = zw_array_add(p->arena, folded);
    if (!slot || !zw_planner_push(p, all, word_in(p, field, &word.terms, 1)))
        return zw_err_nomem(p->err);
    return zw_planner_fold(p, word.text, slot);
}

zw_status zw_plan_words_in(zw_planner *p, zw_str text, zw_field_id field, zw_xquery *query,
                           zw_strs *folded)
{
    chunk c;
    bool exact;
    zw_xqueries all = { 0 };
    zw_status s = cut(p, text, &c);
    for (size_t i = 0; s == ZW_OK && i < c.tokens.n; i++)
        s = word_of_field(p, &c, c.tokens.at[i].at, field, &all, folded);
    *query = zw_planner_join(p, ZW_XOP_AND, &all);
    if (s != ZW_OK || folded->n)
        return s;
    zw_str *slot = zw_array_add(p->arena, folded); /* 镇, 的: grammar alone is meant */
    s = slot ? zw_planner_fold(p, text, slot) : zw_err_nomem(p->err);
    return s == ZW_OK ? zw_plan_run_query(p, text, field, query, &exact) : s;
}

static zw_status plan_star(zw_planner *p, const zw_node *node, zw_part *part)
{
    zw_terms terms = { 0 };
    zw_xqueries all = { 0 };
    zw_str folded;
    zw_status s = zw_segmenter_terms(p->session->segmenter, ZW_SEG_PHRASE, node->text, p->arena,
                                     &terms, p->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        zw_xquery one;
        terms.at[i].open_start = false; /* smart* starts a word */
        s = run_term(p, ZW_F_BODY, &terms.at[i], &one);
        if (s == ZW_OK && !zw_planner_push(p, &all, one))
            return zw_err_nomem(p->err);
    }
    part->query = zw_planner_join(p, ZW_XOP_AND, &all);
    if (s == ZW_OK)
        s = zw_planner_fold(p, node->text, &folded);
    return s == ZW_OK ? zw_planner_mark(p, folded, false) : s;
}

zw_status zw_plan_word(zw_planner *p, const zw_node *node, bool side, zw_part *part)
{
    if (node->star)
        return plan_star(p, node, part);
    chunk c;
    zw_xqueries all = { 0 };
    zw_status s = cut(p, node->text, &c);
    if (s == ZW_OK && c.terms.n == 0)
        return zw_query_refuse(p->fault, p->err, node->at,
                               "nothing here can be searched for: quote signs to find them");
    if (s == ZW_OK)
        s = add_words(p, &c, node, side && !node->plus, &all);
    bool grammar = all.n > 0;
    if (s == ZW_OK && !grammar) /* 镇, 的: what is only grammar is meant when it stands alone */
        s = add_word(p, node->text, &c.terms, NULL, false, &all);
    if (s == ZW_OK && all.n == 0 && !zw_planner_push(p, &all, word_anywhere(p, &c.terms, 1)))
        s = zw_err_nomem(p->err);
    return s == ZW_OK ? add_across(p, &c, &all, grammar, &part->query) : s;
}

static bool asks_for(const zw_loose *any, zw_str term)
{
    for (size_t i = 0; i < any->terms.n; i++) {
        if (zw_str_eq(any->terms.at[i], term))
            return true;
    }
    return false;
}

/* A term that comes twice in a question (农民工 … 农民工) is asked for once: in an OR it would
 * weigh double, and BM25 lets it weigh a third more at most. */
zw_status zw_plan_loose(zw_planner *p, zw_str text, double weight, zw_loose *any)
{
    zw_terms terms = { 0 };
    zw_status s = zw_segmenter_terms(p->session->segmenter, ZW_SEG_QUERY, text, p->arena, &terms,
                                     p->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        const zw_term *t = &terms.at[i];
        if (t->open_end || asks_for(any, t->text))
            continue;
        double w = t->weight * weight;
        zw_str *known = zw_array_add(p->arena, &any->terms);
        if (!known ||
            !zw_planner_push(p, &any->wanted, zw_planner_term(p, ZW_F_BODY, t->text, w)) ||
            !zw_planner_push(p, &any->more, zw_planner_term(p, ZW_F_HEADING, t->text, w)))
            return zw_err_nomem(p->err);
        *known = t->text;
    }
    return s;
}
