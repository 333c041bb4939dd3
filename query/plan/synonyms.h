/* synonyms.h - what else a word of a query finds: PPP and 政府和社会资本合作, 户口 and 户籍.
 *
 * The table is query/plan/synonyms.tsv; both sides of a pair find each other. Read-only once open.
 */
#ifndef ZW_QUERY_PLAN_SYNONYMS_H
#define ZW_QUERY_PLAN_SYNONYMS_H

#include "segmenter/segmenter.h"

typedef struct zw_synonyms zw_synonyms;

/* The embedded table, folded by the segmenter, which is needed only for that. The caller frees it
 * with zw_synonyms_free. */
zw_status zw_synonyms_open(zw_segmenter *segmenter, zw_synonyms **synonyms, zw_err *err);
void zw_synonyms_free(zw_synonyms *synonyms); /* NULL is fine */

typedef struct {
    size_t used;          /* bytes of the text; 0: no word of the table starts there */
    size_t n;             /* words of its group, itself among them */
    const zw_str *words;  /* as the table writes them */
    const zw_str *folded; /* the same, folded */
} zw_synonym;

/* The words of the table that start at text[at], longest first until it returns false; begin with
 * *longest SIZE_MAX. text is folded. */
bool zw_synonyms_at(const zw_synonyms *synonyms, zw_str text, size_t at, size_t *longest,
                    zw_synonym *found);

#endif
