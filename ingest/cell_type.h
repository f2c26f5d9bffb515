/* Private to the readers of cells (cell.c, cell_code.c): what each type's reader gets. */
#ifndef INGEST_CELL_TYPE_H
#define INGEST_CELL_TYPE_H

#include "ingest/cell.h"

typedef struct {
    const CellReader *reader;
    const DataColumn *column;
    const RawCell *raw;
    const char *text; /* normal form, not missing */
    DecimalMark mark;
    CellNote *note;
} Cell;

/* A reader of one type: false with cell->note if the text is refused. */
typedef bool TypeReader(const Cell *cell, Value *value);

bool cell_refuse(const Cell *cell, MessageId message, const char *first, const char *second);
bool cell_warn(const Cell *cell, MessageId message, const char *first, const char *second);
void cell_set_text(Value *value, const char *text);
/* The text, or an XLSX number as one would write it: 24.1, 38001, 0.5. */
const char *cell_plain(const Cell *cell);

TypeReader cell_read_code, cell_read_codes, cell_read_municipality, cell_read_parish,
    cell_read_activity, cell_read_region, cell_read_period;

#endif
