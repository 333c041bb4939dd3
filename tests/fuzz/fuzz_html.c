/* Any markup behind <html> is refused with a reason or becomes documents, as any other file does.
 */
#include <stdlib.h>

#include "tests/fuzz/documents.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char head[] = "<html>";
    char *page = malloc(sizeof head + size);
    PROPERTY(page);
    memcpy(page, head, sizeof head - 1);
    if (size)
        memcpy(page + sizeof head - 1, data, size);
    check_file("fuzz.html", (zw_str){ page, sizeof head - 1 + size });
    free(page);
    return 0;
}
