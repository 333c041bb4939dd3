/* error.h - errors are values: a status code and a sentence that says where and why.
 *
 * Libraries never print and never exit. A function that can fail returns zw_status and, when it
 * fails, fills the zw_err it was given; on success the zw_err is left as it was. Messages are
 * lower case, quote their subject, have no full stop: 'notice.txt': line 12: bad byte 0xff */
#ifndef ZW_BASE_ERROR_H
#define ZW_BASE_ERROR_H

typedef enum {
    ZW_OK = 0,
    ZW_E_NOMEM,       /* memory is out */
    ZW_E_IO,          /* the system refused: open, read, write, a full disk */
    ZW_E_ENCODING,    /* bytes that no supported encoding explains */
    ZW_E_FORMAT,      /* a file, table or record that breaks its own format */
    ZW_E_EMPTY,       /* nothing to read in it */
    ZW_E_LIMIT,       /* a stated limit is passed */
    ZW_E_USAGE,       /* an argument or a query that cannot be understood */
    ZW_E_NOTFOUND,    /* the thing named is not there */
    ZW_E_LOCKED,      /* another writer holds the index */
    ZW_E_VERSION,     /* index or lexicon of another version */
    ZW_E_CORRUPT,     /* a damaged index */
    ZW_E_INTERRUPTED, /* stopped by a signal */
} zw_status;

typedef struct {
    zw_status code;
    char text[512]; /* UTF-8, cut on a character boundary */
} zw_err;

/* Fills err (NULL is fine) and returns code, so that a failure is one statement. */
zw_status zw_err_set(zw_err *err, zw_status code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts "WHERE: " before the message already in err and returns its code. */
zw_status zw_err_at(zw_err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The one way to say that memory is out. */
zw_status zw_err_nomem(zw_err *err);

#endif
