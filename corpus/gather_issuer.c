#include "corpus/gather.h"

#include "base/utf8.h"
#include "corpus/frame_lines.h"
#include "corpus/lines.h"

/* 中华人民共和国国务院 signs orders, 国务院 all else: one body, one name. */
zw_str zw_gather_without_state(zw_str name)
{
    zw_str state = ZW_STR("中华人民共和国");
    if (zw_str_starts(name, state) && name.n > state.n + 3)
        return (zw_str){ name.at + state.n, name.n - state.n };
    return name;
}

static bool parts_names(uint32_t c)
{
    return zw_is_blank(c) || c == 0x3001;
}

/* 监督电话：87778270建邺区教育局: names have neither digits nor colons, so what ends in one was put
 * before the name. */
static zw_str bare_name(const zw_gatherer *g, zw_str name)
{
    size_t cut = 0, len;
    for (size_t at = 0; at < name.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(name, at, &len));
        if ((c >= '0' && c <= '9') || c == ':' || c == ',' || c == 0x3002)
            cut = at + len;
    }
    zw_str rest = { name.at + cut, name.n - cut };
    if (cut && zw_narrow(zw_utf8_at(rest, 0, &len)) == 0x5E74) /* 2016年甲市… */
        rest = (zw_str){ rest.at + len, rest.n - len };
    size_t close = zw_str_find(rest, ZW_STR("）"), 0); /* （共印230份）甲省考试院 */
    if (cut && close < rest.n)
        rest = (zw_str){ rest.at + close + 3, rest.n - close - 3 };
    return rest.n >= 6 && zw_issuer_ends(g->tables, rest) ? rest : name;
}

static void add_issuer(const zw_gatherer *g, zw_buf *names, zw_str name)
{
    name = bare_name(g, name);
    if (names->n)
        zw_buf_char(names, ' ');
    zw_buf_str(names, zw_gather_without_state(name));
}

/* Where the second of two names begins that nothing parts:
 * 工业和信息化部办公厅|国家标准化管理委员会; name.n for one name. */
static size_t second_name(const zw_gatherer *g, zw_str name)
{
    static const char *const heads[] = { "国家", "中华人民共和国", "中国", "最高人民" };
    size_t best = name.n;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t at = zw_str_find(name, zw_str_of(heads[i]), 1);
        if (at >= 9 && at < best && zw_issuer_ends(g->tables, (zw_str){ name.at, at }))
            best = at;
    }
    return best;
}

static void add_glued(const zw_gatherer *g, zw_buf *names, zw_str name)
{
    for (size_t at; name.n; name = (zw_str){ name.at + at, name.n - at }) {
        at = second_name(g, name);
        add_issuer(g, names, (zw_str){ name.at, at });
    }
}

/* 员会 behind 甲市教育委: the letters of one body with a blank among them, no second one. */
static bool goes_on(const zw_gatherer *g, zw_str rest)
{
    size_t end = 0, len;
    while (end < rest.n && !parts_names(zw_utf8_at(rest, end, &len)))
        end += len;
    return end && end < 9 && !zw_issuer_ends(g->tables, (zw_str){ rest.at, end });
}

/* Several bodies on one line are parted by blanks, but letters of one may be as well:
 * 甲省财政厅　甲省民政厅, 甲 省 财 政 厅. */
void zw_gather_issuers(zw_gatherer *g, zw_buf *names, zw_str line)
{
    size_t at = 0, len;
    zw_buf name = ZW_BUF_INIT;
    while (at < line.n) {
        size_t end = at;
        while (end < line.n && !parts_names(zw_utf8_at(line, end, &len)))
            end += len;
        zw_buf_str(&name, (zw_str){ line.at + at, end - at });
        bool whole = name.n >= 12 || end - at >= 9; /* 公安部, not 公 安 部 */
        while (end < line.n && parts_names(zw_utf8_at(line, end, &len)))
            end += len;
        at = end;
        if (at == line.n || (whole && zw_issuer_ends(g->tables, zw_buf_view(&name)) &&
                             !goes_on(g, (zw_str){ line.at + at, line.n - at }))) {
            add_glued(g, names, zw_buf_view(&name));
            zw_buf_clear(&name);
        }
    }
    g->failed |= zw_buf_failed(&name);
    zw_buf_free(&name);
}

/* A line that signs: who, and the date where it stands on the same line; whether it does. */
static bool read_signer(zw_gatherer *g, zw_str s, zw_buf *names)
{
    char iso[16];
    bool dated = false;
    for (size_t at = 0, len; at < s.n; at += len) {
        zw_date d = { 0 };
        zw_utf8_at(s, at, &len);
        if (!zw_date_read(s, at, &d) || at + d.used < s.n)
            continue;
        zw_date_iso(&d, iso);
        if (!g->meta->date)
            g->meta->date = zw_gather_copy(g, zw_str_of(iso));
        s = zw_str_trim((zw_str){ s.at, at });
        dated = true;
    }
    if (zw_issuer_ends(g->tables, s))
        zw_gather_issuers(g, names, s);
    return dated;
}

/* The day of printing, where nothing else tells one. */
static void read_print_day(zw_gatherer *g, zw_str s)
{
    zw_str done = ZW_STR("印发");
    char iso[16];
    s = zw_str_trim(s);
    if (g->meta->date || s.n > 200 || !zw_str_ends(s, done))
        return;
    s = zw_str_trim((zw_str){ s.at, s.n - done.n });
    for (size_t at = 0, len; at < s.n; at += len) {
        zw_date d = { 0 };
        zw_utf8_at(s, at, &len);
        if (!zw_date_read(s, at, &d) || at + d.used < s.n || d.precision != ZW_DATE_DAY)
            continue;
        zw_date_iso(&d, iso);
        g->meta->date = zw_gather_copy(g, zw_str_of(iso));
        return;
    }
}

/* A date above the text is the document's only where no signature has one. */
void zw_gather_signature(zw_gatherer *g)
{
    const zw_frame *f = g->frame;
    zw_buf names = ZW_BUF_INIT;
    char iso[16];
    bool done = false, text = false, colophon = false;
    zw_str above = { 0 };
    for (size_t i = 0; i < f->own->paras.n && !done && !g->failed; i++) {
        zw_str s = zw_gather_para(g, i);
        text |= f->roles[i] == ZW_PARA_BODY || f->roles[i] == ZW_PARA_ADDRESSEE;
        colophon |= zw_line_is_colophon(s);
        if (f->roles[i] == ZW_PARA_SIGNER && !colophon) {
            bool below = i && f->roles[i - 1] == ZW_PARA_DATE && g->meta->date;
            done = read_signer(g, s, &names) || below;
        } else if (f->roles[i] == ZW_PARA_DATE && zw_date_line(s, iso)) {
            if (!text && !names.n)
                above = above.n ? above : s;
            else if (!g->meta->date)
                g->meta->date = zw_gather_copy(g, zw_str_of(iso));
            done = names.n > 0;
        } else if (f->roles[i] == ZW_PARA_LETTERHEAD && !g->letterhead.n) {
            g->letterhead = s;
        }
    }
    if (!g->meta->date && zw_date_line(above, iso))
        g->meta->date = zw_gather_copy(g, zw_str_of(iso));
    for (size_t i = f->own->paras.n > 12 ? f->own->paras.n - 12 : 0; i < f->own->paras.n; i++)
        read_print_day(g, zw_gather_para(g, i));
    if (names.n && !zw_buf_failed(&names))
        g->meta->issuer = zw_gather_copy(g, zw_buf_view(&names));
    g->failed |= zw_buf_failed(&names);
    zw_buf_free(&names);
}

static void take_issuers(zw_gatherer *g, zw_str who)
{
    zw_buf names = ZW_BUF_INIT;
    zw_gather_issuers(g, &names, zw_gather_without_state(zw_str_trim(who)));
    g->failed |= zw_buf_failed(&names);
    if (names.n && !g->failed)
        g->meta->issuer = zw_gather_copy(g, zw_buf_view(&names));
    zw_buf_free(&names);
}

/* 甲省教育厅文件 above the number. */
static void from_letterhead(zw_gatherer *g)
{
    zw_str who = g->letterhead, file = ZW_STR("文件");
    if (zw_str_ends(who, file))
        who.n -= file.n;
    if (who.n)
        take_issuers(g, who);
}

/* 甲市人民政府 of 甲市人民政府令第1号. */
static void from_number(zw_gatherer *g)
{
    zw_str number = zw_str_of(g->meta->number);
    size_t at = zw_str_find(number, ZW_STR("令第"), 0);
    if (at < number.n && at >= 12 && zw_issuer_ends(g->tables, (zw_str){ number.at, at }))
        take_issuers(g, (zw_str){ number.at, at });
}

/* 甲市人民政府办公室关于…, 甲省人民政府令: who issues stands before what it does. */
static void from_title(zw_gatherer *g)
{
    static const char *const acts[] = { "关于", "印发", "转发", "批转", "公布",
                                        "令",   "公告", "贯彻", "通告", "政府工作报告" };
    zw_str title = zw_str_trim(zw_str_slice(g->doc->text, g->frame->title));
    size_t end = title.n;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        size_t at = zw_str_find(title, zw_str_of(acts[i]), 0);
        end = at < end ? at : end;
    }
    zw_date year = { 0 }; /* 1984年国务院政府工作报告 */
    size_t from = zw_date_read(title, 0, &year) ? year.used : 0;
    from = from < end ? from : 0;
    zw_str who = zw_gather_without_state(zw_str_trim((zw_str){ title.at + from, end - from }));
    bool clean = zw_str_find(who, ZW_STR("（"), 0) == who.n &&
                 zw_str_find(who, ZW_STR("《"), 0) == who.n &&
                 zw_str_find(who, ZW_STR("("), 0) == who.n;
    if (clean && end < title.n && who.n >= 9 && zw_issuer_ends(g->tables, who))
        take_issuers(g, who);
}

void zw_gather_issuer(zw_gatherer *g)
{
    if (!g->boxed) /* a letterhead may run over two lines */
        from_letterhead(g);
    if (!g->meta->issuer)
        from_title(g);
    if (!g->meta->issuer && !g->boxed)
        from_number(g);
}

/* 省人民政府 below 甲省植树办法 is 甲省人民政府: the title tells which. */
void zw_gather_whole_issuer(zw_gatherer *g)
{
    static const char *const kinds[] = { "自治区", "自治州", "省", "市", "县", "区" };
    zw_str issuer = zw_str_of(g->meta->issuer), title = zw_str_of(g->meta->title);
    for (size_t i = 0; issuer.n && i < sizeof kinds / sizeof *kinds; i++) {
        zw_str kind = zw_str_of(kinds[i]);
        size_t at = zw_str_find(title, kind, 0);
        if (!zw_str_starts(issuer, kind))
            continue;
        zw_date year = { 0 }; /* 2016年甲市…, 2016甲市… */
        size_t from = zw_date_read(title, 0, &year) ? year.used : 0;
        while (from < at && title.at[from] >= '0' && title.at[from] <= '9')
            from++;
        if (at > from && at <= from + 24 && at < title.n) {
            title = (zw_str){ title.at + from, title.n - from };
            at -= from;
            g->meta->issuer = zw_arena_printf(g->doc->arena, "%.*s%s", (int)at, title.at,
                                              g->meta->issuer);
            g->failed |= !g->meta->issuer;
        }
        return;
    }
}
