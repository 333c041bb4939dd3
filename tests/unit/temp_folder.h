/* temp_folder.h - a folder of its own for each test, removed with all in it. */
#ifndef ZW_TESTS_UNIT_TEMP_FOLDER_H
#define ZW_TESTS_UNIT_TEMP_FOLDER_H

/* Before any header: mkdtemp, nftw want _XOPEN_SOURCE 700. */
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "tests/unit/unit.h"

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/unit-XXXXXX");
    return mkdtemp(folder) ? 0 : 1;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
    (void)st;
    (void)type;
    (void)walk;
    return remove(path);
}

static int remove_folder(void **state)
{
    (void)state;
    return nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_folder, remove_folder)

#endif
