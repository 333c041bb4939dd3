/* version.h - what a document says of itself as one of several versions of a text.
 *
 * Its form: issued, or a draft of what may be issued (征求意见稿), or an interpretation of what was
 * (解读). Its key: the name that all versions have in common, made of the title by leaving out who
 * issues it, how it is brought (关于印发…的通知), what an edition is called (修订, 试行) and every
 * sign; 《甲市居住证管理办法》解读, 甲市人民政府关于印发《甲市居住证管理暂行办法》的通知 and
 * 甲市居住证管理办法（征求意见稿） all have the key 甲市居住证管理办法. And the sketch of its text.
 *
 * All of it comes from the document alone, so it does not matter what was read before. Which words
 * tell it stands in data/version_marks.tsv. */
#ifndef ZW_FACTS_VERSION_H
#define ZW_FACTS_VERSION_H

#include "base/arena.h"
#include "base/error.h"
#include "facts/sketch.h"

typedef enum {
    ZW_FORM_ISSUED,
    ZW_FORM_DRAFT,
    ZW_FORM_INTERPRETATION,
    ZW_FORM_CHANGE, /* 关于修改《甲办法》的决定: about the key's text, not a version of it */
    ZW_FORM_COUNT
} zw_form;

typedef struct {
    zw_form form;
    bool amended;  /* the title says so: （2016年修正） */
    bool standing; /* a 条例 or 办法: two of one name and place are versions, a 通知 is not */
    const char *key; /* NULL: the title names nothing that could be told from others */
    zw_sketch sketch;
} zw_version;

typedef struct zw_version_rules zw_version_rules;

/* The caller frees *rules with zw_version_rules_free. */
zw_status zw_version_rules_open(zw_version_rules **rules, zw_err *err);
void zw_version_rules_free(zw_version_rules *rules);

/* Of a title (NULL: none), the word for its validity (征求意见稿; NULL: none) and the text. */
zw_status zw_version_find(const zw_version_rules *rules, const char *title, const char *validity,
                          zw_str text, zw_arena *arena, zw_version *version, zw_err *err);

#endif
