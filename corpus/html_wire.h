/* html_wire.h - a page that was parsed in a process of its own, as bytes.
 *
 * Whoever parsed a hostile page is not to be trusted: what is read is checked to be a page, ranges
 * within the text, blocks within each other, text in UTF-8. Both ends are of one build, so numbers
 * are as the machine has them. */
#ifndef ZW_CORPUS_HTML_WIRE_H
#define ZW_CORPUS_HTML_WIRE_H

#include "corpus/html.h"

/* The words of html.tsv. Fills *words; the caller frees it with zw_trie_free. */
zw_status zw_html_words_open(zw_arena *arena, zw_trie **words, zw_err *err);

/* Parses a page in UTF-8 and appends it to out. */
zw_status zw_html_to_wire(zw_str utf8, zw_buf *out, zw_err *err);

/* *page as zw_html_parse gives it, its arrays in arena. ZW_E_FORMAT: no such page. */
zw_status zw_html_from_wire(zw_str bytes, zw_arena *arena, zw_html_page *page, zw_err *err);

#endif
