#include "segmenter/segmenter.h"

#include <stdlib.h>

struct zw_lexicon {
    char hash[65];
};

zw_status zw_lexicon_open(zw_lexicon **lexicon, zw_err *err)
{
    *lexicon = calloc(1, sizeof **lexicon);
    return *lexicon ? ZW_OK : zw_err_nomem(err);
}
