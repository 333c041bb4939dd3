#include "corpus/structure.h"

#include "base/utf8.h"
#include "corpus/frame_lines.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define LEAD_CHARS 60          /* of a sentence that leads to a list */
#define LABEL_CHARS 8          /* 第一责任单位： */
#define HEADING_CHARS 40       /* the first sentence of an item is its heading up to this */
#define HEADING_LINE_CHARS 80  /* a line of its own */
#define PLAIN_HEADING_CHARS 24 /* without a number */
#define PART_HEAD_CHARS 6
#define UPPER_HEADING_HAN 6

/* Families beyond the rows of numbering.tsv: what an item is numbered with. */
enum {
    PLAIN = ZW_NUMBER_ROWS,
    UPPER,  /* a heading without number right above another */
    LEAD,   /* a sentence that leads to a list which counts from 1 again */
    BEHIND, /* no item: the paragraph behind a list, where the list ends */
    CLOSING,
    ATTACHED,
    MARKUP,
    FAMILIES = MARKUP + 8
};

/* A place where an item may begin. */
typedef struct {
    size_t at;
    size_t para;
    zw_number number; /* row NULL: a heading without number */
    size_t family;
    bool line_start;
    bool begins; /* the nearest number of its kind behind it is 2 */
    size_t list; /* one more than the family of the list that LEAD, BEHIND, PLAIN end; 0: none */
    bool sure;   /* of BEHIND: by the signs at the ends of the list's items */
} mark;

typedef struct {
    size_t family, section;
    size_t end; /* a —— item is the one paragraph it stands in; 0: it goes on till another begins */
    size_t list; /* of its mark: that list stands in it */
} level;

typedef struct {
    const zw_corpus_tables *tables;
    const zw_frame *frame;
    zw_document *doc;
    ZW_ARRAY(mark) marks;
    level stack[ZW_SECTION_DEPTH];
    size_t depth;
    long seen[FAMILIES]; /* the value of the family's latest mark at the start of a line */
    long last[FAMILIES]; /* the value of the family's latest item */
    int order[FAMILIES]; /* depth at which a family first appeared, 0: not yet */
    size_t taken; /* the paragraph that is a chapter's heading below its number; 0: none yet */
    bool failed;
} builder;

static zw_str para_text(const builder *b, size_t i)
{
    return zw_str_slice(b->doc->text, b->frame->own->paras.at[i].text);
}

static bool is_boundary(uint32_t c)
{
    c = zw_narrow(c);
    return c == 0x3002 || c == ';' || c == ':' || c == '!' || c == '?' || zw_is_closer(c);
}

static void add_mark(builder *b, mark m)
{
    if (b->marks.n >= ZW_SECTIONS_MAX)
        return;
    mark *new = zw_array_add(b->doc->arena, &b->marks);
    if (new)
        *new = m;
    else
        b->failed = true;
}

/* 第(三)项, 第（二）、（三）项, (一)至(三): a reference, not an item. */
static bool is_reference(zw_str text, size_t at, const zw_number *n)
{
    zw_str rest = { text.at + at + n->n, text.n - at - n->n };
    static const char *const behind[] = { "项", "、", "至", "款", "目", "和", "，", "," };
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        if (zw_str_starts(rest, zw_str_of(behind[i])))
            return true;
    }
    /* 二、三产业: two numerals in a row, no item 二. */
    long next;
    return !n->row->open.n && n->row->numeral == ZW_NUMERAL_HAN && rest.n &&
           zw_small_numeral(rest, 0, true, &next) && next == n->value + 1;
}

/* Numbers inside the line. `heading` says that no sentence has ended since the last number, so an
 * item's heading may end here without a sign: 二、推进农业转移人口市民化(一)加快落实…. */
static void mark_inside(builder *b, size_t para, size_t from)
{
    zw_range r = b->frame->own->paras.at[para].text;
    zw_str text = { b->doc->text.at, r.end };
    bool boundary = false, blank = false;
    size_t heading = from > r.start ? HEADING_CHARS : 0;
    for (size_t at = from, len; at < r.end; at += len) {
        unsigned char lead = (unsigned char)text.at[at];
        if (heading == 0 && !boundary && !blank && lead >= 0xE4 && lead <= 0xE9) {
            len = 3; /* a Han character in the middle of a sentence */
            continue;
        }
        uint32_t c = zw_utf8_at(text, at, &len);
        zw_number n;
        if ((boundary || blank || heading > 0) && zw_number_may_start(b->tables, c) &&
            zw_number_at(b->tables, text, at, &n) && n.row->inside && !is_reference(text, at, &n) &&
            (boundary || (n.row->spaced ? blank : heading > 0 && n.row->open.n))) {
            add_mark(b, (mark){ at, para, n, n.family, false, false, 0, false });
            at += n.n;
            len = 0;
            boundary = blank = false;
            heading = HEADING_CHARS;
            continue;
        }
        if (zw_is_blank(c)) {
            blank = true;
            continue;
        }
        blank = false;
        boundary = is_boundary(c);
        heading = boundary || heading == 0 ? 0 : heading - 1;
    }
}

static size_t last_length(zw_str s)
{
    size_t len;
    zw_utf8_before(s, s.n, &len);
    return len;
}

/* 第三十二条 申请积分入户应当具备以下条件： with the conditions below, each an item of its own:
 * what the article says of all of them. */
static bool leads_list(zw_str line)
{
    size_t len;
    return zw_narrow(zw_utf8_before(line, line.n, &len)) == ':' &&
           zw_utf8_count(line) <= LEAD_CHARS && zw_str_find(line, ZW_STR("。"), 0) == line.n;
}

static bool has_body_below(const builder *b, size_t i)
{
    const zw_cleaned *own = b->frame->own;
    return i + 1 < own->paras.n && b->frame->roles[i + 1] == ZW_PARA_BODY;
}

/* 责任单位：省公安厅、财政厅 says who answers for what stands above it, and heads nothing. */
static bool says_who(zw_str line)
{
    static const char *const labels[] = { "单位", "部门", "机构", "责任人", "时限", "期限" };
    size_t colon = zw_str_find(line, ZW_STR("："), 0);
    size_t half = zw_str_find(line, ZW_STR(":"), 0);
    zw_str label = { line.at, colon < half ? colon : half };
    if (label.n == line.n || zw_utf8_count(label) > LABEL_CHARS)
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (zw_str_ends(label, zw_str_of(labels[i])))
            return line.n > label.n + (colon < half ? 3 : 1);
    }
    return false;
}

/* 月养老金=基础养老金+补贴 is no heading. */
static bool is_short_line(const builder *b, size_t i)
{
    zw_str s = para_text(b, i);
    return !zw_line_ends(s) && !says_who(s) && !zw_line_goes_on(s) &&
           zw_utf8_count(s) <= PLAIN_HEADING_CHARS && !zw_str_has(s, "=") && !zw_str_has(s, "＝");
}

static bool is_plain_heading(const builder *b, size_t i)
{
    if (!is_short_line(b, i) || !has_body_below(b, i))
        return false;
    zw_str s = para_text(b, i), below = para_text(b, i + 1);
    if (zw_utf8_count(s) <= PART_HEAD_CHARS && zw_line_is_part_head(b->tables, s))
        return true; /* 办理条件, whatever stands below */
    return zw_line_ends(below) && below.n > s.n && zw_utf8_count(below) > PLAIN_HEADING_CHARS / 2;
}

/* One more than the family that the paragraph below counts from 1 in, though a list of it stands
 * above: 三、提前体检。 / 所需材料 / 一、户口簿；. Else 0. */
static size_t restarts_below(const builder *b, size_t i)
{
    if (!has_body_below(b, i))
        return 0;
    zw_range r = b->frame->own->paras.at[i + 1].text;
    zw_number n;
    if (!zw_number_at(b->tables, (zw_str){ b->doc->text.at, r.end }, r.start, &n) || n.value != 1)
        return 0;
    return b->seen[n.family] >= 2 ? n.family + 1 : 0;
}

/* 符合就业条件办理居住证 / 所需材料 / 一、户口簿；: the upper of two, of which the lower is a
 * heading by its words or by the list that begins anew below it. */
static bool is_upper_heading(const builder *b, size_t i)
{
    zw_str s = para_text(b, i);
    size_t len;
    if (!is_short_line(b, i) || !has_body_below(b, i))
        return false;
    bool words = zw_line_han(s) >= UPPER_HEADING_HAN && zw_is_han(zw_utf8_at(s, 0, &len)) &&
                 !zw_str_has(s, "：") && !zw_str_has(s, "。") &&
                 !zw_line_is_part_head(b->tables, s);
    bool head = zw_line_is_part_head(b->tables, para_text(b, i + 1));
    return words && (head ? is_plain_heading(b, i + 1) || restarts_below(b, i + 1)
                          : is_short_line(b, i + 1) && restarts_below(b, i + 1));
}

/* The mark of the item that paragraph i begins with, among the first n marks; NULL for none. *n
 * becomes the number of marks before it. */
static const mark *item_of(const builder *b, size_t i, size_t *n)
{
    while (*n > 0 && b->marks.at[*n - 1].para == i) {
        const mark *m = &b->marks.at[--*n];
        if (m->line_start)
            return m->number.row ? m : NULL;
    }
    return NULL;
}

/* （一）满十六周岁；（二）其他条件。 / 前款的具体条件由市政府确定。: what stands behind a list of
 * one paragraph an item is no more of the last item. A semicolon makes it sure; without one it is
 * so in an article. */
static void mark_behind(builder *b, size_t i)
{
    size_t n = b->marks.n;
    const mark *item = i > 1 ? item_of(b, i - 1, &n) : NULL;
    const mark *before = item ? item_of(b, i - 2, &n) : NULL;
    if (!before || before->family != item->family ||
        before->number.value + 1 != item->number.value || !zw_line_ends(para_text(b, i - 1)) ||
        !zw_line_ends(para_text(b, i - 2)))
        return;
    size_t len;
    zw_str above = para_text(b, i - 2), last = para_text(b, i - 1);
    bool sure = zw_narrow(zw_utf8_before(above, above.n, &len)) == ';' &&
                zw_utf8_before(last, last.n, &len) == 0x3002;
    add_mark(b, (mark){ .at = b->frame->own->paras.at[i].text.start,
                        .para = i,
                        .family = BEHIND,
                        .line_start = true,
                        .list = item->family + 1,
                        .sure = sure });
}

/* The words that close a document below its last item belong to no item: （二十三）完善统计制度。…
 * / 各地、各部门要充分认识…. They are one paragraph, the last of the body, below items of one
 * paragraph each. */
static bool is_closing(const builder *b, size_t i)
{
    static const char *const openings[] = { "各地",   "各市",   "各县",   "各区",   "各级",
                                            "各部门", "各有关", "各单位", "以上",   "本通知",
                                            "本意见", "本方案", "本办法", "本规划", "本行动" };
    const zw_cleaned *own = b->frame->own;
    if (i + 1 < own->paras.n && b->frame->roles[i + 1] == ZW_PARA_BODY)
        return false;
    size_t k = b->marks.n;
    while (k > 0 && b->marks.at[k - 1].para + 1 == i && !b->marks.at[k - 1].line_start)
        k--;
    const mark *last = k ? &b->marks.at[k - 1] : NULL;
    if (!last || last->para + 1 != i || last->number.value < 3)
        return false;
    if (!zw_line_ends(para_text(b, i - 1)) && !zw_str_has(para_text(b, i - 1), "。"))
        return false; /* 第二十四条（施行日期） / 本办法自…起施行。: the item's own words */
    for (k = 0; k < sizeof openings / sizeof *openings; k++) {
        if (zw_str_starts(para_text(b, i), zw_str_of(openings[k])))
            return true;
    }
    return false;
}

/* A line without a number that heads what stands below it. */
static bool mark_heading(builder *b, size_t i)
{
    size_t list = restarts_below(b, i);
    size_t family = FAMILIES;
    if (is_upper_heading(b, i)) {
        family = UPPER;
        list = restarts_below(b, i + 1);
    } else if (is_plain_heading(b, i) || (list && is_short_line(b, i)))
        family = PLAIN;
    else if (list && leads_list(para_text(b, i))) /* 所需材料： heads like 所需材料 */
        family = zw_line_is_part_head(b->tables, para_text(b, i)) ? PLAIN : LEAD;
    else
        return false;
    add_mark(b, (mark){ .at = b->frame->own->paras.at[i].text.start,
                        .para = i,
                        .family = family,
                        .line_start = true,
                        .list = list });
    return true;
}

static void mark_para(builder *b, size_t i)
{
    const zw_para *p = &b->frame->own->paras.at[i];
    zw_para_role role = b->frame->roles[i];
    if (role == ZW_PARA_ATTACHMENT) {
        if (i == 0 || b->frame->roles[i - 1] != ZW_PARA_ATTACHMENT)
            add_mark(
                b,
                (mark){ .at = p->text.start, .para = i, .family = ATTACHED, .line_start = true });
        return;
    }
    if (role != ZW_PARA_BODY || p->kind == ZW_LINE_TABLE_ROW)
        return;
    size_t start = p->text.start > b->frame->body ? p->text.start : b->frame->body;
    zw_number n;
    zw_str text = { b->doc->text.at, p->text.end };
    bool at_start = start == p->text.start;
    if (at_start && zw_number_at(b->tables, text, start, &n)) {
        add_mark(b, (mark){ start, i, n, n.family, true, true, 0, false });
        b->seen[n.family] = n.value;
        start += n.n;
    } else if (p->kind == ZW_LINE_HEADING) {
        add_mark(b, (mark){ .at = start,
                            .para = i,
                            .line_start = true,
                            .family = MARKUP + (size_t)(p->level & 7) });
    } else if (at_start && is_closing(b, i)) {
        add_mark(b, (mark){ .at = start, .para = i, .family = CLOSING, .line_start = true });
        return;
    } else if (at_start && mark_heading(b, i)) {
        return;
    } else if (at_start) {
        mark_behind(b, i);
    }
    mark_inside(b, i, start);
}

/* A number inside a line opens a sequence only if the next of its kind is 2. */
static void find_sequences(builder *b)
{
    long behind[FAMILIES] = { 0 };
    for (size_t i = b->marks.n; i-- > 0;) {
        mark *m = &b->marks.at[i];
        m->begins = m->line_start || (m->number.value == 1 && behind[m->family] == 2);
        behind[m->family] = m->number.value;
    }
}

static size_t in_stack(const builder *b, size_t family)
{
    for (size_t i = b->depth; i-- > 0;) {
        if (b->stack[i].family == family)
            return i;
    }
    return SIZE_MAX;
}

static int rank_of(const builder *b, size_t family)
{
    return family < b->tables->n_numbers ? b->tables->numbers[family].rank : 0;
}

static void close_to(builder *b, size_t depth, size_t at)
{
    while (b->depth > depth) {
        b->depth--;
        b->doc->sections.at[b->stack[b->depth].section].text.end = at;
    }
}

/* Closes —— items whose paragraph ends at or before `at`. */
static void close_dashes(builder *b, size_t at)
{
    for (size_t i = 0; i < b->depth; i++) {
        if (b->stack[i].end && b->stack[i].end <= at)
            close_to(b, i, b->stack[i].end);
    }
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How deep the stack stays when an item of this family begins. `list`: of the mark. */
static size_t depth_for(const builder *b, size_t family, size_t list)
{
    if (family == ATTACHED)
        return 0;
    if (family == CLOSING)
        return in_stack(b, ATTACHED) == 0 ? 1 : 0;
    size_t at = in_stack(b, family), depth = b->depth;
    if (family == UPPER)
        at = lesser(at, in_stack(b, PLAIN));
    if (list)
        at = lesser(at, in_stack(b, list - 1));
    if (at != SIZE_MAX)
        return at;
    int rank = rank_of(b, family);
    while (depth > 0) {
        size_t top = b->stack[depth - 1].family;
        bool ranked_below = rank && rank_of(b, top) > rank;
        /* An article behind a list that stands in a chapter without one: beside it. */
        int beside = rank && !rank_of(b, top);
        bool came_below = b->order[family] && b->order[top] + beside > b->order[family];
        bool markup = family > MARKUP && top > family;
        if (!rank && rank_of(b, top) && family < b->tables->n_numbers)
            break; /* （一） stands in an article, wherever the notice before it had its own */
        if (top == ATTACHED || b->stack[depth - 1].list == family + 1 ||
            !(ranked_below || came_below || markup))
            break;
        depth--;
    }
    return depth < ZW_SECTION_DEPTH ? depth : ZW_SECTION_DEPTH - 1;
}

/* Whether the list that mark i stands behind, whose latest item has this value, counts on below:
 * （二）… / 一段 / （三）…. */
static bool counts_on(const builder *b, size_t i, long value)
{
    enum { LOOK_AHEAD = 64 };
    size_t family = b->marks.at[i].list - 1;
    for (size_t k = i + 1; k < b->marks.n && k < i + LOOK_AHEAD; k++) {
        const mark *m = &b->marks.at[k];
        if (m->line_start && m->family == family)
            return m->number.value == value + 1;
        if (m->line_start && rank_of(b, m->family))
            return false;
    }
    return false;
}

static bool is_article(const builder *b, size_t family)
{
    return family < b->tables->n_numbers &&
           zw_str_eq(b->tables->numbers[family].close, ZW_STR("条"));
}

/* Whether mark i ends the list that it stands behind, which is in a section of family `parent`. */
static bool ends_list(const builder *b, size_t i, long value, size_t parent)
{
    const mark *m = &b->marks.at[i];
    return (m->sure || is_article(b, parent)) && !counts_on(b, i, value);
}

/* Ends the list that mark i stands behind, and the sentence that led to it. */
static void end_list(builder *b, size_t i)
{
    const mark *m = &b->marks.at[i];
    size_t at = in_stack(b, m->list - 1);
    if (at == SIZE_MAX)
        return;
    if (at > 0 && b->stack[at - 1].family == LEAD)
        at--;
    if (ends_list(b, i, b->last[m->list - 1], at ? b->stack[at - 1].family : FAMILIES))
        close_to(b, at, m->at);
}

static bool continues(const builder *b, const mark *m)
{
    if (m->family == LEAD)
        return in_stack(b, m->list - 1) != SIZE_MAX;
    if (m->line_start || m->begins)
        return true;
    /* Over parents too: 二、…(四)… 三、…(五)… count on. */
    return b->last[m->family] > 0 && b->last[m->family] + 1 == m->number.value;
}

static zw_range trim_range(zw_str text, zw_range r)
{
    zw_str s = zw_str_trim(zw_str_slice(text, r));
    size_t start = s.n ? (size_t)(s.at - text.at) : r.start;
    return (zw_range){ start, start + s.n };
}

static size_t article_bracket(zw_str text, zw_range r)
{
    zw_str s = zw_str_slice(text, r);
    if (!zw_str_starts(s, ZW_STR("【")))
        return r.start;
    size_t close = zw_str_find(s, ZW_STR("】"), 0);
    return close < s.n && close < HEADING_CHARS * 3 ? r.start + close + 3 : r.start;
}

/* The heading's words in [r.start, r.end), the item's first line behind its number. `more` says
 * that the item goes on below this line: then a first sentence that fills the line is its heading
 * as well (（一）允许在就业地落户。 / 进入城市居住的人员…). */
static zw_range heading_in(const builder *b, const mark *m, zw_range r, bool more)
{
    zw_str text = b->doc->text;
    zw_range none = { r.start, r.start };
    r = trim_range(text, r);
    zw_str line = zw_str_slice(text, r);
    if (line.n == 0)
        return none;
    size_t bracket = article_bracket(text, r);
    if (bracket > r.start)
        return (zw_range){ r.start, bracket };
    if (!zw_line_ends(line) && !zw_line_goes_on(line) &&
        zw_str_find(line, ZW_STR("。"), 0) == line.n && zw_utf8_count(line) <= HEADING_LINE_CHARS)
        return r;
    if (m->number.row && !m->number.row->headed)
        return more && leads_list(line) ? (zw_range){ r.start, r.end - last_length(line) } : none;
    size_t chars = 0;
    for (size_t at = r.start, len; at < r.end && chars <= HEADING_CHARS; at += len, chars++) {
        uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
        /* （一）问：如何办理？ / 答：…: the question heads its answer. */
        if (c == 0x3002 || (c == ':' && chars > 1 && chars <= HEADING_CHARS / 2) ||
            (c == '?' && more))
            return more || at + len < r.end ? (zw_range){ r.start, at } : none;
        if (c == ';')
            break;
    }
    return none;
}

/* Whether the item of mark i has text or items of its own below its first line. */
static bool goes_on_below(const builder *b, size_t i)
{
    const mark *m = &b->marks.at[i];
    size_t next = m->para + 1;
    if (next >= b->frame->own->paras.n || b->frame->roles[next] != ZW_PARA_BODY)
        return false;
    if (i + 1 == b->marks.n || b->marks.at[i + 1].para > next)
        return true;
    const mark *behind = &b->marks.at[i + 1];
    if (behind->list == m->family + 1 && behind->para == next) {
        size_t depth = depth_for(b, m->family, 0);
        size_t parent = depth ? b->stack[depth - 1].family : FAMILIES;
        return behind->family == BEHIND && !ends_list(b, i + 1, m->number.value, parent);
    }
    if (b->marks.at[i + 1].para != next || b->marks.at[i + 1].family == m->family ||
        (rank_of(b, b->marks.at[i + 1].family) && !rank_of(b, m->family)))
        return false;
    size_t below = in_stack(b, b->marks.at[i + 1].family), own = in_stack(b, m->family);
    return below == SIZE_MAX || (own != SIZE_MAX && below > own);
}

/* What a heading without number says: its line, without the colon at the end. */
static zw_range plain_heading(const builder *b, zw_range r)
{
    size_t len;
    r = trim_range(b->doc->text, r);
    zw_str s = zw_str_slice(b->doc->text, r);
    if (s.n && zw_narrow(zw_utf8_before(s, s.n, &len)) == ':')
        r.end -= len;
    return r;
}

/* 第二章 / 居住登记: the line below a chapter's number is its heading; none where it is not. */
static zw_range heading_below(const builder *b, const mark *m)
{
    size_t next = m->para + 1;
    zw_range none = { 0, 0 };
    zw_number n;
    if (!rank_of(b, m->family) || is_article(b, m->family) || !has_body_below(b, m->para) ||
        !is_short_line(b, next) || zw_number_at(b->tables, para_text(b, next), 0, &n))
        return none;
    return trim_range(b->doc->text, b->frame->own->paras.at[next].text);
}

static void open_section(builder *b, size_t i, size_t end)
{
    const mark *m = &b->marks.at[i];
    size_t depth = depth_for(b, m->family, m->list);
    close_to(b, depth, m->at);
    size_t index = b->doc->sections.n;
    zw_section *s = zw_array_add(b->doc->arena, &b->doc->sections);
    if (!s) {
        b->failed = true;
        return;
    }
    size_t behind = m->at + m->number.n;
    if (!m->number.row)
        behind = m->at;
    *s = (zw_section){ .parent = depth ? b->stack[depth - 1].section : 0,
                       .level = (int)depth + 1,
                       .number = { m->at, behind },
                       .text = { m->at, b->doc->text.n } };
    if (m->family == CLOSING)
        s->heading = s->number;
    else
        s->heading = m->number.row || m->family == ATTACHED
                         ? heading_in(b, m, (zw_range){ behind, end }, goes_on_below(b, i))
                         : plain_heading(b, (zw_range){ behind, end });
    if (zw_range_len(s->heading) == 0 && m->number.row) {
        zw_range below = heading_below(b, m);
        s->heading = zw_range_len(below) ? below : s->heading;
        b->taken = zw_range_len(below) ? m->para + 1 : b->taken;
    }
    bool dash = m->number.row && m->number.row->numeral == ZW_NUMERAL_NONE;
    size_t behind_para = b->frame->own->paras.at[m->para].text.end + 1;
    b->stack[depth] = (level){ m->family, index, dash ? behind_para : 0, m->list };
    b->depth = depth + 1;
    b->last[m->family] = m->number.value;
    if (!b->order[m->family])
        b->order[m->family] = (int)depth + 1;
}

/* Accepts marks in reading order; each section's first line ends where the next item of the same
 * line begins. */
static void build(builder *b)
{
    for (size_t i = 0; i < b->marks.n && !b->failed; i++) {
        mark *m = &b->marks.at[i];
        size_t end = b->frame->own->paras.at[m->para].text.end;
        if (!continues(b, m) || (b->taken && m->para == b->taken))
            continue;
        close_dashes(b, m->at);
        if (m->family == BEHIND) {
            end_list(b, i);
            continue;
        }
        for (size_t k = i + 1; k < b->marks.n && b->marks.at[k].para == m->para && k < i + 8; k++) {
            const mark *next = &b->marks.at[k];
            if (next->begins || b->last[next->family] + 1 == next->number.value ||
                (next->family == m->family && next->number.value == m->number.value + 1)) {
                end = next->at;
                break;
            }
        }
        open_section(b, i, end);
    }
    close_dashes(b, b->doc->text.n);
    close_to(b, 0, b->doc->text.n);
}

zw_status zw_structure(const zw_corpus_tables *tables, const zw_frame *frame, zw_document *doc,
                       zw_err *err)
{
    builder b = { .tables = tables, .frame = frame, .doc = doc };
    zw_section *root = zw_array_add(doc->arena, &doc->sections);
    if (!root)
        return zw_err_nomem(err);
    root->text = (zw_range){ 0, doc->text.n };
    for (size_t i = 0; i < frame->own->paras.n && !b.failed; i++)
        mark_para(&b, i);
    find_sequences(&b);
    build(&b);
    if (b.failed)
        return zw_err_nomem(err);
    return zw_passages_cut(frame, doc, err);
}
