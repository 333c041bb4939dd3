/* ranking.h - the weights that order the answers, as measured (docs/decisions/0001).
 *
 * The query mode of zw_segmenter_terms gives each term its weight from here; a search multiplies
 * them into its BM25 and takes the rest. */
#ifndef ZW_SEGMENTER_RANKING_H
#define ZW_SEGMENTER_RANKING_H

/* A bigram inside a word of n characters weighs (n - 1) to the power of minus this: 户籍 1, the two
 * of 居住证 0.76 each. Without it a long word outvotes the rest of the question. */
#define ZW_WEIGHT_LENGTH 0.4f

#define ZW_WEIGHT_ACROSS 0.5f /* a bigram across the boundary of two words: 民教 in 居民|教育 */
#define ZW_WEIGHT_EDGE 0.35f  /* across the edge of a word of grammar: 何办 in 如何|办理 */
#define ZW_WEIGHT_STOP 0.2f   /* inside words of grammar: 如何 */
#define ZW_WEIGHT_SINGLE 0.3f /* a lone character: 年 of 2020年 */

/* BM25 over passages, k2 0 and no shortest length. */
#define ZW_BM25_K1 1.2
#define ZW_BM25_K3 1.0
#define ZW_BM25_B 0.7

#endif
