#include "facts/region.h"

#include <stdlib.h>

struct zw_gazetteer {
    int unused;
};

zw_status zw_gazetteer_open(zw_gazetteer **gazetteer, zw_err *err)
{
    *gazetteer = calloc(1, sizeof **gazetteer);
    return *gazetteer ? ZW_OK : zw_err_nomem(err);
}

void zw_gazetteer_free(zw_gazetteer *gazetteer)
{
    free(gazetteer);
}
