#include "corpus/furniture.h"

#include "base/utf8.h"
#include "corpus/dateline.h"
#include "corpus/labels.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define CHROME_MAX_WIDTH 120
#define LEADER_MAX_WIDTH 400 /* a line of a contents page, most of it dots */
#define CONTENTS_MAX_LINES 3000
#define CONTENTS_MIN_LINES 3 /* without leaders */
#define EDGE_LINES 80        /* what begins a page or ends it */

static unsigned width_of(zw_str s)
{
    unsigned width = 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        unsigned char c = (unsigned char)s.at[at];
        len = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        width += len > 2 ? 2 : 1;
    }
    return width;
}

static zw_range trimmed(zw_str text, zw_range r, bool *indented)
{
    size_t len, start = r.start;
    while (r.start < r.end && zw_is_blank(zw_utf8_at(text, r.start, &len)))
        r.start += len;
    while (r.end > r.start && zw_is_blank(zw_utf8_before(text, r.end, &len)))
        r.end -= len;
    *indented = r.start - start >= 2; /* one U+3000, a tab and more, two ASCII blanks */
    return r;
}

/* 二-7: the part of a manual before its page. */
static size_t part_of_page(zw_str s)
{
    size_t n = zw_small_numeral(s, 0, true, &(long){ 0 });
    return n && n + 1 < s.n && s.at[n] == '-' ? n : 0;
}

/* A number between nothing but dashes, dots, blanks and 第 … 页: — 12 —, - 3 -, 第 3 页 共 9 页. */
static bool is_page_number(zw_str s)
{
    size_t digits = 0, numbers = 0;
    for (size_t at = part_of_page(s), len; at < s.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        if (c >= '0' && c <= '9') {
            numbers += digits == 0;
            digits++;
            if (digits > 4)
                return false;
            continue;
        }
        digits = 0;
        if (c != 0x7B2C && c != 0x9875 && c != 0x5171 && c != '-' && c != 0x2014 && c != 0x2013 &&
            c != 0x2015 && c != 0xB7 && c != '/' && c != 0x2022 && c != 0x2500 && c != 0x3002 &&
            !zw_is_blank(c))
            return false;
    }
    return numbers == 1 || numbers == 2;
}

/* － 36 －（全文结束）, in one cell or two. */
static bool is_end_mark(zw_str s)
{
    size_t at = s.n < 60 ? zw_str_find(s, ZW_STR("全文结束"), 0) : s.n, len;
    if (at == s.n)
        return false;
    while (at && (zw_is_bracket_open(zw_narrow(zw_utf8_before(s, at, &len))) ||
                  zw_is_blank(zw_utf8_before(s, at, &len))))
        at -= len;
    return at == 0 || is_page_number((zw_str){ s.at, at });
}

/* ———, ***, ／／／: signs without a single letter or digit. A closing bracket alone is what a page
 * break left of a sentence. */
static bool is_rule(zw_str s)
{
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        bool sign = (c < 0x80 && !(c >= '0' && c <= '9') &&
                     !((c | 32) >= 'a' && (c | 32) <= 'z')) ||
                    (c >= 0x2010 && c <= 0x206F) || (c >= 0x2500 && c <= 0x27BF) ||
                    (c >= 0x3000 && c <= 0x3002) || c == 0xFFE3 || c == 0xB7;
        if (!sign || c == ')' || c == 0x3002 || c == 0x201D)
            return false;
    }
    return true;
}

/* Blanks, brackets and other signs between the words of a bar of buttons: 【大 中 小】 【打印】. */
static bool is_button_sign(uint32_t c)
{
    return zw_is_blank(c) || c == 0x3010 || c == 0x3011 ||
           (c && c < 0x80 && strchr("[]()|:/<>+-", (int)c)) || c == 0xFF1A || c == 0xFF08 ||
           c == 0xFF09 || c == 0x300A || c == 0x300B;
}

/* 首页 > 政务公开 > 政策, 您的位置：政务公开>>政策法规. */
static bool is_breadcrumb(zw_str s)
{
    size_t arrows = 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        arrows += c == '>' || c == 0x203A || c == 0xBB;
    }
    return arrows >= 2;
}

/* Words that tell chrome only at the edges of a file: in a notice's body 时间：… is the matter. */
static bool is_edge_chrome(const zw_trie *words, zw_str s)
{
    uint32_t how;
    for (size_t at = 0, len; at < s.n; at += len) {
        zw_utf8_at(s, at, &len);
        zw_trie_walk walk = { 0 };
        while (zw_trie_next(words, s, at, &walk, &how)) {
            if ((how & ZW_CHROME_HAS) || (at == 0 && (how & ZW_CHROME_START)))
                return true;
        }
    }
    return is_breadcrumb(s);
}

static bool is_chrome(const zw_trie *words, zw_str s)
{
    char squashed[CHROME_MAX_WIDTH * 3];
    size_t n = 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        if (!is_button_sign(zw_utf8_at(s, at, &len))) {
            memcpy(squashed + n, s.at + at, len);
            n += len;
        }
    }
    uint32_t how;
    if (n > 0 && zw_trie_get(words, (zw_str){ squashed, n }, &how) && (how & ZW_CHROME_LINE))
        return true;
    for (size_t at = 0, len; at < n; at += len) {
        zw_trie_walk walk = { 0 };
        size_t best = 0;
        while ((len = zw_trie_next(words, (zw_str){ squashed, n }, at, &walk, &how)))
            best = how & (ZW_CHROME_ALL | ZW_CHROME_LINE) ? len : best;
        if (!best)
            return false;
        len = best;
    }
    return n > 0;
}

static void classify(const zw_corpus_tables *tables, const zw_draft *draft, size_t i,
                     zw_line_info *info)
{
    const zw_line *line = &draft->lines.at[i];
    info->at = trimmed(draft->text, line->at, &info->indented);
    if (line->kind == ZW_LINE_TABLE_ROW && info->at.start < info->at.end &&
        draft->text.at[line->at.start] == '\t')
        info->at.start = line->at.start; /* the first cells are empty */
    zw_str s = zw_str_slice(draft->text, info->at);
    zw_number number;
    info->class = ZW_KEEP;
    if (line->glued || (i + 1 < draft->lines.n && draft->lines.at[i + 1].glued)) {
        info->at = line->at; /* a piece of a line keeps its blanks */
        info->width = 2;
        return;
    }
    if (s.n == 0) {
        info->class = ZW_BLANK;
        return;
    }
    info->width = width_of(s);
    if (is_end_mark(s))
        info->class = ZW_PAGE_NUMBER;
    if (line->kind != ZW_LINE_TEXT || info->width > CHROME_MAX_WIDTH)
        return;
    if (info->width <= 24 && is_page_number(s))
        info->class = ZW_PAGE_NUMBER;
    else if (is_rule(s))
        info->class = ZW_PAGE_NUMBER;
    else if (is_chrome(tables->chrome, s))
        info->class = ZW_CHROME;
    else if ((i < EDGE_LINES || i + EDGE_LINES > draft->lines.n) &&
             !zw_number_at(tables, s, 0, &number) && is_edge_chrome(tables->chrome, s))
        info->class = ZW_CHROME; /* but not 第七条 基金的来源： */
}

/* The letters of a line up to a dotted leader or a page number at its end, without blanks and
 * bars: what a line of a contents page says. */
static size_t entry_of(zw_str s, char *to, size_t room)
{
    size_t n = 0, kept = 0;
    int dots = 0;
    for (size_t at = 0, len; at < s.n && n + 4 < room; at += len) {
        uint32_t c = zw_utf8_at(s, at, &len);
        bool dot = c == '.' || c == 0x2026 || c == 0xB7 || c == 0xFF0E;
        dots = dot ? dots + 1 : 0;
        if (zw_is_blank(c) || c == '|' || dot)
            continue;
        memcpy(to + n, s.at + at, len);
        n += len;
        if (!(c >= '0' && c <= '9'))
            kept = n;
    }
    return kept;
}

/* ………… 12, ..... 5 |: a leader of at least three dots with a page number behind it. */
static bool has_leader(zw_str s)
{
    int dots = 0, most = 0;
    bool digit = false;
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_utf8_at(s, at, &len);
        if (c == '.' || c == 0xB7 || c == 0xFF0E) {
            dots++;
        } else if (c == 0x2026) {
            dots += 3;
        } else if (!zw_is_blank(c)) {
            dots = 0;
            digit = most >= 3 && c >= '0' && c <= '9';
            if (most >= 3 && !digit && c != '|' && c != '-' && c != 0x2014 && c != ')')
                return false;
        }
        most = dots > most ? dots : most;
    }
    return most >= 3;
}

static bool is_contents_word(zw_str s)
{
    char squashed[32];
    size_t n = entry_of(s, squashed, sizeof squashed);
    zw_str word = { squashed, n };
    return zw_str_eq(word, ZW_STR("目录")) || zw_str_eq(word, ZW_STR("目次"));
}

typedef struct {
    const zw_corpus_tables *tables;
    const zw_draft *draft;
    zw_line_info *info;
    size_t budget; /* lines that may still be looked at: keeps the whole linear */
} contents;

static zw_str slice(const contents *c, size_t i)
{
    return zw_str_slice(c->draft->text, c->info[i].at);
}

static bool is_entry_line(const contents *c, size_t i)
{
    return c->info[i].class == ZW_KEEP &&
           (c->info[i].width <= CHROME_MAX_WIDTH ||
            (c->info[i].width <= LEADER_MAX_WIDTH && has_leader(slice(c, i))));
}

/* Where contents without leaders end: at a long line or a sentence (the preface), else where their
 * first entry stands again, which it has to; 0 for nowhere. */
static size_t entry_again(contents *c, size_t first)
{
    char wanted[256], here[256];
    size_t n = entry_of(slice(c, first), wanted, sizeof wanted), seen = 0, end = 0;
    if (n < 6)
        return 0;
    for (size_t i = first + 1; i < c->draft->lines.n && seen < CONTENTS_MAX_LINES; i++) {
        if (c->info[i].class != ZW_KEEP)
            continue;
        if (c->budget == 0)
            return 0;
        seen++;
        c->budget--;
        bool entry = is_entry_line(c, i) && !zw_line_ends(slice(c, i));
        size_t m = entry ? entry_of(slice(c, i), here, sizeof here) : 0;
        if (m && zw_str_eq((zw_str){ wanted, n }, (zw_str){ here, m }))
            return end ? end : i;
        if (!entry && seen < CONTENTS_MIN_LINES)
            return 0;
        if (!entry && !end)
            end = i;
    }
    return 0;
}

/* Behind the last line of a run of lines with leaders, bars or blanks between them. */
static size_t leaders_end(const contents *c, size_t from)
{
    size_t end = from;
    for (size_t i = from; i < c->draft->lines.n; i++) {
        if (c->info[i].class == ZW_BLANK || c->info[i].class == ZW_PAGE_NUMBER)
            continue;
        bool bar = c->draft->lines.at[i].kind == ZW_LINE_TABLE_ROW;
        if (!is_entry_line(c, i) || !(bar || has_leader(slice(c, i))))
            break;
        end = i + 1;
    }
    return end;
}

static void mark_contents(contents *c, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (c->info[i].class == ZW_KEEP)
            c->info[i].class = ZW_CONTENTS;
    }
}

static size_t next_kept(const contents *c, size_t i)
{
    while (i < c->draft->lines.n && c->info[i].class != ZW_KEEP)
        i++;
    return i;
}

static void find_contents(contents *c)
{
    size_t n = c->draft->lines.n;
    for (size_t i = 0; i < n; i++) {
        if (!is_entry_line(c, i))
            continue;
        /* Rows with bars are contents only below that word or among leaders: a table may be
         * narrow. */
        bool word = c->info[i].width <= 16 && is_contents_word(slice(c, i));
        if (!word && !has_leader(slice(c, i)))
            continue;
        size_t first = word ? next_kept(c, i + 1) : i;
        size_t end = first < n ? leaders_end(c, first) : first;
        if (word && end == first && first < n)
            end = entry_again(c, first);
        if (end > first + (word ? 0 : 2)) {
            mark_contents(c, i, end);
            i = end - 1;
        } else if (end > i) {
            i = end - 1;
        }
    }
}

static bool has_foot_word(const zw_corpus_tables *tables, zw_str s)
{
    uint32_t how;
    for (size_t at = 0, len; at < s.n && s.n < CHROME_MAX_WIDTH * 3; at += len) {
        zw_utf8_at(s, at, &len);
        zw_trie_walk walk = { 0 };
        while (zw_trie_next(tables->chrome, s, at, &walk, &how)) {
            if (how & ZW_CHROME_FOOT)
                return true;
        }
    }
    return false;
}

/* 网站地图 | 网站声明 / 主办单位：… / 运行维护：…: the foot of a page, from its first line that is
 * known to the end of the file; no sentence stands in it. */
static void mark_foot(const zw_corpus_tables *tables, const zw_draft *draft, zw_line_info *info)
{
    size_t n = draft->lines.n, first = n, len;
    for (size_t i = n; i-- > 0 && i + EDGE_LINES > n;) {
        zw_str s = zw_str_slice(draft->text, info[i].at);
        uint32_t last = s.n ? zw_utf8_before(s, s.n, &len) : 0;
        if (last == 0x3002 || last == 0xFF1B || info[i].width > CHROME_MAX_WIDTH)
            break;
        if (has_foot_word(tables, s))
            first = i;
    }
    for (size_t i = first; i < n; i++) {
        if (info[i].class == ZW_KEEP)
            info[i].class = ZW_CHROME;
    }
}

/* The page's own date stands above the first sentence, if anywhere. */
static void read_dateline(const zw_corpus_tables *tables, const zw_draft *draft, zw_line_info *info,
                          zw_arena *arena, zw_metadata *meta)
{
    size_t len;
    char iso[16];
    for (size_t i = 0; i < draft->lines.n && i < EDGE_LINES; i++) {
        zw_str s = zw_str_slice(draft->text, info[i].at);
        if (s.n == 0 || draft->lines.at[i].kind != ZW_LINE_TEXT)
            continue;
        if (info[i].class == ZW_KEEP && zw_utf8_before(s, s.n, &len) == 0x3002)
            return;
        if (!zw_dateline(tables, s, iso))
            continue;
        info[i].class = ZW_CHROME;
        if (!meta->published)
            meta->published = zw_arena_strdup(arena, iso);
        return;
    }
}

/* 一、…: from here on 责任单位：… is said of an item, and is no label of the page. */
static bool begins_items(const zw_corpus_tables *tables, zw_str line)
{
    size_t len;
    zw_number n;
    return line.n && !zw_is_digit(zw_utf8_at(line, 0, &len)) && zw_number_at(tables, line, 0, &n) &&
           n.value == 1;
}

static void read_labels(const zw_corpus_tables *tables, const zw_draft *draft, zw_line_info *info,
                        zw_arena *arena, zw_metadata *meta)
{
    for (size_t i = 0; i < draft->lines.n && i < EDGE_LINES; i++) {
        zw_str s = zw_str_slice(draft->text, info[i].at);
        bool row = draft->lines.at[i].kind == ZW_LINE_TABLE_ROW;
        if (info[i].class == ZW_KEEP && begins_items(tables, s))
            break;
        if (info[i].class != ZW_BLANK && draft->lines.at[i].kind != ZW_LINE_HEADING &&
            (row ? zw_labels_row : zw_labels_read)(tables, s, arena, meta))
            info[i].class = ZW_CHROME;
    }
}

zw_line_info *zw_furniture_mark(const zw_corpus_tables *tables, const zw_draft *draft,
                                zw_arena *arena, zw_metadata *meta)
{
    zw_line_info *info = zw_arena_array(arena, draft->lines.n + 1, sizeof *info);
    if (!info)
        return NULL;
    for (size_t i = 0; i < draft->lines.n; i++)
        classify(tables, draft, i, &info[i]);
    read_labels(tables, draft, info, arena, meta);
    read_dateline(tables, draft, info, arena, meta);
    mark_foot(tables, draft, info);
    contents c = { tables, draft, info, draft->lines.n * 4 };
    find_contents(&c);
    return info;
}
