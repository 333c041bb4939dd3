#include "query/answer/figures.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "query/language/parse.h"
#include "query/plan/columns.h"

static bool ends_sentence(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == '\n' || c == 0xFF01 || c == 0xFF1F || c == ';';
}

zw_range zw_sentence_around(zw_str text, zw_range at)
{
    size_t start = at.start, end = at.end, len;
    while (start > 0 && !ends_sentence(zw_utf8_before(text, start, &len)))
        start -= len;
    while (end < text.n) {
        uint32_t c = zw_utf8_at(text, end, &len);
        if (c == '\n')
            break;
        end += len;
        if (ends_sentence(c))
            break;
    }
    while (start < at.start && zw_is_blank(zw_utf8_at(text, start, &len)))
        start += len;
    return (zw_range){ start, end };
}

/* --- rows --------------------------------------------------------------------------------- */

typedef struct {
    zw_session *session;
    zw_arena *arena;
    zw_documents_seen *seen;
    zw_versions *versions;
    zw_err *err;
    /* the passage of the figures before, for they follow each other */
    zw_arena *passage_arena;
    zw_passage_record passage;
} maker;

static const char *joined(zw_arena *arena, const char *const *parts, size_t n, const char *between)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < n; i++)
        zw_buf_printf(&buf, "%s%s", i ? between : "", parts[i]);
    const char *text = zw_buf_failed(&buf) ? NULL
                                           : zw_arena_copy(arena, buf.at ? buf.at : "", buf.n);
    zw_buf_free(&buf);
    return text;
}

static const char *copy(zw_arena *arena, const char *text)
{
    return text ? zw_arena_strdup(arena, text) : NULL;
}

static zw_status load_passage(maker *m, const char *id)
{
    if (m->passage.id && strcmp(m->passage.id, id) == 0)
        return ZW_OK;
    zw_arena_reset(m->passage_arena);
    m->passage = (zw_passage_record){ 0 };
    zw_index *index = m->session->index;
    zw_status s = zw_index_passage(index, zw_str_of(id), m->passage_arena, &m->passage, m->err);
    return zw_index_named(index, s, m->err);
}

static void fill_document(maker *m, const zw_doc_record *d, zw_figure_row *row)
{
    row->document = d->id;
    row->title = d->meta.title;
    row->number = d->meta.number;
    row->date = d->meta.date;
    row->file = d->file;
    row->sha256 = d->sha256;
    row->issuer = d->meta.issuer;
    row->genre = d->meta.genre;
    row->path = d->region;
    row->url = zw_given_value(&d->given, "url");
    row->told = zw_columns_told(&d->given, m->arena);
    row->region = d->region.n ? joined(m->arena, d->region.names, d->region.n, "/") : NULL;
    row->place = d->region.n ? d->region.names[d->region.n - 1] : NULL;
}

static void fill_figure(maker *m, const zw_figure *f, zw_figure_row *row)
{
    const zw_passage_record *p = &m->passage;
    zw_range sentence = zw_sentence_around(p->text, f->place.at);
    row->passage = copy(m->arena, p->id);
    row->headings = joined(m->arena, p->headings, p->n_headings, " > ");
    row->indicator = copy(m->arena, f->indicator);
    row->unit = copy(m->arena, f->unit);
    row->rule = copy(m->arena, f->place.rule);
    row->cmp = f->cmp;
    row->kind = f->kind;
    row->low = f->low;
    row->high = f->high;
    row->year = f->year;
    row->change = f->change;
    row->force = f->force;
    row->force_words = copy(m->arena, f->force_words);
    row->named = copy(m->arena, f->region);
    if (f->region)
        row->place = row->named;
    row->value = f->place.source;
    row->text = zw_arena_str(m->arena, zw_passage_record_quote(p, row->value));
    row->sentence = zw_passage_record_span(p, sentence);
    row->quotation = zw_arena_str(m->arena, zw_passage_record_quote(p, row->sentence));
}

static zw_status add_row(maker *m, const zw_xhit *hit, zw_figure_rows *rows)
{
    zw_figure_record at;
    const zw_doc_record *document;
    zw_status s = zw_figure_record_read(hit->data, &at, m->err);
    if (s == ZW_OK)
        s = load_passage(m, at.passage);
    if (s == ZW_OK && at.figure >= m->passage.facts.figures.n)
        s = zw_err_set(m->err, ZW_E_CORRUPT, "'%s': no figure %zu", at.passage, at.figure);
    if (s == ZW_OK)
        s = zw_documents_seen_get(m->seen, m->session, m->passage.doc_id, &document, m->err);
    zw_figure_row *row = s == ZW_OK ? zw_array_add(m->arena, rows) : NULL;
    if (!row)
        return s == ZW_OK ? zw_err_nomem(m->err) : s;
    fill_document(m, document, row);
    s = zw_versions_of_record(m->versions, document, &row->version, m->err);
    if (s != ZW_OK)
        return s;
    fill_figure(m, &m->passage.facts.figures.at[at.figure], row);
    return row->text && row->quotation && row->passage ? ZW_OK : zw_err_nomem(m->err);
}

/* --- the order ---------------------------------------------------------------------------- */

static int by_text(const char *a, const char *b)
{
    return strcmp(a ? a : "\x7F", b ? b : "\x7F"); /* what is not told comes last */
}

static int by_place(const void *a, const void *b)
{
    const zw_figure_row *x = a, *y = b;
    int order = by_text(x->region, y->region);
    if (order == 0)
        order = by_text(x->date, y->date);
    if (order == 0)
        order = strcmp(x->document, y->document);
    if (order == 0 && x->value.byte.start != y->value.byte.start)
        order = x->value.byte.start < y->value.byte.start ? -1 : 1;
    return order;
}

/* The order is ours, not the index's, so all rows are made before some are shown. */
static void cut_page(zw_figure_rows *rows, size_t first, size_t max)
{
    if (first > rows->n)
        first = rows->n;
    rows->at += first;
    rows->n -= first;
    if (max && rows->n > max)
        rows->n = max;
}

/* --- one figure for all versions of a text ------------------------------------------------- */

/* By group and value; the version that stands first in its group comes first. */
static int by_group(const void *a, const void *b)
{
    const zw_figure_row *x = *(zw_figure_row *const *)a, *y = *(zw_figure_row *const *)b;
    int order = strcmp(zw_version_head(&x->version, x->document),
                       zw_version_head(&y->version, y->document));
    if (order == 0)
        order = (x->low > y->low) - (x->low < y->low);
    if (order == 0)
        order = (x->high > y->high) - (x->high < y->high);
    if (order == 0)
        order = by_text(x->unit, y->unit);
    if (order == 0)
        order = (x->version.at > y->version.at) - (x->version.at < y->version.at);
    return order ? order : by_place(x, y);
}

/* 就读比例 and 随迁子女就读比例: one version says more. */
static bool same_indicator(const char *a, const char *b)
{
    zw_str x = zw_str_of(a), y = zw_str_of(b);
    return x.n == 0 || y.n == 0 || zw_str_ends(x, y) || zw_str_ends(y, x);
}

static bool same_figure(const zw_figure_row *x, const zw_figure_row *y)
{
    return x->version.group == y->version.group && x->version.at != y->version.at &&
           x->low == y->low && x->high == y->high && by_text(x->unit, y->unit) == 0 &&
           x->cmp == y->cmp && x->change == y->change &&
           (x->year == y->year || !x->year || !y->year) &&
           same_indicator(x->indicator, y->indicator);
}

/* A number in so many figures of one text is 1 or 2, and some of its copies may be told twice. */
#define LOOK_BACK 256

static bool told_before(zw_figure_row **all, const bool *out, size_t i)
{
    size_t least = i > LOOK_BACK ? i - LOOK_BACK : 0;
    for (size_t k = i; k-- > least && all[k]->version.group == all[i]->version.group;) {
        if (!out[k] && same_figure(all[k], all[i]))
            return true;
    }
    return false;
}

static zw_status collapse_rows(maker *m, zw_figure_table *table)
{
    zw_figure_rows *rows = &table->rows;
    zw_figure_row **all = zw_arena_array(m->arena, rows->n + 1, sizeof *all);
    bool *out = zw_arena_array(m->arena, rows->n + 1, sizeof *out);
    size_t n = 0, kept = 0;
    if (!all || !out)
        return zw_err_nomem(m->err);
    for (size_t i = 0; i < rows->n; i++) {
        if (rows->at[i].version.group)
            all[n++] = &rows->at[i];
    }
    if (n)
        qsort(all, n, sizeof(zw_figure_row *), by_group);
    for (size_t i = 0; i < n; i++)
        out[i] = told_before(all, out, i);
    for (size_t i = 0; i < n; i++) {
        if (out[i])
            all[i]->document = NULL;
    }
    for (size_t i = 0; i < rows->n; i++) {
        if (rows->at[i].document)
            rows->at[kept++] = rows->at[i];
    }
    table->collapsed = true;
    table->left_out = rows->n - kept;
    rows->n = kept;
    return ZW_OK;
}

static zw_status make_rows(maker *m, const zw_matches *matches, zw_figure_rows *rows)
{
    zw_status s = ZW_OK;
    m->passage_arena = zw_arena_new();
    if (!m->passage_arena)
        return zw_err_nomem(m->err);
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++)
        s = add_row(m, matches->at[i], rows);
    zw_arena_free(m->passage_arena);
    return s;
}

/* --- what is asked beside the query ------------------------------------------------------- */

typedef struct {
    const zw_figure_question *question;
    const zw_indicators *indicators;
    ZW_ARRAY(zw_str) names;  /* as asked for, and their other names */
    ZW_ARRAY(zw_str) folded; /* the same, folded */
    ZW_ARRAY(size_t) asked;  /* of each, which of the question's indicators it is a name of */
    zw_session *session;
    zw_arena *arena;
    zw_err *err;
} chooser;

static zw_status fold(chooser *c, zw_str text, zw_str *folded)
{
    return zw_segmenter_fold_exact(c->session->segmenter, text, c->arena, folded, NULL, c->err);
}

static zw_status add_name(chooser *c, size_t asked, zw_str name, zw_str folded)
{
    for (size_t i = 0; i < c->folded.n; i++) {
        if (zw_str_eq(c->folded.at[i], folded))
            return ZW_OK;
    }
    zw_str *a = zw_array_add(c->arena, &c->names), *b = zw_array_add(c->arena, &c->folded);
    size_t *of = zw_array_add(c->arena, &c->asked);
    if (!a || !b || !of)
        return zw_err_nomem(c->err);
    *a = name;
    *b = folded;
    *of = asked;
    return ZW_OK;
}

static zw_status add_names(chooser *c)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < c->question->n_indicators; i++) {
        zw_str name = zw_str_of(c->question->indicators[i]), folded;
        s = fold(c, name, &folded);
        if (s == ZW_OK && folded.n == 0)
            return zw_err_set(c->err, ZW_E_USAGE, "the name of an indicator is empty");
        zw_indicator_names also = { 0 };
        if (s == ZW_OK && c->question->match == ZW_MATCH_SYNONYM)
            also = zw_indicators_find(c->indicators, folded);
        if (s == ZW_OK)
            s = add_name(c, i, name, folded);
        for (size_t k = 0; s == ZW_OK && k < also.n; k++)
            s = add_name(c, i, also.names[k], also.folded[k]);
    }
    return s;
}

static zw_node *add_node(chooser *c, zw_node *over, zw_node_kind kind)
{
    zw_node *node = zw_arena_alloc(c->arena, sizeof *node);
    zw_node **slot = node && over ? zw_array_add(c->arena, &over->kids) : NULL;
    if (!node || (over && !slot))
        return NULL;
    node->kind = kind;
    if (slot)
        *slot = node;
    return node;
}

/* The unit as predicates have it, without what multiplies: 亿元 asks for 元. */
static zw_status plain_unit(chooser *c, zw_str *unit)
{
    zw_figure_test test = { .compares = true, .cmp = ZW_CMP_EQ };
    zw_range bad;
    *unit = (zw_str){ NULL, 0 };
    if (!c->question->unit)
        return ZW_OK;
    const char *one = zw_arena_printf(c->arena, "1%s", c->question->unit);
    zw_status s = one ? zw_figure_test_value(zw_str_of(one), c->arena, &test, &bad, c->err)
                      : zw_err_nomem(c->err);
    if (s == ZW_OK && (test.unit.n == 0 || test.year_low || test.year_high))
        s = zw_err_set(c->err, ZW_E_USAGE, "'%s' is no unit", c->question->unit);
    *unit = test.unit;
    return s;
}

/* Figures with any of the names, in the unit: a predicate for each, without a value. */
static zw_status ask_figures(chooser *c, zw_node *all)
{
    zw_str unit;
    zw_status s = add_names(c);
    if (s == ZW_OK)
        s = plain_unit(c, &unit);
    if (s != ZW_OK || (c->names.n == 0 && unit.n == 0))
        return s;
    zw_node *any = add_node(c, all, ZW_NODE_OR);
    for (size_t i = 0; any && i < (c->names.n ? c->names.n : 1); i++) {
        zw_node *node = add_node(c, any, ZW_NODE_FIGURE);
        if (!node)
            return zw_err_nomem(c->err);
        node->test.unit = unit;
        if (c->names.n)
            node->test.indicator = c->names.at[i];
    }
    return any ? ZW_OK : zw_err_nomem(c->err);
}

static zw_status tree_of(chooser *c, zw_node **tree, zw_query_fault *fault)
{
    zw_node *asked;
    zw_status s = zw_query_parse(zw_str_of(c->question->query), c->arena, &asked, fault, c->err);
    if (s == ZW_OK)
        s = zw_session_indicators(c->session, &c->indicators, c->err);
    zw_node *all = s == ZW_OK ? add_node(c, NULL, ZW_NODE_AND) : NULL;
    zw_node **slot = all ? zw_array_add(c->arena, &all->kids) : NULL;
    if (s == ZW_OK && !slot)
        return zw_err_nomem(c->err);
    if (s != ZW_OK)
        return s;
    *slot = asked;
    s = ask_figures(c, all);
    *tree = all->kids.n > 1 ? all : asked;
    return s;
}

static bool is_change(char wanted, char change)
{
    return !wanted || (wanted == '=' ? !change : wanted == change);
}

/* Whether the row's indicator is one of those asked for, and the name it goes by. */
static zw_status choose(chooser *c, zw_figure_row *row, bool *keep, bool *contained)
{
    zw_str folded = { NULL, 0 };
    zw_status s = row->indicator ? fold(c, zw_str_of(row->indicator), &folded) : ZW_OK;
    bool stems = row->change && c->question->match != ZW_MATCH_EXACT;
    zw_str stem = stems ? zw_indicator_stem(folded) : folded;
    zw_indicator_names also = zw_indicators_find(c->indicators, stem);
    if (s != ZW_OK)
        return s;
    row->name = also.n              ? zw_arena_str(c->arena, also.names[0])
                : stem.n < folded.n ? zw_arena_str(c->arena, stem)
                                    : row->indicator;
    folded = stem;
    *keep = is_change(c->question->change, row->change);
    *contained = false;
    if (!*keep || c->folded.n == 0)
        return ZW_OK;
    bool is = false, contains = c->question->match == ZW_MATCH_CONTAINS;
    for (size_t i = 0; !is && i < c->folded.n; i++) {
        row->asked = c->asked.at[i];
        is = contains ? zw_str_find(folded, c->folded.at[i], 0) < folded.n
                      : zw_str_eq(folded, c->folded.at[i]);
    }
    *contained = !is && !contains;
    *keep = is;
    return ZW_OK;
}

static zw_status choose_rows(chooser *c, zw_figure_table *table)
{
    zw_status s = ZW_OK;
    size_t kept = 0;
    for (size_t i = 0; s == ZW_OK && i < table->rows.n; i++) {
        bool keep, contained;
        s = choose(c, &table->rows.at[i], &keep, &contained);
        if (s == ZW_OK && keep)
            table->rows.at[kept++] = table->rows.at[i];
        table->contained += s == ZW_OK && contained;
    }
    table->rows.n = kept;
    return s;
}

/* --- the answer --------------------------------------------------------------------------- */

zw_status zw_figures_ask(zw_session *session, const zw_figure_question *question, zw_arena *arena,
                         zw_figure_table *table, zw_query_fault *fault, zw_err *err)
{
    maker m = { .session = session,
                .arena = arena,
                .seen = zw_documents_seen_new(arena),
                .versions = zw_versions_new(session, arena),
                .err = err };
    chooser c = { .question = question, .session = session, .arena = arena, .err = err };
    zw_node *tree = NULL;
    zw_matches matches;
    *table = (zw_figure_table){ 0 };
    if (!m.seen || !m.versions)
        return zw_err_nomem(err);
    zw_status s = tree_of(&c, &tree, fault);
    if (s == ZW_OK)
        s = zw_plan_make(session, tree, ZW_UNIT_FIGURES, arena, &table->plan, fault, err);
    if (s != ZW_OK)
        return s;
    zw_match_request request = { .query = table->plan.strict,
                                 .check = table->plan.check,
                                 .order = ZW_ORDER_STORED,
                                 .data = true,
                                 .figures = true };
    s = zw_match(session, &request, m.seen, arena, &matches, err);
    if (s == ZW_OK)
        s = make_rows(&m, &matches, &table->rows);
    if (s == ZW_OK)
        s = choose_rows(&c, table);
    if (s == ZW_OK && question->collapse)
        s = collapse_rows(&m, table);
    if (s == ZW_OK) {
        table->total = table->rows.n;
        table->first = question->first;
        if (table->rows.n > 1)
            qsort(table->rows.at, table->rows.n, sizeof *table->rows.at, by_place);
        cut_page(&table->rows, question->first, question->max);
    } else {
        zw_figure_table_free(table);
    }
    return s;
}

zw_status zw_figures_answer(zw_session *session, const char *query, size_t first, size_t max,
                            bool collapse, zw_arena *arena, zw_figure_table *table,
                            zw_query_fault *fault, zw_err *err)
{
    const zw_figure_question question = {
        .query = query, .first = first, .max = max, .collapse = collapse
    };
    return zw_figures_ask(session, &question, arena, table, fault, err);
}

void zw_figure_table_free(zw_figure_table *table)
{
    zw_plan_free(&table->plan);
}
