#include "base/utf8.h"
#include "corpus/lines.h"
#include "corpus/structure.h"

#define NONE SIZE_MAX

typedef struct {
    const zw_frame *frame;
    zw_document *doc;
    size_t pending; /* where headings begin that wait for the passage below them, or NONE */
    zw_range open;  /* the passage being gathered; empty: none */
    size_t open_from, open_section;
    size_t open_chars;
    bool open_row;
    zw_range header; /* the first row of the table that is gone through */
    bool in_table;
    bool failed;
} cutter;

static void add(cutter *c, zw_range text, size_t body)
{
    zw_passage *p = zw_array_add(c->doc->arena, &c->doc->passages);
    if (!p) {
        c->failed = true;
        return;
    }
    *p = (zw_passage){ text, body, c->open_section, c->open_row, { 0, 0 } };
    if (c->open_row)
        p->header = c->header;
}

/* （…厅负责，2017年12月底前完成）: who answers for an item stands behind its last sentence and is
 * never parted from it. */
static bool begins_with_bracket(zw_str text, size_t at)
{
    size_t len;
    return zw_narrow(zw_utf8_at(text, at, &len)) == '(';
}

/* Where to end a passage that begins at from: behind the last sentence within `room` characters,
 * else behind a comma, else anywhere. */
static size_t cut_point(zw_str text, size_t from, size_t end, size_t room)
{
    size_t chars = 0, best = 0, comma = 0, at = from, len;
    for (; at < end && chars < room; at += len, chars++) {
        uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
        bool stop = c == '\n' || c == 0x3002 || c == ';' || c == '!' || c == '?';
        if (stop && at + len < end && !begins_with_bracket(text, at + len))
            best = at + len;
        else if (c == ',' && chars > room / 2)
            comma = at + len;
    }
    if (at >= end)
        return end;
    /* A closing quote or bracket belongs to the sentence before it. */
    while (best && best < end && zw_is_closer(zw_utf8_at(text, best, &len)))
        best += len;
    return best ? best : comma ? comma : at;
}

static void flush(cutter *c)
{
    if (zw_range_len(c->open) == 0)
        return;
    zw_str text = c->doc->text;
    size_t start = c->open.start, body = c->open_from;
    /* Pieces of about one size rather than full ones and a crumb. */
    size_t chars = zw_utf8_count(zw_str_slice(text, c->open)), room = ZW_PASSAGE_CHARS;
    if (chars > room)
        room = chars / ((chars + room - 1) / room) + ZW_PASSAGE_CHARS / 10;
    while (start < c->open.end && !c->failed) {
        size_t cut = cut_point(text, body, c->open.end, room);
        size_t next = cut, end = cut;
        while (next < c->open.end && (text.at[next] == '\n' || text.at[next] == ' '))
            next++;
        while (end > body + 1 && text.at[end - 1] == '\n')
            end--;
        add(c, (zw_range){ start, end }, body);
        start = body = next;
    }
    c->open = (zw_range){ 0, 0 };
    c->open_chars = 0;
}

/* Whether a stretch that is nothing but its section's heading leads to something below it; a colon
 * may stand behind: 第四条 申请人应当符合下列条件：. */
static bool leads_on(const cutter *c, size_t section, zw_range r)
{
    const zw_section *s = &c->doc->sections.at[section];
    zw_str line = zw_str_trim(zw_str_slice(c->doc->text, r));
    if (section && line.n && zw_str_eq(line, zw_str_slice(c->doc->text, s->heading)) &&
        line.at == c->doc->text.at + s->heading.start && s->text.end > r.end + 1)
        return true; /* 第二章 / 居住登记: on a line of its own below the number */
    if (section == 0 || zw_range_len(s->heading) == 0 || s->text.start != r.start ||
        s->text.end <= r.end + 1)
        return false;
    zw_range behind = { s->heading.end < r.end ? s->heading.end : r.end, r.end };
    zw_str rest = zw_str_trim(zw_str_slice(c->doc->text, behind));
    return rest.n == 0 || zw_str_eq(rest, ZW_STR("：")) || zw_str_eq(rest, ZW_STR(":"));
}

static bool is_leaf(const cutter *c, size_t section)
{
    return section + 1 >= c->doc->sections.n || c->doc->sections.at[section + 1].parent != section;
}

static void gather(cutter *c, size_t section, zw_range r, bool row)
{
    size_t chars = zw_utf8_count(zw_str_slice(c->doc->text, r));
    bool same = zw_range_len(c->open) > 0 && c->open_section == section && section > 0 && !row &&
                !c->open_row && is_leaf(c, section) && c->open_chars + chars <= ZW_PASSAGE_CHARS &&
                c->pending == NONE;
    if (same) {
        c->open.end = r.end;
        c->open_chars += chars;
        return;
    }
    flush(c);
    c->open = (zw_range){ c->pending != NONE ? c->pending : r.start, r.end };
    c->open_from = r.start;
    c->open_section = section;
    c->open_chars = chars;
    c->open_row = row;
    c->pending = NONE;
}

/* Headings that wait but find no text below them are a passage of their own: the innermost, led to
 * by the others, as text below them would have been. */
static void give_up_pending(cutter *c, size_t end)
{
    if (c->pending == NONE)
        return;
    size_t start = c->pending;
    c->pending = NONE;
    zw_str s = zw_str_trim(zw_str_slice(c->doc->text, (zw_range){ start, end }));
    flush(c);
    if (s.n == 0)
        return;
    end = (size_t)(s.at - c->doc->text.at) + s.n;
    size_t section = zw_document_section_at(c->doc, end - 1);
    size_t body = c->doc->sections.at[section].text.start;
    c->open_row = false;
    c->open_section = section;
    add(c, (zw_range){ start, end }, body > start ? body : start);
}

/* A table begins where its reader says so, else behind other text. */
static void enter_table(cutter *c, const zw_para *p)
{
    bool row = p->kind == ZW_LINE_TABLE_ROW;
    bool further = p->level == ZW_ROW_FURTHER && zw_range_len(c->header) > 0;
    if (row && (p->level == ZW_ROW_FIRST || (!c->in_table && !further))) {
        flush(c);
        c->header = p->text;
    }
    c->in_table = row;
}

static void cut_para(cutter *c, size_t i, size_t *section)
{
    const zw_para *p = &c->frame->own->paras.at[i];
    enter_table(c, p);
    zw_section *sections = c->doc->sections.at;
    size_t n = c->doc->sections.n;
    size_t at = p->text.start > c->frame->body ? p->text.start : c->frame->body;
    if (at > p->text.end)
        return;
    while (at < p->text.end && !c->failed) {
        while (*section + 1 < n && sections[*section + 1].text.start <= at)
            ++*section;
        size_t inner = *section;
        while (inner > 0 && sections[inner].text.end <= at)
            inner = sections[inner].parent;
        size_t end = p->text.end;
        if (*section + 1 < n && sections[*section + 1].text.start < end)
            end = sections[*section + 1].text.start;
        zw_range r = { at, end };
        if (zw_str_trim(zw_str_slice(c->doc->text, r)).n == 0) {
            at = end;
            continue;
        }
        if (leads_on(c, inner, r)) {
            flush(c);
            if (c->pending == NONE)
                c->pending = at;
        } else {
            gather(c, inner, r, p->kind == ZW_LINE_TABLE_ROW);
        }
        at = end;
    }
}

zw_status zw_passages_cut(const zw_frame *frame, zw_document *doc, zw_err *err)
{
    cutter c = { .frame = frame, .doc = doc, .pending = NONE };
    size_t section = 0;
    for (size_t i = 0; i < frame->own->paras.n && !c.failed; i++) {
        if (frame->roles[i] == ZW_PARA_BODY) {
            cut_para(&c, i, &section);
        } else {
            give_up_pending(&c, frame->own->paras.at[i].text.start);
            flush(&c);
        }
    }
    give_up_pending(&c, doc->text.n);
    flush(&c);
    return c.failed ? zw_err_nomem(err) : ZW_OK;
}
