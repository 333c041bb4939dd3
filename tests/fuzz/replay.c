/* replay - feeds a fuzz target the seed files that it is given, without libFuzzer.
 *
 * Each file goes in whole and then cut short: an end in the middle is where parsers read on. A copy
 * of its own exact size lets the sanitizer see the first byte too far. */
#include <string.h>

#include "tests/fuzz/fuzz.h"

#define MAX_SEED 65536
#define CUTS 48 /* how many shorter forms of each file */

static void feed(const uint8_t *bytes, size_t n)
{
    uint8_t *copy = malloc(n ? n : 1);
    PROPERTY(copy != NULL);
    memcpy(copy, bytes, n);
    LLVMFuzzerTestOneInput(copy, n);
    free(copy);
}

static int replay(const char *path)
{
    static uint8_t bytes[MAX_SEED];
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    size_t n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    fprintf(stderr, "%s: %zu bytes\n", path, n);
    feed(bytes, n);
    size_t stride = n / CUTS + 1;
    for (size_t cut = 0; cut < n; cut += stride)
        feed(bytes, cut);
    return 0;
}

int main(int argc, char **argv)
{
    int failed = argc < 2;
    for (int i = 1; i < argc; i++)
        failed |= replay(argv[i]);
    return failed;
}
