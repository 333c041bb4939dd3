#include "facts/agency_place.h"

/* The words that begin a body's name and tell its level. */
static const struct opening {
    const char *word;
    enum { NATION, PROVINCE, PREFECTURE, COUNTY, MANY } level;
} openings[] = {
    { "各", MANY },       { "有关", MANY },         { "相关", MANY },     { "市县", MANY },
    { "国家", NATION },   { "国务院", NATION },     { "中央", NATION },   { "中共中央", NATION },
    { "全国", NATION },   { "最高人民", NATION },   { "中国", NATION },   { "自治区", PROVINCE },
    { "省", PROVINCE },   { "自治州", PREFECTURE }, { "州", PREFECTURE }, { "盟", PREFECTURE },
    { "市", PREFECTURE }, { "自治县", COUNTY },     { "县", COUNTY },     { "区", COUNTY },
    { "旗", COUNTY },
};

static const struct opening *opening_of(zw_str name)
{
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (zw_str_starts(name, zw_str_of(openings[i].word)))
            return &openings[i];
    }
    return NULL;
}

/* 北京市 is province and city in one. */
static bool is_municipality(const char *province)
{
    return zw_str_ends(zw_str_of(province), ZW_STR("市"));
}

static const char *step_of(const zw_region_path *path, size_t step)
{
    return path->n > step ? path->names[step] : NULL;
}

static const char *at_level(const zw_region_path *path, int level)
{
    bool municipal = path->n && is_municipality(path->names[0]);
    switch (level) {
    case NATION:
        return "全国";
    case PROVINCE:
        return step_of(path, 0);
    case PREFECTURE: /* 市公安局 in the plan of a city that is a county: 章丘市's own */
        if (municipal)
            return step_of(path, 0);
        if (path->n >= 3 && zw_str_ends(zw_str_of(path->names[2]), ZW_STR("市")))
            return path->names[2];
        return step_of(path, 1);
    case COUNTY:
        return step_of(path, municipal ? 1 : 2);
    default:
        return NULL;
    }
}

/* 财政部, but not 省委组织部 or 宣传部: those have an opening, or stand in a local document. */
static bool is_ministry(zw_str name)
{
    return zw_str_ends(name, ZW_STR("部")) && !zw_str_ends(name, ZW_STR("组织部")) &&
           !zw_str_ends(name, ZW_STR("宣传部")) && !zw_str_ends(name, ZW_STR("统战部")) &&
           !zw_str_ends(name, ZW_STR("武装部"));
}

const char *zw_agency_place(const zw_gazetteer *gazetteer, zw_str canonical,
                            const zw_region_path *governed, zw_arena *arena)
{
    zw_region_path named;
    const struct opening *opening = opening_of(canonical);
    if (opening)
        return at_level(governed, opening->level);
    size_t used = zw_gazetteer_match(gazetteer, canonical, 0);
    if (used && zw_gazetteer_path(gazetteer, zw_str_slice(canonical, (zw_range){ 0, used }), 0,
                                  arena, &named))
        return named.names[named.n - 1];
    if (used)
        return zw_arena_copy(arena, canonical.at, used);
    if (governed->n == 0 || is_ministry(canonical))
        return "全国";
    return governed->names[governed->n - 1];
}
