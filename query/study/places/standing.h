/* standing.h - how good a witness a document is of what its place has laid down. */
#ifndef ZW_QUERY_STUDY_PLACES_STANDING_H
#define ZW_QUERY_STUDY_PLACES_STANDING_H

#include "query/answer/versions.h"

/* The lower the better. Issued: with a number, an issuer, or a form that lays something down and a
 * date (办法, 2015). Informal: without (news, guides). A repost of a draft is a draft. */
typedef enum {
    ZW_STANDING_ISSUED,
    ZW_STANDING_REPOSTED,
    ZW_STANDING_INFORMAL,
    ZW_STANDING_INTERPRETED,
    ZW_STANDING_DRAFTED
} zw_standing;

zw_standing zw_standing_of(const zw_doc_record *document, const zw_version_place *version);

/* Whether a document of that genre (may be NULL) lays something down: 办法, not 指南. */
bool zw_genre_lays_down(const char *genre);

/* Whether it is of the whole country: given so, or issued by a body of the nation, or its title
 * says so (中华人民共和国…), or it is a law of no place (地名管理条例). false too where nothing
 * tells. */
bool zw_governs_country(zw_session *session, const zw_doc_record *document, zw_arena *scratch);

#endif
