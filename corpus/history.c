#include "corpus/history.h"

#include "base/utf8.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

static const struct {
    const char *word;
    int what;
} verbs[] = {
    { "通过", ZW_EVENT_PASSED },    { "公布", ZW_EVENT_PUBLISHED },
    { "发布", ZW_EVENT_PUBLISHED }, { "印发", ZW_EVENT_PUBLISHED },
    { "修正", ZW_EVENT_CHANGED },   { "修订", ZW_EVENT_CHANGED },
    { "修改", ZW_EVENT_CHANGED },   { "批准", ZW_EVENT_PASSED },
    { "施行", ZW_EVENT_EFFECTIVE }, { "实施", ZW_EVENT_EFFECTIVE },
    { "制定", ZW_EVENT_PASSED },    { "会议上", ZW_EVENT_DELIVERED },
};

static size_t next_date(zw_str line, size_t at, zw_date *date)
{
    for (size_t len; at < line.n; at += len) {
        zw_utf8_at(line, at, &len);
        if (zw_date_read(line, at, date) && date->from.year && date->precision <= ZW_DATE_MONTH)
            return at;
        if (date->used > len)
            len = date->used;
    }
    return line.n;
}

/* The last verb in [from, to) outside 《》. */
static int verb_in(zw_str line, size_t from, size_t to, size_t *at)
{
    int what = -1, depth = 0;
    for (size_t i = from, len; i < to; i += len) {
        uint32_t c = zw_utf8_at(line, i, &len);
        depth += c == 0x300A ? 1 : c == 0x300B && depth ? -1 : 0;
        for (size_t k = 0; !depth && k < sizeof verbs / sizeof *verbs; k++) {
            zw_str rest = { line.at + i, to - i };
            if (!zw_str_starts(rest, zw_str_of(verbs[k].word)))
                continue;
            if (what < 0)
                *at = i;
            what = what < 0 || verbs[k].what == ZW_EVENT_CHANGED ? verbs[k].what : what;
        }
    }
    return what;
}

/* Where 第…届, 第…次, 第…号 begins in [from, to), and the byte behind it. */
static size_t ordinal(zw_str line, size_t from, size_t to, const char *unit, size_t *behind)
{
    zw_str text = { line.at, to };
    for (size_t at = from; (at = zw_str_find(text, ZW_STR("第"), at)) < to; at += 3) {
        long value;
        size_t i = at + 3, n = zw_small_numeral(text, i, true, &value);
        n = n ? n : zw_small_numeral(text, i, false, &value);
        zw_str rest = { text.at + i + n, to - i - n };
        if (n && zw_str_starts(rest, zw_str_of(unit))) {
            *behind = i + n + strlen(unit);
            return at;
        }
    }
    return to;
}

static void find_who(const zw_corpus_tables *tables, zw_str line, size_t from, size_t to,
                     zw_event *event)
{
    static const char *const stops[] = {
        "令",     "公告",   "审判委员会", "检察委员会", "《",       "（",       "(",
        "部务会", "局务会", "署务会",     "委务会",     "行务会",   "常务会议", "部长办公会",
        "局长办", "署长办", "主任办公会", "主席办公会", "主任会议", "部门规章",
    };
    while (from < to && (line.at[from] == ' ' ||
                         zw_str_starts((zw_str){ line.at + from, to - from }, ZW_STR("经"))))
        from += line.at[from] == ' ' ? 1 : strlen("经"); /* 经人力资源社会保障部部务会议通过 */
    zw_str text = { line.at, to };
    size_t behind = from, end = ordinal(line, from, to, "次", &behind);
    size_t session_end = from, session = ordinal(line, from, to, "届", &session_end);
    if (session < end) {
        event->province = (zw_range){ from, session };
        from = session_end;
    }
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        size_t at = zw_str_find((zw_str){ text.at, end }, zw_str_of(stops[i]), from);
        end = at > from && at < end ? at : end;
    }
    size_t number = ordinal(line, from, end, "号", &behind); /* 海关总署第4号令 */
    end = number > from && number < end ? number : end;
    zw_str who = zw_str_trim((zw_str){ line.at + from, end - from });
    if (who.n >= 6 && who.n < 120 && zw_issuer_ends(tables, who))
        event->who = (zw_range){ (size_t)(who.at - line.at), (size_t)(who.at - line.at) + who.n };
    zw_str province = zw_str_trim(zw_str_slice(line, event->province));
    event->province = (zw_range){ (size_t)(province.at - line.at),
                                  (size_t)(province.at - line.at) + province.n };
}

bool zw_history_next(const zw_corpus_tables *tables, zw_str line, size_t *at, zw_event *event)
{
    zw_date date, other;
    while (*at < line.n) {
        size_t start = next_date(line, *at, &date);
        if (start >= line.n)
            break;
        size_t from = start + date.used, end = next_date(line, from, &other), verb = end;
        int what = verb_in(line, from, end, &verb);
        *at = end;
        if (what < 0)
            continue;
        *event = (zw_event){ .date = date, .province = { from, from } };
        event->what = (unsigned)what;
        if (what != ZW_EVENT_DELIVERED) /* the congress hears a report, it does not issue it */
            find_who(tables, line, from, verb, event);
        return true;
    }
    *at = line.n;
    return false;
}
