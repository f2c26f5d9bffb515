/* One cell: raw text → typed value, or the reason why not. Knows types, not datasets' meaning. */
#ifndef INGEST_CELL_H
#define INGEST_CELL_H

#include "ingest/dataset.h"
#include "ingest/person.h"
#include "ingest/place.h"
#include "ingest/table.h"

typedef enum { VALUE_MISSING, VALUE_INTEGER, VALUE_REAL, VALUE_TEXT } ValueKind;
typedef struct {
    ValueKind kind;
    int64_t integer;
    double real;
    const char *text; /* in the reader's arena, or a code's own */
} Value;

/* What a cell needs to be understood. */
typedef struct {
    Arena *arena; /* scratch: as long as the row */
    const Places *places;
    const PersonKey *key;
    const char *region;
} CellReader;

/* The decimal mark of a column of a file: ',' or '.'; 0: no evidence; '!': as much for both. */
typedef char DecimalMark;

/* What there is to say about a cell. Its message takes two texts. */
typedef struct {
    bool said;
    Severity severity;
    MessageId message;
    const char *first, *second;
    bool local; /* a person's id of digits only: counted, warned of once a file */
} CellNote;

/* False: the cell is refused and note says why. True with note->said: accepted, with a warning. */
bool cell_read(const CellReader *reader, const DataColumn *column, const RawCell *raw,
               DecimalMark mark, Value *value, CellNote *note);

/* NFC, trimmed; "" if the cell is missing (empty, `-` alone). May be the raw cell's own text. */
const char *cell_text(Arena *arena, const RawCell *raw);
/* The mark that this cell is evidence for, or 0. */
DecimalMark cell_evidence(const DataColumn *column, const RawCell *raw);

#endif
