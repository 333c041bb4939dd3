/* words.h - what the program says, in English and Chinese: one table, words.tsv.
 *
 * A key is the English name of a thing (indicator) with its kind before it:
 *
 *     column    the head of a column
 *     value     a word of a closed list in a cell (lead); of one column alone: value.COLUMN.lead
 *     fact      what is told of a whole answer, in a receipt
 *     sheet     the name of a sheet of a workbook
 *     label     what stands before a value in text
 *     message   what is said on stderr (phrase.h says how places in it are written)
 *     error     an error of a library, known by its English words
 *     note      how a name in a query was taken, known in the same way
 *
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

/* Every pattern of the kinds error and note, with its words in the language; none in English. */
void zw_words_patterns(const zw_words *words,
                       void (*each)(const char *english, const char *turned, void *context),
                       void *context);

/* What a user wants: `wish` (en or zh, of --lang) if not NULL, else LC_ALL, LC_MESSAGES or LANG,
 * whichever is set first: Chinese when it begins with zh, else English. */
zw_lang zw_lang_wanted(const char *wish);

#endif
