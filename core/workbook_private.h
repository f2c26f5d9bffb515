/* Inside of core/workbook: shared by its files, for nobody else. */
#ifndef CORE_WORKBOOK_PRIVATE_H
#define CORE_WORKBOOK_PRIVATE_H

#include "core/workbook.h"

#include <xlsxwriter.h>

struct CellStyle {
    CellLook look;
    lxw_format *format;
};

/* A name that is taken: `sheet` NULL for the whole workbook. */
typedef struct NameEntry NameEntry;
struct NameEntry {
    const char *name;
    const Sheet *sheet;
    NameEntry *next;
};
enum { NAME_BUCKETS = 4096 };

struct Workbook {
    Arena *arena;
    Diag *diag;
    const char *path, *temporary, *font;
    double size_pt;
    lxw_workbook *lxw;
    bool failed;
    const CellStyle **styles;
    int nstyle, style_capacity;
    const CellStyle *plain;
    Sheet **sheets;
    int nsheet, sheet_capacity;
    NameEntry **names; /* NAME_BUCKETS */
};

/* What a column needs so far. Numbers in one format are the wider the greater they are, so that a
 * smaller one need not be measured. */
typedef struct {
    double width; /* characters */
    const CellStyle *style;
    double greatest;
} ColumnWidth;

struct Sheet {
    Workbook *book;
    lxw_worksheet *lxw;
    const char *name;
    bool measure;
    ColumnWidth *width; /* one a column */
    int nwidth, width_capacity;
};

/* Reports the workbook's first fault; later ones follow from it. */
void book_fail(Workbook *book, const char *why);
/* Checks a return value of the library; false on a fault. */
bool book_check(Workbook *book, lxw_error error);
/* A format of the library for a look, without cache. */
lxw_format *book_format(Workbook *book, const CellLook *look);

/* Text fit for a cell: valid UTF-8, no control characters, no escape that Excel would undo. */
const char *text_for_cell(Arena *arena, const char *text);
/* At most `length` code points. */
char *text_cut(Arena *arena, const char *text, int length);

#endif
