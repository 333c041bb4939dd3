#include "corpus/corpus.h"

zw_status zw_corpus_read(const char *path, const zw_read_options *options, zw_arena *arena,
                         zw_documents *docs, zw_err *err)
{
    (void)options;
    (void)arena;
    (void)docs;
    return zw_err_set(err, ZW_E_FORMAT, "'%s': no reader takes it", path);
}
