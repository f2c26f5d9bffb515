/* Fuzzing of the CSV reader and of cells: any bytes are a file; what comes out keeps its promises.
 */
#include "core/text.h"
#include "ingest/cell.h"
#include "ingest/csv.h"

#include <assert.h>
#include <math.h>
#include <string.h>

typedef struct {
    Arena *arena;
    int line, nrow;
    PersonKey key;
} Check;

static void check_cells(Check *check, const RawRow *row)
{
    ArenaMark mark = arena_mark(check->arena);
    CellReader reader = {check->arena, NULL, &check->key, "riga"};
    for (int i = 0; i < row->ncell; i++) {
        assert(row->cells[i].text[row->cells[i].length] == '\0');
        assert(text_is_utf8(row->cells[i].text, row->cells[i].length));
        for (int type = 0; type < TYPE_COUNT; type++) {
            DataColumn column = {.type = (ColumnType)type, .min = NAN, .max = NAN};
            Value value;
            CellNote note;
            if (type == TYPE_MUNICIPALITY || type == TYPE_PARISH)
                continue;
            bool good = cell_read(&reader, &column, &row->cells[i], ',', &value, &note);
            assert(good || note.said);
            assert(!good || value.kind != VALUE_TEXT ||
                   text_is_utf8(value.text, strlen(value.text)));
        }
    }
    arena_release(check->arena, mark);
}

static bool take_csv(void *user, const RawRow *row)
{
    Check *check = user;
    assert(row->line >= 1);
    assert(row->state == ROW_UNREAD || row->state == ROW_QUOTE_OPEN ||
           row->state == ROW_QUOTE_AFTER || row->line > check->line);
    check->line = row->line;
    if (row->state == ROW_WHOLE && check->nrow++ < 50)
        check_cells(check, row);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    Arena *arena = arena_open();
    Run run = {.arena = arena, .diag = diag_open(arena, NULL, LANG_EN, false)};
    Source source;
    CsvDialect dialect;
    Check check = {.arena = arena};
    crypto_generichash_init(&check.key.started, NULL, 0, 16);
    void *copy = arena_copy(arena, bytes, size);
    if (source_probe_bytes(&run, copy, size, &source) && csv_declared(&run, &source, &dialect)) {
        if (!dialect.declared)
            dialect.separator = CSV_SEPARATORS[bytes[size - 1] % 3];
        csv_each(&run, &source, &dialect, take_csv, &check);
    }
    arena_close(arena);
    return 0;
}
