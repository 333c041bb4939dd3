/* relations.h - which part of an office package is meant by which id: the files `.rels`. */
#ifndef ZW_CORPUS_OFFICE_RELATIONS_H
#define ZW_CORPUS_OFFICE_RELATIONS_H

#include "base/array.h"
#include "corpus/office/package.h"

typedef struct {
    const char *id, *type, *part; /* part: its name in the package */
} zw_relation;

typedef struct {
    zw_arena *arena;
    const char *folder;
    ZW_ARRAY(zw_relation) all;
    bool failed;
} zw_relations;

/* Reads the relations of a part ("xl/workbook.xml"; "": of the package); none where it has no such
 * file. */
zw_status zw_relations_read(zw_package *package, const char *part, zw_arena *arena,
                            zw_relations *relations, zw_err *err);

/* The first part of a type that ends so ("/officeDocument"), or of an id; NULL where there is none.
 */
const char *zw_relation_of_type(const zw_relations *relations, const char *type);
const char *zw_relation_of_id(const zw_relations *relations, const char *id);

/* The folder of a part, with its slash. NULL: memory is out. */
const char *zw_part_folder(zw_arena *arena, const char *part);

#endif
