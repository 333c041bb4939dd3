/* words.h - what the program says, in English and Chinese: one table, words.tsv.
 *
 * A key is the English name of a thing (indicator) with its kind before it (column.indicator).
 * Quotations and names from documents are never translated. */
#ifndef ZW_QUERY_SHEET_WORDS_H
#define ZW_QUERY_SHEET_WORDS_H

#include "base/arena.h"
#include "base/error.h"

typedef enum { ZW_LANG_EN, ZW_LANG_ZH } zw_lang;

typedef struct zw_words zw_words;

/* Reads the table. The caller frees *words with zw_words_free. */
zw_status zw_words_new(zw_lang lang, zw_words **words, zw_err *err);
void zw_words_free(zw_words *words); /* NULL is fine */

/* The words of a key in the language; `missing` where the table has none. */
const char *zw_words_get(const zw_words *words, const char *kind, const char *name,
                         const char *missing);

/* What a user wants: `wish` (en or zh, of --lang) if not NULL, else LC_ALL, LC_MESSAGES or LANG,
 * whichever is set first: Chinese when it begins with zh, else English. */
zw_lang zw_lang_wanted(const char *wish);

#endif
