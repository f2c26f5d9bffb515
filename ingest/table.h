/* A table as it was handed in: rows of raw cells with their places, whatever the format. CSV and
 * XLSX readers push rows; header, dataset and cell make sense of them. */
#ifndef INGEST_TABLE_H
#define INGEST_TABLE_H

#include "core/db.h"

typedef enum {
    RAW_TEXT,      /* text, also of CSV */
    RAW_NUMBER,    /* XLSX number, as written in the file, with a decimal point */
    RAW_DATE,      /* XLSX date cell: ISO text */
    RAW_BOOLEAN,   /* XLSX boolean: 1 or 0 */
    RAW_ERROR,     /* XLSX error value: #N/A … */
    RAW_UNCOMPUTED /* XLSX formula without a stored result */
} RawKind;

typedef struct {
    const char *text; /* closed with NUL; "" if the cell is empty */
    size_t length;
    RawKind kind;
} RawCell;

typedef enum {
    ROW_WHOLE,
    ROW_BYTES,       /* bytes that are no text in the file's encoding, at fault_column */
    ROW_NUL,         /* a NUL character, at fault_column */
    ROW_QUOTE_STRAY, /* a quote inside an unquoted field, at fault_column */
    ROW_QUOTE_AFTER, /* text behind a closing quote: where the field ends is unknown */
    ROW_QUOTE_OPEN,  /* a quote that is never closed opens at fault_column */
    ROW_UNREAD       /* behind such a quote */
} RowState;

typedef struct {
    int line; /* of the file or sheet, from 1 */
    int ncell;
    const RawCell *cells; /* valid until the taker returns */
    RowState state;
    int fault_column, fault_line; /* fault_line: where the quote opened */
} RawRow;

/* False stops the reading. */
typedef bool RowTaker(void *user, const RawRow *row);

#endif
