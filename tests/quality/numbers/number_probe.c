/* number_probe - what base/numeral and base/date read in each line of standard input.
 *
 * A line in, a line out: the numerals of the text from left to right as LOW HIGH KIND USED START,
 * parted by ';', then a tab, then the first date as FROM TO. numbers.py compares them with public
 * test tables. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/numeral.h"
#include "base/utf8.h"

static void print_numerals(zw_str text)
{
    for (size_t i = 0, step; i < text.n; i += step) {
        zw_numeral n;
        step = zw_numeral_read(text, i, &n);
        if (step)
            printf("%.17g %.17g %d %zu %zu;", n.low, n.high, (int)n.kind, n.used, i);
        else
            zw_utf8_at(text, i, &step);
    }
}

static void print_date(zw_str text)
{
    for (size_t i = 0, step; i < text.n; i += step) {
        zw_date d;
        if (zw_date_read(text, i, &d)) {
            printf("%d-%d-%d %d-%d-%d", d.from.year, d.from.month, d.from.day, d.to.year,
                   d.to.month, d.to.day);
            return;
        }
        zw_utf8_at(text, i, &step);
    }
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    while ((n = getline(&line, &room, stdin)) > 0) {
        zw_str text = zw_str_trim((zw_str){ line, (size_t)n });
        print_numerals(text);
        putchar('\t');
        print_date(text);
        putchar('\n');
    }
    free(line);
    return ferror(stdin) || fflush(stdout) ? 1 : 0;
}
