#include "facts/measure_cursor.h"

#include "base/utf8.h"
#include "facts/clause.h"

const zw_measure_word *zw_cursor_word(const zw_cursor *c, size_t at, size_t *len)
{
    return zw_measure_word_at(c->words, c->text, at, len);
}

bool zw_cursor_starts(const zw_cursor *c, size_t at, const char *with)
{
    zw_str rest = { c->text.at + at, c->text.n - at };
    return zw_str_starts(rest, zw_str_of(with));
}

size_t zw_cursor_any(const zw_cursor *c, size_t at, const char *const *list)
{
    for (; *list; list++)
        if (zw_cursor_starts(c, at, *list))
            return strlen(*list);
    return 0;
}

size_t zw_cursor_step(const zw_cursor *c, size_t at)
{
    size_t len;
    zw_utf8_at(c->text, at, &len);
    return at + len;
}

/* Behind an item's number that no section knows of: （一）, (1), 3., 二、. */
static size_t skip_number(const zw_cursor *c, size_t at)
{
    static const char *const stops[] = { "、", ".", "．", ")", "）", NULL };
    static const char *const articles[] = { "条", "章", "节", NULL };
    static const char *const numerals[] = { "百", "零", "一", "二", "三", "四", "五",
                                            "六", "七", "八", "九", "十", NULL };
    bool open = zw_cursor_starts(c, at, "(") || zw_cursor_starts(c, at, "（");
    bool article = zw_cursor_starts(c, at, "第");
    size_t i = open || article ? zw_cursor_step(c, at) : at, from = i, n, len;
    while (i < c->text.n &&
           (zw_is_digit(zw_utf8_at(c->text, i, &len)) || (len = zw_cursor_any(c, i, numerals)) > 0))
        i += len;
    n = i > from ? zw_cursor_any(c, i, article ? articles : stops) : 0;
    return n ? i + n : at;
}

size_t zw_cursor_skip_bullets(const zw_cursor *c, size_t at)
{
    static const char *const bullets[] = { "—",    "–",    "－",   "-",    "•",    "●",    "■",
                                           "◆",    "·",    "*",    "一是", "二是", "三是", "四是",
                                           "五是", "六是", "七是", "八是", NULL };
    while (at < c->text.n) {
        size_t len;
        size_t number = skip_number(c, at), closed = 0;
        if (zw_cursor_starts(c, at, "（") || zw_cursor_starts(c, at, "("))
            closed = zw_bracket_end(c->text, at); /* （省科技厅牵头）支持 … */
        if (number > at)
            at = number;
        else if (closed)
            at = closed;
        else if (zw_is_blank(zw_utf8_at(c->text, at, &len)) ||
                 (len = zw_cursor_any(c, at, bullets)) > 0)
            at += len;
        else
            break;
    }
    return at;
}

/* Digits with the marks between them: 2016-2018, 2016—2018. */
static size_t skip_digits(const zw_cursor *c, size_t at)
{
    size_t len;
    while (at < c->text.n) {
        uint32_t ch = zw_narrow(zw_utf8_at(c->text, at, &len));
        if (!zw_is_digit(ch) && !(ch == '-' || ch == 0x2014 || ch == 0x2013 || ch == '~'))
            break;
        at += len;
    }
    return at;
}

size_t zw_cursor_skip_time(const zw_cursor *c, size_t at)
{
    static const char *const before[] = { "截至", "到", "至", "自", "从", "于", "在", "每", NULL };
    static const char *const whole[] = {
        "“十", "\"十", "十二五", "十三五", "十四五", "十五五", NULL
    };
    static const char *const years[] = { "一年", "两年", "二年", "三年",     "四年",
                                         "五年", "六年", "十年", "三至五年", NULL };
    static const char *const units[] = { "年度", "年", "月份",     "月", "日",
                                         "季度", "周", "个工作日", NULL };
    static const char *const tails[] = { "年底", "年末", "年初", "底",   "末",   "初",   "内",
                                         "以前", "之前", "前",   "以内", "期间", "时期", "间",
                                         "起",   "上半", "下半", "到",   "至",   "开始", NULL };
    size_t i = at + zw_cursor_any(c, at, before), n = zw_cursor_any(c, i, whole);
    if (n) {
        while (i < c->text.n && !zw_cursor_starts(c, i, "五"))
            i = zw_cursor_step(c, i);
        i = i < c->text.n ? i + strlen("五") : i;
        i += zw_cursor_any(c, i, (const char *const[]){ "”", "\"", NULL });
        n = zw_cursor_any(c, i, tails);
        return n ? i + n : at;
    }
    size_t end = at;
    for (;;) {
        size_t d = skip_digits(c, i);
        n = d > i ? zw_cursor_any(c, d, units) : 0;
        if (!n) {
            d = i;
            n = zw_cursor_any(c, i, years);
        }
        if (!n)
            return end;
        i = d + n;
        while ((n = zw_cursor_any(c, i, tails)) > 0)
            i += n;
        end = i;
    }
}

/* A word directly behind a verb that shows it is no verb here: 培训 率, 建设 的. */
static bool spoils(const zw_cursor *c, size_t at)
{
    static const char *const tails[] = { "的", "率", "了",   "者",   "性",
                                         "后", "过", "期间", "阶段", NULL };
    /* 加强 后备人才培养, 开展 性能评估, 探索 率先突破 */
    static const char *const words[] = { "后续", "后备", "后勤", "后期", "后台", "后发",
                                         "性能", "性别", "率先", "过程", "过渡", NULL };
    return zw_cursor_any(c, at, tails) > 0 && !zw_cursor_any(c, at, words);
}

const zw_measure_word *zw_cursor_verb(const zw_cursor *c, size_t at, size_t *len)
{
    const zw_measure_word *w = zw_cursor_word(c, at, len);
    if (!w || !(w->kinds & ZW_W_VERB) || w->kinds & (ZW_W_NOUN | ZW_W_NONE) || spoils(c, at + *len))
        return NULL;
    return w;
}

bool zw_cursor_task(const zw_cursor *c, size_t at)
{
    for (int i = 0; i < 6; i++) {
        size_t len, time = zw_cursor_skip_time(c, at = zw_cursor_skip_bullets(c, at));
        if (time > at) {
            at = time;
            continue;
        }
        const zw_measure_word *w = zw_cursor_word(c, at, &len);
        if (!w)
            return false;
        if (w->kinds & (ZW_W_COVERB | ZW_W_FRONT) || zw_cursor_verb(c, at, &len))
            return true;
        if (!(w->kinds & (ZW_W_LEADS | ZW_W_MODAL)))
            return false;
        at += len;
    }
    return false;
}

size_t zw_cursor_find_verb(const zw_cursor *c, size_t at, const zw_measure_word **word, size_t *len)
{
    while (at < c->text.n) {
        const zw_measure_word *w = zw_cursor_word(c, at, len);
        bool passive = at >= strlen("被") && zw_cursor_starts(c, at - strlen("被"), "被");
        if (w && !passive && zw_cursor_verb(c, at, len) && at + *len < c->text.n) {
            *word = w;
            return at;
        }
        size_t closed = zw_bracket_end(c->text, at);
        at = closed ? closed : w ? at + *len : zw_cursor_step(c, at);
    }
    return SIZE_MAX;
}

size_t zw_cursor_last_attribute(const zw_cursor *c, size_t at)
{
    size_t last = at;
    for (size_t of = at; (of = zw_str_find(c->text, ZW_STR("的"), of)) < c->text.n; of += 3)
        last = of;
    return last;
}
