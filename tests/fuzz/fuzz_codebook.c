/* Fuzzing of what describes data: declarations of datasets, answer labels, rules' columns. */
#include "core/text.h"
#include "ingest/cell.h"
#include "ingest/room.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static void check_columns(Arena *arena, const Dataset *dataset, const char *text)
{
    PersonKey key;
    crypto_generichash_init(&key.started, NULL, 0, 16);
    CellReader reader = {arena, NULL, &key, "riga"};
    RawCell raw = {text, strlen(text), RAW_TEXT};
    for (int i = 0; i < dataset->ncolumn && i < 40; i++) {
        const DataColumn *column = &dataset->columns[i];
        assert(dataset_column(dataset, column->name) == i);
        Value value;
        CellNote note;
        if (column->type == TYPE_MUNICIPALITY || column->type == TYPE_PARISH)
            continue;
        assert(cell_read(&reader, column, &raw, '.', &value, &note) || note.said);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size > 20000 || !text_is_utf8((const char *)bytes, size) || memchr(bytes, 0, size))
        return 0;
    Arena *arena = arena_open();
    Run run = {.arena = arena, .diag = diag_open(arena, NULL, LANG_EN, false)};
    char *text = arena_copy(arena, bytes, size);
    Asset asset = {.name = "fuzz", .file = "fuzz.csv", .text = text, .size = size};
    Dataset dataset;
    char *label = arena_copy(arena, text, size < 30 ? size : 30);
    if (text_is_utf8(label, strlen(label)) && dataset_read(&run, arena, &asset, &dataset))
        check_columns(arena, &dataset, label);
    DataColumn column = {.name = "item", .type = TYPE_NUMBER, .min = NAN, .max = NAN};
    codebook_labels(arena, &column, text);
    assert(column.ncode >= 0);
    arena_close(arena);
    return 0;
}
