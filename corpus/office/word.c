#include "corpus/office/word.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

/* ---- looking up ---- */

static int by_id(const void *a, const void *b)
{
    /* Every row begins with its id. */
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void *find(const char *id, const void *rows, size_t n, size_t size)
{
    return id && n ? bsearch(&id, rows, n, size, by_id) : NULL;
}

static void sort(void *rows, size_t n, size_t size)
{
    if (n)
        qsort(rows, n, size, by_id);
}

#define FIND(id, array) find((id), (array).at, (array).n, sizeof *(array).at)
#define SORT(array) sort((array).at, (array).n, sizeof *(array).at)

/* ---- reading ---- */

typedef struct {
    zw_word *word;
    zw_word_style *style;
    zw_word_list *list;
    zw_word_number *number;
    int level; /* of list or number */
} loader;

static const char *value(loader *l, zw_xml *xml, const char *name)
{
    const char *v = zw_xml_attribute(xml, name);
    const char *copy = v ? zw_arena_strdup(l->word->arena, v) : NULL;
    l->word->failed |= v && !copy;
    return copy;
}

static int integer(zw_xml *xml, const char *name, int otherwise)
{
    const char *v = zw_xml_attribute(xml, name);
    long n = v ? strtol(v, NULL, 10) : otherwise;
    return n < -1 || n > 1000000 ? otherwise : (int)n;
}

static bool is_on(zw_xml *xml)
{
    const char *v = zw_xml_attribute(xml, "val");
    return !v || !(strcmp(v, "0") == 0 || strcmp(v, "false") == 0 || strcmp(v, "off") == 0);
}

static void start_style(void *to, zw_xml *xml, const char *name)
{
    loader *l = to;
    if (strcmp(name, "style") == 0) {
        const char *id = value(l, xml, "styleId");
        l->style = id ? zw_array_add(l->word->arena, &l->word->styles) : NULL;
        if (l->style)
            *l->style = (zw_word_style){ .id = id, .level = -1, .outline = -1, .hidden = -1 };
        return;
    }
    if (!l->style)
        return;
    if (strcmp(name, "name") == 0)
        l->style->name = value(l, xml, "val");
    else if (strcmp(name, "basedOn") == 0)
        l->style->based_on = value(l, xml, "val");
    else if (strcmp(name, "numId") == 0)
        l->style->number = value(l, xml, "val");
    else if (strcmp(name, "ilvl") == 0)
        l->style->level = integer(xml, "val", -1);
    else if (strcmp(name, "outlineLvl") == 0)
        l->style->outline = integer(xml, "val", -1);
    else if (strcmp(name, "vanish") == 0)
        l->style->hidden = is_on(xml);
}

static void end_style(void *to, const char *name)
{
    loader *l = to;
    if (strcmp(name, "style") == 0)
        l->style = NULL;
}

static void ignore_text(void *to, zw_str text)
{
    (void)to;
    (void)text;
}

static void start_list(loader *l, zw_xml *xml)
{
    const char *id = value(l, xml, "abstractNumId");
    l->list = id ? zw_array_add(l->word->arena, &l->word->lists) : NULL;
    l->number = NULL;
    if (!l->list)
        return;
    l->list->id = id;
    for (size_t i = 0; i < ZW_WORD_LEVELS; i++)
        l->list->levels[i] = (zw_word_level){ 1, "decimal", "", false };
}

static void start_number(loader *l, zw_xml *xml)
{
    const char *id = value(l, xml, "numId");
    l->number = id ? zw_array_add(l->word->arena, &l->word->numbers) : NULL;
    l->list = NULL;
    if (!l->number)
        return;
    l->number->id = id;
    for (size_t i = 0; i < ZW_WORD_LEVELS; i++)
        l->number->start[i] = -1;
}

static void start_level(loader *l, zw_xml *xml, const char *name)
{
    zw_word_level *level = &l->list->levels[l->level];
    const char *v;
    if (strcmp(name, "start") == 0)
        level->start = integer(xml, "val", 1);
    else if (strcmp(name, "numFmt") == 0 && (v = value(l, xml, "val")) != NULL)
        level->format = v;
    else if (strcmp(name, "lvlText") == 0 && (v = value(l, xml, "val")) != NULL)
        level->text = v;
    else if (strcmp(name, "isLgl") == 0)
        level->legal = is_on(xml);
}

static void start_numbering(void *to, zw_xml *xml, const char *name)
{
    loader *l = to;
    if (strcmp(name, "abstractNum") == 0) {
        start_list(l, xml);
    } else if (strcmp(name, "num") == 0) {
        start_number(l, xml);
    } else if (strcmp(name, "lvl") == 0 || strcmp(name, "lvlOverride") == 0) {
        int level = integer(xml, "ilvl", 0);
        l->level = level >= 0 && level < ZW_WORD_LEVELS ? level : 0;
    } else if (strcmp(name, "abstractNumId") == 0 && l->number) {
        l->number->list_id = value(l, xml, "val");
    } else if (strcmp(name, "startOverride") == 0 && l->number) {
        l->number->start[l->level] = integer(xml, "val", -1);
    } else if (l->list) {
        start_level(l, xml, name);
    }
}

static void ignore_end(void *to, const char *name)
{
    (void)to;
    (void)name;
}

static zw_status read_part(zw_package *package, const char *folder, const char *name,
                           const zw_xml_events *events, loader *l, zw_err *err)
{
    const char *path = zw_arena_printf(l->word->arena, "%s%s", folder, name);
    if (!path)
        return zw_err_nomem(err);
    zw_status s = zw_package_read(package, path, events, l, err);
    return s == ZW_E_NOTFOUND ? ZW_OK : s;
}

zw_status zw_word_open(zw_package *package, const char *folder, zw_arena *arena, zw_word *word,
                       zw_err *err)
{
    static const zw_xml_events styles = { start_style, end_style, ignore_text };
    static const zw_xml_events numbering = { start_numbering, ignore_end, ignore_text };
    *word = (zw_word){ .arena = arena };
    loader l = { .word = word };
    zw_status s = read_part(package, folder, "styles.xml", &styles, &l, err);
    if (s == ZW_OK)
        s = read_part(package, folder, "numbering.xml", &numbering, &l, err);
    if (s != ZW_OK)
        return s;
    SORT(word->styles);
    SORT(word->lists);
    SORT(word->numbers);
    for (size_t i = 0; i < word->numbers.n; i++)
        word->numbers.at[i].list = FIND(word->numbers.at[i].list_id, word->lists);
    return word->failed ? zw_err_nomem(err) : ZW_OK;
}

zw_word_style zw_word_style_of(const zw_word *word, const char *id)
{
    zw_word_style sum = { .id = id, .level = -1, .outline = -1, .hidden = -1 };
    for (size_t i = 0; i < 16; i++) { /* a style based on itself goes round */
        const zw_word_style *s = FIND(id, word->styles);
        if (!s)
            break;
        sum.name = sum.name ? sum.name : s->name;
        sum.number = sum.number ? sum.number : s->number;
        sum.level = sum.level >= 0 ? sum.level : s->level;
        sum.outline = sum.outline >= 0 ? sum.outline : s->outline;
        sum.hidden = sum.hidden >= 0 ? sum.hidden : s->hidden;
        id = s->based_on;
    }
    return sum;
}

/* ---- counting ---- */

/* 10 is 十 and 110 一百一十; 1001 is 一千零一. */
static void write_han(int n, const char *const digits[10], const char *const units[4], bool bare,
                      zw_buf *to)
{
    int power = 1000, rank = 3;
    bool any = false, gap = false;
    for (; power; power /= 10, rank--) {
        int d = n / power % 10;
        if (!d) {
            gap = any;
            continue;
        }
        if (gap)
            zw_buf_text(to, digits[0]);
        if (!(bare && !any && d == 1 && rank == 1))
            zw_buf_text(to, digits[d]);
        zw_buf_text(to, units[rank]);
        any = true;
        gap = false;
    }
    if (!any)
        zw_buf_text(to, digits[0]);
}

static void write_roman(int n, bool upper, zw_buf *to)
{
    static const struct {
        int value;
        const char *small, *large;
    } rows[] = {
        { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" },
        { 100, "c", "C" },  { 90, "xc", "XC" },  { 50, "l", "L" },  { 40, "xl", "XL" },
        { 10, "x", "X" },   { 9, "ix", "IX" },   { 5, "v", "V" },   { 4, "iv", "IV" },
        { 1, "i", "I" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (; n >= rows[i].value; n -= rows[i].value)
            zw_buf_text(to, upper ? rows[i].large : rows[i].small);
    }
}

/* A, B ... Z, AA, BB. */
static void write_letter(int n, char first, zw_buf *to)
{
    for (int i = 0; n > 0 && i <= (n - 1) / 26; i++)
        zw_buf_char(to, (char)(first + (n - 1) % 26));
}

static void write_digits(int n, unsigned zero, bool ideographs, zw_buf *to)
{
    static const char *const han[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
    char text[16];
    snprintf(text, sizeof text, "%d", n);
    for (const char *c = text; *c; c++) {
        if (ideographs)
            zw_buf_text(to, han[*c - '0']);
        else
            zw_buf_code(to, zero + (unsigned)(*c - '0'));
    }
}

typedef enum {
    DIGITS,
    ZERO,
    WIDE,
    HAN,
    LEGAL,
    IDEOGRAPHS,
    STEMS,
    BRANCHES,
    CIRCLED,
    BRACKETED,
    ROMAN_UPPER,
    ROMAN_LOWER,
    LETTER_UPPER,
    LETTER_LOWER,
    NOTHING
} style;

static style style_of(const char *format)
{
    static const struct {
        const char *name;
        style style;
    } rows[] = {
        { "chineseCounting", HAN },
        { "chineseCountingThousand", HAN },
        { "taiwaneseCountingThousand", HAN },
        { "taiwaneseCounting", HAN },
        { "japaneseCounting", HAN },
        { "chineseLegalSimplified", LEGAL },
        { "ideographDigital", IDEOGRAPHS },
        { "japaneseDigitalTenThousand", IDEOGRAPHS },
        { "taiwaneseDigital", IDEOGRAPHS },
        { "ideographTraditional", STEMS },
        { "ideographZodiac", BRANCHES },
        { "decimalEnclosedCircle", CIRCLED },
        { "decimalEnclosedCircleChinese", CIRCLED },
        { "decimalEnclosedParen", BRACKETED },
        { "decimalFullWidth", WIDE },
        { "decimalFullWidth2", WIDE },
        { "decimalZero", ZERO },
        { "upperRoman", ROMAN_UPPER },
        { "lowerRoman", ROMAN_LOWER },
        { "upperLetter", LETTER_UPPER },
        { "lowerLetter", LETTER_LOWER },
        { "bullet", NOTHING },
        { "none", NOTHING },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(format, rows[i].name) == 0)
            return rows[i].style;
    }
    return DIGITS;
}

void zw_word_number_write(const char *format, int n, zw_buf *to)
{
    static const char *const han[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
    static const char *const units[] = { "", "十", "百", "千" };
    static const char *const legal[] = {
        "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"
    };
    static const char *const legal_units[] = { "", "拾", "佰", "仟" };
    static const char stems[] = "甲乙丙丁戊己庚辛壬癸", branches[] = "子丑寅卯辰巳午未申酉戌亥";
    style s = style_of(format);
    n = n < 0 ? 0 : n;
    if (s == HAN && n < 10000)
        write_han(n, han, units, true, to);
    else if (s == LEGAL && n < 10000)
        write_han(n, legal, legal_units, false, to);
    else if (s == IDEOGRAPHS)
        write_digits(n, 0, true, to);
    else if (s == STEMS && n >= 1 && n <= 10)
        zw_buf_add(to, stems + 3 * (n - 1), 3);
    else if (s == BRANCHES && n >= 1 && n <= 12)
        zw_buf_add(to, branches + 3 * (n - 1), 3);
    else if (s == CIRCLED && n >= 1 && n <= 20)
        zw_buf_code(to, 0x2460u + (unsigned)n - 1);
    else if (s == BRACKETED && n >= 1 && n <= 20)
        zw_buf_code(to, 0x2474u + (unsigned)n - 1);
    else if (s == WIDE)
        write_digits(n, 0xFF10, false, to);
    else if (s == ZERO)
        zw_buf_printf(to, "%02d", n);
    else if ((s == ROMAN_UPPER || s == ROMAN_LOWER) && n < 4000)
        write_roman(n, s == ROMAN_UPPER, to);
    else if ((s == LETTER_UPPER || s == LETTER_LOWER) && n <= 26 * 26)
        write_letter(n, s == LETTER_UPPER ? 'A' : 'a', to);
    else if (s != NOTHING)
        write_digits(n, '0', false, to);
}

/* A number of a level above that was never counted stands at its start. */
static int number_at(const zw_word_number *number, int level)
{
    const zw_word_list *list = number->list;
    if (list->counted[level])
        return list->count[level];
    return number->start[level] >= 0 ? number->start[level] : list->levels[level].start;
}

static void step(zw_word_number *number, int level)
{
    zw_word_list *list = number->list;
    bool first = !number->begun[level] && number->start[level] >= 0;
    if (!list->counted[level] || first)
        list->counted[level] = false, list->count[level] = number_at(number, level);
    else
        list->count[level]++;
    list->counted[level] = true;
    number->begun[level] = true;
    for (int deeper = level + 1; deeper < ZW_WORD_LEVELS; deeper++)
        list->counted[deeper] = false;
}

void zw_word_count(zw_word *word, const char *id, int level, zw_buf *to)
{
    zw_word_number *number = FIND(id, word->numbers);
    if (!number || !number->list)
        return;
    level = level < 0 ? 0 : level < ZW_WORD_LEVELS ? level : ZW_WORD_LEVELS - 1;
    step(number, level);
    const zw_word_level *own = &number->list->levels[level];
    size_t before = to->n;
    if (strcmp(own->format, "bullet") == 0)
        return;
    for (const char *c = own->text; *c; c++) {
        if (*c != '%' || c[1] < '1' || c[1] > '9') {
            zw_buf_char(to, *c);
            continue;
        }
        int of = *++c - '1';
        const char *format = own->legal && of != level ? "decimal"
                                                       : number->list->levels[of].format;
        zw_word_number_write(format, number_at(number, of), to);
    }
    /* 一、 and （一） stand close, 1. and A want air. */
    if (to->n > before && (unsigned char)to->at[to->n - 1] < 0x80)
        zw_buf_char(to, ' ');
}
