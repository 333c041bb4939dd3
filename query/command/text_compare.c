#include "query/command/text_compare.h"

#include "base/utf8.h"

typedef struct {
    const zw_comparison *c;
    const zw_words *words;
    bool color;
    zw_buf *to;
    zw_err *err;
} writer;

static const char *word(const writer *w, const char *key)
{
    return zw_words_get(w->words, "compare", key, key);
}

/* Line ends and control characters of a source become blanks; a line is as long as it is. */
static void plain(const writer *w, zw_str text)
{
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        if (c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0))
            zw_buf_char(w->to, ' ');
        else
            zw_buf_add(w->to, text.at + i, len);
    }
}

static void style(const writer *w, const char *code)
{
    if (w->color)
        zw_buf_text(w->to, code);
}

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : *path ? path : "—";
}

/* --- templates -------------------------------------------------------------------------------- */

static void template_block(const writer *w, size_t number)
{
    const zw_template_block *block = &w->c->blocks.at[number];
    const zw_doc_record *d = block->leader->document;
    style(w, "\033[1m");
    zw_buf_printf(w->to, "%s %zu", word(w, "template"), number + 1);
    style(w, "\033[0m");
    zw_buf_printf(w->to, " · %s %zu · %s %zu · ", word(w, "word for word"), block->exact,
                  word(w, "adapted"), block->adapted);
    plain(w, zw_str_of(d->region.n     ? d->region.names[d->region.n - 1]
                       : d->meta.title ? d->meta.title
                                       : d->id));
    zw_buf_printf(w->to, " %s %s\n", d->meta.date ? d->meta.date : "", block->leader->passage);
    for (size_t i = 0; i < block->n; i++) {
        size_t template = w->c->order[block->first + i];
        zw_buf_printf(w->to, "   %zu.%zu ", number + 1, i + 1);
        plain(w, zw_comparison_leader(w->c, template)->text);
        zw_buf_char(w->to, '\n');
    }
}

static void templates(const writer *w, size_t max)
{
    size_t n = w->c->blocks.n, shown = max && max < n ? max : n;
    for (size_t i = 0; i < shown; i++)
        template_block(w, i);
    if (shown < n)
        zw_buf_printf(w->to, "… %zu %s\n", n - shown, word(w, "more templates"));
    zw_buf_char(w->to, '\n');
}

/* --- holders ---------------------------------------------------------------------------------- */

static void counts(const writer *w, const zw_holder *h)
{
    const char *between = " · ";
    for (int i = 0; i <= ZW_WORDING_OMITTED; i++) {
        if (h->counts[i] == 0)
            continue;
        zw_buf_printf(w->to, "%s%s %zu", between, word(w, zw_wording_name((zw_wording)i)),
                      h->counts[i]);
        between = ", ";
    }
    if (h->chars)
        zw_buf_printf(w->to, " · %s %.0f%%", word(w, "share"),
                      100.0 * (double)h->shared_chars / (double)h->chars);
    zw_buf_char(w->to, '\n');
}

static void label(const writer *w, const zw_wording_row *row)
{
    zw_buf_text(w->to, "   ");
    style(w, "\033[2m");
    if (row->template != ZW_NO_LEADER) {
        zw_template_place at = w->c->places[row->template];
        zw_buf_printf(w->to, "%zu.%zu ", at.number, at.sentence);
    }
    zw_buf_text(w->to, word(w, zw_wording_name(row->wording)));
    if (row->elsewhere)
        zw_buf_printf(w->to, " (%s)", word(w, "elsewhere"));
    style(w, "\033[0m");
    zw_buf_char(w->to, ' ');
}

/* What a holder shares was said with the template. */
static zw_status row_line(const writer *w, const zw_wording_row *row)
{
    zw_status s = ZW_OK;
    if (row->wording == ZW_WORDING_SHARED && !row->elsewhere)
        return ZW_OK;
    label(w, row);
    if (row->wording == ZW_WORDING_ADAPTED) {
        zw_buf changes = ZW_BUF_INIT;
        s = zw_wording_difference(w->c, row, w->color, &changes, w->err);
        for (size_t i = 0; i < changes.n; i++)
            zw_buf_char(w->to, changes.at[i] == '\n' ? ' ' : changes.at[i]);
        w->to->failed |= zw_buf_failed(&changes);
        zw_buf_free(&changes);
    } else if (row->clause) {
        plain(w, row->clause->text);
    } else {
        plain(w, zw_comparison_leader(w->c, row->template)->text);
    }
    zw_buf_char(w->to, '\n');
    return s;
}

/* Those that say nothing of their own are named on one line. */
static bool only_shares(const zw_holder *h)
{
    return h->counts[ZW_WORDING_ADAPTED] + h->counts[ZW_WORDING_NEW] +
               h->counts[ZW_WORDING_OMITTED] ==
           0;
}

static void sharers(const writer *w)
{
    size_t n = 0;
    for (size_t h = 0; h < w->c->holders.n; h++)
        n += only_shares(&w->c->holders.at[h]);
    if (n == 0)
        return;
    style(w, "\033[1m");
    zw_buf_printf(w->to, "%s %zu", word(w, "nothing else"), n);
    style(w, "\033[0m");
    const char *between = " · ";
    for (size_t h = 0; h < w->c->holders.n; h++) {
        if (!only_shares(&w->c->holders.at[h]))
            continue;
        zw_buf_text(w->to, between);
        plain(w, zw_str_of(last_name(w->c->holders.at[h].name)));
        between = "、";
    }
    zw_buf_char(w->to, '\n');
}

static zw_status holders(const writer *w, size_t max)
{
    zw_status s = ZW_OK;
    size_t n = 0, shown = 0, row = 0;
    sharers(w);
    for (size_t h = 0; h < w->c->holders.n; h++)
        n += !only_shares(&w->c->holders.at[h]);
    for (size_t h = 0; s == ZW_OK && h < w->c->holders.n && (max == 0 || shown < max); h++) {
        for (; row < w->c->rows.n && w->c->rows.at[row].holder < h;)
            row++;
        if (only_shares(&w->c->holders.at[h]))
            continue;
        shown++;
        style(w, "\033[1m");
        plain(w, zw_str_of(last_name(w->c->holders.at[h].name)));
        style(w, "\033[0m");
        counts(w, &w->c->holders.at[h]);
        for (; s == ZW_OK && row < w->c->rows.n && w->c->rows.at[row].holder == h; row++)
            s = row_line(w, &w->c->rows.at[row]);
    }
    if (shown < n)
        zw_buf_printf(w->to, "… %zu %s\n", n - shown, word(w, "more holders"));
    return s;
}

zw_status zw_text_comparison(const zw_comparison *comparison, const zw_words *words, bool color,
                             size_t max, zw_buf *to, zw_err *err)
{
    writer w = { comparison, words, color, to, err };
    templates(&w, max);
    return holders(&w, max);
}
