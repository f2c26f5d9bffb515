/* Fuzzing of the XLSX reader: any bytes are a workbook; rows keep their promises. */
#include "ingest/xlsx_in.h"

#include <assert.h>
#include <string.h>

static bool take_xlsx(void *user, const RawRow *row)
{
    int *line = user;
    assert(row->line > *line && row->line <= XLSX_ROW_LIMIT);
    assert(row->ncell <= XLSX_COLUMN_LIMIT);
    *line = row->line;
    for (int i = 0; i < row->ncell; i++)
        assert(row->cells[i].text && strlen(row->cells[i].text) <= row->cells[i].length);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Arena *arena = arena_open();
    XlsxFault fault = {0};
    XlsxBook *book = xlsx_open_bytes(arena, bytes, size, &fault);
    assert(book || fault.text);
    for (int i = 0; book && i < book->nsheet && i < 3; i++) {
        int line = 0;
        XlsxFault broken = {0};
        bool done = xlsx_each(book, i, take_xlsx, &line, &broken);
        assert(done || broken.text);
    }
    if (book)
        xlsx_close(book);
    arena_close(arena);
    return 0;
}
