/* skeleton.h - a text as the characters that its wording consists of, each with its place.
 *
 * Two writings of one wording have one skeleton: width (２０２０), letter case, traditional and
 * simplified forms, blanks, line ends and punctuation do not count. Numbers do, to the last digit:
 * what parts two numerals (2016—2020, 3.5, 五、六, 〔2016〕8号) stays as one sign, so do a minus
 * before a digit, signs such as % and /, and a digit in another form (②, ², ㎡) is not the digit.
 *
 * What one skeleton leaves out is told by zw_skeleton_differs. */
#ifndef ZW_QUERY_STUDY_WORDING_SKELETON_H
#define ZW_QUERY_STUDY_WORDING_SKELETON_H

#include "segmenter/segmenter.h"

typedef struct {
    uint32_t code;
    uint32_t start, end; /* bytes of the text */
} zw_letter;

typedef struct {
    zw_str text;
    const zw_letter *at;
    const uint32_t *codes; /* the letters' codes alone */
    size_t n;
} zw_skeleton;

/* Lives in arena and points into text, of which at most 4 GB are looked at. */
zw_status zw_skeleton_of(zw_segmenter *segmenter, zw_str text, zw_arena *arena,
                         zw_skeleton *skeleton, zw_err *err);

/* The first letter at or after `from` where the letters of `part` stand in `whole`; whole->n when
 * nowhere. A part without letters stands nowhere. Linear. */
size_t zw_skeleton_find(const zw_skeleton *whole, const zw_skeleton *part, size_t from);

/* The bytes of the text under letters first .. end - 1 (first < end). */
zw_range zw_skeleton_range(const zw_skeleton *skeleton, size_t first, size_t end);

/* What two writings of one wording differ in. */
enum {
    ZW_DIFFERS_WIDTH = 1,       /* ２０ and 20, （ and ( */
    ZW_DIFFERS_SPACING = 2,     /* 2020 年 and 2020年 */
    ZW_DIFFERS_PUNCTUATION = 4, /* ； and 。 */
    ZW_DIFFERS_SCRIPT = 8,      /* 戶籍 and 户籍 */
    ZW_DIFFERS_CASE = 16,       /* ppp and PPP */
};

/* How the whole of `part` differs from `whole` where its letters stand, from letter `at` of whole
 * on; 0: the same characters. Line ends are layout and never count; the marks that part begins or
 * ends with count. */
unsigned zw_skeleton_differs(const zw_skeleton *part, const zw_skeleton *whole, size_t at);

/* The bytes of whole's text that `part` is a writing of there, with the marks that part begins or
 * ends with where they stand in both. */
zw_range zw_skeleton_stretch(const zw_skeleton *part, const zw_skeleton *whole, size_t at);

#endif
