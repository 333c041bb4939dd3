#include "store/schema.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/utf8.h"

#define NONE ZW_SLOT_NONE

/* Prefixes are capitals and terms never start with one (they are case folded), so that no prefix
 * can be taken for another with a letter of the term behind it; those of codes and ids, whose
 * terms are kept as they are, end in a colon. */
const zw_field zw_fields[ZW_F_COUNT] = {
    { ZW_F_TYPE, "type", NULL, "T:", NONE, ZW_KIND_CODE, false, NULL,
      "what a unit is: document, passage, figure, file" },
    { ZW_F_ID, "id", NULL, "Q:", NONE, ZW_KIND_ID, false, NULL, "the unit itself" },
    { ZW_F_DOCUMENT, "doc", "文件", "XD:", ZW_SLOT_DOCUMENT, ZW_KIND_ID, true, "doc:1f0c…",
      "units of one document, by its id" },
    { ZW_F_PASSAGE, "passage", NULL, "XP:", ZW_SLOT_PASSAGE, ZW_KIND_ID, false, NULL,
      "a passage and its figures" },
    { ZW_F_BODY, "text", "正文", "", NONE, ZW_KIND_TEXT, true, "text:随迁子女",
      "words of the passage itself" },
    { ZW_F_HAS, "has", NULL, "XQ:", NONE, ZW_KIND_CODE, false, NULL, "that a passage has figures" },
    { ZW_F_TITLE, "title", "标题", "S", NONE, ZW_KIND_TEXT, true, "title:居住证",
      "words of the document's title" },
    { ZW_F_HEADING, "heading", "小标题", "XH", NONE, ZW_KIND_TEXT, true, "heading:保障措施",
      "words of the headings that lead to the passage" },
    { ZW_F_REGION, "region", "地区", "XR", ZW_SLOT_REGION, ZW_KIND_TERM, true, "region:宁夏",
      "place the document governs, with all places inside it" },
    { ZW_F_ISSUER, "issuer", "发文机关", "A", ZW_SLOT_ISSUER, ZW_KIND_NAME, true,
      "issuer:人民政府办公厅", "who issued the document" },
    { ZW_F_GENRE, "genre", "文种", "XG", ZW_SLOT_GENRE, ZW_KIND_TERM, true, "genre:实施方案",
      "what sort of document it is" },
    { ZW_F_NUMBER, "number", "文号", "XN", NONE, ZW_KIND_TERM, true, "number:国发〔2014〕8号",
      "the document's number; any brackets" },
    { ZW_F_YEAR, "year", "年份", "Y", ZW_SLOT_DATE, ZW_KIND_YEAR, true, "year:2014..2020",
      "year of the document's date" },
    { ZW_F_DATE, "date", "日期", "D", ZW_SLOT_DATE, ZW_KIND_DATE, true, "date:2016-08..2017",
      "date of the document" },
    { ZW_F_AGENCY, "agency", "部门", "XA", NONE, ZW_KIND_NAME, true, "agency:公安厅",
      "who is named for a task, in any role" },
    { ZW_F_LEAD, "lead", "牵头", "XAL", NONE, ZW_KIND_NAME, true, "lead:公安厅",
      "who leads (牵头)" },
    { ZW_F_SUPPORT, "support", "配合", "XAS", NONE, ZW_KIND_NAME, true, "support:财政厅",
      "who takes part (配合, 参与)" },
    { ZW_F_RESPONSIBLE, "responsible", "负责", "XAR", NONE, ZW_KIND_NAME, true,
      "responsible:教育局", "who answers for it (负责)" },
    { ZW_F_IMPLEMENT, "implement", "落实", "XAI", NONE, ZW_KIND_NAME, true,
      "implement:各县人民政府", "who carries it out (落实)" },
    { ZW_F_ROLE, "role", "角色", "XO:", NONE, ZW_KIND_CODE, true, "role:lead",
      "with agency: its role; alone: any agency in that role" },
    { ZW_F_MEASURE, "measure", "措施", "XM", NONE, ZW_KIND_TEXT, true, "measure:建立机制",
      "words of what is to be done" },
    { ZW_F_VERB, "verb", "动词", "XV", NONE, ZW_KIND_TERM, true, "verb:取消",
      "head verb of what is to be done" },
    { ZW_F_TOPIC, "topic", "主题", "XB", NONE, ZW_KIND_TERM, true, "topic:户籍",
      "what a measure is about" },
    { ZW_F_INSTRUMENT, "instrument", "工具", "XK", NONE, ZW_KIND_TERM, true, "instrument:供给型",
      "by what means a measure works, or on which side" },
    { ZW_F_INDICATOR, "indicator", "指标", "XI", NONE, ZW_KIND_TEXT, true, "indicator:城镇化率",
      "words of what a figure measures" },
    { ZW_F_INDICATOR_IS, "indicator_is", NULL, "XJ", NONE, ZW_KIND_TERM, false, NULL,
      "the whole of what a figure measures" },
    { ZW_F_CITES, "cites", "引用", "XT", NONE, ZW_KIND_TEXT, true, "cites:国家新型城镇化规划",
      "title or number of a document it refers to" },
    { ZW_F_CITES_NUMBER, "cites_number", NULL, "XU", NONE, ZW_KIND_TERM, false, NULL,
      "number of a document it refers to" },
    { ZW_F_IMPLEMENTS, "implements", "贯彻", "XW", NONE, ZW_KIND_TEXT, true,
      "implements:国发〔2016〕8号", "title or number of what the document carries out" },
    { ZW_F_IMPLEMENTS_NUMBER, "implements_number", NULL, "XX", NONE, ZW_KIND_TERM, false, NULL,
      "number of what the document carries out" },
    { ZW_F_VALIDITY, "validity", "效力", "XE", NONE, ZW_KIND_TERM, true, "validity:试行",
      "试行, 暂行, 废止 … as written" },
    { ZW_F_UNIT, "unit", "单位", "XFU", NONE, ZW_KIND_TERM, true, "unit:平方公里",
      "unit of a figure" },
    { ZW_F_KIND, "kind", "性质", "XFK:", NONE, ZW_KIND_CODE, true, "kind:target",
      "of a figure: target, baseline, condition, other" },
    { ZW_F_FORCE, "force", "约束", "XFF:", NONE, ZW_KIND_CODE, true, "force:binding",
      "of a figure: binding (约束性) or expected (预期性), where the text says so" },
    { ZW_F_CMP, "cmp", NULL, "XFC:", NONE, ZW_KIND_CODE, false, NULL, "comparator of a figure" },
    { ZW_F_FOR, "for", "目标年", "XFY", ZW_SLOT_FOR, ZW_KIND_YEAR, true, "for:2020",
      "year a figure holds for" },
    { ZW_F_HOLDS, "holds", NULL, "XPD:", NONE, ZW_KIND_ID, false, NULL, "documents a file gave" },
    { ZW_F_CONTENT, "content", NULL, "XPS:", NONE, ZW_KIND_ID, false, NULL,
      "SHA-256 of a file's bytes" },
    { ZW_F_X, "x", NULL, "XZ", NONE, ZW_KIND_TERM, true, "x:批次:第二批",
      "a column of the manifest by its name" },
    { ZW_F_LIKE, "like", NULL, "XY:", NONE, ZW_KIND_CODE, false, NULL,
      "by what a document's versions are looked up" },
    { ZW_F_VERSION, "version", "版本", "XYV:", NONE, ZW_KIND_CODE, true, "version:original",
      "original, repost, amended, draft or interpretation among the versions of a text" },
};

const zw_field *zw_field_find(zw_str name)
{
    for (size_t i = 0; i < ZW_F_COUNT; i++) {
        const zw_field *f = &zw_fields[i];
        if (f->query && (zw_str_eq(name, zw_str_of(f->name)) ||
                         (f->chinese && zw_str_eq(name, zw_str_of(f->chinese)))))
            return f;
    }
    return NULL;
}

/* Two to four digits or one, as many as `max` allow. */
static size_t digits(zw_str text, size_t at, size_t max, int *value)
{
    size_t n = 0;
    *value = 0;
    while (at + n < text.n && n < max && text.at[at + n] >= '0' && text.at[at + n] <= '9')
        *value = *value * 10 + (text.at[at + n++] - '0');
    return n;
}

static bool parts_of(zw_str date, int part[3])
{
    size_t at = digits(date, 0, 4, &part[0]);
    if (at != 4)
        return false;
    for (int i = 1; i < 3 && at < date.n; i++) {
        if (!strchr("-./", date.at[at]))
            return false;
        size_t used = digits(date, at + 1, 2, &part[i]);
        if (used == 0 || part[i] < 1 || part[i] > (i == 1 ? 12 : 31))
            return false;
        at += 1 + used;
    }
    return at == date.n;
}

bool zw_date_key_of(zw_str date, zw_date_key *key)
{
    int part[3] = { 0, 0, 0 };
    if (!parts_of(zw_str_trim(date), part))
        return false;
    unsigned y = (unsigned)part[0] % 10000, m = (unsigned)part[1] % 100,
             d = (unsigned)part[2] % 100;
    snprintf(key->year, sizeof key->year, "%04u", y);
    snprintf(key->day, sizeof key->day, "%04u%02u%02u", y, m, d);
    key->month[0] = '\0';
    if (m)
        snprintf(key->month, sizeof key->month, "%04u-%02u", y, m);
    return true;
}

static zw_status add_term(zw_str term, zw_str text, zw_arena *arena, zw_terms *terms, zw_err *err)
{
    if (term.n > ZW_FIELD_TERM_MAX)
        term.n = zw_utf8_boundary(term, ZW_FIELD_TERM_MAX);
    if (term.n == 0)
        return ZW_OK;
    zw_term *t = zw_array_add(arena, terms);
    if (!t)
        return zw_err_nomem(err);
    *t = (zw_term){ .text = term, .at = { 0, text.n }, .kind = ZW_TERM_WORD, .weight = 1 };
    return ZW_OK;
}

zw_status zw_number_normal(zw_segmenter *segmenter, zw_str number, zw_arena *arena, zw_str *normal,
                           zw_err *err)
{
    zw_str text;
    zw_status s = zw_segmenter_normalise(segmenter, number, arena, &text, NULL, err);
    if (s != ZW_OK)
        return s;
    zw_buf buf = ZW_BUF_INIT;
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (zw_is_blank(c))
            continue;
        /* 国发[2014]8号, 国发(2014)8号 and 国发【2014】8号 are one number. */
        bool opens = c == '(' || c == '[' || c == 0x3010 || c == 0x3014;
        bool closes = c == ')' || c == ']' || c == 0x3011 || c == 0x3015;
        zw_buf_code(&buf, opens ? 0x3014 : closes ? 0x3015 : c);
    }
    *normal = (zw_str){ zw_arena_copy(arena, buf.at ? buf.at : "", buf.n), buf.n };
    bool failed = zw_buf_failed(&buf) || !normal->at;
    zw_buf_free(&buf);
    return failed ? zw_err_nomem(err) : ZW_OK;
}

static zw_status whole(zw_segmenter *segmenter, zw_str text, zw_arena *arena, zw_terms *terms,
                       zw_err *err)
{
    zw_str normal;
    zw_status s = zw_segmenter_normalise(segmenter, text, arena, &normal, NULL, err);
    return s == ZW_OK ? add_term(zw_str_trim(normal), text, arena, terms, err) : s;
}

static zw_status number(zw_segmenter *segmenter, zw_str text, zw_arena *arena, zw_terms *terms,
                        zw_err *err)
{
    zw_str normal;
    zw_status s = zw_number_normal(segmenter, text, arena, &normal, err);
    return s == ZW_OK ? add_term(normal, text, arena, terms, err) : s;
}

/* Joint issuers are parted by a blank, and each is a name of its own. */
static zw_status names(zw_segmenter *segmenter, zw_str text, zw_arena *arena, zw_terms *terms,
                       zw_err *err)
{
    zw_str all;
    zw_status s = zw_segmenter_normalise(segmenter, text, arena, &all, NULL, err);
    for (size_t at = 0, end = 0, len; s == ZW_OK && at < all.n; at = end + 1) {
        for (end = at; end < all.n && !zw_is_blank(zw_utf8_at(all, end, &len));)
            end += len;
        s = add_term(zw_str_slice(all, (zw_range){ at, end }), text, arena, terms, err);
    }
    return s;
}

/* 批次:甲；乙 are two values under one name, and asked for together as well as alone. */
static zw_status columns(zw_segmenter *segmenter, zw_seg_mode mode, zw_str text, zw_arena *arena,
                         zw_terms *terms, zw_err *err)
{
    zw_status s = whole(segmenter, text, arena, terms, err);
    size_t colon = zw_str_find(text, ZW_STR(":"), 0), at = colon + 1;
    zw_str value;
    while (s == ZW_OK && mode == ZW_SEG_DOCUMENT && zw_next_value(text, &at, &value)) {
        const char *one = zw_arena_printf(arena, "%.*s:%.*s", (int)colon, text.at, (int)value.n,
                                          value.at);
        s = one ? whole(segmenter, zw_str_of(one), arena, terms, err) : zw_err_nomem(err);
    }
    return s;
}

bool zw_next_value(zw_str text, size_t *at, zw_str *value)
{
    while (*at < text.n) {
        size_t end = *at, len = 0;
        for (uint32_t c; end < text.n; end += len) {
            c = zw_utf8_at(text, end, &len);
            if (c == ';' || c == 0xFF1B || c == '|')
                break;
        }
        *value = zw_str_trim(zw_str_slice(text, (zw_range){ *at, end }));
        *at = end < text.n ? end + len : text.n;
        if (value->n)
            return true;
    }
    return false;
}

static zw_status date(const zw_field *field, zw_str text, zw_arena *arena, zw_terms *terms,
                      zw_err *err)
{
    zw_date_key key;
    bool year = field->kind == ZW_KIND_YEAR;
    if (!zw_date_key_of(text, &key) || (year && key.month[0]))
        return zw_err_set(err, ZW_E_USAGE, "'%.*s': %s", (int)text.n, text.at,
                          year ? "a year has four digits"
                               : "a date is YYYY, YYYY-MM or YYYY-MM-DD");
    zw_str term = zw_str_of(year ? key.year : key.day);
    term.at = zw_arena_str(arena, term);
    return term.at ? add_term(term, text, arena, terms, err) : zw_err_nomem(err);
}

static bool is_number(zw_field_id id)
{
    return id == ZW_F_NUMBER || id == ZW_F_CITES_NUMBER || id == ZW_F_IMPLEMENTS_NUMBER;
}

zw_status zw_field_terms(const zw_field *field, zw_segmenter *segmenter, zw_seg_mode mode,
                         zw_str text, zw_arena *arena, zw_terms *terms, zw_err *err)
{
    switch (field->kind) {
    case ZW_KIND_TEXT:
        return zw_segmenter_terms(segmenter, mode, text, arena, terms, err);
    case ZW_KIND_NAME:
        return mode == ZW_SEG_DOCUMENT ? names(segmenter, text, arena, terms, err)
                                       : whole(segmenter, text, arena, terms, err);
    case ZW_KIND_TERM:
        if (field->id == ZW_F_X)
            return columns(segmenter, mode, text, arena, terms, err);
        return is_number(field->id) ? number(segmenter, text, arena, terms, err)
                                    : whole(segmenter, text, arena, terms, err);
    case ZW_KIND_CODE:
    case ZW_KIND_ID:
        return add_term(text, text, arena, terms, err);
    case ZW_KIND_YEAR:
    case ZW_KIND_DATE:
        return date(field, text, arena, terms, err);
    }
    return zw_err_set(err, ZW_E_USAGE, "'%s': a field of no known kind", field->name);
}
