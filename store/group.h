/* group.h - the versions of one text among the documents of an index.
 *
 * A text is found in several documents: on other sites (reposts), bare and attached to the notice
 * that issues it, as a draft before, amended later, interpreted by its issuer. Such documents are a
 * group. Groups are not stored. A document keeps what it says of itself (facts/version.h) and terms
 * by which its like are looked up (zw_like_terms); who belongs to whom is worked out when it is
 * asked, so a group is a function of the documents that are in the index, whatever was added or
 * removed in which order, and over several indexes opened as one too.
 *
 * Two documents are related when their places do not exclude each other and
 *   - both are issued, have one key and at least three tenths of the shorter text in common, or are
 *     a 条例 or 办法 of one place and of different dates
 *   - one is a draft or an interpretation, and the keys are one
 *   - they have one number, and a key or a fifth of their texts in common
 *   - they have no two numbers, and nineteen twentieths of their texts in common; or, where one
 *     title holds the other, four fifths of both texts (of a draft half) or all of the shorter one
 * A group is what hangs together by that. A term that more than 256 documents carry is not looked
 * at, and what would be more than 256 members is no group: forms that a thousand offices filled in.
 *
 * Within a group, documents of one form whose texts are the same, as far as that can be told, are
 * copies; of the copies the best one stands for all: one with a number before one without, then
 * with an issuer, from a site of government (by the url of a manifest), with a whole date; then the
 * earliest, the longest, the one of the lower id. The original is the earliest issued text (one
 * with a date before one without, one that calls itself amended after one that does not). */
#ifndef ZW_STORE_GROUP_H
#define ZW_STORE_GROUP_H

#include "store/record.h"
#include "store/xapian.h"

typedef enum {
    ZW_RELATION_ORIGINAL,
    ZW_RELATION_REPOST,         /* the same text as `of` */
    ZW_RELATION_AMENDED,        /* issued too, with another text: a later version of `of` */
    ZW_RELATION_DRAFT,          /* of what was issued as `of` */
    ZW_RELATION_INTERPRETATION, /* of `of` */
    ZW_RELATION_COUNT
} zw_relation;

const char *zw_relation_name(zw_relation relation); /* "original", "repost" ... */
bool zw_relation_find(zw_str name, zw_relation *relation);

typedef struct {
    const zw_doc_record *record;
    zw_relation relation;
    size_t of; /* a member's index; its own where there is nothing to be related to */
} zw_member;

/* The original stands first, behind it the others by relation and date. Of drafts without what
 * they became, the first stands for the group. A document without versions is a group of one. */
typedef struct {
    zw_member *at;
    size_t n;
} zw_group;

/* The group that a document belongs to. ZW_E_NOTFOUND: no such document. */
zw_status zw_group_of(zw_xdb *db, zw_str doc_id, zw_arena *arena, zw_group *group, zw_err *err);

/* The same, of a document whose record is at hand; it must outlive the group. */
zw_status zw_group_of_record(zw_xdb *db, const zw_doc_record *record, zw_arena *arena,
                             zw_group *group, zw_err *err);

/* Where a document stands in its group; n: not there. */
size_t zw_group_find(const zw_group *group, zw_str doc_id);

/* Calls each with every group of more than one document, and with every draft or interpretation
 * that is alone; in no order. What a group holds dies when `each` returns. */
typedef zw_status (*zw_group_each)(void *with, const zw_group *group, zw_err *err);
zw_status zw_groups_walk(zw_xdb *db, zw_group_each each, void *with, zw_err *err);

typedef enum {
    ZW_FORCE_FOUND,
    ZW_FORCE_NOT_YET,  /* the earliest begins later */
    ZW_FORCE_REPEALED, /* the newest of that day was repealed, then or on a day not told */
    ZW_FORCE_UNKNOWN   /* no version tells its date */
} zw_in_force;

/* Which issued version was in force on a day (YYYY-MM-DD): the newest that began by then, told by
 * the date of effect, else of signing. *member gets it, with ZW_FORCE_REPEALED too. */
zw_in_force zw_group_in_force(const zw_group *group, const char *day, size_t *member);

/* ---- what groups are made of ---- */

/* The terms (without prefix) of the field `like` by which a document's versions are looked up. */
#define ZW_LIKE_MAX (ZW_SKETCH_BANDS + 3)
zw_status zw_like_terms(const zw_version *version, const char *number, zw_arena *arena,
                        const char *terms[ZW_LIKE_MAX], size_t *n, zw_err *err);

/* Whether two documents are versions of one text, and whether they are copies. Symmetric. */
bool zw_group_related(const zw_doc_record *a, const zw_doc_record *b);
bool zw_group_copies(const zw_doc_record *a, const zw_doc_record *b);

/* Puts members in order and relates them; only `record` need be set. */
zw_status zw_group_arrange(zw_group *group, zw_arena *arena, zw_err *err);

#endif
