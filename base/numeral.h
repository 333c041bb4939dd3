/* numeral.h - the number written at a place in a text, in digits, in Chinese characters or mixed.
 *
 *     12.5万  1,100万  １２  1 9 9 3  3万5千          digits, with scales, separators and blanks
 *     一百零五  两千  廿  二〇一七  壹佰贰拾  三万五  三点五亿
 *     三十余万  100多亿  数百  十几  上千  两三个  三五年     more or less
 *     45%  百分之三十五点六  5‰  万分之二  三分之一  1/3  两成  三成五  一半
 *     10—15  10至15  5—7万  百分之五到百分之十            ranges
 *
 * Numbers are put together in decimal and rounded once, so 12.5万 is 125000 and 0.1 is the double
 * nearest to 0.1. The reader says what is written and leaves to its caller what the text means by
 * it: a numeral inside a word (统一, 三轮车) is read like any other. */
#ifndef ZW_BASE_NUMERAL_H
#define ZW_BASE_NUMERAL_H

#include "base/str.h"

typedef enum {
    ZW_NUM_CARDINAL,
    ZW_NUM_PERCENT,   /* 45% is 45; two tenths (两成) are 20 */
    ZW_NUM_PERMILLE,  /* 5‰ is 5 */
    ZW_NUM_PERMYRIAD, /* 万分之二 is 2 */
    ZW_NUM_FRACTION,  /* 三分之一 is a third; 一半 is .5 */
} zw_num_kind;

enum {
    ZW_NUM_HAN = 1,      /* Chinese characters begin it */
    ZW_NUM_RANGE = 2,    /* low and high were both written: 10—15, 两三 */
    ZW_NUM_ABOUT = 4,    /* 几, 数: low and high bound it */
    ZW_NUM_MORE = 8,     /* 余, 多: more than low */
    ZW_NUM_REACHED = 16, /* 上千, 上万: low or more */
    ZW_NUM_BARE = 32,  /* only a scale, no digit: 百 in 百亿元, 万 in 万元, 半 in 半年 */
    ZW_NUM_ROW = 64,   /* Chinese digits in a row without scale: 二〇一七, 五八 */
    ZW_NUM_ZERO = 128, /* written with a leading zero, as codes and telephone numbers are */
    ZW_NUM_LONG = 256, /* more than 15 digits: a code; low and high are approximate */
    ZW_NUM_SPACED = 512,  /* digits with blanks between them: 1 9 9 3 */
    ZW_NUM_SCALED = 1024, /* carries 百, 千, 万 or 亿 behind digits, or a comma of thousands */
};

typedef struct {
    size_t used; /* bytes; 0: no numeral begins here */
    double low, high;
    zw_num_kind kind;
    unsigned flags;
} zw_numeral;

/* Reads the longest numeral that begins at text[at]; returns its length in bytes, 0 for none.
 * Linear in what it uses. A caller that walks a text must step over all of `used`, and must not
 * begin inside a number. */
size_t zw_numeral_read(zw_str text, size_t at, zw_numeral *numeral);

/* The value of the decimal digit c (ASCII or full width), or -1. */
int zw_digit_value(unsigned code_point);

/* The value 0 to 9 of a Chinese digit (〇零○一二两三…九), or -1. */
int zw_han_digit_value(unsigned code_point);

#endif
