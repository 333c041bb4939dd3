#include "query/study/places/evidence.h"

#include "base/utf8.h"
#include "query/study/wording/sentence.h"
#include "query/study/wording/skeleton.h"

#define LONGEST 600 /* bytes of a name between 《 and 》 */

struct zw_evidence {
    zw_session *session;
    zw_asked *asked;             /* the words; may have no part */
    ZW_ARRAY(zw_skeleton) names; /* that fields ask for: cites:国发〔2016〕8号 */
    zw_str named;                /* the query is such a field and no more */
    bool basis;
    const char *filter; /* what it wants of whole documents */
};

/* --- making ----------------------------------------------------------------------------------- */

typedef struct {
    zw_evidence *evidence;
    zw_arena *arena;
    zw_err *err;
} maker;

static bool names_a_document(zw_field_id field)
{
    return field == ZW_F_CITES || field == ZW_F_IMPLEMENTS;
}

/* As deep as the query's brackets, which the parser bounds. */
static zw_status add_names(const maker *m, const zw_node *node)
{
    zw_status s = ZW_OK;
    if (node->kind == ZW_NODE_NOT)
        return ZW_OK;
    if (node->kind == ZW_NODE_FIELD && names_a_document(node->field->id)) {
        zw_skeleton *slot = zw_array_add(m->arena, &m->evidence->names);
        return slot ? zw_skeleton_of(m->evidence->session->segmenter, node->kids.at[0]->text,
                                     m->arena, slot, m->err)
                    : zw_err_nomem(m->err);
    }
    for (size_t i = 0; s == ZW_OK && i < node->kids.n; i++)
        s = add_names(m, node->kids.at[i]);
    return s;
}

static bool is_of_documents(zw_field_id field)
{
    static const zw_field_id fields[] = { ZW_F_TITLE,   ZW_F_REGION,   ZW_F_ISSUER, ZW_F_GENRE,
                                          ZW_F_NUMBER,  ZW_F_YEAR,     ZW_F_DATE,   ZW_F_X,
                                          ZW_F_VERSION, ZW_F_VALIDITY, ZW_F_ID,     ZW_F_DOCUMENT };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (fields[i] == field)
            return true;
    }
    return false;
}

static bool is_filter(const zw_node *node)
{
    if (node->kind == ZW_NODE_FIELD || node->kind == ZW_NODE_RANGE)
        return is_of_documents(node->field->id);
    bool inner = node->kind == ZW_NODE_NOT || node->kind == ZW_NODE_OR || node->kind == ZW_NODE_AND;
    for (size_t i = 0; inner && i < node->kids.n; i++)
        inner = is_filter(node->kids.at[i]);
    return inner && node->kids.n;
}

/* Side by side with the words, in brackets or not. */
static zw_status add_filters(const maker *m, zw_str query, const zw_node *node)
{
    zw_evidence *e = m->evidence;
    if (is_filter(node)) {
        zw_str text = zw_str_slice(query, node->at);
        e->filter = zw_arena_printf(m->arena, "%s%s(%.*s)", e->filter, *e->filter ? " " : "",
                                    (int)text.n, text.at);
        return e->filter ? ZW_OK : zw_err_nomem(m->err);
    }
    zw_status s = ZW_OK;
    for (size_t i = 0; node->kind == ZW_NODE_AND && s == ZW_OK && i < node->kids.n; i++)
        s = add_filters(m, query, node->kids.at[i]);
    return s;
}

zw_status zw_evidence_new(zw_session *session, const char *query, zw_arena *arena,
                          zw_evidence **evidence, zw_query_fault *fault, zw_err *err)
{
    zw_evidence *e = *evidence = zw_arena_alloc(arena, sizeof *e);
    zw_node *tree;
    if (!e)
        return zw_err_nomem(err);
    *e = (zw_evidence){ .session = session, .filter = "" };
    maker m = { e, arena, err };
    zw_status s = zw_query_parse(zw_str_of(query), arena, &tree, fault, err);
    if (s == ZW_OK)
        s = add_names(&m, tree);
    if (s == ZW_OK)
        s = add_filters(&m, zw_str_of(query), tree);
    if (s == ZW_OK && tree->kind == ZW_NODE_FIELD && names_a_document(tree->field->id)) {
        e->named = tree->kids.at[0]->text;
        e->basis = tree->field->id == ZW_F_IMPLEMENTS;
    }
    return s == ZW_OK ? zw_asked_words(session, query, arena, &e->asked, fault, err) : s;
}

zw_str zw_evidence_named(const zw_evidence *evidence, bool *basis)
{
    *basis = evidence->basis;
    return evidence->named;
}

const char *zw_evidence_filter(const zw_evidence *evidence)
{
    return evidence->filter;
}

zw_status zw_evidence_call(zw_evidence *evidence, const char *name, zw_arena *arena, zw_err *err)
{
    char *copy = zw_arena_strdup(arena, name);
    zw_skeleton *slot = copy ? zw_array_add(arena, &evidence->names) : NULL;
    return slot ? zw_skeleton_of(evidence->session->segmenter, zw_str_of(copy), arena, slot, err)
                : zw_err_nomem(err);
}

/* --- a passage -------------------------------------------------------------------------------- */

typedef struct {
    const zw_evidence *e;
    zw_asking asking;
    zw_asked_text text, title;
    zw_asked_text *headings;
    size_t n_headings;
} reader;

static zw_status fold(reader *r, zw_str text, zw_asked_text *to)
{
    *to = (zw_asked_text){ 0 };
    return zw_segmenter_fold_exact(r->asking.segmenter, text, r->asking.arena, &to->folded, NULL,
                                   r->asking.err);
}

static zw_status read_around(reader *r, const zw_passage_record *p, const zw_doc_record *d)
{
    zw_status s = fold(r, zw_str_of(d->meta.title), &r->title);
    r->headings = zw_arena_array(r->asking.arena, p->n_headings + 1, sizeof *r->headings);
    r->n_headings = p->n_headings;
    if (!r->headings)
        return zw_err_nomem(r->asking.err);
    for (size_t i = 0; s == ZW_OK && i < p->n_headings; i++)
        s = fold(r, zw_str_of(p->headings[i]), &r->headings[i]);
    return s;
}

/* Whether a title ends where the name in it does, or goes on as titles do behind one. */
static bool name_ends(zw_str rest)
{
    size_t len;
    uint32_t c = rest.n ? zw_utf8_at(rest, 0, &len) : 0;
    if (c == 0x300B || c == 0x3009) { /* 》 〉 */
        rest = zw_str_slice(rest, (zw_range){ len, rest.n });
        c = rest.n ? zw_utf8_at(rest, 0, &len) : 0;
    }
    return c == 0 || !zw_is_han(c) || zw_str_starts(rest, ZW_STR("的"));
}

/* Whether it is what the title names: 关于印发西安市居住证管理实施办法的通知 names that 办法, but
 * 上海市居住证暂行规定 no 上海市居住证. Marks in it (〈》) are no matter. */
static zw_status named_by(reader *r, zw_str title, zw_str name, bool *named)
{
    zw_segmenter *segmenter = r->asking.segmenter;
    zw_skeleton whole, part;
    *named = false;
    zw_status s = zw_skeleton_of(segmenter, title, r->asking.arena, &whole, r->asking.err);
    if (s == ZW_OK)
        s = zw_skeleton_of(segmenter, name, r->asking.arena, &part, r->asking.err);
    size_t at = s == ZW_OK ? zw_skeleton_find(&whole, &part, 0) : 0;
    if (s != ZW_OK || at == whole.n)
        return s;
    zw_range found = zw_skeleton_range(&whole, at, at + part.n);
    *named = name_ends(zw_str_slice(title, (zw_range){ found.end, title.n }));
    return ZW_OK;
}

/* The end of what opens with 《 at text[at], other names in it too; of none the text's. */
static size_t name_end(zw_str text, size_t at)
{
    size_t last = text.n - at > LONGEST ? at + LONGEST : text.n;
    for (size_t depth = 0, len; at < last; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += c == 0x300A;
        if (c == 0x300B && --depth == 0)
            return at;
    }
    return text.n;
}

/* The names of documents in a passage, one after the other. */
typedef struct {
    const zw_passage_record *passage;
    const zw_doc_record *document;
    size_t end; /* of the stretch that is looked at */
    size_t cited;
    zw_range own;
} name_walk;

/* The title of the document itself at or behind `from`, in its marks; else what is behind the end.
 */
static zw_status find_own_title(reader *r, name_walk *n, size_t from)
{
    zw_str text = { n->passage->text.at, n->end };
    zw_str title = zw_str_of(n->document->meta.title);
    n->own = (zw_range){ text.n, text.n + 1 };
    for (size_t at; (at = zw_str_find(text, ZW_STR("《"), from)) < text.n;) {
        bool named = false;
        size_t end = name_end(text, at);
        zw_str name = zw_str_slice(text, (zw_range){ at + 3, end });
        zw_status s = end < text.n ? named_by(r, title, name, &named) : ZW_OK;
        if (s != ZW_OK)
            return s;
        if (named) {
            n->own = (zw_range){ at, end + 3 };
            return ZW_OK;
        }
        from = end < text.n ? end + 3 : at + 3;
    }
    return ZW_OK;
}

/* The first that ends behind `from`, which never goes back. */
static zw_status next_name(reader *r, name_walk *n, size_t from, zw_range *name)
{
    const zw_passage_record *p = n->passage;
    zw_status s = n->own.end <= from ? find_own_title(r, n, from) : ZW_OK;
    while (n->cited < p->facts.citations.n && p->facts.citations.at[n->cited].place.at.end <= from)
        n->cited++;
    *name = n->own;
    if (n->cited < p->facts.citations.n &&
        p->facts.citations.at[n->cited].place.at.start < n->own.start)
        *name = p->facts.citations.at[n->cited].place.at;
    return s;
}

/* The first citation that ends behind a place. */
static size_t cited_from(const zw_passage_record *p, size_t at)
{
    size_t low = 0, high = p->facts.citations.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->facts.citations.at[middle].place.at.end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* The parts that stand outside of the names of documents; 《上海市居住证》 is none. */
static zw_status unnamed(reader *r, const zw_passage_record *p, const zw_doc_record *d, zw_range at,
                         uint32_t *parts)
{
    char *bare = zw_arena_alloc(r->asking.arena, 2 * (at.end - at.start) + 1);
    name_walk all = {
        .passage = p, .document = d, .end = at.end, .cited = cited_from(p, at.start)
    };
    zw_asked_text text;
    size_t n = 0;
    zw_status s = bare ? ZW_OK : zw_err_nomem(r->asking.err);
    for (size_t from = at.start; s == ZW_OK && from < at.end;) {
        zw_range name;
        s = next_name(r, &all, from, &name);
        size_t end = name.start < at.end ? name.start : at.end;
        for (; s == ZW_OK && from < end; from++)
            bare[n++] = p->text.at[from];
        if (s == ZW_OK)
            bare[n++] = ' ';
        from = name.end > from ? name.end : at.end;
    }
    if (s == ZW_OK)
        s = fold(r, (zw_str){ bare, n }, &text);
    *parts = s == ZW_OK ? zw_asked_in(r->e->asked, &r->asking, &text) : 0;
    return s == ZW_OK ? r->asking.status : s;
}

static uint32_t around(reader *r)
{
    uint32_t parts = zw_asked_in(r->e->asked, &r->asking, &r->title);
    for (size_t i = 0; i < r->n_headings; i++)
        parts |= zw_asked_in(r->e->asked, &r->asking, &r->headings[i]);
    return parts;
}

static zw_status words_of(reader *r, const zw_passage_record *p, const zw_doc_record *d,
                          zw_says *says)
{
    uint32_t all = zw_asked_all(r->e->asked);
    *says = ZW_SAYS;
    r->asking.own_words = true;
    uint32_t own = zw_asked_in(r->e->asked, &r->asking, &r->text);
    if (own == all) {
        uint32_t bare;
        zw_status failed = unnamed(r, p, d, (zw_range){ 0, p->text.n }, &bare);
        *says = bare == all ? ZW_SAYS : ZW_SAYS_NAME;
        return failed;
    }
    zw_status s = read_around(r, p, d);
    if (s != ZW_OK)
        return s;
    *says = ZW_SAYS_TITLE;
    if ((own | around(r)) == all)
        return r->asking.status;
    r->asking.own_words = false;
    uint32_t any = zw_asked_in(r->e->asked, &r->asking, &r->text) | around(r);
    *says = any == all ? ZW_SAYS_SYNONYM : ZW_SAYS_NOT;
    return r->asking.status;
}

static zw_status names_one(const zw_evidence *e, zw_str text, zw_arena *scratch, bool *names,
                           zw_err *err)
{
    zw_skeleton whole;
    zw_status s = zw_skeleton_of(e->session->segmenter, text, scratch, &whole, err);
    *names = false;
    for (size_t i = 0; s == ZW_OK && i < e->names.n && !*names; i++)
        *names = zw_skeleton_find(&whole, &e->names.at[i], 0) < whole.n;
    return s;
}

zw_status zw_evidence_of(const zw_evidence *evidence, const zw_plan *plan,
                         const zw_passage_record *passage, const zw_doc_record *document,
                         zw_arena *scratch, zw_says *says, zw_err *err)
{
    reader r = { .e = evidence,
                 .asking = { evidence->session->segmenter, scratch, ZW_OK, err, false } };
    bool named = true;
    (void)plan;
    zw_status s = fold(&r, passage->text, &r.text);
    if (s == ZW_OK && zw_asked_parts(evidence->asked))
        s = words_of(&r, passage, document, says);
    else
        *says = ZW_SAYS;
    /* implements: holds for a whole document: where it is said is one passage of it */
    if (s == ZW_OK && *says == ZW_SAYS && evidence->names.n)
        s = names_one(evidence, passage->text, scratch, &named, err);
    *says = *says == ZW_SAYS && !named ? ZW_SAYS_TITLE : *says;
    return s;
}

/* --- a sentence ------------------------------------------------------------------------------- */

/* The predicates on figures of a check, as deep as the query's brackets. */
static zw_status figure_of(const zw_evidence *e, const zw_check *check, const zw_passage_record *p,
                           zw_arena *scratch, zw_range *at, zw_err *err)
{
    zw_status s = ZW_OK;
    if (!check || check->kind == ZW_CHECK_NOT)
        return ZW_OK;
    for (size_t i = 0; s == ZW_OK && check->kind == ZW_CHECK_FIGURE && i < p->facts.figures.n;
         i++) {
        bool holds;
        s = zw_check_figure(check, e->session, &p->facts.figures.at[i], scratch, &holds, err);
        if (s == ZW_OK && holds) {
            *at = p->facts.figures.at[i].place.at;
            return ZW_OK;
        }
    }
    for (size_t i = 0; s == ZW_OK && i < check->kids.n && at->end == at->start; i++)
        s = figure_of(e, check->kids.at[i], p, scratch, at, err);
    return s;
}

/* The first measure or figure of the passage that is asked for; empty: none is. */
static zw_status fact_of(const zw_evidence *e, const zw_plan *plan, const zw_passage_record *p,
                         zw_arena *scratch, zw_range *at, zw_err *err)
{
    zw_status s = ZW_OK;
    *at = (zw_range){ 0 };
    for (size_t i = 0; s == ZW_OK && plan->measure && i < p->facts.measures.n; i++) {
        bool holds;
        s = zw_check_measure(plan->measure, e->session, p, &p->facts.measures.at[i], scratch,
                             &holds, err);
        if (s == ZW_OK && holds) {
            *at = p->facts.measures.at[i].place.at;
            return ZW_OK;
        }
    }
    return s == ZW_OK ? figure_of(e, plan->check, p, scratch, at, err) : s;
}

/* How much a sentence says. */
static zw_status worth_of(const zw_evidence *e, const zw_passage_record *p, const zw_doc_record *d,
                          zw_range at, zw_range fact, zw_arena *scratch, size_t *worth, zw_err *err)
{
    zw_str text = zw_str_slice(p->text, at);
    reader r = { .e = e, .asking = { e->session->segmenter, scratch, ZW_OK, err, true } };
    bool named = false;
    zw_status s = fold(&r, text, &r.text);
    if (s != ZW_OK)
        return s;
    uint32_t parts = zw_asked_in(e->asked, &r.asking, &r.text), bare;
    s = unnamed(&r, p, d, at, &bare);
    r.asking.own_words = false;
    *worth = 2 * zw_asked_count(parts) + zw_asked_count(bare) +
             zw_asked_count(zw_asked_in(e->asked, &r.asking, &r.text) & ~parts);
    if (s == ZW_OK && e->names.n)
        s = names_one(e, text, scratch, &named, err);
    *worth += named + (fact.end > fact.start && at.start <= fact.start && fact.start < at.end);
    return s == ZW_OK ? r.asking.status : s;
}

zw_status zw_evidence_sentence(const zw_evidence *evidence, const zw_plan *plan,
                               const zw_passage_record *passage, const zw_doc_record *document,
                               zw_arena *scratch, zw_range *sentence, zw_err *err)
{
    zw_range fact, next;
    size_t at = 0, most = 0;
    bool any = false;
    zw_status s = fact_of(evidence, plan, passage, scratch, &fact, err);
    *sentence = (zw_range){ 0, passage->text.n };
    while (s == ZW_OK && zw_sentence_next(passage->text, &at, &next)) {
        size_t worth = 0;
        s = worth_of(evidence, passage, document, next, fact, scratch, &worth, err);
        bool body = next.start >= passage->body;
        worth = 2 * worth + (worth && body); /* a heading says it too, but says nothing of it */
        if (s == ZW_OK && (!any || worth > most)) {
            *sentence = next;
            most = worth;
            any = true;
        }
    }
    return s;
}

/* --- a name ----------------------------------------------------------------------------------- */

zw_status zw_evidence_names(const zw_evidence *evidence, const char *title, const char *number,
                            zw_arena *scratch, bool *says, zw_err *err)
{
    reader r = { .e = evidence,
                 .asking = { evidence->session->segmenter, scratch, ZW_OK, err, true } };
    uint32_t all = zw_asked_all(evidence->asked);
    zw_status s = names_one(evidence, zw_str_of(title), scratch, says, err);
    if (s == ZW_OK && !*says && number)
        s = names_one(evidence, zw_str_of(number), scratch, says, err);
    if (s != ZW_OK || *says || !all)
        return s;
    s = fold(&r, zw_str_of(title), &r.title);
    *says = s == ZW_OK && zw_asked_in(evidence->asked, &r.asking, &r.title) == all;
    return s == ZW_OK ? r.asking.status : s;
}
