#include "query/answer/answer.h"

#include "query/answer/collapse.h"

#define RELAXED_MAX 1000 /* passages with some of the words that are collapsed */

typedef struct {
    zw_session *session;
    const zw_question *question;
    zw_arena *arena;
    zw_arena *hit_arena; /* of a hit and what it points to */
    zw_documents_seen *seen;
    zw_versions *versions;
    zw_answer *answer;
    zw_err *err;
} answerer;

static bool has_term(const zw_xhit *hit, zw_str term)
{
    for (size_t i = 0; i < hit->n_terms; i++) {
        if (zw_str_eq(hit->terms[i], term))
            return true;
    }
    return false;
}

/* The terms are those of the body, which alone the loose query asks for. */
static bool has_word(const zw_xhit *hit, const zw_query_word *word)
{
    for (size_t i = 0; i < word->terms.n; i++) {
        if (!has_term(hit, word->terms.at[i].text))
            return false;
    }
    return true;
}

/* 社会保险 stands for 社保 where the table of synonyms says so. */
static bool has_synonym(const zw_hit *hit, const zw_query_word *word)
{
    for (size_t i = 0; i < word->also.n; i++) {
        if (zw_str_find(hit->passage.text, word->also.at[i], 0) < hit->passage.text.n)
            return true;
    }
    return false;
}

static zw_status note_lacks(const answerer *a, zw_hit *hit)
{
    for (size_t i = 0; i < a->answer->plan.words.n; i++) {
        const zw_query_word *word = &a->answer->plan.words.at[i];
        if (!word->side || word->rank_only || has_word(hit->unit, word) || has_synonym(hit, word))
            continue;
        zw_str *lacks = zw_array_add(a->hit_arena, &hit->lacks);
        if (!lacks)
            return zw_err_nomem(a->err);
        *lacks = word->text;
    }
    return ZW_OK;
}

static bool is_asked_for(const answerer *a, const zw_terms *names)
{
    const zw_strs *bodies = &a->answer->plan.bodies;
    for (size_t i = 0; i < bodies->n; i++) {
        for (size_t k = 0; k < names->n; k++) {
            if (zw_str_eq(bodies->at[i], names->at[k].text))
                return true;
        }
    }
    return false;
}

/* A body is marked as the passage writes it: 公安厅, where agency:自治区公安厅 found it. */
static zw_status add_body(const answerer *a, const zw_passage_record *passage,
                          const zw_agency *agency, zw_needles *needles)
{
    zw_terms names = { 0 };
    zw_segmenter *segmenter = a->session->segmenter;
    zw_str written = zw_passage_record_quote(passage, agency->place.source);
    zw_status s = zw_field_terms(&zw_fields[ZW_F_AGENCY], segmenter, ZW_SEG_DOCUMENT,
                                 zw_str_of(agency->canonical), a->hit_arena, &names, a->err);
    if (s != ZW_OK || !is_asked_for(a, &names) || written.n == 0)
        return s;
    zw_needle *needle = zw_array_add(a->hit_arena, needles);
    if (!needle)
        return zw_err_nomem(a->err);
    *needle = (zw_needle){ .whole = false };
    return zw_segmenter_fold_exact(segmenter, written, a->hit_arena, &needle->folded, NULL, a->err);
}

static zw_status mark(const answerer *a, zw_hit *hit)
{
    const zw_plan *plan = &a->answer->plan;
    const zw_passage_record *p = &hit->passage;
    zw_needles needles = { 0 };
    zw_status s = ZW_OK;
    for (size_t i = 0; plan->bodies.n && s == ZW_OK && i < p->facts.agencies.n; i++)
        s = add_body(a, p, &p->facts.agencies.at[i], &needles);
    for (size_t i = 0; s == ZW_OK && needles.n && i < plan->needles.n; i++) {
        zw_needle *needle = zw_array_add(a->hit_arena, &needles);
        if (!needle)
            return zw_err_nomem(a->err);
        *needle = plan->needles.at[i];
    }
    const zw_needles *all = needles.n ? &needles : &plan->needles;
    return s == ZW_OK ? zw_highlight(a->session->segmenter, all->at, all->n, p->text, a->hit_arena,
                                     &hit->marks, a->err)
                      : s;
}

static zw_status make_hit(const answerer *a, const zw_xhit *unit, bool partial, zw_hit *hit)
{
    zw_str data = unit->data;
    zw_xdb *db = zw_index_db(a->session->index);
    *hit = (zw_hit){ .unit = unit, .score = unit->weight, .partial = partial };
    zw_status s = data.at ? ZW_OK : zw_xdb_data(db, unit->docid, a->hit_arena, &data, a->err);
    if (s == ZW_OK)
        s = zw_passage_record_read(data, a->hit_arena, &hit->passage, a->err);
    if (s == ZW_OK)
        s = zw_documents_seen_get(a->seen, a->session, hit->passage.doc_id, &hit->document, a->err);
    if (s == ZW_OK)
        s = zw_versions_of_record(a->versions, hit->document, &hit->version, a->err);
    if (s == ZW_OK)
        s = mark(a, hit);
    return s == ZW_OK && partial ? note_lacks(a, hit) : s;
}

static zw_status add_hit(const answerer *a, const zw_xhit *unit, bool partial, size_t others)
{
    const zw_question *q = a->question;
    zw_hit made, *hit = q->each ? &made : zw_array_add(a->arena, &a->answer->hits);
    if (!hit)
        return zw_err_nomem(a->err);
    if (q->each)
        zw_arena_reset(a->hit_arena);
    zw_status s = make_hit(a, unit, partial, hit);
    hit->others = others;
    size_t rank = a->answer->first + ++a->answer->shown;
    return s == ZW_OK && q->each ? q->each(q->context, hit, rank, a->err) : s;
}

static zw_status add_hits(const answerer *a, const zw_matches *matches, bool partial)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++)
        s = add_hit(a, matches->at[i], partial, 0);
    return s;
}

static zw_match_request request_of(const answerer *a, zw_xquery query, size_t first, size_t max)
{
    return (zw_match_request){ .query = query,
                               .check = a->answer->plan.check,
                               .order = a->question->order,
                               .first = first,
                               .max = max,
                               .data = !a->question->each,
                               .terms = a->question->terms };
}

/* What holds all words is shown already. */
static zw_status relax(const answerer *a, size_t first, size_t max)
{
    zw_plan *plan = &a->answer->plan;
    zw_xquery rest = zw_xquery_pair(plan->tree, ZW_XOP_AND_NOT, plan->loose, plan->strict);
    zw_match_request request = request_of(a, rest, first, max);
    zw_matches matches;
    request.terms = true;
    request.estimate = true;
    zw_status s = zw_match(a->session, &request, a->seen, a->arena, &matches, a->err);
    if (s != ZW_OK)
        return s;
    a->answer->partial = matches.total;
    a->answer->relaxed = matches.n > 0;
    return add_hits(a, &matches, true);
}

static zw_status find(const answerer *a)
{
    const zw_question *q = a->question;
    zw_answer *answer = a->answer;
    zw_match_request request = request_of(a, answer->plan.strict, q->first, q->max);
    zw_matches matches;
    request.roughly = q->max > 0;
    zw_status s = zw_match(a->session, &request, a->seen, a->arena, &matches, a->err);
    if (s != ZW_OK)
        return s;
    answer->total = matches.total;
    answer->about = matches.about;
    s = add_hits(a, &matches, false);
    bool enough = q->max ? q->first + q->max <= answer->total : answer->total > 0;
    if (s != ZW_OK || enough || q->strict || !answer->plan.loose)
        return s;
    size_t first = q->first > answer->total ? q->first - answer->total : 0;
    return relax(a, first, q->max ? q->max - answer->shown : 0);
}

/* --- one hit for all versions of a text ----------------------------------------------------- */

static const uint32_t document_slot[] = { ZW_SLOT_DOCUMENT };

static zw_status collapse_matches(const answerer *a, zw_match_request *request,
                                  const zw_collapsed_list *before, zw_collapsed_list *list,
                                  size_t *total)
{
    zw_matches matches;
    request->data = false;
    request->value_slots = document_slot;
    request->n_value_slots = 1;
    zw_status s = zw_match(a->session, request, a->seen, a->arena, &matches, a->err);
    *total = s == ZW_OK ? matches.total : 0;
    return s == ZW_OK ? zw_collapse(a->versions, &matches, before, a->arena, list, a->err) : s;
}

static zw_status add_all_collapsed(const answerer *a, const zw_collapsed_list *list, size_t first,
                                   size_t max, bool partial)
{
    zw_status s = ZW_OK;
    for (size_t i = first; s == ZW_OK && i < list->n && (!max || i < first + max); i++)
        s = add_hit(a, list->at[i].shown, partial, list->at[i].matches - 1);
    return s;
}

static zw_status relax_collapsed(const answerer *a, const zw_collapsed_list *before, size_t first,
                                 size_t max)
{
    zw_plan *plan = &a->answer->plan;
    zw_xquery rest = zw_xquery_pair(plan->tree, ZW_XOP_AND_NOT, plan->loose, plan->strict);
    zw_match_request request = request_of(a, rest, 0, RELAXED_MAX);
    zw_collapsed_list list;
    request.terms = true;
    request.estimate = true;
    zw_status s = collapse_matches(a, &request, before, &list, &a->answer->partial);
    if (s != ZW_OK)
        return s;
    a->answer->relaxed = list.n > first;
    return add_all_collapsed(a, &list, first, max, true);
}

static zw_status find_collapsed(const answerer *a)
{
    const zw_question *q = a->question;
    zw_answer *answer = a->answer;
    zw_match_request request = request_of(a, answer->plan.strict, 0, 0);
    zw_collapsed_list list;
    zw_status s = collapse_matches(a, &request, NULL, &list, &answer->total);
    if (s != ZW_OK)
        return s;
    answer->collapsed = true;
    answer->texts = list.n;
    s = add_all_collapsed(a, &list, q->first, q->max, false);
    bool enough = q->max ? q->first + q->max <= list.n : list.n > 0;
    if (s != ZW_OK || enough || q->strict || !answer->plan.loose)
        return s;
    size_t first = q->first > list.n ? q->first - list.n : 0;
    return relax_collapsed(a, &list, first, q->max ? q->max - answer->shown : 0);
}

static void look_at_one(zw_plan *plan, const char *id)
{
    zw_xquery one = zw_xquery_term(plan->tree, zw_fields[ZW_F_PASSAGE].prefix, zw_str_of(id), 1);
    plan->strict = zw_xquery_pair(plan->tree, ZW_XOP_FILTER, plan->strict, one);
    if (plan->loose)
        plan->loose = zw_xquery_pair(plan->tree, ZW_XOP_FILTER, plan->loose, one);
}

static zw_status answer_question(const answerer *a, zw_query_fault *fault)
{
    zw_answer *answer = a->answer;
    zw_node *tree;
    zw_status s = zw_query_parse(zw_str_of(a->question->query), a->arena, &tree, fault, a->err);
    if (s == ZW_OK)
        s = zw_plan_make(a->session, tree, ZW_UNIT_PASSAGES, a->arena, &answer->plan, fault,
                         a->err);
    if (s != ZW_OK)
        return s;
    answer->tree = tree;
    if (a->question->only)
        look_at_one(&answer->plan, a->question->only);
    s = a->question->collapse ? find_collapsed(a) : find(a);
    if (s != ZW_OK)
        zw_answer_free(answer);
    return s;
}

zw_status zw_answer_make(zw_session *session, const zw_question *question, zw_arena *arena,
                         zw_answer *answer, zw_query_fault *fault, zw_err *err)
{
    answerer a = { .session = session,
                   .question = question,
                   .arena = arena,
                   .hit_arena = question->each ? zw_arena_new() : arena,
                   .seen = zw_documents_seen_new(arena),
                   .versions = zw_versions_new(session, arena),
                   .answer = answer,
                   .err = err };
    *answer = (zw_answer){ .first = question->first };
    zw_status s = a.seen && a.versions && a.hit_arena ? answer_question(&a, fault)
                                                      : zw_err_nomem(err);
    if (question->each)
        zw_arena_free(a.hit_arena);
    return s;
}

void zw_answer_free(zw_answer *answer)
{
    zw_plan_free(&answer->plan);
}
