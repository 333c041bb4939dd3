#include "base/utf8.h"
#include "query/answer/output.h"
#include "query/sheet/phrase.h"

#define WINDOW 160 /* characters of a passage shown */
#define FACTS 6    /* figures or agencies of a passage shown */
#define MEASURES 3 /* measures of a passage shown */
#define MEASURE 30 /* characters of a measure shown */

typedef struct {
    zw_buf *to;
    const zw_words *says;
    bool color;
} writer;

enum { PLAIN = 0, BOLD = 1, DIM = 2, MARK = 31, PLACE = 36 };

static void style(const writer *w, int code)
{
    if (w->color)
        zw_buf_printf(w->to, "\033[%dm", code);
}

static const char *label(const writer *w, const char *key)
{
    return zw_words_get(w->says, "label", key, key);
}

/* A word of a closed list: lead, target. */
static const char *code(const writer *w, const char *name)
{
    return zw_words_get(w->says, "value", name, name);
}

static void told(const writer *w, const char *key, zw_cell value)
{
    zw_phrase_put(label(w, key), &value, 1, w->to);
}

/* Blanks after or before a word up to so many places of a terminal, of which a Han character takes
 * two. */
static void pad(const writer *w, const char *word, size_t places)
{
    size_t n = 0;
    zw_str text = zw_str_of(word);
    for (size_t i = 0, len; i < text.n; i += len)
        n += zw_utf8_at(text, i, &len) >= 0x2E80 ? 2 : 1;
    for (; n < places; n++)
        zw_buf_char(w->to, ' ');
}

/* Control characters of a source could drive the terminal. */
static void plain(const writer *w, zw_str text)
{
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        bool control = c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0);
        if (control)
            zw_buf_char(w->to, ' ');
        else
            zw_buf_add(w->to, text.at + i, len);
    }
}

static void words(const writer *w, const char *text)
{
    plain(w, zw_str_of(text));
}

static void marked(const writer *w, zw_str text, zw_range window, const zw_ranges *marks)
{
    size_t at = window.start;
    for (size_t i = 0; i < marks->n; i++) {
        zw_range m = marks->at[i];
        if (m.end <= window.start || m.start >= window.end)
            continue;
        m.start = m.start < window.start ? window.start : m.start;
        m.end = m.end > window.end ? window.end : m.end;
        plain(w, zw_str_slice(text, (zw_range){ at, m.start }));
        if (w->color)
            zw_buf_text(w->to, "\033[1;31m");
        else
            zw_buf_char(w->to, '[');
        plain(w, zw_str_slice(text, m));
        zw_buf_text(w->to, w->color ? "\033[0m" : "]");
        at = m.end;
    }
    plain(w, zw_str_slice(text, (zw_range){ at, window.end }));
}

/* --- parts of a hit ------------------------------------------------------------------------ */

static void region(const writer *w, const zw_region_path *path)
{
    for (size_t i = 0; i < path->n; i++) {
        zw_buf_text(w->to, i ? "/" : "");
        words(w, path->names[i]);
    }
    if (path->by_file) /* a guess from its name or folder, and marked as one */
        zw_buf_printf(w->to, " (%s)", label(w, "path"));
}

static void document_line(const writer *w, const zw_doc_record *d)
{
    style(w, BOLD);
    words(w, d->meta.title ? d->meta.title : d->id);
    style(w, PLAIN);
    zw_buf_char(w->to, '\n');
}

static void field(const writer *w, const char *value, bool *first)
{
    if (!value || !*value)
        return;
    zw_buf_text(w->to, *first ? "   " : " · ");
    words(w, value);
    *first = false;
}

static void metadata_line(const writer *w, const zw_doc_record *d)
{
    bool first = true;
    style(w, PLACE);
    field(w, d->meta.number, &first);
    field(w, d->meta.issuer, &first);
    if (d->region.n) {
        zw_buf_text(w->to, first ? "   " : " · ");
        region(w, &d->region);
        first = false;
    }
    field(w, d->meta.date, &first);
    style(w, PLAIN);
    if (!first)
        zw_buf_char(w->to, '\n');
}

/* --- versions of a text -------------------------------------------------------------------- */

#define VERSIONS 4 /* others of a group that are named */

static void relation(const writer *w, const zw_version_place *place)
{
    const zw_version_member *self = zw_version_self(place);
    zw_buf_text(w->to, code(w, zw_relation_name(self->relation)));
    if (self->of != place->at)
        told(w, "of", zw_cell_text(place->group->at[self->of].id));
}

/* 1 of 3 versions: original; repost 29ae…; draft 3161… */
static void version_line(const writer *w, const zw_version_place *place)
{
    const zw_versions_group *g = place->group;
    if (!g)
        return;
    if (g->n == 1)
        told(w, "version", (zw_cell){ 0 });
    else
        told(w, "one of versions", zw_cell_count(g->n));
    relation(w, place);
    size_t named = 0;
    for (size_t i = 0; i < g->n && place->at == 0; i++) {
        if (i == place->at)
            continue;
        if (named++ < VERSIONS)
            zw_buf_printf(w->to, "; %s %s", code(w, zw_relation_name(g->at[i].relation)),
                          g->at[i].id);
    }
    if (named > VERSIONS)
        told(w, "more", zw_cell_count(named - VERSIONS));
    zw_buf_char(w->to, '\n');
}

/* The columns of a manifest: 批次 第二批 · 来源 甲网. */
static void columns_line(const writer *w, const zw_doc_record *d)
{
    bool first = true;
    style(w, PLACE);
    for (size_t i = 0; i < d->given.n; i++) {
        const zw_given *g = &d->given.at[i];
        bool topic = strcmp(g->name, "topic") == 0;
        if (!topic && strncmp(g->name, "x:", 2) != 0)
            continue;
        zw_buf_text(w->to, first ? "   " : " · ");
        words(w, topic ? g->name : g->name + 2);
        zw_buf_char(w->to, ' ');
        words(w, g->value);
        first = false;
    }
    field(w, zw_given_value(&d->given, "url"), &first);
    style(w, PLAIN);
    if (!first)
        zw_buf_char(w->to, '\n');
}

static void heading_line(const writer *w, const zw_passage_record *p, size_t n)
{
    if (n == 0)
        return;
    zw_buf_text(w->to, "   ");
    style(w, DIM);
    for (size_t i = 0; i < n; i++) {
        zw_buf_text(w->to, i ? " > " : "");
        words(w, p->headings[i]);
    }
    style(w, PLAIN);
    zw_buf_char(w->to, '\n');
}

static void number(const writer *w, double low, double high)
{
    zw_buf_printf(w->to, "%.15g", low);
    if (high != low)
        zw_buf_printf(w->to, "–%.15g", high);
}

static void figure(const writer *w, const zw_figure *f)
{
    words(w, f->indicator ? f->indicator : "—");
    zw_buf_printf(w->to, " %s ", zw_cmp_name(f->cmp));
    if (f->change)
        zw_buf_char(w->to, f->change);
    number(w, f->low, f->high);
    words(w, f->unit);
    zw_buf_printf(w->to, " (%s", code(w, zw_figure_kind_name(f->kind)));
    if (f->year)
        zw_buf_printf(w->to, " %d", f->year);
    if (f->region) {
        zw_buf_text(w->to, ", ");
        words(w, f->region);
    }
    if (f->force != ZW_FORCE_NONE)
        zw_buf_printf(w->to, ", %s", code(w, zw_force_name(f->force)));
    if (f->force_words) {
        zw_buf_text(w->to, ", ");
        words(w, f->force_words);
    }
    zw_buf_char(w->to, ')');
}

static void rest(const writer *w, size_t n, size_t shown)
{
    if (n > shown)
        told(w, "more", zw_cell_count(n - shown));
    zw_buf_char(w->to, '\n');
}

/* 落实居住证制度 (落实 · 居住证 · 公共服务): what is done, its verb, topics and instrument. */
static void measure(const writer *w, zw_str text, const zw_measure *m)
{
    size_t end = 0;
    for (size_t n = 0, len; end < text.n && n < MEASURE; n++, end += len)
        zw_utf8_at(text, end, &len);
    plain(w, zw_str_slice(text, (zw_range){ 0, end }));
    zw_buf_text(w->to, end < text.n ? "… (" : " (");
    words(w, m->verb);
    for (size_t i = 0; i < m->n_topics; i++) {
        zw_buf_text(w->to, i ? ", " : " · ");
        words(w, m->topics[i].name);
    }
    if (m->instrument.name) {
        zw_buf_text(w->to, " · ");
        words(w, m->instrument.name);
    }
    zw_buf_char(w->to, ')');
}

static void measures_line(const writer *w, const zw_passage_record *p)
{
    size_t n = p->facts.measures.n;
    for (size_t i = 0; i < n && i < MEASURES; i++) {
        const zw_measure *m = &p->facts.measures.at[i];
        zw_buf_text(w->to, i ? "; " : label(w, "measures"));
        measure(w, zw_str_slice(p->text, m->place.at), m);
    }
    if (n)
        rest(w, n, MEASURES);
}

static void facts_lines(const writer *w, const zw_passage_record *p)
{
    const zw_facts *facts = &p->facts;
    for (size_t i = 0; i < facts->figures.n && i < FACTS; i++) {
        zw_buf_text(w->to, i ? "; " : label(w, "figures"));
        figure(w, &facts->figures.at[i]);
    }
    if (facts->figures.n)
        rest(w, facts->figures.n, FACTS);
    for (size_t i = 0; i < facts->agencies.n && i < FACTS; i++) {
        const zw_agency *a = &facts->agencies.at[i];
        zw_buf_printf(w->to, "%s%s ", i ? "; " : label(w, "agencies"),
                      code(w, zw_role_name(a->role)));
        words(w, a->canonical);
        if (a->deadline)
            told(w, "by", zw_cell_text(a->deadline));
    }
    if (facts->agencies.n)
        rest(w, facts->agencies.n, FACTS);
    measures_line(w, p);
}

static void lacks_line(const writer *w, const zw_hit *hit)
{
    for (size_t i = 0; i < hit->lacks.n; i++) {
        zw_buf_text(w->to, i ? ", " : label(w, "without"));
        plain(w, hit->lacks.at[i]);
    }
    if (hit->lacks.n)
        zw_buf_char(w->to, '\n');
}

static void passage_text(const writer *w, zw_str text, zw_range window, const zw_ranges *marks)
{
    while (window.start < window.end && text.at[window.start] == '\n')
        window.start++;
    while (window.end > window.start && text.at[window.end - 1] == '\n')
        window.end--;
    zw_buf_text(w->to, window.start > 0 ? "   …" : "   ");
    marked(w, text, window, marks);
    zw_buf_text(w->to, window.end < zw_str_trim(text).n ? "…\n" : "\n");
}

/* Behind the heading at text[at], blanks apart; 0 where the heading does not stand there. */
static size_t behind_heading(zw_str text, size_t at, zw_str heading)
{
    size_t i = 0, len;
    for (uint32_t c; i < heading.n; i += len) {
        c = zw_utf8_at(heading, i, &len);
        if (zw_is_blank(c))
            continue;
        size_t have = 0;
        while (at < text.n && (text.at[at] == '\n' || zw_is_blank(zw_utf8_at(text, at, &have))))
            at += have ? have : 1;
        if (at >= text.n || zw_utf8_at(text, at, &have) != c)
            return 0;
        at += have;
    }
    return at;
}

/* How many headings to show above a text: those it begins with need not be said twice, as 第四条 of
 * "第四条 居住证持有人…". */
static size_t headings_above(const zw_passage_record *p)
{
    for (size_t first = 0; first < p->n_headings; first++) {
        size_t at = 0;
        for (size_t i = first; i < p->n_headings; i++) {
            at = behind_heading(p->text, at, zw_str_of(p->headings[i]));
            if (at == 0)
                break;
        }
        if (at > 0)
            return first;
    }
    return p->n_headings;
}

static void hit_lines(const writer *w, size_t rank, const zw_hit *hit)
{
    const zw_passage_record *p = &hit->passage;
    zw_buf_printf(w->to, "%zu. ", rank);
    document_line(w, hit->document);
    metadata_line(w, hit->document);
    version_line(w, &hit->version);
    columns_line(w, hit->document);
    zw_range window = zw_highlight_window(p->text, &hit->marks, WINDOW);
    heading_line(w, p, window.start == 0 ? headings_above(p) : p->n_headings);
    passage_text(w, p->text, window, &hit->marks);
    facts_lines(w, p);
    lacks_line(w, hit);
    style(w, DIM);
    zw_buf_printf(w->to, "   %s", p->id);
    if (hit->others)
        told(w, "more of text", zw_cell_count(hit->others));
    zw_buf_text(w->to, "\n\n");
    style(w, PLAIN);
}

void zw_text_answer(const zw_answer *answer, const zw_words *says, bool color, zw_buf *to)
{
    writer w = { to, says, color };
    for (size_t i = 0; i < answer->hits.n; i++)
        hit_lines(&w, answer->first + i + 1, &answer->hits.at[i]);
}

/* --- figures ------------------------------------------------------------------------------- */

static void figure_lines(const writer *w, const zw_figure_row *r)
{
    zw_figure f = { .indicator = r->indicator,
                    .cmp = r->cmp,
                    .low = r->low,
                    .high = r->high,
                    .unit = r->unit ? r->unit : "",
                    .kind = r->kind,
                    .year = r->year,
                    .change = r->change,
                    .force = r->force,
                    .force_words = r->force_words };
    style(w, BOLD);
    words(w, r->place ? r->place : "—");
    style(w, PLAIN);
    zw_buf_text(w->to, "  ");
    figure(w, &f);
    zw_buf_text(w->to, "\n   ");
    words(w, r->quotation);
    zw_buf_text(w->to, "\n   ");
    style(w, DIM);
    words(w, r->title ? r->title : "");
    if (r->number)
        zw_buf_printf(w->to, " · %s", r->number);
    zw_buf_printf(w->to, " · %s\n", r->passage);
    version_line(w, &r->version);
    zw_buf_char(w->to, '\n');
    style(w, PLAIN);
}

void zw_text_figures(const zw_figure_table *table, const zw_words *says, bool color, zw_buf *to)
{
    writer w = { to, says, color };
    for (size_t i = 0; i < table->rows.n; i++)
        figure_lines(&w, &table->rows.at[i]);
}

/* --- facets -------------------------------------------------------------------------------- */

/* The head of a column of numbers, nine places wide. */
static void count_head(const writer *w, const char *name)
{
    const char *head = zw_words_get(w->says, "column", name, name);
    pad(w, head, 9);
    zw_buf_printf(w->to, "%s ", head);
}

void zw_text_facets(const zw_facets *facets, const zw_words *says, bool color, zw_buf *to)
{
    writer w = { to, says, color };
    style(&w, DIM);
    if (facets->collapsed)
        count_head(&w, "texts");
    count_head(&w, "documents");
    count_head(&w, "passages");
    zw_buf_printf(to, " %s\n", zw_words_get(says, "column", facets->by, facets->by));
    style(&w, PLAIN);
    for (size_t i = 0; i < facets->rows.n; i++) {
        const zw_facet *f = &facets->rows.at[i];
        if (facets->collapsed)
            zw_buf_printf(to, "%9zu ", f->texts);
        zw_buf_printf(to, "%9zu %9zu  ", f->documents, f->passages);
        words(&w, *f->value ? code(&w, f->value) : label(&w, "not told"));
        if (f->title) {
            zw_buf_text(to, "  ");
            words(&w, f->title);
        }
        zw_buf_char(to, '\n');
    }
}

/* --- show ---------------------------------------------------------------------------------- */

/* What stands before a value, eleven places wide; "" for a further value of the same. */
static void field_label(const writer *w, const char *key)
{
    const char *text = *key ? label(w, key) : "";
    style(w, DIM);
    zw_buf_text(w->to, text);
    pad(w, text, 11);
    style(w, PLAIN);
}

static void labelled(const writer *w, const char *key, const char *value)
{
    if (!value || !*value)
        return;
    field_label(w, key);
    words(w, value);
    zw_buf_char(w->to, '\n');
}

/* What a document carries out, or what else it refers to. */
static void cited(const writer *w, const char *key, const zw_doc_record *d, bool basis)
{
    for (size_t i = 0; i < d->cites.n; i++) {
        const zw_cited *c = &d->cites.at[i];
        bool titled = c->title && *c->title;
        if (c->basis != basis)
            continue;
        labelled(w, key, titled ? c->title : c->number);
        labelled(w, "", titled ? c->number : NULL);
        key = "";
    }
}

/* All versions of the text: relation, id, number or title, date. */
static void versions_lines(const writer *w, const zw_version_place *place)
{
    const zw_versions_group *g = place->group;
    for (size_t i = 0; g && i < g->n; i++) {
        const zw_version_member *m = &g->at[i];
        const char *relation_code = code(w, zw_relation_name(m->relation));
        field_label(w, i ? "" : "versions");
        zw_buf_printf(w->to, "%s %s", i == place->at ? "▶" : " ", relation_code);
        pad(w, relation_code, 14);
        zw_buf_printf(w->to, " %s  ", m->id);
        words(w, m->number ? m->number : m->title);
        if (m->date)
            zw_buf_printf(w->to, "  %s", m->date);
        if (m->of != 0 && m->of != i)
            told(w, "version of", zw_cell_text(g->at[m->of].id));
        zw_buf_char(w->to, '\n');
    }
}

static void document_head(const writer *w, const zw_shown *shown)
{
    const zw_doc_record *d = &shown->document;
    document_line(w, d);
    labelled(w, "id", d->id);
    labelled(w, "number", d->meta.number);
    labelled(w, "issuer", d->meta.issuer);
    labelled(w, "date", d->meta.date);
    labelled(w, "genre", d->meta.genre);
    labelled(w, "validity", d->meta.validity);
    if (d->region.n) {
        field_label(w, "region");
        region(w, &d->region);
        zw_buf_char(w->to, '\n');
    }
    labelled(w, "url", zw_given_value(&d->given, "url"));
    labelled(w, "topic", zw_given_value(&d->given, "topic"));
    for (size_t i = 0; i < d->given.n; i++) {
        if (strncmp(d->given.at[i].name, "x:", 2) == 0)
            labelled(w, d->given.at[i].name, d->given.at[i].value);
    }
    for (size_t i = 0; i < shown->paths.n; i++)
        labelled(w, i ? "" : "file", shown->paths.at[i]);
    if (shown->paths.n == 0)
        labelled(w, "file", d->file);
    labelled(w, "part", d->part);
    labelled(w, "sha256", d->sha256);
    cited(w, "implements", d, true);
    cited(w, "cites", d, false);
    versions_lines(w, &shown->version);
}

void zw_text_passage(const zw_shown *shown, const zw_words *says, bool color, zw_buf *to)
{
    writer w = { to, says, color };
    const zw_ranges none = { 0 };
    document_head(&w, shown);
    zw_buf_char(to, '\n');
    for (size_t i = 0; i < shown->passages.n; i++) {
        const zw_passage_record *p = &shown->passages.at[i];
        bool asked = i == shown->passage;
        style(&w, asked ? BOLD : DIM);
        zw_buf_printf(to, "%s %s\n", asked ? "▶" : " ", p->id);
        style(&w, PLAIN);
        heading_line(&w, p, headings_above(p));
        zw_range mark;
        const zw_ranges one = { .at = &mark, .n = 1, .room = 1 };
        passage_text(&w, p->text, (zw_range){ 0, p->text.n },
                     zw_shown_mark(shown, p, &mark) ? &one : &none);
        if (asked)
            facts_lines(&w, p);
        zw_buf_char(to, '\n');
    }
}

/* Headings that the passage before did not have. */
static void outline_lines(const writer *w, const zw_passage_record *before,
                          const zw_passage_record *p)
{
    size_t same = 0;
    while (before && same < p->n_headings && same < before->n_headings &&
           strcmp(p->headings[same], before->headings[same]) == 0)
        same++;
    for (size_t i = same; i < p->n_headings; i++) {
        zw_buf_printf(w->to, "%5zu  %*s", p->index, (int)(2 * i), "");
        words(w, p->headings[i]);
        zw_buf_char(w->to, '\n');
    }
}

void zw_text_document(const zw_shown *shown, const zw_words *says, bool color, zw_buf *to)
{
    writer w = { to, says, color };
    document_head(&w, shown);
    zw_buf_char(to, '\n');
    told(&w, "outline", zw_cell_count(shown->document.passages));
    zw_buf_char(to, '\n');
    for (size_t i = 0; i < shown->passages.n; i++)
        outline_lines(&w, i ? &shown->passages.at[i - 1] : NULL, &shown->passages.at[i]);
}
