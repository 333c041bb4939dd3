/* schema.h - the one table of the index's fields; index, query language, help and docs read it.
 *
 * Four kinds of units lie in one database. A term of the field `type` tells them apart:
 *
 *     document  ids, title, metadata
 *     passage   body terms, which alone have weights; the document's filters, agencies, measures
 *     file      a path that was read: what it held then, and which documents it gave
 *     figure    one number: its own terms and the filters of its passage; what else the passage
 *               says is asked of the passage, which tells its figures by the field `passage`
 *
 * A field's text becomes terms by its kind, through zw_field_terms, for the index as for a query:
 * what was written is what is asked for. */
#ifndef ZW_STORE_SCHEMA_H
#define ZW_STORE_SCHEMA_H

#include "segmenter/segmenter.h"

/* Raised when terms, slots or records change in a way that an older program cannot read. */
#define ZW_SCHEMA_VERSION 9

typedef enum {
    ZW_KIND_TEXT, /* the segmenter's terms */
    ZW_KIND_NAME, /* a name: written as each of its ends (自治区公安厅, 公安厅 …), asked for whole
                   */
    ZW_KIND_TERM, /* one term: the value normalised */
    ZW_KIND_CODE, /* one term out of few, as it is: lead, target, >= */
    ZW_KIND_YEAR, /* four digits */
    ZW_KIND_DATE, /* YYYY, YYYY-MM, YYYY-MM-DD: a range of its slot */
    ZW_KIND_ID,   /* one term, as it is */
} zw_field_kind;

typedef enum {
    ZW_F_TYPE,     /* document, passage, figure */
    ZW_F_ID,       /* the unit itself: DOCID, DOCID:n, DOCID:n:k */
    ZW_F_DOCUMENT, /* the document, on each of its units */
    ZW_F_PASSAGE,  /* the passage, on its figures and, if it has any, on itself: DOCID:n */
    ZW_F_BODY,     /* passage text */
    ZW_F_HAS,      /* on a passage: that it has figures */
    ZW_F_TITLE,    /* of the document */
    ZW_F_HEADING,  /* those that lead to the passage */
    ZW_F_REGION,   /* each name on the path, whole: 宁夏回族自治区, 银川市 */
    ZW_F_ISSUER,
    ZW_F_GENRE,
    ZW_F_NUMBER,
    ZW_F_YEAR,   /* of the document's date */
    ZW_F_DATE,   /* the slot alone */
    ZW_F_AGENCY, /* in any role */
    ZW_F_LEAD,
    ZW_F_SUPPORT,
    ZW_F_RESPONSIBLE,
    ZW_F_IMPLEMENT,
    ZW_F_ROLE,              /* which roles a passage gives: lead, support ... */
    ZW_F_MEASURE,           /* of measures: body terms, and a look at the record */
    ZW_F_VERB,              /* head verbs of measures */
    ZW_F_TOPIC,             /* of measures: 户籍, in Chinese and English */
    ZW_F_INSTRUMENT,        /* of measures: 资金投入, 供给型, in Chinese and English */
    ZW_F_INDICATOR,         /* of a passage's figures, of a figure: terms of the words */
    ZW_F_INDICATOR_IS,      /* the whole indicator as one term */
    ZW_F_CITES,             /* titles of documents cited */
    ZW_F_CITES_NUMBER,      /* their numbers */
    ZW_F_IMPLEMENTS,        /* on a document: titles of those that it carries out */
    ZW_F_IMPLEMENTS_NUMBER, /* their numbers */
    ZW_F_VALIDITY,          /* 试行, 废止 */
    ZW_F_UNIT,              /* of a figure: 人, %, 平方公里 */
    ZW_F_KIND,              /* of a figure: target, baseline, condition, other */
    ZW_F_FORCE,             /* of a figure: binding, expected */
    ZW_F_CMP,               /* of a figure: >=, =, <= */
    ZW_F_FOR,               /* of a figure: the year it holds for */
    ZW_F_HOLDS,             /* on a file: the documents it gave */
    ZW_F_CONTENT,           /* on a file: SHA-256 of its bytes */
    ZW_F_X,                 /* what a manifest says beside: NAME:value */
    ZW_F_LIKE,              /* on a document: by what its versions are looked up */
    ZW_F_VERSION,           /* worked out (store/group.h), no terms: original, repost, draft ... */
    ZW_F_COUNT
} zw_field_id;

typedef enum {
    ZW_SLOT_DOCUMENT, /* document id */
    ZW_SLOT_PASSAGE,  /* passage id, as the field `passage` */
    ZW_SLOT_DATE,     /* YYYYMMDD, missing parts 00 */
    ZW_SLOT_REGION,   /* the path, parted by '/' */
    ZW_SLOT_ISSUER,
    ZW_SLOT_GENRE,
    ZW_SLOT_LOW,  /* of a figure, a number (zw_xnumber_put) */
    ZW_SLOT_HIGH, /* of a figure */
    ZW_SLOT_FOR,  /* of a figure: YYYY, the year it holds for */
    ZW_SLOT_COUNT
} zw_slot;

#define ZW_SLOT_NONE (-1)

typedef struct {
    zw_field_id id;      /* its own index in the table */
    const char *name;    /* in a query: title */
    const char *chinese; /* in a query: 标题; NULL: not for queries */
    const char *prefix;  /* of its terms */
    int slot;            /* of its value, or ZW_SLOT_NONE */
    zw_field_kind kind;
    bool query;          /* can be asked for by name */
    const char *example; /* title:居住证 */
    const char *doc;     /* one line of help */
} zw_field;

extern const zw_field zw_fields[ZW_F_COUNT];

/* By English or Chinese name, only those a query may ask for; NULL: none. */
const zw_field *zw_field_find(zw_str name);

/* Bytes of a term behind its prefix; longer values are cut, in index and query alike. */
#define ZW_FIELD_TERM_MAX 240

/* The values of type. */
#define ZW_TYPE_DOCUMENT "document"
#define ZW_TYPE_PASSAGE "passage"
#define ZW_TYPE_FIGURE "figure"
#define ZW_TYPE_FILE "file"

/* The value of has. */
#define ZW_HAS_FIGURE "figure"

/* The terms, without prefix, under which `text` is written in a field (document mode) or asked for
 * (query mode: all of them must be there; weights as the segmenter gives them). Appends to *terms.
 * A value that cannot be of the field's kind (year:abc) is ZW_E_USAGE. */
zw_status zw_field_terms(const zw_field *field, zw_segmenter *segmenter, zw_seg_mode mode,
                         zw_str text, zw_arena *arena, zw_terms *terms, zw_err *err);

/* The values of a manifest's cell, which ; ； or | parts: from *at on, each trimmed; false: no
 * more. */
bool zw_next_value(zw_str text, size_t *at, zw_str *value);

/* A date as the year, month and date fields hold it: YYYY, YYYY-MM or YYYY-MM-DD (also with '.' or
 * '/'). false: not a date. */
typedef struct {
    char year[5], month[8], day[9]; /* 2017, 2017-11, 20171116; month "" and zeros when not told */
} zw_date_key;
bool zw_date_key_of(zw_str date, zw_date_key *key);

/* A document number in one form: blanks out, every kind of bracket 〔〕. */
zw_status zw_number_normal(zw_segmenter *segmenter, zw_str number, zw_arena *arena, zw_str *normal,
                           zw_err *err);

#endif
