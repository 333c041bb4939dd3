/* cell.h - the stretch of a document that answers a question best, and how sure that is.
 *
 * What answers is a sentence, a list with the sentence that leads it, what stands below a heading,
 * or articles in a row of which each answers (rights, an article each). A part of the question
 * (asked.h) counts most in the sentence itself, less in the heading over it, the lead of its list,
 * its list, its passage, least in the document's title. A list is better than a sentence, what
 * opens its passage than what follows, parts in one clause than parts far apart, what says the
 * topic of the grid than what leaves it to the title; an item alone is worse, as is a definition;
 * then the shorter wins, then the first. A wanted figure has to stand in the sentence, and counts
 * by what is said in its own clause or, where that names nothing, since the figure before it: of
 * 连续居住满3年、参加社会保险满5年 5年 is the one of 社会保险. There NOT is asked of the clause
 * alone.
 *
 *     high    every part stands in what is quoted, in the lead of its list or the headings over it,
 *             and more than half not in headings alone; where a figure is wanted: in what is said
 *             of it, and it is of a known kind (target, condition, baseline)
 *     medium  half of them or more do, the rest stands elsewhere in its passage or in the title
 *     low     more than half of them do, the rest stands nowhere
 *
 * Less is no answer, nor is a medium or low one that never says the topic: in the sentence, over
 * it, in its passage or in the title. */
#ifndef ZW_QUERY_STUDY_PLACES_CELL_H
#define ZW_QUERY_STUDY_PLACES_CELL_H

#include "query/study/places/questions.h"
#include "query/study/places/reading.h"

typedef enum { ZW_SURE_NONE, ZW_SURE_LOW, ZW_SURE_MEDIUM, ZW_SURE_HIGH } zw_sure;

const char *zw_sure_name(zw_sure sure); /* "high"; NULL of none */

#define ZW_CELL_CHARS 1000 /* of a quotation, at most; a single sentence may be longer */

typedef struct {
    zw_sure sure;
    double score;
    size_t unit;      /* of the reading */
    zw_range at;      /* what is quoted, in the window's text */
    zw_range lead;    /* the sentence that leads the list it stands in; empty: none */
    size_t left;      /* sentences of a list that are not quoted */
    uint32_t lacking; /* parts that stand nowhere */
    uint32_t near;    /* parts in the stretch of the figure that is wanted */
    size_t others;    /* more stretches elsewhere in the document that are as sure */
} zw_cell_found;

/* sure is ZW_SURE_NONE where nothing answers. topic: what narrows the grid's documents; or NULL. */
zw_status zw_cell_find(zw_session *session, const zw_reading *reading, const zw_question_column *q,
                       const zw_asked *topic, zw_arena *scratch, zw_cell_found *found, zw_err *err);

/* The figures of a cell that was found: those that are wanted and of which as much is said as of
 * the best one; where a passage is wanted, all that stand in the quotation. */
typedef ZW_ARRAY(const zw_figure *) zw_cell_figures;
zw_status zw_cell_figures_of(zw_session *session, const zw_reading *reading,
                             const zw_question_column *q, const zw_cell_found *found,
                             zw_arena *arena, zw_cell_figures *figures, zw_err *err);

#endif
