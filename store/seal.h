/* seal.h - a digest of the one file of a database that libxapian believes without looking.
 *
 * iamglass says where the tables' roots are. It has no checksum, and with a bit of it flipped
 * libxapian can crash (a flipped bit among the roots did). So a part has beside it a file `seal`:
 * the number of a commit and the SHA-256 of the iamglass of that commit, written right behind it. A
 * kill between the two leaves an iamglass of a next number, which is believed, and sealed by the
 * next writer. */
#ifndef ZW_STORE_SEAL_H
#define ZW_STORE_SEAL_H

#include "base/error.h"

/* Seals the newest commit of a part, and makes it and the commit durable. */
zw_status zw_seal_put(const char *part, zw_err *err);

typedef enum {
    ZW_SEAL_NONE,  /* there is none */
    ZW_SEAL_WHOLE, /* iamglass is what was written */
    ZW_SEAL_NEXT,  /* of one commit later than the seal, which was cut off before it was sealed */
} zw_seal_state;

/* ZW_E_CORRUPT: iamglass and seal disagree. *state may be NULL. */
zw_status zw_seal_check(const char *part, zw_seal_state *state, zw_err *err);

#endif
