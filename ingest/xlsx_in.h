/* XLSX → raw rows, through libzip and expat, streaming: shared, inline and rich strings, numbers,
 * dates by number format (1900 and 1904), booleans, errors, stored formula results. Bounded against
 * zip bombs, entity tricks and absurd sizes. */
#ifndef INGEST_XLSX_IN_H
#define INGEST_XLSX_IN_H

#include "ingest/table.h"

typedef struct {
    const char *name, *part; /* as people see it; its file in the archive */
} XlsxSheet;

typedef struct {
    int line, column;
} MergedArea; /* its first cell */

typedef struct {
    Arena *arena;
    void *zip;
    XlsxSheet *sheets;
    int nsheet;
    const char **strings; /* shared strings */
    int nstring, string_capacity;
    bool *dates; /* a cell format: whether it shows a date */
    int nformat, format_capacity;
    bool from_1904;
    MergedArea *merged; /* of the sheet read last */
    int nmerged, merged_capacity;
} XlsxBook;

/* Why a workbook cannot be read. */
typedef struct {
    bool limit;       /* it exceeds a limit; text says which */
    const char *text; /* constant, in words both languages share, or expat's */
    int line;
} XlsxFault;

enum {
    XLSX_PART_LIMIT = 1 << 30, /* bytes of one part, unpacked */
    XLSX_RATIO_LIMIT = 300,    /* times its packed size, beyond XLSX_SMALL */
    XLSX_SMALL = 16 << 20,
    XLSX_ROW_LIMIT = 1048576,
    XLSX_COLUMN_LIMIT = 16384,
    XLSX_TEXT_LIMIT = 1 << 20 /* bytes of one string */
};

/* NULL with the fault if the archive or its parts cannot be read. */
XlsxBook *xlsx_open(Arena *arena, const char *path, XlsxFault *fault);
/* As above, from bytes that outlive the workbook (tests, fuzzing). */
XlsxBook *xlsx_open_bytes(Arena *arena, const void *bytes, size_t size, XlsxFault *fault);
void xlsx_close(XlsxBook *workbook);
/* Pushes the rows of a sheet that hold anything. False with the fault where it breaks off. */
bool xlsx_each(XlsxBook *workbook, int sheet, RowTaker *take, void *user, XlsxFault *fault);

/* Private to the two files of this reader: feeds a part of the archive through expat. */
typedef struct XML_ParserStruct XmlParser;
bool xlsx_parse_part(XlsxBook *workbook, const char *part, XmlParser *parser, bool *stopped,
                     XlsxFault *fault);
/* Local name of an element (`x:row` → `row`), and an attribute's value or NULL. */
const char *xlsx_local(const char *name);
const char *xlsx_attribute(const char **attributes, const char *name);

#endif
