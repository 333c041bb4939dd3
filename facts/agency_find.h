/* agency_find.h - the work on one document, shared by the ways to find agencies.
 *
 * For agency.c. Each way adds facts as it reads; agency.c sorts them. */
#ifndef ZW_FACTS_AGENCY_FIND_H
#define ZW_FACTS_AGENCY_FIND_H

#include "facts/agency_alias.h"
#include "facts/agency_list.h"
#include "facts/context.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct {
    const zw_agency_words *words;
    const zw_agency_aliases *aliases;
    const zw_fact_context *context;
    zw_facts *facts;
    zw_str text;
    bool failed; /* memory ran out */
    bool report; /* the document tells what was done: there a plain verb gives no task */
    bool past;   /* so does the section */

    /* The columns of the table being read: who leads, who supports, until when. */
    struct {
        size_t n;
        uint32_t role[24]; /* ZW_NO_ROLE: another column */
        bool due[24];
    } columns;
} zw_agency_finder;

/* An empty list over the document's text. */
zw_agency_list zw_agency_finder_list(const zw_agency_finder *f, bool strict);

void zw_agency_finder_add(zw_agency_finder *f, const zw_member *m, zw_role role, const char *rule);

/* Names the members of a group and adds those that have a role, or get `otherwise`. */
bool zw_agency_finder_add_group(zw_agency_finder *f, zw_agency_list *list, uint32_t otherwise,
                                const char *rule);

/* （…牵头，…配合）, 责任单位：… */
void zw_agency_find_groups(zw_agency_finder *f, zw_range r);

/* 市公安局要…, 由市财政局牵头, 市公安局会同市民政局… */
void zw_agency_find_subjects(zw_agency_finder *f, zw_range r);

/* The rows of a table with columns headed 牵头单位, 配合单位, 完成时限. */
void zw_agency_find_rows(zw_agency_finder *f, zw_range r);

/* 市规划、国土资源等部门: adds a member for each department, named in full. Returns where the list
 * ends, `at` when it is none. */
size_t zw_agency_topic_list(zw_agency_finder *f, zw_agency_list *list, size_t at, size_t end);

/* Whether a name is that of everybody: 各级政府, 各地区; not 各县区, 各级公安机关. */
bool zw_agency_is_anybody(const zw_agency_words *words, zw_str name);

/* Whether the document is a report, by its genre or the end of its title. */
bool zw_agency_in_report(const zw_agency_words *words, const zw_document *doc);

/* For each section whether it, or one around it, tells what was done; NULL: out of memory. */
const bool *zw_agency_past_sections(const zw_agency_words *words, const zw_document *doc,
                                    zw_arena *arena);

/* Whether the clause whose subject begins at `at`, and whose predicate at `task`, only tells what
 * was done. `bound`: it has a modal or a role. */
bool zw_agency_only_tells(const zw_agency_finder *f, size_t at, size_t task, size_t end,
                          bool bound);

static inline bool zw_text_starts(zw_str text, size_t at, const char *word)
{
    size_t n = strlen(word);
    return at <= text.n && text.n - at >= n && memcmp(text.at + at, word, n) == 0;
}

#endif
