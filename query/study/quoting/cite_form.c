#include "query/study/quoting/cite_form.h"

/* --- BibTeX ----------------------------------------------------------------------------------- */

/* BibTeX counts braces even behind a backslash, so these are never written as they are. */
static void tex(zw_buf *to, const char *text)
{
    static const struct sign {
        char c;
        const char *written;
    } signs[] = { { '\\', "\\textbackslash{}" },
                  { '{', "\\textbraceleft{}" },
                  { '}', "\\textbraceright{}" },
                  { '#', "\\#" },
                  { '$', "\\$" },
                  { '%', "\\%" },
                  { '&', "\\&" },
                  { '_', "\\_" },
                  { '~', "\\textasciitilde{}" },
                  { '^', "\\textasciicircum{}" } };
    for (; *text; text++) {
        const char *written = NULL;
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            if (signs[i].c == *text)
                written = signs[i].written;
        }
        if (written)
            zw_buf_text(to, written);
        else
            zw_buf_char(to, (unsigned char)*text < ' ' || *text == 0x7F ? ' ' : *text);
    }
}

/* An address is printed as it stands; only what would end the field is written otherwise. */
static void address(zw_buf *to, const char *url)
{
    for (; *url; url++) {
        unsigned char c = (unsigned char)*url;
        if (c <= ' ' || c == 0x7F || strchr("{}\\\"<>^`|", c))
            zw_buf_printf(to, "%%%02X", c);
        else
            zw_buf_char(to, *url);
    }
}

static void tex_field(zw_buf *to, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    zw_buf_printf(to, ",\n  %s = {", name);
    tex(to, text);
    zw_buf_char(to, '}');
}

static void tex_date(zw_buf *to, const char *date)
{
    int parts[3];
    size_t n = zw_cite_date(date, parts);
    if (n == 0)
        return;
    zw_buf_printf(to, ",\n  year = {%04d}", parts[0]);
    if (n > 1)
        zw_buf_printf(to, ",\n  month = {%d}", parts[1]);
    tex_field(to, "date", date);
}

void zw_cite_bibtex(const zw_reference *r, zw_buf *to)
{
    zw_buf_printf(to, "@misc{%s", r->key);
    /* a body's name is one word: {A} and {B} */
    for (size_t i = 0; i < r->issuers.n; i++) {
        zw_buf_text(to, i ? " and {" : ",\n  author = {{");
        tex(to, r->issuers.at[i]);
        zw_buf_char(to, '}');
    }
    zw_buf_text(to, r->issuers.n ? "},\n  title = {{" : ",\n  title = {{");
    tex(to, r->title);
    zw_buf_text(to, "}}");
    tex_field(to, "howpublished", r->number);
    tex_date(to, r->date);
    if (r->url) {
        zw_buf_text(to, ",\n  url = {");
        address(to, r->url);
        zw_buf_char(to, '}');
        tex_field(to, "urldate", r->accessed);
    }
    tex_field(to, "note", r->place);
    tex_field(to, "annote", r->quotation);
    zw_buf_text(to, ",\n  language = {chinese}\n}\n");
}

/* --- RIS -------------------------------------------------------------------------------------- */

static void ris_field(zw_buf *to, const char *tag, const char *text)
{
    if (!text || !*text)
        return;
    zw_buf_printf(to, "%s  - ", tag);
    zw_cite_line(to, text);
    zw_buf_text(to, "\r\n");
}

/* YYYY/MM/DD/ with what is not told left empty. */
static void ris_date(zw_buf *to, const char *tag, const char *date)
{
    int parts[3];
    size_t n = zw_cite_date(date, parts);
    if (n == 0)
        return;
    zw_buf_printf(to, "%s  - %04d/", tag, parts[0]);
    for (size_t i = 1; i < 3; i++) {
        if (i < n)
            zw_buf_printf(to, "%02d", parts[i]);
        zw_buf_char(to, '/');
    }
    zw_buf_text(to, "\r\n");
}

/* A comma would part a body's name into a family's and a given one. */
static void ris_author(zw_buf *to, const char *name)
{
    zw_buf_text(to, "AU  - ");
    for (; *name; name++) {
        if (*name == ',')
            zw_buf_text(to, "，");
        else
            zw_buf_char(to, (unsigned char)*name < ' ' ? ' ' : *name);
    }
    zw_buf_text(to, "\r\n");
}

void zw_cite_ris(const zw_reference *r, zw_buf *to)
{
    int parts[3];
    zw_buf_text(to, "TY  - GOVDOC\r\n");
    ris_field(to, "ID", r->key);
    for (size_t i = 0; i < r->issuers.n; i++)
        ris_author(to, r->issuers.at[i]);
    ris_field(to, "TI", r->title);
    ris_field(to, "M1", r->number);
    if (zw_cite_date(r->date, parts))
        zw_buf_printf(to, "PY  - %04d\r\n", parts[0]);
    ris_date(to, "DA", r->date);
    ris_field(to, "UR", r->url);
    if (r->url)
        ris_date(to, "Y2", r->accessed);
    ris_field(to, "LA", "zh");
    ris_field(to, "N1", r->place);
    ris_field(to, "N1", r->quotation);
    zw_buf_text(to, "ER  - \r\n");
}

/* --- CSL-JSON --------------------------------------------------------------------------------- */

static void json(zw_buf *to, const char *text)
{
    zw_buf_char(to, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            zw_buf_printf(to, "\\%c", c);
        else if (c < ' ')
            zw_buf_printf(to, "\\u%04x", c);
        else
            zw_buf_char(to, *text);
    }
    zw_buf_char(to, '"');
}

static void json_field(zw_buf *to, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    zw_buf_printf(to, ",\n    \"%s\": ", name);
    json(to, text);
}

static void json_date(zw_buf *to, const char *name, const char *date)
{
    int parts[3];
    size_t n = zw_cite_date(date, parts);
    if (n == 0)
        return;
    zw_buf_printf(to, ",\n    \"%s\": { \"date-parts\": [[", name);
    for (size_t i = 0; i < n; i++)
        zw_buf_printf(to, "%s%d", i ? ", " : "", parts[i]);
    zw_buf_text(to, "]] }");
}

void zw_cite_csl(const zw_reference *r, zw_buf *to)
{
    zw_buf_text(to, "  {\n    \"id\": ");
    json(to, r->key);
    json_field(to, "type", r->law ? "legislation" : "regulation");
    json_field(to, "title", r->title);
    for (size_t i = 0; i < r->issuers.n; i++) {
        zw_buf_text(to, i ? ", { \"literal\": " : ",\n    \"author\": [{ \"literal\": ");
        json(to, r->issuers.at[i]);
        zw_buf_text(to, " }");
    }
    zw_buf_text(to, r->issuers.n ? "]" : "");
    json_field(to, "number", r->number);
    json_date(to, "issued", r->date);
    json_field(to, "URL", r->url);
    if (r->url)
        json_date(to, "accessed", r->accessed);
    json_field(to, "language", "zh-CN");
    json_field(to, "note", r->place);
    json_field(to, "annote", r->quotation);
    zw_buf_text(to, "\n  }");
}
