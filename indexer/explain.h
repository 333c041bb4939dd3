/* explain.h - a document with its facts marked and the rule that found each beside it, for
 * proof-reading: as text for a terminal, or as one HTML file that needs nothing else.
 *
 * Both append to out (sticky failure there); memory for their own use comes from arena. A file of
 * several documents is begun once, then takes each document, then is ended. */
#ifndef ZW_INDEXER_EXPLAIN_H
#define ZW_INDEXER_EXPLAIN_H

#include "base/buffer.h"
#include "facts/facts.h"

/* Passage by passage: the text (facts in colour when asked for), then a line a fact. */
void zw_explain_text(const zw_document *doc, const zw_facts *facts, bool colour, zw_arena *arena,
                     zw_buf *out);

/* A line a fact, fields parted by tabs: document, part, type, start, end (code points of the
 * source), text, meaning, rule. */
void zw_explain_table(const zw_document *doc, const zw_facts *facts, zw_arena *arena, zw_buf *out);

void zw_explain_html_begin(zw_str title, zw_buf *out);
void zw_explain_html(const zw_document *doc, const zw_facts *facts, zw_arena *arena, zw_buf *out);
void zw_explain_html_end(zw_buf *out);

#endif
