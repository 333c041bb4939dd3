#include "query/answer.h"

#include "query/collapse.h"

#define RELAXED_MAX 1000 /* passages with some of the words that are collapsed */

typedef struct {
    zw_session *session;
    const zw_question *question;
    zw_arena *arena;
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

static zw_status note_lacks(const answerer *a, zw_hit *hit)
{
    for (size_t i = 0; i < a->answer->plan.words.n; i++) {
        const zw_query_word *word = &a->answer->plan.words.at[i];
        if (!word->side || word->rank_only || has_word(hit->unit, word))
            continue;
        zw_str *lacks = zw_array_add(a->arena, &hit->lacks);
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
                                 zw_str_of(agency->canonical), a->arena, &names, a->err);
    if (s != ZW_OK || !is_asked_for(a, &names) || written.n == 0)
        return s;
    zw_needle *needle = zw_array_add(a->arena, needles);
    if (!needle)
        return zw_err_nomem(a->err);
    *needle = (zw_needle){ .whole = false };
    return zw_segmenter_fold_exact(segmenter, written, a->arena, &needle->folded, NULL, a->err);
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
        zw_needle *needle = zw_array_add(a->arena, &needles);
        if (!needle)
            return zw_err_nomem(a->err);
        *needle = plan->needles.at[i];
    }
    const zw_needles *all = needles.n ? &needles : &plan->needles;
    return s == ZW_OK ? zw_highlight(a->session->segmenter, all->at, all->n, p->text, a->arena,
                                     &hit->marks, a->err)
                      : s;
}

static zw_status add_hit(const answerer *a, const zw_xhit *unit, bool partial)
{
    zw_hit *hit = zw_array_add(a->arena, &a->answer->hits);
    if (!hit)
        return zw_err_nomem(a->err);
    hit->unit = unit;
    hit->score = unit->weight;
    hit->partial = partial;
    zw_status s = zw_passage_record_read(unit->data, a->arena, &hit->passage, a->err);
    if (s == ZW_OK)
        s = zw_documents_seen_get(a->seen, a->session, hit->passage.doc_id, &hit->document, a->err);
    if (s == ZW_OK)
        s = zw_versions_of_record(a->versions, hit->document, &hit->version, a->err);
    if (s == ZW_OK)
        s = mark(a, hit);
    return s == ZW_OK && partial ? note_lacks(a, hit) : s;
}

static zw_status add_hits(const answerer *a, const zw_matches *matches, bool partial)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++)
        s = add_hit(a, matches->at[i], partial);
    return s;
}

static zw_match_request request_of(const answerer *a, zw_xquery query, size_t first, size_t max)
{
    return (zw_match_request){ .query = query,
                               .check = a->answer->plan.check,
                               .order = a->question->order,
                               .first = first,
                               .max = max,
                               .data = true,
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
    return relax(a, first, q->max ? q->max - answer->hits.n : 0);
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

static zw_status add_collapsed(const answerer *a, const zw_collapsed *one, bool partial)
{
    zw_xhit *unit = zw_arena_alloc(a->arena, sizeof *unit);
    if (!unit)
        return zw_err_nomem(a->err);
    *unit = *one->shown;
    zw_status s = zw_xdb_data(zw_index_db(a->session->index), unit->docid, a->arena, &unit->data,
                              a->err);
    if (s == ZW_OK)
        s = add_hit(a, unit, partial);
    if (s == ZW_OK)
        a->answer->hits.at[a->answer->hits.n - 1].others = one->matches - 1;
    return s;
}

static zw_status add_all_collapsed(const answerer *a, const zw_collapsed_list *list, size_t first,
                                   size_t max, bool partial)
{
    zw_status s = ZW_OK;
    for (size_t i = first; s == ZW_OK && i < list->n && (!max || i < first + max); i++)
        s = add_collapsed(a, &list->at[i], partial);
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
    return relax_collapsed(a, &list, first, q->max ? q->max - answer->hits.n : 0);
}

static void look_at_one(zw_plan *plan, const char *id)
{
    zw_xquery one = zw_xquery_term(plan->tree, zw_fields[ZW_F_PASSAGE].prefix, zw_str_of(id), 1);
    plan->strict = zw_xquery_pair(plan->tree, ZW_XOP_FILTER, plan->strict, one);
    if (plan->loose)
        plan->loose = zw_xquery_pair(plan->tree, ZW_XOP_FILTER, plan->loose, one);
}

zw_status zw_answer_make(zw_session *session, const zw_question *question, zw_arena *arena,
                         zw_answer *answer, zw_query_fault *fault, zw_err *err)
{
    answerer a = {
        session, question, arena, zw_documents_seen_new(arena), zw_versions_new(session, arena),
        answer,  err
    };
    zw_node *tree;
    *answer = (zw_answer){ .first = question->first };
    if (!a.seen || !a.versions)
        return zw_err_nomem(err);
    zw_status s = zw_query_parse(zw_str_of(question->query), arena, &tree, fault, err);
    if (s == ZW_OK)
        s = zw_plan_make(session, tree, ZW_UNIT_PASSAGES, arena, &answer->plan, fault, err);
    if (s != ZW_OK)
        return s;
    answer->tree = tree;
    if (question->only)
        look_at_one(&answer->plan, question->only);
    s = question->collapse ? find_collapsed(&a) : find(&a);
    if (s != ZW_OK)
        zw_answer_free(answer);
    return s;
}

void zw_answer_free(zw_answer *answer)
{
    zw_plan_free(&answer->plan);
}
