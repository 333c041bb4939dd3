/* agency_list.h - lists of bodies: cut into members, told what each is called in full.
 *
 * For agency.c. A list is read from left to right once; what stands between the members (roles,
 * labels, deadlines) is applied to them on the way. */
#ifndef ZW_FACTS_AGENCY_LIST_H
#define ZW_FACTS_AGENCY_LIST_H

#include "base/trie.h"
#include "facts/facts.h"

typedef enum {
    ZW_WORD_LABEL,
    ZW_WORD_VERB,
    ZW_WORD_WITH,
    ZW_WORD_MUST,
    ZW_WORD_TASK,
    ZW_WORD_EMPTY,
    ZW_WORD_SKIP,
    ZW_WORD_TAIL,
    ZW_WORD_OWN,
    ZW_WORD_OWNEND,
    ZW_WORD_NOT,
    ZW_WORD_STEM,
    ZW_WORD_LEVEL,
    ZW_WORD_PLAIN,
    ZW_WORD_PARTY,
    ZW_WORD_ALL,
    ZW_WORD_UNIT,
    ZW_WORD_DUE,
    ZW_WORD_ANY,  /* what bodies are called that are not told apart: 各级, 部门 */
    ZW_WORD_TELL, /* what a report ends in */
    ZW_WORD_ISSUE,
    ZW_WORD_PAST, /* from objects.tsv: headings under which the past is told */
    ZW_WORD_IDLE, /* from verbs.tsv: begins like a task and is none (建设用地) */
    ZW_WORD_KINDS,
} zw_agency_word;

#define ZW_NO_ROLE 99u /* what the table gives a word without a role */
#define ZW_NOUN 98u    /* what an idle word has that may stand inside a name (督查室) */

/* The words of agencies.tsv, by kind: as they begin at a place, and as a text ends in them. */
typedef struct {
    zw_arena *arena;
    zw_trie *begin[ZW_WORD_KINDS];
    zw_str *end[ZW_WORD_KINDS];
    size_t n_end[ZW_WORD_KINDS];
} zw_agency_words;

zw_status zw_agency_words_load(zw_agency_words *words, zw_err *err);
void zw_agency_words_free(zw_agency_words *words);

/* The length of the longest word of a kind at text[at], or that text ends in; 0 for none. */
size_t zw_agency_word_at(const zw_agency_words *words, zw_agency_word kind, zw_str text, size_t at,
                         uint32_t *role);
size_t zw_agency_word_ends(const zw_agency_words *words, zw_agency_word kind, zw_str text);

typedef enum {
    ZW_MEMBER_NONE,  /* no body */
    ZW_MEMBER_BODY,  /* 市公安局 */
    ZW_MEMBER_ALL,   /* 各市、县（区） */
    ZW_MEMBER_UNITS, /* 县（区）: a piece of one */
    ZW_MEMBER_PLACE, /* 银川市 */
} zw_member_kind;

typedef struct {
    zw_range at;
    zw_member_kind kind;
    bool enumerated; /* 、 or a word for it before, not a comma */
    bool supports;   /* named behind 会同 */
    uint32_t role;   /* zw_role, or ZW_NO_ROLE */
    const char *canonical, *deadline;
} zw_member;

typedef struct {
    const zw_agency_words *words;
    const zw_gazetteer *gazetteer;
    zw_arena *arena;
    zw_str text;
    bool strict; /* running text: only what is surely a body */
    bool tasks;  /* running text: a task ends a name */
    ZW_ARRAY(zw_member) members;
} zw_agency_list;

/* What text[r] would be as a member. */
zw_member_kind zw_member_kind_of(const zw_agency_list *list, zw_range r);

/* Where the member that begins at `at` ends, before `end`. */
size_t zw_member_end(const zw_agency_list *list, size_t at, size_t end);

/* The length of the date at text[at], 0 for none; *deadline gets YYYY-MM or YYYY, NULL when memory
 * is out. */
size_t zw_agency_deadline_at(zw_arena *arena, zw_str text, size_t at, const char **deadline);

/* Reads a group in text[r] (牵头单位：…；参加单位：…, …牵头，…配合，2017年底前完成); `role` is that
 * of a label before it. false: out of memory. */
bool zw_agency_list_group(zw_agency_list *list, zw_range r, uint32_t role);

/* Reads bare members from `at` as far as they go; returns where they end, `at` for none. In *failed
 * whether memory ran out. */
size_t zw_agency_list_bare(zw_agency_list *list, size_t at, size_t end, bool *failed);

/* Joins the pieces of collective bodies and gives all members their full names. */
bool zw_agency_list_name(zw_agency_list *list);

#endif
