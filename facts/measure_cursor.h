/* measure_cursor.h - reading a clause from its left end: what stands before the verb, and the verb.
 *
 * The cursor's text ends where the clause ends, so that no word is read across a mark. */
#ifndef ZW_FACTS_MEASURE_CURSOR_H
#define ZW_FACTS_MEASURE_CURSOR_H

#include "facts/measure_words.h"

/* What a clause turned out to be. */
typedef enum {
    ZW_READ_NOTHING, /* no measure in it */
    ZW_READ_LEAD,    /* only what leads to a later clause: 到2020年; 按照 … 要求 */
    ZW_READ_FRONTED, /* a fronted object without its verb */
    ZW_READ_VERB,    /* a verb stands at c->verb */
} zw_reading;

typedef struct {
    const zw_measure_words *words;
    zw_str text;  /* up to the end of the clause */
    size_t at;    /* how far it is read */
    size_t start; /* of the measure: the verb, or what is fronted */
    size_t verb;  /* where the verb stands */
    const zw_measure_word *word;
    size_t verb_len;
    bool effort;    /* 着力, 努力 … stood before the verb */
    bool modal;     /* 要, 应当 … */
    bool tail;      /* 有效, 更好地 … */
    bool timed;     /* 2020年, 年底前 … */
    bool led;       /* an adverb, 要 or a phrase stood before the verb */
    bool phrase;    /* the verb ended an open prepositional phrase */
    bool joins;     /* an object was fronted in a clause before */
    bool fronted;   /* 将, 把, 对 */
    bool whole;     /* a preposition taken as the verb: 利用 开发性金融工具 */
    size_t subject; /* SIZE_MAX, or where a subject that belongs to the measure starts */
    const char *rule;
} zw_cursor;

/* Reads from c->at to the verb. */
zw_reading zw_cursor_read(zw_cursor *c);

/* The longest word of the tables at a byte, and its length. */
const zw_measure_word *zw_cursor_word(const zw_cursor *c, size_t at, size_t *len);

/* The verb at a byte; NULL when none or when its word is a noun (建设用地). */
const zw_measure_word *zw_cursor_verb(const zw_cursor *c, size_t at, size_t *len);

/* The next verb at or behind a byte that has something behind it and is not part of a word of the
 * tables; SIZE_MAX when there is none. */
size_t zw_cursor_find_verb(const zw_cursor *c, size_t at, const zw_measure_word **word,
                           size_t *len);

/* Whether what leads and then a verb stands at a byte: behind an adverb, behind 要. */
bool zw_cursor_task(const zw_cursor *c, size_t at);

/* Where the last 的 at or behind a byte stands, or that byte. */
size_t zw_cursor_last_attribute(const zw_cursor *c, size_t at);

bool zw_cursor_starts(const zw_cursor *c, size_t at, const char *with);

/* The length of the first of a NULL-ended list that stands at a byte, or 0. */
size_t zw_cursor_any(const zw_cursor *c, size_t at, const char *const *list);

/* The byte behind the character at a byte. */
size_t zw_cursor_step(const zw_cursor *c, size_t at);

/* Behind blanks, the marks that open a line of a list and an item's number no section knows of. */
size_t zw_cursor_skip_bullets(const zw_cursor *c, size_t at);

/* Behind 2020年, 到2020年底前, 2016—2018年, “十三五”期间, 三年内; `at` when no time is told there.
 */
size_t zw_cursor_skip_time(const zw_cursor *c, size_t at);

#endif
