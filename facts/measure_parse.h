/* measure_parse.h - one clause of policy language: what it says will be done, if anything.
 *
 * A clause is read from the left: what may stand before the verb (time, adverbs, 按照 … 要求, a
 * subject with 要 or 应当) is stepped over, then a verb of the table must stand there and an object
 * behind it. The parser carries what one clause leaves open for the next (将 … 的人员，统计为 …),
 * so clauses of a segment are given in order. */
#ifndef ZW_FACTS_MEASURE_PARSE_H
#define ZW_FACTS_MEASURE_PARSE_H

#include "facts/clause.h"
#include "facts/measure_words.h"

typedef struct {
    const zw_measure_words *words;
    bool body; /* a clause of this sentence was more than a lead (到2020年, 按照 … 要求) */
    bool fronted;    /* an object was fronted and its verb is still to come */
    bool timed;      /* a lead told the time: 到2020年，形成 … is a task */
    bool undisposed; /* the measure before fronts an object and lacks 纳入, 作为 … */
    bool condition;  /* 凡 …的, 对于 …的人员: who the next clause is about */
    bool open; /* the measure before waits for its object's noun: 形成以 … 为枢纽，…的网络 */
    int run;       /* clauses since then */
    bool reported; /* 报告 强调，…: until the sentence ends it is told what somebody said */
    bool subject;  /* the clause before was a measure that 是 … may still turn into a subject */
    bool manner; /* 鼓励 … 以 独资、合资 等方式，: the object's verb is still to come */
    size_t from; /* where that fronted object or condition starts */
} zw_measure_parser;

typedef struct {
    zw_range at;      /* in the text */
    const char *verb; /* of the table */
    const char *rule; /* static */
} zw_measure_found;

typedef enum {
    ZW_MEASURE_NONE,
    ZW_MEASURE_FOUND,
    ZW_MEASURE_LONGER, /* the one found last runs on to found->at.end, found->verb too if not NULL
                        */
    ZW_MEASURE_UNDONE, /* the one found last was the subject of this clause: 推广 …，是 …的需要 */
} zw_measure_reading;

zw_measure_reading zw_measure_parse(zw_measure_parser *parser, zw_str text, const zw_clause *clause,
                                    bool heading, zw_measure_found *found);

#endif
