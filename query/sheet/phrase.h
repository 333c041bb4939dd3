/* phrase.h - sentences with places for what is counted or named, in any order of words.
 *
 *     {1} of {2} passages            the first and the second argument
 *     {1} {1|passage|passages}       one or several, as the first argument, a number, says
 *
 * And back: a sentence that a library made in English, as an error has it, is known by its pattern
 * in the table and said anew in another language. Libraries so need to know one language only. */
#ifndef ZW_QUERY_SHEET_PHRASE_H
#define ZW_QUERY_SHEET_PHRASE_H

#include "query/sheet/sheet.h"

#define ZW_PHRASE_ARGUMENTS 9

void zw_phrase_put(const char *pattern, const zw_cell *arguments, size_t n, zw_buf *to);

/* The message of a key (message.KEY) with its arguments. */
void zw_words_say(const zw_words *words, const char *key, const zw_cell *arguments, size_t n,
                  zw_buf *to);

/* An English sentence in the language of the words, by the patterns error.* and note.*; as it is
 * where none is like it. What stands before ": " stays where only the rest is known:
 * 'notice.txt': no such file. */
void zw_words_turn(const zw_words *words, zw_str english, zw_buf *to);

#endif
