/* frame.h - what each paragraph of a document is for: its own text, or the frame around it. */
#ifndef ZW_CORPUS_FRAME_H
#define ZW_CORPUS_FRAME_H

#include "corpus/clean.h"

typedef enum {
    ZW_PARA_BODY,
    ZW_PARA_TITLE,      /* a line of the document's title */
    ZW_PARA_NUMBER,     /* 宁政办发〔2017〕195号 */
    ZW_PARA_HISTORY,    /* （1995年5月10日…通过 …修正） */
    ZW_PARA_ADDRESSEE,  /* 各市、县人民政府： */
    ZW_PARA_SIGNER,     /* who signs, above the date */
    ZW_PARA_DATE,       /* 2017年11月16日 */
    ZW_PARA_NOTE,       /* （此件公开发布） */
    ZW_PARA_ATTACHMENT, /* a line of the title of what is attached */
    ZW_PARA_LETTERHEAD, /* 甲省教育厅文件 */
} zw_para_role;

typedef struct {
    const zw_cleaned *own;
    unsigned char *roles; /* zw_para_role of each paragraph */
    zw_range title;       /* in own->text, of all its lines; empty: none */
    size_t body;          /* where the body may begin: behind a title inside the first line */
} zw_frame;

/* file_name: what the file is called, which may tell the title among the first lines; or empty. */
zw_status zw_frame_find(const zw_corpus_tables *tables, const zw_cleaned *own, zw_str file_name,
                        zw_arena *arena, zw_frame *frame, zw_err *err);

/* All of it is body: a piece from the middle of a document. */
zw_status zw_frame_none(const zw_cleaned *own, zw_arena *arena, zw_frame *frame, zw_err *err);

#endif
