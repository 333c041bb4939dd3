/* cite_relation.h - what a document says that it does with a text that it cites.
 *
 *     为贯彻落实《甲意见》     implements      《乙办法》同时废止   repeals
 *     根据《甲条例》的规定     based_on        修改《乙办法》       amends
 *     《甲条例》解读           interprets (told by the document's form alone)
 *     现将《甲通知》转发       passes_on       参照《乙办法》       refers
 *
 * Read from the words around the citation (cite_relations.tsv), nothing else. */
#ifndef ZW_QUERY_STUDY_NETWORK_CITE_RELATION_H
#define ZW_QUERY_STUDY_NETWORK_CITE_RELATION_H

#include "base/arena.h"
#include "base/error.h"

/* The later ones say more: of several citations of one text the one that says most tells. */
typedef enum {
    ZW_CITE_MENTIONS, /* no word tells */
    ZW_CITE_REFERS,
    ZW_CITE_PASSES_ON,
    ZW_CITE_BASED_ON,
    ZW_CITE_IMPLEMENTS,
    ZW_CITE_AMENDS,
    ZW_CITE_REPEALS,
    ZW_CITE_INTERPRETS,
    ZW_CITE_RELATIONS
} zw_cite_relation;

const char *zw_cite_relation_name(zw_cite_relation relation); /* "based_on" */

typedef struct zw_cite_words zw_cite_words;

/* All of it lives in arena. */
zw_status zw_cite_words_load(zw_arena *arena, zw_cite_words **words, zw_err *err);

/* text: a passage; cited: the title without its marks, or the number. */
zw_cite_relation zw_cite_relation_in(const zw_cite_words *words, zw_str text, zw_range cited);

#endif
