/* Private to the returned workbook: a sheet for one file. */
#ifndef INGEST_RETURNED_SHEET_H
#define INGEST_RETURNED_SHEET_H

#include "core/workbook.h"
#include "ingest/room.h"

typedef struct {
    const CellStyle *title, *head, *head_bad, *text, *wrap, *count, *place, *error, *warning,
        *hidden, *cell, *mend;
} ReturnedStyles;
ReturnedStyles returned_styles(Workbook *book);

typedef struct {
    int64_t file;
    const char *path, *sheet, *delimiter;
    const Dataset *dataset; /* NULL: not known */
} ReturnedFile;
bool returned_sheet(Ingest *in, Workbook *book, const ReturnedStyles *styles,
                    const ReturnedFile *file);

#endif
