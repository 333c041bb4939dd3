/* sketch.h - a text in 260 bytes, by which near-identical texts are known.
 *
 * Of every run of six letters (Han characters, Latin letters, digits; punctuation, blanks and width
 * left out, so that another site's layout changes nothing) a hash falls into one of 128 bins, and
 * each bin keeps the end of its smallest hash. The share of bins in which two sketches agree tells
 * which share of their runs the texts have in common (the Jaccard index, give or take 0.04): one-
 * permutation MinHash. A sketch depends on the text alone. */
#ifndef ZW_FACTS_SKETCH_H
#define ZW_FACTS_SKETCH_H

#include <stdint.h>

#include "base/str.h"

#define ZW_SKETCH_BINS 128
#define ZW_SKETCH_BYTES (2 * (size_t)ZW_SKETCH_BINS) /* of the stored form */

/* Texts that have nineteen twentieths in common share a band with a probability of 0.999, at nine
 * tenths 0.99, at four fifths 0.88; those that have a third in common 0.05. */
#define ZW_SKETCH_BANDS 4

typedef struct {
    size_t letters; /* of the text */
    zw_str bins;    /* ZW_SKETCH_BYTES, two for each bin; empty: not known */
} zw_sketch;

/* Of a text; the bins are written to `bins`. */
zw_sketch zw_sketch_of(zw_str text, char bins[ZW_SKETCH_BYTES]);

/* The share of their runs that both have, 0 to 1. */
double zw_sketch_alike(const zw_sketch *a, const zw_sketch *b);

/* The share of the shorter one's runs that the longer has: 1 for 办法 and the 通知 that it is
 * attached to; 0 where one is too short beside the other to tell. */
double zw_sketch_inside(const zw_sketch *a, const zw_sketch *b);

/* By equal bands near-identical texts are looked up. false: too short a text has none. */
bool zw_sketch_band(const zw_sketch *sketch, size_t band, uint64_t *value);

#endif
