/* child.h - a program run where it can do no harm: a bad file costs itself and nothing else.
 *
 * The program gets the bytes as its standard input and as the file `input` of a scratch folder,
 * which is its working folder, its HOME and its TMPDIR and is removed afterwards with all in it.
 * Its environment holds nothing else but PATH and LC_ALL=C.UTF-8; no descriptor of ours is open in
 * it. Held down by the kernel: processor time, address space, size of files, further processes
 * (where the user is not root), no core dump, and no network where the system lets a process give
 * it up (docs/decisions/0021). Time by the clock and size of the output are held down by us. With
 * our death it dies.
 *
 * Any thread may call; between fork and exec only system calls are made. */
#ifndef ZW_CORPUS_CHILD_H
#define ZW_CORPUS_CHILD_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

typedef struct {
    unsigned cpu_seconds, wall_seconds;
    size_t memory_mb; /* of address space; 0: no limit (AddressSanitizer maps terabytes) */
    size_t output_mb; /* of standard output */
    size_t file_mb;   /* of any file it writes */
} zw_child_limits;

typedef struct {
    const char *const *argv; /* argv[0]: a path, or a name that is looked for on the fixed PATH */
    zw_str input;
    zw_child_limits limits;
} zw_child;

/* The exit status of a program of ours that says, with its reason, that a limit was reached. */
#define ZW_CHILD_LIMIT 9

/* Runs it to its end; *output, in the arena, is what it wrote, with a NUL behind. Errors:
 * ZW_E_NOTFOUND (no such program), ZW_E_LIMIT ("took more than 60 s"), ZW_E_FORMAT ("ended by
 * signal 11", or the first line of what it complained of), ZW_E_IO, ZW_E_NOMEM. */
zw_status zw_child_run(const zw_child *child, zw_arena *arena, zw_str *output, zw_err *err);

/* Where a program stands: the fixed PATH, and for `zhengwen-read` beside this program, above it
 * (the tests of a build tree) or in libexec. NULL: nowhere, or memory is out. */
const char *zw_child_find(const char *name, zw_arena *arena);

#endif
