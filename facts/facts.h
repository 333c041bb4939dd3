/* facts.h - what a document commits to, how much by when, and who answers for it.
 *
 * The definitions are written in docs/facts.md. Every fact stands at a range of doc->text, carries
 * the same stretch of the source, the passage it lies in, and the rule that found it. Facts of a
 * kind ascend by place. All of it lives in the arena given.
 *
 * A zw_extractor holds the tables; it is read-only and shared by threads. */
#ifndef ZW_FACTS_FACTS_H
#define ZW_FACTS_FACTS_H

#include "base/error.h"
#include "corpus/document.h"
#include "facts/label.h"
#include "facts/region.h"
#include "facts/version.h"

typedef struct {
    zw_range at;      /* in doc->text */
    zw_span source;   /* in doc->source->text */
    size_t passage;   /* index, or SIZE_MAX outside all passages */
    const char *rule; /* static: the name of the rule */
} zw_fact_place;

typedef enum { ZW_CMP_EQ, ZW_CMP_GE, ZW_CMP_LE, ZW_CMP_LT, ZW_CMP_GT, ZW_CMP_ABOUT } zw_cmp;
typedef enum { ZW_KIND_TARGET, ZW_KIND_BASELINE, ZW_KIND_CONDITION, ZW_KIND_OTHER } zw_figure_kind;
typedef enum { ZW_FORCE_NONE, ZW_FORCE_BINDING, ZW_FORCE_EXPECTED } zw_force;

typedef struct {
    zw_fact_place place; /* the number with its unit, without words of comparison */
    double low, high;    /* in base units: 17万人 is 170000; equal for one value */
    const char *unit;    /* 人, %, 平方公里; "" for a bare fraction */
    zw_cmp cmp;
    zw_figure_kind kind;
    const char *indicator;   /* in the document's words; or NULL */
    char change;             /* '+' grows by, '-' falls by, 0 a level */
    int year;                /* the year it holds for; 0: none stated */
    const char *region;      /* only when the sentence names another place; or NULL */
    zw_force force;          /* of a target that the text calls 约束性 or 预期性 */
    const char *force_words; /* 力争、不低于: as written, in their order; or NULL */
} zw_figure;

typedef enum { ZW_ROLE_LEAD, ZW_ROLE_SUPPORT, ZW_ROLE_RESPONSIBLE, ZW_ROLE_IMPLEMENT } zw_role;

typedef struct {
    zw_fact_place place;
    const char *canonical; /* full name with the list's prefix: 自治区教育厅 */
    const char *body;      /* without prefix and abbreviation: 教育厅 (facts/agency_alias.h) */
    const char *region; /* whose body it is: 宁夏回族自治区, 全国 (facts/agency_place.h); or NULL */
    zw_role role;
    const char *deadline; /* YYYY-MM or YYYY; or NULL */
} zw_agency;

typedef struct {
    zw_fact_place place; /* from the verb to the end of its object */
    const char *verb;    /* the head verb */
    const char *item;    /* the innermost item's number as written; or NULL */
    zw_label topics[ZW_TOPICS_MAX];
    size_t n_topics;
    zw_label instrument; /* name NULL: none */
} zw_measure;

typedef struct {
    zw_fact_place place;
    const char *title;  /* without 《》 */
    const char *number; /* or NULL */
    bool basis; /* the document says it carries this one out (为贯彻落实…, 根据…) */
} zw_citation;

typedef struct {
    zw_region_path region;  /* whom the document governs; n 0: unknown */
    zw_region_path by_text; /* where another is given: whom it governs by its own words */
    ZW_ARRAY(zw_figure) figures;
    ZW_ARRAY(zw_agency) agencies;
    ZW_ARRAY(zw_measure) measures;
    ZW_ARRAY(zw_citation) citations;
    zw_version version; /* the document as one of several versions */
} zw_facts;

typedef struct zw_extractor zw_extractor;

/* Loads the embedded tables. The caller frees it with zw_extractor_free. */
zw_status zw_extractor_open(zw_extractor **extractor, zw_err *err);
void zw_extractor_free(zw_extractor *extractor);
const zw_gazetteer *zw_extractor_gazetteer(const zw_extractor *extractor);

/* All facts of a document. */
zw_status zw_facts_extract(const zw_extractor *extractor, const zw_document *doc, zw_arena *arena,
                           zw_facts *facts, zw_err *err);

/* Names as they are printed and read: ">=", "target", "lead". */
const char *zw_cmp_name(zw_cmp cmp);
const char *zw_figure_kind_name(zw_figure_kind kind);
const char *zw_force_name(zw_force force); /* NULL: not told */
const char *zw_role_name(zw_role role);
bool zw_cmp_of(zw_str name, zw_cmp *cmp);
bool zw_figure_kind_of(zw_str name, zw_figure_kind *kind);
bool zw_force_of(zw_str name, zw_force *force);
bool zw_role_of(zw_str name, zw_role *role);

#endif
