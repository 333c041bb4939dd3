/* ranking.h - the weights that order the answers, as measured (docs/decisions/0001). */
#ifndef ZW_SEGMENTER_RANKING_H
#define ZW_SEGMENTER_RANKING_H

/* A query's bigram inside a word weighs 1; across a word boundary, with a word of grammar alone
 * (什么, 如何) or at its edge, less. */
#define ZW_WEIGHT_ACROSS 0.5f
#define ZW_WEIGHT_STOP 0.05f
#define ZW_WEIGHT_WORD 0.5f /* of a word of three and more characters, beside its bigrams */

#endif
