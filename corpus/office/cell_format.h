/* cell_format.h - a number as a spreadsheet shows it: 0.6 as 60%, 43466 as 2019年1月1日.
 *
 * Formats are those of Excel: up to four sections, digits (0 # ?), thousands and scaling commas,
 * percent, exponents, dates and times, elapsed hours, conditions, 上午/下午, Chinese digits
 * ([DBNum1] 一百二十, [DBNum2] 壹佰贰拾). Colours, widths and fill characters show nothing.
 * Fractions (# ?/?) are shown as decimals. */
#ifndef ZW_CORPUS_OFFICE_CELL_FORMAT_H
#define ZW_CORPUS_OFFICE_CELL_FORMAT_H

#include "base/buffer.h"
#include "base/error.h"

/* The format that a workbook means by a number alone; General for those it should have written. */
zw_str zw_cell_format_of(int id);

/* from_1904: days are counted from then, as on old Macs. */
void zw_cell_show(zw_str format, double value, bool from_1904, zw_buf *to);

/* Not Sheet1, 工作表2: names that nobody gave. */
bool zw_sheet_is_named(const char *name);

#endif
