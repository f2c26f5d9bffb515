/* Tables measured: what each column needs, and how a width is shared among them. */
#ifndef REPORT_PDF_GRID_H
#define REPORT_PDF_GRID_H

#include "report/pdf_flow.h"

#define STATUS_INDENT 14.0

typedef struct {
    const TableColumn *column;
    int index; /* in the table */
    bool numeric, status;
    double least, natural; /* widths */
    double line;           /* of the longest cell on one line */
    double before, after;  /* widest parts of numbers before and from the comma */
    double x, width;
} Column;

typedef struct {
    Layout *layout;
    const Table *table;
    Column *columns;
    int ncolumn;
    TextStyle style, bold, head;
    double width;
    Tag *tag;
} Grid;

/* Measures the shown columns of a table in a style. */
Grid grid_make(Layout *layout, const Table *table, StyleUse use);
/* Width of the table at its columns' natural or least widths. */
double grid_sum(const Grid *grid, bool natural);
/* Shares a width out. */
void grid_share(Grid *grid, double width);
/* Full width, or the prose's when little is in it and nothing has to wrap. */
double grid_choose(const Grid *grid, double full);

/* A cell's text, the style of a column's cells in a row, a column's head. */
const char *grid_cell(const Grid *grid, const Cell *cell);
const TextStyle *grid_style(const Grid *grid, const Column *column, const TableRow *row);
const char *grid_title(const Grid *grid, const TableColumn *column);
double grid_width(const Grid *grid, const TextStyle *style, const char *text);
/* Whether a cell is set as a number, and where its text parts at the decimal comma. */
bool cell_numeric(const Cell *cell);
const char *number_split(const Cell *cell, const char *text);

#endif
