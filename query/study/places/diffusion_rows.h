/* diffusion_rows.h - what the rows of a diffusion tell of their documents; of diffusion.c alone. */
#ifndef ZW_QUERY_STUDY_PLACES_DIFFUSION_ROWS_H
#define ZW_QUERY_STUDY_PLACES_DIFFUSION_ROWS_H

#include "query/study/network/works.h"
#include "query/study/places/diffusion.h"

/* The document of an id or a number; *parent is NULL where `against` is. ZW_E_USAGE: none. */
zw_status zw_diffusion_parent(zw_session *session, zw_works *works, const char *against,
                              zw_arena *arena, const zw_doc_record **parent, zw_err *err);

/* What each row has of the witnesses, which are put in order; ranks and lags. Rows that are not
 * listed, but there for their documents, go where they have none. */
void zw_diffusion_judge(zw_diffusion *diffusion, bool listed, const zw_when *parent);

/* Quotation, document cited, and reuse against the parent or else the origin, of each row. */
zw_status zw_diffusion_fill(zw_session *session, zw_works *works, zw_diffusion *diffusion,
                            zw_arena *arena, zw_err *err);

#endif
