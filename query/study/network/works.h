/* works.h - the texts that the documents of an index cite, and which of them it holds.
 *
 * A work is one text. One that the index holds is a group of versions (query/answer/versions.h):
 * the notice, its reposts, its drafts, its later amendments are one work, and the original stands
 * for it; an interpretation (解读, 答记者问) is a work of its own. One that it does not hold is
 * what documents call it: 《国家新型城镇化规划（2014—2020年）》, or a number.
 *
 * A citation is resolved
 *   - by its number, whatever its brackets (国发〔2016〕8号, 国发[2016]8号)
 *   - by its title, as versions are told (facts/version.h): without who issued it, how it was
 *     brought, what the edition is called. Where several texts have the title, one that governs
 *     the citing document's place, or a place above it, and that was there before it (a 法, 条例 or
 *     办法 goes on under its name: of it a later version will do); a text of another place only
 * where the citation names that place. A title with another number than the document's, or other
 * years (2011—2015年), is another text
 *   - by the number that others give with the same title
 * What a text says of itself is no citation. Drafts and interpretations are never what is cited.
 *
 * Reads every document's record once; some hundred bytes a document and a citation are kept. What
 * it gives depends on nothing but what is indexed. */
#ifndef ZW_QUERY_STUDY_NETWORK_WORKS_H
#define ZW_QUERY_STUDY_NETWORK_WORKS_H

#include "query/answer/versions.h"

typedef struct zw_works zw_works;

/* A citation of a document, each text once. */
typedef struct {
    size_t work;
    const char *title, *number; /* as it is cited; title "" or number NULL where not given */
    bool basis;                 /* what the document carries out (facts.h) */
} zw_work_cite;

/* A document of the index. */
typedef struct {
    const char *id, *title, *number, *issuer, *date, *genre; /* title, ... may be NULL */
    zw_region_path region;
    zw_form form;
    zw_relation relation;      /* within its work */
    size_t work, interprets;   /* of an interpretation the work that it is of, else SIZE_MAX */
    const zw_work_cite *cites; /* ascending by work */
    size_t n_cites;
} zw_work_document;

typedef struct {
    const char *title, *number; /* of the original; else as cited most often; may be NULL */
    const size_t *documents;    /* indexes, the original first; none: not in the index */
    size_t n_documents;
    const size_t *cited_by; /* documents of other works, ascending */
    size_t n_cited_by;
} zw_work;

/* The caller frees *works with zw_works_free. */
zw_status zw_works_open(zw_session *session, zw_works **works, zw_err *err);
void zw_works_free(zw_works *works); /* NULL is fine */

/* Works that the index holds come first, in the order of their originals' ids, behind them those
 * that are only cited. Documents ascend by id. */
size_t zw_works_count(const zw_works *works);
const zw_work *zw_works_at(const zw_works *works, size_t work);
size_t zw_works_documents(const zw_works *works);
const zw_work_document *zw_works_document(const zw_works *works, size_t document);

/* The document of an id; SIZE_MAX: none. */
size_t zw_works_find_id(const zw_works *works, const char *id);

/* The document that stands for a work; NULL: the index has none. */
const zw_work_document *zw_work_head(const zw_works *works, size_t work);

/* What a document (NULL: somebody) means by a title and a number, either of which may be NULL or
 * empty; SIZE_MAX: nothing that the index holds or that its documents cite. */
zw_status zw_works_resolve(zw_works *works, const zw_work_document *citing, const char *title,
                           const char *number, size_t *work, zw_err *err);

#endif
