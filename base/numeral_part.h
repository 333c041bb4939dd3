/* numeral_part.h - one number without percent, fraction or range: the lower half of numeral.h.
 *
 * Values are kept as mantissa and power of ten until the end; see zw_dec_double. */
#ifndef ZW_BASE_NUMERAL_PART_H
#define ZW_BASE_NUMERAL_PART_H

#include <stdint.h>

#include "base/str.h"

typedef struct {
    uint64_t mant;
    int exp; /* the value is mant * 10^exp */
} zw_dec;

typedef struct {
    size_t used;
    zw_dec low, high;
    unsigned flags; /* ZW_NUM_... */
    int scale;      /* the power of ten of the scales behind: 5—7万 lends its 4 to the 5 */
    bool whole;     /* digits without scale, point, comma */
} zw_num_part;

/* What begins at text[at]; 0: nothing. `part` is filled in any case. */
size_t zw_num_digits(zw_str text, size_t at, zw_num_part *part);
size_t zw_num_han(zw_str text, size_t at, zw_num_part *part);

double zw_dec_double(zw_dec d);

/* Bytes of blanks (no line end) at text[at], at most `most` characters of them. */
size_t zw_num_blanks(zw_str text, size_t at, int most);

/* The code point at text[at] narrowed to ASCII where it can be, 0 at the end; *len its bytes. */
uint32_t zw_num_code(zw_str text, size_t at, size_t *len);

/* What a character counts for in a Chinese number. */
typedef enum {
    ZW_HAN_NONE,
    ZW_HAN_ZERO,
    ZW_HAN_DIGIT,
    ZW_HAN_UNIT,  /* 十百千, and 廿卅 that are a digit with their unit */
    ZW_HAN_BIG,   /* 万亿 */
    ZW_HAN_FEW,   /* 几 数 */
    ZW_HAN_MORE,  /* 余 多 */
    ZW_HAN_POINT, /* 点 */
    ZW_HAN_REACH, /* 上 */
} zw_han_class;

typedef struct {
    zw_han_class kind;
    unsigned value; /* a digit; a power of ten for a scale */
    bool formal;    /* 壹贰叁, 拾佰仟: in use elsewhere too (大陆, 队伍, 收拾) */
} zw_han_number;

zw_han_number zw_han_number_of(uint32_t code_point);

#endif
