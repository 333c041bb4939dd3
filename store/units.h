/* units.h - a document made ready for the index: its units with all their terms, values, records.
 *
 * Making units needs no index, so any number of threads can, each with its own segmenter. */
#ifndef ZW_STORE_UNITS_H
#define ZW_STORE_UNITS_H

#include "facts/facts.h"
#include "store/schema.h"
#include "store/xapian.h"

/* Where units go, one by one as they are made, so that a huge document never lies in memory whole.
 * The unit is the taker's from then on (zw_xdoc_free), also when it fails. */
typedef struct {
    zw_status (*take)(void *to, zw_xdoc *unit, zw_err *err);
    void *to;
} zw_unit_sink;

typedef struct {
    size_t passages, figures;
} zw_unit_counts;

/* Makes the units of a document: its passages, each with its figures behind it, at last the
 * document. */
zw_status zw_units_make(zw_segmenter *segmenter, const zw_gazetteer *gazetteer,
                        const zw_document *doc, const zw_facts *facts, const zw_unit_sink *sink,
                        zw_unit_counts *counts, zw_err *err);

#endif
