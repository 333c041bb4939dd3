#include "corpus/office/odf_list.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "corpus/office/word.h"

enum { LOOK_BACK = 1000 /* lists among which one is looked for that goes on */ };

static const char *value(zw_odf_lists *l, zw_xml *xml, const char *name)
{
    const char *v = zw_xml_attribute(xml, name);
    const char *own = v ? zw_arena_strdup(l->arena, v) : NULL;
    l->failed |= v && !own;
    return own;
}

static int number_of(zw_xml *xml, const char *name, int otherwise)
{
    const char *v = zw_xml_attribute(xml, name);
    long n = v ? strtol(v, NULL, 10) : otherwise;
    return n >= 0 && n <= 1000000 ? (int)n : otherwise;
}

/* OpenDocument shows how it begins: "一, 二, 三, ...". */
static const char *format_of(const char *sample)
{
    static const struct {
        const char *first, *format;
    } rows[] = {
        { "1", "decimal" },
        { "01", "decimalZero" },
        { "一", "chineseCounting" },
        { "壹", "chineseLegalSimplified" },
        { "①", "decimalEnclosedCircle" },
        { "⑴", "decimalEnclosedParen" },
        { "甲", "ideographTraditional" },
        { "子", "ideographZodiac" },
        { "１", "decimalFullWidth" },
        { "a", "lowerLetter" },
        { "A", "upperLetter" },
        { "i", "lowerRoman" },
        { "I", "upperRoman" },
    };
    zw_str first = { sample, sample ? strcspn(sample, ",") : 0 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (zw_str_eq(first, zw_str_of(rows[i].first)))
            return rows[i].format;
    }
    return first.n ? "decimal" : NULL;
}

static void start_level(zw_odf_lists *l, zw_xml *xml, bool numbered)
{
    int level = number_of(xml, "level", 1);
    const char *text;
    l->level = NULL;
    if (!l->open || level < 1 || level > ZW_ODF_LEVELS || !numbered)
        return;
    l->level = &l->open->levels[level - 1];
    text = zw_xml_attribute(xml, "num-format");
    *l->level = (zw_odf_level){ .format = format_of(text),
                                .start = number_of(xml, "start-value", 1),
                                .shown = number_of(xml, "display-levels", 1) };
    l->level->prefix = value(l, xml, "num-prefix");
    l->level->suffix = value(l, xml, "num-suffix");
    l->level->pattern = value(l, xml, "num-list-format");
}

bool zw_odf_lists_start(zw_odf_lists *l, zw_xml *xml, const char *name)
{
    bool outline = strcmp(name, "outline-style") == 0;
    if (outline || strcmp(name, "list-style") == 0) {
        const char *called = outline ? "outline" : value(l, xml, "name");
        l->open = called ? zw_array_add(l->arena, &l->styles) : NULL;
        if (l->open)
            l->open->name = called;
        return true;
    }
    bool number = strcmp(name, "list-level-style-number") == 0 ||
                  strcmp(name, "outline-level-style") == 0;
    if (!number && strcmp(name, "list-level-style-bullet") != 0 &&
        strcmp(name, "list-level-style-image") != 0)
        return false;
    start_level(l, xml, number);
    return true;
}

void zw_odf_lists_end(zw_odf_lists *l, const char *name)
{
    if (strcmp(name, "list-style") == 0 || strcmp(name, "outline-style") == 0)
        l->open = NULL;
}

static zw_odf_count *count_to_go_on(const zw_odf_lists *l, const char *style, const char *after,
                                    bool goes_on)
{
    size_t from = l->lists.n > LOOK_BACK ? l->lists.n - LOOK_BACK : 0;
    for (size_t i = l->lists.n; i-- > from;) {
        const zw_odf_list *list = &l->lists.at[i];
        bool named = after && list->id && strcmp(list->id, after) == 0;
        bool same = !after && goes_on && style && list->count->style &&
                    strcmp(list->count->style, style) == 0;
        if (named || same)
            return list->count;
    }
    return NULL;
}

zw_odf_count *zw_odf_list_begin(zw_odf_lists *l, const char *style, const char *id,
                                const char *after, bool goes_on)
{
    zw_odf_count *count = count_to_go_on(l, style, after, goes_on);
    if (!count && (count = zw_arena_alloc(l->arena, sizeof *count)) != NULL)
        count->style = style;
    zw_odf_list *list = count ? zw_array_add(l->arena, &l->lists) : NULL;
    l->failed |= !list;
    if (list)
        *list = (zw_odf_list){ id, count };
    return count;
}

/* Styles of the document come behind those of the template and go before them. */
static const zw_odf_list_style *style_of(const zw_odf_lists *l, const char *name)
{
    for (size_t i = name ? l->styles.n : 0; i-- > 0;) {
        if (strcmp(l->styles.at[i].name, name) == 0)
            return &l->styles.at[i];
    }
    return NULL;
}

static int number_at(const zw_odf_list_style *style, const zw_odf_count *count, int level)
{
    return count->counted[level] ? count->count[level] : style->levels[level].start;
}

static void step(const zw_odf_list_style *style, zw_odf_count *count, int level, int start)
{
    count->count[level] = start >= 0              ? start
                          : count->counted[level] ? count->count[level] + 1
                                                  : style->levels[level].start;
    count->counted[level] = true;
    for (int deeper = level + 1; deeper < ZW_ODF_LEVELS; deeper++)
        count->counted[deeper] = false;
}

static void write_level(const zw_odf_list_style *style, const zw_odf_count *count, int level,
                        zw_buf *to)
{
    if (style->levels[level].format)
        zw_word_number_write(style->levels[level].format, number_at(style, count, level), to);
}

/* 第%1%章 */
static void write_pattern(const zw_odf_list_style *style, const zw_odf_count *count,
                          const char *pattern, zw_buf *to)
{
    for (const char *c = pattern; *c; c++) {
        char *end = NULL;
        long of = *c == '%' ? strtol(c + 1, &end, 10) : 0;
        if (*c == '%' && end > c + 1 && *end == '%' && of >= 1 && of <= ZW_ODF_LEVELS) {
            write_level(style, count, (int)of - 1, to);
            c = end;
        } else {
            zw_buf_char(to, *c);
        }
    }
}

void zw_odf_list_number(zw_odf_lists *l, zw_odf_count *count, int level, int start, zw_buf *to)
{
    const zw_odf_list_style *style = style_of(l, count->style);
    size_t before = to->n;
    level = level < 0 ? 0 : level < ZW_ODF_LEVELS ? level : ZW_ODF_LEVELS - 1;
    if (!style)
        return;
    const zw_odf_level *own = &style->levels[level];
    step(style, count, level, start);
    if (!own->format)
        return;
    if (own->pattern) {
        write_pattern(style, count, own->pattern, to);
    } else {
        zw_buf_text(to, own->prefix ? own->prefix : "");
        for (int i = own->shown > level ? 0 : level + 1 - own->shown; i <= level; i++) {
            write_level(style, count, i, to);
            zw_buf_text(to, i < level ? "." : "");
        }
        zw_buf_text(to, own->suffix ? own->suffix : "");
    }
    /* 一、 and （一） stand close, 1. and A want air. */
    if (to->n > before && (unsigned char)to->at[to->n - 1] < 0x80 && to->at[to->n - 1] != ' ')
        zw_buf_char(to, ' ');
}
