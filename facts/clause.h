/* clause.h - a stretch of text taken apart at the marks that part clauses and sentences.
 *
 * Marks inside brackets, book marks and quotation marks part nothing (各市、县（区）;
 * 《关于……，……的通知》), nor do a comma in a number and a colon in a ratio. A bracket that is not
 * closed within a few hundred bytes is an ordinary character, so a walk is linear. */
#ifndef ZW_FACTS_CLAUSE_H
#define ZW_FACTS_CLAUSE_H

#include "base/str.h"

typedef struct {
    zw_range at; /* without blanks at the edges and without the mark behind */
    bool first;  /* opens its sentence */
    bool last;   /* closes it */
} zw_clause;

typedef struct {
    zw_str text;
    size_t at, end; /* what is left to walk */
    bool opened;    /* inside a sentence */
} zw_clause_walk;

/* A walk over the bytes r of text. */
static inline zw_clause_walk zw_clause_walk_of(zw_str text, zw_range r)
{
    return (zw_clause_walk){ { text.at, r.end }, r.start, r.end, false };
}

/* The next clause that is not empty; false at the end. */
bool zw_clause_next(zw_clause_walk *walk, zw_clause *clause);

/* The byte behind the closing mark of what opens at `at`, or 0 when nothing opens or closes. */
size_t zw_bracket_end(zw_str text, size_t at);

#endif
