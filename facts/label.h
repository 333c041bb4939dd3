/* label.h - what a measure is about (its topics) and by what means it works (its instrument).
 *
 * Both are sums over words: each word of a table that stands in the text speaks for a label with a
 * weight, the longest word at a place alone counts, and the label with the largest sum wins. The
 * word that spoke loudest for a label is the reason that is shown with it. Where the text has no
 * word of the topics table, the nearest heading that has one decides: under
 * （三）加快落实户籍制度改革 a bare 清理相关文件 is about 户籍. Read-only and shared by threads. */
#ifndef ZW_FACTS_LABEL_H
#define ZW_FACTS_LABEL_H

#include "base/error.h"
#include "base/str.h"

#define ZW_TOPICS_MAX 2 /* a measure on two things at once (教育 and 户籍) keeps both */

typedef struct zw_labels zw_labels;

typedef struct {
    const char *name, *english; /* 户籍; the instrument: 资金投入 */
    const char *side, *side_en; /* instruments: 供给型, 环境型, 需求型; topics: NULL */
    const char *word;           /* the word of the table that decided */
    bool from_heading;          /* the word stands in a heading, not in the text */
} zw_label;

/* Loads the tables; the caller frees them with zw_labels_free. */
zw_status zw_labels_open(zw_labels **labels, zw_err *err);
void zw_labels_free(zw_labels *labels); /* NULL is fine */

/* The topics of text, strongest first, at most ZW_TOPICS_MAX; a second one only when it has at
 * least half the sum of the first. headings (n of them, innermost first) are asked in turn while
 * nothing is found. Returns how many. The strings belong to labels. */
size_t zw_labels_topics(const zw_labels *labels, zw_str text, const zw_str *headings, size_t n,
                        zw_label topics[ZW_TOPICS_MAX]);

/* The one instrument of text; false when no word of the table stands in it. Of equal sums the
 * earlier row of the table wins. */
bool zw_labels_instrument(const zw_labels *labels, zw_str text, zw_label *instrument);

/* All labels of a table in its order; their word is NULL. */
const zw_label *zw_labels_all_topics(const zw_labels *labels, size_t *n);
const zw_label *zw_labels_all_instruments(const zw_labels *labels, size_t *n);

#endif
