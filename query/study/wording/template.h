/* template.h - the wordings that several holders share, found among their clauses.
 *
 * Clauses of the same key are one version. Versions are taken from the one that most holders have
 * (of equals the earliest document's) to the rarest: a version that is like enough to the leader of
 * a template joins it, any other leads one of its own. So the leader is the commonest version, and
 * the result depends on the clauses alone. A template of one holder is that holder's own wording.
 *
 * With a parent, its clauses lead and nothing else does: what is like none of them has no template.
 */
#ifndef ZW_QUERY_STUDY_WORDING_TEMPLATE_H
#define ZW_QUERY_STUDY_WORDING_TEMPLATE_H

#include "query/study/wording/leader.h"

typedef struct {
    const zw_clause *leader;
    size_t exact, adapted; /* holders that have it word for word; that have it adapted at best */
} zw_template;

typedef struct zw_templates zw_templates;

/* holder[i] is the number of clause i's holder, from 0 to holders - 1. parent: NULL, or the clauses
 * that alone lead. All three arrays must outlive *templates, which the caller frees with
 * zw_templates_free. */
zw_status zw_templates_make(const zw_clauses *clauses, const size_t *holder, size_t holders,
                            const zw_clauses *parent, zw_templates **templates, zw_err *err);
void zw_templates_free(zw_templates *templates); /* NULL is fine */

/* Templates in the order in which they were led; member i tells that of clause i, its
 * likeness 1 where it is word for word the leader's. */
size_t zw_templates_count(const zw_templates *templates);
const zw_template *zw_templates_at(const zw_templates *templates, size_t i);
zw_led zw_templates_member(const zw_templates *templates, size_t clause);

#endif
