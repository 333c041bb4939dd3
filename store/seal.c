#include "store/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "store/layout.h"

enum {
    VERSION_BYTES = 4096, /* of iamglass at most; 100 to 200 as it is */
    NUMBER_AT = 32,       /* in it: behind 14 bytes of magic, 2 of version, 16 of uuid */
    TRIES = 20,           /* while a writer goes on */
    UNSEALED = 2, /* commits: one, and the empty one by which libxapian undoes a failed one */
};

typedef struct {
    unsigned long number;
    char hex[ZW_SHA256_HEX];
} seal;

static bool path_in(const char *part, const char *name, char path[4096])
{
    int n = snprintf(path, 4096, "%s/%s", part, name);
    return n > 0 && n < 4096;
}

static zw_status fail(const char *path, zw_err *err)
{
    bool none = errno == ENOENT || errno == ENOTDIR;
    return zw_err_set(err, none ? ZW_E_NOTFOUND : ZW_E_IO, "'%s': %s", path, strerror(errno));
}

/* A small file as a whole; *n gets its bytes. */
static zw_status read_all(const char *path, char *to, size_t room, size_t *n, zw_err *err)
{
    FILE *f = fopen(path, "rbe");
    if (!f)
        return fail(path, err);
    *n = fread(to, 1, room, f);
    zw_status s = ferror(f) ? fail(path, err) : ZW_OK;
    fclose(f);
    return s;
}

/* What the seal of iamglass as it stands would be. */
static zw_status seal_of(const char *part, seal *found, zw_err *err)
{
    char path[4096], bytes[VERSION_BYTES];
    size_t n = 0;
    if (!path_in(part, "iamglass", path))
        return zw_err_set(err, ZW_E_LIMIT, "'%s': the path is too long", part);
    zw_status s = read_all(path, bytes, sizeof bytes, &n, err);
    *found = (seal){ 0 };
    bool more = true;
    for (size_t at = NUMBER_AT, shift = 0; s == ZW_OK && more && at < n && shift < 32; shift += 7) {
        unsigned char byte = (unsigned char)bytes[at++];
        found->number |= (unsigned long)(byte & 0x7F) << shift;
        more = byte & 0x80;
    }
    zw_sha256_hex((zw_str){ bytes, n }, found->hex);
    return s;
}

zw_status zw_seal_put(const char *part, zw_err *err)
{
    seal now;
    char text[128];
    zw_status s = seal_of(part, &now, err);
    if (s != ZW_OK)
        return s;
    int n = snprintf(text, sizeof text, "%lu %s\n", now.number, now.hex);
    return zw_layout_replace(part, "seal", (zw_str){ text, (size_t)n }, err);
}

/* The seal that is there; ZW_E_NOTFOUND: none. */
static zw_status read_seal(const char *part, seal *written, zw_err *err)
{
    char path[4096], text[128];
    size_t n = 0;
    if (!path_in(part, "seal", path))
        return zw_err_set(err, ZW_E_LIMIT, "'%s': the path is too long", part);
    zw_status s = read_all(path, text, sizeof text - 1, &n, err);
    text[n] = '\0';
    if (s == ZW_OK && sscanf(text, "%lu %64[0-9a-f]", &written->number, written->hex) != 2)
        s = zw_err_set(err, ZW_E_CORRUPT, "'%s': no seal; the file is damaged", path);
    return s;
}

zw_status zw_seal_check(const char *part, zw_seal_state *state, zw_err *err)
{
    zw_seal_state any;
    state = state ? state : &any;
    /* A writer may commit and seal between the reading of the one file and the other. */
    for (int left = TRIES; left > 0; left--) {
        seal written, now;
        zw_status s = read_seal(part, &written, err);
        *state = ZW_SEAL_NONE;
        if (s != ZW_OK)
            return s == ZW_E_NOTFOUND ? ZW_OK : s;
        s = seal_of(part, &now, err);
        if (s != ZW_OK)
            return s;
        *state = strcmp(written.hex, now.hex) == 0 ? ZW_SEAL_WHOLE : ZW_SEAL_NEXT;
        bool later = now.number > written.number && now.number <= written.number + UNSEALED;
        if (*state == ZW_SEAL_WHOLE || later)
            return ZW_OK;
    }
    return zw_err_set(err, ZW_E_CORRUPT,
                      "'%s': iamglass is not what was written (its digest in 'seal' differs)",
                      part);
}
