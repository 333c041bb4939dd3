/* Any bytes are refused with a reason or become documents whose sections nest, whose passages tile
 * without overlap, and whose every range has its place in the source. */
#include "tests/fuzz/documents.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_file("fuzz.txt", fuzz_text(data, size));
    return 0;
}
