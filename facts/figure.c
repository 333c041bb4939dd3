/* The finder of figures: passage by passage, number by number. */
#include "facts/figure.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "facts/figure_read.h"

/* A third is told as .3333, as people write it. */
static double told(double value, zw_num_kind kind)
{
    return kind == ZW_NUM_FRACTION ? round(value * 1e4) / 1e4 : value;
}

static const zw_date *date_of(const zw_figure_scan *s, const zw_token *t)
{
    return &s->lex.dates.at[t->index];
}

static bool follows_any(const zw_figure_scan *s, size_t at, const char *const *words)
{
    zw_str before = { s->lex.text.at + s->lex.passage.start, at - s->lex.passage.start };
    before = zw_str_trim(before);
    for (; *words; words++) {
        if (zw_str_ends(before, zw_str_of(*words)))
            return true;
    }
    return false;
}

static bool precedes_any(const zw_figure_scan *s, size_t at, const char *const *words)
{
    zw_str behind = { s->lex.text.at + at, s->lex.passage.end - at };
    behind = zw_str_trim(behind);
    for (; *words; words++) {
        if (zw_str_starts(behind, zw_str_of(*words)))
            return true;
    }
    return false;
}

/* 比2008年翻一番, 在2017年基础上: what is compared with, not what the figure holds for. */
static bool is_reference(const zw_figure_scan *s, const zw_token *t)
{
    static const char *const before[] = { "比",     "较", "与", "以", "相比于", "同",
                                          "相对于", "自", "由", "从", NULL };
    static const char *const behind[] = { "基础上", "的基础上", "相比", "相比较", "比较",
                                          "水平",   "以来",     "起",   NULL };
    return follows_any(s, t->at.start, before) || precedes_any(s, t->at.end, behind);
}

/* 到2020年, 2017年底前, “十三五”: dates of plans. */
static bool is_forward(const zw_figure_scan *s, const zw_token *t)
{
    static const char *const before[] = { "到", "至", "力争", "确保", NULL };
    const zw_date *d = date_of(s, t);
    return d->before || follows_any(s, t->at.start, before);
}

/* 截至2022年7月，…: all that follows in the sentence is a state. */
static bool is_until(const zw_figure_scan *s, const zw_token *t)
{
    static const char *const before[] = { "截至", "截止", "截止到", "截至到", "截止至", NULL };
    return follows_any(s, t->at.start, before);
}

static void end_sentence(zw_figure_scan *s, size_t i)
{
    s->sentence_until = false;
    s->sentence_date = NULL;
    s->sentence_forward = false;
    s->sentence = i + 1;
    s->sentence_place = (zw_str){ 0 };
    s->last = NULL;
}

/* 推进固原市海绵城市建设: the place behind the verb. */
static size_t skip_leads(const zw_figure_scan *s, size_t at)
{
    zw_str inside = { s->lex.text.at, s->lex.passage.end };
    uint32_t i;
    for (int words = 0; words < 4; words++) {
        size_t lead = zw_trie_longest(s->lex.rules->lead, inside, at, &i);
        size_t cue = zw_trie_longest(s->lex.rules->cues, inside, at, &i);
        if (!lead && cue && s->lex.rules->cue[i].kinds & CUE_DO)
            lead = cue;
        if (!lead)
            break;
        at += lead;
    }
    return at;
}

/* 位于河北省保定市东部: where the document's own place lies. */
static bool tells_where(const zw_figure_scan *s, size_t at)
{
    static const char *const sides[] = { "东", "西", "南", "北", "中部", "境内", "腹地", NULL };
    return precedes_any(s, at, sides);
}

/* 灵山县城按照中等城市建设，…: a place at the head of a clause holds for what follows in the
 * sentence. */
static void pass_place(zw_figure_scan *s, size_t from, int stop)
{
    while (from < s->lex.passage.end && s->lex.text.at[from] == ' ')
        from++;
    bool others = zw_figure_place_whole(s, (zw_range){ from, s->lex.passage.end }); /* 其余10万人 */
    from = skip_leads(s, from);
    zw_range rest = { from, s->lex.passage.end };
    if (rest.end - rest.start > 90)
        rest.end = zw_utf8_boundary(s->lex.text, rest.start + 90);
    size_t used = zw_figure_place_at(s, rest);
    if (used && tells_where(s, from + used))
        return;
    if (used)
        s->sentence_place = (zw_str){ s->lex.text.at + from, used };
    else if (stop >= STOP_SEMICOLON || others || zw_figure_place_whole(s, rest))
        s->sentence_place = (zw_str){ 0 };
}

/* The dates that stand before a number govern it until their sentence, then their passage ends. */
static void pass_token(zw_figure_scan *s, size_t i)
{
    const zw_token *t = &s->lex.tokens.at[i];
    if (t->kind == TK_STOP && t->stop == STOP_SENTENCE)
        end_sentence(s, i);
    if (t->kind == TK_STOP && t->depth == 0)
        pass_place(s, t->at.end, t->stop);
    if (t->kind == TK_DATE && !t->titled && t->depth == 0 && date_of(s, t)->to.year &&
        !is_reference(s, t)) {
        s->sentence_date = s->passage_date = date_of(s, t);
        s->sentence_date_token = i;
        s->sentence_forward = s->passage_forward = is_forward(s, t);
        s->sentence_until = is_until(s, t);
    }
}

/* 全年培训6万人次。（…，2017年12月底前完成）: the year of the item's closing bracket. */
static const zw_date *closing_date(const zw_figure_view *v)
{
    const zw_figure_lex *lex = &v->scan->lex;
    if (!zw_figure_holds(v, v->clause, "全年") && !zw_figure_holds(v, v->clause, "年底") &&
        !zw_figure_holds(v, v->clause, "年内"))
        return NULL;
    const zw_date *found = NULL;
    bool closing = false;
    for (size_t i = v->n->token; i < lex->tokens.n && i < v->n->token + 256; i++) {
        const zw_token *t = &lex->tokens.at[i];
        if (t->kind == TK_OPEN && t->depth == 0)
            closing = i > 0 && lex->tokens.at[i - 1].stop == STOP_SENTENCE;
        if (closing && t->kind == TK_DATE && t->depth == 1 && lex->dates.at[t->index].to.year)
            found = &lex->dates.at[t->index];
    }
    return found;
}

static void govern(zw_figure_view *v)
{
    zw_figure_scan *s = v->scan;
    v->date = v->own_date ? v->own_date : zw_figure_list_date(v);
    if (!v->date)
        v->date = s->sentence_date;
    if (!v->date)
        v->date = closing_date(v);
    v->date_here = v->date != NULL;
    v->forward = s->sentence_date ? s->sentence_forward : v->date_here;
    if (!v->date) {
        v->date = s->passage_date;
        v->forward = s->passage_forward;
    }
}

static int year_of(const zw_figure_view *v, zw_figure_kind kind)
{
    const zw_figure_scan *s = v->scan;
    if (v->date) {
        int year = v->date->to.year;
        bool past = s->year && year < s->year;
        /* a state told further up does not date the targets below it */
        if (v->date_here || !past || kind == ZW_KIND_BASELINE)
            return year;
    }
    return kind == ZW_KIND_TARGET ? s->context->doc->meta.year : 0;
}

/* 五年累计支出…, 连续三年发生了…: of what is past a bare span tells when, not how much. */
static bool is_when(const zw_figure_view *v, const zw_figure *found)
{
    const zw_figure_number *n = v->n;
    bool past = found->kind == ZW_KIND_BASELINE || v->scan->report;
    if (!past || !n->unit || !zw_str_eq(n->unit->word, ZW_STR("年")) || v->after || v->object ||
        v->from || v->before & (CUE_LEVEL | CUE_CMP | CUE_PLUS | CUE_MINUS))
        return false;
    zw_str name = zw_str_of(found->indicator);
    return !name.n || strcmp(v->rule, "named-before") != 0 ||
           !zw_figure_listed(v->scan->lex.rules, LIST_QUANTITY, MATCH_END, name);
}

static bool add_figure(zw_figure_view *v)
{
    zw_figure_scan *s = v->scan;
    zw_figure_compare(v);
    zw_figure_change(v);
    govern(v);
    zw_figure found = { .unit = v->n->shown, .cmp = v->cmp, .change = v->change };
    if (!zw_figure_words(v, &found))
        return false;
    if (!found.unit)
        return true; /* 万 of nothing that is known */
    found.low = told(v->n->value.low, v->n->value.kind);
    found.high = told(v->n->value.high, v->n->value.kind);
    found.kind = zw_figure_kind_find(v);
    if (is_when(v, &found))
        return true;
    if (found.kind == ZW_KIND_CONDITION)
        found.change = 0; /* 减少5万人以下的县城 */
    if (v->object && !(v->earlier & CUE_FAR) && !(v->before & CUE_FAR))
        found.change = 0; /* 提升600万人饮水安全水平 */
    if (!found.change && v->split && s->last)
        found.change = s->last->change; /* 新增落户38万人，其中县城12万人 */
    found.year = v->from && !v->own_date ? 0 : year_of(v, found.kind);
    found.place = zw_fact_place_of(s->context, v->n->at, v->rule);
    zw_figure *f = zw_array_add(s->context->arena, &s->facts->figures);
    if (!f)
        return false;
    *f = found;
    s->last = f;
    return true;
}

/* 2018年到2020年3年攻坚计划, 五年发展规划: the years of a plan's name. */
static bool names_plan(const zw_figure_view *v)
{
    if (!v->n->unit || !zw_str_eq(v->n->unit->word, ZW_STR("年")) || v->after)
        return false;
    zw_range behind = { v->n->at.end, v->clause.end };
    if (behind.end - behind.start > 42)
        behind.end = zw_utf8_boundary(v->scan->lex.text, behind.start + 42);
    size_t len;
    for (size_t at = behind.start; at < behind.end; at += len) {
        zw_str rest = { v->scan->lex.text.at + at, behind.end - at };
        zw_utf8_at(rest, 0, &len);
        if (zw_figure_listed(v->scan->lex.rules, LIST_PLAN, MATCH_START, rest))
            return true;
    }
    return false;
}

/* 百里长廊, 亿元产业: a scale without a digit measures only beside a comparator. */
static bool is_bare(const zw_figure_view *v)
{
    const zw_figure_number *n = v->n;
    if (!(n->value.flags & ZW_NUM_BARE) || n->value.low < 1)
        return false;
    return !(v->before & (CUE_CMP | CUE_LEVEL)) && !v->after;
}

static bool has_figure(const zw_figure_lex *lex)
{
    for (size_t i = 0; i < lex->numbers.n; i++) {
        if (!lex->numbers.at[i].reject)
            return true;
    }
    return false;
}

static bool scan_passage(zw_figure_scan *s, zw_range passage)
{
    zw_arena_reset(s->lex.scratch);
    zw_arena *scratch = s->lex.scratch;
    s->lex = (zw_figure_lex){ .text = s->context->doc->text,
                              .passage = passage,
                              .rules = s->lex.rules,
                              .arena = s->context->arena,
                              .scratch = scratch };
    s->passage_date = NULL;
    end_sentence(s, (size_t)-1);
    if (!zw_figure_lex_run(&s->lex))
        return false;
    zw_figure_lists(&s->lex);
    if (!has_figure(&s->lex))
        return true;
    pass_place(s, passage.start, STOP_SENTENCE);
    for (size_t i = 0; i < s->lex.tokens.n; i++) {
        pass_token(s, i);
        if (s->lex.tokens.at[i].kind != TK_NUMBER)
            continue;
        zw_figure_number *n = &s->lex.numbers.at[s->lex.tokens.at[i].index];
        if (n->reject)
            continue;
        zw_figure_view view;
        zw_figure_view_set(&view, s, n);
        if (names_plan(&view) || is_bare(&view))
            continue;
        if (!add_figure(&view))
            return false;
    }
    return true;
}

/* The innermost heading, where it can name what the numbers under it measure. */
static zw_range heading_of(const zw_document *doc, size_t section)
{
    zw_range r = doc->sections.at[section].heading;
    return zw_range_len(r) <= 24 * strlen("率") ? r : (zw_range){ 0, 0 };
}

/* What the headings over a passage say its numbers are. */
static zw_figure_kind heading_kind(const zw_figure_scan *s, size_t section)
{
    const zw_document *doc = s->context->doc;
    const zw_tsv *t = &s->lex.rules->headings;
    for (size_t i = section; i > 0; i = doc->sections.at[i].parent) {
        zw_str heading = zw_str_slice(doc->text, doc->sections.at[i].heading);
        for (size_t row = 0; row < t->rows; row++) {
            zw_figure_kind kind;
            if (zw_str_find(heading, zw_tsv_cell(t, row, 0), 0) < heading.n &&
                zw_figure_kind_of(zw_tsv_cell(t, row, 1), &kind))
                return kind;
        }
    }
    return ZW_KIND_OTHER;
}

/* 截至2021年: the text was written in that year or later. */
static int last_past_year(const zw_document *doc)
{
    int last = 0;
    for (size_t at = 0; (at = zw_str_find(doc->text, ZW_STR("截"), at)) < doc->text.n;) {
        zw_date date;
        at += strlen("截至");
        if (at < doc->text.n && zw_date_read(doc->text, at, &date) && date.to.year > last)
            last = date.to.year;
    }
    return last;
}

static int year_of_document(const zw_document *doc)
{
    int year = doc->meta.date ? atoi(doc->meta.date) : 0;
    if (!year)
        year = doc->meta.year;
    if (!year && doc->meta.published)
        year = atoi(doc->meta.published);
    return year ? year : last_past_year(doc);
}

static bool is_law(const zw_document *doc)
{
    static const char *const ends[] = { "法",   "条例", "规定", "办法", "细则",
                                        "规则", "法典", "解释", "规程", "章程" };
    zw_str title = zw_str_trim(zw_str_of(doc->meta.title));
    size_t bracket = zw_str_find(title, ZW_STR("（"), strlen("法"));
    if (bracket + 6 * strlen("试") >= title.n) /* （试行） */
        title.n = bracket;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(title, zw_str_of(ends[i])))
            return true;
    }
    return false;
}

static bool is_report(const zw_figure_rules *rules, const zw_document *doc)
{
    zw_str title = zw_str_trim(zw_str_of(doc->meta.title));
    size_t bracket = zw_str_find(title, ZW_STR("（"), 0);
    if (bracket > 0) /* 发展报告（2022年） */
        title.n = bracket;
    return zw_figure_listed(rules, LIST_REPORT, MATCH_END, title) > 0;
}

/* 今年的主要预期目标是: from here a report tells what is to come. */
static bool turns_ahead(const zw_figure_scan *s, zw_range passage)
{
    zw_str text = zw_str_slice(s->context->doc->text, passage);
    const zw_figure_rules *rules = s->lex.rules;
    for (size_t i = 0; i < rules->lists[LIST_OUTLOOK].n; i++) {
        if (zw_str_find(text, rules->lists[LIST_OUTLOOK].at[i], 0) < text.n)
            return true;
    }
    return false;
}

/* Whether passage i is a row of a table whose columns are known. The first row is the head. */
static bool is_table_row(zw_figure_scan *s, size_t i)
{
    const zw_passage *p = &s->context->doc->passages.at[i];
    if (!p->table_row) {
        s->columns.n = 0;
        return false;
    }
    if (s->columns.n == 0 || (zw_range_len(p->header) && p->header.start == p->body)) {
        zw_figure_table_head(s, (zw_range){ p->body, p->text.end });
        return false;
    }
    return !zw_figure_table_second(s, (zw_range){ p->body, p->text.end }) &&
           s->columns.values > 0 && s->columns.name != SIZE_MAX;
}

zw_status zw_figures_find(const zw_figure_rules *rules, const zw_fact_context *context,
                          zw_facts *facts, zw_err *err)
{
    const zw_document *doc = context->doc;
    zw_figure_scan s = { .lex.rules = rules, .context = context, .facts = facts };
    s.lex.scratch = zw_arena_new();
    if (!s.lex.scratch)
        return zw_err_nomem(err);
    s.year = year_of_document(doc);
    s.law = is_law(doc);
    s.report = s.review = is_report(rules, doc);
    bool headed = doc->sections.n > 1, ok = true;
    for (size_t i = 0; ok && i < doc->passages.n; i++) {
        const zw_passage *p = &doc->passages.at[i];
        s.heading = heading_kind(&s, p->section);
        s.title = heading_of(doc, p->section);
        s.preamble = headed && p->section == 0;
        if (s.review && (s.heading == ZW_KIND_TARGET || turns_ahead(&s, p->text)))
            s.review = false;
        ok = is_table_row(&s, i) ? zw_figure_table_row(&s, (zw_range){ p->body, p->text.end })
                                 : scan_passage(&s, p->text);
    }
    zw_arena_free(s.lex.scratch);
    return ok ? ZW_OK : zw_err_nomem(err);
}
