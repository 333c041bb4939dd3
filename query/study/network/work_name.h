/* work_name.h - what a text is called, in forms that can be compared, and whether two names can be
 * of one text. For works.h. */
#ifndef ZW_QUERY_STUDY_NETWORK_WORK_NAME_H
#define ZW_QUERY_STUDY_NETWORK_WORK_NAME_H

#include "facts/region.h"
#include "facts/version.h"
#include "segmenter/segmenter.h"

typedef struct {
    const char *number; /* 国发〔2016〕8号, one form for all writings; "": none */
    const char *key;    /* of the title (facts/version.h); "": the title names nothing */
    const char *plain;  /* the title's letters and digits */
    const char *issuer; /* those before 关于 */
    const char *years;  /* 20112015 of 规划（2011—2015年） */
    zw_form form;
    bool standing; /* a 法, 条例 or 办法: its later versions are the same text */
} zw_work_name;

/* title, number: may be NULL. All lives in arena. */
zw_status zw_work_name_of(const zw_version_rules *rules, zw_segmenter *segmenter, const char *title,
                          const char *number, zw_arena *arena, zw_work_name *name, zw_err *err);

/* How well a text that governs `place`, issued on `date` (may be NULL), is meant by `cited` in a
 * document of the place `from` (NULL: nobody's) and the date `by`; 0: it is not. The titles' keys
 * are the same. */
unsigned zw_work_name_fits(const zw_work_name *cited, const zw_region_path *from, const char *by,
                           const zw_work_name *text, const zw_region_path *place, const char *date);

/* Whether two titles of one key can be of one text: what they tell of issuers and years agrees. */
bool zw_work_name_agree(const zw_work_name *a, const zw_work_name *b);

#endif
