/* The place a document governs: from what names it best to what names it least. */
#include "facts/governs.h"

#include "base/tsv.h"
#include "base/utf8.h"
#include "facts/gazetteer.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define FOLDERS 6    /* above a file that may be called by its place */
#define OPENING 6000 /* bytes of text that may speak of the document's own place */

/* Bodies whose documents govern the whole country. */
static const char *const central[] = { "国务院",       "中共中央",      "中央",     "国家",
                                       "全国人民代表", "全国人大",      "最高人民", "中国人民银行",
                                       "国办",         "中华人民共和国" };

static bool starts_any(zw_str text, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (zw_str_starts(text, zw_str_of(words[i])))
            return true;
    }
    return false;
}

/* 交通运输部办公厅, 财政部; not 省委宣传部 and not 河北省… */
static bool is_ministry(zw_str issuers)
{
    static const char *const local[] = { "省", "市", "县", "区", "州", "党委" };
    size_t first = zw_str_find(issuers, ZW_STR("部"), 0);
    if (first == issuers.n || first < 6)
        return false;
    issuers.n = first;
    for (size_t i = 0; i < COUNT(local); i++) {
        if (zw_str_find(issuers, zw_str_of(local[i]), 0) < first)
            return false;
    }
    return true;
}

static bool is_central(const zw_metadata *m)
{
    zw_str title = zw_str_of(m->title), issuer = zw_str_of(m->issuer);
    if (issuer.n)
        return starts_any(issuer, central, COUNT(central)) || is_ministry(issuer);
    size_t about = zw_str_find(title, ZW_STR("关于"), 0);
    return starts_any(title, central, COUNT(central)) ||
           is_ministry((zw_str){ title.at, about < title.n ? about : 0 });
}

static zw_str opening_of(const zw_document *doc)
{
    size_t n = doc->text.n < OPENING ? doc->text.n : OPENING;
    return (zw_str){ doc->text.at, zw_utf8_boundary(doc->text, n) };
}

static int year_of(const zw_document *doc)
{
    int year = 0;
    const char *date = doc->meta.date ? doc->meta.date : "";
    for (int i = 0; i < 4 && date[i] >= '0' && date[i] <= '9'; i++)
        year = year * 10 + (date[i] - '0');
    return year > 1900 ? year : doc->meta.year;
}

/* Whether the found stretch ends in a full name: 山西 in the middle of a phrase may be anything. */
static bool in_full(const zw_place_query *q, size_t at, const zw_place_found *found)
{
    zw_str text = zw_str_slice(q->text, (zw_range){ at, at + found->used });
    return found->own.n ||
           (text.n >= 9 && zw_str_ends(text, q->gazetteer->places[found->place].name));
}

/* Whether a phrase begins at `at`: there a short form will do. */
static bool phrase_begins(zw_str text, size_t at)
{
    static const char *const before[] = { "关于", "印发", "转发", "《", "〈", "“",
                                          "（",   "(",    "年",   "\n", " ",  "　" };
    zw_str head = { text.at, at };
    for (size_t i = 0; i < COUNT(before); i++) {
        if (zw_str_ends(head, zw_str_of(before[i])))
            return true;
    }
    return at == 0;
}

/* The first place named in a line that can be trusted; or, with `anywhere`, that is named at all
 * (数字山东行动方案). */
static bool in_line(zw_place_query *q, zw_str line, bool anywhere, zw_arena *arena,
                    zw_region_path *path)
{
    q->text = line;
    for (size_t at = 0, len; at < line.n; at += len) {
        zw_utf8_at(line, at, &len);
        zw_place_found found = zw_place_resolve(q, at);
        if (found.used && (anywhere || phrase_begins(line, at) || in_full(q, at, &found)))
            return zw_place_path(q, &found, arena, path);
    }
    return false;
}

static size_t count(zw_str text, const char *word)
{
    zw_str needle = zw_str_of(word);
    size_t n = 0;
    for (size_t at = 0; (at = zw_str_find(text, needle, at)) < text.n; at += needle.n)
        n++;
    return n;
}

/* The level a document speaks of as its own. */
static zw_place_level own_level(const zw_document *doc)
{
    static const struct {
        const char *word;
        zw_place_level level;
    } words[] = { { "全省", ZW_PROVINCE },    { "我省", ZW_PROVINCE },
                  { "省政府", ZW_PROVINCE },  { "自治区", ZW_PROVINCE },
                  { "省人民", ZW_PROVINCE },  { "全市", ZW_PREFECTURE },
                  { "我市", ZW_PREFECTURE },  { "市政府", ZW_PREFECTURE },
                  { "市人民", ZW_PREFECTURE } };
    size_t votes[ZW_AREA + 1] = { 0 };
    zw_str opening = opening_of(doc);
    for (size_t i = 0; i < COUNT(words); i++)
        votes[words[i].level] += count(opening, words[i].word);
    return votes[ZW_PREFECTURE] > votes[ZW_PROVINCE] ? ZW_PREFECTURE : ZW_PROVINCE;
}

/* 宁政办发〔2017〕195号 is of 宁夏, or of 南京 when it speaks of 全市. A number that begins 国 or
 * with the name of a ministry is in no table. */
static bool by_number(zw_place_query *q, const zw_document *doc, zw_arena *arena,
                      zw_region_path *path)
{
    zw_str number = zw_str_of(doc->meta.number);
    uint32_t any = ZW_NO_PLACE, right = ZW_NO_PLACE, sole = 0;
    zw_place_level level = own_level(doc);
    for (size_t i = 0; number.n && i < q->gazetteer->n_abbreviations; i++) {
        const zw_abbreviation *a = &q->gazetteer->abbreviations[i];
        if (!zw_str_starts(number, a->text))
            continue;
        uint32_t place = zw_place_by_code(q->gazetteer, a->code, q->year);
        if (place == ZW_NO_PLACE)
            continue;
        any = place;
        sole++;
        if (q->gazetteer->places[place].level == level)
            right = place;
    }
    zw_place_found found = { .place = right != ZW_NO_PLACE ? right : any, .used = number.n };
    if (found.place == ZW_NO_PLACE || (right == ZW_NO_PLACE && sole > 1))
        return false;
    return zw_place_path(q, &found, arena, path);
}

/* A place above that is named half as often at least: 青岛市 rather than its 崂山区. */
static size_t above(const zw_place_query *q, const zw_place_found *seen, const size_t *votes,
                    size_t n, size_t best)
{
    for (size_t i = 0; i < n; i++) {
        if (votes[i] * 2 >= votes[best] && zw_place_under(&q->gazetteer->places[seen[best].place],
                                                          &q->gazetteer->places[seen[i].place]))
            return i;
    }
    return best;
}

/* The place that the opening names in full most often, twice at least. */
static bool by_opening(zw_place_query *q, zw_str opening, zw_arena *arena, zw_region_path *path)
{
    enum { KEPT = 32 };
    zw_place_found seen[KEPT];
    size_t votes[KEPT] = { 0 }, n = 0, best = 0;
    q->text = opening;
    for (size_t at = 0, len; at < opening.n; at += len) {
        zw_utf8_at(opening, at, &len);
        zw_place_found found = zw_place_resolve(q, at);
        if (!found.used || found.own.n || !in_full(q, at, &found) ||
            q->gazetteer->places[found.place].level == ZW_AREA)
            continue;
        len = found.used;
        size_t i = 0;
        while (i < n && seen[i].place != found.place)
            i++;
        if (i == n && n < KEPT)
            seen[n++] = found;
        if (i < KEPT && ++votes[i] > votes[best])
            best = i;
    }
    if (!n || votes[best] < 2)
        return false;
    best = above(q, seen, votes, n, best);
    return zw_place_path(q, &seen[best], arena, path);
}

/* The whole of `name` as one place. */
static bool by_name(zw_place_query *q, zw_str name, zw_arena *arena, zw_region_path *path)
{
    q->exact = true;
    q->text = name;
    zw_place_found found = zw_place_resolve(q, 0);
    q->exact = false;
    return found.used == name.n && zw_place_path(q, &found, arena, path);
}

/* The last name of a path, which loses it: 北京 of 政策/北京/a.txt. */
static zw_str last_name(zw_str *path)
{
    size_t at = path->n;
    while (at > 0 && path->at[at - 1] != '/')
        at--;
    zw_str name = { path->at + at, path->n - at };
    path->n = at > 0 ? at - 1 : 0;
    return name;
}

/* What a folder of 北京 holds is of 北京: the nearest folder that is called by a place. */
static bool by_folders(zw_place_query *q, const zw_document *doc, zw_arena *arena,
                       zw_region_path *path)
{
    zw_str rest = zw_str_of(doc->source->path);
    last_name(&rest);
    for (int i = 0; rest.n && i < FOLDERS; i++) {
        zw_str folder = last_name(&rest);
        if (folder.n >= 6 && by_name(q, folder, arena, path))
            return true;
    }
    return false;
}

static bool below(const zw_region_path *place, const zw_region_path *over)
{
    if (place->n <= over->n)
        return false;
    for (size_t i = 0; i < over->n; i++) {
        if (strcmp(place->names[i], over->names[i]) != 0)
            return false;
    }
    return true;
}

/* 29省份出台…, 各地…: of no one place. */
static bool is_of_many(zw_str title)
{
    static const char *const words[] = { "省份", "各省", "全国", "各地", "多地" };
    for (size_t i = 0; i < COUNT(words); i++) {
        if (zw_str_has(title, words[i]))
            return true;
    }
    return false;
}

/* What the names of file and folders say counts where the text says nothing, or says less in
 * passing: 沈阳居住证办理指南 quotes the rules of 辽宁省. */
static void by_file(zw_place_query *q, const zw_document *doc, zw_arena *arena,
                    zw_region_path *path)
{
    zw_region_path named = { 0 };
    zw_str rest = zw_str_of(doc->source->path);
    bool told = in_line(q, last_name(&rest), false, arena, &named);
    if (!told && path->n == 0)
        told = by_folders(q, doc, arena, &named);
    if (!told || (path->n && !below(&named, path)))
        return;
    *path = named;
    path->by_file = true;
}

/* By its own words, from what names the place best to what names it least; *sure unless it is only
 * named in passing. */
static bool by_words(zw_place_query *q, const zw_document *doc, zw_arena *arena,
                     zw_region_path *path)
{
    zw_str title = zw_str_of(doc->meta.title), issuer = zw_str_of(doc->meta.issuer);
    bool own = !doc->meta.named_by_file;
    return (own && in_line(q, title, false, arena, path)) ||
           in_line(q, issuer, false, arena, path) || by_number(q, doc, arena, path) ||
           (own && in_line(q, title, true, arena, path));
}

void zw_region_governed(const zw_gazetteer *gazetteer, const zw_document *doc, zw_arena *arena,
                        zw_region_path *path)
{
    zw_place_query q = { .gazetteer = gazetteer, .year = year_of(doc), .hint = opening_of(doc) };
    *path = (zw_region_path){ 0 };
    if (doc->part) {
        q.exact = true;
        q.text = zw_str_of(doc->part);
        zw_place_found found = zw_place_resolve(&q, 0);
        if (found.used && zw_place_path(&q, &found, arena, path))
            return;
        q.exact = false;
    }
    if (is_central(&doc->meta) || by_words(&q, doc, arena, path))
        return;
    if (is_of_many(zw_str_of(doc->meta.title)))
        return;
    /* 各省、自治区、直辖市…: addressed to all of them */
    if (!doc->meta.named_by_file && count(q.hint, "各省") == 0)
        by_opening(&q, q.hint, arena, path);
    by_file(&q, doc, arena, path);
    if (!path->n && doc->meta.named_by_file && count(q.hint, "各省") == 0)
        by_opening(&q, q.hint, arena, path);
}
