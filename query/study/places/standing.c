#include "query/study/places/standing.h"

#include "facts/agency_place.h"

/* Whether a form lays something down; guides and lists do not, unless a body has signed them. */
bool zw_genre_lays_down(const char *genre)
{
    static const char *const informal[] = { "指南",   "须知",   "手册",   "使用手册",
                                            "告知单", "告知书", "对照表", "问答",
                                            "一览表", "分值表", "说明" };
    for (size_t i = 0; genre && i < sizeof informal / sizeof *informal; i++) {
        if (strcmp(genre, informal[i]) == 0)
            return false;
    }
    return genre != NULL;
}

zw_standing zw_standing_of(const zw_doc_record *document, const zw_version_place *version)
{
    const zw_metadata *m = &document->meta;
    const zw_version_member *self = zw_version_self(version);
    zw_relation relation = self ? self->relation : ZW_RELATION_ORIGINAL;
    zw_relation text = relation == ZW_RELATION_REPOST ? version->group->at[self->of].relation
                                                      : relation;
    if (text == ZW_RELATION_DRAFT)
        return ZW_STANDING_DRAFTED;
    if (text == ZW_RELATION_INTERPRETATION)
        return ZW_STANDING_INTERPRETED;
    bool dated = m->date || m->effective;
    bool formal = m->number || m->issuer || (m->genre && dated);
    if (!formal)
        return ZW_STANDING_INFORMAL;
    return relation == ZW_RELATION_REPOST ? ZW_STANDING_REPOSTED : ZW_STANDING_ISSUED;
}

static bool has_one(zw_str text, const char *const *words, size_t n, bool at_start)
{
    for (size_t i = 0; i < n; i++) {
        if (at_start ? zw_str_starts(text, zw_str_of(words[i])) : zw_str_has(text, words[i]))
            return true;
    }
    return false;
}

static bool opens_nationally(const char *title)
{
    static const char *const words[] = { "中华人民共和国", "国务院", "中共中央",
                                         "全国人民代表大会" };
    return has_one(zw_str_of(title), words, sizeof words / sizeof *words, true);
}

/* 公安部, 国家税务总局; not 教育局, whose place nobody tells. */
static bool is_national_body(zw_session *session, zw_str name, zw_arena *scratch)
{
    static const zw_region_path none = { 0 };
    static const char *const words[] = { "部",   "总局", "总署", "国务院", "政务院",
                                         "国家", "中国", "全国", "中央",   "最高人民" };
    const char *place = zw_agency_place(session->gazetteer, name, &none, scratch);
    return place && strcmp(place, "全国") == 0 &&
           has_one(name, words, sizeof words / sizeof *words, false);
}

/* 地名管理条例: a regulation of a place has the place in its title. */
static bool is_law(const char *genre)
{
    zw_str text = zw_str_of(genre ? genre : "");
    return zw_str_ends(text, ZW_STR("条例")) || zw_str_eq(text, ZW_STR("法")) ||
           zw_str_eq(text, ZW_STR("法典")) || zw_str_eq(text, ZW_STR("宪法"));
}

bool zw_governs_country(zw_session *session, const zw_doc_record *document, zw_arena *scratch)
{
    const zw_metadata *m = &document->meta;
    const char *given = zw_given_value(&document->given, "region");
    if (document->region.n)
        return false;
    if (given)
        return strcmp(given, "全国") == 0;
    if (m->issuer &&
        is_national_body(session, (zw_str){ m->issuer, strcspn(m->issuer, " ") }, scratch))
        return true;
    /* 国发, 国办发, 国函: no place has a number that begins so */
    return (m->number && zw_str_starts(zw_str_of(m->number), ZW_STR("国"))) ||
           opens_nationally(m->title) || (!m->issuer && is_law(m->genre));
}
