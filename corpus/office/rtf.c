/* RTF: text in the code page of its font or as \u numbers; groups that are no text are passed over.
 */
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>

#include "corpus/office/office.h"
#include "corpus/office/paper.h"

enum { GROUPS_MAX = 512, FONTS_MAX = 4096, WORD_MAX = 32 };

/* Where text goes: into its paragraph, behind it (foot- and endnotes), before it (text boxes). */
enum { INTO_LINE, INTO_NOTE, INTO_BOX, INTOS };

typedef struct {
    bool skipped, hidden, fonts; /* no text of the document; hidden or deleted; the font table */
    int font, skip_behind_code;  /* bytes that stand for a \u in old readers */
    unsigned char into;          /* LINE, NOTE or BOX */
} group;

typedef struct {
    zw_str in;
    size_t at;
    zw_paper *paper;
    zw_buf texts[INTOS], bytes; /* bytes of one code page, not yet decoded */
    unsigned n_notes;
    const char *page; /* of bytes */
    group groups[GROUPS_MAX];
    size_t depth;
    unsigned char charsets[FONTS_MAX];
    const char *standard;
    int left_out; /* bytes to come that stand for the last \u */
    uint32_t high;
    bool in_row, in_table;
} rtf;

static const char *page_of_charset(const rtf *r, int charset)
{
    static const struct {
        int charset;
        const char *page;
    } rows[] = { { 128, "CP932" }, { 129, "CP949" }, { 134, "GB18030" }, { 136, "BIG5" } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].charset == charset)
            return rows[i].page;
    }
    return r->standard;
}

static group *top(rtf *r)
{
    return &r->groups[r->depth < GROUPS_MAX ? r->depth : GROUPS_MAX - 1];
}

static zw_buf *text_at(rtf *r)
{
    return &r->texts[top(r)->into];
}

/* Decodes what stands in bytes; what no character is of the page becomes U+FFFD. */
static void flush(rtf *r)
{
    if (!r->bytes.n)
        return;
    iconv_t c = iconv_open("UTF-8", r->page);
    char *in = r->bytes.at, out[1024];
    size_t left = r->bytes.n;
    while (left > 0 && c != (iconv_t)-1) {
        char *to = out;
        size_t room = sizeof out, before = left;
        bool bad = iconv(c, &in, &left, &to, &room) == (size_t)-1 && room > 8;
        zw_buf_add(text_at(r), out, sizeof out - room);
        if (bad || (left == before && left)) {
            zw_buf_code(text_at(r), 0xFFFD);
            in++;
            left--;
        }
    }
    if (c != (iconv_t)-1)
        iconv_close(c);
    zw_buf_clear(&r->bytes);
}

static void add_byte(rtf *r, char c)
{
    const group *g = top(r);
    if (r->left_out > 0) {
        r->left_out--;
        return;
    }
    if (g->skipped || g->hidden || (unsigned char)c < 0x20)
        return;
    const char *page = page_of_charset(r, r->charsets[g->font]);
    if (page != r->page)
        flush(r);
    r->page = page;
    zw_buf_char(&r->bytes, c);
}

static void add_code(rtf *r, uint32_t c)
{
    const group *g = top(r);
    if (g->skipped || g->hidden || (c < 0x20 && c != '\t' && c != '\n'))
        return;
    flush(r);
    if (c >= 0xD800 && c < 0xDC00) {
        r->high = c;
        return;
    }
    if (c >= 0xDC00 && c < 0xE000) {
        c = r->high ? 0x10000 + ((r->high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
        r->high = 0;
    }
    zw_buf_code(text_at(r), c);
}

/* ---- lines ---- */

static void put_text(rtf *r, unsigned from, bool always)
{
    zw_str text = zw_buf_view(&r->texts[from]);
    if (always || zw_str_trim(text).n)
        zw_paper_line(r->paper, 'T', 0, from == INTO_LINE ? text : zw_str_trim(text));
    zw_buf_clear(&r->texts[from]);
}

/* A note or a text box has paragraphs of its own. */
static void put_line(rtf *r)
{
    flush(r);
    if (top(r)->into != INTO_LINE) {
        zw_buf_char(text_at(r), top(r)->into == INTO_BOX ? '\n' : ' ');
        return;
    }
    if (r->in_row && !r->in_table)
        zw_paper_table(r->paper);
    else if (!r->in_row && r->in_table)
        zw_paper_table_end(r->paper);
    r->in_table = r->in_row;
    put_text(r, INTO_BOX, false);
    put_text(r, INTO_LINE, true);
    put_text(r, INTO_NOTE, false);
}

/* Lets in what the groups around it keep out; inside another note or box it stays there. */
static void begin_text(rtf *r, unsigned into)
{
    group *g = top(r);
    if (!r->depth || r->depth >= GROUPS_MAX || g->into != INTO_LINE)
        return;
    flush(r);
    g->skipped = into == INTO_NOTE && r->groups[r->depth - 1].skipped;
    g->into = (unsigned char)into;
    if (into == INTO_NOTE && !g->skipped)
        zw_buf_printf(text_at(r), "%s[%u] ", text_at(r)->n ? "\n" : "", ++r->n_notes);
}

static void end_cell(rtf *r)
{
    r->in_row = true;
    put_line(r);
    zw_paper_cell_end(r->paper, 1);
}

/* ---- control words ---- */

typedef enum {
    PAR,
    CELL,
    ROW,
    PARD,
    IN_TABLE,
    TAB,
    LINE,
    SKIP,
    HIDE,
    FONT,
    CHARSET,
    PAGE,
    UNICODE,
    BYTES_BEHIND,
    CODE,
    BINARY,
    NOTE,
    BOX
} what;

static const struct {
    const char *name;
    what what;
    uint32_t code;
} words[] = { /* in the order of strcmp */
              { "ansicpg", PAGE, 0 },     { "bin", BINARY, 0 },
              { "bullet", CODE, 0x2022 }, { "cell", CELL, 0 },
              { "colortbl", SKIP, 0 },    { "deleted", HIDE, 0 },
              { "emdash", CODE, 0x2014 }, { "endash", CODE, 0x2013 },
              { "f", FONT, 0 },           { "fcharset", CHARSET, 0 },
              { "fldinst", SKIP, 0 },     { "fonttbl", SKIP, 1 },
              { "footer", SKIP, 0 },      { "footerf", SKIP, 0 },
              { "footerl", SKIP, 0 },     { "footerr", SKIP, 0 },
              { "footnote", NOTE, 0 },    { "header", SKIP, 0 },
              { "headerf", SKIP, 0 },     { "headerl", SKIP, 0 },
              { "headerr", SKIP, 0 },     { "info", SKIP, 0 },
              { "intbl", IN_TABLE, 0 },   { "ldblquote", CODE, 0x201C },
              { "line", LINE, 0 },        { "lquote", CODE, 0x2018 },
              { "object", SKIP, 0 },      { "page", LINE, 0 },
              { "par", PAR, 0 },          { "pard", PARD, 0 },
              { "pict", SKIP, 0 },        { "rdblquote", CODE, 0x201D },
              { "row", ROW, 0 },          { "rquote", CODE, 0x2019 },
              { "sect", PAR, 0 },         { "shprslt", SKIP, 0 },
              { "shptxt", BOX, 0 },       { "stylesheet", SKIP, 0 },
              { "tab", TAB, 0 },          { "u", UNICODE, 0 },
              { "uc", BYTES_BEHIND, 0 },  { "v", HIDE, 0 }
};

static int compare_word(const void *name, const void *row)
{
    return strcmp(name, *(const char *const *)row);
}

static const char *page_of_number(int number)
{
    return number == 936 ? "GB18030" : number == 950 ? "BIG5" : number == 932 ? "CP932" : "CP1252";
}

static void act_on_text(rtf *r, what w, uint32_t code)
{
    if (top(r)->skipped)
        return;
    if (w == PAR)
        put_line(r);
    else if (w == CELL)
        end_cell(r);
    else if (w == ROW && r->in_table)
        zw_paper_row_end(r->paper);
    else if (w == CODE)
        add_code(r, code);
    else if (w == TAB && top(r)->into == INTO_NOTE)
        return; /* between its number and its words */
    else if (w == TAB || w == LINE)
        add_code(r, w == TAB ? '\t' : '\n');
    else if (w == IN_TABLE || w == PARD)
        r->in_row = w == IN_TABLE;
}

static void act(rtf *r, what w, uint32_t code, int number, bool numbered)
{
    group *g = top(r);
    switch (w) {
    case SKIP:
        g->skipped = true;
        g->fonts = code == 1;
        break;
    case HIDE:
        g->hidden = !numbered || number != 0;
        break;
    case FONT:
        g->font = number >= 0 && number < FONTS_MAX ? number : 0;
        break;
    case CHARSET:
        if (g->fonts)
            r->charsets[g->font] = (unsigned char)number;
        break;
    case PAGE:
        r->standard = page_of_number(number);
        break;
    case BYTES_BEHIND:
        g->skip_behind_code = number >= 0 && number < 16 ? number : 1;
        break;
    case UNICODE:
        add_code(r, (uint32_t)(number < 0 ? number + 65536 : number) & 0xFFFF);
        r->left_out = g->skip_behind_code;
        break;
    case NOTE:
    case BOX:
        begin_text(r, w == NOTE ? INTO_NOTE : INTO_BOX);
        break;
    case BINARY:
        r->at += number > 0 && (size_t)number < r->in.n - r->at ? (size_t)number : 0;
        break;
    default:
        act_on_text(r, w, code);
        break;
    }
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void take_word(rtf *r)
{
    char name[WORD_MAX + 1];
    size_t n = 0;
    bool minus = false, numbered = false;
    int number = 0;
    for (; r->at < r->in.n && is_letter(r->in.at[r->at]); r->at++) {
        if (n < WORD_MAX)
            name[n++] = r->in.at[r->at];
    }
    name[n] = '\0';
    if (r->at < r->in.n && r->in.at[r->at] == '-') {
        minus = true;
        r->at++;
    }
    for (; r->at < r->in.n && r->in.at[r->at] >= '0' && r->in.at[r->at] <= '9'; r->at++) {
        number = number < 100000000 ? number * 10 + (r->in.at[r->at] - '0') : number;
        numbered = true;
    }
    if (r->at < r->in.n && r->in.at[r->at] == ' ')
        r->at++;
    const char *row = bsearch(name, words, sizeof words / sizeof *words, sizeof *words,
                              compare_word);
    if (!row)
        return;
    size_t i = (size_t)(row - (const char *)words) / sizeof *words;
    act(r, words[i].what, words[i].code, minus ? -number : number, numbered);
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : 0;
}

/* What stands behind a backslash. */
static void take_control(rtf *r)
{
    char c = r->at < r->in.n ? r->in.at[r->at] : '\0';
    if (is_letter(c)) {
        take_word(r);
        return;
    }
    r->at++;
    if (c == '\'' && r->at + 2 <= r->in.n) {
        add_byte(r, (char)(hex(r->in.at[r->at]) * 16 + hex(r->in.at[r->at + 1])));
        r->at += 2;
    } else if (c == '*') {
        top(r)->skipped = true;
    } else if (c == '\n' || c == '\r') {
        act_on_text(r, PAR, 0);
    } else if (c == '~') {
        add_code(r, 0xA0);
    } else if (c == '_') {
        add_code(r, '-');
    } else if (c == '\\' || c == '{' || c == '}') {
        add_byte(r, c);
    }
}

static void take_group(rtf *r, bool open)
{
    r->left_out = 0;
    if (!open && top(r)->into != INTO_LINE)
        flush(r);
    if (open && ++r->depth < GROUPS_MAX)
        r->groups[r->depth] = r->groups[r->depth - 1];
    else if (!open && r->depth)
        r->depth--;
}

zw_status zw_rtf_read(zw_str bytes, zw_buf *out, zw_err *err)
{
    rtf *r = calloc(1, sizeof *r);
    zw_status s = r ? zw_paper_new(out, &r->paper, err) : zw_err_nomem(err);
    if (s == ZW_OK) {
        r->in = bytes;
        r->standard = r->page = "CP1252";
        r->groups[0].skip_behind_code = 1;
        while (r->at < bytes.n) {
            char c = bytes.at[r->at++];
            if (c == '\\')
                take_control(r);
            else if (c == '{' || c == '}')
                take_group(r, c == '{');
            else if (c != '\r' && c != '\n' && c != '\0')
                add_byte(r, c);
        }
        r->depth = 0;
        put_line(r);
        s = zw_paper_end(r->paper, err);
    }
    for (size_t i = 0; r && i < INTOS; i++) {
        if (s == ZW_OK && (zw_buf_failed(&r->texts[i]) || zw_buf_failed(&r->bytes)))
            s = zw_err_nomem(err);
        zw_buf_free(&r->texts[i]);
    }
    if (r) {
        zw_buf_free(&r->bytes);
        zw_paper_free(r->paper);
    }
    free(r);
    return s;
}
